//! All tests that look at the house from outside: one binary, so that it links once.

// Tests read the project and run the program.
#![allow(clippy::disallowed_methods, clippy::disallowed_macros)]

mod agreement;
mod bad_input;
mod command_line;
mod house;
mod output_folder;
mod rules;
mod sandbox;
mod sites;

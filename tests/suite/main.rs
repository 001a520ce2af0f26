//! All tests that look at the house from outside: one binary, so that it links once.

// Tests read the project, run the program, and say what they skip.
#![allow(clippy::disallowed_methods, clippy::disallowed_macros)]

mod bad_input;
mod command_line;
mod house;
mod output_folder;
mod sandbox;

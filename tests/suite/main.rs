//! What the whole house must do, tried from outside.

// Tests read and write files where they like.
#![allow(clippy::disallowed_methods, clippy::disallowed_macros)]

mod agreement;
mod html_pages;
mod manual_pages;
mod markdown_pages;
mod pages;
mod rules;
mod sites;

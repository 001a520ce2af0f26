//! What the whole house must do, tried from outside: one binary, so that it links once.

// Tests read and write files where they like, run the program, and say what they skip.
#![allow(clippy::disallowed_methods, clippy::disallowed_macros)]

mod agreement;
mod allowed;
mod bad_input;
mod baseline;
mod benign;
mod blocks;
mod cached_builds;
mod catalogues;
mod chance;
mod command_line;
mod commonmark;
mod completions;
mod dialect;
mod every_kind;
mod explain;
mod explanations;
mod exports;
mod fallback_pages;
mod fixes;
mod fuzzed;
mod handbook;
mod house;
mod html_pages;
mod includes;
mod incremental;
mod limits;
mod machines;
mod manual_pages;
mod manual_rendering;
mod markdown_again;
mod markdown_pages;
mod output_folder;
mod pages;
mod press;
mod random_edits;
mod redirects;
mod report_forms;
mod rules;
mod same_model;
mod sandbox;
mod search;
#[cfg(feature = "serve")]
mod serve;
mod shards;
mod sites;
mod status;
mod surroundings;
mod validators;
mod verified;

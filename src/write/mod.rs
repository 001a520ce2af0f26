//! Puts pages where they belong, touching only what changed.

mod disk;
mod error;
mod file;
mod manifest;
mod memory;
mod output;
mod paths;
mod rewrite;
mod staged;

pub use disk::DiskOutput;
pub use error::WriteError;
pub use file::{put_file, replace_file};
pub use memory::MemoryOutput;
pub use output::{Files, Output, Written, write};
pub use rewrite::{Rewrite, RewriteError, rewrite};

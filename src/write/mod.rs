//! Puts pages where they belong, touching only what changed.

mod disk;
mod error;
mod file;
mod join;
mod manifest;
mod memory;
mod output;
mod paths;
mod publication;
mod rewrite;
mod staged;
pub mod store;

pub use disk::DiskOutput;
pub use error::WriteError;
pub use file::{put_file, replace_file};
pub use join::{Joined, join};
pub use manifest::{Manifest, Mark, Stamp};
pub use memory::MemoryOutput;
pub use output::{Change, Fate, Manner, Output, Staging, There};
pub use publication::{Files, Publication, Written, write};
pub use rewrite::{Rewrite, RewriteError, rewrite};

//! Finds every text that belongs to the site and says which article in which language it is.

mod disk;
mod error;
pub mod faults;
mod find;
mod locales;
mod memory;
mod overlay;
mod record;
mod surroundings;
mod text;
mod world;

pub use disk::{DiskWorld, read_file};
pub use error::LoadError;
pub use find::{Found, FoundArticle, configuration, discover, snippets};
pub use memory::MemoryWorld;
pub use overlay::Overlay;
pub use record::{Held, Recorder, Records};
pub use surroundings::{FoundFile, Surroundings};
pub use text::{Text, read, read_setting, version};
pub use world::{Entry, EntryKind, Overrides, Place, Shelf, Stamp, World};

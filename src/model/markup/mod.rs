//! Raw HTML as authors write it: pieces with their places, and which elements an article may hold.

mod element;
mod piece;

pub use element::{Element, ElementKind, element, is_active, is_unsafe_address, names};
pub use piece::{Piece, RawTag, pieces};

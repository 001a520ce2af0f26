//! Glotta reads Markdown articles that exist in many languages, checks that they state the same facts, and publishes them.

pub mod check;
pub mod diagnostic;
pub mod discover;
pub mod locale;
pub mod model;
pub mod parse;
pub mod render;
pub mod write;

//! Glotta reads Markdown articles that exist in many languages, checks that they state the same facts, and publishes them.

pub mod diagnostic;
pub mod locale;
pub mod model;
pub mod render;

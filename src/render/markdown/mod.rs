//! Pages for people and programs that read Markdown.

mod dialect;
mod events;
mod front_matter;
mod llms;
mod page;
mod raw;
mod words;

pub(super) use page::{article, escape_to, site};
pub(super) use words::of_words;

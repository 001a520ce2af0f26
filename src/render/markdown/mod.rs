//! Pages for people and programs that read Markdown.

mod block;
mod dialect;
mod emphasis;
mod escape;
mod front_matter;
mod inline;
mod line;
mod list;
mod llms;
mod page;
mod piece;
mod raw;
mod table;
mod words;

pub(super) use escape::escape_to;
pub(super) use page::{article, site};
pub(super) use words::of_words;

//! Pages for `man`, written in the part of roff that groff and mandoc both read without complaint.

mod block;
mod breaks;
mod code;
mod dialect;
mod escape;
mod fill;
mod index;
mod inline;
mod name;
mod page;
mod raw;
mod table;
mod writer;

pub(super) use escape::escape_to;
pub(super) use index::site;
pub(super) use name::paths;
pub(super) use page::article;

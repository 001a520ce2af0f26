//! Pages for `man`, written in the part of roff that groff and mandoc both read without complaint.

mod block;
mod code;
mod dialect;
mod escape;
mod fill;
mod inline;
mod name;
mod page;
mod raw;
mod table;
mod writer;

pub(super) use escape::escape_to;
pub(super) use name::paths;
pub(super) use page::article;

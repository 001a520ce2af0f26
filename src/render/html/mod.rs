//! Pages for browsers.

mod assets;
mod block;
mod code;
mod dialect;
mod escape;
mod footnote;
mod head;
mod highlight;
mod identifier;
mod inline;
mod landing;
mod navigation;
mod page;
mod picture;
mod raw;
mod redirect;
mod search;
mod shelf;
mod site;
mod sitemap;
mod status;
mod table;
mod tabs;
mod writer;

pub(super) use assets::Assets;
pub(super) use escape::escape_to;
pub(super) use navigation::Sidebars;
pub(super) use page::article;
pub(super) use redirect::redirects;
pub(super) use search::{Lookups, search};
pub(super) use site::site;

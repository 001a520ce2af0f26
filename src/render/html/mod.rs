//! Pages for browsers.

mod assets;
mod block;
mod code;
mod data;
mod definition;
mod dialect;
mod escape;
mod feed;
mod footnote;
mod head;
mod icons;
mod identifier;
mod inline;
mod landing;
mod meta;
mod navigation;
mod not_found;
mod page;
mod raw;
mod redirect;
mod search;
mod site;
mod sitemap;
mod status;
mod table;
mod writer;
mod xml;

pub(super) use assets::Assets;
pub(super) use definition::DefinedCodes;
pub(super) use escape::escape_to;
pub(super) use feed::Feeds;
pub(super) use navigation::Sidebars;
pub(super) use page::article;
pub(super) use redirect::redirects;
pub(super) use search::{Lookups, search};
pub(super) use site::site;

//! Plain data: a site and its configuration, articles in their languages, what they hold, and what corresponds to what.

mod anchor;
mod article;
mod block;
mod code;
mod config;
mod front_matter;
mod page;
mod site;
mod table;
mod translations;

pub use anchor::{Slugger, slug};
pub use article::{Article, ArticleId, Heading, Section};
pub use block::{AlertKind, Alignment, Block, BlockKind, Inline, InlineKind, Link, ListItem};
pub use code::{Code, codes, is_code, is_hexadecimal};
pub use config::{
    ColumnSchema, Config, Levels, LocaleConfig, Reference, SiteInfo, TableSchema, TargetName,
};
pub use front_matter::{Entry, FrontMatter, Value};
pub use page::Page;
pub use site::Site;
pub use table::{Cell, Column, ColumnRole, Row, Table, TableRef};
pub use translations::{Slot, TableSlot, Translations};

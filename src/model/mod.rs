//! Plain data: a site and its configuration, articles in their languages, what they hold, and what corresponds to what.

mod alignment;
mod allowance;
mod anchor;
mod article;
mod baseline;
mod block;
mod code;
mod cohort;
mod config;
mod definitions;
mod destination;
mod docset;
mod encoding;
mod fragment;
mod front_matter;
mod group;
mod key_role;
mod page;
mod pairing;
mod path;
mod pattern;
mod redirect;
mod redirect_faults;
mod role;
mod rows;
mod schema;
mod segment;
mod site;
mod table;
mod tables;
mod target;
mod translations;
mod verdict;

pub use alignment::Spot;
pub use allowance::{Allowance, Exemption, Extent, Flaw};
pub use anchor::{Slugger, slug};
pub use article::{Anchor, Article, ArticleId, Heading, Section};
pub use baseline::{Baseline, Fingerprint};
pub use block::{
    AlertKind, Alignment, Block, BlockKind, Inline, InlineKind, Link, ListItem, single_blanks,
};
pub use code::{Code, codes, is_code, is_hexadecimal, normal_key};
pub use cohort::Cohort;
pub use config::{
    ColumnSchema, Config, Fallback, FrontMatterSchema, GlossaryEntry, Levels, LocaleConfig, Markup,
    RedirectEntry, Reference, SiteInfo, TableSchema, TargetName, Terms, Untranslated,
};
pub use destination::{Destination, Destinations, End, Missing};
pub use docset::Docset;
pub use encoding::INVALID_ENCODING;
pub use fragment::Fragment;
pub use front_matter::{Entry, FrontMatter, Value};
pub use group::Parts;
pub use key_role::{COMMIT_KEYS, HASH_KEYS, KeyRole, LOCALE_KEYS};
pub use page::{Page, path_fault};
pub use pairing::overlap;
pub use path::{article_named, locale_named};
pub use pattern::matches_path;
pub use redirect::Redirect;
pub use redirect_faults::{FAULTS as REDIRECT_FAULTS, unusable as redirect_unusable};
pub use role::{is_host_name, is_host_pattern, is_identifier};
pub use schema::SCHEMA_MISMATCH;
pub use segment::{Frame, Segment, SegmentKind, frames, hash, is_comment};
pub use site::Site;
pub use table::{Cell, Column, ColumnRole, Row, Table, TableRef};
pub use tables::TableSlot;
pub use target::{host, is_external, normal_target, percent_decoded};
pub use translations::{Slot, Translations};
pub use verdict::{Statement, Verdict, decide};

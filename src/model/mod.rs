//! Plain data: a site and its configuration, articles in their languages, what they hold, and what corresponds to what.

mod alignment;
mod all_translations;
mod allowance;
mod anchor;
mod article;
mod baseline;
mod block;
mod catalogue;
mod code;
mod cohort;
mod config;
mod coverage;
mod currency;
mod definitions;
mod destination;
mod docset;
mod earlier;
mod encoding;
mod expansion;
mod fallback;
mod file;
mod fragment;
mod front_matter;
mod group;
mod include;
mod kept;
mod key_role;
mod landing;
mod limits;
mod lookup;
mod manual;
mod mark;
pub mod markup;
mod navigation;
mod page;
mod pairing;
mod path;
mod pattern;
mod pivots;
mod print;
mod published_folder;
mod redirect;
mod redirect_faults;
mod register;
mod role;
mod rows;
mod schema;
mod segment;
mod shard;
mod site;
mod snippet;
mod spelling;
mod status;
mod table;
mod tables;
mod target;
mod toc;
mod translations;
mod verdict;

pub use alignment::Spot;
pub use all_translations::{AllTranslations, Looked, MadeOf, note, unwatched, watching};
pub use allowance::{Allowance, Exemption, Extent, Flaw};
pub use anchor::{Slugger, slug};
pub use article::{Anchor, Article, ArticleId, Heading, Section};
pub use baseline::{Baseline, Fingerprint};
pub use block::{
    AlertKind, Alignment, Block, BlockKind, Definition, Inclusion, Inline, InlineKind, Link,
    LinkIndex, ListItem, single_blanks,
};
pub use catalogue::{
    CATALOGUE_VERSION, Catalogue, CatalogueCitation, CatalogueColumn, CatalogueLocale,
    CatalogueRow, CatalogueTable, CellText, RowText, TableText,
};
pub use code::{Code, codes, is_code, is_hexadecimal, is_unmistakable, normal_key, visible};
pub use cohort::Cohort;
pub use config::{
    ColumnSchema, Config, Fallback, FrontMatterSchema, GlossaryEntry, Levels, LocaleConfig,
    ManualConfig, Markup, RedirectEntry, Reference, Search, SiteInfo, TableSchema, TargetName,
    Terms, Untranslated,
};
pub use currency::{Currency, TRANSLATION_KEYS, short_version};
pub use destination::{Destination, Destinations, End, Missing};
pub use docset::{Docset, DocsetFiles, FileMetadata};
pub use earlier::Earlier;
pub use encoding::INVALID_ENCODING;
pub use expansion::{Expansion, Trouble, Wrong};
pub use file::{Size, is_harmless, is_image};
pub use fragment::Fragment;
pub use front_matter::{Entry, FrontMatter, Value};
pub use group::{Parts, reference};
pub use include::Lost;
pub use kept::ArticleText;
pub use key_role::{COMMIT_KEYS, HASH_KEYS, KeyRole, LOCALE_KEYS};
pub use landing::{ArticleKind, LinkKind};
pub use limits::{Limit, Limits, Measure};
pub use lookup::Found;
pub use manual::{
    MANUAL_KEY, MANUAL_KEYS, MANUAL_NAME_LENGTH, MANUAL_SECTION, ManualFlaw, ManualWish,
    manual_index_name, manual_name,
};
pub use mark::{Mark, MarkKind};
pub use navigation::{
    ListedEntry, Listing, Loop, Navigation, NavigationTarget, NavigationTree, TreeEntry,
};
pub use page::{Content, Page, path_fault, shown_path};
pub use pairing::overlap;
pub use path::{article_named, locale_named, named_files, path_named};
pub use pattern::matches_path;
pub use pivots::Pivots;
pub use print::{Print, Printer, Prints};
pub use published_folder::PublishedFolder;
pub use redirect::Redirect;
pub use redirect_faults::{FAULTS as REDIRECT_FAULTS, unusable as redirect_unusable};
pub use register::{Names, Register, table_named, written_key};
pub use role::{is_host_name, is_host_pattern, is_identifier};
pub use schema::SCHEMA_MISMATCH;
pub use segment::{Frame, Segment, SegmentKind, frames, hash, is_comment};
pub use shard::Shard;
pub use site::Site;
pub use snippet::{NoLines, snippet_destination};
pub use spelling::{Likeness, Query};
pub use status::{Count, Debt, State, Status, Totals};
pub use table::{Cell, CellRef, Citation, Citations, Column, ColumnRole, Row, Table, TableRef};
pub use tables::TableSlot;
pub use target::{host, is_external, normal_target, percent_decoded, percent_encoded};
pub use toc::{Toc, TocEntry};
pub use translations::{Slot, Translations};
pub use verdict::{Statement, Verdict, decide};

//! One document in one language.

use std::sync::Arc;

use jiff::civil::Date;

use super::{
    Allowance, ArticleKind, Block, BlockKind, FrontMatter, HASH_KEYS, Inline, Link, Table,
};
use crate::diagnostic::{Source, Span};
use crate::locale::Locale;

/// An article's path under its locale, with `/` and without the extension: `guide/install`.
pub type ArticleId = String;

/// One document in one language.
///
/// Headings, tables and links stand in lists of their own, in the order of the text; the blocks refer to
/// them by index, so that a rule can walk the facts without walking the tree.
#[derive(Debug, Clone)]
pub struct Article {
    pub id: ArticleId,
    pub locale: Arc<Locale>,
    pub source: Arc<Source>,
    /// Forty hexadecimal digits: SHA-1 of the file's bytes with CRLF line endings, which is what
    /// `source-hash` and `ms.openlocfilehash` name.
    pub version: String,
    /// What the article was written as.
    pub kind: ArticleKind,
    pub front_matter: FrontMatter,
    pub blocks: Vec<Block>,
    pub headings: Vec<Heading>,
    /// Never empty: the first section is what stands before the first heading.
    pub sections: Vec<Section>,
    pub tables: Vec<Table>,
    pub links: Vec<Link>,
    /// Places that raw HTML names with `<a name="…">`, outside the starts of headings.
    pub anchors: Vec<Anchor>,
    /// The comments that allow findings, in the order of the text; they stand nowhere else in the article.
    pub allowances: Vec<Allowance>,
}

/// A place in an article that a link can lead to.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Anchor {
    pub id: String,
    /// The id alone.
    pub span: Span,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Heading {
    pub span: Span,
    /// 1 to 6.
    pub level: u8,
    pub content: Vec<Inline>,
    /// The words alone.
    pub text: String,
    /// The id that the author wrote, as `{#id}` or as `<a name="id"></a>` at the start, and where.
    pub explicit: Option<(String, Span)>,
    /// GitHub's slug of the words, unique in the article.
    pub slug: String,
    /// What links to the section name, the same in all languages once the site is grouped.
    pub anchor: String,
    /// Other names that lead here: this language's own id and slug where they differ from the anchor.
    pub aliases: Vec<String>,
}

/// A heading at the top level of an article and the blocks up to the next one.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Section {
    /// Index into [`Article::headings`]; `None` for what stands before the first heading.
    pub heading: Option<usize>,
    /// Range in [`Article::blocks`], without the heading.
    pub start: usize,
    pub end: usize,
}

impl Section {
    /// Cuts blocks at the headings of the top level.
    pub fn cut(blocks: &[Block]) -> Vec<Section> {
        let mut sections = vec![Section {
            heading: None,
            start: 0,
            end: 0,
        }];
        for (index, block) in blocks.iter().enumerate() {
            match block.kind {
                BlockKind::Heading(heading) => sections.push(Section {
                    heading: Some(heading),
                    start: index + 1,
                    end: index + 1,
                }),
                _ => sections.last_mut().expect("begins with one").end = index + 1,
            }
        }
        sections
    }
}

impl Article {
    /// The path of its file under the language.
    pub fn path(&self) -> &str {
        let path = self.source.path();
        super::docset::below(path, self.locale.folder()).unwrap_or(path)
    }

    /// The words of the first heading of level 1, else the front matter's `title`, else the last part of the path.
    pub fn title(&self) -> &str {
        self.headings
            .iter()
            .find(|heading| heading.level == 1 && !heading.text.is_empty())
            .map(|heading| heading.text.as_str())
            .or_else(|| self.front_matter.text("title"))
            .unwrap_or_else(|| self.id.rsplit('/').next().unwrap_or(&self.id))
    }

    /// The day that an article says it was last changed: `date` as in ISO 8601, `ms.date` with the month first.
    pub fn date(&self) -> Option<Date> {
        let written =
            |key, format| Date::strptime(format, self.front_matter.text(key)?.trim()).ok();
        // A time of day may stand behind the date.
        let iso = || {
            let text = self.front_matter.text("date")?.trim();
            Date::strptime("%Y-%m-%d", text.get(..10)?).ok()
        };
        iso()
            .or_else(|| written("ms.date", "%m/%d/%Y"))
            .filter(|date| date.year() > 0)
    }

    /// The source version that this translation says it was made from, and where it says so.
    pub fn source_version(&self) -> Option<(&str, Span)> {
        HASH_KEYS.iter().find_map(|key| {
            let entry = self.front_matter.entry(key)?;
            Some((
                entry.value.as_text().filter(|hash| !hash.is_empty())?,
                entry.value_span,
            ))
        })
    }

    /// The heading of a section, where it has one.
    pub fn heading(&self, section: &Section) -> Option<&Heading> {
        section.heading.map(|index| &self.headings[index])
    }

    /// Whether a fragment leads somewhere in this article.
    pub fn has_anchor(&self, fragment: &str) -> bool {
        self.headings.iter().any(|heading| {
            heading.anchor == fragment || heading.aliases.iter().any(|alias| alias == fragment)
        }) || self.anchors.iter().any(|anchor| anchor.id == fragment)
            || self
                .tables
                .iter()
                .flat_map(|table| &table.rows)
                .any(|row| row.anchor.as_deref() == Some(fragment))
    }
}

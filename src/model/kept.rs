//! An article in all its languages as data that can be kept.

use std::sync::{Arc, OnceLock};

use serde::{Deserialize, Serialize};

use super::translations::Cited;
use super::{
    Allowance, Anchor, Article, ArticleKind, Block, Cohort, Entry, FrontMatter, Heading, Link,
    Section, Slot, Table, TableSlot, Translations, Value,
};
use crate::diagnostic::{Source, Span};
use crate::locale::Locale;

/// A text of an article, which is kept elsewhere.
#[derive(Debug, Clone)]
pub struct ArticleText {
    pub locale: Arc<Locale>,
    pub source: Arc<Source>,
    /// See [`Article::version`].
    pub version: String,
}

/// The parts of an article besides its text, in the order of its fields.
type ArticleParts<F, B, H, S, T, L, A, C> = (ArticleKind, F, B, H, S, T, L, A, C);

/// What is written of an article, and what is read.
type Written<'a> = ArticleParts<
    KeptFrontMatter,
    &'a [Block],
    &'a [Heading],
    &'a [Section],
    &'a [Table],
    &'a [Link],
    &'a [Anchor],
    &'a [Allowance],
>;
type Read = ArticleParts<
    KeptFrontMatter,
    Vec<Block>,
    Vec<Heading>,
    Vec<Section>,
    Vec<Table>,
    Vec<Link>,
    Vec<Anchor>,
    Vec<Allowance>,
>;

/// What corresponds to what. The running text is laid side by side when somebody asks for it.
#[derive(Serialize, Deserialize)]
struct Pairs {
    reference: Option<usize>,
    sections: Vec<Slot>,
    section_slots: Vec<Vec<usize>>,
    tables: Vec<TableSlot>,
    cohorts: Vec<Cohort>,
    cited: Vec<Cited>,
}

/// A [`FrontMatter`]; its own form as data is made for readers.
#[derive(Serialize, Deserialize)]
struct KeptFrontMatter(Span, Vec<(String, Span, KeptValue, Span)>);

#[derive(Serialize, Deserialize)]
enum KeptValue {
    Null,
    Text(String),
    Sequence(Vec<KeptValue>),
    Mapping(Vec<(String, KeptValue)>),
}

impl Translations {
    /// Adds everything but the texts to some bytes, in a form that only this program reads.
    pub fn keep(&self, bytes: Vec<u8>) -> Option<Vec<u8>> {
        let articles: Vec<Written> = self.articles.iter().map(written).collect();
        let pairs = Pairs {
            reference: self.reference,
            sections: self.sections.clone(),
            section_slots: self.section_slots.clone(),
            tables: self.tables.clone(),
            cohorts: self.cohorts.clone(),
            cited: self.cited.clone(),
        };
        postcard::to_extend(&(articles, pairs), bytes).ok()
    }

    /// Makes an article again of what was kept and its texts, in their order; nothing where the two do not belong together. What only the rest of
    /// the site could tell is taken back.
    pub fn restored(id: &str, kept: &[u8], texts: Vec<ArticleText>) -> Option<Translations> {
        let (articles, pairs): (Vec<Read>, Pairs) = postcard::from_bytes(kept).ok()?;
        if articles.len() != texts.len() {
            return None;
        }
        let articles = articles.into_iter().zip(texts);
        let translations = Translations {
            id: id.to_owned(),
            is_page: true,
            articles: articles
                .map(|(parts, text)| read(id, parts, text))
                .collect(),
            reference: pairs.reference,
            sections: pairs.sections,
            section_slots: pairs.section_slots,
            tables: pairs.tables,
            text: OnceLock::new(),
            cohorts: pairs.cohorts,
            cited: pairs.cited,
        };
        Some(translations.alone())
    }
}

fn written(article: &Article) -> Written<'_> {
    (
        article.kind.clone(),
        KeptFrontMatter::of(&article.front_matter),
        &article.blocks,
        &article.headings,
        &article.sections,
        &article.tables,
        &article.links,
        &article.anchors,
        &article.allowances,
    )
}

fn read(id: &str, parts: Read, text: ArticleText) -> Article {
    let (kind, front_matter, blocks, headings, sections, tables, links, anchors, allowances) =
        parts;
    Article {
        id: id.to_owned(),
        locale: text.locale,
        source: text.source,
        version: text.version,
        kind,
        front_matter: front_matter.restored(),
        blocks,
        headings,
        sections,
        tables,
        links,
        anchors,
        allowances,
    }
}

impl KeptFrontMatter {
    fn of(front_matter: &FrontMatter) -> KeptFrontMatter {
        let entries = front_matter.entries.iter().map(|entry| {
            let value = KeptValue::of(&entry.value);
            (entry.key.clone(), entry.key_span, value, entry.value_span)
        });
        KeptFrontMatter(front_matter.span, entries.collect())
    }

    fn restored(self) -> FrontMatter {
        let entries = self.1.into_iter();
        let entries = entries.map(|(key, key_span, value, value_span)| Entry {
            key,
            key_span,
            value: value.restored(),
            value_span,
        });
        FrontMatter {
            span: self.0,
            entries: entries.collect(),
        }
    }
}

impl KeptValue {
    fn of(value: &Value) -> KeptValue {
        match value {
            Value::Null => KeptValue::Null,
            Value::Text(text) => KeptValue::Text(text.clone()),
            Value::Sequence(values) => {
                KeptValue::Sequence(values.iter().map(KeptValue::of).collect())
            }
            Value::Mapping(entries) => {
                let entries = entries.iter();
                let kept = entries.map(|(key, value)| (key.clone(), KeptValue::of(value)));
                KeptValue::Mapping(kept.collect())
            }
        }
    }

    fn restored(self) -> Value {
        match self {
            KeptValue::Null => Value::Null,
            KeptValue::Text(text) => Value::Text(text),
            KeptValue::Sequence(values) => {
                Value::Sequence(values.into_iter().map(KeptValue::restored).collect())
            }
            KeptValue::Mapping(entries) => {
                let entries = entries.into_iter();
                Value::Mapping(entries.map(|(key, it)| (key, it.restored())).collect())
            }
        }
    }
}

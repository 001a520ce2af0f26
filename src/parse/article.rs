//! Puts an article together: front matter, blocks, sections.

use std::sync::Arc;

use super::emphasis::Emphasis;
use super::landing::{self, Landing};
use super::markdown::Document;
use super::{allowance, front_matter, markdown};
use crate::diagnostic::{Diagnostic, Parsed, Source};
use crate::locale::Locale;
use crate::model::{
    Allowance, Article, ArticleId, ArticleKind, Block, FrontMatter, Heading, Limits, Section,
    Slugger, Table, slug,
};

/// Reads an article, whatever its text; each flaw is a diagnostic about the article in its language.
///
/// `version` is the SHA-1 that translations of this text would name; `cjk_emphasis` is what the configuration says of it.
pub fn article(
    id: ArticleId,
    locale: &Arc<Locale>,
    source: &Arc<Source>,
    version: String,
    cjk_emphasis: Option<bool>,
) -> Parsed<Article> {
    let limits = Limits::default();
    article_within(&limits, id, locale, source, version, cjk_emphasis)
}

/// Reads an article as [`article`] does; what is more than the limits is left out or simplified, and reported.
pub fn article_within(
    limits: &Limits,
    id: ArticleId,
    locale: &Arc<Locale>,
    source: &Arc<Source>,
    version: String,
    cjk_emphasis: Option<bool>,
) -> Parsed<Article> {
    let emphasis = Emphasis::of(cjk_emphasis, locale);
    let Parsed {
        value: written,
        diagnostics,
    } = match is_yaml(source) {
        true => landing(source, limits),
        false => text(source, emphasis, limits),
    };
    let mut document = written.document;
    let sections = Section::cut(&document.blocks);
    name_headings(&mut document.headings);
    place_tables(&sections, &document.blocks, &mut document.tables);
    let diagnostics = diagnostics
        .into_iter()
        .map(|diagnostic| diagnostic.about(&id, locale.folder()))
        .collect();
    let value = Article {
        id,
        locale: Arc::clone(locale),
        source: Arc::clone(source),
        version,
        kind: written.kind,
        front_matter: written.front_matter,
        blocks: document.blocks,
        headings: document.headings,
        sections,
        tables: document.tables,
        links: document.links,
        anchors: document.anchors,
        allowances: written.allowances,
    };
    Parsed { value, diagnostics }
}

/// What an article's file says, before its parts are named.
struct Written {
    kind: ArticleKind,
    front_matter: FrontMatter,
    document: Document,
    allowances: Vec<Allowance>,
}

/// Whether an article is written as YAML: only landing pages are.
fn is_yaml(source: &Source) -> bool {
    let extension = source.path().rsplit_once('.');
    extension.is_some_and(|(_, extension)| extension.eq_ignore_ascii_case("yml"))
}

fn text(source: &Arc<Source>, emphasis: Emphasis, limits: &Limits) -> Parsed<Written> {
    let (front_matter, body) = front_matter::split(source, limits);
    let document = markdown::document_within(limits, source, body, emphasis);
    let mut diagnostics: Vec<Diagnostic> = front_matter.diagnostics;
    diagnostics.extend(document.diagnostics);
    let mut document = document.value;
    let allowances = allowance::take(source, &mut document);
    let value = Written {
        kind: ArticleKind::Text,
        front_matter: front_matter.value,
        document,
        allowances,
    };
    Parsed { value, diagnostics }
}

fn landing(source: &Arc<Source>, limits: &Limits) -> Parsed<Written> {
    let Parsed { value, diagnostics } = landing::landing(source, limits);
    let Landing {
        front_matter,
        document,
        lists,
        items,
    } = value;
    let value = Written {
        kind: ArticleKind::Landing { lists, items },
        front_matter,
        document,
        allowances: Vec::new(),
    };
    Parsed { value, diagnostics }
}

/// Gives each heading its slug, and for the time being the anchor that it has by itself.
fn name_headings(headings: &mut [Heading]) {
    let mut slugs = Slugger::default();
    for heading in headings {
        let words = slug(&heading.text);
        heading.slug = slugs.unique(if words.is_empty() { "section" } else { &words });
        heading.anchor = match &heading.explicit {
            Some((id, _)) => id.clone(),
            None => heading.slug.clone(),
        };
    }
}

/// Tells each table the section it stands in.
fn place_tables(sections: &[Section], blocks: &[Block], tables: &mut [Table]) {
    let starts: Vec<usize> = sections
        .iter()
        .map(|section| match section.start {
            0 => 0,
            start => blocks[start - 1].span.start,
        })
        .collect();
    for table in tables {
        table.section = starts
            .partition_point(|start| *start <= table.span.start)
            .saturating_sub(1);
    }
}

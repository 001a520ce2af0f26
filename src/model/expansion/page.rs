//! Puts one page together: which articles it takes in, and where their things go.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::base::Base;
use super::{Expansion, SHORT, Trouble, Wrong};
use crate::diagnostic::Source;
use crate::model::anchor::Slugger;
use crate::model::{Article, Block, BlockKind, Limit, Section, Site, Table};

/// Puts one page together.
pub(super) struct Expander<'s> {
    pub(super) site: &'s Site,
    pub(super) folder: &'s str,
    pub(super) page: Article,
    /// The source of the page so far.
    pub(super) text: String,
    pub(super) names: Slugger,
    /// The labels of footnotes that the page has, in lower case.
    pub(super) labels: HashSet<String>,
    /// Footnotes of texts that stand within a line: they follow at the end.
    pub(super) notes: Vec<Block>,
    /// The articles that are being read, the page itself first.
    pub(super) open: Vec<(usize, usize)>,
    /// How deep the blocks being read lie.
    pub(super) nesting: usize,
    pub(super) left: usize,
    pub(super) parts: HashSet<usize>,
    pub(super) troubles: Vec<Trouble>,
}

/// A text on its way into the page, and where its things went.
pub(super) struct Part<'s> {
    pub(super) article: &'s Article,
    pub(super) base: Base,
    /// By label of the text what it is called on the page.
    pub(super) labels: HashMap<String, String>,
}

impl<'s> Expander<'s> {
    pub(super) fn new(site: &'s Site, own: &Article, folder: &'s str) -> Self {
        let mut names = Slugger::default();
        let headings = own.headings.iter();
        let of_headings = headings.flat_map(|it| it.aliases.iter().chain([&it.anchor]));
        let rows = own.tables.iter().flat_map(|table| &table.rows);
        let of_rows = rows.filter_map(|row| row.anchor.as_ref());
        let of_anchors = own.anchors.iter().map(|anchor| &anchor.id);
        for name in of_headings.chain(of_rows).chain(of_anchors) {
            if !names.has(name) {
                names.unique(name);
            }
        }
        Expander {
            site,
            folder,
            page: own.clone(),
            text: own.source.text().to_owned(),
            names,
            labels: labels(&own.blocks)
                .into_iter()
                .map(str::to_lowercase)
                .collect(),
            notes: Vec::new(),
            open: Vec::new(),
            nesting: 0,
            left: site.config.limits.get(Limit::IncludedText),
            parts: HashSet::new(),
            troubles: Vec::new(),
        }
    }

    pub(super) fn expanded(mut self, place: (usize, usize)) -> Expansion {
        let site = self.site;
        let article = &site.translations[place.0].articles[place.1];
        let part = Part {
            article,
            base: Base::default(),
            labels: HashMap::new(),
        };
        self.open.push(place);
        self.lists(&part);
        let blocks = std::mem::take(&mut self.page.blocks);
        let mut blocks = self.blocks(&blocks, &part);
        blocks.append(&mut self.notes);
        self.page.sections = Section::cut(&blocks);
        place_tables(&self.page.sections, &blocks, &mut self.page.tables);
        self.page.blocks = blocks;
        self.page.source = Arc::new(Source::new(article.source.path(), self.text));
        let mut parts: Vec<usize> = self.parts.into_iter().collect();
        parts.sort_unstable();
        Expansion {
            article: self.page,
            parts,
            troubles: self.troubles,
        }
    }

    /// The blocks of an included article, to stand in the place of an include.
    pub(super) fn include(&mut self, part: &Part<'s>, link: usize) -> Option<Vec<Block>> {
        let site = self.site;
        let named = site
            .included(part.article, self.folder, &part.article.links[link])
            .ok()?;
        let article = &site.translations[named.0].articles[named.1];
        if let Some(wrong) = self.wrong(named, article) {
            self.troubles.push(Trouble {
                article: *self.open.last().expect("the page is open"),
                link,
                wrong,
            });
            return None;
        }
        self.left = self
            .left
            .saturating_sub(article.source.text().len().max(SHORT));
        self.parts.insert(named.0);
        self.open.push(named);
        let part = self.admit(article);
        self.lists(&part);
        let blocks = self.blocks(&article.blocks, &part);
        self.open.pop();
        Some(blocks)
    }

    /// Why an article cannot be included here.
    pub(super) fn wrong(&self, named: (usize, usize), article: &Article) -> Option<Wrong> {
        if let Some(first) = self.open.iter().position(|(open, _)| *open == named.0) {
            let ids = self.open[first..].iter().chain([&named]);
            let id = |(at, _): &(usize, usize)| self.site.translations[*at].id.clone();
            return Some(Wrong::Circle(ids.map(id).collect()));
        }
        let limits = &self.site.config.limits;
        let is_deep = || self.nesting + depth(&article.blocks) > limits.get(Limit::Nesting);
        if self.open.len() > limits.get(Limit::IncludeDepth) || is_deep() {
            return Some(Wrong::TooDeep);
        }
        (article.source.text().len().max(SHORT) > self.left).then_some(Wrong::TooMuch)
    }
}

fn depth(blocks: &[Block]) -> usize {
    let of_block = |block: &Block| match block.kind.containers() {
        nested if nested.is_empty() => 0,
        nested => 1 + nested.into_iter().map(depth).max().unwrap_or(0),
    };
    blocks.iter().map(of_block).max().unwrap_or(0)
}

/// The labels of the footnotes that blocks define, each once.
pub(super) fn labels(blocks: &[Block]) -> Vec<&str> {
    let mut labels = Vec::new();
    push_labels(blocks, &mut labels);
    labels.sort_unstable();
    labels.dedup();
    labels
}

fn push_labels<'a>(blocks: &'a [Block], labels: &mut Vec<&'a str>) {
    for block in blocks {
        if let BlockKind::Footnote { label, .. } = &block.kind {
            labels.push(label);
        }
        for nested in block.kind.containers() {
            push_labels(nested, labels);
        }
    }
}

fn place_tables(sections: &[Section], blocks: &[Block], tables: &mut [Table]) {
    for (at, section) in sections.iter().enumerate() {
        place_in(
            at,
            &blocks[section.start.min(section.end)..section.end],
            tables,
        );
    }
}

fn place_in(section: usize, blocks: &[Block], tables: &mut [Table]) {
    for block in blocks {
        if let BlockKind::Table(at) = block.kind {
            tables[at].section = section;
        }
        for nested in block.kind.containers() {
            place_in(section, nested, tables);
        }
    }
}

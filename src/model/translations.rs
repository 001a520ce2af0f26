//! One article in all its languages, and what corresponds to what.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use super::alignment::Alignment;
use super::pairing::{self, Item};
use super::schema::Declared;
use super::segment::{self, Segment};
use super::{
    Article, ArticleId, Cohort, ColumnRole, Heading, Spot, TableRef, TableSlot, alignment, anchor,
    cohort, tables,
};

/// One article in all the languages that have it.
#[derive(Debug, Clone)]
pub struct Translations {
    pub id: ArticleId,
    /// Whether the article is a page of its own: what the configuration excludes only stands in others.
    pub is_page: bool,
    /// In the order of the site's locales; never empty.
    pub articles: Vec<Article>,
    /// Index of the reference article.
    pub reference: Option<usize>,
    /// Sections that correspond.
    pub sections: Vec<Slot>,
    /// For each article and section the index of its slot.
    pub(super) section_slots: Vec<Vec<usize>>,
    /// Tables that correspond.
    pub tables: Vec<TableSlot>,
    /// The running text, once somebody asks for it.
    pub(super) text: OnceLock<Text>,
    /// Which articles may be held against one another.
    pub cohorts: Vec<Cohort>,
    /// The columns whose codes another table defines, and what they were before that was known.
    pub(super) cited: Vec<Cited>,
}

/// A column that cites another table, and its roles by itself: for these the rest of the site does not matter.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub(super) struct Cited {
    pub(super) slot: usize,
    pub(super) column: usize,
    /// The table that it cites.
    pub(super) definition: TableRef,
    pub(super) role: ColumnRole,
    /// By article and table.
    pub(super) own: Vec<(Item, ColumnRole)>,
}

/// Things that correspond: for each article the index of its own, where it has one.
///
/// Where an article has none the thing is *missing* there; where only few have one it is *extra*.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub struct Slot {
    pub members: Vec<Option<usize>>,
}

impl Slot {
    /// The articles that have the thing, with the index of their own.
    pub fn present(&self) -> impl Iterator<Item = (usize, usize)> {
        self.members
            .iter()
            .enumerate()
            .filter_map(|(article, member)| Some((article, (*member)?)))
    }
}

/// The running text of all languages, piece by piece.
///
/// Rules ask for it, and pages do not. A large site that nobody checks would keep a fifth of its memory for it.
#[derive(Debug, Clone)]
pub(super) struct Text {
    segments: Vec<Vec<Segment>>,
    pieces: Vec<Slot>,
    spots: Vec<Spot>,
    stretches: Vec<f64>,
}

impl Translations {
    /// Each article's segments.
    pub fn segments(&self) -> &[Vec<Segment>] {
        &self.text().segments
    }

    /// Segments that correspond, in the order of the text.
    pub fn pieces(&self) -> &[Slot] {
        &self.text().pieces
    }

    /// Headings, segments and tables in the order of the text.
    pub fn spots(&self) -> &[Spot] {
        &self.text().spots
    }

    /// For each article the logarithm of how much longer its language is than the one all are laid along.
    pub fn stretches(&self) -> &[f64] {
        &self.text().stretches
    }

    fn text(&self) -> &Text {
        self.text.get_or_init(|| {
            let segments: Vec<Vec<Segment>> = self.articles.iter().map(segment::segments).collect();
            let aligned = self.aligned(&segments, self.pivot());
            self.laid(segments, aligned)
        })
    }

    /// The text as it is laid, where the tables have found each other.
    fn laid(&self, segments: Vec<Vec<Segment>>, aligned: Alignment) -> Text {
        Text {
            segments,
            pieces: aligned.pieces,
            spots: self.with_tables_joined(aligned.spots, &aligned.tables),
            stretches: aligned.stretches,
        }
    }

    fn aligned(&self, segments: &[Vec<Segment>], pivot: usize) -> Alignment {
        alignment::align(&self.articles, segments, &self.sections, pivot)
    }

    /// Puts one article's languages side by side. `is_compared` says that somebody will ask for the running text.
    pub(super) fn pair(
        id: ArticleId,
        articles: Vec<Article>,
        reference: Option<usize>,
        declared: &[Declared],
        is_compared: bool,
    ) -> Translations {
        let segments: Vec<Vec<Segment>> = articles.iter().map(segment::segments).collect();
        let mut translations = Translations {
            id,
            is_page: true,
            reference,
            sections: Vec::new(),
            section_slots: Vec::new(),
            tables: Vec::new(),
            text: OnceLock::new(),
            cohorts: Vec::new(),
            cited: Vec::new(),
            articles,
        };
        let pivot = translations.pivot();
        translations.sections = translations.pair_sections(&segments, pivot);
        translations.section_slots = translations.section_slots();
        let has_tables = translations.articles.iter().any(|it| !it.tables.is_empty());
        let aligned = (is_compared || has_tables).then(|| translations.aligned(&segments, pivot));
        anchor::unite(
            &mut translations.articles,
            &translations.sections,
            reference,
        );
        if let Some(aligned) = aligned {
            translations.tables = tables::pair(&mut translations, &aligned.tables, pivot, declared);
            if is_compared {
                translations.text = OnceLock::from(translations.laid(segments, aligned));
            }
        }
        translations.cohorts = cohort::cohorts(&translations);
        translations
    }

    /// Takes back what only the rest of the site could tell, so that a site can be made anew around it.
    pub(super) fn alone(mut self) -> Translations {
        for cited in std::mem::take(&mut self.cited) {
            self.tables[cited.slot].roles[cited.column] = cited.role;
            for ((article, table), role) in cited.own {
                let column = &mut self.articles[article].tables[table].columns[cited.column];
                column.role = role;
                column.defined_by = None;
            }
        }
        self
    }

    /// The article that stands for all: the reference, else the first.
    pub fn principal(&self) -> &Article {
        &self.articles[self.reference.unwrap_or(0)]
    }

    /// Returns the article in a language.
    pub fn in_locale(&self, folder: &str) -> Option<&Article> {
        Some(&self.articles[self.position(folder)?])
    }

    /// Index of the article in a language.
    pub fn position(&self, folder: &str) -> Option<usize> {
        self.articles
            .iter()
            .position(|article| article.locale.folder() == folder)
    }

    /// The sections that correspond to one of an article's.
    pub fn section_slot(&self, (article, section): Item) -> &Slot {
        &self.sections[self.section_slots[article][section]]
    }

    /// The index in [`Translations::sections`] of an article's section.
    pub fn section_index(&self, (article, section): Item) -> usize {
        self.section_slots[article][section]
    }

    /// The heading of a section, by article and section.
    pub fn heading(&self, (article, section): Item) -> Option<&Heading> {
        let article = &self.articles[article];
        article.heading(&article.sections[section])
    }

    /// The article that the others are laid along: the reference, else the first one of the commonest build.
    fn pivot(&self) -> usize {
        let build = |article: &Article| {
            let levels: Vec<u8> = article
                .headings
                .iter()
                .map(|heading| heading.level)
                .collect();
            let tables: Vec<(usize, usize)> = article
                .tables
                .iter()
                .map(|table| (table.columns.len(), table.rows.len()))
                .collect();
            (levels, tables)
        };
        let builds: Vec<_> = self.articles.iter().map(build).collect();
        let companions = |at: usize| builds.iter().filter(|build| **build == builds[at]).count();
        self.reference
            .or_else(|| (0..builds.len()).max_by_key(|at| (companions(*at), builds.len() - at)))
            .unwrap_or(0)
    }

    fn pair_sections(&self, segments: &[Vec<Segment>], pivot: usize) -> Vec<Slot> {
        let profiles: Vec<Vec<Vec<u64>>> = segments
            .iter()
            .enumerate()
            .map(|(article, segments)| self.profiles(article, segments))
            .collect();
        let lengths: Vec<usize> = self
            .articles
            .iter()
            .map(|article| article.sections.len())
            .collect();
        pairing::pair(&lengths, pivot, |a, b| {
            let alike = pairing::overlap(&profiles[a.0][a.1], &profiles[b.0][b.1]);
            self.heading_likeness(a, b, alike)
        })
    }

    fn section_slots(&self) -> Vec<Vec<usize>> {
        let slots_of = |article: &Article| vec![0; article.sections.len()];
        let mut slots: Vec<Vec<usize>> = self.articles.iter().map(slots_of).collect();
        for (at, slot) in self.sections.iter().enumerate() {
            for (article, section) in slot.present() {
                slots[article][section] = at;
            }
        }
        slots
    }

    /// What each section of an article holds: kinds of segments, shapes of tables, and invariant tokens.
    fn profiles(&self, article: usize, segments: &[Segment]) -> Vec<Vec<u64>> {
        let mut profiles = vec![Vec::new(); self.articles[article].sections.len()];
        for segment in segments {
            profiles[segment.section].push(segment::hash_of(&segment.kind));
            profiles[segment.section].extend(&segment.tokens);
        }
        for table in &self.articles[article].tables {
            profiles[table.section].push(segment::hash_of(&("table of", table.columns.len())));
        }
        for (section, profile) in self.articles[article].sections.iter().zip(&mut profiles) {
            if let Some(heading) = self.articles[article].heading(section) {
                profile.extend(segment::tokens(&self.articles[article], &heading.content));
            }
            profile.sort_unstable();
        }
        profiles
    }

    /// How probable it is that two sections are the same: by their names, then by level and by how alike they are.
    fn heading_likeness(&self, a: Item, b: Item, alike: f64) -> f64 {
        let (one, other) = match (self.heading(a), self.heading(b)) {
            (None, None) => return 1.0,
            (Some(one), Some(other)) => (one, other),
            _ => return 0.0,
        };
        let level = if one.level == other.level { 1.0 } else { 0.5 };
        let names = |heading: &Heading| heading.explicit.as_ref().map(|(id, _)| id.clone());
        match (names(one), names(other)) {
            (Some(a), Some(b)) if a == b => 1.0,
            (Some(a), None) if a == other.slug => 1.0,
            (None, Some(b)) if b == one.slug => 1.0,
            // Two names that differ are two sections, unless everything else speaks against it.
            (Some(_), Some(_)) => level * (0.2 + 0.5 * alike),
            _ if one.text == other.text => level * 0.95,
            _ => level * (0.4 + 0.5 * alike),
        }
    }

    /// Tables that were moved are one table, which stands where it stands first.
    fn with_tables_joined(&self, spots: Vec<Spot>, aligned: &[Slot]) -> Vec<Spot> {
        let mut joined: HashMap<Item, usize> = HashMap::new();
        for (at, slot) in self.tables.iter().enumerate() {
            joined.extend(slot.tables.present().map(|item| (item, at)));
        }
        let mut seen = HashSet::new();
        let place = |spot: Spot| match spot {
            Spot::Table(at) => {
                let first = aligned[at].present().next()?;
                let table = *joined.get(&first)?;
                seen.insert(table).then_some(Spot::Table(table))
            }
            other => Some(other),
        };
        spots.into_iter().filter_map(place).collect()
    }
}

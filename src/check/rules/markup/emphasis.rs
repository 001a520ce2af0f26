//! Emphasis in a passage in all languages: how much there is, and where its marks show.

use super::blame::{self, Blame};
use super::markers::{self, Lacks, Marker};
use super::tags;
use crate::check::{Comparison, Passage, Words};
use crate::model::InlineKind;

/// How many spans of each kind a passage has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Emphasis {
    pub strong: usize,
    pub emphasis: usize,
}

impl Emphasis {
    pub fn of(words: &Words) -> Emphasis {
        let mut found = Emphasis::default();
        for inline in words.each() {
            match &inline.kind {
                InlineKind::Strong(_) => found.strong += 1,
                InlineKind::Emphasis(_) => found.emphasis += 1,
                InlineKind::Html(html) => found.add(html),
                _ => {}
            }
        }
        found
    }

    /// `<b>` is emphasis as good as `**`.
    fn add(&mut self, html: &str) {
        for tag in tags::of_html(html, 0).iter().filter(|tag| !tag.closing) {
            match tag.name.as_str() {
                "strong" | "b" => self.strong += 1,
                "em" | "i" => self.emphasis += 1,
                _ => {}
            }
        }
    }

    pub fn total(self) -> usize {
        self.strong + self.emphasis
    }
}

/// Returns who shows marks in a passage, with the marks.
pub fn visible(comparison: &Comparison, passage: &Passage) -> Vec<(Blame, Vec<Marker>)> {
    if !has_marks(comparison, passage) {
        return Vec::new();
    }
    let counted: Vec<(usize, Emphasis)> = comparison
        .members()
        .iter()
        .filter_map(|&article| Some((article, Emphasis::of(&passage.words(article)?))))
        .collect();
    let usual = |count: fn(&Emphasis) -> usize| {
        let counts: Vec<(usize, usize)> = counted.iter().map(|(at, it)| (*at, count(it))).collect();
        blame::usual(comparison, &counts)
    };
    let (strong, emphasis) = (usual(|it| it.strong), usual(|it| it.emphasis));
    let mut found: Vec<(usize, Vec<Marker>)> = counted
        .iter()
        .filter_map(|(article, here)| {
            let lacks = Lacks {
                strong: here.strong < strong,
                emphasis: here.emphasis < emphasis,
            };
            let source = &comparison.article(*article).source;
            let words = passage.words(*article)?;
            let cell = passage.is_cell();
            Some((*article, markers::markers(source, &words, cell, lacks)))
        })
        .collect();
    let count = |article: usize| {
        let here = found.iter().find(|(at, _)| *at == article)?;
        Some(here.1.len())
    };
    let blames = blame::blame(comparison, count);
    blames
        .into_iter()
        .filter_map(|blame| {
            let at = found.iter().position(|(at, _)| *at == blame.article)?;
            Some((blame, found.swap_remove(at).1))
        })
        .collect()
}

/// Whether some language emphasizes words of a passage, or shows marks.
pub fn is_meant(comparison: &Comparison, passage: &Passage) -> bool {
    let emphasizes = |article: &usize| {
        let words = passage.words(*article);
        words.is_some_and(|words| Emphasis::of(&words).total() > 0)
    };
    has_marks(comparison, passage) || comparison.members().iter().any(emphasizes)
}

fn has_marks(comparison: &Comparison, passage: &Passage) -> bool {
    comparison.members().iter().any(|&article| {
        let words = passage.words(article);
        let mut prose = words.iter().flat_map(Words::prose);
        prose.any(|run| run.text.contains(['*', '_']))
    })
}

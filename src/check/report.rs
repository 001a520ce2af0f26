//! The result of a check.

use super::baseline::Applied;
use super::collapse::{self, Examined};
use super::ran::Ran;
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::Site;

/// What was found, and what was looked at: silence must be earned.
#[derive(Debug, Clone, Default)]
pub struct Report {
    pub summary: Summary,
    /// Sorted by path, place and rule.
    pub diagnostics: Vec<Diagnostic>,
    /// Each rule that ran, with how many things it examined.
    pub examined: Vec<(&'static str, usize)>,
    /// How many findings a comment or `glotta.yml` allows; they are not among the diagnostics.
    pub allowed: usize,
    /// The baseline that was applied.
    pub baseline: Option<Applied>,
    /// What was looked for.
    pub ran: Ran,
    /// How much each rule examined in each article where it found something.
    pub(super) by_article: Examined,
}

/// How much there was to check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Summary {
    pub locales: usize,
    pub articles: usize,
    pub tables: usize,
    /// Rows below the headers.
    pub rows: usize,
    pub cells: usize,
}

impl Summary {
    pub fn of(site: &Site) -> Summary {
        let mut summary = Summary {
            locales: site.locales.len(),
            ..Summary::default()
        };
        for article in site.articles() {
            summary.articles += 1;
            summary.tables += article.tables.len();
            summary.rows += article
                .tables
                .iter()
                .map(|table| table.rows.len())
                .sum::<usize>();
            summary.cells += article
                .tables
                .iter()
                .flat_map(|table| &table.rows)
                .map(|row| row.cells.len())
                .sum::<usize>();
        }
        summary
    }
}

impl Report {
    /// A report on what could not even be checked.
    pub fn of(diagnostics: Vec<Diagnostic>) -> Report {
        Report {
            diagnostics,
            ..Report::default()
        }
    }

    /// Makes one finding of those warnings and infos that one language repeats in most places of an article: it is how somebody reads
    /// a report, and the last thing to be done with it.
    pub fn collapsed(mut self) -> Report {
        self.diagnostics = collapse::collapse(self.diagnostics, &self.by_article);
        self
    }

    /// How many findings there are of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.severity == severity)
            .count()
    }
}

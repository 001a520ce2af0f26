//! The result of a check.

use super::baseline::Applied;
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
    /// How many findings there are of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.severity == severity)
            .count()
    }
}

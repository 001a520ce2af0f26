//! Takes what the blocks of an included article refer to into the page, under names that nothing else there has.

use super::base::{self, Base};
use super::page::{Expander, Part, labels};
use crate::model::{Anchor, Article, Heading, Table};

impl<'s> Expander<'s> {
    /// Takes what an article's blocks refer to into the page.
    pub(super) fn admit(&mut self, article: &'s Article) -> Part<'s> {
        let base = Base {
            span: self.text.len() + 1,
            headings: self.page.headings.len(),
            tables: self.page.tables.len(),
            links: self.page.links.len(),
            way: base::way(&self.page.id, &article.id),
        };
        self.text.push('\n');
        self.text.push_str(article.source.text());
        let labels = labels(&article.blocks)
            .into_iter()
            .map(|label| (label.to_owned(), self.label(label)))
            .collect();
        for heading in &article.headings {
            let heading = self.heading(heading, &base);
            self.page.headings.push(heading);
        }
        for table in &article.tables {
            let table = self.table(table, &base);
            self.page.tables.push(table);
        }
        let links = article.links.iter().map(|link| base.link(link));
        self.page.links.extend(links);
        for anchor in &article.anchors {
            if !self.names.has(&anchor.id) {
                self.names.unique(&anchor.id);
                self.page.anchors.push(Anchor {
                    id: anchor.id.clone(),
                    span: base.span(anchor.span),
                });
            }
        }
        Part {
            article,
            base,
            labels,
        }
    }

    /// A label that no footnote of the page has.
    pub(super) fn label(&mut self, label: &str) -> String {
        let numbered = (2..).map(|number: usize| format!("{label}-{number}"));
        std::iter::once(label.to_owned())
            .chain(numbered)
            .find(|label| self.labels.insert(label.to_lowercase()))
            .expect("numbers do not end")
    }

    /// A heading whose names nothing else on the page has.
    pub(super) fn heading(&mut self, heading: &Heading, base: &Base) -> Heading {
        let anchor = self.names.unique(&heading.anchor);
        let mut aliases = heading.aliases.clone();
        aliases.retain(|alias| {
            let is_free = !self.names.has(alias);
            if is_free {
                self.names.unique(alias);
            }
            is_free
        });
        Heading {
            span: base.span(heading.span),
            explicit: heading
                .explicit
                .as_ref()
                .map(|(id, span)| (id.clone(), base.span(*span))),
            slug: match anchor == heading.anchor {
                true => heading.slug.clone(),
                false => anchor.clone(),
            },
            anchor,
            aliases,
            ..heading.clone()
        }
    }

    pub(super) fn table(&mut self, table: &Table, base: &Base) -> Table {
        let mut table = table.clone();
        table.span = base.span(table.span);
        for row in std::iter::once(&mut table.header).chain(&mut table.rows) {
            row.span = base.span(row.span);
            for cell in &mut row.cells {
                cell.span = base.span(cell.span);
            }
            let taken = row
                .anchor
                .as_ref()
                .is_some_and(|anchor| self.names.has(anchor));
            match &row.anchor {
                Some(anchor) if !taken => drop(self.names.unique(anchor)),
                _ => row.anchor = None,
            }
        }
        table
    }
}

//! What one language says of a table: its words, its place on a page, its rows and their cells.

use std::collections::HashMap;

use indexmap::IndexMap;

use super::register::{Names, Register, key_of, shown};
use crate::model::{Article, CellText, Column, Row, RowText, Table, TableRef, TableText};
use crate::model::{codes, normal_key};
use crate::render::article::one_line;
use crate::render::edition::{Edition, Place};
use crate::render::html;
use crate::render::link;
use crate::render::markdown;

/// A table in one language.
pub(super) struct Text<'a> {
    edition: &'a Edition<'a>,
    register: &'a Register,
    names: &'a Names,
    /// The article that the table stands in.
    place: Place,
    table: &'a Table,
    /// The page that shows it, and the table as it stands there, where any does.
    page: Option<(Place, &'a Table)>,
    /// The first row of each key, by the key's normal form.
    rows: HashMap<String, usize>,
    /// Whether it has the columns that are usual.
    is_usual: bool,
}

impl<'a> Text<'a> {
    /// A table as it stands in an article, by the article's place; `None` where the article lacks it.
    pub(super) fn of(
        edition: &'a Edition<'a>,
        register: &'a Register,
        reference: &TableRef,
        place: Place,
    ) -> Option<Text<'a>> {
        let table = shown(edition.site, reference, place.article)?;
        let names = register.names(reference);
        let on_page = |home: Place| {
            let tables = &edition.article(home).tables;
            let mut tables = tables.iter();
            Some((
                home,
                tables.find(|table| table.place.as_ref() == Some(reference))?,
            ))
        };
        Some(Text {
            edition,
            register,
            names,
            place,
            table,
            page: edition.home(place, place).and_then(on_page),
            rows: first_rows(table),
            is_usual: table.columns.len() == names.columns.len(),
        })
    }

    /// The folder of the language.
    pub(super) fn locale(&self) -> &'a str {
        self.edition.locale(self.place).folder()
    }

    pub(super) fn table_text(&self) -> TableText {
        let article = self.article();
        let section = article.sections.get(self.table.section);
        let heading = section.and_then(|section| article.heading(section));
        let labels = self.table.columns.iter();
        TableText {
            from: None,
            title: one_line(article.title()),
            section: heading.map(|heading| one_line(&heading.text)),
            page: self.page.map(|(page, _)| self.path(page)),
            source_version: article.source_version().map(|(hash, _)| hash.to_owned()),
            labels: match self.is_usual {
                true => labels.map(|column| one_line(&column.label)).collect(),
                false => Vec::new(),
            },
        }
    }

    /// What the language says in a row, by the normal form of its key.
    pub(super) fn row_text(&self, key: &str) -> Option<RowText> {
        let index = *self.rows.get(key)?;
        let row = self.table.rows.get(index)?;
        let on_page = self.page.and_then(|(_, table)| table.rows.get(index));
        let anchor = on_page.and_then(|row| row.anchor.as_deref());
        let id = anchor.map(html::identifier).filter(|id| !id.is_empty());
        Some(RowText {
            from: None,
            page: None,
            anchor: id.map(|id| link::encoded(&id)),
            cells: self.cells(row, on_page),
        })
    }

    /// The cells by the names of their columns; of a table with other columns than usual only the key can be told.
    fn cells(&self, row: &Row, on_page: Option<&Row>) -> IndexMap<String, CellText> {
        let key = self.table.key_column();
        let columns = self.table.columns.iter().enumerate();
        let columns = columns.filter(|(index, _)| self.is_usual || key == Some(*index));
        columns
            .filter_map(|(index, column)| {
                let name = match self.is_usual {
                    true => self.names.columns.get(index)?,
                    false => self.names.columns.get(self.names.key_column?)?,
                };
                Some((name.clone(), self.cell(column, row, on_page, index)?))
            })
            .collect()
    }

    fn cell(
        &self,
        column: &Column,
        row: &Row,
        on_page: Option<&Row>,
        index: usize,
    ) -> Option<CellText> {
        let cell = row.cells.get(index)?;
        let on_page = on_page.and_then(|row| row.cells.get(index));
        let text = one_line(&cell.text);
        let place = self.page.map_or(self.place, |(page, _)| page);
        let content = &on_page.unwrap_or(cell).content;
        Some(CellText {
            markdown: markdown::of_words(self.edition, place, content, &text),
            codes: self.codes(column, &text),
            text,
        })
    }

    /// The keys of another table that a cell cites, each once and as that table writes them.
    fn codes(&self, column: &Column, text: &str) -> Vec<String> {
        let mut cited: Vec<String> = Vec::new();
        let Some(table) = &column.defined_by else {
            return cited;
        };
        let keys = &self.register.names(table).keys;
        for code in codes(text) {
            let key = keys.get(&normal_key(code.text));
            cited.extend(key.filter(|key| !cited.contains(key)).cloned());
        }
        cited
    }

    fn article(&self) -> &'a Article {
        self.edition.article(self.place)
    }

    fn path(&self, page: Place) -> String {
        link::encoded(self.edition.path(page))
    }
}

fn first_rows(table: &Table) -> HashMap<String, usize> {
    let mut rows = HashMap::new();
    for (index, row) in table.rows.iter().enumerate() {
        if let Some(key) = table.key(row).and_then(key_of) {
            rows.entry(normal_key(&key)).or_insert(index);
        }
    }
    rows
}

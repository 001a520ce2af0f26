//! Holds a column of a table against a list of ids that somebody else has, such as a product's code: in every language.

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use indexmap::IndexMap;

use crate::diagnostic::{Source, Span, nearest_name};
use crate::model::{
    Cell, ColumnRole, Site, Table, TableRef, codes, is_hexadecimal, single_blanks, written_key,
};

/// So many pairs of ids are compared to tell what somebody may have meant; nobody reads the hints of a list that is another's.
const MOST_PAIRS: usize = 250_000;

/// A column of a table of the site.
#[derive(Debug, Clone)]
pub struct TableColumn {
    pub table: TableRef,
    /// Index into the columns that the table usually has.
    pub column: usize,
}

/// What a list of ids and a column have of one another.
#[derive(Debug, Clone, Default)]
pub struct Documented {
    /// How many different ids the list has.
    pub ids: usize,
    /// The folders of the languages that were compared, in the order of the site.
    pub locales: Vec<String>,
    /// The folders of those whose table has other columns, so that nobody can say where the ids stand.
    pub unlike: Vec<String>,
    /// What the list has and the column lacks in a language, in the order of the list.
    pub missing: Vec<MissingId>,
    /// What the column has in a language and the list lacks, in the order of the table.
    pub extra: Vec<ExtraId>,
}

#[derive(Debug, Clone)]
pub struct MissingId {
    pub id: String,
    /// The folders of the languages that lack it.
    pub locales: Vec<String>,
    /// An id that the list lacks and that is written much alike.
    pub nearest: Option<String>,
}

#[derive(Debug, Clone)]
pub struct ExtraId {
    pub id: String,
    pub places: Vec<IdPlace>,
    /// An id that a language lacks and that is written much alike.
    pub nearest: Option<String>,
}

/// Where an id stands.
#[derive(Debug, Clone)]
pub struct IdPlace {
    pub locale: String,
    pub source: Arc<Source>,
    /// Its cell.
    pub span: Span,
}

impl Documented {
    /// Whether the list and the column have the same ids in all languages.
    pub fn agrees(&self) -> bool {
        self.missing.is_empty() && self.extra.is_empty() && self.unlike.is_empty()
    }
}

/// What ids are compared by: numbers by their value, whether they are written in decimal or hexadecimal digits, with a sign or as
/// the 32 bits that they have in memory; all else letter by letter.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Identity {
    Number(u128),
    Name(String),
}

impl Identity {
    pub fn of(id: &str) -> Identity {
        let number = match is_hexadecimal(id) {
            true => u128::from_str_radix(&id[2..], 16).ok(),
            false => decimal(id),
        };
        number.map_or_else(|| Identity::Name(id.to_owned()), Identity::Number)
    }
}

/// A number without needless zeros: with them it is a name, as `007` is.
fn decimal(id: &str) -> Option<u128> {
    let digits = id.strip_prefix('-').unwrap_or(id);
    let is_plain = digits == "0" || !digits.starts_with('0');
    if !is_plain || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    match id.parse::<i128>().ok()? {
        number if number >= 0 => u128::try_from(number).ok(),
        number if number >= i128::from(i32::MIN) => u128::try_from(number + (1 << 32)).ok(),
        number if number >= i128::from(i64::MIN) => u128::try_from(number + (1 << 64)).ok(),
        _ => None,
    }
}

/// An id of a column, and where it stands.
struct Found {
    id: String,
    place: IdPlace,
}

/// Compares a list with a column in the languages of the site that `is_wanted` takes by their folders.
///
/// A language that lacks the table lacks every id, unless nobody expects it to have the article.
pub fn documented(
    site: &Site,
    column: &TableColumn,
    list: &[String],
    is_wanted: &dyn Fn(&str) -> bool,
) -> Documented {
    let mut listed: IndexMap<Identity, &str> = IndexMap::new();
    for id in list {
        listed.entry(Identity::of(id)).or_insert(id);
    }
    let mut documented = Documented {
        ids: listed.len(),
        ..Documented::default()
    };
    let mut missing: IndexMap<&Identity, MissingId> = IndexMap::new();
    let mut extra: IndexMap<Identity, ExtraId> = IndexMap::new();
    for locale in site.locales.iter().map(|locale| locale.folder()) {
        if !is_wanted(locale) || !is_expected(site, &column.table, locale) {
            continue;
        }
        let Some(found) = found(site, column, locale) else {
            documented.unlike.push(locale.to_owned());
            continue;
        };
        documented.locales.push(locale.to_owned());
        let there: HashSet<Identity> = found.iter().map(|found| Identity::of(&found.id)).collect();
        for (identity, id) in listed.iter().filter(|(id, _)| !there.contains(*id)) {
            let missing = missing.entry(identity).or_insert_with(|| MissingId::of(id));
            missing.locales.push(locale.to_owned());
        }
        for found in found {
            let identity = Identity::of(&found.id);
            if !listed.contains_key(&identity) {
                let extra = extra
                    .entry(identity)
                    .or_insert_with(|| ExtraId::of(&found.id));
                extra.places.push(found.place);
            }
        }
    }
    missing.sort_by_key(|identity, _| listed.get_index_of(*identity));
    documented.missing = missing.into_values().collect();
    documented.extra = extra.into_values().collect();
    documented.suggest();
    documented
}

impl MissingId {
    fn of(id: &str) -> MissingId {
        MissingId {
            id: id.to_owned(),
            locales: Vec::new(),
            nearest: None,
        }
    }
}

impl ExtraId {
    fn of(id: &str) -> ExtraId {
        ExtraId {
            id: id.to_owned(),
            places: Vec::new(),
            nearest: None,
        }
    }
}

impl Documented {
    /// Names for each id of one side the nearest of those that only the other has.
    fn suggest(&mut self) {
        if self.missing.len().saturating_mul(self.extra.len()) > MOST_PAIRS {
            return;
        }
        let missing: Vec<String> = self
            .missing
            .iter()
            .map(|missing| missing.id.clone())
            .collect();
        let extra: Vec<String> = self.extra.iter().map(|extra| extra.id.clone()).collect();
        let nearest = |id: &str, others: &[String]| {
            let others: Vec<&str> = others.iter().map(String::as_str).collect();
            let near = nearest_name(id, &others).filter(|near| is_slip(id, near));
            near.map(str::to_owned)
        };
        for it in &mut self.missing {
            it.nearest = nearest(&it.id, &extra);
        }
        for it in &mut self.extra {
            it.nearest = nearest(&it.id, &missing);
        }
    }
}

/// Whether one of two ids may be a slip for the other: a code of ten characters that differs in two is another code.
fn is_slip(id: &str, other: &str) -> bool {
    strsim::damerau_levenshtein(id, other) * 6 <= id.chars().count().max(6)
}

/// Whether a language has the article or is to have it.
fn is_expected(site: &Site, table: &TableRef, folder: &str) -> bool {
    let translations = &site.translations[table.translations];
    if translations.in_locale(folder).is_some() {
        return true;
    }
    let mut locales = site.locales.iter();
    let locale = locales.find(|locale| locale.folder() == folder);
    site.expects(translations) && locale.is_some_and(|locale| site.translates(locale))
}

/// The ids of a column in a language, each once; `None` where nobody can say which column that is.
fn found(site: &Site, column: &TableColumn, folder: &str) -> Option<Vec<Found>> {
    let translations = &site.translations[column.table.translations];
    let slot = &translations.tables[column.table.slot];
    let of_article = |article| {
        let shown = site.shown_table(&column.table, article)?;
        Some((article, shown, translations.table(slot, article)?))
    };
    let Some((article, shown, written)) = translations.position(folder).and_then(of_article) else {
        return Some(Vec::new());
    };
    let index = match shown.columns.len() == slot.roles.len() {
        true => column.column,
        false if slot.key_column() == Some(column.column) => shown.key_column()?,
        false => return None,
    };
    let role = shown.columns.get(index)?.role;
    let source = &translations.articles[article].source;
    let mut once = BTreeSet::new();
    let cells = cells(shown, written, index);
    let ids = cells.flat_map(|(shown, written)| {
        let place = |id: String| Found {
            id,
            place: IdPlace {
                locale: folder.to_owned(),
                source: Arc::clone(source),
                span: written.span,
            },
        };
        ids_of(shown, role).into_iter().map(place)
    });
    Some(ids.filter(|found| once.insert(found.id.clone())).collect())
}

/// The cells of a column as readers see them, and as they are written.
fn cells<'a>(
    shown: &'a Table,
    written: &'a Table,
    column: usize,
) -> impl Iterator<Item = (&'a Cell, &'a Cell)> {
    let rows = shown.rows.iter().zip(&written.rows);
    rows.filter_map(move |(shown, written)| {
        Some((shown.cells.get(column)?, written.cells.get(column)?))
    })
}

/// The ids of a cell: of a list of codes each, of any other the whole.
fn ids_of(cell: &Cell, role: ColumnRole) -> Vec<String> {
    let found = codes(&cell.text);
    match role {
        ColumnRole::Codes if !found.is_empty() => {
            found.iter().map(|code| code.text.to_owned()).collect()
        }
        ColumnRole::Key | ColumnRole::Identifier => written_key(&cell.text).into_iter().collect(),
        _ => Some(single_blanks(cell.text.split_whitespace()))
            .filter(|text| !text.is_empty())
            .into_iter()
            .collect(),
    }
}

/// How many ids of a list a column has in any language.
pub fn in_common(site: &Site, column: &TableColumn, list: &[String]) -> usize {
    let locales = site.locales.iter();
    let found = locales.filter_map(|locale| found(site, column, locale.folder()));
    let there: HashSet<Identity> = found
        .flatten()
        .map(|found| Identity::of(&found.id))
        .collect();
    let listed: HashSet<Identity> = list.iter().map(|id| Identity::of(id)).collect();
    listed.intersection(&there).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_one_however_they_are_written() {
        for (one, other, expected) in [
            ("1041", "0x00000411", true),
            ("0X411", "0x411", true),
            ("-2147009296", "0x80073CF0", true),
            ("-1", "0xFFFFFFFF", true),
            ("-1", "0xFFFFFFFFFFFFFFFF", false),
            ("007", "7", false),
            ("0", "0x0", true),
            ("a", "A", false),
            ("Sail", "Sail", true),
            ("", "0", false),
            ("-", "0", false),
        ] {
            let same = Identity::of(one) == Identity::of(other);
            assert_eq!(same, expected, "{one} {other}");
        }
    }
    #[test]
    fn a_code_is_no_slip_for_another_code() {
        for (one, other, expected) in [
            ("0x00000FFF", "0x00000400", false),
            ("0x00000402", "0x00000420", true),
            ("Sail_Lots", "Sail_Lost", true),
            ("10101", "10201", true),
            ("101", "202", false),
        ] {
            assert_eq!(is_slip(one, other), expected, "{one} {other}");
        }
    }
}

//! Infers from all languages together what each column of a table holds.

use std::collections::HashMap;

use super::{ColumnRole, Table, codes, is_code, is_hexadecimal, normal_key};

/// The share of cells that must have a shape, or agree between languages, for a column to count as such.
const MOST: f64 = 0.9;
const MANY: f64 = 0.8;

/// A column of codes or names may differ in this share of its cells and still be one: damage must not hide itself.
const DAMAGED: f64 = 0.7;

/// Codes and names that no two languages share name no rows; this share is enough, because their shape says the rest.
const SOME: f64 = 0.3;

/// Returns the role of each of `width` columns, from the tables of all languages that have as many.
///
/// Two signals decide: the shape of the cells, and whether languages agree on them. A single language has its shape alone. The
/// reference is one of the tables, where there is one; its cells show a shape that damage in translations may hide.
pub fn roles(tables: &[&Table], reference: Option<&Table>, width: usize) -> Vec<ColumnRole> {
    let columns: Vec<Evidence> = (0..width)
        .map(|column| Evidence::of(tables, reference, column))
        .collect();
    let mut roles: Vec<ColumnRole> = columns.iter().map(Evidence::role).collect();
    if let Some(key) = key_column(&columns, &roles) {
        roles[key] = ColumnRole::Key;
    }
    roles
}

/// What speaks for one role or another.
#[derive(Debug)]
struct Evidence {
    tables: usize,
    /// Cells that are not empty.
    filled: usize,
    /// Empty cells of most tables: in half of them there are no more.
    empty: usize,
    /// Cells whose words most languages have.
    agreeing: usize,
    codes: usize,
    identifiers: usize,
    numbers: usize,
    /// Cells that hold codes and what joins them, and those of them that hold several.
    lists: usize,
    long_lists: usize,
    /// The share of the reference's cells that are codes or names.
    referred: f64,
    /// The smallest share of different cells that most of the tables reach.
    unique: f64,
    /// Characters of all cells together.
    length: usize,
}

impl Evidence {
    fn of(tables: &[&Table], reference: Option<&Table>, column: usize) -> Evidence {
        let cells: Vec<Vec<&str>> = tables.iter().map(|table| texts(table, column)).collect();
        let filled: Vec<&str> = cells
            .iter()
            .flatten()
            .copied()
            .filter(|cell| !cell.is_empty())
            .collect();
        let count = |is: &dyn Fn(&str) -> bool| filled.iter().filter(|cell| is(cell)).count();
        Evidence {
            tables: tables.len(),
            empty: usual_emptiness(&cells),
            referred: reference.map_or(0.0, |table| share_of_names(&texts(table, column))),
            agreeing: agreeing(&cells),
            codes: count(&is_code),
            identifiers: count(&is_identifier),
            numbers: count(&|cell| cell.bytes().all(|byte| byte.is_ascii_digit())),
            lists: count(&|cell| code_list_len(cell) > 0),
            long_lists: count(&|cell| code_list_len(cell) > 1),
            unique: usual_uniqueness(&cells),
            length: filled.iter().map(|cell| cell.len()).sum(),
            filled: filled.len(),
        }
    }

    fn share(&self, count: usize) -> f64 {
        if self.filled == 0 {
            0.0
        } else {
            count as f64 / self.filled as f64
        }
    }

    /// Whether languages agree on at least this share; of one language nobody can say so.
    fn agrees(&self, least: f64) -> bool {
        self.tables > 1 && self.share(self.agreeing) >= least
    }

    fn role(&self) -> ColumnRole {
        let shaped = self.share(self.codes + self.identifiers) >= MANY;
        if self.share(self.lists) >= MANY && self.long_lists >= 2 * self.tables {
            ColumnRole::Codes
        } else if self.filled > 0
            && (self.agrees(MOST) || (shaped && (self.tables == 1 || self.agrees(DAMAGED))))
        {
            ColumnRole::Identifier
        } else {
            ColumnRole::Prose
        }
    }

    /// Whether the column can name rows. A column of codes or names may hold a few twice: that is a fault to be told, and no reason
    /// to overlook the rest.
    fn can_be_key(&self) -> bool {
        let coded = self.share(self.codes + self.identifiers).max(self.referred) >= MOST;
        let unique = self.unique >= if coded { MOST } else { 1.0 };
        let whole = self.empty == 0 && self.filled > 0;
        let agreed = if self.tables == 1 {
            coded
        } else {
            self.agrees(MOST)
        };
        whole && unique && (agreed || (coded && self.agrees(SOME)))
    }
}

/// Among several columns that could name rows: codes and names before bare numbers, then the leftmost.
fn key_column(columns: &[Evidence], roles: &[ColumnRole]) -> Option<usize> {
    let rank = |evidence: &Evidence| match () {
        () if evidence.share(evidence.codes + evidence.identifiers) >= MANY => 0,
        () if evidence.share(evidence.numbers) < MANY => 1,
        () => 2,
    };
    (0..columns.len())
        .filter(|column| roles[*column] != ColumnRole::Codes && columns[*column].can_be_key())
        .min_by_key(|column| {
            (
                rank(&columns[*column]),
                *column,
                usize::MAX - columns[*column].length,
            )
        })
}

fn texts(table: &Table, column: usize) -> Vec<&str> {
    let cells = table.rows.iter().filter_map(|row| row.cells.get(column));
    cells.map(|cell| cell.text.as_str()).collect()
}

fn share_of_names(cells: &[&str]) -> f64 {
    let names = cells
        .iter()
        .filter(|cell| is_code(cell) || is_identifier(cell));
    names.count() as f64 / cells.len().max(1) as f64
}

/// How many empty cells half of the tables have no more of.
fn usual_emptiness(cells: &[Vec<&str>]) -> usize {
    let empty = |cells: &Vec<&str>| cells.iter().filter(|cell| cell.is_empty()).count();
    let mut counts: Vec<usize> = cells.iter().map(empty).collect();
    counts.sort_unstable();
    counts
        .get(counts.len().saturating_sub(1) / 2)
        .copied()
        .unwrap_or(0)
}

/// Counts the cells whose words stand in the same column of most languages. Rows need not be paired for that, so a
/// lost row costs its own cells and no others.
fn agreeing(cells: &[Vec<&str>]) -> usize {
    let keys: Vec<Vec<String>> = cells
        .iter()
        .map(|cells| cells.iter().map(|cell| normal_key(cell)).collect())
        .collect();
    let mut languages: HashMap<&str, (usize, usize)> = HashMap::new();
    for (language, keys) in keys.iter().enumerate() {
        for key in keys {
            let (count, last) = languages.entry(key).or_insert((0, usize::MAX));
            *count += usize::from(*last != language);
            *last = language;
        }
    }
    let most = |(cell, key): &(&&str, &String)| {
        !cell.is_empty() && languages[key.as_str()].0 * 2 > cells.len()
    };
    let all = cells.iter().flatten().zip(keys.iter().flatten());
    all.filter(most).count()
}

/// The share of different cells that more than half of the tables reach.
fn usual_uniqueness(cells: &[Vec<&str>]) -> f64 {
    let mut shares: Vec<f64> = cells
        .iter()
        .map(|cells| {
            let different: std::collections::HashSet<&&str> = cells.iter().collect();
            if cells.is_empty() {
                0.0
            } else {
                different.len() as f64 / cells.len() as f64
            }
        })
        .collect();
    shares.sort_by(f64::total_cmp);
    shares
        .get((shares.len().max(1) - 1) / 2)
        .copied()
        .unwrap_or(0.0)
}

/// How many codes a cell lists, where it holds codes and what joins them and nothing else.
///
/// Words that join are shorter than six letters in every language (`oder`, `и`, `または`), and fewer than the codes.
fn code_list_len(cell: &str) -> usize {
    let codes = codes(cell);
    if codes.is_empty() {
        return 0;
    }
    let mut words = 0;
    let mut at = 0;
    for code in &codes {
        words += joining_words(&cell[at..code.span.start]);
        at = code.span.end;
    }
    words += joining_words(&cell[at..]);
    if words < codes.len() { codes.len() } else { 0 }
}

/// Counts words; one that is too long to join counts for a thousand.
fn joining_words(between: &str) -> usize {
    between
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| if word.chars().count() < 6 { 1 } else { 1000 })
        .sum()
}

/// Whether a word has a shape that machines give to names: `snake_case`, `lowerCamel`, `UpperCamel`, `com.example.app`,
/// `--option`, or a code.
pub fn is_identifier(word: &str) -> bool {
    let plain = |letter: char| {
        letter.is_ascii_alphanumeric() || matches!(letter, '_' | '.' | '-' | ':' | '$')
    };
    if word.len() < 3 || !word.chars().all(plain) {
        return false;
    }
    let letters = word.bytes().filter(u8::is_ascii_alphabetic).count();
    is_hexadecimal(word)
        || (letters > 1
            && (word.trim_matches('_').contains('_')
                || word.starts_with("--")
                || is_dotted(word)
                || is_camel(word)))
}

/// Whether a word is a machine's name on the internet, `docs.example.org`, whose letter case says nothing (RFC 4343).
///
/// It ends as such names do: in one of the oldest domains, or in a country's and has three parts. What begins in that way is a
/// name of a package, `com.example.tv`, and its case counts.
pub fn is_host_name(word: &str) -> bool {
    let parts: Vec<&str> = word.split('.').collect();
    let plain = |part: &&str| {
        let letters = part
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        *part == "*" || (!part.is_empty() && letters)
    };
    parts.iter().all(plain) && is_domain(&parts) && !is_domain_name(parts[0])
}

/// Whether a word is built like a host name and stands for one that readers have of their own: `mail.your_company.com`. No host's
/// name has an underscore.
pub fn is_host_pattern(word: &str) -> bool {
    let parts: Vec<&str> = word.split('.').collect();
    word.contains('_') && is_domain(&parts) && is_host_name(&word.replace('_', "-"))
}

fn is_domain(parts: &[&str]) -> bool {
    let last = parts.last().copied().unwrap_or("");
    let country = last.len() == 2 && last.bytes().all(|byte| byte.is_ascii_alphabetic());
    parts.len() > 1 && (is_domain_name(last) || (country && parts.len() > 2))
}

fn is_domain_name(part: &str) -> bool {
    const OLDEST: [&str; 8] = ["com", "net", "org", "edu", "gov", "mil", "int", "arpa"];
    OLDEST.iter().any(|name| part.eq_ignore_ascii_case(name))
}

fn is_dotted(word: &str) -> bool {
    word.split('.').count() > 2 && word.split('.').all(|part| part.len() > 1)
}

/// A capital behind a small letter, twice where the word begins with a capital: `eMail` and `UploadFailed`, not `PowerPoint`
/// alone, which the caller must have seen unchanged elsewhere.
fn is_camel(word: &str) -> bool {
    let letters = word.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let humps = word
        .as_bytes()
        .windows(2)
        .filter(|pair| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase());
    letters && humps.count() >= 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_told_from_other_dotted_names() {
        for host in ["Docs.example.org", "*.lamp.example.com", "shop.example.de"] {
            assert!(is_host_name(host), "{host}");
        }
        for name in [
            "com.example.tv",
            "lamp.cs",
            "a.b.exe",
            "my_lamp.com",
            "com",
            ".com",
            "",
        ] {
            assert!(!is_host_name(name), "{name}");
        }
        assert!(is_host_pattern("mail.your_company.com"));
        assert!(!is_host_pattern("lamp_state.json"));
    }

    #[test]
    fn lists_of_codes_are_known_in_any_language() {
        for (cell, len) in [
            ("0x00000000, 0x0FFFFFFF", 2),
            ("0x00000000、0x0FFFFFFF", 2),
            ("0x00000000 oder 0x0FFFFFFF", 2),
            ("0x00000000", 1),
            ("See 0x00000000", 0),
            ("0x1 happens when 0x2", 0),
            ("Description", 0),
        ] {
            assert_eq!(code_list_len(cell), len, "{cell}");
        }
    }

    #[test]
    fn names_of_machines_have_their_shapes() {
        for name in [
            "PKCS_Issue",
            "userEmail",
            "StartedConnectorService",
            "com.example.app",
            "--deny",
            "0x0F",
        ] {
            assert!(is_identifier(name), "{name}");
        }
        for word in [
            "Success",
            "Co-management",
            "成功",
            "Value/Option",
            "e.g.",
            "Yes",
            "A B",
        ] {
            assert!(!is_identifier(word), "{word}");
        }
    }
}

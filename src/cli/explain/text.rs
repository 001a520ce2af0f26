//! What people read of a key or a name on a terminal, in the language of the answer.

use anstyle::Style;
use glotta::locale::{Locale, Words};
use glotta::model::ColumnRole;
use unicode_width::UnicodeWidthChar;

use super::super::harmless::{harmless, one_line};
use super::super::manual::hung;
use super::answer::{Answer, Cell, Entry};

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

/// How far what belongs to something stands in.
const STEP: &str = "  ";

/// As many rows of which each is only like a name are listed.
const MOST: usize = 20;

/// How an answer is put into words.
pub struct Form<'a> {
    pub words: &'a Words,
    pub locale: &'a Locale,
    pub width: usize,
}

impl Form<'_> {
    /// Everything about a single row, or a short list of several; behind the page of a rule always the list.
    pub fn text(&self, answer: &Answer) -> String {
        let name = one_line(answer.name);
        let is_whole = answer.entries.first().is_some_and(|entry| entry.is_whole);
        let named = |message| self.words.say_with(message, &[("name", &name)]);
        match (answer.entries.as_slice(), &answer.rule) {
            ([entry], None) if is_whole => self.entry(entry),
            ([entry], None) => format!(
                "{}\n{}",
                self.filled(&named("explain-alike"), ""),
                self.entry(entry)
            ),
            (entries, rule) => {
                let message = match (rule, is_whole) {
                    (Some(_), _) => "explain-also",
                    (None, true) => "explain-several",
                    (None, false) => "explain-alike",
                };
                let before = if rule.is_some() { "\n" } else { "" };
                let shown = if is_whole { entries.len() } else { MOST };
                let list = self.list(entries, shown);
                format!("{before}{}{list}", self.filled(&named(message), ""))
            }
        }
    }

    fn entry(&self, entry: &Entry) -> String {
        let mut text = format!("{}\n", head(entry));
        if let Some(language) = entry.from {
            let language = self.language(language);
            let said = [("language", language.as_str())];
            text += &self.filled(&self.words.say_with("explain-borrowed", &said), "");
        }
        if entry.is_stale {
            text += &self.filled(&self.words.say("stale-text"), "");
        }
        let cells = self.cells(entry);
        if !cells.is_empty() {
            text += &format!("\n{cells}");
        }
        text += &self.cited_by(entry);
        text + "\n" + &self.places(entry)
    }

    /// The message alone, where it is the only cell for people; any other cell behind its label. Names that stand in the head are
    /// not said again.
    fn cells(&self, entry: &Entry) -> String {
        let filled = || entry.cells.iter().filter(|cell| !cell.text.is_empty());
        let count = |role| filled().filter(|cell| cell.role == role).count();
        let is_alone = |cell: &Cell| match cell.role {
            ColumnRole::Prose => count(ColumnRole::Prose) == 1,
            _ => false,
        };
        let is_said =
            |cell: &Cell| cell.role == ColumnRole::Identifier && count(ColumnRole::Identifier) == 1;
        let cells = filled().filter(|cell| !is_said(cell));
        cells
            .map(|cell| match is_alone(cell) {
                true => hung(&harmless(cell.text), "", "", self.width),
                false => self.cell(cell),
            })
            .collect()
    }

    /// A cell behind its label, and below it what the codes mean that it holds.
    fn cell(&self, cell: &Cell) -> String {
        let mut text = self.labelled(cell.label, cell.text);
        for code in &cell.codes {
            text += &self.row(code.key, &code.names, code.message);
        }
        text
    }

    fn cited_by(&self, entry: &Entry) -> String {
        if entry.cited_by.is_empty() {
            return String::new();
        }
        let mut text = format!("\n{}\n", self.words.say("cited-by"));
        for citing in &entry.cited_by {
            text += &match citing.key {
                Some(key) => self.row(key, &citing.names, citing.message),
                None => self.filled(&one_line(citing.table), STEP),
            };
        }
        text
    }

    /// A row of which only the first words are said.
    fn row(&self, key: &str, names: &[&str], message: Option<&str>) -> String {
        let names: Vec<&str> = [key].iter().chain(names).copied().collect();
        let mut line = one_line(&names.join(STEP));
        if let Some(message) = message.filter(|message| !names.contains(message)) {
            line = format!("{line}{STEP}{}", one_line(message));
        }
        hung(&line, STEP, &STEP.repeat(3), self.width)
    }

    /// Where the row stands, and what lacks it.
    fn places(&self, entry: &Entry) -> String {
        let mut text = self.labelled(&self.words.say("explain-documented"), &trail(entry));
        if let Some(page) = &entry.page {
            text += &format!("{STEP}{}\n", one_line(page));
        }
        if let Some(place) = &entry.source {
            let label = self.words.say("explain-source");
            let label = self.words.say_with("label", &[("label", &label)]);
            // A path stays in one piece, so that it can be copied.
            text += &format!("{label} {}:{}\n", one_line(&place.path), place.line);
        }
        if !entry.missing_in.is_empty() {
            let languages = entry.missing_in.iter().map(|it| self.language(it));
            let languages: Vec<String> = languages.collect();
            let languages = languages.join(&self.words.say("between-pivots"));
            text += &self.labelled(&self.words.say("explain-missing"), &languages);
        }
        text
    }

    /// Several rows with the beginning of what each says, and the command that shows one of them.
    fn list(&self, entries: &[Entry], shown: usize) -> String {
        let mut text = String::new();
        for entry in entries.iter().take(shown) {
            text += &format!("\n{STEP}{}\n", head(entry));
            if let Some(message) = entry.message {
                text += &format!("{}\n", self.cut(&one_line(message)));
            }
            let place = format!("{} · {}", entry.table, trail(entry));
            text += &format!("{DIM}{}{DIM:#}\n", self.cut(&one_line(&place)));
        }
        if entries.len() > shown {
            text += &format!("\n{STEP}… (+{})\n", entries.len() - shown);
        }
        let one = self.words.say("explain-one");
        let example = entries.first().map(command).unwrap_or_default();
        text + &format!("\n{one}\n{STEP}{example}\n")
    }

    /// A line with an indent, no wider than the terminal.
    fn cut(&self, line: &str) -> String {
        let indent = STEP.repeat(2);
        let room = self.width.saturating_sub(indent.len() + 1);
        let mut width = 0;
        let end = line.char_indices().find(|(_, letter)| {
            width += letter.width().unwrap_or(0);
            width > room
        });
        match end {
            None => format!("{indent}{line}"),
            Some((end, _)) => format!("{indent}{}…", line[..end].trim_end()),
        }
    }

    fn labelled(&self, label: &str, text: &str) -> String {
        let label = self.words.say_with("label", &[("label", label)]);
        self.filled(&harmless(&format!("{label} {text}")), "")
    }

    fn filled(&self, text: &str, indent: &str) -> String {
        hung(text, indent, &format!("{indent}{STEP}"), self.width)
    }

    /// The name of a language in that of the answer, and its folder.
    fn language(&self, folder: &str) -> String {
        let named = Locale::declared(folder).map(|other| {
            let is_same = other.language() == self.locale.language()
                && other.folder() != self.locale.folder();
            let name = self.locale.name_of(&other).filter(|_| !is_same);
            name.unwrap_or_else(|| other.full_name())
        });
        match named {
            Ok(name) => format!("{name} ({folder})"),
            Err(_) => folder.to_owned(),
        }
    }
}

/// The key and the names of a row.
fn head(entry: &Entry) -> String {
    let key = one_line(entry.key);
    let names = entry.names.iter().map(|name| one_line(name));
    let names: String = names.map(|name| format!("{STEP}{name}")).collect();
    format!("{BOLD}{key}{BOLD:#}{names}")
}

/// The titles that a reader follows to a row.
fn trail(entry: &Entry) -> String {
    let section = entry.section.filter(|section| *section != entry.title);
    let titles: Vec<&str> = [entry.title].into_iter().chain(section).collect();
    titles.join(" › ")
}

/// What shows one row of several.
fn command(entry: &Entry) -> String {
    format!(
        "glotta explain {} --table {}",
        quoted(entry.key),
        quoted(entry.table)
    )
}

/// A word of a command line, in quotation marks where a shell would take it apart.
fn quoted(word: &str) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || "_-./:#@%+=".contains(letter);
    let word = one_line(word);
    match word.chars().all(is_plain) && !word.starts_with('#') {
        true => word,
        false => format!("'{}'", word.replace('\'', r"'\''")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shell_takes_no_word_apart() {
        for (word, expected) in [
            ("guide/errors#codes", "guide/errors#codes"),
            ("a b", "'a b'"),
            ("it's", r"'it'\''s'"),
            ("$(x)", "'$(x)'"),
            ("#x", "'#x'"),
        ] {
            assert_eq!(quoted(word), expected);
        }
    }
}

//! Finds the values in running text: a hand scanner, because each language puts its letters close to our digits:
//! one grammar, and so one file.
//!
//! Words are those of ASCII: in `v1.22以降` the version ends where the digits end. Every stretch of text belongs to one value at
//! most; placeholders are looked for before versions, those before dates and times, identifiers and numbers.

use std::ops::Range;

use super::number::{self, Number, digit, read};
use super::running::BORDER;
use crate::locale::{DateField, Notation};
use crate::model::is_hexadecimal;

/// What a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// `{{name}}`, `{0}`, `%NAME%`, `${name}`, `%1$s`.
    Placeholder,
    /// What a machine that translates puts for markup, and should have taken away.
    Residue,
    /// Two points and more, or `x` for a digit: `10.0.24`, `7.x`, `10.0.0.0/8`.
    Version,
    Date,
    Time,
    /// Hexadecimal, `snake_case`, dotted, or a negative number of ten digits: what a machine knows by name.
    Identifier,
    Number,
}

/// A value with its place in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    pub kind: Kind,
    /// The same for the same value in every language.
    pub value: String,
    pub start: usize,
    pub end: usize,
    /// The symbol of a unit behind a number; `None` where words follow, which may be a unit too.
    pub unit: Option<&'static str>,
    /// Of a number, how many digits were written.
    pub digits: usize,
    /// Of a number, what stands before its fraction.
    pub decimal: Option<char>,
}

/// Symbols of SI, IEC 80000-13 and their like, the same in every language: CLDR keeps the words for units, not these.
const UNITS: [&str; 48] = [
    "%", "B", "kB", "KB", "MB", "GB", "TB", "PB", "KiB", "MiB", "GiB", "TiB", "PiB", "bit", "kbit",
    "Mbit", "Gbit", "bps", "kbps", "Kbps", "Mbps", "Gbps", "ns", "ms", "s", "min", "h", "Hz",
    "kHz", "MHz", "GHz", "mm", "cm", "m", "km", "mg", "g", "kg", "mW", "W", "kW", "V", "mAh", "px",
    "pt", "em", "dpi", "°C",
];

/// No name has so many characters: every word of a chain that hyphens join looks to its end, which would take the square of its length.
const LONGEST: usize = 256;

/// `8c96f3a4-…`: with its hyphens.
const GUID: usize = 36;

/// Returns the values of a text, in its order.
pub fn scan(text: &str, notation: &Notation) -> Vec<Token> {
    let letters: Vec<char> = text.chars().collect();
    let mut offsets: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    offsets.push(text.len());
    let mut scanner = Scanner {
        letters: &letters,
        notation,
        tokens: Vec::new(),
    };
    scanner.run();
    let mut tokens = scanner.tokens;
    dates_in_words(&mut tokens, &letters, notation);
    for token in &mut tokens {
        (token.start, token.end) = (offsets[token.start], offsets[token.end]);
    }
    tokens
}

struct Scanner<'a> {
    letters: &'a [char],
    notation: &'a Notation,
    /// Places are numbers of characters while the text is scanned.
    tokens: Vec<Token>,
}

impl Scanner<'_> {
    fn run(&mut self) {
        let mut at = 0;
        while at < self.letters.len() {
            at = self.step(at).max(at + 1);
        }
    }

    fn at(&self, place: usize) -> char {
        self.letters.get(place).copied().unwrap_or(BORDER)
    }

    fn before(&self, place: usize) -> char {
        place
            .checked_sub(1)
            .map_or(BORDER, |before| self.at(before))
    }

    fn text(&self, start: usize, end: usize) -> String {
        self.letters[start..end.min(self.letters.len())]
            .iter()
            .collect()
    }

    /// The end of the run of letters that are alike in something.
    fn run_end(&self, start: usize, is: impl Fn(char) -> bool) -> usize {
        let run = self.letters[start.min(self.letters.len())..].iter();
        start + run.take_while(|letter| is(**letter)).count()
    }

    fn push(&mut self, kind: Kind, value: String, start: usize, end: usize) -> usize {
        self.tokens.push(Token {
            kind,
            value,
            start,
            end,
            unit: None,
            digits: 0,
            decimal: None,
        });
        end
    }

    /// Reads what begins here, and returns where to go on.
    fn step(&mut self, at: usize) -> usize {
        let letter = self.at(at);
        match letter {
            '{' | '$' | '%' | '@' | '_' | '<' | '#' => {
                let found = self.residue(at).or_else(|| self.placeholder(at));
                found.unwrap_or_else(|| if letter == '_' { self.word(at) } else { at + 1 })
            }
            '-' => self.negative(at).unwrap_or(at + 1),
            _ if letter.is_ascii_alphabetic() => self.residue(at).unwrap_or_else(|| self.word(at)),
            _ if digit(letter).is_some() => self.numeric(at),
            _ => at + 1,
        }
    }

    /// `@no__t-0`, `__MT_0__`, `{1}word{2}`, `<bpt id="p1">`.
    fn residue(&mut self, at: usize) -> Option<usize> {
        let end = self
            .double_underscore(at)
            .or_else(|| self.fenced_number(at))
            .or_else(|| self.numbered_braces(at))
            .or_else(|| self.exchange_tag(at))?;
        Some(self.push(Kind::Residue, self.text(at, end), at, end))
    }

    /// Small letters, two underscores, a small letter or more, a hyphen and a number: `@no__t-0`.
    fn double_underscore(&self, at: usize) -> Option<usize> {
        let name = if self.at(at) == '@' { at + 1 } else { at };
        if is_word(self.before(at)) {
            return None;
        }
        let small = |letter: char| letter.is_ascii_lowercase();
        let first = self.run_end(name, small);
        let (one, two) = (self.at(first), self.at(first + 1));
        let second = self.run_end(first + 2, small);
        let end = self.run_end(second + 1, |letter| letter.is_ascii_digit());
        let shaped = first > name
            && (one, two) == ('_', '_')
            && second > first + 2
            && self.at(second) == '-'
            && end > second + 1;
        shaped.then_some(end)
    }

    /// A number, perhaps behind capital letters, between twice two equal marks: `__MT_0__`, `@@1@@`, `##T2##`.
    fn fenced_number(&self, at: usize) -> Option<usize> {
        let mark = self.at(at);
        if !matches!(mark, '_' | '@' | '#' | '%' | '$') || self.at(at + 1) != mark {
            return None;
        }
        let capitals = self.run_end(at + 2, |letter| letter.is_ascii_uppercase());
        let joint = usize::from(capitals > at + 2 && matches!(self.at(capitals), '_' | '-'));
        let end = self.run_end(capitals + joint, |letter| letter.is_ascii_digit());
        let closed = (self.at(end), self.at(end + 1)) == (mark, mark);
        (end > capitals + joint && closed).then_some(end + 2)
    }

    /// Numbers in braces that stand closely around words, as around markup that they were put for: `{1}word{2}`.
    fn numbered_braces(&self, at: usize) -> Option<usize> {
        let open = self.numbered_brace(at)?;
        if !self.at(open).is_alphabetic() {
            return None;
        }
        let near = |letter: char| !matches!(letter, '{' | '\n' | BORDER);
        let close = self.run_end(open, near).min(open + 80);
        let end = self.numbered_brace(close)?;
        let glued = !self.before(close).is_whitespace();
        glued.then_some(end)
    }

    fn numbered_brace(&self, at: usize) -> Option<usize> {
        let end = self.run_end(at + 1, |letter| letter.is_ascii_digit());
        let shaped = self.at(at) == '{' && end > at + 1 && end < at + 4 && self.at(end) == '}';
        shaped.then_some(end + 1)
    }

    /// An inline element of TMX or XLIFF that was escaped: `<bpt id="p1">`.
    fn exchange_tag(&self, at: usize) -> Option<usize> {
        if self.at(at) != '<' {
            return None;
        }
        let end = self.run_end(at + 1, |it| !matches!(it, '<' | '>' | '\n' | BORDER));
        (self.at(end) == '>' && is_exchange_tag(&self.text(at, end + 1))).then_some(end + 1)
    }

    fn placeholder(&mut self, at: usize) -> Option<usize> {
        let end = match self.at(at) {
            '{' if self.at(at + 1) == '{' => self.braced(at, 2),
            '{' => self.braced(at, 1),
            '$' if self.at(at + 1) == '{' => self.braced(at + 1, 1),
            '%' => self.percent(at),
            _ => None,
        }?;
        let value: String = self
            .text(at, end)
            .chars()
            .filter(|it| !is_invisible(*it))
            .collect();
        Some(self.push(Kind::Placeholder, value, at, end))
    }

    /// Braces around anything short on the same line; what is written for people has blanks and is kept out of the vote later.
    fn braced(&self, at: usize, braces: usize) -> Option<usize> {
        let inside = at + braces;
        let end = self.run_end(inside, |letter| {
            !matches!(letter, '{' | '}' | '\n' | BORDER)
        });
        let closed = (0..braces).all(|offset| self.at(end + offset) == '}');
        (end > inside && end - inside < 80 && closed).then_some(end + braces)
    }

    /// `%NAME%`, `%s`, `%1$s`.
    fn percent(&self, at: usize) -> Option<usize> {
        if is_word(self.before(at)) || self.before(at) == '%' {
            return None;
        }
        let name = self.run_end(at + 1, |letter| {
            is_word(letter) || matches!(letter, '(' | ')')
        });
        if name > at + 1 && self.at(name) == '%' && self.at(at + 1).is_ascii_alphabetic() {
            return Some(name + 1);
        }
        let number = self.run_end(at + 1, |letter| letter.is_ascii_digit());
        let place = if number > at + 1 && self.at(number) == '$' {
            number + 1
        } else {
            at + 1
        };
        let shaped = matches!(self.at(place), 's' | 'd' | 'i' | 'u' | 'f' | 'x' | '@');
        (shaped && !is_word(self.at(place + 1))).then_some(place + 1)
    }

    /// A negative number that is too long to be counted is a result code.
    fn negative(&mut self, at: usize) -> Option<usize> {
        let end = self.run_end(at + 1, |letter| letter.is_ascii_digit());
        let free = !is_word(self.before(at)) && !is_word(self.at(end));
        let long = end - at > 7 && !matches!(self.before(at), '-' | ')' | ']');
        (free && long).then(|| self.push(Kind::Identifier, self.text(at, end), at, end))
    }

    /// A word of ASCII letters, digits and underscores, and what points join to it.
    fn word(&mut self, at: usize) -> usize {
        let core = self.run_end(at, is_word);
        if self.letters[core..].starts_with(&[':', '/', '/']) {
            return self.run_end(core, |it| {
                it.is_ascii_graphic() && !matches!(it, '<' | '>' | '"' | '|')
            });
        }
        if let Some(end) = self.cued_version(at, core) {
            return end;
        }
        let end = self.joined_end(core);
        if self.at(end) == '@' {
            return self.run_end(end, |it| is_word(it) || matches!(it, '.' | '-' | '@'));
        }
        // Nearly all words are plain, and no identifier is.
        if end == core && !self.letters[at..core].contains(&'_') {
            return core;
        }
        let chunk = self.text(at, end);
        if self.is_identifier(&chunk, at, end) {
            return self.push(Kind::Identifier, chunk, at, end);
        }
        let text = self.text(at, core);
        if text != chunk && self.is_identifier(&text, at, core) {
            return self.push(Kind::Identifier, text, at, core);
        }
        core
    }

    /// Where the words end that points and hyphens join to one which ends at `core`; a chain that is too long for a name is none.
    fn joined_end(&self, core: usize) -> usize {
        let rest = self.letters[core..].iter().take(LONGEST);
        let joined = |it: &&char| is_word(**it) || matches!(**it, '.' | '-');
        let length = rest.take_while(joined).count();
        if length == LONGEST {
            return core;
        }
        let mut end = core + length;
        while end > core && !is_word(self.before(end)) {
            end -= 1;
        }
        end
    }

    /// `v1.22`: the letter is the cue.
    fn cued_version(&mut self, at: usize, core: usize) -> Option<usize> {
        let cue = matches!(self.at(at), 'v' | 'V') && self.at(at + 1).is_ascii_digit();
        let digits = self.letters[at + 1..core].iter().all(char::is_ascii_digit);
        if !cue || !digits {
            return None;
        }
        let (end, points, _) = self.dotted_digits(at + 1);
        let value = self.text(at + 1, end).to_lowercase();
        (points > 0).then(|| self.push(Kind::Version, value, at + 1, end))
    }

    /// What people may translate is none: words in paths, in angle brackets, and parts of addresses.
    fn is_identifier(&self, chunk: &str, start: usize, end: usize) -> bool {
        let (before, after) = (self.before(start), self.at(end));
        let human = matches!(before, '/' | '\\' | '@' | '<' | '{' | '=' | '-' | '.');
        let part = goes_on(before) || goes_on(after) || after == '\\';
        let named = is_hexadecimal(chunk) || is_snake(chunk) || is_dotted(chunk) || is_guid(chunk);
        named && !human && !part
    }

    /// Points between digits and `x`; returns the end, the points, and whether a letter stands for a digit.
    fn dotted_digits(&self, at: usize) -> (usize, usize, bool) {
        let mut end = self.run_end(at, |letter| letter.is_ascii_digit());
        let (mut points, mut open) = (0, false);
        while self.at(end) == '.' {
            let next = self.run_end(end + 1, |letter| letter.is_ascii_digit());
            if next > end + 1 {
                end = next;
            } else if matches!(self.at(end + 1), 'x' | 'X' | '*') && !is_word(self.at(end + 2)) {
                end += 2;
                open = true;
            } else {
                break;
            }
            points += 1;
        }
        (end, points, open)
    }

    /// Whatever begins with a digit.
    fn numeric(&mut self, at: usize) -> usize {
        let core = self.run_end(at, is_word);
        if let Some(end) = self.guid_or_hexadecimal(at, core) {
            return end;
        }
        let found = self
            .date(at)
            .or_else(|| self.version(at))
            .or_else(|| self.time(at));
        found.unwrap_or_else(|| self.number(at))
    }

    fn guid_or_hexadecimal(&mut self, at: usize, core: usize) -> Option<usize> {
        let rest = self.letters[at..].iter().take(GUID + 1);
        let length = rest
            .take_while(|it| it.is_ascii_hexdigit() || **it == '-')
            .count();
        let end = at + length;
        if length == GUID && !is_word(self.at(end)) && is_guid(&self.text(at, end)) {
            return Some(self.push(Kind::Identifier, self.text(at, end), at, end));
        }
        if self.letters[at..core].iter().all(char::is_ascii_digit) {
            return None;
        }
        let text = self.text(at, core);
        let named = self.is_identifier(&text, at, core)
            && text.contains(|it: char| it.is_ascii_alphabetic());
        named.then(|| self.push(Kind::Identifier, text, at, core))
    }

    fn version(&mut self, at: usize) -> Option<usize> {
        let (mut end, points, open) = self.dotted_digits(at);
        if (points < 2 && !open) || is_word(self.at(end)) || self.is_grouped(at, end) {
            return None;
        }
        if let Some(value) = clock(&self.text(at, end), '.').filter(|_| points == 2) {
            return Some(self.push(Kind::Time, value, at, end));
        }
        let length = self.run_end(end + 1, |it| it.is_ascii_digit());
        if self.at(end) == '/' && points == 3 && length > end + 1 && length < end + 4 {
            end = length;
        }
        Some(self.push(Kind::Version, self.text(at, end).to_lowercase(), at, end))
    }

    fn is_grouped(&self, at: usize, end: usize) -> bool {
        let number = read(&self.letters[at..end], self.notation);
        number.is_some_and(|number| number.length == end - at && number.decimal.is_none())
    }

    /// Dates in digits: `2016-11-23`, `23.11.2016`, `11/23/2016`, `2016年11月23日`.
    fn date(&mut self, at: usize) -> Option<usize> {
        let (value, end) = self.marked_date(at).or_else(|| self.separated_date(at))?;
        Some(self.push(Kind::Date, value, at, end))
    }

    fn separated_date(&self, at: usize) -> Option<(String, usize)> {
        let mut fields = Vec::new();
        let mut end = at;
        let mark = self.at(self.run_end(at, |it| digit(it).is_some()));
        let usual = Some(mark) == self.notation.date_separator;
        if !(matches!(mark, '/' | '-') || usual && mark == '.') {
            return None;
        }
        for field in 0..3 {
            let start = if field == 0 { end } else { end + 1 };
            if field > 0 && self.at(end) != mark {
                return None;
            }
            end = self.run_end(start, |it| digit(it).is_some());
            fields.push(self.digits(start, end)?);
        }
        if is_word(self.at(end)) || self.at(end) == mark {
            return None;
        }
        Some((self.date_value(&fields)?, end))
    }

    fn date_value(&self, fields: &[String]) -> Option<String> {
        let is_year = |text: &String| text.len() == 4;
        let number = |at: usize| fields[at].parse::<u32>().ok();
        let order = match () {
            () if is_year(&fields[0]) => [0, 1, 2],
            () if !is_year(&fields[2]) => return None,
            () if self.notation.date_order.first() == Some(&DateField::Month) => [2, 0, 1],
            () => [2, 1, 0],
        };
        let [year, mut month, mut day] = [number(order[0])?, number(order[1])?, number(order[2])?];
        if month > 12 {
            (month, day) = (day, month);
        }
        date_value(Some(year), month, Some(day))
    }

    fn marked_date(&self, at: usize) -> Option<(String, usize)> {
        let (mut year, mut month, mut day) = (None, None, None);
        let (mut next, mut end) = (at, at);
        while let Some((field, value, stop)) = self.marked_field(next) {
            match field {
                DateField::Year => year = Some(value),
                DateField::Month => month = Some(value),
                DateField::Day => day = Some(value),
            }
            end = stop;
            next = self.run_end(stop, |it| it == ' ');
        }
        Some((date_value(year, month?, day)?, end))
    }

    fn marked_field(&self, at: usize) -> Option<(DateField, u32, usize)> {
        let end = self.run_end(at, |it| digit(it).is_some());
        let value = self.digits(at, end)?.parse().ok()?;
        let mark = self.run_end(end, |it| it == ' ');
        let stands = |mark_text: &str| {
            mark_text
                .chars()
                .enumerate()
                .all(|(i, it)| self.at(mark + i) == it)
        };
        let marks = self.notation.date_marks.iter();
        let (text, field) = marks.into_iter().find(|(text, _)| stands(text))?;
        Some((*field, value, mark + text.chars().count()))
    }

    fn digits(&self, start: usize, end: usize) -> Option<String> {
        let letters = self.letters.get(start..end)?;
        let digits: String = letters.iter().filter_map(|it| digit(*it)).collect();
        (1..=4).contains(&digits.len()).then_some(digits)
    }

    /// `12:30`, `12:30:00 PM`, `5 PM`, `17h00`; the halves of the day are one, since languages count its hours in both ways.
    fn time(&mut self, at: usize) -> Option<usize> {
        let hour = self.run_end(at, |it| digit(it).is_some());
        let mut end = hour;
        let colon = |it: char| matches!(it, ':' | '：' | 'h');
        while colon(self.at(end)) && self.run_end(end + 1, |it| digit(it).is_some()) == end + 3 {
            end += 3;
        }
        let written: String = self.letters[at..end]
            .iter()
            .map(|it| digit(*it).unwrap_or(':'))
            .collect();
        let period = self.day_period(end);
        let written = if end == hour {
            format!("{written}:00")
        } else {
            written
        };
        if (end == hour && period.is_none()) || is_word(self.at(end)) && period.is_none() {
            return None;
        }
        let value = clock(&written, ':')?;
        Some(self.push(Kind::Time, value, at, period.unwrap_or(end)))
    }

    fn day_period(&self, at: usize) -> Option<usize> {
        let start = self.run_end(at, |it| matches!(it, ' ' | '\u{a0}' | '\u{202f}'));
        let end = self.run_end(start, |it| it.is_alphabetic() || it == '.');
        let word = self.text(start, end.min(start + 12)).to_lowercase();
        let plain = word.replace('.', "");
        let periods = &self.notation.day_periods;
        (periods.contains(&word) || periods.contains(&plain)).then_some(end)
    }

    /// A number with its scale and unit; digits inside a name are none.
    fn number(&mut self, at: usize) -> usize {
        let Some(number) = read(&self.letters[at..], self.notation) else {
            return at + 1;
        };
        let end = at + number.length;
        let tail = self.run_end(end, is_word);
        let suffix = self.text(end, tail);
        if !suffix.is_empty() && self.unit_named(&suffix).is_none() && self.scale(end).is_none() {
            return tail;
        }
        let Number {
            value,
            digits,
            decimal,
            ..
        } = number;
        let (value, end) = match self.scale(end) {
            Some((zeros, end)) => (number::scaled(&value, zeros), end),
            None => (value, end),
        };
        let (unit, end) = self.unit(at, end);
        self.push(Kind::Number, value, at, end);
        let token = self.tokens.last_mut().expect("it was pushed");
        (token.unit, token.digits, token.decimal) = (unit, digits, decimal);
        end
    }

    /// The word behind a number that stands for zeros.
    fn scale(&self, at: usize) -> Option<(usize, usize)> {
        let start = self.run_end(at, |it| matches!(it, ' ' | '\u{a0}' | '\u{202f}'));
        let end = self.run_end(start, char::is_alphabetic).min(start + 16);
        let word = self.text(start, end).to_lowercase();
        let scales = self.notation.scales.iter();
        let spaced = |known: &str| known.is_ascii() || known.chars().count() > 2;
        let mut found = scales.filter(|(known, _)| match spaced(known) {
            true => word == *known,
            false => word.starts_with(known.as_str()),
        });
        let (known, zeros) = found.next()?;
        Some((*zeros as usize, start + known.chars().count()))
    }

    /// The symbol of a unit behind a number, or before it in the case of per cent, and where it ends.
    fn unit(&self, start: usize, end: usize) -> (Option<&'static str>, usize) {
        if self.before(start) == '%' {
            return (Some("%"), end);
        }
        let at = self.run_end(end, |it| {
            matches!(it, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
        });
        if matches!(self.at(at), '%' | '％' | '٪') {
            return (Some("%"), at + 1);
        }
        let stop = self.run_end(at, |it| is_word(it) || it == '°');
        match self.unit_named(&self.text(at, stop)) {
            Some(unit) => (Some(unit), stop),
            None if self.at(at).is_alphabetic() || self.at(at) == '-' => (None, end),
            None => (Some(""), end),
        }
    }

    fn unit_named(&self, word: &str) -> Option<&'static str> {
        let known = UNITS.iter().find(|unit| **unit == word);
        known.copied().or(matches!(word, "bits").then_some("bit"))
    }
}

/// `November 23, 2016` and `23. November 2016` are one date: numbers beside the name of a month become one token.
fn dates_in_words(tokens: &mut Vec<Token>, letters: &[char], notation: &Notation) {
    if notation.months.is_empty() {
        return;
    }
    let mut dates = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let found = date_in_words(&tokens[at..], letters, notation);
        let used = found.as_ref().map_or(1, |(_, used)| *used);
        dates.extend(found.map(|(token, _)| (at..at + used, token)));
        at += used;
    }
    if !dates.is_empty() {
        replace(tokens, dates);
    }
}

/// Puts one token in the place of each range of tokens; the ranges ascend.
fn replace(tokens: &mut Vec<Token>, by: Vec<(Range<usize>, Token)>) {
    let mut old = std::mem::take(tokens).into_iter();
    let mut at = 0;
    for (range, token) in by {
        tokens.extend(old.by_ref().take(range.start - at));
        at = range.end;
        old.by_ref().take(range.len()).for_each(drop);
        tokens.push(token);
    }
    tokens.extend(old);
}

fn date_in_words(
    tokens: &[Token],
    letters: &[char],
    notation: &Notation,
) -> Option<(Token, usize)> {
    let first = tokens.first().filter(|it| it.kind == Kind::Number)?;
    let value: u32 = first.value.parse().ok()?;
    let day = (1..=31).contains(&value).then_some(value);
    let year = is_year(value).then_some(value);
    if day.is_none() && year.is_none() {
        return None;
    }
    let second = tokens.get(1).filter(|it| it.kind == Kind::Number);
    let second_year = |from: usize| {
        let next = second.filter(|it| it.start >= from && it.start - from < 6)?;
        let value: u32 = next.value.parse().ok()?;
        let between = &letters[from..next.start];
        let near = between
            .iter()
            .all(|it| it.is_alphabetic() || matches!(it, ' ' | ',' | '.' | '\u{a0}'));
        (near && is_year(value)).then_some((value, next.end))
    };
    if let Some((month, end)) = month_behind(letters, first.end, notation).filter(|_| day.is_some())
    {
        let with = second_year(end);
        let value = date_value(with.map(|it| it.0), month, day)?;
        let end = with.map_or(end, |it| it.1);
        return Some((
            dated(value, first.start, end),
            1 + usize::from(with.is_some()),
        ));
    }
    let (month, start) = month_before(letters, first.start, notation)?;
    let with = second_year(first.end).filter(|_| day.is_some());
    let value = date_value(with.map(|it| it.0).or(year), month, day)?;
    let end = with.map_or(first.end, |it| it.1);
    Some((dated(value, start, end), 1 + usize::from(with.is_some())))
}

fn dated(value: String, start: usize, end: usize) -> Token {
    Token {
        kind: Kind::Date,
        value,
        start,
        end,
        unit: None,
        digits: 0,
        decimal: None,
    }
}

fn is_year(value: u32) -> bool {
    (1900..2100).contains(&value)
}

/// The month behind a day, over a point, an ordinal's mark and a short word as in `1 de mayo`.
fn month_behind(letters: &[char], from: usize, notation: &Notation) -> Option<(u8, usize)> {
    let mut at = from;
    for _ in 0..3 {
        while letters
            .get(at)
            .is_some_and(|it| matches!(it, ' ' | '.' | '\u{a0}'))
        {
            at += 1;
        }
        let end = at
            + letters[at..]
                .iter()
                .take_while(|it| it.is_alphabetic())
                .count();
        let word: String = letters[at..end.min(at + 20)].iter().collect();
        if let Some(month) = notation.months.get(&word.to_lowercase()) {
            return Some((*month, end));
        }
        if end == at || end - at > 3 {
            return None;
        }
        at = end;
    }
    None
}

/// The month before a day or a year, over a point and a short word as in `February of 2019`.
fn month_before(letters: &[char], from: usize, notation: &Notation) -> Option<(u8, usize)> {
    let mut end = from;
    for _ in 0..2 {
        while end > 0 && matches!(letters[end - 1], ' ' | '.' | '\u{a0}') {
            end -= 1;
        }
        let word = letters[..end].iter().rev().take(20);
        let length = word.take_while(|it| it.is_alphabetic()).count();
        let word: String = letters[end - length..end].iter().collect();
        if let Some(month) = notation.months.get(&word.to_lowercase()) {
            return Some((*month, end - length));
        }
        if length == 0 || length > 3 {
            return None;
        }
        end -= length;
    }
    None
}

fn date_value(year: Option<u32>, month: impl Into<u32>, day: Option<u32>) -> Option<String> {
    let month = month.into();
    let exists = (1..=12).contains(&month)
        && day.is_none_or(|day| (1..=31).contains(&day))
        && (year.is_some() || day.is_some())
        && year.is_none_or(|year| year > 31);
    let year = year.map_or("*".to_owned(), |year| format!("{year:04}"));
    exists.then(|| match day {
        Some(day) => format!("{year}-{month:02}-{day:02}"),
        None => format!("{year}-{month:02}"),
    })
}

/// Hours, minutes and perhaps seconds on a dial of twelve hours.
fn clock(text: &str, mark: char) -> Option<String> {
    let parts: Vec<&str> = text.split(mark).collect();
    let number = |at: usize| parts.get(at)?.parse::<u32>().ok();
    let (hour, minute, second) = (number(0)?, number(1)?, number(2).unwrap_or(0));
    let two = parts[1..].iter().all(|part| part.len() == 2) && (2..=3).contains(&parts.len());
    let dotted = mark != '.' || parts[0].len() == 2;
    (two && dotted && hour < 25 && minute < 60 && second < 60)
        .then(|| format!("{}:{minute:02}:{second:02}", hour % 12))
}

/// An inline element of TMX 1.4 or XLIFF, as machine translation sees markup: `<ph id="ph1"/>`.
pub fn is_exchange_tag(tag: &str) -> bool {
    const NAMES: [&str; 13] = [
        "bpt", "ept", "it", "ph", "ut", "g", "x", "bx", "ex", "mrk", "pc", "sc", "ec",
    ];
    let inside = tag
        .trim_start_matches(['<', '/'])
        .trim_end_matches(['>', '/']);
    let (name, attributes) = inside.split_once(' ').unwrap_or((inside, ""));
    let numbered = ["id=", "i=", "rid=", "x="]
        .iter()
        .any(|key| attributes.starts_with(key));
    NAMES.contains(&name) && (numbered || (tag.starts_with("</") && name.len() == 3))
}

pub fn is_word(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_'
}

/// Whether a letter beyond ASCII continues a word: `ö` does, and the letters of scripts without blanks do not.
fn goes_on(letter: char) -> bool {
    letter.is_alphabetic() && !letter.is_ascii() && letter < '\u{e00}'
}

pub fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}'
    )
}

/// Words that underscores join, with a letter somewhere.
fn is_snake(text: &str) -> bool {
    let inner = text.trim_matches('_');
    let joined = inner.contains('_') && !inner.contains(['.', '-']) && inner.len() > 4;
    joined && inner.contains(|it: char| it.is_ascii_alphabetic())
}

/// `portal.example.com`, `android.app.Service`, `setup.exe`: parts of two and more letters or digits that points join.
fn is_dotted(text: &str) -> bool {
    let parts: Vec<&str> = text.split('.').collect();
    let named = |part: &&str| {
        let letters = part.trim_matches(|it: char| matches!(it, '-' | '_'));
        letters.len() > 1 && letters.len() == part.len()
    };
    let last = parts
        .last()
        .is_some_and(|it| it.bytes().all(|byte| byte.is_ascii_alphabetic()));
    let lettered = parts[0].contains(|it: char| it.is_ascii_alphabetic());
    parts.len() > 1 && parts.iter().all(named) && last && lettered
}

fn is_guid(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let long = parts.iter().map(|part| part.len()).eq([8, 4, 4, 4, 12]);
    long && text
        .bytes()
        .all(|byte| byte.is_ascii_hexdigit() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;

    fn values(folder: &str, text: &str) -> Vec<(Kind, String)> {
        let notation = Locale::from_folder(folder).expect("a locale").notation();
        let tokens = scan(text, &notation);
        for token in &tokens {
            assert!(
                text.is_char_boundary(token.start) && text.is_char_boundary(token.end),
                "{text}"
            );
        }
        tokens
            .into_iter()
            .map(|token| (token.kind, token.value))
            .collect()
    }

    fn check(kind: Kind, cases: &[(&str, &str, &[&str])]) {
        for (folder, text, expected) in cases {
            let found = values(folder, text);
            let expected: Vec<(Kind, String)> = expected
                .iter()
                .map(|value| (kind, (*value).to_owned()))
                .collect();
            assert_eq!(found, expected, "{text} in {folder}");
        }
    }

    #[test]
    fn numbers_end_where_ascii_words_end() {
        check(
            Kind::Number,
            &[
                ("ja-jp", "4096ビット", &["4096"]),
                ("en-us", "V2 128 bits", &["128"]),
                ("en-us", "a 10-character name", &["10"]),
                ("en-us", "1920x1080 and 3DES", &[]),
                ("zh-cn", "10万个", &["100000"]),
                ("zh-cn", "5 億", &["5"]),
                ("zh-tw", "5 億", &["500000000"]),
                ("de-de", "100 Millionen", &["100000000"]),
                ("es-es", "30 mil", &["30000"]),
                ("fr-fr", "125 MB", &["125"]),
                ("sv-se", "SHA-256", &["256"]),
                ("en-us", "see https://example.org/12/34 there", &[]),
            ],
        );
    }

    #[test]
    fn versions_are_no_dates_and_no_grouped_numbers() {
        check(
            Kind::Version,
            &[
                ("zh-cn", "v1.22以降", &["1.22"]),
                ("en-us", "10.0.24.6", &["10.0.24.6"]),
                ("en-us", "Android 7.x", &["7.x"]),
                ("de-de", "6.1806.X.X", &["6.1806.x.x"]),
                ("en-us", "10.0.0.0/8", &["10.0.0.0/8"]),
            ],
        );
        check(Kind::Number, &[("de-de", "2.147.483.647", &["2147483647"])]);
        check(Kind::Time, &[("nl-nl", "12.00.00", &["0:00:00"])]);
    }

    #[test]
    fn a_day_is_one_date_however_it_is_written() {
        check(
            Kind::Date,
            &[
                ("de-de", "23.11.2016", &["2016-11-23"]),
                ("en-us", "11/23/2016", &["2016-11-23"]),
                ("zh-cn", "2016年11月23日", &["2016-11-23"]),
                ("ko-kr", "2016년 11월 23일", &["2016-11-23"]),
                ("en-us", "November 23, 2016", &["2016-11-23"]),
                ("de-de", "am 23. November 2016", &["2016-11-23"]),
                ("es-es", "23 de noviembre de 2016", &["2016-11-23"]),
                ("fr-fr", "le 1er mai", &[]),
                ("sv-se", "2016-11-23", &["2016-11-23"]),
                ("ja-jp", "2016年11月", &["2016-11"]),
                ("en-us", "November 2016", &["2016-11"]),
            ],
        );
    }

    #[test]
    fn hours_are_those_of_a_dial() {
        check(
            Kind::Time,
            &[
                ("en-us", "5:00 PM", &["5:00:00"]),
                ("de-de", "17:00", &["5:00:00"]),
                ("fr-fr", "17h00", &["5:00:00"]),
                ("en-us", "5 p.m.", &["5:00:00"]),
                ("zh-cn", "下午5:00", &["5:00:00"]),
            ],
        );
    }

    #[test]
    fn names_of_machines_are_identifiers() {
        check(
            Kind::Identifier,
            &[
                ("en-us", "0x80070774", &["0x80070774"]),
                ("ja-jp", "FW_PROFILE_TYPEを", &["FW_PROFILE_TYPE"]),
                ("en-us", "at portal.example.com.", &["portal.example.com"]),
                ("en-us", "code -2147009296", &["-2147009296"]),
                ("en-us", "PowerPoint and e.g. iOS", &[]),
                (
                    "en-us",
                    "a@example.com or <install_Path> or C:\\my_files\\x_y",
                    &[],
                ),
            ],
        );
    }

    #[test]
    fn placeholders_and_residue_have_their_shapes() {
        check(
            Kind::Placeholder,
            &[(
                "en-us",
                "{{SerialNumber}} {0} %SERIAL% ${name} %1$s",
                &["{{SerialNumber}}", "{0}", "%SERIAL%", "${name}", "%1$s"],
            )],
        );
        assert!(
            values("en-us", "100% sure")
                .iter()
                .all(|it| it.0 == Kind::Number)
        );
        check(
            Kind::Residue,
            &[
                ("en-us", "click @no__t-0 here", &["@no__t-0"]),
                ("hu-hu", "a {1}man{2} b", &["{1}man{2}"]),
                ("en-us", "<bpt id=\"p1\">", &["<bpt id=\"p1\">"]),
                ("en-us", "x____", &[]),
                ("zh-cn", "字__MT_0__字", &["__MT_0__"]),
            ],
        );
    }

    #[test]
    fn nothing_makes_the_scanner_stumble() {
        let pieces = [
            "{", "}}", "%", "1", ".", "٣", "x", "-", "_", "@no__", "年", " ", "０", "h", ":",
            "\u{fffc}", "May",
        ];
        for first in pieces {
            for second in pieces {
                for third in pieces {
                    values("zh-cn", &format!("{first}{second}{third}{first}{third}"));
                    values("en-us", &format!("{third}{second}{first}{second}1"));
                }
            }
        }
    }
}

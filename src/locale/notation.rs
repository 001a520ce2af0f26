//! How a language writes numbers, dates and times, read off what ICU writes in it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use icu_datetime::fieldsets::{self, YMD};
use icu_datetime::input::{Date, Time};
use icu_datetime::preferences::HourCycle;
use icu_datetime::{
    DateTimeFormatterPreferences, FixedCalendarDateTimeFormatter, NoCalendarFormatter, parts,
};
use icu_decimal::input::Decimal;
use icu_decimal::{CompactDecimalFormatter, DecimalFormatter};
use writeable::{Part, PartsWrite, Writeable};

use super::Locale;

/// A part of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DateField {
    Year,
    Month,
    Day,
}

/// How a language writes numbers, dates and times.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notation {
    /// `,` in `1,5`.
    pub decimal: char,
    /// `.` in `1.000`; a blank of any width in many languages.
    pub grouping: char,
    /// Words that stand for zeros, in lower case, with how many: `million` and 6, `万` and 4. The longest stand first.
    pub scales: Vec<(String, u32)>,
    /// Names of months in lower case, whole and short, where the language writes dates with names.
    pub months: BTreeMap<String, u8>,
    /// In which order a date in digits stands.
    pub date_order: Vec<DateField>,
    /// What stands between the digits of a date: `.` in `23.11.2016`.
    pub date_separator: Option<char>,
    /// What stands directly behind a field's digits where dates have no names of months: `年`, `月`, `日`.
    pub date_marks: Vec<(String, DateField)>,
    /// What tells the two halves of the day apart, in lower case: `am`, `pm`, `下午`.
    pub day_periods: BTreeSet<String>,
}

/// Each language's notation is made once: nothing in it depends on what is read.
static NOTATIONS: Mutex<BTreeMap<String, Arc<Notation>>> = Mutex::new(BTreeMap::new());

impl Locale {
    /// How this language writes numbers, dates and times; English's way where CLDR knows nothing better.
    pub fn notation(&self) -> Arc<Notation> {
        let mut known = NOTATIONS.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(notation) = known.get(self.tag()) {
            return Arc::clone(notation);
        }
        let notation = Arc::new(Notation::of(&icu_locale::Locale::from(self.tag.clone())));
        known.insert(self.tag().to_owned(), Arc::clone(&notation));
        notation
    }
}

impl Notation {
    fn of(locale: &icu_locale::Locale) -> Notation {
        let (decimal, grouping) = separators(locale).unwrap_or(('.', ','));
        let short = date_parts(locale, YMD::short()).unwrap_or_default();
        let fields: Vec<(DateField, usize, usize)> = short.fields();
        let digits = |text: &str| text.chars().all(char::is_numeric);
        let in_digits = fields.iter().all(|it| digits(&short.text[it.1..it.2]));
        let mut order: Vec<DateField> = fields.iter().map(|it| it.0).collect();
        if !in_digits || order.len() != 3 {
            order = vec![DateField::Year, DateField::Month, DateField::Day];
        }
        Notation {
            decimal,
            grouping,
            scales: scales(locale),
            months: months(locale),
            date_order: order,
            date_separator: fields
                .first()
                .and_then(|first| short.text[first.2..].chars().next()),
            date_marks: date_marks(locale),
            day_periods: day_periods(locale),
        }
    }

    /// Whether a blank stands between groups of digits.
    pub fn groups_with_blanks(&self) -> bool {
        self.grouping.is_whitespace()
    }
}

/// The decimal mark and what stands between groups.
fn separators(locale: &icu_locale::Locale) -> Option<(char, char)> {
    let formatter = DecimalFormatter::try_new(locale.into(), Default::default()).ok()?;
    let number: Decimal = "1234567.5".parse().ok()?;
    let written = Written::of(&formatter.format(&number));
    let mark = |part: Part| written.part(part)?.chars().next();
    Some((
        mark(icu_decimal::parts::DECIMAL)?,
        mark(icu_decimal::parts::GROUP).unwrap_or(','),
    ))
}

/// What the language puts for zeros, whole and abbreviated, in all its plural forms.
fn scales(locale: &icu_locale::Locale) -> Vec<(String, u32)> {
    let formatters = [
        CompactDecimalFormatter::try_new_long(locale.into(), Default::default()),
        CompactDecimalFormatter::try_new_short(locale.into(), Default::default()),
    ];
    let mut scales: BTreeMap<String, u32> = BTreeMap::new();
    for formatter in formatters.iter().flatten() {
        for zeros in 3..=13 {
            for times in [1, 2, 5] {
                let number = Decimal::from(times * 10_i64.pow(zeros));
                let written = formatter.format(&number).to_string();
                scales.extend(scale(&written, zeros));
            }
        }
    }
    let mut scales: Vec<(String, u32)> = scales.into_iter().collect();
    scales.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    scales
}

/// The word behind the digits of `10万`, and how many zeros it stands for. Abbreviations of one or two Latin letters are
/// symbols of units as well.
fn scale(written: &str, zeros: u32) -> Option<(String, u32)> {
    let digits = written.chars().take_while(|it| it.is_numeric()).count();
    let word: String = written.chars().skip(digits).collect();
    let word = word
        .trim_matches(|it: char| !it.is_alphabetic())
        .to_lowercase();
    let long = word.chars().count() > 2 || (!word.is_empty() && !word.is_ascii());
    let shown = u32::try_from(digits.checked_sub(1)?).ok()?;
    (long && zeros > shown && !word.contains(char::is_numeric)).then(|| (word, zeros - shown))
}

fn months(locale: &icu_locale::Locale) -> BTreeMap<String, u8> {
    let mut months = BTreeMap::new();
    for month in 1..=12 {
        let written = [
            date(locale, YMD::long(), month),
            date(locale, YMD::medium(), month),
        ];
        for written in written.into_iter().flatten() {
            let name = written
                .part(parts::MONTH)
                .unwrap_or_default()
                .to_lowercase();
            let name = name.trim_matches('.').to_owned();
            if name.chars().filter(|it| it.is_alphabetic()).count() > 2 {
                months.insert(name, month);
            }
        }
    }
    months
}

/// What follows a field's digits without a blank.
fn date_marks(locale: &icu_locale::Locale) -> Vec<(String, DateField)> {
    let Some(written) = date_parts(locale, YMD::long()) else {
        return Vec::new();
    };
    let mark = |(field, start, _): (DateField, usize, usize)| {
        let behind = written.text[start..].trim_start_matches(char::is_numeric);
        let mark: String = behind.chars().take_while(|it| it.is_alphabetic()).collect();
        (!mark.is_empty()).then_some((mark, field))
    };
    let marks: Vec<_> = written.fields().into_iter().filter_map(mark).collect();
    if marks.len() == 3 { marks } else { Vec::new() }
}

fn day_periods(locale: &icu_locale::Locale) -> BTreeSet<String> {
    let mut preferences = DateTimeFormatterPreferences::from(locale);
    preferences.hour_cycle = Some(HourCycle::H12);
    let mut periods = BTreeSet::from(["am".to_owned(), "pm".to_owned()]);
    let Ok(formatter) = NoCalendarFormatter::try_new(preferences, fieldsets::T::hm()) else {
        return periods;
    };
    for hour in [1, 13] {
        if let Ok(time) = Time::try_new(hour, 0, 0, 0) {
            let written = Written::of(&formatter.format(&time));
            let period = written.part(parts::DAY_PERIOD).unwrap_or_default();
            periods.insert(period.to_lowercase());
        }
    }
    periods.remove("");
    periods
}

fn date_parts(locale: &icu_locale::Locale, fields: YMD) -> Option<Written> {
    date(locale, fields, 11)
}

/// The 22nd of a month of 2033 in the Gregorian calendar.
fn date(locale: &icu_locale::Locale, fields: YMD, month: u8) -> Option<Written> {
    let formatter = FixedCalendarDateTimeFormatter::try_new(locale.into(), fields).ok()?;
    let date = Date::try_new_gregorian(2033, month, 22).ok()?;
    Some(Written::of(&formatter.format(&date)))
}

/// What a formatter wrote, and where its parts are.
#[derive(Debug, Default)]
struct Written {
    text: String,
    parts: Vec<(usize, usize, Part)>,
}

impl Written {
    fn of(formatted: &impl Writeable) -> Written {
        let mut written = Written::default();
        // Writing into a string does not fail; a formatter that did would leave its parts out.
        let _ = formatted.write_to_parts(&mut written);
        written
    }

    fn part(&self, wanted: Part) -> Option<&str> {
        let (start, end, _) = self.parts.iter().find(|(_, _, part)| *part == wanted)?;
        Some(&self.text[*start..*end])
    }

    /// The fields of a date in their order.
    fn fields(&self) -> Vec<(DateField, usize, usize)> {
        let field = |(start, end, part): &(usize, usize, Part)| {
            let field = match *part {
                parts::YEAR => DateField::Year,
                parts::MONTH => DateField::Month,
                parts::DAY => DateField::Day,
                _ => return None,
            };
            Some((field, *start, *end))
        };
        let mut fields: Vec<_> = self.parts.iter().filter_map(field).collect();
        fields.sort_by_key(|field| field.1);
        fields
    }
}

impl fmt::Write for Written {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.text.write_str(text)
    }
}

impl PartsWrite for Written {
    type SubPartsWrite = Self;

    fn with_part(
        &mut self,
        part: Part,
        mut write: impl FnMut(&mut Self) -> fmt::Result,
    ) -> fmt::Result {
        let start = self.text.len();
        write(self)?;
        self.parts.push((start, self.text.len(), part));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notation(folder: &str) -> Arc<Notation> {
        Locale::from_folder(folder).expect("a locale").notation()
    }

    #[test]
    fn separators_are_those_of_the_language() {
        for (folder, decimal, grouping) in [
            ("en-us", '.', ','),
            ("de-de", ',', '.'),
            ("fr-fr", ',', '\u{202f}'),
            ("sv-se", ',', '\u{a0}'),
        ] {
            let notation = notation(folder);
            assert_eq!((notation.decimal, notation.grouping), (decimal, grouping));
        }
    }

    #[test]
    fn words_stand_for_zeros() {
        for (folder, word, zeros) in [
            ("en-us", "million", 6),
            ("de-de", "millionen", 6),
            ("de-de", "mio", 6),
            ("es-es", "mil", 3),
            ("zh-cn", "万", 4),
            ("zh-cn", "亿", 8),
            ("ja-jp", "億", 8),
            ("pl-pl", "miliony", 6),
        ] {
            let scales = &notation(folder).scales;
            let found = scales.iter().find(|(known, _)| known == word);
            assert_eq!(
                found.map(|it| it.1),
                Some(zeros),
                "{folder} {word}: {scales:?}"
            );
        }
    }

    #[test]
    fn dates_have_an_order_and_names_or_marks() {
        use DateField::{Day, Month, Year};
        assert_eq!(notation("en-us").date_order, [Month, Day, Year]);
        assert_eq!(notation("de-de").date_order, [Day, Month, Year]);
        assert_eq!(notation("de-de").date_separator, Some('.'));
        assert_eq!(notation("fr-fr").months.get("novembre"), Some(&11));
        assert_eq!(notation("ru-ru").months.get("ноября"), Some(&11));
        let marks = |folder| notation(folder).date_marks.clone();
        let marked = |marks: [&str; 3]| {
            let fields = [Year, Month, Day];
            let pairs = marks.into_iter().map(str::to_owned).zip(fields);
            pairs.collect::<Vec<_>>()
        };
        assert_eq!(marks("zh-cn"), marked(["年", "月", "日"]));
        assert_eq!(marks("ko-kr"), marked(["년", "월", "일"]));
        assert_eq!(marks("es-es"), []);
        assert!(notation("zh-cn").day_periods.contains("下午"));
    }
}

//! Which numbers, dates and times of a passage are compared, and which differences are none.

use super::changes::{Change, Lost, Site};
use super::number::numerals;
use super::tokens::{Kind, Token};
use crate::check::{Comparison, Findings};
use crate::diagnostic::Diagnostic;

/// Reports what an article lost and gained in numbers, passage by passage.
pub fn each(
    comparison: &Comparison,
    findings: &mut Findings,
    report: impl Fn(&Site, &Change, &Findings) -> Vec<Diagnostic>,
) {
    for site in Site::all(comparison) {
        let cell = site.passage.is_cell();
        let is = |token: &Token| is_compared(token, cell);
        if !site.has(is) || site.is_owned_by_tables() {
            continue;
        }
        findings.examine();
        for mut change in site.changes(is) {
            excuse(&site, &mut change);
            let found = report(&site, &change, findings);
            findings.diagnostics.extend(found);
        }
    }
}

/// Numbers of one digit become words, save in tables.
fn is_compared(token: &Token, cell: bool) -> bool {
    match token.kind {
        Kind::Number => token.digits > 1 || token.value.len() > 1 || cell,
        Kind::Date | Kind::Time => true,
        _ => false,
    }
}

/// Takes away what is the same in another form.
fn excuse(site: &Site, change: &mut Change) {
    let text = site
        .scan(change.article())
        .map_or("", |scan| scan.running.text.as_str());
    let spelt = numerals(text);
    change
        .lost
        .retain(|lost| !spelt.iter().any(|it| it == lost.value));
    let mut at = 0;
    while at < change.lost.len() {
        let lost = &change.lost[at];
        match change.excess.iter().position(|it| is_same(lost, it)) {
            Some(same) => {
                let same = change.excess.remove(same);
                change.gained.retain(|it| it.start != same.start);
                change.lost.remove(at);
            }
            None => at += 1,
        }
    }
}

/// Whether two tokens of different kinds name the same: `5 PM` and `17 Uhr`, `November 2016` and a month without a name that
/// we know, a day with its year and without.
fn is_same(lost: &Lost, gained: &Token) -> bool {
    let (one, other) = (lost.token, gained);
    match (one.kind, other.kind) {
        (Kind::Date, Kind::Date) => same_date(&one.value, &other.value),
        (Kind::Date, _) => has_field(&one.value, &other.value),
        (_, Kind::Date) => has_field(&other.value, &one.value),
        (Kind::Time, Kind::Number) => same_hour(&one.value, &other.value),
        (Kind::Number, Kind::Time) => same_hour(&other.value, &one.value),
        _ => false,
    }
}

/// A year may be left out, and who writes digits may put the month before the day.
fn same_date(one: &str, other: &str) -> bool {
    let fields = |text: &str| -> Vec<String> { text.split('-').map(str::to_owned).collect() };
    let (one, other) = (fields(one), fields(other));
    let year = one[0] == other[0] || one[0] == "*" || other[0] == "*";
    let sorted = |fields: &[String]| {
        let mut rest = fields[1..].to_vec();
        rest.sort();
        rest
    };
    year && (sorted(&one) == sorted(&other) || one.len() != other.len() && one[1] == other[1])
}

fn has_field(date: &str, value: &str) -> bool {
    date.split('-')
        .any(|field| field.trim_start_matches('0') == value)
}

/// A number may be the hour alone, or hour and minutes with a point between them, as Dutch and Swedish write them.
fn same_hour(time: &str, value: &str) -> bool {
    let mut fields = time.split(':');
    let hour = fields.next().and_then(|it| it.parse::<u32>().ok());
    let minutes = fields.next().unwrap_or("00");
    let (value, rest) = value.split_once('.').unwrap_or((value, minutes));
    let value = value.parse::<u32>().ok();
    let same = value.is_some_and(|value| value < 25 && hour == Some(value % 12));
    // The value of a number has no zeros at its end.
    same && format!("{rest:0<2}") == minutes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_may_be_written_as_numbers() {
        for (time, value, same) in [
            ("4:30:00", "16.3", true),
            ("4:30:00", "4.30", true),
            ("4:03:00", "16.3", false),
            ("5:00:00", "17", true),
            ("5:00:00", "18", false),
        ] {
            assert_eq!(same_hour(time, value), same, "{time} {value}");
        }
    }
}

//! `code-format-outlier`: one code of a column is written in another form than the rest.

use std::collections::BTreeMap;

use super::common_view::{self, Cited};
use super::undefined_code::definition;
use crate::check::{Comparison, Findings, Rule, Scope, words};
use crate::diagnostic::{Diagnostic, Fault, Severity};
use crate::model::{ColumnRole, is_hexadecimal};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "code-format-outlier",
        severity: Severity::Warning,
        summary: "a code has another form than the other codes of its column",
    },
    scope: Scope::Cohort(check),
    enabled: true,
};

/// A column needs this many codes to have a form, and an outlier is at most this share of them.
const CODES: usize = 4;
const SHARE: f64 = 0.2;

fn check(comparison: &Comparison, findings: &mut Findings) {
    for slot in comparison.tables() {
        for column in 0..slot.roles.len() {
            let coded = match slot.roles[column] {
                ColumnRole::Key | ColumnRole::Identifier => true,
                // Codes that another table defines have their form there.
                ColumnRole::Codes => definition(comparison, slot, column).is_none(),
                ColumnRole::Prose => false,
            };
            if coded {
                let codes = common_view::common_codes(
                    comparison.translations,
                    comparison.members(),
                    slot,
                    column,
                );
                findings.examined += codes.len();
                for (cited, usual) in outliers(&codes) {
                    let finding = finding(comparison, cited, usual, findings);
                    findings.push_shared(comparison, finding);
                }
            }
        }
    }
}

/// The form of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Form {
    /// With so many digits.
    Hexadecimal(usize),
    /// With so many digits.
    Decimal(usize),
    Lettered,
}

impl Form {
    fn of(code: &str) -> Form {
        let digits = code.trim_start_matches('-');
        match () {
            () if is_hexadecimal(code) => Form::Hexadecimal(code.len() - 2),
            () if digits.bytes().all(|byte| byte.is_ascii_digit()) => Form::Decimal(digits.len()),
            () => Form::Lettered,
        }
    }

    /// Numbers that are short grow from one digit to the next; longer ones were given out with a fixed width.
    fn has_fixed_width(self) -> bool {
        match self {
            Form::Hexadecimal(digits) => digits >= 4,
            Form::Decimal(digits) => digits >= 5,
            Form::Lettered => true,
        }
    }

    /// Whether a code of this form is odd beside those of the usual one: among hexadecimal numbers of one width any other width is.
    fn stands_out_among(self, usual: Form) -> bool {
        let hexadecimal = matches!((self, usual), (Form::Hexadecimal(_), Form::Hexadecimal(_)));
        usual.has_fixed_width() && (hexadecimal || self.has_fixed_width())
    }

    fn words(self) -> String {
        match self {
            Form::Hexadecimal(digits) => words::count(digits, "hexadecimal digit"),
            Form::Decimal(digits) => words::count(digits, "decimal digit"),
            Form::Lettered => "letters and a number".into(),
        }
    }
}

/// The codes that are not written as the others are, with the usual form.
fn outliers(codes: &BTreeMap<String, Cited>) -> Vec<(&Cited, Form)> {
    let mut forms: BTreeMap<Form, usize> = BTreeMap::new();
    for code in codes.keys() {
        *forms.entry(Form::of(code)).or_default() += 1;
    }
    let Some((&usual, &count)) = forms.iter().max_by_key(|(_, count)| **count) else {
        return Vec::new();
    };
    let different = codes.len() - count;
    let rare = different as f64 <= SHARE * codes.len() as f64;
    if codes.len() < CODES || !rare || !forms.keys().all(|form| form.stands_out_among(usual)) {
        return Vec::new();
    }
    let outliers = codes.iter().filter(|(code, _)| Form::of(code) != usual);
    outliers.map(|(_, cited)| (cited, usual)).collect()
}

fn finding(comparison: &Comparison, cited: &Cited, usual: Form, findings: &Findings) -> Diagnostic {
    let (article, span) = common_view::first_place(comparison, cited);
    let form = Form::of(&cited.text);
    let message = format!(
        "`{}` has {} where the column's other codes have {}",
        cited.text,
        form.words(),
        usual.words()
    );
    let mut languages: Vec<usize> = cited.places.iter().map(|(article, _)| *article).collect();
    languages.dedup();
    findings
        .found(comparison.article(article), span, message)
        .note(format!(
            "so it is in {}",
            words::count(languages.len(), "language")
        ))
        .help("look up in the product how the code is written")
        .found(cited.text.clone())
        .related(common_view::elsewhere(comparison, cited, article))
}

//! `mixed-eol-bom`: lines of one file end in different ways, or a byte order mark stands at its start.

use crate::check::flaw::{self, Flaw};
use crate::check::words::count;
use crate::check::{Findings, Rule, Scope};
use crate::diagnostic::{Fault, Severity, Span};
use crate::model::{Article, Site, Translations};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "mixed-eol-bom",
        severity: Severity::Info,
        summary: "lines of one file end in different ways, or a byte order mark stands at its start",
    },
    scope: Scope::Translations(check),
    enabled: true,
};

fn check(_: &Site, translations: &Translations, findings: &mut Findings) {
    flaw::report(translations, findings, flaws);
}

fn flaws(article: &Article) -> Vec<Flaw> {
    let text = article.source.text();
    let mark = text.starts_with('\u{feff}').then(mark);
    mark.into_iter().chain(mixed(text)).collect()
}

fn mark() -> Flaw {
    let span = Span::new(0, '\u{feff}'.len_utf8());
    Flaw {
        span,
        sign: "mark".to_owned(),
        message: "this file begins with a byte order mark".to_owned(),
        note: "UTF-8 needs none, and programs that join files carry it into the middle of a text"
            .to_owned(),
        help: "save the file as UTF-8 without a mark".to_owned(),
        found: Some("U+FEFF".to_owned()),
        edits: vec![(span, String::new())],
        ..Flaw::default()
    }
}

/// Lines that end otherwise than most of the file's.
fn mixed(text: &str) -> Option<Flaw> {
    if !text.contains('\r') {
        return None;
    }
    let endings = endings(text);
    let wide = endings.iter().filter(|ending| ending.len() == 2).count();
    let narrow = endings.len() - wide;
    if wide == 0 || narrow == 0 {
        return None;
    }
    let (usual, usual_name, rare_name) = match wide > narrow {
        true => ("\r\n", "CRLF", "LF"),
        false => ("\n", "LF", "CRLF"),
    };
    let rare: Vec<Span> = endings
        .into_iter()
        .filter(|it| it.len() != usual.len())
        .collect();
    Some(Flaw {
        span: *rare.first()?,
        sign: "mixed".to_owned(),
        message: format!("{} with {rare_name}, the others with {usual_name}", ends(rare.len())),
        note: "such a file was written by two programs, and a comparison of versions shows changes that nobody sees".to_owned(),
        help: format!("end every line with {usual_name}"),
        expected: Some(usual_name.to_owned()),
        found: Some(rare_name.to_owned()),
        edits: rare.iter().map(|span| (*span, usual.to_owned())).collect(),
        ..Flaw::default()
    })
}

fn ends(lines: usize) -> String {
    let verb = if lines == 1 { "ends" } else { "end" };
    format!("{} of this file {verb}", count(lines, "line"))
}

/// Every line's ending: LF or CRLF.
fn endings(text: &str) -> Vec<Span> {
    let bytes = text.as_bytes();
    let ending = |(at, _): (usize, &str)| match at > 0 && bytes[at - 1] == b'\r' {
        true => Span::new(at - 1, at + 1),
        false => Span::new(at, at + 1),
    };
    text.match_indices('\n').map(ending).collect()
}

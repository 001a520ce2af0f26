//! `hostile-source`: the original is written so that it, and every translation of it, is read otherwise than it was meant.

use std::collections::BTreeMap;

use super::blame::{self, Blame};
use super::tags;
use crate::check::words::count;
use crate::check::{Comparison, Findings, Rule, Scope, Words};
use crate::diagnostic::{Diagnostic, Fault, Severity, Span};
use crate::model::{Article, BlockKind, Frame, SegmentKind};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "hostile-source",
        severity: Severity::Warning,
        summary: "the original is written so that it is read otherwise than it was meant",
    },
    scope: Scope::Cohort(check),
    enabled: true,
};

/// What can be wrong with a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Words in angle brackets that are taken for a tag.
    Swallowed,
    /// `<strong>` where Markdown has marks.
    RawEmphasis,
    /// A comment without an end.
    OpenComment,
    /// A line below a table's header with more or fewer cells.
    Delimiter,
    /// `ttps://`.
    Scheme,
}

const KINDS: [Kind; 5] = [
    Kind::Swallowed,
    Kind::RawEmphasis,
    Kind::OpenComment,
    Kind::Delimiter,
    Kind::Scheme,
];

impl Kind {
    /// Whether a translation that alone has the fault is told of it by another rule.
    fn is_of_source_only(self) -> bool {
        matches!(self, Kind::Swallowed | Kind::RawEmphasis)
    }
}

fn check(comparison: &Comparison, findings: &mut Findings) {
    let places: Vec<(usize, Vec<(Kind, Span)>)> = comparison
        .members()
        .iter()
        .map(|&article| (article, places(comparison, article)))
        .collect();
    findings.examined += places.len();
    for kind in KINDS {
        let of = |article: usize| -> Vec<Span> {
            let here = places.iter().filter(|(at, _)| *at == article);
            let here = here.flat_map(|(_, places)| places);
            here.filter(|(it, _)| *it == kind)
                .map(|(_, span)| *span)
                .collect()
        };
        let usual = usual(comparison, &of);
        for blame in blame::blame(comparison, |article| Some(of(article).len())) {
            let own = is_own(comparison, blame, usual);
            if own && kind.is_of_source_only() {
                continue;
            }
            report(comparison, kind, blame, &of(blame.article), findings);
        }
    }
}

fn usual(comparison: &Comparison, of: &impl Fn(usize) -> Vec<Span>) -> usize {
    let counts = comparison
        .members()
        .iter()
        .map(|&article| (article, of(article).len()));
    blame::usual(comparison, &counts.collect::<Vec<_>>())
}

/// Whether a translation has the fault beyond what the source has.
fn is_own(comparison: &Comparison, blame: Blame, usual: usize) -> bool {
    !blame.shared
        && !comparison.is_reference(blame.article)
        && (comparison.cohort.reference.is_some() || usual == 0)
}

/// What is written alike is told once, where it stands first.
fn report(
    comparison: &Comparison,
    kind: Kind,
    blame: Blame,
    places: &[Span],
    findings: &mut Findings,
) {
    let article = comparison.article(blame.article);
    let mut told: BTreeMap<&str, (Span, usize)> = BTreeMap::new();
    for span in places {
        let told = told
            .entry(article.source.slice(*span))
            .or_insert((*span, 0));
        told.1 += 1;
    }
    for (span, times) in told.into_values() {
        let finding = finding(kind, article, span, times, findings);
        findings.push(match blame.shared {
            true => comparison.shared(finding),
            false => finding,
        });
    }
}

/// Everything that is hostile in an article.
fn places(comparison: &Comparison, article: usize) -> Vec<(Kind, Span)> {
    let mut places = Vec::new();
    for passage in comparison.passages() {
        if let Some(words) = passage.words(article) {
            of_tags(&words, &mut places);
        }
    }
    for frame in comparison.frames(article) {
        of_frame(comparison.article(article), frame, &mut places);
    }
    let links = comparison.article(article).links.iter();
    let misspelt = links.filter(|link| scheme(&link.destination).is_some());
    places.extend(misspelt.map(|link| (Kind::Scheme, link.target)));
    places
}

fn of_tags(words: &Words, places: &mut Vec<(Kind, Span)>) {
    for tag in tags::of_text(words.each())
        .iter()
        .filter(|tag| !tag.closing)
    {
        if tag.is_emphasis() {
            places.push((Kind::RawEmphasis, tag.span));
        } else if !tag.is_known() && !tag.is_internal() {
            places.push((Kind::Swallowed, tag.span));
        }
    }
}

fn of_frame(article: &Article, frame: &Frame, places: &mut Vec<(Kind, Span)>) {
    match &frame.block.kind {
        BlockKind::Html(html) => {
            let open = open_comment(html);
            let span = open.and_then(|at| first_line(article, frame.span, at));
            // One that speaks to us is told by `unused-suppression`.
            let ours = |span: Span| {
                article
                    .allowances
                    .iter()
                    .any(|it| it.span.start == span.start)
            };
            let span = span.filter(|span| !ours(*span));
            places.extend(span.map(|span| (Kind::OpenComment, span)));
        }
        _ if matches!(frame.kind, SegmentKind::Paragraph | SegmentKind::Item) => {
            let delimiters = delimiters(article.source.slice(frame.span));
            let spans = delimiters.into_iter().map(|(at, len)| {
                let start = frame.span.start + at;
                (Kind::Delimiter, Span::new(start, start + len))
            });
            places.extend(spans);
        }
        _ => {}
    }
}

fn first_line(article: &Article, block: Span, at: usize) -> Option<Span> {
    let text = article.source.slice(block);
    let start = text.match_indices("<!--").nth(at)?.0;
    let line = text[start..].lines().next()?;
    Some(Span::new(
        block.start + start,
        block.start + start + line.len(),
    ))
}

/// Which comment of raw HTML, counted from 0, has no end before the next one begins.
fn open_comment(html: &str) -> Option<usize> {
    let mut from = 0;
    let mut number = 0;
    while let Some(at) = html[from..].find("<!--") {
        let inner = &html[from + at + 4..];
        let end = inner.find("-->");
        let next = inner.find("<!--");
        match (end, next) {
            (None, _) => return Some(number),
            (Some(end), Some(next)) if next < end => return Some(number),
            (Some(end), _) => from += at + 4 + end,
        }
        number += 1;
    }
    None
}

/// Lines of a paragraph that look like the line below a table's header and have another number of cells, by start and length.
fn delimiters(paragraph: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut header: Option<&str> = None;
    let mut at = 0;
    for line in paragraph.split_inclusive('\n') {
        let row = line.trim_matches([' ', '\t', '>', '\r', '\n']);
        let above = header.filter(|above| above.contains('|') && is_delimiter(row));
        if above.is_some_and(|above| cells(above) != cells(row)) {
            let start = at + line.find(row).unwrap_or(0);
            found.push((start, row.len()));
        }
        header = Some(row);
        at += line.len();
    }
    found
}

fn is_delimiter(row: &str) -> bool {
    let marks = row
        .bytes()
        .all(|byte| matches!(byte, b'|' | b'-' | b':' | b' ' | b'\t'));
    marks && row.contains('|') && row.contains("--")
}

/// How many cells a row has; a bar behind a backslash is none.
fn cells(row: &str) -> usize {
    let bars = row
        .bytes()
        .enumerate()
        .filter(|(at, byte)| *byte == b'|' && (*at == 0 || row.as_bytes()[at - 1] != b'\\'));
    let closed = usize::from(row.ends_with('|') && row.len() > 1 && !row.ends_with("\\|"));
    bars.count() + 1 - usize::from(row.starts_with('|')) - closed
}

/// The scheme that a misspelt address should have.
fn scheme(destination: &str) -> Option<&'static str> {
    const KNOWN: [&str; 14] = [
        "http", "https", "ftp", "ftps", "sftp", "ssh", "git", "file", "ws", "wss", "ldap", "ldaps",
        "irc", "smtp",
    ];
    for slip in ["https//", "http//", "https:/", "http:/"] {
        if destination.starts_with(slip) && !destination.contains("://") {
            return Some(if slip.starts_with("https") {
                "https"
            } else {
                "http"
            });
        }
    }
    let (scheme, _) = destination.split_once("://")?;
    let lower = scheme.to_ascii_lowercase();
    let word = lower.bytes().all(|byte| byte.is_ascii_alphabetic()) && lower.len() < 8;
    let near = |known: &&str| strsim::damerau_levenshtein(&lower, known) <= 2;
    let wanted = ["https", "http"]
        .into_iter()
        .min_by_key(|known| strsim::damerau_levenshtein(&lower, known));
    wanted
        .filter(near)
        .filter(|_| word && !KNOWN.contains(&lower.as_str()))
}

fn finding(
    kind: Kind,
    article: &Article,
    span: Span,
    times: usize,
    findings: &Findings,
) -> Diagnostic {
    let written = article.source.slice(span);
    let often = match times {
        1 => String::new(),
        _ => format!(", here and in {} more", count(times - 1, "place")),
    };
    let (message, note, help) = match kind {
        Kind::Swallowed => (
            format!("`{written}` is a tag that HTML does not know, and other tools do not show it{often}"),
            "translations inherit it, and translation programs may drop it".to_owned(),
            "write `\\<`, or put the words between backquotes".to_owned(),
        ),
        Kind::RawEmphasis => (
            format!("`{written}` is raw HTML where Markdown has marks of its own{often}"),
            "raw tags get lost in translation, and targets other than HTML do not show them".to_owned(),
            "write `**words**` or `*words*`".to_owned(),
        ),
        Kind::OpenComment => (
            "this comment has no end of its own".to_owned(),
            "a comment ends at `-->` alone; everything up to the next one is hidden from readers".to_owned(),
            "end it with `-->`".to_owned(),
        ),
        Kind::Delimiter => (
            format!("this line has {} cells and the header above it another number, so this is no table", cells(written)),
            "GFM takes lines for a table only where both have as many cells; readers see bars and hyphens".to_owned(),
            "give both lines the same number of cells".to_owned(),
        ),
        Kind::Scheme => (
            format!("`{written}` begins with a scheme that nobody knows"),
            "browsers cannot open this address".to_owned(),
            format!("write `{}://`", scheme(written).unwrap_or("https")),
        ),
    };
    findings
        .found(article, span, message)
        .note(note)
        .help(help)
        .found(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_wants_an_end_of_its_own() {
        assert_eq!(open_comment("<!-- a --> <!-- b -->"), None);
        assert_eq!(open_comment("<!-- a --> <!-- b >"), Some(1));
        assert_eq!(open_comment("<!-- a >\n<!-- b -->"), Some(0));
    }

    #[test]
    fn cells_are_counted_as_gfm_counts_them() {
        assert_eq!(delimiters("| a | b |\n|---|---|---|\n"), [(10, 13)]);
        assert_eq!(delimiters("> a | b\n> --|--\n"), []);
        assert_eq!(delimiters("a \\| b | c\n--|--"), []);
        assert_eq!(delimiters("Heading\n---|---"), []);
    }

    #[test]
    fn a_misspelt_scheme_is_known_by_its_neighbour() {
        assert_eq!(scheme("ttps://a.example"), Some("https"));
        assert_eq!(scheme("htp://a.example"), Some("http"));
        assert_eq!(scheme("http:/a.example"), Some("http"));
        for sound in [
            "https://a.example",
            "ftp://a.example",
            "a/b.md",
            "mailto:a@b",
            "msteams://x",
        ] {
            assert_eq!(scheme(sound), None, "{sound}");
        }
    }
}

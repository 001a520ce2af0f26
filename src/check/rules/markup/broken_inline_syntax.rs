//! `broken-inline-syntax`: brackets of a link or an image stand in the text.

use super::blame;
use crate::check::{Comparison, Findings, Passage, Prose, Rule, Scope};
use crate::diagnostic::{Diagnostic, Fault, Severity, Source, Span};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "broken-inline-syntax",
        severity: Severity::Error,
        summary: "brackets of a link or an image stand in the text",
    },
    scope: Scope::Cohort(check),
    enabled: true,
};

/// How far a target or the words of a link are looked through, in bytes: with all of a long line for each bracket, a line of nothing but
/// brackets would cost the square of its length.
const LONGEST: usize = 500;

fn check(comparison: &Comparison, findings: &mut Findings) {
    for passage in comparison.passages() {
        findings.examine();
        let broken = |article: usize| broken(comparison, passage, article);
        for blame in blame::blame(comparison, |article| Some(broken(article)?.len())) {
            let places = broken(blame.article).unwrap_or_default();
            let finding = finding(comparison, passage, blame.article, places[0], findings);
            findings.push(match blame.shared {
                true => comparison
                    .shared(finding)
                    .note("all languages have this fault, so it came with the source"),
                false => finding.note("a link is `[words](target)` and an image `![words](target)`: no blank before `(`, none in the target, and each bracket closed"),
            });
        }
    }
}

/// Where pieces of a link stand in an article's passage; `None` where it has no such passage.
fn broken(comparison: &Comparison, passage: &Passage, article: usize) -> Option<Vec<Span>> {
    let source = &comparison.article(article).source;
    let mut places = Vec::new();
    for run in passage.words(article)?.prose() {
        let pieces = pieces(run.text).into_iter();
        places.extend(pieces.filter_map(|(start, end)| written(source, &run, start, end)));
    }
    Some(places)
}

/// Where a piece stands in the source; what a backslash or an entity stands for is meant to be seen.
fn written(source: &Source, run: &Prose, start: usize, end: usize) -> Option<Span> {
    let span = run.span_of(start, end);
    let piece = &run.text[start..end];
    let at = span.start + source.slice(span).find(piece)?;
    let is_escaped = |at: usize| source.text()[..at].ends_with('\\');
    let start = at.saturating_sub(LONGEST).max(run.span.start);
    let start = source.text().floor_char_boundary(start);
    let opening = source.text()[start..at].rfind('[');
    let opened = opening.is_some_and(|open| is_escaped(start + open));
    (!is_escaped(at) && !opened).then(|| Span::new(at, at + piece.len()))
}

/// Pieces of links in a text: `](`, `] (` before a target, `![`.
fn pieces(text: &str) -> Vec<(usize, usize)> {
    if !text.contains([']', '[']) {
        return Vec::new();
    }
    let closed = text.match_indices(']').filter_map(|(at, _)| {
        let rest = &text[at + 1..];
        let blanks = rest.len() - rest.trim_start_matches(' ').len();
        let target = rest[blanks..].strip_prefix(['(', '（'])?;
        let bracket = rest[blanks..].len() - target.len();
        let target = &target[..target.floor_char_boundary(LONGEST)];
        let full_width = bracket > 1;
        let tight = blanks == 0 && !full_width;
        (is_target(target) || tight && !target.is_empty() && starts_target(target))
            .then_some((at, at + 1 + blanks + bracket))
    });
    let images = text
        .match_indices("![")
        .map(|(at, piece)| (at, at + piece.len()));
    let images = images.filter(|(_, end)| !text[*end..].trim_start().is_empty());
    let mut pieces: Vec<(usize, usize)> = closed.chain(images).collect();
    pieces.sort_unstable();
    pieces
}

/// Whether what stands in parentheses is a place to lead to.
fn is_target(text: &str) -> bool {
    let end = text.find([')', '）', ' ']).unwrap_or(text.len());
    let target = &text[..end];
    let known = [".md", ".png", ".html", ".svg", ".jpg", ".gif"];
    target.contains("://")
        || target.starts_with(['#', '.', '/']) && target.len() > 1
        || known.iter().any(|end| target.contains(end))
}

/// Whether something like the start of a path follows.
fn starts_target(text: &str) -> bool {
    let end = text.find([')', '）', '\n']).unwrap_or(text.len());
    text[..end].contains('/')
}

fn finding(
    comparison: &Comparison,
    passage: &Passage,
    article: usize,
    span: Span,
    findings: &Findings,
) -> Diagnostic {
    let article_text = comparison.article(article);
    let written = article_text.source.slice(span).to_owned();
    let name = comparison.passage_name(passage, article);
    let what = if written.starts_with('!') {
        "an image"
    } else {
        "a link"
    };
    let message = format!("`{written}` of {what} is visible in {name}");
    findings
        .found(article_text, span, message)
        .found(written)
        .help(format!("write {what} without blanks between its brackets"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        pieces(text)
            .into_iter()
            .map(|(start, end)| &text[start..end])
            .collect()
    }

    #[test]
    fn a_line_of_brackets_alone_takes_no_square_of_its_length() {
        // With the whole rest looked through for each bracket this takes minutes.
        assert!(pieces(&"[a](".repeat(50_000)).is_empty());
    }

    #[test]
    fn pieces_of_links_are_found_and_brackets_of_prose_are_not() {
        assert_eq!(found("see [the map] (map.md)"), ["] ("]);
        assert_eq!(found("the map](./a/b c.md)"), ["]("]);
        assert_eq!(found("见[地图]（map.md）"), ["]（"]);
        assert_eq!(found("![A view of"), ["!["]);
        assert_eq!(found("source [1] (see page 4)"), Vec::<&str>::new());
        assert_eq!(found("a[i](x) and [note](aside)"), Vec::<&str>::new());
        assert_eq!(found("Really![]"), ["!["]);
    }
}

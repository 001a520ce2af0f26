//! Finds what a Markdown parser would misread in the dialect of Microsoft Learn, and covers it: directives between
//! colons, formulas, alerts that are indented as far as code.

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::directive::{self, DirectiveKind, NAMES, Wrong};
use super::mask::{Cover, Mask};
use super::{faults, quote};
use crate::diagnostic::{Diagnostic, Parsed, Source, Span, nearest};

/// Deeper indents than this are no alert's.
const DEEPEST: usize = 24;

/// What stands further behind the beginning of its line begins no block: looking further back for every sign of a long
/// line would take the square of its length.
const PREFIX: usize = 256;

/// A formula that has more lines is none.
const LINES: usize = 200;

/// Covers what the dialect says in a body that begins at byte `offset` of its source.
pub fn mask<'a>(
    source: &Arc<Source>,
    body: &'a str,
    offset: usize,
    options: Options,
) -> Parsed<Mask<'a>> {
    let mut scan = Scan {
        source,
        body,
        offset,
        verbatim: Vec::new(),
        covers: Vec::new(),
        diagnostics: Vec::new(),
    };
    if scan.is_needed() {
        scan.first_parse(options);
        scan.directives();
        scan.formulas();
        scan.colons();
    }
    Parsed {
        value: Mask::new(body, scan.covers),
        diagnostics: scan.diagnostics,
    }
}

/// Whether a line of a text could define a term: a colon and a blank begin it.
pub fn has_definitions(body: &str) -> bool {
    body.contains("\n:") && body.lines().any(is_definition)
}

fn is_definition(line: &str) -> bool {
    let rest = unquoted(line).strip_prefix(':');
    rest.is_some_and(|rest| rest.starts_with([' ', '\t']) && !rest.trim().is_empty())
}

struct Scan<'s, 'a> {
    source: &'s Arc<Source>,
    body: &'a str,
    offset: usize,
    /// Code and raw HTML, sorted: nothing is read there.
    verbatim: Vec<Range<usize>>,
    covers: Vec<Cover>,
    diagnostics: Vec<Diagnostic>,
}

impl Scan<'_, '_> {
    /// Most texts hold none of it, and are not read twice.
    fn is_needed(&self) -> bool {
        self.body.contains(":::")
            || self.body.contains('$')
            || has_definitions(self.body)
            || self.body.contains("[!") && self.body.lines().any(|line| far_alert(line).is_some())
    }

    /// Finds code and raw HTML, and alerts that are code or words because they stand too far in.
    fn first_parse(&mut self, options: Options) {
        let body = self.body;
        let mut column = 0;
        let (mut opens, mut code) = (false, false);
        for (event, range) in Parser::new_ext(body, options).into_offset_iter() {
            match event {
                Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => {
                    code = true;
                    if !self.far_alert_in_code(&range) {
                        self.verbatim.push(range);
                    }
                }
                Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock) => {
                    code = true;
                    self.verbatim.push(range);
                }
                Event::End(TagEnd::CodeBlock | TagEnd::HtmlBlock) => code = false,
                Event::Code(_) | Event::InlineHtml(_) => self.verbatim.push(range),
                Event::Start(Tag::Item | Tag::Paragraph) => opens = true,
                Event::End(TagEnd::Item | TagEnd::Paragraph) => opens = false,
                Event::Text(_) if !code => {
                    if std::mem::take(&mut opens) {
                        column = self.column(range.start);
                    }
                    self.far_alert_in_words(range.start, column);
                }
                _ => {}
            }
        }
    }

    /// Makes an alert of indented code each of whose lines is a quotation's and whose first is an alert's.
    fn far_alert_in_code(&mut self, range: &Range<usize>) -> bool {
        let text = &self.body[range.clone()];
        let Some(line) = self.line_start(range.start) else {
            return false;
        };
        let first = &self.body[line..self.line_end(range.start)];
        let all = text.lines().all(|line| line.trim_start().starts_with('>'));
        let Some(indent) = far_alert(first).filter(|_| all) else {
            return false;
        };
        if first.starts_with("\t>") {
            self.uncover_tabs(line, range.end);
            return true;
        }
        let Some(base) = (range.start - line).checked_sub(4) else {
            return false;
        };
        self.frame(line + base..line + indent)
    }

    /// Lines that a tab indents: the quotation's mark takes its place.
    fn uncover_tabs(&mut self, start: usize, end: usize) {
        let mut at = start;
        for line in self.body[start..end].split_inclusive('\n') {
            if line.starts_with("\t>") {
                self.covers.push(Cover::other(at..at + 2, "> "));
            }
            at += line.len();
        }
    }

    /// Makes an alert of a paragraph's line that would have begun one, had it not been indented so far.
    fn far_alert_in_words(&mut self, at: usize, column: usize) {
        let Some(line) = self
            .line_start(at)
            .filter(|_| self.body[at..].starts_with('>'))
        else {
            return;
        };
        let text = &self.body[line..self.line_end(at)];
        if let Some(indent) = far_alert(text).filter(|indent| line + indent == at) {
            self.frame(line + column.min(indent)..at);
        }
    }

    /// Replaces the end of an indent by marks of lists, and leaves two or three blanks of it.
    fn frame(&mut self, indent: Range<usize>) -> bool {
        let blanks = self.body[indent.clone()].bytes().all(|byte| byte == b' ');
        let fits = blanks && (4..=DEEPEST).contains(&indent.len());
        if fits {
            let start = indent.start + 2 + indent.len() % 2;
            self.covers.push(Cover::frame(start..indent.end));
        }
        fits
    }

    fn directives(&mut self) {
        let body = self.body;
        let mut end = 0;
        for (at, _) in body.match_indices(":::") {
            if at < end || self.is_verbatim(at) {
                continue;
            }
            let begins = self.begins(at);
            match directive::directive(&body[at..]) {
                Ok(read) => {
                    let range = at..at + read.len;
                    end = range.end;
                    self.cover(range, &read.kind, begins);
                }
                Err(wrong) if begins => {
                    end = self.line_end(at);
                    self.report(at..end, &wrong);
                }
                Err(_) => {}
            }
        }
    }

    fn cover(&mut self, range: Range<usize>, kind: &DirectiveKind, begins: bool) {
        let alone = self.body[range.end..self.line_end(range.end)]
            .trim()
            .is_empty();
        match kind {
            DirectiveKind::Image(_) | DirectiveKind::NoLoc(_) => {
                self.covers.push(Cover::inline(range));
            }
            DirectiveKind::Complex(_) if !(begins && alone) => {
                self.covers.push(Cover::inline(range));
            }
            _ if begins && alone => self.covers.extend(Cover::line(range)),
            _ if begins => self.report(range, &Wrong::Unclosed),
            _ => {}
        }
    }

    fn report(&mut self, range: Range<usize>, wrong: &Wrong) {
        let span = Span::from(range.clone()).shifted(self.offset);
        let text = self.source.slice(span).trim_end();
        let span = Span::new(span.start, span.start + text.len());
        let (message, help) = match wrong {
            Wrong::Nothing => return,
            Wrong::Unknown(name) => (
                format!("`:::{name}` is no directive that Glotta knows"),
                nearest(name, &NAMES),
            ),
            Wrong::Lacks { name, attribute } => (
                format!("`:::{name}` lacks `{attribute}`"),
                format!("write `{attribute}=\"…\"` behind `:::{name}`"),
            ),
            Wrong::Unclosed => (
                "this directive does not end where it should".to_owned(),
                "write `:::` at its end, quotation marks around its values, and nothing behind it on its line"
                    .to_owned(),
            ),
        };
        let diagnostic = Diagnostic::new(&faults::DIALECT_SYNTAX, self.source, span, message)
            .note("it is shown as it is written")
            .help(help);
        self.diagnostics.push(diagnostic);
    }

    /// Covers formulas: what two dollar signs enclose, and what one encloses and holds a command of TeX.
    fn formulas(&mut self) {
        let body = self.body;
        let mut end = 0;
        for (at, _) in body.match_indices('$') {
            if at < end || self.is_verbatim(at) || is_joined(body[..at].chars().next_back()) {
                continue;
            }
            let rest = &body[at..];
            if let Some(len) = display(rest, self.begins(at)) {
                end = at + len;
                self.cover_display(at..end);
            } else if let Some(len) = formula(rest) {
                end = at + len;
                self.covers.push(Cover::inline(at..end));
            }
        }
    }

    /// A formula of several lines may hold empty ones: only a comment holds them together.
    fn cover_display(&mut self, range: Range<usize>) {
        match self.body[range.clone()].contains('\n') {
            true => self.covers.extend(Cover::line(range)),
            false => self.covers.push(Cover::inline(range)),
        }
    }

    /// A colon that begins a line without a blank behind it defines nothing, whatever the parser thinks.
    fn colons(&mut self) {
        if !has_definitions(self.body) {
            return;
        }
        let mut at = 0;
        for line in self.body.split_inclusive('\n') {
            let colon = at + line.len() - unquoted(line).len();
            if unquoted(line).starts_with(':') && !is_definition(line) && !self.is_verbatim(colon) {
                self.covers.push(Cover::inline(colon..colon + 1));
            }
            at += line.len();
        }
    }

    fn is_verbatim(&self, at: usize) -> bool {
        let next = self.verbatim.partition_point(|range| range.start <= at);
        next > 0 && at < self.verbatim[next - 1].end
    }

    /// Where the line begins that a byte stands in, unless that is far away.
    fn line_start(&self, at: usize) -> Option<usize> {
        let from = at.saturating_sub(PREFIX);
        let near = &self.body.as_bytes()[from..at];
        match near.iter().rposition(|byte| *byte == b'\n') {
            Some(end) => Some(from + end + 1),
            None => (from == 0).then_some(0),
        }
    }

    /// Whether nothing but marks of containers stands before a byte on its line.
    fn begins(&self, at: usize) -> bool {
        let start = self.line_start(at);
        start.is_some_and(|start| is_prefix(&self.body[start..at]))
    }

    fn line_end(&self, at: usize) -> usize {
        self.body[at..]
            .find('\n')
            .map_or(self.body.len(), |len| at + len)
    }

    fn column(&self, at: usize) -> usize {
        self.line_start(at).map_or(PREFIX, |start| at - start)
    }
}

/// How far in the quotation's mark of an alert stands, where that is as far as code.
fn far_alert(line: &str) -> Option<usize> {
    let rest = line.trim_start_matches([' ', '\t']);
    let indent = line.len() - rest.len();
    let far = indent >= 4 || line.starts_with('\t');
    let words = rest.strip_prefix('>')?.trim_start();
    (far && quote::is_alert(words)).then_some(indent)
}

/// What stands behind blanks and the marks of quotations.
fn unquoted(line: &str) -> &str {
    line.trim_start_matches([' ', '\t', '>'])
}

/// Whether nothing but marks of quotations and lists stands before something on its line.
fn is_prefix(text: &str) -> bool {
    text.split_ascii_whitespace().all(|word| {
        let quote = word.bytes().all(|byte| byte == b'>');
        let number = word.trim_start_matches(|letter: char| letter.is_ascii_digit());
        quote || matches!(word, "-" | "+" | "*") || matches!(number, "." | ")") && number != word
    })
}

/// Whether a dollar sign behind this is part of a word, of another one or of an escape.
fn is_joined(before: Option<char>) -> bool {
    before.is_some_and(|letter| letter.is_alphanumeric() || matches!(letter, '$' | '\\' | '_'))
}

/// How long the formula is that two dollar signs begin and two end: on one line, or on lines of their own around it.
fn display(text: &str, begins: bool) -> Option<usize> {
    let inner = text.strip_prefix("$$")?;
    let words = &inner[..inner.find(['$', '\n'])?];
    if begins && words.trim().is_empty() && inner[words.len()..].starts_with('\n') {
        return fenced(inner, words.len() + 1).map(|len| len + 2);
    }
    let whole = !words.trim().is_empty() && words.contains(['\\', '^', '_', '{', '=']);
    (whole && inner[words.len()..].starts_with("$$")).then_some(words.len() + 4)
}

/// Where the line `$$` ends that ends a formula.
fn fenced(text: &str, start: usize) -> Option<usize> {
    let mut at = start;
    for line in text[start..].split_inclusive('\n').take(LINES) {
        if unquoted(line).trim_end() == "$$" {
            return Some(at + line.trim_end().len());
        }
        at += line.len();
    }
    None
}

/// How long the formula is that one dollar sign begins and one ends: it holds a command of TeX, no blank at its ends,
/// and no letter follows it.
fn formula(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('$')?;
    let words = &inner[..inner.find(['$', '\n'])?];
    let behind = inner[words.len()..].strip_prefix('$')?.chars().next();
    let tight = !words.is_empty() && words.trim() == words && !words.ends_with('\\');
    let ends = !behind.is_some_and(|letter| letter.is_alphanumeric() || letter == '$');
    (tight && ends && has_command(words)).then_some(words.len() + 2)
}

/// Whether a backslash and a letter stand there as in `2\pi`, and not as in a path.
fn has_command(words: &str) -> bool {
    words.match_indices('\\').any(|(at, _)| {
        let before = words[..at].chars().next_back();
        let behind = words[at + 1..].chars().next();
        let path = |letter: char| letter.is_alphabetic() || ":./%\\~".contains(letter);
        !before.is_some_and(path) && behind.is_some_and(|letter| letter.is_ascii_alphabetic())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_told_from_variables_and_prices() {
        for text in [r"$\alpha$", r"$2\pi r$, x", r"$x_{\max}$"] {
            assert!(formula(text).is_some(), "{text}");
        }
        for text in [
            "$a and $b",
            "$5 or $6",
            r"$env:A\bin;$b",
            r"$home\docs$ x",
            r"$a\$b",
            "$ \\pi $",
            "$x$",
            "$",
            r"$\alpha$b",
        ] {
            assert_eq!(formula(text), None, "{text}");
        }
        assert_eq!(display("$$x=1$$ y", false), Some(7));
        assert_eq!(display("$$ and $$", false), None);
        assert_eq!(display("$$\nx\n\ny\n$$\nz", true), Some(10));
        assert_eq!(display("$$\nx", true), None);
    }

    #[test]
    fn marks_of_containers_stand_before_a_directive() {
        for (text, expected) in [
            ("> 1. ", true),
            ("  - ", true),
            (">>", true),
            ("a ", false),
            (". ", false),
        ] {
            assert_eq!(is_prefix(text), expected, "{text}");
        }
    }
}

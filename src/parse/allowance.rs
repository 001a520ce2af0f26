//! Takes the comments that allow findings out of a document, so that neither a rule nor a reader meets them: one grammar of
//! comments, with its tests.

use crate::diagnostic::{Source, Span};
use crate::model::{
    Allowance, Block, BlockKind, Cell, Extent, Flaw, Inline, InlineKind, ListItem, Row, Table,
};

use super::markdown::Document;

const OPENING: &str = "<!--";
const CLOSING: &str = "-->";
const NAME: &str = "glotta";

/// What to write, for those who wrote something else.
const FORMS: &str =
    "write `<!-- glotta allow RULE: reason -->`, or `allow-file` to speak of the whole file";

/// Takes every comment that speaks to Glotta out of a document and says where it holds.
///
/// A comment on lines of its own holds for the next block, one inside words for their paragraph, heading or row. Code holds
/// no comments.
pub(super) fn take(source: &Source, document: &mut Document) -> Vec<Allowance> {
    if !source.text().contains(NAME) {
        return Vec::new();
    }
    let mut taker = Taker {
        source,
        found: Vec::new(),
        waiting: Vec::new(),
    };
    let mut blocks = std::mem::take(&mut document.blocks);
    taker.blocks(&mut blocks, document);
    document.blocks = blocks;
    taker.found
}

/// Walks a document in the order of its text.
struct Taker<'a> {
    source: &'a Source,
    found: Vec<Allowance>,
    /// Comments that hold for the block to come: indices into `found`.
    waiting: Vec<usize>,
}

impl Taker<'_> {
    fn blocks(&mut self, blocks: &mut Vec<Block>, document: &mut Document) {
        let mut kept: Vec<Block> = Vec::with_capacity(blocks.len());
        let mut taken = false;
        for mut block in blocks.drain(..) {
            if let BlockKind::Html(html) = &mut block.kind
                && !self.html(block.span, html)
            {
                taken = true;
                continue;
            }
            let cut = std::mem::take(&mut taken);
            let list = kept
                .last_mut()
                .filter(|last| cut && self.continues(last, &block));
            match list {
                Some(list) => self.join(list, block, document),
                None => {
                    self.block(&mut block, document);
                    kept.push(block);
                }
            }
        }
        *blocks = kept;
    }

    /// Whether two lists are one that a comment cut in two.
    fn continues(&self, one: &Block, other: &Block) -> bool {
        let marker = |items: &[ListItem]| {
            let item = self.source.slice(items.first()?.span);
            item.chars().find(|letter| !letter.is_ascii_digit())
        };
        match (&one.kind, &other.kind) {
            (
                BlockKind::List { start, items, .. },
                BlockKind::List {
                    start: number,
                    items: more,
                    ..
                },
            ) => start.is_some() == number.is_some() && marker(items) == marker(more),
            _ => false,
        }
    }

    fn join(&mut self, list: &mut Block, rest: Block, document: &mut Document) {
        list.span.end = rest.span.end;
        if let BlockKind::List { items, tight, .. } = &mut list.kind
            && let BlockKind::List {
                items: mut more,
                tight: dense,
                ..
            } = rest.kind
        {
            self.items(&mut more, document);
            *tight &= dense;
            items.append(&mut more);
        }
    }

    fn items(&mut self, items: &mut [ListItem], document: &mut Document) {
        for item in items {
            self.settle(item.span);
            self.blocks(&mut item.blocks, document);
        }
    }

    fn block(&mut self, block: &mut Block, document: &mut Document) {
        if matches!(
            block.kind,
            BlockKind::Html(_) | BlockKind::Rule | BlockKind::Mark(_)
        ) {
            return;
        }
        self.settle(block.span);
        match &mut block.kind {
            BlockKind::Paragraph(words) => {
                self.words(words, block.span);
            }
            BlockKind::Heading(index) => {
                let heading = &mut document.headings[*index];
                if self.words(&mut heading.content, heading.span) {
                    heading.text = Inline::text(&heading.content).trim().to_owned();
                }
            }
            BlockKind::List { items, .. } => self.items(items, document),
            BlockKind::Quote(blocks)
            | BlockKind::Alert { blocks, .. }
            | BlockKind::Div { blocks, .. }
            | BlockKind::Footnote { blocks, .. } => self.blocks(blocks, document),
            BlockKind::Definitions(definitions) => {
                for definition in definitions {
                    self.settle(definition.span);
                    self.blocks(&mut definition.blocks, document);
                }
            }
            BlockKind::Table(index) => self.table(&mut document.tables[*index]),
            BlockKind::Code { .. }
            | BlockKind::Video(_)
            | BlockKind::Mark(_)
            | BlockKind::Html(_)
            | BlockKind::Rule
            | BlockKind::Include(_) => {}
        }
    }

    /// What waits for a block holds for this one.
    fn settle(&mut self, span: Span) {
        for index in self.waiting.drain(..) {
            self.found[index].extent = Extent::Place(span);
        }
    }

    /// Reads a block of raw HTML; returns whether anything is left of it.
    fn html(&mut self, span: Span, html: &mut String) -> bool {
        let comments = comments(self.source.slice(span));
        if comments.is_empty() {
            return true;
        }
        let first = self.found.len();
        for (start, end) in comments {
            self.note(Span::new(start, end).shifted(span.start));
        }
        let mut rest = String::new();
        let mut at = 0;
        for (start, end) in self::comments(html)
            .into_iter()
            .filter(|it| is_closed(html, *it))
        {
            rest.push_str(&html[at..start]);
            at = end;
        }
        rest.push_str(&html[at..]);
        *html = rest;
        // Beside words a comment speaks of them; alone or beside other comments it speaks of what comes next.
        if !html.trim().is_empty() && !crate::model::is_comment(html) {
            self.waiting.extend(first..self.found.len());
            self.settle(span);
            return true;
        }
        self.waiting.extend(first..self.found.len());
        !html.trim().is_empty()
    }

    fn table(&mut self, table: &mut Table) {
        self.row(&mut table.header);
        for (column, cell) in table.columns.iter_mut().zip(&table.header.cells) {
            column.label.clone_from(&cell.text);
        }
        for row in &mut table.rows {
            self.row(row);
        }
    }

    fn row(&mut self, row: &mut Row) {
        for cell in &mut row.cells {
            self.cell(cell, row.span);
        }
    }

    /// A comment at either end of a cell is no part of it.
    fn cell(&mut self, cell: &mut Cell, row: Span) {
        let is_taken = |inline: Option<&Inline>| inline.is_some_and(is_ours);
        let (first, last) = (
            is_taken(cell.content.first()),
            is_taken(cell.content.last()),
        );
        if !self.words(&mut cell.content, row) {
            return;
        }
        cell.text = Inline::text(&cell.content).trim().to_owned();
        match (cell.content.first(), cell.content.last()) {
            (Some(start), Some(end)) => {
                cell.span = Span::new(
                    if first {
                        start.span.start
                    } else {
                        cell.span.start
                    },
                    if last { end.span.end } else { cell.span.end },
                );
            }
            _ => cell.span = Span::new(cell.span.start, cell.span.start),
        }
    }

    /// Takes comments out of running text, with one of the blanks around each; returns whether there was any.
    fn words(&mut self, words: &mut Vec<Inline>, place: Span) -> bool {
        let before = self.found.len();
        let mut kept: Vec<Inline> = Vec::with_capacity(words.len());
        let mut open = false;
        for mut inline in words.drain(..) {
            if is_ours(&inline) {
                self.note_at(inline.span, Extent::Place(place));
                open = true;
                continue;
            }
            if let InlineKind::Emphasis(content)
            | InlineKind::Strong(content)
            | InlineKind::Strikethrough(content)
            | InlineKind::Link(_, content)
            | InlineKind::Image(_, content) = &mut inline.kind
            {
                self.words(content, place);
            }
            if std::mem::take(&mut open) && kept.last().is_none_or(ends_blank) {
                trim_start(&mut inline);
            }
            if !matches!(&inline.kind, InlineKind::Text(text) if text.is_empty()) {
                kept.push(inline);
            }
        }
        if let Some(last) = kept.last_mut().filter(|_| open) {
            trim_end(last);
        }
        *words = kept;
        self.found.len() > before
    }

    fn note(&mut self, span: Span) {
        self.note_at(span, Extent::Nothing);
    }

    fn note_at(&mut self, span: Span, extent: Extent) {
        let mut allowance = read(self.source, span);
        if allowance.extent != Extent::File {
            allowance.extent = extent;
        }
        self.found.push(allowance);
    }
}

fn is_ours(inline: &Inline) -> bool {
    matches!(&inline.kind, InlineKind::Html(html) if html.starts_with(OPENING) && !comments(html).is_empty())
}

fn ends_blank(inline: &Inline) -> bool {
    match &inline.kind {
        InlineKind::Text(text) => text.ends_with(' '),
        InlineKind::SoftBreak | InlineKind::HardBreak => true,
        _ => false,
    }
}

fn trim_start(inline: &mut Inline) {
    if let InlineKind::Text(text) = &mut inline.kind {
        let kept = text.trim_start_matches(' ');
        inline.span.start += text.len() - kept.len();
        *text = kept.to_owned();
    }
}

fn trim_end(inline: &mut Inline) {
    if let InlineKind::Text(text) = &mut inline.kind {
        let kept = text.trim_end_matches(' ').len();
        inline.span.end -= text.len() - kept;
        text.truncate(kept);
    }
}

/// Where the comments that speak to Glotta lie in raw HTML; one that never ends reaches to the end of its line.
fn comments(html: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = html[at..].find(OPENING).map(|start| at + start) {
        // `<!-->` is a whole comment (CommonMark 0.31.2, section 6.6).
        let end = html[start + 2..].find(CLOSING);
        let ours = is_addressed(&html[start + OPENING.len()..]);
        match end {
            Some(end) => {
                at = start + 2 + end + CLOSING.len();
                if ours {
                    found.push((start, at));
                }
            }
            None => {
                if ours {
                    let line = html[start..].lines().next().unwrap_or_default().trim_end();
                    found.push((start, start + line.len()));
                }
                break;
            }
        }
    }
    found
}

fn is_closed(html: &str, (start, end): (usize, usize)) -> bool {
    html[start..end].ends_with(CLOSING)
}

/// Whether the inside of a comment begins with the name and something that looks like a verb.
fn is_addressed(inside: &str) -> bool {
    let Some(rest) = inside.trim_start().strip_prefix(NAME) else {
        return false;
    };
    let misspelt = ["-allow", "_allow", ":"];
    rest.starts_with(char::is_whitespace)
        || rest.starts_with(CLOSING)
        || misspelt.iter().any(|start| rest.starts_with(start))
}

/// Reads a comment.
fn read(source: &Source, span: Span) -> Allowance {
    let text = source.slice(span);
    let flawed = |flaw: Flaw| Allowance {
        span,
        rules: Vec::new(),
        reason: String::new(),
        extent: Extent::Nothing,
        flaw: Some(flaw),
    };
    let Some(inside) = text[OPENING.len()..].strip_suffix(CLOSING) else {
        return flawed(Flaw {
            span,
            message: "this comment never ends".into(),
            help: "write `-->` behind it".into(),
        });
    };
    let start = span.start + OPENING.len();
    let (verb, rest) = verb(inside);
    let extent = match verb {
        "allow" => Extent::Nothing,
        "allow-file" => Extent::File,
        _ => {
            let message = match verb {
                "" => "this comment does not say what Glotta shall do".to_owned(),
                _ => format!("`{verb}` is nothing that Glotta can be asked for"),
            };
            return flawed(Flaw {
                span: place(start, inside, verb),
                message,
                help: FORMS.into(),
            });
        }
    };
    // Whoever writes Chinese or Japanese has the wide forms at hand.
    let (names, reason) = rest.split_once([':', '：']).unwrap_or((rest, ""));
    let rules: Vec<(String, Span)> = names
        .split([',', '，', '、'])
        .map(bare)
        .filter(|name| !name.is_empty())
        .map(|name| (name.to_owned(), place(start, inside, name)))
        .collect();
    let reason = bare(reason)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    let flaw = flaw(span, verb, &rules, &reason);
    Allowance {
        span,
        rules,
        reason,
        extent,
        flaw,
    }
}

/// The word behind the name, and what follows it.
fn verb(inside: &str) -> (&str, &str) {
    let rest = inside.trim_start();
    let rest = rest.strip_prefix(NAME).unwrap_or(rest);
    // `glotta-allow` and `glotta: allow` are told what to write.
    if !rest.is_empty() && !rest.starts_with(char::is_whitespace) {
        let whole = inside.trim_start();
        return whole.split_at(whole.find(char::is_whitespace).unwrap_or(whole.len()));
    }
    let rest = rest.trim_start();
    let end = rest.find(|letter: char| letter.is_whitespace() || letter == ':');
    rest.split_at(end.unwrap_or(rest.len()))
}

fn flaw(span: Span, verb: &str, rules: &[(String, Span)], reason: &str) -> Option<Flaw> {
    let names: Vec<&str> = rules.iter().map(|(name, _)| name.as_str()).collect();
    let names = names.join(", ");
    let (message, help) = if let Some((name, _)) = rules
        .iter()
        .find(|(name, _)| name.contains(char::is_whitespace))
    {
        let first = name.split_whitespace().next().unwrap_or_default();
        (
            format!("`{name}` is no rule's name"),
            format!("write a colon behind the rules: `<!-- glotta {verb} {first}: reason -->`"),
        )
    } else if rules.is_empty() {
        ("this comment names no rule".to_owned(), FORMS.to_owned())
    } else if reason.is_empty() {
        (
            format!("this comment allows `{names}` and gives no reason"),
            format!("write `<!-- glotta {verb} {names}: why it may stay -->`"),
        )
    } else {
        return None;
    };
    let span = match rules {
        [(name, span), ..] if name.contains(char::is_whitespace) => *span,
        _ => span,
    };
    Some(Flaw {
        span,
        message,
        help,
    })
}

/// Without blanks, and without the marks that begin the lines of a quote.
fn bare(text: &str) -> &str {
    text.trim_matches(|letter: char| letter.is_whitespace() || letter == '>')
}

/// The place of a part of a text that begins at byte `start`.
fn place(start: usize, whole: &str, part: &str) -> Span {
    let at = start + (part.as_ptr() as usize - whole.as_ptr() as usize);
    Span::new(at, at + part.len())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::parse::emphasis::Emphasis;
    use crate::parse::markdown;
    use crate::parse::outline::outline;

    /// Each comment's rules and the text that it holds for, then the document without comments.
    fn taken(text: &str) -> (Vec<String>, String) {
        let source = Arc::new(Source::new("a.md", text));
        let mut document = markdown::document(&source, 0, Emphasis::CommonMark).value;
        let found = take(&source, &mut document);
        let shown = found.iter().map(|allowance| {
            let names: Vec<&str> = allowance
                .rules
                .iter()
                .map(|(name, _)| name.as_str())
                .collect();
            let place = match (&allowance.flaw, allowance.extent) {
                (Some(flaw), _) => format!("flaw: {}", source.slice(flaw.span)),
                (None, Extent::File) => "the file".to_owned(),
                (None, Extent::Nothing) => "nothing".to_owned(),
                (None, Extent::Place(span)) => source.slice(span).replace('\n', "~"),
            };
            format!("{} at {place}", names.join("+"))
        });
        (shown.collect(), outline(&document))
    }

    #[test]
    fn a_comment_holds_for_the_block_that_follows_and_is_no_part_of_the_text() {
        for (text, holds, left) in [
            (
                "<!-- glotta allow a: b -->\nOne\n\nTwo",
                "a at One",
                "p(One) p(Two)",
            ),
            (
                "<!-- glotta allow a: b -->\n\n\n- x\n- y",
                "a at - x~- y",
                "list(item(p(x)) item(p(y)))",
            ),
            (
                "- <!-- glotta allow a: b -->\n  x\n- y",
                "a at x",
                "list(item(p(x)) item(p(y)))",
            ),
            (
                "- x\n  <!-- glotta allow a: b -->\n- y",
                "a at - y",
                "list(item(p(x)) item(p(y)))",
            ),
            (
                "- x\n<!-- glotta allow a: b -->\n- y\n- z",
                "a at - y",
                "list(item(p(x)) item(p(y)) item(p(z)))",
            ),
            (
                "1. x\n<!-- glotta allow a: b -->\n2. y",
                "a at 2. y",
                "list 1(item(p(x)) item(p(y)))",
            ),
            (
                "- x\n\n<!-- glotta allow a: b -->\n* y",
                "a at * y",
                "list(item(p(x))) list(item(p(y)))",
            ),
            (
                "> <!-- glotta allow a: b -->\n> x\n>\n> y",
                "a at x",
                "quote(p(x) p(y))",
            ),
            (
                "> [!TIP]\n> <!-- glotta allow a: b -->\n> x",
                "a at x",
                "alert tip(p(x))",
            ),
            (
                "<!-- glotta allow a: b -->\n> [!TIP]\n> x",
                "a at > [!TIP]~> x",
                "alert tip(p(x))",
            ),
            (
                "<!-- glotta allow a: b -->\n## H\nx",
                "a at ## H",
                "h2(H) p(x)",
            ),
            (
                "<!-- glotta allow a: b -->\n| x | y |\n|---|---|\n| 1 | 2 |",
                "a at | x | y |~|---|---|~| 1 | 2 |",
                "table(x,y)(1,2)",
            ),
            (
                "1. x\n\n   > <!-- glotta allow a: b -->\n   > - y",
                "a at - y",
                "loose list 1(item(p(x) quote(list(item(p(y))))))",
            ),
            (
                "文字。\n\n<!-- glotta allow a: 理由：无 -->\n证书。",
                "a at 证书。",
                "p(文字。) p(证书。)",
            ),
            (
                "<!-- glotta allow a: b -->\r\nOne\r\n",
                "a at One",
                "p(One)",
            ),
            (
                "<!-- glotta\n  allow a,\n  b: c\n-->\nOne",
                "a+b at One",
                "p(One)",
            ),
            (
                "> <!-- glotta allow a,\n> b: c -->\n> One",
                "a+b at One",
                "quote(p(One))",
            ),
            (
                "One\n\n<!-- glotta allow a: b -->\n",
                "a at nothing",
                "p(One)",
            ),
            (
                "One\n\n<!-- glotta allow-file a: b -->\n",
                "a at the file",
                "p(One)",
            ),
            (
                "<!-- glotta allow a: b -->\n<!-- other -->\nOne",
                "a at One",
                "html(<!-- other -->) p(One)",
            ),
        ] {
            let (found, rest) = taken(text);
            assert_eq!(found, [holds], "{text}");
            assert_eq!(rest, left, "{text}");
        }
    }

    #[test]
    fn a_comment_inside_words_holds_for_their_paragraph_heading_or_row() {
        for (text, holds, left) in [
            (
                "One <!-- glotta allow a: b --> two",
                "a at One <!-- glotta allow a: b --> two",
                "p(One two)",
            ),
            (
                "One<!-- glotta allow a: b -->",
                "a at One<!-- glotta allow a: b -->",
                "p(One)",
            ),
            (
                "**One <!-- glotta allow a: b -->** x",
                "a at **One <!-- glotta allow a: b -->** x",
                "p(One x)",
            ),
            (
                "证<!-- glotta allow a: 因 -->书",
                "a at 证<!-- glotta allow a: 因 -->书",
                "p(证书)",
            ),
            (
                "# One <!-- glotta allow a: b -->",
                "a at # One <!-- glotta allow a: b -->",
                "h1(One)",
            ),
            (
                "| x |\n|---|\n| 1 |\n| 2 <!-- glotta allow a: b --> |",
                "a at | 2 <!-- glotta allow a: b --> |",
                "table(x)(1)(2)",
            ),
            (
                "- | x <!-- glotta allow a: b --> |\n  |---|\n  | 1 |",
                "a at | x <!-- glotta allow a: b --> |",
                "list(item(table(x)(1)))",
            ),
        ] {
            let (found, rest) = taken(text);
            assert_eq!(found, [holds], "{text}");
            assert_eq!(rest, left, "{text}");
        }
    }

    #[test]
    fn code_and_other_comments_ask_for_nothing() {
        for text in [
            "`<!-- glotta allow a: b -->`",
            "```\n<!-- glotta allow a: b -->\n```",
            "    <!-- glotta allow a: b -->",
            "<!-- about glotta -->",
            "<!-- glottal stop -->",
            "\\<!-- glotta allow a: b -->",
            "<!-->",
        ] {
            assert_eq!(taken(text).0, [""; 0], "{text}");
        }
    }

    #[test]
    fn what_is_written_wrongly_is_told_at_its_place() {
        for (text, expected) in [
            (
                "<!-- glotta allow a -->\nx",
                "a at flaw: <!-- glotta allow a -->",
            ),
            (
                "<!-- glotta allow a: -->\nx",
                "a at flaw: <!-- glotta allow a: -->",
            ),
            (
                "<!-- glotta allow : b -->\nx",
                " at flaw: <!-- glotta allow : b -->",
            ),
            ("<!-- glotta alow a: b -->\nx", " at flaw: alow"),
            ("<!-- glotta: allow a: b -->\nx", " at flaw: glotta:"),
            ("<!-- glotta-allow a: b -->\nx", " at flaw: glotta-allow"),
            (
                "<!-- glotta allow a because -->\nx",
                "a because at flaw: a because",
            ),
            ("<!-- glotta -->\nx", " at flaw: "),
            (
                "<!-- glotta allow a: b\nx",
                " at flaw: <!-- glotta allow a: b",
            ),
        ] {
            assert_eq!(taken(text).0, [expected], "{text}");
        }
    }

    #[test]
    fn a_cell_ends_where_its_words_end() {
        let text = "| x |\n|---|\n| <!-- glotta allow a: b --> 17 <!-- glotta allow c: d --> |\n";
        let source = Arc::new(Source::new("a.md", text));
        let mut document = markdown::document(&source, 0, Emphasis::CommonMark).value;
        take(&source, &mut document);
        let cell = &document.tables[0].rows[0].cells[0];
        assert_eq!((source.slice(cell.span), cell.text.as_str()), ("17", "17"));
    }
}

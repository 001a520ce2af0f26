//! The marks that show the text of another file: `[!INCLUDE [words](path)]` and `[!code-language[words](path)]`.

use crate::diagnostic::{Source, Span};
use crate::model::{Block, BlockKind, Inclusion, Inline, InlineKind, Link, LinkIndex};

/// Makes one include of each link that stands between the marks of one.
///
/// CommonMark reads the outer brackets as text, since links hold no links.
pub fn folded(source: &Source, inlines: Vec<Inline>, links: &mut [Link]) -> Vec<Inline> {
    if !inlines
        .iter()
        .any(|inline| matches!(inline.kind, InlineKind::Link(..)))
    {
        return inlines;
    }
    let mut folded: Vec<Inline> = Vec::with_capacity(inlines.len());
    for mut inline in inlines {
        if let Some(close) = closing(source, &inline)
            && let Some(include) = include(source, &folded, close)
        {
            include.fold(&mut folded, links);
            shorten_start(&mut inline, close);
        }
        if !is_empty(&inline) {
            folded.push(inline);
        }
    }
    folded
}

/// An include whose opening mark, link and closing mark were read.
struct Include {
    link: usize,
    words: String,
    code: Option<String>,
    /// How long the opening mark is.
    mark: usize,
    span: Span,
}

/// How many bytes a text begins with that close an include.
fn closing(source: &Source, inline: &Inline) -> Option<usize> {
    let InlineKind::Text(text) = &inline.kind else {
        return None;
    };
    let rest = text.trim_start_matches([' ', '\t']);
    let close = text.len() - rest.len() + 1;
    // A bracket that is written as an entity is no mark.
    let is_plain = || source.slice(inline.span).starts_with(&text[..close]);
    (rest.starts_with(']') && is_plain()).then_some(close)
}

/// The include that ends with the last two inlines and `close` more bytes.
fn include(source: &Source, before: &[Inline], close: usize) -> Option<Include> {
    let [.., opening, named] = before else {
        return None;
    };
    let (InlineKind::Text(text), InlineKind::Link(link, words)) = (&opening.kind, &named.kind)
    else {
        return None;
    };
    let (mark, code) = mark(text)?;
    let start = opening.span.end.checked_sub(mark)?;
    // What an author escaped is no mark.
    let is_plain = source
        .slice(opening.span)
        .ends_with(&text[text.len() - mark..]);
    let is_escaped = || source.text()[..start].ends_with('\\');
    (is_plain && !is_escaped()).then(|| Include {
        link: link.get(),
        words: Inline::text(words).trim().to_owned(),
        code,
        mark,
        span: Span::new(start, named.span.end + close),
    })
}

/// The length of the opening mark that a text ends with, and the language of the code that it announces.
fn mark(text: &str) -> Option<(usize, Option<String>)> {
    let trimmed = text.trim_end_matches([' ', '\t']);
    let at = trimmed.rfind("[!")?;
    let word = trimmed[at + 2..].to_ascii_lowercase();
    let code = match word.strip_prefix("code") {
        None if word == "include" => None,
        None => return None,
        Some("") => Some(String::new()),
        Some(rest) => Some(language(rest)?),
    };
    Some((text.len() - at, code))
}

/// What follows `code`: a hyphen and the name of a language.
fn language(rest: &str) -> Option<String> {
    let name = rest.strip_prefix('-')?;
    let is_sign = |sign: char| sign.is_ascii_alphanumeric() || "-_+#.".contains(sign);
    name.chars().all(is_sign).then(|| name.to_owned())
}

impl Include {
    /// Puts the include in the place of its link and of its opening mark.
    fn fold(self, inlines: &mut Vec<Inline>, links: &mut [Link]) {
        inlines.pop();
        if let Some(opening) = inlines.last_mut() {
            shorten_end(opening, self.mark);
        }
        if inlines.last().is_some_and(is_empty) {
            inlines.pop();
        }
        if let Some(link) = links.get_mut(self.link) {
            link.span = self.span;
            link.inclusion = Some(Box::new(Inclusion {
                code: self.code,
                words: self.words.clone(),
            }));
        }
        inlines.push(Inline {
            span: self.span,
            kind: InlineKind::Include(LinkIndex::new(self.link), self.words),
        });
    }
}

fn is_empty(inline: &Inline) -> bool {
    matches!(&inline.kind, InlineKind::Text(text) if text.is_empty())
}

fn shorten_start(inline: &mut Inline, len: usize) {
    if let InlineKind::Text(text) = &mut inline.kind {
        text.drain(..len);
        inline.span.start += len;
    }
}

fn shorten_end(inline: &mut Inline, len: usize) {
    if let InlineKind::Text(text) = &mut inline.kind {
        text.truncate(text.len() - len);
        inline.span.end -= len;
    }
}

/// Makes blocks of the includes that stand in a paragraph of their own, alone or line by line.
pub fn alone(blocks: Vec<Block>) -> Vec<Block> {
    let includes = |block: &Block| match &block.kind {
        BlockKind::Paragraph(words) => includes(words),
        _ => None,
    };
    if !blocks.iter().any(|block| includes(block).is_some()) {
        return blocks;
    }
    let apart = blocks.into_iter().flat_map(|block| match includes(&block) {
        Some(includes) => includes,
        None => vec![block],
    });
    apart.collect()
}

/// The includes of running text that holds nothing else.
fn includes(words: &[Inline]) -> Option<Vec<Block>> {
    let mut blocks = Vec::new();
    for inline in words {
        match &inline.kind {
            InlineKind::Include(link, _) => blocks.push(Block {
                span: inline.span,
                kind: BlockKind::Include(link.get()),
            }),
            InlineKind::SoftBreak | InlineKind::HardBreak => {}
            InlineKind::Text(text) if text.trim().is_empty() => {}
            _ => return None,
        }
    }
    (!blocks.is_empty()).then_some(blocks)
}

/// Whether a block is what a loose list wraps in a paragraph.
pub fn is_running_text(kind: &BlockKind) -> bool {
    matches!(kind, BlockKind::Paragraph(_) | BlockKind::Include(_))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::diagnostic::Source;
    use crate::parse::emphasis::Emphasis;
    use crate::parse::markdown::document;
    use crate::parse::outline::outline;

    fn read(text: &str) -> String {
        let source = Arc::new(Source::new("a.md", text));
        outline(&document(&source, 0, Emphasis::CommonMark).value)
    }

    #[test]
    fn an_include_of_its_own_is_a_block() {
        for (text, expected) in [
            ("[!INCLUDE [x](x.md)]", "include(x.md)"),
            ("[!include[x](~/parts/x.md)]  ", "include(~/parts/x.md)"),
            ("[!Include [x](x.md) ]", "include(x.md)"),
            (
                "[!INCLUDE [a](a.md)]\n[!INCLUDE [b](b.md)]",
                "include(a.md) include(b.md)",
            ),
            (
                "> [!NOTE]\n> [!INCLUDE [x](x.md)]",
                "alert note(include(x.md))",
            ),
            ("- [!INCLUDE [x](x.md)]", "list(item(include(x.md)))"),
            (
                "- One\n\n- [!INCLUDE [x](x.md)]",
                "loose list(item(p(One)) item(include(x.md)))",
            ),
            (
                "[!code-csharp[Main](a.cs?name=b#L1)]",
                "show csharp(a.cs?name=b#L1)",
            ),
            ("[!code[](a.cs)]", "show (a.cs)"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn an_include_among_words_stands_in_them() {
        for (text, expected) in [
            ("Open [!INCLUDE [x](x.md)], then go", "p(Open +x+, then go)"),
            (
                "1. **A [!INCLUDE[y](y.md)]**\n2. B",
                "list 1(item(p(A y)) item(p(B)))",
            ),
            ("|a|\n|-|\n|b [!INCLUDE [x](x.md)]|", "table(a)(b x)"),
            ("# A [!INCLUDE [x](x.md)]", "h1(A x)"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn other_brackets_are_words() {
        for text in [
            "\\[!INCLUDE [x](x.md)]",
            "[!INCLUDE x]",
            "[!INCLUDED [x](x.md)]",
            "[!INCLUDE [x](x.md)",
            "[INCLUDE [x](x.md)]",
            "`[!INCLUDE [x](x.md)]`",
            "[!codec[x](x.cs)]",
        ] {
            let shown = read(text);
            assert!(
                !shown.contains("include(") && !shown.contains('+'),
                "{shown}"
            );
            assert!(!shown.contains("show "), "{shown}");
        }
    }

    #[test]
    fn an_include_is_a_link_with_the_bytes_of_all_of_it() {
        let text = "Open [!INCLUDE [the *x*](x.md)] now";
        let source = Arc::new(Source::new("a.md", text));
        let link = document(&source, 0, Emphasis::CommonMark)
            .value
            .links
            .remove(0);
        assert_eq!(source.slice(link.span), "[!INCLUDE [the *x*](x.md)]");
        assert_eq!(source.slice(link.target), "x.md");
        assert_eq!(link.inclusion.expect("an include").words, "the x");
    }
}

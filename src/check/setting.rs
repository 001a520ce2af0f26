//! Which bytes of an article are code and addresses, for rules that look at every character of it.

use std::cell::OnceCell;

use crate::check::passage;
use crate::diagnostic::Span;
use crate::model::{Article, Block, BlockKind};

/// The stretches of an article that are no prose; found when first asked for, because most articles never are.
#[derive(Debug)]
pub struct Setting<'a> {
    article: &'a Article,
    code: OnceCell<Vec<Span>>,
}

impl<'a> Setting<'a> {
    pub fn of(article: &'a Article) -> Self {
        Setting {
            article,
            code: OnceCell::new(),
        }
    }

    /// Whether a byte belongs to a code span, to a code block or to the address of a link.
    pub fn is_code(&self, byte: usize) -> bool {
        let code = self.code.get_or_init(|| code(self.article));
        let next = code.partition_point(|span| span.start <= byte);
        next > 0 && byte < code[next - 1].end
    }
}

/// Sorted, and none inside another.
fn code(article: &Article) -> Vec<Span> {
    let mut spans: Vec<Span> = article
        .links
        .iter()
        .filter(|link| link.target != link.span)
        .map(|link| link.target)
        .collect();
    for words in passage::of_article(article) {
        spans.extend(words.code().map(|(_, span)| span));
    }
    push_blocks(&article.blocks, &mut spans);
    spans.sort_unstable();
    let mut end = 0;
    spans.retain(|span| {
        let is_outside = span.end > end;
        end = end.max(span.end);
        is_outside
    });
    spans
}

fn push_blocks(blocks: &[Block], spans: &mut Vec<Span>) {
    for block in blocks {
        match &block.kind {
            BlockKind::Code { .. } => spans.push(block.span),
            kind => {
                let inside = kind.containers().into_iter();
                inside.for_each(|blocks| push_blocks(blocks, spans));
            }
        }
    }
}

/// The lines of a text that are more than ASCII, with the byte where each begins.
pub fn lines_beyond_ascii(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    let lines = match text.is_ascii() {
        true => "",
        false => text,
    };
    lines.split_inclusive('\n').filter_map(move |line| {
        let start = at;
        at += line.len();
        (!line.is_ascii()).then_some((start, line))
    })
}

//! A landing page with the words that say what its links lead to.

use std::collections::HashMap;

use crate::diagnostic::Span;
use crate::locale::Words;
use crate::model::{
    Article, ArticleKind, Block, BlockKind, Inline, InlineKind, LinkKind, ListItem, Site,
};

/// Every landing page of a site, with its words.
pub(super) fn landings(
    site: &Site,
    words: &HashMap<String, Words>,
) -> HashMap<(usize, usize), Article> {
    let mut landings = HashMap::new();
    for (index, translations) in site.translations.iter().enumerate() {
        for (at, article) in translations.articles.iter().enumerate() {
            if article.kind.is_landing() {
                let words = &words[article.locale.folder()];
                landings.insert((index, at), worded(article, words));
            }
        }
    }
    landings
}

/// The same page: above each list and behind each link stands what kind of page it leads to, in the page's language.
fn worded(article: &Article, words: &Words) -> Article {
    let mut article = article.clone();
    let ArticleKind::Landing { lists, items } = &article.kind else {
        return article;
    };
    let mut blocks = Vec::with_capacity(article.blocks.len());
    for mut block in std::mem::take(&mut article.blocks) {
        let span = block.span;
        if let BlockKind::List { items: linked, .. } = &mut block.kind {
            if let Some(kind) = lists.get(&span.start) {
                blocks.push(above(span, *kind, words));
            }
            for item in linked {
                if let Some(kind) = items.get(&item.span.start) {
                    push_behind(item, *kind, words);
                }
            }
        }
        blocks.push(block);
    }
    article.blocks = blocks;
    article
}

fn above(span: Span, kind: LinkKind, words: &Words) -> Block {
    let text = said(span, kind, words);
    Block {
        span,
        kind: BlockKind::Paragraph(vec![Inline {
            span,
            kind: InlineKind::Strong(vec![text]),
        }]),
    }
}

fn push_behind(item: &mut ListItem, kind: LinkKind, words: &Words) {
    let Some(block) = item.blocks.first_mut() else {
        return;
    };
    let span = block.span;
    let text = said(span, kind, words);
    if let BlockKind::Paragraph(content) = &mut block.kind {
        let blank = InlineKind::Text(" ".to_owned());
        content.push(Inline { span, kind: blank });
        let kind = InlineKind::Emphasis(vec![text]);
        content.push(Inline { span, kind });
    }
}

fn said(span: Span, kind: LinkKind, words: &Words) -> Inline {
    Inline {
        span,
        kind: InlineKind::Text(words.say(kind.message())),
    }
}

//! What every target says about an article: its date, its description.

use jiff::civil::Date;

use crate::model::{Article, Block, BlockKind, Inline, Site, Translations};

/// As much of the first paragraph as search engines show.
const DESCRIPTION_LENGTH: usize = 160;

/// The newest date of an article in any language.
pub(super) fn newest_date(translations: &Translations) -> Option<Date> {
    translations.articles.iter().filter_map(Article::date).max()
}

/// The newest date of any article.
pub(super) fn site_date(site: &Site) -> Option<Date> {
    site.articles().filter_map(Article::date).max()
}

/// What the article says about itself, else the beginning of its first paragraph, else its title.
pub(super) fn description(article: &Article) -> String {
    let own = article.front_matter.text("description").map(one_line);
    own.filter(|text| !text.is_empty())
        .or_else(|| first_paragraph(&article.blocks).map(|text| shortened(&text)))
        .unwrap_or_else(|| one_line(article.title()))
}

/// What search engines are asked to do with the article's page: `robots` or `ROBOTS`, of its own or by default.
pub(super) fn robots(site: &Site, article: &Article) -> Option<String> {
    let keys = ["robots", "ROBOTS"];
    let said = keys.iter().find_map(|key| site.metadata(article, key));
    said.map(|words| one_line(words).to_lowercase())
}

/// Whether the first heading is the title of the whole article.
pub(super) fn begins_with_title(article: &Article) -> bool {
    let is_heading = |block: &&Block| matches!(block.kind, BlockKind::Heading(_));
    let first = article.blocks.iter().find(is_heading);
    let first = first.and_then(|block| match block.kind {
        BlockKind::Heading(index) => article.headings.get(index),
        _ => None,
    });
    first.is_some_and(|heading| heading.level == 1 && !heading.text.trim().is_empty())
        && article.headings.first() == first
}

fn first_paragraph(blocks: &[Block]) -> Option<String> {
    blocks.iter().find_map(|block| match &block.kind {
        BlockKind::Paragraph(content) => {
            Some(one_line(&Inline::text(content))).filter(|text| !text.is_empty())
        }
        BlockKind::Alert { blocks, .. }
        | BlockKind::Div { blocks, .. }
        | BlockKind::Quote(blocks) => first_paragraph(blocks),
        _ => None,
    })
}

/// Blanks for every run of white space.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Cuts at a blank where there is one near enough; Chinese has none and is cut where it is.
fn shortened(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(DESCRIPTION_LENGTH) else {
        return text.to_owned();
    };
    let cut = &text[..end];
    let words = cut.rfind(' ').filter(|blank| *blank > end / 2);
    format!(
        "{}…",
        cut[..words.unwrap_or(end)].trim_end_matches([',', ' ', '，'])
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_paragraphs_are_cut_between_words() {
        let text = "word ".repeat(50);
        let short = shortened(text.trim());
        assert!(short.ends_with("word…"), "{short}");
        assert!(short.chars().count() <= DESCRIPTION_LENGTH + 1);
        assert_eq!(shortened("short"), "short");
        assert_eq!(
            shortened(&"证".repeat(200)).chars().count(),
            DESCRIPTION_LENGTH + 1
        );
    }
}

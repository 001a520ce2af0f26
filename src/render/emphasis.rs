//! Bold that holds nothing, which translation leaves behind where it moves the words of `**bold**` elsewhere.

use std::borrow::Cow;

use super::edition::Edition;
use crate::model::Article;

/// The marks that begin and end bold.
const EMPTY: &str = "****";

/// Returns a text without bold that holds nothing, where Chinese, Japanese or Korean emphasis is mended.
///
/// CommonMark takes four asterisks for asterisks; authors of these languages do not write them right behind a letter of theirs.
/// `broken-emphasis` tells of them.
pub(super) fn without_empty<'t>(
    edition: &Edition,
    article: &Article,
    text: &'t str,
) -> Cow<'t, str> {
    let wish = edition.site.config.cjk_emphasis;
    if !wish.unwrap_or_else(|| article.locale.is_cjk()) || !text.contains(EMPTY) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(mended(text))
}

fn mended(text: &str) -> String {
    let mut mended = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('*') {
        let marks = rest[start..].bytes().take_while(|it| *it == b'*').count();
        mended.push_str(&rest[..start]);
        let follows = mended
            .chars()
            .next_back()
            .is_some_and(|letter| !letter.is_ascii());
        if !follows || marks % EMPTY.len() != 0 {
            mended.push_str(&rest[start..start + marks]);
        }
        rest = &rest[start + marks..];
    }
    mended + rest
}

#[cfg(test)]
mod tests {
    use super::mended;

    #[test]
    fn only_whole_pairs_of_marks_behind_a_letter_are_empty() {
        for (text, expected) in [
            ("选择“保存”****。", "选择“保存”。"),
            ("灯********和门", "灯和门"),
            ("灯** 和 ***门", "灯** 和 ***门"),
            (
                "**** is not an empty strong emphasis",
                "**** is not an empty strong emphasis",
            ),
            ("a****b", "a****b"),
        ] {
            assert_eq!(mended(text), expected);
        }
    }
}

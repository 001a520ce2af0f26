//! Emphasis beside Chinese, Japanese and Korean letters; and that nothing else changes.

use std::collections::HashSet;

use pulldown_cmark::html::push_html;

use super::class::{Look, look};
use super::*;

const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_HEADING_ATTRIBUTES)
    .union(Options::ENABLE_GFM);

fn html(text: &str, emphasis: Emphasis) -> String {
    let reading = Reading::of(text, emphasis);
    let mut html = String::new();
    push_html(&mut html, reading.events(OPTIONS).map(|(event, _)| event));
    html.trim_end().to_owned()
}

/// A text and the inside of its one paragraph.
#[track_caller]
fn reads(cases: &[(&str, &str)]) {
    for (text, inside) in cases {
        let expected = format!("<p>{inside}</p>");
        assert_eq!(html(text, Emphasis::CjkFriendly), expected, "{text}");
    }
}

#[test]
fn signs_inside_do_not_hinder_emphasis_in_the_middle_of_words() {
    reads(&[
        ("**「月」**は", "<strong>「月」</strong>は"),
        ("**注意：**请", "<strong>注意：</strong>请"),
        ("中文**\"重点\"**内容", "中文<strong>\"重点\"</strong>内容"),
        ("**厨房（大）**中文", "<strong>厨房（大）</strong>中文"),
        (
            "看**[茶](a.md)**吧",
            "看<strong><a href=\"a.md\">茶</a></strong>吧",
        ),
        ("用**`code`**中", "用<strong><code>code</code></strong>中"),
        ("~~（旧）~~的", "<del>（旧）</del>的"),
        ("~~`旧`~~的", "<del><code>旧</code></del>的"),
        ("*（旧）*的", "<em>（旧）</em>的"),
        ("***（旧）***的", "<em><strong>（旧）</strong></em>的"),
        ("**이 용어(term)**를", "<strong>이 용어(term)</strong>를"),
        ("a**（b）**c", "a<strong>（b）</strong>c"),
        ("**a。**b", "<strong>a。</strong>b"),
    ]);
}

#[test]
fn letters_of_four_bytes_and_variation_selectors_are_letters_too() {
    reads(&[
        ("𠮟**(a)**𠮟", "𠮟<strong>(a)</strong>𠮟"),
        ("葛\u{E0100}**(a)**", "葛\u{E0100}<strong>(a)</strong>"),
        ("㊗\u{FE0E}**(a)**中", "㊗\u{FE0E}<strong>(a)</strong>中"),
        ("**a”\u{FE01}**b", "<strong>a”\u{FE01}</strong>b"),
    ]);
}

#[test]
fn a_letter_between_two_marks_serves_both() {
    reads(&[
        (
            "**`a`**和**b**",
            "<strong><code>a</code></strong>和<strong>b</strong>",
        ),
        (
            "**a**和**`b`**",
            "<strong>a</strong>和<strong><code>b</code></strong>",
        ),
        ("a**中**`b`", "a<strong>中</strong><code>b</code>"),
        ("`a`**中**b", "<code>a</code><strong>中</strong>b"),
        (
            "**a**（**b**）**c**",
            "<strong>a</strong>（<strong>b</strong>）<strong>c</strong>",
        ),
        ("**（a）****（b）**中", "<strong>（a）****（b）</strong>中"),
    ]);
}

#[test]
fn what_is_no_emphasis_in_chinese_is_none() {
    reads(&[
        ("中 ** 文 ** 字", "中 ** 文 ** 字"),
        ("中　** 文", "中　** 文"),
        ("\\*\\*（文）\\*\\*字", "**（文）**字"),
        ("\\**（文）*字", "*<em>（文）</em>字"),
        ("中_（文）_字", "中_（文）_字"),
        ("（_a_）**b**", "（<em>a</em>）<strong>b</strong>"),
        ("😀**(a)**b", "😀**(a)**b"),
        ("a**(b)**c", "a**(b)**c"),
    ]);
}

#[test]
fn every_word_comes_back_as_it_was() {
    let text = "# 「**`a`**中 {#「**「a}\n\n```中**「\n**「」**は\n```\n\n[a**「b][「**`x`**中] ![甲](乙**「c「**d \"丙**`e`**丁\")\n\n\
                <b title=\"**「a」**は\">`**「a」**は`</b>[^「**a」**b]\n\n<div>**「a」**は</div>\n\n    **「a」**は\n\n\
                [「**`x`**中]: 路**「a」**は '題**「a」**は'\n[「**`x`**文]: 別\n[^「**a」**b]: **「a」**は\n\n|**「a」**は|\n|-|\n|**`a`**中|\n\n&#xF8FF;&#63743;\u{F8FE}\u{4DFF}\n";
    let letters: HashSet<char> = text.chars().chain("\u{F8FF}".chars()).collect();
    let read = html(text, Emphasis::CjkFriendly);
    let strange: Vec<char> = read
        .chars()
        .filter(|letter| !letter.is_ascii() && !letters.contains(letter))
        .collect();
    assert_eq!(strange, [] as [char; 0]);
    for kept in [
        "language-中**「\">**「」**は\n",
        "%E8%B7%AF**%E3%80%8Ca%E3%80%8D**%E3%81%AF\" title=\"題**「a」**は\"",
        "<b title=\"**「a」**は\"><code>**「a」**は</code></b>",
        "<div>**「a」**は</div>",
        "<pre><code>**「a」**は",
        "\u{F8FF}\u{F8FF}\u{F8FE}\u{4DFF}",
    ] {
        assert!(read.contains(kept), "{kept} is not in {read}");
    }
}

#[test]
fn definitions_that_differ_in_a_masked_letter_stay_apart() {
    let text = "[中**`x`**] [文**`x`**]\n\n[中**`x`**]: a\n[文**`x`**]: b\n";
    let read = html(text, Emphasis::CjkFriendly);
    assert!(
        read.contains("href=\"a\"") && read.contains("href=\"b\""),
        "{read}"
    );
}

#[test]
fn stand_ins_look_as_they_must() {
    for (wanted, emphasized) in [(Look::Letter, true), (Look::Punctuation, false)] {
        for letter in stand_ins::candidates(wanted) {
            let read = html(&format!("a*{letter}b*"), Emphasis::CommonMark);
            assert_eq!(read.contains("<em>"), emphasized, "{letter:?}");
            assert_eq!(look(letter), wanted, "{letter:?}");
        }
    }
}

#[test]
fn a_text_that_uses_all_stand_ins_up_is_read_all_the_same() {
    let han = ('\u{4E00}'..='\u{9FFF}')
        .map(|letter| format!("{letter}**「a」**{letter}(**(a)**{letter}\n"));
    let text: String = han.collect();
    let read = html(&text, Emphasis::CjkFriendly);
    assert!(
        read.starts_with("<p>一<strong>「a」</strong>一("),
        "{}",
        &read[..200]
    );
    let own: HashSet<char> = text.chars().collect();
    let mut letters = read.chars().filter(|letter| !letter.is_ascii());
    assert_eq!(letters.find(|letter| !own.contains(letter)), None);
}

#[test]
fn a_text_without_need_is_not_copied() {
    for text in [
        "plain **text**",
        "中文 **文** 中文",
        "**中文** 。",
        "ä**(b)**ö",
    ] {
        let reading = Reading::of(text, Emphasis::CjkFriendly);
        assert!(matches!(reading.text, Cow::Borrowed(_)), "{text}");
    }
}

#[test]
fn languages_decide_where_nobody_else_does() {
    let of = |wish, tag: &str| Emphasis::of(wish, &Locale::declared(tag).expect("a language"));
    for tag in ["zh-cn", "zh-tw", "ja-jp", "ko-kr", "zh-hans", "JA"] {
        assert_eq!(of(None, tag), Emphasis::CjkFriendly, "{tag}");
        assert_eq!(of(Some(false), tag), Emphasis::CommonMark, "{tag}");
    }
    for tag in ["en-us", "vi-vn", "fr"] {
        assert_eq!(of(None, tag), Emphasis::CommonMark, "{tag}");
        assert_eq!(of(Some(true), tag), Emphasis::CjkFriendly, "{tag}");
    }
}

/// Texts made at random, the same in every run, of marks and of some letters.
fn texts(letters: &[&str]) -> impl Iterator<Item = String> {
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut random = move |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below as u64).expect("smaller than `below`")
    };
    let marks = [
        "*",
        "**",
        "**",
        "~~",
        "~",
        "_",
        "`",
        "[",
        "](",
        ")",
        "\\",
        "\n",
        " ",
        "|",
        "&#xE001;",
        "<b>",
        "(",
        "\"",
        "^",
        ":",
        "\n\n",
        "> ",
        "\n|-|-|\n",
        "#",
        "a",
        "b",
    ];
    (0..4_000).map(move |_| {
        let pieces = 1 + random(24);
        (0..pieces)
            .map(|_| match random(2) {
                0 => marks[random(marks.len())],
                _ => letters[random(letters.len())],
            })
            .collect()
    })
}

#[test]
fn texts_without_such_letters_are_read_alike() {
    let letters = [
        "é", "ß", "«", "»", "–", "ж", "א", "😀", "\u{FE0F}", "€", "\u{A0}", "”",
    ];
    for text in texts(&letters) {
        assert_same(&text);
    }
}

#[track_caller]
fn assert_same(text: &str) {
    let events = |emphasis| {
        let reading = Reading::of(text, emphasis);
        let events = reading.events(OPTIONS);
        events
            .map(|(event, range)| (event.into_static(), range))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        events(Emphasis::CjkFriendly),
        events(Emphasis::CommonMark),
        "{text:?}"
    );
}

#[test]
fn no_stand_in_is_ever_seen() {
    let letters = [
        "中",
        "文",
        "「",
        "」",
        "。",
        "（",
        "𠮟",
        "葛\u{E0100}",
        "한",
        "！",
        "〽\u{FE0E}",
        "\u{3000}",
        "é",
    ];
    for text in texts(&letters) {
        let reading = Reading::of(&text, Emphasis::CjkFriendly);
        for (event, range) in reading.events(OPTIONS) {
            let said = format!("{event:?}");
            let stranger = said
                .chars()
                .find(|it| !it.is_ascii() && *it != '\u{E001}' && !text.contains(*it));
            assert_eq!(stranger, None, "{text:?}: {said}");
            if let Event::Text(words) = event
                && words.len() == range.len()
            {
                assert_eq!(&*words, &text[range], "{text:?}");
            }
        }
    }
}

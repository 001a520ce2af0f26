//! `wrong-script-variant`: traditional characters stand in a simplified Chinese text, or the other way round.
//!
//! Which characters are which is told by the national character sets: GB 2312 has what is taught on the mainland, Big5 what is
//! taught in Taiwan, and what only one of them has belongs to that script. Hong Kong added characters of its own to Big5.

use std::collections::HashSet;
use std::sync::LazyLock;

use encoding_rs::{BIG5, GBK};
use icu_properties::{CodePointMapData, props::Script};

use crate::check::words::quoted_list;
use crate::check::{Findings, Rule, Scope, passage};
use crate::diagnostic::{Fault, Severity, Span};
use crate::locale::Locale;
use crate::model::Article;

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "wrong-script-variant",
        severity: Severity::Warning,
        summary: "traditional characters stand in a simplified Chinese text, or the other way round",
    },
    scope: Scope::Article(check),
    enabled: true,
};

/// The ways of writing Chinese.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Variant {
    Simplified,
    Traditional,
    /// Traditional with the characters that Hong Kong and Macao use besides.
    HongKong,
}

fn check(article: &Article, findings: &mut Findings) {
    let variant = match (
        article.locale.language(),
        article.locale.script().as_deref(),
    ) {
        ("zh", Some("Hans")) => Variant::Simplified,
        ("zh", Some("Hant")) => match article.locale.likely_region().as_deref() {
            Some("HK" | "MO") => Variant::HongKong,
            _ => Variant::Traditional,
        },
        _ => return,
    };
    for words in passage::of_article(article) {
        findings.examine();
        let strange: Vec<(char, Span)> = words
            .prose()
            .filter(|run| !run.text.is_ascii())
            .flat_map(|run| {
                strange(run.text, variant)
                    .into_iter()
                    .map(move |(at, letter)| (letter, run.span_of(at, at + letter.len_utf8())))
            })
            .collect();
        report(article, variant, &strange, findings);
    }
}

/// At most one finding a passage.
fn report(article: &Article, variant: Variant, strange: &[(char, Span)], findings: &mut Findings) {
    let Some((first, span)) = strange.first() else {
        return;
    };
    let (own, other) = match variant {
        Variant::Simplified => ("simplified", "traditional"),
        Variant::Traditional | Variant::HongKong => ("traditional", "simplified"),
    };
    let mut letters: Vec<String> = strange
        .iter()
        .map(|(letter, _)| letter.to_string())
        .collect();
    letters.sort_unstable();
    letters.dedup();
    let message = match letters.len() {
        1 => format!("the {other} character `{first}` stands in a {own} text"),
        _ => format!(
            "{other} characters stand in a {own} text: {}",
            quoted_list(&letters)
        ),
    };
    let note = match variant {
        Variant::Simplified => {
            "the character set of the mainland, GB 2312, does not have it, and that of Taiwan does"
        }
        _ => {
            "the character sets of traditional Chinese, Big5 and its kin, do not have it, and that of the mainland does"
        }
    };
    let found = findings
        .found(article, *span, message)
        .note(note)
        .help(format!("write it in {own} characters"))
        .found(letters.concat());
    findings.push(found);
}

/// The characters of the other variant outside quotation marks, and outside the name of the other language itself.
fn strange(text: &str, variant: Variant) -> Vec<(usize, char)> {
    let own_name = match variant {
        Variant::Simplified => &NAMES[1],
        _ => &NAMES[0],
    };
    let named = |at: usize| {
        text.match_indices(own_name.as_str())
            .any(|(start, name)| (start..start + name.len()).contains(&at))
    };
    let mut depth = 0usize;
    let mut strange = Vec::new();
    for (at, letter) in text.char_indices() {
        match letter {
            '「' | '『' | '“' | '《' => depth += 1,
            '」' | '』' | '”' | '》' => depth = depth.saturating_sub(1),
            _ if depth == 0 && is_of_other(letter, variant) && !named(at) => {
                strange.push((at, letter))
            }
            _ => {}
        }
    }
    strange
}

/// What simplified and traditional Chinese are called in themselves.
static NAMES: LazyLock<[String; 2]> = LazyLock::new(|| {
    ["zh-Hans", "zh-Hant"].map(|tag| {
        Locale::declared(tag).map_or_else(|_| tag.to_owned(), |locale| locale.own_name())
    })
});

fn is_of_other(letter: char, variant: Variant) -> bool {
    let other = match variant {
        Variant::Simplified => &SETS.traditional,
        Variant::Traditional => &SETS.simplified,
        Variant::HongKong => &SETS.simplified_in_hong_kong,
    };
    matches!(letter, '\u{4e00}'..='\u{9fff}') && other.contains(&letter)
}

/// The characters that only one of the two ways of writing has.
struct Sets {
    simplified_in_hong_kong: HashSet<char>,
    simplified: HashSet<char>,
    traditional: HashSet<char>,
}

static SETS: LazyLock<Sets> = LazyLock::new(|| {
    let mainland = ideographs(GBK, 0xB0..=0xF7, |trail| trail >= 0xA1);
    let hong_kong = ideographs(BIG5, 0x81..=0xFE, |_| true);
    // Rows C7 and C8 are additions; the first block has the characters in daily use, the second the rare ones.
    let daily = ideographs(BIG5, 0xA4..=0xC6, |_| true);
    let rare = ideographs(BIG5, 0xC9..=0xF9, |_| true);
    let foreign = |letter: &char| !daily.contains(letter) && !rare.contains(letter);
    Sets {
        simplified: mainland.iter().copied().filter(foreign).collect(),
        simplified_in_hong_kong: mainland.difference(&hong_kong).copied().collect(),
        traditional: daily.difference(&mainland).copied().collect(),
    }
});

/// The ideographs that an encoding of two bytes has in some of its rows.
fn ideographs(
    encoding: &'static encoding_rs::Encoding,
    leads: std::ops::RangeInclusive<u8>,
    is_trail: impl Fn(u8) -> bool,
) -> HashSet<char> {
    let mut set = HashSet::new();
    for lead in leads {
        for trail in (0x40..=0xFE).filter(|trail| is_trail(*trail)) {
            let bytes = [lead, trail];
            let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(&bytes)
            else {
                continue;
            };
            let han = |letter: &char| CodePointMapData::<Script>::new().get(*letter) == Script::Han;
            set.extend(text.chars().filter(han));
        }
    }
    set
}

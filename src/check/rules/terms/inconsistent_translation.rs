//! `inconsistent-translation`: the same words were translated in different ways.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::check::comparison;
use crate::check::words::count;
use crate::check::{Comparison, Findings, Memory, Passage, Place, Rule, Scope, Words};
use crate::diagnostic::{Diagnostic, Fault, Label, Severity, Span};
use crate::model::{Article, Site, hash};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "inconsistent-translation",
        severity: Severity::Info,
        summary: "the same words were translated in different ways",
    },
    scope: Scope::Remembered(check),
    enabled: true,
};

/// Shorter passages mean different things in different places.
const WORDS: usize = 4;

/// As many letters of a script without blanks are about as many words.
const LETTERS: usize = 8;

/// How many other languages must have the same words twice, where there is no reference.
const WITNESSES: usize = 2;

/// A passage in the languages that should say the same in it.
#[derive(Serialize, Deserialize)]
struct Text {
    /// Index into [`Site::translations`].
    article: usize,
    /// Index of the reference in the article's languages.
    reference: Option<usize>,
    says: Vec<Says>,
}

/// What one language says in a passage.
#[derive(Serialize, Deserialize)]
struct Says {
    /// Index into the article's languages.
    member: usize,
    span: Span,
    /// Letters and digits outside code in lower case, hashed: other rules tell of code.
    words: u64,
    is_long: bool,
}

/// The passages in which a language words the same in different ways: for each way the passages, the commonest way first.
type Versions = Vec<Vec<usize>>;

fn check(site: &Site, memory: &Memory, findings: &mut Findings) {
    let texts = memory.each(site, (RULE.fault.name, &()), |translations| {
        comparison::over_article(site, translations, |comparison| texts(site, comparison))
    });
    let texts: Vec<Text> = texts.into_iter().flatten().collect();
    findings.examined += texts.len();
    let folders: Vec<&str> = site.locales.iter().map(|locale| locale.folder()).collect();
    let mut told = BTreeSet::new();
    for leading in &folders {
        for group in groups(site, &texts, leading) {
            for folder in folders.iter().filter(|folder| *folder != leading) {
                let versions = versions(site, &texts, &group, folder);
                let place = versions.last().map(|odd| odd[0]);
                if is_told(&versions) && told.insert((*folder, place)) {
                    findings.push(finding(site, &texts, &versions, folder, findings));
                }
            }
        }
    }
}

/// Whether one passage is worded otherwise than all the others: of several wordings nobody can say which is the odd one.
fn is_told(versions: &Versions) -> bool {
    matches!(versions.as_slice(), [usual, odd] if usual.len() > 1 && odd.len() == 1)
}

fn texts(site: &Site, comparison: &Comparison) -> Vec<Text> {
    let id = comparison.translations.id.as_str();
    let Some(article) = site.index(id) else {
        return Vec::new();
    };
    let of_passage = |passage: &Passage| Text {
        article,
        reference: comparison.cohort.reference,
        says: says(comparison, passage),
    };
    // Without a reference nobody knows what a short cell means; its neighbours in the table tell, and rules about tables.
    let is_told = |passage: &&Passage| match comparison.cohort.reference {
        Some(_) => true,
        None => !matches!(passage.place, Place::Cell { .. } | Place::Title { .. }),
    };
    comparison
        .passages()
        .filter(is_told)
        .map(of_passage)
        .filter(|text| text.says.len() > 1)
        .collect()
}

/// What each language says, without those that repeat another one: they are not translated.
fn says(comparison: &Comparison, passage: &Passage) -> Vec<Says> {
    let of_member = |&member: &usize| {
        let words = passage.words(member)?;
        Some(Says {
            member,
            span: words.span,
            words: wording(&words),
            is_long: is_long(&words),
        })
    };
    let all: Vec<Says> = comparison.members().iter().filter_map(of_member).collect();
    let mut times: BTreeMap<u64, usize> = BTreeMap::new();
    for says in &all {
        *times.entry(says.words).or_default() += 1;
    }
    let own = |says: &Says| times[&says.words] == 1 || comparison.is_reference(says.member);
    all.into_iter().filter(own).collect()
}

/// The letters and digits of a passage outside code as one number, whatever their case.
fn wording(words: &Words) -> u64 {
    let mut letters = String::new();
    for letter in words.prose().flat_map(|run| run.text.chars()) {
        // Every passage of every language comes by, and most letters are ASCII.
        match letter.is_ascii() {
            true if letter.is_ascii_alphanumeric() => letters.push(letter.to_ascii_lowercase()),
            false if letter.is_alphanumeric() => letters.extend(letter.to_lowercase()),
            _ => {}
        }
    }
    hash(&letters)
}

/// Whether a passage has so many words that they mean the same wherever they stand.
fn is_long(words: &Words) -> bool {
    let runs = words.prose();
    let blanks = runs
        .clone()
        .flat_map(|run| run.text.split_whitespace())
        .filter(|word| word.contains(char::is_alphabetic));
    let unspaced = runs
        .flat_map(|run| run.text.chars())
        .filter(|it| *it >= '\u{2e80}' && it.is_alphanumeric());
    blanks.take(WORDS).count() >= WORDS || unspaced.take(LETTERS).count() >= LETTERS
}

fn article<'a>(site: &'a Site, text: &Text, says: &Says) -> &'a Article {
    &site.translations[text.article].articles[says.member]
}

/// What a language says in a passage, by its folder.
fn said<'a>(site: &Site, text: &'a Text, folder: &str) -> Option<&'a Says> {
    text.says
        .iter()
        .find(|says| article(site, text, says).locale.folder() == folder)
}

/// Passages in which a language says the same; where there is a reference, it is the language.
fn groups(site: &Site, texts: &[Text], folder: &str) -> Vec<Vec<usize>> {
    let mut groups: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for (at, text) in texts.iter().enumerate() {
        let says = said(site, text, folder).filter(|says| says.is_long);
        let leads = says.filter(|says| text.reference.is_none_or(|it| it == says.member));
        if let Some(says) = leads {
            groups.entry(says.words).or_default().push(at);
        }
    }
    let mut groups: Vec<Vec<usize>> = groups.into_values().filter(|it| it.len() > 1).collect();
    groups.sort_unstable();
    groups
}

fn versions(site: &Site, texts: &[Text], group: &[usize], folder: &str) -> Versions {
    let mut by_words: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for &at in group {
        if let Some(says) = said(site, &texts[at], folder) {
            by_words.entry(says.words).or_default().push(at);
        }
    }
    let mut versions: Versions = by_words.into_values().collect();
    versions.sort_by_key(|places| (usize::MAX - places.len(), places[0]));
    let first = versions.first().map(|places| places[0]);
    versions.retain(|places| {
        first.is_some_and(|first| is_same(site, &texts[first], &texts[places[0]], folder))
    });
    versions
}

/// Whether two passages say the same in the source, or in enough languages besides one.
fn is_same(site: &Site, one: &Text, other: &Text, folder: &str) -> bool {
    if one.reference.is_some() && other.reference.is_some() {
        return true;
    }
    let same = one.says.iter().filter(|says| {
        let name = article(site, one, says).locale.folder();
        name != folder && said(site, other, name).is_some_and(|it| it.words == says.words)
    });
    same.count() >= WITNESSES
}

/// The rarest wording is shown; where it is as common as another, the later one.
fn finding(
    site: &Site,
    texts: &[Text],
    versions: &Versions,
    folder: &str,
    findings: &Findings,
) -> Diagnostic {
    let place = |at: usize| {
        let says = said(site, &texts[at], folder).expect("versions are of this language");
        (article(site, &texts[at], says), says.span)
    };
    let odd = &versions[versions.len() - 1];
    let (here, span) = place(odd[0]);
    let times: Vec<String> = versions
        .iter()
        .map(|places| places.len().to_string())
        .collect();
    let message = format!("the same words are translated otherwise in other places of {folder}");
    let others = versions[..versions.len() - 1].iter().take(3).map(|places| {
        let (article, span) = place(places[0]);
        Label::new(
            &article.source,
            article.source.first_line(span),
            "here otherwise",
        )
    });
    findings
        .found(here, here.source.first_line(span), message)
        .note(format!(
            "the source says the same each time, and there are {}, which stand {} times",
            count(versions.len(), "wording"),
            times.join(" and ")
        ))
        .help("choose one wording, unless the places call for different ones")
        .related(others.collect::<Vec<_>>())
}

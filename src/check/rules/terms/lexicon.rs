//! Looks for many words in a text at once.

use aho_corasick::{AhoCorasick, MatchKind};
use icu_properties::{CodePointMapData, props::Script};

/// Words to look for, each standing for something with a number.
#[derive(Debug)]
pub struct Lexicon {
    /// Absent where there are no words.
    automaton: Option<AhoCorasick>,
    words: Vec<Word>,
    folded: bool,
}

#[derive(Debug)]
struct Word {
    id: usize,
    any_start: bool,
    any_end: bool,
}

/// A word that was found: what it stands for, and its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    pub id: usize,
    pub start: usize,
    pub end: usize,
}

impl Lexicon {
    /// `*` at the end of a word stands for any ending, at its start for any beginning. With `folded`, letter case is nothing.
    pub fn new<'a>(words: impl IntoIterator<Item = (usize, &'a str)>, folded: bool) -> Lexicon {
        let words: Vec<(usize, &str)> = words.into_iter().collect();
        let literal = |word: &str| {
            let stem = word.trim_matches('*');
            if folded {
                stem.to_lowercase()
            } else {
                stem.to_owned()
            }
        };
        let literals = words.iter().map(|(_, word)| literal(word));
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .build(literals);
        let words: Vec<Word> = words
            .iter()
            .map(|(id, word)| Word {
                id: *id,
                any_start: word.starts_with('*'),
                any_end: word.ends_with('*'),
            })
            .collect();
        Lexicon {
            automaton: automaton.ok().filter(|_| !words.is_empty()),
            words,
            folded,
        }
    }

    /// Returns every word of a text that is looked for, those within others too, in the order of their ends.
    pub fn find(&self, text: &str) -> Vec<Found> {
        let Some(automaton) = &self.automaton else {
            return Vec::new();
        };
        let folded = if self.folded {
            fold(text)
        } else {
            Folded::plain(text)
        };
        let matches = automaton.find_overlapping_iter(folded.text.as_ref());
        let found = matches.filter_map(|found| {
            let word = &self.words[found.pattern().as_usize()];
            let here = &folded.text[found.range()];
            let before = folded.text[..found.start()].chars().next_back();
            let after = folded.text[found.end()..].chars().next();
            let starts = word.any_start || is_boundary(before, here.chars().next());
            let ends = word.any_end || is_boundary(after, here.chars().next_back());
            (starts && ends).then(|| Found {
                id: word.id,
                start: folded.original(found.start()),
                end: folded.original(found.end()),
            })
        });
        found.collect()
    }

    /// Returns the words that are looked for and stand in no longer one: "wall socket" leaves no "wall".
    pub fn find_longest(&self, text: &str) -> Vec<Found> {
        let mut found = self.find(text);
        found.sort_by_key(|it| (it.start, usize::MAX - it.end));
        let mut end = 0;
        found.retain(|it| {
            let apart = it.end > end;
            end = end.max(it.end);
            apart
        });
        found
    }
}

/// A text in lower case that knows where its bytes came from.
struct Folded<'a> {
    text: std::borrow::Cow<'a, str>,
    /// By byte of the folded text the byte of the original; empty where they are the same.
    origins: Vec<usize>,
}

impl<'a> Folded<'a> {
    fn plain(text: &'a str) -> Folded<'a> {
        Folded {
            text: text.into(),
            origins: Vec::new(),
        }
    }

    fn original(&self, at: usize) -> usize {
        self.origins.get(at).copied().unwrap_or(at)
    }
}

fn fold(text: &str) -> Folded<'static> {
    let mut folded = String::with_capacity(text.len());
    let mut origins = Vec::with_capacity(text.len() + 1);
    for (at, letter) in text.char_indices() {
        folded.extend(letter.to_lowercase());
        origins.resize(folded.len(), at);
    }
    origins.push(text.len());
    Folded {
        text: folded.into(),
        origins,
    }
}

/// Whether one word ends and another begins between two letters; scripts without blanks have such places everywhere.
fn is_boundary(outside: Option<char>, inside: Option<char>) -> bool {
    let (Some(outside), Some(inside)) = (outside, inside) else {
        return true;
    };
    let joined = outside.is_alphanumeric() && inside.is_alphanumeric();
    let scripts = CodePointMapData::<Script>::new();
    let (one, other) = (scripts.get(outside), scripts.get(inside));
    let unspaced = [
        Script::Han,
        Script::Hiragana,
        Script::Katakana,
        Script::Thai,
        Script::Lao,
        Script::Khmer,
        Script::Myanmar,
    ];
    let digits = one == Script::Common || other == Script::Common;
    !joined || (one != other && !digits) || unspaced.contains(&one)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'a>(words: &[&str], text: &'a str, folded: bool) -> Vec<&'a str> {
        let lexicon = Lexicon::new(words.iter().copied().enumerate(), folded);
        lexicon
            .find(text)
            .iter()
            .map(|it| &text[it.start..it.end])
            .collect()
    }

    #[test]
    fn words_are_whole_unless_they_say_otherwise() {
        assert_eq!(found(&["oven"], "ovens, Oven, oven", false), ["oven"]);
        assert_eq!(found(&["oven*"], "ovens, proven", false), ["oven"]);
        assert_eq!(found(&["*ofen*"], "Backofens", true), ["ofen"]);
        assert_eq!(
            found(&["Glotta"], "使用Glotta检查, Glotta는", false),
            ["Glotta", "Glotta"]
        );
        assert_eq!(found(&["烤箱"], "打开烤箱门", false), ["烤箱"]);
    }

    #[test]
    fn letters_that_grow_in_lower_case_keep_their_places() {
        assert_eq!(found(&["fırın"], "İİ FıRıN", true), ["FıRıN"]);
    }

    #[test]
    fn a_longer_word_hides_those_within() {
        let lexicon = Lexicon::new([(0, "wall"), (1, "wall socket")], true);
        let found = lexicon.find_longest("Wall socket, wall");
        assert_eq!(found.iter().map(|it| it.id).collect::<Vec<_>>(), [1, 0]);
    }
}

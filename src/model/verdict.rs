//! The baseline: what every translation is held against, and who departs from it.

/// What an article says of one fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement<T> {
    /// Index of the article.
    pub article: usize,
    /// Languages vote, not articles: `zh-CN` and `zh-TW` share translation memory, and so a vote.
    pub language: String,
    pub value: T,
}

/// What several languages say together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict<T> {
    /// All say the same, or there is nobody to compare with.
    Agreed,
    /// Some depart from the baseline.
    Dissent {
        expected: T,
        supporters: Vec<usize>,
        dissenters: Vec<usize>,
    },
    /// Most languages, three at least, say the same and the reference something else: the reference or an old translation
    /// that all were made from is wrong, and nobody who follows either is to blame.
    Doubted {
        alternative: T,
        supporters: Vec<usize>,
        dissenters: Vec<usize>,
    },
    /// No value has a strict majority of at least two languages: somebody is wrong, and nobody can say who.
    Divided,
}

/// How many languages must agree before they cast doubt on the reference.
const DOUBT: f64 = 3.0;

/// Finds the baseline of a fact: what the reference says, or else what a strict majority of languages says.
pub fn decide<T: Eq + Clone>(statements: &[Statement<T>], reference: Option<usize>) -> Verdict<T> {
    let sides = sides(statements);
    if sides.len() < 2 {
        return Verdict::Agreed;
    }
    let all: f64 = sides.iter().map(|side| side.votes).sum();
    let strongest = sides
        .iter()
        .max_by(|a, b| a.votes.total_cmp(&b.votes))
        .expect("two sides at least");
    let majority = strongest.votes * 2.0 > all;
    let referred = sides.iter().find(|side| {
        side.articles
            .iter()
            .any(|article| Some(*article) == reference)
    });
    match referred {
        Some(referred)
            if majority && strongest.votes >= DOUBT && strongest.value != referred.value =>
        {
            Verdict::Doubted {
                alternative: strongest.value.clone(),
                supporters: strongest.articles.clone(),
                dissenters: articles_of(&sides, |side| {
                    side.value != strongest.value && side.value != referred.value
                }),
            }
        }
        Some(referred) => dissent(&sides, referred),
        None if majority && strongest.votes >= 2.0 => dissent(&sides, strongest),
        None => Verdict::Divided,
    }
}

/// All articles that say the same.
struct Side<'a, T> {
    value: &'a T,
    articles: Vec<usize>,
    votes: f64,
}

fn sides<T: Eq>(statements: &[Statement<T>]) -> Vec<Side<'_, T>> {
    let mut sides: Vec<Side<T>> = Vec::new();
    for statement in statements {
        let of_language = statements
            .iter()
            .filter(|other| other.language == statement.language)
            .count();
        let votes = 1.0 / of_language as f64;
        match sides.iter_mut().find(|side| *side.value == statement.value) {
            Some(side) => {
                side.articles.push(statement.article);
                side.votes += votes;
            }
            None => sides.push(Side {
                value: &statement.value,
                articles: vec![statement.article],
                votes,
            }),
        }
    }
    sides
}

fn dissent<T: Eq + Clone>(sides: &[Side<T>], baseline: &Side<T>) -> Verdict<T> {
    Verdict::Dissent {
        expected: baseline.value.clone(),
        supporters: baseline.articles.clone(),
        dissenters: articles_of(sides, |side| side.value != baseline.value),
    }
}

fn articles_of<T>(sides: &[Side<T>], which: impl Fn(&Side<T>) -> bool) -> Vec<usize> {
    let mut articles: Vec<usize> = sides
        .iter()
        .filter(|side| which(side))
        .flat_map(|side| side.articles.clone())
        .collect();
    articles.sort_unstable();
    articles
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each word is a language and what it says: `de=1`.
    fn verdict(says: &str, reference: Option<usize>) -> Verdict<String> {
        let statements: Vec<Statement<String>> = says
            .split(' ')
            .enumerate()
            .map(|(article, says)| {
                let (language, value) = says.split_once('=').expect("language=value");
                Statement {
                    article,
                    language: language.into(),
                    value: value.into(),
                }
            })
            .collect();
        decide(&statements, reference)
    }

    fn dissent(expected: &str, supporters: &[usize], dissenters: &[usize]) -> Verdict<String> {
        Verdict::Dissent {
            expected: expected.into(),
            supporters: supporters.into(),
            dissenters: dissenters.into(),
        }
    }

    #[test]
    fn the_reference_is_right() {
        assert_eq!(verdict("en=1 de=2", Some(0)), dissent("1", &[0], &[1]));
        assert_eq!(
            verdict("en=1 de=2 fr=2", Some(0)),
            dissent("1", &[0], &[1, 2])
        );
    }

    #[test]
    fn unless_most_languages_and_three_of_them_say_the_same_other_thing() {
        let doubted = |dissenters: &[usize]| Verdict::Doubted {
            alternative: "2".to_owned(),
            supporters: vec![1, 2, 3],
            dissenters: dissenters.into(),
        };
        assert_eq!(verdict("en=1 de=2 fr=2 nl=2", Some(0)), doubted(&[]));
        assert_eq!(verdict("en=1 de=2 fr=2 nl=2 sv=3", Some(0)), doubted(&[4]));
    }

    #[test]
    fn without_a_reference_a_strict_majority_is_right() {
        assert_eq!(verdict("de=1 fr=1 nl=2", None), dissent("1", &[0, 1], &[2]));
        assert_eq!(verdict("de=1 fr=2", None), Verdict::Divided);
        assert_eq!(verdict("de=1 fr=1 nl=2 sv=2", None), Verdict::Divided);
    }

    #[test]
    fn languages_vote_and_not_countries() {
        assert_eq!(verdict("zh=1 zh=1 de=2", None), Verdict::Divided);
        assert_eq!(
            verdict("zh=1 zh=1 de=2 fr=2", None),
            dissent("2", &[2, 3], &[0, 1])
        );
    }
}

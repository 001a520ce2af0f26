//! Who departs from the baseline of a fact, and who bears witness.

use crate::model::{Statement, Verdict, decide};

/// A fact on which languages differ.
#[derive(Debug)]
pub struct Difference<T> {
    /// What the departing article should say.
    pub expected: T,
    /// The article that departs.
    pub article: usize,
    /// The articles that say what is expected.
    pub supporters: Vec<usize>,
    pub why: Why,
}

/// How the things that one article states differ from those that it should state, where order does not matter.
#[derive(Debug)]
pub struct Exchange<T> {
    /// The article that departs.
    pub article: usize,
    /// What the article should state and does not, in order, each as often as it lacks it.
    pub lost: Vec<T>,
    /// What the article states and should not.
    pub gained: Vec<T>,
    /// The articles that state what is expected, of the first thing that differs.
    pub supporters: Vec<usize>,
    pub why: Why,
}

/// Who departs from whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// One language departs from the baseline.
    Departs,
    /// The reference stands alone against most languages.
    Doubted,
    /// Nobody can say who is wrong; `article` is one of them and `expected` what another one says.
    Divided,
}

/// What a finding says about who departs from whom.
pub trait Departure {
    /// The article that departs.
    fn article(&self) -> usize;
    /// The articles that say what is expected.
    fn supporters(&self) -> &[usize];
    fn why(&self) -> Why;
}

impl<T> Departure for Difference<T> {
    fn article(&self) -> usize {
        self.article
    }

    fn supporters(&self) -> &[usize] {
        &self.supporters
    }

    fn why(&self) -> Why {
        self.why
    }
}

impl<T> Departure for Exchange<T> {
    fn article(&self) -> usize {
        self.article
    }

    fn supporters(&self) -> &[usize] {
        &self.supporters
    }

    fn why(&self) -> Why {
        self.why
    }
}

/// Returns who departs from the baseline of what is stated. A doubted reference, `principal`, is one difference, and so is a tie.
pub fn departures<T: Eq + Clone>(
    statements: &[Statement<T>],
    reference: Option<usize>,
    principal: usize,
) -> Vec<Difference<T>> {
    // Nearly all facts are agreed on: no votes need to be counted for those.
    if statements.iter().all(|it| it.value == statements[0].value) {
        return Vec::new();
    }
    let of = |expected: &T, supporters: &[usize], why: Why| {
        let (expected, supporters) = (expected.clone(), supporters.to_vec());
        move |article: usize| Difference {
            expected: expected.clone(),
            article,
            supporters: supporters.clone(),
            why,
        }
    };
    match decide(statements, reference) {
        Verdict::Agreed => Vec::new(),
        Verdict::Dissent {
            expected,
            supporters,
            dissenters,
        } => dissenters
            .into_iter()
            .map(of(&expected, &supporters, Why::Departs))
            .collect(),
        Verdict::Doubted {
            alternative,
            supporters,
            dissenters,
        } => {
            let doubted = of(&alternative, &supporters, Why::Doubted)(principal);
            let departing = dissenters
                .into_iter()
                .map(of(&alternative, &supporters, Why::Departs));
            std::iter::once(doubted).chain(departing).collect()
        }
        Verdict::Divided => {
            let first = &statements[0];
            let other = statements
                .iter()
                .find(|other| other.value != first.value)
                .expect("divided means two values");
            vec![of(&other.value, &[other.article], Why::Divided)(
                first.article,
            )]
        }
    }
}

//! `code-block-changed`: a code block or the language of its code differs from other languages.

use std::collections::{BTreeMap, HashSet};

use super::listing::{self, Token};
use crate::check::departure::{Departure, Difference, Why};
use crate::check::{Comparison, Findings, Rule, Scope};
use crate::diagnostic::{Diagnostic, Fault, Severity, Shift, Span};
use crate::model::{BlockKind, Slot, Spot};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "code-block-changed",
        severity: Severity::Warning,
        summary: "a code block says something else than in other languages, or names another language of code",
    },
    scope: Scope::Cohort(check),
    enabled: true,
};

/// How many translations that all depart make it likely that something changed them together.
const ALL: usize = 3;

/// Longer lines are shown by their beginning.
const SHOWN: usize = 60;

fn check(comparison: &Comparison, findings: &mut Findings) {
    for (at, slot) in comparison.translations.pieces().iter().enumerate() {
        let code = |article: usize| Listing::of(comparison, slot, article);
        let first = comparison.members().iter().find_map(|it| code(*it));
        let Some(first) = first else {
            continue;
        };
        findings.examine();
        let mut members = comparison.members().iter().filter_map(|it| code(*it));
        if members.all(|it| it.language == first.language && it.text == first.text) {
            continue;
        }
        check_languages(comparison, slot, findings);
        check_contents(comparison, slot, Spot::Piece(at), findings);
    }
}

/// A code block of one language.
#[derive(Clone, Copy)]
struct Listing<'a> {
    language: &'a str,
    text: &'a str,
    span: Span,
}

impl<'a> Listing<'a> {
    fn of(comparison: &Comparison<'a>, slot: &Slot, article: usize) -> Option<Listing<'a>> {
        let frame = comparison.frame(slot, article)?;
        match &frame.block.kind {
            BlockKind::Code { language, text } => Some(Listing {
                language,
                text,
                span: frame.span,
            }),
            _ => None,
        }
    }

    /// Where a line of the code stands; the fence where there is no such line.
    fn line(&self, source: &str, number: Option<usize>) -> Span {
        let block = &source[self.span.start..self.span.end];
        let fenced = block.starts_with(['`', '~']);
        let wanted = number.map_or(0, |number| number + usize::from(fenced));
        let mut start = self.span.start;
        for (at, line) in block.split_inclusive('\n').enumerate() {
            if at == wanted {
                let indent = line.len() - line.trim_start().len();
                return Span::new(start + indent, start + line.trim_end().len().max(indent));
            }
            start += line.len();
        }
        self.line(source, None)
    }

    /// The language's name behind the fence; the fence where it names none.
    fn tag(&self, source: &str) -> Span {
        let fence = self.line(source, None);
        let text = &source[fence.start..fence.end];
        match text
            .find(self.language)
            .filter(|_| !self.language.is_empty())
        {
            Some(at) => Span::new(fence.start + at, fence.start + at + self.language.len()),
            None => fence,
        }
    }
}

fn check_languages(comparison: &Comparison, slot: &Slot, findings: &mut Findings) {
    let language = |article: usize| {
        Listing::of(comparison, slot, article).map(|it| it.language.to_lowercase())
    };
    for difference in comparison.differences(language) {
        let place = |article: usize| {
            let listing = Listing::of(comparison, slot, article)?;
            Some(listing.tag(comparison.article(article).source.text()))
        };
        let name = |language: &str| match language {
            "" => "no language".to_owned(),
            name => format!("`{name}`"),
        };
        let found = name(&language(difference.article).unwrap_or_default());
        let wanted = name(&difference.expected);
        let message = match difference.why {
            Why::Departs => format!("the code block is marked as {found} instead of {wanted}"),
            Why::Doubted => {
                format!("the code block is {found} in the reference and {wanted} in most languages")
            }
            Why::Divided => {
                format!("languages disagree whether this code block is {found} or {wanted}")
            }
        };
        let article = comparison.article(difference.article);
        let mut diagnostic = findings
            .found(
                article,
                place(difference.article).unwrap_or_default(),
                message,
            )
            .expected(wanted)
            .found(found)
            .help("write the same word behind the fence in every language");
        diagnostic.severity = Severity::Error;
        findings.push(comparison.decided(diagnostic, &difference, place));
    }
}

/// What a line, or all of them, say to a machine.
type Content = Vec<Vec<Token>>;

/// The lines of the listings that are compared.
struct Lines {
    /// For each article its lines as written, and what they say to a machine.
    all: BTreeMap<usize, (Vec<String>, Content)>,
    is_text: bool,
    /// Whether all have as many lines, so that each line can be put to the vote by itself.
    even: Option<usize>,
}

impl Lines {
    fn of(comparison: &Comparison, slot: &Slot, spot: Spot) -> Lines {
        let mut all = BTreeMap::new();
        let mut is_text = true;
        for &article in comparison.members() {
            let listing = Listing::of(comparison, slot, article);
            if let Some(listing) = listing.filter(|_| !comparison.breaks_off_in(article, spot)) {
                let lines = listing::lines(listing.text);
                let tokens = listing::tokens(listing.language, &lines);
                is_text &= listing::is_text(listing.language);
                all.insert(article, (lines, tokens));
            }
        }
        let mut counts = all.values().map(|(lines, _)| lines.len());
        let first = counts.next();
        Lines {
            even: first.filter(|first| counts.all(|count| count == *first)),
            all,
            is_text,
        }
    }

    /// Who says something else to a machine, in the first line where it does.
    fn departures(&self, comparison: &Comparison) -> Vec<Difference<Content>> {
        let Some(count) = self.even else {
            return comparison.differences(|article| {
                let mut content = self.all.get(&article)?.1.clone();
                // A comment may take more lines than another; sample texts keep theirs.
                content.retain(|line| self.is_text || !line.is_empty());
                Some(content)
            });
        };
        let mut seen = HashSet::new();
        let lines = (0..count).flat_map(|at| {
            comparison.differences(|article| Some(vec![self.all.get(&article)?.1[at].clone()]))
        });
        lines.filter(|it| seen.insert(it.article)).collect()
    }

    /// Who has a line that lost some letters, though not of code.
    fn cuts(&self, comparison: &Comparison) -> Vec<Difference<String>> {
        let mut seen = HashSet::new();
        let lines = (0..self.even.unwrap_or(0)).flat_map(|at| {
            let line = |article: usize| Some(self.all.get(&article)?.0[at].clone());
            let mut differences = comparison.differences(line);
            differences.retain(|it| {
                let cut = line(it.article).is_some_and(|line| listing::is_cut(&line, &it.expected));
                cut && it.why == Why::Departs
            });
            differences
        });
        lines.filter(|it| seen.insert(it.article)).collect()
    }
}

fn check_contents(comparison: &Comparison, slot: &Slot, spot: Spot, findings: &mut Findings) {
    let lines = Lines::of(comparison, slot, spot);
    let differences = lines.departures(comparison);
    let departing = differences
        .iter()
        .filter(|it| it.why == Why::Departs)
        .count();
    let all = comparison.members().len() - 1;
    if comparison.cohort.reference.is_some() && departing == all && departing >= ALL {
        return findings.push(pipeline(comparison, slot, &differences[0], findings));
    }
    for difference in &differences {
        let (article, why) = (difference.article, difference.why);
        let finding = finding(
            comparison,
            slot,
            &Seen { article, why },
            difference,
            findings,
        );
        findings.push(finding);
    }
    for difference in lines.cuts(comparison) {
        let (article, why) = (difference.article, difference.why);
        if differences.iter().all(|it| it.article != article) {
            let finding = finding(
                comparison,
                slot,
                &Seen { article, why },
                &difference,
                findings,
            );
            findings.push(finding);
        }
    }
}

/// Who departs, whatever it was that was compared.
struct Seen {
    article: usize,
    why: Why,
}

fn finding(
    comparison: &Comparison,
    slot: &Slot,
    seen: &Seen,
    departure: &impl Departure,
    findings: &Findings,
) -> Diagnostic {
    let article = comparison.article(seen.article);
    let listing = |article: usize| Listing::of(comparison, slot, article);
    let witness = departure.supporters().first().copied();
    let number =
        witness.and_then(|witness| first_difference(listing(seen.article)?, listing(witness)?));
    let place = |article: usize| {
        Some(listing(article)?.line(comparison.article(article).source.text(), number))
    };
    let message = match seen.why {
        Why::Departs => "the code differs from other languages in this line",
        Why::Doubted => {
            "the code of the reference differs from that of most languages in this line"
        }
        Why::Divided => "languages disagree on the code in this line",
    };
    let line = |article: usize| {
        let lines = listing::lines(listing(article)?.text);
        let line = lines.get(number?)?.trim();
        Some(line.chars().take(SHOWN).collect::<String>())
    };
    let span = place(seen.article).unwrap_or_default();
    let mut diagnostic = findings.found(article, span, message).help(
        "copy the code from the other languages; only comments and texts for people are translated",
    );
    diagnostic.expected = witness.and_then(line);
    diagnostic.found = line(seen.article);
    comparison.decided(diagnostic, departure, place)
}

/// The first line that says something else to a machine, else the first that differs at all.
fn first_difference(one: Listing, other: Listing) -> Option<usize> {
    let (here, there) = (listing::lines(one.text), listing::lines(other.text));
    let tokens = (
        listing::tokens(one.language, &here),
        listing::tokens(other.language, &there),
    );
    let first =
        |differs: &dyn Fn(usize) -> bool| (0..here.len().min(there.len())).find(|at| differs(*at));
    first(&|at| tokens.0[at] != tokens.1[at])
        .or_else(|| first(&|at| listing::is_cut(&here[at], &there[at])))
        .or_else(|| first(&|at| here[at] != there[at]))
        .or_else(|| here.len().checked_sub(1))
}

/// Something that all translations went through changed the code in each of them.
fn pipeline(
    comparison: &Comparison,
    slot: &Slot,
    difference: &Difference<Content>,
    findings: &Findings,
) -> Diagnostic {
    let place = |article: usize| {
        let listing = Listing::of(comparison, slot, article)?;
        Some(listing.line(comparison.article(article).source.text(), None))
    };
    let principal = comparison.principal();
    let message = "all translations have this code otherwise than the reference";
    let diagnostic = findings
        .found(
            comparison.article(principal),
            place(principal).unwrap_or_default(),
            message,
        )
        .help("look at what made the translations: it changes code");
    let mut diagnostic = comparison
        .decided(diagnostic, difference, place)
        .shifted(Shift::Lower);
    diagnostic.severity = Severity::Info;
    comparison.shared(diagnostic)
}

//! A report as data that can be kept, and made whole again.

use std::collections::HashMap;
use std::sync::Arc;

use glotta::check::baseline::Applied;
use glotta::diagnostic::{
    Applicability, Diagnostic, Edit, Fix, Label, Root, Severity, Source, Span,
};
use glotta::discover::{DiskWorld, Records, Shelf, World};
use glotta::{Report, Summary};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// A report, whose texts are not kept where the files that they were read from say them again.
#[derive(Serialize, Deserialize)]
pub struct Stored {
    texts: Vec<Text>,
    findings: Vec<Finding>,
    summary: [usize; 5],
    examined: Vec<(String, usize)>,
    allowed: usize,
    /// The file that was applied, and how many findings it left out.
    baseline: Option<(String, usize)>,
}

/// A [`Source`].
#[derive(Serialize, Deserialize)]
struct Text {
    root: u8,
    path: String,
    repaired: bool,
    content: Content,
}

#[derive(Serialize, Deserialize)]
enum Content {
    /// The bytes of its file, by their SHA-256.
    File([u8; 32]),
    /// What was made of a file, or of none.
    Text(String),
}

/// A [`Label`] or an [`Edit`]: the text by its number, the span, the words.
#[derive(Serialize, Deserialize)]
struct Mark(usize, usize, usize, String);

/// A [`Diagnostic`].
#[derive(Serialize, Deserialize)]
struct Finding {
    rule: String,
    severity: u8,
    primary: Mark,
    locale: Option<String>,
    article: Option<String>,
    message: String,
    note: Option<String>,
    help: Option<String>,
    expected: Option<String>,
    found: Option<String>,
    related: Vec<Mark>,
    fix: Option<(u8, Vec<Mark>)>,
}

const ROOTS: [Root; 5] = [
    Root::Articles,
    Root::Project,
    Root::Templates,
    Root::Words,
    Root::Caller,
];

const SEVERITIES: [Severity; 3] = [Severity::Info, Severity::Warning, Severity::Error];

const APPLICABILITIES: [Applicability; 3] = [
    Applicability::Safe,
    Applicability::Unsafe,
    Applicability::Display,
];

/// The place of a value among all that there are.
fn number<T: PartialEq>(all: &[T], value: &T) -> u8 {
    let at = all.iter().position(|one| one == value);
    // Each of these lists holds all values of its kind; what it lacked would be read back as nothing.
    at.and_then(|at| u8::try_from(at).ok()).unwrap_or(u8::MAX)
}

fn value<T: Copy>(all: &[T], number: u8) -> Option<T> {
    all.get(usize::from(number)).copied()
}

impl Stored {
    /// Takes down a report on a site whose source folder is called `source`; `records` say what was read.
    pub fn of(report: &Report, records: &Records, source: &str) -> Stored {
        let mut texts = Texts::default();
        let findings = report.diagnostics.iter();
        let findings = findings.map(|it| texts.finding(it)).collect();
        let texts = texts.texts.par_iter();
        let Summary {
            locales,
            articles,
            tables,
            rows,
            cells,
        } = report.summary;
        let examined = report.examined.iter();
        let baseline = report.baseline.as_ref();
        Stored {
            texts: texts.map(|text| Text::of(text, records, source)).collect(),
            findings,
            summary: [locales, articles, tables, rows, cells],
            examined: examined
                .map(|(rule, count)| ((*rule).to_owned(), *count))
                .collect(),
            allowed: report.allowed,
            baseline: baseline.map(|it| (it.file.clone(), it.left_out)),
        }
    }

    /// Makes the report again; nothing where a text is not what it was. Without a world, texts are empty: such a report can be counted.
    pub fn restored(&self, world: Option<&DiskWorld>, source: &str) -> Option<Report> {
        let texts = self.texts.par_iter();
        let texts: Option<Vec<Arc<Source>>> =
            texts.map(|text| text.restored(world, source)).collect();
        let reader = Reader {
            texts: texts?,
            names: names(),
        };
        let findings = self.findings.iter();
        let findings: Option<Vec<Diagnostic>> = findings.map(|it| reader.finding(it)).collect();
        let mut report = Report::of(findings?);
        let [locales, articles, tables, rows, cells] = self.summary;
        report.summary = Summary {
            locales,
            articles,
            tables,
            rows,
            cells,
        };
        let examined = self.examined.iter();
        let examined = examined.map(|(rule, count)| Some((reader.name(rule)?, *count)));
        report.examined = examined.collect::<Option<_>>()?;
        report.allowed = self.allowed;
        report.baseline = self.baseline.clone().map(|(file, left_out)| Applied {
            file,
            left_out,
            stale: Vec::new(),
        });
        Some(report)
    }
}

/// The texts that findings speak of, each once.
#[derive(Default)]
struct Texts {
    texts: Vec<Arc<Source>>,
    numbers: HashMap<*const Source, usize>,
}

impl Texts {
    fn mark(&mut self, source: &Arc<Source>, span: Span, words: &str) -> Mark {
        let texts = &mut self.texts;
        let number = self.numbers.entry(Arc::as_ptr(source)).or_insert_with(|| {
            texts.push(Arc::clone(source));
            texts.len() - 1
        });
        Mark(*number, span.start, span.end, words.to_owned())
    }

    fn label(&mut self, label: &Label) -> Mark {
        self.mark(&label.source, label.span, &label.message)
    }

    fn fix(&mut self, fix: &Fix) -> (u8, Vec<Mark>) {
        let edits = fix.edits.iter();
        let edits = edits.map(|edit| self.mark(&edit.source, edit.span, &edit.text));
        (
            number(&APPLICABILITIES, &fix.applicability),
            edits.collect(),
        )
    }

    fn finding(&mut self, finding: &Diagnostic) -> Finding {
        let related = finding.related.iter();
        Finding {
            rule: finding.rule.to_owned(),
            severity: number(&SEVERITIES, &finding.severity),
            primary: self.label(&finding.primary),
            locale: finding.locale.clone(),
            article: finding.article.clone(),
            message: finding.message.clone(),
            note: finding.note.clone(),
            help: finding.help.clone(),
            expected: finding.expected.clone(),
            found: finding.found.clone(),
            related: related.map(|label| self.label(label)).collect(),
            fix: finding.fix.as_ref().map(|fix| self.fix(fix)),
        }
    }
}

impl Text {
    fn of(text: &Source, records: &Records, source: &str) -> Text {
        let hash: [u8; 32] = Sha256::digest(text.text()).into();
        let is_file = shelf(text.root(), source)
            .is_some_and(|shelf| records.hash(&shelf, text.path()) == Some(hash));
        Text {
            root: number(&ROOTS, &text.root()),
            path: text.path().to_owned(),
            repaired: text.is_repaired(),
            content: match is_file {
                true => Content::File(hash),
                false => Content::Text(text.text().to_owned()),
            },
        }
    }

    fn restored(&self, world: Option<&DiskWorld>, source: &str) -> Option<Arc<Source>> {
        let root = value(&ROOTS, self.root)?;
        let text = match (&self.content, world) {
            (_, None) => String::new(),
            (Content::Text(text), _) => text.clone(),
            (Content::File(hash), Some(world)) => {
                let bytes = world.read(&shelf(root, source)?, &self.path).ok()?;
                let is_same = *hash == *Sha256::digest(&bytes);
                String::from_utf8(bytes).ok().filter(|_| is_same)?
            }
        };
        let text = match self.repaired {
            true => Source::repaired(&self.path, text),
            false => Source::new(&self.path, text),
        };
        Some(Arc::new(text.at(root)))
    }
}

/// Where texts of a root are read, if they are read from a shelf.
fn shelf(root: Root, source: &str) -> Option<Shelf> {
    match root {
        Root::Articles => Some(Shelf::Articles(source.to_owned())),
        Root::Templates => Some(Shelf::Templates),
        Root::Words => Some(Shelf::Words),
        Root::Project | Root::Caller => None,
    }
}

/// What findings are made of again.
struct Reader {
    texts: Vec<Arc<Source>>,
    names: HashMap<&'static str, &'static str>,
}

/// The names of all faults, which live as long as the program.
fn names() -> HashMap<&'static str, &'static str> {
    let faults = glotta::faults().into_iter();
    faults.map(|fault| (fault.name, fault.name)).collect()
}

impl Reader {
    fn name(&self, name: &str) -> Option<&'static str> {
        self.names.get(name).copied()
    }

    fn text(&self, mark: &Mark) -> Option<(Arc<Source>, Span)> {
        let text = self.texts.get(mark.0)?;
        Some((Arc::clone(text), Span::new(mark.1, mark.2)))
    }

    fn label(&self, mark: &Mark) -> Option<Label> {
        let (source, span) = self.text(mark)?;
        Some(Label::new(&source, span, mark.3.clone()))
    }

    fn fix(&self, (applicability, edits): &(u8, Vec<Mark>)) -> Option<Fix> {
        let edit = |mark: &Mark| {
            let (source, span) = self.text(mark)?;
            let text = mark.3.clone();
            Some(Edit { source, span, text })
        };
        Some(Fix {
            applicability: value(&APPLICABILITIES, *applicability)?,
            edits: edits.iter().map(edit).collect::<Option<_>>()?,
        })
    }

    fn finding(&self, finding: &Finding) -> Option<Diagnostic> {
        let related = finding.related.iter();
        let fix = match &finding.fix {
            Some(fix) => Some(self.fix(fix)?),
            None => None,
        };
        Some(Diagnostic {
            rule: self.name(&finding.rule)?,
            severity: value(&SEVERITIES, finding.severity)?,
            primary: self.label(&finding.primary)?,
            locale: finding.locale.clone(),
            article: finding.article.clone(),
            message: finding.message.clone(),
            note: finding.note.clone(),
            help: finding.help.clone(),
            expected: finding.expected.clone(),
            found: finding.found.clone(),
            related: related
                .map(|mark| self.label(mark))
                .collect::<Option<_>>()?,
            fix,
        })
    }
}

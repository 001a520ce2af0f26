//! A report as data that can be kept, and made whole again.

use std::collections::HashMap;
use std::sync::Arc;

use glotta::check::baseline::Applied;
use glotta::diagnostic::{Diagnostic, KeptDiagnostic, Names, Root, Source};
use glotta::discover::{DiskWorld, Records, Shelf, World};
use glotta::{Report, Summary};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// A report, whose texts are not kept where the files that they were read from say them again.
#[derive(Serialize, Deserialize)]
pub struct Stored {
    texts: Vec<Text>,
    findings: Vec<KeptDiagnostic<usize>>,
    summary: [usize; 5],
    examined: Vec<(String, usize)>,
    allowed: usize,
    /// The file that was applied, and how many findings it left out.
    baseline: Option<(String, usize)>,
}

/// A [`Source`].
#[derive(Serialize, Deserialize)]
struct Text {
    root: Root,
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

impl Stored {
    /// Takes down a report on a site whose source folder is called `source`; `records` say what was read.
    pub fn of(report: &Report, records: &Records, source: &str) -> Stored {
        let mut texts = Texts::default();
        let findings = report.diagnostics.iter();
        let mut number = |source: &Arc<Source>| Some(texts.number(source));
        // All texts are known, so that none is left out.
        let findings = findings.filter_map(|it| KeptDiagnostic::of(it, &mut number));
        let findings = findings.collect();
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
        let (texts, names) = (texts?, names());
        let text = |number: &usize| texts.get(*number).cloned();
        let findings = self.findings.iter();
        let findings: Option<Vec<Diagnostic>> =
            findings.map(|it| it.restored(&names, &text)).collect();
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
        let examined = examined.map(|(rule, count)| Some((*names.get(rule.as_str())?, *count)));
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
    fn number(&mut self, source: &Arc<Source>) -> usize {
        let texts = &mut self.texts;
        let number = self.numbers.entry(Arc::as_ptr(source));
        *number.or_insert_with(|| {
            texts.push(Arc::clone(source));
            texts.len() - 1
        })
    }
}

impl Text {
    fn of(text: &Source, records: &Records, source: &str) -> Text {
        let hash: [u8; 32] = Sha256::digest(text.text()).into();
        let is_file = shelf(text.root(), source)
            .is_some_and(|shelf| records.hash(&shelf, text.path()) == Some(hash));
        Text {
            root: text.root(),
            path: text.path().to_owned(),
            repaired: text.is_repaired(),
            content: match is_file {
                true => Content::File(hash),
                false => Content::Text(text.text().to_owned()),
            },
        }
    }

    fn restored(&self, world: Option<&DiskWorld>, source: &str) -> Option<Arc<Source>> {
        let root = self.root;
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

/// The names of all faults, which live as long as the program.
fn names() -> Names {
    let faults = glotta::faults().into_iter();
    faults.map(|fault| fault.name).collect()
}

//! JUnit's XML, which nearly every CI shows: a suite for each article, a case for each of its languages.
//!
//! Every rule that finds an error or a warning in a language is a case that failed; a language without any is one that
//! passed, so that silence is seen. Infos stand in the output of the language's first case.

use std::collections::BTreeMap;
use std::io;

use glotta::diagnostic::{Diagnostic, Severity};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::{View, remarks};
use crate::cli::harmless::{harmless, one_line};
use crate::cli::paths::Paths;

pub fn report(view: &View) -> String {
    let suites = suites(view);
    let xml = write(&suites, view.paths).expect("memory takes every byte");
    String::from_utf8(xml).expect("what was written is UTF-8")
}

struct Suite<'a> {
    name: &'a str,
    cases: Vec<Case<'a>>,
}

struct Case<'a> {
    name: String,
    /// Errors and warnings of one rule; none where the case has passed.
    failures: Vec<&'a Diagnostic>,
    infos: Vec<&'a Diagnostic>,
}

/// What was found by article, or by file where there is no article, and by language.
type Findings<'a> = BTreeMap<&'a str, BTreeMap<&'a str, Vec<&'a Diagnostic>>>;

fn suites<'a>(view: &'a View) -> Vec<Suite<'a>> {
    let suites = findings(view).into_iter();
    suites
        .map(|(name, locales)| Suite {
            name,
            cases: locales
                .into_iter()
                .flat_map(|(locale, findings)| cases(locale, findings))
                .collect(),
        })
        .collect()
}

fn findings<'a>(view: &'a View) -> Findings<'a> {
    let mut findings = Findings::new();
    for (article, locales) in view.articles {
        let article = findings.entry(article).or_default();
        for locale in locales {
            article.entry(locale).or_default();
        }
    }
    for diagnostic in &view.report.diagnostics {
        let path = diagnostic.primary.source.path();
        let suite = diagnostic.article.as_deref().unwrap_or(path);
        let locale = diagnostic.locale.as_deref().unwrap_or("all languages");
        let suite = findings.entry(suite).or_default();
        suite.entry(locale).or_default().push(diagnostic);
    }
    findings
}

fn cases<'a>(locale: &'a str, findings: Vec<&'a Diagnostic>) -> Vec<Case<'a>> {
    let is_info = |finding: &&Diagnostic| finding.severity == Severity::Info;
    let (infos, failures): (Vec<_>, Vec<_>) = findings.into_iter().partition(is_info);
    let mut rules: BTreeMap<&str, Vec<&Diagnostic>> = BTreeMap::new();
    for failure in failures {
        rules.entry(failure.rule).or_default().push(failure);
    }
    let mut cases: Vec<Case> = rules
        .into_iter()
        .map(|(rule, failures)| case(format!("{locale}: {rule}"), failures))
        .collect();
    if cases.is_empty() {
        cases.push(case(locale.to_owned(), Vec::new()));
    }
    cases[0].infos = infos;
    cases
}

fn case(name: String, failures: Vec<&Diagnostic>) -> Case<'_> {
    Case {
        name,
        failures,
        infos: Vec::new(),
    }
}

/// How many cases there are, and how many of them failed.
fn counts<'a>(cases: impl IntoIterator<Item = &'a Case<'a>>) -> (String, String) {
    let (mut all, mut failed) = (0, 0);
    for case in cases {
        all += 1;
        failed += usize::from(!case.failures.is_empty());
    }
    (all.to_string(), failed.to_string())
}

fn write(suites: &[Suite], paths: &Paths) -> io::Result<Vec<u8>> {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let (tests, failures) = counts(suites.iter().flat_map(|suite| &suite.cases));
    writer.write_event(Event::Start(BytesStart::new("testsuites").with_attributes(
        [
            ("name", "glotta"),
            ("tests", &tests),
            ("failures", &failures),
            ("errors", "0"),
        ],
    )))?;
    for suite in suites {
        write_suite(&mut writer, suite, paths)?;
    }
    writer.write_event(Event::End(BytesEnd::new("testsuites")))?;
    let mut xml = writer.into_inner();
    xml.push(b'\n');
    Ok(xml)
}

fn write_suite(writer: &mut Writer<Vec<u8>>, suite: &Suite, paths: &Paths) -> io::Result<()> {
    let (tests, failures) = counts(&suite.cases);
    let name = attribute(suite.name);
    let element = BytesStart::new("testsuite").with_attributes([
        ("name", name.as_str()),
        ("tests", &tests),
        ("failures", &failures),
        ("errors", "0"),
        ("skipped", "0"),
    ]);
    writer.write_event(Event::Start(element))?;
    for case in &suite.cases {
        write_case(writer, &name, case, paths)?;
    }
    writer.write_event(Event::End(BytesEnd::new("testsuite")))
}

fn write_case(
    writer: &mut Writer<Vec<u8>>,
    suite: &str,
    case: &Case,
    paths: &Paths,
) -> io::Result<()> {
    let name = attribute(&case.name);
    let element = BytesStart::new("testcase")
        .with_attributes([("name", name.as_str()), ("classname", suite)]);
    if case.failures.is_empty() && case.infos.is_empty() {
        return writer.write_event(Event::Empty(element));
    }
    writer.write_event(Event::Start(element))?;
    if let [first, ..] = case.failures.as_slice() {
        let element = BytesStart::new("failure").with_attributes([
            ("type", first.severity.name()),
            ("message", &attribute(&headline(&case.failures))),
        ]);
        write_text(writer, element, &details(&case.failures, paths))?;
    }
    if !case.infos.is_empty() {
        let details = details(&case.infos, paths);
        write_text(writer, BytesStart::new("system-out"), &details)?;
    }
    writer.write_event(Event::End(BytesEnd::new("testcase")))
}

fn write_text(writer: &mut Writer<Vec<u8>>, element: BytesStart, text: &str) -> io::Result<()> {
    let end = element.to_end().into_owned();
    writer.write_event(Event::Start(element.borrow()))?;
    writer.write_event(Event::Text(BytesText::new(text)))?;
    writer.write_event(Event::End(end))
}

/// The first message, and how many there are besides.
fn headline(failures: &[&Diagnostic]) -> String {
    match failures {
        [] => String::new(),
        [only] => only.message.clone(),
        [first, others @ ..] => format!("{} (and {} more)", first.message, others.len()),
    }
}

/// Each finding with its place, why it matters and what to do.
fn details(findings: &[&Diagnostic], paths: &Paths) -> String {
    let details: Vec<String> = findings
        .iter()
        .map(|finding| {
            let position = finding.position();
            let path = paths.path(&finding.primary.source);
            let (line, column) = (position.line, position.column);
            let severity = finding.severity.name();
            let remarks = remarks(finding);
            format!("{path}:{line}:{column}: {severity}: {remarks}\n")
        })
        .collect();
    legal(&harmless(&details.join("\n")))
}

/// A parser turns line breaks of attributes into blanks, so there are none.
fn attribute(text: &str) -> String {
    legal(&one_line(text))
}

/// Removes the two characters that XML forbids and that are no controls; those are written as numbers already.
fn legal(text: &str) -> String {
    text.replace(['\u{fffe}', '\u{ffff}'], "")
}

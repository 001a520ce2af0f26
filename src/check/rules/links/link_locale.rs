//! `link-locale`: a link names another language than that of the article it stands in.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::check::{Findings, Memory, Rule, Scope, words};
use crate::diagnostic::{Applicability, Diagnostic, Fault, Fix, Label, Severity, Span};
use crate::locale::Locale;
use crate::model::{
    Article, Link, Site, Translations, article_named, host, is_external, locale_named,
    normal_target, percent_decoded,
};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "link-locale",
        severity: Severity::Warning,
        summary: "a link leads readers to pages in another language than their own",
    },
    scope: Scope::Remembered(check),
    enabled: true,
};

fn check(site: &Site, memory: &Memory, findings: &mut Findings) {
    let hosts = localized_hosts(site, memory);
    let depends = (RULE.fault.name, &hosts);
    let checked = memory.findings(site, depends, &[&RULE.fault], |translations| {
        vec![check_article(site, &hosts, translations)]
    });
    for own in checked.into_iter().flatten() {
        findings.extend(own);
    }
}

fn check_article(site: &Site, hosts: &BTreeSet<String>, translations: &Translations) -> Findings {
    let mut findings = Findings::new(&RULE.fault);
    let versions = Versions::of(translations);
    for article in &translations.articles {
        for link in article.links.iter().filter(|link| !link.image) {
            let Some(step) = LocaleStep::of(site, article, &link.destination) else {
                continue;
            };
            findings.examine();
            if step.locale.language() == article.locale.language()
                || is_deliberate(article, link, &step.locale)
            {
                continue;
            }
            let finding = match step.is_path {
                true => own_article(site, article, link, &step, &findings),
                false => versions.judge(hosts, article, link, &step, &findings),
            };
            findings.diagnostics.extend(finding);
        }
    }
    findings
}

/// The language that a destination names.
struct LocaleStep {
    locale: Locale,
    /// Where its tag stands in the destination.
    span: Span,
    /// Whether it is the folder of one of the site's languages in a path that begins at the article.
    is_path: bool,
}

impl LocaleStep {
    fn of(site: &Site, article: &Article, destination: &str) -> Option<LocaleStep> {
        match is_external(destination) || destination.starts_with('/') {
            true => LocaleStep::first(destination),
            false => LocaleStep::folder(site, article, destination),
        }
    }

    /// The first step of an address's path, where it is a language with its region: `/de-de/`.
    fn first(destination: &str) -> Option<LocaleStep> {
        let path = match destination.split_once("//") {
            Some((scheme, rest)) => scheme.len() + 2 + rest.find('/')?,
            None => 0,
        };
        let rest = destination.get(path + 1..)?;
        let step = &rest[..rest.find(['/', '?', '#']).unwrap_or(rest.len())];
        let locale = step
            .contains('-')
            .then(|| Locale::from_folder(step))?
            .ok()?;
        Some(LocaleStep {
            locale,
            span: Span::new(0, step.len()).shifted(path + 1),
            is_path: false,
        })
    }

    /// The folder of another language that a relative path goes through.
    fn folder(site: &Site, article: &Article, destination: &str) -> Option<LocaleStep> {
        if !destination.starts_with("../") {
            return None;
        }
        let path = percent_decoded(destination.split(['#', '?']).next()?);
        let locale = locale_named(site, article, &path)?;
        let step = format!("../{}/", locale.folder());
        let at = destination
            .to_ascii_lowercase()
            .find(&step.to_ascii_lowercase())?;
        Some(LocaleStep {
            locale: locale.clone(),
            span: Span::new(at + 3, at + step.len() - 1),
            is_path: true,
        })
    }
}

/// The hosts that an article links to, with the languages that it names there.
fn named_hosts(site: &Site, translations: &Translations) -> BTreeSet<(String, String)> {
    let articles = translations.articles.iter();
    let links = articles.flat_map(|article| article.links.iter().map(move |link| (article, link)));
    let named = links.filter_map(|(article, link)| {
        let step = LocaleStep::of(site, article, &link.destination)?;
        let host = host(&link.destination).unwrap_or_default();
        Some((host, step.locale.language().to_owned()))
    });
    named.collect()
}

/// Hosts whose addresses name languages, several of them: the site's own is the empty one.
fn localized_hosts(site: &Site, memory: &Memory) -> BTreeSet<String> {
    let named = memory.each(site, ("link-locale: hosts", &()), |translations| {
        named_hosts(site, translations)
    });
    let mut languages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (host, language) in named.into_iter().flatten() {
        languages.entry(host).or_default().insert(language);
    }
    let several = languages.into_iter().filter(|(_, named)| named.len() > 1);
    several.map(|(host, _)| host).collect()
}

/// The links of an article in all its languages, by where they lead whatever the language.
struct Versions<'a> {
    /// By target the first link of each article.
    by_target: HashMap<String, Vec<Version<'a>>>,
}

/// A link, the article that it stands in, and which language it names.
type Version<'a> = (&'a Article, &'a Link, Named);

/// Which language a destination names, seen from the article that it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Named {
    None,
    Own,
    Other,
}

impl<'a> Versions<'a> {
    fn of(translations: &'a Translations) -> Versions<'a> {
        let mut by_target: HashMap<String, Vec<Version>> = HashMap::new();
        for article in &translations.articles {
            for link in article.links.iter().filter(|link| !link.image) {
                let named = match LocaleStep::first(&link.destination) {
                    None => Named::None,
                    Some(step) if step.locale.language() == article.locale.language() => Named::Own,
                    Some(_) => Named::Other,
                };
                let target = normal_target(&link.destination);
                let versions = by_target.entry(target).or_default();
                let is_new = |last: &Version| !std::ptr::eq(last.0, article);
                if versions.last().is_none_or(is_new) {
                    versions.push((article, link, named));
                }
            }
        }
        Versions { by_target }
    }

    /// Reports a link to another language's page, where most other languages link to their own or to none in particular.
    fn judge(
        &self,
        hosts: &BTreeSet<String>,
        article: &Article,
        link: &Link,
        step: &LocaleStep,
        findings: &Findings,
    ) -> Option<Diagnostic> {
        let versions = &self.by_target[&normal_target(&link.destination)];
        let is_here = |it: &Article| it.locale.language() == article.locale.language();
        // The language that is named links to its own page as a matter of course, and says nothing about others.
        let names_itself = |(peer, _, named): &Version| {
            *named == Named::Own && peer.locale.language() == step.locale.language()
        };
        let peers = versions
            .iter()
            .filter(|it| !is_here(it.0) && !names_itself(it));
        let (alike, others): (Vec<&Version>, Vec<&Version>) =
            peers.partition(|(.., named)| *named == Named::Other);
        if others.is_empty() || alike.len() >= others.len() {
            return None;
        }
        let own = others
            .iter()
            .filter(|(.., named)| *named == Named::Own)
            .count();
        let to_own = own * 2 > others.len();
        let host = host(&link.destination).unwrap_or_default();
        if !to_own && !hosts.contains(&host) {
            return None;
        }
        let destination = &link.destination;
        let wanted = match to_own {
            true => own_tag(article, step, destination)
                .map(|tag| replaced(destination, step.span, &tag)),
            false => {
                let end = destination.len().min(step.span.end + 1);
                Some(replaced(destination, Span::new(step.span.start, end), ""))
            }
        };
        let languages: Vec<&str> = others.iter().map(|(it, ..)| it.locale.folder()).collect();
        let note = match to_own {
            true => format!(
                "in {} the link names the language of its readers",
                words::list(&languages)
            ),
            false => format!("in {} the link names no language", words::list(&languages)),
        };
        let certain = alike.is_empty() && others.len() > 1;
        let related = others
            .iter()
            .take(words::WITNESSES)
            .map(|(other, link, _)| Label::new(&other.source, link.target, other.locale.folder()));
        let finding = finding(article, link, step, wanted, certain, findings);
        Some(finding.note(note).related(related.collect::<Vec<_>>()))
    }
}

/// Reports a path through another language's folder to an article that this language has.
fn own_article(
    site: &Site,
    article: &Article,
    link: &Link,
    step: &LocaleStep,
    findings: &Findings,
) -> Option<Diagnostic> {
    let path = percent_decoded(link.destination.split(['#', '?']).next()?);
    let meant = article_named(site, article, &path)?;
    let own = site.translations[meant].in_locale(article.locale.folder())?;
    let wanted = replaced(&link.destination, step.span, article.locale.folder());
    let finding = finding(article, link, step, Some(wanted), true, findings);
    let label = Label::new(&own.source, Span::default(), "the article in this language");
    Some(
        finding
            .note("this language has the article, too")
            .related([label]),
    )
}

fn finding(
    article: &Article,
    link: &Link,
    step: &LocaleStep,
    wanted: Option<String>,
    certain: bool,
    findings: &Findings,
) -> Diagnostic {
    let named = &link.destination[step.span.range()];
    let message = format!(
        "this link leads readers of {} to `{named}`",
        article.locale.folder()
    );
    let is_in_place = article.source.slice(link.target) == link.destination;
    let diagnostic = findings
        .found(article, place(link, step, is_in_place), message)
        .found(link.destination.clone());
    let Some(wanted) = wanted else {
        return diagnostic
            .help("link to the page in this language, or say in the words that it is in another");
    };
    let help = format!(
        "write `{wanted}`, or say in the words of the link that the page is in another language"
    );
    let fix = Fix::replace(
        Applicability::Safe,
        &article.source,
        link.target,
        wanted.clone(),
    );
    let diagnostic = diagnostic.help(help).expected(wanted);
    match certain && is_in_place {
        true => diagnostic.fix(fix),
        false => diagnostic,
    }
}

/// The tag in the destination; the whole link where the destination is not written in place.
fn place(link: &Link, step: &LocaleStep, is_in_place: bool) -> Span {
    match is_in_place {
        true => step.span.shifted(link.target.start),
        false => link.target,
    }
}

fn replaced(destination: &str, span: Span, text: &str) -> String {
    format!(
        "{}{text}{}",
        &destination[..span.start],
        &destination[span.end..]
    )
}

/// The article's own tag in the letter case of the one that it replaces; languages without a region have none in addresses.
fn own_tag(article: &Article, step: &LocaleStep, destination: &str) -> Option<String> {
    article.locale.region()?;
    let written = &destination[step.span.range()];
    let tag = article.locale.tag();
    Some(match written.chars().any(char::is_uppercase) {
        true => tag.to_owned(),
        false => tag.to_ascii_lowercase(),
    })
}

/// How much of the text behind a link is read for the name of a language.
const BEHIND: usize = 40;

/// Whether the words of the link, or those behind it, say in which language the page is.
fn is_deliberate(article: &Article, link: &Link, named: &Locale) -> bool {
    let text = article.source.text();
    let end = text.floor_char_boundary(link.span.end.saturating_add(BEHIND));
    let words = text.get(link.span.start..end).unwrap_or_default();
    let words = words.replacen(&link.destination, "", 1).to_lowercase();
    let code = named.language();
    let marks = [
        format!("({code})"),
        format!("[{code}]"),
        format!("（{code}）"),
    ];
    marks.iter().any(|mark| words.contains(mark))
        || [article.locale.name_of(named), named.name_of(named)]
            .into_iter()
            .flatten()
            .any(|name| words.contains(&stem(&name.to_lowercase())))
}

/// Names of languages bend: `englisch`, `englische`; `engelska`, `engelskt`; `英语`, `英文`.
fn stem(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    match letters.as_slice() {
        [first @ .., _] if first.len() > 4 => first.iter().collect(),
        _ => name.to_owned(),
    }
}

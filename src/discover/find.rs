//! Lists what belongs to a site: its languages, its articles, its templates and its words: one walk over the entries of its folders.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::io;
use std::sync::Arc;

use icu_normalizer::ComposingNormalizerBorrowed as ComposingNormalizer;

use super::faults::{
    ARTICLE_OUTSIDE_LOCALES, DUPLICATE_ARTICLE, UNREADABLE_ARTICLE, UNREADABLE_FILE,
};
use super::locales::{self, Folder};
use super::surroundings::{self, FoundFile};
use super::text::decode;
use super::{Entry, EntryKind, LoadError, Shelf, World};
use crate::diagnostic::{Diagnostic, Fault, Parsed, Root, Source, Span};
use crate::locale::Locale;
use crate::model::{ArticleId, Config, Limit, is_image};

/// Everything that belongs to a site, not yet parsed.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// Sorted by folder; never empty.
    pub locales: Vec<Arc<Locale>>,
    /// Sorted by path; never empty.
    pub articles: Vec<FoundArticle>,
    /// The files of the languages that are no articles, by path under the source folder; sorted.
    pub files: Vec<String>,
    /// The settings of docsets, `docfx.json`, sorted by path.
    pub docsets: Vec<FoundFile>,
    /// The titles of pivots, sorted by path.
    pub pivots: Vec<FoundFile>,
    /// Tables of contents, sorted by path.
    pub contents: Vec<FoundFile>,
    /// The site's own templates, by path under `templates/`.
    pub templates: Vec<Arc<Source>>,
    /// The pictures among them, which are no texts.
    pub pictures: BTreeMap<String, Vec<u8>>,
    /// The site's own words, by path under `locales/`.
    pub words: Vec<Arc<Source>>,
}

/// A file that is an article.
#[derive(Debug, Clone)]
pub struct FoundArticle {
    pub id: ArticleId,
    pub locale: Arc<Locale>,
    /// Under the source folder, with `/`.
    pub path: String,
}

/// Returns the text of the configuration, empty where there is none.
pub fn configuration(world: &dyn World) -> Result<Parsed<Arc<Source>>, LoadError> {
    let file = world
        .configuration()
        .map_err(|cause| LoadError::UnreadableConfiguration { cause })?;
    let (path, bytes) = file.unwrap_or_else(|| ("glotta.yml".into(), Vec::new()));
    Ok(decode(Root::Project, &path, &bytes))
}

/// Finds everything that belongs to the site. What cannot be read or belongs to no language is reported.
pub fn discover(world: &dyn World, config: &Config) -> Result<Parsed<Found>, LoadError> {
    let shelf = Shelf::Articles(config.source.clone());
    let place = world.place(&shelf);
    let entries = world
        .entries(&shelf)
        .map_err(|cause| unusable(&place, cause))?;
    let mut diagnostics = Vec::new();
    let folders = folders(&entries);
    let locales = locales::choose(&folders, config, world.overrides(), &mut diagnostics)?;
    let Some(first) = locales.first() else {
        return Err(LoadError::NoLocale { path: place });
    };
    let mut articles = articles(&entries, &locales, &mut diagnostics);
    let around = surroundings::surroundings(world, config, &entries, &locales, &mut diagnostics);
    articles.extend(around.pages);
    articles.sort_by(|a, b| a.path.cmp(&b.path));
    diagnostics.extend(doubles(&articles));
    if articles.is_empty() && !diagnostics.iter().any(is_fatal) {
        let locale = first.folder().to_owned();
        return Err(LoadError::NoArticle {
            path: place,
            locale,
        });
    }
    let templates = on_shelf(world, &Shelf::Templates, &mut diagnostics);
    let (pictures, templates): (Vec<_>, Vec<_>) = templates.into_iter().partition(is_picture);
    let place_of_templates = world.place(&Shelf::Templates);
    let words = on_shelf(world, &Shelf::Words, &mut diagnostics);
    let found = Found {
        files: files(&entries, &locales, &articles),
        docsets: around.docsets,
        pivots: around.pivots,
        contents: around.contents,
        articles,
        locales,
        templates: sources(
            &place_of_templates,
            Root::Templates,
            templates,
            &mut diagnostics,
        ),
        pictures: pictures.into_iter().collect(),
        words: sources(
            &world.place(&Shelf::Words),
            Root::Words,
            words,
            &mut diagnostics,
        ),
    };
    Ok(Parsed {
        value: found,
        diagnostics,
    })
}

/// An article that is there and cannot be read explains by itself why none was found.
fn is_fatal(diagnostic: &Diagnostic) -> bool {
    diagnostic.rule == UNREADABLE_ARTICLE.name
}

fn unusable(path: &str, cause: io::Error) -> LoadError {
    let path = path.to_owned();
    match cause.kind() {
        io::ErrorKind::NotFound => LoadError::MissingSource { path },
        io::ErrorKind::NotADirectory => LoadError::SourceIsAFile { path },
        _ => LoadError::UnreadableSource { path, cause },
    }
}

/// The folders directly under the source, with whether an article stands in them.
fn folders(entries: &[Entry]) -> Vec<Folder<'_>> {
    let is_top = |entry: &&Entry| !entry.path.contains('/') && may_be_locale(entry);
    let tops = entries.iter().filter(is_top);
    tops.map(|entry| Folder {
        name: &entry.path,
        articles: entries
            .iter()
            .filter(|other| is_below(&other.path, &entry.path) && is_markdown(&other.path))
            .count(),
    })
    .collect()
}

/// A folder that cannot be opened may be a locale's, and its entry says that it cannot.
fn may_be_locale(entry: &Entry) -> bool {
    match entry.kind {
        EntryKind::Folder => true,
        EntryKind::Unreadable(_) => !is_markdown(&entry.path),
        _ => false,
    }
}

fn is_below(path: &str, folder: &str) -> bool {
    path.strip_prefix(folder)
        .is_some_and(|rest| rest.starts_with('/'))
}

fn is_markdown(path: &str) -> bool {
    id(path).is_some()
}

/// A path without the extension of Markdown files, in any case; a table of contents is none of them.
fn id(path: &str) -> Option<&str> {
    if surroundings::is_contents(path) {
        return None;
    }
    let (stem, extension) = path.rsplit_once('.')?;
    let named = !stem.is_empty() && !stem.ends_with('/');
    (named && extension.eq_ignore_ascii_case("md")).then_some(stem)
}

fn articles(
    entries: &[Entry],
    locales: &[Arc<Locale>],
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<FoundArticle> {
    let mut articles = Vec::new();
    for entry in entries {
        match entry.path.split_once('/') {
            None => diagnostics.extend(beside(entry, locales)),
            Some((folder, path)) => {
                let locale = locales.iter().find(|locale| locale.folder() == folder);
                if let Some(locale) = locale {
                    match article(entry, path, locale) {
                        Ok(article) => articles.extend(article),
                        Err(report) => diagnostics.push(*report),
                    }
                }
            }
        }
    }
    articles
}

/// Reads files that articles show as code, by path under the source folder. What cannot be read is reported and left out.
pub fn snippets(
    world: &dyn World,
    config: &Config,
    paths: &BTreeSet<String>,
) -> Parsed<BTreeMap<String, Arc<Source>>> {
    let shelf = Shelf::Articles(config.source.clone());
    let mut sources = BTreeMap::new();
    let mut diagnostics = Vec::new();
    let most = config.limits.get(Limit::IncludedCode);
    for path in paths {
        match world.head(&shelf, path, most.saturating_add(1)) {
            // More is no example, and every page that shows it would hold it.
            Ok(bytes) if bytes.len() > most => {
                let shown = config.limits.shown(Limit::IncludedCode);
                let message = format!("this file has more than {shown}, and is shown as code");
                diagnostics.push(
                    report(&UNREADABLE_FILE, path, message)
                        .note("articles that include it show its name instead")
                        .help(Limit::IncludedCode.help("keep what is shown in a file of its own")),
                );
            }
            Ok(bytes) => {
                let source = decode(Root::Articles, path, &bytes);
                diagnostics.extend(source.diagnostics);
                sources.insert(path.clone(), source.value);
            }
            Err(error) => {
                let message = format!("this file cannot be read: {error}");
                let report = report(&UNREADABLE_FILE, path, message);
                diagnostics.push(report.help("check who may read it"));
            }
        }
    }
    Parsed {
        value: sources,
        diagnostics,
    }
}

/// The regular files that are no articles: those of the languages, and those of folders without any article, which languages share.
fn files(entries: &[Entry], locales: &[Arc<Locale>], articles: &[FoundArticle]) -> Vec<String> {
    let is_article = |path: &str| {
        let found = articles.binary_search_by(|article| article.path.as_str().cmp(path));
        found.is_ok() || is_markdown(path)
    };
    let of_articles = entries.iter().filter(|entry| is_markdown(&entry.path));
    let with_articles: HashSet<&str> = of_articles
        .filter_map(|entry| Some(entry.path.split_once('/')?.0))
        .collect();
    let is_shared = |folder: &str| !folder.starts_with('.') && !with_articles.contains(folder);
    let is_ours = |entry: &&Entry| {
        let folder = entry.path.split_once('/').map(|(folder, _)| folder);
        let is_language = locales.iter().any(|locale| Some(locale.folder()) == folder);
        entry.kind == EntryKind::File
            && !is_article(&entry.path)
            && (is_language || folder.is_some_and(is_shared))
    };
    let files = entries.iter().filter(is_ours);
    files.map(|entry| entry.path.clone()).collect()
}

/// What may be said of an entry directly under the source.
fn beside(entry: &Entry, locales: &[Arc<Locale>]) -> Option<Diagnostic> {
    let is_locale = locales.iter().any(|locale| locale.folder() == entry.path);
    match &entry.kind {
        EntryKind::File if is_markdown(&entry.path) => {
            let message = "this file belongs to no language";
            let help = "move it into the folder of its language, or out of the source folder";
            Some(report(&ARTICLE_OUTSIDE_LOCALES, &entry.path, message).help(help))
        }
        EntryKind::Unreadable(cause) => {
            let report = report(
                &UNREADABLE_ARTICLE,
                &entry.path,
                format!("this folder cannot be read: {cause}"),
            );
            let report = report.help("check who may read it");
            Some(match is_locale {
                true => of_locale(report, &entry.path),
                false => report,
            })
        }
        EntryKind::Unopened(cause) if Locale::declared(&entry.path).is_ok() => {
            let message = format!("this is no language's folder: {cause}");
            let help = "put a folder in its place";
            Some(report(&UNREADABLE_ARTICLE, &entry.path, message).help(help))
        }
        _ => None,
    }
}

fn article(
    entry: &Entry,
    path: &str,
    locale: &Arc<Locale>,
) -> Result<Option<FoundArticle>, Box<Diagnostic>> {
    let wrong = |cause: &str, help: &str| {
        let message = format!("this article cannot be read: {cause}");
        let report = report(&UNREADABLE_ARTICLE, &entry.path, message).help(help);
        let mut report = of_locale(report, locale.folder());
        report.article = id(path).map(str::to_owned);
        Box::new(report)
    };
    match (&entry.kind, id(path)) {
        (EntryKind::File, Some(id)) => Ok(Some(FoundArticle {
            id: id.to_owned(),
            locale: Arc::clone(locale),
            path: entry.path.clone(),
        })),
        (EntryKind::Folder, Some(_)) => Err(wrong(
            "it is a folder, not a file",
            "rename the folder, or put the file in its place",
        )),
        (EntryKind::Unopened(cause), Some(_)) => {
            Err(wrong(cause, "put a regular file in its place"))
        }
        (EntryKind::Unopened(cause), None) if cause.ends_with("to a folder, not to a file") => {
            Err(wrong(
                cause,
                "put a folder in its place: links to folders are not followed",
            ))
        }
        (EntryKind::Unreadable(cause), _) => Err(wrong(cause, "check who may read it")),
        _ => Ok(None),
    }
}

/// Articles whose paths differ in the case of letters only, or in how an accent is encoded: one file on many systems.
fn doubles(articles: &[FoundArticle]) -> Vec<Diagnostic> {
    let mut seen: HashMap<String, &FoundArticle> = HashMap::new();
    let mut doubles = Vec::new();
    for article in articles {
        let folder = article.locale.folder();
        let id = article.id.to_lowercase();
        let key = format!("{folder}/{}", ComposingNormalizer::new_nfc().normalize(&id));
        match seen.get(&key) {
            None => drop(seen.insert(key, article)),
            Some(first) => {
                let message = format!(
                    "`{}` and `{}` are one path on many systems",
                    first.path, article.path
                );
                let report = report(&DUPLICATE_ARTICLE, &article.path, message)
                    .note("their pages would be one file, too")
                    .help("rename one of them");
                doubles.push(report.about(&article.id, folder));
            }
        }
    }
    doubles
}

fn report(fault: &'static Fault, path: &str, message: impl Into<String>) -> Diagnostic {
    report_at(Root::Articles, fault, path, message)
}

fn report_at(
    root: Root,
    fault: &'static Fault,
    path: &str,
    message: impl Into<String>,
) -> Diagnostic {
    let source = Arc::new(Source::new(path, "").at(root));
    Diagnostic::new(fault, &source, Span::default(), message)
}

fn of_locale(mut diagnostic: Diagnostic, folder: &str) -> Diagnostic {
    diagnostic.locale = Some(folder.to_owned());
    diagnostic
}

/// Reads every file of a shelf that need not exist.
fn on_shelf(
    world: &dyn World,
    shelf: &Shelf,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<(String, Vec<u8>)> {
    let place = world.place(shelf);
    let entries = match world.entries(shelf) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Vec::new(),
        Err(error) => {
            diagnostics.push(unreadable_file(&place, &error.to_string()));
            return Vec::new();
        }
    };
    let mut files = Vec::new();
    for entry in entries {
        let bytes = match entry.kind {
            EntryKind::Folder => continue,
            EntryKind::File => world
                .read(shelf, &entry.path)
                .map_err(|error| error.to_string()),
            EntryKind::Unopened(cause) | EntryKind::Unreadable(cause) => Err(cause),
        };
        match bytes {
            Ok(bytes) => files.push((entry.path, bytes)),
            Err(cause) => diagnostics.push(unreadable_file(&within(&place, &entry.path), &cause)),
        }
    }
    files
}

/// Whether a file is a picture made of pixels; a drawing is a text.
fn is_picture((path, _): &(String, Vec<u8>)) -> bool {
    is_image(path) && !path.to_ascii_lowercase().ends_with(".svg")
}

/// The texts of files that stand in a place.
fn sources(
    place: &str,
    root: Root,
    files: Vec<(String, Vec<u8>)>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Arc<Source>> {
    let mut sources = Vec::with_capacity(files.len());
    for (path, bytes) in files {
        let parsed = decode(root, &path, &bytes);
        if !parsed.diagnostics.is_empty() {
            // Beside articles the path under the shelf alone would not say which file it is.
            let path = within(place, &path);
            diagnostics.extend(decode(Root::Caller, &path, &bytes).diagnostics);
        }
        sources.push(parsed.value);
    }
    sources
}

fn within(place: &str, path: &str) -> String {
    format!("{place}/{path}")
}

fn unreadable_file(path: &str, cause: &str) -> Diagnostic {
    let message = format!("this file cannot be read: {cause}");
    report_at(Root::Caller, &UNREADABLE_FILE, path, message)
        .help("check who may read it, or remove it")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::discover::{MemoryWorld, Overrides};
    use crate::model::LocaleConfig;

    /// Locales, articles and reports of a site whose files are named.
    fn found(files: &[&str], config: &Config, overrides: Overrides) -> String {
        let world = files.iter().fold(MemoryWorld::new(), |world, file| {
            world.with(format!("docs-src/{file}"), "text")
        });
        match discover(&world.overriding(overrides), config) {
            Err(error) => error.to_string(),
            Ok(parsed) => {
                let locales = parsed
                    .value
                    .locales
                    .iter()
                    .map(|locale| locale.tag().to_owned());
                let articles = parsed
                    .value
                    .articles
                    .iter()
                    .map(|article| format!("{}:{}", article.locale.folder(), article.id));
                let reports = parsed.diagnostics.iter().map(|report| {
                    let help = report.help.as_deref().unwrap_or_default();
                    format!("{} {}", report.rule, help)
                });
                let words: Vec<String> = locales.chain(articles).chain(reports).collect();
                words.join(" | ")
            }
        }
    }

    fn plain(files: &[&str]) -> String {
        found(files, &Config::default(), Overrides::default())
    }

    #[test]
    fn folders_whose_names_are_tags_are_languages() {
        assert_eq!(
            plain(&[
                "sv-se/b/c.md",
                "sv-se/a.md",
                "pt-BR/a.MD",
                "media/x.png",
                "sv-se/.b/d.md"
            ]),
            "pt-BR | sv-SE | pt-BR:a | sv-se:a | sv-se:b/c"
        );
    }

    #[test]
    fn a_folder_of_articles_that_is_no_language_is_reported() {
        let reported = plain(&["sv/a.md", "sv_se/a.md", "qq/a.md", "a.md"]);
        assert!(
            reported.contains("unknown-locale rename it to `sv-se`"),
            "{reported}"
        );
        assert!(reported.contains("list it under `locales:`"), "{reported}");
        assert!(reported.contains("article-outside-locales"), "{reported}");
    }

    #[test]
    fn two_folders_of_one_language_are_reported() {
        let reported = plain(&["sv-se/a.md", "sv-SE/a.md"]);
        assert!(reported.contains("duplicate-locale"), "{reported}");
    }

    #[test]
    fn two_articles_of_one_path_are_reported() {
        for names in [
            ["sv/a.md", "sv/A.md"],
            ["sv/a.md", "sv/a.MD"],
            ["sv/\u{e9}.md", "sv/e\u{301}.md"],
        ] {
            assert!(plain(&names).contains("duplicate-article"), "{names:?}");
        }
        assert!(!plain(&["sv/a.md", "sv/b.md", "fi/A.md"]).contains("duplicate"));
    }

    #[test]
    fn configured_languages_are_the_only_ones() {
        let mut config = Config::default();
        for locale in ["qq", "sv-se", "fi"] {
            config
                .locales
                .insert(locale.into(), LocaleConfig::default());
        }
        let reported = found(
            &["qq/a.md", "sv-SE/a.md", "pt/a.md"],
            &config,
            Overrides::default(),
        );
        assert!(
            reported.starts_with("qq | sv-SE | qq:a | sv-SE:a | missing-locale"),
            "{reported}"
        );
    }

    #[test]
    fn a_caller_may_want_some_languages_only() {
        let wanted = |locale: &str| Overrides {
            locales: vec![locale.into()],
            ..Overrides::default()
        };
        let files = ["sv/a.md", "pt/a.md"];
        assert_eq!(found(&files, &Config::default(), wanted("SV")), "sv | sv:a");
        let error = found(&files, &Config::default(), wanted("fi"));
        assert!(
            error.contains("take one of those it has: pt, sv"),
            "{error}"
        );
    }

    #[test]
    fn a_site_without_articles_says_what_to_do() {
        assert!(plain(&[]).contains("help: make it"));
        assert!(plain(&["media/a.png"]).contains("no folder whose name is a language tag"));
        assert!(plain(&["sv/a.png"]).contains("sv/index.md"));
    }
}

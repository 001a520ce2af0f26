//! Reads everything that belongs to a site, and of a site that was read before only what has changed.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::io::ErrorKind;
use std::sync::Arc;

use rayon::prelude::*;

use crate::archive::{Archive, ByText};
use crate::diagnostic::{Diagnostic, Parsed, Severity, Source, Task};
use crate::discover::{
    self, Found, FoundArticle, FoundFile, LoadError, Shelf, Stamp, Text, World, faults,
};
use crate::locale::Locale;
use crate::model::{
    self, Article, ArticleId, ArticleText, Config, Earlier, Link, Parts, Site, Size, Translations,
    is_image, named_files, percent_decoded,
};
use crate::write::WriteError;
use crate::{parse, published};

/// What is known of the files of a site that was read, so that the next reading looks only at what has changed.
///
/// The site that is read with a memory is the one that is read without, whatever happened to the files.
#[derive(Debug, Default)]
pub struct Memory {
    /// By path under the source folder.
    articles: HashMap<String, Known>,
    sizes: HashMap<String, (Stamp, Option<Size>)>,
}

/// An article's text, and what was noticed in it.
#[derive(Debug, Clone)]
struct Known {
    source: Arc<Source>,
    version: String,
    stamp: Option<Stamp>,
    /// What was noticed when its bytes became a text, and when that was parsed.
    read: Vec<Diagnostic>,
    parsed: Vec<Diagnostic>,
}

/// A file that was looked at.
struct Seen {
    article: FoundArticle,
    text: Known,
    /// Whether it is what it was when it was read last.
    is_same: bool,
    /// Whether there are bytes; what nobody can read is left out, so that nobody compares with nothing.
    is_readable: bool,
}

/// A site whose texts are read and parsed, and whose languages are not yet put side by side.
#[derive(Debug)]
pub struct Reading {
    parts: Parts,
    /// The articles of the last site that have changed in no language.
    kept: HashSet<ArticleId>,
    diagnostics: Vec<Diagnostic>,
    /// What was noticed when texts were parsed, by their paths.
    pub(crate) noticed: ByText,
}

impl Memory {
    /// Reads a site again. `last` is the site that was made of the last reading, if there is one.
    ///
    /// # Errors
    ///
    /// As [`load`](crate::load). The last site is as good as before, and so is the memory.
    pub fn read(&mut self, world: &dyn World, last: Option<&Site>) -> Result<Reading, LoadError> {
        read(world, Some(self), last, None)
    }

    /// Asks the images of a site how large they are, but those that have not changed. An image that the system keeps from us is
    /// shown as one that does not say it, and asked again the next time.
    pub fn measured(&mut self, world: &dyn World, mut site: Site) -> Site {
        let shelf = Shelf::Articles(site.config.source.clone());
        let images: Vec<&String> = site.files.iter().filter(|path| is_image(path)).collect();
        let sizes: Vec<(&String, Option<Stamp>, Option<Size>)> = images
            .into_par_iter()
            .filter_map(|path| {
                let stamp = world.stamp(&shelf, path);
                let known = self.sizes.get(path);
                let size = match known.filter(|(known, _)| Some(*known) == stamp) {
                    Some((_, size)) => *size,
                    None => size(world, &shelf, path).ok()?,
                };
                Some((path, stamp, size))
            })
            .collect();
        let stamped = sizes.iter();
        let stamped = stamped
            .filter_map(|(path, stamp, size)| Some(((*path).clone(), ((*stamp)?, *size))))
            .collect();
        site.sizes = sizes
            .into_iter()
            .filter_map(|(path, _, size)| Some((path.clone(), size?)))
            .collect();
        self.sizes = stamped;
        site
    }

    /// Looks at the file of an article: one that bears the stamp that it had is not read.
    fn look(&self, world: &dyn World, config: &Config, article: FoundArticle) -> Seen {
        let shelf = Shelf::Articles(config.source.clone());
        let stamp = world.stamp(&shelf, &article.path);
        let known = self.articles.get(&article.path);
        if let Some(known) = known.filter(|known| stamp.is_some() && known.stamp == stamp) {
            return Seen {
                article,
                text: known.clone(),
                is_same: true,
                is_readable: true,
            };
        }
        let mut seen = Seen::of(discover::read(world, config, &article), article);
        seen.text.stamp = stamp;
        if let Some(known) = known.filter(|known| known.is(&seen.text)) {
            seen.is_same = true;
            seen.text = Known {
                stamp,
                ..known.clone()
            };
        }
        seen
    }
}

impl Known {
    /// Whether another text was made of the same bytes; of broken ones nobody can say.
    fn is(&self, other: &Known) -> bool {
        self.read.is_empty()
            && other.read.is_empty()
            && self.version == other.version
            && self.source.text() == other.source.text()
    }
}

impl Seen {
    fn article_text(&self) -> ArticleText {
        ArticleText {
            locale: Arc::clone(&self.article.locale),
            source: Arc::clone(&self.text.source),
            version: self.text.version.clone(),
        }
    }

    fn of(text: Parsed<Text>, article: FoundArticle) -> Seen {
        let unreadable =
            |diagnostic: &Diagnostic| diagnostic.rule == faults::UNREADABLE_ARTICLE.name;
        Seen {
            article,
            is_readable: !text.diagnostics.iter().any(unreadable),
            text: Known {
                source: text.value.source,
                version: text.value.version,
                stamp: None,
                read: text.diagnostics,
                parsed: Vec::new(),
            },
            is_same: false,
        }
    }
}

impl Reading {
    /// Puts the languages side by side. `last` is the site that the reading was told of.
    pub fn site(self, last: Option<Site>) -> Parsed<Site> {
        let Reading {
            mut parts,
            kept,
            mut diagnostics,
            ..
        } = self;
        if let Some(site) = last {
            parts.earlier = Earlier::of(site, &kept);
        }
        let site = Site::group(parts);
        diagnostics.extend(site.diagnostics);
        Diagnostic::sort(&mut diagnostics);
        Parsed {
            value: site.value,
            diagnostics,
        }
    }
}

/// Reads a site, with what is remembered of the last one.
pub(crate) fn read(
    world: &dyn World,
    memory: Option<&mut Memory>,
    last: Option<&Site>,
    archive: Option<&Archive>,
) -> Result<Reading, LoadError> {
    let mut diagnostics = Vec::new();
    let config = config(world, &mut diagnostics)?;
    let mut found = discover::discover(world, &config)?;
    diagnostics.append(&mut found.diagnostics);
    let mut found = found.value;
    let published = published::read(world, &config, &found, &mut diagnostics);
    let files = std::mem::take(&mut found.articles).into_par_iter();
    let seen: Vec<Seen> = match &memory {
        Some(memory) => files.map(|it| memory.look(world, &config, it)).collect(),
        None => files
            .map(|it| Seen::of(discover::read(world, &config, &it), it))
            .collect(),
    };
    let last = last.filter(|last| last.config.file.text() == config.file.text());
    let mut reader = Reader {
        config: &config,
        seen,
        kept: HashSet::new(),
        articles: Vec::new(),
        paired: Vec::new(),
    };
    reader.keep(last);
    reader.find(archive.filter(|archive| archive.fits(&config)));
    reader.parse();
    if let Some(archive) = archive.filter(|_| !reader.paired.is_empty()) {
        let known = reader.paired.iter().flat_map(|it| &it.articles);
        let articles = reader.articles.iter().chain(known);
        let reference = model::reference(&config, &found.locales, articles);
        if reference.as_ref().map(|it| it.folder()) != archive.index.reference.as_deref() {
            reader.paired.clear();
            reader.parse();
        }
    }
    // Another reference leads to other pairs.
    if let Some(last) = last
        && reader.reference(last, &found.locales) != last.reference
    {
        reader.kept.clear();
        reader.parse();
    }
    let Reader {
        mut seen,
        kept,
        articles,
        paired,
        ..
    } = reader;
    for seen in &seen {
        diagnostics.extend(seen.text.read.iter().chain(&seen.text.parsed).cloned());
    }
    let known = last.into_iter().flat_map(|last| &last.translations);
    let known = known.filter(|it| kept.contains(&it.id));
    let known = known.flat_map(|translations| &translations.articles);
    let known = known.chain(paired.iter().flat_map(|it| &it.articles));
    let shown = shown(&found, articles.iter().chain(known));
    let mut noticed = ByText::new();
    if archive.is_some() {
        let texts = seen.iter().filter(|seen| !seen.text.parsed.is_empty());
        noticed.extend(texts.map(|it| (it.article.path.clone(), it.text.parsed.clone())));
    }
    if let Some(memory) = memory {
        seen.retain(|seen| seen.is_readable);
        let texts = seen.into_iter().map(|seen| (seen.article.path, seen.text));
        memory.articles = texts.collect();
    }
    let limits = config.limits;
    let snippets = discover::snippets(world, &config, &shown);
    diagnostics.extend(snippets.diagnostics);
    let parts = Parts {
        is_compared: !world.overrides().unchecked,
        snippets: snippets.value,
        locales: found.locales,
        articles,
        earlier: Earlier::paired(paired),
        files: found.files.into_iter().collect(),
        redirects: published.redirects,
        published_folders: published.folders,
        docsets: around(&found.docsets, parse::docset, &mut diagnostics),
        pivots: around(
            &found.pivots,
            |locale, _, source| parse::pivots(locale, source, &limits),
            &mut diagnostics,
        ),
        contents: around(
            &found.contents,
            |locale, folder, source| parse::toc(locale, folder, source, &limits),
            &mut diagnostics,
        ),
        templates: found.templates,
        pictures: found.pictures,
        words: found.words,
        config,
    };
    Ok(Reading {
        parts,
        kept,
        diagnostics,
        noticed,
    })
}

/// Reads the configuration alone.
///
/// # Errors
///
/// Where it cannot be read, or has errors: then there is no site.
pub fn configuration(world: &dyn World) -> Result<Parsed<Config>, LoadError> {
    let text = discover::configuration(world)?;
    let names: Vec<&str> = crate::faults().iter().map(|fault| fault.name).collect();
    let config = parse::config(text.value, &names);
    let mut diagnostics = text.diagnostics;
    diagnostics.extend(config.diagnostics);
    let is_error = |diagnostic: &Diagnostic| diagnostic.severity == Severity::Error;
    if diagnostics.iter().any(is_error) {
        return Err(LoadError::Configuration(diagnostics));
    }
    let value = config.value;
    Ok(Parsed { value, diagnostics })
}

/// The configuration as the caller and the day have it.
fn config(world: &dyn World, diagnostics: &mut Vec<Diagnostic>) -> Result<Config, LoadError> {
    let read = configuration(world)?;
    diagnostics.extend(read.diagnostics);
    let mut config = read.value;
    world.overrides().apply(&mut config);
    if config.allow.iter().any(|entry| entry.until.is_some()) {
        config.today = world.today();
    }
    Ok(config)
}

/// Texts on their way to articles.
struct Reader<'a> {
    config: &'a Config,
    seen: Vec<Seen>,
    /// The articles that need not be parsed.
    kept: HashSet<ArticleId>,
    articles: Vec<Article>,
    /// What an archive knows.
    paired: Vec<Translations>,
}

impl Reader<'_> {
    /// Finds the articles whose texts an archive has seen.
    fn find(&mut self, archive: Option<&Archive>) {
        let Some(archive) = archive else { return };
        let names = crate::faults().into_iter();
        let names = names.map(|fault| fault.name).collect();
        let mut members: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, seen) in self.seen.iter().enumerate() {
            members.entry(&seen.article.id).or_default().push(at);
        }
        let find = |(id, members): (&str, Vec<usize>)| {
            let seen = || members.iter().map(|at| &self.seen[*at]);
            if seen().any(|it| !it.is_readable) {
                return None;
            }
            let texts: Vec<ArticleText> = seen().map(Seen::article_text).collect();
            Some((archive.find(id, &texts, &names)?, members))
        };
        let members: Vec<(&str, Vec<usize>)> = members.into_iter().collect();
        let found: Vec<_> = members.into_par_iter().filter_map(find).collect();
        for ((translations, noticed), members) in found {
            for (article, noticed) in translations.articles.iter().zip(noticed) {
                let is_of_article =
                    |at: &&usize| Arc::ptr_eq(&self.seen[**at].text.source, &article.source);
                if let Some(at) = members.iter().find(is_of_article) {
                    self.seen[*at].text.parsed = noticed;
                }
            }
            self.paired.push(translations);
        }
    }

    /// Finds the articles that are in every language what they are in the last site.
    fn keep(&mut self, last: Option<&Site>) {
        let Some(last) = last else { return };
        let mut members: HashMap<&str, Vec<&Seen>> = HashMap::new();
        for seen in &self.seen {
            members.entry(&seen.article.id).or_default().push(seen);
        }
        let is_kept = |(id, members): (&&str, &Vec<&Seen>)| {
            let translations = last.translations(id);
            translations.is_some_and(|it| is_made_of(&it.articles, members))
        };
        let kept = members.iter().filter(|it| is_kept((it.0, it.1)));
        self.kept = kept.map(|(id, _)| (*id).to_owned()).collect();
    }

    /// Parses the texts that are not kept, as many at a time as there are threads.
    fn parse(&mut self) {
        let (config, kept) = (self.config, &self.kept);
        let paired: HashSet<&str> = self.paired.iter().map(|it| it.id.as_str()).collect();
        let is_known = |id: &str| kept.contains(id) || paired.contains(id);
        let wanted = self.seen.par_iter_mut();
        let wanted = wanted.filter(|it| it.is_readable && !is_known(&it.article.id));
        self.articles = wanted.map(|seen| article(config, seen)).collect();
    }

    fn reference(&self, last: &Site, locales: &[Arc<Locale>]) -> Option<Arc<Locale>> {
        let known = last.translations.iter();
        let known = known.filter(|it| self.kept.contains(&it.id));
        let known = known.flat_map(|translations| &translations.articles);
        model::reference(self.config, locales, self.articles.iter().chain(known))
    }
}

/// Whether articles are made of the texts of these files and of no others.
fn is_made_of(articles: &[Article], files: &[&Seen]) -> bool {
    let is_of = |article: &Article, seen: &Seen| {
        seen.is_same
            && Arc::ptr_eq(&article.source, &seen.text.source)
            && article.locale == seen.article.locale
    };
    let is_one = |seen: &&Seen| articles.iter().any(|article| is_of(article, seen));
    articles.len() == files.len() && files.iter().all(is_one)
}

fn article(config: &Config, seen: &mut Seen) -> Article {
    let _task = Task::at(seen.text.source.path());
    let parsed = parse::article_within(
        &config.limits,
        seen.article.id.clone(),
        &seen.article.locale,
        &seen.text.source,
        seen.text.version.clone(),
        config.cjk_emphasis,
    );
    seen.text.parsed = parsed.diagnostics;
    parsed.value
}

/// The files that articles show as code, in every language that has them: another's may stand in for one's own.
fn shown<'a>(found: &Found, articles: impl Iterator<Item = &'a Article>) -> BTreeSet<String> {
    let links = articles.flat_map(|article| {
        let links = article.links.iter();
        links.map(move |link| (article, link))
    });
    let shows = |link: &Link| {
        let inclusion = link.inclusion.as_ref();
        inclusion.is_some_and(|inclusion| inclusion.code.is_some())
    };
    let named: BTreeSet<String> = links
        .filter(|(_, link)| shows(link))
        .flat_map(|(article, link)| {
            let path = link
                .destination
                .split(['#', '?'])
                .next()
                .unwrap_or_default();
            named_files(&found.locales, article, &percent_decoded(path.trim()))
        })
        .collect();
    let of_locale = |path: &String| {
        let locales = found.locales.iter();
        let paths: Vec<String> = locales
            .map(|locale| format!("{}/{path}", locale.folder()))
            .collect();
        paths
    };
    let all = named.iter().flat_map(of_locale);
    all.filter(|path| found.files.binary_search(path).is_ok())
        .collect()
}

/// Reads files that stand around articles; what nobody can read is left out.
fn around<T>(
    files: &[FoundFile],
    parse: impl Fn(&Arc<Locale>, &str, &Arc<Source>) -> Parsed<Option<T>>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<T> {
    let mut values = Vec::with_capacity(files.len());
    for file in files {
        let parsed = parse(&file.locale, &file.folder, &file.source);
        diagnostics.extend(parsed.diagnostics.into_iter().map(|mut report| {
            report.locale = Some(file.locale.folder().to_owned());
            report
        }));
        values.extend(parsed.value);
    }
    values
}

/// Asks the images of a site how large they are.
pub(crate) fn sizes(world: &dyn World, site: &Site) -> Result<BTreeMap<String, Size>, WriteError> {
    let shelf = Shelf::Articles(site.config.source.clone());
    let images: Vec<&String> = site.files.iter().filter(|path| is_image(path)).collect();
    let sizes: Vec<Option<(String, Size)>> = images
        .into_par_iter()
        .map(|path| Ok(size(world, &shelf, path)?.map(|size| (path.clone(), size))))
        .collect::<Result<_, WriteError>>()?;
    Ok(sizes.into_iter().flatten().collect())
}

/// How large an image is, if it says so and has not gone meanwhile.
fn size(world: &dyn World, shelf: &Shelf, path: &str) -> Result<Option<Size>, WriteError> {
    match world.head(shelf, path, parse::IMAGE_HEAD) {
        Ok(head) => Ok(parse::image_size(&head)),
        Err(error) if error.kind() == ErrorKind::NotFound || error.raw_os_error().is_none() => {
            Ok(None)
        }
        Err(cause) => Err(WriteError::File {
            path: format!("{}/{path}", world.place(shelf)),
            cause,
        }),
    }
}

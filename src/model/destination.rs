//! Where a link of an article leads: the one answer that rules judge and pages follow.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use super::fragment::{Fragment, Places};
use super::path::{Reading, Standpoint, readings, shared};
use super::redirect::Followed;
use super::{Article, Site, Translations, percent_decoded};

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Destination {
    pub end: End,
    /// The place in the article that it leads to.
    pub fragment: Fragment,
    /// Whether the link names no path, and so leads to a place in its own article.
    pub is_here: bool,
    /// Index into [`Site::redirects`] of the rule that the path meets first, where it is an old one.
    pub moved: Option<usize>,
    /// The path below a language that is meant, where the link writes it in another case of letters.
    pub respelt: Option<String>,
}

/// What a link leads to in the end, after all redirects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum End {
    /// A web or mail address.
    External(String),
    /// An article of the site, in the language that a reader gets to see: the link's, else the one that the path names, else the
    /// reference. The fragment is that of the link, else that of the redirect, without percent signs.
    Article {
        translations: usize,
        article: usize,
        fragment: String,
    },
    /// A file of another kind, by its path in [`Site::files`].
    File(String),
    Missing(Missing),
    /// Something that the site cannot know: an address of another kind, or a path out of it.
    Foreign,
}

/// Why a path of the site leads to nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// No language has the article with this id.
    Article(String),
    /// The article exists, but neither in this language nor in the reference.
    Language(usize),
    /// No file of another kind has this path below a language.
    File(String),
    /// Redirects lead in a circle.
    Circle,
}

/// Everything that links are looked up in. Whoever asks often makes one and keeps it.
pub struct Destinations<'a> {
    pub(super) site: &'a Site,
    /// Articles by id in lower case.
    by_case: HashMap<String, usize>,
    /// Other files by path in lower case.
    files_by_case: HashMap<String, &'a str>,
    /// Every folder that holds an article, whatever the language.
    folders: HashSet<&'a str>,
    /// For each article the places in it, found when first asked for.
    places: Vec<OnceLock<Places>>,
    followed: Followed<'a>,
}

/// What a path leads to without redirects.
pub(super) enum Step {
    There {
        end: End,
        respelt: Option<String>,
    },
    /// Nothing, but these ids may be old ones.
    Lost {
        ids: Vec<String>,
        end: End,
    },
}

impl<'a> Destinations<'a> {
    pub fn of(site: &'a Site) -> Destinations<'a> {
        let ids = site.translations.iter().enumerate();
        let folders = site.translations.iter().flat_map(|translations| {
            let id = translations.id.as_str();
            id.match_indices('/').map(move |(at, _)| &id[..at])
        });
        let files = site.files.iter();
        let mut destinations = Destinations {
            site,
            by_case: ids.map(|(at, it)| (it.id.to_lowercase(), at)).collect(),
            files_by_case: files.map(|it| (it.to_lowercase(), it.as_str())).collect(),
            folders: folders.collect(),
            places: site.translations.iter().map(|_| OnceLock::new()).collect(),
            followed: Followed::default(),
        };
        destinations.followed = Followed::of(&destinations);
        destinations
    }

    /// Where a destination leads that is written in an article.
    pub fn find(&self, from: &Article, written: &str) -> Destination {
        self.find_for(from.locale.folder(), from, written)
    }

    /// As [`find`](Self::find), for readers of a language who are shown the article, which may be another's.
    pub fn find_for(&self, locale: &str, from: &Article, written: &str) -> Destination {
        let written = written.trim();
        let standpoint = Standpoint::shown(from, locale);
        let is_here = written.is_empty() || written.starts_with(['#', '?']);
        let (end, moved, respelt) = match self.step(standpoint, written) {
            Step::There { end, respelt } => (end, None, respelt),
            Step::Lost { ids, end } => match self.followed.lookup(standpoint.locale, &ids) {
                Some(rule) => (self.moved(standpoint, rule, written), Some(rule), None),
                None => (end, None, None),
            },
        };
        Destination {
            fragment: self.fragment(&end),
            end,
            is_here,
            moved,
            respelt,
        }
    }

    /// Where a rule of [`Site::redirects`] leads in the end, for readers of a language.
    pub fn redirected(&self, locale: &str, rule: usize) -> End {
        let end = self.followed.end(locale, rule);
        end.cloned().unwrap_or(End::Foreign)
    }

    /// The rules that hold for a language, by the old path; of several for one path the strongest.
    pub fn redirects(&self, locale: &str) -> Vec<usize> {
        self.followed.rules(locale)
    }

    /// The article with an id, in whatever case of letters: its page is one file with that of the id on many systems.
    pub(super) fn in_any_case(&self, id: &str) -> Option<&'a Translations> {
        let at = self.by_case.get(&id.to_lowercase())?;
        Some(&self.site.translations[*at])
    }

    /// The rule that a rule leads to, for readers of a language.
    pub(super) fn next(&self, locale: &str, rule: usize) -> Option<usize> {
        let redirect = &self.site.redirects[rule];
        let from = Standpoint {
            locale,
            id: &redirect.id,
            is_folder: false,
        };
        match self.step(from, &redirect.to) {
            Step::Lost { ids, .. } => self.followed.lookup(locale, &ids),
            Step::There { .. } => None,
        }
    }

    /// What the fragment of an end means.
    pub fn fragment(&self, end: &End) -> Fragment {
        let End::Article {
            translations,
            article,
            fragment,
        } = end
        else {
            return Fragment::None;
        };
        // Most links lead to the whole of an article, and of most articles nobody then asks for the places.
        if fragment.is_empty() {
            return Fragment::None;
        }
        // What is made for one link is not made for the next.
        self.site.note_expanded(*translations);
        let places =
            self.places[*translations].get_or_init(|| Places::of(&self.versions(*translations)));
        places.find(*article, fragment)
    }

    /// An article in all its languages, as readers see it.
    fn versions(&self, translations: usize) -> Vec<&'a Article> {
        let count = self.site.translations[translations].articles.len();
        let versions = (0..count).map(|article| self.site.expanded(translations, article));
        versions.collect()
    }

    /// The end of a redirect; the fragment of a link is stronger than that of a rule.
    fn moved(&self, from: Standpoint, rule: usize, written: &str) -> End {
        let mut end = self.redirected(from.locale, rule);
        let own = percent_decoded(written.split_once('#').map_or("", |(_, it)| it));
        if own.is_empty() {
            return end;
        }
        match &mut end {
            End::Article { fragment, .. } => *fragment = own,
            End::External(address) => {
                let page = address.split('#').next().unwrap_or_default();
                *address = format!("{page}#{own}");
            }
            _ => {}
        }
        end
    }

    /// Where a destination leads if nothing redirects it.
    pub(super) fn step(&self, from: Standpoint, written: &str) -> Step {
        let there = |end| Step::There { end, respelt: None };
        match scheme(written) {
            Scheme::Web => match self.under_site(written) {
                Some(rest) => self.known_or(from, rest, End::External(written.to_owned())),
                None => there(End::External(written.to_owned())),
            },
            Scheme::Mail => there(End::External(written.to_owned())),
            Scheme::Other => there(End::Foreign),
            // An address without a scheme means one on the web and another in a file.
            Scheme::None if written.starts_with("//") => there(End::Foreign),
            Scheme::None => self.path_step(from, written),
        }
    }

    /// The path below the site of one of its own addresses, with a slash at its beginning.
    fn under_site<'w>(&self, written: &'w str) -> Option<&'w str> {
        let (_, site) = self.site.config.site.url.as_deref()?.split_once("//")?;
        let (_, address) = written.split_once("//")?;
        let site = site.trim_end_matches('/');
        let begins = address.get(..site.len())?.eq_ignore_ascii_case(site);
        let rest = address.get(site.len()..).filter(|_| begins)?;
        (rest.starts_with('/') && !matches!(rest.as_bytes().get(1), None | Some(b'#' | b'?')))
            .then_some(rest)
    }

    /// As [`step`](Self::step), for an address of the site, which may hold pages that others make.
    fn known_or(&self, from: Standpoint, path: &str, otherwise: End) -> Step {
        match self.path_step(from, path) {
            Step::Lost { ids, .. } => Step::Lost {
                ids,
                end: otherwise,
            },
            there => there,
        }
    }

    fn path_step(&self, from: Standpoint, written: &str) -> Step {
        let (address, fragment) = written.split_once('#').unwrap_or((written, ""));
        let path = percent_decoded(address.split('?').next().unwrap_or_default());
        let fragment = percent_decoded(fragment);
        if path.is_empty() {
            let end = self.own(from, fragment).unwrap_or(End::Foreign);
            return Step::There { end, respelt: None };
        }
        let readings = readings(self.site, from, &path);
        let mut unseen = None;
        let mut found = self.exactly(from, &readings, &fragment, &mut unseen);
        if found.is_none() {
            found = self.in_other_case(from, &readings, &fragment, &mut unseen);
        }
        let found = found.or_else(|| Some((self.shared(from, &path)?, None)));
        match found {
            Some((end, respelt)) => Step::There { end, respelt },
            None => Step::Lost {
                ids: readings.iter().flat_map(Reading::ids).collect(),
                end: match unseen {
                    Some(translations) => End::Missing(Missing::Language(translations)),
                    None => self.missing(&readings),
                },
            },
        }
    }

    /// A place in the article itself.
    fn own(&self, from: Standpoint, fragment: String) -> Option<End> {
        let translations = self.site.index(from.id)?;
        let article = self.site.translations[translations].position(from.locale)?;
        Some(End::Article {
            translations,
            article,
            fragment,
        })
    }

    fn exactly(
        &self,
        from: Standpoint,
        readings: &[Reading],
        fragment: &str,
        unseen: &mut Option<usize>,
    ) -> Option<(End, Option<String>)> {
        readings.iter().find_map(|reading| {
            let file = || {
                self.file(from, reading, |path| {
                    self.site.files.get(path).map(String::as_str)
                })
            };
            let mut article = || {
                let mut known = reading
                    .ids()
                    .into_iter()
                    .filter_map(|id| self.site.index(&id));
                known.find_map(|at| self.article(from, reading, at, fragment, unseen))
            };
            let end = match reading.is_page() {
                true => file().or_else(article),
                false => article().or_else(file),
            };
            Some((end?, None))
        })
    }

    fn in_other_case(
        &self,
        from: Standpoint,
        readings: &[Reading],
        fragment: &str,
        unseen: &mut Option<usize>,
    ) -> Option<(End, Option<String>)> {
        for reading in readings {
            let ids = reading.ids().into_iter();
            let known = ids.filter_map(|id| self.by_case.get(&id.to_lowercase()).copied());
            for at in known {
                if let Some(end) = self.article(from, reading, at, fragment, unseen) {
                    return Some((end, Some(self.site.translations[at].id.clone())));
                }
            }
            let of_case = |path: &str| self.files_by_case.get(&path.to_lowercase()).copied();
            if let Some(End::File(path)) = self.file(from, reading, of_case) {
                let below = path.split_once('/').map_or("", |(_, below)| below);
                return Some((End::File(path.clone()), Some(below.to_owned())));
            }
        }
        None
    }

    /// An article in the language that a reader gets to see; one that no reader of this language gets to see is noted.
    fn article(
        &self,
        from: Standpoint,
        reading: &Reading,
        translations: usize,
        fragment: &str,
        unseen: &mut Option<usize>,
    ) -> Option<End> {
        let languages = &self.site.translations[translations];
        let named = || languages.position(reading.locale?.folder());
        let article = languages
            .position(from.locale)
            .or_else(named)
            .or(languages.reference);
        let Some(article) = article else {
            unseen.get_or_insert(translations);
            return None;
        };
        Some(End::Article {
            translations,
            article,
            fragment: fragment.to_owned(),
        })
    }

    /// A file of another kind: this language's, else the one of the language that the path names, else the reference's.
    fn file<'f>(
        &self,
        from: Standpoint,
        reading: &Reading,
        find: impl Fn(&str) -> Option<&'f str>,
    ) -> Option<End> {
        let named = reading.locale.map(|locale| locale.folder());
        let reference = self.site.reference.as_ref().map(|locale| locale.folder());
        let folders = [Some(from.locale), named, reference];
        reading.files().iter().find_map(|path| {
            let mut paths = folders.iter().flatten().map(|it| format!("{it}/{path}"));
            let file = paths.find_map(|path| find(&path))?;
            Some(End::File(file.to_owned()))
        })
    }

    /// A file that belongs to no language: one that is there, or one that is not in a folder whose others are.
    fn shared(&self, from: Standpoint, path: &str) -> Option<End> {
        let path = shared(self.site, from, path)?;
        if self.site.files.contains(&path) {
            return Some(End::File(path));
        }
        let (folder, _) = path.rsplit_once('/')?;
        let folder = format!("{folder}/");
        let mut beside = self.site.files.range(folder.clone()..);
        let is_known = beside.next().is_some_and(|file| file.starts_with(&folder));
        is_known.then_some(End::Missing(Missing::File(path)))
    }

    /// What to say of a path that nothing has. Folders without articles are not the site's.
    fn missing(&self, readings: &[Reading]) -> End {
        let Some(reading) = readings.first() else {
            return End::Foreign;
        };
        let is_ours = |reading: &Reading| match (reading.folder(), reading.is_other_file()) {
            ("", _) => !reading.is_rooted,
            (_, true) if !reading.is_rooted => true,
            (folder, true) => self
                .folders
                .contains(folder.split('/').next().unwrap_or(folder)),
            (folder, false) => self.folders.contains(folder),
        };
        let ours = readings.iter().find(|reading| is_ours(reading));
        match (ours, reading.is_other_file()) {
            (None, _) => End::Foreign,
            (Some(ours), true) => End::Missing(Missing::File(ours.path.clone())),
            (Some(ours), false) => End::Missing(Missing::Article(ours.ids().swap_remove(0))),
        }
    }
}

enum Scheme {
    None,
    Web,
    Mail,
    Other,
}

/// What a destination begins with (RFC 3986, section 3.1).
fn scheme(destination: &str) -> Scheme {
    let Some((scheme, _)) = destination.split_once(':') else {
        return Scheme::None;
    };
    let begins = scheme.starts_with(|letter: char| letter.is_ascii_alphabetic());
    let goes_on = |letter: char| letter.is_ascii_alphanumeric() || "+-.".contains(letter);
    if !begins || !scheme.chars().all(goes_on) {
        return Scheme::None;
    }
    match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => Scheme::Web,
        "mailto" => Scheme::Mail,
        _ => Scheme::Other,
    }
}

//! Old paths and where they lead now, followed to the end of every chain.

use std::collections::HashMap;
use std::sync::Arc;

use super::destination::{Destinations, End, Missing, Step};
use super::page::path_fault;
use super::path::{Standpoint, without_extension};
use super::redirect_faults::unusable;
use super::{ArticleId, Config, Site, is_external};
use crate::diagnostic::{Diagnostic, Source, Span};

/// A rule that sends readers of an old path elsewhere.
#[derive(Debug, Clone)]
pub struct Redirect {
    /// The folder of the only language that it holds for; nothing where it holds for all.
    pub locale: Option<String>,
    /// The old path below a language's folder, as an article's: without extension.
    pub id: ArticleId,
    /// Where it leads, as a link in the old article would be written.
    pub to: String,
    pub source: Arc<Source>,
    /// Where the old path is written.
    pub span: Span,
    /// Where the new one is written.
    pub target: Span,
}

impl Redirect {
    /// Reads an old path, with the folder that it begins at; an error says why no page can stand there.
    pub fn id(folder: &str, path: &str) -> Result<ArticleId, String> {
        let path = path.trim().replace('\\', "/");
        let path = path.strip_prefix("./").unwrap_or(&path);
        let path = match folder {
            "" => path.to_owned(),
            folder => format!("{folder}/{path}"),
        };
        let id = without_extension(&path).unwrap_or(&path);
        path_fault(&format!("{id}.html"))?;
        Ok(id.to_owned())
    }

    /// Whether a page can stand at the old path: it is not that of a picture or of another file.
    pub fn is_page(&self) -> bool {
        let name = self.id.rsplit('/').next().unwrap_or_default();
        let extension = name.rsplit_once('.').map(|(_, extension)| extension);
        let is_kind = |it: &str| (2..=4).contains(&it.len()) && it.starts_with(char::is_alphabetic);
        !extension.is_some_and(is_kind)
    }

    /// How strong a rule is: that of the configuration, of the language, of all languages, of the reference.
    fn rank(&self, site: &Site, locale: &str) -> Option<u8> {
        let reference = site.reference.as_ref().map(|it| it.folder());
        match self.locale.as_deref() {
            None if Arc::ptr_eq(&self.source, &site.config.file) => Some(0),
            None => Some(2),
            Some(own) if own == locale => Some(1),
            own if own == reference => Some(3),
            _ => None,
        }
    }
}

/// The redirects of the configuration, whose new paths begin at a language's folder as the old ones do.
pub(super) fn configured(config: &Config) -> (Vec<Redirect>, Vec<Diagnostic>) {
    let (mut redirects, mut diagnostics) = (Vec::new(), Vec::new());
    for entry in &config.redirects {
        let to = entry.to.trim();
        let is_whole = to.starts_with('/') || to.starts_with("~/") || is_external(to);
        match Redirect::id("", &entry.from) {
            Ok(id) => redirects.push(Redirect {
                locale: None,
                id,
                to: if is_whole {
                    to.to_owned()
                } else {
                    format!("/{to}")
                },
                source: Arc::clone(&config.file),
                span: entry.span,
                target: entry.span,
            }),
            Err(why) => diagnostics.push(unusable(&config.file, entry.span, &entry.from, &why)),
        }
    }
    (redirects, diagnostics)
}

/// The redirects of every language, with the end of every chain.
#[derive(Default)]
pub(super) struct Followed<'a> {
    by_locale: HashMap<&'a str, Rules>,
}

/// The rules that hold for one language.
#[derive(Default)]
struct Rules {
    /// By old path in lower case: addresses on the web are mostly asked for in any case.
    by_id: HashMap<String, usize>,
    ends: HashMap<usize, End>,
}

impl<'a> Followed<'a> {
    pub fn of(destinations: &Destinations<'a>) -> Followed<'a> {
        let site = destinations.site;
        let mut followed = Followed::default();
        if site.redirects.is_empty() {
            return followed;
        }
        for locale in &site.locales {
            let mut rules = Rules::of(site, locale.folder());
            rules.follow_all(destinations, locale.folder());
            followed.by_locale.insert(locale.folder(), rules);
        }
        followed
    }

    /// The first rule for one of some ids.
    pub fn lookup(&self, locale: &str, ids: &[String]) -> Option<usize> {
        self.by_locale.get(locale)?.lookup(ids)
    }

    pub fn end(&self, locale: &str, rule: usize) -> Option<&End> {
        self.by_locale.get(locale)?.ends.get(&rule)
    }

    /// The rules of a language, in the order of the site's.
    pub fn rules(&self, locale: &str) -> Vec<usize> {
        let rules = self.by_locale.get(locale);
        let mut rules: Vec<usize> = rules
            .iter()
            .flat_map(|it| it.by_id.values().copied())
            .collect();
        rules.sort_unstable();
        rules
    }
}

impl Rules {
    fn of(site: &Site, locale: &str) -> Rules {
        let rules = site.redirects.iter().enumerate();
        let mut ranked: Vec<(u8, usize)> = rules
            .filter_map(|(at, rule)| Some((rule.rank(site, locale)?, at)))
            .collect();
        ranked.sort_unstable();
        let mut by_id = HashMap::new();
        for (_, at) in ranked {
            let id = site.redirects[at].id.to_lowercase();
            by_id.entry(id).or_insert(at);
        }
        Rules {
            by_id,
            ends: HashMap::new(),
        }
    }

    fn lookup(&self, ids: &[String]) -> Option<usize> {
        let mut ids = ids.iter();
        ids.find_map(|id| self.by_id.get(&id.to_lowercase()).copied())
    }

    fn follow_all(&mut self, destinations: &Destinations, locale: &str) {
        // A rule that a stronger one hides is followed as well, because its own file is to be judged.
        for rule in 0..destinations.site.redirects.len() {
            if destinations.site.redirects[rule]
                .rank(destinations.site, locale)
                .is_some()
            {
                self.follow(destinations, locale, rule);
            }
        }
    }

    /// Follows a chain up to its end or to a rule whose end is known, so that every rule is followed once.
    fn follow(&mut self, destinations: &Destinations, locale: &str, first: usize) {
        let mut chain: Vec<usize> = Vec::new();
        let mut on_chain: HashMap<usize, usize> = HashMap::new();
        let mut rule = first;
        let mut end = loop {
            if let Some(end) = self.ends.get(&rule) {
                break end.clone();
            }
            if on_chain.insert(rule, chain.len()).is_some() {
                break End::Missing(Missing::Circle);
            }
            chain.push(rule);
            let redirect = &destinations.site.redirects[rule];
            let from = Standpoint {
                locale,
                id: &redirect.id,
                is_folder: false,
            };
            match destinations.step(from, &redirect.to) {
                Step::There { end, .. } => break end,
                Step::Lost { ids, end } => match self.lookup(&ids) {
                    Some(next) => rule = next,
                    None => break end,
                },
            }
        };
        for rule in chain.into_iter().rev() {
            let to = &destinations.site.redirects[rule].to;
            end = with_fragment(end, to);
            self.ends.insert(rule, end.clone());
        }
    }
}

/// The end of a chain, with the fragment of this rule where the rest of the chain has none.
fn with_fragment(mut end: End, to: &str) -> End {
    if let End::Article { fragment, .. } = &mut end
        && fragment.is_empty()
        && let Some((_, own)) = to.split_once('#')
    {
        *fragment = super::percent_decoded(own);
    }
    end
}

//! `moved-link`: a link leads to the old path of an article that stands elsewhere now.

use crate::check::flaw::{Flaw, report};
use crate::check::{Findings, Rule, Scope};
use crate::diagnostic::{Fault, Severity};
use crate::model::{Article, Destinations, End, Link, Site, normal_target};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "moved-link",
        severity: Severity::Info,
        summary: "a link leads to the old path of an article that has moved",
    },
    scope: Scope::Site(check),
    enabled: true,
};

fn check(site: &Site, findings: &mut Findings) {
    if site.redirects.is_empty() {
        return;
    }
    let destinations = Destinations::of(site);
    for translations in &site.translations {
        report(translations, findings, |article| {
            let links = article.links.iter().filter(|link| is_judged(link));
            links
                .filter_map(|link| moved(site, &destinations, article, link))
                .collect()
        });
    }
}

/// Whether a destination is for the site to judge: nothing that another tool will fill in.
fn is_judged(link: &Link) -> bool {
    !link.image && link.inclusion.is_none() && !link.destination.contains(['{', '<', '\\'])
}

fn moved(site: &Site, destinations: &Destinations, article: &Article, link: &Link) -> Option<Flaw> {
    let found = destinations.find(article, &link.destination);
    found.moved?;
    let place = match &found.end {
        End::Article { translations, .. } => site.translations[*translations].id.clone(),
        End::External(address) => address.clone(),
        End::File(path) => path.clone(),
        // `broken-internal-link` tells of those.
        End::Missing(_) | End::Foreign => return None,
    };
    let rewriting = Rewriting {
        site,
        destinations,
        article,
        link,
        end: &found.end,
    };
    let wanted = rewriting.wanted();
    let is_in_place = article.source.slice(link.target) == link.destination;
    let help = match &wanted {
        Some(wanted) => format!("write `{wanted}`"),
        None => format!("link to `{place}`"),
    };
    let edit = wanted.clone().filter(|_| is_in_place);
    Some(Flaw {
        span: link.target,
        sign: normal_target(&link.destination),
        message: format!(
            "this link leads to `{}`, which has moved to `{place}`",
            link.destination
        ),
        note: "readers arrive there only as long as the redirect is kept".to_owned(),
        help,
        found: Some(link.destination.clone()),
        expected: wanted,
        shift: None,
        edits: edit.into_iter().map(|edit| (link.target, edit)).collect(),
    })
}

/// A link that is to be written anew, in the style that it was written in.
struct Rewriting<'a> {
    site: &'a Site,
    destinations: &'a Destinations<'a>,
    article: &'a Article,
    link: &'a Link,
    end: &'a End,
}

impl Rewriting<'_> {
    /// The destination that leads straight to where the redirects lead; nothing where it cannot be written plainly.
    fn wanted(&self) -> Option<String> {
        let odd = |letter: char| letter.is_whitespace() || "()<>|\\\"'[]%".contains(letter);
        let mut candidates = self.candidates()?.into_iter();
        candidates.find(|it| !it.contains(odd) && self.leads_there(it))
    }

    fn leads_there(&self, candidate: &str) -> bool {
        let found = self.destinations.find(self.article, candidate);
        found.end == *self.end && found.moved.is_none() && found.respelt.is_none()
    }

    fn candidates(&self) -> Option<Vec<String>> {
        let written = self.link.destination.trim();
        let (translations, at, fragment) = match self.end {
            End::External(address) => return Some(vec![address.clone()]),
            End::Article {
                translations,
                article,
                fragment,
            } => (*translations, *article, fragment),
            _ => return None,
        };
        let (address, own) = written.split_once('#').unwrap_or((written, ""));
        let (path, query) = match address.split_once('?') {
            Some((path, query)) => (path, format!("?{query}")),
            None => (address, String::new()),
        };
        let fragment = if own.is_empty() { fragment } else { own };
        let fragment = match fragment {
            "" => String::new(),
            fragment => format!("#{fragment}"),
        };
        let target = &self.site.translations[translations];
        let file = target.articles[at].source.path();
        let paths = self.paths(path, &target.id);
        let ending = |id: String| format!("{}{query}{fragment}", with_ending(id, path, file));
        Some(paths.into_iter().map(ending).collect())
    }

    /// Ways of writing an article's id, the present style first.
    fn paths(&self, written: &str, id: &str) -> Vec<String> {
        let published_folders = &self.site.published_folders;
        let below = |folder: &str| Some(id.strip_prefix(folder)?.strip_prefix('/')?.to_owned());
        let mut paths = Vec::new();
        if written.starts_with("~/") {
            let inside = published_folders.iter().filter_map(|it| below(&it.folder));
            paths.extend(inside.map(|rest| format!("~/{rest}")));
            paths.push(format!("~/{id}"));
        } else if let Some(rest) = written.strip_prefix('/') {
            let first = rest.split('/').next().unwrap_or_default();
            let mut locales = self.site.locales.iter();
            let is_locale = locales.any(|it| it.folder().eq_ignore_ascii_case(first));
            let start = if is_locale {
                format!("/{first}")
            } else {
                String::new()
            };
            let based = published_folders.iter().filter_map(|it| {
                Some(format!(
                    "{start}/{}/{}",
                    it.base.as_deref()?,
                    below(&it.folder)?
                ))
            });
            paths.extend(based);
            paths.push(format!("{start}/{id}"));
        } else if written.contains(':') {
            return paths;
        }
        let relative = relative(&self.article.id, id);
        paths.push(
            match written.starts_with("./") && !relative.starts_with("../") {
                true => format!("./{relative}"),
                false => relative,
            },
        );
        paths
    }
}

/// The way from one article to another, step by step.
fn relative(from: &str, to: &str) -> String {
    let from: Vec<&str> = from.split('/').collect();
    let to: Vec<&str> = to.split('/').collect();
    let folders = from[..from.len() - 1].iter().zip(&to[..to.len() - 1]);
    let shared = folders.take_while(|(a, b)| a == b).count();
    let up = "../".repeat(from.len() - 1 - shared);
    format!("{up}{}", to[shared..].join("/"))
}

/// An id with the ending that the link has: the extension of the article's file or of its page, a slash, or none.
fn with_ending(id: String, written: &str, file: &str) -> String {
    let name = written.rsplit('/').next().unwrap_or_default();
    let extension = name.rsplit_once('.').map(|(_, extension)| extension);
    let extension = extension.map(str::to_ascii_lowercase);
    match (extension.as_deref(), id.strip_suffix("/index")) {
        (Some("md" | "yml"), _) => {
            let own = file
                .rsplit_once('.')
                .map_or("md", |(_, extension)| extension);
            format!("{id}.{own}")
        }
        (Some(page @ ("html" | "htm")), _) => format!("{id}.{page}"),
        (_, Some(folder)) if written.ends_with('/') => format!("{folder}/"),
        _ => id,
    }
}

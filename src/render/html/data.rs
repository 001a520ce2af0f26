//! What an article is, as JSON-LD in the vocabulary of schema.org.

use data_encoding::BASE64;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::head::{self, Subject};
use super::navigation::StepView;
use crate::render::edition::{Edition, Place};
use crate::render::{notice, start};

#[derive(Serialize)]
struct Data<'v> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: Vec<Node<'v>>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Node<'v> {
    Work(Work<'v>),
    Path(Path<'v>),
}

/// The article.
#[derive(Serialize)]
struct Work<'v> {
    #[serde(rename = "@type")]
    kind: &'static str,
    headline: &'v str,
    description: &'v str,
    #[serde(rename = "inLanguage")]
    language: &'v str,
    #[serde(rename = "dateModified", skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    /// What it is a translation of.
    #[serde(rename = "translationOfWork", skip_serializing_if = "Option::is_none")]
    source: Option<Source<'v>>,
}

#[derive(Serialize)]
struct Source<'v> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "inLanguage")]
    language: &'v str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

/// The way from the start page to the article.
#[derive(Serialize)]
struct Path<'v> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "itemListElement")]
    steps: Vec<Step<'v>>,
}

#[derive(Serialize)]
struct Step<'v> {
    #[serde(rename = "@type")]
    kind: &'static str,
    position: usize,
    name: &'v str,
    /// The address; the last step is the page itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<String>,
}

/// JSON-LD on its way into a page.
#[derive(Serialize)]
pub(super) struct Script {
    json: String,
    /// What a content security policy knows it by. Browsers run no data and so ask no policy; some validators do.
    hash: String,
}

/// Describes the article of a page, as text that can stand in a script; nothing where the page only repeats another's.
pub(super) fn data(
    edition: &Edition,
    place: Place,
    subject: &Subject,
    path: &[StepView],
) -> Option<Script> {
    if edition.is_fallback(place) {
        return None;
    }
    let kind = kind(edition, place);
    let source = notice::source(edition, place).map(|source| Source {
        kind,
        language: edition.locale(source).tag(),
        url: address(edition, edition.path(source)),
    });
    let work = Work {
        kind,
        headline: &subject.name,
        description: &subject.description,
        language: subject.locale.tag(),
        date: edition.article(place).date().map(|date| date.to_string()),
        url: address(edition, subject.path),
        source,
    };
    let path = steps(edition, path).map(Node::Path);
    let data = Data {
        context: "https://schema.org",
        graph: [Node::Work(work)].into_iter().chain(path).collect(),
    };
    let json = serde_json::to_string(&data).expect("texts are JSON");
    // Nothing in it can end the script or begin a comment (HTML, section 4.12.1.3).
    let json = json.replace('<', "\\u003c");
    let hash = format!("sha256-{}", BASE64.encode(&Sha256::digest(&json)));
    Some(Script { json, hash })
}

fn kind(edition: &Edition, place: Place) -> &'static str {
    let article = edition.article(place);
    match article.kind.is_landing() || article.id == start::START {
        true => "CollectionPage",
        false => "TechArticle",
    }
}

/// The steps that are pages: readers of the list ask for the address of every one but the last.
fn steps<'v>(edition: &Edition, path: &'v [StepView]) -> Option<Path<'v>> {
    let (last, above) = path.split_last()?;
    let above = above.iter().filter_map(|step| {
        let page = step.page.as_deref()?;
        Some((step.name.as_str(), Some(address(edition, page)?)))
    });
    let steps: Vec<Step> = above
        .chain([(last.name.as_str(), None)])
        .enumerate()
        .map(|(at, (name, item))| Step {
            kind: "ListItem",
            position: at + 1,
            name,
            item,
        })
        .collect();
    (steps.len() > 1).then_some(Path {
        kind: "BreadcrumbList",
        steps,
    })
}

/// The whole address of a page, where the site says where it stands.
fn address(edition: &Edition, path: &str) -> Option<String> {
    let has_address = edition.site.config.site.url.is_some();
    has_address.then(|| head::address(edition, path))
}

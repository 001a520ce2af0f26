//! `glotta check --external`: the addresses outside the site that its pages lead to, for a tool that asks whether they answer.

use std::collections::BTreeMap;

use glotta::diagnostic::{Position, Source, Span};
use glotta::discover::DiskWorld;
use glotta::model::{Destinations, End, Site};
use serde::Serialize;

use super::arguments::{CheckOptions, Format, Global};
use super::harmless::one_line;
use super::terminal::Terminal;
use super::{Ending, check};

/// Where an address is written.
#[derive(Serialize, PartialEq, Eq, PartialOrd, Ord)]
struct Written {
    path: String,
    line: usize,
    column: usize,
}

#[derive(Serialize)]
struct Address {
    address: String,
    places: Vec<Written>,
}

#[derive(Serialize)]
struct Addresses {
    version: u32,
    links: Vec<Address>,
}

/// Lists every address once, sorted. Nothing is fetched, and nothing is checked.
pub fn run(
    world: &DiskWorld,
    global: &Global,
    options: &CheckOptions,
    terminal: &Terminal,
) -> Ending {
    let site = match glotta::load(world) {
        Ok(site) => site.value,
        Err(error) => {
            return check::failed(error, options.format, &check::no_paths(world), terminal);
        }
    };
    let addresses = addresses(&site, &global.locale);
    let text = match options.format {
        Format::Json => json(addresses),
        _ => addresses.keys().map(|it| one_line(it) + "\n").collect(),
    };
    terminal.print_plain(&text);
    Ending::Done
}

/// By address the places that lead there: links, images, and redirects, which have pages of their own.
fn addresses(site: &Site, locales: &[String]) -> BTreeMap<String, Vec<Written>> {
    let destinations = Destinations::of(site);
    let is_wanted = |folder: &str| {
        locales.is_empty() || locales.iter().any(|it| it.eq_ignore_ascii_case(folder))
    };
    let mut addresses: BTreeMap<String, Vec<Written>> = BTreeMap::new();
    for article in site.articles().filter(|it| is_wanted(it.locale.folder())) {
        for link in &article.links {
            if let End::External(address) = destinations.find(article, &link.destination).end {
                let places = addresses.entry(address).or_default();
                places.push(written(&article.source, link.target));
            }
        }
    }
    for locale in site.locales.iter().filter(|it| is_wanted(it.folder())) {
        for rule in destinations.redirects(locale.folder()) {
            if let End::External(address) = destinations.redirected(locale.folder(), rule) {
                let redirect = &site.redirects[rule];
                let places = addresses.entry(address).or_default();
                places.push(written(&redirect.source, redirect.target));
            }
        }
    }
    for places in addresses.values_mut() {
        places.sort();
        places.dedup();
    }
    addresses
}

fn written(source: &Source, span: Span) -> Written {
    let Position { line, column } = source.position(span.start);
    Written {
        path: source.path().to_owned(),
        line,
        column,
    }
}

fn json(addresses: BTreeMap<String, Vec<Written>>) -> String {
    let links = addresses.into_iter();
    let links = links.map(|(address, places)| Address { address, places });
    let addresses = Addresses {
        version: 1,
        links: links.collect(),
    };
    // Texts and numbers always have a form in JSON.
    let text = serde_json::to_string_pretty(&addresses).expect("plain values are JSON");
    text + "\n"
}

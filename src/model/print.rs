//! What an article and all that stands around the articles are known by.

use std::collections::{BTreeMap, HashSet};
use std::fmt::{self, Debug, Write};

use rayon::prelude::*;
use sha2::{Digest, Sha256};

use super::{Site, Translations};

/// Two things with the same print are the same.
pub type Print = [u8; 32];

/// What the articles of a site and all that stands around them are known by.
#[derive(Debug, Clone)]
pub struct Prints {
    pub surroundings: Print,
    /// In the order of the site.
    pub articles: Vec<Print>,
    /// The print of what no later look at the world adds to.
    loaded: Print,
}

impl Prints {
    pub fn of(site: &Site) -> Prints {
        let all = site.translations.unnoted().par_iter();
        let loaded = site.loaded();
        Prints {
            surroundings: site.surroundings(&loaded),
            articles: all.map(Translations::print).collect(),
            loaded,
        }
    }

    /// The prints of the same site, once more was found out about it that no article says.
    pub fn renewed(self, site: &Site) -> Prints {
        Prints {
            surroundings: site.surroundings(&self.loaded),
            ..self
        }
    }

    /// The indexes of the articles that are others than these of the same site at another time.
    pub fn changed(&self, last: &[Print]) -> HashSet<u32> {
        let articles = (0..).zip(last.iter().zip(&self.articles));
        let changed = articles.filter(|(_, (old, new))| old != new);
        changed.map(|(at, _)| at).collect()
    }
}

/// Takes the print of values by what they say of themselves; only the program that took it understands it.
#[derive(Default)]
pub struct Printer(Sha256);

impl Printer {
    /// Adds a value. Nothing in it may depend on the order of a map that has none.
    pub fn value(&mut self, value: &impl Debug) {
        write!(self, "{value:?}\0").expect("a hash takes everything");
    }

    /// Adds a text that may be long. Its length keeps it apart from the next one.
    pub fn text(&mut self, text: &[u8]) {
        self.0.update((text.len() as u64).to_le_bytes());
        self.0.update(text);
    }

    pub fn print(self) -> Print {
        self.0.finalize().into()
    }
}

impl Write for Printer {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.update(text);
        Ok(())
    }
}

impl Translations {
    /// What the article is known by in all its languages: what was written, and what the site told of its tables.
    fn print(&self) -> Print {
        let mut printer = Printer::default();
        for article in &self.articles {
            // Texts that were mended can be the same where the bytes were not.
            printer.value(&(article.source.path(), article.source.is_repaired()));
            printer.value(&article.version);
            printer.text(&article.source.hash());
        }
        printer.value(&self.cited);
        printer.print()
    }
}

impl Site {
    /// The print of everything but what articles say, and but for the navigation: which articles there are in which languages, the settings and
    /// the files, and what was found out about all articles together.
    fn surroundings(&self, loaded: &Print) -> Print {
        let mut printer = Printer::default();
        printer.text(loaded);
        printer.value(&(&self.sizes, self.status.is_some()));
        printer.print()
    }

    /// The same as far as it is known when a site has been loaded.
    fn loaded(&self) -> Print {
        let mut printer = Printer::default();
        printer.text(self.config.file.text().as_bytes());
        printer.value(&self.config.reference);
        let locales = self.locales.iter().map(|locale| locale.folder());
        printer.value(&locales.collect::<Vec<_>>());
        printer.value(&self.reference.as_ref().map(|locale| locale.folder()));
        for translations in self.translations.unnoted() {
            let articles = translations.articles.iter();
            let articles = articles.map(|it| (it.locale.folder(), it.source.path()));
            printer.value(&(
                &translations.id,
                translations.is_page,
                translations.reference,
            ));
            printer.value(&articles.collect::<Vec<_>>());
        }
        self.found_out(&mut printer);
        self.beside(&mut printer);
        printer.print()
    }

    fn found_out(&self, printer: &mut Printer) {
        printer.value(&self.citations);
        printer.value(&self.keys.iter().collect::<BTreeMap<_, _>>());
        printer.value(&self.key_roles);
        let mut fragments: Vec<&String> = self.fragments.iter().collect();
        fragments.sort();
        printer.value(&fragments);
        for (at, expansion) in &self.expansions {
            printer.value(&(at, &expansion.parts, &expansion.troubles));
        }
    }

    fn beside(&self, printer: &mut Printer) {
        printer.value(&(&self.files, &self.published_folders));
        for redirect in &self.redirects {
            let source = (redirect.source.root(), redirect.source.path());
            printer.value(&(&redirect.locale, &redirect.id, &redirect.to, source));
        }
        for docset in &self.docsets {
            printer.value(&(docset.locale.folder(), &docset.folder, &docset.contents));
            printer.value(&(&docset.global_metadata, &docset.file_metadata));
        }
        for pivots in &self.pivots {
            printer.value(&(pivots.locale.folder(), &pivots.titles));
        }
        for (path, source) in &self.snippets {
            printer.value(path);
            printer.text(source.text().as_bytes());
        }
        for source in self.templates.iter().chain(&self.words) {
            printer.value(&(source.root(), source.path()));
            printer.text(source.text().as_bytes());
        }
        for (path, bytes) in &self.pictures {
            printer.value(path);
            printer.text(bytes);
        }
    }
}

//! What a site is made of, as a fingerprint: two machines that have the same make the same pages.

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use crate::diagnostic::Source;
use crate::discover::{Overrides, Shelf, World};
use crate::model::{Site, TargetName};

/// The fingerprint of the program's version, a site's texts, the names of its files, and what the caller wants of it.
///
/// The bytes of pictures are not in it, but their sizes are: they are read when they are published.
pub fn provenance(world: &dyn World, site: &Site, targets: &[TargetName]) -> String {
    let mut made_of = Provenance(Sha256::new());
    made_of.add(env!("CARGO_PKG_VERSION").as_bytes());
    made_of.add(site.config.file.text().as_bytes());
    made_of.wishes(world.overrides(), targets);
    for translations in &site.translations {
        for article in &translations.articles {
            made_of.text(&article.source);
        }
    }
    for source in site.templates.iter().chain(&site.words) {
        made_of.text(source);
    }
    for source in site.snippets.values() {
        made_of.text(source);
    }
    for (path, bytes) in &site.pictures {
        made_of.add(path.as_bytes());
        made_of.add(bytes);
    }
    made_of.files(world, site);
    made_of.repository(site);
    HEXLOWER.encode(&made_of.0.finalize())
}

struct Provenance(Sha256);

impl Provenance {
    /// Adds a part. Its length keeps it apart from the next one.
    fn add(&mut self, bytes: &[u8]) {
        self.0.update((bytes.len() as u64).to_le_bytes());
        self.0.update(bytes);
    }

    fn text(&mut self, source: &Source) {
        self.add(source.path().as_bytes());
        self.add(source.text().as_bytes());
    }

    fn wishes(&mut self, overrides: &Overrides, targets: &[TargetName]) {
        for target in targets {
            self.add(target.name().as_bytes());
        }
        self.add(format!("{:?}", overrides.reference).as_bytes());
        for locale in &overrides.locales {
            self.add(locale.to_lowercase().as_bytes());
        }
    }

    /// Files of the source folder that are no articles: the settings among them with what they say.
    fn files(&mut self, world: &dyn World, site: &Site) {
        let shelf = Shelf::Articles(site.config.source.clone());
        let settings = |path: &str| {
            let extension = path.rsplit_once('.').map(|(_, extension)| extension);
            let is_text = |it: &str| {
                ["yml", "yaml", "json"]
                    .iter()
                    .any(|name| it.eq_ignore_ascii_case(name))
            };
            extension.is_some_and(is_text)
        };
        for path in &site.files {
            self.add(path.as_bytes());
            self.add(format!("{:?}", site.sizes.get(path)).as_bytes());
            if settings(path) {
                self.add(&world.read(&shelf, path).unwrap_or_default());
            }
        }
    }

    /// What hidden files say, which are in no list.
    fn repository(&mut self, site: &Site) {
        for redirect in &site.redirects {
            self.add(format!("{:?}", (&redirect.locale, &redirect.id, &redirect.to)).as_bytes());
        }
        self.add(format!("{:?}", site.published_folders).as_bytes());
    }
}

//! The articles of the last build, parsed and paired, so that those that have not changed need not be read anew.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::diagnostic::{Diagnostic, KeptDiagnostic, Names, Source};
use crate::model::{ArticleText, Config, Print, Printer, Site, Translations};

/// What is known of articles: where each of them is found in a long row of bytes.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Index {
    /// The print of the settings that decide how texts are read and paired.
    settings: Print,
    /// The folder of the reference: another one leads to other pairs.
    pub(crate) reference: Option<String>,
    /// By id.
    entries: BTreeMap<String, Entry>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Entry {
    texts: Vec<Text>,
    /// Where it is among the bytes, and their SHA-256: whoever finds others there knows nothing.
    place: Range<usize>,
    hash: [u8; 32],
}

/// A text that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Text {
    path: String,
    folder: String,
    hash: [u8; 32],
    repaired: bool,
    /// Of the bytes: texts that were mended can be the same where those were not.
    version: String,
}

/// What was noticed when the texts of an article were parsed: for each the text that it was found in, by its number, which is that of all its labels.
type Noticed = Vec<(usize, KeptDiagnostic<usize>)>;

/// What was noticed when texts were parsed, by their paths.
pub type ByText = HashMap<String, Vec<Diagnostic>>;

/// An article of an archive: itself, and what was noticed in each of its texts.
pub(crate) type Known = (Translations, Vec<Vec<Diagnostic>>);

/// What is known of articles, and the bytes where it stands.
#[derive(Debug, Default)]
pub struct Archive {
    pub index: Index,
    pub bytes: Vec<u8>,
    /// Whether bytes were found that are none of those that the index tells of: then nothing in it is added to.
    is_damaged: AtomicBool,
}

impl Text {
    fn of(text: &ArticleText) -> Text {
        Text {
            path: text.source.path().to_owned(),
            folder: text.locale.folder().to_owned(),
            hash: text.source.hash(),
            repaired: text.source.is_repaired(),
            version: text.version.clone(),
        }
    }
}

impl Archive {
    pub fn new(index: Index, bytes: Vec<u8>) -> Archive {
        Archive {
            index,
            bytes,
            is_damaged: AtomicBool::new(false),
        }
    }

    /// Whether articles were read and paired with these settings.
    pub(crate) fn fits(&self, config: &Config) -> bool {
        self.index.settings == settings(config)
    }

    /// Finds an article that was made of exactly these texts.
    pub(crate) fn find(&self, id: &str, texts: &[ArticleText], names: &Names) -> Option<Known> {
        let entry = self.index.entries.get(id)?;
        let texts = ordered(&entry.texts, texts)?;
        let bytes = self.bytes(entry)?;
        let (noticed, model): (Noticed, &[u8]) = postcard::take_from_bytes(bytes).ok()?;
        let source = |at: &usize| Some(Arc::clone(&texts.get(*at)?.source));
        let mut found = vec![Vec::new(); texts.len()];
        for (at, diagnostic) in noticed {
            found
                .get_mut(at)?
                .push(diagnostic.restored(names, &source)?);
        }
        Some((Translations::restored(id, model, texts)?, found))
    }

    fn bytes(&self, entry: &Entry) -> Option<&[u8]> {
        let bytes = self.bytes.get(entry.place.clone());
        let bytes = bytes.filter(|bytes| *Sha256::digest(bytes) == entry.hash);
        if bytes.is_none() {
            self.is_damaged.store(true, Ordering::Relaxed);
        }
        bytes
    }

    /// The index of a site, and the bytes that are to be added to those that there are. What is known of articles that have not changed stays where it is.
    /// `noticed` is what was noticed in the texts, by their paths.
    pub fn renewed(&self, site: &Site, noticed: &ByText) -> (Index, Vec<u8>) {
        let all = site.translations.unnoted().par_iter();
        let made: Vec<Option<(Entry, Vec<u8>)>> =
            all.map(|it| self.entry(site, it, noticed)).collect();
        let mut index = Index {
            settings: settings(&site.config),
            reference: site.reference.as_ref().map(|it| it.folder().to_owned()),
            entries: BTreeMap::new(),
        };
        let lengths = made.iter().flatten().map(|(_, own)| own.len());
        let mut bytes = Vec::with_capacity(lengths.sum());
        for (translations, made) in site.translations.unnoted().iter().zip(made) {
            let Some((mut entry, own)) = made else {
                continue;
            };
            if !own.is_empty() {
                let start = self.bytes.len() + bytes.len();
                entry.place = start..start + own.len();
                bytes.extend(own);
            }
            index.entries.insert(translations.id.clone(), entry);
        }
        (index, bytes)
    }

    /// How many of the bytes an index has no use for.
    pub fn waste(&self, index: &Index) -> usize {
        let places = index.entries.values().map(|entry| &entry.place);
        let old = places.filter(|place| place.end <= self.bytes.len());
        let used = old.map(|place| place.len());
        self.bytes.len().saturating_sub(used.sum())
    }

    /// An entry with its bytes; without any where the one that there is holds.
    fn entry(
        &self,
        site: &Site,
        translations: &Translations,
        noticed: &ByText,
    ) -> Option<(Entry, Vec<u8>)> {
        let articles = translations.articles.iter();
        let texts: Vec<ArticleText> = articles
            .map(|article| ArticleText {
                locale: Arc::clone(&article.locale),
                source: Arc::clone(&article.source),
                version: article.version.clone(),
            })
            .collect();
        let kept: Vec<Text> = texts.iter().map(Text::of).collect();
        let is_same = |entry: &&Entry| entry.texts == kept;
        let is_like = !self.is_damaged.load(Ordering::Relaxed)
            && self.fits(&site.config)
            && self.index.reference.as_deref()
                == site.reference.as_ref().map(|locale| locale.folder());
        let known = self.index.entries.get(&translations.id);
        if let Some(entry) = known.filter(is_same).filter(|_| is_like) {
            return Some((entry.clone(), Vec::new()));
        }
        let mut own = Noticed::new();
        for (at, text) in texts.iter().enumerate() {
            let found = noticed.get(text.source.path()).into_iter().flatten();
            for diagnostic in found {
                let mut number = |source: &Arc<Source>| {
                    texts.iter().position(|it| Arc::ptr_eq(&it.source, source))
                };
                own.push((at, KeptDiagnostic::of(diagnostic, &mut number)?));
            }
        }
        // What is kept of a text is most often as long as the text, and sometimes longer.
        let lengths = texts.iter().map(|text| text.source.text().len());
        let bytes = Vec::with_capacity(lengths.sum::<usize>() * 2);
        let bytes = translations.keep(postcard::to_extend(&own, bytes).ok()?)?;
        let entry = Entry {
            texts: kept,
            place: 0..0,
            hash: Sha256::digest(&bytes).into(),
        };
        Some((entry, bytes))
    }
}

/// The texts in the order in which they were kept; nothing where they are others.
fn ordered(kept: &[Text], texts: &[ArticleText]) -> Option<Vec<ArticleText>> {
    let find = |wanted: &Text| texts.iter().find(|text| Text::of(text) == *wanted).cloned();
    let found: Vec<ArticleText> = kept.iter().filter_map(find).collect();
    (found.len() == kept.len() && kept.len() == texts.len()).then_some(found)
}

fn settings(config: &Config) -> Print {
    let mut printer = Printer::default();
    printer.text(config.file.text().as_bytes());
    printer.value(&config.reference);
    printer.print()
}

//! What manual pages are called and where they stand.

use std::collections::{HashMap, HashSet};

use crate::locale::Locale;
use crate::model::{
    MANUAL_NAME_LENGTH, MANUAL_SECTION, ManualWish, Site, Translations, manual_index_name,
    manual_name,
};

const LONGEST: usize = MANUAL_NAME_LENGTH;

/// Languages whose manual pages are told apart by country in every distribution.
const BY_COUNTRY: [&str; 2] = ["pt", "zh"];

/// The name and section of a page, as a path has them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct PageName {
    pub(super) section: String,
    pub(super) name: String,
}

impl PageName {
    /// The name in a path that [`paths`] made.
    pub(super) fn of(path: &str) -> PageName {
        let file = path.rsplit('/').next().unwrap_or(path);
        let file = file.strip_suffix(GZIP).unwrap_or(file);
        let (name, section) = file.rsplit_once('.').unwrap_or((file, ""));
        PageName {
            section: section.to_owned(),
            name: name.to_owned(),
        }
    }
}

/// Behind the path of a compressed page.
const GZIP: &str = ".gz";

/// Returns where each article's page would stand in each locale: `man/<locale>/man<section>/<name>.<section>`, under one name in all
/// languages.
pub(crate) fn paths(site: &Site) -> Vec<Vec<String>> {
    let folders = folders(site);
    names(site)
        .iter()
        .map(|name| {
            let folders = site.locales.iter().map(|locale| &folders[locale.folder()]);
            folders.map(|folder| path(site, folder, name)).collect()
        })
        .collect()
}

/// Where the page that lists a language's pages stands.
pub(super) fn index_path(site: &Site, locale: &Locale) -> String {
    path(site, &folders(site)[locale.folder()], &index_name(site))
}

/// Where the list of a language's pages for programs stands: there `whatis` and `apropos` look that have no database.
pub(super) fn list_path(site: &Site, locale: &Locale) -> String {
    format!("man/{}/whatis", folders(site)[locale.folder()])
}

/// The name of the page that lists the others.
pub(super) fn index_name(site: &Site) -> PageName {
    PageName {
        section: MANUAL_SECTION.to_string(),
        name: manual_index_name(site.config.site.title.as_deref()),
    }
}

fn path(site: &Site, folder: &str, page: &PageName) -> String {
    let PageName { section, name } = page;
    let end = if site.config.manual.gzip { GZIP } else { "" };
    format!("man/{folder}/man{section}/{name}.{section}{end}")
}

/// The folder of each locale's manual pages, each once.
fn folders(site: &Site) -> HashMap<String, String> {
    let mut given = HashSet::new();
    let mut folders = HashMap::new();
    for locale in &site.locales {
        let twice = site
            .locales
            .iter()
            .filter(|other| other.language() == locale.language())
            .count()
            > 1;
        let folder = folder(locale, twice);
        let others = ('a'..='z').map(|letter| format!("{folder}@{letter}"));
        let unique = std::iter::once(folder.clone())
            .chain(others)
            .find(|folder| given.insert(folder.clone()));
        folders.insert(locale.folder().to_owned(), unique.unwrap_or(folder));
    }
    folders
}

/// The locale as `man` spells it: `de`, `zh_CN`, `sr@latn`.
fn folder(locale: &Locale, twice: bool) -> String {
    let language = locale.language();
    let by_country = twice || BY_COUNTRY.contains(&language);
    let country = locale
        .likely_region()
        .filter(|region| by_country && region.bytes().all(|byte| byte.is_ascii_uppercase()));
    match country {
        Some(country) => format!("{language}_{country}"),
        None => language.to_owned(),
    }
}

/// The name of each article's pages, each once in its section. What an article asks for goes before what another's file is called.
fn names(site: &Site) -> Vec<PageName> {
    let title = site.config.site.title.as_deref();
    let mut given = HashSet::from([key(&index_name(site))]);
    let mut names: Vec<Option<PageName>> = vec![None; site.translations.len()];
    for (slot, translations) in names.iter_mut().zip(&site.translations) {
        let wish = translations.manual_wish();
        if let Some(name) = wish.name.filter(|_| translations.is_page) {
            *slot = Some(unique(page_name(&wish, name.to_owned()), &mut given));
        }
    }
    let derived = derived(site, title);
    let count = counts(site, &derived);
    for ((slot, translations), page) in names.iter_mut().zip(&site.translations).zip(derived) {
        // What is no page takes no name from one.
        let name = match () {
            () if slot.is_some() => continue,
            () if !translations.is_page => page,
            () if count[&key(&page)] > 1 || given.contains(&key(&page)) => {
                let name = with_folders(&translations.id, &page.name);
                unique(PageName { name, ..page }, &mut given)
            }
            () => unique(page, &mut given),
        };
        *slot = Some(name);
    }
    names.into_iter().flatten().collect()
}

/// What makes two names one where file systems do not know capital letters.
fn key(page: &PageName) -> (String, String) {
    (page.section.clone(), page.name.to_lowercase())
}

fn page_name(wish: &ManualWish, name: String) -> PageName {
    let section = wish.section.unwrap_or(MANUAL_SECTION).to_string();
    PageName { section, name }
}

/// Each article's name as its file gives it, in the section that the article asks for.
fn derived(site: &Site, title: Option<&str>) -> Vec<PageName> {
    let name = |translations: &Translations| {
        let name = shortened(&legal(&stem(&translations.id, title)));
        page_name(&translations.manual_wish(), name)
    };
    site.translations.iter().map(name).collect()
}

/// How many pages that ask for no name would get each of these.
fn counts(site: &Site, derived: &[PageName]) -> HashMap<(String, String), usize> {
    let mut count = HashMap::new();
    for (translations, page) in site.translations.iter().zip(derived) {
        let is_one = translations.is_page && translations.manual_wish().name.is_none();
        *count.entry(key(page)).or_default() += usize::from(is_one);
    }
    count
}

/// The file's name; a start page is called after its folder, and the site's after the site.
fn stem(id: &str, title: Option<&str>) -> String {
    let stem = match id.rsplit_once("/index") {
        Some((folder, "")) => folder,
        _ if id == "index" => title.unwrap_or(id),
        _ => id,
    };
    stem.rsplit('/').next().unwrap_or(stem).to_owned()
}

/// A name that a page can have.
fn legal(stem: &str) -> String {
    match manual_name(stem) {
        name if name.is_empty() => "page".to_owned(),
        name => name,
    }
}

/// Drops words from the front, which say less than those at the end, until the header has room.
fn shortened(name: &str) -> String {
    let mut name = name;
    while name.len() > LONGEST {
        match name.split_once('-') {
            Some((_, rest)) => name = rest,
            None => name = &name[..LONGEST],
        }
    }
    legal(name)
}

/// The name behind the folders that the article lies in, as far as there is room.
fn with_folders(id: &str, name: &str) -> String {
    let mut full = name.to_owned();
    let folders = id.rsplit('/').skip(1);
    for folder in folders {
        let longer = format!("{}-{full}", legal(folder));
        if longer.len() > LONGEST {
            break;
        }
        full = longer;
    }
    full
}

/// The name, with a number behind it where another article has it.
fn unique(page: PageName, given: &mut HashSet<(String, String)>) -> PageName {
    let numbered = |number: usize| {
        let number = format!("-{number}");
        let end = page.name.len().min(LONGEST - number.len().min(LONGEST));
        let name = format!("{}{number}", &page.name[..end]);
        let section = page.section.clone();
        PageName { section, name }
    };
    std::iter::once(page.clone())
        .chain((2..).map(numbered))
        .find(|page| given.insert(key(page)))
        .expect("numbers do not end")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fit_the_header_and_the_shell() {
        for (stem, expected) in [
            ("Install", "install"),
            ("what's new (2020)", "what-s-new-2020"),
            (
                "how-to-set-up-everything-that-you-will-ever-need",
                "everything-that-you-will-ever-need",
            ),
            ("证书", "page"),
            ("--rf", "rf"),
            (&"x".repeat(50), &"x".repeat(35)),
        ] {
            assert_eq!(shortened(&legal(stem)), expected);
        }
    }

    #[test]
    fn start_pages_are_called_after_what_they_start() {
        for (id, expected) in [
            ("guide/index", "guide"),
            ("a/guide/index", "guide"),
            ("index", "Reference"),
            ("guide/index-of-things", "index-of-things"),
        ] {
            assert_eq!(stem(id, Some("Reference")), expected);
        }
    }

    #[test]
    fn names_that_meet_are_told_apart() {
        assert_eq!(
            with_folders("guide/setup/install", "install"),
            "guide-setup-install"
        );
        let mut given = HashSet::new();
        let names = ["a.7", "A.7", "a.7", "a.5"];
        let names = names.map(|name| unique(PageName::of(name), &mut given).name);
        assert_eq!(names, ["a", "A-2", "a-3", "a"]);
    }

    #[test]
    fn folders_are_spelt_as_man_spells_them() {
        for (locale, twice, expected) in [
            ("de-de", false, "de"),
            ("de-at", true, "de_AT"),
            ("zh-cn", false, "zh_CN"),
            ("zh-hant", false, "zh_TW"),
            ("pt-br", false, "pt_BR"),
            ("es-419", true, "es"),
        ] {
            let locale = Locale::from_folder(locale).expect("a locale");
            assert_eq!(folder(&locale, twice), expected);
        }
    }
}

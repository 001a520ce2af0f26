//! What manual pages are called and where they stand.

use std::collections::{HashMap, HashSet};

use crate::locale::Locale;
use crate::model::{Article, Site, Translations};

/// The longest name that leaves room for a header of eighty columns, in which it stands twice.
const LONGEST: usize = 35;

/// Languages whose manual pages are told apart by country in every distribution.
const BY_COUNTRY: [&str; 2] = ["pt", "zh"];

/// Returns where each article's page would stand in each locale: `man/<locale>/man7/<name>.7`, under one name in all languages.
pub(crate) fn paths(site: &Site) -> Vec<Vec<String>> {
    let folders = folders(site);
    names(site)
        .iter()
        .map(|name| {
            let folders = site.locales.iter().map(|locale| &folders[locale.folder()]);
            folders
                .map(|folder| format!("man/{folder}/man7/{name}.7"))
                .collect()
        })
        .collect()
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

/// The name of each article's pages, each once.
fn names(site: &Site) -> Vec<String> {
    let title = site.config.site.title.as_deref();
    let wanted = site.translations.iter().map(|one| wanted(one, title));
    let wanted: Vec<String> = wanted.collect();
    let mut count: HashMap<String, usize> = HashMap::new();
    for (translations, name) in site.translations.iter().zip(&wanted) {
        *count.entry(name.to_lowercase()).or_default() += usize::from(translations.is_page);
    }
    let mut given = HashSet::new();
    let names = site.translations.iter().zip(wanted);
    names
        .map(|(translations, name)| {
            // What is no page takes no name from one.
            if !translations.is_page {
                return name;
            }
            let shared = count[&name.to_lowercase()] > 1;
            let name = if shared {
                with_folders(&translations.id, &name)
            } else {
                name
            };
            unique(name, &mut given)
        })
        .collect()
}

/// The name that the front matter gives, else one made of the file's.
fn wanted(translations: &Translations, title: Option<&str>) -> String {
    let own = |article: &Article| {
        let name = article.front_matter.text("man")?.trim();
        (is_name(name) && name.len() <= LONGEST).then(|| name.to_owned())
    };
    own(translations.principal())
        .or_else(|| translations.articles.iter().find_map(own))
        .unwrap_or_else(|| shortened(&legal(&stem(&translations.id, title))))
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

/// What `man` and the header of a page take for a name.
fn is_name(name: &str) -> bool {
    name.starts_with(|letter: char| letter.is_ascii_alphanumeric())
        && name
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || "._+-".contains(letter))
}

/// Small letters, and a hyphen for each run of what no name may hold.
fn legal(stem: &str) -> String {
    let mut name = String::new();
    for letter in stem.to_lowercase().chars() {
        if letter.is_ascii_alphanumeric() || "._+".contains(letter) {
            name.push(letter);
        } else if !name.ends_with('-') {
            name.push('-');
        }
    }
    let name = name.trim_matches(|letter: char| !letter.is_ascii_alphanumeric());
    if name.is_empty() {
        "page".to_owned()
    } else {
        name.to_owned()
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
fn unique(name: String, given: &mut HashSet<String>) -> String {
    let numbered = |number: usize| {
        let number = format!("-{number}");
        let end = name.len().min(LONGEST - number.len().min(LONGEST));
        format!("{}{number}", &name[..end])
    };
    std::iter::once(name.clone())
        .chain((2..).map(numbered))
        .find(|name| given.insert(name.to_lowercase()))
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
        let names = ["a", "A", "a"].map(|name| unique(name.to_owned(), &mut given));
        assert_eq!(names, ["a", "A-2", "a-3"]);
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

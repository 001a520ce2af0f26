//! In which of its languages a site answers.

use glotta::locale::Locale;

use super::super::terminal::Terminal;

/// Every tag of the command line is one.
pub fn are_tags(tags: &[String]) -> Result<(), String> {
    let wrong = |tag: &String| {
        Locale::declared(tag)
            .err()
            .map(|error| (tag.clone(), error))
    };
    match tags.iter().find_map(wrong) {
        None => Ok(()),
        Some((tag, error)) => Err(format!("`{tag}` is {error}\nhelp: write one as in `pt-br`")),
    }
}

/// The folder of the language that a tag names, else of the same language and script in another country.
pub fn available<'a>(tag: &str, folders: &[&'a str]) -> Option<&'a str> {
    let wanted = Locale::declared(tag).ok()?;
    let locales = || {
        let locales = folders.iter();
        locales.filter_map(|folder| Some((*folder, Locale::declared(folder).ok()?)))
    };
    let same = locales().find(|(_, locale)| locale.tag() == wanted.tag());
    let script = wanted.script();
    let alike = || {
        locales()
            .find(|(_, locale)| locale.language() == wanted.language() && locale.script() == script)
    };
    Some(same.or_else(alike)?.0)
}

/// The first language of the command line that a site has, else that of the terminal.
///
/// Where the command line names languages and the site has none of them, that is told; `what` is not there in them.
pub fn wanted<'a>(
    tags: &[String],
    folders: &[&'a str],
    what: &str,
    terminal: &Terminal,
) -> Option<&'a str> {
    if tags.is_empty() {
        return available(&terminal.language()?, folders);
    }
    let found = tags.iter().find_map(|tag| available(tag, folders));
    if found.is_none() && !terminal.is_quiet() {
        terminal.say(&format!(
            "{what} in `{}`, but in: {}",
            tags.join("`, `"),
            folders.join(", ")
        ));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_found_in_another_country_but_not_in_another_script() {
        let folders = ["de-de", "en-us", "nl-nl", "sv-se", "zh-cn"];
        for (tag, folder) in [
            ("de-AT", Some("de-de")),
            ("sv", Some("sv-se")),
            ("SV-fi", Some("sv-se")),
            ("zh-Hans", Some("zh-cn")),
            ("zh-TW", None),
            ("nl", Some("nl-nl")),
            ("xx_yy", None),
        ] {
            assert_eq!(available(tag, &folders), folder, "{tag}");
        }
    }
}

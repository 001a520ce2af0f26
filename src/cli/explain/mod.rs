//! `glotta explain`: what a name in a report means, and what the tables of a site say of a key or a name.

mod answer;
mod language;
mod near;
mod origin;
mod place;
mod rule;
mod text;

use glotta::diagnostic::nearest;
use glotta::locale::{Locale, Words};
use glotta::model::{Catalogue, Found};

use super::Ending;
use super::arguments::{ExplainForm, ExplainOptions, Global};
use super::terminal::Terminal;
use answer::{Answer, Entry};
use origin::Origin;

/// What `--format json` promises.
const SCHEMA: &str = include_str!("explain.schema.json");

/// Lines longer than this are tiring to read.
const WIDTH: usize = 100;

pub fn run(global: &Global, options: &ExplainOptions, terminal: &Terminal) -> Ending {
    // Without a name there is that option: the command line sees to it.
    let name = options.name.as_deref().filter(|_| !options.json_schema);
    let Some(name) = name else {
        terminal.print_plain(SCHEMA);
        return Ending::Done;
    };
    match explain(name, global, options, terminal) {
        Ok(ending) => ending,
        Err(message) => {
            terminal.error(&message);
            Ending::Failed
        }
    }
}

fn explain(
    name: &str,
    global: &Global,
    options: &ExplainOptions,
    terminal: &Terminal,
) -> Result<Ending, String> {
    language::are_tags(&global.locale)?;
    let rule = match options.table {
        None => rule::named(name, &global.locale, terminal),
        Some(_) => None,
    };
    if let (Some(rule), ExplainForm::Human) = (&rule, options.format) {
        terminal.print(&rule.page(terminal.style().width.min(WIDTH)));
        if terminal.is_quiet() {
            return Ok(Ending::Done);
        }
    }
    let origin = match Origin::of(global, options, terminal) {
        // A rule is explained wherever one is, whatever becomes of the site that stands there.
        Err(_) if rule.is_some() && options.catalogue.is_none() => None,
        Err(trouble) => return Err(trouble.told(name)),
        Ok(origin) => Some(origin),
    };
    let answer = answer(name, rule, origin.as_ref(), options)?;
    match options.format {
        ExplainForm::Json => terminal.print_plain(&answer.json()),
        ExplainForm::Human => say(&answer, origin.as_ref(), terminal),
    }
    match answer.is_empty() {
        false => Ok(Ending::Done),
        true => Err(near::nothing_found(name, &answer.suggestions)),
    }
}

/// Looks the name up; beside a rule of that very name nothing counts that is only like it.
fn answer<'a>(
    name: &'a str,
    rule: Option<rule::Explained>,
    origin: Option<&'a Origin>,
    options: &'a ExplainOptions,
) -> Result<Answer<'a>, String> {
    let mut found = Vec::new();
    if let Some(origin) = origin {
        found = self::found(&origin.catalogue, name, options.table.as_deref())?;
    }
    if rule.is_some() {
        found.retain(|found| found.likeness.is_whole());
    }
    let suggestions = match (&rule, found.as_slice(), origin) {
        (None, [], Some(origin)) => near::suggestions(name, Some(&origin.catalogue)),
        _ => Vec::new(),
    };
    let entries = origin.map(|origin| {
        let found = found.iter();
        found.map(|found| Entry::of(origin, found)).collect()
    });
    Ok(Answer {
        version: 1,
        name,
        locale: origin.map(|origin| origin.locale.as_str()),
        rule,
        entries: entries.unwrap_or_default(),
        suggestions,
    })
}

/// The rows that are most like the name, in one table where one is asked for.
fn found<'a>(
    catalogue: &'a Catalogue,
    name: &str,
    table: Option<&str>,
) -> Result<Vec<Found<'a>>, String> {
    let Some(table) = table else {
        return Ok(catalogue.find(name));
    };
    let ids: Vec<&str> = catalogue.tables.keys().map(String::as_str).collect();
    match catalogue.tables.get_key_value(table) {
        Some((id, table)) => Ok(table.find(id, name)),
        None => Err(format!(
            "there is no table `{table}`\nhelp: {}",
            nearest(table, &ids)
        )),
    }
}

/// Prints what was found on the site, in the language of the answer; behind a rule only that there is something.
fn say(answer: &Answer, origin: Option<&Origin>, terminal: &Terminal) {
    let Some(origin) = origin.filter(|_| !answer.entries.is_empty()) else {
        return;
    };
    let Ok(locale) = Locale::declared(&origin.locale) else {
        return;
    };
    let words = match Words::load(&locale, origin.own_words()) {
        Ok(words) => words,
        Err(error) => {
            terminal.error(&error.to_string());
            return;
        }
    };
    let form = text::Form {
        words: &words,
        locale: &locale,
        width: terminal.style().width.min(WIDTH),
    };
    terminal.print(&form.text(answer));
}

//! The words of the command line: English stands in the definitions, other languages in catalogues of their own.
//!
//! Each text of the definitions is a message that is called after its place: `glotta-check` is what the command does, `glotta-check-long` its
//! longer description, `glotta-check--format` an option, `glotta-check--format--json` a value. Above it, as a comment, stands the English that
//! it says, so that a translation is missed when the English changes.

use std::sync::Arc;

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Arg, Command, CommandFactory};
use glotta::diagnostic::Source;
use glotta::locale::{Locale, Words};

use super::arguments::Arguments;

/// The language of the definitions.
const ENGLISH: &str = "en";

/// What is said beside the definitions, in English, too.
#[derive(rust_embed::RustEmbed)]
#[folder = "src/cli/words/"]
#[include = "*.ftl"]
struct Catalogues;

/// The words of the command line in one language.
pub struct Wording {
    locale: Locale,
    words: Words,
}

impl Wording {
    /// The words that come closest to a tag: of the same language in the same script.
    pub fn of(tag: &str) -> Option<Wording> {
        let wanted = Locale::declared(tag).ok()?;
        let is_alike = |locale: &Locale| {
            locale.language() == wanted.language() && locale.script() == wanted.script()
        };
        let locale = languages().into_iter().find(is_alike)?;
        Some(Wording::load(locale))
    }

    pub fn english() -> Wording {
        Wording::load(Locale::declared(ENGLISH).expect("it is a tag"))
    }

    fn load(locale: Locale) -> Wording {
        let words = Words::load(&locale, &catalogues()).expect("a test reads every catalogue");
        Wording { locale, words }
    }

    pub fn locale(&self) -> &Locale {
        &self.locale
    }

    pub fn is_english(&self) -> bool {
        self.locale.language() == ENGLISH
    }

    /// Returns a message that stands in every catalogue.
    pub fn say(&self, message: &str) -> String {
        self.words.say(message)
    }

    /// Returns a message with a text in its place.
    pub fn say_with(&self, message: &str, name: &str, text: &str) -> String {
        self.words.say_with(message, &[(name, text)])
    }

    /// The definitions of the command line in this language.
    pub fn command(&self) -> Command {
        let command = definitions();
        match self.is_english() {
            true => command,
            false => reworded(command, &mut |name, _| {
                self.words.plain().get(name).cloned()
            }),
        }
    }
}

/// The languages that have words of the command line, sorted.
pub fn languages() -> Vec<Locale> {
    let tags = Catalogues::iter().filter_map(|path| Some(path.strip_suffix(".ftl")?.to_owned()));
    let mut tags: Vec<String> = tags.collect();
    tags.sort();
    tags.iter()
        .filter_map(|tag| Locale::declared(tag).ok())
        .collect()
}

fn catalogues() -> Vec<Arc<Source>> {
    Catalogues::iter()
        .map(|path| {
            let file = Catalogues::get(&path).expect("a listed file is embedded");
            let text = String::from_utf8_lossy(&file.data).into_owned();
            Arc::new(Source::new(path.as_ref(), text))
        })
        .collect()
}

/// The definitions with everything that clap adds to them.
fn definitions() -> Command {
    let mut command = Arguments::command();
    command.build();
    command
}

/// Gets the name of a message and its English, and returns what to say in its place.
type Say<'a> = &'a mut dyn FnMut(&str, &str) -> Option<String>;

/// Puts other words into a command and those below it.
fn reworded(command: Command, say: Say) -> Command {
    let name = page_name(&command);
    let mut command = command;
    if name == "glotta-help" {
        command = command.about(say("help-help-command", "").unwrap_or_default());
    } else {
        if let Some(english) = command.get_about().map(ToString::to_string)
            && let Some(words) = say(&name, &english)
        {
            command = command.about(words);
        }
        if let Some(english) = description(&command)
            && let Some(words) = say(&format!("{name}-long"), &english)
        {
            let about = command
                .get_about()
                .map_or(String::new(), ToString::to_string);
            command = command.long_about(format!("{about}\n\n{words}"));
        }
    }
    command
        .mut_args(|argument| reworded_argument(argument, &name, say))
        .mut_subcommands(|command| reworded(command, say))
}

fn reworded_argument(argument: Arg, command: &str, say: Say) -> Arg {
    if let id @ ("help" | "version") = argument.get_id().as_str() {
        return match say(&format!("help-{id}"), "") {
            Some(words) => argument.help(words.clone()).long_help(words),
            None => argument,
        };
    }
    let owner = match argument.is_global_set() {
        true => "glotta",
        false => command,
    };
    let long = argument.get_long();
    let name = format!("{owner}--{}", long.unwrap_or(argument.get_id().as_str()));
    let english = argument.get_help().map(ToString::to_string);
    let values = argument.get_possible_values();
    let argument = match english.and_then(|english| say(&name, &english)) {
        Some(words) => argument.help(words),
        None => argument,
    };
    match values.iter().any(|value| value.get_help().is_some()) {
        true => argument.value_parser(PossibleValuesParser::new(reworded_values(
            values, &name, say,
        ))),
        false => argument,
    }
}

fn reworded_values(values: Vec<PossibleValue>, argument: &str, say: Say) -> Vec<PossibleValue> {
    values
        .into_iter()
        .map(|value| {
            let english = value.get_help().map(ToString::to_string);
            let name = format!("{argument}--{}", value.get_name());
            match english.and_then(|english| say(&name, &english)) {
                Some(words) => value.help(words),
                None => value,
            }
        })
        .collect()
}

/// What is said of a command below the line that says what it does.
pub fn description(command: &Command) -> Option<String> {
    let long = command.get_long_about()?.to_string();
    let (_, description) = long.split_once("\n\n")?;
    Some(description.to_owned())
}

/// What the manual page of a command is called: `glotta-check`. What `glotta help` knows of a command belongs to the command.
pub fn page_name(command: &Command) -> String {
    let name = command.get_display_name().unwrap_or(command.get_name());
    name.replacen("glotta-help-", "glotta-", 1)
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use fluent_syntax::ast::Entry;

    use super::*;

    /// Every text of the definitions: the name of its message, and the English.
    fn defined() -> BTreeMap<String, String> {
        let mut messages = BTreeMap::new();
        let mut note = |name: &str, english: &str| {
            if !english.is_empty() {
                messages.insert(name.to_owned(), one_line(english));
            }
            None
        };
        reworded(definitions(), &mut note);
        messages
    }

    fn one_line(text: &str) -> String {
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The messages of a catalogue, each with the comment above it.
    fn messages(source: &Source) -> BTreeMap<String, String> {
        let resource = fluent_syntax::parser::parse(source.text());
        let resource = resource.unwrap_or_else(|(_, errors)| panic!("{source:?}: {errors:?}"));
        let read = |entry: &Entry<&str>| match entry {
            Entry::Message(message) => {
                let comment = message.comment.as_ref();
                let lines = comment.map_or(String::new(), |it| it.content.join(" "));
                Some((message.id.name.to_owned(), one_line(&lines)))
            }
            _ => None,
        };
        resource.body.iter().filter_map(read).collect()
    }

    fn catalogue(path: &str) -> Arc<Source> {
        let mut all = catalogues().into_iter();
        all.find(|source| source.path() == path)
            .expect("it is embedded")
    }

    #[test]
    fn every_text_of_the_command_line_is_said_in_every_language() {
        let defined = defined();
        assert!(defined.len() > 60, "{defined:#?}");
        let beside: BTreeSet<String> = messages(&catalogue("en.ftl")).into_keys().collect();
        let mut wrong = Vec::new();
        for source in catalogues() {
            let path = format!("src/cli/words/{}", source.path());
            if source.path() == "en.ftl" {
                continue;
            }
            let said = messages(&source);
            for (name, english) in &defined {
                match said.get(name) {
                    None => wrong.push(format!("{path} lacks this, in its language:\n# {english}\n{name} = {english}")),
                    Some(comment) if comment != english => wrong.push(format!(
                        "{path}: `{name}` is older than its English; look at it, and write above it:\n# {english}"
                    )),
                    Some(_) => {}
                }
            }
            let lacking = beside.iter().filter(|name| !said.contains_key(*name));
            wrong.extend(lacking.map(|name| format!("{path} lacks `{name}`, which en.ftl has")));
            let is_over = |name: &&String| !defined.contains_key(*name) && !beside.contains(*name);
            wrong.extend(said.keys().filter(is_over).map(|name| {
                format!("{path}: nothing of the command line says `{name}`; remove it")
            }));
        }
        assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n\n"));
    }

    #[test]
    fn every_message_beside_the_definitions_is_said() {
        let code = [
            include_str!("wording.rs"),
            include_str!("help.rs"),
            include_str!("chapter.rs"),
            include_str!("handbook.rs"),
        ]
        .concat();
        let built = ["help-help", "help-version"];
        for name in messages(&catalogue("en.ftl")).keys() {
            let is_said = code.contains(&format!("\"{name}\"")) || built.contains(&name.as_str());
            assert!(is_said, "nobody says `{name}` of src/cli/words/en.ftl");
        }
    }

    #[test]
    fn words_are_found_in_another_country_but_not_in_another_script() {
        let found = |tag: &str| Wording::of(tag).map(|words| words.locale.tag().to_owned());
        assert_eq!(found("de-AT").as_deref(), Some("de"));
        assert_eq!(found("zh-SG").as_deref(), Some("zh-CN"));
        assert_eq!(found("zh-TW"), None);
        assert_eq!(found("en-GB").as_deref(), Some("en"));
        for none in ["fi", "C", "POSIX", "", "x y"] {
            assert_eq!(found(none), None, "{none}");
        }
    }

    #[test]
    fn names_values_and_defaults_are_the_same_in_every_language() {
        fn shape(command: &Command) -> Vec<String> {
            let name = command.get_name().to_owned();
            let argument = |argument: &Arg| {
                let values = argument.get_possible_values();
                let values: Vec<String> = values.iter().map(|it| it.get_name().into()).collect();
                format!("{argument} {values:?} {:?}", argument.get_default_values())
            };
            let own = std::iter::once(name).chain(command.get_arguments().map(argument));
            own.chain(command.get_subcommands().flat_map(shape))
                .collect()
        }
        let english = shape(&definitions());
        for locale in languages() {
            let wording = Wording::load(locale);
            assert_eq!(
                shape(&wording.command()),
                english,
                "{}",
                wording.locale.tag()
            );
        }
    }
}

//! The article about a command, which our own manual page of it is made from.

use clap::{Arg, Command};

use super::help;
use super::wording::{self, Wording};

/// Files that a site may have, each with the message about it.
const FILES: [(&str, &str); 6] = [
    ("glotta.yml", "file-configuration"),
    ("docs-src/", "file-source"),
    ("public/", "file-output"),
    ("glotta-baseline.json", "file-baseline"),
    ("templates/", "file-templates"),
    ("locales/", "file-words"),
];

/// Variables of the environment that we ask, each with the message about it.
const VARIABLES: [(&str, &str); 4] = [
    ("LC_ALL, LC_MESSAGES, LANG", "variable-language"),
    ("NO_COLOR", "variable-no-color"),
    ("COLUMNS", "variable-columns"),
    ("SOURCE_DATE_EPOCH", "variable-day"),
];

/// Exit codes, each with the message about it.
const CODES: [(&str, &str); 3] = [
    ("0", "exit-done"),
    ("1", "exit-faulty"),
    ("2", "exit-failed"),
];

/// Commands to try, each with the message about it; the second word is the command whose page they stand on.
const EXAMPLES: [(&str, &str); 12] = [
    ("glotta check", "example-check"),
    (
        "glotta check --only row-missing,code-cell-changed",
        "example-check-only",
    ),
    ("glotta check --fix --unsafe", "example-check-fix"),
    (
        "glotta check --changed-since origin/main --format github",
        "example-check-changed",
    ),
    ("glotta build", "example-build"),
    (
        "glotta build --targets man --locale de-de --output manual",
        "example-build-man",
    ),
    ("glotta status --limit 3", "example-status"),
    ("glotta status --format json", "example-status-json"),
    ("glotta explain row-missing --locale sv", "example-explain"),
    (
        "glotta completions bash > ~/.local/share/bash-completion/completions/glotta",
        "example-completions",
    ),
    ("glotta manual check | man -l -", "example-manual"),
    (
        "glotta manual --output ~/.local/share/man",
        "example-manual-output",
    ),
];

/// Returns the article about a command in Markdown; what stands above its first heading is the synopsis. `all` are the names of all pages.
pub fn article(command: &Command, all: &[String], wording: &Wording) -> String {
    let chapter = Chapter { command, wording };
    let about = command
        .get_about()
        .map_or(String::new(), ToString::to_string);
    let title = markdown(&about);
    [
        format!("# {title}\n"),
        chapter.synopsis(),
        chapter.description(),
        chapter.commands(),
        chapter.arguments("manual-arguments", Arg::is_positional),
        chapter.arguments("manual-options", |it| !it.is_positional() && !is_global(it)),
        chapter.arguments("manual-global-options", is_global),
        chapter.listed("manual-exit-status", &CODES),
        chapter.listed("manual-files", &FILES),
        chapter.listed("manual-environment", &VARIABLES),
        chapter.examples(),
        chapter.see_also(all),
    ]
    .join("\n")
}

fn is_global(argument: &Arg) -> bool {
    argument.is_global_set()
}

struct Chapter<'a> {
    command: &'a Command,
    wording: &'a Wording,
}

impl Chapter<'_> {
    fn heading(&self, message: &str) -> String {
        format!("## {}\n", markdown(&self.wording.say(message)))
    }

    fn synopsis(&self) -> String {
        let name = self.command.get_bin_name().unwrap_or("glotta");
        let options = self.wording.say("help-any-options");
        let mut text = format!("`{name}` \\[*{options}*\\]");
        for argument in self.command.get_positionals() {
            let value = value_name(argument);
            text.push_str(&match argument.is_required_set() {
                true => format!(" {value}"),
                false => format!(" \\[{value}\\]"),
            });
        }
        if self.command.is_subcommand_required_set() {
            text.push_str(&format!(" *{}*", self.wording.say("help-any-command")));
        }
        format!("{text}\n")
    }

    fn description(&self) -> String {
        let stop = match self.wording.locale().is_cjk() {
            true => '。',
            false => '.',
        };
        let about = || Some(format!("{}{stop}", self.command.get_about()?));
        let text = wording::description(self.command).or_else(about);
        let heading = self.heading("manual-description");
        format!("{heading}\n{}\n", markdown(&text.unwrap_or_default()))
    }

    fn commands(&self) -> String {
        let commands = documented(self.command);
        if commands.is_empty() {
            return String::new();
        }
        let mut text = self.heading("manual-commands");
        for command in commands {
            let about = command
                .get_about()
                .map_or(String::new(), ToString::to_string);
            let name = wording::page_name(command);
            text.push_str(&item(&format!("`{name}`(1)"), &markdown(&about)));
        }
        text
    }

    fn arguments(&self, heading: &str, is_meant: fn(&Arg) -> bool) -> String {
        let arguments = self.command.get_arguments().filter(|it| is_meant(it));
        let items: String = arguments.map(|argument| self.argument(argument)).collect();
        match items.as_str() {
            "" => items,
            _ => format!("{}{items}", self.heading(heading)),
        }
    }

    fn argument(&self, argument: &Arg) -> String {
        let help = argument
            .get_help()
            .map_or(String::new(), ToString::to_string);
        let mut text = markdown(&help);
        let explained = help::explained_values(argument);
        if let Some(default) = help::default(argument) {
            text.push_str(&format!(
                " \\[{}\\]",
                self.with_code("help-default", &default)
            ));
        }
        match help::values(argument) {
            Some(values) if explained.is_empty() => {
                let values = values.replace(", ", "`, `");
                text.push_str(&format!(
                    " \\[{}\\]",
                    self.with_code("help-values", &values)
                ));
            }
            _ => {}
        }
        for (name, help) in explained {
            let help = help.map_or_else(|| "\\-".to_owned(), |help| markdown(&help));
            text.push_str(&format!("\n\n{}", item(&format!("`{name}`"), &help).trim()));
        }
        item(&term(argument), &text)
    }

    fn with_code(&self, message: &str, value: &str) -> String {
        self.wording
            .say_with(message, "value", &format!("`{value}`"))
    }

    fn listed(&self, heading: &str, things: &[(&str, &str)]) -> String {
        let items = things.iter().map(|(names, message)| {
            let names = names.replace(", ", "`, `");
            item(&format!("`{names}`"), &markdown(&self.wording.say(message)))
        });
        items.fold(self.heading(heading), |text, item| text + &item)
    }

    /// The page of glotta itself shows the first example of each command.
    fn examples(&self) -> String {
        let page = wording::page_name(self.command);
        let mut text = String::new();
        let mut before = "";
        for (line, message) in EXAMPLES {
            let of = line.split(' ').nth(1).unwrap_or_default();
            let is_here = match page.strip_prefix("glotta-") {
                Some(command) => command == of,
                None => of != std::mem::replace(&mut before, of),
            };
            if is_here {
                let words = markdown(&self.wording.say(message));
                text.push_str(&format!("{words}\n\n```shell\n{line}\n```\n\n"));
            }
        }
        match text.as_str() {
            "" => text,
            _ => format!("{}\n{text}", self.heading("manual-examples")),
        }
    }

    fn see_also(&self, all: &[String]) -> String {
        let own = wording::page_name(self.command);
        let others = all.iter().filter(|name| **name != own);
        let others: Vec<String> = others.map(|name| format!("`{name}`(1)")).collect();
        format!(
            "{}\n{}\n",
            self.heading("manual-see-also"),
            others.join(", ")
        )
    }
}

/// The commands below a command that have a page: not `help`, which each of them knows.
pub fn documented(command: &Command) -> Vec<&Command> {
    let commands = command.get_subcommands();
    commands
        .filter(|it| it.get_name() != "help" && !it.is_hide_set())
        .collect()
}

/// `-q`, `--quiet`; `--config FILE`.
fn term(argument: &Arg) -> String {
    let short = argument.get_short().map(|short| format!("`-{short}`"));
    let long = argument.get_long().map(|long| format!("`--{long}`"));
    let names: Vec<String> = short.into_iter().chain(long).collect();
    let takes = argument.get_action().takes_values();
    let value = takes.then(|| value_name(argument));
    let parts: Vec<String> = [Some(names.join(", ")), value]
        .into_iter()
        .flatten()
        .collect();
    parts.join(" ").trim().to_owned()
}

/// `LOCALE|none`: what is small is written as it is.
fn value_name(argument: &Arg) -> String {
    let names = argument.get_value_names().unwrap_or_default();
    let parts = names.iter().flat_map(|name| name.split('|'));
    let parts = parts.map(|part| match part.chars().all(char::is_uppercase) {
        true => format!("*{part}*"),
        false => format!("`{part}`"),
    });
    parts.collect::<Vec<_>>().join("\\|")
}

/// An item of a list of definitions, whose text may have several blocks.
fn item(term: &str, text: &str) -> String {
    let text = text.replace('\n', "\n  ").replace("\n  \n", "\n\n");
    format!("\n{term}\n: {text}\n")
}

/// Words as Markdown: code in grave accents and options are code, and nothing else is a mark.
fn markdown(words: &str) -> String {
    let mut text = String::new();
    for (number, part) in words.split('`').enumerate() {
        match number % 2 {
            1 => text.push_str(&format!("`{part}`")),
            _ => text.push_str(&with_options(part)),
        }
    }
    text
}

fn with_options(words: &str) -> String {
    let mut text = String::new();
    let mut rest = words;
    while let Some(at) = rest.find("--") {
        let is_name = |letter: char| letter.is_ascii_lowercase() || letter == '-';
        let name = rest[at..]
            .find(|letter| !is_name(letter))
            .unwrap_or(rest.len() - at);
        let (before, option) = rest[..at + name].split_at(at);
        text.push_str(&format!("{}`{option}`", escaped(before)));
        rest = &rest[at + name..];
    }
    text + &escaped(rest)
}

fn escaped(words: &str) -> String {
    let mut text = String::new();
    for letter in words.chars() {
        if "\\*_[]<>#&~|".contains(letter) {
            text.push('\\');
        }
        text.push(letter);
    }
    text
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::cli::arguments::Arguments;

    #[test]
    fn options_and_code_are_code() {
        let text = "With --fix or `--diff`: a [b] *c*, glotta.yml.";
        let expected = "With `--fix` or `--diff`: a \\[b\\] \\*c\\*, glotta.yml.";
        assert_eq!(markdown(text), expected);
        assert_eq!(markdown("与 --json-schema。"), "与 `--json-schema`。");
    }

    #[test]
    fn examples_are_commands() {
        for (line, _) in EXAMPLES {
            let words = line.split_whitespace();
            let words = words.take_while(|word| !["|", ">"].contains(word));
            assert!(Arguments::try_parse_from(words).is_ok(), "{line}");
        }
    }
}

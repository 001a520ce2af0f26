//! `--help` in the language of the environment.

use clap::builder::{Resettable, StyledStr};
use clap::error::ErrorKind;
use clap::{Arg, Command};
use textwrap::{Options, WordSplitter};

use super::terminal;
use super::wording::Wording;

/// Where help ends if nobody knows how wide the terminal is, as clap has it.
const WIDTH: usize = 100;

/// How far clap moves in what an option means, where it stands on a line of its own.
const INDENT: usize = 10;

/// Ends the program with what clap has to say: help, in the language of the environment; the version; what is wrong with the arguments.
pub fn exit(error: clap::Error) -> ! {
    let wording = match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            terminal::language().and_then(|tag| Wording::of(&tag))
        }
        _ => None,
    };
    if let Some(wording) = wording.filter(|wording| !wording.is_english()) {
        let mut command = arranged(wording.command(), &wording);
        if let Err(error) = command.try_get_matches_from_mut(std::env::args_os()) {
            error.exit();
        }
    }
    error.exit()
}

/// Replaces the words that clap says by itself.
fn arranged(command: Command, wording: &Wording) -> Command {
    let width = terminal::columns().unwrap_or(WIDTH);
    Arranging::new(wording, width).command(command)
}

struct Arranging<'a> {
    wording: &'a Wording,
    width: usize,
    /// Where lines end: clap breaks lines at blanks only, and some languages have none.
    filling: Option<usize>,
}

impl<'a> Arranging<'a> {
    fn new(wording: &'a Wording, width: usize) -> Self {
        let is_cjk = wording.locale().is_cjk();
        Arranging {
            wording,
            width,
            filling: is_cjk.then_some(width - INDENT),
        }
    }

    fn command(&self, command: Command) -> Command {
        let template = self.template(&command);
        let about = command.get_about().map(|about| self.filled(about));
        let long = command.get_long_about().map(|about| self.filled(about));
        command
            .about(Resettable::from(about))
            .long_about(Resettable::from(long))
            .help_template(template)
            .term_width(self.width)
            .next_line_help(self.filling.is_some())
            .subcommand_help_heading(self.heading("help-commands"))
            .mut_args(|argument| self.argument(argument))
            .mut_subcommands(|command| self.command(command))
    }

    fn template(&self, command: &Command) -> String {
        let style = command.get_styles().get_usage();
        let heading = label(self.wording, "help-usage");
        let usage = self.usage(command);
        format!(
            "{{about-with-newline}}\n{style}{heading}{style:#} {usage}\n\n{{all-args}}{{after-help}}"
        )
    }

    /// A heading without its colon, which clap adds.
    fn heading(&self, message: &str) -> String {
        let label = label(self.wording, message);
        label.trim_end_matches([':', '：']).to_owned()
    }

    fn usage(&self, command: &Command) -> String {
        let literal = command.get_styles().get_literal();
        let placeholder = command.get_styles().get_placeholder();
        let name = command.get_bin_name().unwrap_or(command.get_name());
        let options = self.wording.say("help-any-options");
        let mut usage =
            format!("{literal}{name}{literal:#} {placeholder}[{options}]{placeholder:#}");
        for argument in command.get_positionals() {
            usage.push_str(&format!(" {placeholder}{argument}{placeholder:#}"));
        }
        if command.is_subcommand_required_set() {
            let any = self.wording.say("help-any-command");
            usage.push_str(&format!(" {placeholder}<{any}>{placeholder:#}"));
        }
        usage
    }

    fn argument(&self, argument: Arg) -> Arg {
        let heading = match (argument.get_help_heading(), argument.is_positional()) {
            (Some(_), _) => "help-global-options",
            (None, true) => "help-arguments",
            (None, false) => "help-options",
        };
        let short = self.short(&argument);
        let long = self
            .long(&argument)
            .or(argument.get_long_help().map(|help| self.filled(help)));
        argument
            .help_heading(self.heading(heading))
            .help(short)
            .long_help(Resettable::from(long))
            .hide_default_value(true)
            .hide_possible_values(true)
    }

    fn short(&self, argument: &Arg) -> StyledStr {
        let help = argument.get_help().map(ToString::to_string);
        let default = default(argument).map(|it| bracketed(self.wording, "help-default", &it));
        let values = values(argument).map(|it| bracketed(self.wording, "help-values", &it));
        let parts: Vec<String> = [help, default, values].into_iter().flatten().collect();
        self.filled(&StyledStr::from(parts.join(" ")))
    }

    /// With what each value means, where that is said.
    fn long(&self, argument: &Arg) -> Option<StyledStr> {
        let values = explained_values(argument);
        if values.is_empty() {
            return None;
        }
        let mut text = argument
            .get_help()
            .map_or(String::new(), ToString::to_string);
        text.push_str(&format!("\n\n{}", label(self.wording, "help-value-list")));
        for (name, help) in values {
            let help = help.map_or(String::new(), |help| format!(": {help}"));
            text.push_str(&format!("\n- {name}{help}"));
        }
        if let Some(default) = default(argument) {
            text.push_str(&format!(
                "\n\n{}",
                bracketed(self.wording, "help-default", &default)
            ));
        }
        Some(self.filled(&StyledStr::from(text)))
    }

    fn filled(&self, text: &StyledStr) -> StyledStr {
        match self.filling {
            Some(width) => {
                let options = Options::new(width).word_splitter(WordSplitter::NoHyphenation);
                textwrap::fill(&text.to_string(), options).into()
            }
            None => text.clone(),
        }
    }
}

/// A heading with its colon, as the language writes it.
fn label(wording: &Wording, message: &str) -> String {
    wording.say_with("label", "label", &wording.say(message))
}

fn bracketed(wording: &Wording, message: &str, value: &str) -> String {
    format!("[{}]", wording.say_with(message, "value", value))
}

/// What holds where an option is not given.
pub fn default(argument: &Arg) -> Option<String> {
    let takes = argument.get_action().takes_values();
    let values = argument.get_default_values().iter();
    let values: Vec<_> = values.map(|value| value.to_string_lossy()).collect();
    (takes && !values.is_empty()).then(|| values.join(" "))
}

/// The values of an option that are listed in its help.
pub fn values(argument: &Arg) -> Option<String> {
    if argument.is_hide_possible_values_set() {
        return None;
    }
    let values = argument.get_possible_values();
    let names: Vec<&str> = values.iter().map(|value| value.get_name()).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// The values with what is said of them; none if nothing is said of any.
pub fn explained_values(argument: &Arg) -> Vec<(String, Option<String>)> {
    let values = argument.get_possible_values();
    if argument.is_hide_possible_values_set() || values.iter().all(|it| it.get_help().is_none()) {
        return Vec::new();
    }
    let explained = values.iter().map(|value| {
        let help = value.get_help().map(ToString::to_string);
        (value.get_name().to_owned(), help)
    });
    explained.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn help(tag: &str, command: &str) -> String {
        let wording = Wording::of(tag).expect("we speak it");
        let arranging = Arranging::new(&wording, 80);
        let mut command_line = arranging.command(wording.command());
        let found = command_line.find_subcommand_mut(command);
        found.expect("a command").render_long_help().to_string()
    }

    #[test]
    fn no_word_of_clap_is_left() {
        for locale in super::super::wording::languages() {
            if locale.language() == "en" {
                continue;
            }
            for command in [
                "build",
                "join",
                #[cfg(feature = "serve")]
                "serve",
                "check",
                "status",
                "explain",
                "export",
                "verify",
                "completions",
                "manual",
                "help",
            ] {
                let help = help(locale.tag(), command);
                for english in [
                    "Usage:",
                    "Options:",
                    "OPTIONS",
                    "Print",
                    "default:",
                    "possible values",
                    "Possible values",
                    "<COMMAND>",
                    "Arguments:",
                ] {
                    let is_shared = english == "OPTIONS" && locale.language() == "fr";
                    assert!(is_shared || !help.contains(english), "{english}: {help}");
                }
            }
        }
    }

    #[test]
    fn no_line_is_wider_than_the_terminal() {
        use unicode_width::UnicodeWidthStr;
        for locale in super::super::wording::languages() {
            let help = help(locale.tag(), "check");
            let wide = help.lines().find(|line| line.width() > 80);
            assert_eq!(wide, None, "{}", locale.tag());
        }
    }
}

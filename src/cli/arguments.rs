//! The command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use glotta::diagnostic::nearest;
use glotta::locale::Locale;
use glotta::model::{Reference, TargetName};

/// Checks that documentation in many languages states the same facts, and publishes it.
#[derive(Debug, Parser)]
#[command(version, propagate_version = true, arg_required_else_help = true)]
pub struct Arguments {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Check the articles and publish them as HTML, Markdown and manual pages
    Build(BuildOptions),
    /// Check that the articles agree in all languages
    Check(CheckOptions),
    /// Show the site in a browser while it is written: changes are there at once, and pages reload by themselves
    #[cfg(feature = "serve")]
    Serve(ServeOptions),
    /// Say how the articles stand in each language: current, stale, damaged or missing
    Status(StatusOptions),
    /// Say what a rule finds, why it matters and what to do
    Explain(ExplainOptions),
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Options of all commands")]
pub struct Global {
    /// Read this configuration; its paths are relative to its folder [default: glotta.yml, here or beside --source]
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Read the articles of this folder, which has a folder for each language
    #[arg(long, global = true, value_name = "DIR")]
    pub source: Option<PathBuf>,
    /// Hold all languages against this one, or against what most of them say
    #[arg(long, global = true, value_name = "LOCALE|none", value_parser = reference)]
    pub reference: Option<Reference>,
    /// Report on (check), publish (build) or explain in this language only; may be repeated
    #[arg(long, global = true, value_name = "TAG", value_delimiter = ',')]
    pub locale: Vec<String>,
    /// Work with this many threads [default: one for each processor]
    #[arg(long, global = true, value_name = "N", value_parser = jobs)]
    pub jobs: Option<usize>,
    /// Use colours
    #[arg(long, global = true, value_name = "WHEN", value_enum, default_value_t)]
    pub color: Color,
    /// Print findings only
    #[arg(long, short, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    /// Print what was read and how much each rule examined
    #[arg(long, short, global = true)]
    pub verbose: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Color {
    /// On a terminal, unless NO_COLOR is set
    #[default]
    Auto,
    Always,
    Never,
}

#[derive(Debug, Args)]
pub struct BuildOptions {
    /// Publish to this folder [default: `output` of the configuration, else public]
    #[arg(long, value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// Make these kinds of page: html, markdown, man
    #[arg(long, value_name = "LIST", value_delimiter = ',', value_parser = target)]
    pub targets: Vec<TargetName>,
    /// Publish even if there are errors
    #[arg(long)]
    pub keep_going: bool,
    /// Let warnings stop the build as errors do
    #[arg(long)]
    pub deny_warnings: bool,
    /// Publish without running the rules; what cannot be read is still an error
    #[arg(long)]
    pub no_check: bool,
    /// Publish into a folder that holds other files, none of which is removed
    #[arg(long)]
    pub force: bool,
    /// Print how long each stage took
    #[arg(long)]
    pub timings: bool,
}

#[cfg(feature = "serve")]
#[derive(Debug, Args)]
pub struct ServeOptions {
    /// Listen at this port; 0 takes any that is free [default: 8000, or the next free one]
    #[arg(long, value_name = "N")]
    pub port: Option<u16>,
    /// Listen at this address instead of this machine's own: whoever can reach it can read the site
    #[arg(long, value_name = "ADDRESS")]
    pub host: Option<String>,
    /// Open the site in the browser
    #[arg(long)]
    pub open: bool,
    /// Serve these kinds of page: html, markdown, man
    #[arg(long, value_name = "LIST", value_delimiter = ',', value_parser = target)]
    pub targets: Vec<TargetName>,
    /// Show pages without running the rules; what cannot be read is told all the same
    #[arg(long)]
    pub no_check: bool,
}

#[derive(Debug, Args)]
pub struct StatusOptions {
    /// Print in this form
    #[arg(long, value_enum, default_value_t)]
    pub format: StatusForm,
    /// List this many of the oldest debts
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub limit: usize,
    /// Print the JSON Schema of --format json, and check nothing
    #[arg(long)]
    pub json_schema: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum StatusForm {
    /// A table with bars, and the oldest debts
    #[default]
    Human,
    /// One JSON object: that of status.json
    Json,
}

#[derive(Debug, Default, Args)]
pub struct CheckOptions {
    /// Print the findings in this form
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    /// Print how many findings each rule has in each language, and how much it examined
    #[arg(long)]
    pub statistics: bool,
    /// Print the JSON Schema of --format json, and check nothing
    #[arg(long)]
    pub json_schema: bool,
    /// List every web and mail address that pages lead to, one a line, for another tool to try; nothing is fetched, and nothing is
    /// checked. With --format json each has the places where it is written
    #[arg(long, conflicts_with_all = ["mending", "write_baseline", "prune_baseline", "statistics", "changed_since"])]
    pub external: bool,
    /// Run this rule and no other; may be repeated
    #[arg(long, value_name = "RULE", value_delimiter = ',', value_parser = rule)]
    pub only: Vec<String>,
    /// Do not run this rule; may be repeated
    #[arg(long, value_name = "RULE", value_delimiter = ',', value_parser = rule)]
    pub skip: Vec<String>,
    #[command(flatten)]
    pub baseline: BaselineOptions,
    /// End with exit code 1 for warnings, too
    #[arg(long)]
    pub deny_warnings: bool,
    #[command(flatten)]
    pub repair: RepairOptions,
    /// Report only what concerns lines that have changed since this revision of git; all is examined
    #[arg(long, value_name = "REV", value_parser = revision)]
    pub changed_since: Option<String>,
    /// Stay, and check again whenever a file changes
    #[cfg(feature = "serve")]
    #[arg(long, conflicts_with_all = ["external", "mending", "write_baseline", "prune_baseline", "json_schema"])]
    pub watch: bool,
}

#[derive(Debug, Default, Args)]
#[command(group = clap::ArgGroup::new("mending").multiple(true))]
pub struct RepairOptions {
    /// Mend what can be mended without a doubt, and report what remains
    #[arg(long, group = "mending")]
    pub fix: bool,
    /// With --fix or --diff: mend also what is only probably right
    #[arg(long = "unsafe", requires = "mending")]
    pub unsafely: bool,
    /// Print what --fix would change, for `git apply` or `patch -p1`, and change nothing
    #[arg(long, group = "mending")]
    pub diff: bool,
}

#[derive(Debug, Default, Args)]
pub struct BaselineOptions {
    /// Leave out the findings that this file lists [default: `baseline` of the configuration, else none]
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
    /// Leave out nothing, whatever the configuration says
    #[arg(long, conflicts_with_all = ["baseline", "write_baseline", "prune_baseline"])]
    pub no_baseline: bool,
    /// List all findings in the baseline, so that only newer ones are reported [default file: glotta-baseline.json]
    #[arg(long, conflicts_with_all = ["prune_baseline", "mending"])]
    pub write_baseline: bool,
    /// Remove from the baseline what is found no more
    #[arg(long, conflicts_with = "mending")]
    pub prune_baseline: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Format {
    /// With the text that is meant, what to do, and a summary
    #[default]
    Human,
    /// One line for each finding
    Concise,
    /// One JSON object
    Json,
    /// SARIF 2.1.0, for code scanning and editors
    Sarif,
    /// Annotations of GitHub Actions, behind the human form
    Github,
    /// Code quality of GitLab
    Gitlab,
    /// JUnit XML: a suite for each article, a case for each language
    Junit,
    /// Diagnostic format of reviewdog
    Rdjson,
}

impl Format {
    /// Whether people read it, on a terminal or in a log.
    pub fn is_for_people(self) -> bool {
        matches!(self, Format::Human | Format::Concise | Format::Github)
    }
}

#[derive(Debug, Args)]
pub struct ExplainOptions {
    /// The name of a rule or of a fault of reading, as reports have it
    #[arg(value_name = "NAME")]
    pub name: String,
}

fn reference(name: &str) -> Result<Reference, String> {
    if name == "none" {
        return Ok(Reference::None);
    }
    match Locale::declared(name) {
        Ok(locale) => Ok(Reference::Locale(locale.folder().to_ascii_lowercase())),
        Err(error) => Err(format!(
            "it is {error}; write a locale folder's name or `none`"
        )),
    }
}

fn jobs(number: &str) -> Result<usize, String> {
    match number.parse() {
        Ok(jobs @ 1..=1024) => Ok(jobs),
        _ => Err("write a number from 1 to 1024".into()),
    }
}

fn target(name: &str) -> Result<TargetName, String> {
    TargetName::from_name(name).ok_or_else(|| {
        format!(
            "no such target; {}",
            nearest(name, &TargetName::ALL.map(TargetName::name))
        )
    })
}

/// git would take it for an option, and no revision has such a name.
fn revision(name: &str) -> Result<String, String> {
    match name {
        "" => Err("name a commit, a branch or a tag".into()),
        _ if name.starts_with('-') => Err("a revision cannot begin with a hyphen".into()),
        _ if name.contains("..") => Err("name one revision, not a range".into()),
        _ => Ok(name.to_owned()),
    }
}

fn rule(name: &str) -> Result<String, String> {
    let known: Vec<&str> = glotta::faults().iter().map(|fault| fault.name).collect();
    match known.contains(&name) {
        true => Ok(name.to_owned()),
        false => Err(format!("no such rule; {}", nearest(name, &known))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_contradicts_itself_nowhere() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn a_misspelt_rule_is_told_the_nearest() {
        let name = glotta::faults().first().map_or("", |fault| fault.name);
        let error = rule(&name[1..]).unwrap_err();
        assert!(error.contains(name), "{error}");
    }
}

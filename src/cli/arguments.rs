//! The command line.

use std::path::PathBuf;

use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum, ValueHint};
use clap_complete::Shell;
use glotta::diagnostic::nearest;
use glotta::locale::Locale;
use glotta::model::{Reference, Shard, TargetName};

use super::named::Named;

/// Check that documentation in many languages states the same facts, and publish it
///
/// Glotta reads Markdown articles, each of which exists in many languages; checks that they state the same facts; and publishes them as
/// HTML, Markdown and manual pages. Everything has a default: in a folder that holds `docs-src`, every command works without options.
#[derive(Debug, Parser)]
#[command(
    name = "glotta",
    version,
    propagate_version = true,
    arg_required_else_help = true
)]
pub struct Arguments {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Check the articles and publish them as HTML, Markdown and manual pages
    ///
    /// If an article contains an error, nothing is published, and what was published before stays as it was.
    Build(BuildOptions),
    /// Put together what `glotta build --shard` has published on several machines
    ///
    /// The output folder becomes what one build of the whole would have made, byte for byte. Nothing is changed unless every shard is
    /// there, undamaged, and made of the same sources.
    Join(JoinOptions),
    /// Check that the articles agree in all languages
    ///
    /// All articles are read, the languages of each are compared, and what departs is reported. Without --fix no file is written.
    Check(CheckOptions),
    /// Show the site in a browser while it is written: changes are there at once, and pages reload by themselves
    #[cfg(feature = "serve")]
    Serve(ServeOptions),
    /// Say how the articles stand in each language: current, stale, damaged or missing
    ///
    /// What it finds is no failure: if the site could be read, the exit code is 0.
    Status(StatusOptions),
    /// Say what a rule finds and what to do, or what the tables of the site say of a key or a name
    Explain(ExplainOptions),
    /// Print the tables of the articles as data: JSON, CSV, or messages by id
    Export(ExportOptions),
    /// Compare a table with a list of ids from a product's code, in every language
    Verify(VerifyOptions),
    /// Print the script that lets a shell complete commands, options and their values
    ///
    /// The script goes to standard output and is made for one shell; its descriptions are in the language of the environment.
    Completions(CompletionsOptions),
    /// Print a manual page of glotta, or write them all into a folder
    ///
    /// Without --output, one page is printed for `man -l -`. With it, the pages of all commands are written, in every language that there
    /// are words for, to where `man` looks for them.
    Manual(ManualOptions),
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Options of all commands")]
pub struct Global {
    /// Read this configuration; its paths are relative to its folder [default: glotta.yml, here or beside --source]
    #[arg(long, global = true, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub config: Option<PathBuf>,
    /// Read the articles of this folder, which has a folder for each language
    #[arg(long, global = true, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub source: Option<PathBuf>,
    /// Hold all languages against this one, or against what most of them say
    #[arg(long, global = true, value_name = "LOCALE|none", value_hint = ValueHint::Other, value_parser = reference)]
    pub reference: Option<Reference>,
    /// Report on (check), publish (build) or explain in this language only; may be repeated
    #[arg(long, global = true, value_name = "TAG", value_hint = ValueHint::Other, value_delimiter = ',')]
    pub locale: Vec<String>,
    /// Work with this many threads [default: one for each processor]
    #[arg(long, global = true, value_name = "N", value_hint = ValueHint::Other, value_parser = jobs)]
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
    /// In files and pipes, too
    Always,
    /// Not even on a terminal
    Never,
}

#[derive(Debug, Args)]
pub struct BuildOptions {
    /// Publish to this folder [default: `output` of the configuration, else public]
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub output: Option<PathBuf>,
    /// Make these kinds of page: html, markdown, man, catalogue
    #[arg(long, value_name = "LIST", value_delimiter = ',', hide_possible_values = true,
          value_parser = Named::new(targets, target))]
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
    /// Remember in this folder what was done, so that the next build sees sooner what has changed; it can be removed at any time
    /// [default: `cache` of the configuration, else .glotta-cache beside it]
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath, conflicts_with = "no_cache")]
    pub cache_dir: Option<PathBuf>,
    /// Remember nothing, and go by nothing that an earlier build remembered
    #[arg(long)]
    pub no_cache: bool,
    /// Publish share K of N only, so that N machines make all pages; `glotta join` puts them together
    #[arg(long, value_name = "K/N", value_hint = ValueHint::Other, value_parser = shard)]
    pub shard: Option<Shard>,
    /// Print how long each stage took
    #[arg(long)]
    pub timings: bool,
}

#[cfg(feature = "serve")]
#[derive(Debug, Args)]
pub struct ServeOptions {
    /// Listen at this port instead of 8000 or the next free one; 0 takes any that is free
    #[arg(long, value_name = "N", value_hint = ValueHint::Other)]
    pub port: Option<u16>,
    /// Listen at this address instead of this machine's own: whoever can reach it can read the site
    #[arg(long, value_name = "ADDRESS", value_hint = ValueHint::Hostname)]
    pub host: Option<String>,
    /// Open the site in the browser
    #[arg(long)]
    pub open: bool,
    /// Serve these kinds of page: html, markdown, man, catalogue
    #[arg(long, value_name = "LIST", value_delimiter = ',', value_parser = target)]
    pub targets: Vec<TargetName>,
    /// Show pages without running the rules; what cannot be read is told all the same
    #[arg(long)]
    pub no_check: bool,
}

#[derive(Debug, Args)]
pub struct JoinOptions {
    /// The folders that the shards were published to, in any order
    #[arg(value_name = "DIR", value_hint = ValueHint::DirPath, required = true)]
    pub shards: Vec<PathBuf>,
    /// Publish to this folder
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath, default_value = "public")]
    pub output: PathBuf,
    /// Publish into a folder that holds other files, none of which is removed
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, Args)]
pub struct StatusOptions {
    /// Print in this form
    #[arg(long, value_enum, default_value_t)]
    pub format: StatusForm,
    /// List this many of the oldest debts
    #[arg(long, value_name = "N", value_hint = ValueHint::Other, default_value_t = 10)]
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
    #[arg(long, value_name = "RULE", value_delimiter = ',', hide_possible_values = true,
          value_parser = Named::new(rules, rule))]
    pub only: Vec<String>,
    /// Do not run this rule; may be repeated
    #[arg(long, value_name = "RULE", value_delimiter = ',', hide_possible_values = true,
          value_parser = Named::new(rules, rule))]
    pub skip: Vec<String>,
    #[command(flatten)]
    pub baseline: BaselineOptions,
    /// End with exit code 1 for warnings, too
    #[arg(long)]
    pub deny_warnings: bool,
    #[command(flatten)]
    pub repair: RepairOptions,
    /// Report only what concerns lines that have changed since this revision of git; all is examined
    #[arg(long, value_name = "REV", value_hint = ValueHint::Other, value_parser = revision)]
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
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
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
    /// A rule or fault that reports name, or a key or name of a table of the site, in any common spelling: 0x411, 411h, 1041, sail_torn
    #[arg(
        value_name = "NAME",
        hide_possible_values = true,
        value_parser = Named::new(rules, any),
        required_unless_present = "json_schema",
        allow_negative_numbers = true
    )]
    pub name: Option<String>,
    /// Look into this catalogue and not into the sources: catalogue.json, the file of a language, or the folder that they were published
    /// to [default: GLOTTA_CATALOGUE, unless --source or --config names a project]
    #[arg(long, value_name = "FILE|DIR", value_hint = ValueHint::AnyPath)]
    pub catalogue: Option<PathBuf>,
    /// Look into this table only
    #[arg(long, value_name = "ID")]
    pub table: Option<String>,
    /// Print in this form
    #[arg(long, value_enum, default_value_t)]
    pub format: ExplainForm,
    /// Print the JSON Schema of --format json, and explain nothing
    #[arg(long)]
    pub json_schema: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum ExplainForm {
    /// In the language of the answer, filled to the width of the terminal
    #[default]
    Human,
    /// One JSON object
    Json,
}

#[derive(Debug, Args)]
pub struct ExportOptions {
    /// Print in this form
    #[arg(long, value_enum, default_value_t)]
    pub format: ExportForm,
    /// Read this built catalogue, or the one in this folder, instead of the articles
    #[arg(long, value_name = "FILE|DIR", value_hint = ValueHint::AnyPath)]
    pub catalogue: Option<PathBuf>,
    /// Take this table only, by its id or the last part of it; may be repeated
    #[arg(long, value_name = "TABLE")]
    pub table: Vec<String>,
    /// Write files into this folder, where other files stay [default: print, if there is one file only]
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub output: Option<PathBuf>,
    /// Write cells as Markdown; for csv and flat, which have the words alone
    #[arg(long)]
    pub markdown: bool,
    /// Leave words of csv as they are, even if a spreadsheet would calculate with them
    #[arg(long)]
    pub raw: bool,
    /// Print the JSON Schema of catalogues, and read nothing
    #[arg(long)]
    pub json_schema: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum ExportForm {
    /// The catalogue, as the target of that name has it
    #[default]
    Json,
    /// A file for each language and table, for spreadsheets
    Csv,
    /// A JSON object for each language: words by table, key and column
    Flat,
}

#[derive(Debug, Args)]
pub struct VerifyOptions {
    /// The ids: a text with one on a line, or JSON; - for standard input
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath, required_unless_present = "json_schema")]
    pub file: Option<PathBuf>,
    /// The table, by its id or the last part of it
    #[arg(long, value_name = "TABLE", required_unless_present = "json_schema")]
    pub table: Option<String>,
    /// The column that holds the ids, by its name or label [default: that of the keys]
    #[arg(long, value_name = "COLUMN")]
    pub column: Option<String>,
    /// Where FILE holds objects: the field that holds the id
    #[arg(long, value_name = "NAME")]
    pub field: Option<String>,
    /// Where FILE is one object: take its keys or its values [default: whichever are in the table]
    #[arg(long, value_name = "SIDE", value_enum, conflicts_with = "field")]
    pub take: Option<Side>,
    /// Let the table have ids that FILE lacks
    #[arg(long)]
    pub allow_extra: bool,
    /// Leave this id out on both sides; a * stands for any letters; may be repeated
    #[arg(
        long,
        value_name = "ID",
        value_delimiter = ',',
        allow_hyphen_values = true
    )]
    pub ignore: Vec<String>,
    /// Print in this form
    #[arg(long, value_enum, default_value_t)]
    pub format: VerifyForm,
    /// Print the JSON Schema of --format json, and compare nothing
    #[arg(long)]
    pub json_schema: bool,
}

/// The side of an object that holds ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Side {
    Keys,
    Values,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum VerifyForm {
    /// What one side lacks, a line for each id
    #[default]
    Human,
    /// One JSON object
    Json,
}

#[derive(Debug, Args)]
pub struct CompletionsOptions {
    /// The shell to make the script for
    #[arg(value_name = "SHELL", value_enum)]
    pub shell: Shell,
}

#[derive(Debug, Args)]
pub struct ManualOptions {
    /// The command whose page to print; without one, that of glotta itself
    #[arg(value_name = "COMMAND", hide_possible_values = true, value_parser = Named::new(commands, command),
          conflicts_with = "output")]
    pub command: Option<String>,
    /// Write all pages into this folder, as packages put them into /usr/share/man
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub output: Option<PathBuf>,
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

fn shard(text: &str) -> Result<Shard, String> {
    Shard::from_text(text).ok_or_else(|| {
        format!(
            "write `2/8` for the second share of eight; there can be {}",
            Shard::MOST
        )
    })
}

fn targets() -> Vec<String> {
    TargetName::ALL
        .map(|target| target.name().to_owned())
        .into()
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

fn rules() -> Vec<String> {
    let faults = glotta::faults().into_iter();
    faults.map(|fault| fault.name.to_owned()).collect()
}

fn rule(name: &str) -> Result<String, String> {
    one_of(&rules(), name, "rule")
}

/// The names of the commands of the program.
fn commands() -> Vec<String> {
    let arguments = Arguments::command();
    let commands = arguments.get_subcommands();
    commands
        .map(|command| command.get_name().to_owned())
        .collect()
}

fn command(name: &str) -> Result<String, String> {
    one_of(&commands(), name, "command")
}

/// Takes a name that is among those that are known.
fn one_of(known: &[String], name: &str, kind: &str) -> Result<String, String> {
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    match known.contains(&name) {
        true => Ok(name.to_owned()),
        false => Err(format!("no such {kind}; {}", nearest(name, &known))),
    }
}

/// Takes whatever is written: the command itself says what it does not know.
fn any(name: &str) -> Result<String, String> {
    Ok(name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

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

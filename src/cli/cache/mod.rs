//! What builds remember, so that one that has nothing to do sees it at once.
//!
//! A build depends on what it asked of the world and on its options, and on nothing else. Both are written down with what was found and the
//! mark of the list of pages that were published. Where every question has the same answer and the list still describes what readers
//! find, there is nothing to do but to tell again what was found. Whatever cannot be understood is as nothing.

mod findings;

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use glotta::check::CheckNotes;
use glotta::discover::{DiskWorld, Held, Recorder, Records, read_file};
use glotta::model::{Config, Site, TargetName};
use glotta::write::{Mark, WriteError, Written, store};
use glotta::{Archive, ByText, PageNotes, Report};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use self::findings::Stored;
use super::arguments::{BuildOptions, Global};
use super::formats::{self, Style};
use super::project;
use super::terminal::Terminal;

/// What a file begins with. The number is that of the form of [`Head`] and of all that stands in it.
const MAGIC: &[u8] = b"glotta build 3\n";

/// How many bytes of SHA-256 follow.
const HASH: usize = 32;

/// What the names of files end with: what a build asked and found, what its rules found in each article, and what its pages were made of.
const BUILD: &str = "build";
const RULES: &str = "rules";
const PAGES: &str = "pages";
/// What is known of articles, and where in the other file it stands.
const INDEX: &str = "index";
const TEXTS: &str = "texts";

/// Where a build with certain options is remembered.
pub struct Cache {
    folder: PathBuf,
    asked: Vec<String>,
    /// The file of the running program.
    program: PathBuf,
    /// What is known of that file, so that it need not be read again; nothing where nothing can be known.
    known: OnceLock<Option<Records>>,
}

/// What tells whether the rest can be read: only the program that wrote it knows its form.
#[derive(Serialize, Deserialize)]
struct Head {
    asked: Vec<String>,
    program: Records,
}

/// What a build asked and what came of it.
#[derive(Serialize, Deserialize)]
struct Body {
    records: Records,
    report: Stored,
    /// The findings as they were printed, and how: to word thousands of them again takes longer than all else.
    printed: Printed,
    /// As the configuration names them.
    source: String,
    output: String,
    /// The list of the pages, where any were published.
    published: Option<Mark>,
}

/// What the pages of a build were made of.
#[derive(Serialize, Deserialize)]
pub struct Notes {
    /// The list of the pages: they stay only where that is still theirs.
    pub list: Mark,
    targets: Vec<(String, PageNotes)>,
}

/// Findings in words.
#[derive(Serialize, Deserialize)]
pub struct Printed {
    pub style: Style,
    pub text: String,
}

/// What came of a build.
pub struct Outcome<'a> {
    pub site: &'a Site,
    pub report: &'a Report,
    pub printed: Printed,
    pub written: Option<&'a Written>,
}

/// A build that would be the same now.
pub struct Last {
    pub report: Report,
    /// The findings in the style that is wanted.
    pub text: String,
    /// What its options and paths are to be taken from, in the place of the whole configuration.
    pub config: Config,
    pub published: Option<Mark>,
}

impl Notes {
    pub fn new(list: Mark, targets: Vec<(TargetName, PageNotes)>) -> Notes {
        let targets = targets.into_iter();
        Notes {
            list,
            targets: targets
                .map(|(target, notes)| (target.name().to_owned(), notes))
                .collect(),
        }
    }

    pub fn of(&self, target: TargetName) -> Option<&PageNotes> {
        let mut targets = self.targets.iter();
        let (_, notes) = targets.find(|(name, _)| *name == target.name())?;
        Some(notes)
    }
}

impl Cache {
    /// Where the command line or the configuration wants builds to be remembered, if anywhere.
    pub fn wanted(
        world: &DiskWorld,
        global: &Global,
        options: &BuildOptions,
        terminal: &Terminal,
    ) -> Option<Cache> {
        if options.no_cache {
            return None;
        }
        // A configuration with errors is told by the build.
        let config = glotta::configuration(world).ok()?.value;
        let folder = match (&options.cache_dir, &config.cache) {
            (Some(folder), _) => folder.clone(),
            (None, Some(folder)) => world.folder().join(folder),
            (None, None) => return None,
        };
        let source = project::source(world, &config);
        let output = project::output(world, &config, options.output.as_deref());
        if is_among(&folder, &source) || is_among(&folder, &output) {
            terminal.say(&format!(
                "note: nothing is remembered in {}, because it stands among the articles or the pages\nhelp: name a folder outside of both",
                folder.display()
            ));
            return None;
        }
        if !store::is_free(&folder) {
            terminal.say(&format!(
                "note: nothing is remembered in {}, because it holds files that are no cache\nhelp: name a folder that holds nothing else",
                folder.display()
            ));
            return None;
        }
        let program = program()?;
        Some(Cache {
            folder,
            asked: asked(&program, global, options),
            program,
            known: OnceLock::new(),
        })
    }

    /// The folder, for messages.
    pub fn folder(&self) -> String {
        self.folder.display().to_string()
    }

    /// Finds the last build with these options, if the same would come of it now.
    pub fn last(&self, world: &DiskWorld, style: Style) -> Option<Last> {
        let bytes = read_file(&self.folder.join(self.name(BUILD))).ok()?;
        let (head, rest) = head(&bytes)?;
        let renewed_program = self.understands(world, head)?;
        let mut body: Body = postcard::from_bytes(rest).ok()?;
        let held = body.records.hold(world)?;
        let is_printed = body.printed.style == style;
        let texts = (!is_printed).then_some(world);
        let report = body.report.restored(texts, &body.source)?;
        let renewed = renew(&mut body.records, held);
        if renewed_program || renewed {
            // A build that only looked has nothing to say about a folder that cannot be written.
            drop(self.put(world, BUILD, &body));
        }
        let config = Config {
            source: body.source,
            output: body.output,
            ..Config::default()
        };
        let text = match is_printed {
            true => body.printed.text,
            false => formats::findings(&report.diagnostics, style),
        };
        Some(Last {
            report,
            text,
            config,
            published: body.published,
        })
    }

    /// What the pages of the last build with these options were made of, if that is known.
    pub fn notes(&self, world: &DiskWorld) -> Option<Notes> {
        self.read(world, PAGES)
    }

    /// What the rules of the last build with these options found, if that is known.
    pub fn rules(&self, world: &DiskWorld) -> Option<CheckNotes> {
        self.read(world, RULES)
    }

    fn read<T: DeserializeOwned>(&self, world: &DiskWorld, kind: &str) -> Option<T> {
        let bytes = read_file(&self.folder.join(self.name(kind))).ok()?;
        let (head, rest) = head(&bytes)?;
        self.understands(world, head)?;
        postcard::from_bytes(rest).ok()
    }

    /// What is known of the articles of the last build with these options.
    pub fn archive(&self, world: &DiskWorld) -> Archive {
        let kept = || {
            let bytes = || read_file(&self.folder.join(self.name(TEXTS))).ok();
            Some(Archive::new(self.read(world, INDEX)?, bytes()?))
        };
        kept().unwrap_or_default()
    }

    /// Remembers articles: only those that are not known yet, unless more is wasted than used.
    pub fn keep_archive(
        &self,
        world: &DiskWorld,
        site: &Site,
        known: &Archive,
        noticed: &ByText,
    ) -> std::io::Result<()> {
        let (mut index, mut new) = known.renewed(site, noticed);
        let (folder, name) = (&self.folder, self.name(TEXTS));
        let length = known.bytes.len();
        let is_worth_it = length > 0 && known.waste(&index) * 2 < length;
        let is_added = is_worth_it
            && (new.is_empty()
                || store::extend(folder, &name, length as u64, &new).unwrap_or(false));
        if !is_added {
            (index, new) = Archive::default().renewed(site, noticed);
            store::keep(folder, &name, &new)?;
        }
        self.put(world, INDEX, &index)
    }

    /// Remembers what rules found.
    pub fn keep_rules(&self, world: &DiskWorld, notes: &CheckNotes) -> std::io::Result<()> {
        self.put(world, RULES, notes)
    }

    /// Remembers what pages were made of.
    pub fn keep_notes(&self, world: &DiskWorld, notes: &Notes) -> std::io::Result<()> {
        self.put(world, PAGES, notes)
    }

    /// Whether this program wrote a file for these options, and then whether it needed to be read for that.
    fn understands(&self, world: &DiskWorld, head: Head) -> Option<bool> {
        if head.asked != self.asked {
            return None;
        }
        if let Some(Some(known)) = self.known.get()
            && *known == head.program
        {
            return Some(false);
        }
        let mut program = head.program;
        let held = program.hold(world)?;
        let renewed = renew(&mut program, held);
        self.known.get_or_init(|| Some(program));
        Some(renewed)
    }

    /// Remembers a build: what it asked, and what came of it.
    pub fn keep(&self, world: &DiskWorld, seen: Recorder, outcome: Outcome) -> std::io::Result<()> {
        let Outcome {
            site,
            report,
            printed,
            written,
        } = outcome;
        let Some(records) = seen.records() else {
            return Ok(());
        };
        let body = Body {
            report: Stored::of(report, &records, &site.config.source),
            printed,
            records,
            source: site.config.source.clone(),
            output: site.config.output.clone(),
            published: written.map(|written| written.list.clone()),
        };
        self.put(world, BUILD, &body)
    }

    /// Notes what tells this program from the next one that stands in its place, which may happen before the build comes to its end.
    pub fn note_program(&self, world: &DiskWorld) -> Option<&Records> {
        let known = self.known.get_or_init(|| {
            let recorder = Recorder::new(world);
            // A program for its authors is five times as large and hashes twenty times as slowly; its times tell it from the next one.
            match cfg!(debug_assertions) {
                true => recorder.note_time(&self.program),
                false => recorder.note_file(&self.program),
            }
            recorder.records()
        });
        known.as_ref()
    }

    fn put(&self, world: &DiskWorld, kind: &str, body: &impl Serialize) -> std::io::Result<()> {
        let Some(program) = self.note_program(world) else {
            return Ok(());
        };
        let head = Head {
            asked: self.asked.clone(),
            program: program.clone(),
        };
        let content = MAGIC.len() + HASH;
        let file = [MAGIC, &[0; HASH]].concat();
        let file = postcard::to_extend(&head, file);
        let file = file.and_then(|file| postcard::to_extend(body, file));
        let mut file = file.map_err(std::io::Error::other)?;
        let hash = Sha256::digest(&file[content..]);
        file[MAGIC.len()..content].copy_from_slice(&hash);
        store::keep(&self.folder, &self.name(kind), &file)
    }

    /// The name of a file for these options.
    fn name(&self, kind: &str) -> String {
        store::name(&Sha256::digest(self.asked.join("\0")).into(), kind)
    }
}

/// Splits what was written; nothing where it is not as it was written.
fn head(bytes: &[u8]) -> Option<(Head, &[u8])> {
    let (hash, content) = bytes.strip_prefix(MAGIC)?.split_at_checked(HASH)?;
    if *hash != *Sha256::digest(content) {
        return None;
    }
    postcard::take_from_bytes(content).ok()
}

/// Takes newer records, if there are any.
fn renew(records: &mut Records, held: Held) -> bool {
    match held {
        Held::AsNoted => false,
        Held::Renewed(newer) => {
            *records = newer;
            true
        }
    }
}

/// Says whether readers find what the last build published.
///
/// # Errors
///
/// Where the output is refused or cannot be looked at.
pub fn stands(
    output: &dyn glotta::Output,
    published: &Mark,
) -> Result<Option<Written>, WriteError> {
    glotta::Publication::open(output)?.confirm(published)
}

/// Everything besides the world that a build's result depends on: the program and the command line.
fn asked(program: &Path, global: &Global, options: &BuildOptions) -> Vec<String> {
    let path = |path: &Option<PathBuf>| format!("{path:?}");
    vec![
        format!("{program:?}"),
        path(&global.config),
        path(&global.source),
        format!("{:?}", global.reference),
        format!("{:?}", global.locale),
        path(&options.output),
        format!("{:?}", options.targets),
        format!("{:?}", (options.keep_going, options.deny_warnings)),
        format!("{:?}", options.no_check),
        format!("{:?}", options.shard),
    ]
}

/// Whether a folder stands among files that are read or published, where it would be seen.
fn is_among(folder: &Path, other: &Path) -> bool {
    let (Ok(folder), Ok(other)) = (std::path::absolute(folder), std::path::absolute(other)) else {
        return true;
    };
    match real(&folder).strip_prefix(real(&other)) {
        Ok(rest) => !rest
            .components()
            .any(|part| part.as_os_str().as_encoded_bytes().starts_with(b".")),
        Err(_) => false,
    }
}

/// A path without links, as far as it exists.
fn real(path: &Path) -> PathBuf {
    match (path.canonicalize(), path.parent(), path.file_name()) {
        (Ok(path), ..) => path,
        (Err(_), Some(parent), Some(name)) => real(parent).join(name),
        _ => path.to_path_buf(),
    }
}

/// The file of this program; nothing where another has taken its place meanwhile.
fn program() -> Option<PathBuf> {
    std::env::current_exe().ok().filter(|path| path.is_file())
}

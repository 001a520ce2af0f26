//! A world that notes what was asked of it and what it answered, so that a later run can tell whether all answers would be the same.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use jiff::civil::Date;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::disk::hash_file;
use super::{DiskWorld, Entry, Overrides, Shelf, Stamp, World, read_file};

/// A world on disk, and what was asked of it.
///
/// Whoever reads through it and through nothing else depends on nothing but the answers, and on what [`World::overrides`] says.
pub struct Recorder<'a> {
    world: &'a DiskWorld,
    noted: Mutex<Noted>,
}

#[derive(Default)]
struct Noted {
    answers: BTreeMap<Question, Answer>,
    /// Whether something was answered in two ways, because somebody changed it meanwhile, or cannot be written down.
    is_useless: bool,
}

/// What was asked.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Question {
    Configuration,
    Entries(Shelf),
    /// The bytes of a file on a shelf.
    Bytes(Shelf, String),
    /// As many bytes of its beginning.
    Head(Shelf, String, usize),
    Linked(Shelf, String),
    Place(Shelf),
    Today,
    /// The bytes of a file that belongs to no shelf.
    File(String),
    /// How long such a file is, and when it was written.
    Time(String),
}

/// What was answered, and the state that the file had before it was read, where that can be told from others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Answer {
    said: Said,
    state: Option<State>,
}

/// An answer without its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
enum Said {
    /// The SHA-256 of the bytes.
    Hash([u8; 32]),
    Failed(String),
}

/// A [`Stamp`] that can be kept: length, time of change, and what else the system knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct State {
    length: u64,
    modified: SystemTime,
    status: (i64, i64, u64, u64),
}

/// Questions with their answers, sorted.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Records(Vec<(Question, Answer)>);

/// How answers that still hold are known to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Held {
    /// As they are written down.
    AsNoted,
    /// Only because bytes were read again: these records spare the next run that.
    Renewed(Records),
}

impl<'a> Recorder<'a> {
    pub fn new(world: &'a DiskWorld) -> Self {
        Recorder {
            world,
            noted: Mutex::default(),
        }
    }

    /// As [`read_file`], noted.
    pub fn read_file(&self, path: &Path) -> io::Result<Vec<u8>> {
        let Some(name) = path.to_str() else {
            self.held().is_useless = true;
            return read_file(path);
        };
        let state = state_outside(path);
        let result = read_file(path);
        self.note(Question::File(name.to_owned()), Said::of(&result), state);
        result
    }

    /// Notes the bytes of a file that belongs to no shelf, without holding them.
    pub fn note_file(&self, path: &Path) {
        match path.to_str() {
            Some(name) => {
                let state = state_outside(path);
                self.note(Question::File(name.to_owned()), file(path), state);
            }
            None => self.held().is_useless = true,
        }
    }

    /// Notes how long a file is that belongs to no shelf, and when it was written, which tells builds of a program from one another.
    pub fn note_time(&self, path: &Path) {
        match path.to_str() {
            Some(name) => self.note(Question::Time(name.to_owned()), time(path), None),
            None => self.held().is_useless = true,
        }
    }

    /// Returns what was asked; nothing where that does not tell what a later run would find.
    pub fn records(self) -> Option<Records> {
        let noted = self
            .noted
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner);
        (!noted.is_useless).then(|| Records(noted.answers.into_iter().collect()))
    }

    fn held(&self) -> MutexGuard<'_, Noted> {
        self.noted.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn note(&self, question: Question, said: Said, state: Option<State>) {
        let mut noted = self.held();
        match noted.answers.get(&question) {
            Some(known) if known.said != said => noted.is_useless = true,
            Some(_) => {}
            None => drop(noted.answers.insert(question, Answer { said, state })),
        }
    }

    fn state(&self, shelf: &Shelf, path: &str) -> Option<State> {
        State::of(self.world.stamp(shelf, path)?)
    }
}

impl World for Recorder<'_> {
    fn configuration(&self) -> io::Result<Option<(String, Vec<u8>)>> {
        let result = self.world.configuration();
        self.note(Question::Configuration, configuration(&result), None);
        result
    }

    fn entries(&self, shelf: &Shelf) -> io::Result<Vec<Entry>> {
        let result = self.world.entries(shelf);
        self.note(Question::Entries(shelf.clone()), entries(&result), None);
        result
    }

    fn read(&self, shelf: &Shelf, path: &str) -> io::Result<Vec<u8>> {
        // The state comes first: where the file is changed before it is read, the state is not that of the bytes, and never comes back.
        let state = self.state(shelf, path);
        let result = self.world.read(shelf, path);
        let question = Question::Bytes(shelf.clone(), path.to_owned());
        self.note(question, Said::of(&result), state);
        result
    }

    fn head(&self, shelf: &Shelf, path: &str, length: usize) -> io::Result<Vec<u8>> {
        let state = self.state(shelf, path);
        let result = self.world.head(shelf, path, length);
        let question = Question::Head(shelf.clone(), path.to_owned(), length);
        self.note(question, Said::of(&result), state);
        result
    }

    fn stamp(&self, shelf: &Shelf, path: &str) -> Option<Stamp> {
        // Whoever goes by a stamp need not read, and then nothing would be noted.
        self.held().is_useless = true;
        self.world.stamp(shelf, path)
    }

    fn is_linked(&self, shelf: &Shelf, path: &str) -> bool {
        let linked = self.world.is_linked(shelf, path);
        let question = Question::Linked(shelf.clone(), path.to_owned());
        self.note(question, Said::value(linked), None);
        linked
    }

    fn place(&self, shelf: &Shelf) -> String {
        let place = self.world.place(shelf);
        self.note(Question::Place(shelf.clone()), Said::value(&place), None);
        place
    }

    fn overrides(&self) -> &Overrides {
        self.world.overrides()
    }

    fn today(&self) -> Option<Date> {
        let today = self.world.today();
        self.note(Question::Today, Said::value(format!("{today:?}")), None);
        today
    }
}

impl Records {
    /// Whether a world answers every question as it was answered before.
    ///
    /// A file in the state that it had is not read; of all others the bytes decide.
    pub fn hold(&self, world: &DiskWorld) -> Option<Held> {
        let asked = self.0.par_iter();
        let renewed: Option<Vec<Option<Answer>>> = asked
            .map(|(question, answer)| again(world, question, answer))
            .collect();
        let renewed = renewed?;
        if renewed.iter().all(Option::is_none) {
            return Some(Held::AsNoted);
        }
        let answers = self.0.iter().zip(renewed);
        let answers = answers.map(|((question, old), new)| {
            let answer = new.unwrap_or_else(|| old.clone());
            (question.clone(), answer)
        });
        Some(Held::Renewed(Records(answers.collect())))
    }

    /// The SHA-256 of what was read of a file, if it was read.
    pub fn hash(&self, shelf: &Shelf, path: &str) -> Option<[u8; 32]> {
        let whole = Question::Bytes(shelf.clone(), path.to_owned());
        let head = Question::Head(shelf.clone(), path.to_owned(), 0);
        let first = |question: &Question| {
            let at = self.0.partition_point(|(asked, _)| asked < question);
            self.0.get(at)
        };
        let is_of_file = |(asked, _): &&(Question, Answer)| match asked {
            Question::Bytes(on, at) | Question::Head(on, at, _) => on == shelf && at == path,
            _ => false,
        };
        let found = first(&whole).filter(is_of_file);
        let (_, answer) = found.or_else(|| first(&head).filter(is_of_file))?;
        match &answer.said {
            Said::Hash(hash) => Some(*hash),
            Said::Failed(_) => None,
        }
    }
}

/// Asks again: nothing where the answer is another, else the answer that is to be kept in the old one's place, if there is any.
fn again(world: &DiskWorld, question: &Question, old: &Answer) -> Option<Option<Answer>> {
    let state = match question {
        Question::Bytes(shelf, path) | Question::Head(shelf, path, _) => world.stamp(shelf, path),
        Question::File(path) => stamp_outside(Path::new(path)),
        _ => None,
    };
    let state = state.and_then(State::of);
    if state.is_some() && state == old.state {
        return Some(None);
    }
    let said = asked(world, question);
    if said != old.said {
        return None;
    }
    Some((state != old.state).then_some(Answer { said, state }))
}

fn asked(world: &DiskWorld, question: &Question) -> Said {
    match question {
        Question::Configuration => configuration(&world.configuration()),
        Question::Entries(shelf) => entries(&world.entries(shelf)),
        Question::Bytes(shelf, path) => Said::of(&world.read(shelf, path)),
        Question::Head(shelf, path, length) => Said::of(&world.head(shelf, path, *length)),
        Question::Linked(shelf, path) => Said::value(world.is_linked(shelf, path)),
        Question::Place(shelf) => Said::value(world.place(shelf)),
        Question::Today => Said::value(format!("{:?}", world.today())),
        Question::File(path) => file(Path::new(path)),
        Question::Time(path) => time(Path::new(path)),
    }
}

impl Said {
    fn bytes(bytes: &[u8]) -> Said {
        Said::Hash(Sha256::digest(bytes).into())
    }

    fn of(result: &io::Result<Vec<u8>>) -> Said {
        match result {
            Ok(bytes) => Said::bytes(bytes),
            Err(error) => Said::failed(error),
        }
    }

    fn failed(error: &io::Error) -> Said {
        Said::Failed(format!("{:?}: {error}", error.kind()))
    }

    fn value(value: impl ToString) -> Said {
        Said::bytes(value.to_string().as_bytes())
    }
}

fn configuration(result: &io::Result<Option<(String, Vec<u8>)>>) -> Said {
    match result {
        Err(error) => Said::failed(error),
        Ok(None) => Said::bytes(b""),
        Ok(Some((name, bytes))) => Said::bytes(&[name.as_bytes(), b"\0", bytes].concat()),
    }
}

fn entries(result: &io::Result<Vec<Entry>>) -> Said {
    let entries = match result {
        Ok(entries) => entries,
        Err(error) => return Said::failed(error),
    };
    let mut hasher = Sha256::new();
    for Entry { path, kind } in entries {
        // No path holds NUL.
        hasher.update(path);
        hasher.update(format!("\0{kind:?}\0"));
    }
    Said::Hash(hasher.finalize().into())
}

fn file(path: &Path) -> Said {
    match hash_file(path) {
        Ok(hash) => Said::Hash(hash),
        Err(error) => Said::failed(&error),
    }
}

fn time(path: &Path) -> Said {
    let time = path.metadata().and_then(|metadata| {
        let modified = metadata.modified()?;
        Ok(format!("{} {modified:?}", metadata.len()))
    });
    match time {
        Ok(time) => Said::value(time),
        Err(error) => Said::failed(&error),
    }
}

impl State {
    /// Only where the system says when anything about a file was changed, a time that nobody can set, is its state to be trusted.
    fn of(stamp: Stamp) -> Option<State> {
        Some(State {
            length: stamp.length,
            modified: stamp.modified,
            status: stamp.status?,
        })
    }
}

/// The stamp of a file that belongs to no shelf.
fn stamp_outside(path: &Path) -> Option<Stamp> {
    let folder = DiskWorld::new(path.parent()?);
    folder.stamp(&Shelf::Articles(String::new()), path.file_name()?.to_str()?)
}

fn state_outside(path: &Path) -> Option<State> {
    State::of(stamp_outside(path)?)
}

// Tests write files where they like.
#[cfg(test)]
#[allow(clippy::disallowed_methods)]
mod tests {
    use std::fs;

    use super::*;

    fn shelf() -> Shelf {
        Shelf::Articles("docs".into())
    }

    /// A project with two texts, and what was asked of it.
    fn project() -> (tempfile::TempDir, DiskWorld, Records) {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir_all(root.path().join("docs/de-de")).unwrap();
        for name in ["a", "b"] {
            fs::write(root.path().join("docs/de-de").join(name), name).unwrap();
        }
        let world = DiskWorld::new(root.path());
        let recorder = Recorder::new(&world);
        recorder.configuration().unwrap();
        recorder.entries(&shelf()).unwrap();
        recorder.entries(&Shelf::Words).unwrap_err();
        recorder.read(&shelf(), "de-de/a").unwrap();
        recorder.head(&shelf(), "de-de/b", 1).unwrap();
        recorder.read(&shelf(), "de-de/none").unwrap_err();
        recorder.read_file(&root.path().join("known")).unwrap_err();
        let records = recorder.records().unwrap();
        (root, world, records)
    }

    #[test]
    fn whatever_was_asked_is_asked_again() {
        let changes: [(&str, &str); 6] = [
            ("docs/de-de/a", "x"),
            ("docs/de-de/b", "x"),
            ("docs/de-de/none", "x"),
            ("docs/fr-fr", "x"),
            ("locales", "x"),
            ("known", "x"),
        ];
        for (path, text) in changes {
            let (root, world, records) = project();
            assert!(records.hold(&world).is_some());
            fs::write(root.path().join(path), text).unwrap();
            assert_eq!(records.hold(&world), None, "{path}");
        }
        let (root, _, records) = project();
        fs::write(root.path().join("glotta.yml"), "").unwrap();
        assert_eq!(records.hold(&DiskWorld::new(root.path())), None);
    }

    #[test]
    fn what_was_not_asked_does_not_matter() {
        let (root, world, records) = project();
        fs::write(root.path().join("docs/de-de/b"), "b, and more").unwrap();
        fs::write(root.path().join("docs/.hidden"), "x").unwrap();
        assert!(records.hold(&world).is_some(), "only its head was read");
    }

    #[cfg(unix)]
    #[test]
    fn files_that_rest_are_known_by_their_state() {
        let (_root, world, records) = project();
        assert_eq!(records.hold(&world), Some(Held::AsNoted), "too young");
        std::thread::sleep(std::time::Duration::from_millis(4200));
        let Some(Held::Renewed(newer)) = records.hold(&world) else {
            panic!("their states are not noted");
        };
        assert_eq!(newer.hold(&world), Some(Held::AsNoted));
        let hash = |records: &Records| records.hash(&shelf(), "de-de/a");
        assert_eq!(hash(&newer), hash(&records));
        assert_eq!(hash(&newer), Some(Sha256::digest(b"a").into()));
        let head = newer.hash(&shelf(), "de-de/b");
        assert_eq!(head, Some(Sha256::digest(b"b").into()));
        assert_eq!(newer.hash(&shelf(), "de-de/none"), None);
    }

    #[test]
    fn two_answers_to_one_question_are_none() {
        let (root, world, _) = project();
        let recorder = Recorder::new(&world);
        recorder.read(&shelf(), "de-de/a").unwrap();
        fs::write(root.path().join("docs/de-de/a"), "x").unwrap();
        recorder.read(&shelf(), "de-de/a").unwrap();
        assert_eq!(recorder.records(), None);
    }
}

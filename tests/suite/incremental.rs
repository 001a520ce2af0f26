//! A site that is read again after edits is the site that is read anew: nothing is remembered that is no longer so.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::time::{Duration, SystemTime};

use glotta::Memory;
use glotta::discover::{Entry, MemoryWorld, Overrides, Shelf, Stamp, World};
use glotta::model::Site;
use glotta::render::Target;

use crate::chance::Chance;
use crate::sites;

/// A world whose files bear stamps, as those on disk do once they are left alone.
struct Stamped(MemoryWorld);

impl World for Stamped {
    fn configuration(&self) -> io::Result<Option<(String, Vec<u8>)>> {
        self.0.configuration()
    }

    fn entries(&self, shelf: &Shelf) -> io::Result<Vec<Entry>> {
        self.0.entries(shelf)
    }

    fn read(&self, shelf: &Shelf, path: &str) -> io::Result<Vec<u8>> {
        self.0.read(shelf, path)
    }

    fn stamp(&self, shelf: &Shelf, path: &str) -> Option<Stamp> {
        let bytes = self.0.read(shelf, path).ok()?;
        let mut hasher = DefaultHasher::new();
        bytes.hash(&mut hasher);
        Some(Stamp {
            length: hasher.finish(),
            modified: SystemTime::UNIX_EPOCH + Duration::from_secs(1),
            status: None,
        })
    }

    fn place(&self, shelf: &Shelf) -> String {
        self.0.place(shelf)
    }

    fn overrides(&self) -> &Overrides {
        self.0.overrides()
    }
}

/// Files by path.
type Files = BTreeMap<String, String>;

/// A small site with tables whose codes cite one another, includes, links, contents and landing pages.
fn files() -> Files {
    let mut files = Files::new();
    for locale in ["en-us", "de-de", "fr-fr"] {
        let mut put = |path: &str, text: &str| {
            files.insert(format!("docs-src/{locale}/{path}"), text.to_owned());
        };
        put("events.md", &sites::events(locale));
        put(
            "guide/codes.md",
            "---\ntitle: T\nlang: x\n---\n\n# Codes\n\n| Code | Name |\n|---|---|\n| 0x00000400 | A_One |\n| 0x00000402 | A_Two |\n\
             | 0x0000040F | A_Three |\n\nSee [events](../events.md#ids) and ![way](../media/way.svg).\n",
        );
        put(
            "guide/uses.md",
            "# Uses\n\n[!INCLUDE [x](../parts/part.md)]\n\n| Id | Codes |\n|---|---|\n| 1 | 0x00000400 |\n| 2 | 0x00000402 |\n\
             | 3 | 0x0000040F |\n| 4 | 0x00000400 |\n",
        );
        put(
            "parts/part.md",
            "Part with [a link](../events.md) and `code`.\n",
        );
        put(
            "media/way.svg",
            "<svg xmlns='http://www.w3.org/2000/svg'/>\n",
        );
        put(
            "toc.yml",
            "- name: Events\n  href: events.md\n- name: Guide\n  items:\n  - name: Codes\n    href: guide/codes.md\n",
        );
    }
    let settings = "search: codes\nstatus: false\nexclude: [parts/**]\n";
    files.insert("glotta.yml".to_owned(), settings.to_owned());
    files
}

fn world(files: &Files) -> MemoryWorld {
    let files = files.iter();
    files.fold(MemoryWorld::new(), |world, (path, text)| {
        world.with(path.clone(), text.clone())
    })
}

/// Lines that an article may get anywhere.
const LINES: [&str; 12] = [
    "A new sentence with 42 things.",
    "## A new heading",
    "### Another {#named}",
    "| Id | Codes |\n|---|---|\n| 7 | 0x00000401 |\n| 8 | 0x00000400 |\n| 9 | 0x0000040F |",
    "[codes](guide/codes.md#codes) and [nowhere](missing.md)",
    "[!INCLUDE [y](parts/part.md)]",
    "| 0x00000777 | New_Code | text |",
    "```bash\nglotta build\n```",
    "> [!NOTE]\n> Look.",
    "<a name=\"old\"></a>",
    "- one\n- two\n  - three",
    "**bold** `code_name` *unclosed",
];

/// Changes one thing, and says what.
fn edit(files: &mut Files, chance: &mut Chance) -> String {
    let articles: Vec<String> = files
        .keys()
        .filter(|path| path.ends_with(".md"))
        .cloned()
        .collect();
    let path = articles[chance.below(articles.len())].clone();
    match chance.below(14) {
        0..=4 => {
            let line = chance.of(&LINES);
            let text = files.get_mut(&path).expect("it is listed");
            let mut lines: Vec<&str> = text.split('\n').collect();
            lines.insert(chance.below(lines.len() + 1), line);
            *text = lines.join("\n");
            format!("insert into {path}")
        }
        5..=6 => {
            let text = files.get_mut(&path).expect("it is listed");
            let mut lines: Vec<&str> = text.split('\n').collect();
            lines.remove(chance.below(lines.len()));
            *text = lines.join("\n");
            format!("remove a line of {path}")
        }
        7 => {
            let value = chance.of(&["one", "two", "three"]);
            let text = files.get_mut(&path).expect("it is listed");
            let rest = match text
                .strip_prefix("---\n")
                .and_then(|it| it.split_once("---\n"))
            {
                Some((_, rest)) => rest.to_owned(),
                None => text.clone(),
            };
            *text = format!("---\ntopic: {value}\nms.date: 03/04/2026\n---\n{rest}");
            format!("front matter of {path}")
        }
        8 => {
            let (folder, _) = path.rsplit_once('/').expect("it stands in a folder");
            let new = format!("{folder}/new-{}.md", chance.below(4));
            files.insert(new.clone(), "# New\n\nText 0x00000400.\n".to_owned());
            format!("add {new}")
        }
        9 if articles.len() > 8 => {
            files.remove(&path);
            format!("remove {path}")
        }
        10 => {
            let text = files.remove(&path).expect("it is listed");
            let new = path.replace(".md", &format!("-{}.md", chance.below(3)));
            files.insert(new.clone(), text);
            format!("move {path} to {new}")
        }
        11 => {
            let settings = chance.of(&[
                "search: codes\n",
                "search: codes\nreference: en-us\nexclude: [parts/**]\n",
                "search: codes\nfallback: page\n",
                "search: none\nreference: de-de\nlocales:\n  fr-fr: { name: Le français }\n",
            ]);
            files.insert("glotta.yml".to_owned(), settings.to_owned());
            "settings".to_owned()
        }
        12 => {
            let (path, text) = chance.of(&[
                &("templates/markdown/llms.txt", "{{ title }}\n"),
                &("locales/de.ftl", "home = Daheim\n"),
                &("docs-src/de-de/toc.yml", "- name: A\n  href: events.md\n"),
                &(
                    "docs-src/de-de/docfx.json",
                    "{\"build\": {\"globalMetadata\": {\"description\": \"all\"}}}",
                ),
            ]);
            match files.remove(*path) {
                Some(_) => {}
                None => drop(files.insert((*path).to_owned(), (*text).to_owned())),
            }
            format!("toggle {path}")
        }
        _ => {
            // A translation names the bytes that its source has, so that the reference may be another one.
            let source = path.replacen("de-de", "en-us", 1);
            let hash =
                glotta::discover::version(files.get(&source).map_or(b"", |it| it.as_bytes()));
            let text = files.get_mut(&path).expect("it is listed");
            *text = format!(
                "---\nsource-hash: {hash}\n---\n# T\n\n{}\n",
                chance.of(&LINES)
            );
            format!("provenance of {path}")
        }
    }
}

/// Everything that can be seen of a site: its pages, and what is found in it.
fn seen(site: &Site, noticed: Vec<glotta::diagnostic::Diagnostic>) -> Vec<(String, Vec<u8>)> {
    let mut seen = Vec::new();
    for target in Target::ALL {
        let pages = glotta::render(site, target).expect("pages");
        seen.extend(pages.into_iter().map(|page| {
            let bytes = page.bytes().unwrap_or(b"a file").to_vec();
            (page.path, bytes)
        }));
    }
    let report = glotta::check::check_noticed(site, &site.config.levels, noticed, true);
    let findings = report.collapsed().diagnostics.into_iter().map(|it| {
        let position = it.position();
        format!(
            "{} {}:{}:{} {} {:?}",
            it.rule,
            it.primary.source.path(),
            position.line,
            position.column,
            it.message,
            it.fix
        )
    });
    seen.push((
        "findings".to_owned(),
        findings.collect::<Vec<_>>().join("\n").into_bytes(),
    ));
    seen
}

/// Makes random edits and compares the site that is read with a memory with the one that is read without.
fn edited(seed: u64, edits: usize, again: impl Fn(MemoryWorld) -> Box<dyn World>) {
    let mut chance = Chance(seed);
    let mut files = files();
    let mut memory = Memory::default();
    let mut last: Option<Site> = None;
    for round in 0..edits {
        let what = edit(&mut files, &mut chance);
        let clean = glotta::load(&world(&files));
        let read = memory.read(again(world(&files)).as_ref(), last.as_ref());
        let (clean, read) = match (clean, read) {
            (Ok(clean), Ok(read)) => (clean, read),
            (Err(clean), Err(read)) => {
                assert_eq!(clean.to_string(), read.to_string());
                continue;
            }
            (clean, _) => panic!("{what}: only one of them is a site: {}", clean.is_ok()),
        };
        let site = read.site(last.take());
        let clean_seen = seen(&clean.value, clean.diagnostics);
        let site_seen = seen(&site.value, site.diagnostics);
        assert_eq!(clean_seen.len(), site_seen.len(), "{round}: {what}");
        for (clean, site) in clean_seen.iter().zip(&site_seen) {
            let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
            assert_eq!(clean.0, site.0, "{round}: {what}");
            assert!(
                clean.1 == site.1,
                "{round}: {what}: {}\n{}\n{}",
                clean.0,
                text(&clean.1),
                text(&site.1)
            );
        }
        last = Some(site.value);
    }
}

#[test]
fn a_site_that_is_read_again_is_the_site_that_is_read_anew() {
    edited(1, 150, |world| Box::new(world));
}

#[test]
fn files_that_bear_the_stamp_they_had_need_not_be_read() {
    edited(2, 150, |world| Box::new(Stamped(world)));
}

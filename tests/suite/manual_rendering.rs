//! What readers see of manual pages: groff and mandoc render them, and every word of an article must be there, in lines that fit.
//!
//! Where a program is absent its tests say so, and fail where `CI=true`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use glotta::discover::{DiskWorld, MemoryWorld};
use glotta::model::{
    Article, Block, BlockKind, Inline, InlineKind, MarkKind, Row, Site, TargetName,
};
use glotta::{Target, World};
use unicode_width::UnicodeWidthChar;

use crate::validators::is_there;

const WIDTHS: [usize; 3] = [60, 80, 120];

/// The programs that show manual pages.
const RENDERERS: [&str; 2] = ["man", "mandoc"];

/// A page as it was written, and the article that it was made of; a list of ours has none.
struct Written<'s> {
    path: PathBuf,
    article: Option<&'s Article>,
}

fn load(world: &dyn World) -> Site {
    glotta::load(world)
        .unwrap_or_else(|error| panic!("{error}"))
        .value
}

fn every_kind() -> Site {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/every-kind");
    load(&DiskWorld::new(folder))
}

/// Writes the manual pages of a site below a folder. An article is known by its page's name, which is its own in these sites.
fn written<'s>(site: &'s Site, folder: &Path) -> Vec<Written<'s>> {
    let pages = glotta::render(site, Target::named(TargetName::Man)).expect("sound templates");
    let mut all = Vec::new();
    for page in pages {
        let path = folder.join(&page.path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder can be made");
        fs::write(&path, page.bytes().expect("a page that was made")).expect("a page is written");
        if !page.path.ends_with("/whatis") {
            let article = article_of(site, &page.path);
            all.push(Written { path, article });
        }
    }
    all
}

fn article_of<'s>(site: &'s Site, path: &str) -> Option<&'s Article> {
    let parts: Vec<&str> = path.split('/').collect();
    let name = parts[3].split('.').next()?;
    let language = parts[1].split('_').next()?;
    let (at, translations) = site
        .translations
        .iter()
        .enumerate()
        .find(|(_, it)| it.id == name || it.id.split('/').any(|part| part == name))?;
    let own = |article: &Article| article.locale.language() == language;
    Some(site.expanded(at, translations.articles.iter().position(own)?))
}

/// What a reader sees of a page on a terminal of some columns.
fn shown(program: &str, path: &Path, width: usize) -> String {
    let run = match program {
        "man" => Command::new("man")
            .args(["-E", "UTF-8", "-l"])
            .arg(path)
            .envs([
                ("LC_ALL", "C.UTF-8"),
                ("GROFF_NO_SGR", "1"),
                ("MANPAGER", "cat"),
            ])
            .env("MANWIDTH", width.to_string())
            .output(),
        _ => Command::new("mandoc")
            .args(["-T", "utf8", "-K", "utf-8", "-O", &format!("width={width}")])
            .arg(path)
            .output(),
    };
    let run = run.unwrap_or_else(|error| panic!("{program}: {error}"));
    assert!(run.status.success(), "{program} {}", path.display());
    let text = String::from_utf8(run.stdout).expect("UTF-8");
    without_overprints(&text)
}

/// A terminal makes bold and italics of a character that is printed over another.
fn without_overprints(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\u{8}' => drop(plain.pop()),
            _ => plain.push(letter),
        }
    }
    plain
}

/// A text without its blanks, and with one form of characters that a terminal shows in two.
fn squeezed(text: &str) -> String {
    let is_shown = |letter: &char| !letter.is_whitespace() && !is_dropped(*letter);
    let one_form = |letter: char| match letter {
        '\u{2010}' | '\u{2011}' | '\u{2212}' => '-',
        '\u{2019}' | '\u{b4}' => '\'',
        '\u{2018}' => '`',
        _ => letter,
    };
    text.chars().filter(is_shown).map(one_form).collect()
}

/// Characters that a terminal would obey instead of showing them, those that nobody sees, and the marks above Arabic letters,
/// which groff 1.22 leaves out.
fn is_dropped(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{ad}' | '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
        || matches!(letter, '\u{64b}'..='\u{652}' | '\u{e000}'..='\u{f8ff}')
}

/// The pieces of text of an article, in no order that a page must keep.
#[derive(Default)]
struct Texts(BTreeMap<String, usize>);

impl Texts {
    fn of(article: &Article) -> Texts {
        let mut texts = Texts::default();
        texts.blocks(article, &article.blocks);
        texts
    }

    fn add(&mut self, text: &str) {
        let text = squeezed(text);
        if !text.is_empty() {
            *self.0.entry(text).or_default() += 1;
        }
    }

    fn blocks(&mut self, article: &Article, blocks: &[Block]) {
        for block in blocks {
            self.block(article, &block.kind);
        }
    }

    fn block(&mut self, article: &Article, kind: &BlockKind) {
        match kind {
            BlockKind::Paragraph(content) => self.inlines(content),
            BlockKind::Heading(index) => self.inlines(&article.headings[*index].content),
            BlockKind::Table(index) => {
                let table = &article.tables[*index];
                std::iter::once(&table.header)
                    .chain(&table.rows)
                    .for_each(|row| self.row(row));
            }
            BlockKind::Code { text, .. } => text.lines().for_each(|line| self.add(line)),
            BlockKind::Mark(mark) if mark.kind() == MarkKind::TabStart => {
                self.inlines(mark.words())
            }
            kind => kind
                .containers()
                .into_iter()
                .for_each(|blocks| self.blocks(article, blocks)),
        }
    }

    fn row(&mut self, row: &Row) {
        row.cells
            .iter()
            .for_each(|cell| self.inlines(&cell.content));
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match &inline.kind {
                InlineKind::Text(text) | InlineKind::Code(text) | InlineKind::Math(text) => {
                    self.add(text);
                }
                InlineKind::Emphasis(content)
                | InlineKind::Strong(content)
                | InlineKind::Strikethrough(content)
                | InlineKind::Link(_, content)
                | InlineKind::Image(_, content) => self.inlines(content),
                _ => {}
            }
        }
    }
}

/// What is wrong with the words on a page: those that are not there as often as they are written, and long ones that are there
/// more often.
fn lost_or_doubled(article: &Article, rendered: &str) -> Vec<String> {
    /// A shorter text may be part of another by chance.
    const LONG: usize = 24;
    let texts = Texts::of(article).0;
    let page = squeezed(rendered);
    let is_part = |text: &str| {
        texts
            .keys()
            .any(|other| other != text && other.contains(text))
    };
    let labels: Vec<String> = article
        .tables
        .iter()
        .flat_map(|table| &table.columns)
        .map(|column| squeezed(&column.label))
        .collect();
    let mut faults = Vec::new();
    for (text, written) in &texts {
        let shown = page.matches(text.as_str()).count();
        let is_alone = text.chars().count() >= LONG && !labels.contains(text) && !is_part(text);
        if shown < *written || is_alone && shown > *written {
            faults.push(format!(
                "`{text}` is written {written} times and shown {shown} times"
            ));
        }
    }
    faults
}

/// Lines that are wider than the terminal. A lone address has no place to break; mandoc breaks no line in a script without
/// blanks.
fn too_wide(rendered: &str, width: usize, breaks_chinese: bool) -> Vec<String> {
    let columns = |line: &str| line.chars().filter_map(char::width).sum::<usize>();
    let is_address = |line: &str| {
        let last = line.split_whitespace().last().unwrap_or_default();
        last.contains("://") || last.contains('/')
    };
    let is_chinese = |line: &str| line.chars().any(|letter| letter.width() == Some(2));
    rendered
        .lines()
        .filter(|line| columns(line) > width && !is_address(line))
        .filter(|line| breaks_chinese || !is_chinese(line))
        .map(|line| format!("{} columns: {line}", columns(line)))
        .collect()
}

/// Everything that is wrong with a page in all programs and widths.
fn faults(page: &Written) -> Vec<String> {
    let mut faults = Vec::new();
    for program in RENDERERS {
        for width in WIDTHS {
            let rendered = shown(program, &page.path, width);
            let words = page
                .article
                .map(|article| lost_or_doubled(article, &rendered));
            let found = words.into_iter().flatten();
            let found = found.chain(too_wide(&rendered, width, program == "man"));
            let controls = rendered.chars().filter(|it| it.is_control() && *it != '\n');
            let found = found.chain(controls.map(|it| format!("the character {it:?}")));
            let place = page.path.display();
            faults.extend(found.map(|fault| format!("{program} {width} {place}: {fault}")));
        }
    }
    faults
}

/// Renders pages on two threads, and says what is wrong with any.
fn judge(site: &Site) -> usize {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let pages = written(site, folder.path());
    let (left, right) = pages.split_at(pages.len() / 2);
    let all = |pages: &[Written]| pages.iter().flat_map(faults).collect::<Vec<String>>();
    let faults = std::thread::scope(|scope| {
        let right = scope.spawn(|| all(right));
        let mut faults = all(left);
        faults.extend(right.join().expect("the other half"));
        faults
    });
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    pages.iter().filter(|page| page.article.is_some()).count()
}

fn can_render() -> bool {
    RENDERERS.into_iter().all(is_there)
}

#[test]
fn every_word_is_shown_in_lines_that_fit() {
    if can_render() {
        let site = every_kind();
        // The start page is called after the site, and no file.
        assert_eq!(judge(&site), site.articles().count() - site.locales.len());
    }
}

/// Lines that roff would obey, and characters that a terminal would.
const HOSTILE: [&str; 24] = [
    ".so secret.txt",
    ".sy touch x",
    ".pso touch x",
    ".open x y",
    "'br",
    "'so secret.txt",
    ".\\\" comment",
    "..",
    ".",
    "'",
    ".de SH",
    ".ig",
    ".TS",
    ".TE",
    "T}",
    "T{",
    "\\V[HOME]",
    "\\*[.T] and \\n(.x",
    "\\X'tty: x'",
    "\\",
    "a trailing backslash \\",
    "\u{1b}]0;title\u{7} and \u{1b}[31mred",
    "\u{9b}31m and \u{202e}turned\u{202c}",
    "\"quoted\" `and` ^ ~ ' -",
];

/// An article that has a line in every place where text may stand.
fn hostile(line: &str, at: usize) -> String {
    // Markdown would obey some of it itself.
    let text: String = line
        .chars()
        .map(|letter| match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '{' | '}' | '<' | '~' | '|' | '"' | '^' => {
                format!("\\{letter}")
            }
            _ => letter.to_string(),
        })
        .collect();
    let quoted = line.replace('\'', "''");
    let quoted: String = quoted.chars().filter(|it| !it.is_control()).collect();
    format!(
        "---\ntitle: '{quoted}'\ndescription: '{quoted}'\n\
         man: {{name: 'h{at}', section: 7, description: '{quoted} of {at}'}}\n---\n\
         # {text}\n\n{text}\n\nword\n{text}\nword {text}\n\n\
         ## {text} B\n\n### {text} C\n\n- {text}\n- word {text}\n\n  {text}\n\n1. {text}\n\n> {text}\n\n\
         > [!NOTE]\n> {text}\n\n\
         | key {text} | {text} |\n|---|---|\n| {text} | {text} |\n| b | word {text} |\n\n\
         | {text} | name {text} | {text} |\n|---|---|---|\n\
         | {text} | {text} x | {text} and so many words that no small table has room for them, so that it is a list |\n\
         | b | c | d |\n\n\
         [{text}](https://e.x/{at}) ![{text} alt](a.png) *{text}* **{text}** `x {code}`\n\n\
         ```\n{line}\n  {line}\n```\n\n\
         [^1]\n\n[^1]: {text} note\n\n<p>{text} raw<br>{text}</p>\n\n\
         {long} {text} {long}\n",
        code = line.replace('`', ""),
        long = "word ".repeat(16).trim(),
    )
}

fn hostile_site() -> Site {
    let world = MemoryWorld::new().with("glotta.yml", "site: {title: '.so \\n(.x'}\n");
    let locales = ["de-de", "zh-cn"];
    let world = HOSTILE.iter().enumerate().fold(world, |world, (at, line)| {
        locales.iter().fold(world, |world, locale| {
            world.with(format!("docs-src/{locale}/h{at}.md"), hostile(line, at))
        })
    });
    load(&world)
}

#[test]
fn hostile_texts_are_shown_as_they_are() {
    if can_render() {
        assert_eq!(judge(&hostile_site()), 2 * HOSTILE.len());
    }
}

/// What `.ci/manual.sh` prints of a site's pages; nothing where a program is absent.
fn found_by_apropos(site: &Site) -> Option<String> {
    let folder = tempfile::tempdir().expect("a folder can be made");
    written(site, folder.path());
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join(".ci/manual.sh");
    let run = Command::new(script)
        .arg(folder.path().join("man"))
        .output()
        .expect("the script runs");
    let there = ["mandb", "apropos", "python3"].into_iter().all(is_there);
    let said = [run.stdout, run.stderr].concat();
    there.then(|| String::from_utf8_lossy(&said).into_owned())
}

#[test]
fn every_page_is_found_in_its_language() {
    for site in [every_kind(), hostile_site()] {
        if let Some(said) = found_by_apropos(&site) {
            assert_eq!(said.lines().last(), Some("0"), "{said}");
        }
    }
}

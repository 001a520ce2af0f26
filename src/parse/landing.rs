//! Reads landing pages, which are YAML: their cards become headings, paragraphs and lists of links, each with its place.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::emphasis::Emphasis;
use super::faults::LANDING_SYNTAX;
use super::front_matter;
use super::markdown::{self, Document};
use super::yaml::{self, Yaml, YamlEntry, YamlKind};
use crate::diagnostic::{Diagnostic, Parsed, Source, Span};
use crate::model::{
    Block, BlockKind, FrontMatter, Heading, Inline, InlineKind, Limits, Link, LinkKind, ListItem,
};

/// What a landing page says.
pub(super) struct Landing {
    pub(super) front_matter: FrontMatter,
    pub(super) document: Document,
    /// What each list leads to, by the byte that it begins at.
    pub(super) lists: BTreeMap<usize, LinkKind>,
    /// What each item leads to, by the byte that it begins at.
    pub(super) items: BTreeMap<usize, LinkKind>,
}

/// Reads a page of the kinds Landing and Hub, whatever its text; keys that mean nothing here are passed over.
pub(super) fn landing(source: &Arc<Source>, limits: &Limits) -> Parsed<Landing> {
    let Parsed {
        value,
        mut diagnostics,
    } = yaml::document(source, &LANDING_SYNTAX, limits);
    let root = match value.map(|yaml| (yaml.kind, yaml.span)) {
        Some((YamlKind::Mapping(entries), _)) => entries,
        None | Some((YamlKind::Null, _)) => Vec::new(),
        Some((_, span)) => {
            diagnostics.push(no_page(source, span));
            Vec::new()
        }
    };
    let mut builder = Builder::new(source);
    builder.page(&root);
    let metadata = root.into_iter().find(|entry| entry.key == "metadata");
    builder.landing.front_matter = metadata.map(front_matter_of).unwrap_or_default();
    Parsed {
        value: builder.landing,
        diagnostics,
    }
}

fn no_page(source: &Arc<Source>, span: Span) -> Diagnostic {
    let message = "this landing page has no `key: value`";
    Diagnostic::new(&LANDING_SYNTAX, source, source.first_line(span), message)
        .note("the page stays empty")
        .help("write `title: …` and the other keys of a landing page")
}

fn front_matter_of(metadata: YamlEntry) -> FrontMatter {
    let span = Span::new(
        metadata.key_span.start,
        metadata.value.span.end.max(metadata.key_span.end),
    );
    match metadata.value.kind {
        YamlKind::Mapping(entries) => FrontMatter {
            span,
            entries: entries.into_iter().map(front_matter::entry).collect(),
        },
        _ => FrontMatter::default(),
    }
}

/// Puts the blocks of a page together.
struct Builder<'a> {
    source: &'a Arc<Source>,
    landing: Landing,
}

/// The keys of a mapping.
#[derive(Clone, Copy)]
struct Keys<'y>(&'y [YamlEntry]);

impl<'y> Keys<'y> {
    fn of(yaml: &'y Yaml) -> Keys<'y> {
        match &yaml.kind {
            YamlKind::Mapping(entries) => Keys(entries),
            _ => Keys(&[]),
        }
    }

    fn get(self, key: &str) -> Option<&'y Yaml> {
        let entry = self.0.iter().find(|entry| entry.key == key)?;
        Some(&entry.value)
    }

    fn within(self, key: &str) -> Keys<'y> {
        self.get(key).map_or(Keys(&[]), Keys::of)
    }

    fn list(self, key: &str) -> &'y [Yaml] {
        match self.get(key).map(|yaml| &yaml.kind) {
            Some(YamlKind::Sequence(items)) => items,
            _ => &[],
        }
    }

    fn kind(self, key: &str) -> Option<LinkKind> {
        LinkKind::from_name(text(self.get(key)?)?)
    }
}

fn text(yaml: &Yaml) -> Option<&str> {
    match &yaml.kind {
        YamlKind::Text(text) if !text.trim().is_empty() => Some(text.trim()),
        _ => None,
    }
}

impl<'a> Builder<'a> {
    fn new(source: &'a Arc<Source>) -> Self {
        Builder {
            source,
            landing: Landing {
                front_matter: FrontMatter::default(),
                document: Document::default(),
                lists: BTreeMap::new(),
                items: BTreeMap::new(),
            },
        }
    }

    fn page(&mut self, root: &[YamlEntry]) {
        let root = Keys(root);
        self.heading(1, root.get("title"), None);
        self.paragraph(root.get("summary"));
        for card in root.list("landingContent") {
            self.card(2, card);
        }
        let highlighted = root.within("highlightedContent");
        self.heading(2, highlighted.get("title"), None);
        self.links(highlighted.list("items"), None);
        for key in ["productDirectory", "conceptualContent", "tools"] {
            self.group(root.within(key));
        }
        let more = root.within("additionalContent");
        let sections = more.list("sections");
        match sections {
            [] => self.group(more),
            sections => sections.iter().for_each(|it| self.group(Keys::of(it))),
        }
        self.footer(more.get("footer"));
    }

    /// Cards below a title of their own, or beside all others where they have none.
    fn group(&mut self, keys: Keys) {
        let titled = keys.get("title").and_then(text).is_some();
        self.heading(2, keys.get("title"), None);
        self.paragraph(keys.get("summary"));
        for card in keys.list("items") {
            self.card(if titled { 3 } else { 2 }, card);
        }
        self.footer(keys.get("footer"));
    }

    /// Words below all cards of a group, apart from the last one.
    fn footer(&mut self, words: Option<&Yaml>) {
        let Some(words) = words.filter(|words| text(words).is_some()) else {
            return;
        };
        self.landing.document.blocks.push(Block {
            span: Span::new(words.span.start, words.span.start),
            kind: BlockKind::Rule,
        });
        self.paragraph(Some(words));
    }

    fn card(&mut self, level: u8, card: &Yaml) {
        let keys = Keys::of(card);
        self.heading(level, keys.get("title"), keys.get("url"));
        self.paragraph(keys.get("summary"));
        for list in keys.list("linkLists") {
            let list = Keys::of(list);
            self.links(list.list("links"), list.kind("linkListType"));
        }
        self.links(keys.list("links"), None);
        let footer = keys.get("footerLink").into_iter();
        self.list(&footer.collect::<Vec<_>>(), None);
    }

    fn links(&mut self, items: &[Yaml], kind: Option<LinkKind>) {
        self.list(&items.iter().collect::<Vec<_>>(), kind);
    }

    /// A list of links; nothing where none of them says a word.
    fn list(&mut self, items: &[&Yaml], kind: Option<LinkKind>) {
        let items: Vec<ListItem> = items.iter().filter_map(|item| self.item(item)).collect();
        let (Some(first), Some(last)) = (items.first(), items.last()) else {
            return;
        };
        let span = Span::new(first.span.start, last.span.end.max(first.span.start));
        if let Some(kind) = kind {
            self.landing.lists.insert(span.start, kind);
        }
        let kind = BlockKind::List {
            start: None,
            tight: true,
            items,
        };
        self.landing.document.blocks.push(Block { span, kind });
    }

    fn item(&mut self, item: &Yaml) -> Option<ListItem> {
        let keys = Keys::of(item);
        let words = keys.get("text").or_else(|| keys.get("title"));
        let words = words.filter(|words| text(words).is_some())?;
        let content = self.linked(item.span, words, keys.get("url"));
        if let Some(kind) = keys.kind("itemType") {
            self.landing.items.insert(item.span.start, kind);
        }
        let kind = BlockKind::Paragraph(content);
        Some(ListItem {
            span: item.span,
            task: None,
            blocks: vec![Block {
                span: item.span,
                kind,
            }],
        })
    }

    fn heading(&mut self, level: u8, title: Option<&Yaml>, url: Option<&Yaml>) {
        let Some(title) = title.filter(|title| text(title).is_some()) else {
            return;
        };
        let mut content = self.linked(title.span, title, url);
        let explicit = named_place(&mut content, title.span);
        let document = &mut self.landing.document;
        document.headings.push(Heading {
            span: title.span,
            level,
            text: Inline::text(&content).trim().to_owned(),
            content,
            explicit,
            slug: String::new(),
            anchor: String::new(),
            aliases: Vec::new(),
        });
        document.blocks.push(Block {
            span: title.span,
            kind: BlockKind::Heading(document.headings.len() - 1),
        });
    }

    /// Words that may hold links, as the footers of Hub pages do.
    fn paragraph(&mut self, words: Option<&Yaml>) {
        let Some(words) = words.filter(|words| text(words).is_some()) else {
            return;
        };
        let content = match self.markdown(words) {
            Some(content) => content,
            None => self.plain(words),
        };
        self.landing.document.blocks.push(Block {
            span: self.inner(words),
            kind: BlockKind::Paragraph(content),
        });
    }

    /// Words as a link, where they have an address.
    fn linked(&mut self, span: Span, words: &Yaml, url: Option<&Yaml>) -> Vec<Inline> {
        let content = self.plain(words);
        let Some((url, destination)) = url.and_then(|url| Some((url, text(url)?))) else {
            return content;
        };
        let links = &mut self.landing.document.links;
        links.push(Link {
            span,
            target: inner(self.source, url),
            destination: destination.to_owned(),
            title: String::new(),
            image: false,
            inclusion: None,
        });
        let kind = InlineKind::Link(links.len() - 1, content);
        vec![Inline { span, kind }]
    }

    fn plain(&self, words: &Yaml) -> Vec<Inline> {
        let kind = InlineKind::Text(text(words).unwrap_or_default().to_owned());
        let span = self.inner(words);
        vec![Inline { span, kind }]
    }

    /// Reads words as Markdown where they have marks and stand in the file as they are.
    fn markdown(&mut self, words: &Yaml) -> Option<Vec<Inline>> {
        let span = self.inner(words);
        let written = self.source.slice(span);
        let is_marked = written.contains(['[', '`', '*', '_']) && !written.contains('\n');
        if !is_marked || text(words) != Some(written) {
            return None;
        }
        let before = &self.source.text()[..span.end];
        let alone = Arc::new(Source::new(self.source.path(), before));
        let mut document = markdown::document(&alone, span.start, Emphasis::CommonMark).value;
        let plain = document.headings.is_empty() && document.tables.is_empty();
        let known = self.landing.document.links.len();
        match document.blocks.as_mut_slice() {
            [
                Block {
                    kind: BlockKind::Paragraph(content),
                    ..
                },
            ] if plain => {
                let mut content = std::mem::take(content);
                renumber(&mut content, known);
                self.landing.document.links.append(&mut document.links);
                Some(content)
            }
            _ => None,
        }
    }

    fn inner(&self, yaml: &Yaml) -> Span {
        inner(self.source, yaml)
    }
}

/// Takes the marks of a heading and of a place, `#<a name="x"></a>`, from the beginning of a title: translation systems leave
/// them there. The place is the heading's id.
fn named_place(content: &mut [Inline], span: Span) -> Option<(String, Span)> {
    let inline = content.first_mut()?;
    match &mut inline.kind {
        InlineKind::Link(_, content) => named_place(content, span),
        InlineKind::Text(text) => {
            let marked = text.trim_start_matches('#').trim_start();
            let (name, rest) = marked.strip_prefix("<a name=\"")?.split_once("\"></a>")?;
            let name = name.to_owned();
            *text = rest.trim_start().to_owned();
            (!name.is_empty()).then_some((name, span))
        }
        _ => None,
    }
}

/// Lets links count on from those that are there.
fn renumber(inlines: &mut [Inline], known: usize) {
    for inline in inlines {
        match &mut inline.kind {
            InlineKind::Link(index, content) | InlineKind::Image(index, content) => {
                *index += known;
                renumber(content, known);
            }
            InlineKind::Emphasis(content)
            | InlineKind::Strong(content)
            | InlineKind::Strikethrough(content) => renumber(content, known),
            _ => {}
        }
    }
}

/// The bytes of a value without its quotation marks, where these are all that is added.
fn inner(source: &Source, yaml: &Yaml) -> Span {
    let written = source.slice(yaml.span);
    let quoted = written.len() >= 2 && written.starts_with(['"', '\'']);
    let inside = Span::new(yaml.span.start + 1, yaml.span.end.max(1) - 1);
    match text(yaml) {
        Some(text) if quoted && source.slice(inside) == text => inside,
        _ => yaml.span,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::outline::outline;

    fn read(text: &str) -> Landing {
        let source = Arc::new(Source::new("index.yml", text));
        landing(&source, &Limits::default()).value
    }

    #[test]
    fn cards_are_headings_and_lists_of_links() {
        let page = read(
            "### YamlMime:Landing\ntitle: Bees\nsummary: All of it.\nmetadata:\n  author: x\nlandingContent:\n- title: Begin\n  linkLists:\n  - linkListType: tutorial\n    links:\n    - text: Build a hive\n      url: hive.md\n    - text: Feed\n      url: feed.md\n",
        );
        assert_eq!(
            outline(&page.document),
            "h1(Bees) p(All of it.) h2(Begin) list(item(p(Build a hive)) item(p(Feed)))"
        );
        assert_eq!(page.front_matter.text("author"), Some("x"));
        assert_eq!(
            page.lists.values().collect::<Vec<_>>(),
            [&LinkKind::Tutorial]
        );
        let links: Vec<&str> = page
            .document
            .links
            .iter()
            .map(|it| it.destination.as_str())
            .collect();
        assert_eq!(links, ["hive.md", "feed.md"]);
    }

    #[test]
    fn hubs_have_groups_of_cards_and_words_with_links() {
        let page = read(
            "### YamlMime:Hub\ntitle: Bees\nhighlightedContent:\n  items:\n  - title: New\n    itemType: whats-new\n    url: new.md\nconceptualContent:\n  items:\n  - title: Hives\n    links:\n    - url: a.md\n      itemType: concept\n      text: A\n    footerLink:\n      text: More\n      url: b.md\nadditionalContent:\n  sections:\n  - title: Else\n    items:\n    - title: Forum\n      summary: Ask.\n      url: https://forum.example/\n  footer: \"Say [so](c.md)!\"\n",
        );
        assert_eq!(
            outline(&page.document),
            "h1(Bees) list(item(p(New))) h2(Hives) list(item(p(A))) list(item(p(More))) h2(Else) h3(Forum) p(Ask.) rule p(Say so!)"
        );
        assert_eq!(page.items.len(), 2);
        assert_eq!(
            page.document.links.last().map(|it| it.destination.as_str()),
            Some("c.md")
        );
    }

    #[test]
    fn a_title_keeps_no_mark_of_a_place() {
        let page = read("### YamlMime:Hub\ntitle: '# <a name=\"bees\"></a>Bienen'\nsummary: x\n");
        assert_eq!(outline(&page.document), "h1#bees(Bienen) p(x)");
        let explicit = page.document.headings[0].explicit.as_ref();
        assert_eq!(explicit.map(|(name, _)| name.as_str()), Some("bees"));
        let plain = read("### YamlMime:Hub\ntitle: 'C# <a name'\n");
        assert_eq!(outline(&plain.document), "h1(C# <a name)");
    }

    #[test]
    fn places_are_those_of_the_file() {
        let text = "### YamlMime:Hub\ntitle: \"书: x\"\nsummary: \"a [b](c.md)\"\n";
        let source = Arc::new(Source::new("index.yml", text));
        let page = landing(&source, &Limits::default()).value;
        let link = &page.document.links[0];
        assert_eq!(source.slice(link.target), "c.md");
        let InlineKind::Text(_) = page.document.headings[0].content[0].kind else {
            panic!("words");
        };
        assert_eq!(
            source.slice(page.document.headings[0].content[0].span),
            "书: x"
        );
    }

    #[test]
    fn odd_pages_are_read_as_far_as_they_go() {
        for text in [
            "",
            "- a\n",
            "title: [a]\n",
            "title: {a: b}\nsummary: 1\n",
            "landingContent: x\n",
            "landingContent:\n- x\n- title:\n",
        ] {
            read(&format!("### YamlMime:Landing\n{text}"));
        }
        let broken =
            read("### YamlMime:Landing\ntitle: A\nsummary: b: c\nlandingContent:\n- title: D\n");
        assert_eq!(outline(&broken.document), "h1(A) h2(D)");
    }
}

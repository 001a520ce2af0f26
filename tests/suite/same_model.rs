//! Whether two articles say the same: every block and every inline in its order, with what Markdown pages leave of the dialect.
//!
//! Compared are blocks and their nesting, lists with their numbers, boxes and closeness, headings with level and anchor,
//! tables cell by cell with alignments, code with its language, emphasis, breaks, footnotes, and links and images by what they
//! lead to in the end. Raw HTML counts as its tags, so that `<strong>` is bold; comments and runs of blanks count for nothing.
//! Not compared are places in the text, how many cells a row had before it was padded, and other names of sections.

use glotta::model::markup::{self, Piece};
use glotta::model::{
    Article, Block, BlockKind, Definition, Destinations, End, Fragment, Inline, InlineKind, Mark,
    Row, Site, is_harmless, is_image, percent_decoded,
};

/// Stands for words that the page alone knows.
const ANY: char = '\u{0}';

/// An article and where its links lead.
pub struct Side<'s> {
    pub site: &'s Site,
    pub destinations: &'s Destinations<'s>,
    pub article: &'s Article,
}

/// Says what differs first between an article and its Markdown page as it is read again; the page may have notices before its text.
pub fn difference(article: &Side, page: &Side) -> Option<String> {
    let (before, after) = (article.outline(), page.outline());
    let mut after = &after[..];
    while after.len() > before.len() && after[0] == "alert note" {
        let end = after.iter().position(|line| line == "end alert")?;
        after = &after[end + 1..];
    }
    let longest = before.len().max(after.len());
    (0..longest).find_map(|at| {
        let (one, other) = (before.get(at), after.get(at));
        let same = one.zip(other).is_some_and(|(one, other)| fits(one, other));
        (!same).then(|| format!("line {at}: {one:?} became {other:?}"))
    })
}

/// Whether a line is what is expected, in which [`ANY`] stands for anything.
fn fits(expected: &str, line: &str) -> bool {
    match expected.split_once(ANY) {
        None => expected == line,
        Some((begin, end)) => {
            line.len() >= begin.len() + end.len() && line.starts_with(begin) && line.ends_with(end)
        }
    }
}

impl Side<'_> {
    fn outline(&self) -> Vec<String> {
        let mut lines = Vec::new();
        self.blocks(&self.article.blocks, &mut lines);
        lines
    }

    fn blocks(&self, blocks: &[Block], lines: &mut Vec<String>) {
        blocks.iter().for_each(|block| self.block(block, lines));
    }

    fn within(&self, name: &str, blocks: &[Block], lines: &mut Vec<String>) {
        lines.push(name.to_owned());
        self.blocks(blocks, lines);
        let kind = name.split(' ').next().unwrap_or_default();
        lines.push(format!("end {kind}"));
    }

    fn block(&self, block: &Block, lines: &mut Vec<String>) {
        match &block.kind {
            BlockKind::Paragraph(words) => push_words(self.words(words), lines),
            BlockKind::Heading(index) => {
                let heading = &self.article.headings[*index];
                let words = normal(&self.words(&heading.content));
                lines.push(format!("h{} #{} {words}", heading.level, heading.anchor));
            }
            BlockKind::List {
                start,
                tight,
                items,
            } => {
                lines.push(format!("list {start:?} {tight}"));
                for item in items {
                    self.within(&format!("item {:?}", item.task), &item.blocks, lines);
                }
                lines.push("end list".to_owned());
            }
            BlockKind::Quote(blocks) => self.within("quote", blocks, lines),
            BlockKind::Alert { kind, blocks, .. } => {
                self.within(&format!("alert {}", kind.name()), blocks, lines);
            }
            BlockKind::Div { blocks, .. } => self.blocks(blocks, lines),
            BlockKind::Video(_) => lines.push(format!("p {ANY}")),
            BlockKind::Mark(mark) => self.mark(mark, lines),
            BlockKind::Definitions(definitions) => self.definitions(definitions, lines),
            BlockKind::Code { language, text } => {
                lines.push(format!("code {language} {:?}", text.trim_end_matches('\n')));
            }
            BlockKind::Table(index) => {
                let table = &self.article.tables[*index];
                let columns = table.columns.iter().map(|it| it.alignment);
                lines.push(format!("table {:?}", columns.collect::<Vec<_>>()));
                self.row(&table.header, lines);
                table.rows.iter().for_each(|row| self.row(row, lines));
            }
            BlockKind::Html(html) => push_words(resolved(html), lines),
            BlockKind::Rule => lines.push("rule".to_owned()),
            BlockKind::Include(_) => {}
            BlockKind::Footnote { label, blocks } => {
                self.within(&format!("footnote {label}"), blocks, lines);
            }
        }
    }

    fn row(&self, row: &Row, lines: &mut Vec<String>) {
        let cells = row
            .cells
            .iter()
            .map(|cell| normal(&self.words(&cell.content)));
        lines.push(format!("row {:?}", cells.collect::<Vec<_>>()));
    }

    fn mark(&self, mark: &Mark, lines: &mut Vec<String>) {
        match mark {
            Mark::TabStart { title, .. } => {
                lines.push(format!("h{ANY} {}", normal(&self.words(title))));
            }
            Mark::ZoneStart { pivots } if pivots.is_empty() => {}
            Mark::ZoneStart { .. } | Mark::MonikerStart { .. } | Mark::DescriptionStart => {
                lines.push(format!("p <strong>{ANY}</strong>"));
            }
            _ => {}
        }
    }

    fn definitions(&self, definitions: &[Definition], lines: &mut Vec<String>) {
        lines.push(format!("list None {ANY}"));
        for group in definitions.chunk_by(|one, next| one.is_term || !next.is_term) {
            lines.push("item None".to_owned());
            for definition in group {
                for block in &definition.blocks {
                    match &block.kind {
                        BlockKind::Paragraph(words) if definition.is_term => {
                            let words = self.words(words);
                            push_words(format!("<strong>{words}</strong>"), lines);
                        }
                        _ => self.block(block, lines),
                    }
                }
            }
            lines.push("end item".to_owned());
        }
        lines.push("end list".to_owned());
    }

    fn words(&self, inlines: &[Inline]) -> String {
        inlines.iter().map(|inline| self.inline(inline)).collect()
    }

    fn inline(&self, inline: &Inline) -> String {
        match &inline.kind {
            InlineKind::Text(text) | InlineKind::Math(text) | InlineKind::Include(_, text) => {
                text.clone()
            }
            InlineKind::Html(html) => resolved(html),
            InlineKind::Code(text) => format!("<code>{text}</code>"),
            InlineKind::Emphasis(content) => format!("<em>{}</em>", self.words(content)),
            InlineKind::Strong(content) => format!("<strong>{}</strong>", self.words(content)),
            InlineKind::Strikethrough(content) => format!("<del>{}</del>", self.words(content)),
            InlineKind::Link(index, content) | InlineKind::Image(index, content) => {
                let words = self.words(content);
                match self.end(*index) {
                    Some(end) => format!("[{words}]({end} {})", self.article.links[*index].title),
                    None => words,
                }
            }
            InlineKind::SoftBreak => "\n".to_owned(),
            InlineKind::HardBreak => "<br>\n".to_owned(),
            InlineKind::FootnoteReference(label) => format!("[^{label}]"),
        }
    }

    /// What a link leads to; `None` where readers cannot follow it.
    fn end(&self, index: usize) -> Option<String> {
        let link = &self.article.links[index];
        let found = self.destinations.find(self.article, &link.destination);
        let end = found.end;
        match &end {
            End::External(address) if !link.image => Some(percent_decoded(address)),
            End::Article { translations, .. } if !link.image => {
                let id = &self.site.translations[*translations].id;
                let place = match self.destinations.fragment(&end) {
                    Fragment::Place {
                        anchor,
                        is_row: false,
                    } => anchor,
                    _ => String::new(),
                };
                // A link to the page that it stands on leads to a place in it, or nowhere.
                (!found.is_here || !place.is_empty()).then(|| format!("{id}#{place}"))
            }
            End::File(path) if link.image && is_image(path) => Some(path.clone()),
            End::File(path) if !link.image && is_harmless(path) => Some(path.clone()),
            _ => None,
        }
    }
}

fn push_words(words: String, lines: &mut Vec<String>) {
    let words = normal(&words);
    if !words.is_empty() {
        lines.push(format!("p {words}"));
    }
}

/// Words with one blank between them and with the tags of today's HTML, which have nothing but their names and places.
fn normal(words: &str) -> String {
    let pieces = markup::pieces(words);
    let written = pieces.iter().map(|(_, piece)| match piece {
        Piece::Text(text) => (*text).to_owned(),
        Piece::Comment(_) => String::new(),
        Piece::Tag(tag) => match markup::element(tag.name) {
            None => tag.source.to_owned(),
            Some(element) if element.name.is_empty() => String::new(),
            // A picture is an image of Markdown, or its words.
            Some(element) if element.name == "img" => {
                tag.attribute("alt").unwrap_or_default().into_owned()
            }
            Some(element) => {
                let slash = if tag.closing && element.name != "br" {
                    "/"
                } else {
                    ""
                };
                let place = tag.attribute("name").or_else(|| tag.attribute("id"));
                let place = place.map(|it| format!(" {it}")).unwrap_or_default();
                format!("<{slash}{}{place}>", element.name)
            }
        },
    });
    let written: String = written.collect();
    // Bold around nothing is left out where it stands behind a Chinese letter.
    let written = written.replace("****", "");
    let words: Vec<&str> = written.split_whitespace().collect();
    words.join(" ")
}

/// Raw HTML with its references resolved, as a parser of Markdown resolves those of text.
fn resolved(html: &str) -> String {
    let pieces = markup::pieces(html);
    let written = pieces.iter().map(|(_, piece)| match piece {
        Piece::Text(text) => {
            let escaped = text.replace('\\', "\\\\").replace('\n', "\u{1}");
            let events = pulldown_cmark::Parser::new(&escaped);
            let words = events.filter_map(|event| match event {
                pulldown_cmark::Event::Text(text) => Some(text.into_string()),
                _ => None,
            });
            match text.contains('&') {
                true => words.collect::<String>().replace('\u{1}', "\n"),
                false => (*text).to_owned(),
            }
        }
        Piece::Comment(_) => String::new(),
        Piece::Tag(tag) => tag.source.to_owned(),
    });
    written.collect()
}

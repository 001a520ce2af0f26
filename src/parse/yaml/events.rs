//! Makes values of a YAML parser's events; the only file that knows which library reads YAML.
//!
//! `serde_yaml` here is serde-saphyr, and what is used of it is its event parser: events know their bytes, and a
//! scalar of an event is still the text that was written, so that `no`, `0x0F` and `0123` keep their shape.

use serde_yaml::granit_parser::{
    ErrorKind, Event, Marker, Parser, ScalarStyle, ScanError, Span as EventSpan, StructureStyle,
    options,
};

use super::{Broken, Reader, Yaml, YamlEntry, YamlKind, first_row};
use crate::diagnostic::{Diagnostic, Span};

/// Reads one document; a fault that does not stop the reading goes to `diagnostics`.
pub(super) fn read(
    reader: &Reader<'_>,
    span: Span,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<Option<Yaml>, Broken> {
    let mut builder = Builder {
        reader,
        places: Places {
            text: reader.source.slice(span),
            offset: span.start,
        },
        frames: Vec::new(),
        root: None,
        keys: 0,
        read: span.start,
        diagnostics: Vec::new(),
    };
    builder.run()?;
    diagnostics.append(&mut builder.diagnostics);
    Ok(builder.root)
}

/// Turns the parser's markers into bytes of the source.
struct Places<'a> {
    text: &'a str,
    offset: usize,
}

impl Places<'_> {
    /// Events know their bytes; errors of the scanner know characters only.
    fn byte(&self, marker: &Marker) -> usize {
        let byte = marker.byte_offset().unwrap_or_else(|| {
            self.text
                .char_indices()
                .nth(marker.index())
                .map_or(self.text.len(), |(at, _)| at)
        });
        self.offset + self.text.floor_char_boundary(byte)
    }

    fn span(&self, span: &EventSpan) -> Span {
        let start = self.byte(&span.start);
        Span::new(start, self.byte(&span.end).max(start))
    }

    /// The place of a scalar, without the line break that a block scalar ends with.
    fn scalar(&self, span: &EventSpan) -> Span {
        let span = self.span(span);
        let text = &self.text[span.start - self.offset..span.end - self.offset];
        Span::new(span.start, span.start + text.trim_end().len())
    }

    /// The character at a marker, or the tab or quotation mark that the parser stumbled over before it.
    fn fault(&self, error: &ScanError, read: usize) -> Span {
        let at = self.byte(error.marker());
        let byte = match error.kind() {
            kind if is_open_quotation(kind) => self.quotation_after(read).unwrap_or(at),
            // The marker of this one is the beginning of the value.
            ErrorKind::TabInPlainScalar => self.tab_after(at).unwrap_or(at),
            _ => self.tab_before(at).unwrap_or(at),
        };
        let length = self.text[byte - self.offset..]
            .chars()
            .next()
            .filter(|next| !next.is_control() || *next == '\t')
            .map_or(0, char::len_utf8);
        Span::new(byte, byte + length)
    }

    fn quotation_after(&self, byte: usize) -> Option<usize> {
        let at = self.text[byte - self.offset..].find(['"', '\''])?;
        Some(byte + at)
    }

    /// The first tab that indents a line below a byte.
    fn tab_after(&self, byte: usize) -> Option<usize> {
        let rest = &self.text[byte - self.offset..];
        rest.match_indices('\n').find_map(|(at, _)| {
            let line = &rest[at + 1..];
            let blanks = line.len() - line.trim_start_matches(' ').len();
            line[blanks..]
                .starts_with('\t')
                .then_some(byte + at + 1 + blanks)
        })
    }

    /// The first tab of the indentation of the line that a byte stands in.
    fn tab_before(&self, byte: usize) -> Option<usize> {
        let at = byte - self.offset;
        let line = self.text[..at].rfind('\n').map_or(0, |end| end + 1);
        let indented = self.text[line..].find(|next| next != ' ' && next != '\t')?;
        let tab = self.text[line..line + indented].find('\t')?;
        Some(self.offset + line + tab)
    }
}

/// A sequence or mapping that is not yet closed.
struct Frame {
    start: usize,
    /// Whether it ends with a bracket of its own.
    bracketed: bool,
    content: Content,
}

enum Content {
    Sequence(Vec<Yaml>),
    /// The entries so far, and the key whose value comes next.
    Mapping(Vec<YamlEntry>, Option<(String, Span)>),
}

/// Makes values of events.
struct Builder<'a> {
    reader: &'a Reader<'a>,
    places: Places<'a>,
    frames: Vec<Frame>,
    root: Option<Yaml>,
    keys: usize,
    /// Where the last event ended.
    read: usize,
    diagnostics: Vec<Diagnostic>,
}

impl Builder<'_> {
    fn run(&mut self) -> Result<(), Broken> {
        let options = options! {
            disallow_directives: true,
            emit_unresolved_aliases: true,
            emit_anchor_events: true,
        };
        for event in Parser::new_from_str_with_options(self.places.text, options) {
            let (event, span) = event.map_err(|error| self.syntax(&error))?;
            self.event(event, &span)?;
            self.read = self.places.byte(&span.end);
        }
        Ok(())
    }

    fn syntax(&self, error: &ScanError) -> Broken {
        let span = self.places.fault(error, self.read);
        let message = if self.reader.source.slice(span) == "\t" {
            "a tab cannot indent YAML".to_owned()
        } else {
            explained(error.kind())
        };
        let report = self.reader.report(span, message);
        Broken(Box::new(match advice(error.kind()) {
            _ if self.reader.source.slice(span) == "\t" => report.help("indent with blanks"),
            Some(help) => report.help(help),
            None => report,
        }))
    }

    fn event(&mut self, event: Event<'_>, span: &EventSpan) -> Result<(), Broken> {
        if let Some(tag) = span.tag_span() {
            self.refuse(self.places.span(&tag), "a tag", "write the value alone");
        }
        match event {
            Event::Anchor(..) => {
                self.refuse(self.places.span(span), "an anchor", "write the value alone");
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                let span = self.places.span(span);
                self.refuse(span, "an alias", "write the value out");
                self.scalar(String::new(), true, span)?;
            }
            Event::Scalar(text, style, ..) => {
                let plain = style == ScalarStyle::Plain;
                self.scalar(text.into_owned(), plain, self.places.scalar(span))?;
            }
            Event::SequenceStart(style, ..) => {
                self.open(Content::Sequence(Vec::new()), style, span)?;
            }
            Event::MappingStart(style, ..) => {
                self.open(Content::Mapping(Vec::new(), None), style, span)?;
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(span),
            Event::DocumentStart(..) if self.root.is_some() => {
                let span = self.places.span(span);
                return Err(self
                    .reader
                    .broken(span, "a second YAML document begins here"));
            }
            _ => {}
        }
        Ok(())
    }

    fn refuse(&mut self, span: Span, what: &str, help: &str) {
        let message = format!("{what} is more than this YAML may hold");
        self.diagnostics
            .push(self.reader.report(span, message).help(help));
    }

    fn open(
        &mut self,
        content: Content,
        style: StructureStyle,
        span: &EventSpan,
    ) -> Result<(), Broken> {
        let place = self.places.span(span);
        let row = first_row(self.reader.source, place);
        let bounds = &self.reader.bounds;
        if self.frames.len() >= bounds.depth {
            let message = format!(
                "more than {} levels stand in one another here",
                bounds.depth
            );
            let report = self.reader.report(row, message);
            let help = bounds.help(1, "write fewer lists and mappings within one another");
            return Err(Broken(Box::new(report.help(help))));
        }
        if self.awaits_key() {
            return Err(self.reader.broken(row, "a key must be plain text"));
        }
        let bracketed = style == StructureStyle::Flow;
        let start = match content {
            Content::Sequence(_) if !bracketed => self.dash_before(place.start),
            _ => place.start,
        };
        self.frames.push(Frame {
            start,
            bracketed,
            content,
        });
        Ok(())
    }

    fn awaits_key(&self) -> bool {
        let innermost = self.frames.last().map(|frame| &frame.content);
        matches!(innermost, Some(Content::Mapping(_, None)))
    }

    fn scalar(&mut self, text: String, plain: bool, span: Span) -> Result<(), Broken> {
        if let Some(Content::Mapping(_, key @ None)) = self.innermost() {
            *key = Some((text, span));
            self.keys += 1;
            return self.counted(span);
        }
        let kind = match text.as_str() {
            "" | "~" | "null" | "Null" | "NULL" if plain => YamlKind::Null,
            _ => YamlKind::Text(text),
        };
        self.place(Yaml { span, kind });
        Ok(())
    }

    fn counted(&self, span: Span) -> Result<(), Broken> {
        let bounds = &self.reader.bounds;
        if self.keys > bounds.keys {
            let message = format!("this is key number {}: too many", self.keys);
            let report = self.reader.report(span, message);
            let otherwise = format!("keep it to {} keys", bounds.keys);
            return Err(Broken(Box::new(report.help(bounds.help(2, &otherwise)))));
        }
        Ok(())
    }

    fn innermost(&mut self) -> Option<&mut Content> {
        self.frames.last_mut().map(|frame| &mut frame.content)
    }

    /// Puts a finished value where it belongs.
    fn place(&mut self, value: Yaml) {
        match self.innermost() {
            None => self.root = Some(value),
            Some(Content::Sequence(items)) => items.push(value),
            Some(Content::Mapping(entries, key)) => {
                let (key, key_span) = key.take().unwrap_or_default();
                entries.push(YamlEntry {
                    key,
                    key_span,
                    value,
                });
            }
        }
    }

    fn close(&mut self, span: &EventSpan) {
        let Some(frame) = self.frames.pop() else {
            return;
        };
        // The end event of a collection without brackets stands where the next thing begins.
        let end = match (&frame.content, frame.bracketed) {
            (_, true) => self.places.byte(&span.end),
            (Content::Sequence(items), _) => items.last().map_or(0, |item| item.span.end),
            (Content::Mapping(entries, _), _) => entries.last().map_or(0, YamlEntry::end),
        };
        let kind = match frame.content {
            Content::Sequence(items) => YamlKind::Sequence(items),
            Content::Mapping(mut entries, _) => {
                self.reader.keep_first(&mut entries, &mut self.diagnostics);
                self.no_merge_keys(&mut entries);
                YamlKind::Mapping(entries)
            }
        };
        let span = Span::new(frame.start, end.max(frame.start));
        self.place(Yaml { span, kind });
    }

    /// A sequence of dashes begins with its first dash; its event begins behind it.
    fn dash_before(&self, start: usize) -> usize {
        let before = self.places.text[..start - self.places.offset].trim_end_matches(' ');
        match before.strip_suffix('-') {
            Some(before) => self.places.offset + before.len(),
            None => start,
        }
    }

    fn no_merge_keys(&mut self, entries: &mut Vec<YamlEntry>) {
        for entry in entries.iter().filter(|entry| entry.key == "<<") {
            self.refuse(entry.key_span, "a merge key", "write the keys out");
        }
        entries.retain(|entry| entry.key != "<<");
    }
}

/// What is wrong, in the words of somebody who writes articles.
fn explained(kind: &ErrorKind) -> String {
    match kind {
        ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidColonPlacement => {
            "a second `: ` stands in one value".into()
        }
        kind if is_open_quotation(kind) => "a quotation mark is not closed".into(),
        ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator => {
            "a bracket is not closed, or a comma is missing".into()
        }
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => {
            "a line has neither `key: value` nor the indentation of one".into()
        }
        ErrorKind::ExpectedBlockMappingKey | ErrorKind::InvalidIndentation => {
            "the indentation does not fit the lines above".into()
        }
        ErrorKind::DirectiveDisallowed => "a directive is more than this YAML may hold".into(),
        ErrorKind::UnexpectedCharacter { .. } => "a value cannot begin with this character".into(),
        _ => match kind.to_string() {
            reason if reason.is_empty() => "this is not YAML".into(),
            reason => format!("this is not YAML: {reason}"),
        },
    }
}

fn advice(kind: &ErrorKind) -> Option<&'static str> {
    match kind {
        ErrorKind::MappingValueNotAllowed
        | ErrorKind::InvalidColonPlacement
        | ErrorKind::UnexpectedCharacter { .. } => Some("put the whole value into quotation marks"),
        kind if is_open_quotation(kind) => {
            Some("close it, or double a quotation mark that belongs to the text")
        }
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => {
            Some("write `key: value`, with a blank after the colon")
        }
        _ => None,
    }
}

/// Whether a quotation runs on over the end of its value, which shows at the next line or at the end of the text.
fn is_open_quotation(kind: &ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::UnclosedQuotedScalar
            | ErrorKind::DocumentIndicatorInQuotedScalar
            | ErrorKind::InvalidQuotedScalarIndent
    )
}

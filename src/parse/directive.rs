//! `:::` directives of Microsoft Learn, one at a time: one small grammar.

use std::ops::Range;

use super::attributes::{Attribute, attributes, value};
use crate::model::Mark;

/// A directive and the bytes that it takes, from its first colon.
#[derive(Debug, PartialEq)]
pub struct Directive {
    pub kind: DirectiveKind,
    pub len: usize,
}

#[derive(Debug, PartialEq)]
pub enum DirectiveKind {
    Mark(Mark),
    Image(Picture),
    /// The beginning of a picture whose description follows.
    Complex(Picture),
    /// Where a film is.
    Video(Range<usize>),
    /// Words that stay as they are in every language.
    NoLoc(Range<usize>),
}

/// What `:::image` says, as ranges of bytes of the directive.
#[derive(Debug, PartialEq)]
pub struct Picture {
    pub source: Range<usize>,
    pub alternative: Option<Range<usize>>,
    /// The same picture in a larger size.
    pub lightbox: Option<Range<usize>>,
}

/// Why text is no directive.
#[derive(Debug, PartialEq, Eq)]
pub enum Wrong {
    /// Three colons that begin nothing.
    Nothing,
    Unknown(String),
    /// An attribute that must be there is not.
    Lacks {
        name: &'static str,
        attribute: &'static str,
    },
    /// `:::` is missing at the end, or something stands behind what can be read.
    Unclosed,
}

/// How many bytes the attributes of a directive may fill; its last line may go further.
const LONGEST: usize = 8_000;

/// Every directive that is known.
pub const NAMES: [&str; 12] = [
    "zone",
    "zone-end",
    "moniker",
    "moniker-end",
    "row",
    "row-end",
    "column",
    "column-end",
    "image",
    "image-end",
    "video",
    "no-loc",
];

/// Reads the directive that a text begins with.
pub fn directive(text: &str) -> Result<Directive, Wrong> {
    let head = text.strip_prefix(":::").ok_or(Wrong::Nothing)?;
    let head = head.trim_start_matches([' ', '\t']);
    let is_name = |letter: &char| letter.is_ascii_alphabetic() || *letter == '-';
    let name: String = head.chars().take_while(is_name).collect();
    let start = text.len() - head.len() + name.len();
    let name = name.to_ascii_lowercase();
    if name.is_empty() || name.starts_with('-') {
        return Err(Wrong::Nothing);
    }
    let rest = &text[start..];
    if !NAMES.contains(&name.as_str()) {
        return Err(Wrong::Unknown(name));
    }
    let reach = match name.as_str() {
        "image" | "no-loc" => paragraph(rest),
        _ => rest.find('\n').unwrap_or(rest.len()),
    };
    let (read, end) = attributes(&rest[..reach]);
    let kind = kind(&name, &read, start)?;
    let len = closed(&kind, text, start + end)?;
    Ok(Directive { kind, len })
}

/// How long a text is up to the first empty line, or to where no directive reaches.
fn paragraph(text: &str) -> usize {
    let mut len = 0;
    for line in text.split_inclusive('\n') {
        if len > 0 && line.trim().is_empty() || len > LONGEST {
            break;
        }
        len += line.len();
    }
    len
}

/// What stands in running text needs its end; what stands on a line ends with it.
fn closed(kind: &DirectiveKind, text: &str, at: usize) -> Result<usize, Wrong> {
    let rest = &text[at..];
    if rest.starts_with(":::") {
        return Ok(at + 3);
    }
    let inline = matches!(kind, DirectiveKind::Image(_) | DirectiveKind::NoLoc(_));
    // The blanks behind the last attribute may hold the line's end.
    let blank = text[..at].len() - text[..at].trim_end().len();
    let ends = rest.is_empty() || text[at - blank..at].contains('\n') || rest.starts_with('\n');
    match !inline && ends {
        true => Ok(at - blank),
        false => Err(Wrong::Unclosed),
    }
}

fn kind(name: &str, read: &[Attribute], start: usize) -> Result<DirectiveKind, Wrong> {
    let shifted = |it: &Attribute| start + it.range.start..start + it.range.end;
    let range = |key: &str| {
        value(read, key)
            .filter(|it| !it.value.trim().is_empty())
            .map(shifted)
    };
    let needs = |name: &'static str, attribute: &'static str| {
        range(attribute).ok_or(Wrong::Lacks { name, attribute })
    };
    Ok(match name {
        "image" => picture(read, needs("image", "source")?, range),
        "video" => DirectiveKind::Video(needs("video", "source")?),
        "no-loc" => DirectiveKind::NoLoc(needs("no-loc", "text")?),
        _ => DirectiveKind::Mark(mark(name, read)?),
    })
}

fn picture(
    read: &[Attribute],
    source: Range<usize>,
    range: impl Fn(&str) -> Option<Range<usize>>,
) -> DirectiveKind {
    let picture = Picture {
        source,
        alternative: range("alt-text"),
        lightbox: range("lightbox"),
    };
    let kind = value(read, "type").map_or("", |it| it.value);
    match kind.eq_ignore_ascii_case("complex") {
        true => DirectiveKind::Complex(picture),
        false => DirectiveKind::Image(picture),
    }
}

fn mark(name: &str, read: &[Attribute]) -> Result<Mark, Wrong> {
    let text = |key: &str| {
        let text = value(read, key).map(|it| it.value.trim());
        text.filter(|text| !text.is_empty())
    };
    Ok(match name {
        "zone" => Mark::ZoneStart {
            pivots: pivots(text("pivot"), text("target"))?,
        },
        "zone-end" => Mark::ZoneEnd,
        "moniker" => Mark::MonikerStart {
            range: text("range").map(str::to_owned).ok_or(Wrong::Lacks {
                name: "moniker",
                attribute: "range",
            })?,
        },
        "moniker-end" => Mark::MonikerEnd,
        "row" => Mark::RowStart,
        "row-end" => Mark::RowEnd,
        "column" => Mark::ColumnStart {
            span: text("span")
                .and_then(|it| it.parse().ok())
                .unwrap_or(1)
                .max(1),
        },
        "column-end" => Mark::ColumnEnd,
        _ => Mark::DescriptionEnd,
    })
}

/// A zone is for pivots, or for a rendering (`target`) that says nothing to a reader of ours.
fn pivots(pivot: Option<&str>, target: Option<&str>) -> Result<Vec<String>, Wrong> {
    let pivots = pivot.unwrap_or_default().split(',').map(str::trim);
    let pivots: Vec<String> = pivots
        .filter(|pivot| !pivot.is_empty())
        .map(str::to_owned)
        .collect();
    match pivots.is_empty() && target.is_none() {
        true => Err(Wrong::Lacks {
            name: "zone",
            attribute: "pivot",
        }),
        false => Ok(pivots),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(text: &str) -> Option<Mark> {
        match directive(text).ok()?.kind {
            DirectiveKind::Mark(mark) => Some(mark),
            _ => None,
        }
    }

    #[test]
    fn marks_are_read_with_and_without_colons_at_the_end() {
        let zone = Mark::ZoneStart {
            pivots: vec!["cat".into(), "dog".into()],
        };
        assert_eq!(mark("::: zone pivot=\"cat, dog\"\nx"), Some(zone.clone()));
        assert_eq!(mark(":::zone pivot=\"cat,dog\" :::\r\n"), Some(zone));
        assert_eq!(mark("::: zone-end"), Some(Mark::ZoneEnd));
        assert_eq!(mark(":::row:::"), Some(Mark::RowStart));
        assert_eq!(
            mark(":::COLUMN span=\"2\":::"),
            Some(Mark::ColumnStart { span: 2 })
        );
        let range = ">=shop-2.0 || shop-1.1".to_owned();
        let text = "::: moniker range=\">=shop-2.0 || shop-1.1\"  \n";
        assert_eq!(mark(text), Some(Mark::MonikerStart { range }));
        assert_eq!(
            mark("::: zone target=\"docs\""),
            Some(Mark::ZoneStart { pivots: vec![] })
        );
    }

    #[test]
    fn a_picture_knows_its_places() {
        let text = ":::image source=\"a.png\" alt-text=\"A cat\" border=\"false\"::: b";
        let read = directive(text).expect("it is whole");
        let DirectiveKind::Image(picture) = read.kind else {
            panic!("no picture")
        };
        assert_eq!(&text[picture.source], "a.png");
        assert_eq!(&text[picture.alternative.expect("is there")], "A cat");
        assert_eq!(&text[read.len..], " b");
    }

    #[test]
    fn what_is_wrong_is_named() {
        assert_eq!(directive(":::"), Err(Wrong::Nothing));
        assert_eq!(directive("::: zone-end words"), Err(Wrong::Unclosed));
        assert_eq!(
            directive(":::image source=\"a\"\n\n:::"),
            Err(Wrong::Unclosed)
        );
        assert!(matches!(directive(":::zoneend"), Err(Wrong::Unknown(_))));
        let lacks = |name, attribute| Err(Wrong::Lacks { name, attribute });
        assert_eq!(
            directive(":::image alt-text=\"a\":::"),
            lacks("image", "source")
        );
        assert_eq!(directive("::: zone"), lacks("zone", "pivot"));
        assert_eq!(directive("::: moniker"), lacks("moniker", "range"));
    }
}

//! Turns a file's bytes into a text and the version that translations name.

use std::borrow::Cow;
use std::io::ErrorKind;
use std::sync::Arc;

use sha1::{Digest, Sha1};

use super::faults::{NUL_CHARACTER, UNREADABLE_ARTICLE, UNREADABLE_FILE};
use super::{FoundArticle, Shelf, World};
use crate::diagnostic::{Diagnostic, Parsed, Root, Source, Span};
use crate::model::{Config, INVALID_ENCODING, Limit, Limits};

/// An article's text, before it is parsed.
#[derive(Debug, Clone)]
pub struct Text {
    pub source: Arc<Source>,
    /// See [`version`].
    pub version: String,
}

/// Reads an article that was found. One that has gone or cannot be opened is empty, and reported.
pub fn read(world: &dyn World, config: &Config, article: &FoundArticle) -> Parsed<Text> {
    let shelf = Shelf::Articles(config.source.clone());
    let mut parsed = match read_within(world, &config.limits, &shelf, &article.path) {
        Ok(bytes) => {
            let source = decode(Root::Articles, &article.path, &bytes);
            Parsed {
                value: Text {
                    source: source.value,
                    version: version(&bytes),
                },
                diagnostics: source.diagnostics,
            }
        }
        Err(unread) => unreadable(&article.path, &unread),
    };
    for diagnostic in &mut parsed.diagnostics {
        diagnostic.locale = Some(article.locale.folder().to_owned());
        diagnostic.article = Some(article.id.clone());
    }
    parsed
}

/// Reads a text of the source folder that is no article and that no list shows, such as a hidden one; nothing where there is none.
pub fn read_setting(world: &dyn World, config: &Config, path: &str) -> Parsed<Option<Arc<Source>>> {
    let shelf = Shelf::Articles(config.source.clone());
    let nothing = |diagnostics| Parsed {
        value: None,
        diagnostics,
    };
    match read_within(world, &config.limits, &shelf, path) {
        Ok(bytes) => {
            let decoded = decode(Root::Articles, path, &bytes);
            Parsed {
                value: Some(decoded.value),
                diagnostics: decoded.diagnostics,
            }
        }
        Err(unread) if unread.is_absent => nothing(Vec::new()),
        Err(unread) => {
            let source = Arc::new(Source::new(path, ""));
            let message = format!("this file cannot be read: {}", unread.cause);
            let usual = "put a regular file in its place that may be read";
            let report = Diagnostic::new(&UNREADABLE_FILE, &source, Span::default(), message)
                .help(unread.help(usual));
            nothing(vec![report])
        }
    }
}

/// Why a file was not read.
pub(super) struct Unread {
    pub(super) cause: String,
    is_absent: bool,
    help: Option<String>,
}

impl Unread {
    /// What to do: `usual` where the system kept the file from us.
    pub(super) fn help(&self, usual: &str) -> String {
        self.help.clone().unwrap_or_else(|| usual.to_owned())
    }
}

/// Reads a file of texts, and no more of it than there may be.
pub(super) fn read_within(
    world: &dyn World,
    limits: &Limits,
    shelf: &Shelf,
    path: &str,
) -> Result<Vec<u8>, Unread> {
    let most = limits.get(Limit::File);
    let absent = |kind| matches!(kind, ErrorKind::NotFound | ErrorKind::NotADirectory);
    match world.head(shelf, path, most.saturating_add(1)) {
        Ok(bytes) if bytes.len() > most => Err(Unread {
            cause: format!("it has more than {}", limits.shown(Limit::File)),
            is_absent: false,
            help: Some(Limit::File.help("split it")),
        }),
        Ok(bytes) => Ok(bytes),
        Err(error) => Err(Unread {
            cause: error.to_string(),
            is_absent: absent(error.kind()),
            help: None,
        }),
    }
}

fn unreadable(path: &str, unread: &Unread) -> Parsed<Text> {
    let source = Arc::new(Source::new(path, ""));
    let message = format!("this article cannot be read: {}", unread.cause);
    let report = Diagnostic::new(&UNREADABLE_ARTICLE, &source, Span::default(), message)
        .help(unread.help("check who may read the file"));
    Parsed {
        value: Text {
            source,
            version: version(b""),
        },
        diagnostics: vec![report],
    }
}

/// Makes a text of bytes, whatever they are, and reports what is no text.
pub(super) fn decode(root: Root, path: &str, bytes: &[u8]) -> Parsed<Arc<Source>> {
    let (text, invalid) = match std::str::from_utf8(bytes) {
        Ok(text) => (Cow::Borrowed(text), None),
        Err(error) => lossy(bytes, error.valid_up_to()),
    };
    let source = match invalid {
        Some(_) => Source::repaired(path, text),
        None => Source::new(path, text),
    };
    let source = Arc::new(source.at(root));
    let diagnostics = match invalid {
        Some(Invalid {
            span,
            message,
            help,
        }) => {
            vec![Diagnostic::new(&INVALID_ENCODING, &source, span, message).help(help)]
        }
        None => nul(&source).into_iter().collect(),
    };
    Parsed {
        value: source,
        diagnostics,
    }
}

struct Invalid {
    span: Span,
    message: String,
    help: &'static str,
}

/// UTF-16, which some editors of Windows write, is recognized by its mark and read; in anything else the bytes that
/// are no UTF-8 become replacement characters.
fn lossy(bytes: &[u8], valid: usize) -> (Cow<'_, str>, Option<Invalid>) {
    if let Some(text) = utf16(bytes) {
        let invalid = Invalid {
            span: Span::default(),
            message: "this file is UTF-16, not UTF-8".into(),
            help: "save the file as UTF-8",
        };
        return (Cow::Owned(text), Some(invalid));
    }
    let invalid = Invalid {
        span: Span::new(valid, valid + char::REPLACEMENT_CHARACTER.len_utf8()),
        message: format!(
            "byte {valid} of this file is 0x{:02X}, which is not UTF-8 here",
            bytes[valid]
        ),
        help: "save the file as UTF-8; this byte may come from an older encoding such as Windows-1252",
    };
    (String::from_utf8_lossy(bytes), Some(invalid))
}

fn utf16(bytes: &[u8]) -> Option<String> {
    let join: fn([u8; 2]) -> u16 = match bytes {
        [0xFF, 0xFE, ..] => u16::from_le_bytes,
        [0xFE, 0xFF, ..] => u16::from_be_bytes,
        _ => return None,
    };
    let units = bytes[2..].chunks_exact(2);
    let units = units.map(|pair| join([pair[0], pair[1]]));
    let letters = char::decode_utf16(units);
    Some(
        letters
            .map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect(),
    )
}

fn nul(source: &Arc<Source>) -> Option<Diagnostic> {
    let at = source.text().find('\0')?;
    let count = source.text().matches('\0').count();
    let message = "a NUL character stands here";
    let report = Diagnostic::new(&NUL_CHARACTER, source, Span::new(at, at + 1), message)
        .help("remove it; if the file looks well in an editor, save it as UTF-8");
    Some(match count {
        1 => report,
        _ => report.note(format!("it is the first of {count}")),
    })
}

/// Returns what `source-hash` and `ms.openlocfilehash` name: forty hexadecimal digits, the SHA-1 of a file's bytes
/// with CRLF for every line break, however the file ends its lines.
pub fn version(bytes: &[u8]) -> String {
    let mut hash = Sha1::new();
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        match line.strip_suffix(b"\n") {
            Some(line) => {
                hash.update(line.strip_suffix(b"\r").unwrap_or(line));
                hash.update(b"\r\n");
            }
            None => hash.update(line),
        }
    }
    let digits = hash.finalize();
    digits.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_endings_do_not_change_the_version() {
        // `printf 'a\r\nb\r\n' | sha1sum`
        let expected = "72dd82ee6968b55d1833597e2d6e1638a100c2ea";
        assert_eq!(version(b"a\nb\n"), expected);
        assert_eq!(version(b"a\r\nb\r\n"), expected);
        assert_ne!(version(b"a\rb"), version(b"a\nb"));
    }

    #[test]
    fn what_is_no_text_is_reported_at_its_place() {
        for (bytes, place, message) in [
            (&b"ab\xE4c"[..], (1, 3), "0xE4"),
            (b"a\nb\xFF", (2, 2), "0xFF"),
            (b"\xFF\xFEa\0b\0", (1, 1), "UTF-16"),
            (b"\xFE\xFF\0a\0b", (1, 1), "UTF-16"),
            (b"a\0b\0", (1, 2), "NUL"),
        ] {
            let parsed = decode(Root::Articles, "a.md", bytes);
            let report = &parsed.diagnostics[0];
            let position = report.position();
            assert_eq!((position.line, position.column), place);
            assert!(report.message.contains(message), "{}", report.message);
        }
        assert!(
            decode(Root::Articles, "a.md", "证书".as_bytes())
                .diagnostics
                .is_empty()
        );
        assert_eq!(
            decode(Root::Articles, "a.md", b"\xFF\xFEa\0b\0")
                .value
                .text(),
            "ab"
        );
    }
}

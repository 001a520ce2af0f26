//! A finished file of the site, and which paths one may have.

/// A finished file: where it belongs under the output folder, with `/`, and what is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    pub path: String,
    pub content: Content,
}

/// What is in a finished file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// What was made.
    Bytes(Vec<u8>),
    /// A file of the source folder as it is, by its path there. It is read when it is published: it may be large.
    File(String),
}

impl Page {
    /// A page that was made.
    pub fn new(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Page {
            path: path.into(),
            content: Content::Bytes(bytes.into()),
        }
    }

    /// A file of the source folder that is published under its own path.
    pub fn copy(path: impl Into<String>) -> Self {
        let path = path.into();
        Page {
            content: Content::File(path.clone()),
            path,
        }
    }

    /// The bytes that were made; nothing for a file that is copied.
    pub fn bytes(&self) -> Option<&[u8]> {
        match &self.content {
            Content::Bytes(bytes) => Some(bytes),
            Content::File(_) => None,
        }
    }
}

/// The longest name that file systems take, in bytes.
const MAX_NAME: usize = 255;

/// Returns why a path is none that a page can have everywhere under the output folder.
pub fn path_fault(path: &str) -> Result<(), String> {
    path.split('/').try_for_each(part)
}

fn part(part: &str) -> Result<(), String> {
    match part {
        "" => Err("its path is absolute, or a part of it is empty".into()),
        "." | ".." => Err("its path leads out of the output folder".into()),
        _ if part.contains(is_unusable) => Err(unusable(part)),
        _ if part.len() > MAX_NAME => Err(format!("a part of it is longer than {MAX_NAME} bytes")),
        _ if part.ends_with(['.', ' ']) => Err(format!(
            "`{part}` ends with a dot or a blank, which Windows cuts off"
        )),
        _ if is_device(part) => Err(format!("`{part}` is the name of a device on Windows")),
        _ => Ok(()),
    }
}

fn is_unusable(letter: char) -> bool {
    matches!(letter, '\\' | ':') || letter.is_control()
}

fn unusable(part: &str) -> String {
    let letter = part.chars().find(|letter| is_unusable(*letter));
    let letter = u32::from(letter.unwrap_or_default());
    format!(
        "`{}` holds U+{letter:04X}, a character that no file name can have everywhere",
        shown_path(part)
    )
}

/// A path as it can be shown on one line: with a question mark for each control character, as ls(1) shows it.
pub fn shown_path(path: &str) -> String {
    path.replace(char::is_control, "?")
}

/// Names that Windows keeps for devices, with any extension.
fn is_device(part: &str) -> bool {
    let stem = part.split('.').next().unwrap_or_default();
    let stem = stem.to_ascii_lowercase();
    match stem.as_str() {
        "con" | "prn" | "aux" | "nul" => true,
        _ => stem
            .strip_prefix("com")
            .or_else(|| stem.strip_prefix("lpt"))
            .is_some_and(|number| number.len() == 1 && number.as_bytes()[0].is_ascii_digit()),
    }
}

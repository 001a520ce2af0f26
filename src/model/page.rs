//! A finished file of the site.

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

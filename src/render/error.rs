//! Why pages could not be made.

use crate::locale::WordsError;

/// A failure of our own work or of the site's own templates and words; articles cannot cause one.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// A template that cannot be read or filled. The path is the one under the folder of templates, line and column count from 1.
    #[error("templates/{path}:{line}:{column}: {message}")]
    Template {
        path: String,
        line: usize,
        column: usize,
        message: String,
    },
    /// Templates that do not fit together: a parent that is missing, a circle of includes.
    #[error("templates/{folder}: {message}")]
    Templates { folder: String, message: String },
    /// A catalogue of words that cannot be read.
    #[error(transparent)]
    Words(#[from] WordsError),
    /// Content that has no form in the target.
    #[error("{path}: {message}")]
    Page { path: String, message: String },
}

impl RenderError {
    /// Translates the template engine's error about a template of a folder.
    pub(super) fn from_tera(folder: &str, error: &tera::Error) -> Self {
        match error.kind() {
            tera::ErrorKind::SyntaxError(report) | tera::ErrorKind::RenderingError(report) => {
                RenderError::Template {
                    path: format!("{folder}/{}", report.filename()),
                    line: report.span().start_line,
                    // The engine counts columns from 0.
                    column: report.span().start_col + 1,
                    message: report.message().to_owned(),
                }
            }
            other => RenderError::Templates {
                folder: folder.to_owned(),
                message: other.to_string(),
            },
        }
    }
}

//! Why pages could not be made.

use crate::locale::WordsError;

const TEMPLATE_HELP: &str = "mend the site's own template, or remove it to use the built-in one";

/// A failure of our own work or of the site's own templates and words; articles cannot cause one.
#[derive(Debug, Clone, thiserror::Error)]
pub enum RenderError {
    /// A template that cannot be read or filled. The path is the one under the folder of templates, line and column count from 1.
    #[error("templates/{path}:{line}:{column}: {message}\nhelp: {TEMPLATE_HELP}")]
    Template {
        path: String,
        line: usize,
        column: usize,
        message: String,
    },
    /// Templates that do not fit together: a parent that is missing, a circle of includes.
    #[error("templates/{path}: {message}\nhelp: {TEMPLATE_HELP}")]
    Templates { path: String, message: String },
    /// The index of a language that Pagefind could not make.
    #[error(
        "the full text in `{language}` cannot be indexed: {message}\nhelp: write `search: codes` in glotta.yml to publish without"
    )]
    FullText { language: String, message: String },
    /// A catalogue of words that cannot be read.
    #[error(transparent)]
    Words(#[from] WordsError),
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
            tera::ErrorKind::MissingParent { current, parent } => RenderError::Templates {
                path: format!("{folder}/{current}"),
                message: format!("it extends `{parent}`, and there is no such template"),
            },
            tera::ErrorKind::CircularInclude { tpl, include_chain } => {
                circle(folder, tpl, "includes", include_chain)
            }
            tera::ErrorKind::CircularExtend {
                tpl,
                inheritance_chain,
            } => circle(folder, tpl, "extends", inheritance_chain),
            other => located(folder, &other.to_string()),
        }
    }
}

/// Templates that are made of themselves.
fn circle(folder: &str, template: &str, verb: &str, chain: &[String]) -> RenderError {
    RenderError::Templates {
        path: format!("{folder}/{template}"),
        message: format!("it {verb} itself: {}", chain.join(" → ")),
    }
}

/// Reads the place in the reports that the engine writes about names that nothing has: it gives them as text only.
///
/// The first of several is told; the next one shows when it is mended.
fn located(folder: &str, report: &str) -> RenderError {
    let mut lines = report.lines();
    let message = lines.next().unwrap_or_default();
    let message = message.strip_prefix("error: ").unwrap_or(message);
    match lines.next().and_then(place) {
        Some((name, line, column)) => RenderError::Template {
            path: format!("{folder}/{name}"),
            line,
            column,
            message: message.to_owned(),
        },
        None => RenderError::Templates {
            path: folder.to_owned(),
            message: message.to_owned(),
        },
    }
}

/// Reads ` --> page.html:2:12`.
fn place(line: &str) -> Option<(&str, usize, usize)> {
    let (_, place) = line.split_once("--> ")?;
    let mut parts = place.rsplitn(3, ':');
    let column = parts.next()?.trim().parse().ok()?;
    let line = parts.next()?.parse().ok()?;
    Some((parts.next()?, line, column))
}

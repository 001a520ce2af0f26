//! A docset: a folder with settings of its own for the files below it, as `docfx.json` has them.

use std::sync::Arc;

use super::pattern::matches_file;
use super::{Article, Site, Translations, Value};
use crate::locale::Locale;

/// A folder with settings of its own.
#[derive(Debug, Clone)]
pub struct Docset {
    /// The language whose folder it lies in.
    pub locale: Arc<Locale>,
    /// The folder under the language's; empty for the language's own.
    pub folder: String,
    /// Which files are pages; empty where nothing says so, and then all are.
    pub contents: Vec<DocsetFiles>,
    /// What every article says about itself that says nothing else.
    pub global_metadata: Vec<(String, Value)>,
    /// The same for files that fit a pattern, in the order of the settings.
    pub file_metadata: Vec<FileMetadata>,
}

/// A set of files: those that fit one pattern of `files` and none of `exclude`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DocsetFiles {
    /// The folder that the patterns begin at, under the docset's; `..` leads up.
    pub src: String,
    pub files: Vec<String>,
    pub exclude: Vec<String>,
}

/// A value for a key of the front matter in files that fit a pattern.
#[derive(Debug, Clone, PartialEq)]
pub struct FileMetadata {
    pub key: String,
    pub pattern: String,
    pub value: Value,
}

impl Docset {
    /// Whether a file of the docset, by its path under the language, is no page of its own.
    pub fn is_excluded(&self, path: &str) -> bool {
        let contents = &self.contents;
        below(path, &self.folder).is_some()
            && !contents.is_empty()
            && !contents.iter().any(|it| it.hold(&self.folder, path))
    }

    /// What the settings say for a key of the front matter of a file: the last pattern that fits it counts, else what holds for all.
    pub fn metadata(&self, path: &str, key: &str) -> Option<&Value> {
        let path = below(path, &self.folder)?;
        let fits = |it: &&FileMetadata| it.key == key && matches_file(&it.pattern, path);
        let of_file = self.file_metadata.iter().rev().find(fits);
        let global = || self.global_metadata.iter().find(|(name, _)| name == key);
        of_file
            .map(|it| &it.value)
            .or_else(|| global().map(|(_, value)| value))
    }
}

impl DocsetFiles {
    fn hold(&self, folder: &str, path: &str) -> bool {
        // A pattern that begins above the language's folder sees a longer path than is known here.
        let seen = match self.base(folder) {
            Some(base) => below(path, &base),
            None => Some(path),
        };
        let Some(seen) = seen else { return false };
        let fits = |patterns: &[String]| patterns.iter().any(|it| matches_file(it, seen));
        fits(&self.files) && !fits(&self.exclude)
    }

    /// The folder that the patterns begin at, where it lies in the language's.
    fn base(&self, folder: &str) -> Option<String> {
        let mut steps: Vec<&str> = folder.split('/').collect();
        for step in self.src.split('/') {
            match step {
                "" | "." => {}
                ".." => drop(steps.pop().filter(|step| !step.is_empty())?),
                step => steps.push(step),
            }
        }
        steps.retain(|step| !step.is_empty());
        Some(steps.join("/"))
    }
}

/// The rest of a path below a folder.
pub(super) fn below<'a>(path: &'a str, folder: &str) -> Option<&'a str> {
    match folder {
        "" => Some(path),
        folder => path.strip_prefix(folder)?.strip_prefix('/'),
    }
}

impl Site {
    /// The docset that an article belongs to: the nearest one up its folders, in its own language and else in the reference.
    pub fn docset(&self, article: &Article) -> Option<&Docset> {
        let path = article.path();
        let nearest = |folder: &str| {
            self.docsets
                .iter()
                .filter(|docset| docset.locale.folder() == folder)
                .filter(|docset| below(path, &docset.folder).is_some())
                .max_by_key(|docset| docset.folder.len())
        };
        let own = nearest(article.locale.folder());
        own.or_else(|| nearest(self.reference.as_ref()?.folder()))
    }

    /// Whether the settings of its docset say that an article is no page of its own.
    pub fn is_excluded(&self, article: &Article) -> bool {
        self.docset(article)
            .is_some_and(|docset| docset.is_excluded(article.path()))
    }

    /// Marks articles as no pages of their own that the settings of their docset exclude, in the language that leads.
    pub(super) fn exclude(&mut self) {
        let leads = |translations: &Translations| {
            let leading = translations.reference.unwrap_or_default();
            translations
                .articles
                .get(leading)
                .is_some_and(|article| self.is_excluded(article))
        };
        let excluded: Vec<bool> = self.translations.iter().map(leads).collect();
        for (translations, excluded) in self.translations.iter_mut().zip(excluded) {
            translations.is_page &= !excluded;
        }
    }

    /// What an article says under a key of its front matter, else what its docset says for it, where that is a text and not empty.
    pub fn metadata<'a>(&'a self, article: &'a Article, key: &str) -> Option<&'a str> {
        if article.front_matter.entry(key).is_some() {
            return article.front_matter.text(key);
        }
        let value = self.docset(article)?.metadata(article.path(), key)?;
        value.as_text().filter(|text| !text.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn docset(src: &str, files: &[&str], exclude: &[&str]) -> Docset {
        let owned = |patterns: &[&str]| patterns.iter().map(|it| (*it).to_owned()).collect();
        Docset {
            locale: Arc::new(Locale::declared("sv-se").expect("a tag")),
            folder: "guide".into(),
            contents: vec![DocsetFiles {
                src: src.into(),
                files: owned(files),
                exclude: owned(exclude),
            }],
            global_metadata: vec![("author".into(), Value::Text("all".into()))],
            file_metadata: ["**/*.md", "a/*.md", "b/*.md"]
                .map(|pattern| FileMetadata {
                    key: "author".into(),
                    pattern: pattern.into(),
                    value: Value::Text(pattern.into()),
                })
                .into(),
        }
    }

    #[test]
    fn files_that_fit_no_pattern_or_an_excluding_one_are_no_pages() {
        for (src, files, exclude, path, excluded) in [
            ("", "**/*.md", "**/includes/**", "guide/a.md", false),
            ("", "**/*.md", "**/includes/**", "guide/includes/a.md", true),
            ("", "*.md", "", "guide/x/a.md", true),
            ("x", "*.md", "", "guide/x/a.md", false),
            ("x", "*.md", "", "guide/a.md", true),
            ("", "**/*.{md,yml}", "", "guide/x/a.yml", false),
            ("", "**/*.md", "LICENSE.MD", "guide/license.md", true),
            ("", "x/*.md", "", "elsewhere/a.md", false),
            ("../x", "*.md", "", "guide/a.md", true),
            ("../guide", "*.md", "", "guide/a.md", false),
        ] {
            let docset = docset(src, &[files], &[exclude]);
            assert_eq!(docset.is_excluded(path), excluded, "{files} {path}");
        }
    }

    #[test]
    fn the_last_pattern_that_fits_gives_the_value() {
        let docset = docset("", &["**/*.md"], &[]);
        let author = |path| docset.metadata(path, "author").and_then(Value::as_text);
        assert_eq!(author("guide/a/x.md"), Some("a/*.md"));
        assert_eq!(author("guide/c/x.md"), Some("**/*.md"));
        assert_eq!(author("guide/c/x.yml"), Some("all"));
        assert_eq!(docset.metadata("guide/a/x.md", "title"), None);
    }
}

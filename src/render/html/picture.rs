//! Pictures as HTML: with their sizes, so that nothing moves while they come, and as words where there is none.

use super::escape;
use super::writer::Writer;
use crate::model::{Inline, InlineKind};
use crate::render::{article, file};

impl<'a> Writer<'a> {
    /// Writes an image, or what it shows in words where there is none.
    pub(super) fn image(&mut self, index: usize, content: &'a [Inline]) {
        let link = self.article.links.get(index);
        let picture = link.and_then(|link| {
            let words = article::one_line(&Inline::text(content));
            self.picture(&link.destination, &words, &link.title)
        });
        match picture {
            Some(picture) => self.html.push_str(&picture),
            None => self.missing(content),
        }
    }

    /// Writes what a picture would show, marked as such.
    fn missing(&mut self, content: &'a [Inline]) {
        if Inline::text(content).trim().is_empty() {
            return self.inlines(content);
        }
        self.html.push_str("<span class=\"lost-picture\">");
        self.inlines(content);
        self.html.push_str("</span>");
    }

    /// Writes a paragraph that is a picture with a title as the picture and its caption; says whether it is one.
    pub(super) fn figure(&mut self, content: &'a [Inline]) -> bool {
        let Some((index, words)) = lone_image(content) else {
            return false;
        };
        let link = self.article.links.get(index);
        let Some(link) = link.filter(|link| !link.title.trim().is_empty()) else {
            return false;
        };
        let words = article::one_line(&Inline::text(words));
        let Some(picture) = self.picture(&link.destination, &words, "") else {
            return false;
        };
        let caption = escape::escaped(link.title.trim());
        self.html.push_str(&format!(
            "<figure>{picture}<figcaption>{caption}</figcaption></figure>\n"
        ));
        true
    }

    /// Returns an image of the site as HTML, where there is one. The first of a page comes with it, all others when they
    /// are about to be seen.
    pub(super) fn picture(&self, destination: &str, words: &str, title: &str) -> Option<String> {
        let picture = file::picture(self.edition, self.place, destination)?;
        let way = self.edition.publish(self.place, &picture.path);
        let mut html = format!(
            "<img src=\"{}\" alt=\"{}\"",
            escape::escaped(&way),
            escape::escaped(words)
        );
        if let Some(size) = picture.size {
            html.push_str(&format!(
                " width=\"{}\" height=\"{}\"",
                size.width, size.height
            ));
        }
        if !title.trim().is_empty() {
            html.push_str(&format!(" title=\"{}\"", escape::escaped(title.trim())));
        }
        html.push_str(match self.pictured.replace(true) {
            true => " loading=\"lazy\" decoding=\"async\">",
            false => " decoding=\"async\">",
        });
        Some(html)
    }
}

/// The only thing that a paragraph holds, where that is an image.
fn lone_image(content: &[Inline]) -> Option<(usize, &[Inline])> {
    let is_blank = |inline: &&Inline| match &inline.kind {
        InlineKind::Text(text) => text.trim().is_empty(),
        kind => matches!(kind, InlineKind::SoftBreak),
    };
    let mut said = content.iter().filter(|inline| !is_blank(inline));
    let first = said.next()?;
    let InlineKind::Image(index, words) = &first.kind else {
        return None;
    };
    said.next()
        .is_none()
        .then_some((index.get(), words.as_slice()))
}

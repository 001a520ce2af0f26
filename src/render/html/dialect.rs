//! The dialect of Microsoft Learn as HTML that needs no script: zones, columns, tabs, boxes, films, definitions.

use super::escape;
use super::tabs::Tab;
use super::writer::Writer;
use crate::model::{Block, Definition, Mark};
use crate::render::{RenderError, dialect};

impl<'a> Writer<'a> {
    /// Writes the beginning or the end of what blocks stand in; marks come in pairs.
    pub(super) fn mark(&mut self, mark: &'a Mark) {
        match mark {
            Mark::ZoneStart { pivots } => {
                self.open_box("zone", &[("pivot", &pivots.join(","))]);
                self.caption(mark);
            }
            Mark::MonikerStart { range } => {
                self.open_box("zone", &[("moniker", range)]);
                self.caption(mark);
            }
            Mark::RowStart => self.open_box("side-by-side", &[]),
            Mark::ColumnStart { span } => {
                self.open_box(&format!("column span-{}", span.min(&4)), &[])
            }
            Mark::TabStart {
                id,
                condition,
                title,
                first,
            } => self.tab(&Tab {
                id,
                condition: condition.as_deref(),
                title,
                first: *first,
            }),
            Mark::DescriptionStart => {
                let caption = escape::escaped(&self.words.say("picture-description"));
                let open = format!("<details class=\"description\"><summary>{caption}</summary>\n");
                self.html.push_str(&open);
            }
            Mark::TabsEnd => self.end_tabs(),
            Mark::DescriptionEnd => self.html.push_str("</details>\n"),
            Mark::ZoneEnd | Mark::MonikerEnd | Mark::RowEnd | Mark::ColumnEnd => {
                self.html.push_str("</div>\n");
            }
        }
    }

    fn open_box(&mut self, class: &str, data: &[(&str, &str)]) {
        self.html.push_str(&format!("<div class=\"{class}\""));
        for (name, value) in data.iter().filter(|(_, value)| !value.is_empty()) {
            let value = escape::escaped(value);
            self.html.push_str(&format!(" data-{name}=\"{value}\""));
        }
        self.html.push_str(">\n");
    }

    fn caption(&mut self, mark: &Mark) {
        if let Some(caption) = dialect::caption(self.edition, &self.article.locale, mark) {
            let caption = escape::escaped(&caption);
            self.html
                .push_str(&format!("<p class=\"zone-title\">{caption}</p>\n"));
        }
    }

    /// Writes a box with its classes; one that would be empty is left out.
    pub(super) fn div(
        &mut self,
        classes: &[String],
        blocks: &'a [Block],
    ) -> Result<(), RenderError> {
        let body = self.blocks_apart(blocks)?;
        if body.trim().is_empty() {
            return Ok(());
        }
        let plain = classes.iter().filter_map(|class| plain(class));
        let classes: Vec<String> = std::iter::once("box".to_owned()).chain(plain).collect();
        self.open_box(&classes.join(" "), &[]);
        self.html.push_str(&body);
        self.html.push_str("</div>\n");
        Ok(())
    }

    /// Writes a link to a film: a page loads nothing from elsewhere.
    pub(super) fn video(&mut self, link: usize) {
        let address = self
            .article
            .links
            .get(link)
            .map(|link| link.destination.as_str());
        let words = escape::escaped(&self.words.say("video"));
        self.html.push_str("<p class=\"video\">");
        match address.and_then(|address| self.reference(address)) {
            Some(reference) => {
                let host = escape::escaped(host(&reference.href));
                self.open_link(&reference, "");
                self.html
                    .push_str(&format!("{words} <span>{host}</span></a>"));
            }
            None => self.html.push_str(&words),
        }
        self.html.push_str("</p>\n");
    }

    pub(super) fn definitions(&mut self, definitions: &'a [Definition]) -> Result<(), RenderError> {
        self.html.push_str("<dl>\n");
        for definition in definitions {
            let name = if definition.is_term { "dt" } else { "dd" };
            self.html.push_str(&format!("<{name}>"));
            self.item(
                definition.is_term || is_short(&definition.blocks),
                &definition.blocks,
            )?;
            self.html.push_str(&format!("</{name}>\n"));
        }
        self.html.push_str("</dl>\n");
        Ok(())
    }

    /// Writes a diagram as the text that it is drawn from, for a program in the browser to find.
    pub(super) fn diagram(&mut self, text: &str) {
        self.html.push_str(
            "<div class=\"code\"><pre class=\"mermaid\" tabindex=\"0\" translate=\"no\">",
        );
        escape::push(text, &mut self.html);
        self.html.push_str("</pre></div>\n");
    }

    /// Writes a formula as it was written.
    pub(super) fn formula(&mut self, text: &str) {
        self.html.push_str("<span class=\"math\" translate=\"no\">");
        escape::push(text, &mut self.html);
        self.html.push_str("</span>");
    }
}

/// A single paragraph needs no frame of its own.
fn is_short(blocks: &[Block]) -> bool {
    blocks.len() == 1
}

/// The host of an address, which says to readers where they are led; empty for a page of the site.
fn host(address: &str) -> &str {
    let behind = address.split_once("://").map_or("", |(_, behind)| behind);
    let host = behind.split(['/', '?', '#']).next().unwrap_or_default();
    host.strip_prefix("www.").unwrap_or(host)
}

/// A class of the author's as one of ours: no class of a template is hit by chance.
fn plain(class: &str) -> Option<String> {
    let kept = class
        .chars()
        .filter(|letter| letter.is_ascii_alphanumeric() || "-_".contains(*letter));
    let kept: String = kept.collect();
    (!kept.is_empty()).then(|| format!("box-{kept}"))
}

//! Tabs as HTML that needs no script: each is a choice of a group, and its content follows it.

use std::collections::HashMap;

use super::escape;
use super::writer::Writer;
use crate::model::{Block, BlockKind, Inline, Mark};

/// What is known of the tabs of an article while it is written.
#[derive(Default)]
pub(super) struct Tabs<'a> {
    /// The names of the groups that are open.
    open: Vec<String>,
    /// The title that each id has where it stands first.
    titles: HashMap<&'a str, &'a [Inline]>,
}

/// A tab, as its mark says.
pub(super) struct Tab<'a> {
    pub(super) id: &'a str,
    pub(super) condition: Option<&'a str>,
    pub(super) title: &'a [Inline],
    pub(super) first: bool,
}

impl<'a> Tabs<'a> {
    pub(super) fn of(blocks: &'a [Block]) -> Self {
        let mut titles = HashMap::new();
        for block in blocks {
            if let BlockKind::Mark(mark) = &block.kind
                && let Mark::TabStart { id, title, .. } = &**mark
            {
                titles.entry(id.as_str()).or_insert(title.as_slice());
            }
        }
        Tabs {
            open: Vec::new(),
            titles,
        }
    }

    /// What readers call the tab that another one depends on.
    fn title(&self, id: &str) -> String {
        let title = self.titles.get(id).map(|title| Inline::text(title));
        title.unwrap_or_else(|| id.to_owned())
    }
}

impl<'a> Writer<'a> {
    /// Writes the beginning of a tab: its choice, and the box of what it shows.
    pub(super) fn tab(&mut self, tab: &Tab<'a>) {
        let label = escape::escaped(&self.identifiers.own(&format!("tab-{}", tab.id)));
        match tab.first {
            true => {
                let name = escape::escaped(&self.words.say("tabs"));
                let open = format!("<div class=\"tabs\" role=\"group\" aria-label=\"{name}\">\n");
                self.html.push_str(&open);
                self.tabs.open.push(label.clone());
            }
            false => self.html.push_str("</div>\n"),
        }
        let group = self.tabs.open.last().unwrap_or(&label).clone();
        let id = escape::escaped(tab.id);
        let condition = tab.condition.map(escape::escaped);
        let data = condition.map_or(String::new(), |it| format!(" data-condition=\"{it}\""));
        let checked = if tab.first { " checked" } else { "" };
        self.html.push_str(&format!(
            "<label class=\"tab-title\" id=\"{label}\"{data}>\
             <input type=\"radio\" name=\"{group}\" value=\"{id}\"{checked}>"
        ));
        self.inlines(tab.title);
        self.condition(tab);
        self.html.push_str(&format!(
            "</label>\n<div class=\"tab\" role=\"group\" aria-labelledby=\"{label}\">\n"
        ));
    }

    /// Says which other choice a tab belongs to, for readers without a script that hides it.
    fn condition(&mut self, tab: &Tab<'a>) {
        if let Some(condition) = tab.condition {
            let title = escape::escaped(self.tabs.title(condition).trim());
            let words = format!(" <span class=\"tab-condition\">{title}</span>");
            self.html.push_str(&words);
        }
    }

    pub(super) fn end_tabs(&mut self) {
        self.tabs.open.pop();
        self.html.push_str("</div>\n</div>\n");
    }
}

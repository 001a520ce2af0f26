//! A rendered page as full-text search wants it: its words, its headings, the rows of its tables, and nothing else.
//!
//! Pagefind could read whole pages, but would find the words of menus in each of them, could lead readers to headings only, and
//! would take several times as long.

use super::tag::{Tag, behind};
use crate::render::html::escape;

/// As many bytes of a cell as can be a part of a row's name.
const LONG_NAME: usize = 48;

/// What is indexed of a page: HTML for Pagefind, with an element for each place that a result can lead to.
///
/// `page` may be any HTML: a site can have templates of its own, and raw markup.
pub(super) fn record(page: &str, language: &str, title: &str, description: Option<&str>) -> String {
    let content = content(page);
    let mut record = Record {
        html: String::with_capacity(content.len() / 2 + 256),
        ..Record::default()
    };
    record.begin(language, title, description);
    record.write(content);
    record.html.push_str("</body></html>");
    record.html
}

/// The content of a page: its `<main>`; all of it where a site's own template has none.
fn content(page: &str) -> &str {
    let start = page.find("<main").unwrap_or(0);
    let end = page.rfind("</main>").filter(|end| *end > start);
    &page[start..end.unwrap_or(page.len())]
}

#[derive(Default)]
struct Record {
    html: String,
    /// Where the words of the heading begin that is being written, and its id.
    heading: Option<Begun>,
    /// The last heading: what follows a table stands under it again.
    section: Option<(String, String)>,
    /// The row that is being written, where a result can lead to it.
    row: Option<Begun>,
    /// Where the cell begins that is being written.
    cell: Option<usize>,
    /// Whether it holds a name that machines know.
    is_name: bool,
    /// How many cells of the row have words so far.
    cells: usize,
    /// What the row is called: the words of its first cell, and those of the second if they are a name.
    name: String,
    /// Whether the last place that results lead to is a row.
    in_rows: bool,
}

/// Something with an id whose content begins at a byte of the record.
struct Begun {
    id: String,
    start: usize,
}

impl Record {
    fn begin(&mut self, language: &str, title: &str, description: Option<&str>) {
        self.html.push_str("<html lang=\"");
        escape::push(language, &mut self.html);
        self.html.push_str("\"><body data-pagefind-body>");
        for (name, text) in [("title", Some(title)), ("description", description)] {
            if let Some(text) = text {
                self.html.push_str("<i data-pagefind-meta=\"");
                self.html.push_str(name);
                self.html.push(':');
                escape::push(text, &mut self.html);
                self.html.push_str("\"></i>");
            }
        }
    }

    fn write(&mut self, mut rest: &str) {
        while let Some(at) = rest.find('<') {
            self.html.push_str(&rest[..at]);
            rest = &rest[at..];
            let Some((tag, after)) = Tag::read(rest) else {
                self.html.push_str("&lt;");
                rest = &rest[1..];
                continue;
            };
            rest = after;
            if tag.is_skipped() {
                rest = behind(rest, tag.name);
            } else if tag.ends_line() {
                self.block(&tag);
            }
        }
        self.html.push_str(rest);
    }

    fn block(&mut self, tag: &Tag) {
        let level = tag.level();
        match (tag.name, tag.is_end) {
            (_, false) if level.is_some() => self.begin_heading(tag, level.unwrap_or(2)),
            (_, true) if level.is_some() => self.end_heading(level.unwrap_or(2)),
            ("tr", false) => self.begin_row(tag),
            ("tr", true) => self.end_row(),
            ("td" | "th", false) => self.begin_cell(tag),
            ("td" | "th", true) => self.end_cell(),
            ("table", true) => self.end_table(),
            _ => self.end_sentence(),
        }
    }

    /// The title of the page is the place of nothing: what stands under it is found at the page's beginning.
    fn begin_heading(&mut self, tag: &Tag, level: u8) {
        self.end_sentence();
        let id = tag.attribute("id").filter(|_| level > 1);
        self.html.push_str(&format!("<h{level}"));
        self.push_id(id.unwrap_or_default());
        self.html.push('>');
        self.heading = Some(Begun {
            id: id.unwrap_or_default().to_owned(),
            start: self.html.len(),
        });
    }

    fn end_heading(&mut self, level: u8) {
        self.html.truncate(self.html.trim_end().len());
        if let Some(Begun { id, start }) = self.heading.take() {
            let words = self.html.get(start..).unwrap_or_default().trim();
            self.section = Some((id, words.to_owned()));
            self.in_rows = false;
        }
        self.html.push_str(&format!("</h{level}>"));
    }

    fn begin_row(&mut self, tag: &Tag) {
        self.end_sentence();
        let id = tag.attribute("id").filter(|id| !id.is_empty());
        if let (Some(id), None) = (id, &self.row) {
            self.row = Some(Begun {
                id: id.to_owned(),
                start: self.html.len(),
            });
            self.cell = None;
            self.cells = 0;
            self.name.clear();
        }
    }

    fn begin_cell(&mut self, tag: &Tag) {
        let classes = tag.attribute("class").unwrap_or_default();
        self.is_name = classes.split_whitespace().any(|it| it == "identifier");
        self.cell = Some(self.html.len());
    }

    /// Cells are told apart by a dot, which reads well in an excerpt.
    fn end_cell(&mut self) {
        let start = self.cell.take().unwrap_or(usize::MAX);
        let words = self.html.get(start..).unwrap_or_default().trim();
        if words.is_empty() {
            return;
        }
        match self.cells {
            0 => self.name = words.to_owned(),
            // A second name tells a reader what the first one means.
            1 if self.is_name && words.len() <= LONG_NAME => {
                self.name = format!("{} · {words}", self.name)
            }
            _ => {}
        }
        self.cells += 1;
        self.html.push_str(" · ");
    }

    fn end_row(&mut self) {
        let end = self.html.trim_end_matches([' ', '·']).len();
        self.html.truncate(end);
        let Some(Begun { id, start }) = self.row.take() else {
            return self.end_sentence();
        };
        let row = self.html.split_off(start.min(end));
        let name = std::mem::take(&mut self.name);
        self.place(&id, &name, &row);
        self.in_rows = true;
    }

    /// What follows a table is no part of its last row.
    fn end_table(&mut self) {
        if let (true, Some((id, words))) = (self.in_rows, self.section.clone()) {
            self.place(&id, &words, "");
        }
        self.in_rows = false;
    }

    /// Writes something that results lead to by a name.
    fn place(&mut self, id: &str, name: &str, content: &str) {
        self.html.push_str("<p");
        self.push_id(id);
        if !id.is_empty() && !name.is_empty() {
            self.html.push_str(" data-pagefind-title=\"");
            self.html.push_str(&name.replace('"', "&quot;"));
            self.html.push('"');
        }
        self.html.push('>');
        self.html.push_str(content);
        self.html.push_str("</p>");
    }

    /// An id stands here as the page has it, escaped.
    fn push_id(&mut self, id: &str) {
        if !id.is_empty() {
            self.html.push_str(" id=\"");
            self.html.push_str(&id.replace('"', "&quot;"));
            self.html.push('"');
        }
    }

    /// A heading, paragraph or item ends like a sentence, so that excerpts of several read well.
    fn end_sentence(&mut self) {
        let end = self.html.trim_end().len();
        self.html.truncate(end);
        match self.html.chars().next_back() {
            Some(last) if is_ideographic(last) => self.html.push('。'),
            Some(last) if last.is_alphanumeric() => self.html.push('.'),
            _ => {}
        }
        self.html.push('\n');
    }
}

/// Whether a sentence that ends with the letter ends with `。`.
fn is_ideographic(letter: char) -> bool {
    matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The record of a page with this content, without what all records have.
    fn recorded(main: &str) -> String {
        let page = format!("<nav>menu</nav><main id=\"content\">{main}</main><p>below</p>");
        let record = record(&page, "de", "A", None);
        let start =
            "<html lang=\"de\"><body data-pagefind-body><i data-pagefind-meta=\"title:A\"></i>";
        let body = record.strip_prefix(start).expect("every record begins so");
        let body = body.strip_suffix("</body></html>");
        let lines = body.expect("every record ends so").split_whitespace();
        lines.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn words_stay_and_what_surrounds_them_goes() {
        for (main, expected) in [
            (
                "<p>One <b>two</b>thr<wbr>ee &amp; more</p>",
                "One twothree &amp; more.",
            ),
            ("<p>第一</p><p>第二。</p>", "第一。 第二。"),
            ("<nav><nav>a</nav>b</nav><p>c</p>", "c."),
            ("<p>a<button hidden>Copy</button> b</p>", "a b."),
            ("<div hidden><div>x</div></div>y", "y"),
            ("<p data-pagefind-ignore>x</p>y", "y"),
            ("<script>if (a < b) {}</script>y", "y"),
            ("<!-- <p>x</p> -->y < z", "y &lt; z"),
            ("<img alt=\"a>b\" src=c>y", "y"),
        ] {
            assert_eq!(recorded(main), expected, "{main}");
        }
    }

    #[test]
    fn headings_are_places_and_the_title_is_none() {
        let main =
            "<h1 id=\"t\">T</h1><h2 id=\"a\">A <a class=\"anchor\" href=\"#a\">#</a></h2><p>x</p>";
        assert_eq!(recorded(main), "<h1>T</h1> <h2 id=\"a\">A</h2> x.");
    }

    #[test]
    fn rows_are_places_and_what_follows_their_table_is_not_in_them() {
        let row = |id: &str, key: &str| {
            format!(
                "<tr id=\"{id}\"><th>{key}</th><td></td><td class=\"identifier\">Mast</td><td>gone</td></tr>"
            )
        };
        let table = format!(
            "<h2 id=\"c\">Codes</h2><table>{}</table><p>after</p>",
            row("0x1", "<code>0x1</code>")
        );
        assert_eq!(
            recorded(&table),
            "<h2 id=\"c\">Codes</h2> <p id=\"0x1\" data-pagefind-title=\"0x1 · Mast\">0x1 · Mast · gone</p>\
             <p id=\"c\" data-pagefind-title=\"Codes\"></p> after."
        );
    }

    #[test]
    fn broken_markup_does_no_harm() {
        for main in [
            "<",
            "</",
            "<tr id=\"a\">",
            "</tr></td></h2>",
            "<h2 id=\"a\"><tr id=b></h2></tr>",
            "<a b='",
            "<nav>",
            "<tr id=a><h2></tr></h2>",
        ] {
            recorded(main);
        }
    }
}

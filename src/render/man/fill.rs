//! Words as source lines: short enough for mandoc, one sentence a line, never a line that roff would obey.

use super::breaks::{self, breakable, breakable_in, closes, split, width};
use super::inline::is_unspaced;

/// The longest line, as mandoc counts.
pub(super) const WIDTH: usize = 79;

/// A piece of running text, escaped already.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Piece {
    /// Part of a word, without blanks.
    Word(String),
    /// Words with blanks between them, around them, or none: one piece for each word took a third of the time of a page.
    Words(String),
    Blank,
    /// A forced line break.
    Break,
    /// A link: the request, its address, the words and the request that ends it.
    Link {
        open: &'static str,
        address: String,
        words: Vec<Piece>,
        close: &'static str,
    },
}

/// Writes pieces as source lines, each with its end, for a place where a narrow terminal has so many columns.
pub(super) fn fill(pieces: &[Piece], columns: usize) -> String {
    let mut lines = Lines {
        columns,
        ..Lines::default()
    };
    lines.pieces(pieces);
    lines.end();
    lines.done
}

/// Source lines on their way out.
#[derive(Default)]
struct Lines {
    done: String,
    line: String,
    /// What the line costs so far.
    width: usize,
    word: String,
    /// Whether a line was broken by force since the last word: twice is once, and at the end it is nothing.
    breaks: bool,
    /// The columns that a narrow terminal has for a word.
    columns: usize,
    /// Whether a link is open, within which no line is broken by force.
    linked: bool,
    /// A closing request that waits for what follows it closely.
    close: Option<&'static str>,
}

impl Lines {
    fn pieces(&mut self, pieces: &[Piece]) {
        for piece in pieces {
            match piece {
                Piece::Word(word) => self.word.push_str(word),
                Piece::Words(words) => self.words(words),
                Piece::Blank => self.end_word(),
                Piece::Break => {
                    self.end();
                    self.breaks = !self.done.is_empty();
                }
                Piece::Link {
                    open,
                    address,
                    words,
                    close,
                } => self.link(open, address, words, close),
            }
        }
    }

    /// Adds words. Only the first and the last of them can be parts of longer ones, all others are placed as they stand.
    fn words(&mut self, words: &str) {
        let Some((first, mut rest)) = words.split_once(' ') else {
            return self.word.push_str(words);
        };
        self.word.push_str(first);
        self.end_word();
        while let Some((word, next)) = rest.split_once(' ') {
            match word {
                "" => self.end_link(""),
                word => self.place_whole(word, 0),
            }
            rest = next;
        }
        self.word.push_str(rest);
    }

    fn link(&mut self, open: &str, address: &str, words: &[Piece], close: &'static str) {
        self.join();
        self.end_break();
        self.request(&format!("{open} {address}"));
        self.linked = true;
        self.pieces(words);
        self.end();
        self.linked = false;
        self.close = Some(close);
    }

    /// Ends the line before a link; a word that touches the link stays joined to it.
    fn join(&mut self) {
        if self.word.is_empty() {
            return self.end();
        }
        self.place_word("\\c".len());
        if self.close.is_none() && !self.line.is_empty() {
            self.line.push_str("\\c");
        }
        self.end();
    }

    /// Ends a word: it goes on this line, or the next where it does not fit.
    fn end_word(&mut self) {
        if self.word.is_empty() {
            self.end_link("");
            return;
        }
        self.place_word(0);
    }

    fn place_word(&mut self, room: usize) {
        let mut whole = std::mem::take(&mut self.word);
        self.place_whole(&whole, room);
        whole.clear();
        self.word = whole;
    }

    fn place_whole(&mut self, whole: &str, room: usize) {
        let whole = breakable_in(whole, self.columns);
        let word = whole.as_ref();
        if self.close.is_some() {
            // Punctuation behind a link belongs to the request that ends it, other text is joined to it.
            if is_punctuation(word) {
                self.end_link(word);
                return;
            }
            // Joined to Chinese, which has no blanks, an address would be part of a word that fits no line.
            let joins = !word.starts_with(is_unspaced);
            self.end_link(if joins { "\\c" } else { "" });
        }
        let columns = if self.linked {
            usize::MAX
        } else {
            self.columns
        };
        self.place_parts(word, columns, room);
        if ends_sentence(word) {
            self.end_line();
        }
    }

    fn place_parts(&mut self, word: &str, columns: usize, room: usize) {
        // As nearly all words are.
        if word.len() <= columns {
            return self.place(word, room);
        }
        for (index, part) in breaks::lines(word, columns).into_iter().enumerate() {
            if index > 0 {
                self.end_line();
                self.breaks = true;
            }
            self.place(part, room);
        }
    }

    /// Puts a word on as many lines of the source as it needs, with room for so many bytes behind it.
    fn place(&mut self, mut word: &str, room: usize) {
        while let Some((head, tail)) = split(word) {
            self.put(head, "\\c".len());
            self.line.push_str("\\c");
            self.end_line();
            word = tail;
        }
        self.put(word, room);
    }

    /// Puts a word on this line or the next, with room for so many bytes behind it.
    fn put(&mut self, word: &str, room: usize) {
        self.end_break();
        let width = width(word);
        if !self.line.is_empty() && self.width + 1 + width + room > WIDTH {
            self.end_line();
        }
        if self.line.is_empty() {
            // A dot or an apostrophe at the beginning of a line makes a request of it.
            if word.starts_with(['.', '\'']) {
                self.line.push_str("\\&");
                self.width += 2;
            }
        } else {
            self.line.push(' ');
            self.width += 1;
        }
        self.line.push_str(word);
        self.width += width;
    }

    fn end_link(&mut self, behind: &str) {
        if let Some(close) = self.close.take() {
            match behind {
                "" | "\\c" => self.request(format!("{close} {behind}").trim_end()),
                // A dot alone would be no argument to read but a request to some.
                _ => self.request(&format!("{close} \\&{behind}")),
            }
        }
    }

    fn request(&mut self, line: &str) {
        self.done.push_str(line);
        self.done.push('\n');
    }

    fn end_break(&mut self) {
        if std::mem::take(&mut self.breaks) {
            self.request(".br");
        }
    }

    fn end_line(&mut self) {
        if !self.line.is_empty() {
            self.done.push_str(&self.line);
            self.done.push('\n');
            self.line.clear();
        }
        self.width = 0;
    }

    /// Ends everything that is open.
    fn end(&mut self) {
        self.end_word();
        self.end_line();
    }
}

/// Writes a text that is one line for its reader, over as many source lines as it needs and without the last one's end.
pub(super) fn folded(text: &str) -> String {
    let text = breakable(text);
    let mut rest = text.as_ref();
    let mut lines = String::new();
    while let Some((head, tail)) = split(rest) {
        push_guarded(head, &mut lines);
        lines.push_str("\\c\n");
        rest = tail;
    }
    push_guarded(rest, &mut lines);
    lines
}

/// A dot or an apostrophe at the beginning of a line makes a request of it.
fn push_guarded(text: &str, line: &mut String) {
    if text.starts_with(['.', '\'']) {
        line.push_str("\\&");
    }
    line.push_str(text);
}

/// Whether a word ends a sentence: a full stop and its like, with quotes and brackets behind it.
fn ends_sentence(word: &str) -> bool {
    let word = word.trim_end_matches(['"', '\'', ')', ']', '”', '“', '»', '’']);
    word.trim_end_matches("\\fR")
        .ends_with(['.', '!', '?', '。', '！', '？'])
}

/// Whether a word is nothing but punctuation, which belongs to the link before it.
fn is_punctuation(word: &str) -> bool {
    word.chars().all(closes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for word in text.split(' ') {
            pieces.push(Piece::Word(word.to_owned()));
            pieces.push(Piece::Blank);
        }
        pieces
    }

    fn link(words: &str) -> Piece {
        Piece::Link {
            open: ".UR",
            address: "https://e.x".to_owned(),
            words: vec![Piece::Word(words.to_owned())],
            close: ".UE",
        }
    }

    #[test]
    fn lines_break_at_blanks_and_after_sentences() {
        assert_eq!(fill(&words("One two. Three"), 50), "One two.\nThree\n");
        let filled = fill(&words(&"word ".repeat(40)), 50);
        assert!(filled.lines().all(|line| line.len() <= WIDTH), "{filled}");
    }

    #[test]
    fn no_line_begins_a_request() {
        for text in [".so /etc/passwd", "'br", "End. .so x", "a. '' b"] {
            let filled = fill(&words(text), 50);
            assert!(
                !filled.lines().any(|line| line.starts_with(['.', '\''])),
                "{filled}"
            );
        }
        let wrapped = fill(&words(&format!("{}yy .sy touch x", "yyyy ".repeat(15))), 50);
        assert!(wrapped.contains("\n\\&.sy touch x"), "{wrapped}");
    }

    #[test]
    fn a_word_that_fits_no_line_is_joined_over_two() {
        let chinese = "证书".repeat(20);
        let filled = fill(&[Piece::Word(chinese.clone())], 50);
        assert!(filled.lines().all(|line| width(line) <= WIDTH), "{filled}");
        assert_eq!(filled.replace("\\c\n", "").trim_end(), chinese);
    }

    #[test]
    fn a_forced_break_is_one_and_stands_between_words() {
        let word = |word: &str| Piece::Word(word.to_owned());
        let pieces = [
            Piece::Break,
            word("a"),
            Piece::Break,
            Piece::Blank,
            Piece::Break,
            word("b"),
            Piece::Break,
        ];
        assert_eq!(fill(&pieces, 50), "a\n.br\nb\n");
    }

    #[test]
    fn what_joins_a_word_to_a_link_has_room_on_its_line() {
        for length in 70..80 {
            let pieces = [
                Piece::Word("a".repeat(10) + " " + &"b".repeat(length - 13)),
                Piece::Blank,
                Piece::Word("(".into()),
                link("text"),
            ];
            let filled = fill(&pieces, usize::MAX);
            assert!(filled.lines().all(|line| line.len() <= WIDTH), "{filled}");
        }
    }

    #[test]
    fn text_that_touches_a_link_stays_joined_to_it() {
        let pieces = [
            Piece::Word("(".into()),
            link("text"),
            Piece::Word(").".into()),
            Piece::Blank,
            Piece::Word("More".into()),
        ];
        assert_eq!(
            fill(&pieces, 50),
            "(\\c\n.UR https://e.x\ntext\n.UE \\&).\nMore\n"
        );
        let pieces = [link("连接"), Piece::Word("指南".into())];
        assert_eq!(fill(&pieces, 50), ".UR https://e.x\n连接\n.UE\n指南\n");
        let pieces = [link("text"), Piece::Word("s".into())];
        assert_eq!(fill(&pieces, 50), ".UR https://e.x\ntext\n.UE \\c\ns\n");
    }
}

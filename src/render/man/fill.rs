//! Words as source lines: short enough for mandoc, one sentence a line, never a line that roff would obey.

use std::borrow::Cow;

use unicode_width::UnicodeWidthStr;

use super::escape::cost;
use super::inline::is_unspaced;

/// The longest line, as mandoc counts.
const WIDTH: usize = 79;

/// A piece of running text, escaped already.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Piece {
    /// Part of a word, without blanks.
    Word(String),
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

/// Writes pieces as source lines, each with its end.
pub(super) fn fill(pieces: &[Piece]) -> String {
    let mut lines = Lines::default();
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
    /// A closing request that waits for what follows it closely.
    close: Option<&'static str>,
}

impl Lines {
    fn pieces(&mut self, pieces: &[Piece]) {
        for piece in pieces {
            match piece {
                Piece::Word(word) => self.word.push_str(word),
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

    fn link(&mut self, open: &str, address: &str, words: &[Piece], close: &'static str) {
        self.join();
        self.end_break();
        self.request(&format!("{open} {address}"));
        self.pieces(words);
        self.end();
        self.close = Some(close);
    }

    /// Ends the line before a link; a word that touches the link stays joined to it.
    fn join(&mut self) {
        if self.word.is_empty() {
            return self.end();
        }
        self.place_word();
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
        self.place_word();
    }

    fn place_word(&mut self) {
        let whole = std::mem::take(&mut self.word);
        let whole = breakable(&whole);
        let mut word = whole.as_ref();
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
        while let Some((head, tail)) = split(word) {
            self.put(head, "\\c".len());
            self.line.push_str("\\c");
            self.end_line();
            word = tail;
        }
        self.put(word, 0);
        if ends_sentence(word) {
            self.end_line();
        }
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

/// What a word costs, as mandoc counts.
pub(super) fn width(word: &str) -> usize {
    word.chars().map(cost).sum()
}

/// Splits a word that fits no line, between characters and outside escapes.
///
/// It looks no further than a line, so that a word of megabytes takes no longer than as many short ones.
fn split(word: &str) -> Option<(&str, &str)> {
    // Room for a guard at the beginning and for `\c` at the end.
    const ROOM: usize = WIDTH - 4;
    let mut end = 0;
    let mut used = 0;
    for token in tokens(word) {
        used += width(token);
        if used > ROOM && end > 0 {
            return Some(word.split_at(end));
        }
        end += token.len();
    }
    None
}

/// Returns a word with chances to break it where no terminal has room for it.
///
/// groff complains of a longer one. Where it stands behind a Chinese character, groff 1.22 never comes to an end at all: its
/// classes of letters (`zh.tmac`, `ja.tmac`) allow a break between two such characters and at few other places.
pub(super) fn breakable(word: &str) -> Cow<'_, str> {
    const LONGEST: usize = 45;
    // A line that must stay one is handed on as a word.
    if word.contains(' ') {
        let words: Vec<Cow<str>> = word.split(' ').map(breakable).collect();
        return Cow::Owned(words.join(" "));
    }
    let is_long = |longest: usize| word.chars().nth(longest).is_some();
    let stride = match word.contains(is_unspaced) {
        true if is_long(LONGEST / 2) => LONGEST - 5,
        false if is_long(LONGEST) => LONGEST / 2,
        _ => return Cow::Borrowed(word),
    };
    let mut roff = String::with_capacity(word.len() + word.len() / 10);
    let mut previous = ' ';
    let mut run = 0;
    for token in tokens(word) {
        if token.starts_with("\\f") {
            roff.push_str(token);
            continue;
        }
        let next = token.chars().next().unwrap_or(' ');
        let breaks_by_itself = token == "\\:" || is_han(previous) && is_han(next);
        if breaks_by_itself {
            run = 0;
        } else if !closes(next) && (run >= stride || is_joint(previous, next)) {
            roff.push_str("\\:");
            run = 0;
        }
        roff.push_str(token);
        run += token.width().clamp(1, 2);
        previous = next;
    }
    Cow::Owned(roff)
}

/// Between these groff breaks a line by itself on a Chinese or Japanese page.
fn is_han(letter: char) -> bool {
    matches!(letter, '\u{4e00}'..='\u{9fff}')
}

/// Whether a word of a script with blanks begins behind a letter or closing mark of a script without.
fn is_joint(previous: char, next: char) -> bool {
    is_unspaced(previous) && (is_han(previous) || closes(previous)) && !is_unspaced(next)
}

/// Marks that no line begins with.
fn closes(letter: char) -> bool {
    matches!(
        letter,
        '、' | '。'
            | '」'
            | '』'
            | '】'
            | '〉'
            | '》'
            | '〕'
            | '，'
            | '．'
            | '：'
            | '；'
            | '！'
            | '？'
            | '）'
            | '］'
            | '｝'
    ) || matches!(
        letter,
        ',' | '.' | ':' | ';' | '!' | '?' | ')' | ']' | '}' | '”' | '’' | '…' | '—'
    )
}

/// The characters of an escaped word, each escape as one.
fn tokens(word: &str) -> impl Iterator<Item = &str> {
    let mut rest = word;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let length = match (first, rest.as_bytes().get(1)) {
            ('\\', Some(b'(')) => 4,
            ('\\', Some(b'f')) => 3,
            ('\\', Some(_)) => 2,
            _ => first.len_utf8(),
        };
        let (token, tail) = rest.split_at_checked(length).unwrap_or((rest, ""));
        rest = tail;
        Some(token)
    })
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
        assert_eq!(fill(&words("One two. Three")), "One two.\nThree\n");
        let filled = fill(&words(&"word ".repeat(40)));
        assert!(filled.lines().all(|line| line.len() <= WIDTH), "{filled}");
    }

    #[test]
    fn no_line_begins_a_request() {
        for text in [".so /etc/passwd", "'br", "End. .so x", "a. '' b"] {
            let filled = fill(&words(text));
            assert!(
                !filled.lines().any(|line| line.starts_with(['.', '\''])),
                "{filled}"
            );
        }
        let wrapped = fill(&words(&format!("{}yy .sy touch x", "yyyy ".repeat(15))));
        assert!(wrapped.contains("\n\\&.sy touch x"), "{wrapped}");
    }

    #[test]
    fn a_word_that_fits_no_line_is_joined_over_two() {
        let chinese = "证书".repeat(20);
        let filled = fill(&[Piece::Word(chinese.clone())]);
        assert!(filled.lines().all(|line| width(line) <= WIDTH), "{filled}");
        assert_eq!(filled.replace("\\c\n", "").trim_end(), chinese);
    }

    #[test]
    fn a_word_that_no_terminal_has_room_for_may_break_in_any_script_with_blanks() {
        for word in ["ü".repeat(60), "a".repeat(60), "ب".repeat(60)] {
            assert_eq!(breakable(&word).matches("\\:").count(), 2, "{word}");
        }
        let line = "one\\-of\\-several\\-names \\- ".to_owned() + &"word ".repeat(12);
        for word in ["ü".repeat(40), "证".repeat(60), line] {
            assert_eq!(breakable(&word), word);
        }
    }

    #[test]
    fn a_word_in_a_script_without_blanks_may_break_where_groff_would_not_see_it() {
        let names = "数据：".to_owned() + &"doc、".repeat(12);
        assert!(
            breakable(&names).starts_with("数据：\\:doc、\\:doc"),
            "{names}"
        );
        let fonts = "数据".repeat(10) + "。\\fBdoc\\fR）、";
        assert!(
            breakable(&fonts).ends_with("。\\fB\\:doc\\fR）、"),
            "{fonts}"
        );
        for word in [
            "数".to_owned() + &"a".repeat(99),
            "、a".repeat(99),
            "（".repeat(99),
        ] {
            let longest = breakable(&word)
                .split("\\:")
                .map(UnicodeWidthStr::width)
                .max();
            assert!(longest <= Some(46), "{longest:?} {word}");
        }
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
        assert_eq!(fill(&pieces), "a\n.br\nb\n");
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
            fill(&pieces),
            "(\\c\n.UR https://e.x\ntext\n.UE \\&).\nMore\n"
        );
        let pieces = [link("连接"), Piece::Word("指南".into())];
        assert_eq!(fill(&pieces), ".UR https://e.x\n连接\n.UE\n指南\n");
        let pieces = [link("text"), Piece::Word("s".into())];
        assert_eq!(fill(&pieces), ".UR https://e.x\ntext\n.UE \\c\ns\n");
    }
}

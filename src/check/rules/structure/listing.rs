//! What a listing of code says to a machine: its tokens without what translators may put into their own words.

/// A word, number or sign that no translation changes.
pub type Token = String;

/// Which signs begin a comment in a language of code: up to the end of the line, or up to a closing sign.
struct Comments {
    line: &'static [&'static str],
    block: &'static [(&'static str, &'static str)],
}

const C: (&str, &str) = ("/*", "*/");
const MARKUP: (&str, &str) = ("<!--", "-->");

/// Returns the signs of a language by its name behind the fence; those in common use where it is not known.
fn comments(language: &str) -> Comments {
    let (line, block): (&'static [_], &'static [_]) = match language {
        "bash" | "sh" | "shell" | "zsh" | "console" | "python" | "py" | "ruby" | "rb" | "yaml"
        | "yml" | "toml" | "perl" | "r" | "makefile" | "make" | "dockerfile" | "docker"
        | "properties" | "conf" | "nginx" | "elixir" | "julia" | "fish" => (&["#"], &[]),
        "powershell" | "ps1" | "pwsh" | "ps" => (&["#"], &[("<#", "#>")]),
        "c" | "cpp" | "c++" | "h" | "java" | "javascript" | "js" | "jsx" | "typescript" | "ts"
        | "tsx" | "json" | "jsonc" | "json5" | "csharp" | "cs" | "c#" | "go" | "rust" | "rs"
        | "swift" | "kotlin" | "kt" | "scala" | "groovy" | "dart" | "objc" | "objective-c"
        | "scss" | "less" | "proto" => (&["//"], &[C]),
        "php" | "hcl" | "terraform" | "tf" => (&["//", "#"], &[C]),
        "css" => (&[], &[C]),
        "xml" | "html" | "svg" | "xaml" | "markdown" | "md" | "vue" => (&[], &[MARKUP]),
        "sql" | "ada" | "elm" | "vhdl" => (&["--"], &[C]),
        "lua" => (&["--"], &[("--[[", "]]")]),
        "haskell" | "hs" => (&["--"], &[("{-", "-}")]),
        "ini" | "cfg" | "reg" => (&[";", "#"], &[]),
        "lisp" | "clojure" | "scheme" | "asm" => (&[";"], &[]),
        "vb" | "vbnet" | "vba" | "vbscript" => (&["'"], &[]),
        "bat" | "batch" | "cmd" | "dos" => (&["::", "REM ", "rem "], &[]),
        "tex" | "latex" | "matlab" | "erlang" => (&["%"], &[]),
        _ => (&["#", "//"], &[C, MARKUP]),
    };
    Comments { line, block }
}

/// Whether a fence says that what it holds is text for people.
pub fn is_text(language: &str) -> bool {
    matches!(
        language,
        "" | "text" | "txt" | "plain" | "plaintext" | "output" | "none"
    )
}

/// The lines as they are compared: tabs are four blanks, and blanks at ends and empty lines around do not count.
pub fn lines(text: &str) -> Vec<String> {
    let lines = text
        .lines()
        .map(|line| line.replace('\t', "    ").trim_end().to_owned());
    let mut lines: Vec<String> = lines.collect();
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    lines
}

/// What the lines say to a machine, line by line.
pub fn tokens(language: &str, lines: &[String]) -> Vec<Vec<Token>> {
    let language = language.to_lowercase();
    if is_text(&language) {
        return lines.iter().map(|line| invariants(line)).collect();
    }
    let comments = comments(&language);
    let mut open = None;
    lines
        .iter()
        .map(|line| code(line, &comments, &mut open))
        .collect()
}

/// What no translation of a sample text changes: words with digits or with signs of code; sorted, since each language has
/// its own order of words.
fn invariants(line: &str) -> Vec<Token> {
    let apart = |letter: char| {
        letter.is_whitespace() || !letter.is_ascii() || "\"'`=,;()[]!?-".contains(letter)
    };
    let words = line
        .split(apart)
        .map(|word| word.trim_matches(['.', ':', '-']));
    let mut tokens: Vec<Token> = words
        .filter(|word| is_invariant(word))
        .map(str::to_owned)
        .collect();
    tokens.sort_unstable();
    tokens
}

fn is_invariant(word: &str) -> bool {
    let letters = word.bytes().filter(u8::is_ascii_alphanumeric).count();
    let digits = word.bytes().any(|byte| byte.is_ascii_digit());
    let signs = word.bytes().any(|byte| b"_\\{}<>@$".contains(&byte));
    letters >= 2 && (digits || signs || word.starts_with('/') || word.contains("://"))
}

/// The tokens of a line of code without comments; literals of several words count as one whatever they say.
fn code(line: &str, comments: &Comments, open: &mut Option<&'static str>) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = line;
    loop {
        if let Some(close) = *open {
            let Some(end) = rest.find(close) else {
                return tokens;
            };
            rest = &rest[end + close.len()..];
            *open = None;
        }
        rest = rest.trim_start();
        let Some(first) = rest.chars().next() else {
            return tokens;
        };
        let block = comments
            .block
            .iter()
            .find(|(start, _)| rest.starts_with(start));
        if let Some((start, close)) = block {
            rest = &rest[start.len()..];
            *open = Some(close);
        } else if begins_comment(comments, line, rest) {
            return tokens;
        } else if let Some(literal) = literal(rest) {
            tokens.push(literal_token(literal));
            rest = &rest[literal.len()..];
        } else {
            let end = word_end(rest, first);
            tokens.push(rest[..end].to_owned());
            rest = &rest[end..];
        }
    }
}

/// A sign that stands at the beginning of the line or behind a blank, so that `https://` and `$#` are none.
fn begins_comment(comments: &Comments, line: &str, rest: &str) -> bool {
    let before = line[..line.len() - rest.len()].chars().next_back();
    let apart = before.is_none_or(|letter| letter.is_whitespace() || ";{})".contains(letter));
    apart && comments.line.iter().any(|sign| rest.starts_with(sign))
}

/// The literal that a text begins with, with its quotation marks.
fn literal(text: &str) -> Option<&str> {
    let quote = text
        .chars()
        .next()
        .filter(|first| "\"'`".contains(*first))?;
    let mut escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            letter if letter == quote => return Some(&text[..=at]),
            _ => {}
        }
    }
    None
}

/// What is between quotation marks is for people where it has several words or letters that code rarely has.
fn literal_token(literal: &str) -> Token {
    let inner = &literal[1..literal.len() - 1];
    let code = |letter: char| letter.is_ascii() && !letter.is_whitespace();
    match inner.chars().all(code) && !inner.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        true => literal.to_owned(),
        false => "\"…\"".to_owned(),
    }
}

fn word_end(text: &str, first: char) -> usize {
    let is_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    match is_word(first) {
        true => text.find(|letter| !is_word(letter)).unwrap_or(text.len()),
        false => first.len_utf8(),
    }
}

/// Whether a line lost a few letters: it was damaged, and not translated.
pub fn is_cut(line: &str, whole: &str) -> bool {
    let lost = whole.len().saturating_sub(line.len());
    if line.trim().is_empty() || lost == 0 || line.starts_with(whole) {
        return false;
    }
    let head = line
        .bytes()
        .zip(whole.bytes())
        .take_while(|(a, b)| a == b)
        .count();
    let tails = line.bytes().rev().zip(whole.bytes().rev());
    let tail = tails.take_while(|(a, b)| a == b).count();
    head == line.len() || (lost <= 3 && head + tail >= line.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn says(language: &str, text: &str) -> Vec<Vec<Token>> {
        tokens(language, &lines(text))
    }

    #[test]
    fn comments_and_literals_may_be_translated() {
        for (language, one, other) in [
            ("sh", "make all # builds all", "make all # baut alles"),
            (
                "java",
                "int a; // the size\n/* old\nand new */ b();",
                "int a; // die Größe\n/* alt\nund neu */ b();",
            ),
            ("xml", "<a><!-- hidden --></a>", "<a><!-- caché --></a>"),
            ("python", "print(\"two words\")", "print(\"zwei Wörter\")"),
            ("sql", "SELECT 1 -- one", "SELECT 1 -- eins"),
            ("unknown", "run --fast // quickly", "run --fast // schnell"),
            (
                "",
                "Copied 12 files to C:\\out",
                "12 Dateien nach C:\\out kopiert",
            ),
        ] {
            assert_eq!(says(language, one), says(language, other), "{language}");
        }
    }

    #[test]
    fn code_may_not() {
        for (language, one, other) in [
            ("sh", "make all # builds all", "make alles # baut alles"),
            ("sh", "curl https://example.org", "curl https://example.com"),
            ("java", "open(\"file.txt\");", "open(\"datei.txt\");"),
            ("json", "{\"size\": 12}", "{\"size\": 13}"),
            ("", "Copied 12 files", "13 Dateien kopiert"),
        ] {
            assert_ne!(says(language, one), says(language, other), "{language}");
        }
    }

    #[test]
    fn a_cut_line_is_no_translation() {
        assert!(is_cut("# builds everyth", "# builds everything"));
        assert!(is_cut("# buil everything", "# builds everything"));
        assert!(!is_cut("# baut alles", "# builds everything"));
        assert!(!is_cut("# same", "# same"));
    }
}

//! Code in colours: which bytes of a block are keywords, strings and the like, as short classes; the text stays what it is.

use super::escape;

/// A language by what readers call it, what authors write behind a fence for it, and the grammar that reads it.
struct Language {
    name: &'static str,
    /// Empty where we have none.
    grammar: &'static str,
    tags: &'static [&'static str],
}

const fn language(
    name: &'static str,
    grammar: &'static str,
    tags: &'static [&'static str],
) -> Language {
    Language {
        name,
        grammar,
        tags,
    }
}

/// The grammars are those that add less than 1.5 MB each to the program; languages without one stay plain.
#[rustfmt::skip]
const LANGUAGES: &[Language] = &[
    language("Batch", "batch", &["bat", "batch", "cmd", "dos"]),
    language("C", "c", &["c", "h"]),
    language("C#", "", &["cs", "csharp", "c#"]),
    language("C++", "", &["cpp", "c++", "cc"]),
    language("CSS", "css", &["css"]),
    language("Diff", "diff", &["diff", "patch"]),
    language("Dockerfile", "dockerfile", &["docker", "dockerfile"]),
    language("Fluent", "", &["ftl", "fluent"]),
    language("Go", "go", &["go", "golang"]),
    language("Groovy", "", &["groovy", "gradle"]),
    language("HTML", "html", &["html", "htm", "xhtml"]),
    language("INI", "ini", &["ini", "cfg", "conf", "properties"]),
    language("Java", "java", &["java"]),
    language("JavaScript", "javascript", &["javascript", "js", "mjs", "cjs", "jsx"]),
    language("JSON", "json", &["json", "jsonc", "json5"]),
    language("Kusto", "", &["kusto", "kql"]),
    language("Markdown", "", &["markdown", "md"]),
    language("Objective-C", "", &["objc", "objectivec", "objective-c"]),
    language("PowerShell", "powershell", &["powershell", "ps", "ps1", "pwsh", "posh", "azurepowershell", "azurepowershell-interactive"]),
    language("Python", "python", &["python", "py"]),
    language("Rust", "", &["rust", "rs"]),
    language("Shell", "bash", &["bash", "sh", "shell", "zsh", "azurecli", "azurecli-interactive"]),
    language("SQL", "", &["sql", "tsql", "t-sql"]),
    language("Swift", "", &["swift"]),
    language("TOML", "toml", &["toml"]),
    language("TypeScript", "", &["typescript", "ts", "tsx"]),
    language("XML", "xml", &["xml", "xaml", "svg", "xsd", "xsl", "xslt", "plist"]),
    language("YAML", "yaml", &["yaml", "yml"]),
];

/// What authors write where no language is meant.
const NONE: [&str; 6] = ["text", "txt", "plain", "plaintext", "none", "output"];

fn known(tag: &str) -> Option<&'static Language> {
    let mut languages = LANGUAGES.iter();
    languages.find(|it| it.tags.iter().any(|known| known.eq_ignore_ascii_case(tag)))
}

/// What readers call the language of a block; nothing where it names none. What we do not know is called as it is written.
pub(super) fn name(tag: &str) -> Option<&str> {
    let is_none = NONE.iter().any(|none| none.eq_ignore_ascii_case(tag));
    match known(tag) {
        Some(language) => Some(language.name),
        None => Some(tag).filter(|tag| !tag.is_empty() && !is_none),
    }
}

/// Writes code as HTML, in the colours of its language where we know that. Without the tags the text is the one given.
pub(super) fn push(tag: &str, text: &str, html: &mut String) {
    let grammar = known(tag).map_or("", |language| language.grammar);
    match painted(grammar, text) {
        Some(paint) => push_painted(text, &paint, html),
        None => escape::push(text, html),
    }
}

fn push_painted(text: &str, paint: &[u8], html: &mut String) {
    let mut open = PLAIN;
    let mut from = 0;
    let ends = std::iter::once((text.len(), PLAIN));
    let starts = text.char_indices().map(|(at, _)| (at, paint[at]));
    for (at, class) in starts.chain(ends) {
        if class == open && at < text.len() {
            continue;
        }
        push_run(&text[from..at], open, html);
        (open, from) = (class, at);
    }
}

fn push_run(text: &str, class: u8, html: &mut String) {
    if text.is_empty() || class == PLAIN {
        return escape::push(text, html);
    }
    html.push_str("<span class=\"");
    html.push(char::from(class));
    html.push_str("\">");
    escape::push(text, html);
    html.push_str("</span>");
}

/// The class of bytes that have none.
const PLAIN: u8 = 0;

#[cfg(not(feature = "highlight"))]
fn painted(_grammar: &str, _text: &str) -> Option<Vec<u8>> {
    None
}

#[cfg(feature = "highlight")]
use grammars::painted;

#[cfg(feature = "highlight")]
mod grammars {
    //! The grammars of `arborium`, compiled once for all pages.

    use std::panic::{AssertUnwindSafe, catch_unwind};
    use std::sync::{Arc, LazyLock};

    use arborium::advanced::Span;
    use arborium::{GrammarStore, Highlighter};

    use super::PLAIN;

    /// Longer blocks stay plain: nobody reads them for their colours, and some grammars take long over them.
    const LONGEST: usize = 32 * 1024;

    static STORE: LazyLock<Arc<GrammarStore>> = LazyLock::new(|| Arc::new(GrammarStore::new()));

    /// Returns the class of each byte, where the grammar is there and can read the text.
    pub(super) fn painted(grammar: &str, text: &str) -> Option<Vec<u8>> {
        if grammar.is_empty() || text.len() > LONGEST {
            return None;
        }
        let mut highlighter = Highlighter::with_store(Arc::clone(&STORE));
        // A grammar is somebody else's program: what it cannot do leaves a block plain and no site unpublished.
        let read = AssertUnwindSafe(|| highlighter.highlight_spans(grammar, text).ok());
        let spans = catch_unwind(read).ok().flatten()?;
        Some(paint(spans, text.len()))
    }

    /// Of two spans the inner one wins, of two over the same bytes one that has a class, then the grammar's later one.
    fn paint(spans: Vec<Span>, length: usize) -> Vec<u8> {
        let mut marked: Vec<(Span, u8)> = spans
            .into_iter()
            .map(|span| {
                let class = class(&span.capture);
                (span, class)
            })
            .collect();
        marked.sort_by_key(|(span, class)| {
            let outer_first = std::cmp::Reverse(span.end);
            (span.start, outer_first, *class != PLAIN, span.pattern_index)
        });
        let mut paint = vec![PLAIN; length];
        for (span, class) in marked {
            let bytes = span.start as usize..(span.end as usize).min(length);
            if let Some(bytes) = paint.get_mut(bytes) {
                bytes.fill(class);
            }
        }
        paint
    }

    /// The class of what a grammar calls by a name such as `keyword.control`.
    fn class(capture: &str) -> u8 {
        match capture.split('.').next().unwrap_or_default() {
            "comment" => b'c',
            "string" | "escape" | "character" => b's',
            "number" | "float" | "boolean" | "constant" => b'n',
            "keyword" | "conditional" | "repeat" | "include" | "import" | "media" | "keyframes"
            | "supports" | "charset" | "namespace" => b'k',
            "function" | "method" | "constructor" => b'f',
            "type" | "tag" => b't',
            "property" | "attribute" | "label" => b'p',
            _ => PLAIN,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(tag: &str, text: &str) -> String {
        let mut html = String::new();
        push(tag, text, &mut html);
        html
    }

    #[test]
    fn languages_bear_the_names_that_readers_know() {
        for (tag, expected) in [
            ("PowerShell", Some("PowerShell")),
            ("yml", Some("YAML")),
            ("sh", Some("Shell")),
            ("brainfuck", Some("brainfuck")),
            ("Text", None),
            ("", None),
        ] {
            assert_eq!(name(tag), expected);
        }
    }

    #[test]
    fn unknown_languages_stay_plain() {
        assert_eq!(html("nobody-knows", "a < b"), "a &lt; b");
        assert_eq!(html("", "let x"), "let x");
    }

    #[cfg(feature = "highlight")]
    #[test]
    fn words_of_a_language_have_classes() {
        for (tag, text, expected) in [
            (
                "json",
                "{\"a\": 1}",
                "{<span class=\"s\">&quot;a&quot;</span>: <span class=\"n\">1</span>}",
            ),
            (
                "ps1",
                "Get-Item # ok",
                "<span class=\"f\">Get-Item</span> <span class=\"c\"># ok</span>",
            ),
            (
                "YAML",
                "a: b",
                "<span class=\"p\">a</span>: <span class=\"s\">b</span>",
            ),
        ] {
            assert_eq!(html(tag, text), expected, "{tag}");
        }
    }

    #[test]
    fn no_grammar_changes_a_text() {
        let odd = "<a b='é'>\"\\${x} 书 /* \u{202e} ` ' {{ ]]> #\r\n\t--- @@ \0 \u{feff}$(";
        let deep = "({[<".repeat(3_000);
        for language in LANGUAGES {
            for text in ["", "\n", odd, deep.as_str()] {
                let html = html(language.tags[0], text);
                assert_eq!(unmarked(&html), escape::escaped(text), "{}", language.name);
            }
        }
    }

    fn unmarked(html: &str) -> String {
        let mut text = html.replace("</span>", "");
        for class in "csnkftp".chars() {
            text = text.replace(&format!("<span class=\"{class}\">"), "");
        }
        text
    }

    #[cfg(feature = "highlight")]
    #[test]
    fn huge_blocks_stay_plain() {
        let text = "{\"a\": 1}\n".repeat(5_000);
        assert_eq!(html("json", &text), escape::escaped(&text));
    }
}

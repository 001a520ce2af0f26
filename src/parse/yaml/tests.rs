//! What is kept of YAML that is well, and what is said of YAML that is not.

use super::*;
use crate::parse::faults::FRONT_MATTER_SYNTAX;

fn read(text: &str) -> (String, Vec<String>) {
    // Two bytes in front show that every place counts from the beginning of the source.
    let source = Arc::new(Source::new("a.md", format!("é{text}")));
    let span = Span::new(2, source.text().len());
    let parsed = mapping(&source, span, &FRONT_MATTER_SYNTAX, &Limits::default());
    let shown: Vec<_> = parsed
        .value
        .iter()
        .map(|entry| shown(&source, entry))
        .collect();
    let reports = parsed.diagnostics.iter().map(|diagnostic| {
        let span = diagnostic.primary.span;
        format!(
            "{}: {} {:?}",
            span.start - 2,
            diagnostic.message,
            source.slice(span)
        )
    });
    (shown.join(" "), reports.collect())
}

fn shown(source: &Source, entry: &YamlEntry) -> String {
    assert!(source.slice(entry.key_span).contains(&entry.key));
    format!("{}={}", entry.key, value(source, &entry.value))
}

fn value(source: &Source, yaml: &Yaml) -> String {
    match &yaml.kind {
        YamlKind::Null => format!("null{}", source.slice(yaml.span)),
        YamlKind::Text(text) => format!("{text}<{}>", source.slice(yaml.span)),
        YamlKind::Sequence(items) => {
            let items: Vec<_> = items.iter().map(|item| value(source, item)).collect();
            format!("[{}]<{}>", items.join(","), source.slice(yaml.span))
        }
        YamlKind::Mapping(entries) => {
            let entries: Vec<_> = entries.iter().map(|entry| shown(source, entry)).collect();
            format!("{{{}}}<{}>", entries.join(","), source.slice(yaml.span))
        }
    }
}

#[test]
fn scalars_keep_the_text_that_was_written() {
    for (text, expected) in [
        ("a: no", "a=no<no>"),
        ("a: 0x0FFF\nb: 0123", "a=0x0FFF<0x0FFF> b=0123<0123>"),
        ("a: 2019-05-01  # day", "a=2019-05-01<2019-05-01>"),
        ("a: '证书'\n", "a=证书<'证书'>"),
        ("a: \"x\\n\"", "a=x\n<\"x\\n\">"),
        ("a:\nb: ~\nc: ''", "a=null b=null~ c=<''>"),
        ("a: .nan\nb: 1e999", "a=.nan<.nan> b=1e999<1e999>"),
        ("a: |\n  x\n  y\nb: z", "a=x\ny\n<x\n  y> b=z<z>"),
        ("ms.date: 1", "ms.date=1<1>"),
    ] {
        assert_eq!(read(text), (expected.into(), vec![]), "{text}");
    }
}

#[test]
fn collections_know_their_bytes() {
    for (text, expected) in [
        ("a: [x, y]\nb: z", "a=[x<x>,y<y>]<[x, y]> b=z<z>"),
        ("a:\n- x\n- y\n\nb: z", "a=[x<x>,y<y>]<- x\n- y> b=z<z>"),
        ("a:\n  b: c\nd: e", "a={b=c<c>}<b: c> d=e<e>"),
        ("a: {b: c, d: }", "a={b=c<c>,d=null}<{b: c, d: }>"),
        ("a: []\nb: {}", "a=[]<[]> b={}<{}>"),
    ] {
        assert_eq!(read(text), (expected.into(), vec![]), "{text}");
    }
}

#[test]
fn a_fault_is_reported_at_its_byte_and_costs_its_own_key() {
    for (text, kept, reports) in [
        (
            "a: 1\nb: x: y\nc: 3",
            "a=1<1> c=3<3>",
            vec!["9: a second `: ` stands in one value \":\""],
        ),
        (
            "a: 1\nb:\n\tc: 2\nd: 3",
            "a=1<1> d=3<3>",
            vec!["8: a tab cannot indent YAML \"\\t\""],
        ),
        (
            "a: 书\n\tb: 2\nc: 3",
            "a=书<书> c=3<3>",
            vec!["7: a tab cannot indent YAML \"\\t\""],
        ),
        (
            "a: 'x\nb: 2\n",
            "b=2<2>",
            vec!["3: a quotation mark is not closed \"'\""],
        ),
        (
            "a: [x\nb: 2",
            "b=2<2>",
            vec!["3: a bracket is not closed, or a comma is missing \"[\""],
        ),
        (
            "a: 1\nword\nb: 2",
            "a=1<1> b=2<2>",
            vec!["5: this is no `key: value` \"word\""],
        ),
        (
            "a: @x\nb: 2",
            "b=2<2>",
            vec!["3: a value cannot begin with this character \"@\""],
        ),
        ("- x", "", vec!["0: this is no `key: value` \"- x\""]),
    ] {
        let reports: Vec<String> = reports.into_iter().map(String::from).collect();
        assert_eq!(read(text), (kept.into(), reports), "{text}");
    }
}

#[test]
fn a_second_key_is_reported_and_the_first_value_kept() {
    for text in ["a: 1\nb: 2\na: 3", "a: 1\nb: 2\na: 3\n\"c"] {
        let (kept, reports) = read(text);
        assert_eq!(kept, "a=1<1> b=2<2>");
        assert!(reports.contains(&"10: the key `a` stands here a second time \"a\"".into()));
    }
}

#[test]
fn what_can_explode_is_refused_where_it_stands() {
    for (text, kept, report) in [
        ("a: &x 1\nb: 2", "a=1<1> b=2<2>", "3: an anchor"),
        ("a: *x\nb: 2", "a=null*x b=2<2>", "3: an alias"),
        ("a: !!int 1", "a=1<1>", "3: a tag"),
        ("<<: {a: 1}\nb: 2", "b=2<2>", "0: a merge key"),
        ("? [a]\n: 1\nb: 2", "b=2<2>", "2: a key must be plain text"),
    ] {
        let (found, reports) = read(text);
        assert_eq!(found, kept, "{text}");
        assert!(reports[0].starts_with(report), "{text}: {reports:?}");
    }
}

#[test]
fn limits_hold() {
    let deep = format!("a: {}{}\nb: 1", "[".repeat(40), "]".repeat(40));
    let many: String = (0..2000).map(|key| format!("k{key}: 1\n")).collect();
    let long = format!("a: {}", "x".repeat(Limit::FrontMatter.usual()));
    assert_eq!(read(&deep).0, "b=1<1>");
    assert!(read(&deep).1[0].contains("16 levels"));
    assert!(read(&many).1[0].contains("too many"));
    assert!(read(&long).1[0].contains("too many"));
}

#[test]
fn no_beginning_and_no_damage_of_a_text_is_too_much() {
    let text = "a: '书'\n? [b, {c: \"d\"}]\n: |\n  x\n\ty: &e !f 1\n- <<: *e\n---\n%YAML 9\n'\u{2028}\r\u{feff}: [";
    let letters: Vec<char> = text.chars().collect();
    for end in 0..=letters.len() {
        let prefix: String = letters[..end].iter().collect();
        survive(&prefix);
        for other in ["\n", "\t", ":", "'", "[", "}", "- ", "\u{85}", "😀"] {
            let suffix: String = letters[end..].iter().collect();
            survive(&format!("{prefix}{other}{suffix}"));
        }
    }
}

/// Reads a text and asks of every place that it is one.
fn survive(text: &str) {
    let source = Arc::new(Source::new("a.md", text));
    let parsed = mapping(
        &source,
        Span::new(0, text.len()),
        &FRONT_MATTER_SYNTAX,
        &Limits::default(),
    );
    let keys = parsed.value.iter().map(|entry| entry.key_span);
    let values = parsed.value.iter().map(|entry| entry.value.span);
    let reports = parsed.diagnostics.iter().map(|report| report.primary.span);
    for span in keys.chain(values).chain(reports) {
        assert!(text.get(span.range()).is_some(), "{span:?} of {text:?}");
    }
}

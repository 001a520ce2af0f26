//! Reads the file of findings that were there before.

use std::sync::Arc;

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::diagnostic::{Source, Span};
use crate::model::{Baseline, Fingerprint};

/// Why a file is no baseline. Every message says what to do.
#[derive(Debug, thiserror::Error)]
pub enum BaselineError {
    #[error(
        "the baseline {path} cannot be read: {cause}\nhelp: undo the change, or write it anew with `glotta check --write-baseline`"
    )]
    Form {
        path: String,
        cause: serde_json::Error,
    },
    #[error(
        "the baseline {path} has version {version}, and this program knows version {}\nhelp: use the newer Glotta that wrote it, or remove the file and write it anew with `glotta check --write-baseline`",
        Baseline::VERSION
    )]
    Newer { path: String, version: u64 },
}

#[derive(Deserialize)]
struct Head {
    version: u64,
}

#[derive(Deserialize)]
struct Body<'a> {
    #[serde(borrow)]
    findings: Vec<&'a RawValue>,
}

/// Reads a baseline, however its lines are broken.
pub fn baseline(file: &Arc<Source>) -> Result<Baseline, BaselineError> {
    let text = file.text().trim_start_matches('\u{feff}');
    let failed = |cause| BaselineError::Form {
        path: file.path().to_owned(),
        cause,
    };
    let head: Head = serde_json::from_str(text).map_err(failed)?;
    if head.version > Baseline::VERSION {
        return Err(BaselineError::Newer {
            path: file.path().to_owned(),
            version: head.version,
        });
    }
    let body: Body = serde_json::from_str(text).map_err(failed)?;
    let findings = body.findings.into_iter().map(|raw| {
        let finding: Fingerprint = serde_json::from_str(raw.get())?;
        let start = raw.get().as_ptr() as usize - file.text().as_ptr() as usize;
        Ok((finding, Span::new(start, start + raw.get().len())))
    });
    Ok(Baseline {
        file: Arc::clone(file),
        findings: findings.collect::<Result<_, _>>().map_err(failed)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Baseline, String> {
        baseline(&Arc::new(Source::new("b.json", text))).map_err(|error| error.to_string())
    }

    #[test]
    fn what_is_written_can_be_read_with_its_places() {
        let finding = |rule: &str, number| Fingerprint {
            rule: rule.into(),
            locale: Some("zh-cn".into()),
            article: None,
            place: "a/paragraph[1]".into(),
            expected: Some("证书 \"x\"".into()),
            found: None,
            number,
            context: Some("0a".into()),
        };
        let (one, other) = (finding("b", 1), finding("a", 2));
        let text = Baseline::text([&one, &other]);
        assert_eq!(text.lines().count(), 4);
        let read = read(&text).expect("it was written just now");
        let places: Vec<usize> = read
            .findings
            .iter()
            .map(|(_, span)| read.file.position(span.start).line)
            .collect();
        assert_eq!(places, [2, 3]);
        assert_eq!(read.findings[0].0, other);
        assert_eq!(read.findings[1].0, one);
    }

    #[test]
    fn nothing_can_be_read_too() {
        for text in [
            Baseline::text([]),
            "\u{feff}{\"findings\":[],\n\"version\":1}".into(),
        ] {
            assert!(read(&text).is_ok_and(|baseline| baseline.findings.is_empty()));
        }
    }

    #[test]
    fn what_is_no_baseline_is_told_why() {
        for (text, expected) in [
            ("", "EOF"),
            ("[]", "line 1"),
            ("{\"version\": 2, \"entries\": []}", "version 2"),
            ("{\"version\": 1}", "missing field `findings`"),
            ("{\"version\": 1, \"findings\": [\n<<<<<<< a\n]}", "line 2"),
            (
                "{\"version\": 1, \"findings\": [{\"rule\": \"a\"}]}",
                "missing field `place`",
            ),
        ] {
            let error = read(text).expect_err(text);
            assert!(error.contains(expected), "{error}");
            assert!(error.contains("help: "), "{error}");
        }
    }
}

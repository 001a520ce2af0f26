//! Reads `limits:` of the configuration: how much of a text is read.

use super::config_reader::Reader;
use super::yaml::YamlEntry;
use crate::model::{Limit, Limits, Measure};

/// Reads the limits; what is not said, or said wrongly, is as usual.
pub(super) fn limits(reader: &mut Reader<'_>, entry: Option<YamlEntry>) -> Limits {
    let names: Vec<&str> = Limit::names().collect();
    let mut map = reader.keyed(entry, &names);
    let mut limits = Limits::default();
    for name in names {
        let (Some(limit), Some((text, span))) =
            (Limit::from_name(name), reader.text(map.take(name)))
        else {
            continue;
        };
        match value(limit, &text) {
            Ok(value) => limits.set(limit, value),
            Err((message, help)) => reader.wrong(span, message, help),
        }
    }
    limits
}

/// What a limit may be, or what is wrong with it and what to do.
fn value(limit: Limit, text: &str) -> Result<usize, (String, String)> {
    let most = limit.most();
    let measure = limit.measure();
    let example = match measure {
        Measure::Bytes => "a number and a unit, as in `32 MiB`, or `none`",
        Measure::Number if most < usize::MAX => "a number",
        Measure::Number => "a number, or `none`",
    };
    let no_value = || {
        let message = format!("`{text}` is no value of `{}`", limit.name());
        let help = format!(
            "write {example}; the usual is {}",
            measure.shown(limit.usual())
        );
        (message, help)
    };
    let value = match text {
        "none" if most == usize::MAX => return Ok(usize::MAX),
        text => number(measure, text).ok_or_else(no_value)?,
    };
    match value {
        0 => Err(no_value()),
        value if value > most => {
            let message = format!("`{}` cannot be raised to {value}", limit.name());
            let help =
                format!("write {most} or less: no program reads what lies deeper in good order");
            Err((message, help))
        }
        value => Ok(value),
    }
}

/// Reads `64 KiB`, or a bare number where no bytes are counted.
fn number(measure: Measure, text: &str) -> Option<usize> {
    let digits = text.trim_end_matches(|letter: char| !letter.is_ascii_digit());
    let unit: usize = match (measure, text[digits.len()..].trim()) {
        (Measure::Number, "") => 1,
        (Measure::Number, _) => return None,
        (Measure::Bytes, unit) => match unit.to_ascii_lowercase().as_str() {
            "bytes" => 1,
            "kib" => 1 << 10,
            "mib" => 1 << 20,
            "gib" => 1 << 30,
            _ => return None,
        },
    };
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let number: usize = digits.parse().ok().filter(|_| is_number)?;
    number.checked_mul(unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_read_with_their_units() {
        for (limit, text, expected) in [
            (Limit::File, "32 MiB", Some(32 << 20)),
            (Limit::File, "64kib", Some(64 << 10)),
            (Limit::File, "2 GiB", Some(2 << 30)),
            (Limit::File, "500 bytes", Some(500)),
            (Limit::File, "none", Some(usize::MAX)),
            (Limit::File, "500", None),
            (Limit::File, "0 MiB", None),
            (Limit::File, "-1 MiB", None),
            (Limit::File, "99999999999999999999 GiB", None),
            (Limit::File, "1 MB", None),
            (Limit::Footnotes, "5000", Some(5_000)),
            (Limit::Footnotes, "none", Some(usize::MAX)),
            (Limit::Footnotes, "5 KiB", None),
            (Limit::Nesting, "100", Some(100)),
            (Limit::Nesting, "none", None),
            (Limit::Nesting, "100000", None),
            (Limit::Nesting, "0", None),
            (Limit::Nesting, "", None),
        ] {
            assert_eq!(value(limit, text).ok(), expected, "{text}");
        }
    }

    #[test]
    fn what_is_wrong_says_what_to_write() {
        let (message, help) = value(Limit::File, "much").unwrap_err();
        assert_eq!(message, "`much` is no value of `file`");
        assert!(help.contains("`32 MiB`") && help.ends_with("the usual is 16 MiB"));
        let (message, help) = value(Limit::Nesting, "500").unwrap_err();
        assert_eq!(message, "`nesting` cannot be raised to 500");
        assert!(help.starts_with("write 128 or less"));
    }
}

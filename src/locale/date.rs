//! Dates as a language writes them out.

use icu_datetime::{DateTimeFormatter, fieldsets::YMD, input::Date};

use super::Locale;

impl Locale {
    /// Writes a day of the Gregorian calendar as this language does, in the calendar its readers use: `1. Mai 2019`.
    ///
    /// A day that does not exist, or a language without dates, gives `None`.
    pub fn date(&self, year: i32, month: u8, day: u8) -> Option<String> {
        let date = Date::try_new_iso(year, month, day).ok()?;
        let locale = icu_locale::Locale::from(self.tag.clone());
        let formatter = DateTimeFormatter::try_new(locale.into(), YMD::long()).ok()?;
        Some(formatter.format(&date).to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_out() {
        for (folder, expected) in [
            ("en-us", "May 1, 2019"),
            ("de-de", "1. Mai 2019"),
            ("fr-fr", "1 mai 2019"),
            ("zh-cn", "2019年5月1日"),
        ] {
            let locale = Locale::from_folder(folder).expect("a locale");
            assert_eq!(locale.date(2019, 5, 1).as_deref(), Some(expected));
        }
    }

    #[test]
    fn days_that_do_not_exist_are_not_written() {
        let locale = Locale::from_folder("de-de").expect("a locale");
        assert_eq!(locale.date(2019, 2, 30), None);
    }
}

//! How much of a text is read before it is too much: one table of limits, which a project can raise.

/// Something that there can be too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// Bytes of a file that is read as text.
    File,
    /// How deep lists, quotes and emphasis of an article lie in one another.
    Nesting,
    /// Bytes of the front matter of an article.
    FrontMatter,
    FrontMatterDepth,
    /// Keys of a front matter, at all depths together.
    FrontMatterKeys,
    /// Bytes of a file that is YAML: a table of contents, a landing page.
    YamlFile,
    YamlDepth,
    /// Keys of such a file, at all depths together.
    YamlKeys,
    /// Cells of one table.
    TableCells,
    /// Marks of footnotes of one article.
    Footnotes,
    /// How many articles include one another in a row.
    IncludeDepth,
    /// Bytes of other articles on one page.
    IncludedText,
    /// Bytes of a file that is shown as code.
    IncludedCode,
}

/// What a limit counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    Bytes,
    Number,
}

/// A limit as `limits:` of the configuration has it.
struct Entry {
    limit: Limit,
    name: &'static str,
    measure: Measure,
    usual: usize,
    /// More is refused: every walk over a tree is recursive, and the stack of a thread is as long as it is.
    most: usize,
}

const KIB: usize = 1 << 10;
const MIB: usize = 1 << 20;

const fn bytes(limit: Limit, name: &'static str, usual: usize) -> Entry {
    Entry {
        limit,
        name,
        measure: Measure::Bytes,
        usual,
        most: usize::MAX,
    }
}

const fn number(limit: Limit, name: &'static str, usual: usize, most: usize) -> Entry {
    Entry {
        limit,
        name,
        measure: Measure::Number,
        usual,
        most,
    }
}

/// Every limit, in the order of [`Limit`].
const TABLE: [Entry; 13] = [
    bytes(Limit::File, "file", 16 * MIB),
    number(Limit::Nesting, "nesting", 64, 128),
    bytes(Limit::FrontMatter, "front-matter", 64 * KIB),
    number(Limit::FrontMatterDepth, "front-matter-depth", 16, 128),
    number(
        Limit::FrontMatterKeys,
        "front-matter-keys",
        1_000,
        usize::MAX,
    ),
    bytes(Limit::YamlFile, "yaml-file", 4 * MIB),
    number(Limit::YamlDepth, "yaml-depth", 64, 128),
    number(Limit::YamlKeys, "yaml-keys", 100_000, usize::MAX),
    number(Limit::TableCells, "table-cells", 500_000, usize::MAX),
    number(Limit::Footnotes, "footnotes", 2_000, usize::MAX),
    number(Limit::IncludeDepth, "include-depth", 8, 32),
    bytes(Limit::IncludedText, "included-text", MIB),
    bytes(Limit::IncludedCode, "included-code", MIB),
];

impl Limit {
    /// The names of all limits.
    pub fn names() -> impl Iterator<Item = &'static str> {
        TABLE.iter().map(|entry| entry.name)
    }

    pub fn from_name(name: &str) -> Option<Limit> {
        let entry = TABLE.iter().find(|entry| entry.name == name);
        entry.map(|entry| entry.limit)
    }

    fn entry(self) -> &'static Entry {
        &TABLE[self as usize]
    }

    /// The key under `limits:`.
    pub fn name(self) -> &'static str {
        self.entry().name
    }

    pub fn measure(self) -> Measure {
        self.entry().measure
    }

    /// What holds where nobody says otherwise.
    pub fn usual(self) -> usize {
        self.entry().usual
    }

    /// The most that it can be raised to.
    pub fn most(self) -> usize {
        self.entry().most
    }

    /// What to do where it is exceeded: `otherwise` or raise it.
    pub fn help(self, otherwise: &str) -> String {
        format!(
            "{otherwise}, or raise `{}` under `limits:` in glotta.yml",
            self.name()
        )
    }
}

impl Measure {
    /// A number as a reader knows it: `64 KiB`, `1000`.
    pub fn shown(self, value: usize) -> String {
        let units = [(1 << 30, "GiB"), (MIB, "MiB"), (KIB, "KiB")];
        match self {
            Measure::Number => value.to_string(),
            Measure::Bytes => {
                let unit = units
                    .iter()
                    .find(|(unit, _)| value >= *unit && value.is_multiple_of(*unit));
                match unit {
                    Some((unit, name)) => format!("{} {name}", value / unit),
                    None => format!("{value} bytes"),
                }
            }
        }
    }
}

/// The limits that hold for a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits([usize; TABLE.len()]);

impl Default for Limits {
    fn default() -> Self {
        Limits(TABLE.map(|entry| entry.usual))
    }
}

impl Limits {
    pub fn get(&self, limit: Limit) -> usize {
        self.0[limit as usize]
    }

    pub fn set(&mut self, limit: Limit, value: usize) {
        self.0[limit as usize] = value;
    }

    /// A limit as messages show it.
    pub fn shown(&self, limit: Limit) -> String {
        limit.measure().shown(self.get(limit))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_limit_stands_at_its_place() {
        for (at, entry) in TABLE.iter().enumerate() {
            assert_eq!(entry.limit as usize, at, "{}", entry.name);
            assert_eq!(Limit::from_name(entry.name), Some(entry.limit));
            assert_eq!(Limits::default().get(entry.limit), entry.usual);
            assert!(entry.usual <= entry.most);
        }
    }

    #[test]
    fn bytes_are_shown_in_the_largest_unit_that_fits() {
        for (value, expected) in [
            (64 * KIB, "64 KiB"),
            (MIB, "1 MiB"),
            (1000, "1000 bytes"),
            (1 << 30, "1 GiB"),
        ] {
            assert_eq!(Measure::Bytes.shown(value), expected);
        }
        assert_eq!(Measure::Number.shown(2_000), "2000");
    }
}

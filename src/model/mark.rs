//! Marks between blocks that say for whom, beside what or in which tab the blocks between them stand.
//!
//! They lie flat among the blocks, so that sections and tables within them stay where every comparison looks for them.

use serde::Serialize;

use super::Inline;

/// The beginning or the end of something that blocks stand in.
///
/// Whoever walks the blocks of one container may rely on it that every beginning has its end there, properly nested.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub enum Mark {
    /// What follows is for readers who chose one of the pivots; without any it is for everybody.
    ZoneStart {
        pivots: Vec<String>,
    },
    ZoneEnd,
    /// What follows is about the versions that a range such as `>=shop-2.0` names.
    MonikerStart {
        range: String,
    },
    MonikerEnd,
    /// Columns follow that stand beside one another.
    RowStart,
    RowEnd,
    ColumnStart {
        /// How many columns wide it is, from 1.
        span: usize,
    },
    ColumnEnd,
    /// A tab; it ends where the next one begins, and the last one with the tabs.
    TabStart {
        id: String,
        /// The tab of another group that must be chosen for this one to be seen.
        condition: Option<String>,
        title: Vec<Inline>,
        /// Whether the tabs begin with it.
        first: bool,
    },
    TabsEnd,
    /// The long description of the picture before it.
    DescriptionStart,
    DescriptionEnd,
}

/// A mark without what it says.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, serde::Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum MarkKind {
    ZoneStart,
    ZoneEnd,
    MonikerStart,
    MonikerEnd,
    RowStart,
    RowEnd,
    ColumnStart,
    ColumnEnd,
    TabStart,
    TabsEnd,
    DescriptionStart,
    DescriptionEnd,
}

impl Mark {
    pub fn kind(&self) -> MarkKind {
        match self {
            Mark::ZoneStart { .. } => MarkKind::ZoneStart,
            Mark::ZoneEnd => MarkKind::ZoneEnd,
            Mark::MonikerStart { .. } => MarkKind::MonikerStart,
            Mark::MonikerEnd => MarkKind::MonikerEnd,
            Mark::RowStart => MarkKind::RowStart,
            Mark::RowEnd => MarkKind::RowEnd,
            Mark::ColumnStart { .. } => MarkKind::ColumnStart,
            Mark::ColumnEnd => MarkKind::ColumnEnd,
            Mark::TabStart { .. } => MarkKind::TabStart,
            Mark::TabsEnd => MarkKind::TabsEnd,
            Mark::DescriptionStart => MarkKind::DescriptionStart,
            Mark::DescriptionEnd => MarkKind::DescriptionEnd,
        }
    }

    /// What no translation changes: pivots, ranges and ids.
    pub fn facts(&self) -> Vec<String> {
        match self {
            Mark::ZoneStart { pivots } => pivots.clone(),
            Mark::MonikerStart { range } => vec![range.clone()],
            Mark::TabStart { id, condition, .. } => std::iter::once(id.clone())
                .chain(condition.clone())
                .collect(),
            _ => Vec::new(),
        }
    }

    /// The title of a tab; other marks have no words.
    pub fn words(&self) -> &[Inline] {
        match self {
            Mark::TabStart { title, .. } => title,
            _ => &[],
        }
    }
}

impl MarkKind {
    /// What ends it, where it begins something.
    pub fn end(self) -> Option<MarkKind> {
        Some(match self {
            MarkKind::ZoneStart => MarkKind::ZoneEnd,
            MarkKind::MonikerStart => MarkKind::MonikerEnd,
            MarkKind::RowStart => MarkKind::RowEnd,
            MarkKind::ColumnStart => MarkKind::ColumnEnd,
            MarkKind::TabStart => MarkKind::TabsEnd,
            MarkKind::DescriptionStart => MarkKind::DescriptionEnd,
            _ => return None,
        })
    }

    /// What it is, with no article before it.
    pub fn name(self) -> &'static str {
        match self {
            MarkKind::ZoneStart => "beginning of a zone",
            MarkKind::ZoneEnd => "end of a zone",
            MarkKind::MonikerStart => "beginning of a moniker range",
            MarkKind::MonikerEnd => "end of a moniker range",
            MarkKind::RowStart => "beginning of a row of columns",
            MarkKind::RowEnd => "end of a row of columns",
            MarkKind::ColumnStart => "beginning of a column",
            MarkKind::ColumnEnd => "end of a column",
            MarkKind::TabStart => "tab",
            MarkKind::TabsEnd => "end of tabs",
            MarkKind::DescriptionStart => "beginning of a picture's description",
            MarkKind::DescriptionEnd => "end of a picture's description",
        }
    }
}

//! What an article was written as, and what kinds of page a landing page leads to.

use std::collections::BTreeMap;

/// What an article was written as.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum ArticleKind {
    /// Markdown: running text.
    #[default]
    Text,
    /// A page of cards with links, written as YAML.
    Landing {
        /// What each list of links leads to, by the byte that it begins at.
        lists: BTreeMap<usize, LinkKind>,
        /// What a single link leads to, by the byte that its item begins at.
        items: BTreeMap<usize, LinkKind>,
    },
}

impl ArticleKind {
    pub fn is_landing(&self) -> bool {
        matches!(self, ArticleKind::Landing { .. })
    }
}

/// What kind of page a link of a landing page leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkKind {
    Architecture,
    Concept,
    Deploy,
    Download,
    GetStarted,
    HowToGuide,
    Learn,
    Overview,
    Quickstart,
    Reference,
    Sample,
    Training,
    Tutorial,
    Video,
    WhatsNew,
}

impl LinkKind {
    const NAMES: [(&'static str, LinkKind); 15] = [
        ("architecture", LinkKind::Architecture),
        ("concept", LinkKind::Concept),
        ("deploy", LinkKind::Deploy),
        ("download", LinkKind::Download),
        ("get-started", LinkKind::GetStarted),
        ("how-to-guide", LinkKind::HowToGuide),
        ("learn", LinkKind::Learn),
        ("overview", LinkKind::Overview),
        ("quickstart", LinkKind::Quickstart),
        ("reference", LinkKind::Reference),
        ("sample", LinkKind::Sample),
        ("training", LinkKind::Training),
        ("tutorial", LinkKind::Tutorial),
        ("video", LinkKind::Video),
        ("whats-new", LinkKind::WhatsNew),
    ];

    /// Reads a kind as landing pages write it.
    pub fn from_name(name: &str) -> Option<LinkKind> {
        let name = name.trim();
        let known = Self::NAMES
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name));
        known.map(|(_, kind)| *kind)
    }

    /// The message in `locales/` that says the kind.
    pub fn message(self) -> String {
        let known = Self::NAMES.iter().find(|(_, kind)| *kind == self);
        format!("kind-{}", known.map_or("", |(name, _)| name))
    }
}

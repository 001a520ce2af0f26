//! What an article was written as, and what kinds of page a landing page leads to.

use std::collections::BTreeMap;

/// What an article was written as.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
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
    /// By the message in `locales/` that says them; what follows `kind-` is the word of landing pages.
    const MESSAGES: [(&'static str, LinkKind); 15] = [
        ("kind-architecture", LinkKind::Architecture),
        ("kind-concept", LinkKind::Concept),
        ("kind-deploy", LinkKind::Deploy),
        ("kind-download", LinkKind::Download),
        ("kind-get-started", LinkKind::GetStarted),
        ("kind-how-to-guide", LinkKind::HowToGuide),
        ("kind-learn", LinkKind::Learn),
        ("kind-overview", LinkKind::Overview),
        ("kind-quickstart", LinkKind::Quickstart),
        ("kind-reference", LinkKind::Reference),
        ("kind-sample", LinkKind::Sample),
        ("kind-training", LinkKind::Training),
        ("kind-tutorial", LinkKind::Tutorial),
        ("kind-video", LinkKind::Video),
        ("kind-whats-new", LinkKind::WhatsNew),
    ];

    /// Reads a kind as landing pages write it.
    pub fn from_name(name: &str) -> Option<LinkKind> {
        let name = name.trim();
        let is_known = |message: &str| {
            let known = message.strip_prefix("kind-");
            known.is_some_and(|known| known.eq_ignore_ascii_case(name))
        };
        let mut messages = Self::MESSAGES.into_iter();
        messages.find_map(|(message, kind)| is_known(message).then_some(kind))
    }

    /// The message in `locales/` that says the kind.
    pub fn message(self) -> &'static str {
        let mut messages = Self::MESSAGES.into_iter();
        let known = messages.find(|(_, kind)| *kind == self);
        known.expect("every kind is in the table").0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_known_by_their_words() {
        assert_eq!(
            LinkKind::from_name(" how-to-guide "),
            Some(LinkKind::HowToGuide)
        );
        assert_eq!(
            LinkKind::from_name("Quickstart"),
            Some(LinkKind::Quickstart)
        );
        assert_eq!(LinkKind::from_name("kind-video"), None);
        for (message, kind) in LinkKind::MESSAGES {
            assert_eq!(kind.message(), message);
        }
    }
}

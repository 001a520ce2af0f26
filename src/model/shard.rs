//! A share of the pages of a site, when several machines make them.

use std::fmt;

use sha1::{Digest, Sha1};

/// The share that one of several machines makes: all of them together make each page.
///
/// The pages of an article, in all its languages and targets, belong to one share, which follows from the article's id alone: articles
/// that come or go change no other's share. What belongs to no single article is the first share's, and the full text the last one's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shard {
    number: usize,
    count: usize,
}

impl Shard {
    /// How many shares there can be.
    pub const MOST: usize = 1000;

    /// All that there is.
    pub const WHOLE: Shard = Shard {
        number: 1,
        count: 1,
    };

    /// Share `number` of `count`, counted from 1; nothing where there is no such share.
    pub fn new(number: usize, count: usize) -> Option<Shard> {
        let exists = (1..=Shard::MOST).contains(&count) && (1..=count).contains(&number);
        exists.then_some(Shard { number, count })
    }

    /// Reads `2/8`.
    pub fn from_text(text: &str) -> Option<Shard> {
        let (number, count) = text.split_once('/')?;
        let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number(number) || !is_number(count) {
            return None;
        }
        Shard::new(number.parse().ok()?, count.parse().ok()?)
    }

    pub fn number(self) -> usize {
        self.number
    }

    pub fn count(self) -> usize {
        self.count
    }

    /// Whether the pages of an article belong to the share.
    pub fn holds(self, article: &str) -> bool {
        if self.count == 1 {
            return true;
        }
        let digest = Sha1::digest(article.as_bytes());
        let number = digest[..8]
            .iter()
            .fold(0, |number, byte| number << 8 | u64::from(*byte));
        number % self.count as u64 == self.number as u64 - 1
    }

    /// Whether it makes what belongs to no single article.
    pub fn is_first(self) -> bool {
        self.number == 1
    }

    /// Whether it makes the full text, which is made of the pages of all articles.
    pub fn is_last(self) -> bool {
        self.number == self.count
    }
}

impl fmt::Display for Shard {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}/{}", self.number, self.count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_article_has_one_share_and_shares_are_alike() {
        for count in [1, 2, 8] {
            let shards = (1..=count).filter_map(|number| Shard::new(number, count));
            let shards: Vec<Shard> = shards.collect();
            let mut sizes = vec![0_usize; count];
            for article in 0..4_000 {
                let id = format!("folder-{}/article-{article}", article % 13);
                let own: Vec<usize> = (0..count).filter(|it| shards[*it].holds(&id)).collect();
                assert_eq!(own.len(), 1, "{id}");
                sizes[own[0]] += 1;
            }
            let fair = 4_000 / count;
            assert!(sizes.iter().all(|size| size.abs_diff(fair) < fair / 4));
        }
        // The share of an article never changes: folders that wait in a cache depend on it.
        assert!(Shard::new(5, 8).is_some_and(|it| it.holds("a")));
    }

    #[test]
    fn a_share_is_written_as_a_fraction() {
        assert_eq!(Shard::from_text("2/8"), Shard::new(2, 8));
        assert_eq!(Shard::from_text("1/1"), Some(Shard::WHOLE));
        assert_eq!(
            Shard::from_text("8/8").map(|it| it.to_string()).as_deref(),
            Some("8/8")
        );
        for text in [
            "0/8", "9/8", "2", "", "/", "2/", "a/b", "+2/8", "1/1001", "1/0", "2/8/1",
        ] {
            assert_eq!(Shard::from_text(text), None, "{text}");
        }
    }
}

//! What the rules about whole articles have in common: many of one folder are told once.

use std::collections::BTreeMap;

/// Above this share of a folder's articles the folder is the matter, and not each article.
const SHARE: f64 = 0.4;

/// Fewer articles than this are always told one by one.
const FEW: usize = 3;

/// Articles that are told together.
#[derive(Debug, PartialEq, Eq, Hash)]
pub enum Group<'a> {
    /// One article, by its id.
    Article(&'a str),
    /// A folder with a slash at its end, empty for the whole site; how many of how many articles, and the first of them.
    Folder {
        name: &'a str,
        hits: usize,
        all: usize,
        first: &'a str,
    },
}

/// Puts together the articles that are hit, folder by folder from the top. Articles come sorted, with whether they are hit.
pub fn groups<'a>(articles: &[(&'a str, bool)]) -> Vec<Group<'a>> {
    let mut groups = Vec::new();
    collect(articles, 0, &mut groups);
    groups
}

fn collect<'a>(articles: &[(&'a str, bool)], depth: usize, groups: &mut Vec<Group<'a>>) {
    let hits: Vec<&str> = articles.iter().filter(|it| it.1).map(|it| it.0).collect();
    let Some(first) = hits.first().copied() else {
        return;
    };
    if hits.len() >= FEW && hits.len() as f64 > SHARE * articles.len() as f64 {
        return groups.push(Group::Folder {
            name: &first[..depth],
            hits: hits.len(),
            all: articles.len(),
            first,
        });
    }
    let mut folders: BTreeMap<&str, Vec<(&str, bool)>> = BTreeMap::new();
    for &(id, hit) in articles {
        match id[depth..].find('/') {
            Some(end) => folders
                .entry(&id[..depth + end + 1])
                .or_default()
                .push((id, hit)),
            None if hit => groups.push(Group::Article(id)),
            None => {}
        }
    }
    for (folder, articles) in folders {
        collect(&articles, folder.len(), groups);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_lacks_most_is_one_group() {
        let articles = [
            ("a", false),
            ("b/c", true),
            ("b/d", true),
            ("b/e", true),
            ("f", true),
            ("g", false),
            ("h/i", false),
            ("h/j", true),
            ("k", false),
            ("l", false),
            ("m", false),
            ("n", false),
            ("o", false),
        ];
        let expected = [
            Group::Article("f"),
            Group::Folder {
                name: "b/",
                hits: 3,
                all: 3,
                first: "b/c",
            },
            Group::Article("h/j"),
        ];
        assert_eq!(groups(&articles), expected);
    }
}

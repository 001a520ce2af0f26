//! Puts the shares of a site together that several machines have made.

use rayon::prelude::*;

use super::manifest::{MANIFEST, Manifest};
use super::{Output, Publication, Stamp, WriteError, Written};
use crate::model::{Content, Page};

/// How a site was put together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Joined {
    pub written: Written,
    /// How many shares it is made of.
    pub shards: usize,
}

/// A folder that holds a share.
struct Share<'a> {
    name: &'a str,
    folder: &'a dyn Output,
    manifest: Manifest,
    stamp: Stamp,
}

const BUILD_ALL: &str = "build every shard from 1 to the last with `glotta build --shard`, and name all of their folders";

/// Publishes all shares of a site, each a folder with the name that messages call it by. What is published is what a build of the
/// whole would publish, byte for byte.
///
/// # Errors
///
/// Before any reader sees a change, where a share is missing, there twice, damaged, of another number of shares or made of other
/// sources; else as [`write()`](super::write).
pub fn join(shares: &[(String, &dyn Output)], out: &dyn Output) -> Result<Joined, WriteError> {
    let shares = shares.iter().map(|(name, folder)| open(name, *folder));
    let mut shares = shares.collect::<Result<Vec<Share>, WriteError>>()?;
    shares.sort_by_key(|share| share.stamp.shard.number());
    check(&shares)?;
    let publication = Publication::open(out)?;
    for share in &shares {
        let before = shares.iter().take_while(|it| it.name != share.name);
        let before: Vec<&Share> = before.collect();
        let paths: Vec<&str> = share.manifest.paths().collect();
        paths
            .into_par_iter()
            .map(|path| put(&publication, share, &before, path))
            .find_map_first(Result::err)
            .map_or(Ok(()), Err)?;
    }
    let shards = shares.len();
    publication
        .commit()
        .map(|written| Joined { written, shards })
}

fn open<'a>(name: &'a str, folder: &'a dyn Output) -> Result<Share<'a>, WriteError> {
    let wrong = |reason: &str| unjoined(name, reason, BUILD_ALL);
    let bytes = folder.read(MANIFEST)?;
    let bytes = bytes.ok_or_else(|| {
        let help = "name a folder that `glotta build --shard` has published to, with its hidden files: `.glotta-manifest` says what is in it";
        unjoined(name, "there is no `.glotta-manifest`", help)
    })?;
    let manifest = Manifest::read(&bytes);
    let stamp = manifest.stamp().cloned();
    let stamp = stamp.ok_or_else(|| wrong("this folder holds a whole site and no shard"))?;
    Ok(Share {
        name,
        folder,
        manifest,
        stamp,
    })
}

/// Whether the shares, which are sorted, are all of one site.
fn check(shares: &[Share]) -> Result<(), WriteError> {
    let Some(first) = shares.first() else {
        return Err(unjoined(
            "no folder",
            "there is nothing to put together",
            BUILD_ALL,
        ));
    };
    let count = first.stamp.shard.count();
    for share in shares {
        if share.stamp.shard.count() != count {
            let (one, other) = (first.stamp.shard, share.stamp.shard);
            let reason = format!(
                "it holds shard {other}, and {} holds shard {one}",
                first.name
            );
            return Err(unjoined(share.name, &reason, BUILD_ALL));
        }
        if share.stamp.made_of != first.stamp.made_of {
            let reason = format!(
                "it was made of other sources, with other options or by another version than {}",
                first.name
            );
            let help =
                "build all shards of the same commit, with the same options and the same glotta";
            return Err(unjoined(share.name, &reason, help));
        }
    }
    for pair in shares.windows(2) {
        if pair[0].stamp.shard == pair[1].stamp.shard {
            let (shard, name) = (pair[0].stamp.shard, pair[0].name);
            let reason = format!("it holds shard {shard}, and {name} holds it as well");
            return Err(unjoined(pair[1].name, &reason, BUILD_ALL));
        }
    }
    let mut expected = (1..).zip(shares);
    let gap = expected.find(|(number, share)| share.stamp.shard.number() != *number);
    let missing = gap.map_or(shares.len() + 1, |(number, _)| number);
    match missing > count {
        true => Ok(()),
        false => {
            let missing = format!("shard {missing}/{count}");
            Err(unjoined(&missing, "no folder holds it", BUILD_ALL))
        }
    }
}

/// Publishes a file of a share, unless an earlier share has the same: pages of several shares may show one picture.
fn put(
    publication: &Publication,
    share: &Share,
    before: &[&Share],
    path: &str,
) -> Result<(), WriteError> {
    let help = "copy the folder again from where it was built, with all its files, or build the shard again";
    let wrong = |reason: &str| unjoined(&format!("{}/{path}", share.name), reason, help);
    let bytes = share.folder.read(path)?;
    let bytes =
        bytes.ok_or_else(|| wrong("the shard's list has this file, and it is not there"))?;
    if !share.manifest.describes(path, &bytes) {
        return Err(wrong("this file is not as it was when the shard was built"));
    }
    let marks = share.manifest.marks_of(path);
    if before.iter().any(|it| it.manifest.marks_of(path) == marks) {
        return Ok(());
    }
    let page = Page {
        path: path.to_owned(),
        content: Content::Bytes(bytes),
    };
    let none = |_: &str| Ok(Vec::new());
    publication.put(&page, &none)
}

fn unjoined(path: &str, reason: &str, help: &'static str) -> WriteError {
    WriteError::Unjoined {
        path: path.to_owned(),
        reason: reason.to_owned(),
        help,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Shard;
    use crate::write::{MemoryOutput, write};

    fn share(shard: &str, made_of: &str, files: &[(&str, &str)]) -> MemoryOutput {
        let stamp = Stamp {
            shard: Shard::from_text(shard).unwrap(),
            made_of: made_of.into(),
        };
        let out = MemoryOutput::new().stamped(Some(stamp));
        write(&pages(files), &|_| Ok(Vec::new()), &out).unwrap();
        out
    }

    fn pages(files: &[(&str, &str)]) -> Vec<Page> {
        let pages = files.iter();
        pages.map(|(path, text)| Page::new(*path, *text)).collect()
    }

    fn joined(shares: &[MemoryOutput]) -> Result<MemoryOutput, String> {
        let named = shares.iter().zip(["one", "two", "three"]);
        let named: Vec<(String, &dyn Output)> = named
            .map(|(share, name)| (name.to_owned(), share as &dyn Output))
            .collect();
        let out = MemoryOutput::new().with("CNAME", "theirs");
        match join(&named, &out) {
            Ok(_) => Ok(out),
            Err(error) => {
                assert_eq!(out.paths(), ["CNAME"], "nothing was changed");
                Err(error.to_string())
            }
        }
    }

    #[test]
    fn shares_in_any_order_are_the_whole() {
        let two = share("2/2", "x", &[("b/c", "2"), ("d.png", "3")]);
        let one = share("1/2", "x", &[("a", "1"), ("d.png", "3")]);
        let whole = MemoryOutput::new().with("CNAME", "theirs");
        let files = [("a", "1"), ("b/c", "2"), ("d.png", "3")];
        write(&pages(&files), &|_| Ok(Vec::new()), &whole).unwrap();
        let joined = joined(&[two, one]).unwrap();
        assert_eq!(joined.into_files(), whole.into_files());
    }

    #[test]
    fn shares_that_make_no_whole_are_refused() {
        let whole = MemoryOutput::new();
        write(&pages(&[("a", "1")]), &|_| Ok(Vec::new()), &whole).unwrap();
        let one = || share("1/2", "x", &[("a", "1")]);
        for (shares, expected) in [
            (vec![], "no folder: there is nothing to put together"),
            (vec![one()], "shard 2/2: no folder holds it"),
            (
                vec![share("2/2", "x", &[])],
                "shard 1/2: no folder holds it",
            ),
            (
                vec![one(), one()],
                "two: it holds shard 1/2, and one holds it as well",
            ),
            (
                vec![one(), share("2/3", "x", &[])],
                "two: it holds shard 2/3",
            ),
            (
                vec![one(), share("2/2", "y", &[])],
                "two: it was made of other sources",
            ),
            (vec![one(), whole], "two: this folder holds a whole site"),
            (
                vec![one(), MemoryOutput::new()],
                "two: there is no `.glotta-manifest`",
            ),
            (
                vec![one(), share("2/2", "x", &[("a", "2")])],
                "two pages want the path `a`",
            ),
            (
                vec![one(), share("2/2", "x", &[("b", "2")]).with("b", "3")],
                "two/b: this file is not as it was",
            ),
        ] {
            let error = joined(&shares).err().unwrap_or_default();
            assert!(
                error.starts_with(expected) && error.contains("help: "),
                "{expected}: {error}"
            );
        }
    }
}

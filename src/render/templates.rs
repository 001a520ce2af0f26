//! The templates of one target: the site's own shadow the built-in ones one by one.

use std::borrow::Cow;

use serde::Serialize;
use tera::{Context, Tera};

use super::{RenderError, Target};
use crate::model::Site;

/// The templates and assets that come with the program.
#[derive(rust_embed::RustEmbed)]
#[folder = "templates/"]
struct BuiltIn;

/// The templates of one target, ready to be filled.
pub(super) struct Templates {
    folder: &'static str,
    tera: Tera,
}

impl Templates {
    pub(super) fn load(site: &Site, target: &Target) -> Result<Templates, RenderError> {
        let mut tera = Tera::default();
        // Every name ends with nothing: no template escapes this target's escaping.
        tera.autoescape_on(vec![""]);
        tera.set_escape_fn(target.escape);
        tera.add_raw_templates(texts(site, target.folder))
            .map_err(|error| RenderError::from_tera(target.folder, &error))?;
        Ok(Templates {
            folder: target.folder,
            tera,
        })
    }

    /// Fills a template with a view.
    pub(super) fn fill(
        &self,
        template: &str,
        view: &impl Serialize,
    ) -> Result<String, RenderError> {
        let fail = |error| RenderError::from_tera(self.folder, &error);
        let context = Context::from_serialize(view).map_err(fail)?;
        self.tera.render(template, &context).map_err(fail)
    }
}

/// Returns a file of a target's folder as it is: the site's own, else the built-in one.
pub(super) fn asset(site: &Site, path: &str) -> Vec<u8> {
    let own = site.templates.iter().find(|source| source.path() == path);
    match own {
        Some(source) => source.text().as_bytes().to_vec(),
        None => BuiltIn::get(path)
            .map(|file| file.data.into_owned())
            .unwrap_or_default(),
    }
}

/// Names and texts of a folder's templates, the site's own last.
fn texts<'a>(site: &'a Site, folder: &str) -> Vec<(String, Cow<'a, str>)> {
    let name = |path: &str| Some(path.strip_prefix(folder)?.strip_prefix('/')?.to_owned());
    let built_in = BuiltIn::iter().filter_map(|path| {
        let file = BuiltIn::get(&path)?;
        Some((
            name(&path)?,
            Cow::Owned(String::from_utf8_lossy(&file.data).into_owned()),
        ))
    });
    let own = site
        .templates
        .iter()
        .filter_map(|source| Some((name(source.path())?, Cow::Borrowed(source.text()))));
    built_in
        .chain(own)
        .filter(|(name, _)| is_template(name))
        .collect()
}

/// Style sheets and scripts are published as they are.
fn is_template(name: &str) -> bool {
    !name.ends_with(".css") && !name.ends_with(".js")
}

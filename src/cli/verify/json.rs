//! A comparison as one JSON object, whose shape is a promise.

use glotta::check::{ExtraId, IdPlace, MissingId};
use serde::Serialize;

use super::Compared;
use crate::cli::arguments::Side;
use crate::cli::paths::Paths;

#[derive(Serialize)]
struct Object<'a> {
    version: u8,
    agreed: bool,
    table: &'a str,
    column: &'a str,
    list: &'a str,
    side: Option<&'static str>,
    ids: usize,
    reference: Option<&'a str>,
    locales: &'a [String],
    not_compared: &'a [String],
    missing: Vec<Missing<'a>>,
    extra: Vec<Extra<'a>>,
}

#[derive(Serialize)]
struct Missing<'a> {
    id: &'a str,
    locales: &'a [String],
    nearest: Option<&'a str>,
}

#[derive(Serialize)]
struct Extra<'a> {
    id: &'a str,
    places: Vec<Place<'a>>,
    nearest: Option<&'a str>,
}

#[derive(Serialize)]
struct Place<'a> {
    locale: &'a str,
    path: String,
    line: usize,
    column: usize,
}

pub fn text(compared: &Compared, paths: &Paths) -> String {
    let documented = &compared.documented;
    let reference = compared.site.reference.as_ref();
    let object = Object {
        version: 1,
        agreed: documented.agrees(),
        table: compared.table,
        column: compared.column,
        list: &compared.list,
        side: compared.side.map(|side| match side {
            Side::Keys => "keys",
            Side::Values => "values",
        }),
        ids: documented.ids,
        reference: reference.map(|locale| locale.folder()),
        locales: &documented.locales,
        not_compared: &documented.unlike,
        missing: documented.missing.iter().map(missing).collect(),
        extra: documented.extra.iter().map(|it| extra(it, paths)).collect(),
    };
    // Strings and numbers in structs always have a form in JSON.
    let mut text = serde_json::to_string_pretty(&object).expect("plain values are JSON");
    text.push('\n');
    text
}

fn missing(missing: &MissingId) -> Missing<'_> {
    Missing {
        id: &missing.id,
        locales: &missing.locales,
        nearest: missing.nearest.as_deref(),
    }
}

fn extra<'a>(extra: &'a ExtraId, paths: &Paths) -> Extra<'a> {
    Extra {
        id: &extra.id,
        places: extra.places.iter().map(|it| place(it, paths)).collect(),
        nearest: extra.nearest.as_deref(),
    }
}

fn place<'a>(place: &'a IdPlace, paths: &Paths) -> Place<'a> {
    let at = place.source.position(place.span.start);
    Place {
        locale: &place.locale,
        path: paths.path(&place.source),
        line: at.line,
        column: at.column,
    }
}

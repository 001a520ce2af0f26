//! A catalogue as JSON: a line for each thing that may change by itself, so that a difference between two is short.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

use crate::model::Catalogue;

/// What lies deeper than this stands on one line: what one language says in a row.
const DEEPEST: usize = 6;

/// Returns a catalogue as JSON with a line break at its end: the same for the same catalogue.
pub fn catalogue_json(catalogue: &Catalogue) -> String {
    let mut json = Vec::new();
    let mut serializer = Serializer::with_formatter(&mut json, Lines::default());
    let written = catalogue.serialize(&mut serializer);
    // Strings and numbers in structs always have a form in JSON, and memory takes them.
    written.expect("plain values are JSON");
    json.push(b'\n');
    String::from_utf8(json).expect("JSON is UTF-8")
}

/// Begins a line for each entry, down to a depth; an empty list or object stays on its line.
#[derive(Default)]
struct Lines {
    depth: usize,
    has_entry: bool,
}

impl Lines {
    fn begin(&mut self, bracket: &[u8], out: &mut (impl Write + ?Sized)) -> io::Result<()> {
        self.depth += 1;
        self.has_entry = false;
        out.write_all(bracket)
    }

    fn end(&mut self, bracket: &[u8], out: &mut (impl Write + ?Sized)) -> io::Result<()> {
        self.depth -= 1;
        if self.has_entry && self.depth < DEEPEST {
            self.line(out)?;
        }
        self.has_entry = true;
        out.write_all(bracket)
    }

    fn entry(&mut self, first: bool, out: &mut (impl Write + ?Sized)) -> io::Result<()> {
        if !first {
            out.write_all(b",")?;
        }
        match self.depth <= DEEPEST {
            true => self.line(out),
            false if first => Ok(()),
            false => out.write_all(b" "),
        }
    }

    fn line(&self, out: &mut (impl Write + ?Sized)) -> io::Result<()> {
        out.write_all(b"\n")?;
        (0..self.depth).try_for_each(|_| out.write_all(b" "))
    }
}

impl Formatter for Lines {
    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.begin(b"[", out)
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.end(b"]", out)
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.entry(first, out)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.has_entry = true;
        Ok(())
    }

    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.begin(b"{", out)
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.end(b"}", out)
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.entry(first, out)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(b": ")
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.has_entry = true;
        Ok(())
    }
}

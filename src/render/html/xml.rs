//! Small XML files: an element inside another, and text that XML can hold.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// An XML file on its way out.
pub(super) struct Xml {
    writer: Writer<Vec<u8>>,
}

type Attributes<'v> = &'v [(&'v str, &'v str)];

impl Xml {
    /// Writes a file with one element that holds everything.
    pub(super) fn file(
        name: &str,
        attributes: Attributes,
        inside: impl FnOnce(&mut Xml),
    ) -> Vec<u8> {
        let mut xml = Xml {
            writer: Writer::new_with_indent(Vec::new(), b' ', 1),
        };
        xml.write(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        xml.element(name, attributes, inside);
        let mut bytes = xml.writer.into_inner();
        bytes.push(b'\n');
        bytes
    }

    /// Writes elements without anything around them.
    pub(super) fn part(inside: impl FnOnce(&mut Xml)) -> Vec<u8> {
        let mut xml = Xml {
            writer: Writer::new_with_indent(Vec::new(), b' ', 1),
        };
        inside(&mut xml);
        xml.writer.into_inner()
    }

    pub(super) fn element(
        &mut self,
        name: &str,
        attributes: Attributes,
        inside: impl FnOnce(&mut Xml),
    ) {
        let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
        self.write(Event::Start(start));
        inside(self);
        self.write(Event::End(BytesEnd::new(name)));
    }

    pub(super) fn empty(&mut self, name: &str, attributes: Attributes) {
        let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
        self.write(Event::Empty(start));
    }

    /// Writes an element that holds text alone.
    pub(super) fn text(&mut self, name: &str, text: &str) {
        let text: String = text.chars().filter(|letter| is_xml(*letter)).collect();
        self.element(name, &[], |xml| {
            xml.write(Event::Text(BytesText::new(&text)))
        });
    }

    fn write(&mut self, event: Event) {
        let written = self.writer.write_event(event);
        written.expect("memory takes every byte");
    }
}

/// Whether XML 1.0 (section 2.2) has a character.
fn is_xml(letter: char) -> bool {
    matches!(letter, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

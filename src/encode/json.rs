//! A value as JSON text. A writer of its own, because most of an answer is text without anything to escape, which it copies whole.

use std::fmt::{self, Display, Write};

use super::{Encode, Kind, Sink};

/// A JSON text under construction: a comma follows every part, and the bracket that closes a whole takes the place of the last.
pub(crate) struct Json(Vec<u8>);

/// What most answers need; a longer one grows.
const ROOM: usize = 8192;

impl Json {
    /// The value as a JSON text in UTF-8.
    pub(crate) fn of(value: &dyn Encode) -> Vec<u8> {
        let mut json = Self(Vec::with_capacity(ROOM));
        value.write(&mut json);
        json.0.pop();
        json.0
    }

    fn put(&mut self, ascii: &[u8]) {
        self.0.extend_from_slice(ascii);
    }

    /// What stands inside a text.
    fn letters(&mut self, text: &str) {
        let is_plain = |byte: &u8| *byte >= b' ' && *byte != b'"' && *byte != b'\\';
        if text.as_bytes().iter().all(is_plain) {
            self.put(text.as_bytes());
        } else {
            text.bytes().for_each(|byte| if is_plain(&byte) { self.0.push(byte) } else { self.escaped(byte) });
        }
    }

    #[cold]
    fn escaped(&mut self, byte: u8) {
        let [high, low] = [byte >> 4, byte & 0xf].map(|digit| digit + if digit < 10 { b'0' } else { b'a' - 10 });
        self.put(&[b'\\', b'u', b'0', b'0', high, low]);
    }
}

impl Write for Json {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.letters(text);
        Ok(())
    }
}

impl Sink for Json {
    fn text(&mut self, text: &str) {
        self.0.push(b'"');
        self.letters(text);
        self.put(b"\",");
    }

    /// Writing to memory cannot fail.
    fn shown(&mut self, value: &dyn Display) {
        self.put(b"\"");
        let _ = write!(self, "{value}");
        self.put(b"\",");
    }

    /// Whole numbers only: the text of any other takes much code, and no answer has one.
    fn number(&mut self, number: f64) {
        let _ = write!(self, "{},", number as i64);
    }

    fn bool(&mut self, bool: bool) {
        self.put(if bool { b"true," } else { b"false," });
    }

    fn open(&mut self, kind: Kind) {
        self.0.push(match kind {
            Kind::List => b'[',
            Kind::Object => b'{',
        });
    }

    /// A name has nothing to escape, but where it is data.
    fn key(&mut self, name: &str) {
        self.0.push(b'"');
        self.letters(name);
        self.put(b"\":");
    }

    fn close(&mut self, kind: Kind) {
        if self.0.last() == Some(&b',') {
            self.0.pop();
        }
        self.put(match kind {
            Kind::List => b"],",
            Kind::Object => b"},",
        });
    }
}

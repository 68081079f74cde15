//! Values written with marks instead of punctuation, nothing escaped: so the build script writes the shipped packs, and
//! `src/wasm/read.js` what comes from JavaScript. Texts end with a zero byte; an empty key ends an object.

use std::borrow::Cow;

use crate::{
    decode::Lent,
    error::{Error, ErrorCode},
};

/// Reads what is marked, from the front.
pub(crate) struct Reader<'a> {
    marked: &'a str,
    /// How many bytes of it are read.
    read: usize,
    /// A text of it as a value.
    keep: fn(&'a str) -> Lent<'a>,
}

impl<'a> Reader<'a> {
    pub(crate) fn of(marked: &'a str, keep: fn(&'a str) -> Lent<'a>) -> Self {
        Self { marked, read: 0, keep }
    }

    /// The next `length` bytes.
    pub(crate) fn part(&mut self, length: usize) -> Option<&'a str> {
        let start = self.read;
        self.read += length;
        self.marked.get(start..self.read)
    }

    fn text(&mut self) -> Option<&'a str> {
        let length = self.marked.as_bytes().get(self.read..)?.iter().position(|byte| *byte == 0)?;
        let text = self.part(length);
        self.read += 1;
        text
    }

    /// Whether the next byte is `mark`, which is then passed over.
    fn passes(&mut self, mark: u8) -> bool {
        let is_next = self.marked.as_bytes().get(self.read) == Some(&mark);
        self.read += usize::from(is_next);
        is_next
    }

    pub(crate) fn number(&mut self) -> Option<u32> {
        self.text()?.parse().ok()
    }

    fn kept(&mut self) -> Option<Lent<'a>> {
        self.text().map(self.keep)
    }

    /// # Errors
    ///
    /// What its writer could not write down; of bytes that are cut off, `internal`.
    pub(crate) fn value(&mut self) -> Result<Lent<'a>, Error> {
        let broken = || Error::new(ErrorCode::Internal);
        let mark = *self.marked.as_bytes().get(self.read).ok_or_else(broken)?;
        self.read += 1;
        Ok(match mark {
            b'[' => {
                let mut items = Vec::new();
                while !self.passes(b']') {
                    items.push(self.value().map_err(|error| error.at(items.len().to_string()))?);
                }
                Lent::List(items)
            }
            b'{' => {
                let mut entries = Vec::new();
                loop {
                    let key = self.text().ok_or_else(broken)?;
                    if key.is_empty() {
                        break Lent::Map(entries);
                    }
                    let value = self.value().map_err(|error| error.at(key))?;
                    entries.push((Cow::Borrowed(key), value));
                }
            }
            b'?' => return Err(self.refusal(ErrorCode::WrongType).allowing("a plain value")),
            b'!' => return Err(self.refusal(ErrorCode::UnreadableInput)),
            b'>' => return Err(self.refusal(ErrorCode::OutOfRange).allowing("≤ 1000000 items")),
            mark => self.plain(mark).ok_or_else(broken)?,
        })
    }

    fn refusal(&mut self, code: ErrorCode) -> Error {
        Error::new(code).giving(self.text().unwrap_or_default())
    }

    fn plain(&mut self, mark: u8) -> Option<Lent<'a>> {
        Some(match mark {
            b'_' => Lent::Null,
            b'+' => Lent::Bool(true),
            b'-' => Lent::Bool(false),
            b'#' => Lent::Number(self.number()?.into()),
            b'~' => Lent::Number(f64::from_bits(u64::from(self.number()?) << 32 | u64::from(self.number()?))),
            b'"' => self.kept()?,
            b'/' => {
                let [en, zh] = [self.kept()?, self.kept()?];
                Lent::Map(vec![("en".into(), en), ("zh-CN".into(), zh)])
            }
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mark_is_read() {
        // As `wasm/read.js` writes {nothing: null, yes: true, no: false, whole: 7, half: -0.5, text: "甲", list: ["乙"]}.
        let marked = "{nothing\0_yes\0+no\0-whole\0#7\0half\0~3219128320\x000\0text\0\"甲\0list\0[\"乙\0]\0";
        let entries = [
            ("nothing", Lent::Null),
            ("yes", Lent::Bool(true)),
            ("no", Lent::Bool(false)),
            ("whole", Lent::Number(7.0)),
            ("half", Lent::Number(-0.5)),
            ("text", Lent::Passing("甲")),
            ("list", Lent::List(vec![Lent::Passing("乙")])),
        ];
        let expected = Lent::Map(entries.map(|(name, value)| (name.into(), value)).into());
        assert_eq!(Reader::of(marked, Lent::Passing).value(), Ok(expected));
        // The least fraction there is has all its bits in the lower half.
        assert_eq!(Reader::of("~0\x001\0", Lent::Passing).value(), Ok(Lent::Number(f64::from_bits(1))));
    }

    #[test]
    fn what_could_not_be_written_and_what_is_cut_off_are_refused() {
        for (marked, code, path) in [
            ("{bill\0[_?function\0", ErrorCode::WrongType, "bill.1"),
            ("{bill\0!cyclic\0", ErrorCode::UnreadableInput, "bill"),
            ("[>1000001\0", ErrorCode::OutOfRange, "0"),
            ("{bill\0", ErrorCode::Internal, "bill"),
            ("\"cut", ErrorCode::Internal, ""),
            ("~1\0", ErrorCode::Internal, ""),
            ("=", ErrorCode::Internal, ""),
        ] {
            let error = Reader::of(marked, Lent::Passing).value().unwrap_err();
            assert_eq!((error.code(), &*error.path()), (code, path), "{marked:?}");
        }
    }
}

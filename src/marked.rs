//! Values written with marks instead of punctuation, nothing escaped: so the build script writes the shipped packs, and
//! `src/wasm/read.js` what comes from JavaScript. Texts end with a zero byte; an empty key ends an object.

use std::borrow::Cow;

use crate::{
    decode::Lent,
    error::{Error, ErrorCode},
};

/// Reads what is marked, from the front.
pub(crate) struct Reader<'a> {
    rest: &'a str,
    /// A text of it as a value.
    keep: fn(&'a str) -> Lent<'a>,
}

impl<'a> Reader<'a> {
    pub(crate) fn of(marked: &'a str, keep: fn(&'a str) -> Lent<'a>) -> Self {
        Self { rest: marked, keep }
    }

    /// The next `length` bytes.
    pub(crate) fn part(&mut self, length: usize) -> Option<&'a str> {
        let (part, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(part)
    }

    fn text(&mut self) -> Option<&'a str> {
        let end = self.rest.as_bytes().iter().position(|byte| *byte == 0)?;
        let (text, rest) = self.rest.split_at_checked(end)?;
        self.rest = rest.get(1..)?;
        Some(text)
    }

    fn mark(&self) -> Option<u8> {
        self.rest.as_bytes().first().copied()
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
        let mark = self.mark().ok_or_else(broken)?;
        self.part(1).ok_or_else(broken)?;
        Ok(match mark {
            b'[' => {
                let mut items = Vec::new();
                while self.mark().is_some_and(|mark| mark != b']') {
                    items.push(self.value().map_err(|error| error.at(items.len().to_string()))?);
                }
                self.part(1).ok_or_else(broken)?;
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

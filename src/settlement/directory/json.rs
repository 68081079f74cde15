//! A JSON list, read one item at a time, so that the whole of it is never held beside what is made of it.
//!
//! Small, because a phone downloads it, and JavaScript's own reader would make a million objects to be fetched one by one. It takes
//! what RFC 8259 allows; a test holds it against another reader. Of a number it only says that it is one: a facility has none.

use crate::{
    decode::Value,
    error::{Error, ErrorCode},
};

/// Deeper lists and objects are refused.
const DEPTH_LIMIT: u8 = 32;

pub(super) struct Json<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Json<'a> {
    pub(super) const fn of(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// Shows each item of the list that the text is.
    ///
    /// # Errors
    ///
    /// `unreadableInput` where it is none, with what stands at the fault.
    pub(super) fn items(mut self, see: &mut dyn FnMut(Value)) -> Result<(), Error> {
        self.read(b'[').and_then(|()| self.list(0, see)).and_then(|()| self.end()).ok_or_else(|| {
            let here = self.text.get(self.at..).unwrap_or_default();
            Error::new(ErrorCode::UnreadableInput).giving(if here.is_empty() { "[… " } else { here })
        })
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        Some(byte)
    }

    /// What follows the white space.
    fn begin(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\t' | b'\r' | b'\n') = self.peek() {
            self.at += 1;
        }
        self.peek()
    }

    fn takes(&mut self, byte: u8) -> bool {
        let found = self.begin() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn read(&mut self, byte: u8) -> Option<()> {
        self.takes(byte).then_some(())
    }

    fn end(&mut self) -> Option<()> {
        self.begin().is_none().then_some(())
    }

    /// What follows an opening bracket.
    fn list(&mut self, depth: u8, see: &mut dyn FnMut(Value)) -> Option<()> {
        if self.takes(b']') {
            return Some(());
        }
        loop {
            see(self.value(depth + 1)?);
            if self.takes(b']') {
                return Some(());
            }
            self.read(b',')?;
        }
    }

    fn value(&mut self, depth: u8) -> Option<Value> {
        if depth > DEPTH_LIMIT {
            return None;
        }
        let value = match self.begin()? {
            b'"' => Value::Text(self.string()?.into()),
            b'[' => {
                self.at += 1;
                let mut items = Vec::new();
                self.list(depth, &mut |item| items.push(item))?;
                Value::List(items)
            }
            b'{' => {
                self.at += 1;
                let mut entries = Vec::new();
                while !self.takes(b'}') {
                    if !entries.is_empty() {
                        self.read(b',')?;
                    }
                    self.begin()?;
                    let key = self.string()?;
                    self.read(b':')?;
                    entries.push((key.into(), self.value(depth + 1)?));
                }
                Value::Map(entries)
            }
            b'-' | b'0'..=b'9' => self.number()?,
            _ => {
                let rest = self.text.get(self.at..)?;
                let words = [("null", Value::Null), ("true", Value::Bool(true)), ("false", Value::Bool(false))];
                let (word, value) = words.into_iter().find(|(word, _)| rest.starts_with(word))?;
                self.at += word.len();
                value
            }
        };
        Some(value)
    }

    fn string(&mut self) -> Option<String> {
        if self.next()? != b'"' {
            return None;
        }
        let mut string = String::new();
        loop {
            let from = self.at;
            while !matches!(self.peek()?, b'"' | b'\\' | 0..=0x1f) {
                self.at += 1;
            }
            string.push_str(self.text.get(from..self.at)?);
            match self.next()? {
                b'"' => return Some(string),
                b'\\' => string.push(self.escaped()?),
                _ => return None,
            }
        }
    }

    /// What follows a backslash.
    fn escaped(&mut self) -> Option<char> {
        let char = match self.next()? {
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.code_point(),
            byte @ (b'"' | b'\\' | b'/') => char::from(byte),
            _ => return None,
        };
        Some(char)
    }

    /// JavaScript writes half a surrogate pair as it stands; alone it is no character, and becomes what it becomes at the boundary.
    fn code_point(&mut self) -> Option<char> {
        let first = self.unit()?;
        let second = if (0xd800..0xdc00).contains(&first) { self.second_half() } else { None };
        let code = second.map_or(first, |second| 0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00));
        Some(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER))
    }

    /// The second half of a surrogate pair, if that is what follows; what else does is left where it is.
    fn second_half(&mut self) -> Option<u32> {
        let here = self.at;
        let is_unit = (self.next(), self.next()) == (Some(b'\\'), Some(b'u'));
        let second = if is_unit { self.unit() } else { None }.filter(|unit| (0xdc00..0xe000).contains(unit));
        if second.is_none() {
            self.at = here;
        }
        second
    }

    fn unit(&mut self) -> Option<u32> {
        let mut unit = 0;
        for _ in 0..4 {
            unit = unit * 16 + char::from(self.next()?).to_digit(16)?;
        }
        Some(unit)
    }

    fn number(&mut self) -> Option<Value> {
        self.at += usize::from(self.peek() == Some(b'-'));
        if self.peek()? == b'0' {
            self.at += 1;
        } else {
            self.digits()?;
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.peek() {
            self.at += 1;
            if let Some(b'+' | b'-') = self.peek() {
                self.at += 1;
            }
            self.digits()?;
        }
        Some(Value::Number(0.0))
    }

    fn digits(&mut self) -> Option<()> {
        let from = self.at;
        while let Some(b'0'..=b'9') = self.peek() {
            self.at += 1;
        }
        (self.at > from).then_some(())
    }
}

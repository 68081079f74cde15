//! The shipped packs, as the build script wrote them.

use std::{iter, str};

use crate::{
    decode::Value,
    error::{Error, ErrorCode},
    region::Admdvs,
};

static PACKS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/packs.bin"));

/// A shipped pack that has not been read yet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shipped(&'static [u8]);

/// Every shipped pack, by region.
pub(super) fn packs() -> Vec<(Admdvs, Shipped)> {
    let mut reader = Reader(PACKS);
    iter::from_fn(|| reader.pack()).collect()
}

impl Shipped {
    /// # Errors
    ///
    /// None that the tests do not exclude: the build wrote it.
    pub(super) fn read(self) -> Result<Value, Error> {
        Reader(self.0).value().ok_or_else(|| Error::new(ErrorCode::Internal))
    }
}

struct Reader(&'static [u8]);

impl Reader {
    fn pack(&mut self) -> Option<(Admdvs, Shipped)> {
        let admdvs = self.number().map(Admdvs::from_digits)?;
        let length = usize::try_from(self.number()?).ok()?;
        let (pack, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some((admdvs, Shipped(pack)))
    }

    fn text(&mut self) -> Option<&'static str> {
        let end = self.0.iter().position(|byte| *byte == 0)?;
        let (text, rest) = self.0.split_at_checked(end)?;
        self.0 = rest.get(1..)?;
        str::from_utf8(text).ok()
    }

    fn number(&mut self) -> Option<u32> {
        self.text()?.parse().ok()
    }

    fn value(&mut self) -> Option<Value> {
        let (mark, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(match mark {
            b'+' => Value::Bool(true),
            b'-' => Value::Bool(false),
            b'#' => Value::Number(self.number()?.into()),
            b'"' => Value::Text(self.text()?.into()),
            b'/' => {
                let [en, zh] = [self.text()?, self.text()?].map(|text| Value::Text(text.into()));
                Value::Map(vec![("en".into(), en), ("zh-CN".into(), zh)])
            }
            b'[' => {
                let mut items = Vec::new();
                while self.0.first()? != &b']' {
                    items.push(self.value()?);
                }
                self.0 = self.0.get(1..)?;
                Value::List(items)
            }
            _ => {
                let mut entries = Vec::new();
                loop {
                    let key = self.text()?;
                    if key.is_empty() {
                        break Value::Map(entries);
                    }
                    entries.push((key.into(), self.value()?));
                }
            }
        })
    }
}

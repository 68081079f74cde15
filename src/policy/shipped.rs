//! The shipped packs, as the build script wrote them.

use std::{borrow::Cow, iter};

use crate::{decode::Value, error::Error, marked::Reader, region::Admdvs};

static PACKS: &str = include_str!(concat!(env!("OUT_DIR"), "/packs.bin"));

/// A shipped pack that has not been read yet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shipped(&'static str);

/// Every shipped pack, by region.
pub(super) fn packs() -> Vec<(Admdvs, Shipped)> {
    let mut reader = Reader::of(PACKS, fixed);
    let mut pack = || {
        let admdvs = reader.number().map(Admdvs::from_digits)?;
        let length = usize::try_from(reader.number()?).ok()?;
        Some((admdvs, Shipped(reader.part(length)?)))
    };
    iter::from_fn(&mut pack).collect()
}

fn fixed(text: &'static str) -> Value {
    Value::Text(Cow::Borrowed(text))
}

impl Shipped {
    /// # Errors
    ///
    /// None that the tests do not exclude: the build wrote it.
    pub(super) fn read(self) -> Result<Value, Error> {
        Reader::of(self.0, fixed).value()
    }
}

//! From a JavaScript value to a plain one.
//!
//! Not by a deserializer: that would read only the fields a type asks for, so that a misspelt one would pass unseen. Here everything is
//! read, by name.

use wasm_bindgen::prelude::*;

use crate::{
    Error, ErrorCode,
    decode::{Decode, Lent, decode},
    marked::Reader,
};

#[wasm_bindgen(module = "/src/wasm/read.js")]
extern "C" {
    /// The value in marked form. It runs the caller's getters; what they throw is written down too.
    fn written(value: &JsValue) -> Vec<u8>;
}

/// Reads a value whole, before anything else is done with it.
pub(super) fn read<T: Decode>(value: &JsValue) -> Result<T, Error> {
    with_whole(value, decode)
}

/// Does something with a value that was read whole.
pub(super) fn with_whole<T>(value: &JsValue, act: impl FnOnce(&Lent<'_>) -> Result<T, Error>) -> Result<T, Error> {
    act(&whole(&written(value))?)
}

#[inline(never)]
fn whole(marked: &[u8]) -> Result<Lent<'_>, Error> {
    let marked = str::from_utf8(marked).map_err(|_| Error::new(ErrorCode::Internal))?;
    Reader::of(marked, Lent::Passing).value()
}

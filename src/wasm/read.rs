//! From a JavaScript value to a plain one.
//!
//! Not by a deserializer: that would read only the fields a type asks for, so that a misspelt one would pass unseen. Here everything is
//! read, by name.

use std::borrow::Cow;

use wasm_bindgen::prelude::*;

use crate::{Error, decode::Value, marked::Reader};

#[wasm_bindgen(module = "/src/wasm/read.js")]
extern "C" {
    /// The value in marked form. It runs the caller's getters; what they throw is written down too.
    fn written(value: &JsValue) -> Vec<u8>;
}

/// Reads a value whole, before anything else is done with it.
pub(super) fn read(value: &JsValue) -> Result<Value, Error> {
    Reader::of(&written(value), |text| Cow::Owned(text.to_owned())).value()
}

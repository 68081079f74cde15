//! From a plain value to a JavaScript one: as one text, since a call for each part would take longer than an estimate does.

use wasm_bindgen::prelude::*;

use crate::encode::{Encode, Json};

#[wasm_bindgen(module = "/src/wasm/answer.js")]
extern "C" {
    /// The value that a JSON text in UTF-8 stands for.
    #[wasm_bindgen(catch)]
    fn parsed(json: &[u8]) -> Result<JsValue, JsValue>;
}

/// The value as JavaScript has it.
pub(super) fn plain(value: &dyn Encode) -> Result<JsValue, JsValue> {
    parsed(&Json::of(value))
}

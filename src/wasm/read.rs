//! From a JavaScript value to a plain one.
//!
//! serde-wasm-bindgen reads only the fields a type asks for, so that a misspelt one would pass unseen; it names no path; and for
//! the sake of `BigInt` it imports functions with 64-bit integers, which some hosts lack. Here everything is read, by name.

use js_sys::{Array, Reflect};
use wasm_bindgen::prelude::*;

use crate::{Error, ErrorCode, decode::Value};

/// Values nested deeper than this are refused, cyclic ones among them.
const DEPTH_LIMIT: u8 = 32;

/// Lists longer than this are refused: a sparse JavaScript array can claim four thousand million items.
const LENGTH_LIMIT: u32 = 1_000_000;

#[wasm_bindgen]
extern "C" {
    /// The own enumerable entries. It runs the caller's getters, which may throw.
    #[wasm_bindgen(catch, js_namespace = Object, js_name = entries)]
    fn entries(object: &JsValue) -> Result<Array, JsValue>;
}

/// Reads a value whole, before anything else is done with it.
pub(super) fn read(value: &JsValue) -> Result<Value, Error> {
    read_nested(value, 0)
}

fn read_nested(value: &JsValue, depth: u8) -> Result<Value, Error> {
    if depth == DEPTH_LIMIT {
        return Err(Error::new(ErrorCode::UnreadableInput).giving("nested too deep, or cyclic"));
    }
    if value.is_undefined() || value.is_null() {
        Ok(Value::Null)
    } else if let Some(bool) = value.as_bool() {
        Ok(Value::Bool(bool))
    } else if let Some(number) = value.as_f64() {
        Ok(Value::Number(number))
    } else if let Some(text) = value.as_string() {
        Ok(Value::Text(text.into()))
    } else if Array::is_array(value) {
        read_list(value, depth + 1)
    } else if value.is_object() && !value.is_function() {
        read_map(value, depth + 1)
    } else {
        let kind = value.js_typeof().as_string().unwrap_or_default();
        Err(Error::new(ErrorCode::WrongType).giving(kind).allowing("a plain value"))
    }
}

fn read_list(list: &JsValue, depth: u8) -> Result<Value, Error> {
    let length = Reflect::get(list, &JsValue::from_str("length")).map_err(unreadable)?.as_f64().unwrap_or_default();
    if length > f64::from(LENGTH_LIMIT) {
        return Err(Error::new(ErrorCode::OutOfRange).giving(length as u64).allowing(format!("≤ {LENGTH_LIMIT} items")));
    }
    let item = |index: u32| {
        let item = Reflect::get_u32(list, index).map_err(unreadable)?;
        read_nested(&item, depth).map_err(|error| error.at(index.to_string()))
    };
    (0..length as u32).map(item).collect::<Result<_, _>>().map(Value::List)
}

fn read_map(object: &JsValue, depth: u8) -> Result<Value, Error> {
    let entry = |entry: JsValue| {
        let entry: Array = entry.unchecked_into();
        let key = entry.get(0).as_string().unwrap_or_default();
        match read_nested(&entry.get(1), depth) {
            Ok(value) => Ok((key.into(), value)),
            Err(error) => Err(error.at(key)),
        }
    };
    entries(object).map_err(unreadable)?.iter().map(entry).collect::<Result<_, _>>().map(Value::Map)
}

/// The caller's own code threw while its value was read.
fn unreadable(thrown: JsValue) -> Error {
    let message = thrown.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
    Error::new(ErrorCode::UnreadableInput).giving(message.unwrap_or_default())
}

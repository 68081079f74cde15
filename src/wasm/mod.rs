//! The binding: the only place that knows JavaScript. It converts and delegates.
//!
//! Every function takes and gives plain values. A refusal is thrown as an `Error` with `code`, `path`, `given`, `allowed`,
//! `text` and `reason`; the package's own JavaScript makes a `YidiError` of it.

mod read;

use std::cell::RefCell;

use js_sys::Reflect;
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::{Error, Library, decode};

thread_local! {
    /// The packs of this instance; a host that drops the instance adds its own packs again.
    static LIBRARY: RefCell<Library> = RefCell::new(Library::shipped());
}

/// What the person pays for one visit: `EstimateInput` in, `Estimate` out.
///
/// # Errors
///
/// As [`crate::estimate()`].
#[wasm_bindgen]
pub fn estimate(input: JsValue) -> Result<JsValue, JsValue> {
    answer(|| {
        let input = decode::decode(&read::read(&input)?)?;
        LIBRARY.with_borrow(|library| crate::estimate(library, &input))
    })
}

/// The least and the most the person pays: `EstimateInput` in, `EstimateRange` out.
///
/// # Errors
///
/// As [`crate::estimate_range`].
#[wasm_bindgen(js_name = estimateRange)]
pub fn estimate_range(input: JsValue) -> Result<JsValue, JsValue> {
    answer(|| {
        let input = decode::decode(&read::read(&input)?)?;
        LIBRARY.with_borrow(|library| crate::estimate_range(library, &input))
    })
}

/// The regions that have a pack: `RegionSummary[]`.
///
/// # Errors
///
/// As [`Library::regions`].
#[wasm_bindgen]
pub fn regions() -> Result<JsValue, JsValue> {
    answer(|| LIBRARY.with_borrow(Library::regions))
}

/// Every rule that is known of a region on a day: `RegionDescription`.
///
/// # Errors
///
/// As [`Library::describe`].
#[wasm_bindgen(js_name = describeRegion)]
pub fn describe_region(admdvs: JsValue, date: JsValue) -> Result<JsValue, JsValue> {
    answer(|| {
        let admdvs = decode::decode(&read::read(&admdvs)?).map_err(|error| error.at("admdvs"))?;
        let date = decode::decode(&read::read(&date)?).map_err(|error| error.at("date"))?;
        LIBRARY.with_borrow(|library| library.describe(admdvs, date))
    })
}

/// The provinces a treatment region may be in: `Province[]`.
///
/// # Errors
///
/// None of its own.
#[wasm_bindgen]
pub fn provinces() -> Result<JsValue, JsValue> {
    answer(|| Ok(crate::provinces().collect::<Vec<_>>()))
}

/// Adds a `PolicyPack` to this instance, or replaces the one of its region, and answers its `RegionSummary`.
///
/// # Errors
///
/// As [`Library::add_json`].
#[wasm_bindgen(js_name = addPack)]
pub fn add_pack(pack: JsValue) -> Result<JsValue, JsValue> {
    answer(|| {
        let pack = read::read(&pack)?;
        LIBRARY.with_borrow_mut(|library| library.add(pack))
    })
}

/// What is wrong with a pack, and what looks wrong: `Fault[]`. With `today`, also whether its review date has passed.
///
/// # Errors
///
/// Only of `today`.
#[wasm_bindgen(js_name = lintPack)]
pub fn lint_pack(pack: JsValue, today: JsValue) -> Result<JsValue, JsValue> {
    answer(|| {
        let today = read::read(&today).and_then(|today| decode::decode(&today)).map_err(|error| error.at("today"))?;
        LIBRARY.with_borrow(|library| Ok(library.lint_read(read::read(&pack), today)))
    })
}

/// The version of the package.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

fn answer<T: Serialize>(work: impl FnOnce() -> Result<T, Error>) -> Result<JsValue, JsValue> {
    let value = work().map_err(|error| thrown(&error))?;
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(Into::into)
}

fn thrown(error: &Error) -> JsValue {
    let text = error.text();
    let thrown = js_sys::Error::new(&text.zh);
    thrown.set_name("YidiError");
    let [text, reason] =
        [text, error.reason()].map(|text| text.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).unwrap_or_default());
    for (key, value) in [
        ("code", error.code().as_str().into()),
        ("path", error.path().into()),
        ("given", error.given().into()),
        ("allowed", error.allowed().into()),
        ("text", text),
        ("reason", reason),
    ] {
        // Setting a fresh Error's own property cannot fail.
        let _ = Reflect::set(&thrown, &key.into(), &value);
    }
    thrown.into()
}

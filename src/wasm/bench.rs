//! For `tests/bench` alone, behind a feature: what the boundary costs by itself, and how a call's time divides. Never in what ships.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;

use super::{LIBRARY, answer, read};
use crate::{Estimate, estimate::bench::settle};

thread_local! {
    static REMEMBERED: RefCell<Option<Estimate>> = const { RefCell::new(None) };
}

/// Computes the answer that [`floor`] gives.
///
/// # Errors
///
/// As [`crate::estimate()`].
#[wasm_bindgen]
pub fn remember(input: JsValue) -> Result<JsValue, JsValue> {
    answer(|| {
        let input = read::read(&input)?;
        let estimate = LIBRARY.with_borrow(|library| crate::estimate(library, &input))?;
        REMEMBERED.set(Some(estimate));
        Ok(true)
    })
}

/// The boundary's floor: takes what `estimate` takes, whole, and gives what it gives, without computing anything.
///
/// # Errors
///
/// Those of reading the input.
#[wasm_bindgen]
pub fn floor(input: JsValue) -> Result<JsValue, JsValue> {
    REMEMBERED.with_borrow(|remembered| {
        read::with_whole(&input, |_| Ok(())).map_err(|error| super::thrown(&error))?;
        super::answer::plain(remembered)
    })
}

/// How far [`stages`] goes.
const DECODED: u8 = 2;
const SETTLED: u8 = 3;
const EXPLAINED: u8 = 4;

/// The work of `estimate` up to a stage, without an answer: 0 the call alone, 1 the input read, 2 decoded, 3 settled by the rules,
/// 4 explained.
///
/// # Errors
///
/// As [`crate::estimate()`].
#[wasm_bindgen]
pub fn stages(up_to: u8, input: JsValue) -> Result<JsValue, JsValue> {
    if up_to == 0 {
        return Ok(JsValue::UNDEFINED);
    }
    let work = || {
        if up_to < DECODED {
            return read::with_whole(&input, |_| Ok(()));
        }
        let input = read::read(&input)?;
        LIBRARY.with_borrow(|library| match up_to {
            SETTLED => settle(library, &input).map(|_| ()),
            EXPLAINED => crate::estimate(library, &input).map(|_| ()),
            _ => Ok(()),
        })
    };
    work().map(|()| JsValue::UNDEFINED).map_err(|error| super::thrown(&error))
}

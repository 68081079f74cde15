//! The committed rows of the second implementation (tests/oracle): every one comes out the same here, to the fen.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "oracle/rows.rs"]
mod rows;

use miniz_oxide::inflate::decompress_to_vec_zlib;
use rows::Rows;

const GOLDEN: &[u8] = include_bytes!("oracle/golden.zz");

#[test]
fn every_committed_row_comes_out_as_the_second_implementation_says() {
    let text = String::from_utf8(decompress_to_vec_zlib(GOLDEN).unwrap()).unwrap();
    let mut rows = Rows::new();
    let answered: Vec<_> = text.lines().filter_map(|line| rows.read(line).unwrap_or_else(|error| panic!("{error}"))).collect();
    let disagreeing: Vec<_> = answered.iter().filter(|row| !row.agrees()).collect();
    let shown: String = disagreeing
        .iter()
        .take(5)
        .map(|row| format!("{}\n  second implementation: {}\n  yidi: {}\n", row.asked, row.expected, row.found))
        .collect();
    assert!(disagreeing.is_empty(), "{} of {} rows disagree:\n{shown}", disagreeing.len(), answered.len());
    assert!(answered.len() >= 20_000, "only {} rows were read", answered.len());
}

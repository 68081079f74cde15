//! Hostile input: what every part that reads from outside must withstand.
//!
//! A [`Target`] takes any bytes and panics where something is wrong: a panic of the engine, a refusal without a type, an identity that
//! does not hold. libFuzzer drives the targets for long (`fuzz_targets/`), `tests/hostile.rs` for a bounded share of `npm test`.

mod chance;
mod seeds;
mod targets;

pub mod fuzzes;
pub mod mutate;

pub use chance::Chance;
pub use targets::{TARGETS, Target, shown};

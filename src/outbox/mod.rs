//! The outbox: keeps every completed filing until it is acknowledged, and is killed at any point without losing one.
//!
//! | file | what |
//! |---|---|
//! | `state` | the outbox and its entries: a plain value that the host saves |
//! | `step` | what an event makes of it, and what the host has to do next |
//!
//! The machine does nothing itself. It is told what happened and when, and answers with its next state and a list of [`Effect`]s: save
//! this state, send this filing, wake me then. A host that performs them in any order and tells what came of them, or is killed before
//! it can, loses nothing:
//!
//! * A filing is sent only after a state that says so is saved, and every attempt bears the same key and the same bytes.
//! * What came of a call that was cut off is not known; it counts as perhaps arrived, and is made again.
//! * Identity data is in the filing alone, and goes with it once the filing is acknowledged or withdrawn.
//!
//! # What it asks of the receiver
//!
//! To count one key once, and to answer it the same each time; and to remember the withdrawal of a key that it has not seen yet.

mod state;
mod step;

pub use state::{Entry, Outbox, OutboxStatus};
pub use step::{Effect, EffectKind, OutboxEvent, OutboxEventKind, OutboxStep, outbox_step};

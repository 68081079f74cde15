//! 备案告知书: what a person reads before filing, and the gate that sees to it.
//!
//! | file | what |
//! |---|---|
//! | `shown` | the notice of an insured region for a kind of filing, as it is shown |
//! | `gate` | the three conditions: shown long enough, ticked, agreed to |
//! | `receipt` | what proves to [`Receipt::check`] that they were met |
//!
//! # What the gate proves, and what not
//!
//! A front end that hands every event to [`notice_event`] as it happens cannot skip a condition, and whatever its clock does, time is
//! never counted that may not have passed. But the clock, the events and the gate itself are the host's: whoever writes the host can
//! invent them. A [`Receipt`] is a careful record, not a signature; an authority that needs proof has to keep its own.

mod gate;
mod receipt;
mod shown;

pub use gate::{Gate, NoticeEvent, notice_event};
pub use receipt::Receipt;
pub use shown::{NoticeClause, NoticeRef, NoticeSection, OpenedNotice, ShownNotice, open_notice};

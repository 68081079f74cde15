//! Where a visit is settled: the facilities, whether one of them can settle directly, and what to do where that fails.
//!
//! | what | file |
//! |---|---|
//! | a facility and what it has opened | `facility` |
//! | the facilities that the host added, and searching them | `directory` |
//! | can this visit be settled directly? | `check` |
//! | it was not: what now? | `fallback` |
//! | what must not be missed, and the calendar file | `reminders`, `icalendar` |
//! | every sentence of this room | `wording` |

mod check;
mod directory;
mod facility;
mod fallback;
mod icalendar;
mod reminders;
mod wording;

pub use check::{
    BillFlags, ConditionState, DirectAnswer, DirectSettlement, InpatientType, OutpatientFlag, SettlementCondition,
    SettlementQuestion, SettlementReason, check_direct_settlement,
};
#[cfg(target_arch = "wasm32")]
pub(crate) use directory::check_length;
pub use directory::{Directory, DirectorySummary, FacilityQuery, FacilityResults, ImportReport, RowFault};
pub use facility::{DiseaseCode, Facility, FacilityCode, FacilityKind, Opening};
pub use fallback::{Clock, FailedSettlement, FallbackRoute, FallbackStep, SettlementFallback, settlement_fallback};
pub use reminders::{Language, Reminder, ReminderKind, Reminders, RemindersQuestion, WatchedClaim, WatchedFiling, reminders};

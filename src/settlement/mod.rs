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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Library, encode::tests::assert_as_serde_has_it};

    #[test]
    fn what_crosses_to_javascript_is_what_serde_writes() {
        let mut directory = Directory::default();
        let report = directory
            .add_text("code,name,region,opened,initials\nH99990000001,甲,440300,inpatient@2022-01-01;M03900,j\nX1,乙,440300,,\n")
            .unwrap();
        assert_as_serde_has_it(&report);
        let found = directory.search(&FacilityQuery::default()).unwrap();
        assert_as_serde_has_it(&found);

        let library = Library::shipped();
        let question = r#"{"filing": {"insuredRegion": "411100", "visit": {"treatmentRegion": "440300", "kind": "chronic", "admitted": "2026-11-20"},
            "filings": [{"category": "referral", "places": ["440300"], "from": "2026-05-01", "to": "2026-11-01", "filedOn": "2026-05-01"}]},
            "facility": "H99990000001", "disease": "M03900", "chosen": true}"#;
        let answer = check_direct_settlement(&library, &directory, &SettlementQuestion::from_json(question).unwrap()).unwrap();
        assert_as_serde_has_it(&answer);

        let failed = r#"{"insuredRegion": "320100", "treatmentRegion": "310000", "kind": "outpatient", "reason": "systemFailure",
            "on": "2026-11-20", "paid": true, "papersComplete": "2026-11-20"}"#;
        let fallback = settlement_fallback(&library, &FailedSettlement::from_json(failed).unwrap()).unwrap();
        assert_as_serde_has_it(&fallback);

        let question = r#"{"now": 1795303800000, "insuredRegion": "320100",
            "claims": [{"id": "c", "treatmentRegion": "310000", "kind": "inpatient", "settled": "2026-11-01"},
                       {"id": "d", "treatmentRegion": "310000", "kind": "inpatient", "settled": "2026-11-01", "papersComplete": "2026-11-03"}]}"#;
        let reminders = reminders(&library, &RemindersQuestion::from_json(question).unwrap()).unwrap();
        assert_as_serde_has_it(&reminders);
    }
}

//! Filing: the scenarios of `tests/filing/`, read from data.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod filing_cases;

use yidi::Library;

#[test]
fn every_visit_is_told_whether_a_filing_covers_it() {
    let cases = filing_cases::statuses();
    assert!(cases.len() >= 60, "only {} were read", cases.len());
    let library = Library::shipped();
    for case in cases {
        case.check(filing_cases::status(&library, &case.asked));
    }
}

#[test]
fn every_way_through_the_wizard_comes_to_what_the_policy_says() {
    let cases = filing_cases::wizard();
    let library = Library::shipped();
    for case in cases {
        case.check(case.native(&library));
    }
}

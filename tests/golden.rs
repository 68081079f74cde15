//! The worked examples of `tests/golden/cases.json`, computed from the shipped packs or from the small pack a case brings.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod golden_cases;

use golden_cases::{Case, cases, library, ranges};
use yidi::{EstimateInput, Library, estimate, estimate_range};

#[test]
fn every_case_comes_out_as_published() {
    let cases = cases();
    assert!(cases.len() >= 340, "only {} cases were read", cases.len());
    for Case { id, pack, input, outcome, .. } in cases {
        let answer = EstimateInput::from_json(&input).and_then(|input| estimate(&library(pack.as_deref()), &input));
        outcome.check(
            &id,
            answer
                .map(|estimate| serde_json::to_value(estimate).unwrap())
                .map_err(|error| (error.code().as_str().to_owned(), error.path())),
        );
    }
}

#[test]
fn every_range_comes_out_as_worked_by_hand() {
    let library = Library::shipped();
    for case in ranges() {
        let range = EstimateInput::from_json(&case.input).and_then(|input| estimate_range(&library, &input));
        case.check(&serde_json::to_value(range.unwrap_or_else(|error| panic!("{}: {error}", case.id))).unwrap());
    }
}

#[test]
fn every_line_of_a_ledger_is_the_sum_of_its_lines() {
    for Case { id, pack, input, .. } in cases() {
        let Ok(input) = EstimateInput::from_json(&input) else { continue };
        if let Ok(estimate) = estimate(&library(pack.as_deref()), &input) {
            assert_sums(&id, &estimate.ledger);
        }
    }
}

fn assert_sums(id: &str, line: &yidi::LedgerLine) {
    if line.lines.is_empty() {
        return;
    }
    assert_eq!(line.lines.iter().map(|line| line.amount).sum::<yidi::Money>(), line.amount, "{id}: {}", line.code);
    line.lines.iter().for_each(|line| assert_sums(id, line));
}

/// Jiangxi's first self-pay is stated on the amount in scope; the same share after the deductible is another law.
#[test]
fn a_first_self_pay_after_the_deductible_is_taken_there() {
    let pack = include_str!("../src/policy/packs/360000.json").replace(r#""base": "inScope""#, r#""base": "afterDeductible""#);
    let mut library = Library::shipped();
    library.add_json(&pack).unwrap();
    let case = cases().into_iter().find(|case| case.id.starts_with("Nanchang resident, referral")).unwrap();
    let figures = estimate(&library, &EstimateInput::from_json(&case.input).unwrap()).unwrap().figures;
    // (42,000 − 600) × 10 % = 4,140; (41,400 − 4,140) × 60 % = 22,356
    assert_eq!(figures.cross_region_first_self_pay, Some("4140".parse().unwrap()));
    assert_eq!(figures.pool, Some("22356".parse().unwrap()));
}

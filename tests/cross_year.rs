//! Stays over 31 December: settled whole at the day of settlement, or split by days over the two years (经办规程 Art. 41).

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod test_city;

use serde_json::{Value, json};
use test_city::{city, estimated, ranged, refusal, rule, try_estimate, value, visit, yuan};
use yidi::ErrorCode;

/// 15 days, 10 of them in 2025 (facts-2, DER-N6), 2,000 a day in scope.
fn over_the_year_end<const FIELDS: usize>(changed: [(&str, Value); FIELDS]) -> Value {
    let mut input = visit([
        ("/visit/admitted", json!("2025-12-22")),
        ("/visit/settled", json!("2026-01-06")),
        ("/bill", json!({"total": "31500", "inScope": "30000"})),
        ("/previousYear", json!({"admissions": 1, "poolPaid": "0", "deductiblePaid": "0"})),
        ("/yearSoFar", json!({"admissions": 0, "poolPaid": "0", "deductiblePaid": "0"})),
    ]);
    for (pointer, value) in changed {
        let (parent, field) = pointer.rsplit_once('/').unwrap();
        input.pointer_mut(parent).unwrap()[field] = value;
    }
    input
}

fn settled(how: Value) -> (&'static str, Vec<Value>) {
    ("crossYear", vec![rule(how)])
}

#[test]
fn the_days_divide_the_bill_with_the_day_of_admission_and_without_that_of_discharge() {
    let pack = city([settled(value(json!("byDays")))]);
    let estimate = estimated(&pack, &over_the_year_end([]));
    let [funds, person] = estimate.ledger.lines.as_slice() else { panic!("funds and person") };
    let years: Vec<_> = funds.lines.iter().map(|year| (year.label.en.as_ref(), year.amount)).collect();
    // (20,000 − 1,000) × 80 %; one deductible for one visit: 10,000 × 80 %.
    assert_eq!(years, [("The part in 2025", yuan("15200")), ("The part in 2026", yuan("8000"))]);
    assert_eq!(person.lines[0].lines[0].amount, yuan("1000")); // 1,500 outside the scope: 1,000 and 500
    assert_eq!(person.lines[1].lines[0].amount, yuan("500"));
    assert_eq!(estimate.figures.deductible, Some(yuan("1000")));
    assert_eq!(estimate.patient_pays, yuan("8300")); // 31,500 − 23,200
    assert!(estimate.warnings.iter().any(|warning| warning.zh.contains("跨年住院分两个年度结算")));
}

#[test]
fn what_the_first_part_does_not_use_up_of_a_deductible_is_owed_in_the_second() {
    let pack = city([settled(value(json!("byDays")))]);
    let estimate = estimated(&pack, &over_the_year_end([("/bill", json!({"total": "1200", "inScope": "1200"}))]));
    // 800 and 400: the deductible takes all of the one and 200 of the other; 200 × 80 %.
    assert_eq!(estimate.figures.deductible, Some(yuan("1000")));
    assert_eq!(estimate.figures.deductible_standard, Some(yuan("1000")));
    assert_eq!(estimate.figures.pool, Some(yuan("160")));
}

#[test]
fn a_yearly_deductible_is_owed_in_each_year() {
    let yearly = ("deductible", vec![rule(value(json!({"perYear": "1000"})))]);
    let pack = city([settled(value(json!("byDays"))), yearly]);
    let paid = |pointer| over_the_year_end([(pointer, json!("1000"))]);
    assert_eq!(estimated(&pack, &over_the_year_end([])).figures.deductible, Some(yuan("2000")));
    assert_eq!(estimated(&pack, &paid("/previousYear/deductiblePaid")).figures.deductible, Some(yuan("1000")));
    assert_eq!(estimated(&pack, &paid("/yearSoFar/deductiblePaid")).figures.deductible, Some(yuan("1000")));
}

#[test]
fn each_part_is_held_to_the_cap_of_its_own_year() {
    let pack = city([settled(value(json!("byDays")))]);
    // The year of admission has 100 left of its cap of 100,000.
    let estimate = estimated(&pack, &over_the_year_end([("/previousYear/poolPaid", json!("99900"))]));
    assert_eq!(estimate.figures.pool, Some(yuan("8100")));
}

#[test]
fn whole_it_is_the_year_of_settlement_that_counts() {
    let pack = city([settled(value(json!("whole")))]);
    let estimate = estimated(&pack, &over_the_year_end([("/previousYear/poolPaid", json!("100000"))]));
    assert_eq!(estimate.figures.pool, Some(yuan("23200"))); // 29,000 × 80 %
    assert!(estimate.ledger.lines[0].lines[0].code == "hifp_pay");
}

#[test]
fn where_the_region_may_do_either_a_range_tells_both() {
    let pack = city([settled(json!({"readings": ["whole", "byDays"]}))]);
    let input = over_the_year_end([("/previousYear/poolPaid", json!("100000"))]);
    assert_eq!(refusal(try_estimate(&pack, &input)), (ErrorCode::RuleAmbiguous, String::new()));
    let range = ranged(&pack, &input);
    let pays = [&range.least, &range.most].map(|bound| bound.estimate.patient_pays);
    assert_eq!(pays, [yuan("8300"), yuan("23500")]); // nothing more from 2025: 31,500 − 8,000
    assert_eq!(range.most.assumes[0].says().en, "split by days over the two years");
}

#[test]
fn the_facts_of_the_year_of_admission_are_asked_for_only_where_the_stay_is_split() {
    let without = |pack: &Value| try_estimate(pack, &over_the_year_end([("/previousYear", Value::Null)]));
    assert!(without(&city([settled(value(json!("whole")))])).is_ok());
    let split = without(&city([settled(value(json!("byDays")))]));
    assert_eq!(refusal(split), (ErrorCode::InputNeeded, "previousYear.poolPaid".to_owned()));
}

#[test]
fn a_stay_over_two_year_ends_is_not_split_by_a_rule_that_speaks_of_two_years() {
    let pack = city([settled(value(json!("byDays")))]);
    let input = over_the_year_end([("/visit/admitted", json!("2024-12-22"))]);
    assert_eq!(refusal(try_estimate(&pack, &input)), (ErrorCode::RuleNotFound, "visit.settled".to_owned()));
}

#[test]
fn a_rule_for_such_stays_that_begins_later_is_refused_at_the_dates() {
    let input = over_the_year_end([("/visit/admitted", json!("2023-12-22")), ("/visit/settled", json!("2024-01-06"))]);
    let later = settled(value(json!("whole")));
    assert_eq!(refusal(try_estimate(&city([later]), &input)), (ErrorCode::DateNotCovered, "visit.admitted".to_owned()));
}

#[test]
fn without_a_rule_for_it_such_a_stay_is_refused() {
    let input = over_the_year_end([("/visit/treatmentRegion", json!("130600"))]);
    assert_eq!(refusal(try_estimate(&city([]), &input)), (ErrorCode::RuleNotFound, "visit.settled".to_owned()));
}

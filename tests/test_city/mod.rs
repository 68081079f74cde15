//! A city that is not shipped, 130500, whose rules a test sets, and a visit of somebody insured there.
//!
//! As it stands: deductible 1,000, ratio 80 %, nothing less elsewhere, a pool cap of 100,000 a year. The visit is an employee's stay in
//! Shanghai by referral, 11,000 in scope: 8,000 from the pool, 3,000 from the person.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]
#![allow(dead_code, reason = "each test uses its own part")]

use serde_json::{Value, json};
use yidi::{Error, ErrorCode, Estimate, EstimateInput, EstimateRange, Library, Money, estimate, estimate_range};

/// A rule as the city's notice says it, for the cases of `narrowed`.
pub(crate) fn rule_for(narrowed: &Value, says: Value) -> Value {
    let mut applies = json!({"insurance": ["employee", "resident"], "kind": ["inpatient", "outpatient", "chronic"]});
    for (key, value) in narrowed.as_object().unwrap() {
        applies[key] = value.clone();
    }
    json!({
        "applies": applies,
        "says": says,
        "law": {"effective": {"from": "2024-01-01"}, "citation": {"source": "notice", "clause": "第三条"}, "grade": "official"}
    })
}

/// A rule for all cases.
pub(crate) fn rule(says: Value) -> Value {
    rule_for(&json!({}), says)
}

pub(crate) fn value(value: Value) -> Value {
    json!({"value": value})
}

pub(crate) fn ratio(percent: &str) -> Value {
    json!({"bands": [{"ratio": percent}]})
}

/// The city with the given rules of some kinds in the place of its own.
pub(crate) fn city<const KINDS: usize>(changed: [(&str, Vec<Value>); KINDS]) -> Value {
    let mut rules = json!({
        "deductible": [rule(value(json!({"perVisit": {"always": "1000"}})))],
        "segments": [rule(value(ratio("80")))],
        "crossRegion": [rule(value(json!("none")))],
        "poolCap": [rule(value(json!({"yearly": "100000"})))]
    });
    for (kind, list) in changed {
        rules[kind] = json!(list);
    }
    json!({
        "admdvs": "130500",
        "name": {"zh-CN": "戊市", "en": "City E"},
        "version": "test",
        "lastChecked": "2026-11-22",
        "reviewBy": "2027-02-28",
        "tiers": [{"id": "tier3", "label": {"zh-CN": "三级医院", "en": "tier 3"}}],
        "diseases": [
            {"id": "diabetes", "label": {"zh-CN": "糖尿病", "en": "diabetes"}},
            {"id": "dialysis", "label": {"zh-CN": "透析", "en": "dialysis"}}
        ],
        "sources": {
            "notice": {"document": "虚构的待遇通知", "address": "https://example.org/notice", "readOn": "2026-11-22", "grade": "official"}
        },
        "rules": rules
    })
}

/// The visit, with the fields at the given JSON pointers changed; `null` takes a field away.
pub(crate) fn visit<const FIELDS: usize>(changed: [(&str, Value); FIELDS]) -> Value {
    let mut input = json!({
        "person": {"insuredRegion": "130500", "insurance": "employee", "group": "working"},
        "visit": {"treatmentRegion": "310000", "kind": "inpatient", "tier": "tier3", "admitted": "2026-11-02", "settled": "2026-11-12"},
        "filing": {"category": "referral"},
        "bill": {"total": "11000", "inScope": "11000"},
        "yearSoFar": {"admissions": 0, "poolPaid": "0"},
        "ownFigures": {}
    });
    for (pointer, value) in changed {
        let (parent, field) = pointer.rsplit_once('/').unwrap();
        input.pointer_mut(parent).unwrap()[field] = value;
    }
    input
}

/// What turns the visit into a resident's.
pub(crate) const RESIDENT: [(&str, &str); 2] = [("/person/insurance", "resident"), ("/person/group", "otherResident")];

pub(crate) fn as_resident(mut input: Value) -> Value {
    for (pointer, word) in RESIDENT {
        *input.pointer_mut(pointer).unwrap() = json!(word);
    }
    input
}

pub(crate) fn ask<T>(pack: &Value, input: &Value, ask: impl Fn(&Library, &EstimateInput) -> Result<T, Error>) -> Result<T, Error> {
    let mut library = Library::shipped();
    library.add_json(&pack.to_string())?;
    ask(&library, &EstimateInput::from_json(&input.to_string())?)
}

pub(crate) fn try_estimate(pack: &Value, input: &Value) -> Result<Estimate, Error> {
    ask(pack, input, estimate)
}

pub(crate) fn try_range(pack: &Value, input: &Value) -> Result<EstimateRange, Error> {
    ask(pack, input, estimate_range)
}

pub(crate) fn estimated(pack: &Value, input: &Value) -> Estimate {
    try_estimate(pack, input).unwrap()
}

pub(crate) fn ranged(pack: &Value, input: &Value) -> EstimateRange {
    try_range(pack, input).unwrap()
}

/// The code and path of a refusal.
pub(crate) fn refusal<T>(answer: Result<T, Error>) -> (ErrorCode, String) {
    let error = answer.map(|_| ()).unwrap_err();
    (error.code(), error.path())
}

pub(crate) fn yuan(amount: &str) -> Money {
    amount.parse().unwrap()
}

//! What the rules leave open: the least and the most that a person pays, and what each end takes the open rules to say.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod test_city;

use serde_json::{Value, json};
use test_city::{city, estimated, ranged, ratio, refusal, rule, rule_for, try_estimate, try_range, value, visit, yuan};
use yidi::{Bound, ErrorCode, Library, RuleName};

fn between(at_worst: Value, at_best: Value) -> Value {
    json!({"between": {"atWorst": at_worst, "atBest": at_best}})
}

/// At most 10 percentage points less elsewhere.
fn bounded_elsewhere() -> Value {
    rule(between(json!({"minusPoints": "10"}), json!("none")))
}

/// 70 % or 80 %, as one reads it.
fn ratio_in_two_readings() -> Value {
    rule(json!({"readings": [ratio("70"), ratio("80")]}))
}

/// What a bound assumes, in Chinese.
fn assumed(bound: &Bound) -> Vec<(RuleName, &str)> {
    bound.assumes.iter().map(|assumption| (assumption.law().unwrap().rule, assumption.says().zh.as_ref())).collect()
}

#[test]
fn bounds_that_matter_are_refused_with_the_clause_that_sets_them() {
    let error = try_estimate(&city([("crossRegion", vec![bounded_elsewhere()])]), &visit([])).unwrap_err();
    assert_eq!((error.code(), error.path().as_str()), (ErrorCode::RuleBounded, ""));
    assert_eq!(error.given(), Some("虚构的待遇通知 第三条"));
    assert!(error.is_law());
}

#[test]
fn of_two_open_rules_the_one_that_matters_is_named() {
    let cap = rule(between(json!({"yearly": "50000"}), json!({"yearly": "60000"})));
    let pack = city([("segments", vec![ratio_in_two_readings()]), ("poolCap", vec![cap])]);
    assert_eq!(refusal(try_estimate(&pack, &visit([]))).0, ErrorCode::RuleAmbiguous);
    // The deductible leaves nothing to which the ratio could apply.
    assert!(try_estimate(&pack, &visit([("/bill/inScope", json!("900"))])).is_ok());
}

#[test]
fn bounds_that_do_not_matter_are_answered_exactly() {
    let cap = rule(between(json!({"yearly": "8000"}), json!({"yearly": "200000"})));
    let other_tier = city([("crossRegion", vec![bounded_elsewhere()])]);
    for (case, pack, input, pays) in [
        ("below the deductible", &other_tier, visit([("/bill/inScope", json!("1000"))]), "11000"),
        ("at home", &other_tier, visit([("/visit/treatmentRegion", json!("130500"))]), "3000"),
        ("a cap that is just not reached", &city([("poolCap", vec![cap])]), visit([]), "3000"),
    ] {
        let estimate = try_estimate(pack, &input).unwrap_or_else(|error| panic!("{case}: {error}"));
        assert_eq!(estimate.patient_pays, yuan(pays), "{case}");
        let range = ranged(pack, &input);
        assert!(range.exact, "{case}");
        assert_eq!([range.least.estimate, range.most.estimate], [estimate.clone(), estimate], "{case}");
    }
}

#[test]
fn a_range_without_open_rules_assumes_nothing() {
    let range = ranged(&city([]), &visit([]));
    assert!(range.exact);
    assert_eq!([&range.least, &range.most].map(assumed), [vec![], vec![]]);
    assert_eq!(range.least.estimate, estimated(&city([]), &visit([])));
}

#[test]
fn readings_and_bounds_are_taken_in_every_combination() {
    let pack = city([("segments", vec![ratio_in_two_readings()]), ("crossRegion", vec![bounded_elsewhere()])]);
    let range = ranged(&pack, &visit([]));
    assert!(!range.exact);
    // 10,000 × 80 % of 11,000; 10,000 × (70 − 10) %.
    assert_eq!([&range.least, &range.most].map(|bound| bound.estimate.patient_pays), [yuan("3000"), yuan("5000")]);
    assert_eq!(assumed(&range.least), [(RuleName::CrossRegion, "与在参保地就医相同"), (RuleName::Segments, "支付 80%")]);
    assert_eq!(assumed(&range.most), [(RuleName::CrossRegion, "支付比例降低 10 个百分点"), (RuleName::Segments, "支付 70%")]);
    assert_eq!(range.most.assumes[0].law().unwrap().citation.clause.as_deref(), Some("第三条"));
}

#[test]
fn an_end_assumes_only_the_rules_that_it_meets() {
    let caps = rule(json!({"readings": [{"yearly": "1000"}, "unlimited"]}));
    let above = |percent: &str| json!({"ratio": percent, "cap": "unlimited"});
    let large_amount = rule(between(above("0.5"), above("10")));
    let range = ranged(&city([("poolCap", vec![caps]), ("largeAmount", vec![large_amount])]), &visit([]));
    // Without a cap 8,000 of 11,000 are paid. With one: 1,000, and of the 10,000 − 1,000 / 80 % = 8,750 above it 0.5 %.
    assert_eq!([&range.least, &range.most].map(|bound| bound.estimate.patient_pays), [yuan("3000"), yuan("9956.25")]);
    assert_eq!(assumed(&range.least), [(RuleName::PoolCap, "不设封顶线")]);
    assert_eq!(
        assumed(&range.most),
        [(RuleName::PoolCap, "一年最多支付 1,000 元"), (RuleName::LargeAmount, "超过统筹封顶线的部分支付 0.5%，不设封顶线")]
    );
}

/// A city in which five rules are open, and a resident's visit that meets them all.
fn open_city() -> Value {
    let supplement = |start: &str| json!({"start": start, "segments": ratio("60"), "cap": "unlimited"});
    city([
        ("deductible", vec![rule(between(json!({"perVisit": {"always": "2000"}}), json!({"perVisit": {"always": "500"}})))]),
        ("segments", vec![ratio_in_two_readings()]),
        ("crossRegion", vec![bounded_elsewhere()]),
        ("poolCap", vec![rule(json!({"readings": [{"yearly": "5000"}, {"perVisit": "7000"}, "unlimited"]}))]),
        ("seriousIllness", vec![rule(json!({"readings": [supplement("1000"), supplement("4000")]}))]),
    ])
}

fn resident_visit() -> Value {
    test_city::as_resident(visit([("/yearSoFar/seriousIllnessBase", json!("0"))]))
}

/// The candidates of an open rule.
fn candidates(rule: &Value) -> Vec<Value> {
    match &rule["says"] {
        says if says["readings"].is_array() => says["readings"].as_array().unwrap().clone(),
        says => vec![says["between"]["atWorst"].clone(), says["between"]["atBest"].clone()],
    }
}

/// The city with its one rule of a kind made plain.
fn with(pack: &Value, kind: &str, says: &Value) -> Value {
    let mut plain = pack.clone();
    plain["rules"][kind][0]["says"] = value(says.clone());
    plain
}

/// What the one rule of a kind says in words.
fn in_words(pack: &Value, rule: RuleName) -> String {
    let mut library = Library::shipped();
    let city = library.add_json(&pack.to_string()).unwrap().admdvs;
    let description = library.describe(city, "2026-11-22".parse().unwrap()).unwrap();
    description.rules.iter().find(|described| described.law.rule == rule).unwrap().says.zh.clone().into_owned()
}

#[test]
fn each_end_is_the_estimate_of_the_city_whose_rules_are_what_it_assumes() {
    let range = ranged(&open_city(), &resident_visit());
    for (end, bound) in [("least", &range.least), ("most", &range.most)] {
        let mut pack = open_city();
        for assumption in &bound.assumes {
            let rule = assumption.law().unwrap().rule;
            let all = candidates(&pack["rules"][rule.as_str()][0]);
            let mut completions = all.iter().map(|says| with(&pack, rule.as_str(), says));
            pack = completions.find(|completed| in_words(completed, rule) == assumption.says().zh).unwrap();
        }
        let estimate = try_estimate(&pack, &resident_visit()).unwrap_or_else(|error| panic!("{end}: {error}"));
        assert_eq!((estimate.figures, estimate.ledger), (bound.estimate.figures.clone(), bound.estimate.ledger.clone()), "{end}");
    }
}

#[test]
fn the_ends_are_what_the_open_rules_come_to() {
    let range = ranged(&open_city(), &resident_visit());
    // 11,000 − 500 = 10,500 at 80 %: 8,400; of the other 2,600 serious illness pays (2,600 − 1,000) × 60 % = 960.
    assert_eq!(range.least.estimate.patient_pays, yuan("1640"));
    // 11,000 − 2,000 = 9,000 at 60 %: 5,400, of which the cap leaves 5,000; of the other 6,000 serious illness pays
    // (6,000 − 4,000) × 60 % = 1,200.
    assert_eq!(range.most.estimate.patient_pays, yuan("4800"));
}

#[test]
fn a_range_contains_every_completion() {
    let pack = open_city();
    let range = ranged(&pack, &resident_visit());
    let ends = [range.least.estimate.patient_pays, range.most.estimate.patient_pays];
    let points = |points: &str| json!({"minusPoints": points});
    let always = |amount: &str| json!({"perVisit": {"always": amount}});
    let choices: [(&str, Vec<Value>); 5] = [
        ("deductible", vec![always("500"), always("1234.56"), always("2000")]),
        ("crossRegion", vec![json!("none"), points("0.5"), points("3"), points("10")]),
        ("segments", candidates(&pack["rules"]["segments"][0])),
        ("poolCap", candidates(&pack["rules"]["poolCap"][0])),
        ("seriousIllness", candidates(&pack["rules"]["seriousIllness"][0])),
    ];
    let mut completions = vec![pack];
    for (kind, values) in &choices {
        completions = completions.iter().flat_map(|pack| values.iter().map(move |value| with(pack, kind, value))).collect();
    }
    assert_eq!(completions.len(), 3 * 4 * 2 * 3 * 2);
    for completed in completions {
        let pays = estimated(&completed, &resident_visit()).patient_pays;
        assert!(ends[0] <= pays && pays <= ends[1], "{pays:?} is not in {ends:?}: {}", completed["rules"]);
    }
}

#[test]
fn an_open_rule_for_other_cases_leaves_nothing_open() {
    let pack = city([(
        "segments",
        vec![
            rule_for(&json!({"kind": ["inpatient"]}), value(ratio("80"))),
            rule_for(&json!({"kind": ["outpatient"]}), between(ratio("50"), ratio("60"))),
        ],
    )]);
    assert_eq!(assumed(&ranged(&pack, &visit([])).least), []);
    let outpatient = ranged(&pack, &visit([("/visit/kind", json!("outpatient"))]));
    assert_eq!(
        [outpatient.least, outpatient.most].map(|bound| bound.estimate.patient_pays),
        // 10,000 × 60 % and 50 %.
        [yuan("5000"), yuan("6000")]
    );
}

#[test]
fn a_rule_that_cannot_be_computed_has_no_range() {
    let disputed = rule(json!({"disputed": {"zh-CN": "没有写明", "en": "not stated"}}));
    let error = try_range(&city([("segments", vec![disputed])]), &visit([])).unwrap_err();
    assert_eq!((error.code(), error.given()), (ErrorCode::RuleAmbiguous, Some("虚构的待遇通知 第三条")));
    assert!(error.text().zh.contains("没有写明"), "{error:?}");
}

#[test]
fn more_ways_than_a_phone_can_try_are_refused() {
    let many = |count: u32, says: fn(u32) -> Value| rule(json!({"readings": (1..=count).map(says).collect::<Vec<_>>()}));
    let pack = |ratios: u32, caps: u32| {
        city([
            ("segments", vec![many(ratios, |percent| ratio(&percent.to_string()))]),
            ("poolCap", vec![many(caps, |cap| json!({"yearly": cap.to_string()}))]),
        ])
    };
    assert!(!ranged(&pack(40, 50), &visit([])).exact);
    let error = try_range(&pack(40, 51), &visit([])).unwrap_err();
    assert_eq!((error.code(), error.allowed()), (ErrorCode::RuleAmbiguous, Some("≤ 2000")));
}

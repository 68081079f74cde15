//! Facts that are not known: the least and the most a person pays over all their answers, and which to ask for next.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod test_city;

use std::collections::BTreeSet;

use serde_json::{Value, json};
use test_city::{
    as_resident, city, estimated, ranged, ratio, refusal, rule, rule_for, try_estimate, try_range, value, visit, yuan,
};
use yidi::{Assumption, Bound, ErrorCode, EstimateInput, EstimateRange, FactValue, Library};

/// A city with two tiers: 80 % in a tertiary hospital, 90 % in a secondary one.
fn two_tiers() -> Value {
    let mut pack = city([(
        "segments",
        vec![rule_for(&json!({"tier": ["tier3"]}), value(ratio("80"))), rule_for(&json!({"tier": ["tier2"]}), value(ratio("90")))],
    )]);
    pack["tiers"] = json!([
        {"id": "tier2", "label": {"zh-CN": "二级医院", "en": "tier 2"}},
        {"id": "tier3", "label": {"zh-CN": "三级医院", "en": "tier 3"}}
    ]);
    pack
}

fn pays(range: &yidi::EstimateRange) -> [String; 2] {
    [&range.least, &range.most].map(|bound| bound.estimate.patient_pays.to_string())
}

/// The facts that were taken for a bound.
fn facts(bound: &Bound) -> Vec<(&str, Value)> {
    let fact = |assumption: &'_ Assumption| match assumption {
        Assumption::Fact { value: FactValue::Text(text), .. } => json!(text),
        Assumption::Fact { value: FactValue::Count(count), .. } => json!(count),
        Assumption::Rule { .. } => Value::Null,
    };
    let path = |assumption: &'_ Assumption| match assumption {
        Assumption::Fact { path, .. } => path.clone(),
        Assumption::Rule { .. } => String::new(),
    };
    bound.assumes.iter().map(|assumption| (&*path(assumption).leak(), fact(assumption))).collect()
}

#[test]
fn an_unknown_tier_gives_the_cheapest_and_the_dearest_one() {
    let input = visit([("/visit/tier", Value::Null)]);
    assert_eq!(refusal(try_estimate(&two_tiers(), &input)), (ErrorCode::InputNeeded, "visit.tier".to_owned()));
    let range = ranged(&two_tiers(), &input);
    assert_eq!(pays(&range), ["2000.00", "3000.00"]); // 1,000 + 10 % or 20 % of 10,000
    assert_eq!(facts(&range.least), [("visit.tier", json!("tier2"))]);
    assert_eq!(range.least.assumes[0].says().zh, "二级医院");
    let next = range.next.unwrap();
    assert_eq!((next.path.as_str(), next.narrows_by), ("visit.tier", yuan("1000")));
}

#[test]
fn a_fact_on_which_nothing_turns_is_not_asked_for() {
    let range = ranged(&city([]), &visit([("/visit/tier", Value::Null), ("/person/group", Value::Null)]));
    assert!(range.exact);
    assert_eq!(range.next, None);
    assert_eq!(range.least.assumes, []);
}

#[test]
fn what_the_pool_has_paid_is_taken_from_nothing_to_its_cap() {
    let range = ranged(&city([]), &visit([("/yearSoFar/poolPaid", Value::Null)]));
    assert_eq!(pays(&range), ["3000.00", "11000.00"]);
    assert_eq!(facts(&range.least), [("yearSoFar.poolPaid", json!("0.00"))]);
    assert_eq!(facts(&range.most), [("yearSoFar.poolPaid", json!("100000.00"))]);
}

#[test]
fn how_many_admissions_is_taken_as_far_as_the_ladder_goes() {
    let ladder = json!({"perVisit": {"amounts": {"first": ["1000", "600"], "later": "300"}}});
    let pack = city([("deductible", vec![rule(value(ladder))])]);
    let range = ranged(&pack, &visit([("/yearSoFar/admissions", Value::Null)]));
    assert_eq!(pays(&range), ["2440.00", "3000.00"]); // 300 + 20 % of 10,700; 1,000 + 20 % of 10,000
    assert_eq!(facts(&range.least), [("yearSoFar.admissions", json!(2))]);
    assert_eq!(range.least.assumes[0].says().zh, "2");

    let steps = json!({"perVisit": {"stepsDown": {"first": "1000", "points": "20", "floor": "60"}}});
    let pack = city([("deductible", vec![rule(value(steps))])]);
    let range = ranged(&pack, &visit([("/yearSoFar/admissions", Value::Null)]));
    assert_eq!(facts(&range.least), [("yearSoFar.admissions", json!(2))]); // 600 from the third on
    assert_eq!(pays(&range), ["2680.00", "3000.00"]);
}

#[test]
fn the_answer_that_narrows_most_is_asked_for_first() {
    let input = visit([("/visit/tier", Value::Null), ("/bill", json!({"total": "11000"}))]);
    let range = ranged(&two_tiers(), &input);
    assert_eq!(pays(&range), ["2000.00", "11000.00"]);
    // In scope: all leaves 2,000 to 3,000, nothing leaves 11,000. The tier leaves 9,000 or 8,000 of 9,000.
    let next = range.next.unwrap();
    assert_eq!((next.path.as_str(), next.narrows_by), ("bill.inScope", yuan("8500")));
    let further: Vec<_> = range.further.iter().map(|next| (next.path.as_str(), next.narrows_by)).collect();
    assert_eq!(further, [("visit.tier", yuan("500"))]);
}

#[test]
fn facts_without_a_rule_for_some_answers_come_last() {
    let known = vec![rule_for(&json!({"category": ["referral"]}), value(json!({"minusPoints": "10"})))];
    let input = visit([("/filing/category", Value::Null), ("/yearSoFar/poolPaid", Value::Null)]);
    let range = ranged(&city([("crossRegion", known)]), &input);
    let asked = range.next.iter().chain(&range.further);
    let asked: Vec<_> = asked.map(|next| (next.path.as_str(), next.narrows_by > yuan("0"))).collect();
    assert_eq!(asked, [("yearSoFar.poolPaid", true), ("filing.category", false)]);
}

#[test]
fn an_unknown_way_of_filing_is_taken_in_every_way_that_the_rules_know() {
    let elsewhere = |category: &str, says: Value| rule_for(&json!({"category": [category]}), value(says));
    let known = vec![
        elsewhere("referral", json!({"minusPoints": "10"})),
        elsewhere("otherTemporary", json!({"minusPoints": "20"})),
        elsewhere("longTermResident", json!("none")),
    ];
    let range = ranged(&city([("crossRegion", known)]), &visit([("/filing/category", Value::Null)]));
    assert_eq!(pays(&range), ["3000.00", "5000.00"]);
    assert!(!range.exact);
    let refusals: Vec<_> = range.unanswered.iter().map(|unanswered| unanswered.refusal.code).collect();
    assert!(!refusals.is_empty() && refusals.iter().all(|code| *code == ErrorCode::RuleNotFound));
    let first = &range.unanswered[0];
    assert_eq!(first.assumes[0].says().en, "retired and settled elsewhere");
}

#[test]
fn where_no_answer_is_known_by_any_rule_the_range_is_refused() {
    let none = city([("segments", vec![rule_for(&json!({"tier": ["tier3"], "kind": ["outpatient"]}), value(ratio("80")))])]);
    assert_eq!(
        refusal(try_range(&none, &visit([("/visit/tier", Value::Null)]))),
        (ErrorCode::RuleNotFound, "ownFigures.ratio".to_owned())
    );
    // Of an amount the ends stand for all that lies between.
    let disputed = city([("deductible", vec![rule(json!({"disputed": {"zh-CN": "没有写", "en": "not stated"}}))])]);
    assert_eq!(refusal(try_range(&disputed, &visit([("/bill", json!({"total": "11000"}))]))).0, ErrorCode::RuleAmbiguous);
}

#[test]
fn an_age_is_taken_at_every_bound_that_a_rule_names() {
    let young = rule_for(&json!({"age": {"below": 18}}), value(ratio("90")));
    let old = rule_for(&json!({"age": {"from": 18}}), value(ratio("80")));
    let range = ranged(&city([("segments", vec![young, old])]), &visit([]));
    assert_eq!(pays(&range), ["2000.00", "3000.00"]);
    assert_eq!(facts(&range.most), [("person.age", json!(18))]);
}

/// Serious-illness insurance from 10,000 on: 60 % up to 30,000, 50 % above, so that the best start lies in the middle.
#[test]
fn where_a_ratio_falls_the_best_lies_between_the_ends() {
    let falling = json!({
        "start": "10000",
        "segments": {"bands": [{"upTo": "3000", "ratio": "60"}, {"ratio": "10"}]},
        "cap": "unlimited"
    });
    let pack = city([("seriousIllness", vec![rule(value(falling))])]);
    let input = as_resident(visit([]));
    // 3,000 are the person's own: all in the first segment where 10,000 were paid before.
    let range = ranged(&pack, &input);
    assert_eq!(pays(&range), ["1200.00", "3000.00"]);
    assert_eq!(facts(&range.least), [("yearSoFar.seriousIllnessBase", json!("10000.00"))]);
    assert_eq!(facts(&range.most), [("yearSoFar.seriousIllnessBase", json!("0.00"))]);
}

#[test]
fn both_ends_are_reached_by_the_facts_they_name() {
    let input = visit([("/visit/tier", Value::Null), ("/yearSoFar/poolPaid", Value::Null), ("/bill", json!({"total": "11000"}))]);
    let range = ranged(&two_tiers(), &input);
    for bound in [&range.least, &range.most] {
        let mut completed = input.clone();
        for (path, value) in facts(bound) {
            let (group, field) = path.split_once('.').unwrap();
            completed[group][field] = value;
        }
        assert_eq!(estimated(&two_tiers(), &completed), bound.estimate);
    }
}

#[test]
fn a_gap_in_any_way_is_told_of_the_whole_range() {
    // No cap is known: the person could pay more, whichever the tier.
    let mut pack = two_tiers();
    pack["rules"]["poolCap"] = json!([]);
    let range = ranged(&pack, &visit([("/visit/tier", Value::Null)]));
    assert!(range.at_least && !range.at_most);
}

#[test]
fn more_unknown_facts_than_a_phone_can_try_name_the_one_to_answer_first() {
    // Fifty admissions in each of fifty tiers.
    let amounts: Vec<_> = (0..50).map(|admissions| (1000 - admissions).to_string()).collect();
    let ladder = json!({"perVisit": {"amounts": {"first": amounts, "later": "300"}}});
    let mut pack = city([("deductible", vec![rule(value(ladder))])]);
    let tiers: Vec<_> = (0..50).map(|tier| json!({"id": format!("tier{tier}"), "label": {"zh-CN": "级", "en": "tier"}})).collect();
    let narrowed = |tier: usize| rule_for(&json!({"tier": [format!("tier{tier}")]}), value(ratio("80")));
    pack["tiers"] = json!(tiers);
    pack["rules"]["segments"] = json!((0..50).map(narrowed).collect::<Vec<_>>());
    assert_eq!(
        refusal(try_range(&pack, &visit([("/visit/tier", Value::Null), ("/yearSoFar/admissions", Value::Null)]))),
        (ErrorCode::InputNeeded, "yearSoFar.admissions".to_owned())
    );
}

#[test]
fn a_fact_of_few_words_is_taken_in_each_of_them() {
    let by = |kind: &'static str, fact: &str, [(dear, at_most), (cheap, at_least)]: [(&str, Value); 2]| {
        city([(
            kind,
            vec![rule_for(&json!({(fact): [dear]}), value(at_most)), rule_for(&json!({(fact): [cheap]}), value(at_least))],
        )])
    };
    let ratios = |fact: &str, [dear, cheap]: [&str; 2]| by("segments", fact, [(dear, ratio("80")), (cheap, ratio("90"))]);
    let proofs = [("commitment", json!({"minusPoints": "10"})), ("material", json!("none"))];
    let subsidy = value(json!({"ratios": [{"rank": "county", "ratio": "50"}]}));
    // 1,000 and 20 % or 10 % of 10,000; 10 points less of them; half of 3,000.
    for (pack, input, path, [cheap, dear], [least, most]) in [
        (ratios("group", ["working", "retired"]), visit([]), "person.group", ["retired", "working"], ["2000.00", "3000.00"]),
        (
            ratios("standing", ["ordinary", "destitute"]),
            as_resident(visit([])),
            "person.standing",
            ["destitute", "ordinary"],
            ["2000.00", "3000.00"],
        ),
        (
            ratios("disease", ["diabetes", "dialysis"]),
            visit([("/visit/kind", json!("chronic"))]),
            "visit.disease",
            ["dialysis", "diabetes"],
            ["2000.00", "3000.00"],
        ),
        (
            by("crossRegion", "proof", proofs),
            visit([("/filing/category", json!("longTermResident"))]),
            "filing.proof",
            ["material", "commitment"],
            ["3000.00", "4000.00"],
        ),
        (city([("civilServant", vec![rule(subsidy)])]), visit([]), "person.civilServant", ["county", "no"], ["1500.00", "3000.00"]),
    ] {
        let mut input = input;
        let (group, field) = path.split_once('.').unwrap();
        input[group][field] = Value::Null;
        let range = ranged(&pack, &input);
        assert_eq!(pays(&range), [least, most], "{path}");
        assert_eq!(facts(&range.least), [(path, json!(cheap))], "{path}");
        assert_eq!(facts(&range.most), [(path, json!(dear))], "{path}");
        assert_ne!(range.least.assumes[0].says().zh, cheap, "a word for people");
    }
}

#[test]
fn what_was_paid_before_is_taken_at_every_turn_of_what_it_decides() {
    let bands = json!([{"upTo": "20000", "ratio": "80"}, {"upTo": "25000", "ratio": "95"}, {"ratio": "70"}]);
    let pack = city([("segments", vec![rule(value(json!({"bands": bands, "overTheYear": true})))])]);
    let range = ranged(&pack, &visit([]));
    // From 15,000 to 25,000: 5,000 × 80 % + 5,000 × 95 % = 8,750. All above 25,000: 7,000.
    assert_eq!(pays(&range), ["2250.00", "4000.00"]);
    assert_eq!(facts(&range.least), [("yearSoFar.segmentBase", json!("15000.00"))]);
    assert_eq!(facts(&range.most), [("yearSoFar.segmentBase", json!("25000.00"))]);
    assert_eq!(range.least.assumes[0].says().en, "15000.00");
}

/// 30,000 after the deductible, of which a large-amount fund pays 80 % above the pool's cap, with it unknown what the pool has paid.
fn above_the_cap(bands: Value, pool_cap: &str, large_amount: Value, large_amount_paid: Value) -> EstimateRange {
    let pack = city([
        ("segments", vec![rule(value(json!({"bands": bands})))]),
        ("poolCap", vec![rule(value(json!({"yearly": pool_cap})))]),
        ("largeAmount", vec![rule(large_amount)]),
    ]);
    let bill = json!({"total": "31000", "inScope": "31000"});
    let known = [("/bill", bill), ("/yearSoFar/poolPaid", Value::Null), ("/yearSoFar/largeAmountPaid", large_amount_paid)];
    ranged(&pack, &visit(known))
}

#[test]
fn the_most_lies_where_the_pool_stops_at_a_segment() {
    let bands = json!([{"upTo": "10000", "ratio": "60"}, {"ratio": "90"}]);
    let range = above_the_cap(bands, "20000", value(json!({"ratio": "80", "cap": "unlimited"})), Value::Null);
    // Nothing left of the cap: 80 % of 30,000. 6,000 left: those, and 80 % of 20,000. All 20,000: those, and 80 % of 4,444.44.
    assert_eq!(pays(&range), ["7000.00", "9000.00"]);
    assert_eq!(facts(&range.least), [("yearSoFar.poolPaid", json!("20000.00"))]);
    assert_eq!(facts(&range.most), [("yearSoFar.poolPaid", json!("14000.00"))]);
}

#[test]
fn the_least_lies_where_the_large_amount_fund_reaches_its_own_cap() {
    let own = |cap: &str| json!({"ratio": "80", "cap": {"own": cap}});
    for large_amount in [
        value(own("8000")),
        value(json!({"ratio": "80", "cap": {"withPool": "23000"}})),
        // Whichever of two readings it is that has the end.
        json!({"readings": [own("8000"), own("4000")]}),
        json!({"readings": [own("4000"), own("8000")]}),
    ] {
        let range = above_the_cap(json!([{"ratio": "60"}]), "15000", large_amount.clone(), Value::Null);
        // 12,000 left of the cap: those for 20,000, and 8,000, which is 80 % of the other 10,000. All 15,000: 4,000 of the other 5,000.
        // Nothing left of either.
        assert_eq!(pays(&range), ["11000.00", "31000.00"], "{large_amount}");
        assert_eq!(facts(&range.least)[0], ("yearSoFar.poolPaid", json!("3000.00")), "{large_amount}");
    }
    // By its two ends: 4,000 are left open of 20,000 where the pool has paid nothing, 8,000 where it has paid all.
    let range = above_the_cap(json!([{"ratio": "60"}]), "15000", value(own("8000")), Value::Null);
    assert_eq!(range.next.map(|next| (next.path, next.narrows_by)), Some(("yearSoFar.poolPaid".to_owned(), yuan("14000"))));
    // The same cap where 5,000 of it are used.
    for cap in [json!({"own": "13000"}), json!({"withPool": "28000"})] {
        let large_amount = value(json!({"ratio": "80", "cap": cap}));
        let range = above_the_cap(json!([{"ratio": "60"}]), "15000", large_amount, json!("5000"));
        assert_eq!(pays(&range), ["11000.00", "23000.00"], "{cap}");
        assert_eq!(facts(&range.least), [("yearSoFar.poolPaid", json!("3000.00"))], "{cap}");
    }
}

#[test]
fn readings_that_turn_on_different_facts_are_each_asked_for_their_own() {
    let ladder = json!({"perVisit": {"amounts": {"first": ["1000", "600"], "later": "300"}}});
    let readings = rule(json!({"readings": [ladder, {"perYear": "500"}]}));
    let unknown = [("/yearSoFar/admissions", Value::Null), ("/yearSoFar/deductiblePaid", Value::Null)];
    let range = ranged(&city([("deductible", vec![readings])]), &visit(unknown));
    // A yearly one that is paid already: 20 % of 11,000. The first admission of the year: 1,000, and 20 % of 10,000.
    assert_eq!(pays(&range), ["2200.00", "3000.00"]);
    assert!(facts(&range.least).contains(&("yearSoFar.deductiblePaid", json!("500.00"))));
    assert_eq!(facts(&range.most)[0], ("yearSoFar.admissions", json!(0)));
    let asked: BTreeSet<_> = range.next.iter().chain(&range.further).map(|next| next.path.as_str()).collect();
    assert_eq!(asked, BTreeSet::from(["yearSoFar.admissions", "yearSoFar.deductiblePaid"]));
}

#[test]
fn a_fact_whose_answers_come_to_the_same_is_not_asked() {
    let tiers = ["tier3", "tier2"].map(|tier| rule_for(&json!({"tier": [tier]}), value(ratio("80"))));
    let mut pack = two_tiers();
    pack["rules"]["segments"] = json!(tiers);
    let range = ranged(&pack, &visit([("/visit/tier", Value::Null), ("/yearSoFar/poolPaid", Value::Null)]));
    let asked: Vec<_> = range.next.iter().chain(&range.further).map(|next| next.path.as_str()).collect();
    assert_eq!(asked, ["yearSoFar.poolPaid"]);
}

#[test]
fn of_falling_ratios_below_a_large_amount_fund_it_has_to_be_told_what_was_used() {
    let falling = json!([{"upTo": "20000", "ratio": "80"}, {"ratio": "70"}]);
    let large_amount = || ("largeAmount", vec![rule(value(json!({"ratio": "90", "cap": "unlimited"})))]);
    let segments = |bands: &Value| ("segments", vec![rule(value(json!({"bands": bands, "overTheYear": true})))]);
    let refused = try_range(&city([segments(&falling), large_amount()]), &visit([]));
    assert_eq!(refusal(refused), (ErrorCode::InputNeeded, "yearSoFar.segmentBase".to_owned()));
    let rising = json!([{"upTo": "20000", "ratio": "70"}, {"ratio": "80"}]);
    assert_eq!(pays(&ranged(&city([segments(&rising), large_amount()]), &visit([]))), ["3000.00", "4000.00"]);
}

#[test]
fn what_each_fund_counts_and_has_paid_can_be_unknown() {
    let fund = value(json!({"start": "5000", "segments": ratio("60"), "cap": {"yearly": "500"}}));
    for kind in ["localSupplement", "assistance"] {
        // Of 3,000 nothing where nothing was paid before; 60 %, and so the cap, where 5,000 were, unless the fund has paid that already.
        let range = ranged(&city([(kind, vec![rule(fund.clone())])]), &visit([]));
        assert_eq!(pays(&range), ["2500.00", "3000.00"], "{kind}");
        let [base, paid] = ["Base", "Paid"].map(|what| format!("yearSoFar.{kind}{what}"));
        assert_eq!(facts(&range.least), [(&*base, json!("5000.00")), (&*paid, json!("0.00"))], "{kind}");
        assert_eq!(facts(&range.most), [(&*base, json!("0.00"))], "{kind}");
    }
}

#[test]
fn of_ways_that_come_to_the_same_the_first_is_told_and_nothing_is_asked() {
    let none = |category: &str| rule_for(&json!({"category": [category]}), value(json!("none")));
    let range = ranged(
        &city([("crossRegion", vec![none("referral"), none("otherTemporary")])]),
        &visit([("/filing/category", Value::Null)]),
    );
    assert_eq!(pays(&range), ["3000.00", "3000.00"]);
    assert_eq!(range.least, range.most);
    assert_eq!(facts(&range.least)[0].0, "filing.category");
    let first = ["referral", "otherTemporary"].map(|category| json!(category));
    assert_eq!(facts(&range.least)[0].1, first[0]);
    assert_eq!(range.next.map(|next| (next.path, next.narrows_by)), Some(("filing.category".to_owned(), yuan("0"))));
    // Each of the five ways without a rule is told once, however many admissions there were.
    let ladder = rule(value(json!({"perVisit": {"amounts": {"first": ["1000", "600"], "later": "300"}}})));
    let pack = city([("crossRegion", vec![none("referral"), none("otherTemporary")]), ("deductible", vec![ladder])]);
    let range = ranged(&pack, &visit([("/filing/category", Value::Null), ("/yearSoFar/admissions", Value::Null)]));
    assert_eq!(range.unanswered.len(), 5, "{:?}", range.unanswered);
    let range = ranged(&city([("crossRegion", vec![rule(value(json!("none")))])]), &visit([("/filing/category", Value::Null)]));
    assert_eq!(range.next, None);
}

#[test]
fn an_amount_for_whose_end_there_is_no_rule_has_no_range() {
    // Where nothing is in scope no ratio is needed: that end alone would be an answer.
    let disputed = rule(json!({"disputed": {"zh-CN": "没有写", "en": "not stated"}}));
    let pack = city([("segments", vec![disputed])]);
    assert_eq!(refusal(try_range(&pack, &visit([("/bill", json!({"total": "11000"}))]))).0, ErrorCode::RuleAmbiguous);
}

#[test]
fn a_gap_in_one_way_is_told_of_the_whole_range() {
    let of = |tier: &str, says: Value| rule_for(&json!({"tier": [tier]}), value(says));
    let mut pack = two_tiers();
    pack["rules"]["poolCap"] = json!([of("tier3", json!({"yearly": "100000"}))]);
    let input = visit([("/visit/tier", Value::Null)]);
    let range = ranged(&pack, &input);
    assert!(range.at_least && !range.at_most);
    let mut pack = two_tiers();
    pack["rules"]["seriousIllness"] = json!([of("tier2", json!({"start": "90000", "segments": ratio("60"), "cap": "unlimited"}))]);
    let mut input = as_resident(input);
    input["yearSoFar"]["seriousIllnessBase"] = json!("0");
    let range = ranged(&pack, &input);
    assert!(!range.at_least && range.at_most);
}

/// Facts that a rule may ask for.
const FACTS: [&str; 19] = [
    "/person/group",
    "/person/age",
    "/person/standing",
    "/person/civilServant",
    "/visit/tier",
    "/visit/disease",
    "/filing/category",
    "/filing/proof",
    "/yearSoFar/admissions",
    "/yearSoFar/deductiblePaid",
    "/yearSoFar/segmentBase",
    "/yearSoFar/poolPaid",
    "/yearSoFar/largeAmountPaid",
    "/yearSoFar/seriousIllnessBase",
    "/yearSoFar/seriousIllnessPaid",
    "/yearSoFar/localSupplementBase",
    "/yearSoFar/localSupplementPaid",
    "/yearSoFar/assistanceBase",
    "/yearSoFar/assistancePaid",
];

#[test]
fn whatever_a_golden_case_needs_can_be_left_out() {
    let library = Library::shipped();
    let cases: Vec<Value> = serde_json::from_str(include_str!("golden/cases.json")).unwrap();
    let mut tried = BTreeSet::new();
    for case in cases.iter().filter(|case| case["refuse"].is_null()) {
        for fact in FACTS {
            let mut input = case["input"].clone();
            let region = input["person"]["insuredRegion"].to_string();
            let Some(known) = input.pointer_mut(fact).filter(|known| !known.is_null()) else { continue };
            if !tried.insert((region, fact)) {
                continue;
            }
            *known = Value::Null;
            if let Err(error) = yidi::estimate_range(&library, &EstimateInput::from_json(&input.to_string()).unwrap()) {
                assert!(error.is_law() || error.is_input(), "{} without {fact}: {error:?}", case["id"]);
            }
        }
    }
    let seen: BTreeSet<_> = tried.iter().map(|(_, fact)| *fact).collect();
    assert!(seen.len() >= 14, "only {seen:?} are in a golden case");
}

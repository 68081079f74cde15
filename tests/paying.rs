//! Every form of a rule on paying, worked by hand in a made-up city: 11,000 in scope, deductible 1,000, ratio 80 %.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod test_city;

use serde_json::{Value, json};
use test_city::{as_resident, city, estimated, ratio, refusal, rule, rule_for, try_estimate, value, visit, yuan};
use yidi::{ErrorCode, Estimate, Grade, LedgerLine, Money, RuleName};

fn gaps(estimate: &Estimate) -> Vec<(RuleName, bool)> {
    estimate.gaps.iter().map(|gap| (gap.rule, gap.could_cost)).collect()
}

/// A deductible per visit.
fn per_visit(ladder: Value) -> Vec<Value> {
    vec![rule(value(json!({"perVisit": ladder})))]
}

fn supplement(start: &str, percent: &str, cap: Value) -> Value {
    value(json!({"start": start, "segments": ratio(percent), "cap": cap}))
}

/// The amount of the only line with this code.
fn line(ledger: &LedgerLine, code: &str) -> Option<Money> {
    let below = || ledger.lines.iter().find_map(|below| line(below, code));
    if ledger.code == code { Some(ledger.amount) } else { below() }
}

#[test]
fn the_ladder_gives_each_admission_its_deductible() {
    let amounts = json!({"amounts": {"first": ["1000", "500"], "later": "300"}});
    let steps = json!({"stepsDown": {"first": "1000", "points": "20", "floor": "60"}});
    for (ladder, admissions, deductible) in [
        (&amounts, 0, "1000"),
        (&amounts, 1, "500"),
        (&amounts, 2, "300"),
        (&amounts, 9, "300"),
        (&steps, 0, "1000"),
        (&steps, 1, "800"),
        (&steps, 2, "600"),
        (&steps, 3, "600"),
    ] {
        let input = visit([("/yearSoFar/admissions", json!(admissions))]);
        let figures = estimated(&city([("deductible", per_visit(ladder.clone()))]), &input).figures;
        assert_eq!(figures.deductible, Some(yuan(deductible)), "{ladder} after {admissions}");
    }
}

#[test]
fn a_ladder_without_its_later_rungs_is_refused_at_them() {
    let pack = city([("deductible", per_visit(json!({"amounts": {"first": ["1000", "500"]}})))]);
    let input = visit([("/yearSoFar/admissions", json!(2))]);
    let error = try_estimate(&pack, &input).unwrap_err();
    assert_eq!((error.code(), error.path().as_str()), (ErrorCode::RuleNotFound, "yearSoFar.admissions"));
    assert!(error.text().zh.contains("当年第 3 次住院的起付线"), "{error}");
}

#[test]
fn a_deductible_for_a_time_counts_what_was_paid_in_it() {
    for form in ["perYear", "perQuarter", "perMonth", "perFacilityYear"] {
        let pack = city([("deductible", vec![rule(value(json!({form: "1000"})))])]);
        for (paid, due, pool) in [("0", "1000", "8000"), ("400", "600", "8320"), ("1000", "0", "8800"), ("1200", "0", "8800")] {
            let figures = estimated(&pack, &visit([("/yearSoFar/deductiblePaid", json!(paid))])).figures;
            assert_eq!([figures.deductible, figures.pool], [Some(yuan(due)), Some(yuan(pool))], "{form} after {paid}");
        }
    }
}

#[test]
fn the_standard_of_a_deductible_for_a_time_is_whole_whatever_was_paid_towards_it() {
    let pack = city([("deductible", vec![rule(value(json!({"perYear": "1000"})))])]);
    for (paid, sum) in [("0", "1,000.00"), ("400", "1,000.00 − 400.00 = 600.00"), ("1200", "1,000.00 − 1,000.00 = 0.00")] {
        let estimate = estimated(&pack, &visit([("/yearSoFar/deductiblePaid", json!(paid))]));
        assert_eq!(estimate.figures.deductible_standard, Some(yuan("1000")), "{paid}");
        let taken = estimate.ledger.lines[1].lines.iter().find(|line| line.code == "act_pay_dedc").unwrap();
        assert_eq!(taken.formula.numbers, sum, "{paid}");
    }
}

#[test]
fn a_waiver_takes_the_deductible_off_or_makes_it_up() {
    let waivers = value(json!([{"visit": "repeatCancerTreatment"}, {"visit": "referredUp", "madeUp": true}]));
    let waived = |deductible: Value| city([("deductible", vec![rule(value(deductible))]), ("waiver", vec![rule(waivers.clone())])]);
    let (per_visit, per_year) = (waived(json!({"perVisit": {"always": "1000"}})), waived(json!({"perYear": "1000"})));
    for (case, pack, waived_visit, deductible) in [
        ("an ordinary stay", &per_visit, json!(null), "1000"),
        ("a repeat stay", &per_visit, json!("repeatCancerTreatment"), "0"),
        ("referred up, 400 paid below", &per_visit, json!("referredUp"), "600"),
        ("referred up, 400 paid in the year", &per_year, json!("referredUp"), "600"),
    ] {
        let input = visit([("/visit/waivedVisit", waived_visit), ("/yearSoFar/deductiblePaid", json!("400"))]);
        let estimate = estimated(pack, &input);
        assert_eq!(estimate.figures.deductible, Some(yuan(deductible)), "{case}");
        assert_eq!(gaps(&estimate), [], "{case}");
    }
}

#[test]
fn a_waiver_that_is_not_known_could_make_the_visit_cheaper() {
    let input = visit([("/visit/waivedVisit", json!("repeatCancerTreatment"))]);
    let unknown = estimated(&city([]), &input);
    assert_eq!(gaps(&unknown), [(RuleName::Waiver, false)]);
    assert_eq!((unknown.at_most, unknown.at_least, unknown.patient_pays), (true, false, yuan("3000")));

    let for_others = vec![rule(value(json!([{"visit": "referredUp", "madeUp": true}])))];
    let known = estimated(&city([("waiver", for_others)]), &input);
    assert_eq!((gaps(&known), known.patient_pays), (vec![], yuan("3000")));
}

#[test]
fn segments_are_measured_as_the_rule_says() {
    let bands = json!([{"upTo": "10000", "ratio": "70"}, {"ratio": "90"}]);
    for (case, segments, pool) in [
        // All of 10,000 lies in the first.
        ("anew with each visit", json!({"bands": bands}), "7000"),
        // From 1,000 to 11,000: 9,000 × 70 % + 1,000 × 90 %.
        ("with the deductible", json!({"bands": bands, "boundsIncludeDeductible": true}), "7200"),
        // From 6,000 to 16,000: 4,000 × 70 % + 6,000 × 90 %.
        ("over the year", json!({"bands": bands, "overTheYear": true}), "8200"),
        // From 7,000 to 17,000: 3,000 × 70 % + 7,000 × 90 %.
        (
            "over the year with the deductible",
            json!({"bands": bands, "overTheYear": true, "boundsIncludeDeductible": true}),
            "8400",
        ),
        // Of the own shares, 30 % and 10 %, half is due: 10,000 × 85 %.
        ("half the own share", json!({"bands": bands, "ownShareTimes": "50"}), "8500"),
    ] {
        let pack = city([("segments", vec![rule(value(segments))])]);
        let figures = estimated(&pack, &visit([("/yearSoFar/segmentBase", json!("6000"))])).figures;
        assert_eq!(figures.pool, Some(yuan(pool)), "{case}");
    }
}

#[test]
fn a_retired_person_pays_a_part_of_the_own_share() {
    let retired = json!({"bands": [{"ratio": "90"}], "ownShareTimes": "60"});
    for (elsewhere, pool) in [
        // 100 % − 10 % × 60 % = 94 %.
        (json!("none"), "9400"),
        (json!({"minusPoints": "10"}), "8400"),
        // 94 % × 80 % = 75.2 %.
        (json!({"times": "80"}), "7520"),
    ] {
        let pack = city([("segments", vec![rule(value(retired.clone()))]), ("crossRegion", vec![rule(value(elsewhere.clone()))])]);
        assert_eq!(estimated(&pack, &visit([])).figures.pool, Some(yuan(pool)), "{elsewhere}");
    }
}

#[test]
fn every_way_of_lowering_care_elsewhere_comes_to_its_own_figure() {
    for (elsewhere, first_self_pay, deductible, pool) in [
        (json!("none"), None, Some("1000"), Some("8000")),
        (json!({"minusPoints": "10"}), None, Some("1000"), Some("7000")),
        (json!({"times": "90"}), None, Some("1000"), Some("7200")),
        // (11,000 − 1,100 − 1,000) × 80 %.
        (json!({"firstSelfPay": {"percent": "10", "base": "inScope"}}), Some("1100"), Some("1000"), Some("7120")),
        // (11,000 − 1,000) × 90 % × 80 %.
        (json!({"firstSelfPay": {"percent": "10", "base": "afterDeductible"}}), Some("1000"), Some("1000"), Some("7200")),
        (
            json!({"ownTable": {"deductible": {"perVisit": {"always": "2000"}}, "segments": {"bands": [{"ratio": "50"}]}}}),
            None,
            Some("2000"),
            Some("4500"),
        ),
        (json!("notCovered"), None, None, Some("0")),
    ] {
        let figures = estimated(&city([("crossRegion", vec![rule(value(elsewhere.clone()))])]), &visit([])).figures;
        assert_eq!(
            [figures.cross_region_first_self_pay, figures.deductible, figures.pool],
            [first_self_pay.map(yuan), deductible.map(yuan), pool.map(yuan)],
            "{elsewhere}"
        );
    }
}

#[test]
fn a_cap_leaves_room_in_its_own_time() {
    for (cap, paid, pool) in [
        (json!({"yearly": "10000"}), Some("3000"), "7000"),
        (json!({"yearly": "10000"}), Some("10000"), "0"),
        (json!({"monthly": "300"}), Some("100"), "200"),
        (json!({"monthly": "300"}), Some("0"), "300"),
        (json!({"perVisit": "400"}), None, "400"),
        (json!("unlimited"), None, "8000"),
    ] {
        let pack = city([("poolCap", vec![rule(value(cap.clone()))])]);
        let input = as_resident(visit([("/yearSoFar/poolPaid", json!(paid))]));
        let estimate = estimated(&pack, &input);
        assert_eq!(estimate.figures.pool, Some(yuan(pool)), "{cap} after {paid:?}");
        assert_eq!(estimate.patient_pays, yuan("11000") - yuan(pool), "{cap} after {paid:?}");
    }
}

#[test]
fn a_disease_has_its_own_cap() {
    let cap = |disease: &str, cap: Value| rule_for(&json!({"kind": ["chronic"], "disease": [disease]}), value(cap));
    let pack = city([("poolCap", vec![cap("diabetes", json!({"monthly": "300"})), cap("dialysis", json!("unlimited"))])]);
    for (disease, pool) in [("diabetes", "300"), ("dialysis", "8000")] {
        let input = visit([("/visit/kind", json!("chronic")), ("/visit/disease", json!(disease))]);
        assert_eq!(estimated(&pack, &input).figures.pool, Some(yuan(pool)), "{disease}");
    }
}

#[test]
fn a_disease_that_no_pack_names_is_refused() {
    let input = visit([("/visit/kind", json!("chronic")), ("/visit/disease", json!("gout"))]);
    let error = try_estimate(&city([]), &input).unwrap_err();
    assert_eq!((error.code(), error.path().as_str()), (ErrorCode::UnknownDisease, "visit.disease"));
    assert_eq!(error.allowed(), Some("diabetes | dialysis"));
}

#[test]
fn a_missing_pool_cap_makes_the_figure_the_least() {
    let estimate = estimated(&city([("poolCap", vec![])]), &visit([]));
    assert_eq!((estimate.patient_pays, estimate.at_least, estimate.at_most), (yuan("3000"), true, false));
    assert_eq!(gaps(&estimate), [(RuleName::PoolCap, true)]);
    assert!(estimate.gaps[0].text.zh.contains("多付"), "{:?}", estimate.gaps);
}

#[test]
fn a_missing_fund_makes_the_figure_the_most() {
    let capped = || vec![rule(value(json!({"yearly": "1000"})))];
    for (case, pack, input, missing) in [
        ("above the cap", city([("poolCap", capped())]), visit([]), RuleName::LargeAmount),
        ("a resident", city([]), as_resident(visit([])), RuleName::SeriousIllness),
        ("a civil servant", city([]), visit([("/person/civilServant", json!("county"))]), RuleName::CivilServant),
        ("on minimum allowance", city([]), visit([("/person/standing", json!("lowIncome"))]), RuleName::Assistance),
    ] {
        let estimate = estimated(&pack, &input);
        assert_eq!(gaps(&estimate), [(missing, false)], "{case}");
        assert_eq!((estimate.at_most, estimate.at_least), (true, false), "{case}");
    }
}

/// A fund that pays on own payments could not pay less than nothing.
#[test]
fn where_nothing_is_left_of_the_amount_in_scope_no_fund_is_missing_and_nothing_is_asked() {
    let all = || vec![rule(value(ratio("100")))];
    let nothing = vec![rule(value(json!({"perVisit": {"always": "0"}})))];
    let pack = city([("segments", all()), ("deductible", nothing), ("civilServant", vec![])]);
    let poor = as_resident(visit([
        ("/bill", json!({"total": "11500", "inScope": "11000"})),
        ("/person/standing", json!("lowIncome")),
        ("/person/civilServant", json!("county")),
    ]));
    let estimate = estimated(&pack, &poor);
    assert_eq!((gaps(&estimate), estimate.at_most, estimate.patient_pays), (vec![], false, yuan("500")));

    let subsidy = rule(value(json!({"ratios": [{"rank": "county", "ratio": "50"}]})));
    let illness = rule(supplement("15000", "60", json!("unlimited")));
    let pack = city([("segments", all()), ("civilServant", vec![subsidy]), ("seriousIllness", vec![illness])]);
    let empty = visit([("/bill", json!({"total": "0", "inScope": "0"}))]);
    assert_eq!(estimated(&pack, &empty).patient_pays, yuan("0"));
}

#[test]
fn the_large_amount_fund_pays_above_the_cap() {
    for (cap, large_amount_paid, paid) in [
        // 4,000 of 80 % are 5,000; the other 5,000 lie above the cap.
        (json!("unlimited"), "0", "4500"),
        (json!({"own": "4000"}), "0", "4000"),
        (json!({"own": "4000"}), "1500", "2500"),
        // The pool has paid 2,000 + 4,000.
        (json!({"withPool": "9000"}), "0", "3000"),
        (json!({"withPool": "9000"}), "1000", "2000"),
    ] {
        let pack = city([
            ("poolCap", vec![rule(value(json!({"yearly": "6000"})))]),
            ("largeAmount", vec![rule(value(json!({"ratio": "90", "cap": cap})))]),
        ]);
        let input = visit([("/yearSoFar/poolPaid", json!("2000")), ("/yearSoFar/largeAmountPaid", json!(large_amount_paid))]);
        let figures = estimated(&pack, &input).figures;
        assert_eq!([figures.pool, figures.large_amount], [Some(yuan("4000")), Some(yuan(paid))], "{cap} after {large_amount_paid}");
    }
}

#[test]
fn serious_illness_pays_above_its_start_of_the_year() {
    for (base, cap, paid_before, paid) in [
        // 3,000 are left of this visit.
        ("0", json!("unlimited"), "0", "0"),
        // 14,000 + 3,000 − 15,000 = 2,000 × 60 %.
        ("14000", json!("unlimited"), "0", "1200"),
        ("20000", json!("unlimited"), "0", "1800"),
        ("20000", json!({"yearly": "300000"}), "299000", "1000"),
        ("20000", json!({"perVisit": "700"}), "0", "700"),
    ] {
        let pack = city([("seriousIllness", vec![rule(supplement("15000", "60", cap.clone()))])]);
        let input = visit([("/yearSoFar/seriousIllnessBase", json!(base)), ("/yearSoFar/seriousIllnessPaid", json!(paid_before))]);
        assert_eq!(estimated(&pack, &input).figures.serious_illness, Some(yuan(paid)), "{base} {cap}");
    }
}

#[test]
fn standing_decides_which_start_serious_illness_has() {
    let start =
        |standing: &[&str], start: &str| rule_for(&json!({"standing": standing}), supplement(start, "60", json!("unlimited")));
    let pack = city([("seriousIllness", vec![start(&["ordinary"], "2000"), start(&["destitute", "lowIncome"], "1000")])]);
    for (standing, paid) in [("ordinary", "600"), ("lowIncome", "1200"), ("destitute", "1200")] {
        let input = visit([("/person/standing", json!(standing)), ("/yearSoFar/seriousIllnessBase", json!("0"))]);
        assert_eq!(estimated(&pack, &input).figures.serious_illness, Some(yuan(paid)), "{standing}");
    }
}

#[test]
fn age_decides_which_ratio_holds() {
    let aged = |age: Value, percent: &str| rule_for(&json!({"age": age}), value(ratio(percent)));
    let pack = city([(
        "segments",
        vec![aged(json!({"below": 60}), "70"), aged(json!({"from": 60, "below": 80}), "80"), aged(json!({"from": 80}), "90")],
    )]);
    for (age, pool) in [(0, "7000"), (59, "7000"), (60, "8000"), (79, "8000"), (80, "9000")] {
        let figures = estimated(&pack, &visit([("/person/age", json!(age))])).figures;
        assert_eq!(figures.pool, Some(yuan(pool)), "{age}");
    }
}

#[test]
fn a_disputed_rule_on_a_fund_is_a_gap_that_says_what_is_known() {
    let disputed = || vec![rule(json!({"disputed": {"zh-CN": "起点没有写明", "en": "the start is not stated"}}))];
    for (rule, could_cost) in
        [("poolCap", true), ("seriousIllness", false), ("localSupplement", false), ("civilServant", false), ("assistance", false)]
    {
        let estimate = estimated(&city([(rule, disputed())]), &visit([("/person/civilServant", json!("county"))]));
        let gap = estimate.gaps.iter().find(|gap| gap.rule.as_str() == rule).unwrap_or_else(|| panic!("{rule}"));
        assert_eq!(gap.could_cost, could_cost, "{rule}");
        assert!(gap.text.zh.contains("起点没有写明") && gap.text.en.contains("the start is not stated"), "{rule}: {:?}", gap.text);
    }
}

#[test]
fn a_disputed_rule_that_every_visit_needs_is_refused() {
    let disputed = || vec![rule(json!({"disputed": {"zh-CN": "没有写明", "en": "not stated"}}))];
    for rule in ["deductible", "segments", "crossRegion"] {
        assert_eq!(refusal(try_estimate(&city([(rule, disputed())]), &visit([]))).0, ErrorCode::RuleAmbiguous, "{rule}");
    }
}

/// Serious illness, then the local fund, then the subsidy, then assistance.
fn city_of_many_funds() -> Value {
    city([
        ("seriousIllness", vec![rule(supplement("2000", "60", json!("unlimited")))]),
        ("localSupplement", vec![rule(supplement("1000", "50", json!("unlimited")))]),
        (
            "civilServant",
            vec![rule(value(json!({"ratios": [{"rank": "section", "ratio": "25"}, {"rank": "county", "ratio": "50"}]})))],
        ),
        ("assistance", vec![rule_for(&json!({"standing": ["lowIncome"]}), supplement("300", "70", json!({"yearly": "200"})))]),
    ])
}

#[test]
fn each_fund_pays_of_what_those_before_it_leave() {
    let input = visit([
        ("/person/civilServant", json!("county")),
        ("/person/standing", json!("lowIncome")),
        ("/yearSoFar/seriousIllnessBase", json!("0")),
        ("/yearSoFar/localSupplementBase", json!("0")),
        ("/yearSoFar/assistanceBase", json!("0")),
        ("/yearSoFar/assistancePaid", json!("50")),
    ]);
    let estimate = estimated(&city_of_many_funds(), &input);
    let figures = &estimate.figures;
    assert_eq!(
        [figures.serious_illness, figures.local_supplement, figures.civil_servant, figures.assistance],
        // 3,000 are left: (3,000 − 2,000) × 60 % = 600. Of 2,400: (2,400 − 1,000) × 50 % = 700. Of 1,700: 50 % = 850. Of 850:
        // (850 − 300) × 70 % = 385, of which the cap leaves 200 − 50.
        [Some(yuan("600")), Some(yuan("700")), Some(yuan("850")), Some(yuan("150"))]
    );
    assert_eq!(estimate.patient_pays, yuan("700"));
    for (code, amount) in [("hifmi_pay", "600"), ("oth_pay", "700"), ("cvlserv_pay", "850"), ("maf_pay", "150")] {
        assert_eq!(line(&estimate.ledger, code), Some(yuan(amount)), "{code}");
        assert_eq!(line(&estimate.ledger, &format!("less_{code}")), Some(-yuan(amount)), "{code}");
    }
}

#[test]
fn the_civil_servants_share_depends_on_the_rank() {
    let subsidy = || vec![rule(value(json!({"ratios": [{"rank": "section", "ratio": "25"}, {"rank": "county", "ratio": "50"}]})))];
    for (rank, subsidy_paid) in [("no", None), ("section", Some("750")), ("county", Some("1500"))] {
        let estimate = estimated(&city([("civilServant", subsidy())]), &visit([("/person/civilServant", json!(rank))]));
        assert_eq!((estimate.figures.civil_servant, estimate.at_most), (subsidy_paid.map(yuan), false), "{rank}");
    }
    let department = estimated(&city([("civilServant", subsidy())]), &visit([("/person/civilServant", json!("department"))]));
    assert_eq!(gaps(&department), [(RuleName::CivilServant, false)]);
}

#[test]
fn a_first_self_pay_is_no_compliant_own_payment() {
    let pack = city([
        ("crossRegion", vec![rule(value(json!({"firstSelfPay": {"percent": "10", "base": "inScope"}})))]),
        ("civilServant", vec![rule(value(json!({"ratios": [{"rank": "county", "ratio": "50"}]})))]),
    ]);
    let figures = estimated(&pack, &visit([("/person/civilServant", json!("county"))])).figures;
    // 11,000 − 1,100 first self-pay − 7,120 pool = 2,780.
    assert_eq!(figures.civil_servant, Some(yuan("1390")));
}

#[test]
fn a_fact_is_asked_for_where_a_rule_turns_on_it_and_nowhere_else() {
    let two = |kind, one: Value, other: Value, says: Value, other_says: Value| {
        (kind, vec![rule_for(&one, says), rule_for(&other, other_says)])
    };
    let by_standing = two(
        "seriousIllness",
        json!({"standing": ["ordinary"]}),
        json!({"standing": ["lowIncome"]}),
        supplement("15000", "60", json!("unlimited")),
        supplement("7500", "65", json!("unlimited")),
    );
    let by_age =
        two("segments", json!({"age": {"below": 60}}), json!({"age": {"from": 60}}), value(ratio("80")), value(ratio("85")));
    let by_proof = two(
        "crossRegion",
        json!({"proof": ["material"]}),
        json!({"proof": ["commitment"]}),
        value(json!("none")),
        value(json!({"minusPoints": "20"})),
    );
    let by_disease = two(
        "poolCap",
        json!({"disease": ["diabetes"]}),
        json!({"disease": ["dialysis"]}),
        value(json!({"perVisit": "300"})),
        value(json!("unlimited")),
    );
    let subsidy = ("civilServant", vec![rule(value(json!({"ratios": [{"rank": "county", "ratio": "50"}]})))]);
    let per_year = ("deductible", vec![rule(value(json!({"perYear": "1000"})))]);
    let over_the_year = ("segments", vec![rule(value(json!({"bands": [{"ratio": "80"}], "overTheYear": true})))]);
    let assistance = ("assistance", vec![rule(supplement("15000", "60", json!("unlimited")))]);
    let above_a_start_of_nothing = ("localSupplement", vec![rule(supplement("0", "60", json!({"yearly": "1"})))]);
    for (rules, pointer, fact) in [
        (by_standing, "/person/standing", json!("ordinary")),
        (by_age, "/person/age", json!(59)),
        (by_proof, "/filing/proof", json!("material")),
        (by_disease, "/visit/disease", json!("dialysis")),
        (subsidy, "/person/civilServant", json!("no")),
        (("deductible", per_visit(json!({"amounts": {"first": ["1000"]}}))), "/yearSoFar/admissions", json!(0)),
        (per_year, "/yearSoFar/deductiblePaid", json!("0")),
        (over_the_year, "/yearSoFar/segmentBase", json!("0")),
        (("poolCap", vec![rule(value(json!({"yearly": "100000"})))]), "/yearSoFar/poolPaid", json!("0")),
        (assistance, "/yearSoFar/assistanceBase", json!("0")),
        (above_a_start_of_nothing, "/yearSoFar/localSupplementPaid", json!("0")),
    ] {
        // Nothing that this visit could be asked for, but for what `pointer` and its rule are about.
        let quiet = [
            ("/yearSoFar/admissions", json!(null)),
            ("/yearSoFar/poolPaid", json!(null)),
            ("/yearSoFar/seriousIllnessBase", json!("0")),
            ("/yearSoFar/localSupplementBase", json!("0")),
        ];
        let without = visit(quiet.clone());
        let uncapped = city([("poolCap", vec![rule(value(json!("unlimited")))])]);
        assert!(try_estimate(&uncapped, &without).is_ok(), "{pointer}: asked for although no rule turns on it");

        let mut pack = uncapped;
        pack["rules"][rules.0] = json!(rules.1);
        let path = pointer.trim_start_matches('/').replace('/', ".");
        assert_eq!(refusal(try_estimate(&pack, &without)), (ErrorCode::InputNeeded, path), "{}", pack["rules"][rules.0]);

        let mut with = visit(quiet);
        let (group, field) = pointer.rsplit_once('/').unwrap();
        with.pointer_mut(group).unwrap()[field] = fact;
        assert!(try_estimate(&pack, &with).is_ok(), "{pointer}: {:?}", try_estimate(&pack, &with));
    }
}

#[test]
fn the_users_own_figures_come_before_the_packs() {
    for (own, pays) in [
        // (11,000 − 500) × 80 % = 8,400.
        (json!({"deductible": "500"}), "2600"),
        (json!({"ratio": "50"}), "6000"),
        (json!({"crossRegion": {"times": "50"}}), "7000"),
        (json!({"crossRegion": "notCovered"}), "11000"),
        (json!({"poolCap": {"yearly": "3000"}}), "8000"),
        // (11,000 − 500) × (50 − 10) % = 4,200.
        (json!({"deductible": "500", "ratio": "50", "crossRegion": {"minusPoints": "10"}}), "6800"),
    ] {
        let estimate = estimated(&city([]), &visit([("/ownFigures", own.clone())]));
        assert_eq!((estimate.patient_pays, estimate.grade), (yuan(pays), Some(Grade::UserSupplied)), "{own}");
    }
    assert_eq!(estimated(&city([]), &visit([])).grade, Some(Grade::Official));
}

#[test]
fn the_users_own_deductible_is_that_of_this_very_visit_and_no_waiver_changes_it() {
    let own = [("/visit/waivedVisit", json!("repeatCancerTreatment")), ("/ownFigures/deductible", json!("600"))];
    let waived = ("waiver", vec![rule(value(json!([{"visit": "repeatCancerTreatment"}])))]);
    for pack in [city([]), city([waived])] {
        let estimate = estimated(&pack, &visit(own.clone()));
        assert_eq!((estimate.figures.deductible, gaps(&estimate)), (Some(yuan("600")), vec![]));
    }
}

#[test]
fn the_users_own_deductible_comes_before_that_of_a_table_for_care_elsewhere() {
    let own_table = json!({"ownTable": {"deductible": {"perVisit": {"always": "2000"}}, "segments": ratio("50")}});
    let pack = city([("crossRegion", vec![rule(value(own_table))])]);
    let figures = estimated(&pack, &visit([("/ownFigures/deductible", json!("600"))])).figures;
    // (11,000 − 600) × 50 %.
    assert_eq!([figures.deductible, figures.pool], [Some(yuan("600")), Some(yuan("5200"))]);
}

#[test]
fn the_users_own_figure_closes_what_a_rule_leaves_open() {
    let bounded = rule(json!({"between": {"atWorst": {"minusPoints": "20"}, "atBest": "none"}}));
    let pack = city([("crossRegion", vec![bounded])]);
    assert_eq!(refusal(try_estimate(&pack, &visit([]))).0, ErrorCode::RuleBounded);
    let own = visit([("/ownFigures/crossRegion", json!({"minusPoints": "15"}))]);
    assert_eq!(estimated(&pack, &own).patient_pays, yuan("4500"));
}

/// What the account may pay, by a rule.
fn account_pays(parts: &Value) -> (&'static str, Vec<Value>) {
    ("personalAccount", vec![rule(value(json!({"pays": parts})))])
}

#[test]
fn the_account_pays_what_it_may_as_far_as_it_reaches() {
    // 3,000 within the scope and 500 outside it.
    let bill = ("/bill", json!({"total": "11500", "inScope": "11000"}));
    for (parts, balance, account, cash) in [
        (json!(["withinScope"]), "10000", "3000", "500"),
        (json!(["withinScope", "outsideScope"]), "10000", "3500", "0"),
        (json!(["outsideScope"]), "10000", "500", "3000"),
        (json!(["withinScope"]), "1234.56", "1234.56", "2265.44"),
        (json!(["withinScope"]), "0", "0", "3500"),
    ] {
        let input = visit([bill.clone(), ("/person/accountBalance", json!(balance))]);
        let estimate = estimated(&city([account_pays(&parts)]), &input);
        assert_eq!((estimate.figures.account, estimate.figures.cash), (Some(yuan(account)), Some(yuan(cash))), "{parts} {balance}");
        assert_eq!(estimate.patient_pays, yuan("3500"));
        let payment = estimate.payment.unwrap();
        let lines: Vec<_> = payment.lines.iter().map(|line| (line.code, line.amount)).collect();
        assert_eq!(lines, [("acct_pay", yuan(account)), ("psn_cash_pay", yuan(cash))]);
        assert_eq!(payment.amount, estimate.patient_pays);
    }
}

#[test]
fn without_an_account_to_use_nothing_is_said_of_cash() {
    let estimate = estimated(&city([account_pays(&json!(["withinScope"]))]), &visit([]));
    assert_eq!((estimate.figures.account, estimate.figures.cash, estimate.payment), (None, None, None));
}

#[test]
fn where_it_is_not_known_what_the_account_may_pay_that_is_said_and_the_user_may_say_it() {
    let balance = ("/person/accountBalance", json!("10000"));
    let estimate = estimated(&city([]), &visit([balance.clone()]));
    assert_eq!((estimate.figures.account, estimate.figures.cash), (None, None));
    assert!(estimate.warnings.iter().any(|warning| warning.zh.contains("没有把账户和现金分开")));
    let own = visit([balance, ("/ownFigures", json!({"accountPays": ["withinScope"]}))]);
    let estimate = estimated(&city([]), &own);
    assert_eq!((estimate.figures.account, estimate.figures.cash), (Some(yuan("3000")), Some(yuan("0"))));
    assert_eq!(estimate.payment.unwrap().grade, Some(Grade::UserSupplied));
}

#[test]
fn a_refusal_names_the_rule_the_case_and_the_document_that_would_supply_it() {
    let error = try_estimate(&city([("segments", vec![])]), &visit([])).unwrap_err();
    assert_eq!(
        error.reason().zh,
        "没有收录适用的规定，请咨询参保地医保部门（12393）：分段支付比例（职工医保、在职、住院、跨省异地、异地转诊、三级医院），\
         通常写在参保地的基本医疗保险实施办法或待遇清单里"
    );
    assert!(error.reason().en.contains("usually found in the insured region's basic insurance rules"));
    let gap = &estimated(&city([("poolCap", vec![])]), &visit([])).gaps[0];
    assert!(gap.text.zh.contains("通常写在参保地的基本医疗保险实施办法或待遇清单里"), "{}", gap.text.zh);
}

/// What every line says it comes to, by its code.
fn sums(line: &LedgerLine) -> Vec<(&str, &str)> {
    let below = line.lines.iter().flat_map(sums);
    [(line.code, &*line.formula.numbers)].into_iter().chain(below).collect()
}

#[test]
fn every_line_shows_the_sum_it_comes_from() {
    let elsewhere = |says: Value| ("crossRegion", vec![rule(value(says))]);
    let serious = ("seriousIllness", vec![rule(supplement("1000", "60", json!("unlimited")))]);
    let counted = ("/yearSoFar/seriousIllnessBase", json!("0"));
    let outside = ("outside_scope", "11,000.00 − 11,000.00 = 0.00");
    let deductible = ("act_pay_dedc", "1,000.00");
    for (pack, input, shown) in [
        (
            city([serious]),
            visit([counted]),
            vec![
                ("fund_pay_sumamt", "8,000.00 + 1,200.00 = 9,200.00"),
                ("hifp_pay", "10,000.00 × 80% = 8,000.00"),
                ("hifmi_pay", "2,000.00 × 60% = 1,200.00"),
                ("psn_part_amt", "0.00 + 1,000.00 + 2,000.00 − 1,200.00 = 1,800.00"),
                outside,
                deductible,
                ("pool_own_share", "10,000.00 − 8,000.00 = 2,000.00"),
                ("less_hifmi_pay", "-1,200.00"),
            ],
        ),
        (
            city([]),
            visit([("/bill", json!({"items": [{"amount": "11000", "class": "A"}, {"amount": "50", "class": "C"}]}))]),
            vec![
                ("fund_pay_sumamt", "8,000.00"),
                ("hifp_pay", "10,000.00 × 80% = 8,000.00"),
                ("psn_part_amt", "50.00 + 0.00 + 0.00 + 1,000.00 + 2,000.00 = 3,050.00"),
                ("fulamt_ownpay_amt", "50.00"),
                ("overlmt_selfpay", "0.00"),
                ("preselfpay_amt", "0.00"),
                deductible,
                ("pool_own_share", "10,000.00 − 8,000.00 = 2,000.00"),
            ],
        ),
        (
            city([elsewhere(json!({"minusPoints": "10"}))]),
            visit([]),
            vec![
                ("fund_pay_sumamt", "7,000.00"),
                ("hifp_pay", "10,000.00 × (80% − 10%) = 7,000.00"),
                ("psn_part_amt", "0.00 + 1,000.00 + 3,000.00 = 4,000.00"),
                outside,
                deductible,
                ("pool_own_share", "10,000.00 − 7,000.00 = 3,000.00"),
            ],
        ),
        (
            city([elsewhere(json!({"times": "90"}))]),
            visit([]),
            vec![
                ("fund_pay_sumamt", "7,200.00"),
                ("hifp_pay", "10,000.00 × (80% × 90%) = 7,200.00"),
                ("psn_part_amt", "0.00 + 1,000.00 + 2,800.00 = 3,800.00"),
                outside,
                deductible,
                ("pool_own_share", "10,000.00 − 7,200.00 = 2,800.00"),
            ],
        ),
        (
            city([("poolCap", vec![rule(value(json!({"yearly": "6000"})))])]),
            visit([]),
            vec![
                ("fund_pay_sumamt", "6,000.00"),
                ("hifp_pay", "7,500.00 → 6,000.00"),
                ("psn_part_amt", "0.00 + 1,000.00 + 1,500.00 + 2,500.00 = 5,000.00"),
                outside,
                deductible,
                ("pool_own_share", "7,500.00 − 6,000.00 = 1,500.00"),
                ("above_pool_cap", "2,500.00 − 0.00 = 2,500.00"),
            ],
        ),
        (
            city([]),
            visit([("/bill/inScope", json!("400"))]),
            vec![
                ("fund_pay_sumamt", "0.00"),
                ("hifp_pay", "0.00"),
                ("psn_part_amt", "10,600.00 + 400.00 = 11,000.00"),
                ("outside_scope", "11,000.00 − 400.00 = 10,600.00"),
                ("act_pay_dedc", "400.00 < 1,000.00"),
            ],
        ),
    ] {
        let estimate = estimated(&pack, &input);
        assert_eq!(estimate.ledger.lines.iter().flat_map(sums).collect::<Vec<_>>(), shown, "{}", pack["rules"]);
    }
}

#[test]
fn an_estimate_names_the_regions_it_rests_on() {
    let name = |estimate: &Estimate| {
        [&estimate.basis.insured_region, &estimate.basis.treatment_region].map(|region| region.name.zh.clone().into_owned())
    };
    assert_eq!(name(&estimated(&city([]), &visit([]))), ["戊市", "上海市"]);
    assert_eq!(name(&estimated(&city([]), &visit([("/visit/treatmentRegion", json!("130500"))]))), ["戊市", "戊市"]);
    // A city without a pack is called by the country's list, and not by the pack that answers for it.
    let figures = json!({"deductible": "1000", "ratio": "80", "poolCap": "unlimited"});
    let other = visit([
        ("/person/insuredRegion", json!("411100")),
        ("/filing", json!({"category": "longTermResident", "proof": "material"})),
        ("/ownFigures", figures.clone()),
    ]);
    assert_eq!(name(&estimated(&city([]), &other)), ["漯河市", "上海市"]);
    let other = visit([
        ("/person/insuredRegion", json!("430200")),
        ("/filing", json!({"category": "longTermResident", "proof": "material"})),
        ("/ownFigures", figures),
    ]);
    assert_eq!(name(&estimated(&city([]), &other)), ["株洲市", "上海市"]);
}

#[test]
fn a_settlement_in_a_later_year_than_the_rules_were_checked_in_is_warned_of() {
    let warnings = |admitted: &str, settled: &str| {
        estimated(&city([]), &visit([("/visit/admitted", json!(admitted)), ("/visit/settled", json!(settled))])).warnings
    };
    for (admitted, settled) in [("2025-11-02", "2025-11-12"), ("2026-12-02", "2026-12-31")] {
        assert_eq!(warnings(admitted, settled), [], "{settled}");
    }
    for (admitted, settled) in [("2027-01-02", "2027-01-05"), ("2029-01-02", "2029-01-05")] {
        let warned = warnings(admitted, settled);
        assert_eq!(warned.len(), 1, "{settled}");
        assert!(warned[0].zh.contains("2026-11-22") && warned[0].zh.contains(settled), "{warned:?}");
    }
}

#[test]
fn a_group_of_the_other_insurance_is_refused_with_those_of_ones_own() {
    let error = try_estimate(&city([]), &visit([("/person/group", json!("otherResident"))])).unwrap_err();
    assert_eq!((error.code(), error.path().as_str()), (ErrorCode::GroupMismatch, "person.group"));
    let allowed = error.allowed().unwrap();
    assert!(allowed.contains("working") && allowed.contains("retired") && !allowed.contains("otherResident"), "{allowed}");
}

#[test]
fn what_a_fund_has_paid_is_not_asked_where_it_has_nothing_to_pay() {
    let pack = city([("seriousIllness", vec![rule(supplement("15000", "60", json!({"yearly": "1000"})))])]);
    // 11,999 + 3,000 do not reach the start.
    let estimate = estimated(&pack, &visit([("/yearSoFar/seriousIllnessBase", json!("11999"))]));
    assert_eq!((estimate.patient_pays, estimate.figures.serious_illness), (yuan("3000"), Some(yuan("0"))));
    let above = visit([("/yearSoFar/seriousIllnessBase", json!("12001"))]);
    assert_eq!(refusal(try_estimate(&pack, &above)), (ErrorCode::InputNeeded, "yearSoFar.seriousIllnessPaid".to_owned()));
}

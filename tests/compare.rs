//! The same bill under every way to file it, on two days, as it grows, and beside a real slip.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod test_city;

use serde_json::{Value, json};
use test_city::{ask, city, estimated, ratio, refusal, rule, rule_for, value, visit, yuan};
use yidi::{
    CompareOptions, CostCurve, DateComparison, Error, ErrorCode, EstimateInput, EstimateOutcome, FiledLate, FilingCategory,
    FilingComparison, FilingOption, Grade, Library, Money, ProofMode, Reconciliation, RuleName, Slip, compare_dates,
    compare_filings, cost_curve, estimate_many, reconcile,
};

fn elsewhere(category: &str, says: Value) -> Value {
    rule_for(&json!({"category": [category]}), value(says))
}

/// Long-term as at home, by referral 10 points less, other temporary visits 20 points less, not filed half.
fn by_filing() -> Value {
    city([(
        "crossRegion",
        vec![
            elsewhere("longTermResident", json!("none")),
            elsewhere("referral", json!({"minusPoints": "10"})),
            elsewhere("otherTemporary", json!({"minusPoints": "20"})),
            elsewhere("notFiled", json!({"times": "50"})),
        ],
    )])
}

fn compared(pack: &Value, input: &Value, tiers: bool) -> FilingComparison {
    ask(pack, input, |library, input| compare_filings(library, input, CompareOptions { tiers })).unwrap()
}

#[test]
fn every_way_to_file_is_compared_the_cheapest_first() {
    let comparison = compared(&by_filing(), &visit([("/filing", json!({}))]), false);
    let pays: Vec<_> = comparison
        .options
        .iter()
        .filter(|option| option.filed_late.is_none())
        .map(|option| (option.category.as_str(), option.proof.map(ProofMode::as_str), option.pays.most, option.more_than_cheapest))
        .collect();
    let amount = |pays: &str, more: &str| (Some(yuan(pays)), Some(yuan(more)));
    let option = |category, proof, (pays, more)| (category, proof, pays, more);
    assert_eq!(
        pays,
        [
            option("longTermResident", Some("material"), amount("3000", "0")),
            option("longTermResident", Some("commitment"), amount("3000", "0")),
            option("longTermResident", Some("commitmentNotSupplemented"), amount("3000", "0")),
            option("referral", None, amount("4000", "1000")),
            option("otherTemporary", None, amount("5000", "2000")),
            option("notFiled", None, amount("7000", "4000")), // 80 % × 50 %
            option("emergency", None, (None, None)),
        ]
    );
    let emergency = comparison.options.iter().find(|option| option.category == FilingCategory::Emergency).unwrap();
    assert_eq!(emergency.pays.refusal.as_ref().map(|refusal| refusal.code), Some(ErrorCode::RuleNotFound));
    let referral = comparison.options.iter().find(|option| option.category == FilingCategory::Referral).unwrap();
    assert_eq!(referral.rule.as_ref().unwrap().says.zh, "支付比例降低 10 个百分点");
    // Every rule of the city is official, and no figure is the person's own.
    assert_eq!(referral.pays.grade, Some(Grade::Official));
}

#[test]
fn an_option_says_what_has_to_be_shown_for_it_and_what_it_brings_late() {
    // Luohe's own list for other temporary visits; late filing by national law.
    let input = json!({
        "person": {"insuredRegion": "411100", "insurance": "resident", "group": "otherResident"},
        "visit": {"treatmentRegion": "440300", "kind": "inpatient", "tier": "tier3", "admitted": "2026-11-02", "settled": "2026-11-12"},
        "filing": {}, "bill": {"total": "20650", "inScope": "20650"}, "yearSoFar": {},
        "ownFigures": {"deductible": "650", "ratio": "65"}
    });
    let comparison = compared(&city([]), &input, false);
    let option = |category| comparison.options.iter().find(|option| option.category == category).unwrap();
    let temporary = option(FilingCategory::OtherTemporary);
    // 20,000 at 65 % to 45 %.
    assert_eq!((temporary.pays.least, temporary.pays.most), (Some(yuan("7650")), Some(yuan("11650"))));
    assert_eq!(temporary.pays.grade, Some(Grade::UserSupplied));
    assert_eq!(temporary.more_than_cheapest, Some(yuan("4000")));
    assert!(!temporary.papers.as_ref().unwrap().materials.needs.is_empty());
    assert!(temporary.late.is_some());
    let not_filed = option(FilingCategory::NotFiled);
    assert_eq!((not_filed.papers.is_none(), not_filed.late.is_none()), (true, true));
    assert!(not_filed.pays.refusal.is_some());
}

/// A way to file late: for what, when, what it comes to, and why that is not known.
type LateOption = (FilingCategory, FiledLate, Option<Money>, Option<(ErrorCode, String)>);

/// The late filings among the options, the one before discharge first.
fn filed_late(pack: &Value, input: &Value) -> Vec<LateOption> {
    let mut options = compared(pack, input, false).options;
    options.retain(|option| option.filed_late.is_some());
    options.sort_by_key(|option| option.filed_late == Some(FiledLate::AfterDischarge));
    let refusal = |option: &FilingOption| option.pays.refusal.as_ref().map(|refusal| (refusal.code, refusal.reason.zh.to_string()));
    options.iter().map(|option| (option.category, option.filed_late.unwrap(), option.pays.most, refusal(option))).collect()
}

fn late_by(before: &str, after: &str, claim: &Value) -> Value {
    let mut pack = by_filing();
    let on_filing = |says| json!([{"applies": {}, "says": value(says), "law": rule(json!({}))["law"]}]);
    pack["filing"] = json!({
        "lateFiling": on_filing(json!({"beforeSettlement": before, "afterSettlement": after})),
        "claim": on_filing(claim.clone())
    });
    pack
}

#[test]
fn a_late_filing_is_an_option_and_has_a_price_where_a_rule_gives_one() {
    use FiledLate::{AfterDischarge, BeforeDischarge};
    let papers = json!({"papers": [{"zh-CN": "发票", "en": "the invoice"}]});
    let as_direct = json!({"papers": [{"zh-CN": "发票", "en": "the invoice"}], "paidAsDirect": true});
    let unknown = |rule: &str, filed_as: &str, document: &str| {
        Some((
            ErrorCode::RuleNotFound,
            format!(
                "没有收录适用的规定，请咨询参保地医保部门（12393）：{rule}（职工医保、在职、住院、跨省异地、{filed_as}、三级医院），通常写在参保地的{document}里"
            ),
        ))
    };
    // Nobody has filed, so as anybody can: 20 points less of 10,000 at 80 %. What a claim pays, the rules do not say.
    let nobody = visit([("/filing", json!({}))]);
    let temporary = FilingCategory::OtherTemporary;
    let claim = |filed_as| unknown("零星报销", filed_as, "零星报销规定");
    let late = |filed_as| unknown("补办备案", filed_as, "异地就医备案办法或备案告知书");
    let other = temporary.label().zh;
    assert_eq!(
        filed_late(&late_by("directSettlement", "manualClaim", &papers), &nobody),
        [(temporary, BeforeDischarge, Some(yuan("5000")), None), (temporary, AfterDischarge, None, claim(&other))]
    );
    // As the person means to file: 10 points less. A claim that pays what direct settlement would have.
    let referral = FilingCategory::Referral;
    assert_eq!(
        filed_late(&late_by("directSettlement", "postBillingThenClaim", &as_direct), &visit([])),
        [(referral, BeforeDischarge, Some(yuan("4000")), None), (referral, AfterDischarge, Some(yuan("4000")), None)]
    );
    let refused = [(temporary, BeforeDischarge, None, late(&other)), (temporary, AfterDischarge, None, late(&other))];
    assert_eq!(filed_late(&late_by("insuredRegionDecides", "insuredRegionDecides", &papers), &nobody), refused);
    assert_eq!(filed_late(&by_filing(), &nobody), refused, "no rule on late filing");
    // An emergency counts as filed, and is not filed late.
    assert_eq!(filed_late(&by_filing(), &visit([("/filing", json!({"category": "emergency"}))])), refused);
}

/// Nanjing pays claims for chronic diseases as if settled directly (门特通知 2022-11-25): 1,000 of a working employee's at 92 %.
#[test]
fn nanjing_prices_a_claim_for_a_chronic_disease() {
    let input = json!({
        "person": {"insuredRegion": "320100", "insurance": "employee", "group": "working"},
        "visit": {"treatmentRegion": "310000", "kind": "chronic", "disease": "sle", "admitted": "2026-11-02", "settled": "2026-11-02"},
        "filing": {"category": "longTermResident", "proof": "material"},
        "bill": {"total": "1000", "inScope": "1000"}, "yearSoFar": {"poolPaid": "0"},
        "ownFigures": {"deductible": "0"}
    });
    for (_, _, most, refusal) in filed_late(&city([]), &input) {
        assert_eq!((most, refusal), (Some(yuan("80")), None));
    }
}

#[test]
fn the_kind_of_long_term_filing_is_the_persons_own() {
    let pack = city([("crossRegion", vec![elsewhere("postedWorker", json!("none"))])]);
    let comparison = compared(&pack, &visit([("/filing", json!({"category": "postedWorker", "proof": "material"}))]), false);
    assert_eq!(comparison.options[0].category, FilingCategory::PostedWorker);
    assert_eq!(comparison.options[0].pays.most, Some(yuan("3000")));
}

#[test]
fn with_tiers_each_option_is_there_for_each_tier() {
    let mut pack = by_filing();
    pack["tiers"] = json!([
        {"id": "tier2", "label": {"zh-CN": "二级医院", "en": "tier 2"}},
        {"id": "tier3", "label": {"zh-CN": "三级医院", "en": "tier 3"}}
    ]);
    pack["rules"]["segments"] = json!([
        rule_for(&json!({"tier": ["tier2"]}), value(ratio("90"))),
        rule_for(&json!({"tier": ["tier3"]}), value(ratio("80")))
    ]);
    let options = compared(&pack, &visit([("/visit/tier", Value::Null)]), true).options;
    assert_eq!(options.len(), 18, "seven ways in time and two late ones, of each tier");
    assert_eq!((options[0].tier.as_deref(), options[0].pays.most), (Some("tier2"), Some(yuan("2000"))));
    // Without tiers, an unknown tier is a range.
    let options = compared(&pack, &visit([("/visit/tier", Value::Null)]), false).options;
    assert_eq!(
        (options[0].tier.clone(), options[0].pays.least, options[0].pays.most),
        (None, Some(yuan("2000")), Some(yuan("3000")))
    );
}

#[test]
fn faulty_input_is_refused_as_a_whole() {
    let refused = ask(&city([]), &visit([("/bill", json!({"total": "1", "inScope": "2"}))]), |library, input| {
        compare_filings(library, input, CompareOptions::default())
    });
    assert_eq!(refusal(refused), (ErrorCode::SumExceedsTotal, "bill.inScope".to_owned()));
}

fn dated(says: Value, from: &str, to: Option<&str>) -> Value {
    let mut rule = rule(value(says));
    rule["law"]["effective"] = json!({"from": from});
    if let Some(to) = to {
        rule["law"]["effective"]["to"] = json!(to);
    }
    rule
}

fn on_two_days(pack: &Value, input: &Value, before: &str, after: &str) -> Result<DateComparison, Error> {
    ask(pack, input, |library, input| compare_dates(library, input, before.parse()?, after.parse()?))
}

#[test]
fn between_two_days_the_rules_that_changed_are_told_one_by_one() {
    let pack =
        city([("segments", vec![dated(ratio("80"), "2025-01-01", Some("2025-12-31")), dated(ratio("75"), "2026-01-01", None)])]);
    let compared = on_two_days(&pack, &visit([]), "2025-11-12", "2026-11-12").unwrap();
    assert_eq!((compared.before.pays.most, compared.after.pays.most), (Some(yuan("3000")), Some(yuan("3500"))));
    let [change] = compared.changes.as_slice() else { panic!("one change: {:?}", compared.changes) };
    assert_eq!(change.rule, RuleName::Segments);
    let said = |said: &Option<yidi::RuleSaid>| said.as_ref().unwrap().says.en.clone();
    assert_eq!((said(&change.before), said(&change.after)), ("80% is paid".into(), "75% is paid".into()));
}

#[test]
fn a_day_that_the_rules_do_not_cover_carries_its_refusal() {
    let compared = on_two_days(&city([]), &visit([]), "2020-01-31", "2026-11-12").unwrap();
    assert_eq!(compared.before.pays.refusal.unwrap().code, ErrorCode::DateNotCovered);
    assert_eq!(compared.after.pays.most, Some(yuan("3000")));
    assert_eq!(compared.changes, []);
}

#[test]
fn the_stay_keeps_its_length_when_it_is_moved() {
    let too_early = on_two_days(&city([]), &visit([]), "1949-10-05", "2026-11-12");
    assert_eq!(refusal(too_early).0, ErrorCode::InvalidDate); // ten days before
}

fn curve(pack: &Value, input: &Value, up_to: &str) -> Result<CostCurve, Error> {
    ask(pack, input, |library, input| cost_curve(library, input, yuan(up_to)))
}

/// The points of a curve: in scope, the least and the most that is paid, and what begins.
fn points(curve: &CostCurve) -> Vec<[String; 4]> {
    let point = |point: &yidi::CurvePoint| {
        let begins: Vec<_> = point.begins.iter().map(|text| text.en.as_ref()).collect();
        [point.in_scope.to_string(), point.least.to_string(), point.most.to_string(), begins.join("; ")]
    };
    curve.points.iter().map(point).collect()
}

/// The same of a curve on which nothing is open: in scope, paid, and what begins.
fn paid_at<const POINTS: usize>(points: [(&str, &str, &str); POINTS]) -> [[String; 4]; POINTS] {
    points.map(|(at, pays, begins)| [at, pays, pays, begins].map(str::to_owned))
}

#[test]
fn the_curve_has_a_point_wherever_something_begins() {
    let bands = json!({"bands": [{"upTo": "30000", "ratio": "70"}, {"upTo": "70000", "ratio": "80"}, {"ratio": "90"}]});
    let large = json!({"ratio": "50", "cap": {"own": "10000"}});
    let pack = city([
        ("segments", vec![rule(value(bands))]),
        ("poolCap", vec![rule(value(json!({"yearly": "71000"})))]),
        ("largeAmount", vec![rule(value(large))]),
    ]);
    let curve = curve(&pack, &visit([("/yearSoFar/largeAmountPaid", json!("0"))]), "200000").unwrap();
    // 21,000 + 32,000 from the first two segments; 18,000 more are 90 % of 20,000; then 10,000 are 50 % of 20,000.
    let expected = paid_at([
        ("0.00", "0.00", ""),
        ("1000.00", "1000.00", "Pool: 70%"),
        ("31000.00", "10000.00", "Pool: 80%"),
        ("71000.00", "18000.00", "Pool: 90%"),
        ("91000.00", "20000.00", "Pool: the cap is reached; Large-amount fund: 50%"),
        ("111000.00", "30000.00", "Large-amount fund: the cap is reached"),
        ("200000.00", "119000.00", ""),
    ]);
    assert_eq!(points(&curve), expected);
}

#[test]
fn each_fund_on_the_curve_has_its_own_name_where_it_begins() {
    let fund = |start: &str, percent: &str| rule(value(json!({"start": start, "segments": ratio(percent), "cap": "unlimited"})));
    let pack = city([("seriousIllness", vec![fund("2000", "50")]), ("assistance", vec![fund("3000", "70")])]);
    let before = [("/yearSoFar/seriousIllnessBase", json!("0")), ("/yearSoFar/assistanceBase", json!("0"))];
    let curve = curve(&pack, &visit(before), "41000").unwrap();
    // 2,000 own payments: 1,000 and 20 % of 5,000. 3,000 after half of the rest: 20 % × 50 % of 10,000 more. What rounds to no fen does
    // not begin yet.
    let expected = paid_at([
        ("0.00", "0.00", ""),
        ("1000.00", "1000.00", "Pool: 80%"),
        ("6000.02", "2000.00", "Serious-illness insurance: 50%"),
        ("16000.07", "3000.00", "Medical assistance: 70%"),
        ("41000.00", "3750.00", ""),
    ]);
    assert_eq!(points(&curve), expected);
}

#[test]
fn what_lies_outside_the_scope_stays_as_it_is() {
    let curve = curve(&city([]), &visit([("/bill", json!({"total": "12000", "inScope": "11000"}))]), "11000").unwrap();
    let totals: Vec<_> = curve.points.iter().map(|point| (point.total.to_string(), point.most.to_string())).collect();
    let expected = [("1000.00", "1000.00"), ("2000.00", "2000.00"), ("12000.00", "4000.00")];
    assert_eq!(totals, expected.map(|(total, pays)| (total.to_owned(), pays.to_owned())));
}

#[test]
fn a_curve_that_begins_at_once_has_one_point_there() {
    let none = city([("deductible", vec![rule(value(json!({"perVisit": {"always": "0"}})))])]);
    let points = points(&curve(&none, &visit([]), "1000").unwrap());
    assert_eq!(points, paid_at([("0.00", "0.00", "Pool: 80%"), ("1000.00", "200.00", "")]));
}

#[test]
fn a_curve_up_to_nothing_is_one_point() {
    let points = points(&curve(&city([]), &visit([]), "0").unwrap());
    assert_eq!(points, paid_at([("0.00", "0.00", "")]));
}

#[test]
fn readings_that_come_to_the_same_leave_a_curve() {
    // Up to the deductible nothing is paid of either, and the curve ends there.
    let open = city([("segments", vec![rule(json!({"readings": [ratio("70"), ratio("80")]}))])]);
    let points = points(&curve(&open, &visit([]), "1000").unwrap());
    assert_eq!(points, paid_at([("0.00", "0.00", ""), ("1000.00", "1000.00", "")]));
}

#[test]
fn where_a_rule_leaves_something_open_every_point_has_both_bounds() {
    let open = city([("segments", vec![rule(json!({"readings": [ratio("70"), ratio("80")]}))])]);
    let curve = curve(&open, &visit([]), "11000").unwrap();
    let expected =
        [["0.00", "0.00", "0.00", ""], ["1000.00", "1000.00", "1000.00", "Pool: 70%–80%"], ["11000.00", "3000.00", "4000.00", ""]];
    assert_eq!(points(&curve), expected);
}

#[test]
fn a_rule_that_leaves_something_open_further_on_begins_where_it_is_met() {
    let large = |ratio| json!({"ratio": ratio, "cap": {"own": "100000"}});
    let pack = city([
        ("poolCap", vec![rule(value(json!({"yearly": "8000"})))]),
        ("largeAmount", vec![rule(json!({"readings": [large("50"), large("60")]}))]),
    ]);
    let curve = curve(&pack, &visit([("/yearSoFar/largeAmountPaid", json!("0"))]), "21000").unwrap();
    // 80 % of 10,000 up to the cap; of 10,000 more 60 or 50 %.
    let expected = [
        ["0.00", "0.00", "0.00", ""],
        ["1000.00", "1000.00", "1000.00", "Pool: 80%"],
        ["11000.00", "3000.00", "3000.00", "Pool: the cap is reached; Large-amount fund: 50%–60%"],
        ["21000.00", "7000.00", "8000.00", ""],
    ];
    assert_eq!(points(&curve), expected);
}

#[test]
fn a_curve_is_refused_where_a_range_on_it_would_be() {
    let none = city([("segments", vec![])]);
    assert_eq!(refusal(curve(&none, &visit([]), "11000")).0, ErrorCode::RuleNotFound);
    let unknown = visit([("/yearSoFar/poolPaid", Value::Null)]);
    assert_eq!(refusal(curve(&city([]), &unknown, "11000")), (ErrorCode::InputNeeded, "yearSoFar.poolPaid".to_owned()));
    assert_eq!(refusal(curve(&city([]), &visit([("/bill", json!({"total": "11000"}))]), "11000")).1, "bill.inScope");
    let too_much = visit([("/bill", json!({"total": "11001", "inScope": "11000"}))]);
    assert_eq!(refusal(curve(&city([]), &too_much, "999999999.99")), (ErrorCode::AmountTooLarge, "upTo".to_owned()));
}

fn reconciled(pack: &Value, input: &Value, slip: Value) -> Reconciliation {
    let slip = Slip::from_json(&slip.to_string()).unwrap();
    ask(pack, input, |library, input| reconcile(library, input, &slip)).unwrap()
}

fn explained(reconciliation: &Reconciliation) -> Vec<Vec<String>> {
    let said =
        |explanation: &yidi::Explanation| explanation.assumes.iter().map(|fact| fact.says().en.clone().into_owned()).collect();
    reconciliation.explanations.iter().map(said).collect()
}

#[test]
fn a_slip_that_agrees_matches_line_by_line() {
    let slip = json!({"total": "11000", "inScope": "11000", "deductible": "1000", "pool": "8000.01", "fundsPay": "8000.01",
        "patientPays": "2999.99", "account": "0", "cash": "2999.99"});
    let reconciliation = reconciled(&city([]), &visit([]), slip);
    // One fen for the one fund.
    assert!(reconciliation.matches && reconciliation.explanations.is_empty());
    assert_eq!(reconciliation.identities.len(), 3);
    assert!(reconciliation.identities.iter().all(|sum| sum.holds));
    let fields: Vec<_> = reconciliation.lines.iter().map(|line| line.field).collect();
    assert_eq!(fields, ["total", "inScope", "deductible", "pool", "fundsPay", "patientPays"]);
}

#[test]
fn two_fen_of_one_fund_are_a_difference() {
    let reconciliation = reconciled(&city([]), &visit([]), json!({"total": "11000", "pool": "8000.02"}));
    assert!(!reconciliation.matches);
    let differing: Vec<_> = reconciliation.lines.iter().filter(|line| line.differs).map(|line| line.field).collect();
    assert_eq!(differing, ["pool"]);
}

#[test]
fn a_sum_of_several_funds_may_be_off_by_a_fen_for_each() {
    for (funds_pay, holds) in [("8000.02", true), ("7999.98", true), ("8000.03", false), ("7999.97", false)] {
        let slip = json!({"total": "11000", "pool": "7000", "seriousIllness": "1000", "fundsPay": funds_pay});
        let sums = reconciled(&city([]), &visit([]), slip).identities;
        assert_eq!(sums.iter().map(|sum| sum.holds).collect::<Vec<_>>(), [holds], "{funds_pay}");
    }
}

#[test]
fn a_slip_within_what_a_rule_leaves_open_agrees() {
    let open = city([("segments", vec![rule(json!({"readings": [ratio("70"), ratio("80")]}))])]);
    let beside = |pool| reconciled(&open, &visit([]), json!({"total": "11000", "deductible": "1000", "pool": pool}));
    for agreeing in ["7000", "7500", "8000.01"] {
        assert!(beside(agreeing).matches, "{agreeing}");
    }
    for outside in ["6999.98", "8000.02"] {
        let reconciliation = beside(outside);
        let [.., deductible, pool] = reconciliation.lines.as_slice() else { panic!("three lines") };
        assert!(pool.differs && !deductible.differs && !reconciliation.matches, "{outside}");
        assert_eq!((pool.least, pool.most), (yuan("7000"), yuan("8000")));
        assert_eq!((deductible.least, deductible.most), (yuan("1000"), yuan("1000")));
    }
}

#[test]
fn what_explains_a_slip_is_named_where_a_rule_leaves_something_open() {
    let mut pack = by_filing();
    pack["rules"]["segments"] = json!([rule(json!({"readings": [ratio("70"), ratio("80")]}))]);
    // As another temporary visit: 50 to 60 %.
    let reconciliation = reconciled(&pack, &visit([]), json!({"total": "11000", "pool": "5500"}));
    assert!(explained(&reconciliation).contains(&vec!["other temporary visit".to_owned()]));
}

#[test]
fn a_slip_whose_own_sums_do_not_hold_is_told_so() {
    let slip = json!({"total": "56378.09", "fundsPay": "2620.79", "patientPays": "30157.30"});
    let sums = reconciled(&city([]), &visit([]), slip).identities;
    let [sum] = sums.as_slice() else { panic!("one sum") };
    assert!(!sum.holds);
    assert_eq!((sum.parts, sum.whole), (yuan("32778.09"), yuan("56378.09")));
}

#[test]
fn what_alone_explains_a_slip_is_named() {
    // Settled as another temporary visit: 80 % − 20 points.
    let reconciliation = reconciled(&by_filing(), &visit([]), json!({"total": "11000", "pool": "6000", "deductible": "1000"}));
    assert_eq!(explained(&reconciliation), [["other temporary visit"]]);
    // The yearly deductible was used up.
    let yearly = city([("deductible", vec![rule(value(json!({"perYear": "1000"})))])]);
    let input = visit([("/yearSoFar/deductiblePaid", json!("0"))]);
    let reconciliation = reconciled(&yearly, &input, json!({"total": "11000", "pool": "8800"}));
    assert_eq!(explained(&reconciliation), [["1000.00"]]);
    // A part of it: the slip says how much was left.
    let reconciliation = reconciled(&yearly, &input, json!({"total": "11000", "pool": "8480", "deductible": "400"}));
    assert_eq!(explained(&reconciliation), [["600.00"]]);
}

#[test]
fn where_no_single_fact_explains_a_slip_two_may() {
    let mut pack = by_filing();
    pack["rules"]["deductible"] = json!([rule(value(json!({"perVisit": {"amounts": {"first": ["1000"], "later": "500"}}})))]);
    // 10,500 × 60 %: a second admission, and another temporary visit.
    let reconciliation = reconciled(&pack, &visit([]), json!({"total": "11000", "pool": "6300", "deductible": "500"}));
    let pairs = explained(&reconciliation);
    assert!(pairs.contains(&vec!["other temporary visit".to_owned(), "1".to_owned()]), "{pairs:?}");
}

#[test]
fn a_slip_that_nothing_explains_has_no_explanation() {
    let reconciliation = reconciled(&by_filing(), &visit([]), json!({"total": "11000", "pool": "123.45"}));
    assert!(!reconciliation.matches);
    assert_eq!(explained(&reconciliation), Vec::<Vec<String>>::new());
}

#[test]
fn a_fund_that_is_not_on_the_slip_is_not_zero() {
    // Reported zero is compared, missing is not.
    let zero = reconciled(&city([]), &visit([]), json!({"total": "11000", "seriousIllness": "0"}));
    assert!(zero.matches && zero.lines.iter().any(|line| line.field == "seriousIllness"));
    let missing = reconciled(&city([]), &visit([]), json!({"total": "11000"}));
    assert_eq!(missing.lines.len(), 1);
}

#[test]
fn of_many_stays_each_is_answered_or_refused_by_itself() {
    let mut library = Library::shipped();
    library.add_json(&city([]).to_string()).unwrap();
    let inputs = [visit([]), visit([("/visit/tier", json!("tier9")), ("/filing/category", Value::Null)])];
    let inputs = inputs.map(|input| EstimateInput::from_json(&input.to_string()).unwrap());
    let answers = estimate_many(&library, &inputs);
    assert_eq!(answers.len(), 2);
    assert!(matches!(&answers[0], EstimateOutcome::Estimated { estimate } if **estimate == estimated(&city([]), &visit([]))));
    assert!(matches!(&answers[1], EstimateOutcome::Refused { refusal } if refusal.code == ErrorCode::UnknownTier));
}

/// A city with a ratio of 90 % in a secondary and, unless it is left out, 80 % in a tertiary hospital.
fn of_tiers(ratios: &[(&str, &str)]) -> Value {
    let of = |(tier, percent): &(&str, &str)| rule_for(&json!({"tier": [tier]}), value(ratio(percent)));
    let mut pack = by_filing();
    pack["rules"]["segments"] = json!(ratios.iter().map(of).collect::<Vec<_>>());
    pack["tiers"] = json!(["tier2", "tier3"].map(|tier| json!({"id": tier, "label": {"zh-CN": "级", "en": tier}})));
    pack
}

/// Least, most, whether it could be more and whether less, of a referral; or why not.
fn referred(pack: &Value, input: &Value) -> Result<([Money; 2], bool, bool), ErrorCode> {
    let options = compared(pack, input, false).options;
    let option = options.into_iter().find(|option| option.category == FilingCategory::Referral && option.filed_late.is_none());
    let pays = option.unwrap().pays;
    match pays.refusal {
        Some(refusal) => Err(refusal.code),
        None => Ok(([pays.least.unwrap(), pays.most.unwrap()], pays.at_least, pays.at_most)),
    }
}

#[test]
fn what_is_open_is_open_in_every_option() {
    let both = [("tier2", "90"), ("tier3", "80")];
    let of_tier = |tier: &str, says: Value| json!([rule_for(&json!({"tier": [tier]}), value(says))]);
    let input = visit([("/visit/tier", Value::Null)]);
    // 1,000 and 20 % or 30 % of 10,000.
    let ends = [yuan("3000"), yuan("4000")];
    assert_eq!(referred(&of_tiers(&both), &input), Ok((ends, false, false)));
    let mut uncapped = of_tiers(&both);
    uncapped["rules"]["poolCap"] = of_tier("tier3", json!({"yearly": "100000"}));
    assert_eq!(referred(&uncapped, &input), Ok((ends, true, false)));
    let mut unsupplemented = of_tiers(&both);
    let far = json!({"start": "90000", "segments": ratio("60"), "cap": "unlimited"});
    unsupplemented["rules"]["seriousIllness"] = of_tier("tier2", far);
    let mut resident = test_city::as_resident(input.clone());
    resident["yearSoFar"]["seriousIllnessBase"] = json!("0");
    assert_eq!(referred(&unsupplemented, &resident), Ok((ends, false, true)));
    // For one of the tiers no ratio is known: what is known is not all.
    assert_eq!(referred(&of_tiers(&both[..1]), &input), Ok(([yuan("3000"); 2], true, false)));
    // Of an amount both ends are needed.
    let mut disputed = by_filing();
    disputed["rules"]["segments"] = json!([rule(json!({"disputed": {"zh-CN": "没有写", "en": "not stated"}}))]);
    let total = visit([("/bill", json!({"total": "11000"}))]);
    assert_eq!(referred(&disputed, &total), Err(ErrorCode::RuleAmbiguous));
}

#[test]
fn a_late_filing_is_compared_by_the_proof_that_the_person_has() {
    let papers = json!({"papers": [{"zh-CN": "发票", "en": "the invoice"}]});
    let pack = late_by("directSettlement", "manualClaim", &papers);
    for (given, compared_by) in [(json!("commitment"), ProofMode::Commitment), (Value::Null, ProofMode::Material)] {
        let input = visit([("/filing", json!({"category": "longTermResident", "proof": given}))]);
        let options = compared(&pack, &input, false).options;
        let late: Vec<_> = options.iter().filter(|option| option.filed_late.is_some()).map(|option| option.proof).collect();
        assert_eq!(late, [Some(compared_by); 2], "{given}");
    }
}

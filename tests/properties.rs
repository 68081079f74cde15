//! What holds for every bill, whatever the numbers: the identities, and that more is never less.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod test_city;

use proptest::prelude::*;
use serde_json::{Value, json};
use yidi::{
    Error, ErrorCode, Estimate, EstimateInput, EstimateRange, LedgerLine, Library, Money, cost_curve, estimate, estimate_range,
};

use crate::test_city::{city, rule, try_estimate, try_range, value, visit};

thread_local! {
    static LIBRARY: Library = Library::shipped();
}

/// A shipped region, insurance, group and tier, with figures of the year so far.
#[derive(Clone, Debug)]
struct Situation {
    region: &'static str,
    insurance: &'static str,
    group: &'static str,
    tier: &'static str,
    category: &'static str,
    pool_paid: u64,
    own_before: u64,
}

fn situations() -> impl Strategy<Value = Situation> {
    let regions = prop::sample::select(vec!["610100", "360100"]);
    let groups = prop::sample::select(vec![("employee", "working"), ("employee", "retired"), ("resident", "otherResident")]);
    let tiers = prop::sample::select(vec!["tier1", "tier2", "tier3"]);
    let categories = prop::sample::select(vec!["longTermResident", "referral", "otherTemporary", "notFiled"]);
    (regions, groups, tiers, categories, 0..50_000_000_u64, 0..5_000_000_u64).prop_map(
        |(region, (insurance, group), tier, category, pool_paid, own_before)| Situation {
            region,
            insurance,
            group,
            tier,
            category,
            pool_paid,
            own_before,
        },
    )
}

/// Insured in Luohe, of which national law only bounds what care elsewhere loses: with a deductible and a ratio as the person learned them.
#[derive(Clone, Debug)]
struct Bounded {
    deductible: u64,
    ratio: u8,
    category: &'static str,
}

fn bounded_situations() -> impl Strategy<Value = Bounded> {
    let categories = prop::sample::select(vec!["longTermResident", "referral", "otherTemporary"]);
    (0..500_000_u64, 20..=95_u8, categories).prop_map(|(deductible, ratio, category)| Bounded { deductible, ratio, category })
}

fn bounded_input(bounded: &Bounded, in_scope: u64) -> Result<EstimateInput, Error> {
    let in_scope = yuan(in_scope);
    let input = json!({
        "person": {"insuredRegion": "411100", "insurance": "resident", "group": "otherResident"},
        "visit": {"treatmentRegion": "440300", "kind": "inpatient", "tier": "tier3", "admitted": "2026-11-02", "settled": "2026-11-12"},
        "filing": {"category": bounded.category, "proof": "commitment"},
        "bill": {"total": in_scope, "inScope": in_scope}, "yearSoFar": {},
        "ownFigures": {"deductible": yuan(bounded.deductible), "ratio": bounded.ratio.to_string()}
    });
    EstimateInput::from_json(&input.to_string())
}

/// A city whose segments, caps and further funds are drawn, and what it is to have paid before: the facts that a range is asked without.
#[derive(Clone, Debug)]
struct Drawn {
    bands: Vec<(u32, u8)>,
    over_the_year: bool,
    large_amount: Option<(u8, Value)>,
    serious_illness: Option<Value>,
    in_scope: u32,
    paid_before: [u32; 5],
}

/// The year's facts that a range of a drawn city is asked without.
const PAID_BEFORE: [&str; 5] = ["segmentBase", "poolPaid", "largeAmountPaid", "seriousIllnessBase", "seriousIllnessPaid"];

prop_compose! {
    fn drawn_cities()(
        bands in prop::collection::vec((1..40_000_u32, 40..=100_u8), 1..5),
        (over_the_year, rising) in any::<(bool, bool)>(),
        large_ratio in prop::option::of(40..=100_u8),
        large_cap in prop_oneof![
            Just(json!("unlimited")),
            (1..100_000_u32).prop_map(|cap| json!({"own": cap.to_string()})),
            (1..200_000_u32).prop_map(|cap| json!({"withPool": cap.to_string()})),
        ],
        serious_illness in prop::option::of((0..20_000_u32, 1..30_000_u32, 50..70_u8).prop_map(|(start, cap, percent)| json!({
            "start": start.to_string(), "segments": {"bands": [{"ratio": percent.to_string()}]}, "cap": {"yearly": cap.to_string()}
        }))),
        in_scope in 1_001..250_000_u32,
        paid_before in [0..200_000_u32, 0..100_001, 0..200_000, 0..60_000, 0..40_000],
    ) -> Drawn {
        let mut ratios: Vec<_> = bands.iter().map(|(_, ratio)| *ratio).collect();
        if rising {
            ratios.sort_unstable();
        }
        let bounds = bands.iter().scan(0, |bound, (length, _)| { *bound += length; Some(*bound) });
        let bands = bounds.zip(ratios).collect();
        let large_amount = large_ratio.map(|ratio| (ratio, large_cap));
        Drawn { bands, over_the_year, large_amount, serious_illness, in_scope, paid_before }
    }
}

impl Drawn {
    fn pack(&self) -> Value {
        let last = self.bands.len() - 1;
        let band = |(at, (up_to, ratio)): (usize, &(u32, u8))| match at {
            _ if at < last => json!({"upTo": up_to.to_string(), "ratio": ratio.to_string()}),
            _ => json!({"ratio": ratio.to_string()}),
        };
        let bands: Vec<_> = self.bands.iter().enumerate().map(band).collect();
        let large = self.large_amount.iter().map(|(ratio, cap)| rule(value(json!({"ratio": ratio.to_string(), "cap": cap}))));
        let serious = self.serious_illness.iter().map(|says| rule(value(says.clone())));
        city([
            ("segments", vec![rule(value(json!({"bands": bands, "overTheYear": self.over_the_year})))]),
            ("largeAmount", large.collect()),
            ("seriousIllness", serious.collect()),
        ])
    }

    fn visit(&self, unknown: &[usize]) -> Value {
        let in_scope = self.in_scope.to_string();
        let mut visit = visit([("/bill", json!({"total": in_scope, "inScope": in_scope}))]);
        for (at, (name, paid)) in PAID_BEFORE.iter().zip(self.paid_before).enumerate() {
            visit["yearSoFar"][name] = if unknown.contains(&at) { Value::Null } else { json!(paid.to_string()) };
        }
        visit
    }
}

fn yuan(fen: u64) -> String {
    format!("{}.{:02}", fen / 100, fen % 100)
}

fn input(situation: &Situation, total: u64, in_scope: u64) -> Result<EstimateInput, Error> {
    EstimateInput::from_json(&facts(situation, total, in_scope))
}

/// Every fact that any rule may turn on is given.
fn facts(situation: &Situation, total: u64, in_scope: u64) -> String {
    let Situation { region, insurance, group, tier, category, pool_paid, own_before } = situation;
    let own_before = yuan(*own_before);
    format!(
        r#"{{"person": {{"insuredRegion": "{region}", "insurance": "{insurance}", "group": "{group}", "age": 50,
                         "standing": "ordinary", "civilServant": "no"}},
            "visit": {{"treatmentRegion": "310000", "kind": "inpatient", "tier": "{tier}", "admitted": "2026-11-02", "settled": "2026-11-12"}},
            "filing": {{"category": "{category}", "proof": "material"}},
            "bill": {{"total": "{}", "inScope": "{}"}},
            "yearSoFar": {{"admissions": 0, "deductiblePaid": "0", "segmentBase": "0", "poolPaid": "{}", "largeAmountPaid": "0",
                           "seriousIllnessBase": "{own_before}", "seriousIllnessPaid": "0",
                           "localSupplementBase": "{own_before}", "localSupplementPaid": "0",
                           "assistanceBase": "{own_before}", "assistancePaid": "0"}}}}"#,
        yuan(total),
        yuan(in_scope),
        yuan(*pool_paid),
    )
}

/// Facts that may not be known.
const FACTS: [&str; 14] = [
    "/person/group",
    "/person/standing",
    "/person/civilServant",
    "/visit/tier",
    "/filing/category",
    "/filing/proof",
    "/bill/inScope",
    "/yearSoFar/admissions",
    "/yearSoFar/deductiblePaid",
    "/yearSoFar/poolPaid",
    "/yearSoFar/largeAmountPaid",
    "/yearSoFar/seriousIllnessBase",
    "/yearSoFar/seriousIllnessPaid",
    "/yearSoFar/assistanceBase",
];

fn without(facts: &str, unknown: &[&str]) -> Result<EstimateInput, Error> {
    let mut facts: Value = serde_json::from_str(facts).unwrap_or_default();
    for pointer in unknown {
        if let Some(fact) = facts.pointer_mut(pointer) {
            *fact = Value::Null;
        }
    }
    EstimateInput::from_json(&facts.to_string())
}

fn range(situation: &Situation, total: u64, in_scope: u64) -> EstimateRange {
    let range = input(situation, total, in_scope).and_then(|input| LIBRARY.with(|library| estimate_range(library, &input)));
    range.unwrap_or_else(|error| panic!("{situation:?} {total} {in_scope}: {error:?}"))
}

/// An estimate, or `None` where the law leaves open what is paid of such a bill: the one refusal that sound input may meet here.
fn estimate_or_open(situation: &Situation, total: u64, in_scope: u64) -> Option<Estimate> {
    match input(situation, total, in_scope).and_then(|input| LIBRARY.with(|library| estimate(library, &input))) {
        Ok(estimate) => Some(estimate),
        Err(error) if matches!(error.code(), ErrorCode::RuleAmbiguous | ErrorCode::RuleBounded) => None,
        Err(error) => panic!("{situation:?} {total} {in_scope}: {error:?}"),
    }
}

/// In fen.
fn pool_cap(situation: &Situation) -> u64 {
    match (situation.region, situation.insurance) {
        ("610100", "employee") => 40_000_000,
        ("610100", _) => 20_000_000,
        _ => 10_000_000,
    }
}

fn range_or_refusal(situation: &Situation, total: u64, in_scope: u64) -> Option<EstimateRange> {
    let range = input(situation, total, in_scope).and_then(|input| LIBRARY.with(|library| estimate_range(library, &input)));
    range.ok()
}

fn fen(amount: Money) -> i64 {
    amount.to_string().replace('.', "").parse().unwrap_or_default()
}

fn leaves(line: &LedgerLine) -> Money {
    if line.lines.is_empty() { line.amount } else { line.lines.iter().map(leaves).sum() }
}

/// A bill in fen, and the part of it in scope.
fn bills() -> impl Strategy<Value = (u64, u64)> {
    prop_oneof![0..10_000_000_u64, 0..99_999_999_999_u64].prop_flat_map(|total| (Just(total), 0..=total))
}

/// More than these when `PROPTEST_CASES` asks for more, as the long proof does.
fn cases() -> u32 {
    ProptestConfig::default().cases.max(2_000)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn funds_and_person_pay_the_bill(situation in situations(), (total, in_scope) in bills()) {
        if let Some(estimate) = estimate_or_open(&situation, total, in_scope) {
            let total: Money = yuan(total).parse()?;
            prop_assert_eq!(estimate.funds_pay + estimate.patient_pays, total);
            prop_assert_eq!(leaves(&estimate.ledger), total);
            prop_assert!(estimate.funds_pay <= estimate.figures.in_scope);
        }
    }

    #[test]
    fn the_pool_never_pays_above_its_cap(situation in situations(), (total, in_scope) in bills()) {
        if let Some(estimate) = estimate_or_open(&situation, total, in_scope) {
            let cap: Money = yuan(pool_cap(&situation)).parse()?;
            let before: Money = yuan(situation.pool_paid).parse()?;
            prop_assert!(estimate.figures.pool.unwrap_or_default() <= cap.less(before));
        }
    }

    #[test]
    fn a_larger_bill_never_costs_the_person_less(situation in situations(), (total, in_scope) in bills(), more in 1..1_000_000_u64) {
        let larger = (total + more).min(99_999_999_999);
        if let (Some(lower), Some(higher)) = (estimate_or_open(&situation, total, in_scope), estimate_or_open(&situation, larger, in_scope)) {
            prop_assert!(higher.patient_pays >= lower.patient_pays);
        }
    }

    #[test]
    fn more_in_scope_never_lowers_what_the_funds_pay(situation in situations(), (total, in_scope) in bills(), more in 1..1_000_000_u64) {
        let larger = (in_scope + more).min(total);
        if let (Some(lower), Some(higher)) = (estimate_or_open(&situation, total, in_scope), estimate_or_open(&situation, total, larger)) {
            // Each share is rounded by itself, so a fen may move between pool and serious illness.
            let fen: Money = "0.01".parse()?;
            prop_assert!(higher.funds_pay + fen >= lower.funds_pay, "{} then {}", lower.funds_pay, higher.funds_pay);
        }
    }

    #[test]
    fn one_fen_more_changes_nothing_by_more_than_two(situation in situations(), (total, in_scope) in bills()) {
        if in_scope < total && let (Some(before), Some(after)) =
            (estimate_or_open(&situation, total, in_scope), estimate_or_open(&situation, total, in_scope + 1)) {
            let two: Money = "0.02".parse()?;
            prop_assert!(after.funds_pay <= before.funds_pay + two && before.funds_pay <= after.funds_pay + two);
        }
    }

    #[test]
    fn a_better_filing_never_gets_less_from_the_pool(situation in situations(), (total, in_scope) in bills()) {
        let pools = ["longTermResident", "referral", "otherTemporary", "notFiled"].map(|category| {
            estimate_or_open(&Situation { category, ..situation.clone() }, total, in_scope).map(|estimate| estimate.figures.pool)
        });
        if let [Some(long_term), Some(referral), Some(other), Some(none)] = pools {
            prop_assert!(long_term >= referral && referral >= other && other >= none);
        }
    }

    #[test]
    fn a_range_contains_every_completion_of_what_is_not_known(
        situation in situations(),
        (total, in_scope) in bills(),
        unknown in prop::sample::subsequence(FACTS.to_vec(), 1..4),
    ) {
        // The pool cannot have paid above its cap.
        let situation = Situation { pool_paid: situation.pool_paid % pool_cap(&situation), ..situation };
        let open = without(&facts(&situation, total, in_scope), &unknown)?;
        match LIBRARY.with(|library| estimate_range(library, &open)) {
            Ok(range) => {
                // The ends are worked out at the bounds of segments, each of whose shares is rounded by itself.
                let few: Money = "0.03".parse()?;
                let known = range_or_refusal(&situation, total, in_scope);
                if let Some(EstimateRange { least, most, .. }) = known {
                    prop_assert!(range.least.estimate.patient_pays <= least.estimate.patient_pays + few, "{unknown:?}");
                    prop_assert!(most.estimate.patient_pays <= range.most.estimate.patient_pays + few, "{unknown:?}");
                }
            }
            Err(error) => prop_assert!(error.is_law() || error.code() == ErrorCode::InputNeeded, "{error:?}"),
        }
    }

    #[test]
    fn whatever_a_city_s_funds_have_paid_the_range_contains_it(
        drawn in drawn_cities(),
        unknown in prop::sample::subsequence((0..PAID_BEFORE.len()).collect::<Vec<_>>(), 1..=PAID_BEFORE.len()),
    ) {
        let pack = drawn.pack();
        let pays = try_estimate(&pack, &drawn.visit(&[]))?.patient_pays;
        match try_range(&pack, &drawn.visit(&unknown)) {
            Ok(EstimateRange { least, most, .. }) => {
                let few: Money = "0.05".parse()?;
                prop_assert!(least.estimate.patient_pays <= pays + few && pays <= most.estimate.patient_pays + few,
                    "{pays} is not in {}–{}", least.estimate.patient_pays, most.estimate.patient_pays);
            }
            Err(error) => {
                prop_assert_eq!((error.code(), error.path()), (ErrorCode::InputNeeded, "yearSoFar.segmentBase".to_owned()));
                prop_assert!(drawn.large_amount.is_some() && !drawn.bands.is_sorted_by_key(|(_, ratio)| *ratio));
            }
        }
    }

    #[test]
    fn between_the_points_of_a_curve_what_is_paid_grows_evenly(situation in situations(), up_to in 1..99_999_999_999_u64, share in 0.0..1.0) {
        let asked = input(&situation, up_to, up_to)?;
        let up_to: Money = yuan(up_to).parse()?;
        match LIBRARY.with(|library| cost_curve(library, &asked, up_to)) {
            Ok(curve) => for pair in curve.points.windows(2) {
                let [from, to] = pair else { continue };
                let [(x, y), (end_x, end_y)] = [from, to].map(|point| (fen(point.in_scope), fen(point.most)));
                let at = x + ((end_x - x) as f64 * share) as i64;
                let even = y as f64 + (end_y - y) as f64 * (at - x) as f64 / (end_x - x) as f64;
                if let Some(estimate) = estimate_or_open(&situation, at as u64, at as u64) {
                    let paid = fen(estimate.patient_pays) as f64;
                    // A share is rounded where it ends, and again at every point before it.
                    prop_assert!((paid - even).abs() <= 4.0, "{} between {:?} and {:?}: {paid}, not {even}", at, from, to);
                }
            },
            Err(error) => prop_assert!(error.is_law(), "{error:?}"),
        }
    }

    #[test]
    fn between_the_points_of_a_band_every_range_lies_within_it(
        bounded in bounded_situations(),
        up_to in 1..99_999_999_u64,
        share in 0.0..1.0,
    ) {
        let asked = bounded_input(&bounded, up_to)?;
        let curve = LIBRARY.with(|library| cost_curve(library, &asked, yuan(up_to).parse()?))?;
        for point in &curve.points {
            let range = LIBRARY.with(|library| estimate_range(library, &bounded_input(&bounded, fen(point.in_scope) as u64)?))?;
            prop_assert_eq!((point.least, point.most), (range.least.estimate.patient_pays, range.most.estimate.patient_pays));
        }
        for pair in curve.points.windows(2) {
            let [from, to] = pair else { continue };
            let (x, end_x) = (fen(from.in_scope), fen(to.in_scope));
            let at = x + ((end_x - x) as f64 * share) as i64;
            let between = |y: Money, end_y: Money| fen(y) as f64 + (fen(end_y) - fen(y)) as f64 * (at - x) as f64 / (end_x - x) as f64;
            let range = LIBRARY.with(|library| estimate_range(library, &bounded_input(&bounded, at as u64)?))?;
            let [least, most] = [&range.least, &range.most].map(|bound| fen(bound.estimate.patient_pays) as f64);
            // Rounded to the fen at either point, and again in between.
            prop_assert!(least >= between(from.least, to.least) - 4.0, "{at}: {least} below the band from {from:?} to {to:?}");
            prop_assert!(most <= between(from.most, to.most) + 4.0, "{at}: {most} above the band from {from:?} to {to:?}");
        }
    }

    #[test]
    fn a_stay_that_is_split_in_two_never_gets_more_from_the_funds(
        // The first part pays its whole deductible of 500.
        (in_scope, first) in (50_000..50_000_000_u64).prop_flat_map(|whole| (Just(whole), 50_000..=whole)),
    ) {
        let stay = |in_scope: u64, year: Value| {
            let in_scope = yuan(in_scope);
            let input = json!({
                "person": {"insuredRegion": "611000", "insurance": "resident", "group": "otherResident"},
                "visit": {"treatmentRegion": "310000", "kind": "inpatient", "tier": "tier3", "admitted": "2026-11-02", "settled": "2026-11-12"},
                "filing": {"category": "referral"}, "bill": {"total": in_scope, "inScope": in_scope}, "yearSoFar": year
            });
            let input = EstimateInput::from_json(&input.to_string());
            input.and_then(|input| LIBRARY.with(|library| estimate(library, &input)))
        };
        let year = |admissions: u8, pool: Money, base: Money, serious: Money| json!({
            "admissions": admissions, "poolPaid": pool.to_string(), "seriousIllnessBase": base.to_string(), "seriousIllnessPaid": serious.to_string()
        });
        let whole = stay(in_scope, year(0, Money::ZERO, Money::ZERO, Money::ZERO))?;
        let one = stay(first, year(0, Money::ZERO, Money::ZERO, Money::ZERO))?;
        let (pool, serious) = (one.figures.pool.unwrap_or_default(), one.figures.serious_illness.unwrap_or_default());
        let other = stay(in_scope - first, year(1, pool, one.figures.in_scope - pool, serious))?;
        // Two shares are rounded in the place of one, in each of two funds.
        let few: Money = "0.04".parse()?;
        prop_assert!(one.funds_pay + other.funds_pay <= whole.funds_pay + few, "{} + {} > {}", one.funds_pay, other.funds_pay, whole.funds_pay);
    }

    #[test]
    fn a_range_is_exact_where_there_is_an_estimate_and_else_has_two_ends(situation in situations(), (total, in_scope) in bills()) {
        let EstimateRange { exact, least, most, .. } = range(&situation, total, in_scope);
        match estimate_or_open(&situation, total, in_scope) {
            Some(estimate) => {
                prop_assert!(exact);
                prop_assert_eq!(&least.estimate, &estimate);
                prop_assert_eq!(&most.estimate.figures, &estimate.figures);
            }
            None => prop_assert!(!exact && least.estimate.patient_pays <= most.estimate.patient_pays),
        }
    }
}

//! An example of each form that a rule on paying can take, worked by hand.
//!
//! The visit: 26,000.00 in all, 24,680.50 of it in scope, in the made-up city of `test_city`: deductible 1,000, ratio 80 %, a pool cap of
//! 100,000 a year. Filed by referral; nothing is less elsewhere unless the example says so.
//!
//! | rule | form | file | test |
//! |---|---|---|---|
//! | `Adjustment` | `None` | `examples` | `care_elsewhere_that_is_paid_as_at_home` |
//! | `Adjustment` | `MinusPoints` | `examples` | `a_ratio_lowered_by_points` |
//! | `Adjustment` | `Times` | `examples` | `a_ratio_multiplied` |
//! | `Adjustment` | `FirstSelfPay` | `paying` | `every_way_of_lowering_care_elsewhere_comes_to_its_own_figure` |
//! | `Adjustment` | `OwnTable` | `examples` | `a_table_of_its_own_for_care_elsewhere` |
//! | `Adjustment` | `NotCovered` | `examples` | `care_elsewhere_that_is_not_covered` |
//! | `FirstSelfPayBase` | `InScope` | `examples` | `a_first_self_pay_of_the_amount_in_scope` |
//! | `FirstSelfPayBase` | `AfterDeductible` | `examples` | `a_first_self_pay_of_what_the_deductible_leaves` |
//! | `Deductible` | `PerVisit` | `paying` | `the_ladder_gives_each_admission_its_deductible` |
//! | `Deductible` | `PerYear` | `examples` | `a_deductible_for_the_year` |
//! | `Deductible` | `PerQuarter` | `examples` | `a_deductible_for_the_quarter` |
//! | `Deductible` | `PerMonth` | `examples` | `a_deductible_for_the_month` |
//! | `Deductible` | `PerFacilityYear` | `examples` | `a_deductible_for_the_year_at_one_facility` |
//! | `Ladder` | `Always` | `examples` | `a_deductible_that_is_always_the_same` |
//! | `Ladder` | `Amounts` | `examples` | `a_ladder_of_amounts_and_one_for_all_later_admissions` |
//! | `Ladder` | `StepsDown` | `examples` | `a_deductible_that_steps_down_to_a_floor` |
//! | `WaivedVisit` | `RepeatCancerTreatment` | `examples` | `a_repeat_stay_for_cancer_treatment_without_deductible_or_with_what_it_lacks` |
//! | `WaivedVisit` | `ReferredUp` | `examples` | `a_referral_up_without_deductible_or_with_what_it_lacks` |
//! | `WaivedVisit` | `ReferredDown` | `examples` | `a_referral_down_without_deductible_or_with_what_it_lacks` |
//! | `Cap` | `Yearly` | `examples` | `a_cap_for_the_year` |
//! | `Cap` | `Monthly` | `examples` | `a_cap_for_the_month` |
//! | `Cap` | `PerVisit` | `examples` | `a_cap_for_a_visit` |
//! | `Cap` | `Unlimited` | `examples` | `no_cap_at_all` |
//! | `LargeAmountCap` | `Own` | `examples` | `a_large_amount_fund_with_a_cap_of_its_own` |
//! | `LargeAmountCap` | `WithPool` | `examples` | `a_large_amount_fund_that_shares_its_cap_with_the_pool` |
//! | `LargeAmountCap` | `Unlimited` | `examples` | `a_large_amount_fund_without_a_cap` |
//! | `DeductibleWaiver` | `visit` | `paying` | `a_waiver_takes_the_deductible_off_or_makes_it_up` |
//! | `DeductibleWaiver` | `made_up` | `examples` | `a_referral_up_without_deductible_or_with_what_it_lacks` |
//! | `Bands` | `bands` | `examples` | `segments_of_what_the_deductible_leaves` |
//! | `Bands` | `bounds_include_deductible` | `examples` | `segments_whose_bounds_include_the_deductible` |
//! | `Bands` | `over_the_year` | `examples` | `segments_that_go_on_over_the_year` |
//! | `Bands` | `own_share_times` | `examples` | `a_part_of_the_own_share` |
//! | `LargeAmount` | `ratio` | `examples` | `a_large_amount_fund_without_a_cap` |
//! | `LargeAmount` | `cap` | `paying` | `the_large_amount_fund_pays_above_the_cap` |
//! | `Supplement` | `start` | `examples` | `a_supplement_above_its_start` |
//! | `Supplement` | `segments` | `examples` | `a_supplement_by_segments_above_its_start_or_with_it` |
//! | `Supplement` | `cap` | `examples` | `a_supplement_up_to_its_cap` |

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod test_city;

use std::{collections::BTreeMap, fs};

use serde_json::{Value, json};
use test_city::{city, estimated, rule, value, visit};
use yidi::{
    Adjustment, Bands, Cap, Deductible, DeductibleWaiver, Figures, FirstSelfPayBase, Ladder, LargeAmount, LargeAmountCap, Money,
    Supplement, WaivedVisit,
};

/// What comes of the visit where the city's rules of one kind say `says`.
fn figures<const FIELDS: usize>(kind: &str, says: Value, facts: [(&str, Value); FIELDS]) -> (Figures, String) {
    figures_of(&city([(kind, vec![rule(value(says))])]), facts)
}

fn figures_of<const FIELDS: usize>(pack: &Value, facts: [(&str, Value); FIELDS]) -> (Figures, String) {
    let mut input = visit(facts);
    input["bill"] = json!({"total": "26000.00", "inScope": "24680.50"});
    let estimate = estimated(pack, &input);
    (estimate.figures, estimate.patient_pays.to_string())
}

/// Written out, or `-` where it was not reached.
fn shown(amount: Option<Money>) -> String {
    amount.map_or_else(|| "-".to_owned(), |amount| amount.to_string())
}

/// The first self-pay, the deductible, what the pool pays and what the person pays.
fn elsewhere<const FIELDS: usize>(says: Value, facts: [(&str, Value); FIELDS]) -> [String; 4] {
    let (figures, pays) = figures("crossRegion", says, facts);
    [shown(figures.cross_region_first_self_pay), shown(figures.deductible), shown(figures.pool), pays]
}

#[test]
fn care_elsewhere_that_is_paid_as_at_home() {
    // 24,680.50 − 1,000 = 23,680.50; × 80 % = 18,944.40. 26,000 − 18,944.40 = 7,055.60.
    assert_eq!(elsewhere(json!("none"), []), ["-", "1000.00", "18944.40", "7055.60"]);
}

#[test]
fn a_ratio_lowered_by_points() {
    // 80 % − 15 % = 65 %, not 80 % × 85 % = 68 %. 23,680.50 × 65 % = 15,392.325, rounded half up.
    assert_eq!(elsewhere(json!({"minusPoints": "15"}), []), ["-", "1000.00", "15392.33", "10607.67"]);
}

#[test]
fn a_ratio_lowered_by_more_points_than_it_has() {
    // 80 % − 90 % is nothing, and never less.
    assert_eq!(elsewhere(json!({"minusPoints": "90"}), []), ["-", "1000.00", "0.00", "26000.00"]);
}

#[test]
fn a_ratio_multiplied() {
    // 80 % × 85 % = 68 %. 23,680.50 × 68 % = 16,102.74.
    assert_eq!(elsewhere(json!({"times": "85"}), []), ["-", "1000.00", "16102.74", "9897.26"]);
}

#[test]
fn a_first_self_pay_of_the_amount_in_scope() {
    // 24,680.50 × 12 % = 2,961.66. 24,680.50 − 2,961.66 − 1,000 = 20,718.84; × 80 % = 16,575.072.
    let says = json!({"firstSelfPay": {"percent": "12", "base": "inScope"}});
    assert_eq!(elsewhere(says, []), ["2961.66", "1000.00", "16575.07", "9424.93"]);
}

#[test]
fn a_first_self_pay_of_what_the_deductible_leaves() {
    // 23,680.50 × 12 % = 2,841.66. 23,680.50 − 2,841.66 = 20,838.84; × 80 % = 16,671.072.
    let says = json!({"firstSelfPay": {"percent": "12", "base": "afterDeductible"}});
    assert_eq!(elsewhere(says, []), ["2841.66", "1000.00", "16671.07", "9328.93"]);
}

#[test]
fn a_table_of_its_own_for_care_elsewhere() {
    // Of 2,500 for the year 700 are paid: 1,800. 24,680.50 − 1,800 = 22,880.50: 10,000 × 50 % + 12,880.50 × 60 % = 5,000 + 7,728.30.
    let says = json!({"ownTable": {
        "deductible": {"perYear": "2500"},
        "segments": {"bands": [{"upTo": "10000", "ratio": "50"}, {"ratio": "60"}]}
    }});
    let facts = [("/yearSoFar/deductiblePaid", json!("700"))];
    assert_eq!(elsewhere(says, facts), ["-", "1800.00", "12728.30", "13271.70"]);
}

#[test]
fn care_elsewhere_that_is_not_covered() {
    // All 26,000 are the person's; no deductible is reached.
    assert_eq!(elsewhere(json!("notCovered"), []), ["-", "-", "0.00", "26000.00"]);
}

/// The deductible, and what the pool pays of the rest at 80 %.
fn deductible<const FIELDS: usize>(says: Value, facts: [(&str, Value); FIELDS]) -> [String; 2] {
    let (figures, _) = figures("deductible", says, facts);
    [shown(figures.deductible), shown(figures.pool)]
}

fn admission(says: Value, earlier: u16) -> [String; 2] {
    deductible(json!({"perVisit": says}), [("/yearSoFar/admissions", json!(earlier))])
}

#[test]
fn a_deductible_that_is_always_the_same() {
    // The fourth admission like the first: 23,680.50 × 80 %.
    assert_eq!(admission(json!({"always": "1000"}), 0), ["1000.00", "18944.40"]);
    assert_eq!(admission(json!({"always": "1000"}), 3), ["1000.00", "18944.40"]);
}

#[test]
fn a_ladder_of_amounts_and_one_for_all_later_admissions() {
    let ladder = json!({"amounts": {"first": ["900", "450"], "later": "200"}});
    // 23,780.50 × 80 %, 24,230.50 × 80 %, and from the third on 24,480.50 × 80 %.
    assert_eq!(admission(ladder.clone(), 0), ["900.00", "19024.40"]);
    assert_eq!(admission(ladder.clone(), 1), ["450.00", "19384.40"]);
    assert_eq!(admission(ladder.clone(), 2), ["200.00", "19584.40"]);
    assert_eq!(admission(ladder, 4), ["200.00", "19584.40"]);
}

#[test]
fn a_deductible_that_steps_down_to_a_floor() {
    let ladder = json!({"stepsDown": {"first": "900", "points": "25", "floor": "40"}});
    // 900 × 100 %, 75 %, 50 %; then not 25 % but 40 %.
    assert_eq!(admission(ladder.clone(), 0)[0], "900.00");
    assert_eq!(admission(ladder.clone(), 1)[0], "675.00");
    assert_eq!(admission(ladder.clone(), 2)[0], "450.00");
    assert_eq!(admission(ladder.clone(), 3), ["360.00", "19456.40"]); // 24,320.50 × 80 %
    assert_eq!(admission(ladder, 9)[0], "360.00");
}

fn after_paying(says: Value, paid: &str) -> [String; 2] {
    deductible(says, [("/yearSoFar/deductiblePaid", json!(paid))])
}

#[test]
fn a_deductible_for_the_year() {
    // 1,300 − 800 = 500; 24,180.50 × 80 %.
    assert_eq!(after_paying(json!({"perYear": "1300"}), "800"), ["500.00", "19344.40"]);
}

#[test]
fn a_deductible_for_the_quarter() {
    // 400 − 150 = 250; 24,430.50 × 80 %.
    assert_eq!(after_paying(json!({"perQuarter": "400"}), "150"), ["250.00", "19544.40"]);
}

#[test]
fn a_deductible_for_the_month() {
    // 120 − 120: nothing is left to pay; 24,680.50 × 80 %.
    assert_eq!(after_paying(json!({"perMonth": "120"}), "120"), ["0.00", "19744.40"]);
}

#[test]
fn a_deductible_for_the_year_at_one_facility() {
    // 600 − 200 = 400; 24,280.50 × 80 %.
    assert_eq!(after_paying(json!({"perFacilityYear": "600"}), "200"), ["400.00", "19424.40"]);
}

/// The deductible of a visit that claims a waiver, 300 having been paid before: by a rule that takes none, and by one that makes it up.
fn waived(kind: &str) -> [[String; 2]; 2] {
    [false, true].map(|made_up| {
        let facts = [("/visit/waivedVisit", json!(kind)), ("/yearSoFar/deductiblePaid", json!("300"))];
        let (figures, _) = figures("waiver", json!([{"visit": kind, "madeUp": made_up}]), facts);
        [shown(figures.deductible), shown(figures.pool)]
    })
}

/// None: 24,680.50 × 80 %. Made up: 1,000 − 300 = 700; 23,980.50 × 80 %.
const WAIVED: [[&str; 2]; 2] = [["0.00", "19744.40"], ["700.00", "19184.40"]];

#[test]
fn a_repeat_stay_for_cancer_treatment_without_deductible_or_with_what_it_lacks() {
    assert_eq!(waived("repeatCancerTreatment"), WAIVED);
}

#[test]
fn a_referral_up_without_deductible_or_with_what_it_lacks() {
    assert_eq!(waived("referredUp"), WAIVED);
}

#[test]
fn a_referral_down_without_deductible_or_with_what_it_lacks() {
    assert_eq!(waived("referredDown"), WAIVED);
}

/// What the pool pays by segments of 70 % up to 20,000 and 85 % above, with what else the rule says.
fn segmented<const FIELDS: usize>(flag: &str, set: Value, facts: [(&str, Value); FIELDS]) -> String {
    let mut says = json!({"bands": [{"upTo": "20000", "ratio": "70"}, {"ratio": "85"}]});
    says[flag] = set;
    shown(figures("segments", says, facts).0.pool)
}

#[test]
fn segments_of_what_the_deductible_leaves() {
    // 23,680.50: 20,000 × 70 % = 14,000, and 3,680.50 × 85 % = 3,128.425, each rounded by itself.
    assert_eq!(segmented("boundsIncludeDeductible", json!(false), []), "17128.43");
}

#[test]
fn segments_whose_bounds_include_the_deductible() {
    // From 1,000 to 24,680.50: 19,000 × 70 % = 13,300, and 4,680.50 × 85 % = 3,978.425.
    assert_eq!(segmented("boundsIncludeDeductible", json!(true), []), "17278.43");
}

#[test]
fn segments_that_go_on_over_the_year() {
    // From 15,000 to 38,680.50: 5,000 × 70 % = 3,500, and 18,680.50 × 85 % = 15,878.425.
    assert_eq!(segmented("overTheYear", json!(true), [("/yearSoFar/segmentBase", json!("15000"))]), "19378.43");
}

#[test]
fn a_part_of_the_own_share() {
    // 100 % − 30 % × 60 % = 82 %, 100 % − 15 % × 60 % = 91 %: 20,000 × 82 % = 16,400, and 3,680.50 × 91 % = 3,349.255.
    assert_eq!(segmented("ownShareTimes", json!("60"), []), "19749.26");
}

/// What the pool pays up to a cap, and what the person pays.
fn capped(cap: Value, paid: &str) -> [String; 2] {
    let (figures, pays) = figures("poolCap", cap, [("/yearSoFar/poolPaid", json!(paid))]);
    [shown(figures.pool), pays]
}

#[test]
fn a_cap_for_the_year() {
    // 30,000 − 20,000 = 10,000 are left for 18,944.40.
    assert_eq!(capped(json!({"yearly": "30000"}), "20000"), ["10000.00", "16000.00"]);
}

#[test]
fn a_cap_for_the_month() {
    // 2,000 − 500 = 1,500.
    assert_eq!(capped(json!({"monthly": "2000"}), "500"), ["1500.00", "24500.00"]);
}

#[test]
fn a_cap_for_a_visit() {
    // 5,000, whatever was paid before.
    assert_eq!(capped(json!({"perVisit": "5000"}), "99000"), ["5000.00", "21000.00"]);
}

#[test]
fn no_cap_at_all() {
    // 18,944.40, whatever was paid before.
    assert_eq!(capped(json!("unlimited"), "99999999"), ["18944.40", "7055.60"]);
}

/// What the pool pays up to 10,000, the large-amount fund at 90 % above it, and the person.
fn above_the_cap(cap: Value, large_amount_paid: &str) -> [String; 3] {
    let pack = city([
        ("poolCap", vec![rule(value(json!({"yearly": "10000"})))]),
        ("largeAmount", vec![rule(value(json!({"ratio": "90", "cap": cap})))]),
    ]);
    let (figures, pays) = figures_of(&pack, [("/yearSoFar/largeAmountPaid", json!(large_amount_paid))]);
    [shown(figures.pool), shown(figures.large_amount), pays]
}

#[test]
fn a_large_amount_fund_without_a_cap() {
    // 10,000 from the pool are 80 % of 12,500; above it lie 23,680.50 − 12,500 = 11,180.50; × 90 % = 10,062.45.
    assert_eq!(above_the_cap(json!("unlimited"), "0"), ["10000.00", "10062.45", "5937.55"]);
}

#[test]
fn a_large_amount_fund_with_a_cap_of_its_own() {
    // 9,000 − 1,000 = 8,000.
    assert_eq!(above_the_cap(json!({"own": "9000"}), "1000"), ["10000.00", "8000.00", "8000.00"]);
}

#[test]
fn a_large_amount_fund_that_shares_its_cap_with_the_pool() {
    // 15,000 − 10,000 − 1,500 = 3,500.
    assert_eq!(above_the_cap(json!({"withPool": "15000"}), "1500"), ["10000.00", "3500.00", "12500.00"]);
}

/// What serious-illness insurance pays of the 24,680.50 − 18,944.40 = 5,736.10 that the pool leaves, `base` having been left before in the
/// year, and `paid` been paid.
fn serious_illness(segments: Value, cap: Value, [base, paid]: [&str; 2]) -> String {
    let says = json!({"start": "4000", "segments": segments, "cap": cap});
    let facts = [("/yearSoFar/seriousIllnessBase", json!(base)), ("/yearSoFar/seriousIllnessPaid", json!(paid))];
    shown(figures("seriousIllness", says, facts).0.serious_illness)
}

fn at_60_percent(cap: Value, year: [&str; 2]) -> String {
    serious_illness(json!({"bands": [{"ratio": "60"}]}), cap, year)
}

#[test]
fn a_supplement_above_its_start() {
    // 5,736.10 − 4,000 = 1,736.10; × 60 %.
    assert_eq!(at_60_percent(json!("unlimited"), ["0", "0"]), "1041.66");
    // 3,000 + 5,736.10 − 4,000 = 4,736.10; × 60 %.
    assert_eq!(at_60_percent(json!("unlimited"), ["3000", "0"]), "2841.66");
    // The start was reached before: 5,736.10 × 60 %.
    assert_eq!(at_60_percent(json!("unlimited"), ["6000", "0"]), "3441.66");
}

#[test]
fn a_supplement_by_segments_above_its_start_or_with_it() {
    let segments = |with_start: bool| {
        let bands = json!([{"upTo": "5000", "ratio": "50"}, {"ratio": "70"}]);
        json!({"bands": bands, "boundsIncludeDeductible": with_start})
    };
    // From 0 to 1,736.10: all at 50 %.
    assert_eq!(serious_illness(segments(false), json!("unlimited"), ["0", "0"]), "868.05");
    // From 4,000 to 5,736.10: 1,000 × 50 % + 736.10 × 70 % = 500 + 515.27.
    assert_eq!(serious_illness(segments(true), json!("unlimited"), ["0", "0"]), "1015.27");
}

#[test]
fn a_supplement_up_to_its_cap() {
    // 1,041.66, of which 2,000 − 1,500 are left in the year, 900 − 200 in the month, 800 for the visit.
    assert_eq!(at_60_percent(json!({"yearly": "2000"}), ["0", "1500"]), "500.00");
    assert_eq!(at_60_percent(json!({"monthly": "900"}), ["0", "200"]), "700.00");
    assert_eq!(at_60_percent(json!({"perVisit": "800"}), ["0", "1500"]), "800.00");
    assert_eq!(at_60_percent(json!("unlimited"), ["0", "1500"]), "1041.66");
}

/// Where each form of a type has its example. A form without one does not compile; the test below sees that each example is there.
macro_rules! examples {
    ($rows:ident; $(enum $type:ident { $($form:ident $({ $($part:ident),+ })? $(($content:ident))? => $file:literal $test:ident;)+ })+
     $(struct $of:ident { $($field:ident => $field_file:literal $field_test:ident;)+ })+) => {
        #[expect(dead_code, reason = "that it compiles says all")]
        fn every_form_has_an_arm() {
            $(let _ = |form: &$type| match form { $($type::$form $({ $($part: _),+ })? $(($content))? => {})+ };)+
            $(let _ = |$of { $($field: _),+ }: &$of| {};)+
        }

        const $rows: &[[&str; 4]] = &[
            $($([stringify!($type), stringify!($form), $file, stringify!($test)],)+)+
            $($([stringify!($of), stringify!($field), $field_file, stringify!($field_test)],)+)+
        ];
    };
}

examples! { EXAMPLES;
    enum Adjustment {
        None => "examples" care_elsewhere_that_is_paid_as_at_home;
        MinusPoints(_points) => "examples" a_ratio_lowered_by_points;
        Times(_factor) => "examples" a_ratio_multiplied;
        FirstSelfPay { percent, base } => "paying" every_way_of_lowering_care_elsewhere_comes_to_its_own_figure;
        OwnTable { deductible, segments } => "examples" a_table_of_its_own_for_care_elsewhere;
        NotCovered => "examples" care_elsewhere_that_is_not_covered;
    }
    enum FirstSelfPayBase {
        InScope => "examples" a_first_self_pay_of_the_amount_in_scope;
        AfterDeductible => "examples" a_first_self_pay_of_what_the_deductible_leaves;
    }
    enum Deductible {
        PerVisit(_ladder) => "paying" the_ladder_gives_each_admission_its_deductible;
        PerYear(_amount) => "examples" a_deductible_for_the_year;
        PerQuarter(_amount) => "examples" a_deductible_for_the_quarter;
        PerMonth(_amount) => "examples" a_deductible_for_the_month;
        PerFacilityYear(_amount) => "examples" a_deductible_for_the_year_at_one_facility;
    }
    enum Ladder {
        Always(_amount) => "examples" a_deductible_that_is_always_the_same;
        Amounts { first, later } => "examples" a_ladder_of_amounts_and_one_for_all_later_admissions;
        StepsDown { first, points, floor } => "examples" a_deductible_that_steps_down_to_a_floor;
    }
    enum WaivedVisit {
        RepeatCancerTreatment => "examples" a_repeat_stay_for_cancer_treatment_without_deductible_or_with_what_it_lacks;
        ReferredUp => "examples" a_referral_up_without_deductible_or_with_what_it_lacks;
        ReferredDown => "examples" a_referral_down_without_deductible_or_with_what_it_lacks;
    }
    enum Cap {
        Yearly(_amount) => "examples" a_cap_for_the_year;
        Monthly(_amount) => "examples" a_cap_for_the_month;
        PerVisit(_amount) => "examples" a_cap_for_a_visit;
        Unlimited => "examples" no_cap_at_all;
    }
    enum LargeAmountCap {
        Own(_amount) => "examples" a_large_amount_fund_with_a_cap_of_its_own;
        WithPool(_amount) => "examples" a_large_amount_fund_that_shares_its_cap_with_the_pool;
        Unlimited => "examples" a_large_amount_fund_without_a_cap;
    }
    struct DeductibleWaiver {
        visit => "paying" a_waiver_takes_the_deductible_off_or_makes_it_up;
        made_up => "examples" a_referral_up_without_deductible_or_with_what_it_lacks;
    }
    struct Bands {
        bands => "examples" segments_of_what_the_deductible_leaves;
        bounds_include_deductible => "examples" segments_whose_bounds_include_the_deductible;
        over_the_year => "examples" segments_that_go_on_over_the_year;
        own_share_times => "examples" a_part_of_the_own_share;
    }
    struct LargeAmount {
        ratio => "examples" a_large_amount_fund_without_a_cap;
        cap => "paying" the_large_amount_fund_pays_above_the_cap;
    }
    struct Supplement {
        start => "examples" a_supplement_above_its_start;
        segments => "examples" a_supplement_by_segments_above_its_start_or_with_it;
        cap => "examples" a_supplement_up_to_its_cap;
    }
}

#[test]
fn every_form_has_its_named_example_and_the_table_above_says_which() {
    let source = |file: &str| fs::read_to_string(format!("{}/tests/{file}.rs", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let sources: BTreeMap<_, _> = ["examples", "paying"].map(|file| (file, source(file))).into();
    let rows: Vec<_> =
        EXAMPLES.iter().map(|[of, form, file, test]| format!("//! | `{of}` | `{form}` | `{file}` | `{test}` |")).collect();
    let table: Vec<_> = sources["examples"].lines().filter(|line| line.starts_with("//! | `")).collect();
    assert_eq!(table, rows);
    for [_, _, file, test] in EXAMPLES {
        assert!(sources[file].contains(&format!("#[test]\nfn {test}() {{")), "{file}: {test}");
    }
}

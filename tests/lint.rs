//! The linter: an example of every fault, packs without any, and what an error means for loading.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::fs;

use serde_json::{Value, json};
use yidi::{Date, ErrorCode, Fault, FaultCode, Library, Severity};

const GOOD: &str = "tests/lint/good";
const BAD: &str = "tests/lint/bad";
const SHIPPED: &str = "src/policy/packs";
/// How bad the fault of `lint/bad/<code>.json` is, and where it is.
const FAULTS: &str = include_str!("lint/faults.json");

/// The packs of a folder, by file name.
fn packs(folder: &str) -> Vec<(String, String)> {
    let files = fs::read_dir(format!("{}/{folder}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let paths = files.map(|file| file.unwrap().path()).filter(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.map(|path| (path.file_stem().unwrap().to_str().unwrap().to_owned(), fs::read_to_string(&path).unwrap())).collect()
}

fn good(name: &str) -> Value {
    let (_, json) = packs(GOOD).into_iter().find(|(file, _)| file == name).unwrap();
    serde_json::from_str(&json).unwrap()
}

/// The shipped packs, and those of `lint/good`.
fn library() -> Library {
    let mut library = Library::shipped();
    for (file, json) in packs(GOOD) {
        library.add_json(&json).unwrap_or_else(|error| panic!("{file}: {error}"));
    }
    library
}

fn today() -> Option<Date> {
    Some("2026-12-01".parse().unwrap())
}

fn found(faults: &[Fault]) -> Vec<(FaultCode, &str)> {
    faults.iter().map(|fault| (fault.code, fault.path.as_str())).collect()
}

/// What is found in `good/plain.json` after `change`.
fn found_after(change: impl FnOnce(&mut Value)) -> Vec<(FaultCode, String)> {
    found_in("plain", change)
}

/// What is found in a good pack after `change`.
fn found_in(name: &str, change: impl FnOnce(&mut Value)) -> Vec<(FaultCode, String)> {
    let mut pack = good(name);
    change(&mut pack);
    let faults = Library::shipped().lint_json(&pack.to_string(), None);
    faults.into_iter().map(|fault| (fault.code, fault.path)).collect()
}

#[test]
fn every_fault_has_an_example_and_that_example_no_other() {
    let (library, bad) = (library(), packs(BAD));
    let expected: Value = serde_json::from_str(FAULTS).unwrap();
    assert_eq!(bad.len(), FaultCode::ALL.len(), "a file of tests/lint/bad without its code, or the other way round");
    for code in FaultCode::ALL {
        let (_, json) = bad.iter().find(|(name, _)| name == code.as_str()).unwrap_or_else(|| panic!("no example: {code:?}"));
        let faults = library.lint_json(json, today());
        let [fault] = faults.as_slice() else { panic!("{code:?}: {faults:#?}") };
        let found = json!({"severity": fault.severity, "path": fault.path});
        assert_eq!((fault.code, found), (*code, expected[code.as_str()].clone()), "{code:?}: {fault:?}");
        assert_eq!(fault.severity, code.severity(), "{code:?}");
        assert!(fault.hint.zh.starts_with(&*code.label().zh) && fault.hint.en.starts_with(&*code.label().en), "{fault:?}");
    }
}

#[test]
fn a_good_pack_has_no_fault() {
    let library = library();
    for (file, json) in packs(GOOD) {
        assert_eq!(found(&library.lint_json(&json, today())), [], "{file}");
    }
}

#[test]
fn the_shipped_packs_have_no_error() {
    let library = Library::shipped();
    for (file, json) in packs(SHIPPED) {
        let mut faults = library.lint_json(&json, None);
        faults.retain(|fault| fault.severity == Severity::Error);
        assert_eq!(faults, [], "{file}");
    }
}

#[test]
fn an_error_keeps_a_pack_out_and_a_warning_does_not() {
    for (code, json) in packs(BAD) {
        let mut library = library();
        let faults = library.lint_json(&json, None);
        match (library.add_json(&json), faults.first()) {
            (Ok(_), None) => assert_eq!(code, "reviewOverdue", "it depends on the day"),
            (Ok(_), Some(fault)) => assert_eq!(fault.severity, Severity::Warning, "{code}"),
            (Err(error), Some(fault)) => {
                assert_eq!((fault.severity, error.path()), (Severity::Error, fault.path.clone()), "{code}");
                assert_eq!(error.code() == ErrorCode::InvalidPack, fault.code != FaultCode::Unreadable, "{code}");
                assert!(code == "unreadable" || error.text().zh.contains(&*fault.hint.zh), "{code}: {error:?}");
            }
            (Err(error), None) => panic!("{code}: refused without a fault: {error}"),
        }
    }
}

#[test]
fn what_cannot_be_read_is_one_fault_that_carries_the_code() {
    let library = Library::shipped();
    for (json, code, path) in [("{", "unreadableInput", ""), ("[]", "wrongType", ""), ("{\"admdvs\": 1}", "wrongType", "admdvs")] {
        let faults = library.lint_json(json, None);
        assert_eq!(found(&faults), [(FaultCode::Unreadable, path)], "{json}");
        assert!(faults[0].hint.zh.contains(code) && faults[0].hint.en.contains(code), "{json}: {faults:?}");
    }
}

#[test]
fn values_are_looked_at_wherever_they_stand() {
    let open = json!({"ratio": "50"});
    let own_table = |amounts: Value, bands: Value| json!({"value": {"ownTable": {"deductible": {"perVisit": {"amounts": {"first": amounts}}}, "segments": {"bands": bands}}}});
    for (rule, says, code, path) in [
        ("segments", json!({"value": {"bands": []}}), FaultCode::BrokenSegments, "value.bands"),
        ("segments", json!({"value": {"bands": [{"upTo": "1", "ratio": "50"}]}}), FaultCode::BrokenSegments, "value.bands"),
        ("segments", json!({"value": {"bands": [{"upTo": "0", "ratio": "60"}, open]}}), FaultCode::BrokenSegments, "value.bands"),
        ("segments", json!({"value": {"bands": [open, open]}}), FaultCode::BrokenSegments, "value.bands"),
        ("segments", json!({"readings": [{"bands": [open]}, {"bands": []}]}), FaultCode::BrokenSegments, "readings.1.bands"),
        ("segments", json!({"readings": []}), FaultCode::ReadingsAlike, "readings"),
        (
            "crossRegion",
            own_table(json!([]), json!([open])),
            FaultCode::EmptyList,
            "value.ownTable.deductible.perVisit.amounts.first",
        ),
        ("crossRegion", own_table(json!(["1"]), json!([])), FaultCode::BrokenSegments, "value.ownTable.segments.bands"),
        ("crossRegion", json!({"value": {"times": "0"}}), FaultCode::PaysNothing, "value.times"),
        ("poolCap", json!({"value": {"yearly": "0"}}), FaultCode::PaysNothing, "value"),
        ("poolCap", json!({"value": {"monthly": "0"}}), FaultCode::PaysNothing, "value"),
        ("poolCap", json!({"value": {"perVisit": "0"}}), FaultCode::PaysNothing, "value"),
        ("poolCap", json!({"readings": [{"yearly": "1"}]}), FaultCode::ReadingsAlike, "readings"),
        (
            "poolCap",
            json!({"between": {"atWorst": {"yearly": "1"}, "atBest": {"yearly": "1.00"}}}),
            FaultCode::ReadingsAlike,
            "between",
        ),
        (
            "poolCap",
            json!({"between": {"atWorst": {"yearly": "0"}, "atBest": "unlimited"}}),
            FaultCode::PaysNothing,
            "between.atWorst",
        ),
        (
            "segments",
            json!({"readings": [{"bands": [open]}, {"boundsIncludeDeductible": false, "bands": [{"ratio": "50.0"}]}]}),
            FaultCode::ReadingsAlike,
            "readings",
        ),
        (
            "deductible",
            json!({"value": {"perVisit": {"stepsDown": {"first": "300", "points": "0", "floor": "60"}}}}),
            FaultCode::StuckLadder,
            "value.perVisit.stepsDown",
        ),
    ] {
        let mut faults = found_after(|pack| pack["rules"][rule][0]["says"] = says.clone());
        faults.retain(|(code, _)| code.severity() == Severity::Error);
        assert_eq!(faults, [(code, format!("rules.{rule}.0.says.{path}"))], "{says}");
    }
}

#[test]
fn a_fund_or_a_list_with_nothing_in_it_is_named_in_every_kind_of_rule() {
    for (rule, pointer, empty, code, path) in [
        ("rules.largeAmount", "/ratio", json!("0"), FaultCode::PaysNothing, ".ratio"),
        ("rules.seriousIllness", "/cap/yearly", json!("0"), FaultCode::PaysNothing, ".cap"),
        ("rules.assistance", "/segments/bands/0/ratio", json!("0"), FaultCode::PaysNothing, ".segments.bands"),
        ("rules.waiver", "", json!([]), FaultCode::EmptyList, ""),
        ("rules.civilServant", "/ratios", json!([]), FaultCode::EmptyList, ".ratios"),
        ("rules.personalAccount", "/pays", json!([]), FaultCode::EmptyList, ".pays"),
        ("filing.materials", "/needs/1/anyOneOf", json!([]), FaultCode::EmptyList, ".needs.1.anyOneOf"),
        ("filing.exemption", "/regions", json!([]), FaultCode::EmptyList, ".regions"),
        ("filing.coverage", "/kinds", json!([]), FaultCode::EmptyList, ".kinds"),
        ("filing.channels", "", json!([]), FaultCode::EmptyList, ""),
        ("filing.outpatientChoice", "/ways", json!([]), FaultCode::EmptyList, ".ways"),
        ("filing.openDiseases", "/diseases", json!([]), FaultCode::EmptyList, ".diseases"),
    ] {
        let says = format!("/{}/0/says/value{pointer}", rule.replace('.', "/"));
        let faults = found_in("everyKind", |pack| *pack.pointer_mut(&says).unwrap() = empty);
        assert_eq!(faults, [(code, format!("{rule}.0.says.value{path}"))], "{rule}");
    }
}

#[test]
fn a_list_that_leaves_nobody_is_named() {
    for (list, nobody) in ["insurance", "kind", "tier", "group", "standing", "disease", "place", "category", "proof"]
        .map(|list| (list, json!([])))
        .into_iter()
        .chain([("age", json!({"below": 0})), ("age", json!({"from": 60, "below": 60})), ("age", json!({"from": 61, "below": 60}))])
    {
        let faults = found_after(|pack| {
            let mut rule = pack["rules"]["poolCap"][0].clone();
            rule["applies"][list] = nobody.clone();
            pack["rules"]["poolCap"].as_array_mut().unwrap().push(rule);
        });
        assert_eq!(faults, [(FaultCode::NeverApplies, format!("rules.poolCap.1.applies.{list}"))], "{nobody}");
    }
}

#[test]
fn a_rule_on_paying_names_its_insurance_and_its_kind_of_visit() {
    for missing in ["insurance", "kind"] {
        let faults = found_after(|pack| {
            pack["rules"]["poolCap"][0]["applies"].as_object_mut().unwrap().remove(missing).unwrap();
        });
        assert_eq!(faults, [(FaultCode::TooBroad, "rules.poolCap.0.applies".to_owned())], "{missing}");
    }
    let faults = found_in("everyKind", |pack| pack["filing"]["claim"] = json!([]));
    assert_eq!(faults, [], "a rule on filing may be for all");
}

/// The pool cap a second time, each of the two with its own cases and law.
fn two_caps(first: &Value, second: &Value) -> Vec<FaultCode> {
    let faults = found_after(|pack| {
        let caps = pack["rules"]["poolCap"].as_array_mut().unwrap();
        caps.push(caps[0].clone());
        for (cap, changes) in caps.iter_mut().zip([first, second]) {
            for (part, fields) in changes.as_object().unwrap() {
                for (field, value) in fields.as_object().unwrap() {
                    cap[part][field] = value.clone();
                }
            }
        }
    });
    faults.into_iter().map(|(code, _)| code).collect()
}

#[test]
fn rules_overlap_where_one_case_has_both() {
    let overlap = [FaultCode::Overlap];
    let applies = |fields: Value| json!({"applies": fields});
    assert_eq!(two_caps(&json!({}), &json!({})), overlap);
    for (first, second) in [
        (json!({"tier": ["tier2", "tier3"]}), json!({"tier": ["tier3"]})),
        (json!({"place": ["local"]}), json!({"category": ["referral"]})),
        (json!({"insurance": ["employee", "resident"]}), json!({"group": ["otherResident"]})),
        (json!({"age": {"below": 60}}), json!({"age": {"from": 59}})),
        (json!({"age": {"from": 60}}), json!({"standing": ["lowIncome"]})),
        (json!({"standing": ["ordinary", "lowIncome"]}), json!({"standing": ["lowIncome"]})),
        (json!({"disease": ["diabetes", "dialysis"]}), json!({"disease": ["dialysis"]})),
        (json!({"disease": ["diabetes"]}), json!({})),
        (json!({"proof": ["material", "commitment"]}), json!({"proof": ["commitment"]})),
    ] {
        assert!(two_caps(&applies(first.clone()), &applies(second.clone())).contains(&FaultCode::Overlap), "{first} {second}");
    }
    for (first, second) in [
        (json!({"tier": ["tier2"]}), json!({"tier": ["tier3"]})),
        (json!({"group": ["childOrStudent"]}), json!({"group": ["otherResident"]})),
        (json!({"insurance": ["resident"]}), json!({"insurance": ["employee"]})),
        (json!({"kind": ["inpatient"]}), json!({"kind": ["outpatient"]})),
        (json!({"insurance": ["employee", "resident"], "group": ["working"]}), json!({"insurance": ["resident"]})),
        (json!({"age": {"below": 60}}), json!({"age": {"from": 60}})),
        (json!({"age": {"from": 16, "below": 18}}), json!({"age": {"from": 18, "below": 60}})),
        (json!({"standing": ["ordinary"]}), json!({"standing": ["lowIncome"]})),
        (json!({"disease": ["diabetes"]}), json!({"disease": ["dialysis"]})),
        (json!({"proof": ["material"]}), json!({"proof": ["commitment"]})),
    ] {
        assert!(!two_caps(&applies(first.clone()), &applies(second.clone())).contains(&FaultCode::Overlap), "{first} {second}");
    }
}

#[test]
fn a_stay_over_a_change_meets_both_rules_where_each_counts_another_day() {
    let until = |dated_by| json!({"law": {"effective": {"from": "2024-01-01", "to": "2026-06-30"}, "datedBy": dated_by}});
    let since = |dated_by| json!({"law": {"effective": {"from": "2026-07-01"}, "datedBy": dated_by}});
    assert_eq!(two_caps(&until("admission"), &since("settlement")), [FaultCode::Overlap]);
    assert_eq!(two_caps(&since("settlement"), &until("admission")), [FaultCode::Overlap]);
    for (old, new) in [("admission", "admission"), ("settlement", "settlement"), ("settlement", "admission")] {
        assert_eq!(two_caps(&until(old), &since(new)), [], "{old} {new}");
        assert_eq!(two_caps(&since(new), &until(old)), [], "{new} {old}");
    }
}

#[test]
fn a_period_may_be_one_day_and_one_that_is_reversed_overlaps_with_nothing() {
    let period = |from: &str, to: &str| json!({"law": {"effective": {"from": from, "to": to}}});
    assert_eq!(two_caps(&period("2024-01-01", "2024-01-01"), &period("2024-01-02", "2027-12-31")), []);
    let reversed = period("2026-07-01", "2025-01-01");
    let others = period("2024-01-01", "2027-12-31");
    assert_eq!(two_caps(&reversed, &others), [FaultCode::PeriodReversed]);
    assert_eq!(two_caps(&others, &reversed), [FaultCode::PeriodReversed]);
}

#[test]
fn a_gap_is_named_only_where_no_rule_fills_it() {
    let years = |from: &str, to: &str| json!({"law": {"effective": {"from": from, "to": to}}});
    let (first, third) = (years("2024-01-01", "2024-12-31"), years("2026-01-01", "2026-12-31"));
    assert_eq!(two_caps(&first, &third), [FaultCode::Gap]);
    assert_eq!(two_caps(&third, &first), [FaultCode::Gap]);
    assert_eq!(two_caps(&first, &years("2025-01-01", "2025-12-31")), []);
    let other_tier = json!({"applies": {"tier": ["tier2"]}, "law": third["law"]});
    assert_eq!(two_caps(&json!({"applies": {"tier": ["tier3"]}, "law": first["law"]}), &other_tier), []);
}

#[test]
fn a_review_lies_after_the_last_check() {
    let faults = found_after(|pack| pack["reviewBy"] = pack["lastChecked"].clone());
    assert_eq!(faults, [(FaultCode::DatesReversed, "reviewBy".to_owned())]);
}

#[test]
fn a_review_is_overdue_from_the_day_after() {
    let pack = good("plain");
    let review: Date = pack["reviewBy"].as_str().unwrap().parse().unwrap();
    let on = |day: Date| Library::shipped().lint_json(&pack.to_string(), Some(day)).len();
    assert_eq!((on(review), on(review.plus_days(1).unwrap())), (0, 1));
}

#[test]
fn what_is_left_out_is_named() {
    for (file, left_out) in [
        ("tierLeftOut", ": resident insurance, inpatient, tier 2"),
        ("groupLeftOut", ": resident insurance, inpatient, child or student, tier 3"),
        ("categoryLeftOut", ": resident insurance, inpatient, another province, not filed"),
    ] {
        let (_, json) = packs(BAD).into_iter().find(|(name, _)| name == file).unwrap();
        let faults = library().lint_json(&json, today());
        assert!(faults[0].hint.en.ends_with(left_out), "{faults:?}");
    }
    let faults = found_after(|pack| {
        for rule in pack["rules"]["crossRegion"].as_array_mut().unwrap() {
            rule["applies"]["place"] = json!(["acrossProvinces"]);
        }
    });
    assert_eq!(faults, [], "of a place that no rule names, no category is left out");
}

#[test]
fn a_ratio_rises_where_any_segment_pays_more_in_the_higher_tier() {
    let two_tables = |lower: Value, higher: Value, tiers: [&str; 2]| {
        let faults = found_after(|pack| {
            let rules = pack["rules"]["segments"].as_array_mut().unwrap();
            let [first, ..] = rules.as_slice() else { panic!("no segments") };
            let table = |tier: &str, bands: Value| {
                let mut rule = first.clone();
                rule["applies"]["tier"] = json!([tier]);
                rule["says"] = json!({"value": {"bands": bands}});
                rule
            };
            *rules = vec![table(tiers[0], lower), table(tiers[1], higher)];
        });
        faults.into_iter().map(|(code, _)| code).filter(|code| *code != FaultCode::TierLeftOut).collect::<Vec<_>>()
    };
    let bands = |low: &str, high: &str| json!([{"upTo": "10000", "ratio": low}, {"ratio": high}]);
    let tiers = ["tier2", "tier3"];
    assert_eq!(two_tables(bands("80", "90"), bands("70", "80"), tiers), []);
    assert_eq!(two_tables(bands("70", "90"), bands("75", "80"), tiers), [FaultCode::RatioRisesWithTier]);
    assert_eq!(two_tables(bands("80", "70"), bands("70", "75"), tiers), [FaultCode::RatioRisesWithTier]);
    assert_eq!(two_tables(bands("50", "50"), bands("60", "60"), ["tier3", "tier3"]), [FaultCode::Overlap]);
}

#[test]
fn a_pack_may_be_so_large_and_no_larger() {
    let told = |document: &Value| {
        let faults = Library::shipped().lint_json(&document.to_string(), None);
        assert_eq!(faults[0].code, FaultCode::Unreadable);
        (faults[0].path.clone(), faults[0].hint.en.contains("outOfRange"))
    };
    let list = |items: usize| json!({"more": vec![0; items]});
    let object =
        |entries: usize| json!({"more": (0..entries).map(|at| (at.to_string(), json!(0))).collect::<serde_json::Map<_, _>>()});
    // The document and what it holds are values too.
    for of in [&list as &dyn Fn(usize) -> Value, &object] {
        assert_eq!(told(&of(19_998)), ("more".to_owned(), false));
        assert_eq!(told(&of(19_999)), (String::new(), true));
    }
    for name in ["tiers", "bands"] {
        let of = |items: usize| json!({"more": {name: vec![0; items]}});
        assert_eq!(told(&of(50)), ("more".to_owned(), false), "{name}");
        assert_eq!([51, 60].map(|items| told(&of(items))), [51, 60].map(|_| (name.to_owned(), true)));
    }
}

#[test]
fn the_digest_is_of_the_content() {
    let digest_of = |json: &str| {
        let mut library = Library::shipped();
        let region = library.add_json(json).unwrap().admdvs;
        library.describe(region, "2026-11-22".parse().unwrap()).unwrap().packs[0].digest.clone()
    };
    let mut pack = good("plain");
    // serde_json sorts keys, the file does not.
    let digest = digest_of(&pack.to_string());
    let (_, as_written) = packs(GOOD).into_iter().find(|(file, _)| file == "plain").unwrap();
    assert_eq!(digest_of(&as_written), digest);
    assert_eq!((digest.len(), digest.trim_start_matches(|digit: char| digit.is_ascii_hexdigit())), (64, ""));

    pack["rules"]["poolCap"][0]["says"]["value"]["yearly"] = json!("200001");
    assert_ne!(digest_of(&pack.to_string()), digest);
}

#[test]
fn filing_rules_are_linted_like_the_others() {
    type Change = fn(&mut Value);
    let cases: [(Change, FaultCode, &str); 8] = [
        (
            |pack| pack["filing"]["validity"][0]["law"]["citation"]["source"] = json!("nowhere"),
            FaultCode::UnknownSource,
            "filing.validity.0.law.citation.source",
        ),
        (
            |pack| pack["filing"]["approval"][0]["law"]["effective"]["to"] = json!("2023-12-31"),
            FaultCode::PeriodReversed,
            "filing.approval.0.law.effective",
        ),
        (
            |pack| pack["sources"]["guide"]["grade"] = json!("published"),
            FaultCode::GradeAboveSource,
            "filing.categories.0.law.grade",
        ),
        (
            |pack| pack["filing"]["materials"][1]["applies"]["proof"] = json!(["material", "commitment"]),
            FaultCode::Overlap,
            "filing.materials.1",
        ),
        (
            |pack| {
                pack["filing"]["materials"][1]["applies"].as_object_mut().unwrap().remove("proof").unwrap();
            },
            FaultCode::Overlap,
            "filing.materials.1",
        ),
        (
            |pack| pack["filing"]["notice"][0]["says"]["value"]["sections"][4]["clauses"] = json!([]),
            FaultCode::NoticeIncomplete,
            "filing.notice.0.says.value.sections",
        ),
        (
            |pack| {
                pack["filing"]["notice"][0]["says"]["value"]["sections"][0]["clauses"][0]["citation"]["source"] = json!("nowhere")
            },
            FaultCode::UnknownSource,
            "filing.notice.0",
        ),
        (
            |pack| pack["filing"]["claim"][0]["says"]["value"]["deadline"] = json!({"daysAfterSettlement": 1}),
            FaultCode::Unreadable,
            "filing.claim.0.says.value.deadline",
        ),
    ];
    for (change, code, path) in cases {
        let faults = found_in("everyKind", change);
        assert_eq!(faults.first(), Some(&(code, path.to_owned())), "{faults:?}");
    }
}

#[test]
fn a_source_that_only_a_notice_cites_is_used() {
    let faults = found_in("everyKind", |pack| {
        pack["sources"]["hotline"] = pack["sources"]["guide"].clone();
        pack["filing"]["notice"][0]["says"]["value"]["sections"][4]["clauses"][0]["citation"]["source"] = json!("hotline");
    });
    assert_eq!(faults, []);
    let faults = found_in("everyKind", |pack| pack["sources"]["hotline"] = pack["sources"]["guide"].clone());
    assert_eq!(faults, [(FaultCode::UnusedSource, "sources.hotline".to_owned())], "what its clauses cite are others");
}

#[test]
fn what_says_nothing_or_the_same_twice_is_named() {
    for (kind, value, code, path) in [
        ("rules/civilServant", json!({"ratios": []}), FaultCode::EmptyList, ".ratios"),
        ("rules/civilServant", json!({"ratios": [{"rank": "no", "ratio": "50"}]}), FaultCode::NeverApplies, ".ratios.0.rank"),
        (
            "rules/civilServant",
            json!({"ratios": [{"rank": "county", "ratio": "50"}, {"rank": "county", "ratio": "60"}]}),
            FaultCode::Duplicate,
            ".ratios.1.rank",
        ),
        ("rules/chronicTerms", json!({}), FaultCode::EmptyList, ""),
        ("filing/claim", json!({"papers": []}), FaultCode::EmptyList, ""),
    ] {
        let faults = found_in("everyKind", |pack| {
            *pack.pointer_mut(&format!("/{kind}/0/says/value")).unwrap() = value.clone();
        });
        assert_eq!(faults, [(code, format!("{}.0.says.value{path}", kind.replace('/', ".")))], "{value}");
    }
}

#[test]
fn a_disease_listed_twice_is_named() {
    let faults = found_in("everyKind", |pack| {
        let diseases = pack["diseases"].as_array_mut().unwrap();
        diseases.push(diseases[0].clone());
    });
    assert_eq!(faults, [(FaultCode::Duplicate, "diseases.2.id".to_owned())]);
}

#[test]
fn a_pack_falls_back_on_others_that_are_there() {
    for (fallback, faults) in [
        ("000000", vec![]),
        ("130100", vec![(FaultCode::UnknownFallback, "fallsBackOn.0".to_owned())]),
        ("139900", vec![(FaultCode::UnknownFallback, "fallsBackOn.0".to_owned())]),
    ] {
        assert_eq!(found_after(|pack| pack["fallsBackOn"] = json!([fallback])), faults, "{fallback}");
    }
}

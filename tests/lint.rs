//! The linter: an example of every fault, packs without any, and what an error means for loading.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::fs;

use serde_json::{Value, json};
use yidi::{Date, ErrorCode, Fault, FaultCode, Library, Severity};

const GOOD: &str = "tests/lint/good";
const BAD: &str = "tests/lint/bad";
const SHIPPED: &str = "src/policy/packs";

/// Where the fault of `lint/bad/<code>.json` is.
const PATHS: [(FaultCode, &str); FaultCode::ALL.len()] = [
    (FaultCode::Unreadable, "rules.segments.0.says.value.bands.0.ratio"),
    (FaultCode::UnknownSource, "rules.poolCap.0.law.citation.source"),
    (FaultCode::GradeAboveSource, "rules.poolCap.0.law.grade"),
    (FaultCode::PeriodReversed, "rules.poolCap.0.law.effective"),
    (FaultCode::NeverApplies, "rules.poolCap.1.applies.group"),
    (FaultCode::UnknownTier, "rules.deductible.1.applies.tier"),
    (FaultCode::ReadingsAlike, "rules.poolCap.0.says.readings"),
    (FaultCode::BrokenSegments, "rules.segments.0.says.value.bands"),
    (FaultCode::EmptyLadder, "rules.deductible.0.says.value.perVisit.amounts"),
    (FaultCode::StuckLadder, "rules.deductible.0.says.value.perVisit.stepsDown"),
    (FaultCode::PaysNothing, "rules.seriousIllness.0.says.value.segments.bands"),
    (FaultCode::Overlap, "rules.poolCap.1"),
    (FaultCode::DuplicateTier, "tiers.2.id"),
    (FaultCode::DatesReversed, "sources.notice.readOn"),
    (FaultCode::Gap, "rules.poolCap.1.law.effective"),
    (FaultCode::TierLeftOut, "rules.deductible"),
    (FaultCode::GroupLeftOut, "rules.segments"),
    (FaultCode::CategoryLeftOut, "rules.crossRegion"),
    (FaultCode::RatioRisesWithTier, "rules.segments.1"),
    (FaultCode::CopiedTable, "rules"),
    (FaultCode::UnusedSource, "sources.spare"),
    (FaultCode::ReviewOverdue, "reviewBy"),
];

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
    let mut pack = good("plain");
    change(&mut pack);
    let faults = Library::shipped().lint_json(&pack.to_string(), None);
    faults.into_iter().map(|fault| (fault.code, fault.path)).collect()
}

#[test]
fn every_fault_has_an_example_and_that_example_no_other() {
    let (library, bad) = (library(), packs(BAD));
    assert_eq!(bad.len(), FaultCode::ALL.len(), "a file of tests/lint/bad without its code, or the other way round");
    for code in FaultCode::ALL {
        let (_, path) = PATHS.iter().find(|(known, _)| known == code).unwrap();
        let (_, json) = bad.iter().find(|(name, _)| name == code.as_str()).unwrap_or_else(|| panic!("no example: {code:?}"));
        let faults = library.lint_json(json, today());
        assert_eq!(found(&faults), [(*code, *path)], "{code:?}: {faults:#?}");
        assert_eq!(faults[0].severity, code.severity());
        assert!(faults[0].hint.zh.starts_with(&*code.label().zh) && faults[0].hint.en.starts_with(&*code.label().en));
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
    let own_table = |amounts: Value, bands: Value| json!({"value": {"ownTable": {"deductible": {"perVisit": {"amounts": amounts}}, "segments": {"bands": bands}}}});
    for (rule, says, code, path) in [
        ("segments", json!({"value": {"bands": []}}), FaultCode::BrokenSegments, "value.bands"),
        ("segments", json!({"value": {"bands": [{"upTo": "1", "ratio": "50"}]}}), FaultCode::BrokenSegments, "value.bands"),
        ("segments", json!({"value": {"bands": [{"upTo": "0", "ratio": "60"}, open]}}), FaultCode::BrokenSegments, "value.bands"),
        ("segments", json!({"value": {"bands": [open, open]}}), FaultCode::BrokenSegments, "value.bands"),
        ("segments", json!({"readings": [{"bands": [open]}, {"bands": []}]}), FaultCode::BrokenSegments, "readings.1.bands"),
        ("segments", json!({"readings": []}), FaultCode::ReadingsAlike, "readings"),
        ("crossRegion", own_table(json!([]), json!([open])), FaultCode::EmptyLadder, "value.ownTable.deductible.perVisit.amounts"),
        ("crossRegion", own_table(json!(["1"]), json!([])), FaultCode::BrokenSegments, "value.ownTable.segments.bands"),
        ("crossRegion", json!({"value": {"times": "0"}}), FaultCode::PaysNothing, "value.times"),
        ("poolCap", json!({"value": {"yearly": "0"}}), FaultCode::PaysNothing, "value.yearly"),
        ("poolCap", json!({"readings": [{"yearly": "1"}]}), FaultCode::ReadingsAlike, "readings"),
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
    let large_amount = json!([{
        "applies": {"insurance": ["employee"], "kind": ["inpatient"]},
        "says": {"value": {"ratio": "0", "cap": "unlimited"}},
        "law": good("plain")["rules"]["poolCap"][0]["law"]
    }]);
    let faults = found_after(|pack| pack["rules"]["largeAmount"] = large_amount);
    assert_eq!(faults, [(FaultCode::PaysNothing, "rules.largeAmount.0.says.value.ratio".to_owned())]);
}

#[test]
fn a_list_that_leaves_nobody_is_named() {
    for list in ["insurance", "kind", "tier", "group", "place", "category"] {
        let faults = found_after(|pack| {
            let mut rule = pack["rules"]["poolCap"][0].clone();
            rule["applies"][list] = json!([]);
            pack["rules"]["poolCap"].as_array_mut().unwrap().push(rule);
        });
        assert_eq!(faults, [(FaultCode::NeverApplies, format!("rules.poolCap.1.applies.{list}"))]);
    }
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
    ] {
        assert!(two_caps(&applies(first.clone()), &applies(second.clone())).contains(&FaultCode::Overlap), "{first} {second}");
    }
    for (first, second) in [
        (json!({"tier": ["tier2"]}), json!({"tier": ["tier3"]})),
        (json!({"group": ["childOrStudent"]}), json!({"group": ["otherResident"]})),
        (json!({"insurance": ["resident"]}), json!({"insurance": ["employee"]})),
        (json!({"kind": ["inpatient"]}), json!({"kind": ["outpatient"]})),
        (json!({"insurance": ["employee", "resident"], "group": ["working"]}), json!({"insurance": ["resident"]})),
    ] {
        assert!(!two_caps(&applies(first.clone()), &applies(second.clone())).contains(&FaultCode::Overlap), "{first} {second}");
    }
}

#[test]
fn a_stay_over_a_change_meets_both_rules_where_each_counts_another_day() {
    let until = |dated_by| json!({"law": {"effective": {"from": "2024-01-01", "to": "2026-06-30"}, "datedBy": dated_by}});
    let since = |dated_by| json!({"law": {"effective": {"from": "2026-07-01"}, "datedBy": dated_by}});
    assert_eq!(two_caps(&until("admission"), &since("settlement")), [FaultCode::Overlap]);
    for (old, new) in [("admission", "admission"), ("settlement", "settlement"), ("settlement", "admission")] {
        assert_eq!(two_caps(&until(old), &since(new)), [], "{old} {new}");
    }
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
fn the_digest_is_of_the_content() {
    let digest_of = |json: &str| {
        let mut library = Library::shipped();
        let region = library.add_json(json).unwrap().admdvs;
        library.describe(region, "2026-11-22".parse().unwrap()).unwrap().digest
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

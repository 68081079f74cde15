//! Packs: what is refused when one is loaded, and which rule answers on which day.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use serde_json::{Value, json};
use yidi::{Error, ErrorCode, Estimate, EstimateInput, Grade, Library, estimate};

const SHANGLUO: &str = include_str!("../src/policy/packs/611000.json");

fn shangluo() -> Value {
    serde_json::from_str(SHANGLUO).unwrap()
}

fn add(pack: &Value) -> Result<Library, Error> {
    let mut library = Library::shipped();
    library.add_json(&pack.to_string()).map(|_| library)
}

/// 商洛 居民 三级, referred to Shanghai, 20,500 in scope: 12,000 from the pool (DER5).
fn referral(library: &Library, admitted: &str, settled: &str) -> Result<Estimate, Error> {
    let input = json!({
        "person": {"insuredRegion": "611000", "insurance": "resident", "group": "otherResident"},
        "visit": {"treatmentRegion": "310000", "kind": "inpatient", "tier": "tier3", "admitted": admitted, "settled": settled},
        "filing": {"category": "referral"},
        "bill": {"total": "20500", "inScope": "20500"},
        "yearSoFar": {"admissions": 0, "poolPaid": "0", "seriousIllnessBase": "0", "seriousIllnessPaid": "0"}
    });
    estimate(library, &EstimateInput::from_json(&input.to_string())?)
}

fn pool(library: &Library, admitted: &str, settled: &str) -> Result<String, ErrorCode> {
    let answer = referral(library, admitted, settled).map_err(|error| error.code())?;
    Ok(answer.figures.pool.unwrap().to_string())
}

#[test]
fn every_shipped_pack_loads_and_says_how_well_it_is_known() {
    let regions = Library::shipped().regions().unwrap();
    assert!(regions.len() >= 9);
    for region in regions {
        assert!(region.grade.is_some(), "{}", region.admdvs);
        assert_eq!(region.insurances.is_empty(), region.from.is_none(), "{}", region.admdvs);
        // 苏州's own ratio is disputed, so nothing can be answered for it yet.
        assert_eq!(region.insurances.is_empty(), region.name.zh == "苏州市", "{}", region.admdvs);
    }
}

#[test]
fn a_pack_at_fault_is_refused_with_the_path_of_the_fault() {
    let band = |up_to: &str| json!({"upTo": up_to, "ratio": "70"});
    for (pointer, value, code, path) in [
        ("/rules/segments/0/law/citation/source", json!("nowhere"), "invalidPack", "rules.segments.0.law.citation.source"),
        ("/rules/segments/0/law/effective/to", json!("2020-01-01"), "invalidPack", "rules.segments.0.law.effective"),
        ("/rules/segments/0/applies/tier", json!(["tier9"]), "invalidPack", "rules.segments.0.applies.tier"),
        ("/rules/segments/0/says", json!({"value": {"bands": []}}), "invalidPack", "rules.segments.0.says.value.bands"),
        (
            "/rules/segments/0/says",
            json!({"value": {"bands": [band("2"), band("1"), {"ratio": "1"}]}}),
            "invalidPack",
            "rules.segments.0.says.value.bands",
        ),
        ("/rules/segments/0/says", json!({"value": {"bands": [band("2")]}}), "invalidPack", "rules.segments.0.says.value.bands"),
        (
            "/rules/segments/0/says",
            json!({"value": {"bands": [{"ratio": "1"}, {"ratio": "1"}]}}),
            "invalidPack",
            "rules.segments.0.says.value.bands",
        ),
        ("/rules/poolCap/0/says", json!({"readings": [{"yearly": "1"}]}), "invalidPack", "rules.poolCap.0.says.readings"),
        (
            "/rules/deductible/0/says",
            json!({"value": {"perVisit": {"amounts": []}}}),
            "invalidPack",
            "rules.deductible.0.says.value.perVisit.amounts",
        ),
        (
            "/rules/segments/0/says",
            json!({"value": {"bands": [{"ratio": "101"}]}}),
            "invalidPercent",
            "rules.segments.0.says.value.bands.0.ratio",
        ),
        ("/rules/poolCap/0/says/value", json!({"monthly": "1"}), "unknownValue", "rules.poolCap.0.says.value"),
        ("/rules/poolCap/0/law/grade", json!("certain"), "unknownValue", "rules.poolCap.0.law.grade"),
        ("/rules/poolCap/0/law/read", json!("x"), "unknownField", "rules.poolCap.0.law.read"),
        ("/admdvs", json!("61100"), "invalidRegion", "admdvs"),
        ("/lastChecked", json!("2026-02-30"), "invalidDate", "lastChecked"),
    ] {
        let mut pack = shangluo();
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        pack.pointer_mut(parent).unwrap()[key] = value;
        let error = add(&pack).map(|_| ()).unwrap_err();
        assert_eq!((error.code().as_str(), error.path().as_str()), (code, path), "{pointer}: {error:?}");
    }
}

#[test]
fn a_refused_pack_leaves_the_library_as_it_was() {
    let mut library = Library::shipped();
    let before = library.regions().unwrap();
    assert_eq!(library.add_json("{").unwrap_err().code(), ErrorCode::UnreadableInput);
    assert_eq!(library.add_json("{}").unwrap_err().code(), ErrorCode::MissingField);
    assert_eq!(library.regions().unwrap(), before);
}

#[test]
fn two_rules_for_one_case_are_refused_by_name() {
    let mut pack = shangluo();
    let rules = pack["rules"]["poolCap"].as_array_mut().unwrap();
    let mut copy = rules[0].clone();
    copy["applies"]["tier"] = json!(["tier3"]);
    rules.push(copy);
    let error = add(&pack).unwrap_err();
    assert_eq!((error.code(), error.path().as_str()), (ErrorCode::InvalidPack, "rules.poolCap.5"));
    assert!(error.text().zh.contains("rules.poolCap.0"), "{error:?}");
}

/// From 2026-07-01 the ratio is 60 % where it was 70 %.
fn with_a_new_ratio(dated_by: Option<&str>) -> Library {
    let mut pack = shangluo();
    let ratios = pack["rules"]["segments"].as_array_mut().unwrap();
    let old = ratios.iter_mut().find(|rule| rule["applies"]["tier"] == json!(["tier3"])).unwrap();
    if let Some(dated_by) = dated_by {
        old["law"]["datedBy"] = json!(dated_by);
    }
    let mut new = old.clone();
    old["law"]["effective"]["to"] = json!("2026-06-30");
    new["law"]["effective"]["from"] = json!("2026-07-01");
    new["says"]["value"]["bands"][0]["ratio"] = json!("60");
    ratios.push(new);
    add(&pack).unwrap()
}

#[test]
fn the_day_decides_which_rule_answers() {
    let library = with_a_new_ratio(None);
    assert_eq!(pool(&library, "2026-06-20", "2026-06-30").unwrap(), "12000.00");
    assert_eq!(pool(&library, "2026-07-01", "2026-07-09").unwrap(), "10000.00");
    assert_eq!(pool(&library, "2023-08-31", "2023-09-01"), Err(ErrorCode::DateNotCovered));
}

#[test]
fn a_stay_over_a_change_of_the_law_needs_to_know_which_day_counts() {
    let stay = |dated_by| pool(&with_a_new_ratio(dated_by), "2026-06-25", "2026-07-05");
    assert_eq!(stay(None), Err(ErrorCode::RuleAmbiguous));
    assert_eq!(stay(Some("admission")).unwrap(), "12000.00");
    assert_eq!(stay(Some("settlement")).unwrap(), "10000.00");
}

#[test]
fn the_grade_of_a_figure_is_the_worst_it_rests_on() {
    let library = add(&shangluo()).unwrap();
    let estimate = referral(&library, "2026-11-02", "2026-11-12").unwrap();
    assert_eq!(estimate.grade, Some(Grade::Unconfirmed));
    assert_eq!(estimate.basis.pack.version, "2026.11.22");
    let description = library.describe("611000".parse().unwrap(), "2026-11-22".parse().unwrap()).unwrap();
    assert_eq!(estimate.basis.pack.digest, description.digest);
    let laws: Vec<_> = estimate.ledger.lines.iter().flat_map(|line| &line.lines).flat_map(|line| &line.law).collect();
    assert!(
        !laws.is_empty() && laws.iter().all(|law| !law.citation.document.is_empty() && law.citation.address.starts_with("http"))
    );
}

#[test]
fn a_district_is_insured_by_its_pooling_area() {
    let library = Library::shipped();
    assert_eq!(library.pack("610102".parse().unwrap()).unwrap().name.zh, "西安市");
    assert_eq!(library.pack("620100".parse().unwrap()).unwrap_err().code(), ErrorCode::UnknownRegion);
}

#[test]
fn a_later_year_than_the_last_check_is_warned_of() {
    let library = add(&shangluo()).unwrap();
    let warnings = |admitted, settled| referral(&library, admitted, settled).unwrap().warnings;
    assert_eq!(warnings("2026-12-20", "2026-12-31"), []);
    let later = warnings("2027-01-01", "2027-01-09");
    assert!(later.len() == 1 && later[0].zh.contains("2026-11-22"), "{later:?}");
}

#[test]
fn a_missing_rule_is_named_in_words() {
    let mut without = shangluo();
    without["rules"]["crossRegion"] = json!([]);
    let error = referral(&add(&without).unwrap(), "2026-11-02", "2026-11-12").unwrap_err();
    assert_eq!(error.code(), ErrorCode::RuleNotFound);
    assert!(error.text().zh.contains("异地就医待遇（居民医保、其他居民、住院、跨省异地、异地转诊、三级医院）"), "{error:?}");
}

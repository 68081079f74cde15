//! Packs: what is refused when one is loaded, which pack answers for a region, and which rule on a day.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use serde_json::{Value, json};
use yidi::{Admdvs, Bands, Error, ErrorCode, Estimate, EstimateInput, Grade, Insurance, Library, RuleName, Says, estimate};

/// 130100, residents: 600 and 70 % in tier 3, referred 10 percentage points less.
const CITY: &str = include_str!("lint/good/plain.json");

fn city() -> Value {
    serde_json::from_str(CITY).unwrap()
}

fn add(pack: &Value) -> Result<Library, Error> {
    let mut library = Library::shipped();
    library.add_json(&pack.to_string()).map(|_| library)
}

fn region(code: &str) -> Admdvs {
    code.parse().unwrap()
}

fn stay(insured: &str, treated: &str, admitted: &str, settled: &str) -> Value {
    json!({
        "person": {"insuredRegion": insured, "insurance": "resident", "group": "otherResident"},
        "visit": {"treatmentRegion": treated, "kind": "inpatient", "tier": "tier3", "admitted": admitted, "settled": settled},
        "filing": {"category": "referral"},
        "bill": {"total": "20600", "inScope": "20600"},
        "yearSoFar": {"admissions": 0, "poolPaid": "0", "seriousIllnessBase": "0", "seriousIllnessPaid": "0"}
    })
}

fn estimated(library: &Library, input: &Value) -> Result<Estimate, Error> {
    estimate(library, &EstimateInput::from_json(&input.to_string())?)
}

/// Referred to Shanghai: (20,600 − 600) × 60 % = 12,000 from the pool.
fn referral(library: &Library, admitted: &str, settled: &str) -> Result<Estimate, Error> {
    estimated(library, &stay("130100", "310000", admitted, settled))
}

fn pool(library: &Library, admitted: &str, settled: &str) -> Result<String, ErrorCode> {
    let answer = referral(library, admitted, settled).map_err(|error| error.code())?;
    Ok(answer.figures.pool.unwrap().to_string())
}

fn refusal<T>(answer: Result<T, Error>) -> (ErrorCode, String, Option<String>) {
    let error = answer.map(|_| ()).unwrap_err();
    (error.code(), error.path(), error.given().map(str::to_owned))
}

fn refused(code: ErrorCode, path: &str, given: &str) -> (ErrorCode, String, Option<String>) {
    (code, path.to_owned(), Some(given.to_owned()))
}

#[test]
fn every_shipped_pack_loads_and_says_how_well_it_is_known() {
    let regions = Library::shipped().regions().unwrap();
    assert!(regions.len() >= 9);
    for region in regions {
        assert!(region.grade.is_some(), "{}", region.admdvs);
        assert_eq!(region.insurances.is_empty(), region.from.is_none(), "{}", region.admdvs);
    }
}

#[test]
fn frames_are_not_listed_as_regions() {
    let library = Library::shipped();
    let listed: Vec<_> = library.regions().unwrap().iter().map(|region| region.admdvs.to_string()).collect();
    for frame in ["000000", "320000", "360000"] {
        assert!(library.pack(region(frame)).is_ok() && !listed.contains(&frame.to_owned()), "{frame}");
    }
    for municipality in ["110000", "310000"] {
        assert!(listed.contains(&municipality.to_owned()), "{municipality}");
    }
}

#[test]
fn a_region_says_from_when_to_when_its_ratios_hold() {
    let of = |periods: &[(&str, Option<&str>)], is_disputed: bool| {
        let mut pack = city();
        let segments = pack["rules"]["segments"].as_array_mut().unwrap();
        let mut as_written = segments[0].clone();
        if is_disputed {
            as_written["says"] = json!({"disputed": {"zh-CN": "没有写", "en": "not printed"}});
        }
        *segments = periods
            .iter()
            .map(|(from, to)| {
                let mut rule = as_written.clone();
                rule["law"]["effective"] = json!({"from": from, "to": to});
                rule
            })
            .collect();
        let regions = add(&pack).unwrap().regions().unwrap();
        let summary = regions.into_iter().find(|listed| listed.admdvs == region("130100")).unwrap();
        (summary.from.map(|day| day.to_string()), summary.to.map(|day| day.to_string()), summary.insurances)
    };
    let day = |text: &str| Some(text.to_owned());
    let residents = || vec![Insurance::Resident];
    let (first, second) = (("2024-01-01", Some("2024-12-31")), ("2025-01-01", Some("2025-12-31")));
    assert_eq!(of(&[first, second], false), (day("2024-01-01"), day("2025-12-31"), residents()));
    assert_eq!(of(&[second, first], false), (day("2024-01-01"), day("2025-12-31"), residents()));
    assert_eq!(of(&[("2025-01-01", None), first], false), (day("2024-01-01"), None, residents()));
    assert_eq!(of(&[first, ("2025-01-01", None)], false), (day("2024-01-01"), None, residents()));
    assert_eq!(of(&[first], true), (None, None, vec![]));
}

#[test]
fn a_pack_at_fault_is_refused_with_the_path_of_the_fault() {
    let band = |up_to: &str| json!({"upTo": up_to, "ratio": "70"});
    for (pointer, value, code, path) in [
        ("/rules/segments/0/law/citation/source", json!("nowhere"), "invalidPack", "rules.segments.0.law.citation.source"),
        ("/rules/segments/0/law/effective/to", json!("2020-01-01"), "invalidPack", "rules.segments.0.law.effective"),
        ("/rules/segments/0/applies/tier", json!(["tier9"]), "invalidPack", "rules.segments.0.applies.tier"),
        ("/rules/segments/0/applies/disease", json!(["d9"]), "invalidPack", "rules.segments.0.applies.disease"),
        ("/rules/segments/0/applies/kind", json!(null), "invalidPack", "rules.segments.0.applies"),
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
            json!({"value": {"perVisit": {"amounts": {"first": []}}}}),
            "invalidPack",
            "rules.deductible.0.says.value.perVisit.amounts.first",
        ),
        (
            "/rules/deductible/0/says",
            json!({"value": {"perVisit": {"amounts": ["300"]}}}),
            "wrongType",
            "rules.deductible.0.says.value.perVisit.amounts",
        ),
        (
            "/rules/segments/0/says",
            json!({"value": {"bands": [{"ratio": "101"}]}}),
            "invalidPercent",
            "rules.segments.0.says.value.bands.0.ratio",
        ),
        (
            "/rules/segments/0/says",
            json!({"between": {"atWorst": {"bands": [{"ratio": "1"}]}, "atBest": {"bands": [{"ratio": "-1"}]}}}),
            "invalidPercent",
            "rules.segments.0.says.between.atBest.bands.0.ratio",
        ),
        (
            "/rules/segments/0/says",
            json!({"between": {"atWorst": {"bands": [{"ratio": "1"}]}}}),
            "missingField",
            "rules.segments.0.says.between.atBest",
        ),
        ("/rules/poolCap/0/says/value", json!({"daily": "1"}), "unknownValue", "rules.poolCap.0.says.value"),
        ("/rules/poolCap/0/law/grade", json!("certain"), "unknownValue", "rules.poolCap.0.law.grade"),
        ("/rules/poolCap/0/law/read", json!("x"), "unknownField", "rules.poolCap.0.law.read"),
        ("/rules/poolCap/0/applies/standing", json!(["rich"]), "unknownValue", "rules.poolCap.0.applies.standing.0"),
        ("/rules/poolCap/0/applies/age", json!({"to": 60}), "unknownField", "rules.poolCap.0.applies.age.to"),
        ("/rules/validity", json!([]), "unknownField", "rules.validity"),
        ("/filing", json!({"poolCap": []}), "unknownField", "filing.poolCap"),
        ("/fallsBackOn", json!(["61100"]), "invalidRegion", "fallsBackOn.0"),
        ("/admdvs", json!("61100"), "invalidRegion", "admdvs"),
        ("/lastChecked", json!("2026-02-30"), "invalidDate", "lastChecked"),
    ] {
        let mut pack = city();
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
    let mut pack = city();
    let rules = pack["rules"]["poolCap"].as_array_mut().unwrap();
    let mut copy = rules[0].clone();
    copy["applies"]["tier"] = json!(["tier3"]);
    rules.push(copy);
    let error = add(&pack).unwrap_err();
    assert_eq!((error.code(), error.path().as_str()), (ErrorCode::InvalidPack, "rules.poolCap.1"));
    assert!(error.text().zh.contains("rules.poolCap.0"), "{error:?}");
}

#[test]
fn the_rules_of_a_kind_can_be_read_as_what_they_say() {
    let library = add(&city()).unwrap();
    let pack = library.pack(region("130100")).unwrap();
    let ratios = pack.rules::<Bands>(RuleName::Segments).unwrap();
    let Says::Value(bands) = &ratios[1].says else { unreachable!("the rule is plain") };
    assert_eq!(bands.bands[0].ratio, "70".parse().unwrap());
    assert_eq!(refusal(pack.rules::<Bands>(RuleName::PoolCap)).0, ErrorCode::UnknownField);
}

/// From 2026-07-01 the ratio is 60 % where it was 70 %.
fn with_a_new_ratio(dated_by: Option<&str>) -> Library {
    let mut pack = city();
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
    assert_eq!(pool(&library, "2023-12-01", "2023-12-31"), Err(ErrorCode::DateNotCovered));
}

#[test]
fn a_stay_over_a_change_of_the_law_needs_to_know_which_day_counts() {
    let stay = |dated_by| pool(&with_a_new_ratio(dated_by), "2026-06-25", "2026-07-05");
    assert_eq!(stay(None), Err(ErrorCode::RuleAmbiguous));
    assert_eq!(stay(Some("admission")).unwrap(), "12000.00");
    assert_eq!(stay(Some("settlement")).unwrap(), "10000.00");
}

/// Until a table begins, the frame answers; in a stay over that day neither does by itself.
#[test]
fn a_stay_over_the_beginning_of_a_table_is_not_settled_by_the_frame_before_it() {
    let library = |from: &str, says: Value| {
        let mut pack = city();
        pack["fallsBackOn"] = json!(["000000"]);
        pack["rules"]["crossRegion"] = json!([pack["rules"]["crossRegion"][0]]);
        pack["rules"]["crossRegion"][0]["applies"]["category"] = json!(["longTermResident"]);
        pack["rules"]["crossRegion"][0]["law"]["effective"] = json!({"from": from});
        pack["rules"]["crossRegion"][0]["says"] = json!({"value": says});
        add(&pack).unwrap()
    };
    let long_term = |library: &Library| {
        let mut input = stay("130100", "310000", "2026-06-25", "2026-07-05");
        input["filing"]["category"] = json!("longTermResident");
        estimated(library, &input).map(|estimate| estimate.figures.pool.unwrap().to_string()).map_err(|error| error.code())
    };
    let lowered = || json!({"minusPoints": "10"});
    assert_eq!(long_term(&library("2026-06-01", lowered())), Ok("12000.00".to_owned()));
    assert_eq!(long_term(&library("2026-07-01", lowered())), Err(ErrorCode::RuleAmbiguous));
    // National law says `none` as well: it does not matter which day counts.
    assert_eq!(long_term(&library("2026-07-01", json!("none"))), Ok("14000.00".to_owned()));
    assert_eq!(long_term(&library("2026-07-06", lowered())), Ok("14000.00".to_owned()));
}

#[test]
fn the_grade_of_a_figure_is_the_worst_it_rests_on() {
    let mut pack = city();
    assert_eq!(referral(&add(&pack).unwrap(), "2026-11-02", "2026-11-12").unwrap().grade, Some(Grade::Official));
    pack["rules"]["crossRegion"][1]["law"]["grade"] = json!("unconfirmed");
    assert_eq!(referral(&add(&pack).unwrap(), "2026-11-02", "2026-11-12").unwrap().grade, Some(Grade::Unconfirmed));
}

#[test]
fn an_answer_names_the_packs_it_rests_on_and_every_figure_its_source() {
    let library = add(&city()).unwrap();
    let estimate = referral(&library, "2026-11-02", "2026-11-12").unwrap();
    let description = library.describe(region("130100"), "2026-11-22".parse().unwrap()).unwrap();
    assert_eq!(estimate.basis.packs, description.packs);
    assert_eq!((estimate.basis.packs.len(), &*estimate.basis.packs[0].version), (1, "test"));
    let laws: Vec<_> = estimate.ledger.lines.iter().flat_map(|line| &line.lines).flat_map(|line| &line.law).collect();
    assert!(!laws.is_empty());
    for law in laws {
        assert!(!law.citation.document.is_empty() && law.citation.address.starts_with("http"), "{law:?}");
    }
}

#[test]
fn the_nearest_pack_answers_for_a_region() {
    let library = Library::shipped();
    for (insured, nearest) in [
        ("610100", "610100"),
        ("610102", "610100"),
        ("310115", "310000"),
        ("430100", "000000"),
        ("430102", "000000"),
        ("320600", "320000"),
        ("320682", "320000"),
        ("320000", "320000"),
        ("000000", "000000"),
    ] {
        assert_eq!(library.pack(region(insured)).unwrap().admdvs, region(nearest), "{insured}");
    }
}

#[test]
fn a_city_without_a_pack_is_answered_by_the_frames_with_the_users_own_figures() {
    let library = Library::shipped();
    for (insured, treated, packs) in [("430100", "310000", vec!["000000"]), ("320600", "310000", vec!["320000", "000000"])] {
        let mut input = stay(insured, treated, "2026-11-02", "2026-11-12");
        input["filing"]["category"] = json!("longTermResident");
        input["ownFigures"] = json!({"deductible": "600", "ratio": "70", "poolCap": {"yearly": "200000"}});
        let estimate = estimated(&library, &input).unwrap_or_else(|error| panic!("{insured}: {error}"));
        // (20,600 − 600) × 70 %; long-term residents have the terms of their insured region.
        assert_eq!(estimate.figures.pool.unwrap().to_string(), "14000.00", "{insured}");
        assert_eq!(estimate.basis.packs.iter().map(|pack| pack.admdvs.to_string()).collect::<Vec<_>>(), packs, "{insured}");
        assert_eq!(estimate.grade, Some(Grade::UserSupplied), "{insured}");
        let pool = &estimate.ledger.lines[0].lines[0];
        assert_eq!(pool.law.iter().map(|law| law.rule).collect::<Vec<_>>(), [RuleName::CrossRegion], "{insured}");
        let own: Vec<_> = pool.own_figures.iter().map(|own| (own.rule, own.label.zh.as_ref())).collect();
        assert_eq!(own, [(RuleName::Segments, "分段支付比例"), (RuleName::PoolCap, "统筹封顶线")], "{insured}");
    }
}

#[test]
fn a_city_without_a_pack_is_asked_for_the_figures_that_no_frame_has() {
    let library = Library::shipped();
    let mut input = stay("430100", "310000", "2026-11-02", "2026-11-12");
    for (own_figures, missing) in [
        (json!({}), "ownFigures.deductible"),
        (json!({"deductible": "600"}), "ownFigures.ratio"),
        (json!({"ratio": "70"}), "ownFigures.deductible"),
    ] {
        input["ownFigures"] = own_figures.clone();
        let (code, path, _) = refusal(estimated(&library, &input));
        assert_eq!((code, path.as_str()), (ErrorCode::RuleNotFound, missing), "{own_figures}");
    }
}

#[test]
fn nobody_is_insured_in_a_province_or_the_whole_country() {
    let library = Library::shipped();
    for province in ["320000", "430000", "000000"] {
        let input = stay(province, "310000", "2026-11-02", "2026-11-12");
        assert_eq!(refusal(estimated(&library, &input)), refused(ErrorCode::RegionTooCoarse, "person.insuredRegion", province));
    }
}

#[test]
fn nobody_is_treated_in_the_whole_country() {
    let library = add(&city()).unwrap();
    for insured in ["130100", "430100"] {
        let input = stay(insured, "000000", "2026-11-02", "2026-11-12");
        assert_eq!(
            refusal(estimated(&library, &input)),
            refused(ErrorCode::RegionTooCoarse, "visit.treatmentRegion", "000000"),
            "{insured}"
        );
    }
}

#[test]
fn a_fallback_that_is_not_loaded_is_refused_by_name() {
    let mut pack = city();
    pack["fallsBackOn"] = json!(["139900"]);
    let library = add(&pack).unwrap();
    assert_eq!(
        refusal(referral(&library, "2026-11-02", "2026-11-12")),
        refused(ErrorCode::UnknownRegion, "person.insuredRegion.fallsBackOn", "139900")
    );
    let described = library.describe(region("130100"), "2026-11-22".parse().unwrap());
    assert_eq!(refusal(described), refused(ErrorCode::UnknownRegion, "fallsBackOn", "139900"));
}

/// The city without its rule on referrals, which the national frame then answers: at most 10 percentage points less.
fn falling_back() -> Value {
    let mut pack = city();
    pack["fallsBackOn"] = json!(["000000"]);
    pack["rules"]["crossRegion"] = json!([]);
    pack
}

#[test]
fn a_rule_is_found_in_the_nearest_pack_that_has_one() {
    let library = add(&falling_back()).unwrap();
    let mut input = stay("130100", "310000", "2026-11-02", "2026-11-12");
    input["filing"]["category"] = json!("longTermResident");
    let estimate = estimated(&library, &input).unwrap();
    let pool = &estimate.ledger.lines[0].lines[0];
    let packs: Vec<_> = pool.law.iter().map(|law| (law.rule, law.pack.to_string())).collect();
    // The cap is not reached, and the figure rests on that.
    let expected = [(RuleName::Segments, "130100"), (RuleName::CrossRegion, "000000"), (RuleName::PoolCap, "130100")];
    assert_eq!(packs, expected.map(|(rule, pack)| (rule, pack.to_owned())));
}

#[test]
fn without_a_fallback_a_pack_answers_alone() {
    let mut pack = falling_back();
    pack["fallsBackOn"] = json!([]);
    assert_eq!(pool(&add(&pack).unwrap(), "2026-11-02", "2026-11-12"), Err(ErrorCode::RuleNotFound));
}

#[test]
fn a_rule_that_the_nearest_pack_has_for_other_times_is_not_sought_further_in_vain() {
    let mut pack = city();
    pack["fallsBackOn"] = json!(["000000"]);
    pack["rules"]["segments"][1]["law"]["effective"]["to"] = json!("2025-12-31");
    assert_eq!(pool(&add(&pack).unwrap(), "2026-11-02", "2026-11-12"), Err(ErrorCode::DateNotCovered));
}

#[test]
fn a_later_year_than_the_last_check_is_warned_of() {
    let library = add(&city()).unwrap();
    let warnings = |admitted, settled| referral(&library, admitted, settled).unwrap().warnings;
    assert_eq!(warnings("2026-12-20", "2026-12-31"), []);
    let later = warnings("2027-01-01", "2027-01-09");
    assert!(later.len() == 1 && later[0].zh.contains("2026-11-22"), "{later:?}");
}

#[test]
fn a_missing_rule_is_named_in_words() {
    let mut without = city();
    without["rules"]["crossRegion"] = json!([]);
    let error = referral(&add(&without).unwrap(), "2026-11-02", "2026-11-12").unwrap_err();
    assert_eq!(error.code(), ErrorCode::RuleNotFound);
    assert!(error.text().zh.contains("异地就医待遇（居民医保、其他居民、住院、跨省异地、异地转诊、三级医院）"), "{error:?}");
}

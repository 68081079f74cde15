//! A region described: every rule of its pack in words, with its source.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use yidi::{ErrorCode, Library, RegionDescription, RuleName};

const PACKS: [&str; 3] = [
    include_str!("../src/policy/packs/610100.json"),
    include_str!("../src/policy/packs/360100.json"),
    include_str!("golden/packs/320583.json"),
];

fn described(region: &str, date: &str) -> RegionDescription {
    let mut library = Library::shipped();
    for pack in PACKS {
        library.add_json(pack).unwrap();
    }
    library.describe(region.parse().unwrap(), date.parse().unwrap()).unwrap()
}

fn says(description: &RegionDescription, rule: RuleName) -> Vec<&str> {
    description.rules.iter().filter(|described| described.law.rule == rule).map(|described| described.says.zh.as_ref()).collect()
}

#[test]
fn every_rule_is_there_in_both_languages_with_its_source() {
    for (pack, region) in PACKS.iter().zip(["610100", "360100", "320583"]) {
        let description = described(region, "2026-11-22");
        let kinds = serde_json::from_str::<serde_json::Value>(pack).unwrap()["rules"].clone();
        let count: usize = kinds.as_object().unwrap().values().map(|rules| rules.as_array().unwrap().len()).sum();
        assert_eq!(description.rules.len(), count, "{region}");
        for rule in &description.rules {
            for text in [&rule.says, &rule.applies] {
                assert!(!text.zh.is_empty() && !text.en.is_empty(), "{rule:?}");
            }
            assert!(rule.law.citation.address.starts_with("http"), "{rule:?}");
        }
    }
}

#[test]
fn the_rules_say_what_the_sources_say() {
    let xian = described("610100", "2026-11-22");
    assert!(says(&xian, RuleName::Deductible).contains(&"当年第 1 次 1,200.00 元，以后各次没有收录"));
    assert!(says(&xian, RuleName::Segments).contains(&"支付 80%"));
    assert_eq!(says(&xian, RuleName::CrossRegion), ["与在参保地就医相同", "支付比例降低 10 个百分点", "支付比例降低 20 个百分点"]);
    assert_eq!(
        says(&xian, RuleName::LargeAmount),
        [
            "读法 1：超过统筹封顶线的部分支付 90%，与统筹合计一年最多 500,000.00 元；读法 2：超过统筹封顶线的部分支付 90%，一年最多支付 500,000.00 元"
        ]
    );
    assert_eq!(
        says(&xian, RuleName::SeriousIllness),
        ["一年的合规个人负担超过 20,000.00 元的部分，支付 60%，一年最多支付 300,000.00 元"]
    );
    let nanchang = described("360100", "2026-11-22");
    assert!(says(&nanchang, RuleName::CrossRegion).contains(&"政策范围内费用先自付 20%，余下的再按规定支付"));
    assert!(says(&nanchang, RuleName::LargeAmount)[0].contains("两种写法"));
    assert_eq!(says(&described("320583", "2026-11-22"), RuleName::CrossRegion), ["按原支付比例的 80% 支付"]);
}

#[test]
fn the_day_decides_what_is_in_force() {
    let serious_illness = |date| {
        let description = described("610100", date);
        description.rules.iter().find(|rule| rule.law.rule == RuleName::SeriousIllness).map(|rule| rule.in_force)
    };
    assert_eq!([serious_illness("2025-12-31"), serious_illness("2026-01-01")], [Some(false), Some(true)]);
}

#[test]
fn a_region_without_a_pack_is_refused() {
    let error = Library::shipped().describe("659001".parse().unwrap(), "2026-11-22".parse().unwrap()).unwrap_err();
    assert_eq!(error.code(), ErrorCode::UnknownRegion);
}

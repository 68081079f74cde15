//! A region described: every rule of the packs that answer for it in words, with its source.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::fs;

use serde_json::Value;
use yidi::{Admdvs, Error, ErrorCode, Library, RegionDescription, RuleDescription, RuleName};

/// Cities that are not shipped: rules of every kind, and rules that change.
const TEST_PACKS: [(&str, &str); 2] =
    [("130400", include_str!("lint/good/everyKind.json")), ("130300", include_str!("lint/good/changing.json"))];

fn library() -> Library {
    let mut library = Library::shipped();
    for (_, pack) in TEST_PACKS {
        library.add_json(pack).unwrap();
    }
    library
}

fn pack_of(region: &str) -> Value {
    let path = format!("{}/src/policy/packs/{region}.json", env!("CARGO_MANIFEST_DIR"));
    let test_pack = TEST_PACKS.iter().find(|(known, _)| *known == region).map(|(_, pack)| (*pack).to_owned());
    serde_json::from_str(&test_pack.unwrap_or_else(|| fs::read_to_string(path).unwrap())).unwrap()
}

/// The regions and frames with a pack.
fn shipped() -> Vec<String> {
    let files = fs::read_dir(format!("{}/src/policy/packs", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let paths = files.map(|file| file.unwrap().path()).filter(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).collect()
}

fn described_on(region: &str, date: &str) -> Result<RegionDescription, Error> {
    library().describe(region.parse()?, date.parse()?)
}

fn described(region: &str) -> RegionDescription {
    described_on(region, "2026-11-22").unwrap_or_else(|error| panic!("{region}: {error}"))
}

fn rules(description: &RegionDescription, rule: RuleName) -> impl Iterator<Item = &RuleDescription> {
    description.rules.iter().filter(move |described| described.law.rule == rule)
}

fn says(description: &RegionDescription, rule: RuleName) -> Vec<(&str, &str)> {
    rules(description, rule).map(|described| (described.says.zh.as_ref(), described.says.en.as_ref())).collect()
}

fn says_zh(description: &RegionDescription, rule: RuleName) -> Vec<&str> {
    says(description, rule).into_iter().map(|(zh, _)| zh).collect()
}

/// How many rules a pack has in all.
fn count(pack: &Value) -> usize {
    let groups = ["rules", "filing"].into_iter().filter_map(|group| pack[group].as_object());
    groups.flat_map(|kinds| kinds.values()).map(|rules| rules.as_array().unwrap().len()).sum()
}

#[test]
fn every_rule_of_every_pack_that_answers_is_there_in_both_languages_with_its_source() {
    for region in shipped().iter().map(String::as_str).chain(["130300", "130400"]) {
        let description = described(region);
        let packs: Vec<_> = description.packs.iter().map(|pack| pack_of(&pack.admdvs.to_string())).collect();
        let fallbacks: Vec<_> = packs[1..].iter().map(|pack| pack["admdvs"].clone()).collect();
        assert_eq!(packs[0]["fallsBackOn"].as_array().cloned().unwrap_or_default(), fallbacks, "{region}");
        assert_eq!(description.rules.len(), packs.iter().map(count).sum::<usize>(), "{region}");
        for rule in &description.rules {
            for text in [&rule.says, &rule.applies] {
                assert!(!text.zh.is_empty() && !text.en.is_empty(), "{rule:?}");
            }
            assert!(!rule.law.citation.document.is_empty() && !rule.law.citation.address.is_empty(), "{rule:?}");
        }
    }
}

#[test]
fn the_rules_say_what_the_sources_say() {
    let xian = described("610100");
    let own: Admdvs = "610100".parse().unwrap();
    let cross_region = rules(&xian, RuleName::CrossRegion).filter(|rule| rule.law.pack == own);
    assert_eq!(
        cross_region.map(|rule| rule.says.zh.as_ref()).collect::<Vec<_>>(),
        ["与在参保地就医相同", "支付比例降低 10 个百分点", "支付比例降低 20 个百分点"]
    );
    assert!(says_zh(&xian, RuleName::Segments).contains(&"支付 80%"));
    let nanchang = described("360100");
    assert!(says_zh(&nanchang, RuleName::CrossRegion).contains(&"政策范围内费用先自付 20%，余下的再按规定支付"));
}

#[test]
fn every_kind_of_rule_on_paying_is_put_into_words() {
    let city = described("130400");
    for (rule, expected) in [
        (
            RuleName::Deductible,
            vec![
                (
                    "当年第 1 次住院 500 元，当年第 2 次住院 400 元，以后各次 300 元",
                    "500 yuan for admission 1 of the year, 400 yuan for admission 2 of the year, 300 yuan for each later one",
                ),
                ("每年 1,000 元，一年里付过的都算", "1,000 yuan a year, what was paid counts"),
                ("每季度 300 元，一季度里付过的都算", "300 yuan a quarter, what was paid counts"),
                ("每月 50 元，一个月里付过的都算", "50 yuan a month, what was paid counts"),
                ("每家医院每年 200 元，在那家一年里付过的都算", "200 yuan a year at each facility, what was paid counts"),
                ("不设起付线", "no deductible"),
            ],
        ),
        (
            RuleName::Waiver,
            vec![(
                "恶性肿瘤放化疗再次住院：不再收起付线；同一疾病周期逐级向上转诊：起付线连续计算，只补差额",
                "a repeat stay for cancer treatment: no deductible is due; referred up within one episode of illness: only the difference to \
                 the higher deductible is due",
            )],
        ),
        (
            RuleName::Segments,
            vec![
                (
                    "0–10,000 元的部分 70%；10,000 元以上的部分 75%；分段按年累计",
                    "0–10,000 yuan 70%; above 10,000 yuan 75%; the segments go on through the year",
                ),
                ("支付 80%", "80% is paid"),
                ("支付 85%", "85% is paid"),
                (
                    "0–10,000 元的部分 85%；10,000 元以上的部分 90%；分段按含起付线的金额算",
                    "0–10,000 yuan 85%; above 10,000 yuan 90%; the segments include the deductible",
                ),
                ("支付 90%；个人付的那部分再按 60% 算", "90% is paid; of the share left to the person 60% is due"),
                (
                    "由参保地定，对您最不利：支付 50%；最有利：支付 60%",
                    "set by the insured region; at worst: 50% is paid; at best: 60% is paid",
                ),
                ("读法 1：支付 70%；读法 2：支付 80%", "reading 1: 70% is paid; reading 2: 80% is paid"),
            ],
        ),
        (
            RuleName::CrossRegion,
            vec![
                ("与在参保地就医相同", "as in the insured region"),
                (
                    "扣除起付线后先自付 5%，余下的再按比例支付",
                    "5% of what is left after the deductible is paid by the person first",
                ),
                (
                    "由参保地定，对您最不利：支付比例降低 10 个百分点；最有利：与在参保地就医相同",
                    "set by the insured region; at worst: the ratio is lowered by 10 percentage points; at best: as in the insured \
                     region",
                ),
                (
                    "另有一套标准：起付线当年第 1 次住院 2,000 元，以后每次比它少 50%，最低收到它的 50%；支付 40%",
                    "a standard of its own: 2,000 yuan for the first admission of the year, each further one 50% of it less, at least \
                     50% of it: 40% is paid",
                ),
                ("不予报销", "not covered"),
            ],
        ),
        (
            RuleName::PoolCap,
            vec![
                ("一年最多支付 200,000 元", "at most 200,000 yuan a year"),
                ("每次最多支付 400 元", "at most 400 yuan a visit"),
                ("每月最多支付 300 元，当月有效", "at most 300 yuan a month; nothing is carried over"),
                ("不设封顶线", "no cap"),
            ],
        ),
        (
            RuleName::LargeAmount,
            vec![(
                "超过统筹封顶线的部分支付 90%，与统筹合计一年最多 500,000 元",
                "90% of what lies above the pool's cap is paid, with the pool at most 500,000 yuan a year",
            )],
        ),
        (
            RuleName::SeriousIllness,
            vec![
                (
                    "一年里自己付的、政策范围内的钱（合规个人负担）超过 15,000 元的部分：0–50,000 元的部分 60%；50,000 元以上的部分 70%，一年最多支付 300,000 元",
                    "of the year's compliant own payments above 15,000 yuan, 0–50,000 yuan 60%; above 50,000 yuan 70%, at \
                     most 300,000 yuan a year",
                ),
                (
                    "一年里自己付的、政策范围内的钱（合规个人负担）超过 7,500 元的部分：支付 75%，不设封顶线",
                    "of the year's compliant own payments above 7,500 yuan, 75% is paid, no cap",
                ),
            ],
        ),
        (
            RuleName::CivilServant,
            vec![(
                "其他基金支付后，合规个人负担再补助，科级 50%，县级 60%",
                "of the compliant own payments that the other funds leave, section rank 50%, county rank 60%",
            )],
        ),
        (
            RuleName::Assistance,
            vec![(
                "一年里自己付的、政策范围内的钱（合规个人负担）超过 2,000 元的部分：支付 70%，一年最多支付 50,000 元",
                "of the year's compliant own payments above 2,000 yuan, 70% is paid, at most 50,000 yuan a year",
            )],
        ),
        (RuleName::LocalSupplement, vec![("起付标准没有写明", "the start is not stated")]),
        (
            RuleName::PersonalAccount,
            vec![(
                "可支付政策范围内个人负担、政策范围外费用",
                "may pay the person's share within the scope and what lies outside the scope",
            )],
        ),
        (
            RuleName::ChronicTerms,
            vec![(
                "最多选 2 个病种，最多选 1 家医院，认定有效 24 个月",
                "at most 2 diseases, at most 1 facilities, holds for 24 months",
            )],
        ),
        (RuleName::CrossYear, vec![("按出院结算日期一笔结算", "as a whole, at the day of settlement")]),
    ] {
        assert_eq!(says(&city, rule), expected, "{rule:?}");
    }
}

#[test]
fn every_kind_of_rule_on_filing_is_put_into_words() {
    let city = described("130400");
    for (rule, expected) in [
        (
            RuleName::Categories,
            vec![("异地长期居住人员：在异地居住半年以上的人", "living elsewhere: who has lived elsewhere for half a year")],
        ),
        (
            RuleName::Materials,
            vec![
                (
                    "身份：身份证或社保卡；长期居住：居住证（公安机关开具）（可用个人承诺书代替）",
                    "identity: identity card or social security card; residence: residence permit (issued by the police) (or a signed \
                     commitment)",
                ),
                ("不需要材料", "no papers"),
            ],
        ),
        (
            RuleName::Validity,
            vec![
                ("长期有效，直到变更或取消", "until changed or cancelled"),
                ("与所凭材料的有效期相同", "as long as the paper it rests on"),
                ("6 个月", "6 months"),
                ("不少于 6 个月，具体由参保地规定", "at least 6 months; the insured region sets it"),
            ],
        ),
        (
            RuleName::ChangeLock,
            vec![
                ("满 6 个月后可变更或取消", "may be changed or cancelled after 6 months"),
                ("参保地可设变更或取消的时限，不超过 6 个月", "the insured region may bar changes for at most 6 months"),
                ("可随时变更或取消", "may be changed or cancelled at any time"),
            ],
        ),
        (
            RuleName::LateFiling,
            vec![(
                "出院结算前补办：医院直接结算；自费结算后补办：按参保地规定零星报销",
                "filed before discharge settlement: settled directly at the hospital; filed after paying in full: a manual claim by the \
                 insured region's rules",
            )],
        ),
        (RuleName::Approval, vec![("即时办结", "at once"), ("2 个工作日内办结", "within 2 working days")]),
        (RuleName::Exemption, vec![("到北京市、天津市就医免备案", "no filing is needed for Beijing, Tianjin")]),
        (
            RuleName::Places,
            vec![(
                "备案到地市或直辖市；海南省、西藏自治区备案到省（自治区）；可备案多地，但须凭材料，不能凭承诺",
                "one files for a city or municipality; Hainan, Tibet as a whole; several, with papers, not by commitment",
            )],
        ),
        (
            RuleName::Coverage,
            vec![(
                "住院、普通门诊，有效期内可多次就诊，回参保地就医也享受待遇，门诊无须选定医院",
                "inpatient, outpatient, several visits while it is valid, care at home stays covered, outpatient care needs no chosen \
                 facility",
            )],
        ),
        (RuleName::Channels, vec![("国家医保服务平台、服务热线（12393）", "the national platform, the hotline (12393)")]),
        (
            RuleName::Claim,
            vec![
                (
                    "发票、费用清单；结算后 12 个月内申请；收齐材料后 30 个工作日内办结",
                    "the invoice, the itemised bill; within 12 months after settlement; settled within 30 working days",
                ),
                ("次年 3 月底前申请", "by the end of month 3 of the next year"),
            ],
        ),
        (
            RuleName::ReferralDoctor,
            vec![("转诊有没有必要，由副主任医师评估", "whether a referral is needed is for an associate chief physician to judge")],
        ),
        (
            RuleName::OutpatientChoice,
            vec![(
                "普通门诊选一种：直接结算；或者按月领",
                "one is chosen for outpatient care: direct settlement; or a monthly sum",
            )],
        ),
        (RuleName::OpenDiseases, vec![("糖尿病（M01600）、透析", "diabetes (M01600), dialysis")]),
        (RuleName::SpecialDrugs, vec![("共 40 种，已知其中：甲药、乙药", "40 in all, of which are known here: drug A, drug B")]),
        (
            RuleName::Notice,
            vec![(
                "至少阅读 5 秒：备案材料、备案时效、变更时限、补办政策、经办服务电话",
                "to be read for at least 5 seconds: papers for filing, time limits, limits on changes, late filing, service numbers",
            )],
        ),
    ] {
        assert_eq!(says(&city, rule), expected, "{rule:?}");
    }
}

#[test]
fn the_order_of_fields_changes_no_word() {
    // serde_json sorts keys, the file does not.
    let sorted = pack_of("130400").to_string();
    let mut library = Library::shipped();
    let city = library.add_json(&sorted).unwrap().admdvs;
    let reordered = library.describe(city, "2026-11-22".parse().unwrap()).unwrap();
    for (rule, as_written) in reordered.rules.iter().zip(described("130400").rules) {
        assert_eq!((&rule.says, &rule.applies), (&as_written.says, &as_written.applies), "{:?}", rule.law.rule);
    }
}

#[test]
fn the_pack_of_every_kind_has_them_all() {
    let city = described("130400");
    let all = RuleName::ON_PAYING.iter().chain(RuleName::ON_FILING);
    assert_eq!(all.filter(|rule| rules(&city, **rule).next().is_none()).collect::<Vec<_>>(), [] as [&RuleName; 0]);
}

#[test]
fn the_cases_of_a_rule_are_put_into_words() {
    let by_tier = described("130300");
    let tiers: Vec<_> = rules(&by_tier, RuleName::Segments).map(|rule| rule.applies.en.as_ref()).collect();
    let residents = [
        "resident insurance, inpatient, child or student, community or tier 2",
        "resident insurance, inpatient, other resident, community or tier 2",
        "resident insurance, inpatient, tier 3",
    ];
    assert_eq!(tiers, residents);
    let city = described("130400");
    for (rule, index, zh, en) in [
        (RuleName::Segments, 0, "居民医保，住院，不满 60 周岁", "resident insurance, inpatient, younger than 60"),
        (RuleName::Segments, 1, "居民医保，住院，60 至 79 周岁", "resident insurance, inpatient, aged 60 to 79"),
        (RuleName::Segments, 2, "居民医保，住院，80 周岁及以上", "resident insurance, inpatient, aged 80 or more"),
        (
            RuleName::PoolCap,
            2,
            "职工医保或居民医保，门诊慢特病，糖尿病",
            "employee insurance or resident insurance, chronic disease, outpatient, diabetes",
        ),
        (RuleName::Assistance, 0, "居民医保，住院，低保对象", "resident insurance, inpatient, on minimum living allowance"),
        (RuleName::Materials, 0, "异地长期居住，凭材料备案", "living elsewhere long-term, filed with papers"),
        (RuleName::LateFiling, 0, "所有情形", "all cases"),
    ] {
        let applies = &rules(&city, rule).nth(index).unwrap().applies;
        assert_eq!((applies.zh.as_ref(), applies.en.as_ref()), (zh, en), "{rule:?} {index}");
    }
}

#[test]
fn the_day_decides_what_is_in_force() {
    for (date, in_force) in [("2025-12-31", [true, false, false]), ("2026-01-01", [false, true, true])] {
        let description = described_on("130300", date).unwrap();
        assert_eq!(rules(&description, RuleName::Deductible).map(|rule| rule.in_force).collect::<Vec<_>>(), in_force, "{date}");
    }
}

#[test]
fn a_region_without_a_pack_of_its_own_is_described_by_the_frames_that_answer_for_it() {
    for (region, name, packs) in
        [("430100", "长沙市", vec!["000000"]), ("430102", "长沙市", vec!["000000"]), ("320600", "南通市", vec!["320000", "000000"])]
    {
        let description = described(region);
        assert_eq!(description.region.name.zh, name, "{region}");
        assert_eq!(description.region.insurances, [], "{region}");
        let answering: Vec<_> = description.packs.iter().map(|pack| pack.admdvs.to_string()).collect();
        assert_eq!(answering, packs, "{region}");
        let cited: Vec<_> = description.rules.iter().map(|rule| rule.law.pack.to_string()).collect();
        assert!(cited.iter().all(|pack| packs.contains(&pack.as_str())), "{region}");
    }
}

#[test]
fn a_region_with_a_pack_of_its_own_is_described_by_that() {
    for region in ["610100", "610102"] {
        let description = described(region);
        assert_eq!(
            (description.region.admdvs.to_string().as_str(), description.region.insurances.len()),
            ("610100", 2),
            "{region}"
        );
    }
}

#[test]
fn a_frame_is_described_as_itself() {
    for (frame, name) in [("000000", "全国"), ("320000", "江苏省")] {
        let description = described(frame);
        assert_eq!((description.region.admdvs.to_string().as_str(), description.region.name.zh.as_ref()), (frame, name));
        assert_eq!(description.packs[0].admdvs, description.region.admdvs, "{frame}");
    }
}

#[test]
fn a_province_without_a_frame_is_too_coarse_to_be_described() {
    let error = described_on("430000", "2026-11-22").unwrap_err();
    assert_eq!((error.code(), error.given()), (ErrorCode::RegionTooCoarse, Some("430000")));
}

#[test]
fn what_is_no_region_is_refused() {
    let error = described_on("659099", "2026-11-22").unwrap_err();
    assert_eq!((error.code(), error.given()), (ErrorCode::UnknownRegion, Some("659099")));
}

#[test]
fn a_region_names_the_tiers_and_diseases_of_every_pack_that_answers_for_it() {
    let named = |region| {
        let RegionDescription { region, .. } = described(region);
        (region.tiers.len(), region.diseases.iter().any(|disease| disease.id == "cancerTreatment"))
    };
    assert_eq!(named("320100"), (4, true));
    // No pack of its own: the tiers are those of the whole country, since Jiangsu names none.
    assert!(named("320600").0 > 0);
    assert_eq!(named("430100"), named("320600"));
    // No rule on paying names a disease in Luohe: those of which a filing there asks, each once.
    let luohe = described("411100").region.diseases;
    let hypertension = luohe.iter().filter(|disease| disease.id == "hypertension");
    assert_eq!((luohe.len(), hypertension.count()), (10, 1));
}

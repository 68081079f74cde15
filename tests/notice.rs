//! The filing notice: what is shown to whom, when it may be agreed to, and which receipts are good.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use serde_json::{Value, json};
use yidi::{
    ErrorCode, FilingCategory, Gate, Library, Moment, NoticeEvent, OpenedNotice, Receipt, ShownNotice, Topic, notice_event,
    open_notice,
};

const KINDS: [FilingCategory; 5] = [
    FilingCategory::RetiredSettled,
    FilingCategory::LongTermResident,
    FilingCategory::PostedWorker,
    FilingCategory::Referral,
    FilingCategory::OtherTemporary,
];

/// So many milliseconds after 2026-11-22 10:00 in Beijing.
fn at(millis: i64) -> Moment {
    Moment::from_millis(1_795_312_800_000 + millis).unwrap()
}

fn opened_in(library: &Library, region: &str, category: FilingCategory) -> OpenedNotice {
    open_notice(library, region.parse().unwrap(), category, at(0)).unwrap()
}

fn opened(region: &str, category: FilingCategory) -> OpenedNotice {
    opened_in(&Library::shipped(), region, category)
}

/// The gate after events, each with its milliseconds; a clock that gives nothing is `None`.
fn after(gate: &Gate, events: &[(NoticeEvent, Option<i64>)]) -> Gate {
    events.iter().fold(gate.clone(), |gate, (event, millis)| notice_event(gate, *event, millis.map(at)))
}

use NoticeEvent::{Agreed, Hidden, Restored, Shown, Ticked, Unticked};

/// Shown from `from`, once a second, for `seconds`.
fn shown_for(from: i64, seconds: i64) -> Vec<(NoticeEvent, Option<i64>)> {
    (0..=seconds).map(|second| (Shown, Some(from + second * 1000))).collect()
}

fn read_ticked_agreed() -> Vec<(NoticeEvent, Option<i64>)> {
    let mut events = shown_for(0, 5);
    events.extend([(Ticked, Some(5500)), (Agreed, Some(6000))]);
    events
}

fn receipt(region: &str, category: FilingCategory) -> Receipt {
    after(&opened(region, category).gate, &read_ticked_agreed()).receipt.unwrap()
}

fn words(notice: &ShownNotice, topic: Topic) -> String {
    let sections = notice.sections.iter().filter(|section| section.topic == topic);
    sections.flat_map(|section| &section.clauses).map(|clause| clause.text.zh.as_ref()).collect()
}

// What is shown.

#[test]
fn every_city_has_a_notice_with_the_five_lawful_sections_for_every_kind() {
    let library = Library::shipped();
    for city in yidi::provinces().flat_map(|province| province.cities) {
        for kind in KINDS {
            let notice = open_notice(&library, city.admdvs, kind, at(0)).unwrap().notice;
            for topic in Topic::LAWFUL {
                assert!(!words(&notice, topic).is_empty(), "{} {kind:?} {topic:?}", city.admdvs);
            }
            assert!(notice.sections.iter().flat_map(|section| &section.clauses).all(|clause| clause.citation.clause.is_some()));
            assert!(
                !notice.official && notice.label.zh.contains("不是官方原文") && notice.label.en.contains("not the official text")
            );
        }
    }
}

#[test]
fn the_nearest_notice_answers() {
    let pack_of = |region| opened(region, FilingCategory::Referral).notice.pack.admdvs.to_string();
    for (region, pack) in [
        ("440100", "440100"), // Guangzhou has its own,
        ("440300", "440000"), // Shenzhen that of Guangdong,
        ("411100", "411100"), // Luohe its own,
        ("410100", "410000"), // Zhengzhou that of Henan,
        ("320100", "320000"), // Nanjing that of Jiangsu,
        ("430100", "000000"), // Changsha that of the country.
    ] {
        assert_eq!(pack_of(region), pack, "{region}");
    }
}

#[test]
fn a_person_reads_what_concerns_their_kind_of_filing() {
    let materials = |kind| words(&opened("430100", kind).notice, Topic::Materials);
    assert!(materials(FilingCategory::Referral).contains("转诊证明") && !materials(FilingCategory::Referral).contains("户口簿"));
    assert!(
        materials(FilingCategory::RetiredSettled).contains("户口簿") && !materials(FilingCategory::RetiredSettled).contains("转诊")
    );
    let changes = |region, kind| words(&opened(region, kind).notice, Topic::ChangeLimits);
    // 苏医保发〔2022〕75号 第十条: papers at any time, commitment after six months.
    assert!(changes("320100", FilingCategory::LongTermResident).contains("满 6 个月"));
    assert!(!changes("320100", FilingCategory::Referral).contains("满 6 个月"));
}

#[test]
fn what_only_one_region_says_is_said_there() {
    let all = |region: &str, kind| {
        let notice = opened(region, kind).notice;
        Topic::ALL.iter().map(|topic| words(&notice, *topic)).collect::<String>()
    };
    assert!(all("440100", FilingCategory::LongTermResident).contains("020-12345"));
    assert!(all("440100", FilingCategory::LongTermResident).contains("包干金"));
    assert!(all("411100", FilingCategory::OtherTemporary).contains("2025 年 5 月 1 日"));
    assert!(all("411100", FilingCategory::LongTermResident).contains("租房合同"));
    assert!(all("410100", FilingCategory::Referral).contains("备案一次，普通门诊、门诊慢特病、住院"));
    assert!(all("430100", FilingCategory::Referral).contains("12393"));
}

#[test]
fn an_emergency_is_told_that_there_is_nothing_to_file() {
    for region in ["430100", "320100", "440100", "410100", "411100"] {
        assert!(words(&opened(region, FilingCategory::Emergency).notice, Topic::Materials).contains("视同已备案"), "{region}");
    }
    let error = open_notice(&Library::shipped(), "430100".parse().unwrap(), FilingCategory::NotFiled, at(0)).unwrap_err();
    assert_eq!((error.code(), error.path().as_str()), (ErrorCode::UnknownValue, "category"));
}

#[test]
fn where_no_notice_is_known_for_the_day_it_is_refused() {
    // The specification of a notice is of 2024-09-05.
    let before = Moment::from_millis(1_704_067_200_000).unwrap(); // 2024-01-01
    let error = open_notice(&Library::shipped(), "430100".parse().unwrap(), FilingCategory::Referral, before).unwrap_err();
    assert_eq!(error.code(), ErrorCode::DateNotCovered);
    let error = open_notice(&Library::shipped(), "430000".parse().unwrap(), FilingCategory::Referral, at(0)).unwrap_err();
    assert_eq!(error.code(), ErrorCode::RegionTooCoarse);
}

#[test]
fn the_digest_is_what_its_documentation_says() {
    let notice = opened("440100", FilingCategory::Referral).notice;
    let mut lines = vec![notice.version.clone(), "5".to_owned(), "false".to_owned()];
    for section in &notice.sections {
        for clause in &section.clauses {
            let citation = &clause.citation;
            let cited = [Some(&citation.document), citation.number.as_ref(), citation.clause.as_ref()];
            let cited: Vec<_> = cited.into_iter().flatten().map(|part| part.to_string()).collect();
            lines.extend([
                section.topic.as_str().to_owned(),
                clause.text.zh.to_string(),
                clause.text.en.to_string(),
                cited.join(" "),
            ]);
        }
    }
    assert_eq!(notice.digest, sha256(&serde_json::to_string(&lines).unwrap()));
}

fn sha256(text: &str) -> String {
    use sha2::{Digest, Sha256};
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

// When it may be agreed to.

#[test]
fn read_for_five_seconds_ticked_and_agreed_to_it_gives_a_receipt() {
    let gate = after(&opened("440100", FilingCategory::Referral).gate, &read_ticked_agreed());
    let receipt = gate.receipt.unwrap();
    assert_eq!((receipt.opened_at, receipt.accepted_at, receipt.seconds_visible), (at(0), at(6000), 6));
}

#[test]
fn before_the_time_is_up_the_box_cannot_be_ticked() {
    let gate = opened("440100", FilingCategory::Referral).gate;
    let early = after(&gate, &[shown_for(0, 4), vec![(Ticked, Some(4999))]].concat());
    assert!(!early.ticked && early.seconds_left == 1);
    // And the tick is not remembered until it is.
    let later = after(&early, &[(Shown, Some(5000)), (Agreed, Some(5500))]);
    assert!(later.receipt.is_none() && later.seconds_left == 0);
    assert!(after(&later, &[(Ticked, Some(6000)), (Agreed, Some(6100))]).receipt.is_some());
}

#[test]
fn none_of_the_three_conditions_does_without_the_others() {
    let gate = opened("440100", FilingCategory::Referral).gate;
    for events in [
        vec![(Shown, Some(0)), (Ticked, Some(1000)), (Agreed, Some(1100))], // too soon
        [shown_for(0, 5), vec![(Agreed, Some(5500))]].concat(),             // not ticked
        [shown_for(0, 5), vec![(Ticked, Some(5500))]].concat(),             // not agreed to
        [shown_for(0, 5), vec![(Ticked, Some(5500)), (Unticked, Some(5600)), (Agreed, Some(5700))]].concat(), // taken back
        vec![(Agreed, Some(0))],
        vec![(Ticked, Some(60_000)), (Agreed, Some(60_100))], // never shown
    ] {
        assert!(after(&gate, &events).receipt.is_none(), "{events:?}");
    }
}

#[test]
fn time_in_the_background_does_not_count() {
    let gate = opened("440100", FilingCategory::Referral).gate;
    let back = after(&gate, &[shown_for(0, 3), vec![(Hidden, Some(3000))], shown_for(3_600_000, 1)].concat());
    assert_eq!((back.visible_millis, back.seconds_left), (4000, 1));
    let hidden = after(&back, &[(Shown, Some(3_602_000)), (Hidden, Some(3_602_000)), (Ticked, Some(3_602_100))]);
    assert!(hidden.seconds_left == 0 && !hidden.ticked, "what is not on the screen cannot be ticked");
}

#[test]
fn the_time_between_a_crash_and_the_restart_does_not_count() {
    let gate = opened("440100", FilingCategory::Referral).gate;
    let kept = after(&gate, &shown_for(0, 3));
    let back = after(&kept, &[vec![(Restored, Some(3900))], shown_for(4000, 1)].concat());
    assert_eq!((back.visible_millis, back.seconds_left), (4000, 1), "three seconds before, and one after");
    let never_shown = after(&kept, &[(Restored, Some(3900)), (Ticked, Some(60_000))]);
    assert!(!never_shown.ticked, "restored is not shown");
}

#[test]
fn whatever_the_clock_does_it_adds_no_time() {
    let gate = opened("440100", FilingCategory::Referral).gate;
    let millis = |events: &[(NoticeEvent, Option<i64>)]| after(&gate, events).visible_millis;
    assert_eq!(millis(&[(Shown, Some(0)), (Shown, Some(3_600_000))]), 0, "an hour ahead");
    assert_eq!(millis(&[(Shown, Some(0)), (Shown, Some(2000)), (Shown, Some(4001))]), 2000, "a step too long");
    assert_eq!(millis(&[(Shown, Some(10_000)), (Shown, Some(11_000)), (Shown, Some(500)), (Shown, Some(1500))]), 2000, "set back");
    assert_eq!(millis(&[(Shown, Some(0)), (Shown, None), (Shown, Some(1000)), (Hidden, None)]), 1000, "no clock");
    assert_eq!(millis(&[(Shown, None), (Shown, None), (Shown, None)]), 0);
    assert_eq!(millis(&[(Shown, Some(0)); 20]), 0, "the same event again and again");
}

#[test]
fn a_clock_set_back_leaves_a_receipt_that_does_not_contradict_itself() {
    let gate = opened("440100", FilingCategory::Referral).gate;
    let set_back = after(&gate, &[shown_for(0, 3), shown_for(-3_600_000, 2), vec![(Ticked, Some(-3_597_500))]].concat());
    let receipt = after(&set_back, &[(Agreed, Some(-3_597_000))]).receipt.unwrap();
    assert_eq!(receipt.accepted_at.millis() - receipt.opened_at.millis(), 6000);
    receipt.check(&Library::shipped(), "440100".parse().unwrap(), FilingCategory::Referral, at(-3_590_000)).unwrap();
}

#[test]
fn once_agreed_to_nothing_changes() {
    let agreed = after(&opened("440100", FilingCategory::Referral).gate, &read_ticked_agreed());
    for event in NoticeEvent::ALL {
        assert_eq!(notice_event(agreed.clone(), *event, Some(at(9000))), agreed);
    }
}

// Which receipts are good.

fn check(receipt: &Receipt, region: &str, category: FilingCategory, millis: i64) -> Result<(), (ErrorCode, String)> {
    let checked = receipt.check(&Library::shipped(), region.parse().unwrap(), category, at(millis));
    checked.map_err(|error| (error.code(), error.path()))
}

fn not_read(path: &str) -> Result<(), (ErrorCode, String)> {
    Err((ErrorCode::NoticeNotRead, path.to_owned()))
}

const DAY: i64 = 24 * 60 * 60 * 1000;

#[test]
fn a_receipt_is_good_for_its_region_and_kind_for_a_day() {
    let good = receipt("440100", FilingCategory::Referral);
    assert_eq!(check(&good, "440100", FilingCategory::Referral, 6000), Ok(()));
    assert_eq!(check(&good, "440100", FilingCategory::Referral, 6000 + DAY), Ok(()));
    assert_eq!(check(&good, "440100", FilingCategory::Referral, 6001 + DAY), not_read("acceptedAt"), "expired");
    assert_eq!(check(&good, "440100", FilingCategory::Referral, 5999), not_read("acceptedAt"), "from the future");
    assert_eq!(check(&good, "440300", FilingCategory::Referral, 6000), not_read("notice.insuredRegion"));
    assert_eq!(check(&good, "440100", FilingCategory::OtherTemporary, 6000), not_read("notice.category"));
}

#[test]
fn an_altered_receipt_is_refused() {
    let good = receipt("440100", FilingCategory::Referral);
    let altered: [fn(&mut Receipt); 6] = [
        |receipt| receipt.seconds_visible += 1,
        |receipt| receipt.accepted_at = at(7000),
        |receipt| receipt.opened_at = at(-1),
        |receipt| receipt.notice.version += "x",
        |receipt| receipt.notice.digest = "0".repeat(64),
        |receipt| receipt.checksum.clear(),
    ];
    for alter in altered {
        let mut receipt = good.clone();
        alter(&mut receipt);
        assert_eq!(check(&receipt, "440100", FilingCategory::Referral, 8000), not_read("checksum"), "{receipt:?}");
    }
}

#[test]
fn a_gate_forged_to_need_no_time_gives_a_receipt_that_is_refused() {
    let mut gate = opened("440100", FilingCategory::Referral).gate;
    gate.minimum_seconds = 0;
    let receipt = after(&gate, &[(Shown, Some(0)), (Ticked, Some(1)), (Agreed, Some(2))]).receipt.unwrap();
    assert_eq!(check(&receipt, "440100", FilingCategory::Referral, 10), not_read("secondsVisible"));
}

/// Its checksum, as its documentation has it: whoever reads that can write one.
fn checksum(receipt: &Receipt) -> String {
    let notice = &receipt.notice;
    let fields = [
        notice.insured_region.to_string(),
        notice.category.as_str().to_owned(),
        notice.pack.to_string(),
        notice.version.clone(),
        notice.digest.clone(),
        receipt.opened_at.millis().to_string(),
        receipt.accepted_at.millis().to_string(),
        receipt.seconds_visible.to_string(),
    ];
    sha256(&serde_json::to_string(&fields).unwrap())
}

#[test]
fn the_seconds_needed_are_enough_and_more_than_passed_are_refused() {
    let events = [shown_for(0, 5), vec![(Ticked, Some(5000)), (Agreed, Some(5000))]].concat();
    let exact = after(&opened("440100", FilingCategory::Referral).gate, &events).receipt.unwrap();
    assert_eq!((exact.seconds_visible, exact.checksum.clone()), (5, checksum(&exact)));
    assert_eq!(check(&exact, "440100", FilingCategory::Referral, 5000), Ok(()));
    let forged: [fn(&mut Receipt); 4] = [
        |receipt| receipt.seconds_visible = 4,
        |receipt| receipt.seconds_visible = 6,
        |receipt| receipt.opened_at = at(1),
        |receipt| receipt.opened_at = at(60_000),
    ];
    for forge in forged {
        let mut receipt = exact.clone();
        forge(&mut receipt);
        receipt.checksum = checksum(&receipt);
        assert_eq!(check(&receipt, "440100", FilingCategory::Referral, 5000), not_read("secondsVisible"), "{receipt:?}");
    }
}

#[test]
fn the_hosts_official_text_takes_the_place_of_ours_and_has_to_be_read_anew() {
    let mut library = Library::shipped();
    let mut pack: Value = serde_json::from_str(include_str!("../src/policy/packs/440100.json")).unwrap();
    let ours = opened_in(&library, "440100", FilingCategory::Referral);
    let receipt = after(&ours.gate, &read_ticked_agreed()).receipt.unwrap();
    let notice = &mut pack["filing"]["notice"][0]["says"]["value"];
    notice["version"] = json!("穗-2026-1");
    notice["official"] = json!(true);
    notice["minimumSeconds"] = json!(10);
    notice["sections"][0]["clauses"][0]["text"]["zh-CN"] = json!("（经办机构的原文）");
    library.add_json(&pack.to_string()).unwrap();

    let theirs = opened_in(&library, "440100", FilingCategory::Referral);
    assert!(theirs.notice.official && !theirs.notice.label.zh.contains("不是官方原文"));
    assert!(words(&theirs.notice, Topic::Materials).contains("（经办机构的原文）"));
    assert_eq!((theirs.notice.version.as_str(), theirs.gate.seconds_left), ("穗-2026-1", 10));
    let error = receipt.check(&library, "440100".parse().unwrap(), FilingCategory::Referral, at(7000)).unwrap_err();
    assert_eq!((error.code(), error.path().as_str()), (ErrorCode::NoticeNotRead, "notice.digest"));
}

#[test]
fn the_same_words_under_another_version_are_read_anew() {
    let mut library = Library::shipped();
    let receipt = receipt("440100", FilingCategory::Referral);
    let mut pack: Value = serde_json::from_str(include_str!("../src/policy/packs/440100.json")).unwrap();
    pack["filing"]["notice"][0]["says"]["value"]["version"] = json!("2");
    library.add_json(&pack.to_string()).unwrap();
    assert!(receipt.check(&library, "440100".parse().unwrap(), FilingCategory::Referral, at(7000)).is_err());
}

#[test]
fn a_notice_that_leaves_a_lawful_section_out_for_one_kind_is_no_pack() {
    let mut pack: Value = serde_json::from_str(include_str!("../src/policy/packs/000000.json")).unwrap();
    let sections = &mut pack["filing"]["notice"][0]["says"]["value"]["sections"];
    // The limits on changes: one clause for the long-term kinds, one for the temporary ones.
    sections[2]["clauses"].as_array_mut().unwrap().truncate(1);
    let error = Library::shipped().add_json(&pack.to_string()).unwrap_err();
    assert_eq!(error.code(), ErrorCode::InvalidPack);
    assert!(error.text().zh.contains("变更时限，异地转诊"), "{error}");
}

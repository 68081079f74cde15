//! Where a visit is settled: the truth table, single cases, and what is said in each.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::collections::BTreeSet;

use serde_json::{Value, json};
use yidi::{
    Directory, ErrorCode, FailedSettlement, Library, RemindersQuestion, SettlementQuestion, SettlementReason,
    check_direct_settlement, reminders, settlement_fallback,
};

fn data(json: &str) -> Value {
    serde_json::from_str(json).unwrap()
}

fn directory(data: &Value) -> Directory {
    let mut directory = Directory::default();
    assert_eq!(directory.add_text(data["directory"].as_str().unwrap()).unwrap().rejected, 0);
    directory
}

fn direct(library: &Library, directory: &Directory, question: &Value) -> Value {
    let question = SettlementQuestion::from_json(&question.to_string()).unwrap();
    serde_json::to_value(check_direct_settlement(library, directory, &question).unwrap()).unwrap()
}

fn reasons(answer: &Value) -> Vec<String> {
    let conditions = answer["conditions"].as_array().unwrap();
    conditions.iter().map(|condition| format!("{} {}", text(&condition["reason"]), text(&condition["state"]))).collect()
}

/// The kind of rule that each condition cites, and the pack it stands in.
fn laws(answer: &Value) -> Vec<Option<String>> {
    let conditions = answer["conditions"].as_array().unwrap().iter();
    let law = |condition: &Value| condition.get("law").map(|law| format!("{} {}", text(&law["rule"]), text(&law["pack"])));
    conditions.map(law).collect()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("no text: {value}"))
}

fn assert_in_both_languages(sentence: &Value, id: &str) {
    for language in ["zh-CN", "en"] {
        let sentence = text(&sentence[language]);
        assert!(sentence.chars().count() > 1 && !sentence.contains('{'), "{id}: {sentence:?}");
    }
}

const TRUTH_TABLE: &str = include_str!("settlement/truth-table.json");
const DIRECT: &str = include_str!("settlement/direct.json");
const FALLBACK: &str = include_str!("settlement/fallback.json");

#[test]
fn every_cell_of_the_truth_table_has_its_reasons() {
    let (library, table) = (Library::shipped(), data(TRUTH_TABLE));
    let directory = directory(&table);
    let cells = table["cells"].as_array().unwrap();
    for cell in cells {
        let [benefit, filing, facility, date, answer] = [0, 1, 2, 3, 4].map(|at| text(&cell[at]));
        let mut question = table["question"].clone();
        question.as_object_mut().unwrap().extend(table["benefits"][benefit].as_object().unwrap().clone());
        question["filing"]["filings"] = table["filings"][filing].clone();
        question["facility"] = table["facilities"][facility].clone();
        question["filing"]["visit"]["admitted"] = date.into();
        let found = direct(&library, &directory, &question);
        let mut found_reasons = reasons(&found);
        found_reasons.sort();
        assert_eq!((text(&found["answer"]), json!(found_reasons)), (answer, cell[5].clone()), "{cell}");
    }
    let axes = ["benefits", "filings", "facilities"].map(|axis| table[axis].as_object().unwrap().len());
    assert_eq!(cells.len(), axes.iter().product::<usize>() * 2, "the table is whole");
}

#[test]
fn each_case_is_answered_with_everything_that_stands_in_its_way() {
    let (library, data) = (Library::shipped(), data(DIRECT));
    let directory = directory(&data);
    for case in data["cases"].as_array().unwrap() {
        let (id, expect) = (text(&case["id"]), &case["expect"]);
        let answer = direct(&library, &directory, &case["question"]);
        assert_eq!((&answer["answer"], json!(reasons(&answer))), (&expect["answer"], expect["conditions"].clone()), "{id}");
        assert_eq!(json!(laws(&answer)), expect.get("laws").unwrap_or(&json!([])).clone(), "{id}: each cites what decides it");
        if expect["alternatives"].is_array() {
            let codes: Vec<_> =
                answer["alternatives"].as_array().unwrap().iter().map(|facility| facility["code"].clone()).collect();
            assert_eq!(json!(codes), expect["alternatives"], "{id}");
        }
        if expect["otherwise"].is_string() {
            assert_eq!(answer["otherwise"], expect["otherwise"], "{id}");
        }
        assert_eq!(answer["answer"] == "no", answer["otherwise"].is_string(), "{id}: a no names the other way");
        for condition in answer["conditions"].as_array().unwrap() {
            assert_in_both_languages(&condition["says"], id);
            assert_in_both_languages(&condition["remedy"], id);
        }
    }
}

#[test]
fn a_facility_that_opens_a_disease_later_says_from_which_day() {
    let mut question = data(DIRECT)["cases"][11]["question"].clone();
    for (opened, first) in [
        ("M03902@2027-03-01", "2027-03-01"),
        // A whole class is open for each disease in it.
        ("M03902@2027-03-01;M03900@2027-01-01", "2027-01-01"),
        ("M03900@2027-01-01;M03902@2027-03-01", "2027-01-01"),
        // That another disease of the class is open says nothing of one that is listed itself.
        ("M03901;M03902@2027-03-01", "2027-03-01"),
        ("M03902@2027-03-01;M03901", "2027-03-01"),
    ] {
        let directory =
            directory(&json!({"directory": format!("code,name,region,opened\nH99990000003,示例门诊部,440300,{opened}")}));
        question["disease"] = "M03902".into();
        let answer = direct(&Library::shipped(), &directory, &question);
        assert_eq!(reasons(&answer), ["facilityNotOpened fails"], "{opened}");
        let says = text(&answer["conditions"][0]["says"]["zh-CN"]);
        assert!(says.ends_with(&format!("（{first} 起才开通）")), "{opened}: {says}");
    }
}

/// The conditions that a check can name, and in which states.
const NAMED: [&str; 27] = [
    "diseaseNotOpen fails",
    "diseaseNotOpen seeTo",
    "diseaseNotOpen unknown",
    "drugNotKnown seeTo",
    "drugNotKnown unknown",
    "emergencyNotReported fails",
    "emergencyNotReported seeTo",
    "facilityElsewhere fails",
    "facilityNotChosen fails",
    "facilityNotChosen seeTo",
    "facilityNotChosen unknown",
    "facilityNotOpened fails",
    "facilityNotOpened unknown",
    "facilityUnknown unknown",
    "filedLate fails",
    "filingExpired fails",
    "injuryNotStated fails",
    "insuranceSuspended fails",
    "kindNotCovered unknown",
    "lateFilingOpen unknown",
    "noFacility seeTo",
    "notFiled fails",
    "qualificationMissing fails",
    "qualificationMissing unknown",
    "thirdParty fails",
    "thirdParty seeTo",
    "wrongPlace fails",
];

#[test]
fn every_condition_has_a_case() {
    let (table, cases) = (data(TRUTH_TABLE), data(DIRECT));
    let of_cells = table["cells"].as_array().unwrap().iter().flat_map(|cell| cell[5].as_array().unwrap());
    let of_cases = cases["cases"].as_array().unwrap().iter().flat_map(|case| case["expect"]["conditions"].as_array().unwrap());
    let tried: BTreeSet<_> = of_cells.chain(of_cases).map(text).collect();
    assert_eq!(tried, BTreeSet::from(NAMED));
    let reasons = NAMED.iter().filter_map(|named| named.split_once(' ')).map(|(reason, _)| reason);
    let all = SettlementReason::ALL.iter().filter(|reason| **reason != SettlementReason::SystemFailure);
    assert_eq!(reasons.collect::<BTreeSet<_>>(), all.map(|reason| reason.as_str()).collect());
}

#[test]
fn each_failure_has_its_route_with_papers_deadline_and_clocks() {
    let (mut library, data) = (Library::shipped(), data(FALLBACK));
    library.add_json(&data["pack"].to_string()).unwrap();
    for case in data["cases"].as_array().unwrap() {
        let id = text(&case["id"]);
        let situation = FailedSettlement::from_json(&case["situation"].to_string()).unwrap_or_else(|error| panic!("{id}: {error}"));
        let answer = serde_json::to_value(settlement_fallback(&library, &situation).unwrap()).unwrap();
        let steps = answer["steps"].as_array().unwrap();
        let short: Vec<_> = steps
            .iter()
            .map(|step| {
                let mut short = json!({"route": step["route"]});
                if !step["papers"].as_array().unwrap().is_empty() {
                    short["papers"] = step["papers"].as_array().unwrap().len().into();
                }
                if step["deadline"].is_string() {
                    short["deadline"] = step["deadline"].clone();
                }
                let clocks: Vec<_> =
                    step["clocks"].as_array().unwrap().iter().map(|clock| json!([clock["workingDays"], clock["due"]])).collect();
                if !clocks.is_empty() {
                    short["clocks"] = json!(clocks);
                }
                short
            })
            .collect();
        assert_eq!(json!(short), case["expect"], "{id}");
        for step in steps {
            assert_in_both_languages(&step["says"], id);
        }
        for cited in case["cites"].as_array().unwrap() {
            let laws = answer["steps"].to_string();
            assert!(laws.contains(text(cited)), "{id}: {cited}");
        }
    }
}

#[test]
fn every_reason_has_a_way_out_wherever_someone_is_insured() {
    let library = Library::shipped();
    for insured in ["411100", "440100", "320100", "610100", "650100"] {
        for reason in SettlementReason::ALL {
            for paid in [false, true] {
                let situation = json!({
                    "insuredRegion": insured, "treatmentRegion": "310000", "kind": "inpatient", "reason": reason.as_str(),
                    "on": "2026-11-20", "paid": paid
                });
                let situation = FailedSettlement::from_json(&situation.to_string()).unwrap();
                let steps = settlement_fallback(&library, &situation).unwrap().steps;
                let routes: Vec<_> = steps.iter().map(|step| step.route.as_str()).collect();
                let id = format!("{insured} {} {paid}", reason.as_str());
                assert_eq!((routes.first(), routes.last()), (Some(&"mend"), Some(&"ask")), "{id}");
                assert_eq!(routes.len() > 2, *reason != SettlementReason::ThirdParty, "{id}: {routes:?}");
                for step in steps {
                    assert_in_both_languages(&serde_json::to_value(step.says).unwrap(), &id);
                }
            }
        }
    }
}

#[test]
fn a_question_at_fault_is_refused_by_its_field() {
    let ask = |filing: &str, more: &str| {
        let question = format!(r#"{{"filing": {filing}{more}}}"#);
        let asked = SettlementQuestion::from_json(&question);
        let error =
            asked.and_then(|asked| check_direct_settlement(&Library::shipped(), &Directory::default(), &asked)).unwrap_err();
        (error.code(), error.path())
    };
    let filing = |insured: &str, treatment: &str| {
        format!(
            r#"{{"insuredRegion": "{insured}", "filings": [], "visit": {{"treatmentRegion": "{treatment}", "kind": "inpatient", "admitted": "2026-11-20"}}}}"#
        )
    };
    let sound = filing("411100", "440300");
    for (filing, more, code, path) in [
        (&filing("410000", "440300"), "", ErrorCode::RegionTooCoarse, "filing.insuredRegion"),
        (&filing("411100", "410000"), "", ErrorCode::RegionTooCoarse, "filing.visit.treatmentRegion"),
        (&sound, r#", "facility": "H1""#, ErrorCode::InvalidFacility, "facility"),
        (&sound, r#", "flags": {"inpatient": "urgent"}"#, ErrorCode::UnknownValue, "flags.inpatient"),
        (&sound, r#", "suspended": "no""#, ErrorCode::WrongType, "suspended"),
        (&sound, r#", "diseases": []"#, ErrorCode::UnknownField, "diseases"),
    ] {
        assert_eq!(ask(filing, more), (code, path.to_owned()), "{filing}{more}");
    }
}

#[test]
fn papers_cannot_be_complete_before_the_visit() {
    let situation = r#"{"insuredRegion": "320100", "treatmentRegion": "310000", "kind": "inpatient", "reason": "systemFailure",
        "on": "2026-11-20", "paid": true, "papersComplete": "2026-11-19"}"#;
    let error = settlement_fallback(&Library::shipped(), &FailedSettlement::from_json(situation).unwrap()).unwrap_err();
    assert_eq!((error.code(), error.path()), (ErrorCode::DateOrder, "papersComplete".to_owned()));
}

/// 2026-11-22T07:30:00+08:00.
const NOW: i64 = 1_795_303_800_000;

fn reminded(filings: &Value, claims: &Value, language: &str) -> Value {
    let question = json!({
        "now": NOW, "insuredRegion": "320100", "filings": filings, "claims": claims, "language": language
    });
    let question = RemindersQuestion::from_json(&question.to_string()).unwrap();
    serde_json::to_value(reminders(&Library::shipped(), &question).unwrap()).unwrap()
}

fn filings() -> Value {
    json!([
        {"id": "f1", "papersDue": "2026-11-30", "pending": true, "filing": {"category": "longTermResident", "proof": "commitment",
          "places": ["310000"], "from": "2026-11-20", "filedOn": "2026-11-20"}},
        {"id": "f2", "filing": {"category": "referral", "places": ["110000"], "from": "2026-05-21", "to": "2026-11-21",
          "filedOn": "2026-05-21"}},
        {"id": "f3", "filing": {"category": "referral", "places": ["330100"], "from": "2026-06-01", "to": "2026-12-01",
          "filedOn": "2026-06-01", "cancelledOn": "2026-07-01"}},
        {"id": "f4", "pending": true, "filing": {"category": "otherTemporary", "places": ["310000"], "from": "2026-12-31",
          "filedOn": "2026-12-31"}}
    ])
}

#[test]
fn reminders_count_the_days_and_say_what_they_do_not_know() {
    let claims = json!([
        {"id": "c1", "treatmentRegion": "310000", "kind": "inpatient", "settled": "2026-11-10"},
        {"id": "c2", "treatmentRegion": "310000", "kind": "inpatient", "settled": "2026-11-10", "papersComplete": "2026-11-18"}
    ]);
    let found = reminded(&filings(), &claims, "en");
    let items: Vec<_> = found["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| (text(&item["kind"]), text(&item["id"]), item["date"].as_str(), item["daysLeft"].as_i64()))
        .collect();
    assert_eq!(
        items,
        [
            ("filingEnds", "f2", Some("2026-11-21"), Some(-1)),
            // One working day in Jiangsu, from Friday.
            ("approvalDue", "f1", Some("2026-11-23"), Some(1)),
            ("papersDue", "f1", Some("2026-11-30"), Some(8)),
            // Ten working days from Wednesday, 18 November.
            ("claimPaid", "c2", Some("2026-12-02"), Some(10)),
            // The holidays of 2027 are not known, and Jiangsu's deadline for claims is not either.
            ("approvalDue", "f4", None, None),
            ("claimDue", "c1", None, None),
        ]
    );
    for item in found["items"].as_array().unwrap() {
        for part in ["title", "says"] {
            assert_in_both_languages(&item[part], text(&item["kind"]));
        }
    }
    let calendar = text(&found["calendar"]);
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 3, "what has passed or has no day is left out");
    assert!(calendar.contains("PRODID:-//yidi//yidi//EN\r\n") && calendar.contains("SUMMARY:Supply the papers of the filing\r\n"));
    assert!(
        calendar.contains("UID:papersDue-f1@yidi\r\nDTSTAMP:20261121T233000Z\r\nDTSTART;VALUE=DATE:20261130\r\n"),
        "{calendar}"
    );
    // A week and a day before where there is a week left, a day before where there is not.
    assert_eq!(calendar.matches("TRIGGER:-P6DT15H\r\n").count(), 2);
    assert_eq!(calendar.matches("TRIGGER:-PT15H\r\n").count(), 3);
}

#[test]
fn a_calendar_is_the_same_file_each_time_but_for_its_stamp() {
    let first = reminded(&filings(), &json!([]), "zh-CN");
    assert_eq!(first, reminded(&filings(), &json!([]), "zh-CN"));
    let calendar = text(&first["calendar"]);
    assert!(calendar.ends_with("END:VCALENDAR\r\n") && calendar.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')));
    assert!(calendar.contains("PRODID:-//yidi//yidi//ZH\r\n") && calendar.contains("SUMMARY:补交备案材料\r\n"));
}

#[test]
fn an_id_that_could_not_stand_in_a_calendar_is_refused() {
    for id in ["", "a b", "甲", "a@b", "a\r\nb", &"a".repeat(65)] {
        let mut filings = filings();
        filings[1]["id"] = id.into();
        let question = json!({"now": NOW, "insuredRegion": "320100", "filings": filings});
        let question = RemindersQuestion::from_json(&question.to_string()).unwrap();
        let error = reminders(&Library::shipped(), &question).unwrap_err();
        assert_eq!((error.code(), error.path()), (ErrorCode::UnknownValue, "filings.1.id".to_owned()), "{id}");
    }
}

#[test]
fn an_injury_without_a_liable_third_party_has_its_statement_to_sign() {
    let data = data(DIRECT);
    let cases = data["cases"].as_array().unwrap();
    let of_an_injury = cases.iter().find(|case| case["question"]["flags"]["thirdParty"] == false).unwrap();
    let stated = |flags: Value| {
        let mut question = of_an_injury["question"].clone();
        question["flags"] = flags;
        let mut directory = Directory::default();
        directory.add_text(text(&data["directory"])).unwrap();
        let question = SettlementQuestion::from_json(&question.to_string()).unwrap();
        check_direct_settlement(&Library::shipped(), &directory, &question).unwrap().injury_statement
    };
    for flags in [json!({}), json!({"injury": false}), json!({"injury": true, "thirdParty": true})] {
        assert_eq!(stated(flags.clone()), None, "{flags}");
    }
    let statement = stated(json!({"injury": true})).expect("whether anybody is liable has still to be said");
    assert_eq!(stated(json!({"injury": true, "thirdParty": false})).as_ref(), Some(&statement));
    let page = serde_json::to_value(&statement).unwrap();
    let filled: Vec<_> = page["fields"].as_array().unwrap().iter().filter(|field| field["value"].is_object()).collect();
    let known = filled.iter().map(|field| (text(&field["label"]["zh-CN"]), text(&field["value"]["zh-CN"])));
    assert_eq!(
        known.collect::<Vec<_>>(),
        [("参保地", "漯河市"), ("医院", "示例综合医院"), ("入院（就诊）日期", "2026-11-20")],
        "who it is and what happened is written by hand"
    );
    // The points of 苏医保发〔2022〕75号 annex 7: when, where and how; nobody liable and no work injury; repaid if untrue; the fraud law.
    let said = page["paragraphs"].to_string();
    for point in ["时间、地点和经过", "第三方", "工伤", "全部退回", "骗取医保基金"] {
        assert!(said.contains(point), "{point}: {said}");
    }
    assert!(text(&page["label"]["zh-CN"]).starts_with("这不是官方的表"));
    for words in page["paragraphs"].as_array().unwrap().iter().chain([&page["title"], &page["label"]]) {
        assert_in_both_languages(words, "injury statement");
    }
}

//! The directory of facilities, as a host fills and searches it. Every name and code is made up.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use proptest::prelude::*;
use yidi::{Date, Directory, DiseaseCode, ErrorCode, Facility, FacilityCode, FacilityKind, FacilityQuery, Opening};

fn filled(text: &str) -> Directory {
    let mut directory = Directory::default();
    let report = directory.add_text(text).unwrap();
    assert_eq!(report.faults, [], "{text}");
    directory
}

fn names(directory: &Directory, query: &str) -> Vec<String> {
    let found = directory.search(&FacilityQuery::from_json(query).unwrap()).unwrap();
    assert_eq!(found.total as usize, found.facilities.len());
    found.facilities.into_iter().map(|facility| facility.name).collect()
}

const SAMPLE: &str = "code,name,region,opened,initials
H99990000001,示例市第一人民医院,411100,inpatient@2022-01-01;outpatient@2023-02-10;M03900@2022-06-01;M05300@2025-01-01,slsdyrmyy
H99990000002,示例县中医院,411122,inpatient;M08300,slxzyy
P99990000003,示例大药房（第３分店）,411100,pharmacy;specialDrug@2024-01-01,
H99990000004,示例省ＣＴ影像中心,410100,outpatient,slsctyxzx
H99990000005,𠮷祥示例医院,310000,inpatient,jxslyy
";

#[test]
fn a_place_is_a_county_a_city_with_its_counties_or_a_province() {
    let directory = filled(SAMPLE);
    assert_eq!(names(&directory, r#"{"region": "411122"}"#), ["示例县中医院"]);
    assert_eq!(names(&directory, r#"{"region": "411100"}"#), ["示例市第一人民医院", "示例大药房（第３分店）", "示例县中医院"]);
    assert_eq!(names(&directory, r#"{"region": "410000"}"#).len(), 4);
    assert_eq!(names(&directory, r#"{"region": "310000"}"#), ["𠮷祥示例医院"]);
    assert_eq!(names(&directory, r#"{"region": "000000"}"#).len(), 5);
    assert_eq!(names(&directory, r#"{"region": "440100"}"#), [""; 0]);
}

#[test]
fn each_kind_is_opened_on_its_own_and_from_its_own_day() {
    let directory = filled(SAMPLE);
    let first = ["示例市第一人民医院"];
    assert_eq!(names(&directory, r#"{"kind": "chronic", "region": "411100"}"#), ["示例市第一人民医院", "示例县中医院"]);
    assert_eq!(names(&directory, r#"{"disease": "M05300", "on": "2025-01-01"}"#), first);
    assert_eq!(names(&directory, r#"{"disease": "M05300", "on": "2024-12-31"}"#), [""; 0]);
    assert_eq!(names(&directory, r#"{"disease": "M05300"}"#), first);
    // No date of its own: open on any day.
    assert_eq!(names(&directory, r#"{"kind": "inpatient", "on": "2000-01-01"}"#), ["𠮷祥示例医院", "示例县中医院"]);
    assert_eq!(names(&directory, r#"{"kind": "specialDrug", "on": "2024-01-01"}"#), ["示例大药房（第３分店）"]);
    // The kind and the date must be those of one opening.
    assert_eq!(names(&directory, r#"{"kind": "outpatient", "on": "2022-07-01"}"#), ["示例省ＣＴ影像中心"]);
}

#[test]
fn a_class_of_diseases_stands_for_all_of_it_and_a_disease_for_itself() {
    let directory = filled(SAMPLE);
    assert_eq!(names(&directory, r#"{"disease": "M08301"}"#), ["示例县中医院"]);
    assert_eq!(names(&directory, r#"{"disease": "M03902"}"#), ["示例市第一人民医院"]);
    let others = filled("code,name,region,opened\nH99990000001,甲,411100,M07800\nH99990000002,乙,411100,M00503\n");
    // Kidney failure without dialysis is not the class of the dialyses, and one disease of a class is not another.
    assert_eq!(names(&others, r#"{"disease": "M07801"}"#), [""; 0]);
    assert_eq!(names(&others, r#"{"disease": "M00504"}"#), [""; 0]);
    assert_eq!(names(&others, r#"{"disease": "M07800"}"#), ["甲"]);
}

#[test]
fn words_are_found_in_names_initials_and_codes_whatever_their_width() {
    let directory = filled(SAMPLE);
    for (words, found) in [
        ("第一人民", "示例市第一人民医院"),
        ("slsdy", "示例市第一人民医院"),
        ("ＳＬＳＤＹ", "示例市第一人民医院"),
        ("人民 一", "示例市第一人民医院"),
        ("人民　dyrm", "示例市第一人民医院"),
        ("(第3分店)", "示例大药房（第３分店）"),
        ("ct", "示例省ＣＴ影像中心"),
        ("𠮷祥", "𠮷祥示例医院"),
        ("𠮷", "𠮷祥示例医院"),
        ("h99990000002", "示例县中医院"),
        ("Ｈ９９９９００００００２", "示例县中医院"),
    ] {
        let query = serde_json::json!({ "text": words }).to_string();
        assert_eq!(names(&directory, &query), [found], "{words}");
    }
    for words in ["吉祥", "人民 二", "H99990000009", "slsdy x"] {
        let query = serde_json::json!({ "text": words }).to_string();
        assert_eq!(names(&directory, &query), [""; 0], "{words}");
    }
    assert_eq!(names(&directory, r#"{"text": "  "}"#).len(), 5);
}

#[test]
fn a_search_gives_a_page_and_counts_them_all() {
    let rows: String = (0..300).map(|number| format!("H{number:011},示例{number}号医院,411100,inpatient\n")).collect();
    let directory = filled(&format!("code,name,region,opened\n{rows}"));
    let search = |query: &str| directory.search(&FacilityQuery::from_json(query).unwrap());
    let page = search(r#"{"text": "医院", "from": 290, "limit": 50}"#).unwrap();
    assert_eq!((page.total, page.facilities.len(), &*page.facilities[0].name), (300, 10, "示例290号医院"));
    assert_eq!(search("{}").unwrap().facilities.len(), 20);
    assert_eq!(search(r#"{"limit": 0}"#).unwrap().total, 300);
    let error = search(r#"{"limit": 201}"#).unwrap_err();
    assert_eq!((error.code(), error.path()), (ErrorCode::OutOfRange, "limit".to_owned()));
    for (query, code, path) in [
        (r#"{"region": "411"}"#, ErrorCode::InvalidRegion, "region"),
        (r#"{"disease": "M039"}"#, ErrorCode::InvalidDisease, "disease"),
        (r#"{"kind": "surgery"}"#, ErrorCode::UnknownValue, "kind"),
        (r#"{"regoin": "411100"}"#, ErrorCode::UnknownField, "regoin"),
        (r#"{"on": "2026-02-30"}"#, ErrorCode::InvalidDate, "on"),
    ] {
        let error = FacilityQuery::from_json(query).unwrap_err();
        assert_eq!((error.code(), error.path()), (code, path.to_owned()), "{query}");
    }
}

#[test]
fn a_record_at_fault_is_reported_by_row_and_field_and_the_others_stay() {
    let mut directory = Directory::default();
    let long = "长".repeat(121);
    let report = directory
        .add_text(&format!(
            "code,name,region,opened,initials\r\n\
             H99990000001,甲,411100,inpatient,j\r\n\
             H999900002,乙,411100,inpatient,\r\n\
             \r\n\
             H99990000003,,411100,inpatient,\r\n\
             H99990000004,丁,410000,inpatient,\r\n\
             H99990000005,戊,990000,inpatient,\r\n\
             H99990000006,己,411100,surgery,\r\n\
             H99990000007,庚,411100,M039,\r\n\
             H99990000008,辛,411100,inpatient@2026-02-30,\r\n\
             H99990000009,壬,411100,inpatient@1999-12-31,\r\n\
             H99990000010,癸,411100,inpatient,首字母\r\n\
             H99990000011,{long},411100,inpatient,\r\n\
             H99990000012,子,411100,inpatient,z,surplus\r\n\
             H99990000013\r\n\
             H99990000014,丑,411100,inpatient@,\r\n\
             H99990000015,寅,411100,,\r\n"
        ))
        .unwrap();
    let faults: Vec<_> = report.faults.iter().map(|fault| (fault.row, &*fault.field, fault.code)).collect();
    assert_eq!(
        faults,
        [
            (3, "code", ErrorCode::InvalidFacility),
            (5, "name", ErrorCode::MissingField),
            (6, "region", ErrorCode::RegionTooCoarse),
            (7, "region", ErrorCode::InvalidRegion),
            (8, "opened.0.kind", ErrorCode::UnknownValue),
            (9, "opened.0.disease", ErrorCode::InvalidDisease),
            (10, "opened.0.since", ErrorCode::InvalidDate),
            (11, "opened.0.since", ErrorCode::OutOfRange),
            (12, "initials", ErrorCode::UnknownValue),
            (13, "name", ErrorCode::OutOfRange),
            (14, "", ErrorCode::UnknownField),
            (15, "region", ErrorCode::MissingField),
            (16, "opened.0.since", ErrorCode::MissingField),
        ]
    );
    assert_eq!(report.faults[0].given.as_deref(), Some("H999900002"));
    assert_eq!((report.added, report.replaced, report.rejected), (2, 0, 13));
    // Nothing opened is a fact too.
    assert_eq!(names(&directory, "{}"), ["甲", "寅"]);
}

#[test]
fn a_record_may_be_as_long_as_it_is_said_to_be_and_no_longer() {
    let faults = |name: &str, opened: usize| {
        let opened = vec!["inpatient"; opened].join(";");
        let text = format!("code,name,region,opened\nH99990000001,{name},411100,{opened}\n");
        let report = Directory::default().add_text(&text).unwrap();
        report.faults.iter().map(|fault| format!("{} {}", fault.field, fault.code.as_str())).collect::<Vec<_>>()
    };
    assert_eq!(faults(&"长".repeat(120), 96), [""; 0]);
    assert_eq!(faults(&"长".repeat(121), 96), ["name outOfRange"]);
    // Of two units each.
    assert_eq!(faults(&"𠮷".repeat(60), 0), [""; 0]);
    assert_eq!(faults(&"𠮷".repeat(61), 0), ["name outOfRange"]);
    assert_eq!(faults("甲", 97), ["opened outOfRange"]);
}

#[test]
fn a_code_is_shown_as_it_is_written() {
    for text in ["H00000000000", "H41110000001", "P00000000001", "P99999999999"] {
        let code: FacilityCode = text.parse().unwrap();
        assert_eq!(format!("{code} {code:?}"), [text, text].join(" "));
    }
    for text in ["M00503", "M07800"] {
        let code: DiseaseCode = text.parse().unwrap();
        assert_eq!(format!("{code} {code:?}"), [text, text].join(" "));
    }
}

#[test]
fn only_a_hundred_faults_are_told_and_all_are_counted() {
    let rows: String = (0..250).map(|number| format!("X{number},甲,411100,inpatient\n")).collect();
    let report = Directory::default().add_text(&format!("code,name,region,opened\n{rows}")).unwrap();
    assert_eq!((report.faults.len(), report.rejected, report.added), (100, 250, 0));
}

#[test]
fn a_text_that_cannot_be_read_to_its_end_adds_nothing() {
    let row = "H99990000001,甲,411100,inpatient";
    let record = r#"{"code": "H99990000001", "name": "甲", "region": "411100", "opened": []}"#;
    for (text, code, path) in [
        (format!("code,name,region,opened\n{row}\nH99990000002,\"乙,411100,inpatient\n"), ErrorCode::UnreadableInput, ""),
        (format!("code,name,region,opened\n{row}\nH99990000002,\"乙\"丙,411100,inpatient\n"), ErrorCode::UnreadableInput, ""),
        (format!("code,name,opened\n{row}"), ErrorCode::MissingField, "region"),
        (format!("code,name,region,opened,code\n{row}"), ErrorCode::UnreadableInput, "code"),
        (format!("code,name,region,opened,tier\n{row},x"), ErrorCode::UnknownField, ""),
        (String::new(), ErrorCode::MissingField, "code"),
        (format!("[{record}"), ErrorCode::UnreadableInput, ""),
        (format!("[{record},]"), ErrorCode::UnreadableInput, ""),
        (format!("[{record}] x"), ErrorCode::UnreadableInput, ""),
        (format!("[{record}, {{\"code\": \"\\ud8\"}}]"), ErrorCode::UnreadableInput, ""),
        (" ".repeat(16_000_000), ErrorCode::UnknownField, ""),
        (" ".repeat(16_000_001), ErrorCode::OutOfRange, ""),
    ] {
        let mut directory = Directory::default();
        let error = directory.add_text(&text).unwrap_err();
        assert_eq!((error.code(), error.path()), (code, path.to_owned()), "{}", &text[..text.len().min(80)]);
        assert_eq!(directory.summary().records, 0);
    }
}

#[test]
fn csv_may_be_quoted_and_have_any_line_ends_and_order_of_columns() {
    let text = "\u{feff}name, region ,opened,code\r\"示例\"\"大\"\"医院,\n本部\",411100,\"inpatient; outpatient@2023-01-01\",H99990000001\n乙,411100,,H99990000002";
    let directory = filled(text);
    let first = directory.facility("H99990000001".parse().unwrap()).unwrap();
    assert_eq!(first.name, "示例\"大\"医院,\n本部");
    let open = |kind, since: Option<&str>| Opening { kind, disease: None, since: since.map(|day| day.parse::<Date>().unwrap()) };
    assert_eq!(first.opened, [open(FacilityKind::Inpatient, None), open(FacilityKind::Outpatient, Some("2023-01-01"))]);
    assert_eq!(directory.summary().records, 2);
}

#[test]
fn json_records_say_the_same_and_are_checked_field_by_field() {
    let mut directory = Directory::default();
    let report = directory
        .add_text(
            r#" [{"code": "H99990000001", "name": "\u5236\ud842\udfb7", "region": "411100", "initials": "ZJ",
                  "opened": [{"kind": "chronic", "disease": "M03900", "since": "2022-06-01"}, {"kind": "inpatient"}]},
                 {"code": "H99990000002", "name": "乙", "region": 411100, "opened": []},
                 {"code": "H99990000003", "name": "丙", "region": "411100", "opened": [{"kind": "chronic"}]},
                 {"code": "H99990000004", "name": "丁", "region": "411100", "opened": [{"kind": "inpatient", "disease": "M03900"}]},
                 {"code": "H99990000005", "name": "戊", "region": "411100", "opened": [], "tier": 3},
                 null, "x", [], -1.5e3, true]"#,
        )
        .unwrap();
    let faults: Vec<_> = report.faults.iter().map(|fault| (fault.row, &*fault.field, fault.code)).collect();
    assert_eq!(
        faults,
        [
            (2, "region", ErrorCode::WrongType),
            (3, "opened.0.disease", ErrorCode::MissingField),
            (4, "opened.0.disease", ErrorCode::UnknownField),
            (5, "tier", ErrorCode::UnknownField),
            (6, "", ErrorCode::MissingField),
            (7, "", ErrorCode::WrongType),
            (8, "", ErrorCode::WrongType),
            (9, "", ErrorCode::WrongType),
            (10, "", ErrorCode::WrongType),
        ]
    );
    let found = directory.facility("H99990000001".parse().unwrap()).unwrap();
    assert_eq!((&*found.name, found.initials.as_deref()), ("制𠮷", Some("zj")));
    assert_eq!(serde_json::to_value(&found).unwrap()["opened"][0]["since"], "2022-06-01");
}

#[test]
fn half_a_surrogate_pair_costs_that_character_and_nothing_else() {
    let mut directory = Directory::default();
    let report = directory
        .add_text(
            r#"[{"code": "H99990000001", "name": "\ud842甲\udfb7\udfb7\ud842\n\ud842\ud842\udfb7\ud842", "region": "411100", "opened": []},
                {"code": "H99990000002", "name": "乙", "region": "411100", "opened": [], "\ud800": 1},
                {"code": "H99990000003", "name": "丙", "region": "411100", "opened": []}]"#,
        )
        .unwrap();
    assert_eq!((report.added, report.rejected), (2, 1));
    assert_eq!((report.faults[0].row, report.faults[0].code), (2, ErrorCode::UnknownField));
    let found = directory.facility("H99990000001".parse().unwrap()).unwrap();
    assert_eq!(found.name, "\u{fffd}甲\u{fffd}\u{fffd}\u{fffd}\n\u{fffd}𠮷\u{fffd}");
    for text in [r#"["\ud842\udfb"]"#, r#"["\ud842\u"]"#, r#"["\ud842\x"]"#, r#"["\ud84"]"#] {
        assert_eq!(directory.add_text(text).unwrap_err().code(), ErrorCode::UnreadableInput, "{text}");
    }
}

#[test]
fn every_escape_of_json_is_read() {
    let record = r#"[{"code": "H99990000001", "name": "\b\f\n\r\t\"\\\/\u7532", "region": "411100", "opened": []}]"#;
    let directory = filled(record);
    assert_eq!(directory.facility("H99990000001".parse().unwrap()).unwrap().name, "\u{8}\u{c}\n\r\t\"\\/甲");
    assert_eq!(Directory::default().add_text(r#"["\a"]"#).unwrap_err().code(), ErrorCode::UnreadableInput);
}

#[test]
fn numbers_are_read_as_json_has_them() {
    for number in ["0", "-0", "0.5", "-0.50", "10", "1e5", "1E+05", "1.5e-3", "0e0"] {
        assert_eq!(Directory::default().add_text(&format!("[{number}, 1]")).unwrap().rejected, 2, "{number}");
    }
    for number in ["01", "1.", ".5", "-", "-.5", "1e", "1e+", "+1", "--1", "1.e5", "0x1"] {
        let error = Directory::default().add_text(&format!("[{number}]")).unwrap_err();
        assert_eq!(error.code(), ErrorCode::UnreadableInput, "{number}");
    }
}

#[test]
fn json_may_be_nested_so_deep_and_no_deeper() {
    let lists = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    let objects = |depth: usize| format!("[{}1{}]", r#"{"a":"#.repeat(depth), "}".repeat(depth));
    for (deep, deeper) in [(lists(33), lists(34)), (objects(31), objects(32))] {
        assert_eq!(Directory::default().add_text(&deep).unwrap().rejected, 1);
        assert_eq!(Directory::default().add_text(&deeper).unwrap_err().code(), ErrorCode::UnreadableInput);
    }
}

#[test]
fn of_many_each_is_found_by_its_code_and_the_last_of_its_code_alone() {
    let row = |number: u32, name: &str| format!("H{:011},{name}{number},411100,inpatient\n", number * 7919);
    let rows = |name: &str| (0..5000).map(|number| row(number, name)).collect::<String>();
    let mut directory = filled(&format!("code,name,region,opened\n{}", rows("旧")));
    let report = directory.add_text(&format!("code,name,region,opened\n{}", rows("新"))).unwrap();
    assert_eq!((report.added, report.replaced, report.directory.records), (0, 5000, 5000));
    for number in 0..5000 {
        let code = format!("H{:011}", number * 7919).parse().unwrap();
        assert_eq!(directory.facility(code).unwrap().name, format!("新{number}"));
    }
    assert_eq!(directory.facility("H00000000001".parse().unwrap()), None);
}

#[test]
fn a_text_may_be_so_long_and_no_longer() {
    let search = |length: usize| {
        let query = FacilityQuery { text: Some("a".repeat(length)), ..FacilityQuery::default() };
        Directory::default().search(&query).map(|found| found.total).map_err(|error| (error.code(), error.path()))
    };
    assert_eq!(search(200), Ok(0));
    for length in [201, 400] {
        assert_eq!(search(length), Err((ErrorCode::OutOfRange, "text".to_owned())));
    }
}

#[test]
fn parts_add_up_and_a_known_code_takes_the_earlier_ones_place() {
    let mut directory = filled(SAMPLE);
    let report = directory
        .add_text("code,name,region,opened,initials\nH99990000001,示例市总医院,411100,inpatient,\nH99990000006,新,411100,,x\n")
        .unwrap();
    assert_eq!((report.added, report.replaced), (1, 1));
    assert_eq!((report.directory.records, report.directory.with_initials, report.directory.regions), (6, 4, 4));
    assert_eq!(names(&directory, r#"{"text": "第一人民"}"#), [""; 0]);
    assert_eq!(names(&directory, r#"{"text": "h99990000001"}"#), ["示例市总医院"]);
    let twice = directory.add_text("code,name,region,opened\nH99990000007,甲,411100,\nH99990000007,乙,411100,\n").unwrap();
    assert_eq!((twice.added, twice.replaced), (1, 1));
    assert_eq!(directory.facility("H99990000007".parse().unwrap()).unwrap().name, "乙");
}

// ---- against a naive directory ----

fn fold(text: &str) -> String {
    let half = |char: char| match char {
        '！'..='～' => char::from_u32(char as u32 - 0xfee0).unwrap(),
        '\u{3000}' => ' ',
        char => char,
    };
    text.chars().map(half).collect::<String>().to_ascii_lowercase()
}

fn naively<'a>(facilities: &'a [Facility], query: &FacilityQuery) -> Vec<&'a Facility> {
    let matches = |facility: &&Facility| {
        let region = facility.region.to_string();
        let prefix = query.region.map(|region| region.to_string().trim_end_matches("00").to_owned()).unwrap_or_default();
        let opened = (query.kind.is_none() && query.disease.is_none())
            || facility.opened.iter().any(|opening| {
                query.kind.is_none_or(|kind| kind == opening.kind)
                    && query.disease.is_none_or(|asked| {
                        let asked = asked.to_string();
                        opening.disease.is_some_and(|opened| {
                            let opened = opened.to_string();
                            let is_class = opened.ends_with("00") && opened != "M07800";
                            opened == asked || (is_class && opened[..4] == asked[..4])
                        })
                    })
                    && query.on.is_none_or(|on| opening.since.is_none_or(|since| since <= on))
            });
        let text = fold(query.text.as_deref().unwrap_or_default());
        let named = text.split_whitespace().all(|word| {
            facility.code.to_string().to_lowercase() == word
                || fold(&facility.name).contains(word)
                || facility.initials.as_deref().is_some_and(|initials| initials.contains(word))
        });
        region.starts_with(&prefix) && opened && named
    };
    let mut latest: Vec<&Facility> = Vec::new();
    for facility in facilities {
        latest.retain(|earlier| earlier.code != facility.code);
        latest.push(facility);
    }
    latest.sort_by_key(|facility| facility.region);
    latest.into_iter().filter(matches).collect()
}

prop_compose! {
    fn opening()(kind in 0..5usize, disease in 0..6usize, since in prop::option::of(0..6usize)) -> Opening {
        let kind = FacilityKind::ALL[kind];
        let disease = ["M03900", "M03902", "M07800", "M07801", "M08300", "M00503"][disease].parse().unwrap();
        let days = ["2000-01-01", "2022-06-01", "2023-02-10", "2024-12-31", "2025-01-01", "2089-09-16"];
        Opening {
            kind,
            disease: (kind == FacilityKind::Chronic).then_some(disease),
            since: since.map(|day| days[day].parse().unwrap()),
        }
    }
}

prop_compose! {
    fn facility()(
        code in 0..60u32,
        pharmacy: bool,
        name in "[院医人民中县Ａａ（(𠀀𠮷A1]{1,8}",
        region in 0..4usize,
        opened in prop::collection::vec(opening(), 0..4),
        initials in prop::option::of("[a-c]{1,5}"),
    ) -> Facility {
        let letter = if pharmacy { 'P' } else { 'H' };
        Facility {
            code: format!("{letter}{code:011}").parse().unwrap(),
            name,
            region: ["410100", "411100", "411122", "310115"][region].parse().unwrap(),
            opened,
            initials,
        }
    }
}

prop_compose! {
    fn query()(
        region in prop::option::of(0..5usize),
        kind in prop::option::of(0..5usize),
        disease in prop::option::of(0..6usize),
        on in prop::option::of(0..4usize),
        text in prop::option::of("[院医人民ａa𠀀 bＣ(]{0,3}"),
    ) -> FacilityQuery {
        FacilityQuery {
            region: region.map(|at| ["410000", "411100", "411122", "310000", "000000"][at].parse().unwrap()),
            kind: kind.map(|at| FacilityKind::ALL[at]),
            disease: disease.map(|at| ["M03900", "M03902", "M07800", "M07801", "M08301", "M00504"][at].parse().unwrap()),
            on: on.map(|at| ["2000-01-01", "2023-02-10", "2024-12-31", "2026-11-22"][at].parse().unwrap()),
            text,
            from: None,
            limit: Some(200),
        }
    }
}

fn as_csv(facility: &Facility) -> String {
    let opened: Vec<_> = facility
        .opened
        .iter()
        .map(|opening| {
            let what = opening.disease.map_or(opening.kind.as_str().to_owned(), |disease| disease.to_string());
            opening.since.map_or(what.clone(), |since| format!("{what}@{since}"))
        })
        .collect();
    let Facility { code, name, region, initials, .. } = facility;
    format!("{code},\"{name}\",{region},{},{}", opened.join(";"), initials.as_deref().unwrap_or_default())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_search_finds_what_a_naive_scan_finds(
        facilities in prop::collection::vec(facility(), 0..180),
        queries in prop::collection::vec(query(), 12),
        parts in 1..4usize,
        json: bool,
    ) {
        let mut directory = Directory::default();
        for part in facilities.chunks(facilities.len() / parts + 1) {
            let text = if json {
                serde_json::to_string(part).unwrap()
            } else {
                format!("code,name,region,opened,initials\n{}", part.iter().map(as_csv).collect::<Vec<_>>().join("\n"))
            };
            prop_assert_eq!(directory.add_text(&text).unwrap().rejected, 0);
        }
        for query in queries {
            let found = directory.search(&query).unwrap();
            prop_assert_eq!(found.facilities.iter().collect::<Vec<_>>(), naively(&facilities, &query), "{:?}", query);
        }
    }

}

proptest! {
    /// The reader of JSON lists against serde_json, on texts that are nearly JSON.
    #[test]
    fn a_json_text_is_accepted_just_where_another_reader_does(
        text in r#"\[(\{"name": ?("[a\\\\u00"é𠀀\n]{0,6}"|-?[0-9.eE+]{1,4}|null|tru|true|\[\])\},? ?){0,2}\]? ?"#,
    ) {
        // A number too large for a double, half a surrogate pair and deep nesting are the only differences.
        let other = serde_json::from_str::<serde_json::Value>(&text);
        let taken = Directory::default().add_text(&text);
        match (&other, &taken) {
            (Err(error), Ok(_)) => prop_assert!(error.to_string().contains("out of range"), "{error}"),
            (Ok(_), Err(error)) => prop_assert!(false, "{error}"),
            _ => {}
        }
    }
}

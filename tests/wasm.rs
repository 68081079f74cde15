//! The binding, in a JavaScript engine: the golden cases again, and what only JavaScript can get wrong. One file for Node and for
//! Chromium; the runner's environment decides.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod filing_cases;
mod golden_cases;

use golden_cases::{Case, cases, pack, ranges};
use js_sys::{JSON, Object, Reflect, eval};
use serde_json::Value;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use yidi::wasm;

/// The packs that the module leaves out because their rules ended years ago.
const HISTORY: [&str; 3] = [
    include_str!("../src/policy/packs/150900.json"),
    include_str!("../src/policy/packs/230800.json"),
    include_str!("../src/policy/packs/510100.json"),
];

fn object(json: &str) -> JsValue {
    JSON::parse(json).unwrap()
}

fn property(value: &JsValue, name: &str) -> JsValue {
    Reflect::get(value, &name.into()).unwrap()
}

fn text(value: &JsValue, name: &str) -> String {
    property(value, name).as_string().unwrap_or_else(|| panic!("{name} is no text"))
}

fn plain(value: &JsValue) -> Value {
    serde_json::from_str(&String::from(JSON::stringify(value).unwrap())).unwrap()
}

fn refusal(error: &JsValue) -> (String, String) {
    assert!(error.is_instance_of::<js_sys::Error>());
    (text(error, "code"), text(error, "path"))
}

/// A JavaScript expression that is given as `bill.total` of an otherwise sound input.
fn refused_total(expression: &str) -> (String, String) {
    let input = object(&cases().into_iter().find(|case| case.id.starts_with("Xi'an employee, referral")).unwrap().input);
    let value = eval(&format!("({expression})")).unwrap();
    Reflect::set(&property(&input, "bill"), &"total".into(), &value).unwrap();
    refusal(&wasm::estimate(input).unwrap_err())
}

#[wasm_bindgen_test]
fn every_golden_case_comes_out_through_the_binding() {
    for pack in HISTORY {
        wasm::add_pack(object(pack)).unwrap();
    }
    for Case { id, pack: test_pack, input, outcome } in cases() {
        if let Some(admdvs) = test_pack {
            wasm::add_pack(object(pack(&admdvs))).unwrap();
        }
        let answer = wasm::estimate(object(&input));
        outcome.check(&id, answer.map(|estimate| plain(&estimate)).map_err(|error| refusal(&error)));
    }
}

#[wasm_bindgen_test]
fn every_golden_range_comes_out_through_the_binding() {
    for case in ranges() {
        let range = wasm::estimate_range(object(&case.input)).unwrap_or_else(|error| panic!("{}: {:?}", case.id, refusal(&error)));
        case.check(&plain(&range));
    }
}

#[wasm_bindgen_test]
fn every_way_through_the_wizard_comes_out_through_the_binding() {
    for case in filing_cases::wizard() {
        let start = object(&serde_json::json!({"today": case.case["today"].as_str().unwrap_or("2026-11-22")}).to_string());
        let begun = plain(&wasm::start_filing(start).unwrap());
        case.check(filing_cases::walk(&case.case, begun, |session, question, answer| {
            let view = wasm::answer_filing(object(&session.to_string()), question.into(), object(&answer.to_string()));
            view.map(|view| plain(&view)).map_err(|error| refusal(&error))
        }));
    }
}

#[wasm_bindgen_test]
fn every_visit_is_told_through_the_binding_whether_a_filing_covers_it() {
    for case in filing_cases::statuses() {
        let status = wasm::filing_status(object(&case.asked));
        case.check(status.map(|status| plain(&status)).map_err(|error| refusal(&error)));
    }
}

#[wasm_bindgen_test]
fn an_answer_is_a_plain_object_with_both_languages() {
    let input = &cases().into_iter().find(|case| case.id.starts_with("Xi'an employee, referral")).unwrap().input;
    let estimate = wasm::estimate(object(input)).unwrap();
    assert_eq!(Object::get_prototype_of(&estimate), Object::get_prototype_of(&Object::new()));
    let disclaimer = property(&estimate, "disclaimer");
    assert!(text(&disclaimer, "zh-CN").contains("估算") && text(&disclaimer, "en").contains("estimate"));
}

#[wasm_bindgen_test]
fn a_refusal_is_an_error_with_all_its_parts() {
    let input = &cases().into_iter().find(|case| case.id == "a negative amount").unwrap().input;
    let error = wasm::estimate(object(input)).unwrap_err();
    assert_eq!(
        ["name", "code", "path", "given"].map(|name| text(&error, name)),
        ["YidiError", "negativeAmount", "bill.total", "-1"]
    );
    assert!(text(&error, "allowed").contains("999999999.99"));
    assert_eq!(text(&error, "message"), text(&property(&error, "text"), "zh-CN"));
}

#[wasm_bindgen_test]
fn values_that_json_does_not_have_are_refused_by_kind() {
    for (expression, code) in [
        ("undefined", "missingField"),
        ("null", "missingField"),
        ("NaN", "wrongType"),
        ("-0", "wrongType"),
        ("1e309", "wrongType"),
        ("() => 1", "wrongType"),
        ("Symbol('total')", "wrongType"),
        ("new Map([['total', '1']])", "wrongType"),
        ("['1']", "wrongType"),
        ("'\\uD800'", "invalidMoney"),
        ("'１２'", "invalidMoney"),
        ("'1'.repeat(100000)", "amountTooLarge"),
    ] {
        assert_eq!(refused_total(expression), (code.to_owned(), "bill.total".to_owned()), "{expression}");
    }
}

#[wasm_bindgen_test]
fn input_that_cannot_be_read_is_refused() {
    for (expression, path) in [
        ("(() => { const cyclic = {}; cyclic.self = cyclic; return cyclic; })()", "bill.total.self.self.self.self.self.self.…"),
        ("{ get amount() { throw new Error('no'); } }", "bill.total"),
        ("new Proxy({}, { ownKeys() { throw new Error('no'); } })", "bill.total"),
    ] {
        assert_eq!(refused_total(expression), ("unreadableInput".to_owned(), path.to_owned()), "{expression}");
    }
    assert_eq!(refused_total("new Array(4e9)").0, "outOfRange");
}

#[wasm_bindgen_test]
fn an_input_of_the_wrong_kind_is_refused() {
    for input in [JsValue::UNDEFINED, JsValue::NULL] {
        assert_eq!(refusal(&wasm::estimate(input).unwrap_err()), ("missingField".to_owned(), String::new()));
    }
    for input in [JsValue::from_str("{}"), JsValue::from(1), JsValue::TRUE] {
        assert_eq!(refusal(&wasm::estimate(input).unwrap_err()), ("wrongType".to_owned(), String::new()));
    }
}

#[wasm_bindgen_test]
fn a_pack_at_fault_is_refused_by_its_path() {
    let faulty = pack("320583").replace(r#""source": "dku""#, r#""source": "nowhere""#);
    let error = wasm::add_pack(object(&faulty)).unwrap_err();
    assert_eq!(refusal(&error), ("invalidPack".to_owned(), "rules.deductible.0.law.citation.source".to_owned()));
}

#[wasm_bindgen_test]
fn a_range_has_two_ends_and_says_what_each_assumes() {
    wasm::add_pack(object(include_str!("lint/good/changing.json"))).unwrap();
    let input = r#"{
        "person": {"insuredRegion": "130300", "insurance": "resident", "group": "otherResident"},
        "visit": {"treatmentRegion": "130200", "kind": "inpatient", "tier": "tier3", "admitted": "2026-11-02", "settled": "2026-11-12"},
        "filing": {"category": "referral"},
        "bill": {"total": "10600", "inScope": "10600"},
        "yearSoFar": {"admissions": 0, "poolPaid": "0", "seriousIllnessBase": "0", "seriousIllnessPaid": "0"}
    }"#;
    assert_eq!(refusal(&wasm::estimate(object(input)).unwrap_err()).0, "ruleAmbiguous");
    let range = plain(&wasm::estimate_range(object(input)).unwrap());
    assert_eq!(range["exact"], false);
    for (end, pays, assumed) in [
        // (10,600 − 600) × 90 % × 70 % = 6,300 from the pool.
        ("least", "4300.00", "扣除起付线后先自付 10%，余下的再按比例支付"),
        // (10,600 × 90 % − 600) × 70 % = 6,258.
        ("most", "4342.00", "政策范围内费用先自付 10%，余下的再按规定支付"),
    ] {
        let Value::Object(bound) = &range[end] else { panic!("{end}: {range}") };
        assert_eq!(bound["estimate"]["patientPays"], pays, "{end}");
        assert_eq!(bound["assumes"][0]["says"]["zh-CN"], assumed, "{end}");
    }
}

#[wasm_bindgen_test]
fn regions_and_provinces_are_listed() {
    let regions = plain(&wasm::regions().unwrap());
    let codes: Vec<_> = regions.as_array().unwrap().iter().map(|region| region["admdvs"].as_str().unwrap()).collect();
    assert!(codes.contains(&"610100") && codes.contains(&"360100"), "{codes:?}");
    assert_eq!(plain(&wasm::provinces().unwrap()).as_array().unwrap().len(), 31);
    assert_eq!(wasm::version(), env!("CARGO_PKG_VERSION"));
}

#[wasm_bindgen_test]
fn a_region_is_described_rule_by_rule() {
    let describe = |admdvs: JsValue, date: JsValue| wasm::describe_region(admdvs, date);
    let description = plain(&describe("610100".into(), "2026-11-22".into()).unwrap());
    assert_eq!(description["region"]["name"]["zh-CN"], "西安市");
    assert_eq!(description["packs"][0]["admdvs"], "610100");
    assert_eq!(description["packs"][0]["digest"].as_str().unwrap().len(), 64);
    assert!(description["rules"].as_array().unwrap().iter().any(|rule| rule["inForce"] == true));
    assert_eq!(refusal(&describe("610100".into(), 2026.into()).unwrap_err()), ("wrongType".to_owned(), "date".to_owned()));
    assert_eq!(
        refusal(&describe("6101".into(), "2026-11-22".into()).unwrap_err()),
        ("invalidRegion".to_owned(), "admdvs".to_owned())
    );
    assert_eq!(refusal(&describe("659099".into(), "2026-11-22".into()).unwrap_err()), ("unknownRegion".to_owned(), String::new()));
}

//! The golden cases as data, shared by the native and the wasm tests.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]
#![allow(dead_code, reason = "each test uses its own part")]

use serde_json::Value;
use yidi::Library;

const CASES: &str = include_str!("../golden/cases.json");
const RANGES: &str = include_str!("../golden/ranges.json");
const PACKS: [(&str, &str); 2] =
    [("320583", include_str!("../golden/packs/320583.json")), ("370100", include_str!("../golden/packs/370100.json"))];

pub(crate) struct Case {
    pub(crate) id: String,
    pub(crate) pack: Option<String>,
    pub(crate) input: String,
    pub(crate) outcome: Outcome,
}

pub(crate) enum Outcome {
    /// The figures to come out, by name; others may come with them.
    Expect(serde_json::Map<String, Value>),
    Refuse {
        code: String,
        path: String,
    },
}

pub(crate) fn cases() -> Vec<Case> {
    let cases: Vec<Value> = serde_json::from_str(CASES).unwrap();
    cases.iter().map(case).collect()
}

fn case(case: &Value) -> Case {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let outcome = match (&case["expect"], &case["refuse"]) {
        (Value::Object(figures), Value::Null) if !figures.is_empty() => Outcome::Expect(figures.clone()),
        (Value::Null, refuse) => Outcome::Refuse { code: text(&refuse["code"]).unwrap(), path: text(&refuse["path"]).unwrap() },
        other => panic!("a case expects figures or a refusal: {other:?}"),
    };
    Case { id: text(&case["id"]).unwrap(), pack: text(&case["pack"]), input: case["input"].to_string(), outcome }
}

/// A case that the rules leave open: what comes out at the least and at the most, and the documents that leave it open.
pub(crate) struct RangeCase {
    pub(crate) id: String,
    pub(crate) input: String,
    least: Value,
    most: Value,
    cites: Vec<String>,
}

pub(crate) fn ranges() -> Vec<RangeCase> {
    let cases: Vec<Value> = serde_json::from_str(RANGES).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let case = |case: &Value| RangeCase {
        id: text(&case["id"]),
        input: case["input"].to_string(),
        least: case["least"].clone(),
        most: case["most"].clone(),
        cites: case["cites"].as_array().unwrap().iter().map(text).collect(),
    };
    cases.iter().map(case).collect()
}

impl RangeCase {
    /// Compares with a range as JSON.
    pub(crate) fn check(&self, range: &Value) {
        let id = &self.id;
        for (end, expected) in [("least", &self.least), ("most", &self.most)] {
            let estimate = &range[end]["estimate"];
            for (name, figure) in expected.as_object().unwrap() {
                assert_eq!(estimate.get(name).unwrap_or(&estimate["figures"][name]), figure, "{id}: {end} {name}");
            }
            let numbers =
                range[end]["assumes"].as_array().unwrap().iter().map(|open| open["law"]["citation"]["number"].as_str().unwrap());
            let numbers: Vec<_> = numbers.collect();
            assert_eq!(numbers.len(), self.cites.len(), "{id}: {end} {numbers:?}");
            assert!(numbers.iter().zip(&self.cites).all(|(number, cited)| number.contains(cited)), "{id}: {end} {numbers:?}");
        }
        assert_eq!(range["exact"], self.cites.is_empty(), "{id}");
    }
}

pub(crate) fn pack(admdvs: &str) -> &'static str {
    PACKS.iter().find(|(name, _)| *name == admdvs).unwrap_or_else(|| panic!("no test pack {admdvs}")).1
}

pub(crate) fn library(test_pack: Option<&str>) -> Library {
    let mut library = Library::shipped();
    if let Some(admdvs) = test_pack {
        library.add_json(pack(admdvs)).unwrap();
    }
    library
}

impl Outcome {
    /// Compares with an estimate as JSON, or with a refusal's code and path.
    pub(crate) fn check(&self, id: &str, answer: Result<Value, (String, String)>) {
        match (self, answer) {
            (Self::Expect(figures), Ok(estimate)) => {
                for (name, expected) in figures {
                    let found = estimate.get(name).unwrap_or(&estimate["figures"][name]);
                    assert_eq!(found, expected, "{id}: {name}");
                }
            }
            (Self::Refuse { code, path }, Err(refusal)) => assert_eq!(refusal, (code.clone(), path.clone()), "{id}"),
            (_, answer) => panic!("{id}: {answer:?}"),
        }
    }
}

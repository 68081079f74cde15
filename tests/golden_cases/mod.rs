//! The golden cases as data, shared by the native and the wasm tests.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]
#![allow(dead_code, reason = "each test uses its own part")]

use serde_json::Value;
use yidi::Library;

const CASES: &str = include_str!("../golden/cases.json");
const PACKS: [(&str, &str); 1] = [("320583", include_str!("../golden/packs/320583.json"))];

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

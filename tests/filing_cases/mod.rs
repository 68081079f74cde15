//! The filing scenarios as data, shared by the native and the wasm tests.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]
#![allow(dead_code, reason = "each test uses its own part")]

use serde_json::Value;
use yidi::{Error, FilingQuestion, Library, filing_status};

const STATUSES: &str = include_str!("../filing/status.json");

/// What came out: a value, or the code and path of a refusal.
pub(crate) type Answer = Result<Value, (String, String)>;

pub(crate) fn refusal(error: &Error) -> (String, String) {
    (error.code().as_str().to_owned(), error.path())
}

/// A visit, and what is to be answered.
pub(crate) struct StatusCase {
    pub(crate) asked: String,
    case: Value,
}

pub(crate) fn statuses() -> Vec<StatusCase> {
    let cases: Vec<Value> = serde_json::from_str(STATUSES).unwrap();
    cases.into_iter().map(|case| StatusCase { asked: case["question"].to_string(), case }).collect()
}

pub(crate) fn status(library: &Library, asked: &str) -> Answer {
    let answer = FilingQuestion::from_json(asked).and_then(|question| filing_status(library, &question));
    answer.map(|status| serde_json::to_value(status).unwrap()).map_err(|error| refusal(&error))
}

impl StatusCase {
    pub(crate) fn check(&self, answer: Answer) {
        let id = &self.case["id"];
        let answer = match (answer, &self.case["refuse"]) {
            (Ok(answer), Value::Null) => answer,
            (Err((code, path)), refuse) => {
                assert_eq!(
                    (&*code, &*path),
                    (refuse["code"].as_str().unwrap_or("an answer"), refuse["path"].as_str().unwrap_or("")),
                    "{id}"
                );
                return;
            }
            (Ok(answer), refuse) => panic!("{id}: {refuse} was expected, and {} answered", answer["status"]),
        };
        for (name, expected) in self.case["expect"].as_object().unwrap() {
            assert_eq!(&answer[name], expected, "{id}: {name} of {answer:#}");
        }
        // What the case does not name as a route, a filing or something to do must not be there.
        for name in ["filing", "route"] {
            assert_eq!(answer[name].is_null(), self.case["expect"][name].is_null(), "{id}: {name}");
        }
        let laws = answer["laws"].to_string();
        for cited in self.case["cites"].as_array().unwrap() {
            assert!(laws.contains(cited.as_str().unwrap()), "{id}: {cited} is not among {laws}");
        }
        let reason = answer["reason"]["zh-CN"].as_str().unwrap();
        assert!(!reason.is_empty() && !reason.contains('{'), "{id}");
        assert_eq!(reason, self.case["says"].as_str().unwrap_or(reason), "{id}");
        let left_to_do: Vec<_> = answer["mend"].as_array().unwrap().iter().map(|mend| mend["zh-CN"].as_str().unwrap()).collect();
        let mends: Vec<_> = self.case["mends"].as_array().into_iter().flatten().map(|mend| mend.as_str().unwrap()).collect();
        assert_eq!(left_to_do.len(), mends.len(), "{id}: {left_to_do:?}");
        for (found, expected) in left_to_do.iter().zip(mends) {
            assert!(found.contains(expected), "{id}: {expected} is not in {found}");
        }
    }
}

/// A way through the wizard: every answer, in any order, and what comes of them.
pub(crate) struct WizardCase {
    pub(crate) case: Value,
}

const WIZARD: &str = include_str!("../filing/wizard.json");

pub(crate) fn wizard() -> Vec<WizardCase> {
    let cases: Vec<Value> = serde_json::from_str(WIZARD).unwrap();
    cases.into_iter().map(|case| WizardCase { case }).collect()
}

/// The wizard as a host drives it: `step` gives a session and an answer and gets the next view.
pub(crate) fn walk(
    case: &Value,
    begun: Value,
    mut step: impl FnMut(&Value, &str, &Value) -> Result<Value, (String, String)>,
) -> Result<Value, (String, String)> {
    let id = &case["id"];
    let answers = case["answers"].as_object().unwrap();
    let mut view = begun;
    let mut given = 0;
    let mut left = view["progress"]["atMostLeft"].as_u64().unwrap();
    while let Some(question) = view["question"]["id"].as_str() {
        let Some(answer) = answers.get(question) else { break };
        view = step(&view["session"], question, answer)?;
        given += 1;
        let now_left = view["progress"]["atMostLeft"].as_u64().unwrap();
        assert!(now_left < left, "{id}: after {given} answers {now_left} are left, {left} before");
        left = now_left;
        assert_eq!(view["progress"]["done"], given, "{id}");
    }
    assert_eq!(given, answers.len(), "{id}: not every answer was asked for; next is {}", view["question"]["id"]);
    Ok(view)
}

impl WizardCase {
    pub(crate) fn native(&self, library: &Library) -> Answer {
        let today = self.case["today"].as_str().unwrap_or("2026-11-22").parse().unwrap();
        let begun = serde_json::to_value(yidi::start_filing(library, today)).unwrap();
        walk(&self.case, begun, |session, question, answer| {
            let session = yidi::FilingSession::from_json(&session.to_string()).map_err(|error| refusal(&error))?;
            let question = yidi::Question::ALL.iter().copied().find(|known| known.as_str() == question).unwrap();
            let answer = match answer {
                Value::String(word) => yidi::Answer::One(word.clone().into()),
                words => {
                    let words = words.as_array().unwrap().iter().map(|word| word.as_str().unwrap().to_owned().into());
                    yidi::Answer::Several(words.collect())
                }
            };
            let view = yidi::answer_filing(library, session, question, answer);
            view.map(|view| serde_json::to_value(view).unwrap()).map_err(|error| refusal(&error))
        })
    }

    pub(crate) fn check(&self, answer: Answer) {
        let id = &self.case["id"];
        let view = match (answer, &self.case["refuse"]) {
            (Ok(view), Value::Null) => view,
            (Err((code, path)), refuse) => {
                assert_eq!((Some(&*code), Some(&*path)), (refuse["code"].as_str(), refuse["path"].as_str()), "{id}");
                return;
            }
            (Ok(view), _) => panic!("{id}: a refusal was expected, and {} asked", view["question"]["id"]),
        };
        let expect = &self.case["expect"];
        assert_eq!(view["question"]["id"], expect["asks"], "{id}");
        let (outcome, plan) = (&view["outcome"], &view["outcome"]["plan"]);
        assert_eq!(outcome["kind"], expect["outcome"], "{id}");
        for (name, expected) in expect["plan"].as_object().into_iter().flatten() {
            assert_eq!(&plan[name], expected, "{id}: {name}");
        }
        for (name, expected) in expect["dates"].as_object().into_iter().flatten() {
            assert_eq!(&plan[name]["date"], expected, "{id}: the day of {name}: {}", plan[name]);
        }
        for (name, expected) in expect["says"].as_object().into_iter().flatten() {
            let said = plan[name]["text"]["zh-CN"].as_str().unwrap_or_default();
            assert!(said.contains(expected.as_str().unwrap()), "{id}: {name}: {said}");
        }
        if let Some(papers) = expect["papers"].as_array() {
            let names = |need: &Value| {
                let papers = need["anyOneOf"].as_array().unwrap().iter();
                papers.map(|paper| paper["name"]["zh-CN"].as_str().unwrap().to_owned()).collect::<Vec<_>>().join(" / ")
            };
            let needed: Vec<_> = plan["materials"].as_array().unwrap().iter().map(|need| Value::from(names(need))).collect();
            assert_eq!(&needed, papers, "{id}");
        }
        for (part, found) in [
            ("reasons", &outcome["reasons"]),
            ("next", &outcome["next"]),
            ("warns", &view["warnings"]),
            ("cites", outcome),
            ("missing", &plan["materials"]),
            ("channels", &plan["channels"]),
            ("options", &view["question"]["options"]),
        ] {
            let found = found.to_string();
            for expected in expect[part].as_array().into_iter().flatten() {
                assert!(found.contains(expected.as_str().unwrap()), "{id}: {part}: {expected} is not in {found}");
            }
        }
        assert_eq!(view["warnings"].as_array().unwrap().is_empty(), expect["warns"].is_null(), "{id}: {}", view["warnings"]);
    }
}

//! What is sound to begin with: the data of the other tests, read where it lies.

use std::{fs, path::PathBuf};

use serde_json::{Value, json};
use yidi::{Answer, FilingCategory, Library, Moment, NoticeEvent, Outbox, OutboxEvent, OutboxEventKind, Question};

/// The repository, whether a package of its own or the crate's tests ask.
fn root() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().find(|folder| folder.join("src/policy/packs").is_dir()).expect("within the repository").to_owned()
}

fn read(path: &str) -> Value {
    let text = fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn parts<'a>(cases: &'a Value, name: &'a str) -> impl Iterator<Item = Value> + 'a {
    cases.as_array().into_iter().flatten().filter_map(move |case| case.get(name).cloned())
}

pub(crate) fn packs() -> Vec<Value> {
    let folders = ["src/policy/packs", "tests/lint/good", "tests/lint/bad", "tests/golden/packs"];
    let files = folders.iter().flat_map(|folder| fs::read_dir(root().join(folder)).into_iter().flatten().flatten());
    let mut paths: Vec<_> =
        files.map(|file| file.path()).filter(|path| path.extension().is_some_and(|end| end == "json")).collect();
    paths.sort();
    paths.iter().filter_map(|path| serde_json::from_str(&fs::read_to_string(path).ok()?).ok()).collect()
}

pub(crate) fn inputs() -> Vec<Value> {
    let (cases, ranges) = (read("tests/golden/cases.json"), read("tests/golden/ranges.json"));
    let inputs: Vec<_> = parts(&cases, "input").chain(parts(&ranges, "input")).collect();
    inputs
}

pub(crate) fn slips() -> Vec<Value> {
    let slips = [
        json!({"total": "50000.00", "fundsPay": "28560.00", "cash": "21440.00", "account": "0"}),
        json!({"total": "20500", "pool": "12000.00", "patientPays": "8500.00", "deductible": "500"}),
        json!({"total": "100", "inScope": "90", "fullySelfPaid": "10", "overCeiling": "0", "classBFirstSelfPay": "0", "pool": "1",
               "largeAmount": "2", "seriousIllness": "3", "civilServant": "4", "assistance": "5", "otherFunds": "6"}),
    ];
    let inputs = inputs().into_iter().step_by(7);
    inputs.zip(slips.iter().cycle()).map(|(input, slip)| json!({"input": input, "slip": slip})).collect()
}

pub(crate) fn questions() -> Vec<Value> {
    let (table, direct, fallback) =
        (read("tests/settlement/truth-table.json"), read("tests/settlement/direct.json"), read("tests/settlement/fallback.json"));
    let mut questions: Vec<_> = parts(&read("tests/filing/status.json"), "question").collect();
    questions.push(table["question"].clone());
    questions.extend(parts(&direct["cases"], "question"));
    questions.extend(parts(&fallback["cases"], "situation").chain(parts(&fallback["cases"], "question")));
    questions.extend([
        json!({"now": NOON, "insuredRegion": "411100", "filings": [{"id": "f1", "papersDue": "2026-12-01",
               "filing": {"category": "longTermResident", "proof": "commitment", "places": ["440300"], "from": "2026-11-01",
                          "filedOn": "2026-11-01"}}], "claims": [{"id": "b1", "treatmentRegion": "440300", "kind": "inpatient",
               "settled": "2026-11-02", "papersComplete": "2026-11-20"}]}),
        json!({"region": "411100", "kind": "chronic", "disease": "M03900", "text": "示例 yy", "on": "2026-11-22", "from": 0, "limit": 20}),
        json!({"items": [{"name": "示例", "class": "B", "amount": "1000.00", "quantity": 2, "firstSelfPay": "10", "priceCeiling": "400"}]}),
    ]);
    questions
}

/// 2026-11-22, noon in China.
pub(crate) const NOON: i64 = 1_795_320_000_000;

/// The wizard's scenarios, as they would have been saved at their end, with what completes them.
pub(crate) fn sessions() -> Vec<Value> {
    let library = Library::shipped();
    let wizard = read("tests/filing/wizard.json");
    let session = |case: &Value| {
        let today = case["today"].as_str().unwrap_or("2026-11-22");
        let mut view = yidi::start_filing(&library, today.parse().expect("a day"));
        while let Some(question) = &view.question
            && let Some(given) = case["answers"].get(question.id.as_str())
            && let Ok(next) = yidi::answer_filing(&library, view.session.clone(), question.id, answer(given))
        {
            view = next;
        }
        let (insured, category) = (&case["answers"]["insuredRegion"], &case["expect"]["plan"]["category"]);
        json!({"saved": view.session, "today": "2026-11-22", "now": NOON, "steps": [["chronic", "no"], ["filer", "self"]],
               "receipt": receipt(&library, insured, category), "contact": {"name": "测试甲", "idNumber": "110199195803070017",
               "phone": "13800000000"}})
    };
    wizard.as_array().into_iter().flatten().map(session).collect()
}

pub(crate) fn answer(given: &Value) -> Answer {
    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned().into();
    match given {
        Value::Array(words) => Answer::Several(words.iter().map(word).collect()),
        value => Answer::One(word(value)),
    }
}

pub(crate) fn question_named(name: &Value) -> Option<Question> {
    Question::ALL.iter().copied().find(|question| Some(question.as_str()) == name.as_str())
}

fn receipt(library: &Library, insured: &Value, category: &Value) -> Value {
    let category = FilingCategory::ALL.iter().copied().find(|known| Some(known.as_str()) == category.as_str());
    let insured = insured.as_str().and_then(|region| region.parse().ok()).unwrap_or("411100".parse().expect("a region"));
    let at = |seconds: i64| Moment::from_millis(NOON - 60_000 + seconds * 1000);
    let opened = yidi::open_notice(library, insured, category.unwrap_or(FilingCategory::Referral), at(0).expect("a moment"));
    let Ok(opened) = opened else { return Value::Null };
    let seconds = i64::from(opened.gate.minimum_seconds);
    let shown = (0..=seconds).map(|second| (NoticeEvent::Shown, second));
    let events = shown.chain([(NoticeEvent::Ticked, seconds), (NoticeEvent::Agreed, seconds)]);
    json!(events.fold(opened.gate, |gate, (event, second)| yidi::notice_event(gate, event, at(second))).receipt)
}

/// Gates on their way, forged ones among them once these are changed.
pub(crate) fn gates() -> Vec<Value> {
    let library = Library::shipped();
    let gate = |(region, category): (&str, FilingCategory)| {
        let now = Moment::from_millis(NOON).expect("a moment");
        let opened = yidi::open_notice(&library, region.parse().expect("a region"), category, now).expect("a notice");
        let mut events: Vec<_> = (0..=6).map(|second| json!(["shown", NOON + second * 1000])).collect();
        events.extend([json!(["ticked", NOON + 6100]), json!(["agreed", NOON + 6200]), json!(["hidden", NOON + 6300])]);
        json!({"gate": opened.gate, "events": events, "now": NOON + 7000, "insuredRegion": region, "category": category.as_str()})
    };
    [("440100", FilingCategory::Referral), ("411100", FilingCategory::LongTermResident), ("320500", FilingCategory::OtherTemporary)]
        .map(gate)
        .to_vec()
}

pub(crate) fn outboxes() -> Vec<Value> {
    let event = |kind: OutboxEventKind, revision| {
        let (key, application) = (Some("filing-1".to_owned()), Some("{}".to_owned()));
        OutboxEvent { kind, key, application, reason: Some("测试".to_owned()), revision }
    };
    let all: Vec<_> = OutboxEventKind::ALL.iter().map(|kind| event(*kind, Some(1))).collect();
    let mut seeds = vec![json!({"outbox": Outbox::empty(), "events": all, "now": NOON, "step": 5000})];
    let now = Moment::from_millis(NOON).expect("a moment");
    let mut outbox = Outbox::empty();
    for kind in [OutboxEventKind::Enqueue, OutboxEventKind::Saved, OutboxEventKind::Unknown, OutboxEventKind::Withdraw] {
        let revision = Some(outbox.revision);
        outbox = yidi::outbox_step(outbox, &event(kind, revision), now).expect("a step").outbox;
        seeds.push(json!({"outbox": outbox, "events": all, "now": NOON, "step": 700}));
    }
    seeds
}

pub(crate) fn facility_files() -> Vec<Vec<u8>> {
    let mut files = vec![
        include_str!("facilities.csv").as_bytes().to_vec(),
        read("tests/settlement/direct.json")["directory"].as_str().unwrap_or_default().as_bytes().to_vec(),
    ];
    files.push(
        json!([
            {"code": "H99990000001", "name": "示例甲医院", "region": "411100", "opened": [{"kind": "inpatient"}, {"kind": "chronic",
             "disease": "M03900", "since": "2025-01-01"}], "initials": "sljyy"},
            {"code": "P99990000002", "name": "示例药房", "region": "440305", "opened": []},
        ])
        .to_string()
        .into_bytes(),
    );
    files
}

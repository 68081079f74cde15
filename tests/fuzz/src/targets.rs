//! What is asked of hostile input, and what must hold whatever is answered.

use std::{str, sync::LazyLock};

use serde::Serialize;
use serde_json::{Value, json};
use yidi::{
    Bill, CompareOptions, Directory, Error, ErrorCode, EstimateInput, FacilityQuery, FailedSettlement, FilingCategory,
    FilingContact, FilingQuestion, FilingSession, FilingView, Gate, LedgerLine, Library, Moment, Money, NoticeEvent, Outbox,
    OutboxEvent, Receipt, RemindersQuestion, SettlementQuestion, Severity, Slip,
};

use super::{mutate::Dictionary, seeds};

/// A way in from outside.
pub struct Target {
    pub name: &'static str,
    /// Sound input, to be changed.
    pub seeds: fn() -> Vec<Vec<u8>>,
    /// Panics where something is wrong.
    pub run: fn(&[u8]),
}

impl Target {
    pub fn dictionary(&self) -> Dictionary {
        let mut dictionary = Dictionary::default();
        for seed in (self.seeds)() {
            dictionary.learn(&serde_json::from_slice(&seed).unwrap_or_default());
        }
        dictionary
    }

    pub fn named(name: &str) -> &'static Self {
        TARGETS.iter().find(|target| target.name == name).expect("a target of that name")
    }
}

pub const TARGETS: [Target; 8] = [
    Target { name: "packs", seeds: || texts(seeds::packs()), run: packs },
    Target { name: "inputs", seeds: || texts(seeds::inputs()), run: inputs },
    Target { name: "slips", seeds: || texts(seeds::slips()), run: slips },
    Target { name: "questions", seeds: || texts(seeds::questions()), run: questions },
    Target { name: "sessions", seeds: || texts(seeds::sessions()), run: sessions },
    Target { name: "gates", seeds: || texts(seeds::gates()), run: gates },
    Target { name: "outboxes", seeds: || texts(seeds::outboxes()), run: outboxes },
    Target { name: "facilities", seeds: seeds::facility_files, run: facilities },
];

fn texts(values: Vec<Value>) -> Vec<Vec<u8>> {
    values.iter().map(|value| value.to_string().into_bytes()).collect()
}

thread_local! {
    static LIBRARY: Library = Library::shipped();
}

static INPUTS: LazyLock<Vec<Value>> = LazyLock::new(seeds::inputs);

/// A refusal says why, in both languages, and is never a fault of the engine's own.
fn is_typed(error: &Error) {
    assert_ne!(error.code(), ErrorCode::Internal, "{error:?}");
    let reason = error.reason();
    assert!(!reason.zh.is_empty() && !reason.en.is_empty() && !reason.zh.contains('{'), "{error:?}");
    assert!(error.given().is_none_or(|given| given.chars().count() <= 81), "{error:?}");
}

/// An answer, if there is one: it can be written down, and is the same when asked again.
fn answered<T: Serialize>(ask: impl Fn() -> Result<T, Error>) -> Option<T> {
    let answer = ask();
    match (&answer, ask()) {
        (Ok(one), Ok(other)) => assert_eq!(json!(one), json!(other)),
        (Err(one), Err(other)) => assert_eq!(format!("{one:?}"), format!("{other:?}")),
        _ => panic!("answered once and refused once"),
    }
    answer.inspect_err(is_typed).ok()
}

fn read<T>(read: Result<T, Error>) -> Option<T> {
    read.inspect_err(is_typed).ok()
}

fn part(document: &Value, name: &str) -> String {
    document.get(name).unwrap_or(&Value::Null).to_string()
}

fn leaves(line: &LedgerLine) -> Money {
    if line.lines.is_empty() { line.amount } else { line.lines.iter().map(leaves).sum() }
}

fn moment(value: &Value) -> Option<Moment> {
    Moment::from_millis(value.as_f64()? as i64)
}

fn inputs(data: &[u8]) {
    if let Some(input) = read(EstimateInput::from_json(&String::from_utf8_lossy(data))) {
        LIBRARY.with(|library| pays(library, &input));
    }
}

/// Every question of one stay, with what must hold between the answers.
fn pays(library: &Library, input: &EstimateInput) {
    let estimate = answered(|| yidi::estimate(library, input));
    if let Some(estimate) = &estimate {
        assert_eq!(estimate.funds_pay + estimate.patient_pays, estimate.figures.total);
        assert_eq!(leaves(&estimate.ledger), estimate.ledger.amount);
        assert_eq!(estimate.ledger.amount, estimate.figures.total);
        assert!(estimate.funds_pay <= estimate.figures.in_scope);
    }
    if let Some(range) = answered(|| yidi::estimate_range(library, input)) {
        assert!(range.least.estimate.patient_pays <= range.most.estimate.patient_pays);
        if let Some(estimate) = estimate.filter(|_| range.exact) {
            assert_eq!(range.least.estimate.patient_pays, estimate.patient_pays);
        }
    }
    if let Some(compared) = answered(|| yidi::compare_filings(library, input, CompareOptions { tiers: true })) {
        let most: Vec<_> = compared.options.iter().filter_map(|option| option.pays.most).collect();
        assert!(most.is_sorted(), "the cheapest comes first");
    }
    let [before, after] = ["2019-06-30", "2026-11-12"].map(|day| day.parse().expect("a day"));
    answered(|| yidi::compare_dates(library, input, before, after));
    if let Some(curve) = answered(|| yidi::cost_curve(library, input, "999999.99".parse()?)) {
        assert!(curve.points.is_sorted_by(|one, other| one.in_scope < other.in_scope), "{:?}", curve.points);
    }
    answered(|| yidi::split_bill(&input.bill));
}

fn slips(data: &[u8]) {
    let document: Value = serde_json::from_slice(data).unwrap_or_default();
    let (input, slip) = (EstimateInput::from_json(&part(&document, "input")), Slip::from_json(&part(&document, "slip")));
    if let (Some(input), Some(slip)) = (read(input), read(slip)) {
        LIBRARY.with(|library| answered(|| yidi::reconcile(library, &input, &slip)));
    }
}

fn questions(data: &[u8]) {
    let text = &*String::from_utf8_lossy(data);
    let directory = directory_of(include_str!("facilities.csv"));
    LIBRARY.with(|library| {
        if let Some(asked) = read(FilingQuestion::from_json(text)) {
            answered(|| yidi::filing_status(library, &asked));
        }
        if let Some(asked) = read(SettlementQuestion::from_json(text)) {
            answered(|| yidi::check_direct_settlement(library, &directory, &asked));
        }
        if let Some(asked) = read(FailedSettlement::from_json(text)) {
            answered(|| yidi::settlement_fallback(library, &asked));
        }
        if let Some(asked) = read(RemindersQuestion::from_json(text))
            && let Some(reminders) = answered(|| yidi::reminders(library, &asked))
        {
            let lines = reminders.calendar.split("\r\n");
            assert!(lines.into_iter().all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])), "{}", reminders.calendar);
        }
        if let Some(asked) = read(FacilityQuery::from_json(text))
            && let Some(found) = answered(|| directory.search(&asked))
        {
            assert!(found.facilities.len() as u32 <= found.total);
        }
        if let Some(bill) = read(Bill::from_json(text))
            && let Some(split) = answered(|| yidi::split_bill(&bill))
        {
            let parts = split.in_scope + split.fully_self_paid + split.over_ceiling + split.class_b_first_self_pay;
            assert_eq!(parts, split.total);
        }
    });
}

fn directory_of(text: &str) -> Directory {
    let mut directory = Directory::default();
    directory.add_text(text).expect("facilities");
    directory
}

fn facilities(data: &[u8]) {
    let text = &*String::from_utf8_lossy(data);
    let mut directory = directory_of("code,name,region,opened\nH99990000009,示例医院,411100,inpatient\n");
    let before = directory.summary();
    let Some(report) = read(directory.add_text(text)) else {
        assert_eq!(directory.summary(), before, "a text at fault leaves nothing behind");
        return;
    };
    assert_eq!(report.directory, directory.summary());
    assert_eq!(report.directory.records, before.records + report.added);
    assert!(report.faults.len() as u32 == report.rejected.min(100));
    let query = FacilityQuery::from_json(r#"{"limit": 200}"#).expect("a query");
    let Some(found) = answered(|| directory.search(&query)) else { return };
    // What was taken in is what comes out, and may come in again.
    let again = directory.add_text(&json!(found.facilities).to_string()).expect("our own records");
    assert_eq!((again.added, again.rejected, again.replaced as usize), (0, 0, found.facilities.len()));
}

fn packs(data: &[u8]) {
    let text = &*String::from_utf8_lossy(data);
    let mut library = Library::shipped();
    let faults = library.lint_json(text, None);
    assert!(faults.iter().all(|fault| !fault.hint.zh.is_empty() && !fault.hint.en.is_empty()));
    let is_sound = faults.iter().all(|fault| fault.severity != Severity::Error);
    let added = library.add_json(text);
    assert_eq!(added.is_ok(), is_sound, "{added:?} {faults:?}");
    let Some(added) = read(added) else { return };
    answered(|| library.describe(added.admdvs, "2026-11-22".parse()?));
    answered(|| library.regions());
    // Its rules answer, or say what is missing, and hold the identities.
    for seed in INPUTS.iter().step_by(1 + INPUTS.len() / 6) {
        let mut input = seed.clone();
        input["person"]["insuredRegion"] = json!(added.admdvs);
        if let Ok(input) = EstimateInput::from_json(&input.to_string()) {
            pays(&library, &input);
        }
    }
    let begun = yidi::start_filing(&library, "2026-11-22".parse().expect("a day"));
    let answer = yidi::Answer::One(added.admdvs.to_string().into());
    read(yidi::answer_filing(&library, begun.session, yidi::Question::InsuredRegion, answer));
    for category in FilingCategory::ALL {
        answered(|| yidi::open_notice(&library, added.admdvs, *category, moment(&json!(seeds::NOON)).expect("noon")));
    }
}

fn sessions(data: &[u8]) {
    let document: Value = serde_json::from_slice(data).unwrap_or_default();
    let saved = document.get("saved").map_or_else(|| String::from_utf8_lossy(data).into_owned(), Value::to_string);
    LIBRARY.with(|library| {
        if let Some(session) = read(FilingSession::from_json(&saved)) {
            is_replayed(library, &yidi::review_filing(library, session));
        }
        let today = document["today"].as_str().and_then(|day| day.parse().ok());
        let resumed = answered(|| yidi::resume_filing(library, &saved, today.unwrap_or("2026-11-22".parse()?)));
        let Some(mut view) = resumed.map(|resumed| resumed.view) else { return };
        is_replayed(library, &view);
        for step in document["steps"].as_array().into_iter().flatten() {
            if let Some(question) = seeds::question_named(&step[0])
                && let Some(next) = read(yidi::answer_filing(library, view.session.clone(), question, seeds::answer(&step[1])))
            {
                is_replayed(library, &next);
                view = next;
            }
        }
        let (receipt, contact) =
            (Receipt::from_json(&part(&document, "receipt")), FilingContact::from_json(&part(&document, "contact")));
        if let (Some(receipt), Some(contact), Some(now)) = (read(receipt), read(contact), moment(&document["now"])) {
            completed(library, &view, &receipt, &contact, now);
        }
    });
}

/// A view stands on its session alone.
fn is_replayed(library: &Library, view: &FilingView) {
    let session = FilingSession::from_json(&json!(view.session).to_string()).expect("our own session");
    assert_eq!(json!(yidi::review_filing(library, session)), json!(view));
    assert_eq!(view.question.is_none(), view.outcome.is_some(), "a question or an outcome");
}

fn completed(library: &Library, view: &FilingView, receipt: &Receipt, contact: &FilingContact, now: Moment) {
    let application = yidi::complete_filing(library, view.session.clone(), receipt, contact, now);
    match application {
        Ok(application) => {
            let (insured, category) = (receipt.notice.insured_region, application.plan.category);
            receipt.check(library, insured, category, now).expect("no filing without its notice");
        }
        Err(error) => {
            is_typed(&error);
            let said = error.text().en.into_owned();
            assert!(contact.id_number.len() < 8 || !said.contains(&contact.id_number), "{said}");
        }
    }
}

fn gates(data: &[u8]) {
    let document: Value = serde_json::from_slice(data).unwrap_or_default();
    let Some(mut gate) = read(Gate::from_json(&part(&document, "gate"))) else { return };
    for told in document["events"].as_array().into_iter().flatten() {
        let Some(event) = NoticeEvent::ALL.iter().copied().find(|event| Some(event.as_str()) == told[0].as_str()) else { continue };
        let before = gate.clone();
        gate = yidi::notice_event(gate, event, moment(&told[1]));
        assert_eq!(Gate::from_json(&json!(gate).to_string()).expect("our own gate"), gate);
        if before.receipt.is_some() {
            assert_eq!(before, gate, "what is agreed to stays");
        } else if gate.receipt.is_some() {
            let was_read = gate.visible_millis >= u32::from(gate.minimum_seconds) * 1000;
            assert!(event == NoticeEvent::Agreed && before.ticked && was_read, "{before:?}");
        }
        assert!(gate.visible_millis - before.visible_millis <= 2000, "no event counts for more than two seconds");
    }
    let (region, category) = (document["insuredRegion"].as_str().and_then(|region| region.parse().ok()), &document["category"]);
    let category = FilingCategory::ALL.iter().copied().find(|known| Some(known.as_str()) == category.as_str());
    if let (Some(receipt), Some(region), Some(category), Some(now)) = (gate.receipt, region, category, moment(&document["now"])) {
        LIBRARY.with(|library| read(receipt.check(library, region, category, now)));
    }
}

fn outboxes(data: &[u8]) {
    let document: Value = serde_json::from_slice(data).unwrap_or_default();
    let Some(mut outbox) = read(Outbox::from_json(&part(&document, "outbox"))) else { return };
    let (mut now, step) =
        (document["now"].as_f64().unwrap_or_default() as i64, document["step"].as_f64().unwrap_or_default() as i64);
    for event in document["events"].as_array().into_iter().flatten() {
        let Some(event) = read(OutboxEvent::from_json(&event.to_string())) else { continue };
        let Some(at) = Moment::from_millis(now) else { return };
        let before = outbox.clone();
        if let Some(stepped) = answered(|| yidi::outbox_step(before.clone(), &event, at)) {
            outbox = stepped.outbox;
            assert!(outbox.revision >= before.revision);
            assert_eq!(Outbox::from_json(&json!(outbox).to_string()).expect("our own outbox"), outbox);
        }
        now = now.saturating_add(step);
    }
}

/// Only for messages: what `data` looks like to a person.
pub fn shown(data: &[u8]) -> String {
    str::from_utf8(data).map_or_else(|_| format!("{data:?}"), str::to_owned)
}

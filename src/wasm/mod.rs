//! The binding: the only place that knows JavaScript. It converts and delegates.
//!
//! Every function takes and gives plain values. A refusal is thrown as an `Error` with `code`, `path`, `given`, `allowed`,
//! `text` and `reason`; the package's own JavaScript makes a `YidiError` of it.

mod answer;
#[cfg(feature = "bench")]
pub mod bench;
mod read;

use std::cell::RefCell;

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::{
    Admdvs, Directory, Error, FilingCategory, Gate, Library, Moment, NoticeEvent, Outbox, OutboxEvent,
    decode::{self, Decode, Faults, Lent, Value, decodes},
    encode::Encode,
    settlement,
};

thread_local! {
    /// The packs of this instance; a host that drops the instance adds its own packs again.
    static LIBRARY: RefCell<Library> = RefCell::new(Library::shipped());
    /// The facilities that the host added; likewise.
    static DIRECTORY: RefCell<Directory> = RefCell::new(Directory::default());
}

/// What the person pays for one visit: `EstimateInput` in, `Estimate` out.
///
/// # Errors
///
/// As [`crate::estimate()`].
#[wasm_bindgen]
pub fn estimate(input: JsValue) -> Result<JsValue, JsValue> {
    answer(|| {
        let input = given(&input)?;
        LIBRARY.with_borrow(|library| crate::estimate(library, &input))
    })
}

/// The least and the most the person pays: `EstimateInput` in, `EstimateRange` out.
///
/// # Errors
///
/// As [`crate::estimate_range`].
#[wasm_bindgen(js_name = estimateRange)]
pub fn estimate_range(input: JsValue) -> Result<JsValue, JsValue> {
    answer(|| {
        let input = given(&input)?;
        LIBRARY.with_borrow(|library| crate::estimate_range(library, &input))
    })
}

/// What many visits cost: `EstimateInput[]` in, `EstimateOutcome[]` out, each an estimate or a refusal.
///
/// # Errors
///
/// Only where the list itself cannot be read.
#[wasm_bindgen(js_name = estimateMany)]
pub fn estimate_many(inputs: JsValue) -> Result<JsValue, JsValue> {
    answer(|| {
        let inputs: Vec<Value> = argument(&inputs, "inputs")?;
        let answers = LIBRARY.with_borrow(|library| {
            let estimate =
                |input| crate::EstimateOutcome::from(decode::decode(input).and_then(|input| crate::estimate(library, &input)));
            inputs.iter().map(estimate).collect::<Vec<_>>()
        });
        Ok(answers)
    })
}

/// The same bill under every way to file it: `EstimateInput` and `CompareOptions` in, `FilingComparison` out.
///
/// # Errors
///
/// As [`crate::compare_filings`].
#[wasm_bindgen(js_name = compareFilings)]
pub fn compare_filings(input: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    answer(|| {
        let input = given(&input)?;
        let options: Option<crate::CompareOptions> = argument(&options, "options")?;
        LIBRARY.with_borrow(|library| crate::compare_filings(library, &input, options.unwrap_or_default()))
    })
}

/// The same visit on two days: `EstimateInput` in, `DateComparison` out.
///
/// # Errors
///
/// As [`crate::compare_dates`].
#[wasm_bindgen(js_name = compareDates)]
pub fn compare_dates(input: JsValue, before: JsValue, after: JsValue) -> Result<JsValue, JsValue> {
    answer(|| {
        let input = given(&input)?;
        let (before, after) = (argument(&before, "before")?, argument(&after, "after")?);
        LIBRARY.with_borrow(|library| crate::compare_dates(library, &input, before, after))
    })
}

/// What the person pays as the bill grows: `EstimateInput` in, `CostCurve` out.
///
/// # Errors
///
/// As [`crate::cost_curve`].
#[wasm_bindgen(js_name = costCurve)]
pub fn cost_curve(input: JsValue, up_to: JsValue) -> Result<JsValue, JsValue> {
    answer(|| {
        let input = given(&input)?;
        let up_to = argument(&up_to, "upTo")?;
        LIBRARY.with_borrow(|library| crate::cost_curve(library, &input, up_to))
    })
}

/// A real slip beside the estimate: `EstimateInput` and `Slip` in, `Reconciliation` out.
///
/// # Errors
///
/// As [`crate::reconcile`].
#[wasm_bindgen]
pub fn reconcile(input: JsValue, slip: JsValue) -> Result<JsValue, JsValue> {
    answer(|| {
        let input = given(&input)?;
        let slip = argument(&slip, "slip")?;
        LIBRARY.with_borrow(|library| crate::reconcile(library, &input, &slip))
    })
}

/// A bill, split item by item: `Bill` in, `BillSplit` out.
///
/// # Errors
///
/// As [`crate::split_bill`].
#[wasm_bindgen(js_name = splitBill)]
pub fn split_bill(bill: JsValue) -> Result<JsValue, JsValue> {
    answer(|| crate::split_bill(&given(&bill)?))
}

/// The regions that have a pack: `RegionSummary[]`.
///
/// # Errors
///
/// As [`Library::regions`].
#[wasm_bindgen]
pub fn regions() -> Result<JsValue, JsValue> {
    answer(|| LIBRARY.with_borrow(Library::regions))
}

/// Every rule that is known of a region on a day: `RegionDescription`.
///
/// # Errors
///
/// As [`Library::describe`].
#[wasm_bindgen(js_name = describeRegion)]
pub fn describe_region(admdvs: JsValue, date: JsValue) -> Result<JsValue, JsValue> {
    answer(|| {
        let (admdvs, date) = (argument(&admdvs, "admdvs")?, argument(&date, "date")?);
        LIBRARY.with_borrow(|library| library.describe(admdvs, date))
    })
}

/// The provinces a treatment region may be in: `Province[]`.
///
/// # Errors
///
/// None of its own.
#[wasm_bindgen]
pub fn provinces() -> Result<JsValue, JsValue> {
    answer(|| Ok(crate::provinces().collect::<Vec<_>>()))
}

/// Adds a `PolicyPack` to this instance, or replaces the one of its region, and answers its `RegionSummary`.
///
/// # Errors
///
/// As [`Library::add_json`].
#[wasm_bindgen(js_name = addPack)]
pub fn add_pack(pack: JsValue) -> Result<JsValue, JsValue> {
    answer(|| {
        let pack = read::read(&pack)?;
        LIBRARY.with_borrow_mut(|library| library.add(pack))
    })
}

/// What is wrong with a pack, and what looks wrong: `Fault[]`. With `today`, also whether its review date has passed.
///
/// # Errors
///
/// Only of `today`.
#[wasm_bindgen(js_name = lintPack)]
pub fn lint_pack(pack: JsValue, today: JsValue) -> Result<JsValue, JsValue> {
    answer(|| {
        let today = argument(&today, "today")?;
        LIBRARY.with_borrow(|library| Ok(library.lint_read(read::read(&pack), today)))
    })
}

/// Adds facilities from one text, CSV or JSON, and answers an `ImportReport`.
///
/// # Errors
///
/// As [`Directory::add_text`]. A text that is too long is refused before it is copied.
#[wasm_bindgen(js_name = addFacilities)]
pub fn add_facilities(text: JsValue) -> Result<JsValue, JsValue> {
    answer(|| {
        if let Some(text) = text.dyn_ref::<js_sys::JsString>() {
            settlement::check_length(text.length() as usize)?;
        }
        let text: String = given(&text)?;
        DIRECTORY.with_borrow_mut(|directory| directory.add_text(&text))
    })
}

/// The facilities that answer a `FacilityQuery`: `FacilityResults`.
///
/// # Errors
///
/// As [`Directory::search`].
#[wasm_bindgen(js_name = searchFacilities)]
pub fn search_facilities(query: JsValue) -> Result<JsValue, JsValue> {
    answer(|| {
        let query = given(&query)?;
        DIRECTORY.with_borrow(|directory| directory.search(&query))
    })
}

/// Forgets every facility.
#[wasm_bindgen(js_name = clearFacilities)]
pub fn clear_facilities() {
    DIRECTORY.set(Directory::default());
}

/// Whether a visit can be settled directly: `SettlementQuestion` in, `DirectSettlement` out.
///
/// # Errors
///
/// As [`crate::check_direct_settlement`].
#[wasm_bindgen(js_name = checkDirectSettlement)]
pub fn check_direct_settlement(question: JsValue) -> Result<JsValue, JsValue> {
    answer(|| {
        let question = given(&question)?;
        LIBRARY
            .with_borrow(|library| DIRECTORY.with_borrow(|directory| crate::check_direct_settlement(library, directory, &question)))
    })
}

/// What to do where a bill was not settled directly: `FailedSettlement` in, `SettlementFallback` out.
///
/// # Errors
///
/// As [`crate::settlement_fallback`].
#[wasm_bindgen(js_name = settlementFallback)]
pub fn settlement_fallback(situation: JsValue) -> Result<JsValue, JsValue> {
    answer(|| {
        let situation = given(&situation)?;
        LIBRARY.with_borrow(|library| crate::settlement_fallback(library, &situation))
    })
}

/// The deadlines and expiries of someone's filings and claims: `RemindersQuestion` in, `Reminders` out.
///
/// # Errors
///
/// As [`crate::reminders`].
#[wasm_bindgen]
pub fn reminders(question: JsValue) -> Result<JsValue, JsValue> {
    answer(|| {
        let question = given(&question)?;
        LIBRARY.with_borrow(|library| crate::reminders(library, &question))
    })
}

/// Opens the notice of an insured region for a kind of filing: `{insuredRegion, category, now}` in, `OpenedNotice` out.
///
/// # Errors
///
/// As [`crate::open_notice`].
#[wasm_bindgen(js_name = openNotice)]
pub fn open_notice(asked: JsValue) -> Result<JsValue, JsValue> {
    struct Asked {
        insured_region: Admdvs,
        category: FilingCategory,
        now: Moment,
    }
    decodes! { struct Asked { insured_region, category, now } }
    answer(|| {
        let Asked { insured_region, category, now } = given(&asked)?;
        LIBRARY.with_borrow(|library| crate::open_notice(library, insured_region, category, now))
    })
}

/// The gate after an event: `{gate, event, now}` in, a `Gate` out. A time that is no moment counts as none.
///
/// # Errors
///
/// Those of reading what is given.
#[wasm_bindgen(js_name = noticeEvent)]
pub fn notice_event(told: JsValue) -> Result<JsValue, JsValue> {
    struct Told {
        gate: Gate,
        event: NoticeEvent,
        now: Clock,
    }
    decodes! { struct Told { gate, event, now } }
    answer(|| {
        let Told { gate, event, now: Clock(now) } = given(&told)?;
        Ok(crate::notice_event(gate, event, now))
    })
}

/// What a host's clock shows: a moment, or a number that is none.
struct Clock(Option<Moment>);

impl Decode for Clock {
    fn read(value: &Lent<'_>, faults: &mut Faults) -> Self {
        match value {
            Lent::Number(_) => Self(decode::decode(value).ok()),
            _ => Self(Some(Moment::read(value, faults))),
        }
    }
}

/// The outbox after an event: `{outbox, event, now}` in, `OutboxStep` out. Without an outbox, an empty one.
///
/// # Errors
///
/// As [`crate::outbox_step`].
#[wasm_bindgen(js_name = outboxStep)]
pub fn outbox_step(told: JsValue) -> Result<JsValue, JsValue> {
    struct Told {
        outbox: Outbox,
        event: OutboxEvent,
        now: Moment,
    }
    decodes! { struct Told { outbox = Outbox::empty(), event, now } }
    answer(|| {
        let Told { outbox, event, now } = given(&told)?;
        crate::outbox_step(outbox, &event, now)
    })
}

/// Begins the filing wizard: `FilingStart` in, `FilingView` out.
///
/// # Errors
///
/// Those of reading the argument.
#[wasm_bindgen(js_name = startFiling)]
pub fn start_filing(start: JsValue) -> Result<JsValue, JsValue> {
    answer(|| {
        let crate::FilingStart { today } = given(&start)?;
        LIBRARY.with_borrow(|library| Ok(crate::start_filing(library, today)))
    })
}

/// Answers a question of the wizard: a `FilingSession`, a `Question` and an `Answer` in, `FilingView` out.
///
/// # Errors
///
/// As [`crate::answer_filing`].
#[wasm_bindgen(js_name = answerFiling)]
pub fn answer_filing(session: JsValue, question: JsValue, value: JsValue) -> Result<JsValue, JsValue> {
    answer(|| {
        let (session, question) = (argument(&session, "session")?, argument(&question, "question")?);
        let value = argument(&value, "value")?;
        LIBRARY.with_borrow(|library| crate::answer_filing(library, session, question, value))
    })
}

/// The wizard as a session has it: `FilingSession` in, `FilingView` out.
///
/// # Errors
///
/// Those of reading the argument.
#[wasm_bindgen(js_name = reviewFiling)]
pub fn review_filing(session: JsValue) -> Result<JsValue, JsValue> {
    answer(|| {
        let session = argument(&session, "session")?;
        LIBRARY.with_borrow(|library| Ok(crate::review_filing(library, session)))
    })
}

/// Takes a saved session up again: anything, and a day, in, `ResumedFiling` out.
///
/// # Errors
///
/// As [`crate::resume_filing`].
#[wasm_bindgen(js_name = resumeFiling)]
pub fn resume_filing(saved: JsValue, today: JsValue) -> Result<JsValue, JsValue> {
    answer(|| {
        let today = argument(&today, "today")?;
        LIBRARY.with_borrow(|library| crate::filing::resume(library, &read::read(&saved)?, today))
    })
}

/// Judges a contact: `FilingSession`, `FilingContact` and the host's time in, nothing out.
///
/// # Errors
///
/// As [`crate::check_contact`].
#[wasm_bindgen(js_name = checkContact)]
pub fn check_contact(session: JsValue, contact: JsValue, now: JsValue) -> Result<JsValue, JsValue> {
    answer(|| {
        let (session, contact) = (argument(&session, "session")?, argument(&contact, "contact")?);
        let now = argument(&now, "now")?;
        LIBRARY.with_borrow(|library| crate::check_contact(library, session, &contact, now)).map(|()| Value::Null)
    })
}

/// Completes a filing: `FilingSession`, `Receipt`, `FilingContact` and the host's time in, `Application` out.
///
/// # Errors
///
/// As [`crate::complete_filing`].
#[wasm_bindgen(js_name = completeFiling)]
pub fn complete_filing(session: JsValue, receipt: JsValue, contact: JsValue, now: JsValue) -> Result<JsValue, JsValue> {
    answer(|| {
        let (session, receipt) = (argument(&session, "session")?, argument(&receipt, "receipt")?);
        let (contact, now) = (argument(&contact, "contact")?, argument(&now, "now")?);
        LIBRARY.with_borrow(|library| crate::complete_filing(library, session, &receipt, &contact, now))
    })
}

/// Which filing covers a visit: `FilingQuestion` in, `FilingStatus` out.
///
/// # Errors
///
/// As [`crate::filing_status`].
#[wasm_bindgen(js_name = filingStatus)]
pub fn filing_status(question: JsValue) -> Result<JsValue, JsValue> {
    answer(|| {
        let question = given(&question)?;
        LIBRARY.with_borrow(|library| crate::filing_status(library, &question))
    })
}

/// The version of the package.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// An argument, by its name.
fn argument<T: Decode>(value: &JsValue, name: &str) -> Result<T, Error> {
    given(value).map_err(|error| error.at(name))
}

/// What was given, where that needs no name.
fn given<T: Decode>(value: &JsValue) -> Result<T, Error> {
    read::read(value)
}

fn answer<T: Encode + 'static>(work: impl FnOnce() -> Result<T, Error>) -> Result<JsValue, JsValue> {
    told(work().map(|value| Box::new(value) as Box<dyn Encode>))
}

/// Once for all functions, whatever they answer.
#[inline(never)]
fn told(answer: Result<Box<dyn Encode>, Error>) -> Result<JsValue, JsValue> {
    match answer {
        Ok(value) if value.is_absent() => Ok(JsValue::UNDEFINED),
        Ok(value) => answer::plain(&*value),
        Err(error) => Err(thrown(&error)),
    }
}

fn thrown(error: &Error) -> JsValue {
    let refusal = crate::Refusal::from(error);
    let thrown = js_sys::Error::new(&refusal.text.zh);
    thrown.set_name("YidiError");
    // Plain fields onto a fresh Error: neither can fail. A refusal is small, and must get across whatever an answer's way is.
    let fields = refusal.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).unwrap_or_default();
    js_sys::Object::assign(&thrown, fields.unchecked_ref());
    thrown.into()
}

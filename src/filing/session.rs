//! The wizard: its state is a plain value, and everything else is derived by replaying the answers against the rules.
//!
//! Going back and changing an answer can so leave nothing stale: an answer that is no longer on the path is kept, in case the person
//! comes back to it, and counts for nothing.

use std::borrow::Cow;

use serde::{Serialize, Serializer, ser::SerializeMap};

use crate::{
    calendar::Date,
    decode::{self, Decode, Faults, Lent, Value, decode, decodes},
    encode::{Encode, Kind, Sink, encodes},
    error::{Error, ErrorCode},
    filing::{
        outcome::{Cited, FilingOutcome, decided, outcome, warnings},
        path::{Answer, Ending, Path},
        questions::{Question, ROWS, Row, Takes},
        wording::say,
    },
    policy::Library,
    region::Admdvs,
    text::{Text, words},
};

/// The version of the saved form.
const VERSION: u16 = 1;

/// The wizard's state, to be kept as it is and given back with the next call. It holds no name, number or address of a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FilingSession {
    /// The version of this form.
    pub version: u16,
    /// The day for which the answers were last looked through.
    pub today: Date,
    /// The packs that answered then.
    pub packs: Vec<PackDigest>,
    /// Everything that was answered, whether it counts or not.
    #[cfg_attr(feature = "schema", schemars(with = "std::collections::BTreeMap<String, Answer>"))]
    pub answers: Answers,
}
decodes! { struct FilingSession { version, today, packs, answers } }

/// What the wizard begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FilingStart {
    /// The day it is, in China.
    pub today: Date,
}
decodes! { struct FilingStart { today } }

/// Answers by question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(Vec<(Question, Answer)>);

/// A pack, as a session remembers it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PackDigest {
    /// Its region.
    pub admdvs: Admdvs,
    /// Its version.
    pub version: Cow<'static, str>,
    /// The SHA-256 of its content.
    pub digest: String,
}
decodes! { struct PackDigest { admdvs, version, digest } }

/// The wizard as it stands: what is asked next, or what came of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FilingView {
    /// The state, to be given back with the next call.
    pub session: FilingSession,
    /// What is asked next; absent where nothing is left to ask.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub question: Option<AskedQuestion>,
    /// What has been answered, in order. Each can be answered anew.
    pub steps: Vec<AnsweredQuestion>,
    /// Answers that are kept and count for nothing as things stand.
    pub unused: Vec<Question>,
    /// How far it is.
    pub progress: Progress,
    /// What is settled already.
    pub decided: Vec<Cited>,
    /// What to look out for.
    pub warnings: Vec<Text>,
    /// What came of it; absent while a question is left.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<FilingOutcome>,
}

/// A question to a person.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct AskedQuestion {
    /// Which.
    pub id: Question,
    /// The question.
    pub text: Text,
    /// How to answer it.
    pub help: Text,
    /// Why it is asked.
    pub why: Text,
    /// What an answer is.
    pub kind: AnswerKind,
    /// What may be chosen; of a day, the word that may stand in for it.
    pub options: Vec<AnswerOption>,
    /// The first day that may be given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The last day that may be given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// What was answered before, where that no longer fits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub earlier: Option<Answer>,
}

words! {
    /// What an answer is.
    AnswerKind {
        /// A region's code.
        Region = "region", "地区", "region";
        /// One of the options.
        Choice = "choice", "单选", "one of these";
        /// Some of the options.
        Several = "several", "多选", "some of these";
        /// A day, or the one option there may be.
        Day = "day", "日期", "day";
    }
}

/// Something to choose.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AnswerOption {
    /// The answer.
    pub value: String,
    /// What a person reads.
    pub label: Text,
    /// What it means.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<Text>,
}

/// A question that was answered.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AnsweredQuestion {
    /// Which: to change it, answer it again.
    pub question: Question,
    /// What it is about.
    pub label: Text,
    /// The answer.
    pub value: Answer,
    /// The answer as a person reads it.
    pub shown: Text,
}

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Progress {
    /// How many questions are answered.
    pub done: u32,
    /// How many are left at most.
    pub at_most_left: u32,
}

/// A saved session, taken up again.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ResumedFiling {
    /// The wizard as it now stands.
    pub view: FilingView,
    /// What became of each saved answer.
    pub answers: Vec<ResumedAnswer>,
    /// Whether the rules have changed since it was saved.
    pub rules_changed: bool,
}

/// What became of a saved answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ResumedAnswer {
    /// The question, as it was saved.
    pub question: String,
    /// Whether it is still there.
    pub kept: bool,
    /// Why not, or that it counts for nothing as things stand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<Text>,
}

encodes! {
    FilingSession { version, today, packs, answers }
    PackDigest { admdvs, version, digest }
    FilingView { session, question, steps, unused, progress, decided, warnings, outcome }
    AskedQuestion { id, text, help, why, kind, options, from, to, earlier }
    AnswerOption { value, label, help }
    AnsweredQuestion { question, label, value, shown }
    Progress { done, at_most_left }
    ResumedFiling { view, answers, rules_changed }
    ResumedAnswer { question, kept, why }
}

impl Encode for Answers {
    fn write(&self, to: &mut dyn Sink) {
        to.open(Kind::Object);
        for (question, answer) in &self.0 {
            to.key(question.as_str());
            answer.write(to);
        }
        to.close(Kind::Object);
    }
}

impl Answers {
    fn get(&self, question: Question) -> Option<&Answer> {
        self.0.iter().find(|(known, _)| *known == question).map(|(_, answer)| answer)
    }

    fn set(&mut self, question: Question, answer: Answer) {
        self.remove(question);
        self.0.push((question, answer));
    }

    fn remove(&mut self, question: Question) {
        self.0.retain(|(known, _)| *known != question);
    }
}

impl Serialize for Answers {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (question, answer) in &self.0 {
            map.serialize_entry(question.as_str(), answer)?;
        }
        map.end()
    }
}

impl Decode for Answers {
    fn read(value: &Lent<'_>, faults: &mut Faults) -> Self {
        let entries: Vec<(Cow<'static, str>, Answer)> = Vec::read(value, faults);
        let mut answers = Self::default();
        for (name, answer) in entries {
            match question_named(&name) {
                Ok(question) => answers.set(question, answer),
                Err(error) => faults.note(error.at(name)),
            }
        }
        answers
    }
}

fn question_named(name: &str) -> Result<Question, Error> {
    let question = Question::ALL.iter().copied().find(|question| question.as_str() == name);
    question.ok_or_else(|| Error::new(ErrorCode::UnknownField).giving(name).allowing(Question::NAMES.join(" | ")))
}

impl FilingSession {
    /// Reads a session from its JSON form, as it was given out. To take up one that was saved some time ago, see [`resume_filing`].
    ///
    /// # Errors
    ///
    /// `unreadableInput` where it is no JSON, else the code and path of the field at fault.
    pub fn from_json(json: &str) -> Result<Self, Error> {
        decode::decode_json(json)
    }
}

/// So many answers are tried to tell how many questions are left.
const TRIES: u8 = 40;

/// How a replay ended.
pub(super) struct Replay<'a> {
    pub(super) path: Path<'a>,
    /// The row that is asked next.
    next: Option<usize>,
    pub(super) ending: Option<Ending>,
    steps: Vec<&'static Row>,
}

impl<'a> Replay<'a> {
    /// Replays the answers up to the first question that has none, or none that fits, or up to `until`.
    fn of(library: &'a Library, session: &FilingSession, until: Option<Question>) -> Self {
        let mut replay = Self { path: Path::new(library, session.today), next: None, ending: None, steps: Vec::new() };
        for (at, row) in ROWS.iter().enumerate() {
            if (row.asked)(&replay.path) != Some(true) {
                if replay.path.answer(row.id).is_none() {
                    replay.path.pass(row.id, None);
                }
                continue;
            }
            let answer = session.answers.get(row.id).filter(|answer| replay.path.check(row, answer).is_ok());
            let Some(answer) = answer.filter(|_| until != Some(row.id)) else {
                replay.next = Some(at);
                return replay;
            };
            replay.path.pass(row.id, Some(answer.clone()));
            replay.steps.push(row);
            replay.ending = replay.path.ending(row.id);
            if replay.ending.is_some() {
                return replay;
            }
        }
        replay
    }

    fn row(&self) -> Option<&'static Row> {
        ROWS.get(self.next?)
    }

    /// How many questions are left at most. Where some of them were answered before, the answers to the next one are tried, as long as
    /// there are `tries`: what still fits is not asked again.
    fn left(&self, session: &FilingSession, tries: &mut u8) -> u32 {
        let Some(next) = self.next else { return 0 };
        let open = self.left_unanswered(next);
        let answered_before = ROWS.iter().skip(next).any(|row| session.answers.get(row.id).is_some());
        let Some(row) = ROWS.get(next).filter(|_| answered_before) else { return open };
        let answers = self.path.extremes(row);
        let mut most = if answers.is_empty() { open } else { 1 };
        for answer in answers {
            let Some(fewer) = tries.checked_sub(1) else { return open };
            *tries = fewer;
            let mut tried = session.clone();
            tried.answers.set(row.id, answer);
            most = most.max(1 + Self::of(self.path.library, &tried, None).left(&tried, tries));
        }
        most
    }

    /// Those that may still be asked, and of those of which only one can be, one.
    fn left_unanswered(&self, next: usize) -> u32 {
        let mut left = 1;
        let mut counted = vec![ROWS.get(next).map_or(0, |row| row.either)];
        for row in ROWS.iter().skip(next + 1) {
            if (row.asked)(&self.path) == Some(false) || (row.either > 0 && counted.contains(&row.either)) {
                continue;
            }
            counted.push(row.either);
            left += 1;
        }
        left
    }

    fn view(self, mut session: FilingSession) -> FilingView {
        let path = &self.path;
        let refs = path.rules().map(super::rulebook::Rulebook::pack_refs).unwrap_or_default();
        session.packs =
            refs.into_iter().map(|pack| PackDigest { admdvs: pack.admdvs, version: pack.version, digest: pack.digest }).collect();
        let steps = self.steps.iter().filter_map(|row| {
            let value = path.answer(row.id)?.clone();
            Some(AnsweredQuestion { question: row.id, label: row.id.label(), shown: path.shown(row, &value), value })
        });
        let steps: Vec<_> = steps.collect();
        let answered = |question| steps.iter().any(|step| step.question == question);
        let unused = session.answers.0.iter().map(|(question, _)| *question).filter(|question| !answered(*question)).collect();
        FilingView {
            question: self.row().map(|row| asked(row, path, &session)),
            unused,
            progress: Progress { done: steps.len() as u32, at_most_left: self.left(&session, &mut { TRIES }) },
            decided: decided(path),
            warnings: warnings(path),
            outcome: self.next.is_none().then(|| outcome(path, self.ending)),
            steps,
            session,
        }
    }
}

/// The current question as a person is asked it.
fn asked(row: &Row, path: &Path<'_>, session: &FilingSession) -> AskedQuestion {
    let text = |part: &str| say(&[row.id.as_str(), part].concat());
    let (kind, [from, to]) = match row.takes {
        Takes::Region => (AnswerKind::Region, [None, None]),
        Takes::Day(bounds, _) => (AnswerKind::Day, bounds(path)),
        Takes::Several(_) => (AnswerKind::Several, [None, None]),
        Takes::OneOf(_) | Takes::Offered(_) => (AnswerKind::Choice, [None, None]),
    };
    let option = |offer: super::questions::Offer| AnswerOption { value: offer.value, label: offer.label, help: offer.help };
    AskedQuestion {
        id: row.id,
        text: text(".text"),
        help: text(".help"),
        why: text(".why"),
        kind,
        options: row.options(path).into_iter().map(option).collect(),
        from,
        to,
        earlier: session.answers.get(row.id).cloned(),
    }
}

/// Begins the wizard on a day.
///
/// # Law
///
/// The categories and their papers, 经办规程 第七条 and 第八条 (annex of 医保发〔2022〕22号); the insured region's own rules come first.
///
/// # Example
///
/// ```
/// use yidi::{Library, Question, start_filing};
///
/// let view = start_filing(&Library::shipped(), "2026-11-22".parse()?);
/// assert_eq!(view.question.unwrap().id, Question::InsuredRegion);
/// # Ok::<(), yidi::Error>(())
/// ```
#[must_use]
pub fn start_filing(library: &Library, today: Date) -> FilingView {
    review_filing(library, FilingSession { version: VERSION, today, packs: Vec::new(), answers: Answers::default() })
}

/// The wizard as a session has it.
///
/// # Example
///
/// ```
/// use yidi::{FilingSession, Library, Question, review_filing};
///
/// let session = FilingSession::from_json(r#"{"version": 1, "today": "2026-11-22", "packs": [], "answers": {"insuredRegion": "411100"}}"#)?;
/// assert_eq!(review_filing(&Library::shipped(), session).question.unwrap().id, Question::Destination);
/// # Ok::<(), yidi::Error>(())
/// ```
#[must_use]
pub fn review_filing(library: &Library, session: FilingSession) -> FilingView {
    Replay::of(library, &session, None).view(session)
}

pub(super) fn replayed<'a>(library: &'a Library, session: &FilingSession) -> Result<Replay<'a>, Error> {
    let replay = Replay::of(library, session, None);
    match replay.row() {
        Some(row) => Err(Error::new(ErrorCode::InputNeeded).at(row.id.as_str()).at("answers").at("session")),
        None => Ok(replay),
    }
}

/// Answers the current question, or an earlier one anew.
///
/// # Errors
///
/// `unknownValue` at `question` where it is neither the current question nor answered on the way to it. At `value`: the code of what is
/// wrong with the answer.
///
/// # Example
///
/// ```
/// use yidi::{Answer, Library, Question, answer_filing, start_filing};
///
/// let library = Library::shipped();
/// let begun = start_filing(&library, "2026-11-22".parse()?);
/// let view = answer_filing(&library, begun.session, Question::InsuredRegion, Answer::One("411100".into()))?;
/// assert_eq!(view.question.unwrap().id, Question::Destination);
/// # Ok::<(), yidi::Error>(())
/// ```
pub fn answer_filing(
    library: &Library,
    mut session: FilingSession,
    question: Question,
    answer: Answer,
) -> Result<FilingView, Error> {
    let replay = Replay::of(library, &session, Some(question));
    let row = match replay.row() {
        Some(row) if row.id == question => row,
        row => {
            let open: Vec<_> = replay.steps.iter().copied().chain(row).map(|row| row.id.as_str()).collect();
            return Err(Error::new(ErrorCode::UnknownValue).giving(question.as_str()).allowing(open.join(" | ")).at("question"));
        }
    };
    replay.path.check(row, &answer).map_err(|error| error.at("value"))?;
    session.answers.set(question, answer);
    Ok(review_filing(library, session))
}

/// Takes a saved session up again on a later day: every answer is looked through by the rules as they now are, and what no longer fits
/// is dropped and reported.
///
/// # Errors
///
/// `unreadableInput` where it is no JSON, `outOfRange` at `version` where it was saved by a later version of this package, else the code
/// and path of the field at fault: what was not given out by this package is refused.
///
/// # Example
///
/// ```
/// use yidi::{Library, resume_filing};
///
/// let saved = r#"{"version": 1, "today": "2026-11-01", "packs": [], "answers": {"insuredRegion": "411100", "certno": "…"}}"#;
/// let resumed = resume_filing(&Library::shipped(), saved, "2026-11-22".parse()?)?;
/// assert_eq!(resumed.answers.iter().map(|answer| answer.kept).collect::<Vec<_>>(), [true, false]);
/// # Ok::<(), yidi::Error>(())
/// ```
pub fn resume_filing(library: &Library, saved: &str, today: Date) -> Result<ResumedFiling, Error> {
    resume(library, &decode::read_json(saved)?, today)
}

/// A session as it may have been saved: its answers are looked at one by one.
struct Saved {
    version: u16,
    packs: Vec<PackDigest>,
    #[expect(dead_code, reason = "read so that a day that is none is refused")]
    today: Date,
    answers: Vec<(Cow<'static, str>, Value)>,
}
decodes! { struct Saved { version, today, packs, answers } }

/// More answers than this are no session of ours.
const ANSWERS_LIMIT: usize = 100;

/// Like [`resume_filing`], once it is read.
pub(crate) fn resume(library: &Library, saved: &Value, today: Date) -> Result<ResumedFiling, Error> {
    // Before all else: the fields of a later version are not known.
    if let Value::Map(fields) = saved
        && let Some((_, Value::Number(version))) = fields.iter().find(|(name, _)| name == "version")
        && *version != f64::from(VERSION)
    {
        return Err(Error::new(ErrorCode::OutOfRange).giving(*version as i64).allowing(VERSION).at("version"));
    }
    let saved: Saved = decode(saved)?;
    if saved.answers.len() > ANSWERS_LIMIT {
        return Err(Error::new(ErrorCode::OutOfRange)
            .giving(saved.answers.len())
            .allowing(format!("≤ {ANSWERS_LIMIT}"))
            .at("answers"));
    }
    let mut session = FilingSession { version: saved.version, today, packs: saved.packs, answers: Answers::default() };
    let mut reports = Vec::with_capacity(saved.answers.len());
    for (name, value) in &saved.answers {
        let read = question_named(name).and_then(|question| Ok((question, decode::<Answer>(value)?)));
        let why = read.map(|(question, answer)| session.answers.set(question, answer)).err().map(|error| error.reason());
        reports.push(ResumedAnswer { question: name.to_string(), kept: why.is_none(), why });
    }
    // An answer that does not fit where it is asked is dropped; what comes after it may then be asked, or not be.
    while let Replay { path, next: Some(at), .. } = Replay::of(library, &session, None)
        && let Some(row) = ROWS.get(at)
        && let Some(answer) = session.answers.get(row.id)
    {
        let why = path.check(row, answer).err().map(|error| error.reason());
        session.answers.remove(row.id);
        if let Some(report) = reports.iter_mut().find(|report| report.question == row.id.as_str()) {
            (report.kept, report.why) = (false, why);
        }
    }
    let packs = std::mem::take(&mut session.packs);
    let view = review_filing(library, session);
    for report in &mut reports {
        if view.unused.iter().any(|question| question.as_str() == report.question) {
            report.why = Some(say("resume.unused"));
        }
    }
    Ok(ResumedFiling { rules_changed: packs != view.session.packs, answers: reports, view })
}

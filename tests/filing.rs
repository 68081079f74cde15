//! Filing: the scenarios of `tests/filing/`, read from data.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod filing_cases;

use std::{collections::BTreeSet, io::Write as _};

use serde_json::{Value, json};
use yidi::{
    Answer, AnswerKind, Application, AskedQuestion, CoverageStatus, Date, ErrorCode, FilingCategory, FilingContact, FilingSession,
    FilingView, Library, Moment, NoticeEvent, OutcomeKind, Question, Receipt, RuleName, answer_filing, check_contact,
    complete_filing, notice_event, open_notice, resume_filing, start_filing,
};

/// To the terminal itself: what `println!` writes is kept from view while a test passes.
macro_rules! told {
    ($($what:tt)*) => { let _ = writeln!(std::io::stdout(), $($what)*); };
}

#[test]
fn every_visit_is_told_whether_a_filing_covers_it() {
    let cases = filing_cases::statuses();
    assert!(cases.len() >= 60, "only {} were read", cases.len());
    let library = Library::shipped();
    for case in cases {
        case.check(filing_cases::status(&library, &case.asked));
    }
}

#[test]
fn every_way_through_the_wizard_comes_to_what_the_policy_says() {
    let cases = filing_cases::wizard();
    assert!(cases.len() >= 135, "only {} were read", cases.len());
    let library = Library::shipped();
    for case in cases {
        case.check(case.native(&library));
    }
}

/// Every state of the wizard that can be reached from an insured region, with days and regions abstracted to one of each kind.
struct Walk<'a> {
    library: &'a Library,
    today: Date,
    states: usize,
    longest: u32,
    asked: BTreeSet<Question>,
    outcomes: BTreeSet<OutcomeKind>,
    seen: BTreeSet<String>,
}

/// Answers on which nothing turns but the question right after them.
const LEAVES_NOTHING: [Question; 14] = [
    Question::AdmittedOn,
    Question::SettledOn,
    Question::Paper,
    Question::PaperUntil,
    Question::PapersBy,
    Question::StartDate,
    Question::Doctor,
    Question::Outpatient,
    Question::Filer,
    Question::Relation,
    Question::Chronic,
    Question::Diseases,
    Question::Drug,
    Question::Insurance,
];

impl Walk<'_> {
    /// One answer of each kind: every word, and of days and regions those that the rules tell apart.
    fn answers(&self, asked: &AskedQuestion, insured: &str) -> Vec<Answer> {
        let one = |word: &str| Answer::One(word.to_owned().into());
        let words = asked.options.iter().map(|option| option.value.clone());
        match asked.kind {
            AnswerKind::Region if asked.id == Question::InsuredRegion => vec![one(insured)],
            // Home, another city of the province, one for which some need not file, another province, one filed for as a whole.
            AnswerKind::Region => {
                let within =
                    ["0100", "0200"].map(|city| format!("{}{city}", &insured[..2])).into_iter().find(|city| city != insured);
                let elsewhere = ["120000", "310000", "460000"].map(str::to_owned);
                let all: Vec<_> = [insured.to_owned()].into_iter().chain(within).chain(elsewhere).collect();
                all.iter().filter(|code| self.is_destination(insured, code)).map(|code| one(code)).collect()
            }
            AnswerKind::Day => {
                let day = asked.from.unwrap_or(self.today).max(asked.to.unwrap_or(asked.from.unwrap_or(self.today)));
                words.map(|word| one(&word)).chain([one(&day.to_string())]).collect()
            }
            // Nothing later turns on which: the first and the last stand for all.
            AnswerKind::Choice if matches!(asked.id, Question::Relation | Question::Insurance) => {
                let words: Vec<_> = words.collect();
                [words.first(), words.last()].into_iter().flatten().map(|word| one(word)).collect()
            }
            AnswerKind::Choice => words.map(|word| one(&word)).collect(),
            AnswerKind::Several => vec![Answer::Several(words.map(Into::into).collect())],
        }
    }

    fn is_destination(&self, insured: &str, code: &str) -> bool {
        let begun = start_filing(self.library, self.today);
        let mut at =
            answer_filing(self.library, begun.session, Question::InsuredRegion, Answer::One(insured.to_owned().into())).unwrap();
        if at.question.as_ref().is_some_and(|asked| asked.id == Question::Insurance) {
            at = answer_filing(self.library, at.session, Question::Insurance, Answer::One("employee".into())).unwrap();
        }
        answer_filing(self.library, at.session, Question::Destination, Answer::One(code.to_owned().into())).is_ok()
    }

    /// Goes on from a state, unless one that leads to the same has been gone on from.
    fn from(&mut self, view: FilingView, insured: &str) {
        let deciding = view.steps.iter().filter(|step| !LEAVES_NOTHING.contains(&step.question));
        let state = deciding.map(|step| format!("{:?}={:?}", step.question, step.value)).collect::<Vec<_>>();
        if !self.seen.insert(format!("{state:?} {:?}", view.question.as_ref().map(|asked| asked.id))) {
            return;
        }
        self.states += 1;
        let Some(asked) = view.question else {
            let outcome = view.outcome.expect("no question and no outcome: a dead end");
            assert_eq!(view.progress.at_most_left, 0);
            self.longest = self.longest.max(view.progress.done);
            let files = matches!(outcome.kind, OutcomeKind::FileAs | OutcomeKind::FileBeforeDischarge | OutcomeKind::TooLate);
            assert_eq!(outcome.plan.is_some(), files, "{:?}", view.session);
            assert!(!outcome.reasons.is_empty());
            self.outcomes.insert(outcome.kind);
            return;
        };
        assert!(view.outcome.is_none());
        for text in [&asked.text, &asked.help, &asked.why].into_iter().chain(asked.options.iter().map(|option| &option.label)) {
            assert!(!text.zh.is_empty() && !text.en.is_empty(), "{:?} is not worded", asked.id);
        }
        self.asked.insert(asked.id);
        let answers = self.answers(&asked, insured);
        assert!(!answers.is_empty(), "{:?} cannot be answered after {:?}", asked.id, view.session);
        for answer in answers {
            let next = answer_filing(self.library, view.session.clone(), asked.id, answer.clone())
                .unwrap_or_else(|error| panic!("{:?} = {answer:?}: {error}", asked.id));
            // A question is not hidden by its own answer, and what was answered stays answered.
            assert_eq!(next.steps.len(), view.steps.len() + 1, "{:?} = {answer:?}", asked.id);
            assert!(next.steps.iter().take(view.steps.len()).eq(&view.steps));
            assert!(next.progress.at_most_left < view.progress.at_most_left, "{:?} = {answer:?}", asked.id);
            self.from(next, insured);
        }
    }
}

/// No dead end, no question that is never asked, no question hidden by its own answer, and every outcome reached, for every shipped
/// pack and a city without one. Mutants are tried on the first few alone (`YIDI_REGIONS_WALKED`).
#[test]
fn every_state_of_the_wizard_leads_to_an_outcome() {
    let library = Library::shipped();
    let today = "2026-11-22".parse().unwrap();
    let (mut states, mut questions, mut outcomes) = (0, BTreeSet::new(), BTreeSet::new());
    let packs = library.regions().unwrap();
    let most_walked = std::env::var("YIDI_REGIONS_WALKED").ok().and_then(|most| most.parse().ok());
    let mut walked: Vec<(BTreeSet<String>, String)> = Vec::new();
    // Foshan answers from Guangdong's frame, Zhuzhou from the country's.
    for insured in
        ["430200".to_owned(), "440600".to_owned()].into_iter().chain(packs.iter().map(|region| region.admdvs.to_string()))
    {
        // Regions that have the same packs answer on filing are one.
        let described = library.describe(insured.parse().unwrap(), today).unwrap();
        let on_filing = described.rules.iter().filter(|rule| RuleName::ON_FILING.contains(&rule.law.rule));
        let answering: BTreeSet<_> = on_filing.map(|rule| rule.law.pack.to_string()).collect();
        if let Some((_, same)) = walked.iter().find(|(packs, _)| *packs == answering) {
            told!("{insured}: as {same}");
            continue;
        }
        if most_walked.is_some_and(|most: usize| walked.len() >= most) {
            return;
        }
        let mut walk = Walk {
            library: &library,
            today,
            states: 0,
            longest: 0,
            asked: BTreeSet::new(),
            outcomes: BTreeSet::new(),
            seen: BTreeSet::new(),
        };
        let begun = start_filing(&library, today);
        let most = begun.progress.at_most_left;
        walk.from(begun, &insured);
        assert!(walk.longest <= most);
        told!("{insured}: {} states, {} questions, at most {} of them on a way", walk.states, walk.asked.len(), walk.longest);
        states += walk.states;
        questions.extend(walk.asked);
        outcomes.extend(walk.outcomes);
        walked.push((answering, insured));
    }
    told!("{states} states");
    assert!(states > 5_000);
    assert_eq!(questions.into_iter().collect::<Vec<_>>(), Question::ALL);
    assert_eq!(outcomes.into_iter().collect::<Vec<_>>(), OutcomeKind::ALL);
}

fn session(view: FilingView) -> FilingSession {
    view.session
}

/// The wizard after these answers, given in the order in which they are asked.
fn answered(library: &Library, today: &str, answers: &[(&str, &str)]) -> FilingView {
    let mut view = start_filing(library, today.parse().unwrap());
    while let Some(asked) = &view.question {
        let Some((_, answer)) = answers.iter().find(|(question, _)| *question == asked.id.as_str()) else { break };
        let answer = match answer.strip_prefix('[') {
            Some(list) => Answer::Several(list.trim_end_matches(']').split(' ').map(|word| word.to_owned().into()).collect()),
            None => Answer::One((*answer).to_owned().into()),
        };
        let id = asked.id;
        view = answer_filing(library, session(view), id, answer).unwrap();
    }
    view
}

const LUOHE_TO_SHENZHEN: &[(&str, &str)] = &[
    ("insuredRegion", "411100"),
    ("destination", "440300"),
    ("emergency", "no"),
    ("care", "notYet"),
    ("reason", "living"),
    ("halfYear", "yes"),
    ("proof", "material"),
    ("paper", "居住证"),
    ("startDate", "2026-11-22"),
    ("filer", "agent"),
    ("relation", "2"),
    ("chronic", "yes"),
    ("diseases", "[hypertension]"),
    ("insurance", "resident"),
];

fn changed(
    answers: &[(&'static str, &'static str)],
    changes: &[(&'static str, &'static str)],
) -> Vec<(&'static str, &'static str)> {
    let kept = answers.iter().filter(|(question, _)| changes.iter().all(|(changed, _)| changed != question));
    kept.chain(changes).copied().collect()
}

#[test]
fn an_answer_changed_leaves_nothing_stale_and_comes_back_with_its_question() {
    let library = Library::shipped();
    let view = answered(&library, "2026-11-22", LUOHE_TO_SHENZHEN);
    assert!(view.unused.is_empty());
    // Referred instead: a letter is asked for, and what belonged to living there counts for nothing.
    let view = answer_filing(&library, session(view), Question::Reason, Answer::One("referred".into())).unwrap();
    assert_eq!(view.question.as_ref().map(|asked| asked.id), Some(Question::Letter));
    let view = answer_filing(&library, session(view), Question::Letter, Answer::One("yes".into())).unwrap();
    // All but the doctor's rank has been answered before.
    assert_eq!((view.question.as_ref().map(|asked| asked.id), view.progress.at_most_left), (Some(Question::Doctor), 1));
    let view = answer_filing(&library, session(view), Question::Doctor, Answer::One("yes".into())).unwrap();
    let outcome = view.outcome.unwrap();
    assert_eq!(outcome.plan.unwrap().category, FilingCategory::Referral);
    assert_eq!(view.unused, [Question::HalfYear, Question::Proof, Question::Paper]);
    // And back again: nothing has to be answered twice.
    let view = answer_filing(&library, view.session, Question::Reason, Answer::One("living".into())).unwrap();
    let plan = view.outcome.unwrap().plan.unwrap();
    assert_eq!((plan.category, view.unused), (FilingCategory::LongTermResident, vec![Question::Letter, Question::Doctor]));
    assert!(plan.materials.iter().any(|need| need.chosen.as_ref().is_some_and(|paper| paper.zh == "居住证")));
}

#[test]
fn an_earlier_answer_that_no_longer_fits_is_asked_for_again() {
    let library = Library::shipped();
    let view = answered(&library, "2026-11-22", LUOHE_TO_SHENZHEN);
    // A residence permit does not prove a post; the work papers are other papers.
    let view = answer_filing(&library, session(view), Question::Reason, Answer::One("working".into())).unwrap();
    let view = answer_filing(&library, session(view), Question::Employer, Answer::One("yes".into())).unwrap();
    let asked = view.question.unwrap();
    assert_eq!((asked.id, asked.earlier), (Question::Paper, Some(Answer::One("居住证".into()))));
}

#[test]
fn only_the_current_question_and_those_on_the_way_to_it_can_be_answered() {
    let library = Library::shipped();
    let view = answered(&library, "2026-11-22", &LUOHE_TO_SHENZHEN[..3]);
    for question in [Question::Reason, Question::SettledOn, Question::Letter] {
        let error = answer_filing(&library, view.session.clone(), question, Answer::One("yes".into())).unwrap_err();
        assert_eq!((error.code(), error.path().as_str()), (ErrorCode::UnknownValue, "question"));
        assert_eq!(error.allowed(), Some("insuredRegion | destination | emergency | care"));
    }
}

/// 2026-11-22 10:00 in Beijing.
const MORNING: i64 = 1_795_312_800_000;

fn at(millis: i64) -> Moment {
    Moment::from_millis(millis).unwrap()
}

fn receipt(library: &Library, insured: &str, category: FilingCategory, from: i64) -> Receipt {
    let mut gate = open_notice(library, insured.parse().unwrap(), category, at(from)).unwrap().gate;
    for second in 0..=8 {
        gate = notice_event(gate, NoticeEvent::Shown, Some(at(from + second * 1000)));
    }
    gate = notice_event(gate, NoticeEvent::Ticked, Some(at(from + 9000)));
    notice_event(gate, NoticeEvent::Agreed, Some(at(from + 10_000))).receipt.unwrap()
}

/// A synthetic number: a county that does not exist, and its right check digit.
const ID_NUMBER: &str = "110199195803070017";
const AGENT_NUMBER: &str = "11019919870101005X";

fn contact(change: impl Fn(&mut Value)) -> FilingContact {
    let mut contact = json!({
        "name": "测试甲", "idNumber": ID_NUMBER, "phone": "13800000000", "address": "某路 1 号",
        "agent": {"name": "测试乙", "idNumber": AGENT_NUMBER, "phone": "0755-00000000"}
    });
    change(&mut contact);
    FilingContact::from_json(&contact.to_string()).unwrap()
}

fn completed(answers: &[(&str, &str)], contact: &FilingContact, now: i64) -> Result<Application, (ErrorCode, String)> {
    let library = Library::shipped();
    let view = answered(&library, "2026-11-22", answers);
    let plan = view.outcome.as_ref().and_then(|outcome| outcome.plan.as_ref());
    let receipt = receipt(&library, "411100", plan.map_or(FilingCategory::OtherTemporary, |plan| plan.category), MORNING);
    complete_filing(&library, view.session, &receipt, contact, at(now)).map_err(|error| (error.code(), error.path()))
}

#[test]
fn a_completed_filing_has_the_fields_of_the_national_record() {
    let application = completed(LUOHE_TO_SHENZHEN, &contact(|_| ()), MORNING + 60_000).unwrap();
    let document = serde_json::to_value(&application.document).unwrap();
    assert_eq!(
        document["outAppyD"],
        json!({
            "insutype": "390", "psn_name": "测试甲", "certno": ID_NUMBER, "tel": "13800000000", "insu_admdvs": "411100",
            "rloc_admdvs": "440300", "rloc_rea": "异地长期居住", "resout_addr": "某路 1 号", "begndate": "2026-11-22",
            "agnter_name": "测试乙", "agnter_certno": AGENT_NUMBER, "agnter_tel": "0755-00000000", "agnter_rlts": "2"
        })
    );
    assert_eq!(document["completedOn"], "2026-11-22");
    assert_eq!((&document["category"], &document["proof"]), (&json!("longTermResident"), &json!("material")));
    assert_eq!(document["notice"]["notice"]["insuredRegion"], "411100");
    assert!(document.get("refl").is_none() && application.commitment.is_none() && application.injury_statement.is_none());
    assert_eq!(document["packs"].as_array().unwrap().len(), 3);
    let values: Vec<_> = application.form.fields.iter().filter_map(|field| field.value.as_ref()).map(|value| &*value.zh).collect();
    for shown in ["测试甲", "漯河市", "深圳市", "居民医保", "异地长期居住人员", "2026-11-22", "长期有效，直到变更或取消", "子女"]
    {
        assert!(values.contains(&shown), "{shown} is not on the form: {values:?}");
    }
    // Signature and date are written by hand.
    assert_eq!(application.form.fields.iter().filter(|field| field.value.is_none()).count(), 2);
}

#[test]
fn a_filing_made_in_hospital_brings_the_statement_that_an_injury_needs() {
    let answers = changed(LUOHE_TO_SHENZHEN, &[("care", "inHospital"), ("admittedOn", "2026-11-18"), ("startDate", "")]);
    let statement = completed(&answers, &contact(|_| ()), MORNING + 60_000).unwrap().injury_statement.unwrap();
    let filled: Vec<_> = statement.fields.iter().filter_map(|field| Some((&*field.label.zh, &*field.value.as_ref()?.zh))).collect();
    assert_eq!(
        filled.iter().filter(|(label, _)| !["身份证号", "电话"].contains(label)).collect::<Vec<_>>(),
        [&("姓名", "测试甲"), &("参保地", "漯河市"), &("入院（就诊）日期", "2026-11-18")]
    );
    assert_eq!(filled.len(), 5, "{filled:?}");
    assert!(statement.paragraphs.iter().any(|paragraph| paragraph.zh.contains("不是工伤")));
}

/// From Luohe to Beijing with a letter of referral.
fn referred() -> Vec<(&'static str, &'static str)> {
    changed(
        &LUOHE_TO_SHENZHEN[..4],
        &[
            ("destination", "110000"),
            ("reason", "referred"),
            ("letter", "yes"),
            ("doctor", "yes"),
            ("startDate", "2026-11-22"),
            ("filer", "self"),
            ("chronic", "no"),
            ("insurance", "employee"),
        ],
    )
}

#[test]
fn a_referral_has_the_fields_of_interface_2501_too() {
    let letter =
        json!({"issuedBy": "虚构的医院", "issuedOn": "2026-11-20", "refersTo": "另一家虚构的医院", "diagnosis": "虚构的诊断"});
    let contact = contact(|contact| {
        contact["referral"] = letter.clone();
        contact["agent"] = Value::Null;
    });
    let document = serde_json::to_value(completed(&referred(), &contact, MORNING + 60_000).unwrap().document).unwrap();
    assert_eq!(
        document["refl"],
        json!({
            "insutype": "310", "tel": "13800000000", "addr": "某路 1 号", "diag_name": "虚构的诊断", "reflin_medins_name": "另一家虚构的医院",
            "mdtrtarea_admdvs": "110000", "refl_type": "3", "refl_date": "2026-11-20", "begndate": "2026-11-22"
        })
    );
    assert_eq!(document["outAppyD"]["trafout_fixmedins_name"], "虚构的医院");
}

#[test]
fn the_digest_is_that_of_the_document_and_the_key_that_of_what_is_filed() {
    let first = completed(LUOHE_TO_SHENZHEN, &contact(|_| ()), MORNING + 60_000).unwrap();
    let again = completed(LUOHE_TO_SHENZHEN, &contact(|_| ()), MORNING + 120_000).unwrap();
    assert_eq!((&first.digest, &first.idempotency_key), (&again.digest, &again.idempotency_key));
    assert_eq!((first.digest.len(), first.idempotency_key.len()), (64, 32));
    let other =
        completed(LUOHE_TO_SHENZHEN, &contact(|contact| contact["phone"] = json!("13900000000")), MORNING + 60_000).unwrap();
    assert_ne!(first.idempotency_key, other.idempotency_key);
    assert_ne!(first.digest, other.digest);
    // The next day it is another filing.
    let next_day = MORNING + 15 * 3_600_000;
    let later = changed(LUOHE_TO_SHENZHEN, &[("startDate", "2026-12-01")]);
    let [today, tomorrow] = [MORNING + 60_000, next_day].map(|now| completed(&later, &contact(|_| ()), now).unwrap());
    assert_ne!(today.idempotency_key, tomorrow.idempotency_key);
}

#[test]
fn a_commitment_letter_is_there_where_one_stands_in_for_papers() {
    let answers = changed(LUOHE_TO_SHENZHEN, &[("proof", "commitment"), ("papersBy", "2027-01-31")]);
    let letter = completed(&answers, &contact(|_| ()), MORNING + 60_000).unwrap().commitment.unwrap();
    // Sex, a second telephone, signature and date are left to the person; measures and telephones to the region.
    let open: Vec<_> = letter.fields.iter().filter(|field| field.value.is_none()).map(|field| &*field.label.zh).collect();
    assert_eq!(open, ["性别", "另一个电话", "签名", "日期"]);
    assert_eq!(letter.blanks.len(), 2);
    assert!(letter.label.zh.contains("不是官方的表"));
    assert!(letter.paragraphs.iter().any(|line| line.zh.contains("承诺不实")));
    assert!(letter.paragraphs.iter().all(|line| !line.zh.is_empty() && !line.en.is_empty()));
}

#[test]
fn a_filing_is_completed_only_with_its_notice_its_answers_and_a_person() {
    let now = MORNING + 60_000;
    let refused = |answers: &[(&str, &str)], change: &dyn Fn(&mut Value), now| {
        completed(answers, &contact(change), now).map(|_| ()).unwrap_err()
    };
    let nothing = |_: &mut Value| ();
    let named = |code, path: &str| (code, path.to_owned());
    assert_eq!(refused(&LUOHE_TO_SHENZHEN[..13], &nothing, now), named(ErrorCode::InputNeeded, "session.answers.insurance"));
    assert_eq!(
        refused(&changed(&LUOHE_TO_SHENZHEN[..1], &[("destination", "411100")]), &nothing, now),
        named(ErrorCode::NothingToFile, "")
    );
    let day = 24 * 3_600_000;
    // From today on was yesterday's answer.
    assert_eq!(refused(LUOHE_TO_SHENZHEN, &nothing, MORNING + day), named(ErrorCode::InputNeeded, "session.answers.startDate"));
    let later = changed(LUOHE_TO_SHENZHEN, &[("startDate", "2026-12-01")]);
    assert_eq!(refused(&later, &nothing, MORNING + 2 * day), named(ErrorCode::NoticeNotRead, "receipt.acceptedAt"));
    assert_eq!(refused(&later, &nothing, MORNING - 1000), named(ErrorCode::NoticeNotRead, "receipt.acceptedAt"));
    for (field, value, code, path) in [
        ("/name", json!(""), ErrorCode::InvalidContact, "contact.name"),
        ("/name", json!("a\nb"), ErrorCode::InvalidContact, "contact.name"),
        ("/idNumber", json!("110199195803070018"), ErrorCode::InvalidContact, "contact.idNumber"),
        ("/idNumber", json!("11019919580307001"), ErrorCode::InvalidContact, "contact.idNumber"),
        ("/idNumber", json!("１10199195803070017"), ErrorCode::InvalidContact, "contact.idNumber"),
        ("/phone", json!("1380000000"), ErrorCode::InvalidContact, "contact.phone"),
        ("/phone", json!("138000000001"), ErrorCode::InvalidContact, "contact.phone"),
        ("/phone", json!("12800000000"), ErrorCode::InvalidContact, "contact.phone"),
        ("/phone", json!("1380000-0000"), ErrorCode::InvalidContact, "contact.phone"),
        ("/agent", Value::Null, ErrorCode::MissingField, "contact.agent"),
        ("/agent/phone", json!("x"), ErrorCode::InvalidContact, "contact.agent.phone"),
    ] {
        let change = |contact: &mut Value| *contact.pointer_mut(field).unwrap() = value.clone();
        assert_eq!(refused(LUOHE_TO_SHENZHEN, &change, now), named(code, path), "{field} = {value}");
    }
    let alone = changed(LUOHE_TO_SHENZHEN, &[("filer", "self")]);
    assert_eq!(refused(&alone, &nothing, now), named(ErrorCode::UnknownField, "contact.agent"));
}

#[test]
fn a_letter_of_referral_has_lines_of_its_own_and_a_day_that_has_been() {
    let filed = |field: &str, value: Value| {
        let contact = contact(|contact| {
            contact["referral"] = json!({"issuedBy": "虚构的医院", "issuedOn": "2026-11-20"});
            contact["referral"][field] = value.clone();
            contact["agent"] = Value::Null;
        });
        completed(&referred(), &contact, MORNING + 60_000).map(|_| ())
    };
    for (field, value) in [
        ("issuedOn", json!("2026-11-22")),
        ("issuedBy", json!("院".repeat(100))),
        ("refersTo", json!("另一家虚构的医院")),
        ("diagnosis", json!("  虚构的诊断  ")),
    ] {
        assert_eq!(filed(field, value), Ok(()), "{field}");
    }
    for (field, value, code) in [
        ("issuedOn", json!("2026-11-23"), ErrorCode::DateOrder),
        ("issuedOn", json!("2027-11-22"), ErrorCode::DateOrder),
        ("issuedBy", json!(" "), ErrorCode::InvalidContact),
        ("issuedBy", json!("院".repeat(101)), ErrorCode::InvalidContact),
        ("issuedBy", json!("院".repeat(300)), ErrorCode::InvalidContact),
        ("refersTo", json!(""), ErrorCode::InvalidContact),
        ("diagnosis", json!("a\u{7}"), ErrorCode::InvalidContact),
    ] {
        assert_eq!(filed(field, value.clone()), Err((code, format!("contact.referral.{field}"))), "{value}");
    }
}

/// Numbers of a county that does not exist, with the check digit of ISO 7064, MOD 11-2, each worked out apart from this code.
#[test]
fn an_identity_number_names_a_day_on_which_one_can_have_been_born() {
    let filed = |number: &str| {
        let contact = contact(|contact| contact["idNumber"] = json!(number));
        completed(LUOHE_TO_SHENZHEN, &contact, MORNING + 60_000).map(|_| ())
    };
    // Days before 1950 are not looked at; today's child has a number.
    for number in ["11019919490307001X", "110199190013320015", "110199195003070019", "110199180001010010", "11019920261122001X"] {
        assert_eq!(filed(number), Ok(()), "{number}");
    }
    // The 32nd of a 13th month; 1799; tomorrow; an X that is no check digit.
    for number in ["110199195013320018", "110199179912310016", "110199202611230015", "11019919580307X014"] {
        assert_eq!(filed(number), Err((ErrorCode::InvalidContact, "contact.idNumber".to_owned())), "{number}");
    }
}

#[test]
fn a_person_can_be_looked_over_before_the_notice() {
    let library = Library::shipped();
    let session = answered(&library, "2026-11-22", LUOHE_TO_SHENZHEN).session;
    let checked = |contact: &FilingContact| {
        check_contact(&library, session.clone(), contact, at(MORNING)).map_err(|error| (error.code(), error.path()))
    };
    assert_eq!(checked(&contact(|_| ())), Ok(()));
    let wrong = contact(|contact| contact["agent"]["phone"] = json!("1"));
    assert_eq!(checked(&wrong), Err((ErrorCode::InvalidContact, "contact.agent.phone".to_owned())));
}

#[test]
fn what_is_settled_on_the_way_is_told_there() {
    let library = Library::shipped();
    let decided = |answers: &[(&str, &str)]| answered(&library, "2026-11-22", answers).decided.len();
    // Across provinces; and, living there, as whom one files. Care that has begun: how late it is, too.
    assert_eq!([1, 2, 4, 6].map(|count| decided(&LUOHE_TO_SHENZHEN[..count])), [0, 1, 1, 2]);
    let begun = changed(&LUOHE_TO_SHENZHEN[..4], &[("care", "inHospital")]);
    assert_eq!(decided(&begun), 2);
}

#[test]
fn an_answer_is_read_back_in_words() {
    let library = Library::shipped();
    let read_back = |answers: &[(&str, &str)], question: Question| {
        let steps = answered(&library, "2026-11-22", answers).steps;
        let shown = steps.into_iter().find(|step| step.question == question).unwrap().shown;
        format!("{} | {}", shown.zh, shown.en)
    };
    let by_papers = changed(LUOHE_TO_SHENZHEN, &[("diseases", "[hypertension diabetes]")]);
    for (question, shown) in [
        (Question::Destination, "深圳市 | Shenzhen"),
        (Question::Reason, "长期住在那里 | Living there"),
        (Question::Paper, "居住证 | residence permit"),
        (Question::StartDate, "2026-11-22 | 2026-11-22"),
        (Question::Relation, "子女 | Child"),
        (Question::Diseases, "高血压、糖尿病 | hypertension, diabetes"),
    ] {
        assert_eq!(read_back(&by_papers, question), shown);
    }
    let papers_by = |answer| {
        let answers = changed(LUOHE_TO_SHENZHEN, &[("proof", "commitment"), ("papersBy", answer)]);
        read_back(&answers, Question::PapersBy)
    };
    assert_eq!(papers_by("unknown"), "还不知道 | Not known yet");
    assert_eq!(papers_by("2027-01-31"), "2027-01-31 | 2027-01-31");
    let of_guangzhou = changed(
        LUOHE_TO_SHENZHEN,
        &[
            ("insuredRegion", "440100"),
            ("destination", "420100"),
            ("proof", "commitment"),
            ("papersBy", "unknown"),
            ("outpatient", "按月领普通门诊包干金"),
            ("chronic", "no"),
            ("insurance", "employee"),
        ],
    );
    let outpatient = answered(&library, "2026-11-22", &of_guangzhou).outcome.unwrap().plan.unwrap().outpatient.unwrap();
    assert_eq!(outpatient.text.en, "a fixed monthly sum for outpatient care (普通门诊包干金)");
}

#[test]
fn a_promise_stands_in_for_the_papers_that_it_may_stand_in_for() {
    let library = Library::shipped();
    let papers = |answers: &[(&'static str, &'static str)]| {
        let view = answered(&library, "2026-11-22", answers);
        let outcome = view.outcome.unwrap_or_else(|| panic!("{:?} {:?}", view.question.map(|asked| asked.id), view.steps.len()));
        let needed = outcome.plan.unwrap().materials.into_iter();
        needed.map(|paper| (paper.by_commitment, paper.chosen.map(|name| name.zh.into_owned()))).collect::<Vec<_>>()
    };
    let shown = papers(&changed(LUOHE_TO_SHENZHEN, &[("paper", "房产证")]));
    assert!(shown.iter().all(|(by_commitment, _)| !by_commitment), "{shown:?}");
    let chosen: Vec<_> = shown.iter().filter_map(|(_, chosen)| chosen.as_deref()).collect();
    assert_eq!(chosen, ["房产证"]);
    let promised = papers(&changed(LUOHE_TO_SHENZHEN, &[("proof", "commitment"), ("papersBy", "unknown")]));
    let by_commitment: Vec<_> = promised.iter().map(|(by_commitment, _)| *by_commitment).collect();
    // The form and the identity card have to be there in any case.
    assert_eq!(by_commitment, [false, false, true]);
}

#[test]
fn a_word_of_two_hundred_bytes_is_an_answer_and_a_longer_one_is_none() {
    let session = |length: usize| {
        let mut saved = saved(&LUOHE_TO_SHENZHEN[..2]);
        saved["answers"]["paper"] = json!("x".repeat(length));
        FilingSession::from_json(&saved.to_string()).map(|_| ()).map_err(|error| error.code())
    };
    assert_eq!([200, 201, 400].map(session), [Ok(()), Err(ErrorCode::OutOfRange), Err(ErrorCode::OutOfRange)]);
}

#[test]
fn a_receipt_for_another_kind_or_region_completes_nothing() {
    let library = Library::shipped();
    let session = answered(&library, "2026-11-22", LUOHE_TO_SHENZHEN).session;
    for (insured, category, path) in [
        ("411100", FilingCategory::Referral, "receipt.notice.category"),
        ("440100", FilingCategory::LongTermResident, "receipt.notice.insuredRegion"),
    ] {
        let receipt = receipt(&library, insured, category, MORNING);
        let error = complete_filing(&library, session.clone(), &receipt, &contact(|_| ()), at(MORNING + 60_000)).unwrap_err();
        assert_eq!((error.code(), error.path().as_str()), (ErrorCode::NoticeNotRead, path));
    }
}

#[test]
fn what_is_wrong_with_a_person_is_never_repeated() {
    let library = Library::shipped();
    let session = answered(&library, "2026-11-22", LUOHE_TO_SHENZHEN).session;
    let receipt = receipt(&library, "411100", FilingCategory::LongTermResident, MORNING);
    let wrong = contact(|contact| contact["idNumber"] = json!("110199195803070018"));
    let error = complete_filing(&library, session, &receipt, &wrong, at(MORNING + 60_000)).unwrap_err();
    assert!(error.given().is_none() && !error.text().zh.contains("19580307"), "{error}");
}

#[test]
fn a_session_holds_nothing_of_a_person() {
    let library = Library::shipped();
    let saved = serde_json::to_string(&answered(&library, "2026-11-22", LUOHE_TO_SHENZHEN).session).unwrap();
    let application = completed(LUOHE_TO_SHENZHEN, &contact(|_| ()), MORNING + 60_000).unwrap();
    let sent = serde_json::to_string(&application.document).unwrap();
    for personal in ["测试甲", ID_NUMBER, "13800000000", "某路 1 号", "测试乙", AGENT_NUMBER] {
        assert!(sent.contains(personal) && !saved.contains(personal), "{personal}");
    }
    // And what a host may have put there is not taken up.
    let mut forged: Value = serde_json::from_str(&saved).unwrap();
    forged["answers"]["certno"] = json!(ID_NUMBER);
    let resumed = resume_filing(&library, &forged.to_string(), "2026-11-22".parse().unwrap()).unwrap();
    assert!(!serde_json::to_string(&resumed).unwrap().contains(ID_NUMBER));
    assert!(resumed.answers.iter().any(|answer| answer.question == "certno" && !answer.kept));
}

fn resumed(saved: &Value, today: &str) -> yidi::ResumedFiling {
    resume_filing(&Library::shipped(), &saved.to_string(), today.parse().unwrap()).unwrap()
}

fn saved(answers: &[(&str, &str)]) -> Value {
    serde_json::to_value(answered(&Library::shipped(), "2026-11-22", answers).session).unwrap()
}

#[test]
fn three_weeks_later_only_what_no_longer_fits_is_asked_again() {
    let resumed = resumed(&saved(LUOHE_TO_SHENZHEN), "2026-12-13");
    let dropped: Vec<_> = resumed.answers.iter().filter(|answer| !answer.kept).map(|answer| answer.question.as_str()).collect();
    assert_eq!(dropped, ["startDate"]);
    assert!(!resumed.rules_changed);
    assert_eq!(resumed.view.question.map(|asked| asked.id), Some(Question::StartDate));
    // The five after it fit whatever is answered, and are not asked again.
    assert_eq!(resumed.view.progress.at_most_left, 1);
    let kept = [Question::Filer, Question::Relation, Question::Chronic, Question::Diseases, Question::Insurance];
    assert_eq!(resumed.view.unused.into_iter().collect::<BTreeSet<_>>(), kept.into());
}

#[test]
fn what_is_left_counts_the_answers_that_may_no_longer_fit() {
    let saved = saved(&changed(LUOHE_TO_SHENZHEN, &[("paper", "房产证"), ("startDate", "2026-12-01")]));
    let left_without = |question: &str| {
        let mut saved = saved.clone();
        saved["answers"].as_object_mut().unwrap().remove(question);
        resumed(&saved, "2026-11-22").view.progress.at_most_left
    };
    // Whatever the paper or the diseases, everything after them fits.
    assert_eq!(["paper", "diseases"].map(left_without), [1, 1]);
    // Then the letter and its doctor, of a referral; or the employer and a paper that shows it.
    assert_eq!(left_without("reason"), 3);
    // Where one is insured cannot be tried through: all is counted, as at the start. Of the household register, the employer and the
    // letter only one is asked for; so of the days of admission and of the filing, and of a paper's last day and that of papers to come.
    let begun = start_filing(&Library::shipped(), "2026-11-22".parse().unwrap());
    assert_eq!([left_without("insuredRegion"), begun.progress.at_most_left], [Question::ALL.len() as u32 - 4; 2]);
}

#[test]
fn what_is_kept_and_counts_for_nothing_is_reported_as_such() {
    let mut saved = saved(LUOHE_TO_SHENZHEN);
    for (question, answer) in [("reason", "referred"), ("letter", "yes"), ("doctor", "yes")] {
        saved["answers"][question] = json!(answer);
    }
    let resumed = resumed(&saved, "2026-11-22");
    assert!(resumed.view.outcome.is_some() && resumed.answers.iter().all(|answer| answer.kept));
    let told: BTreeSet<_> = resumed.answers.iter().filter(|answer| answer.why.is_some()).map(|answer| &*answer.question).collect();
    assert_eq!(told, ["halfYear", "paper", "proof"].into());
    assert!(resumed.answers.iter().filter_map(|answer| answer.why.as_ref()).all(|why| why.zh.contains("用不到")));
}

#[test]
fn a_pack_that_renamed_a_paper_asks_for_that_one_again() {
    let saved = saved(LUOHE_TO_SHENZHEN);
    let pack = include_str!("../src/policy/packs/411100.json").replace("\"居住证\"", "\"居住证或居住登记凭证\"");
    let mut library = Library::shipped();
    library.add_json(&pack).unwrap();
    let resumed = resume_filing(&library, &saved.to_string(), "2026-11-22".parse().unwrap()).unwrap();
    let dropped: Vec<_> = resumed.answers.iter().filter(|answer| !answer.kept).collect();
    assert_eq!(dropped.iter().map(|answer| answer.question.as_str()).collect::<Vec<_>>(), ["paper"]);
    assert!(dropped.iter().all(|answer| answer.why.is_some()));
    assert!(resumed.rules_changed);
    let asked = resumed.view.question.unwrap();
    assert_eq!(asked.id, Question::Paper);
    assert!(asked.options.iter().any(|option| option.value == "居住证或居住登记凭证"));
}

#[test]
fn a_session_of_ten_years_ago_is_looked_through_by_todays_rules() {
    let mut old = saved(LUOHE_TO_SHENZHEN);
    old["today"] = json!("2016-11-22");
    old["packs"] = json!([]);
    old["answers"]["startDate"] = json!("2016-11-22");
    let resumed = resumed(&old, "2026-11-22");
    assert!(resumed.rules_changed);
    assert_eq!(resumed.answers.iter().filter(|answer| !answer.kept).count(), 1);
}

#[test]
fn what_was_not_given_out_here_is_refused_and_never_a_panic() {
    let library = Library::shipped();
    let whole = saved(LUOHE_TO_SHENZHEN);
    let refusal = |saved: &str| {
        let error = resume_filing(&library, saved, "2026-11-22".parse().unwrap()).map(|_| ()).unwrap_err();
        (error.code(), error.path())
    };
    let named = |code, path: &str| (code, path.to_owned());
    for (field, value, code, path) in [
        ("version", json!(2), ErrorCode::OutOfRange, "version"),
        ("version", json!(0), ErrorCode::OutOfRange, "version"),
        ("version", json!("1"), ErrorCode::WrongType, "version"),
        ("version", Value::Null, ErrorCode::MissingField, "version"),
        ("today", json!("2026-02-30"), ErrorCode::InvalidDate, "today"),
        ("packs", json!({}), ErrorCode::WrongType, "packs"),
        ("packs", json!([{"admdvs": "411100"}]), ErrorCode::MissingField, "packs.0.version"),
        ("answers", json!([]), ErrorCode::WrongType, "answers"),
        ("answers", Value::Null, ErrorCode::MissingField, "answers"),
        ("token", json!("x"), ErrorCode::UnknownField, "token"),
    ] {
        let mut forged = whole.clone();
        forged[field] = value.clone();
        assert_eq!(refusal(&forged.to_string()), named(code, path), "{field} = {value}");
    }
    let crowded = |count: usize| {
        let answers: serde_json::Map<_, _> = (0..count).map(|at| (format!("question{at}"), json!("x"))).collect();
        let mut crowded = whole.clone();
        crowded["answers"] = answers.into();
        crowded
    };
    assert_eq!(refusal(&crowded(101).to_string()), named(ErrorCode::OutOfRange, "answers"));
    assert_eq!(resumed(&crowded(100), "2026-11-22").answers.len(), 100);
    let text = whole.to_string();
    for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
        assert_eq!(refusal(&text[..end]).0, ErrorCode::UnreadableInput, "cut at {end}");
    }
    // Every answer damaged in turn: dropped and reported, or off the path.
    for (question, _) in LUOHE_TO_SHENZHEN {
        for damaged in [json!(7), json!({}), json!([["x"]]), Value::Null, json!("x".repeat(100_000)), json!("x"), json!([])] {
            let mut forged = whole.clone();
            forged["answers"][*question] = damaged.clone();
            let resumed = resumed(&forged, "2026-11-22");
            let report = resumed.answers.iter().find(|answer| answer.question == *question).unwrap();
            assert!(!report.kept && report.why.is_some(), "{question} = {damaged}");
            assert_eq!(resumed.view.question.map(|asked| asked.id.as_str()), Some(*question));
        }
    }
}

#[test]
fn every_sentence_of_the_table_is_in_both_languages_and_said_somewhere() {
    let sources = [
        include_str!("../src/filing/application.rs"),
        include_str!("../src/filing/outcome.rs"),
        include_str!("../src/filing/path.rs"),
        include_str!("../src/filing/printed.rs"),
        include_str!("../src/filing/questions.rs"),
        include_str!("../src/filing/session.rs"),
        include_str!("../src/filing/status.rs"),
    ]
    .concat();
    let mut keys = BTreeSet::new();
    for line in include_str!("../src/filing/wording.txt").lines() {
        let parts: Vec<_> = line.split('|').collect();
        assert!(matches!(parts.len(), 3 | 5) && parts.iter().all(|part| !part.is_empty()), "{line}");
        assert!(keys.insert(parts[0]), "{} is there twice", parts[0]);
        for place in ["{0}", "{1}", "{2}", "{3}"] {
            assert!(parts[1].contains(place) <= parts[2].contains(place) || parts[0].starts_with("status."), "{line}");
        }
        let (group, word) = parts[0].split_once('.').unwrap();
        let of_a_question = Question::ALL.iter().any(|question| question.as_str() == group);
        let said = sources.contains(&format!("\"{}\"", parts[0])) || sources.contains(&format!("\"{word}\""));
        let of_a_status = CoverageStatus::ALL.iter().any(|status| status.as_str() == word);
        assert!(said || of_a_question || of_a_status, "nobody says {}", parts[0]);
    }
    for question in Question::ALL {
        for part in ["text", "help", "why"] {
            assert!(keys.contains(&*format!("{}.{part}", question.as_str())), "{}.{part}", question.as_str());
        }
    }
    // Whatever is said by its key has a line.
    for key in sources.split("say(\"").chain(sources.split("say_of(\"")).skip(1).filter_map(|rest| rest.split('"').next()) {
        if key.contains('.') && !key.contains(' ') {
            assert!(keys.contains(key), "{key} has no line");
        }
    }
}

/// A shipped pack with one text put for another.
fn library_with(pack: &str, from: &str, to: &str) -> Library {
    assert!(pack.contains(from), "{from}");
    let mut library = Library::shipped();
    library.add_json(&pack.replace(from, to)).unwrap();
    library
}

#[test]
fn where_one_place_only_can_be_filed_for_keeping_another_is_not_possible() {
    let jiangsu = include_str!("../src/policy/packs/320000.json");
    let library = library_with(jiangsu, r#""several": "withPapers""#, r#""several": "no""#);
    let keeping = |another| {
        let answers = [("insuredRegion", "320100"), ("destination", "310000"), ("otherPlace", another)];
        answered(&library, "2026-11-22", &changed(&LUOHE_TO_SHENZHEN[..6], &answers))
    };
    let outcome = keeping("yes").outcome.unwrap();
    assert_eq!(outcome.kind, OutcomeKind::NotPossible);
    assert!(outcome.reasons[0].text.zh.contains("一地") && outcome.next[0].zh.contains("先取消"));
    let view = keeping("no");
    assert!(view.outcome.is_none());
    assert_eq!(view.question.map(|asked| asked.id), Some(Question::Proof));
}

#[test]
fn the_insurance_is_asked_for_early_only_where_a_rule_turns_on_it() {
    let luohe = include_str!("../src/policy/packs/411100.json");
    let of_employees = r#""applies": {"insurance": ["employee"], "category": ["longTermResident"]}"#;
    let library = library_with(luohe, r#""applies": {"category": ["longTermResident"]}"#, of_employees);
    let view = answered(&library, "2026-11-22", &LUOHE_TO_SHENZHEN[..1]);
    assert_eq!(view.question.as_ref().map(|asked| asked.id), Some(Question::Insurance));
    // A resident has the national papers: one, so that there is none to choose.
    let answers = changed(LUOHE_TO_SHENZHEN, &[]);
    let view = answered(&library, "2026-11-22", &answers);
    assert_eq!(view.steps.iter().filter(|step| step.question == Question::Insurance).count(), 1);
    assert!(view.outcome.is_some() && view.steps.iter().all(|step| step.question != Question::Paper));
    let view = answered(&library, "2026-11-22", &changed(LUOHE_TO_SHENZHEN, &[("insurance", "employee")]));
    assert!(view.steps.iter().any(|step| step.question == Question::Paper));
}

//! Filing: the scenarios of `tests/filing/`, read from data.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod filing_cases;

use std::collections::BTreeSet;

use yidi::{Answer, AnswerKind, AskedQuestion, Date, FilingView, Library, OutcomeKind, Question, answer_filing, start_filing};

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
    assert!(cases.len() >= 120, "only {} were read", cases.len());
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
const LEAVES_NOTHING: [Question; 12] = [
    Question::AdmittedOn,
    Question::SettledOn,
    Question::Paper,
    Question::PaperUntil,
    Question::PapersBy,
    Question::StartDate,
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
            // Home, another city of the province or the one that takes its place, Tianjin, Shanghai, a province filed for whole.
            AnswerKind::Region => {
                let province = &insured[..2];
                let within = ["0100", "0200"].map(|city| format!("{province}{city}"));
                let others = ["120000", "310000", "460000"].map(str::to_owned);
                let mut all: Vec<_> = std::iter::once(insured.to_owned()).chain(within).chain(others).collect();
                all.dedup();
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
        let at =
            answer_filing(self.library, begun.session, Question::InsuredRegion, Answer::One(insured.to_owned().into())).unwrap();
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
/// pack and a city without one.
#[test]
fn every_state_of_the_wizard_leads_to_an_outcome() {
    let library = Library::shipped();
    let today = "2026-11-22".parse().unwrap();
    let (mut states, mut questions, mut outcomes) = (0, BTreeSet::new(), BTreeSet::new());
    let packs = library.regions().unwrap();
    // Foshan answers from Guangdong's frame, Changsha from the country's.
    for insured in packs.iter().map(|region| region.admdvs.to_string()).chain(["440600".to_owned(), "430200".to_owned()]) {
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
        println!("{insured}: {} states, {} questions, at most {} of them on a way", walk.states, walk.asked.len(), walk.longest);
        states += walk.states;
        questions.extend(walk.asked);
        outcomes.extend(walk.outcomes);
    }
    println!("{states} states");
    assert!(states > 10_000);
    assert_eq!(questions.into_iter().collect::<Vec<_>>(), Question::ALL);
    assert_eq!(outcomes.into_iter().collect::<Vec<_>>(), OutcomeKind::ALL);
}

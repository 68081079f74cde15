//! The path through the questions: what has been answered on it, and what follows from that by the rules.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use crate::{
    calendar::Date,
    decode::{Decode, Faults, Lent},
    encode::{Encode, Sink},
    error::{Error, ErrorCode},
    filing::{
        questions::{Question, ROWS, Row, Takes},
        rulebook::{Known, Rulebook, Sought, content},
        wording::say,
    },
    policy::{Case, Exemption, FilingCategory, Insurance, Library, Materials, Need, Places, ProofMode, RuleName, SeveralPlaces},
    region::{Admdvs, Place},
    text::Text,
};

/// An answer: a word, a day or a region's code, or several words.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(untagged))]
pub enum Answer {
    /// One.
    One(Cow<'static, str>),
    /// Several, of a question that takes several.
    Several(Vec<Cow<'static, str>>),
}

/// Longer words are no answers.
const WORD_LIMIT: usize = 200;

impl Decode for Answer {
    fn read(value: &Lent<'_>, faults: &mut Faults) -> Self {
        let answer = match value {
            Lent::List(_) => Self::Several(Vec::read(value, faults)),
            _ => Self::One(Cow::read(value, faults)),
        };
        if answer.words().iter().any(|word| word.len() > WORD_LIMIT) {
            faults.note(Error::new(ErrorCode::OutOfRange).allowing(format!("≤ {WORD_LIMIT}")));
        }
        answer
    }
}

impl Serialize for Answer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::One(word) => serializer.serialize_str(word),
            Self::Several(words) => words.serialize(serializer),
        }
    }
}

impl Encode for Answer {
    fn write(&self, to: &mut dyn Sink) {
        match self {
            Self::One(word) => word.write(to),
            Self::Several(words) => words.write(to),
        }
    }
}

impl Answer {
    pub(super) fn words(&self) -> &[Cow<'static, str>] {
        match self {
            Self::One(word) => std::slice::from_ref(word),
            Self::Several(words) => words,
        }
    }
}

/// What has been answered so far, and what follows.
pub(super) struct Path<'a> {
    pub(super) library: &'a Library,
    pub(super) today: Date,
    rules: Option<Rulebook<'a>>,
    /// The questions that were passed, and their answers; those not asked have none.
    passed: Vec<(Question, Option<Answer>)>,
}

/// Why the questions end before the last.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    AtHome,
    Exempt,
    DeemedFiled,
    NoLetter,
    OnePlaceOnly,
}

impl<'a> Path<'a> {
    pub(super) fn new(library: &'a Library, today: Date) -> Self {
        Self { library, today, rules: None, passed: Vec::new() }
    }

    /// Goes on past a question. A region that is insured brings its rules.
    pub(super) fn pass(&mut self, question: Question, answer: Option<Answer>) {
        self.passed.retain(|(earlier, _)| *earlier != question);
        self.passed.push((question, answer));
        if question == Question::InsuredRegion {
            self.rules = self.region(question).and_then(|insured| Rulebook::of(self.library, insured).ok());
        }
    }

    pub(super) fn rules(&self) -> Option<&Rulebook<'a>> {
        self.rules.as_ref()
    }

    pub(super) fn answer(&self, question: Question) -> Option<&Answer> {
        self.passed.iter().find(|(passed, _)| *passed == question)?.1.as_ref()
    }

    pub(super) fn text(&self, question: Question) -> Option<&str> {
        self.answer(question)?.words().first().map(AsRef::as_ref)
    }

    /// Whether that was answered; no where it was not asked, nothing while it is still to come.
    pub(super) fn is(&self, question: Question, word: &str) -> Option<bool> {
        let (_, answer) = self.passed.iter().find(|(passed, _)| *passed == question)?;
        Some(answer.as_ref().is_some_and(|answer| answer.words().iter().any(|given| given == word)))
    }

    pub(super) fn day(&self, question: Question) -> Option<Date> {
        self.text(question)?.parse().ok()
    }

    pub(super) fn region(&self, question: Question) -> Option<Admdvs> {
        self.text(question)?.parse().ok()
    }

    pub(super) fn place(&self) -> Option<Place> {
        self.rules()?.place(self.region(Question::Destination)?).ok()
    }

    pub(super) fn insurance(&self) -> Option<Insurance> {
        let name = self.text(Question::Insurance)?;
        Insurance::ALL.iter().copied().find(|insurance| insurance.as_str() == name)
    }

    /// The category that the answers come to; nothing while that is open.
    pub(super) fn category(&self) -> Option<FilingCategory> {
        let half_year = || self.is(Question::HalfYear, "yes");
        Some(match self.text(Question::Reason)? {
            "referred" => FilingCategory::Referral,
            "retired" if self.is(Question::HukouMoved, "yes")? => FilingCategory::RetiredSettled,
            // Who goes for another reason is not asked how long.
            _ if !half_year()? => FilingCategory::OtherTemporary,
            "working" if self.is(Question::Employer, "yes")? => FilingCategory::PostedWorker,
            _ => FilingCategory::LongTermResident,
        })
    }

    pub(super) fn proof(&self) -> Option<ProofMode> {
        let by_commitment = self.is(Question::Proof, "commitment")?;
        let long_term = self.category().is_some_and(FilingCategory::is_long_term);
        long_term.then_some(if by_commitment { ProofMode::Commitment } else { ProofMode::Material })
    }

    /// The facts of the filing so far, by the rules in force today.
    pub(super) fn case(&self) -> Option<Case<'static>> {
        let mut case = Rulebook::case(self.today, self.place()?);
        case.insurance = self.insurance();
        case.category = self.category();
        case.proof = self.proof();
        Some(case)
    }

    /// A rule for the filing; nothing while it is not known where one goes.
    pub(super) fn look(&self, name: RuleName) -> Option<Sought> {
        Some(self.look_for(name, &self.case()?))
    }

    /// A rule that hangs on what is not known does not answer. Nothing else can be wrong with it: the linter lets no pack contradict
    /// itself.
    pub(super) fn look_for(&self, name: RuleName, case: &Case<'_>) -> Sought {
        self.rules().ok_or(None)?.look(name, case).unwrap_or(Err(None))
    }

    /// What is to be shown; nothing where that is not known.
    pub(super) fn needs(&self) -> Vec<Need> {
        let materials: Option<Materials> = self.look(RuleName::Materials).and_then(|rule| content(&rule));
        materials.map(|materials| materials.needs).unwrap_or_default()
    }

    /// Whether the rules let a commitment stand in for a paper.
    pub(super) fn may_be_by_commitment(&self) -> Option<bool> {
        let long_term = self.category()?.is_long_term();
        Some(long_term && self.needs().iter().any(|need| need.or_commitment))
    }

    pub(super) fn by_papers(&self) -> Option<bool> {
        let by_commitment = self.is(Question::Proof, "commitment")?;
        Some(self.category()?.is_long_term() && !by_commitment)
    }

    /// Emergency care counts as filed: by which rule.
    pub(super) fn deemed_filed(&self) -> Option<Known> {
        let mut case = self.case()?;
        case.category = Some(FilingCategory::Emergency);
        let rule = self.look_for(RuleName::Materials, &case).ok()?;
        rule.content::<Materials>()?.needs.is_empty().then_some(rule)
    }

    /// The rule by which no filing is needed for where one goes.
    pub(super) fn exemption(&self) -> Option<Known> {
        let destination = self.region(Question::Destination)?;
        let rule = self.look(RuleName::Exemption)?.ok()?;
        rule.content::<Exemption>()?.regions.iter().any(|region| region.is_good_for(destination)).then_some(rule)
    }

    /// Whether, and why, no more is to be asked.
    pub(super) fn ending(&self, latest: Question) -> Option<Ending> {
        match latest {
            Question::Destination if self.place()? == Place::Local => Some(Ending::AtHome),
            Question::Destination => self.exemption().map(|_| Ending::Exempt),
            Question::Emergency if self.is(latest, "yes")? => self.deemed_filed().map(|_| Ending::DeemedFiled),
            Question::Letter if self.is(latest, "no")? => Some(Ending::NoLetter),
            Question::OtherPlace if self.is(latest, "yes")? => {
                let places: Places = content(&self.look(RuleName::Places)?)?;
                (places.several == Some(SeveralPlaces::No)).then_some(Ending::OnePlaceOnly)
            }
            _ => None,
        }
    }

    /// The answers to a question between which all others lie, as far as what is asked later goes; none where they cannot be told.
    pub(super) fn extremes(&self, row: &Row) -> Vec<Answer> {
        let words = row.options(self).into_iter().map(|offer| offer.value.into());
        match row.takes {
            Takes::Several(_) => vec![Answer::Several(words.collect())],
            Takes::Day(bounds, _) => {
                let days = bounds(self).into_iter().flatten().map(|day| day.to_string().into());
                words.chain(days).map(Answer::One).collect()
            }
            _ => words.map(Answer::One).collect(),
        }
    }

    /// Whether this may be answered to a question here.
    ///
    /// # Errors
    ///
    /// The code of what is wrong with the answer.
    pub(super) fn check(&self, row: &Row, answer: &Answer) -> Result<(), Error> {
        match (&row.takes, answer) {
            (Takes::Several(_), Answer::Several(words)) => {
                if words.is_empty() {
                    return Err(Error::new(ErrorCode::MissingField));
                }
                words.iter().try_for_each(|word| self.check_offered(row, word))
            }
            (Takes::Several(_), Answer::One(word)) => Err(Error::new(ErrorCode::WrongType).giving(word).allowing("a list")),
            (_, Answer::Several(_)) => Err(Error::new(ErrorCode::WrongType).giving("list").allowing("a text")),
            (Takes::Region, Answer::One(code)) => self.check_region(code.parse()?),
            (Takes::Day(_, Some(word)), Answer::One(given)) if given == word => Ok(()),
            (Takes::Day(bounds, _), Answer::One(day)) => check_day(day.parse()?, bounds(self)),
            (_, Answer::One(word)) => self.check_offered(row, word),
        }
    }

    fn check_offered(&self, row: &Row, word: &str) -> Result<(), Error> {
        let offers = row.options(self);
        if offers.iter().any(|offer| offer.value == word) {
            return Ok(());
        }
        let allowed: Vec<_> = offers.iter().map(|offer| offer.value.as_str()).collect();
        Err(Error::new(ErrorCode::UnknownValue).giving(word).allowing(allowed.join(" | ")))
    }

    /// The first region that is asked for is the insured one, and brings the rules that say which others may follow.
    fn check_region(&self, region: Admdvs) -> Result<(), Error> {
        let Some(rules) = self.rules() else { return Rulebook::of(self.library, region).map(|_| ()) };
        rules.place(region)?;
        if region_name(region).is_none() {
            return Err(Error::new(ErrorCode::UnknownRegion).giving(region));
        }
        if region.is_frame() {
            return Err(Error::new(ErrorCode::RegionTooCoarse).giving(region));
        }
        Ok(())
    }

    /// The answer to a question as a person reads it.
    pub(super) fn shown_of(&self, question: Question) -> Option<Text> {
        let row = ROWS.iter().find(|row| row.id == question)?;
        self.answer(question).map(|answer| self.shown(row, answer))
    }

    /// An answer as a person reads it.
    pub(super) fn shown(&self, row: &Row, answer: &Answer) -> Text {
        let offers = match row.takes {
            Takes::Offered(offers) | Takes::Several(offers) => offers(self),
            Takes::Region | Takes::OneOf(_) | Takes::Day(..) => Vec::new(),
        };
        let mut words = Vec::new();
        for word in answer.words() {
            let known = match row.takes {
                Takes::Region => word.parse().ok().and_then(region_name),
                Takes::OneOf(_) => Some(row.worded(word).0),
                Takes::Day(_, alone) => alone.filter(|alone| word == alone).map(|alone| row.worded(alone).0),
                Takes::Offered(_) | Takes::Several(_) => {
                    offers.iter().find(|offer| offer.value == **word).map(|offer| offer.label.clone())
                }
            };
            words.push(known.unwrap_or_else(|| Text::plain(word)));
        }
        Text::joined(&words, "、", ", ")
    }
}

fn check_day(day: Date, [from, to]: [Option<Date>; 2]) -> Result<(), Error> {
    if from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to) {
        return Ok(());
    }
    let bound = |day: Option<Date>| day.map_or_else(String::new, |day| day.to_string());
    Err(Error::new(ErrorCode::DateOrder).giving(day).allowing([bound(from), bound(to)].join(" … ")))
}

/// The name of what one files for.
pub(super) fn region_name(region: Admdvs) -> Option<Text> {
    region.place_of_filing().name()
}

/// What is not known here.
pub(super) fn unknown(why: Option<Text>) -> Text {
    let ask = say("unknown.rule");
    why.map_or(ask.clone(), |why| Text::joined(&[why, ask], "；", "; "))
}

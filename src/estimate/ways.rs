//! Everything that is open, taken in every way: the rules that leave something open, and the facts that are not known.
//!
//! The funnel asks for a fact where it turns on it, and names the answers between which it matters; each answer is then tried in an
//! input of its own. What the person pays changes evenly with an amount between the values named for it, so its ends are enough.

use crate::{
    decode::Value,
    error::{Error, ErrorCode},
    estimate::{
        bill::{Bill, Known},
        funnel::{self, Stay},
        input::{Answers, EstimateInput, Figure},
        ledger,
        result::{self, Estimate},
    },
    money::Money,
    policy::{
        Case, Choice, CivilServant, FilingCategory, Library, LoadedPack, PersonGroup, PolicyPack, ProofMode, Standing, Statute,
        Used, diseases_of, tiers_of,
    },
    text::Text,
};

/// More ways than any real case has are refused, so that no pack and no input can keep a phone busy.
const LIMIT: usize = 2000;

/// A fact that is not known, and what it was taken to be.
#[derive(Clone, Debug)]
pub(super) struct Fact {
    pub(super) path: String,
    pub(super) answer: Value,
    pub(super) says: Text,
    /// Which it is of the answers by which its question is weighed: those of a choice, and the ends of an amount.
    pub(super) at: Option<usize>,
    /// Whether these are all the answers there can be, rather than the ends of what an amount can be.
    pub(super) is_choice: bool,
}

/// One way of taking everything that is open, and what comes of it.
pub(super) struct Way<'w, 'a> {
    packs: &'w [&'a LoadedPack],
    /// With every fact in it.
    pub(super) input: &'w EstimateInput,
    case: Case<'w>,
    pub(super) stay: Stay<'a>,
    /// The open rules that were met, and what they were taken to say.
    pub(super) choices: &'w [Choice<'a>],
    /// Every rule that answered.
    pub(super) used: &'w [Used<'a>],
}

impl Way<'_, '_> {
    pub(super) fn estimate(&self) -> Result<Estimate, Error> {
        let ledger = ledger::explain(&self.stay);
        ledger.check()?;
        Ok(result::answer(self.packs, self.input, &self.case, &self.stay, &ledger))
    }
}

/// Whether a refusal is only of the facts that were taken: no rule is known for them, while one may be for others. Of an amount only
/// the ends are taken, which stand for all that lies between.
pub(super) fn is_of_these(error: &Error, facts: &[Fact]) -> bool {
    error.is_law() && facts.iter().any(|fact| fact.is_choice)
}

/// What is done with each way, or with the refusal that it ends in, and the facts that were taken for it.
pub(super) type See<'s> = dyn FnMut(Result<Way<'_, '_>, Error>, &[Fact]) -> Result<(), Error> + 's;

/// Every way of taking the open rules. A fact that is not known is asked for.
pub(super) fn of_rules(library: &Library, input: &EstimateInput, see: &mut See<'_>) -> Result<(), Error> {
    Ways::of(library, input, false)?.each(input, &mut Vec::new(), see)
}

/// Every way of taking the open rules and the facts that are not known.
pub(super) fn of_all(library: &Library, input: &EstimateInput, see: &mut See<'_>) -> Result<(), Error> {
    Ways::of(library, input, true)?.each(input, &mut Vec::new(), see)
}

/// The estimate, where every way of taking the open rules comes to the same figures; else the refusal of the rule that decides.
pub(super) fn estimate(library: &Library, input: &EstimateInput) -> Result<Estimate, Error> {
    let mut only: Option<Estimate> = None;
    let mut taken: Vec<Text> = Vec::new();
    of_rules(library, input, &mut |way, _| {
        let way = way?;
        let Some(only) = &only else {
            (only, taken) = (Some(way.estimate()?), way.choices.iter().map(|choice| choice.says.clone()).collect());
            return Ok(());
        };
        if result::figures(&way.stay) == only.figures {
            return Ok(());
        }
        let differing = way.choices.iter().zip(&taken).find(|(choice, says)| choice.says != **says);
        Err(differing.map_or_else(|| Error::new(ErrorCode::Internal), |(choice, _)| choice.refusal.clone()))
    })?;
    only.ok_or_else(|| Error::new(ErrorCode::Internal))
}

struct Ways<'a> {
    loaded: Vec<&'a LoadedPack>,
    packs: Vec<&'a PolicyPack>,
    facts_are_open: bool,
    tried: usize,
    answers: Answers,
}

/// A fact that the rules turn on and that is not known.
struct Question {
    /// The refusal that asks for it.
    asks: Error,
    /// Between which amounts, or for which counts, it matters; each may be there twice.
    figures: Vec<Figure>,
}

impl<'a> Ways<'a> {
    fn of(library: &'a Library, input: &EstimateInput, facts_are_open: bool) -> Result<Self, Error> {
        let insured = input.person.insured_region;
        let loaded = library.packs_for(insured).map_err(|error| error.at("insuredRegion").at("person"))?;
        let packs = loaded.iter().map(|loaded| &loaded.pack).collect();
        Ok(Self { loaded, packs, facts_are_open, tried: 0, answers: Answers::default() })
    }

    fn each(&mut self, input: &EstimateInput, facts: &mut Vec<Fact>, see: &mut See<'_>) -> Result<(), Error> {
        let case = input.case(&self.packs)?;
        let bill = match input.bill.known()? {
            Known::All(bill) => bill,
            Known::Bounds { total, in_scope, .. } if self.facts_are_open => {
                return self.each_split(input, total, in_scope, facts, see);
            }
            Known::Bounds { lacks, .. } => return see(Err(lacks.at("bill")), facts),
        };
        let mut statute = Statute::of(self.packs.clone());
        let mut question: Option<Question> = None;
        loop {
            self.tried += 1;
            if self.tried > LIMIT {
                return Err(too_many(facts));
            }
            match funnel::settle(&mut statute, case, input, &bill, &self.answers) {
                Err(asks) if self.facts_are_open && asks.code() == ErrorCode::InputNeeded => {
                    // What an open rule is taken to say may move the amounts between which it matters.
                    let figures = self.answers.take();
                    match &mut question {
                        None => question = Some(Question { asks, figures }),
                        Some(earlier) if earlier.asks.path() == asks.path() => earlier.figures.extend(figures),
                        Some(_) => {}
                    }
                }
                settled => {
                    let (choices, used) = (statute.chosen(), statute.used());
                    see(settled.map(|stay| Way { packs: &self.loaded, input, case, stay, choices, used }), facts)?;
                }
            }
            if !statute.next_round() {
                return question.map_or(Ok(()), |question| self.each_answer(input, question, facts, see));
            }
        }
    }

    /// Tries every answer to a question.
    fn each_answer(
        &mut self,
        input: &EstimateInput,
        Question { asks, mut figures }: Question,
        facts: &mut Vec<Fact>,
        see: &mut See<'_>,
    ) -> Result<(), Error> {
        let path = asks.path();
        let mut answers = possible(&self.packs, &path, input);
        let is_choice = !answers.is_empty() || path.ends_with(".admissions");
        if answers.is_empty() {
            figures.sort_unstable();
            figures.dedup();
            answers = figures.into_iter().map(in_words).collect();
        }
        if answers.is_empty() {
            return see(Err(asks), facts);
        }
        let last = answers.len() - 1;
        for (at, (answer, says)) in answers.into_iter().enumerate() {
            let mut assumed = input.clone();
            assumed.assume(&path, &answer)?;
            let at = if is_choice { Some(at) } else { [0, last].iter().position(|end| *end == at) };
            self.with(&assumed, Fact { path: path.clone(), answer, says, at, is_choice }, facts, see)?;
        }
        Ok(())
    }

    /// Every way with one fact more.
    fn with(&mut self, assumed: &EstimateInput, fact: Fact, facts: &mut Vec<Fact>, see: &mut See<'_>) -> Result<(), Error> {
        facts.push(fact);
        self.each(assumed, facts, see)?;
        facts.pop();
        Ok(())
    }

    /// Tries the least and the most that can be in scope.
    fn each_split(
        &mut self,
        input: &EstimateInput,
        total: Money,
        in_scope: [Money; 2],
        facts: &mut Vec<Fact>,
        see: &mut See<'_>,
    ) -> Result<(), Error> {
        for (at, in_scope) in in_scope.into_iter().enumerate() {
            let mut assumed = input.clone();
            assumed.bill = Bill::of(total, in_scope);
            let (answer, says) = amount(in_scope);
            self.with(
                &assumed,
                Fact { path: "bill.inScope".to_owned(), answer, says, at: Some(at), is_choice: false },
                facts,
                see,
            )?;
        }
        Ok(())
    }
}

/// The answers that a fact can have, with what a person reads for each; none for an amount or a count.
pub(super) fn possible(packs: &[&PolicyPack], path: &str, input: &EstimateInput) -> Vec<(Value, Text)> {
    match path {
        "person.group" => {
            let groups = PersonGroup::ALL.iter().filter(|group| group.insurance() == input.person.insurance);
            groups.map(|group| (Value::Text(group.as_str().into()), group.label())).collect()
        }
        "person.standing" => words(Standing::NAMES, Standing::LABELS),
        "person.civilServant" => words(CivilServant::NAMES, CivilServant::LABELS),
        "filing.category" => words(FilingCategory::NAMES, FilingCategory::LABELS),
        "filing.proof" => words(ProofMode::NAMES, ProofMode::LABELS),
        "visit.tier" => {
            tiers_of(packs.iter().copied()).iter().map(|tier| (Value::Text(tier.id.clone()), tier.label.clone())).collect()
        }
        "visit.disease" => diseases_of(packs).into_iter().map(|disease| (Value::Text(disease.id), disease.label)).collect(),
        "person.age" => {
            let mut ages: Vec<_> = packs.iter().flat_map(|pack| pack.ages()).chain([0]).collect();
            ages.sort_unstable();
            ages.dedup();
            ages.into_iter().map(count).collect()
        }
        _ => Vec::new(),
    }
}

fn words(names: &[&'static str], labels: &[(&'static str, &'static str)]) -> Vec<(Value, Text)> {
    names.iter().zip(labels).map(|(name, (zh, en))| (Value::Text((*name).into()), Text::new(zh, en))).collect()
}

fn in_words(figure: Figure) -> (Value, Text) {
    match figure {
        Figure::Count(number) => count(number),
        Figure::Amount(money) => amount(money),
    }
}

pub(super) fn amount(amount: Money) -> (Value, Text) {
    (Value::Text(amount.to_string().into()), Text::plain(amount))
}

pub(super) fn count(count: u16) -> (Value, Text) {
    (Value::Number(count.into()), Text::plain(count))
}

/// Too much is open: what was asked first has to be answered.
#[cold]
fn too_many(facts: &[Fact]) -> Error {
    match facts.first() {
        Some(fact) => fact.path.split('.').rev().fold(Error::new(ErrorCode::InputNeeded), |error, step| error.at(step)),
        None => Error::new(ErrorCode::RuleAmbiguous).allowing(format!("≤ {LIMIT}")),
    }
}

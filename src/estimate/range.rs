//! The least and the most that the person pays.

use std::cmp::Reverse;

use serde::Serialize;

use crate::{
    decode::Value,
    encode::{Encode, Sink, encodes},
    error::{Error, ErrorCode, Refusal},
    estimate::{
        input::EstimateInput,
        result::{self, Estimate},
        ways::{self, Fact, Way},
    },
    money::Money,
    policy::{Choice, LawRef, Library},
    text::Text,
};

/// The least and the most the person pays, over everything that is open: rules that leave something open, and facts that are not
/// known.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct EstimateRange {
    /// Whether the two are one: nothing is open, or it does not matter here.
    pub exact: bool,
    /// The least.
    pub least: Bound,
    /// The most.
    pub most: Bound,
    /// Whether, in some way of taking what is open, a rule is not known by which the person could pay less.
    pub at_most: bool,
    /// Whether, in some way of taking what is open, a rule is not known by which the person could pay more.
    pub at_least: bool,
    /// The fact whose answer would narrow the range most, or else the first for some answers of which no rule is known; absent where no
    /// fact matters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<NextQuestion>,
    /// The other facts that matter, in the same order: for a person who cannot answer that one.
    pub further: Vec<NextQuestion>,
    /// What the range says nothing about: facts for which no rule is known.
    pub unanswered: Vec<Unanswered>,
}

/// One end of a range.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Bound {
    /// The estimate that attains it.
    pub estimate: Estimate,
    /// What was taken for it: first the facts, in the order in which the rules ask for them, then the open rules.
    pub assumes: Vec<Assumption>,
}

/// What was taken for something that is open.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Assumption {
    /// For a rule that leaves it open.
    Rule {
        /// The rule.
        law: LawRef,
        /// What it was taken to say.
        says: Text,
    },
    /// For a fact of the input that is not known.
    Fact {
        /// The field, as in `visit.tier`.
        path: String,
        /// The value of that field; with it, the input gives this end of the range.
        value: FactValue,
        /// The value as a person reads it.
        says: Text,
    },
}

/// The value of a field of the input.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum FactValue {
    /// A word or an amount.
    Text(String),
    /// A whole number.
    Count(u16),
}

/// The question to ask next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct NextQuestion {
    /// The field, as in `visit.tier`.
    pub path: String,
    /// By how much an answer to it narrows the range, on average over the possible answers; of an amount, over its least and its most.
    pub narrows_by: Money,
}
encodes! {
    EstimateRange { exact, least, most, at_most, at_least, next, further, unanswered }
    Bound { estimate, assumes }
    NextQuestion { path, narrows_by }
    Unanswered { assumes, refusal }
}
encodes! { untagged Assumption { Rule { law, says }, Fact { path, value, says } } }

impl Encode for FactValue {
    fn write(&self, to: &mut dyn Sink) {
        match self {
            Self::Text(text) => text.write(to),
            Self::Count(count) => count.write(to),
        }
    }
}

/// Facts for which no rule is known.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Unanswered {
    /// The first facts for which it is so.
    pub assumes: Vec<Assumption>,
    /// Which rule is missing.
    pub refusal: Refusal,
}

impl Assumption {
    /// The rule, where it is one that was left open.
    #[must_use]
    pub const fn law(&self) -> Option<&LawRef> {
        match self {
            Self::Rule { law, .. } => Some(law),
            Self::Fact { .. } => None,
        }
    }

    /// What was taken, as a person reads it.
    #[must_use]
    pub const fn says(&self) -> &Text {
        match self {
            Self::Rule { says, .. } | Self::Fact { says, .. } => says,
        }
    }
}

impl From<&Choice<'_>> for Assumption {
    fn from(choice: &Choice<'_>) -> Self {
        Self::Rule { law: LawRef::from(&choice.law), says: choice.says.clone() }
    }
}

impl From<&Fact> for Assumption {
    fn from(fact: &Fact) -> Self {
        let value = match &fact.answer {
            Value::Number(count) => FactValue::Count(*count as u16),
            Value::Text(text) => FactValue::Text(text.clone().into_owned()),
            _ => FactValue::Text(String::new()),
        };
        Self::Fact { path: fact.path.clone(), value, says: fact.says.clone() }
    }
}

fn bound(way: &Way<'_, '_>, facts: &[Fact]) -> Result<Bound, Error> {
    let facts = facts.iter().map(Assumption::from);
    Ok(Bound { estimate: way.estimate()?, assumes: facts.chain(way.choices.iter().map(Assumption::from)).collect() })
}

pub(super) fn range(library: &Library, input: &EstimateInput) -> Result<EstimateRange, Error> {
    let input = &input.summed();
    let mut range: Option<EstimateRange> = None;
    let (mut unanswered, mut tried) = (Vec::new(), Vec::new());
    ways::of_all(library, input, &mut |way, facts| {
        let way = match way {
            Ok(way) => way,
            Err(error) if ways::is_of_these(&error, facts) => {
                note(&mut unanswered, facts, &error);
                return Ok(());
            }
            Err(error) => return Err(error),
        };
        let pays = way.stay.patient_pays();
        tried.push(Tried { facts: facts.iter().map(|fact| (fact.path.clone(), fact.at)).collect(), pays });
        let gap = |could_cost| way.stay.gaps().any(|gap| gap.could_cost == could_cost);
        let Some(range) = &mut range else {
            let only = bound(&way, facts)?;
            range = Some(EstimateRange {
                exact: true,
                least: only.clone(),
                most: only,
                at_most: gap(false),
                at_least: gap(true),
                next: None,
                further: Vec::new(),
                unanswered: Vec::new(),
            });
            return Ok(());
        };
        range.exact &= result::figures(&way.stay) == range.least.estimate.figures;
        range.at_most |= gap(false);
        range.at_least |= gap(true);
        if pays < range.least.estimate.patient_pays {
            range.least = bound(&way, facts)?;
        } else if pays > range.most.estimate.patient_pays {
            range.most = bound(&way, facts)?;
        }
        Ok(())
    })?;
    match range {
        Some(range) => {
            let unanswered: Vec<_> = unanswered.into_iter().map(|(unanswered, _)| unanswered).collect();
            let mut questions = questions(&tried, &unanswered).into_iter();
            Ok(EstimateRange {
                exact: range.exact && unanswered.is_empty(),
                next: questions.next(),
                further: questions.collect(),
                unanswered,
                ..range
            })
        }
        None => Err(unanswered.into_iter().next().map_or_else(|| Error::new(ErrorCode::Internal), |(_, error)| error)),
    }
}

/// Notes a refusal once.
fn note(unanswered: &mut Vec<(Unanswered, Error)>, facts: &[Fact], error: &Error) {
    if unanswered.iter().all(|(_, earlier)| earlier != error) {
        let assumes = facts.iter().map(Assumption::from).collect();
        unanswered.push((Unanswered { assumes, refusal: Refusal::from(error) }, error.clone()));
    }
}

/// A way that was tried: the facts taken for it, by path and answer, and what the person pays.
struct Tried {
    facts: Vec<(String, Option<usize>)>,
    pays: Money,
}

impl Tried {
    /// Whether it remains with that answer: one that does not ask remains whatever the answer.
    fn remains(&self, path: &str, answer: usize) -> bool {
        self.facts.iter().filter(|(fact, _)| fact == path).all(|(_, taken)| *taken == Some(answer))
    }
}

/// The facts whose answers leave a smaller range, those that leave the smallest on average first, in the order in which they are asked
/// for where several do; then those for some answers of which no rule is known.
fn questions(tried: &[Tried], unanswered: &[Unanswered]) -> Vec<NextQuestion> {
    let width = |answer: &dyn Fn(&Tried) -> bool| {
        let pays = || tried.iter().filter(|way| answer(way)).map(|way| way.pays);
        pays().max().unwrap_or_default() - pays().min().unwrap_or_default()
    };
    let whole = width(&|_| true);
    let mut questions: Vec<NextQuestion> = Vec::new();
    for (path, _) in tried.iter().flat_map(|way| &way.facts) {
        if questions.iter().any(|asked| asked.path == *path) {
            continue;
        }
        let facts = tried.iter().flat_map(|way| &way.facts).filter(|(fact, _)| fact == path);
        let mut answers: Vec<_> = facts.filter_map(|(_, answer)| *answer).collect();
        answers.sort_unstable();
        answers.dedup();
        let left: Money = answers.iter().map(|answer| width(&|way| way.remains(path, *answer))).sum();
        questions.push(NextQuestion { path: path.clone(), narrows_by: whole - left.share(1, answers.len() as u32) });
    }
    questions.retain(|question| question.narrows_by > Money::ZERO);
    questions.sort_by_key(|question| Reverse(question.narrows_by));
    for assumption in unanswered.iter().flat_map(|unanswered| &unanswered.assumes) {
        if let Assumption::Fact { path, .. } = assumption
            && questions.iter().all(|question| question.path != *path)
        {
            questions.push(NextQuestion { path: path.clone(), narrows_by: Money::ZERO });
        }
    }
    questions
}

//! What the rules leave open: every way of taking them, and the least and the most that comes of it.

use serde::Serialize;

use crate::{
    error::{Error, ErrorCode},
    estimate::{
        funnel::Funnel,
        input::EstimateInput,
        ledger,
        result::{self, Estimate},
    },
    policy::{Choice, LawRef, Library, Statute},
    text::Text,
};

/// More ways of taking the open rules than any real case has are refused, so that no pack can keep a phone busy.
const ROUND_LIMIT: usize = 1000;

/// The least and the most the person pays.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EstimateRange {
    /// Whether the two are one: nothing is open, or it does not matter here.
    pub exact: bool,
    /// The least.
    pub least: Bound,
    /// The most.
    pub most: Bound,
}

/// One end of a range.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Bound {
    /// The estimate that attains it.
    pub estimate: Estimate,
    /// What the open rules were taken to say for it.
    pub assumes: Vec<Assumption>,
}

/// What an open rule was taken to say.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Assumption {
    /// The rule that leaves it open.
    pub law: LawRef,
    /// What it was taken to say.
    pub says: Text,
}

impl From<&Choice<'_>> for Assumption {
    fn from(choice: &Choice<'_>) -> Self {
        Self { law: LawRef::from(&choice.law), says: choice.says.clone() }
    }
}

pub(super) fn range(library: &Library, input: &EstimateInput) -> Result<EstimateRange, Error> {
    let mut range: Option<EstimateRange> = None;
    each_round(library, input, &mut |estimate, choices| {
        let bound = Bound { estimate, assumes: choices.iter().map(Assumption::from).collect() };
        let Some(range) = &mut range else {
            range = Some(EstimateRange { exact: true, least: bound.clone(), most: bound });
            return Ok(());
        };
        range.exact &= bound.estimate.figures == range.least.estimate.figures;
        let pays = bound.estimate.patient_pays;
        if pays < range.least.estimate.patient_pays {
            range.least = bound;
        } else if pays > range.most.estimate.patient_pays {
            range.most = bound;
        }
        Ok(())
    })?;
    range.ok_or_else(|| Error::new(ErrorCode::Internal))
}

/// The estimate, if every way of taking the open rules comes to the same.
pub(super) fn only(library: &Library, input: &EstimateInput) -> Result<Estimate, Error> {
    let mut only: Option<Estimate> = None;
    let mut taken: Vec<Text> = Vec::new();
    each_round(library, input, &mut |estimate, choices| {
        let Some(only) = &only else {
            (only, taken) = (Some(estimate), choices.iter().map(|choice| choice.says.clone()).collect());
            return Ok(());
        };
        if estimate.figures == only.figures {
            return Ok(());
        }
        let differing = choices.iter().zip(&taken).find(|(choice, says)| choice.says != **says);
        Err(differing.map_or_else(|| Error::new(ErrorCode::Internal), |(choice, _)| choice.refusal.clone()))
    })?;
    only.ok_or_else(|| Error::new(ErrorCode::Internal))
}

/// What is done with an estimate and the choices that led to it.
type See<'a> = dyn FnMut(Estimate, &[Choice<'_>]) -> Result<(), Error> + 'a;

/// Estimates once for every way of taking the open rules.
fn each_round(library: &Library, input: &EstimateInput, see: &mut See<'_>) -> Result<(), Error> {
    let insured = input.person.insured_region;
    let loaded = library.packs_for(insured).map_err(|error| error.at("insuredRegion").at("person"))?;
    let packs: Vec<_> = loaded.iter().map(|loaded| &loaded.pack).collect();
    let case = input.case(&packs)?;
    let bill = input.bill.split()?;
    let mut statute = Statute::of(packs);
    for _ in 0..ROUND_LIMIT {
        let settled = Funnel { statute: &mut statute, case, input }.settle(&bill)?;
        let ledger = ledger::explain(&bill, &settled);
        ledger.check()?;
        see(result::answer(&loaded, input, &case, &settled, &ledger), statute.chosen())?;
        if !statute.next_round() {
            return Ok(());
        }
    }
    Err(Error::new(ErrorCode::RuleAmbiguous).allowing(format!("≤ {ROUND_LIMIT}")))
}

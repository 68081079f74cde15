//! How much the person pays at the least and at the most, in short: for comparing many cases.

use serde::Serialize;

use crate::{
    encode::encodes,
    error::{Error, ErrorCode, Refusal},
    estimate::{
        input::EstimateInput,
        ways::{self, Way},
    },
    money::Money,
    policy::{Grade, LawRef, Library, RuleName},
    text::Text,
};

/// What one of several cases comes to, in short: figures, or why there are none.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Extent {
    /// The least the person pays; absent where that is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub least: Option<Money>,
    /// The most the person pays: the same, unless something is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub most: Option<Money>,
    /// Whether a rule is not known by which the person could pay less.
    pub at_most: bool,
    /// Whether a rule is not known by which the person could pay more, or for some of the facts that are open none is known.
    pub at_least: bool,
    /// The worst grade among the rules and the user's own figures that were used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grade: Option<Grade>,
    /// Why there are no figures.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refusal: Option<Refusal>,
}

/// A rule that answered, and what it said.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RuleSaid {
    /// Where it stands.
    pub law: LawRef,
    /// What it says, in words.
    pub says: Text,
}

impl Extent {
    /// No figures, and why.
    pub(super) fn refused(error: &Error) -> Self {
        Self { least: None, most: None, at_most: false, at_least: false, grade: None, refusal: Some(Refusal::from(error)) }
    }
}

encodes! {
    Extent { least, most, at_most, at_least, grade, refusal }
    RuleSaid { law, says }
}

/// The extent of a case, and which of the rules of the kinds `asked` answered in the first way of taking what is open.
pub(super) fn of(
    library: &Library,
    input: &EstimateInput,
    asked: &[RuleName],
) -> Result<(Extent, Vec<(RuleName, RuleSaid)>), Error> {
    let mut extent: Option<Extent> = None;
    let mut used = Vec::new();
    let mut refused: Option<Error> = None;
    let outcome = ways::of_all(library, input, &mut |way, facts| {
        let way = match way {
            Ok(way) => way,
            Err(error) if ways::is_of_these(&error, facts) => {
                refused.get_or_insert(error);
                return Ok(());
            }
            Err(error) => return Err(error),
        };
        let first = of_way(&way);
        match &mut extent {
            None => {
                used = way
                    .used
                    .iter()
                    .filter(|used| asked.contains(&used.law.rule))
                    .map(|used| (used.law.rule, RuleSaid { law: LawRef::from(&used.law), says: used.in_words() }))
                    .collect();
                extent = Some(first);
            }
            Some(extent) => {
                extent.least = extent.least.min(first.least);
                extent.most = extent.most.max(first.most);
                extent.at_most |= first.at_most;
                extent.at_least |= first.at_least;
                extent.grade = extent.grade.max(first.grade);
            }
        }
        Ok(())
    });
    let refusal = match (outcome, extent) {
        (Ok(()), Some(extent)) => return Ok((Extent { at_least: extent.at_least || refused.is_some(), ..extent }, used)),
        (Ok(()), None) => refused.unwrap_or_else(|| Error::new(ErrorCode::Internal)),
        (Err(error), _) if error.is_law() || error.code() == ErrorCode::InputNeeded => error,
        (Err(error), _) => return Err(error),
    };
    Ok((Extent::refused(&refusal), Vec::new()))
}

fn of_way(way: &Way<'_, '_>) -> Extent {
    let pays = Some(way.stay.patient_pays());
    let gap = |could_cost| way.stay.gaps().any(|gap| gap.could_cost == could_cost);
    let own = way.stay.rests_on_own_figures().then_some(Grade::UserSupplied);
    let grade = way.used.iter().map(|used| used.law.terms.grade).max().max(own);
    Extent { least: pays, most: pays, at_most: gap(false), at_least: gap(true), grade, refusal: None }
}

//! The user's own figures, laid over the packs.

use serde::Serialize;

use crate::{
    calendar::{Date, Period},
    decode::decodes,
    money::{Money, Percent},
    policy::{Adjustment, Cap, Citation, Grade, Law, RuleName, Source, Terms},
    region::Admdvs,
};

/// What the user knows of the local rules for this very visit: from the local notice, the official app, or the hotline 12393. A figure
/// given here comes before the packs', and everything computed from it is graded `userSupplied`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OwnFigures {
    /// The deductible of this visit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deductible: Option<Money>,
    /// The ratio at home, for this tier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ratio: Option<Percent>,
    /// The pool's cap.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pool_cap: Option<Cap>,
    /// How care elsewhere changes what is paid, for the way this visit is filed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cross_region: Option<Adjustment>,
}
decodes! { struct OwnFigures { deductible, ratio, pool_cap, cross_region } }

/// What stands in the place of a source for the user's own figures.
#[derive(Debug)]
pub(crate) struct OwnLaw {
    source: Source,
    terms: Terms,
}

impl OwnLaw {
    pub(crate) fn new() -> Self {
        Self {
            source: Source {
                document: "用户自填".into(),
                number: None,
                address: "".into(),
                read_on: Date::FIRST,
                grade: Grade::UserSupplied,
            },
            terms: Terms {
                effective: Period { from: Date::FIRST, to: None, stated: None },
                dated_by: None,
                citation: Citation { source: "own".into(), clause: None },
                grade: Grade::UserSupplied,
                note: None,
            },
        }
    }

    pub(crate) fn of(&self, rule: RuleName, insured: Admdvs) -> Law<'_> {
        Law { rule, pack: insured, source: &self.source, terms: &self.terms }
    }
}

//! The user's own figures, laid over the packs.

use serde::Serialize;

use crate::{
    decode::decodes,
    encode::encodes,
    money::{Money, Percent},
    policy::{AccountUse, Adjustment, Cap, Grade, Law, RuleName},
    text::Text,
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
    /// What the personal account may pay.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account_pays: Option<Vec<AccountUse>>,
}
decodes! { struct OwnFigures { deductible, ratio, pool_cap, cross_region, account_pays } }

/// A figure of the user's own that stands in the place of a rule. It has no source, and no day from which it holds.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OwnFigure {
    /// The kind of rule in whose place it stands.
    pub rule: RuleName,
    /// What a person reads.
    pub label: Text,
}
encodes! { OwnFigure { rule, label } }

impl From<RuleName> for OwnFigure {
    fn from(rule: RuleName) -> Self {
        Self { rule, label: rule.label() }
    }
}

/// What an amount rests on.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Ground<'a> {
    Law(Law<'a>),
    /// A figure of the user's own in the place of a rule of that kind.
    Own(RuleName),
}

impl<'a> Ground<'a> {
    pub(crate) const fn grade(&self) -> Grade {
        match self {
            Self::Law(law) => law.terms.grade,
            Self::Own(_) => Grade::UserSupplied,
        }
    }

    pub(crate) const fn law(&self) -> Option<&Law<'a>> {
        match self {
            Self::Law(law) => Some(law),
            Self::Own(_) => None,
        }
    }

    pub(crate) const fn own(&self) -> Option<RuleName> {
        match self {
            Self::Law(_) => None,
            Self::Own(rule) => Some(*rule),
        }
    }
}

/// Rests what a rule says on it.
pub(crate) fn by_law<'a, T>((value, law): (T, Law<'a>)) -> (T, Ground<'a>) {
    (value, Ground::Law(law))
}

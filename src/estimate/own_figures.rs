//! The user's own figures, laid over the packs.

use std::borrow::Cow;

use serde::Serialize;

use crate::{
    calendar::{Date, Period},
    decode::decodes,
    money::{Money, Percent},
    policy::{AccountUse, Adjustment, Cap, Citation, Grade, Law, RuleName, Source, Terms},
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
    /// What the personal account may pay.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account_pays: Option<Vec<AccountUse>>,
}
decodes! { struct OwnFigures { deductible, ratio, pool_cap, cross_region, account_pays } }

/// What stands in the place of a source.
static SOURCE: Source = Source {
    document: Cow::Borrowed("用户自填"),
    number: None,
    address: Cow::Borrowed(""),
    read_on: Date::FIRST,
    grade: Grade::UserSupplied,
};

static TERMS: Terms = Terms {
    effective: Period { from: Date::FIRST, to: None, stated: None },
    dated_by: None,
    citation: Citation { source: Cow::Borrowed("own"), clause: None },
    grade: Grade::UserSupplied,
    note: None,
};

/// The law that a figure of the user's own is.
pub(crate) fn law(rule: RuleName, insured: Admdvs) -> Law<'static> {
    Law { rule, pack: insured, source: &SOURCE, terms: &TERMS }
}

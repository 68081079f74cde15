//! What the law says, by region and date.
//!
//! A [`PolicyPack`] holds one insured region's rules; a [`Library`] holds the packs that are loaded. A rule is a value with an
//! effective period, a citation and a grade, and is found by [`Case`]: exactly one rule answers, or the refusal says why none
//! does.

mod check;
mod library;
mod lookup;
mod model;

pub use library::{Library, RegionSummary};
pub(crate) use lookup::{Case, Law};
pub use model::{
    Adjustment, Applies, Band, Bands, Cap, Citation, DatedBy, Deductible, FilingCategory, FirstSelfPayBase, Grade, Insurance,
    Ladder, LargeAmount, LargeAmountCap, PersonGroup, PolicyPack, Rule, RuleName, Rules, Says, SeriousIllness, Source, Terms, Tier,
    VisitKind,
};

//! What the law says, by region and date.
//!
//! A [`PolicyPack`] holds one insured region's rules; a [`Library`] holds the packs that are loaded. A rule is a value with an
//! effective period, a citation and a grade, and is found by [`Case`]: exactly one rule answers, or the refusal says why none
//! does. What contradicts itself is not loaded: a [`Fault`] says what is wrong with a pack, and where.

mod describe;
mod digest;
mod library;
mod lint;
mod lookup;
mod model;
mod words;

pub use describe::{CitationRef, LawRef, RegionDescription, RuleDescription};
pub(crate) use library::LoadedPack;
pub use library::{Library, RegionSummary};
pub use lint::{Fault, FaultCode, Severity};
pub(crate) use lookup::{Case, Law};
pub use model::{
    Adjustment, Applies, Band, Bands, Cap, Citation, DatedBy, Deductible, FilingCategory, FirstSelfPayBase, Grade, Insurance,
    Ladder, LargeAmount, LargeAmountCap, PersonGroup, PolicyPack, Rule, RuleName, Rules, Says, SeriousIllness, Source, Terms, Tier,
    VisitKind,
};

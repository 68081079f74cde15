//! What the law says, by region and date.
//!
//! A [`PolicyPack`] holds one insured region's rules, or those of the province or country that regions fall back on; a [`Library`]
//! holds the packs that are loaded. A rule is a value with an effective period, a citation and a grade, and is found by [`Case`] in
//! the packs of a [`Statute`]: exactly one rule answers, or the refusal says why none does. What contradicts itself is not loaded: a
//! [`Fault`] says what is wrong with a pack, and where.

mod describe;
mod digest;
mod heads;
mod library;
mod lint;
mod lookup;
mod model;
mod shipped;
mod words;

pub use describe::{CitationRef, LawRef, RegionDescription, RuleDescription};
pub(crate) use digest::of as digest_of;
pub(crate) use digest::of_texts as digest_of_texts;
pub(crate) use library::LoadedPack;
pub use library::{Library, PackRef, RegionSummary};
pub use lint::{Fault, FaultCode, Severity};
pub(crate) use lookup::{Case, Choice, Law, Sought, Statute, Used, cited};
pub use model::*;
pub(crate) use words::{in_words, phrase, phrase_of};

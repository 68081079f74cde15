//! What the person pays.
//!
//! The law's principle: **the place of care decides what is covered (就医地目录), the insured region decides how much is paid
//! (参保地政策)**. So a bill arrives already split by the treatment region, and the insured region's pack decides the rest:
//!
//! ```text
//! in scope − first self-pay − deductible → segments × ratio → pool → large amount → serious illness → … → the person
//! ```
//!
//! | step | file |
//! |---|---|
//! | what is asked | `input` |
//! | the amounts, rule by rule | `funnel`, `segments`, `deductible`, `funds` |
//! | the user's own figures | `own_figures` |
//! | the tree that explains them | `ledger` |
//! | what is answered | `result`, `range` |

mod deductible;
mod funds;
mod funnel;
mod input;
mod ledger;
mod own_figures;
mod range;
mod result;
mod segments;

use crate::{error::Error, policy::Library};

pub use input::{Bill, EstimateInput, Filing, Person, Visit, YearSoFar};
pub use own_figures::OwnFigures;
pub use range::{Assumption, Bound, EstimateRange};
pub use result::{Basis, Estimate, Figures, Formula, Gap, LedgerLine, NamedRegion};

/// Estimates what the person pays for one visit.
///
/// # Errors
///
/// Those of the input (`sumExceedsTotal`, `dateOrder`, …), and those of the law: where the packs of `library` do not answer the
/// case, the refusal names the missing rule; where a rule can be read in more than one way (`ruleAmbiguous`) or only sets bounds
/// (`ruleBounded`), and that matters here, it names that rule, and [`estimate_range`] answers. No figure is ever guessed.
///
/// # Example
///
/// Insured in Xi'an as a working employee, referred to a tertiary hospital in Shanghai: 80 % at home, 10 percentage points less.
///
/// ```
/// use yidi::{EstimateInput, Library, estimate};
///
/// let input = EstimateInput::from_json(r#"{
///     "person": {"insuredRegion": "610100", "insurance": "employee", "group": "working"},
///     "visit": {"treatmentRegion": "310000", "kind": "inpatient", "tier": "tier3",
///               "admitted": "2026-11-02", "settled": "2026-11-12"},
///     "filing": {"category": "referral"},
///     "bill": {"total": "50000.00", "inScope": "42000.00"},
///     "yearSoFar": {"admissions": 0, "poolPaid": "0"}
/// }"#)?;
/// let estimate = estimate(&Library::shipped(), &input)?;
/// assert_eq!(estimate.figures.pool, Some("28560.00".parse()?)); // (42,000 − 1,200) × 70 %
/// assert_eq!(estimate.patient_pays, "21440.00".parse()?);
/// # Ok::<(), yidi::Error>(())
/// ```
pub fn estimate(library: &Library, input: &EstimateInput) -> Result<Estimate, Error> {
    range::only(library, input)
}

/// Estimates the least and the most the person pays for one visit, over everything that the rules leave open.
///
/// Both bounds are attained: each comes with what the open rules were taken to say. Where nothing is open, both are the
/// [estimate](estimate()).
///
/// # Errors
///
/// As [`estimate()`], but for `ruleBounded`, and for `ruleAmbiguous` only where a rule cannot be computed in any reading.
///
/// # Example
///
/// No table of Luohe's is known, but national law bounds what another temporary visit loses: at most about 20 percentage points.
/// With the local deductible and ratio as the person has learned them:
///
/// ```
/// use yidi::{EstimateInput, Library, estimate_range};
///
/// let input = EstimateInput::from_json(r#"{
///     "person": {"insuredRegion": "411100", "insurance": "resident", "group": "otherResident"},
///     "visit": {"treatmentRegion": "440300", "kind": "inpatient", "tier": "tier3",
///               "admitted": "2026-11-02", "settled": "2026-11-12"},
///     "filing": {"category": "otherTemporary"},
///     "bill": {"total": "20650.00", "inScope": "20650.00"},
///     "yearSoFar": {},
///     "ownFigures": {"deductible": "650", "ratio": "65"}
/// }"#)?;
/// let range = estimate_range(&Library::shipped(), &input)?;
/// assert_eq!(range.least.estimate.figures.pool, Some("13000.00".parse()?)); // 20,000 × 65 %
/// assert_eq!(range.most.estimate.figures.pool, Some("9000.00".parse()?)); // 20,000 × 45 %
/// assert!(range.most.assumes[0].law.citation.document.contains("异地就医"));
/// # Ok::<(), yidi::Error>(())
/// ```
pub fn estimate_range(library: &Library, input: &EstimateInput) -> Result<EstimateRange, Error> {
    range::range(library, input)
}

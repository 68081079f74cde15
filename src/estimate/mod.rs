//! What the person pays.
//!
//! The law's principle: **the place of care decides what is covered (就医地目录), the insured region decides how much is paid
//! (参保地政策)**. So a bill arrives already split by the treatment region, and the insured region's pack decides the rest:
//!
//! ```text
//! in scope − first self-pay − deductible → segments × ratio → pool → large amount → serious illness
//! ```
//!
//! | step | file |
//! |---|---|
//! | what is asked | `input` |
//! | the amounts, rule by rule | `funnel`, `segments`, `deductible`, `funds` |
//! | the tree that explains them | `ledger` |
//! | what is answered | `result` |

mod deductible;
mod funds;
mod funnel;
mod input;
mod ledger;
mod result;
mod segments;

use crate::{error::Error, policy::Library};

pub use input::{Bill, EstimateInput, Filing, Person, Visit, YearSoFar};
pub use result::{Basis, Estimate, Figures, Formula, Gap, LedgerLine, NamedRegion, PackRef};

/// Estimates what the person pays for one visit.
///
/// # Errors
///
/// Those of the input (`sumExceedsTotal`, `dateOrder`, …), and those of the law: where the packs of `library` do not answer the
/// case, the refusal names the missing rule. No figure is ever guessed.
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
    let loaded = library.loaded(input.person.insured_region).map_err(|error| error.at("insuredRegion").at("person"))?;
    let pack = &loaded.pack;
    let case = input.case(pack)?;
    let bill = input.bill.split()?;
    let settled = funnel::settle(pack, &case, &bill, &input.year_so_far)?;
    let ledger = ledger::explain(&bill, &settled);
    ledger.check()?;
    Ok(result::answer(loaded, input, &case, &settled, &ledger))
}

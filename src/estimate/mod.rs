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

#[cfg(feature = "bench")]
pub mod bench;
mod bill;
mod compare;
mod curve;
mod deductible;
mod extent;
mod funds;
mod funnel;
mod input;
mod ledger;
mod own_figures;
mod range;
mod reconcile;
mod result;
mod segments;
mod ways;

use serde::Serialize;

use crate::{
    calendar::Date,
    encode::encodes,
    error::{Error, Refusal},
    money::Money,
    policy::Library,
};

pub use bill::{Bill, BillItem, BillSplit, CatalogueClass, ItemSplit, split_bill};
pub use compare::{CompareOptions, DateComparison, Dated, FiledLate, FilingComparison, FilingOption, Late, Papers, RuleChange};
pub use curve::{CostCurve, CurvePoint};
pub use extent::{Extent, RuleSaid};
pub use input::{EstimateInput, Filing, Person, Visit, YearSoFar};
pub use own_figures::{OwnFigure, OwnFigures};
pub use range::{Assumption, Bound, EstimateRange, FactValue, NextQuestion, Unanswered};
pub use reconcile::{Explanation, Identity, Reconciliation, Slip, SlipLine};
pub use result::{Basis, Estimate, Figures, Formula, Gap, LedgerLine, NamedRegion};

/// Estimates what the person pays for one visit.
///
/// # Law
///
/// The place of care decides what is covered, the insured region how much is paid (医保发〔2022〕22号 二（一）); a stay over the year's end,
/// 经办规程 第四十一条 (annex of 医保发〔2022〕22号). Every line cites the rules it rests on.
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
    ways::estimate(library, input)
}

/// Estimates the least and the most the person pays for one visit, over everything that the rules leave open.
///
/// Both bounds are attained: each comes with what the open rules were taken to say. Where nothing is open, both are the
/// [estimate](estimate()).
///
/// # Law
///
/// The national bounds on what care in another province may lose, 医保发〔2022〕22号 二（六） and 医保发〔2024〕21号 二; otherwise as
/// [`estimate()`](crate::estimate()).
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
/// assert!(range.most.assumes[0].law().unwrap().citation.document.contains("异地就医"));
/// # Ok::<(), yidi::Error>(())
/// ```
pub fn estimate_range(library: &Library, input: &EstimateInput) -> Result<EstimateRange, Error> {
    range::range(library, input)
}

/// Compares what the same bill costs under every way to file it: long-term with papers, by commitment, by commitment without the papers
/// that should have followed, by referral, as an emergency, as another temporary visit, and not filed; with `tiers`, at every tier too.
/// Each option says what has to be shown for it, and what it still brings when it is late.
///
/// # Law
///
/// The categories, 经办规程 第七条 (annex of 医保发〔2022〕22号); filed late, 医保发〔2022〕22号 二（四）.
///
/// # Errors
///
/// Those of the input. An option for which no rule is known carries the refusal itself.
///
/// # Example
///
/// A stay of 50,000 in Shanghai, insured in Xi'an. Not to file costs as much again as to file:
///
/// ```
/// use yidi::{CompareOptions, EstimateInput, Library, compare_filings};
///
/// let input = EstimateInput::from_json(r#"{
///     "person": {"insuredRegion": "610100", "insurance": "employee", "group": "working"},
///     "visit": {"treatmentRegion": "310000", "kind": "inpatient", "tier": "tier3",
///               "admitted": "2026-11-02", "settled": "2026-11-12"},
///     "filing": {},
///     "bill": {"total": "50000.00", "inScope": "42000.00"},
///     "yearSoFar": {"admissions": 0, "poolPaid": "0"}
/// }"#)?;
/// let options = compare_filings(&Library::shipped(), &input, CompareOptions::default())?.options;
/// assert_eq!(options[0].label.en, "living elsewhere long-term, filed with papers");
/// assert_eq!(options[0].pays.most, Some("17360.00".parse()?)); // 8,000 + 1,200 + 20 % of 40,800
/// # Ok::<(), yidi::Error>(())
/// ```
pub fn compare_filings(library: &Library, input: &EstimateInput, options: CompareOptions) -> Result<FilingComparison, Error> {
    compare::filings(library, input, options)
}

/// Compares what the same visit comes to when it is settled on one day and on another, and which rules have changed in between. The stay
/// keeps its length.
///
/// # Errors
///
/// Those of the input, and `invalidDate` where the admission would lie before the first day that is accepted. A day that the rules do not
/// cover carries the refusal itself.
///
/// # Example
///
/// ```
/// use yidi::{EstimateInput, Library, compare_dates};
///
/// let input = EstimateInput::from_json(r#"{
///     "person": {"insuredRegion": "610100", "insurance": "employee", "group": "working"},
///     "visit": {"treatmentRegion": "310000", "kind": "inpatient", "tier": "tier3",
///               "admitted": "2026-11-02", "settled": "2026-11-12"},
///     "filing": {"category": "referral"},
///     "bill": {"total": "50000.00", "inScope": "42000.00"},
///     "yearSoFar": {"admissions": 0, "poolPaid": "0"}
/// }"#)?;
/// let compared = compare_dates(&Library::shipped(), &input, "2026-06-30".parse()?, "2026-11-12".parse()?)?;
/// assert_eq!(compared.before.pays.most, compared.after.pays.most);
/// assert!(compared.changes.is_empty());
/// # Ok::<(), yidi::Error>(())
/// ```
pub fn compare_dates(library: &Library, input: &EstimateInput, before: Date, after: Date) -> Result<DateComparison, Error> {
    compare::dates(library, input, before, after)
}

/// What the person pays as the amount in scope grows up to `up_to`, with the exact points at which something begins. Where a rule only
/// sets bounds, or can be read in more than one way, each point has the least and the most, as [`estimate_range`] has them.
///
/// # Errors
///
/// As [`estimate_range`], for any amount up to that, and `inputNeeded` for a fact that is not known; `amountTooLarge` at `upTo`.
///
/// # Example
///
/// ```
/// use yidi::{EstimateInput, Library, cost_curve};
///
/// let input = EstimateInput::from_json(r#"{
///     "person": {"insuredRegion": "610100", "insurance": "employee", "group": "working"},
///     "visit": {"treatmentRegion": "310000", "kind": "inpatient", "tier": "tier3",
///               "admitted": "2026-11-02", "settled": "2026-11-12"},
///     "filing": {"category": "referral"},
///     "bill": {"total": "50000.00", "inScope": "42000.00"},
///     "yearSoFar": {"admissions": 0, "poolPaid": "0"}
/// }"#)?;
/// let points = cost_curve(&Library::shipped(), &input, "42000.00".parse()?)?.points;
/// assert_eq!(points[1].in_scope, "1200.00".parse()?);
/// assert_eq!(points[1].begins[0].en, "Pool: 70%"); // the deductible is met
/// assert_eq!(points[1].least, points[1].most); // nothing is open
/// # Ok::<(), yidi::Error>(())
/// ```
pub fn cost_curve(library: &Library, input: &EstimateInput, up_to: Money) -> Result<CostCurve, Error> {
    curve::curve(library, input, up_to)
}

/// Lays a real settlement slip beside the estimate. Where a rule only sets bounds, or can be read in more than one way, a line of the
/// slip agrees that lies within what the rule allows.
///
/// # Errors
///
/// As [`estimate_range`], and `inputNeeded` for a fact that is not known.
///
/// # Example
///
/// The hospital took no deductible: the person had been in hospital twice before, or was there for something else.
///
/// ```
/// use yidi::{EstimateInput, Library, Slip, reconcile};
///
/// let input = EstimateInput::from_json(r#"{
///     "person": {"insuredRegion": "610100", "insurance": "employee", "group": "working"},
///     "visit": {"treatmentRegion": "310000", "kind": "inpatient", "tier": "tier3",
///               "admitted": "2026-11-02", "settled": "2026-11-12"},
///     "filing": {"category": "otherTemporary"},
///     "bill": {"total": "50000.00", "inScope": "42000.00"},
///     "yearSoFar": {"admissions": 0, "poolPaid": "0"}
/// }"#)?;
/// let slip = Slip::from_json(r#"{"total": "50000.00", "fundsPay": "28560.00", "cash": "21440.00", "account": "0"}"#)?;
/// let reconciled = reconcile(&Library::shipped(), &input, &slip)?;
/// assert!(!reconciled.matches && reconciled.identities.iter().all(|sum| sum.holds));
/// assert_eq!(reconciled.explanations[0].assumes[0].says().en, "referred elsewhere");
/// # Ok::<(), yidi::Error>(())
/// ```
pub fn reconcile(library: &Library, input: &EstimateInput, slip: &Slip) -> Result<Reconciliation, Error> {
    reconcile::reconcile(library, input, slip)
}

/// The answer for one of many inputs.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum EstimateOutcome {
    /// The estimate.
    Estimated {
        /// The estimate.
        estimate: Box<Estimate>,
    },
    /// Why there is none.
    Refused {
        /// The refusal.
        refusal: Refusal,
    },
}

encodes! { untagged EstimateOutcome { Estimated { estimate }, Refused { refusal } } }

impl From<Result<Estimate, Error>> for EstimateOutcome {
    fn from(answer: Result<Estimate, Error>) -> Self {
        match answer {
            Ok(estimate) => Self::Estimated { estimate: Box::new(estimate) },
            Err(error) => Self::Refused { refusal: Refusal::from(&error) },
        }
    }
}

/// Estimates many visits; one that is refused leaves the others as they are.
///
/// # Example
///
/// ```
/// use yidi::{EstimateOutcome, EstimateInput, Library, estimate_many};
///
/// let input = EstimateInput::from_json(r#"{
///     "person": {"insuredRegion": "610100", "insurance": "employee", "group": "working"},
///     "visit": {"treatmentRegion": "310000", "kind": "inpatient", "tier": "tier3",
///               "admitted": "2026-11-02", "settled": "2026-11-12"},
///     "filing": {"category": "referral"},
///     "bill": {"total": "50000.00", "inScope": "42000.00"},
///     "yearSoFar": {"admissions": 0, "poolPaid": "0"}
/// }"#)?;
/// let without_tier = EstimateInput { visit: yidi::Visit { tier: None, ..input.visit.clone() }, ..input.clone() };
/// let answers = estimate_many(&Library::shipped(), &[input, without_tier]);
/// assert!(matches!(&answers[0], EstimateOutcome::Estimated { estimate } if estimate.patient_pays.to_string() == "21440.00"));
/// assert!(matches!(&answers[1], EstimateOutcome::Refused { refusal } if refusal.path == "visit.tier"));
/// # Ok::<(), yidi::Error>(())
/// ```
#[must_use]
pub fn estimate_many(library: &Library, inputs: &[EstimateInput]) -> Vec<EstimateOutcome> {
    inputs.iter().map(|input| estimate(library, input).into()).collect()
}

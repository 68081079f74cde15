//! 起付线: the deductible of one admission.

use crate::{
    error::Error,
    estimate::input::{YearSoFar, needed},
    money::{Money, Percent, Rounding},
    policy::{Deductible, Ladder},
};

/// The deductible that this admission has, or `None` where the source stops before it.
pub(crate) fn standard(rule: &Deductible, year: &YearSoFar, rounding: Rounding) -> Result<Option<Money>, Error> {
    let Deductible::PerVisit(ladder) = rule;
    let earlier = || needed(year.admissions, "admissions").map(u32::from);
    Ok(match ladder {
        Ladder::Always(amount) => Some(*amount),
        Ladder::Amounts(amounts) => amounts.get(earlier()? as usize).copied(),
        Ladder::StepsDown { first, points, floor } => {
            Some(Percent::WHOLE.stepped_down(*points, earlier()?, *floor).of(*first, rounding))
        }
    })
}

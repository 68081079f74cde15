//! 起付线: the deductible of one visit.

use crate::{
    error::Error,
    estimate::input::{YearSoFar, needed},
    money::{Money, Percent, Rounding},
    policy::{Deductible, Ladder},
};

/// The deductible that this visit has, or `None` where the source stops before it.
pub(crate) fn standard(rule: &Deductible, year: &YearSoFar, rounding: Rounding) -> Result<Option<Money>, Error> {
    match rule {
        Deductible::PerVisit(ladder) => of_admission(ladder, year, rounding),
        Deductible::PerYear(amount)
        | Deductible::PerQuarter(amount)
        | Deductible::PerMonth(amount)
        | Deductible::PerFacilityYear(amount) => still_due(*amount, year).map(Some),
    }
}

/// What of `amount` has not been paid yet.
pub(crate) fn still_due(amount: Money, year: &YearSoFar) -> Result<Money, Error> {
    needed(year.deductible_paid, "deductiblePaid").map(|paid| amount.less(paid))
}

fn of_admission(ladder: &Ladder, year: &YearSoFar, rounding: Rounding) -> Result<Option<Money>, Error> {
    let earlier = || needed(year.admissions, "admissions").map(u32::from);
    Ok(match ladder {
        Ladder::Always(amount) => Some(*amount),
        Ladder::Amounts { first, later } => first.get(earlier()? as usize).copied().or(*later),
        Ladder::StepsDown { first, points, floor } => {
            Some(Percent::WHOLE.stepped_down(*points, earlier()?, *floor).of(*first, rounding))
        }
    })
}

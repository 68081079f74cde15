//! 起付线: the deductible of one visit.

use crate::{
    error::Error,
    estimate::input::Year,
    money::{Money, Percent, Rounding},
    policy::{Deductible, Ladder},
};

/// The deductible that this visit has, whatever was paid towards it, or `None` where the source stops before it.
pub(crate) fn standard(rule: &Deductible, year: Year<'_>, rounding: Rounding) -> Result<Option<Money>, Error> {
    match rule {
        Deductible::PerVisit(ladder) => of_admission(ladder, year, rounding),
        Deductible::PerYear(amount)
        | Deductible::PerQuarter(amount)
        | Deductible::PerMonth(amount)
        | Deductible::PerFacilityYear(amount) => Ok(Some(*amount)),
    }
}

/// What of `amount` has not been paid yet.
pub(crate) fn still_due(amount: Money, year: Year<'_>) -> Result<Money, Error> {
    year.amount(year.facts.deductible_paid, "deductiblePaid", &[Money::ZERO, amount]).map(|paid| amount.less(paid))
}

fn of_admission(ladder: &Ladder, year: Year<'_>, rounding: Rounding) -> Result<Option<Money>, Error> {
    Ok(match ladder {
        Ladder::Always(amount) => Some(*amount),
        Ladder::Amounts { first, later } => {
            let earlier = year.admissions(first.len() as u16)?;
            first.get(usize::from(earlier)).copied().or(*later)
        }
        Ladder::StepsDown { first, points, floor } => {
            let share = |earlier| Percent::WHOLE.stepped_down(*points, earlier, *floor);
            let lowest = (0..=100).find(|earlier| share(earlier + 1) == share(*earlier)).unwrap_or_default();
            Some(share(year.admissions(lowest as u16)?.into()).of(*first, rounding))
        }
    })
}

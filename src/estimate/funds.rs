//! What pays beside the pool: the large-amount fund (大额) and serious-illness insurance (大病).

use crate::{
    error::Error,
    estimate::{
        input::{YearSoFar, needed},
        segments::{self, Slice},
    },
    money::{Money, Rounding},
    policy::{Cap, LargeAmount, LargeAmountCap, SeriousIllness},
};

/// What the large-amount fund pays of the amount `above` the pool's cap, the pool having paid `pool_paid` this year with this visit.
pub(crate) fn large_amount(
    rule: &LargeAmount,
    above: Money,
    pool_paid: Money,
    year: &YearSoFar,
    rounding: Rounding,
) -> Result<Money, Error> {
    let paid = rule.ratio.of(above, rounding);
    let room = |cap: Money, used: Money| needed(year.large_amount_paid, "largeAmountPaid").map(|before| cap.less(used + before));
    Ok(match rule.cap {
        LargeAmountCap::Unlimited => paid,
        LargeAmountCap::Own(cap) => paid.min(room(cap, Money::ZERO)?),
        LargeAmountCap::WithPool(cap) => paid.min(room(cap, pool_paid)?),
    })
}

/// What serious-illness insurance pays on `own`, the compliant own payments of this visit, added to those of the year so far.
pub(crate) fn serious_illness(
    rule: &SeriousIllness,
    own: Money,
    year: &YearSoFar,
    rounding: Rounding,
) -> Result<Vec<Slice>, Error> {
    let before = needed(year.serious_illness_base, "seriousIllnessBase")?;
    let measured = |base: Money| if rule.segments.bounds_include_deductible { base.max(rule.start) } else { base.less(rule.start) };
    let mut slices = segments::pay(&rule.segments, measured(before), measured(before + own), |ratio| ratio, rounding);
    if let (Cap::Yearly(cap), false) = (&rule.cap, slices.is_empty()) {
        let room = cap.less(needed(year.serious_illness_paid, "seriousIllnessPaid")?);
        segments::stop_at(&mut slices, room, rounding);
    }
    Ok(slices)
}

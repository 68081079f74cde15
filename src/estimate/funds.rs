//! What pays beside the pool: the large-amount fund (大额), and the funds that pay on the year's own payments (大病, 救助 …).

use crate::{
    error::Error,
    estimate::{
        input::{YearSoFar, needed},
        segments::{self, Slice},
    },
    money::{Money, Rounding},
    policy::{Cap, LargeAmount, LargeAmountCap, Supplement},
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

/// What a fund that pays on the year's own payments does for `own`, those of this visit, added to those `before` it in the year.
pub(crate) fn supplement(
    rule: &Supplement,
    own: Money,
    before: Money,
    paid_before: impl FnOnce() -> Result<Money, Error>,
    rounding: Rounding,
) -> Result<Vec<Slice>, Error> {
    let measured = |base: Money| if rule.segments.bounds_include_deductible { base.max(rule.start) } else { base.less(rule.start) };
    let mut slices = segments::pay(&rule.segments, measured(before), measured(before + own), |ratio| ratio, rounding);
    let room = match &rule.cap {
        _ if slices.is_empty() => None,
        Cap::Yearly(cap) | Cap::Monthly(cap) => Some(cap.less(paid_before()?)),
        Cap::PerVisit(cap) => Some(*cap),
        Cap::Unlimited => None,
    };
    if let Some(room) = room {
        segments::stop_at(&mut slices, room, rounding);
    }
    Ok(slices)
}

//! What pays beside the pool: the large-amount fund (大额), and the funds that pay on the year's own payments (大病, 救助 …).

use crate::{
    error::Error,
    estimate::segments::{self, Slice},
    money::{Money, Rounding},
    policy::{Cap, LargeAmount, LargeAmountCap, Supplement},
};

/// What is asked where a cap counts: how much was paid before, of at most so much.
pub(crate) type Used<'a> = dyn Fn(Money) -> Result<Money, Error> + 'a;

/// What the large-amount fund pays of the amount `above` the pool's cap. The pool pays `by_pool` of this visit.
pub(crate) fn large_amount(
    rule: &LargeAmount,
    above: Money,
    by_pool: Money,
    (pool, own): (&Used<'_>, &Used<'_>),
    rounding: Rounding,
) -> Result<Money, Error> {
    let paid = rule.ratio.of(above, rounding);
    Ok(match rule.cap {
        LargeAmountCap::Unlimited => paid,
        LargeAmountCap::Own(cap) => paid.min(cap.less(own(cap)?)),
        LargeAmountCap::WithPool(cap) => paid.min(cap.less(by_pool + pool(cap)? + own(cap)?)),
    })
}

/// What the pool may have paid before of its `cap` for this fund and the pool together to pay most and least of the `slices`: what they
/// pay changes evenly between the ends of the slices where the pool may stop, and where this fund, which has paid `used`, reaches its
/// own cap. All that pays further pays on what these two leave.
pub(crate) fn pool_paid_before(
    rule: &LargeAmount,
    (cap, used): (Money, Money),
    slices: &[Slice],
    rounding: Rounding,
) -> Result<Vec<Money>, Error> {
    let stops = (0..=slices.len()).filter_map(|count| slices.get(..count)).map(segments::paid);
    let room = match rule.cap {
        LargeAmountCap::Unlimited => None,
        LargeAmountCap::Own(own) => Some(own.less(used)),
        LargeAmountCap::WithPool(both) => Some(both.less(cap + used)),
    };
    let full = room.map(|room| segments::paid_below(slices, room.grossed_up(rule.ratio, rounding), rounding));
    let mut pays = Vec::new();
    for before in stops.chain(full).map(|by_pool| cap.less(by_pool)).chain([Money::ZERO]) {
        let mut reached = slices.to_vec();
        let above = segments::stop_at(&mut reached, cap.less(before), rounding);
        let by_pool = segments::paid(&reached);
        pays.push((by_pool + large_amount(rule, above, by_pool, (&|_| Ok(before), &|_| Ok(used)), rounding)?, before));
    }
    pays.sort_unstable();
    let most = pays.last().map(|(most, _)| *most);
    let ends = pays.first().into_iter().chain(pays.iter().find(|(amount, _)| Some(*amount) == most));
    Ok(ends.map(|(_, before)| *before).collect())
}

/// What a fund that pays on the year's own payments does for `own`, those of this visit, added to those `before` it in the year.
pub(crate) fn supplement(
    rule: &Supplement,
    own: Money,
    before: Money,
    paid_before: &Used<'_>,
    rounding: Rounding,
) -> Result<Vec<Slice>, Error> {
    let measured = |base: Money| if rule.segments.bounds_include_deductible { base.max(rule.start) } else { base.less(rule.start) };
    let mut slices = segments::pay(&rule.segments, measured(before), measured(before + own), |ratio| ratio, rounding);
    let room = match &rule.cap {
        _ if slices.is_empty() => None,
        Cap::Yearly(cap) | Cap::Monthly(cap) => Some(cap.less(paid_before(*cap)?)),
        Cap::PerVisit(cap) => Some(*cap),
        Cap::Unlimited => None,
    };
    if let Some(room) = room {
        segments::stop_at(&mut slices, room, rounding);
    }
    Ok(slices)
}

/// The own payments before this visit's between which it matters how much they were.
pub(crate) fn bases(rule: &Supplement, own: Money) -> Vec<Money> {
    let start = if rule.segments.bounds_include_deductible { Money::ZERO } else { rule.start };
    segments::starts(&rule.segments, [rule.start], start, own)
}

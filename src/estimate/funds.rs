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

/// What the pool may have paid before of its `cap`, as amounts between which what the person pays changes evenly: where the pool then
/// stops at the end of one of the `slices`, and where the large-amount fund, which has paid `used`, reaches its own cap. Where that
/// fund nowhere pays a larger share than the pool, the ends suffice: the less is left of the cap, the more the person pays.
pub(crate) fn pool_paid_before(rule: &LargeAmount, used: Money, cap: Money, slices: &[Slice], rounding: Rounding) -> Vec<Money> {
    let mut paid = vec![Money::ZERO, cap];
    if slices.iter().all(|slice| rule.ratio <= slice.ratio) {
        return paid;
    }
    let pool_stops = (1..=slices.len()).filter_map(|count| slices.get(..count)).map(segments::paid);
    paid.extend(pool_stops.map(|by_pool| cap.less(by_pool)));
    let room = match rule.cap {
        LargeAmountCap::Unlimited => None,
        LargeAmountCap::Own(own) => Some(own.less(used)),
        LargeAmountCap::WithPool(both) => Some(both.less(cap + used)),
    };
    paid.extend(room.map(|room| cap.less(segments::paid_below(slices, room.grossed_up(rule.ratio, rounding), rounding))));
    paid.sort_unstable();
    paid.dedup();
    paid
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

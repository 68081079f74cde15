//! 分段: an amount cut at the bounds of its segments, each paid at its own ratio.

use crate::{
    money::{Money, Percent, Rounding},
    policy::Bands,
};

/// The part of an amount that lies in one segment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Slice {
    /// How much of the amount lies in it.
    pub(crate) amount: Money,
    /// The segment's ratio, as the rule states it.
    pub(crate) stated: Percent,
    /// The ratio after cross-region adjustment.
    pub(crate) ratio: Percent,
    /// What the fund pays of it.
    pub(crate) paid: Money,
    /// Whether the fund's cap was reached in it, so that `paid` is what room was left.
    pub(crate) capped: bool,
}

/// Cuts the amount between `start` and `end` at the bounds of `bands` and pays each part. Empty parts are left out.
pub(crate) fn pay(bands: &Bands, start: Money, end: Money, adjust: impl Fn(Percent) -> Percent, rounding: Rounding) -> Vec<Slice> {
    let mut slices = Vec::with_capacity(bands.bands.len());
    let mut from = start;
    for band in &bands.bands {
        let to = band.up_to.map_or(end, |bound| bound.min(end));
        if to <= from {
            continue;
        }
        let (amount, stated) = (to - from, bands.ratio(band));
        let ratio = adjust(stated);
        slices.push(Slice { amount, stated, ratio, paid: ratio.of(amount, rounding), capped: false });
        from = to;
    }
    slices
}

/// Stops paying once `room` is used up, and tells how much of the amounts is left unpaid above that point (超封顶).
pub(crate) fn stop_at(slices: &mut Vec<Slice>, room: Money, rounding: Rounding) -> Money {
    let (mut room, mut above) = (room, Money::ZERO);
    for slice in slices.iter_mut() {
        if slice.paid <= room {
            room = room - slice.paid;
            continue;
        }
        let used = if room.is_zero() { Money::ZERO } else { room.grossed_up(slice.ratio, rounding).min(slice.amount) };
        above = above + (slice.amount - used);
        (slice.amount, slice.paid, slice.capped) = (used, room, true);
        room = Money::ZERO;
    }
    slices.retain(|slice| !slice.amount.is_zero());
    above
}

/// Where an amount of `length` has to begin for its parts to fall at the bounds of the segments (which lie `offset` higher), or at the
/// `further` ones: what is paid for it changes evenly in between. Where the ratios rise from segment to segment, two ends suffice.
pub(crate) fn starts(bands: &Bands, further: impl IntoIterator<Item = Money>, offset: Money, length: Money) -> Vec<Money> {
    let mut bounds: Vec<_> = further.into_iter().collect();
    bounds.extend(bands.bands.iter().filter_map(|band| band.up_to).map(|bound| bound + offset));
    if rise(bands) {
        return std::iter::once(Money::ZERO).chain(bounds.into_iter().max()).collect();
    }
    let mut starts = vec![Money::ZERO];
    for bound in bounds {
        starts.extend([bound.less(length), bound]);
    }
    starts.sort_unstable();
    starts.dedup();
    starts
}

/// Whether no segment has a lower ratio than the one before it.
pub(crate) fn rise(bands: &Bands) -> bool {
    bands.bands.is_sorted_by_key(|band| bands.ratio(band))
}

/// What the fund has paid where all but the last `above` of the amounts is reached.
pub(crate) fn paid_below(slices: &[Slice], above: Money, rounding: Rounding) -> Money {
    let (mut left, mut below) = (above, Money::ZERO);
    for slice in slices.iter().rev() {
        below = below + slice.ratio.of(slice.amount.less(left), rounding);
        left = left.less(slice.amount);
    }
    below
}

/// What the fund pays of all slices.
pub(crate) fn paid(slices: &[Slice]) -> Money {
    slices.iter().map(|slice| slice.paid).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::Band;

    fn money(text: &str) -> Money {
        text.parse().unwrap()
    }

    /// 乌兰察布 居民: 0–30,000 65 %, –70,000 70 %, above 75 %.
    fn bands() -> Bands {
        let band = |up_to: Option<&str>, ratio: &str| Band { up_to: up_to.map(money), ratio: ratio.parse().unwrap() };
        Bands {
            bands: vec![band(Some("30000"), "65"), band(Some("70000"), "70"), band(None, "75")],
            bounds_include_deductible: false,
            over_the_year: false,
            own_share_times: None,
        }
    }

    fn slices(start: &str, end: &str) -> Vec<Slice> {
        pay(&bands(), money(start), money(end), |ratio| ratio, Rounding::HalfUp)
    }

    #[test]
    fn a_bound_belongs_to_the_lower_segment() {
        let amounts = |end: &str| slices("0", end).iter().map(|slice| (slice.amount, slice.paid)).collect::<Vec<_>>();
        assert_eq!(amounts("30000"), [(money("30000"), money("19500"))]);
        assert_eq!(amounts("30000.01"), [(money("30000"), money("19500")), (money("0.01"), money("0.01"))]);
        assert_eq!(amounts("0"), []);
    }

    #[test]
    fn segments_are_cut_from_the_start_on() {
        let shares: Vec<_> = slices("20000", "100000").iter().map(|slice| slice.paid).collect();
        // 10,000 × 65 %, 40,000 × 70 %, 30,000 × 75 %
        assert_eq!(shares, [money("6500"), money("28000"), money("22500")]);
    }

    #[test]
    fn a_cap_stops_inside_a_segment() {
        let mut capped = slices("0", "100000");
        let above = stop_at(&mut capped, money("40500"), Rounding::HalfUp);
        // 19,500 of the first, then 21,000 = 30,000 × 70 % of the second; 10,000 + 30,000 lie above.
        assert_eq!(
            capped.iter().map(|slice| (slice.amount, slice.paid)).collect::<Vec<_>>(),
            [(money("30000"), money("19500")), (money("30000"), money("21000"))]
        );
        assert_eq!(above, money("40000"));
    }

    #[test]
    fn a_cap_that_is_used_up_pays_nothing() {
        let mut capped = slices("0", "100");
        assert_eq!(stop_at(&mut capped, Money::ZERO, Rounding::HalfUp), money("100"));
        assert_eq!(capped, []);
    }
}

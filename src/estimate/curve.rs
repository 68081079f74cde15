//! What the person pays as the bill grows.

use serde::Serialize;

use crate::{
    encode::encodes,
    error::Error,
    estimate::{
        bill::{Bill, Known},
        funnel::{Fund, Stay},
        input::EstimateInput,
        ledger::Item,
        result::DISCLAIMER,
        segments::Slice,
        ways::{self, Way},
    },
    money::{Money, Percent},
    policy::Library,
    text::Text,
};

/// What the person pays as the amount in scope grows and what lies outside it stays as it is.
///
/// The points are where something begins: in between, what the person pays grows evenly, but for the rounding to the fen.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CostCurve {
    /// The points, from nothing in scope up to the amount that was asked for.
    pub points: Vec<CurvePoint>,
    /// To be shown with every figure.
    pub disclaimer: Text,
}

/// A point of the curve.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct CurvePoint {
    /// The amount in scope.
    pub in_scope: Money,
    /// The whole bill.
    pub total: Money,
    /// What the person pays of it.
    pub patient_pays: Money,
    /// What begins with the next fen; nothing at either end of the curve.
    pub begins: Vec<Text>,
}

encodes! {
    CostCurve { points, disclaimer }
    CurvePoint { in_scope, total, patient_pays, begins }
}

pub(super) fn curve(library: &Library, input: &EstimateInput, up_to: Money) -> Result<CostCurve, Error> {
    let outside = match input.bill.known()? {
        Known::All(bill) => bill.outside.sum(),
        Known::Bounds { lacks, .. } => return Err(lacks.at("bill")),
    };
    (up_to + outside).check_bounds().map_err(|error| error.at("upTo"))?;
    let mut asked = input.clone();
    let mut at = |in_scope: Money| {
        asked.bill = Bill::of(in_scope + outside, in_scope);
        sample(library, &asked)
    };
    let point = |in_scope: Money, sample: &Sample, begins| CurvePoint {
        in_scope,
        total: in_scope + outside,
        patient_pays: sample.pays,
        begins,
    };

    let last = at(up_to)?;
    let mut from = (Money::ZERO, at(Money::ZERO)?);
    let mut points = vec![point(from.0, &from.1, Vec::new())];
    while from.1.stages != last.stages {
        // Every stage only ever advances, so that nothing is passed over where both ends are alike.
        let (mut before, mut after) = (from, (up_to, last.clone()));
        while after.0 - before.0 > Money::FEN {
            let middle = before.0.midway(after.0);
            let sample = at(middle)?;
            if sample.stages == before.1.stages { before = (middle, sample) } else { after = (middle, sample) }
        }
        let kink = point(before.0, &before.1, begun(&before.1.stages, &after.1.stages));
        if points.last().is_some_and(|last| last.in_scope == kink.in_scope) {
            points.pop();
        }
        points.push(kink);
        from = after;
    }
    if points.last().is_some_and(|last| last.in_scope < up_to) {
        points.push(point(up_to, &last, Vec::new()));
    }
    Ok(CostCurve { points, disclaimer: DISCLAIMER })
}

/// What one amount comes to.
#[derive(Clone)]
struct Sample {
    pays: Money,
    stages: Vec<Stage>,
}

/// How far something has come: the segments that it reaches, and whether its cap.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Stage {
    of: Item,
    segments: usize,
    /// The ratio of the last segment.
    ratio: Option<Percent>,
    capped: bool,
}

fn sample(library: &Library, input: &EstimateInput) -> Result<Sample, Error> {
    let take = |way: &Way<'_, '_>| Ok(Sample { pays: way.stay.patient_pays(), stages: stages(&way.stay) });
    ways::agreed(library, input, take, |way, sample| way.stay.patient_pays() == sample.pays)
}

fn stages(stay: &Stay<'_>) -> Vec<Stage> {
    let mut stages = Vec::new();
    for part in &stay.parts {
        let settled = &part.settled;
        let of = |of, slices: &[Slice], capped| Stage {
            of,
            segments: slices.len(),
            ratio: slices.last().map(|slice| slice.ratio),
            capped,
        };
        stages.push(of(Item::Pool, &settled.pool, !settled.above_cap.is_zero()));
        let large = settled.large_amount.as_ref();
        stages.push(Stage {
            of: Item::LargeAmount,
            segments: usize::from(large.is_some()),
            ratio: large.map(|paid| paid.ratio),
            capped: large.is_some_and(|paid| paid.capped),
        });
        for fund in [Fund::SeriousIllness, Fund::LocalSupplement, Fund::CivilServant, Fund::Assistance] {
            let slices = settled.supplements.iter().find(|paid| paid.fund == fund).map_or(&[][..], |paid| &paid.slices);
            let capped = slices.iter().any(|slice| slice.capped);
            stages.push(of(Item::Supplement(fund), slices, capped));
        }
    }
    stages
}

/// What begins between two samples that lie next to each other.
fn begun(before: &[Stage], after: &[Stage]) -> Vec<Text> {
    let mut begun = Vec::new();
    for (_, after) in before.iter().zip(after).filter(|(before, after)| before != after) {
        let fund = after.of.label();
        begun.push(match after.ratio {
            _ if after.capped => Text::of(format!("{}到封顶线", fund.zh), format!("{}: the cap is reached", fund.en)),
            Some(ratio) => Text::of(format!("{} {ratio}%", fund.zh), format!("{}: {ratio}%", fund.en)),
            None => fund,
        });
    }
    begun
}

//! What the person pays as the bill grows.

use serde::Serialize;

use crate::{
    encode::encodes,
    error::{Error, ErrorCode},
    estimate::{
        bill::{Bill, Known},
        funnel::{Fund, Stay},
        input::EstimateInput,
        ledger::Item,
        result::DISCLAIMER,
        segments::Slice,
        ways,
    },
    money::{Money, Percent},
    policy::Library,
    text::Text,
};

/// What the person pays as the amount in scope grows and what lies outside it stays as it is.
///
/// The points are where something begins: in between, what the person pays grows evenly, but for the rounding to the fen. Where a rule
/// leaves something open, every point has both of its bounds, and all that lies in between stays within the straight lines from each
/// point to the next.
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
    /// The least that the person pays of it.
    pub least: Money,
    /// The most: the same, unless a rule leaves something open.
    pub most: Money,
    /// What begins with the next fen; nothing at either end of the curve.
    pub begins: Vec<Text>,
}

encodes! {
    CostCurve { points, disclaimer }
    CurvePoint { in_scope, total, least, most, begins }
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
        least: sample.least,
        most: sample.most,
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

/// What one amount comes to, over every way of taking the open rules.
#[derive(Clone)]
struct Sample {
    least: Money,
    most: Money,
    /// Of one way after the other.
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
    let mut sample: Option<Sample> = None;
    ways::of_rules(library, input, &mut |way, _| {
        let stay = way?.stay;
        let pays = stay.patient_pays();
        let sample = sample.get_or_insert(Sample { least: pays, most: pays, stages: Vec::new() });
        (sample.least, sample.most) = (sample.least.min(pays), sample.most.max(pays));
        sample.stages.extend(stages(&stay));
        Ok(())
    })?;
    sample.ok_or_else(|| Error::new(ErrorCode::Internal))
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

/// What begins between two samples that lie next to each other: of each fund the ratios that it may then have, or its cap.
fn begun(before: &[Stage], after: &[Stage]) -> Vec<Text> {
    let mut begun: Vec<(Stage, Vec<Percent>)> = Vec::new();
    for (at, stage) in after.iter().enumerate() {
        // A rule that is met for the first time, and leaves something open, makes more ways: then no stage lies where it lay.
        let is_reached = if before.len() == after.len() { before.get(at) == Some(stage) } else { before.contains(stage) };
        if is_reached {
            continue;
        }
        match begun.iter_mut().find(|(same, _)| (same.of, same.capped) == (stage.of, stage.capped)) {
            Some((_, ratios)) => ratios.extend(stage.ratio),
            None => begun.push((*stage, stage.ratio.into_iter().collect())),
        }
    }
    begun.into_iter().map(|(stage, ratios)| in_words(stage, &ratios)).collect()
}

fn in_words(stage: Stage, ratios: &[Percent]) -> Text {
    let fund = stage.of.label();
    match (ratios.iter().min(), ratios.iter().max()) {
        _ if stage.capped => Text::of(format!("{}到封顶线", fund.zh), format!("{}: the cap is reached", fund.en)),
        (Some(least), Some(most)) if least < most => {
            Text::of(format!("{} {least}%–{most}%", fund.zh), format!("{}: {least}%–{most}%", fund.en))
        }
        (Some(ratio), _) => Text::of(format!("{} {ratio}%", fund.zh), format!("{}: {ratio}%", fund.en)),
        (None, _) => fund,
    }
}

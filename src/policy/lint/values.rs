//! What a rule says.

use crate::money::{Money, Percent};
use crate::policy::{
    lint::{Fault, FaultCode, heads},
    model::{Adjustment, Bands, Cap, Deductible, Ladder, LargeAmount, Rule, RuleName, Rules, Says, SeriousIllness},
};

pub(super) fn check(rules: &Rules, faults: &mut Vec<Fault>) {
    check_kind(RuleName::Deductible, &rules.deductible, faults);
    check_kind(RuleName::Segments, &rules.segments, faults);
    check_kind(RuleName::CrossRegion, &rules.cross_region, faults);
    check_kind(RuleName::PoolCap, &rules.pool_cap, faults);
    check_kind(RuleName::LargeAmount, &rules.large_amount, faults);
    check_kind(RuleName::SeriousIllness, &rules.serious_illness, faults);
}

fn check_kind<T: Said>(name: RuleName, rules: &[Rule<T>], faults: &mut Vec<Fault>) {
    for (index, rule) in rules.iter().enumerate() {
        let path = heads::path(name, index) + ".says";
        match &rule.says {
            Says::Value(value) => value.check(&format!("{path}.value"), faults),
            Says::Readings(readings) => check_readings(readings, &format!("{path}.readings"), faults),
            Says::Disputed(_) => {}
        }
    }
}

fn check_readings<T: Said>(readings: &[T], path: &str, faults: &mut Vec<Fault>) {
    if readings.iter().all(|reading| Some(reading) == readings.first()) {
        faults.push(Fault::new(FaultCode::ReadingsAlike, path, readings.len()));
    }
    for (index, reading) in readings.iter().enumerate() {
        reading.check(&format!("{path}.{index}"), faults);
    }
}

/// What the rules of a kind say.
trait Said: PartialEq {
    fn check(&self, path: &str, faults: &mut Vec<Fault>);
}

impl Said for Deductible {
    fn check(&self, path: &str, faults: &mut Vec<Fault>) {
        let Self::PerVisit(ladder) = self;
        match ladder {
            Ladder::Amounts(amounts) if amounts.is_empty() => {
                faults.push(Fault::new(FaultCode::EmptyLadder, format!("{path}.perVisit.amounts"), "[]"));
            }
            Ladder::StepsDown { first, points, floor } if first.is_zero() || points.is_zero() || *floor == Percent::WHOLE => {
                let steps = format!("{first} − {points} % … {floor} %");
                faults.push(Fault::new(FaultCode::StuckLadder, format!("{path}.perVisit.stepsDown"), steps));
            }
            Ladder::Amounts(_) | Ladder::Always(_) | Ladder::StepsDown { .. } => {}
        }
    }
}

impl Said for Bands {
    fn check(&self, path: &str, faults: &mut Vec<Fault>) {
        let path = format!("{path}.bands");
        if !join(self) {
            let bounds = self.bands.iter().map(|band| band.up_to.map_or("…".to_owned(), |bound| bound.to_string()));
            faults.push(Fault::new(FaultCode::BrokenSegments, path, bounds.collect::<Vec<_>>().join(" < ")));
        } else if self.bands.iter().all(|band| band.ratio.is_zero()) {
            faults.push(Fault::new(FaultCode::PaysNothing, path, "0 %"));
        }
    }
}

fn join(bands: &Bands) -> bool {
    let Some((last, closed)) = bands.bands.split_last() else { return false };
    let mut below = Some(Money::ZERO);
    last.up_to.is_none() && closed.iter().all(|band| band.up_to > std::mem::replace(&mut below, band.up_to))
}

impl Said for Adjustment {
    fn check(&self, path: &str, faults: &mut Vec<Fault>) {
        match self {
            Self::OwnTable { deductible, segments } => {
                deductible.check(&format!("{path}.ownTable.deductible"), faults);
                segments.check(&format!("{path}.ownTable.segments"), faults);
            }
            Self::Times(factor) if factor.is_zero() => {
                faults.push(Fault::new(FaultCode::PaysNothing, format!("{path}.times"), "0 %"));
            }
            Self::None | Self::MinusPoints(_) | Self::Times(_) | Self::FirstSelfPay { .. } | Self::NotCovered => {}
        }
    }
}

impl Said for Cap {
    fn check(&self, path: &str, faults: &mut Vec<Fault>) {
        if *self == Self::Yearly(Money::ZERO) {
            faults.push(Fault::new(FaultCode::PaysNothing, format!("{path}.yearly"), Money::ZERO));
        }
    }
}

impl Said for LargeAmount {
    fn check(&self, path: &str, faults: &mut Vec<Fault>) {
        if self.ratio.is_zero() {
            faults.push(Fault::new(FaultCode::PaysNothing, format!("{path}.ratio"), "0 %"));
        }
    }
}

impl Said for SeriousIllness {
    fn check(&self, path: &str, faults: &mut Vec<Fault>) {
        self.segments.check(&format!("{path}.segments"), faults);
        self.cap.check(&format!("{path}.cap"), faults);
    }
}

//! Ratios from tier to tier, and tables from region to region.

use crate::{
    money::{Money, Percent},
    policy::{
        lint::{Fault, FaultCode, heads},
        model::{Applies, Bands, PolicyPack, Rule, RuleName, Rules, Says},
    },
};

/// So few equal rules may well be equal law.
const TABLE_RULES: usize = 4;

/// Names each rule that pays more in a tier than another does in a lower one: the law sends people to lower tiers.
pub(super) fn check_rising_ratios(pack: &PolicyPack, faults: &mut Vec<Fault>) {
    let segments = &pack.rules.segments;
    for (index, higher) in segments.iter().enumerate() {
        if let Some(lower) = segments.iter().position(|lower| is_for_a_lower_tier(pack, lower, higher) && pays_less(lower, higher))
        {
            let path = heads::path(RuleName::Segments, index);
            faults.push(Fault::new(FaultCode::RatioRisesWithTier, path, heads::path(RuleName::Segments, lower)));
        }
    }
}

fn is_for_a_lower_tier(pack: &PolicyPack, lower: &Rule<Bands>, higher: &Rule<Bands>) -> bool {
    let of = |applies: &Applies| -> Vec<_> {
        let named = |id: &String| applies.tier.iter().flatten().any(|tier| tier == id);
        pack.tiers.iter().enumerate().filter(|(_, tier)| named(&tier.id)).map(|(rank, _)| rank).collect()
    };
    let (low, high) = (of(&lower.applies), of(&higher.applies));
    low.first().is_some_and(|low| high.last().is_some_and(|high| low < high))
        && lower.applies.shares_all_but_tiers_with(&higher.applies)
        && lower.law.meets(&higher.law)
}

fn pays_less(lower: &Rule<Bands>, higher: &Rule<Bands>) -> bool {
    let (Says::Value(low), Says::Value(high)) = (&lower.says, &higher.says) else { return false };
    let mut amounts = low.bands.iter().chain(&high.bands).map(|band| band.up_to);
    amounts.any(|amount| ratio(low, amount).zip(ratio(high, amount)).is_some_and(|(low, high)| low < high))
}

/// The ratio at an amount, or at the largest ones.
fn ratio(bands: &Bands, amount: Option<Money>) -> Option<Percent> {
    let reaches = |bound: Option<Money>| bound.is_none_or(|bound| amount.is_some_and(|amount| amount <= bound));
    bands.bands.iter().find(|band| reaches(band.up_to)).map(|band| band.ratio)
}

/// Names a region whose deductibles and ratios are all the same.
pub(super) fn check_copy<'a>(pack: &PolicyPack, mut others: impl Iterator<Item = &'a PolicyPack>, faults: &mut Vec<Fault>) {
    if let Some(original) = others.find(|other| other.admdvs != pack.admdvs && have_one_table(&pack.rules, &other.rules)) {
        faults.push(Fault::naming(FaultCode::CopiedTable, "rules", &original.name));
    }
}

fn have_one_table(one: &Rules, other: &Rules) -> bool {
    one.deductible.len() + one.segments.len() >= TABLE_RULES
        && say_the_same(&one.deductible, &other.deductible)
        && say_the_same(&one.segments, &other.segments)
}

fn say_the_same<T: PartialEq>(rules: &[Rule<T>], others: &[Rule<T>]) -> bool {
    let is_among_others = |rule: &Rule<T>| others.iter().any(|other| other.applies == rule.applies && other.says == rule.says);
    rules.len() == others.len() && rules.iter().all(is_among_others)
}

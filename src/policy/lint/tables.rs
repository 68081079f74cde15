//! Ratios from tier to tier, and tables from region to region.

use crate::{
    decode::{Value, decode},
    money::{Money, Percent},
    policy::{
        heads,
        lint::{Fault, FaultCode},
        model::{Applies, Bands, PolicyPack, Rule, RuleName, Says},
    },
};

/// So few equal rules may well be equal law.
const TABLE_RULES: usize = 4;

/// Names each rule that pays more in a tier than another does in a lower one: the law sends people to lower tiers.
pub(super) fn check_rising_ratios(pack: &PolicyPack, faults: &mut Vec<Fault>) {
    let mut tables = Vec::new();
    for (index, rule) in pack.list(RuleName::Segments).iter().enumerate() {
        if let Says::Value(value) = &rule.says
            && let Ok(bands) = decode::<Bands>(value)
        {
            tables.push((index, rule, bands));
        }
    }
    for (index, rule, bands) in &tables {
        let lower = tables.iter().find(|(_, lower, less)| is_for_a_lower_tier(pack, lower, rule) && pays_less(less, bands));
        if let Some((lower, ..)) = lower {
            let path = heads::path(RuleName::Segments, *index);
            faults.push(Fault::new(FaultCode::RatioRisesWithTier, path, heads::path(RuleName::Segments, *lower)));
        }
    }
}

fn is_for_a_lower_tier(pack: &PolicyPack, lower: &Rule<Value>, higher: &Rule<Value>) -> bool {
    let of = |applies: &Applies| -> Vec<_> {
        let named = |id: &str| applies.tier.iter().flatten().any(|tier| tier == id);
        pack.tiers.iter().enumerate().filter(|(_, tier)| named(&tier.id)).map(|(rank, _)| rank).collect()
    };
    let (low, high) = (of(&lower.applies), of(&higher.applies));
    low.first().is_some_and(|low| high.last().is_some_and(|high| low < high))
        && lower.applies.shares_all_but_tiers_with(&higher.applies)
        && lower.law.meets(&higher.law)
}

fn pays_less(low: &Bands, high: &Bands) -> bool {
    let mut amounts = low.bands.iter().chain(&high.bands).map(|band| band.up_to);
    amounts.any(|amount| ratio(low, amount).zip(ratio(high, amount)).is_some_and(|(low, high)| low < high))
}

/// The ratio at an amount, or at the largest ones.
fn ratio(bands: &Bands, amount: Option<Money>) -> Option<Percent> {
    let reaches = |bound: Option<Money>| bound.is_none_or(|bound| amount.is_some_and(|amount| amount <= bound));
    bands.bands.iter().find(|band| reaches(band.up_to)).map(|band| bands.ratio(band))
}

/// Names a region whose deductibles and ratios are all the same.
pub(super) fn check_copy<'a>(pack: &PolicyPack, mut others: impl Iterator<Item = &'a PolicyPack>, faults: &mut Vec<Fault>) {
    if let Some(original) = others.find(|other| other.admdvs != pack.admdvs && have_one_table(pack, other)) {
        faults.push(Fault::naming(FaultCode::CopiedTable, "rules", &original.name));
    }
}

fn have_one_table(one: &PolicyPack, other: &PolicyPack) -> bool {
    const TABLE: [RuleName; 2] = [RuleName::Deductible, RuleName::Segments];
    TABLE.iter().map(|kind| one.list(*kind).len()).sum::<usize>() >= TABLE_RULES
        && TABLE.iter().all(|kind| say_the_same(one.list(*kind), other.list(*kind)))
}

fn say_the_same(rules: &[Rule<Value>], others: &[Rule<Value>]) -> bool {
    let is_among_others = |rule: &Rule<Value>| others.iter().any(|other| other.applies == rule.applies && other.says == rule.says);
    rules.len() == others.len() && rules.iter().all(is_among_others)
}

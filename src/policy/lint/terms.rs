//! One rule: the cases it is for, when, by which source, and how well that is known.

use crate::policy::{
    lint::{Fault, FaultCode, heads::Head},
    model::{Applies, PolicyPack},
};

pub(super) fn check(pack: &PolicyPack, head: &Head<'_>, faults: &mut Vec<Fault>) {
    let path = head.path();
    check_applies(pack, head.applies, &format!("{path}.applies"), faults);
    check_law(pack, head, &format!("{path}.law"), faults);
}

fn check_law(pack: &PolicyPack, head: &Head<'_>, path: &str, faults: &mut Vec<Fault>) {
    let (law, cited) = (head.law, &head.law.citation.source);
    if law.effective.is_reversed() {
        faults.push(Fault::new(FaultCode::PeriodReversed, format!("{path}.effective"), &law.effective));
    }
    let Some(source) = pack.sources.get(cited) else {
        faults.push(Fault::new(FaultCode::UnknownSource, format!("{path}.citation.source"), cited));
        return;
    };
    if law.grade < source.grade {
        let grades = format!("{} > {}", law.grade.as_str(), source.grade.as_str());
        faults.push(Fault::new(FaultCode::GradeAboveSource, format!("{path}.grade"), grades));
    }
}

fn check_applies(pack: &PolicyPack, applies: &Applies, path: &str, faults: &mut Vec<Fault>) {
    if let Some(list) = list_that_leaves_none(applies) {
        faults.push(Fault::new(FaultCode::NeverApplies, format!("{path}.{list}"), list));
    }
    for tier in applies.tier.iter().flatten() {
        if !pack.tiers.iter().any(|known| known.id == *tier) {
            faults.push(Fault::new(FaultCode::UnknownTier, format!("{path}.tier"), tier));
        }
    }
}

fn list_that_leaves_none(applies: &Applies) -> Option<&'static str> {
    let insured = |groups: &Vec<_>| groups.iter().any(|group| applies.insures(*group));
    let lists = [
        ("insurance", applies.insurance.is_empty()),
        ("kind", applies.kind.is_empty()),
        ("tier", applies.tier.as_ref().is_some_and(Vec::is_empty)),
        ("group", applies.group.as_ref().is_some_and(|groups| !insured(groups))),
        ("place", applies.place.as_ref().is_some_and(Vec::is_empty)),
        ("category", applies.category.as_ref().is_some_and(Vec::is_empty)),
    ];
    lists.into_iter().find_map(|(list, leaves_none)| leaves_none.then_some(list))
}

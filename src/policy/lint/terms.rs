//! One rule: the cases it is for, when, by which source, and how well that is known.

use crate::policy::{
    heads::Head,
    lint::{Fault, FaultCode},
    model::{Ages, Applies, PolicyPack, RuleName},
};

pub(super) fn check(pack: &PolicyPack, head: &Head<'_>, faults: &mut Vec<Fault>) {
    let path = head.path();
    check_applies(pack, head.applies, &format!("{path}.applies"), faults);
    if RuleName::ON_PAYING.contains(&head.name) && (head.applies.insurance.is_none() || head.applies.kind.is_none()) {
        faults.push(Fault::new(FaultCode::TooBroad, format!("{path}.applies"), head.name.as_str()));
    }
    check_law(pack, head, &format!("{path}.law"), faults);
}

fn check_law(pack: &PolicyPack, head: &Head<'_>, path: &str, faults: &mut Vec<Fault>) {
    let (law, cited) = (head.law, &head.law.citation.source);
    if law.effective.is_reversed() {
        faults.push(Fault::new(FaultCode::PeriodReversed, format!("{path}.effective"), &law.effective));
    }
    let Some(source) = pack.source(cited) else {
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
    for disease in applies.disease.iter().flatten() {
        if !pack.diseases.iter().any(|known| known.id == *disease) {
            faults.push(Fault::new(FaultCode::UnknownDisease, format!("{path}.disease"), disease));
        }
    }
}

fn list_that_leaves_none(applies: &Applies) -> Option<&'static str> {
    fn is_empty<T>(list: Option<&Vec<T>>) -> bool {
        list.is_some_and(Vec::is_empty)
    }
    let insured = |groups: &Vec<_>| groups.iter().any(|group| applies.insures(*group));
    let lists = [
        ("insurance", is_empty(applies.insurance.as_ref())),
        ("kind", is_empty(applies.kind.as_ref())),
        ("tier", is_empty(applies.tier.as_ref())),
        ("group", applies.group.as_ref().is_some_and(|groups| !insured(groups))),
        ("age", applies.age.is_some_and(Ages::is_empty)),
        ("standing", is_empty(applies.standing.as_ref())),
        ("disease", is_empty(applies.disease.as_ref())),
        ("place", is_empty(applies.place.as_ref())),
        ("category", is_empty(applies.category.as_ref())),
        ("proof", is_empty(applies.proof.as_ref())),
    ];
    lists.into_iter().find_map(|(list, leaves_none)| leaves_none.then_some(list))
}

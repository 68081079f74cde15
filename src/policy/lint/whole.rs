//! The tiers, sources and dates of a pack.

use crate::{
    calendar::{Date, Period},
    policy::{
        lint::{Fault, FaultCode, heads::Head},
        model::PolicyPack,
    },
};

impl Period {
    pub(super) fn is_reversed(&self) -> bool {
        self.to.is_some_and(|to| to < self.from)
    }
}

pub(super) fn check_tiers(pack: &PolicyPack, faults: &mut Vec<Fault>) {
    for (index, tier) in pack.tiers.iter().enumerate() {
        if pack.tiers.iter().take(index).any(|earlier| earlier.id == tier.id) {
            faults.push(Fault::new(FaultCode::DuplicateTier, format!("tiers.{index}.id"), &tier.id));
        }
    }
}

pub(super) fn check_dates(pack: &PolicyPack, faults: &mut Vec<Fault>) {
    let checked = pack.last_checked;
    if pack.review_by <= checked {
        faults.push(Fault::new(FaultCode::DatesReversed, "reviewBy", format!("{} ≤ {checked}", pack.review_by)));
    }
    for (name, source) in pack.sources.iter().filter(|(_, source)| source.read_on > checked) {
        let path = format!("sources.{name}.readOn");
        faults.push(Fault::new(FaultCode::DatesReversed, path, format!("{} > {checked}", source.read_on)));
    }
}

pub(super) fn check_unused_sources(pack: &PolicyPack, kinds: &[Vec<Head<'_>>], faults: &mut Vec<Fault>) {
    let is_cited = |name: &String| kinds.iter().flatten().any(|head| head.law.citation.source == *name);
    for (name, source) in pack.sources.iter().filter(|(name, _)| !is_cited(name)) {
        faults.push(Fault::new(FaultCode::UnusedSource, format!("sources.{name}"), &source.document));
    }
}

pub(super) fn check_review(pack: &PolicyPack, today: Option<Date>, faults: &mut Vec<Fault>) {
    if today.is_some_and(|today| today > pack.review_by) {
        faults.push(Fault::new(FaultCode::ReviewOverdue, "reviewBy", pack.review_by));
    }
}

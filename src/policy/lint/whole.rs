//! The tiers, sources and dates of a pack.

use crate::{
    calendar::{Date, Period},
    decode::Value,
    error::{Error, ErrorCode},
    policy::{
        heads::{self, Head},
        lint::{Fault, FaultCode},
        model::{PolicyPack, RuleName},
    },
};

impl Period {
    pub(super) fn is_reversed(&self) -> bool {
        self.to.is_some_and(|to| to < self.from)
    }
}

/// Ten times the largest that is shipped. Every rule is held against every other, so that what is larger would take too long.
const VALUES_LIMIT: usize = 20_000;

/// The longest lists of these names. Every case of a pack is made out for each of its tiers, and a curve goes through every band for
/// each point, of which each band makes one.
const LISTS: [(&str, usize); 2] = [("tiers", 50), ("bands", 50)];

/// # Errors
///
/// `outOfRange` where a pack is too large to be looked through.
pub(in crate::policy) fn check_size(document: &Value) -> Result<(), Error> {
    let too_large = |size: usize, limit: usize| Error::new(ErrorCode::OutOfRange).giving(size).allowing(format_args!("≤ {limit}"));
    let size = values(document);
    if size > VALUES_LIMIT {
        return Err(too_large(size, VALUES_LIMIT));
    }
    let mut found = Ok(());
    document.visit(&mut |name, value| {
        for (list, limit) in LISTS {
            if let Value::List(items) = value
                && name == list
                && items.len() > limit
            {
                found = Err(too_large(items.len(), limit).at(list));
            }
        }
    });
    found
}

/// How many values it holds, itself among them.
fn values(value: &Value) -> usize {
    1 + match value {
        Value::List(items) => items.iter().map(values).sum::<usize>(),
        Value::Map(entries) => entries.iter().map(|(_, value)| values(value)).sum(),
        _ => 0,
    }
}

pub(super) fn check_duplicates(pack: &PolicyPack, faults: &mut Vec<Fault>) {
    check_twice("tiers", &pack.tiers.iter().map(|tier| &*tier.id).collect::<Vec<_>>(), faults);
    check_twice("diseases", &pack.diseases.iter().map(|disease| &*disease.id).collect::<Vec<_>>(), faults);
}

fn check_twice(list: &str, ids: &[&str], faults: &mut Vec<Fault>) {
    for (index, id) in ids.iter().enumerate() {
        if ids.iter().take(index).any(|earlier| earlier == id) {
            faults.push(Fault::new(FaultCode::Duplicate, format!("{list}.{index}.id"), id));
        }
    }
}

pub(super) fn check_fallbacks<'a>(
    pack: &PolicyPack,
    others: impl Iterator<Item = &'a PolicyPack> + Clone,
    faults: &mut Vec<Fault>,
) {
    for (index, fallback) in pack.falls_back_on.iter().enumerate() {
        if *fallback == pack.admdvs || !others.clone().any(|other| other.admdvs == *fallback) {
            faults.push(Fault::new(FaultCode::UnknownFallback, format!("fallsBackOn.{index}"), fallback));
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

/// The short names that the clauses of notices cite, by the notice's place.
fn cited_by_clauses(pack: &PolicyPack) -> Vec<(usize, &str)> {
    let mut cited = Vec::new();
    for (index, notice) in pack.list(RuleName::Notice).iter().enumerate() {
        for value in notice.says.candidates() {
            value.visit(&mut |key, value| {
                if let ("source", Value::Text(source)) = (key, value) {
                    cited.push((index, &**source));
                }
            });
        }
    }
    cited
}

/// Names each clause of a notice that cites a source the pack does not list.
pub(super) fn check_clauses(pack: &PolicyPack, faults: &mut Vec<Fault>) {
    for (index, source) in cited_by_clauses(pack) {
        if pack.source(source).is_none() {
            faults.push(Fault::new(FaultCode::UnknownSource, heads::path(RuleName::Notice, index), source));
        }
    }
}

pub(super) fn check_unused_sources(pack: &PolicyPack, kinds: &[Vec<Head<'_>>], faults: &mut Vec<Fault>) {
    let clauses = cited_by_clauses(pack);
    let is_cited = |name: &str| {
        clauses.iter().any(|(_, source)| *source == name) || kinds.iter().flatten().any(|head| head.law.citation.source == name)
    };
    for (name, source) in pack.sources.iter().filter(|(name, _)| !is_cited(name)) {
        faults.push(Fault::new(FaultCode::UnusedSource, format!("sources.{name}"), &source.document));
    }
}

pub(super) fn check_review(pack: &PolicyPack, today: Option<Date>, faults: &mut Vec<Fault>) {
    if today.is_some_and(|today| today > pack.review_by) {
        faults.push(Fault::new(FaultCode::ReviewOverdue, "reviewBy", pack.review_by));
    }
}

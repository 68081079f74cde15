//! Which cases have two rules of a kind, and which have none.

use crate::{
    calendar::Date,
    policy::{
        heads::Head,
        lint::{Fault, FaultCode},
        lookup::Case,
        model::{Applies, DatedBy, FilingCategory, Insurance, PersonGroup, PolicyPack, RuleName, Terms, VisitKind},
    },
    region::Place,
    text::Text,
};

/// Names each rule that could answer together with an earlier one.
pub(super) fn check_overlaps(heads: &[Head<'_>], faults: &mut Vec<Fault>) {
    for (at, head) in heads.iter().enumerate() {
        let mut earlier = heads.iter().take(at);
        if let Some(other) = earlier.find(|other| head.applies.shares_cases_with(other.applies) && head.law.meets(other.law)) {
            let since = head.law.effective.from.max(other.law.effective.from);
            faults.push(Fault::new(FaultCode::Overlap, head.path(), format!("{}, ≥ {since}", other.path())));
        }
    }
}

impl Applies {
    /// Whether a person of `group` is among those it applies to.
    pub(super) fn insures(&self, group: PersonGroup) -> bool {
        self.insurance.as_ref().is_none_or(|insurances| insurances.contains(&group.insurance()))
            && self.group.as_ref().is_none_or(|groups| groups.contains(&group))
    }

    fn shares_cases_with(&self, other: &Self) -> bool {
        self.shares_all_but_tiers_with(other) && share(self.tier.as_ref(), other.tier.as_ref())
    }

    pub(super) fn shares_all_but_tiers_with(&self, other: &Self) -> bool {
        PersonGroup::ALL.iter().any(|group| self.insures(*group) && other.insures(*group))
            && share(self.kind.as_ref(), other.kind.as_ref())
            && share(self.place.as_ref(), other.place.as_ref())
            && share(self.category.as_ref(), other.category.as_ref())
            && share(self.proof.as_ref(), other.proof.as_ref())
            && share(self.standing.as_ref(), other.standing.as_ref())
            && share(self.disease.as_ref(), other.disease.as_ref())
            && self.age.unwrap_or_default().meets(other.age.unwrap_or_default())
    }
}

fn share<T: PartialEq>(one: Option<&Vec<T>>, other: Option<&Vec<T>>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one.iter().any(|word| other.contains(word)),
        (Some(only), None) | (None, Some(only)) => !only.is_empty(),
        (None, None) => true,
    }
}

impl Terms {
    /// Whether a stay can fall under both.
    pub(super) fn meets(&self, other: &Self) -> bool {
        if self.effective.is_reversed() || other.effective.is_reversed() {
            return false;
        }
        let begins_in_time_for = |one: &Self, other: &Self| other.effective.to.is_none_or(|to| one.effective.from <= to);
        match (self.dated_by, other.dated_by) {
            // Admitted under the one, settled under the other.
            (Some(DatedBy::Admission), Some(DatedBy::Settlement)) => begins_in_time_for(self, other),
            (Some(DatedBy::Settlement), Some(DatedBy::Admission)) => begins_in_time_for(other, self),
            _ => begins_in_time_for(self, other) && begins_in_time_for(other, self),
        }
    }
}

/// Every case that a pack can be asked about, apart from its dates.
pub(super) fn cells(pack: &PolicyPack) -> Vec<Case<'_>> {
    // What a rule applies to does not depend on a day.
    let any_day = pack.last_checked;
    let mut cells = Vec::new();
    for (group, kind) in pairs(PersonGroup::ALL, VisitKind::ALL) {
        for tier in &pack.tiers {
            cells.extend(pairs(Place::ALL, FilingCategory::ALL).map(|(place, category)| Case {
                insurance: Some(group.insurance()),
                group: Some(group),
                age: None,
                standing: None,
                kind: Some(kind),
                disease: None,
                tier: Some(&*tier.id),
                place: Some(place),
                category: Some(category),
                proof: None,
                admitted: any_day,
                settled: any_day,
            }));
        }
    }
    cells
}

fn pairs<A: Copy, B: Copy>(all: &'static [A], others: &'static [B]) -> impl Iterator<Item = (A, B)> {
    all.iter().flat_map(move |one| others.iter().map(move |other| (*one, *other)))
}

/// Names each rule before which, for some case, there are days that no rule covers although one came before.
pub(super) fn check_gaps(heads: &[Head<'_>], cells: &[Case<'_>], faults: &mut Vec<Fault>) {
    let ends = heads.iter().map(|head| {
        let earlier = heads.iter().filter(|other| other.law.effective.from < head.law.effective.from);
        let like: Vec<_> = earlier.filter(|other| other.applies.shares_cases_with(head.applies)).collect();
        let end = cells.iter().filter(|cell| head.applies.may_apply_to(cell)).find_map(|cell| gap_before(head, &like, cell));
        (head, end)
    });
    for (head, end) in ends.filter_map(|(head, end)| Some((head, end?))) {
        let days = format!("{end} … {}", head.law.effective.from);
        faults.push(Fault::new(FaultCode::Gap, head.path() + ".law.effective", days));
    }
}

/// The last day that a rule for the case was in force before `head`, if that is not the day before. `like` are the earlier rules for
/// cases such as those of `head`.
fn gap_before(head: &Head<'_>, like: &[&Head<'_>], cell: &Case<'_>) -> Option<Date> {
    let from = head.law.effective.from;
    let earlier = like.iter().filter(|other| other.applies.may_apply_to(cell));
    // A rule without an end leaves no gap, one that ends before it begins was never in force.
    let end = earlier.filter(|other| !other.law.effective.is_reversed()).map(|other| other.law.effective.to);
    let end = end.reduce(|one, other| one.zip(other).map(|(one, other)| one.max(other)))??;
    end.plus_days(1).is_ok_and(|next| next < from).then_some(end)
}

/// Names the tiers, groups and filing categories that have no rule of a kind that their like have, here or in a fallback.
pub(super) fn check_left_out(
    pack: &PolicyPack,
    heads: &[Head<'_>],
    fallbacks: &[&PolicyPack],
    cells: &[Case<'_>],
    faults: &mut Vec<Fault>,
) {
    let Some(name) = heads.first().map(|head| head.name) else { return };
    let elsewhere: Vec<_> = fallbacks.iter().flat_map(|fallback| fallback.list(name)).map(|rule| &rule.applies).collect();
    let here: Vec<_> = cells.iter().filter(|cell| heads.iter().any(|head| head.applies.may_apply_to(cell))).collect();
    let there: Vec<_> = cells.iter().filter(|cell| elsewhere.iter().any(|applies| applies.may_apply_to(cell))).collect();
    for insurance in Insurance::ALL {
        for kind in VisitKind::ALL {
            let is_wanted = |cell: &Case<'_>, wanted: &dyn Fn(&Case<'_>) -> bool| {
                cell.insurance == Some(*insurance) && cell.kind == Some(*kind) && wanted(cell)
            };
            let covers = |wanted: &dyn Fn(&Case<'_>) -> bool| here.iter().any(|cell| is_wanted(cell, wanted));
            let is_answered =
                |wanted: &dyn Fn(&Case<'_>) -> bool| covers(wanted) || there.iter().any(|cell| is_wanted(cell, wanted));
            if !covers(&|_| true) {
                continue;
            }
            let mut leave_out = |code, found: &mut Vec<Text>, left_out: Vec<Text>| {
                if !left_out.is_empty() {
                    found.extend(left_out);
                    faults.push(Fault::naming(code, format!("rules.{}", name.as_str()), &Text::joined(found, "、", ", ")));
                }
            };
            let case = || vec![insurance.label(), kind.label()];
            leave_out(FaultCode::TierLeftOut, &mut case(), tiers(pack, &|tier| !is_answered(&|cell| cell.tier == Some(tier))));
            for group in PersonGroup::ALL.iter().filter(|group| group.insurance() == *insurance) {
                let is_left_out = |tier: &str| {
                    covers(&|cell| cell.tier == Some(tier))
                        && !is_answered(&|cell| cell.tier == Some(tier) && cell.group == Some(*group))
                };
                let mut found = case();
                found.push(group.label());
                leave_out(FaultCode::GroupLeftOut, &mut found, tiers(pack, &is_left_out));
            }
            for place in [Place::WithinProvince, Place::AcrossProvinces].into_iter().filter(|_| name == RuleName::CrossRegion) {
                if covers(&|cell| cell.place == Some(place)) {
                    let answers = |category| is_answered(&|cell| cell.place == Some(place) && cell.category == Some(category));
                    let left_out = FilingCategory::ALL.iter().filter(|category| !answers(**category));
                    let mut found = case();
                    found.push(place.label());
                    leave_out(FaultCode::CategoryLeftOut, &mut found, left_out.map(|category| category.label()).collect());
                }
            }
        }
    }
}

/// The tiers for which something is so.
fn tiers(pack: &PolicyPack, is_so: &dyn Fn(&str) -> bool) -> Vec<Text> {
    pack.tiers.iter().filter(|tier| is_so(&tier.id)).map(|tier| tier.label.clone()).collect()
}

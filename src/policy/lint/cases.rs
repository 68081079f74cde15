//! Which cases have two rules of a kind, and which have none.

use crate::{
    calendar::Date,
    policy::{
        lint::{Fault, FaultCode, heads::Head},
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
        self.insurance.contains(&group.insurance()) && self.group.as_ref().is_none_or(|groups| groups.contains(&group))
    }

    fn shares_cases_with(&self, other: &Self) -> bool {
        self.shares_all_but_tiers_with(other) && share(self.tier.as_ref(), other.tier.as_ref())
    }

    pub(super) fn shares_all_but_tiers_with(&self, other: &Self) -> bool {
        PersonGroup::ALL.iter().any(|group| self.insures(*group) && other.insures(*group))
            && share(Some(&self.kind), Some(&other.kind))
            && share(self.place.as_ref(), other.place.as_ref())
            && share(self.category.as_ref(), other.category.as_ref())
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
                insurance: group.insurance(),
                group,
                kind,
                tier: &tier.id,
                place,
                category,
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
        let end = cells.iter().filter(|cell| head.applies.to(cell)).find_map(|cell| gap_before(head, heads, cell));
        (head, end)
    });
    for (head, end) in ends.filter_map(|(head, end)| Some((head, end?))) {
        let days = format!("{end} … {}", head.law.effective.from);
        faults.push(Fault::new(FaultCode::Gap, head.path() + ".law.effective", days));
    }
}

/// The last day that a rule for the case was in force before `head`, if that is not the day before.
fn gap_before(head: &Head<'_>, heads: &[Head<'_>], cell: &Case<'_>) -> Option<Date> {
    let from = head.law.effective.from;
    let earlier = heads.iter().filter(|other| other.law.effective.from < from && other.applies.to(cell));
    // A rule without an end leaves no gap, one that ends before it begins was never in force.
    let end = earlier.filter(|other| !other.law.effective.is_reversed()).map(|other| other.law.effective.to);
    let end = end.reduce(|one, other| one.zip(other).map(|(one, other)| one.max(other)))??;
    end.plus_days(1).is_ok_and(|next| next < from).then_some(end)
}

/// Names the tiers, groups and filing categories that have no rule of a kind that their like have.
pub(super) fn check_left_out(pack: &PolicyPack, heads: &[Head<'_>], cells: &[Case<'_>], faults: &mut Vec<Fault>) {
    let Some(name) = heads.first().map(|head| head.name) else { return };
    for (insurance, kind) in pairs(Insurance::ALL, VisitKind::ALL) {
        let asked = |cell: &&Case<'_>| cell.insurance == insurance && cell.kind == kind;
        let covered = cells.iter().filter(asked).filter(|cell| heads.iter().any(|head| head.applies.to(cell)));
        let covered: Vec<_> = covered.collect();
        if covered.is_empty() {
            continue;
        }
        let mut leave_out = |code, left_out: Vec<Text>| {
            if !left_out.is_empty() {
                let named: Vec<_> = [insurance.label(), kind.label()].into_iter().chain(left_out).collect();
                let found = Text::joined(&named, "、", ", ");
                faults.push(Fault::naming(code, format!("rules.{}", name.as_str()), &found));
            }
        };
        leave_out(FaultCode::TierLeftOut, tiers_left_out(pack, &covered));
        for group in PersonGroup::ALL.iter().filter(|group| group.insurance() == insurance) {
            leave_out(FaultCode::GroupLeftOut, group_left_out(pack, *group, &covered));
        }
        if name == RuleName::CrossRegion {
            for place in [Place::WithinProvince, Place::AcrossProvinces] {
                leave_out(FaultCode::CategoryLeftOut, categories_left_out(place, &covered));
            }
        }
    }
}

fn tiers_left_out(pack: &PolicyPack, covered: &[&Case<'_>]) -> Vec<Text> {
    let left_out = pack.tiers.iter().filter(|tier| !covered.iter().any(|cell| cell.tier == tier.id));
    left_out.map(|tier| tier.label.clone()).collect()
}

/// The group, and the tiers in which it is left out.
fn group_left_out(pack: &PolicyPack, group: PersonGroup, covered: &[&Case<'_>]) -> Vec<Text> {
    let left_out = pack.tiers.iter().filter(|tier| {
        let mut in_tier = covered.iter().filter(|cell| cell.tier == tier.id).peekable();
        in_tier.peek().is_some() && in_tier.all(|cell| cell.group != group)
    });
    let tiers: Vec<_> = left_out.map(|tier| tier.label.clone()).collect();
    if tiers.is_empty() { tiers } else { std::iter::once(group.label()).chain(tiers).collect() }
}

/// The place, and the categories that are left out there.
fn categories_left_out(place: Place, covered: &[&Case<'_>]) -> Vec<Text> {
    let there: Vec<_> = covered.iter().filter(|cell| cell.place == place).collect();
    let left_out = FilingCategory::ALL.iter().filter(|category| !there.iter().any(|cell| cell.category == **category));
    let categories: Vec<_> = left_out.map(|category| category.label()).collect();
    if there.is_empty() || categories.is_empty() {
        return Vec::new();
    }
    std::iter::once(place.label()).chain(categories).collect()
}

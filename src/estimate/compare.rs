//! The same bill under every way to file it.

use serde::Serialize;

use crate::{
    calendar::Date,
    decode::decodes,
    encode::encodes,
    error::Error,
    estimate::{
        extent::{self, Extent, RuleSaid},
        input::{EstimateInput, Filing},
        result::DISCLAIMER,
    },
    money::Money,
    policy::{
        Claim, FilingCategory, LateFiling, LateRoute, LawRef, Library, LoadedPack, Materials, ProofMode, RuleName, Statute,
        tiers_of,
    },
    text::{Text, words},
};

/// What is compared beside the ways to file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CompareOptions {
    /// Whether every tier that the region names is compared too, rather than that of the visit.
    #[serde(default)]
    pub tiers: bool,
}
decodes! { struct CompareOptions { tiers = false } }

/// The same bill under every way to file it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FilingComparison {
    /// The ways to file, those that cost least first; those for which no figure is known last.
    pub options: Vec<FilingOption>,
    /// To be shown with every figure.
    pub disclaimer: Text,
}

/// One way to file.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FilingOption {
    /// The category, or `notFiled`.
    pub category: FilingCategory,
    /// What a long-term filing rests on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proof: Option<ProofMode>,
    /// When it is filed, where that is after admission.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filed_late: Option<FiledLate>,
    /// What a person reads.
    pub label: Text,
    /// The facility's tier, where tiers are compared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tier: Option<String>,
    /// What it comes to.
    pub pays: Extent,
    /// How much more that is, at the most, than the least of these most; absent where no figure is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub more_than_cheapest: Option<Money>,
    /// The rule by which this way of filing changes what is paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<RuleSaid>,
    /// What has to be shown for it; absent where that is not known, or nothing is filed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub papers: Option<Papers>,
    /// What filing after admission still brings; absent where that is not known, or nothing is filed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub late: Option<Late>,
}

words! {
    /// When a filing is made that was not made before admission.
    FiledLate {
        /// 出院结算前补办.
        BeforeDischarge = "beforeDischarge", "出院结算前补办", "filed before discharge settlement";
        /// 出院自费结算后补办.
        AfterDischarge = "afterDischarge", "出院自费结算后补办", "filed after paying in full";
    }
}

/// What has to be shown, and by which rule.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Papers {
    /// What is needed.
    pub materials: Materials,
    /// Where it stands.
    pub law: LawRef,
}

/// What filing after admission still brings, and by which rule.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Late {
    /// Before and after settlement.
    pub filing: LateFiling,
    /// Where it stands.
    pub law: LawRef,
}

/// Long-term filings pay alike, whoever files them; those rest on papers or on a commitment.
const OPTIONS: [(FilingCategory, Option<ProofMode>); 7] = [
    (FilingCategory::LongTermResident, Some(ProofMode::Material)),
    (FilingCategory::LongTermResident, Some(ProofMode::Commitment)),
    (FilingCategory::LongTermResident, Some(ProofMode::CommitmentNotSupplemented)),
    (FilingCategory::Referral, None),
    (FilingCategory::Emergency, None),
    (FilingCategory::OtherTemporary, None),
    (FilingCategory::NotFiled, None),
];

pub(super) fn filings(
    library: &Library,
    input: &EstimateInput,
    CompareOptions { tiers }: CompareOptions,
) -> Result<FilingComparison, Error> {
    let insured = input.person.insured_region;
    let loaded = library.packs_for(insured).map_err(|error| error.at("insuredRegion").at("person"))?;
    let own_kind = input.filing.category.filter(|category| category.is_long_term());
    let input = &input.summed();
    let mut options = Vec::new();
    for tier in compared_tiers(&loaded, input, tiers) {
        for (category, proof) in OPTIONS {
            let category = own_kind.filter(|_| category.is_long_term()).unwrap_or(category);
            let mut filed = input.clone();
            (filed.filing.category, filed.filing.proof, filed.visit.tier) = (Some(category), proof, tier.clone());
            let (pays, used) = extent::of(library, &filed, &[RuleName::CrossRegion])?;
            let rule = used.into_iter().next().map(|(_, said)| said);
            let (papers, late) = requires(&loaded, &filed)?;
            let label = match proof {
                Some(proof) => Text::joined(&[category.label(), proof.label()], "，", ", "),
                None => category.label(),
            };
            let tier = tier.clone().filter(|_| tiers);
            let in_time =
                FilingOption { category, proof, filed_late: None, label, tier, pays, more_than_cheapest: None, rule, papers, late };
            let at = options.len();
            if is_filed_late(&input.filing, &in_time) {
                for filed_late in FiledLate::ALL {
                    options.push(late_option(&loaded, &filed, &in_time, *filed_late)?);
                }
            }
            options.insert(at, in_time);
        }
    }
    let cheapest = options.iter().filter_map(|option| option.pays.most).min();
    for option in &mut options {
        option.more_than_cheapest = option.pays.most.zip(cheapest).map(|(most, cheapest)| most - cheapest);
    }
    options.sort_by_key(|option| (option.pays.most.is_none(), option.pays.most, option.pays.least));
    Ok(FilingComparison { options, disclaimer: DISCLAIMER })
}

/// Late filings are compared for one way to file: the visit's own, or else the one that is open to everybody.
fn is_filed_late(own: &Filing, option: &FilingOption) -> bool {
    let category = own.category.filter(|category| category.is_applied_for()).unwrap_or(FilingCategory::OtherTemporary);
    let proof = own.proof.unwrap_or(ProofMode::Material);
    option.category == category && option.proof.is_none_or(|option| option == proof)
}

/// Settled directly, a late filing is paid as one in time: no rule tells them apart. What a claim pays has to be said by a rule.
fn late_option(
    loaded: &[&LoadedPack],
    filed: &EstimateInput,
    in_time: &FilingOption,
    filed_late: FiledLate,
) -> Result<FilingOption, Error> {
    let packs: Vec<_> = loaded.iter().map(|loaded| &loaded.pack).collect();
    let case = filed.case(&packs)?;
    let mut statute = Statute::of(packs);
    let route = in_time.late.as_ref().map(|late| match filed_late {
        FiledLate::BeforeDischarge => late.filing.before_settlement,
        FiledLate::AfterDischarge => late.filing.after_settlement,
    });
    let unpriced = match route {
        Some(LateRoute::DirectSettlement) => None,
        Some(LateRoute::ManualClaim | LateRoute::PostBillingThenClaim) => {
            let claim = statute.find::<Claim>(RuleName::Claim, &case);
            let as_direct = claim.is_ok_and(|(claim, _)| claim.paid_as_direct == Some(true));
            (!as_direct).then_some(RuleName::Claim)
        }
        Some(LateRoute::InsuredRegionDecides) | None => Some(RuleName::LateFiling),
    };
    let mut option = FilingOption { filed_late: Some(filed_late), ..in_time.clone() };
    option.label = Text::joined(&[option.label, filed_late.label()], "，", ", ");
    if let Some(rule) = unpriced {
        (option.pays, option.rule) = (Extent::refused(&statute.not_known(rule, &case)), None);
    }
    Ok(option)
}

fn compared_tiers(loaded: &[&LoadedPack], input: &EstimateInput, all: bool) -> Vec<Option<String>> {
    let tiers = tiers_of(loaded.iter().map(|loaded| &loaded.pack));
    if all && !tiers.is_empty() {
        tiers.iter().map(|tier| Some(tier.id.clone().into_owned())).collect()
    } else {
        vec![input.visit.tier.clone()]
    }
}

/// What has to be shown for a filing, and what it still brings when it is late.
fn requires(loaded: &[&LoadedPack], filed: &EstimateInput) -> Result<(Option<Papers>, Option<Late>), Error> {
    if filed.filing.category == Some(FilingCategory::NotFiled) {
        return Ok((None, None));
    }
    let packs: Vec<_> = loaded.iter().map(|loaded| &loaded.pack).collect();
    let mut case = filed.case(&packs)?;
    // Filing rules go by the day of filing: at the latest on admission.
    case.settled = case.admitted;
    let mut statute = Statute::of(packs);
    let papers = statute.find::<Materials>(RuleName::Materials, &case).ok();
    let late = statute.find::<LateFiling>(RuleName::LateFiling, &case).ok();
    Ok((
        papers.map(|(materials, law)| Papers { materials, law: LawRef::from(&law) }),
        late.map(|(filing, law)| Late { filing, law: LawRef::from(&law) }),
    ))
}

/// What changed for a case between two days.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DateComparison {
    /// The visit settled on the one day.
    pub before: Dated,
    /// The visit settled on the other.
    pub after: Dated,
    /// The rules that are not the same on both, kind by kind.
    pub changes: Vec<RuleChange>,
    /// To be shown with every figure.
    pub disclaimer: Text,
}

/// What a case comes to on a day.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Dated {
    /// The day of settlement.
    pub settled: Date,
    /// What it comes to.
    pub pays: Extent,
}

/// A kind of rule that is not the same on both days.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RuleChange {
    /// The kind of rule.
    pub rule: RuleName,
    /// What a person reads.
    pub label: Text,
    /// What it said on the one day; absent where none answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<RuleSaid>,
    /// What it said on the other.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<RuleSaid>,
}

encodes! {
    FilingComparison { options, disclaimer }
    FilingOption { category, proof, filed_late, label, tier, pays, more_than_cheapest, rule, papers, late }
    Papers { materials, law }
    Late { filing, law }
    DateComparison { before, after, changes, disclaimer }
    Dated { settled, pays }
    RuleChange { rule, label, before, after }
}

pub(super) fn dates(library: &Library, input: &EstimateInput, before: Date, after: Date) -> Result<DateComparison, Error> {
    let length = input.visit.settled.days_since(input.visit.admitted);
    let on = |settled: Date| {
        let mut moved = input.clone();
        (moved.visit.admitted, moved.visit.settled) = (settled.minus_days(length)?, settled);
        let (pays, used) = extent::of(library, &moved, RuleName::ON_PAYING)?;
        Ok::<_, Error>((Dated { settled, pays }, used))
    };
    let ((before, said_before), (after, said_after)) = (on(before)?, on(after)?);
    let both_known = before.pays.refusal.is_none() && after.pays.refusal.is_none();
    let said = |used: &[(RuleName, RuleSaid)], rule| used.iter().find(|(name, _)| *name == rule).map(|(_, said)| said.clone());
    let mut changes = Vec::new();
    for rule in RuleName::ON_PAYING.iter().copied().filter(|_| both_known) {
        let (before, after) = (said(&said_before, rule), said(&said_after, rule));
        if before != after {
            changes.push(RuleChange { rule, label: rule.label(), before, after });
        }
    }
    Ok(DateComparison { before, after, changes, disclaimer: DISCLAIMER })
}

//! What is asked: a person, a visit, its filing, a bill, and the year so far.

use serde::Serialize;

use crate::{
    calendar::Date,
    decode::{self, decodes},
    error::{Error, ErrorCode},
    estimate::own_figures::OwnFigures,
    money::Money,
    policy::{Case, CivilServant, FilingCategory, Insurance, PersonGroup, PolicyPack, ProofMode, Standing, VisitKind, WaivedVisit},
    region::{Admdvs, Place},
};

/// One visit to be estimated.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EstimateInput {
    /// Who.
    pub person: Person,
    /// What, where and when.
    pub visit: Visit,
    /// How it is filed.
    pub filing: Filing,
    /// What it costs.
    pub bill: Bill,
    /// What has been paid this year before it.
    pub year_so_far: YearSoFar,
    /// The user's own figures, which come before those of the packs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_figures: Option<OwnFigures>,
}
decodes! { struct EstimateInput { person, visit, filing, bill, year_so_far, own_figures } }

/// The insured person.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Person {
    /// The insured region (参保地).
    pub insured_region: Admdvs,
    /// The insurance (险种).
    pub insurance: Insurance,
    /// The group of persons (人员类别), which must belong to the insurance.
    pub group: PersonGroup,
    /// The age in whole years; asked for where a rule turns on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age: Option<u16>,
    /// Whether among those treated more kindly; asked for where a rule turns on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standing: Option<Standing>,
    /// The rank as a civil servant; asked for where a rule turns on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub civil_servant: Option<CivilServant>,
}
decodes! { struct Person { insured_region, insurance, group, age, standing, civil_servant } }

/// The visit.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Visit {
    /// The treatment region (就医地); its province is enough where that is not the insured region's.
    pub treatment_region: Admdvs,
    /// The kind of visit (医疗类别).
    pub kind: VisitKind,
    /// The chronic disease of a `chronic` visit, one of those the insured region's pack names; asked for where a rule turns on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disease: Option<String>,
    /// The facility's tier, one of those the insured region's pack names.
    pub tier: String,
    /// The day of admission.
    pub admitted: Date,
    /// The day of discharge settlement (出院结算), the expected one if it lies ahead.
    pub settled: Date,
    /// Whether it is one of the visits that may owe no deductible of their own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waived_visit: Option<WaivedVisit>,
}
decodes! { struct Visit { treatment_region, kind, disease, tier, admitted, settled, waived_visit } }

/// How the visit is filed.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Filing {
    /// The category, or `notFiled`.
    pub category: FilingCategory,
    /// What a long-term filing rests on; asked for where a rule turns on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<ProofMode>,
}
decodes! { struct Filing { category, proof } }

/// The bill as the treatment region split it. Give either `inScope`, or the three parts that are outside it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Bill {
    /// The whole bill (总费用).
    pub total: Money,
    /// The part within the catalogue (政策范围内).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_scope: Option<Money>,
    /// Class C and anything outside the catalogue (全自费).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fully_self_paid: Option<Money>,
    /// Above the price ceiling (超限价).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub over_ceiling: Option<Money>,
    /// Class B: the share paid first (乙类先行自付).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class_b_first_self_pay: Option<Money>,
}
decodes! { struct Bill { total, in_scope, fully_self_paid, over_ceiling, class_b_first_self_pay } }

/// What this year has brought before the visit. Zero is an answer; a field left out is not, and is asked for where a rule needs it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct YearSoFar {
    /// How many admissions before this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub admissions: Option<u16>,
    /// What has been paid towards the deductible of this visit in the time it counts for: the year, quarter or month, at this facility
    /// where it is the facility's, in this episode of illness where a referral continues it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deductible_paid: Option<Money>,
    /// The amounts that have gone through the segments, where these go on from visit to visit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub segment_base: Option<Money>,
    /// What the pool has paid, as far as it counts towards the cap of this visit: in the year, or the month where the cap is monthly, for
    /// the kinds of visit or the disease that share it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pool_paid: Option<Money>,
    /// What the large-amount fund has paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub large_amount_paid: Option<Money>,
    /// The compliant own payments (合规个人负担) that serious-illness insurance counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub serious_illness_base: Option<Money>,
    /// What serious-illness insurance has paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub serious_illness_paid: Option<Money>,
    /// The own payments that the local supplementary fund counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub local_supplement_base: Option<Money>,
    /// What the local supplementary fund has paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub local_supplement_paid: Option<Money>,
    /// The own payments that medical assistance counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assistance_base: Option<Money>,
    /// What medical assistance has paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assistance_paid: Option<Money>,
}
decodes! { struct YearSoFar {
    admissions, deductible_paid, segment_base, pool_paid, large_amount_paid, serious_illness_base, serious_illness_paid,
    local_supplement_base, local_supplement_paid, assistance_base, assistance_paid,
} }

impl EstimateInput {
    /// Reads an input from its JSON form.
    ///
    /// # Errors
    ///
    /// `unreadableInput` where it is no JSON, else the code and path of the field at fault.
    pub fn from_json(json: &str) -> Result<Self, Error> {
        decode::decode_json(json)
    }

    /// The facts that select the rules of `packs`.
    pub(crate) fn case(&self, packs: &[&PolicyPack]) -> Result<Case<'_>, Error> {
        let Self { person, visit, filing, .. } = self;
        if person.insured_region.is_frame() {
            return Err(Error::new(ErrorCode::RegionTooCoarse).giving(person.insured_region).at("insuredRegion").at("person"));
        }
        if person.group.insurance() != person.insurance {
            let groups = PersonGroup::ALL.iter().filter(|group| group.insurance() == person.insurance);
            let allowed = groups.map(|group| group.as_str()).collect::<Vec<_>>().join(" | ");
            let error = Error::new(ErrorCode::GroupMismatch).giving(person.group.as_str()).allowing(allowed);
            return Err(error.at("group").at("person"));
        }
        if visit.settled < visit.admitted {
            let error = Error::new(ErrorCode::DateOrder).giving(visit.settled).allowing(format!("≥ {}", visit.admitted));
            return Err(error.at("settled").at("visit"));
        }
        let tiers = packs.iter().map(|pack| &pack.tiers).find(|tiers| !tiers.is_empty());
        let tiers: Vec<_> = tiers.into_iter().flatten().map(|tier| &*tier.id).collect();
        check_named(&visit.tier, &tiers, ErrorCode::UnknownTier).map_err(|error| error.at("tier").at("visit"))?;
        if let Some(disease) = &visit.disease {
            let diseases: Vec<_> = packs.iter().flat_map(|pack| &pack.diseases).map(|disease| &*disease.id).collect();
            check_named(disease, &diseases, ErrorCode::UnknownDisease).map_err(|error| error.at("disease").at("visit"))?;
        }
        let place =
            Place::of(visit.treatment_region, person.insured_region).map_err(|error| error.at("treatmentRegion").at("visit"))?;
        Ok(Case {
            insurance: Some(person.insurance),
            group: Some(person.group),
            age: person.age,
            standing: person.standing,
            kind: Some(visit.kind),
            disease: visit.disease.as_deref(),
            tier: Some(&visit.tier),
            place: Some(place),
            category: Some(filing.category),
            proof: filing.proof,
            admitted: visit.admitted,
            settled: visit.settled,
        })
    }
}

fn check_named(name: &str, known: &[&str], code: ErrorCode) -> Result<(), Error> {
    if known.contains(&name) { Ok(()) } else { Err(Error::new(code).giving(name).allowing(known.join(" | "))) }
}

/// The parts of a bill; together they are its total.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct BillParts {
    pub(crate) total: Money,
    pub(crate) in_scope: Money,
    pub(crate) outside: Outside,
}

/// What is outside the scope: named part by part, or known only as a whole.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Outside {
    Whole(Money),
    Parts { fully_self_paid: Money, over_ceiling: Money, class_b_first_self_pay: Money },
}

impl Bill {
    pub(crate) fn split(&self) -> Result<BillParts, Error> {
        self.parts().map_err(|error| error.at("bill"))
    }

    fn parts(&self) -> Result<BillParts, Error> {
        let Self { total, in_scope, fully_self_paid, over_ceiling, class_b_first_self_pay } = *self;
        match (in_scope, (fully_self_paid, over_ceiling, class_b_first_self_pay)) {
            (Some(in_scope), (None, None, None)) => {
                let outside = within(total, in_scope).map_err(|error| error.at("inScope"))?;
                Ok(BillParts { total, in_scope, outside: Outside::Whole(outside) })
            }
            (None, (Some(fully_self_paid), Some(over_ceiling), Some(class_b_first_self_pay))) => {
                let in_scope = within(total, fully_self_paid + over_ceiling + class_b_first_self_pay)?;
                Ok(BillParts { total, in_scope, outside: Outside::Parts { fully_self_paid, over_ceiling, class_b_first_self_pay } })
            }
            (Some(_), _) => Err(Error::new(ErrorCode::UnknownField)
                .giving("inScope + fullySelfPaid | overCeiling | classBFirstSelfPay")
                .allowing("inScope alone, or the three parts without it")),
            (None, parts) => Err(Error::new(ErrorCode::MissingField).at(missing_part(parts))),
        }
    }
}

/// The rest of `total` beside `part`.
fn within(total: Money, part: Money) -> Result<Money, Error> {
    if part > total {
        return Err(Error::new(ErrorCode::SumExceedsTotal).giving(part).allowing(format!("≤ {total}")));
    }
    Ok(total - part)
}

fn missing_part(parts: (Option<Money>, Option<Money>, Option<Money>)) -> &'static str {
    match parts {
        (None, None, None) => "inScope",
        (None, ..) => "fullySelfPaid",
        (_, None, _) => "overCeiling",
        _ => "classBFirstSelfPay",
    }
}

/// The value of a fact of the year so far that a rule needs.
pub(crate) fn needed<T>(fact: Option<T>, name: &str) -> Result<T, Error> {
    fact.ok_or_else(|| Error::new(ErrorCode::InputNeeded).at(name).at("yearSoFar"))
}

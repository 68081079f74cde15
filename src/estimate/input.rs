//! What is asked: a person, a visit, its filing, a bill, and the year so far.
//!
//! A field that is left out is not known. It is asked for where a rule turns on it, and nothing ever stands in for it.

use std::cell::RefCell;

use serde::Serialize;

use crate::{
    calendar::Date,
    decode::{self, Value, decode, decodes},
    error::{Error, ErrorCode},
    estimate::{bill::Bill, own_figures::OwnFigures},
    money::Money,
    policy::{
        Case, CivilServant, FilingCategory, Insurance, PersonGroup, PolicyPack, ProofMode, Standing, VisitKind, WaivedVisit,
        diseases_of, tiers_of,
    },
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
    /// What has been paid before it in the year of settlement.
    pub year_so_far: YearSoFar,
    /// Of a stay over 31 December: what had been paid before it in the year of admission. Asked for where the insured region splits
    /// such a stay by days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous_year: Option<YearSoFar>,
    /// The user's own figures, which come before those of the packs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_figures: Option<OwnFigures>,
}
decodes! { struct EstimateInput { person, visit, filing, bill, year_so_far, previous_year, own_figures } }

/// The insured person.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Person {
    /// The insured region (参保地).
    pub insured_region: Admdvs,
    /// The insurance (险种).
    pub insurance: Insurance,
    /// The group of persons (人员类别), which must belong to the insurance; asked for where a rule turns on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<PersonGroup>,
    /// The age in whole years; asked for where a rule turns on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age: Option<u16>,
    /// Whether among those treated more kindly; asked for where a rule turns on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standing: Option<Standing>,
    /// The rank as a civil servant; asked for where a rule turns on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub civil_servant: Option<CivilServant>,
    /// What the personal account (个人账户) has, where it is to be used for this bill.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account_balance: Option<Money>,
}
decodes! { struct Person { insured_region, insurance, group, age, standing, civil_servant, account_balance } }

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
    /// The facility's tier, one of those the insured region's pack names; asked for where a rule turns on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tier: Option<String>,
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
    /// The category, or `notFiled`; asked for where a rule turns on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<FilingCategory>,
    /// What a long-term filing rests on; asked for where a rule turns on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<ProofMode>,
}
decodes! { struct Filing { category, proof } }

/// What this year has brought before the visit. Zero is an answer; a field left out is not, and is asked for where a rule needs it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
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
        if let Some(group) = person.group.filter(|group| group.insurance() != person.insurance) {
            let groups = PersonGroup::ALL.iter().filter(|group| group.insurance() == person.insurance);
            let allowed = groups.map(|group| group.as_str()).collect::<Vec<_>>().join(" | ");
            let error = Error::new(ErrorCode::GroupMismatch).giving(group.as_str()).allowing(allowed);
            return Err(error.at("group").at("person"));
        }
        if visit.settled < visit.admitted {
            let error = Error::new(ErrorCode::DateOrder).giving(visit.settled).allowing(format!("≥ {}", visit.admitted));
            return Err(error.at("settled").at("visit"));
        }
        let tiers: Vec<_> = tiers_of(packs.iter().copied()).iter().map(|tier| &*tier.id).collect();
        if let Some(tier) = &visit.tier {
            check_named(tier, &tiers, ErrorCode::UnknownTier).map_err(|error| error.at("tier").at("visit"))?;
        }
        if let Some(disease) = &visit.disease {
            let diseases = diseases_of(packs);
            let diseases: Vec<_> = diseases.iter().map(|disease| &*disease.id).collect();
            check_named(disease, &diseases, ErrorCode::UnknownDisease).map_err(|error| error.at("disease").at("visit"))?;
        }
        let place =
            Place::of(visit.treatment_region, person.insured_region).map_err(|error| error.at("treatmentRegion").at("visit"))?;
        Ok(Case {
            insurance: Some(person.insurance),
            group: person.group,
            age: person.age,
            standing: person.standing,
            kind: Some(visit.kind),
            disease: visit.disease.as_deref(),
            tier: visit.tier.as_deref(),
            place: Some(place),
            category: filing.category,
            proof: filing.proof,
            admitted: visit.admitted,
            settled: visit.settled,
        })
    }
}

fn check_named(name: &str, known: &[&str], code: ErrorCode) -> Result<(), Error> {
    if known.contains(&name) { Ok(()) } else { Err(Error::new(code).giving(name).allowing(known.join(" | "))) }
}

/// What is known of a year, as the rules ask for it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Year<'i> {
    pub(crate) facts: &'i YearSoFar,
    /// Its name in the input.
    pub(crate) name: &'static str,
    /// What the fact that is missing could be: the values between which it matters.
    pub(crate) answers: &'i Answers,
}

/// The possible answers to the question that a refusal asks.
pub(crate) type Answers = RefCell<Vec<Figure>>;

/// What a fact of a year can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Figure {
    Count(u16),
    Amount(Money),
}

impl Year<'_> {
    /// An amount that a rule needs; what the person pays turns on it only between the given ones.
    pub(crate) fn amount(&self, fact: Option<Money>, name: &str, between: &[Money]) -> Result<Money, Error> {
        fact.ok_or_else(|| self.asks(name, between.iter().copied().map(Figure::Amount).collect()))
    }

    /// How many admissions there were before, where more than `most` are all the same.
    pub(crate) fn admissions(&self, most: u16) -> Result<u16, Error> {
        self.facts.admissions.ok_or_else(|| self.asks("admissions", (0..=most).map(Figure::Count).collect()))
    }

    fn asks(&self, name: &str, answers: Vec<Figure>) -> Error {
        self.answers.replace(answers);
        Error::new(ErrorCode::InputNeeded).at(name).at(self.name)
    }
}

impl EstimateInput {
    /// The same for those who ask about it several times: a long bill is split, and copied, once at most.
    pub(crate) fn summed(&self) -> Self {
        let Self { person, visit, filing, bill, year_so_far, previous_year, own_figures } = self;
        Self {
            person: person.clone(),
            visit: visit.clone(),
            filing: filing.clone(),
            bill: bill.summed(),
            year_so_far: year_so_far.clone(),
            previous_year: previous_year.clone(),
            own_figures: own_figures.clone(),
        }
    }

    /// Takes `answer` for the fact at `path`, which is not known.
    pub(crate) fn assume(&mut self, path: &str, answer: &Value) -> Result<(), Error> {
        let (person, visit, filing) = (&mut self.person, &mut self.visit, &mut self.filing);
        match path {
            "person.group" => person.group = decode(answer)?,
            "person.age" => person.age = decode(answer)?,
            "person.standing" => person.standing = decode(answer)?,
            "person.civilServant" => person.civil_servant = decode(answer)?,
            "visit.disease" => visit.disease = decode(answer)?,
            "visit.tier" => visit.tier = decode(answer)?,
            "filing.category" => filing.category = decode(answer)?,
            "filing.proof" => filing.proof = decode(answer)?,
            _ => {
                let (year, fact) = path.split_once('.').unwrap_or_default();
                let year = if year == "yearSoFar" { &mut self.year_so_far } else { self.previous_year.get_or_insert_default() };
                year.assume(fact, answer)?;
            }
        }
        Ok(())
    }
}

impl YearSoFar {
    /// A year of which nothing is known.
    pub(crate) const UNKNOWN: Self = Self {
        admissions: None,
        deductible_paid: None,
        segment_base: None,
        pool_paid: None,
        large_amount_paid: None,
        serious_illness_base: None,
        serious_illness_paid: None,
        local_supplement_base: None,
        local_supplement_paid: None,
        assistance_base: None,
        assistance_paid: None,
    };

    fn assume(&mut self, fact: &str, answer: &Value) -> Result<(), Error> {
        let amount = match fact {
            "admissions" => {
                self.admissions = decode(answer)?;
                return Ok(());
            }
            "deductiblePaid" => &mut self.deductible_paid,
            "segmentBase" => &mut self.segment_base,
            "poolPaid" => &mut self.pool_paid,
            "largeAmountPaid" => &mut self.large_amount_paid,
            "seriousIllnessBase" => &mut self.serious_illness_base,
            "seriousIllnessPaid" => &mut self.serious_illness_paid,
            "localSupplementBase" => &mut self.local_supplement_base,
            "localSupplementPaid" => &mut self.local_supplement_paid,
            "assistanceBase" => &mut self.assistance_base,
            "assistancePaid" => &mut self.assistance_paid,
            _ => return Err(Error::new(ErrorCode::Internal).at(fact)),
        };
        *amount = decode(answer)?;
        Ok(())
    }
}

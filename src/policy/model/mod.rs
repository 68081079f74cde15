//! The shape of a policy pack.
//!
//! | file | what |
//! |---|---|
//! | `dictionary` | the words that rules are keyed by |
//! | `kinds` | the kinds of rules, and what those of each kind say |
//! | `benefit` | what rules on paying say: deductible, ratios, caps, funds |
//! | `filing` | what rules on filing say: papers, validity, channels, the notice |
//! | `notice` | the filing notice and its five lawful sections |

mod benefit;
mod dictionary;
mod filing;
mod kinds;
mod notice;

use std::borrow::Cow;

use serde::Serialize;

use crate::{
    calendar::{Date, Period},
    decode::{Decode, Faults, Lent, Value, decode, decodes},
    error::Error,
    region::{Admdvs, Place},
    text::Text,
};

pub use benefit::{
    AccountUse, Adjustment, Band, Bands, Cap, ChronicTerms, CivilServantSubsidy, CrossYear, Deductible, DeductibleWaiver,
    FirstSelfPayBase, Ladder, LargeAmount, LargeAmountCap, PersonalAccount, RankRatio, Supplement, WaivedVisit,
};
pub use dictionary::{
    CivilServant, DatedBy, FilingCategory, Grade, Insurance, PersonGroup, ProofMode, RuleName, Standing, VisitKind,
};
pub use filing::{
    Approval, CategoryName, ChangeLock, Channel, ChannelKind, ChronicChoice, ChronicFacility, Claim, ClaimDeadline, Coverage,
    Enquiry, Exemption, LateFiling, LateRoute, Materials, Need, OpenDiseases, OutpatientChoice, Paper, Places, ReferralDoctor,
    SeveralPlaces, SmallClaim, SpecialDrugs, SystemFailure, Validity,
};
pub use kinds::Content;
pub(crate) use kinds::check_content;
pub use notice::{Clause, Notice, Section, Topic};

/// One insured region's rules, or the frame that regions fall back on.
///
/// # Errors
///
/// A pack that contradicts itself is refused when it is loaded, with `invalidPack` and the path of the fault.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", serde(rename_all = "camelCase", deny_unknown_fields))]
pub struct PolicyPack {
    /// The insured region; of a frame the province, or `000000` for the whole country.
    pub admdvs: Admdvs,
    /// Its name.
    pub name: Text,
    /// The version of this pack; raised with every change of a rule.
    pub version: Cow<'static, str>,
    /// The day on which the sources were last read.
    pub last_checked: Date,
    /// The day by which they should be read again.
    pub review_by: Date,
    /// The packs that answer where this one has no rule, the nearest first.
    #[cfg_attr(feature = "schema", serde(default))]
    pub falls_back_on: Vec<Admdvs>,
    /// The facility tiers that the rules name, the lowest first.
    pub tiers: Vec<Tier>,
    /// The chronic diseases that the rules name.
    #[cfg_attr(feature = "schema", serde(default))]
    pub diseases: Vec<Disease>,
    /// The documents that the rules cite, by a short name.
    #[cfg_attr(feature = "schema", schemars(with = "std::collections::BTreeMap<String, Source>"))]
    pub sources: Vec<(Cow<'static, str>, Source)>,
    /// The rules on paying.
    #[cfg_attr(feature = "schema", schemars(with = "kinds::Rules"))]
    pub(crate) rules: RuleLists<false>,
    /// The rules on filing.
    #[cfg_attr(feature = "schema", serde(default), schemars(with = "kinds::FilingRules"))]
    pub(crate) filing: RuleLists<true>,
}

decodes! { struct PolicyPack {
    admdvs, name, version, last_checked, review_by, falls_back_on = Vec::new(), tiers, diseases = Vec::new(), sources, rules,
    filing = RuleLists::default(),
} }

/// A facility tier that the region's rules name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Tier {
    /// `community`, `tier1`, `tier2`, `tier3`, or the region's own.
    pub id: Cow<'static, str>,
    /// What a person reads.
    pub label: Text,
}
decodes! { struct Tier { id, label } }
crate::encode::encodes! { Tier { id, label } }

/// The tiers that are named for a region: by the nearest of its packs that names any.
pub(crate) fn tiers_of<'a>(packs: impl IntoIterator<Item = &'a PolicyPack>) -> &'a [Tier] {
    packs.into_iter().map(|pack| &*pack.tiers).find(|tiers| !tiers.is_empty()).unwrap_or_default()
}

/// A chronic disease (门诊慢特病) that the region's rules name, or a part of its treatment with a limit of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Disease {
    /// The pack's own name for it.
    pub id: Cow<'static, str>,
    /// The national code, as in `M03900`, where one is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<Cow<'static, str>>,
    /// What a person reads.
    pub label: Text,
}
decodes! { struct Disease { id, code, label } }
crate::encode::encodes! { Disease { id, code, label } }

/// The chronic diseases of a region: those that a rule of its packs can turn on, or where no rule does, those that are settled elsewhere
/// and that a filing asks about.
pub(crate) fn diseases_of(packs: &[&PolicyPack]) -> Vec<Disease> {
    let mut diseases: Vec<Disease> = packs.iter().flat_map(|pack| &pack.diseases).cloned().collect();
    if !diseases.is_empty() {
        return diseases;
    }
    let rules = packs.iter().flat_map(|pack| pack.list(RuleName::OpenDiseases));
    for list in rules.flat_map(|rule| rule.says.candidates()).filter_map(|list| decode::<OpenDiseases>(list).ok()) {
        for disease in list.diseases {
            if diseases.iter().all(|earlier| earlier.id != disease.id) {
                diseases.push(disease);
            }
        }
    }
    diseases
}

/// A document that rules cite.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Source {
    /// What the document is.
    pub document: Cow<'static, str>,
    /// Its number, as in 市医保函〔2022〕119号.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<Cow<'static, str>>,
    /// Where it is, or where the copy that was read names it to be.
    pub address: Cow<'static, str>,
    /// The day it was read.
    pub read_on: Date,
    /// The best grade that a rule citing it may have.
    pub grade: Grade,
}
decodes! { struct Source { document, number, address, read_on, grade } }

/// Where in a document a rule stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Citation {
    /// The short name of a document of the pack's `sources`.
    pub source: Cow<'static, str>,
    /// The clause or table row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<Cow<'static, str>>,
}
decodes! { struct Citation { source, clause } }

/// Rules, kind by kind. What they say is read when a rule is asked for: a case needs few of them, and a phone is quicker so.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct RuleLists<const ON_FILING: bool>(Vec<(RuleName, Vec<Rule<Value>>)>);

impl<const ON_FILING: bool> Decode for RuleLists<ON_FILING> {
    fn read(value: &Lent<'_>, faults: &mut Faults) -> Self {
        let kinds = if ON_FILING { RuleName::ON_FILING } else { RuleName::ON_PAYING };
        let mut fields = value.fields(if ON_FILING { RuleName::FILING_NAMES } else { RuleName::PAYING_NAMES }, faults);
        let mut lists = Vec::with_capacity(kinds.len());
        for kind in kinds {
            lists.push((*kind, fields.next_or(Vec::new())));
        }
        Self(lists)
    }
}

impl<const ON_FILING: bool> RuleLists<ON_FILING> {
    /// The rules of a kind.
    pub(crate) fn of(&self, name: RuleName) -> &[Rule<Value>] {
        self.0.iter().find(|(kind, _)| *kind == name).map_or(&[], |(_, rules)| rules)
    }

    /// Only these rules.
    #[cfg(test)]
    pub(crate) fn holding(name: RuleName, rules: Vec<Rule<Value>>) -> Self {
        Self(vec![(name, rules)])
    }

    /// The kinds and their rules.
    pub(crate) fn lists(&self) -> &[(RuleName, Vec<Rule<Value>>)] {
        &self.0
    }
}

impl PolicyPack {
    /// The rules of a kind, with what they say.
    ///
    /// # Errors
    ///
    /// `wrongType` and the like where the rules of that kind say something else than `T`s.
    ///
    /// # Example
    ///
    /// ```
    /// use yidi::{Bands, Library, RuleName};
    ///
    /// let library = Library::shipped();
    /// let ratios = library.pack("610100".parse()?)?.rules::<Bands>(RuleName::Segments)?;
    /// assert!(ratios.iter().all(|rule| rule.applies.insurance.is_some()));
    /// # Ok::<(), yidi::Error>(())
    /// ```
    pub fn rules<T: Content>(&self, name: RuleName) -> Result<Vec<Rule<T>>, Error> {
        self.list(name).iter().map(Rule::typed).collect()
    }

    /// The document of that short name.
    pub(crate) fn source(&self, name: &str) -> Option<&Source> {
        self.sources.iter().find(|(known, _)| known == name).map(|(_, source)| source)
    }

    /// The ages at which a rule on paying begins or ends to apply.
    pub(crate) fn ages(&self) -> impl Iterator<Item = u16> {
        let rules = self.rules.lists().iter().flat_map(|(_, rules)| rules);
        rules.filter_map(|rule| rule.applies.age).flat_map(|ages| [ages.from, ages.below]).flatten()
    }

    pub(crate) fn list(&self, name: RuleName) -> &[Rule<Value>] {
        if RuleName::ON_PAYING.contains(&name) { self.rules.of(name) } else { self.filing.of(name) }
    }
}

/// A rule: what it applies to, what it says, and the law it rests on.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "RuleOf{T}"))]
#[serde(deny_unknown_fields)]
pub struct Rule<T> {
    /// The cases it applies to.
    pub applies: Applies,
    /// What it says.
    pub says: Says<T>,
    /// When, by which source, and how well that is known.
    pub law: Terms,
}
decodes! { struct Rule<T> { applies, says, law } }

impl Rule<Value> {
    fn typed<T: Decode>(&self) -> Result<Rule<T>, Error> {
        let says = match &self.says {
            Says::Value(value) => Says::Value(decode(value)?),
            Says::Readings(readings) => Says::Readings(readings.iter().map(decode).collect::<Result<_, _>>()?),
            Says::Between { at_worst, at_best } => Says::Between { at_worst: decode(at_worst)?, at_best: decode(at_best)? },
            Says::Disputed(why) => Says::Disputed(why.clone()),
        };
        Ok(Rule { applies: self.applies.clone(), says, law: self.law.clone() })
    }
}

/// What a rule says.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "SaysOf{T}"))]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum Says<T> {
    /// The source is plain.
    Value(T),
    /// The source can be read in more than one way: all of them.
    Readings(Vec<T>),
    /// The source leaves the value to a region, within bounds.
    Between {
        /// The bound that is worse for the patient.
        at_worst: T,
        /// The bound that is better for the patient.
        at_best: T,
    },
    /// The rule exists, but cannot be computed from the source: why.
    Disputed(Text),
}
decodes! { enum Says<T> { Value(T), Readings(Vec<T>), Between { at_worst, at_best }, Disputed(Text) } }

impl<T> Says<T> {
    /// Everything it may mean: one value where the source is plain, the readings, or the bounds.
    pub(crate) fn candidates(&self) -> Vec<&T> {
        match self {
            Self::Value(value) => vec![value],
            Self::Readings(readings) => readings.iter().collect(),
            Self::Between { at_worst, at_best } => vec![at_worst, at_best],
            Self::Disputed(_) => Vec::new(),
        }
    }

    /// The way to a candidate.
    pub(crate) fn way_to(&self, candidate: usize) -> String {
        match (self, candidate) {
            (Self::Value(_) | Self::Disputed(_), _) => "value".to_owned(),
            (Self::Readings(_), at) => format!("readings.{at}"),
            (Self::Between { .. }, 0) => "between.atWorst".to_owned(),
            (Self::Between { .. }, _) => "between.atBest".to_owned(),
        }
    }
}

/// The terms on which a rule is law: when, by which source, and how well that is known.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Terms {
    /// When it is in force.
    pub effective: Period,
    /// Which date of a stay selects it, where the source says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dated_by: Option<DatedBy>,
    /// Where it stands.
    pub citation: Citation,
    /// How well it is known.
    pub grade: Grade,
    /// What a reader of the figure should know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}
decodes! { struct Terms { effective, dated_by, citation, grade, note } }

/// The cases a rule applies to; a list left out means any.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Applies {
    /// The insurances; every rule on paying names them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub insurance: Option<Vec<Insurance>>,
    /// The kinds of visit; every rule on paying names them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<Vec<VisitKind>>,
    /// The facility tiers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tier: Option<Vec<Cow<'static, str>>>,
    /// The groups of persons.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<Vec<PersonGroup>>,
    /// The persons' ages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age: Option<Ages>,
    /// The persons' standing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standing: Option<Vec<Standing>>,
    /// The chronic diseases, by the pack's own names for them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disease: Option<Vec<Cow<'static, str>>>,
    /// Where care is received.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Vec<Place>>,
    /// How the visit is filed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<Vec<FilingCategory>>,
    /// What the filing rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<Vec<ProofMode>>,
}
decodes! { struct Applies { insurance, kind, tier, group, age, standing, disease, place, category, proof } }

/// A range of ages in whole years (周岁).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Ages {
    /// The lowest age included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<u16>,
    /// The lowest age no longer included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub below: Option<u16>,
}
decodes! { struct Ages { from, below } }

impl Ages {
    pub(crate) fn contains(self, age: u16) -> bool {
        self.from.is_none_or(|from| from <= age) && self.below.is_none_or(|below| age < below)
    }

    pub(crate) fn is_empty(self) -> bool {
        self.from.zip(self.below).is_some_and(|(from, below)| below <= from) || self.below == Some(0)
    }

    pub(crate) fn meets(self, other: Self) -> bool {
        let starts = [self.from, other.from].into_iter().flatten().max().unwrap_or(0);
        self.contains(starts) && other.contains(starts)
    }
}

//! The packs that are loaded.

use std::{cell::OnceCell, collections::BTreeMap};

use serde::Serialize;

use crate::{
    calendar::Date,
    decode,
    error::{Error, ErrorCode},
    policy::model::{Grade, Insurance, PolicyPack, Tier},
    region::Admdvs,
    text::Text,
};

static SHIPPED: &[(u32, &str)] = include!(concat!(env!("OUT_DIR"), "/packs.rs"));

/// The policy packs that answers come from: those shipped with the crate, and those added.
///
/// # Example
///
/// ```
/// let library = yidi::Library::shipped();
/// let xian = "610100".parse()?;
/// assert_eq!(library.pack(xian)?.name.zh, "西安市");
/// # Ok::<(), yidi::Error>(())
/// ```
#[derive(Debug)]
pub struct Library {
    /// A shipped pack is read when it is first asked for, so that the number of packs costs nothing.
    packs: BTreeMap<Admdvs, Entry>,
}

#[derive(Debug)]
struct Entry {
    json: &'static str,
    pack: OnceCell<Result<PolicyPack, Error>>,
}

impl Entry {
    fn pack(&self) -> Result<&PolicyPack, Error> {
        let read = || decode::decode_json(self.json).and_then(checked);
        self.pack.get_or_init(read).as_ref().map_err(Clone::clone)
    }
}

fn checked(pack: PolicyPack) -> Result<PolicyPack, Error> {
    pack.check().map_err(|error| error.at("rules"))?;
    Ok(pack)
}

impl Library {
    /// The packs shipped with the crate.
    #[must_use]
    pub fn shipped() -> Self {
        let entry = |&(digits, json)| (Admdvs::from_digits(digits), Entry { json, pack: OnceCell::new() });
        Self { packs: SHIPPED.iter().map(entry).collect() }
    }

    /// The pack of the insured region, or of the pooling area it belongs to.
    ///
    /// # Errors
    ///
    /// `unknownRegion` where neither has one.
    pub fn pack(&self, insured: Admdvs) -> Result<&PolicyPack, Error> {
        let entry = self.packs.get(&insured).or_else(|| self.packs.get(&insured.pooling_area()));
        entry.ok_or_else(|| Error::new(ErrorCode::UnknownRegion).giving(insured))?.pack()
    }

    /// Adds a pack, or replaces the one of its region, and answers with what was added.
    ///
    /// # Errors
    ///
    /// `invalidPack`, or the code of the field at fault.
    pub fn add(&mut self, pack: PolicyPack) -> Result<RegionSummary, Error> {
        let pack = checked(pack)?;
        let summary = RegionSummary::of(&pack);
        self.packs.insert(pack.admdvs, Entry { json: "", pack: OnceCell::from(Ok(pack)) });
        Ok(summary)
    }

    /// Like [`add`](Self::add), from a JSON text.
    ///
    /// # Errors
    ///
    /// `unreadableInput` where it is no JSON, else as [`add`](Self::add).
    pub fn add_json(&mut self, json: &str) -> Result<RegionSummary, Error> {
        self.add(decode::decode_json(json)?)
    }

    /// Every region with a pack.
    ///
    /// # Errors
    ///
    /// Those of reading a shipped pack, which the tests exclude.
    pub fn regions(&self) -> Result<Vec<RegionSummary>, Error> {
        self.packs.values().map(|entry| entry.pack().map(RegionSummary::of)).collect()
    }
}

/// A region with a pack, in short.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RegionSummary {
    /// The region's code.
    pub admdvs: Admdvs,
    /// Its name.
    pub name: Text,
    /// The version of its pack.
    pub version: String,
    /// The day on which its sources were last read.
    pub last_checked: Date,
    /// The insurances for which ratios are known.
    pub insurances: Vec<Insurance>,
    /// The facility tiers its rules name.
    pub tiers: Vec<Tier>,
    /// The worst grade among its rules.
    pub grade: Option<Grade>,
    /// The first day on which any of its ratios holds.
    pub from: Option<Date>,
}

impl RegionSummary {
    fn of(pack: &PolicyPack) -> Self {
        let ratios = &pack.rules.segments;
        let insured = |insurance: &Insurance| ratios.iter().any(|rule| rule.applies.insurance.contains(insurance));
        Self {
            admdvs: pack.admdvs,
            name: pack.name.clone(),
            version: pack.version.clone(),
            last_checked: pack.last_checked,
            insurances: Insurance::ALL.iter().copied().filter(insured).collect(),
            tiers: pack.tiers.clone(),
            grade: pack.grades().max(),
            from: ratios.iter().map(|rule| rule.law.effective.from).min(),
        }
    }
}

impl PolicyPack {
    fn grades(&self) -> impl Iterator<Item = Grade> {
        let rules = &self.rules;
        let deductible = rules.deductible.iter().map(|rule| rule.law.grade);
        deductible
            .chain(rules.segments.iter().map(|rule| rule.law.grade))
            .chain(rules.cross_region.iter().map(|rule| rule.law.grade))
            .chain(rules.pool_cap.iter().map(|rule| rule.law.grade))
            .chain(rules.large_amount.iter().map(|rule| rule.law.grade))
            .chain(rules.serious_illness.iter().map(|rule| rule.law.grade))
    }
}

//! The packs that are loaded.

use std::{cell::OnceCell, collections::BTreeMap};

use serde::Serialize;

use crate::{
    calendar::Date,
    decode::{self, Value},
    error::{Error, ErrorCode},
    policy::{
        digest,
        lint::{self, Fault},
        model::{Bands, Grade, Insurance, PolicyPack, Rule, Says, Tier},
    },
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
    loaded: OnceCell<Result<LoadedPack, Error>>,
}

impl Entry {
    fn loaded(&self) -> Result<&LoadedPack, Error> {
        let load = || decode::read_json(self.json).and_then(LoadedPack::read);
        self.loaded.get_or_init(load).as_ref().map_err(Clone::clone)
    }
}

/// A pack, and the document it was read from.
#[derive(Debug)]
pub(crate) struct LoadedPack {
    pub(crate) pack: PolicyPack,
    document: Value,
    digest: OnceCell<String>,
}

impl LoadedPack {
    /// Reads a document that is known to have no lint errors: the tests see to that for the shipped packs.
    fn read(document: Value) -> Result<Self, Error> {
        Ok(Self { pack: decode::decode(&document)?, document, digest: OnceCell::new() })
    }

    fn linted(self) -> Result<Self, Error> {
        lint::errors(&self.pack).into_iter().next().map_or(Ok(self), |fault| Err(fault.into()))
    }

    /// The SHA-256 of its content, in hexadecimal digits; made when it is first asked for.
    pub(crate) fn digest(&self) -> &str {
        self.digest.get_or_init(|| digest::of(&self.document))
    }
}

impl Library {
    /// The packs shipped with the crate.
    #[must_use]
    pub fn shipped() -> Self {
        let entry = |&(digits, json)| (Admdvs::from_digits(digits), Entry { json, loaded: OnceCell::new() });
        Self { packs: SHIPPED.iter().map(entry).collect() }
    }

    /// The pack of the insured region, or of the pooling area it belongs to.
    ///
    /// # Errors
    ///
    /// `unknownRegion` where neither has one.
    pub fn pack(&self, insured: Admdvs) -> Result<&PolicyPack, Error> {
        self.loaded(insured).map(|loaded| &loaded.pack)
    }

    /// Like [`pack`](Self::pack), with the pack's digest.
    pub(crate) fn loaded(&self, insured: Admdvs) -> Result<&LoadedPack, Error> {
        let entry = self.packs.get(&insured).or_else(|| self.packs.get(&insured.pooling_area()));
        entry.ok_or_else(|| Error::new(ErrorCode::UnknownRegion).giving(insured))?.loaded()
    }

    /// Adds a pack, or replaces the one of its region, and answers with what was added.
    ///
    /// # Errors
    ///
    /// `unreadableInput` where it is no JSON, the code of a field that cannot be read, and `invalidPack` with the path and hint of
    /// the first error that [`lint_json`](Self::lint_json) finds. The library is then as it was.
    pub fn add_json(&mut self, json: &str) -> Result<RegionSummary, Error> {
        self.add(decode::read_json(json)?)
    }

    /// Like [`add_json`](Self::add_json), once it is read.
    pub(crate) fn add(&mut self, document: Value) -> Result<RegionSummary, Error> {
        let loaded = LoadedPack::read(document)?.linted()?;
        let (admdvs, summary) = (loaded.pack.admdvs, RegionSummary::of(&loaded.pack));
        self.packs.insert(admdvs, Entry { json: "", loaded: OnceCell::from(Ok(loaded)) });
        Ok(summary)
    }

    /// What is wrong with a pack, and what looks wrong beside the other packs of this library: errors first, then warnings.
    ///
    /// With `today`, it also tells whether the pack's review date has passed.
    ///
    /// # Example
    ///
    /// ```
    /// use yidi::{FaultCode, Library};
    ///
    /// let library = Library::shipped();
    /// let xian = library.pack("610100".parse()?)?;
    /// let faults = library.lint(xian, Some("2099-01-01".parse()?));
    /// assert!(faults.iter().any(|fault| fault.code == FaultCode::ReviewOverdue && fault.path == "reviewBy"));
    /// # Ok::<(), yidi::Error>(())
    /// ```
    #[must_use]
    pub fn lint(&self, pack: &PolicyPack, today: Option<Date>) -> Vec<Fault> {
        let mut faults = lint::errors(pack);
        let others = self.packs.values().filter_map(|entry| entry.loaded().ok()).map(|loaded| &loaded.pack);
        lint::warnings(pack, others, today, &mut faults);
        faults
    }

    /// Like [`lint`](Self::lint), from a JSON text. What cannot be read as a pack has one fault, `unreadable`.
    #[must_use]
    pub fn lint_json(&self, json: &str, today: Option<Date>) -> Vec<Fault> {
        self.lint_read(decode::read_json(json), today)
    }

    /// Like [`lint_json`](Self::lint_json), once it is read.
    pub(crate) fn lint_read(&self, document: Result<Value, Error>, today: Option<Date>) -> Vec<Fault> {
        match document.and_then(|document| decode::decode(&document)) {
            Ok(pack) => self.lint(&pack, today),
            Err(error) => vec![Fault::unreadable(&error)],
        }
    }

    /// Every region with a pack.
    ///
    /// # Errors
    ///
    /// Those of reading a shipped pack, which the tests exclude.
    pub fn regions(&self) -> Result<Vec<RegionSummary>, Error> {
        self.packs.values().map(|entry| entry.loaded().map(|loaded| RegionSummary::of(&loaded.pack))).collect()
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
    /// The last day on which any of its ratios holds; absent where one holds until replaced.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
}

impl RegionSummary {
    pub(super) fn of(pack: &PolicyPack) -> Self {
        let stated = |rule: &&Rule<Bands>| !matches!(rule.says, Says::Disputed(_));
        let ratios: Vec<_> = pack.rules.segments.iter().filter(stated).collect();
        let insured = |insurance: &Insurance| ratios.iter().any(|rule| rule.applies.insurance.contains(insurance));
        Self {
            admdvs: pack.admdvs,
            name: pack.name.clone(),
            version: pack.version.clone(),
            last_checked: pack.last_checked,
            insurances: Insurance::ALL.iter().copied().filter(insured).collect(),
            tiers: pack.tiers.clone(),
            grade: pack.worst_grade(),
            from: ratios.iter().map(|rule| rule.law.effective.from).min(),
            to: ratios.iter().map(|rule| rule.law.effective.to).collect::<Option<Vec<_>>>().and_then(|ends| ends.into_iter().max()),
        }
    }
}

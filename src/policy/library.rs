//! The packs that are loaded.

use std::{borrow::Cow, cell::OnceCell};

use serde::Serialize;

use crate::{
    calendar::{Date, Period},
    decode::{self, Value},
    encode::encodes,
    error::{Error, ErrorCode},
    policy::{
        digest,
        lint::{self, Fault},
        model::{Disease, Grade, Insurance, PolicyPack, Rule, RuleName, Says, Tier, diseases_of, tiers_of},
        shipped::{self, Shipped},
    },
    region::Admdvs,
    text::Text,
};

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
    /// By region. A shipped pack is read when it is first asked for, so that the number of packs costs nothing.
    packs: Vec<(Admdvs, Entry)>,
}

#[derive(Debug)]
struct Entry {
    shipped: Option<Shipped>,
    loaded: OnceCell<Result<LoadedPack, Error>>,
}

impl Entry {
    fn loaded(&self) -> Result<&LoadedPack, Error> {
        let load = || {
            let shipped = self.shipped.ok_or_else(|| Error::new(ErrorCode::Internal))?;
            LoadedPack::read(shipped.read()?)
        };
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
        Ok(Self { pack: decode::decode::<PolicyPack>(&document)?, document, digest: OnceCell::new() })
    }

    fn linted(self) -> Result<Self, Error> {
        lint::errors(&self.pack)?.into_iter().next().map_or(Ok(self), |fault| Err(fault.into()))
    }

    /// The SHA-256 of its content, in hexadecimal digits; made when it is first asked for.
    pub(crate) fn digest(&self) -> &str {
        self.digest.get_or_init(|| digest::of(&self.document))
    }
}

impl PackRef {
    /// What an answer says of the packs it rests on.
    pub(crate) fn of_all(packs: &[&LoadedPack]) -> Vec<Self> {
        let mut references = Vec::with_capacity(packs.len());
        for loaded in packs {
            references.push(Self::of(loaded));
        }
        references
    }

    pub(crate) fn of(loaded: &LoadedPack) -> Self {
        let pack = &loaded.pack;
        Self {
            admdvs: pack.admdvs,
            name: pack.name.clone(),
            version: pack.version.clone(),
            digest: loaded.digest().to_owned(),
            last_checked: pack.last_checked,
        }
    }
}

/// A policy pack, by region and version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PackRef {
    /// The pack's region: a pooling area, a province, or `000000`, the whole country.
    pub admdvs: Admdvs,
    /// Its name.
    pub name: Text,
    /// Its version.
    pub version: Cow<'static, str>,
    /// The SHA-256 of its content: canonical JSON (RFC 8785) without nulls, in 64 hexadecimal digits.
    pub digest: String,
    /// The day on which its sources were last read.
    pub last_checked: Date,
}

encodes! { PackRef { admdvs, name, version, digest, last_checked } }

impl Library {
    /// The packs shipped with the crate.
    #[must_use]
    pub fn shipped() -> Self {
        let entry = |(admdvs, pack)| (admdvs, Entry { shipped: Some(pack), loaded: OnceCell::new() });
        Self { packs: shipped::packs().into_iter().map(entry).collect() }
    }

    /// The pack of the insured region, or of the pooling area it belongs to; where neither has one, the nearest that answers for it:
    /// its province's, or the national frame.
    ///
    /// # Errors
    ///
    /// `unknownRegion` where there is no such region, `regionTooCoarse` where only a province is named and a city is needed.
    pub fn pack(&self, insured: Admdvs) -> Result<&PolicyPack, Error> {
        self.nearest(insured)?.loaded().map(|loaded| &loaded.pack)
    }

    fn entry(&self, admdvs: Admdvs) -> Option<&Entry> {
        let at = self.packs.binary_search_by_key(&admdvs, |(admdvs, _)| *admdvs).ok()?;
        self.packs.get(at).map(|(_, entry)| entry)
    }

    fn nearest(&self, insured: Admdvs) -> Result<&Entry, Error> {
        let area = insured.pooling_area();
        if let Some(own) = self.entry(insured).or_else(|| self.entry(area)) {
            return Ok(own);
        }
        if area.is_frame() {
            return Err(Error::new(ErrorCode::RegionTooCoarse).giving(insured));
        }
        let frame = area.name().and_then(|_| self.entry(area.province()).or_else(|| self.entry(Admdvs::COUNTRY)));
        frame.ok_or_else(|| Error::new(ErrorCode::UnknownRegion).giving(insured))
    }

    /// The packs that answer for an insured region: the [nearest](Self::pack), and those it falls back on.
    pub(crate) fn packs_for(&self, insured: Admdvs) -> Result<Vec<&LoadedPack>, Error> {
        let nearest = self.nearest(insured)?.loaded()?;
        let fallback = |admdvs: &Admdvs| {
            let missing = || Error::new(ErrorCode::UnknownRegion).giving(admdvs).at("fallsBackOn");
            self.entry(*admdvs).ok_or_else(missing)?.loaded()
        };
        std::iter::once(Ok(nearest)).chain(nearest.pack.falls_back_on.iter().map(fallback)).collect()
    }

    /// Adds a pack, or replaces the one of its region, and answers with what was added.
    ///
    /// # Errors
    ///
    /// `unreadableInput` where it is no JSON, `outOfRange` where it is ten times as large as any pack should be, the code of a field
    /// that cannot be read, and `invalidPack` with the path and hint of the first error that [`lint_json`](Self::lint_json) finds. The
    /// library is then as it was.
    pub fn add_json(&mut self, json: &str) -> Result<RegionSummary, Error> {
        self.add(decode::read_json(json)?)
    }

    /// Like [`add_json`](Self::add_json), once it is read.
    pub(crate) fn add(&mut self, document: Value) -> Result<RegionSummary, Error> {
        lint::check_size(&document)?;
        let loaded = LoadedPack::read(document)?.linted()?;
        let (admdvs, summary) = (loaded.pack.admdvs, RegionSummary::of(&loaded.pack));
        let entry = Entry { shipped: None, loaded: OnceCell::from(Ok(loaded)) };
        match self.packs.binary_search_by_key(&admdvs, |(admdvs, _)| *admdvs) {
            Ok(at) => {
                if let Some((_, earlier)) = self.packs.get_mut(at) {
                    *earlier = entry;
                }
            }
            Err(at) => self.packs.insert(at, (admdvs, entry)),
        }
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
        let mut faults = match lint::errors(pack) {
            Ok(faults) => faults,
            Err(error) => return vec![Fault::unreadable(&error)],
        };
        let others = self.packs.iter().filter_map(|(_, entry)| entry.loaded().ok()).map(|loaded| &loaded.pack);
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
        match document.and_then(|document| lint::check_size(&document).and_then(|()| decode::decode(&document))) {
            Ok(pack) => self.lint(&pack, today),
            Err(error) => vec![Fault::unreadable(&error)],
        }
    }

    /// Every insured region with a pack of its own. All others answer too, from the frame of their province or of the country.
    ///
    /// # Errors
    ///
    /// Those of reading a shipped pack, which the tests exclude.
    ///
    /// # Example
    ///
    /// ```
    /// let regions = yidi::Library::shipped().regions()?;
    /// assert!(regions.iter().any(|region| region.name.zh == "西安市"));
    /// # Ok::<(), yidi::Error>(())
    /// ```
    pub fn regions(&self) -> Result<Vec<RegionSummary>, Error> {
        let regions = self.packs.iter().filter(|(admdvs, _)| !admdvs.is_frame());
        regions.map(|(_, entry)| entry.loaded().map(|loaded| RegionSummary::of(&loaded.pack))).collect()
    }

    /// An insured region in short, whether it has a pack of its own or not.
    pub(super) fn summary(&self, insured: Admdvs) -> Result<RegionSummary, Error> {
        let loaded = self.packs_for(insured)?;
        let packs = || loaded.iter().map(|loaded| &loaded.pack);
        let mut nearest = RegionSummary::of(self.pack(insured)?);
        nearest.tiers = tiers_of(packs()).to_vec();
        nearest.diseases = diseases_of(&packs().collect::<Vec<_>>());
        if insured.is_frame() || !nearest.admdvs.is_frame() {
            return Ok(nearest);
        }
        let area = insured.pooling_area();
        let name = area.name().unwrap_or_else(|| nearest.name.clone());
        Ok(RegionSummary { admdvs: area, name, insurances: Vec::new(), from: None, to: None, ..nearest })
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
    pub version: Cow<'static, str>,
    /// The day on which its sources were last read.
    pub last_checked: Date,
    /// The insurances for which ratios are known.
    pub insurances: Vec<Insurance>,
    /// The facility tiers its rules name.
    pub tiers: Vec<Tier>,
    /// The chronic diseases its rules name; where no rule on paying does, those that are settled elsewhere.
    pub diseases: Vec<Disease>,
    /// The worst grade among its rules; absent where it has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grade: Option<Grade>,
    /// The first day on which any of its ratios holds; absent where none is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The last day on which any of its ratios holds; absent where one holds until replaced.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
}

encodes! { RegionSummary { admdvs, name, version, last_checked, insurances, tiers, diseases, grade, from, to } }

impl RegionSummary {
    pub(super) fn of(pack: &PolicyPack) -> Self {
        let mut summary = Self {
            admdvs: pack.admdvs,
            name: pack.name.clone(),
            version: pack.version.clone(),
            last_checked: pack.last_checked,
            insurances: Vec::new(),
            tiers: pack.tiers.clone(),
            diseases: pack.diseases.clone(),
            grade: pack.worst_grade(),
            from: None,
            to: None,
        };
        let (mut insured, mut holds_on) = (Vec::new(), false);
        for Rule { applies, says, law } in pack.list(RuleName::Segments) {
            if matches!(says, Says::Disputed(_)) {
                continue;
            }
            let Period { from, to, .. } = law.effective;
            summary.from = Some(summary.from.map_or(from, |earliest| earliest.min(from)));
            summary.to = summary.to.max(to);
            holds_on |= to.is_none();
            insured.extend(applies.insurance.as_deref().unwrap_or(Insurance::ALL));
        }
        summary.insurances = Insurance::ALL.to_vec();
        summary.insurances.retain(|insurance| insured.contains(insurance));
        summary.to = summary.to.filter(|_| !holds_on);
        summary
    }
}

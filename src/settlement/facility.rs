//! A contracted facility (定点医药机构), and what it has opened to patients from elsewhere.

use std::{fmt, str::FromStr};

use serde::Serialize;

use crate::{
    calendar::Date,
    decode::{as_text, decodes},
    encode::{encodes, encodes_shown},
    error::{Error, ErrorCode},
    region::Admdvs,
    text::words,
};

words! {
    /// What a facility can settle directly for patients from elsewhere. Each is opened on its own.
    FacilityKind {
        /// 住院.
        Inpatient = "inpatient", "住院", "inpatient care";
        /// 普通门诊.
        Outpatient = "outpatient", "普通门诊", "ordinary outpatient care";
        /// 门诊慢特病, disease by disease.
        Chronic = "chronic", "门诊慢特病", "a chronic disease";
        /// 特殊药品.
        SpecialDrug = "specialDrug", "特殊药品", "special drugs";
        /// 定点零售药店.
        Pharmacy = "pharmacy", "药店购药", "a retail pharmacy";
    }
}

/// The national code of a contracted facility (`fixmedins_code`): `H` for a hospital or clinic, `P` for a pharmacy, and 11 digits.
///
/// # Errors
///
/// Parsing refuses anything else with `invalidFacility`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FacilityCode(u64);

/// Above every number of 11 digits.
const PHARMACY: u64 = 1 << 37;

impl FacilityCode {
    /// Fits in 38 bits.
    pub(super) const fn bits(self) -> u64 {
        self.0
    }

    pub(super) const fn is_pharmacy(self) -> bool {
        self.0 >= PHARMACY
    }

    pub(super) const fn from_bits(bits: u64) -> Self {
        Self(bits & (2 * PHARMACY - 1))
    }
}

impl FromStr for FacilityCode {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let (pharmacy, digits) = match text.split_at_checked(1) {
            Some(("H", digits)) => (0, digits),
            Some(("P", digits)) => (PHARMACY, digits),
            _ => (0, ""),
        };
        let number = number(digits, 11).ok_or_else(|| Error::new(ErrorCode::InvalidFacility).giving(text))?;
        Ok(Self(pharmacy + number))
    }
}

/// The number that exactly so many digits write.
fn number(digits: &str, count: usize) -> Option<u64> {
    if digits.len() == count && digits.bytes().all(|byte| byte.is_ascii_digit()) { digits.parse().ok() } else { None }
}

impl fmt::Display for FacilityCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let letter = if self.0 < PHARMACY { 'H' } else { 'P' };
        write!(formatter, "{letter}{:011}", self.0 & (PHARMACY - 1))
    }
}

impl fmt::Debug for FacilityCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{self}")
    }
}

as_text!(
    FacilityCode,
    FacilityCode(0),
    "FacilityCode",
    r"^[HP]\d{11}$",
    "The national code of a contracted facility, as in \"H41110000001\"."
);

/// The national code of a chronic disease (门诊慢特病), as in `M03900` for hypertension: `M`, three digits for the class, two for the
/// disease within it.
///
/// # Errors
///
/// Parsing refuses anything else with `invalidDisease`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DiseaseCode(u32);

impl DiseaseCode {
    /// 慢性肾功能不全（非透析）: ends in 00, and is yet a disease beside the dialyses of its class rather than the class.
    const KIDNEY_FAILURE_WITHOUT_DIALYSIS: Self = Self(7800);

    /// Fits in 17 bits.
    pub(super) const fn number(self) -> u32 {
        self.0
    }

    pub(super) const fn from_number(number: u32) -> Self {
        Self(number)
    }

    /// Whether the two are of one class, so that one list may mean the other's disease by its code.
    pub(super) const fn is_kin_of(self, other: Self) -> bool {
        self.0 / 100 == other.0 / 100
    }

    /// Whether what is opened under this code is opened for `disease`: the same, or its class (大类代码), as M08300 is of all
    /// transplants.
    pub(super) fn covers(self, disease: Self) -> bool {
        let is_class = self.0.is_multiple_of(100) && self != Self::KIDNEY_FAILURE_WITHOUT_DIALYSIS;
        self == disease || (is_class && self.is_kin_of(disease))
    }
}

impl FromStr for DiseaseCode {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let found = text.strip_prefix('M').and_then(|digits| number(digits, 5)).and_then(|number| u32::try_from(number).ok());
        found.map(Self).ok_or_else(|| Error::new(ErrorCode::InvalidDisease).giving(text))
    }
}

impl fmt::Display for DiseaseCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "M{:05}", self.0)
    }
}

impl fmt::Debug for DiseaseCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{self}")
    }
}

as_text!(DiseaseCode, DiseaseCode(0), "DiseaseCode", r"^M\d{5}$", "The national code of a chronic disease, as in \"M03900\".");

/// A contracted facility, as the host's list has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Facility {
    /// Its national code.
    pub code: FacilityCode,
    /// Its name, of at most 120 characters.
    pub name: String,
    /// Where it is: a city, or a county of one.
    pub region: Admdvs,
    /// What it has opened; at most 96.
    pub opened: Vec<Opening>,
    /// The pinyin initials of its name, as in `lhszyy`, by which it can be searched for; without them only by the name itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub initials: Option<String>,
}
decodes! { struct Facility { code, name, region, opened, initials } }

/// One thing that a facility has opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Opening {
    /// What it is.
    pub kind: FacilityKind,
    /// Which disease, where it is a chronic one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disease: Option<DiseaseCode>,
    /// Since when, where the list says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Date>,
}
decodes! { struct Opening { kind, disease, since } }

encodes_shown! { FacilityCode, DiseaseCode }
encodes! {
    Facility { code, name, region, opened, initials }
    Opening { kind, disease, since }
}

impl Opening {
    /// Whether it is open on `day`; without a date of its own, or without a day asked about, it is.
    pub(super) fn is_open(&self, day: Option<Date>) -> bool {
        self.since.zip(day).is_none_or(|(since, day)| since <= day)
    }
}

/// The longest name, in UTF-16 units.
const NAME_LIMIT: usize = 120;
const OPENED_LIMIT: usize = 96;

impl Facility {
    /// The record with its name and initials tidied.
    ///
    /// # Errors
    ///
    /// Of a field that is readable and yet cannot be.
    pub(super) fn checked(mut self) -> Result<Self, Error> {
        self.name = within("name", &self.name)?;
        if let Some(initials) = &self.initials {
            let initials = within("initials", initials)?.to_ascii_lowercase();
            if !initials.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
                return Err(Error::new(ErrorCode::UnknownValue).giving(initials).allowing("a … z, 0 … 9").at("initials"));
            }
            self.initials = Some(initials);
        }
        if self.region.is_frame() {
            return Err(Error::new(ErrorCode::RegionTooCoarse).giving(self.region).at("region"));
        }
        if self.opened.len() > OPENED_LIMIT {
            return Err(too_many(self.opened.len(), OPENED_LIMIT).at("opened"));
        }
        for (at, opening) in self.opened.iter().enumerate() {
            opening.check().map_err(|error| error.at(at.to_string()).at("opened"))?;
        }
        Ok(self)
    }
}

fn within(field: &str, text: &str) -> Result<String, Error> {
    let text = text.trim();
    match text.encode_utf16().count() {
        0 => Err(Error::new(ErrorCode::MissingField).at(field)),
        length if length > NAME_LIMIT => Err(too_many(length, NAME_LIMIT).at(field)),
        _ => Ok(text.to_owned()),
    }
}

#[cold]
fn too_many(found: usize, limit: usize) -> Error {
    Error::new(ErrorCode::OutOfRange).giving(found).allowing(format_args!("≤ {limit}"))
}

impl Opening {
    /// Dates that a list can have; they are kept in 15 bits.
    pub(super) const EARLIEST: Date = Date::of(2000, 1, 1);
    const LATEST: Date = Date::of(2089, 9, 16);

    fn check(self) -> Result<(), Error> {
        match self.since {
            Some(since) if !(Self::EARLIEST..=Self::LATEST).contains(&since) => {
                let allowed = format_args!("{} … {}", Self::EARLIEST, Self::LATEST).to_string();
                return Err(Error::new(ErrorCode::OutOfRange).giving(since).allowing(allowed).at("since"));
            }
            _ => {}
        }
        match (self.kind, self.disease) {
            (FacilityKind::Chronic, None) => Err(Error::new(ErrorCode::MissingField).at("disease")),
            (FacilityKind::Chronic, Some(_)) | (_, None) => Ok(()),
            (kind, Some(_)) => Err(Error::new(ErrorCode::UnknownField).giving(kind.as_str()).allowing("chronic").at("disease")),
        }
    }
}

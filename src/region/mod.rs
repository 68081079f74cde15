//! 医保区划 codes: provinces, cities, and what lies inside the same pooling area (统筹区).

mod names;

use std::{fmt, str::FromStr};

use crate::{
    decode::as_text,
    error::{Error, ErrorCode},
    text::words,
};

pub(crate) use names::province_name;
pub use names::{City, Province, provinces};

/// A six-digit 医保区划 code (`admdvs`), as in `610100` for Xi'an.
///
/// The digits follow GB/T 2260: two for the province, two for the city, two for the county.
///
/// # Errors
///
/// Parsing refuses with `invalidRegion` what is not six digits beginning with a province's number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Admdvs(u32);

words! {
    /// Where care is received, as seen from the insured region.
    Place {
        /// In the insured region's own pooling area.
        Local = "local", "参保地", "the insured region";
        /// In another city of the same province.
        WithinProvince = "withinProvince", "省内异地", "elsewhere in the province";
        /// In another province.
        AcrossProvinces = "acrossProvinces", "跨省异地", "another province";
    }
}

impl Place {
    /// Where `treatment` lies, as seen from `insured`.
    ///
    /// # Errors
    ///
    /// `regionTooCoarse` where only the insured region's own province is named, or only the …9000 of its directly administered
    /// counties: it may be home or elsewhere.
    pub fn of(treatment: Admdvs, insured: Admdvs) -> Result<Self, Error> {
        if treatment == Admdvs::COUNTRY {
            return Err(Error::new(ErrorCode::RegionTooCoarse).giving(treatment));
        }
        if treatment.pooling_area() == insured.pooling_area() {
            return Ok(Self::Local);
        }
        if treatment.province() != insured.province() {
            return Ok(Self::AcrossProvinces);
        }
        if treatment == treatment.province() || treatment.is_heading_of(insured) {
            return Err(Error::new(ErrorCode::RegionTooCoarse).giving(treatment));
        }
        Ok(Self::WithinProvince)
    }
}

impl Admdvs {
    pub(crate) const fn from_digits(digits: u32) -> Self {
        Self(digits)
    }

    /// Whether this is the …9000 over a county that its province administers itself (…90xx).
    const fn is_heading_of(self, county: Self) -> bool {
        self.0 % 10_000 == 9_000 && self.0 == county.0 / 100 * 100
    }

    pub(crate) const fn digits(self) -> u32 {
        self.0
    }

    /// Whether `other` is this county, or lies in this city or province.
    pub(crate) const fn contains(self, other: Self) -> bool {
        let unit = match self.0 {
            province if province.is_multiple_of(10_000) => 10_000,
            city if city.is_multiple_of(100) => 100,
            _ => 1,
        };
        self.0 == 0 || self.0 / unit == other.0 / unit
    }

    /// The whole country: where its law stands, never where someone is insured.
    pub const COUNTRY: Self = Self(0);

    /// Whether this is the country, or a province that is not one pooling area: a frame that regions fall back on.
    pub(crate) const fn is_frame(self) -> bool {
        self.0 == 0 || (self.0.is_multiple_of(10_000) && !self.is_in_one_pool())
    }

    /// The province, as in `610000`.
    #[must_use]
    pub const fn province(self) -> Self {
        Self(self.0 / 10_000 * 10_000)
    }

    /// The code whose pooling area (统筹区) this code belongs to: the municipality or province where the whole of it is one
    /// (医保发〔2022〕22号 经办规程 Art. 11 names 海南 and 西藏), a county administered by its province itself (…90xx), else the city.
    #[must_use]
    pub const fn pooling_area(self) -> Self {
        if self.is_in_one_pool() {
            self.province()
        } else if self.0 / 100 % 100 == 90 {
            self
        } else {
            Self(self.0 / 100 * 100)
        }
    }

    /// Whether a filing for this region, or an exemption for it, is good for `treatment`: it lies in the same pooling area, or this is the
    /// whole of its province. The units run by a province itself (省本级, …9900) and its capital are one (医保发〔2024〕21号 一（一）).
    pub(crate) const fn is_good_for(self, treatment: Self) -> bool {
        self.0 == treatment.province().0 || self.place_of_filing().0 == treatment.place_of_filing().0
    }

    /// What one files for: the pooling area, or the capital where the province's own units are meant.
    pub(crate) const fn place_of_filing(self) -> Self {
        if self.0 % 10_000 == 9_900 { Self(self.province().0 + 100) } else { self.pooling_area() }
    }

    const fn is_in_one_pool(self) -> bool {
        matches!(self.0 / 10_000, 11 | 12 | 31 | 46 | 50 | 54)
    }
}

impl FromStr for Admdvs {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let digits = text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse()
            .ok()
            .map(Self)
            .filter(|code| digits && (*code == Self::COUNTRY || province_name(code.province()).is_some()))
            .ok_or_else(|| Error::new(ErrorCode::InvalidRegion).giving(text))
    }
}

impl fmt::Display for Admdvs {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:06}", self.0)
    }
}

impl fmt::Debug for Admdvs {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{self}")
    }
}

as_text!(Admdvs, Admdvs::COUNTRY, "Admdvs", r"^\d{6}$", "A six-digit 医保区划 code, as in \"610100\".");

#[cfg(test)]
mod tests {
    use super::*;

    fn region(text: &str) -> Admdvs {
        text.parse().unwrap()
    }

    #[test]
    fn refuses_what_is_not_a_region() {
        for text in ["61010", "6101000", "0610100", "990000", "000001", "６１0100", "61010a", "-61010", "+61010", ""] {
            assert_eq!(text.parse::<Admdvs>().map_err(|error| error.code()), Err(ErrorCode::InvalidRegion), "{text:?}");
        }
    }

    #[test]
    fn is_shown_as_it_is_written() {
        assert_eq!(format!("{0} {0:?}", region("610100")), "610100 610100");
    }

    #[test]
    fn tells_home_from_elsewhere() {
        for (treatment, insured, place) in [
            ("610100", "610100", Place::Local),
            ("610102", "610100", Place::Local),
            ("611000", "610100", Place::WithinProvince),
            ("310000", "610100", Place::AcrossProvinces),
            ("310115", "310000", Place::Local),
            ("460200", "460100", Place::Local),
            ("419001", "410100", Place::WithinProvince),
            ("419001", "419001", Place::Local),
            ("419000", "410100", Place::WithinProvince),
            ("419000", "429004", Place::AcrossProvinces),
            ("469000", "469001", Place::Local),
        ] {
            assert_eq!(Place::of(region(treatment), region(insured)), Ok(place), "{treatment} from {insured}");
        }
    }

    #[test]
    fn a_heading_over_home_is_too_coarse() {
        for (treatment, insured) in [("610000", "610100"), ("419000", "419001"), ("659000", "659001")] {
            let error = Place::of(region(treatment), region(insured)).unwrap_err();
            assert_eq!((error.code(), error.given()), (ErrorCode::RegionTooCoarse, Some(treatment)), "{insured}");
        }
    }
}

//! 医保区划 codes: provinces, cities, and what lies inside the same pooling area (统筹区).

use std::{fmt, str::FromStr};

use serde::Serialize;

use crate::{
    decode::as_text,
    error::{Error, ErrorCode},
    text::{Text, words},
};

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
    /// `regionTooCoarse` where only the insured region's own province is named: it may be home or another city.
    pub fn of(treatment: Admdvs, insured: Admdvs) -> Result<Self, Error> {
        if treatment.pooling_area() == insured.pooling_area() {
            return Ok(Self::Local);
        }
        if treatment.province() != insured.province() {
            return Ok(Self::AcrossProvinces);
        }
        if treatment == treatment.province() {
            return Err(Error::new(ErrorCode::RegionTooCoarse).giving(treatment));
        }
        Ok(Self::WithinProvince)
    }
}

impl Admdvs {
    pub(crate) const fn from_digits(digits: u32) -> Self {
        Self(digits)
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
        const ONE_POOL: [u32; 6] = [11, 12, 31, 46, 50, 54];
        let (province, city) = (self.0 / 10_000, self.0 / 100 % 100);
        let mut at = 0;
        while at < ONE_POOL.len() {
            #[expect(clippy::indexing_slicing, reason = "const fn: the loop condition bounds it")]
            if ONE_POOL[at] == province {
                return self.province();
            }
            at += 1;
        }
        if city == 90 { self } else { Self(self.0 / 100 * 100) }
    }
}

impl FromStr for Admdvs {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let digits = text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse()
            .ok()
            .map(Self)
            .filter(|code| digits && province_name(code.province()).is_some())
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

as_text!(Admdvs, "Admdvs", r"^\d{6}$", "A six-digit 医保区划 code, as in \"610100\".");

/// A province with its code and name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Province {
    /// The code, as in `310000`.
    pub admdvs: Admdvs,
    /// The name.
    pub name: Text,
}

/// The provinces of the mainland, whose insured persons and facilities the national platform joins (GB/T 2260).
pub fn provinces() -> impl Iterator<Item = Province> {
    PROVINCES.iter().map(|&(number, zh, en)| Province { admdvs: Admdvs(number * 10_000), name: Text::new(zh, en) })
}

pub(crate) fn province_name(province: Admdvs) -> Option<Text> {
    provinces().find(|known| known.admdvs == province).map(|known| known.name)
}

const PROVINCES: &[(u32, &str, &str)] = &[
    (11, "北京市", "Beijing"),
    (12, "天津市", "Tianjin"),
    (13, "河北省", "Hebei"),
    (14, "山西省", "Shanxi"),
    (15, "内蒙古自治区", "Inner Mongolia"),
    (21, "辽宁省", "Liaoning"),
    (22, "吉林省", "Jilin"),
    (23, "黑龙江省", "Heilongjiang"),
    (31, "上海市", "Shanghai"),
    (32, "江苏省", "Jiangsu"),
    (33, "浙江省", "Zhejiang"),
    (34, "安徽省", "Anhui"),
    (35, "福建省", "Fujian"),
    (36, "江西省", "Jiangxi"),
    (37, "山东省", "Shandong"),
    (41, "河南省", "Henan"),
    (42, "湖北省", "Hubei"),
    (43, "湖南省", "Hunan"),
    (44, "广东省", "Guangdong"),
    (45, "广西壮族自治区", "Guangxi"),
    (46, "海南省", "Hainan"),
    (50, "重庆市", "Chongqing"),
    (51, "四川省", "Sichuan"),
    (52, "贵州省", "Guizhou"),
    (53, "云南省", "Yunnan"),
    (54, "西藏自治区", "Tibet"),
    (61, "陕西省", "Shaanxi"),
    (62, "甘肃省", "Gansu"),
    (63, "青海省", "Qinghai"),
    (64, "宁夏回族自治区", "Ningxia"),
    (65, "新疆维吾尔自治区", "Xinjiang"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn region(text: &str) -> Admdvs {
        text.parse().unwrap()
    }

    #[test]
    fn refuses_what_is_not_a_region() {
        for text in ["61010", "6101000", "990000", "000000", "６１0100", "61010a", "-61010", "+61010", ""] {
            assert_eq!(text.parse::<Admdvs>().map_err(|error| error.code()), Err(ErrorCode::InvalidRegion), "{text:?}");
        }
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
        ] {
            assert_eq!(Place::of(region(treatment), region(insured)), Ok(place), "{treatment} from {insured}");
        }
    }

    #[test]
    fn the_own_province_alone_is_too_coarse() {
        let error = Place::of(region("610000"), region("610100")).unwrap_err();
        assert_eq!((error.code(), error.given()), (ErrorCode::RegionTooCoarse, Some("610000")));
    }
}

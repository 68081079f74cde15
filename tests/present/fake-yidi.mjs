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

/** The tiers of a city without a table of its own. */
const frameTiers = [
  { id: "tier2", label: both("二级医院", "Tier 2") },
  { id: "tier3", label: both("三级医院", "Tier 3") },
  { id: "pharmacy", label: both("药店", "Pharmacy") },
];

const law = {
  rule: "ratio",
  label: both("支付比例", "ratio"),
  pack: "610100",
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
  atLeast: false,
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
  gaps: [
    {
      rule: "assistance",
      couldCost: false,
      text: both("没有收录医疗救助", "medical assistance is not known"),
    },
  ],
  warnings: [both("规定可能已变", "the rules may have changed")],
  basis: {
    insuredRegion: { admdvs: "610100", name: both("西安市", "Xi'an") },
    treatmentRegion: { admdvs: "310000", name: both("上海市", "Shanghai") },
    place: "acrossProvinces",
    packs: [
      {
        admdvs: "610100",
        name: both("西安市", "Xi'an"),
        version: "1",
        digest: "0",
        lastChecked: "2026-11-01",
      },
      {
        admdvs: "000000",
        name: both("全国", "All China"),
        version: "2",
        digest: "0",
        lastChecked: "2026-10-01",
      },
    ],
    date: "2026-03-01",
  },
  disclaimer: both("以实际结算为准", "the actual settlement decides"),
};

/** An error as the package throws it. */
export function refusal(code, path, given, allowed) {
  const reason = both(`引擎说${code}`, `engine says ${code}`);
  const whole = (colon) => `${path}${colon}${code} ${given} ${allowed}`;
  const text = both(whole("："), whole(": "));
  return Object.assign(new Error(text.en), { name: "YidiError", code, path, given, allowed, text, reason });
}

/** A rule that leaves something open, and what it was taken to say. */
export const assumption = (says, more = {}) => ({ law: { ...law, ...more }, says: both(says, says) });

/** A rule that the person's own figure stands for. */
export const ownLaw = {
  rule: "deductible",
  label: both("起付线", "deductible"),
  pack: "610100",
  citation: { document: "用户自填", address: "", readOn: "1949-10-01" },
  effective: { from: "1949-10-01" },
  grade: "userSupplied",
};

/** The range of an estimate that nothing is open about. */
const exactly = (answer) => ({
  exact: true,
  least: { estimate: answer, assumes: [] },
  most: { estimate: answer, assumes: [] },
  atMost: answer.atMost,
  atLeast: answer.atLeast,
  unanswered: [],
});

/** An answer that is given once every fact at `paths` is known, and refused for the first that is not until then. */
export function needing(paths, answer = estimate) {
  return (input) => {
    const missing = paths.find(
      (path) => path.split(".").reduce((node, step) => node?.[step], input) === undefined,
    );
    if (missing === undefined) return answer;
    return refusal(missing.startsWith("ownFigures") ? "ruleNotFound" : "inputNeeded", missing);
  };
}

/**
 * An engine that gives one answer to every question: an estimate, a range, or an error to be thrown; or what a function of the
 * input says it is. `inputs` is what it was asked.
 * @param {any} [answer]
 */
export function fakeYidi(answer = estimate) {
  const inputs = [];
  return {
    inputs,
    regions: () => regions,
    provinces: () => provinces,
    describeRegion: (admdvs) => ({
      region: regions.find((region) => region.admdvs === admdvs) ?? { tiers: frameTiers },
    }),
    estimateRange(input) {
      inputs.push(input);
      const given = typeof answer === "function" ? answer(input) : answer;
      if (given instanceof Error) throw given;
      return "least" in given ? given : exactly(given);
    },
  };
}

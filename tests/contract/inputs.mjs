import { readdirSync, readFileSync } from "node:fs";

const xian = {
  person: { insuredRegion: "610100", insurance: "employee", group: "working" },
  visit: {
    treatmentRegion: "310000",
    kind: "inpatient",
    tier: "tier3",
    admitted: "2026-03-02",
    settled: "2026-03-12",
  },
  filing: { category: "referral" },
  bill: { total: "30000.00", inScope: "26500.55" },
  yearSoFar: { admissions: 0, poolPaid: "0.00", largeAmountPaid: "0.00" },
};

const xianAtHome = {
  ...xian,
  person: { ...xian.person, group: "retired" },
  visit: { ...xian.visit, treatmentRegion: "610100" },
  filing: { category: "notFiled" },
};

/** No table is known of Luohe: the local figures are the person's own, and national law bounds the rest. */
const luohe = {
  person: { insuredRegion: "411100", insurance: "resident", group: "otherResident" },
  visit: { ...xian.visit, treatmentRegion: "440300", admitted: "2026-11-02", settled: "2026-11-12" },
  filing: { category: "otherTemporary" },
  bill: { total: "20650.00", inScope: "20650.00" },
  yearSoFar: {},
  ownFigures: { deductible: "650", ratio: "65" },
};
const { ownFigures: _, ...luoheWithoutFigures } = luohe;

export const stay = {
  xian,
  xianAtHome,
  luohe,
  luoheWithoutFigures,
  xianWithoutYear: { ...xian, yearSoFar: {} },
  negativeAmount: { ...xian, bill: { total: "-0.01", inScope: "0.00" } },
  partsAboveTotal: { ...xian, bill: { total: "100.00", inScope: "100.01" } },
  unknownRegion: { ...xian, person: { ...xian.person, insuredRegion: "659099" } },
  beforeFirstRule: { ...xian, visit: { ...xian.visit, admitted: "1999-03-02", settled: "1999-03-12" } },
  misspelt: { ...xian, bill: { totall: "30000.00", inScope: "26500.55" } },
};

/** A call of each function that asks the estimator many times, and a part of its answer, worked by hand. */
export const questions = [
  {
    call: "estimateRange",
    args: [{ ...xian, bill: { total: "30000.00" } }],
    picks: ({ least, most, next }) => [least.estimate.patientPays, most.estimate.patientPays, next.path],
    // 1,200 + 30 % of 28,800; or nothing in scope.
    answers: ["9840.00", "30000.00", "bill.inScope"],
  },
  {
    call: "estimateMany",
    args: [[xian]],
    picks: ([{ estimate }]) => estimate.patientPays,
    // 30,000 − (26,500.55 − 1,200) × 70 % (17,710.385, half a fen up)
    answers: "12289.61",
  },
  {
    call: "compareFilings",
    args: [xian],
    picks: ({ options }) =>
      options.slice(0, 1).map(({ category, proof, pays }) => [category, proof, pays.most]),
    // 80 % of 25,300.55
    answers: [["longTermResident", "material", "9759.56"]],
  },
  {
    call: "compareDates",
    args: [xian, "1999-03-12", "2026-03-12"],
    picks: ({ before, after }) => [before.pays.refusal.code, after.pays.most],
    answers: ["dateNotCovered", "12289.61"],
  },
  {
    call: "costCurve",
    args: [xian, "30000"],
    picks: ({ points }) => points.map(({ inScope, least, most }) => [inScope, least, most]),
    // 3,499.45 lie outside the scope.
    answers: [
      ["0.00", "3499.45", "3499.45"],
      ["1200.00", "4699.45", "4699.45"],
      ["30000.00", "13339.45", "13339.45"],
    ],
  },
  {
    call: "reconcile",
    args: [xian, { total: "30000.00", pool: "20240.44" }],
    picks: ({ matches, explanations }) => [matches, explanations[0].assumes[0].value],
    // Settled at 80 %.
    answers: [false, "retiredSettled"],
  },
  {
    call: "splitBill",
    args: [{ items: [{ amount: "1000.00", class: "B", firstSelfPay: "10" }] }],
    picks: ({ inScope, classBFirstSelfPay }) => [inScope, classBFirstSelfPay],
    answers: ["900.00", "100.00"],
  },
];

const readJson = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
const readGolden = (name) => readJson(`../golden/${name}`);
const packNames = readdirSync(new URL("../golden/packs", import.meta.url));

/** The packs that the module leaves out because their rules ended years ago. */
const history = ["150900", "230800", "510100"].map((admdvs) =>
  readJson(`../../src/policy/packs/${admdvs}.json`),
);

/** The worked examples, which the Rust tests check as well, and the packs that some of them need. */
export const golden = {
  cases: readGolden("cases.json"),
  ranges: readGolden("ranges.json"),
  history,
  packs: packNames.map((name) => readGolden(`packs/${name}`)),
};

/** A region that is not shipped. */
export const newPack = golden.packs.find(({ admdvs }) => admdvs === "320583");

/** The filing scenarios, which the Rust tests check as well. */
export const filing = {
  wizard: readJson("../filing/wizard.json"),
  statuses: readJson("../filing/status.json"),
};

/** Obviously synthetic: a county that does not exist, with its right check digit. */
export const filingContact = { name: "测试甲", idNumber: "110199195803070017", phone: "13800000000" };

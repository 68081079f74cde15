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
  unknownRegion: { ...xian, person: { ...xian.person, insuredRegion: "659001" } },
  beforeFirstRule: { ...xian, visit: { ...xian.visit, admitted: "1999-03-02", settled: "1999-03-12" } },
  misspelt: { ...xian, bill: { totall: "30000.00", inScope: "26500.55" } },
};

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

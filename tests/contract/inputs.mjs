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

const nanchang = {
  ...xian,
  person: { insuredRegion: "360100", insurance: "employee", group: "retired" },
  visit: { ...xian.visit, treatmentRegion: "360100" },
};

export const stay = {
  xian,
  nanchang,
  negativeAmount: { ...xian, bill: { total: "-0.01", inScope: "0.00" } },
  partsAboveTotal: { ...xian, bill: { total: "100.00", inScope: "100.01" } },
  unknownRegion: { ...xian, person: { ...xian.person, insuredRegion: "659001" } },
  beforeFirstRule: { ...xian, visit: { ...xian.visit, admitted: "1999-03-02", settled: "1999-03-12" } },
  misspelt: { ...xian, bill: { totall: "30000.00", inScope: "26500.55" } },
};

const readGolden = (name) => JSON.parse(readFileSync(new URL(`../golden/${name}`, import.meta.url), "utf8"));
const packNames = readdirSync(new URL("../golden/packs", import.meta.url));

/** The worked examples, which the Rust tests check as well, and the small packs that some of them bring. */
export const golden = {
  cases: readGolden("cases.json"),
  packs: packNames.map((name) => readGolden(`packs/${name}`)),
};

/** A region that is not shipped. */
export const newPack = golden.packs.find(({ admdvs }) => admdvs === "320583");

// The case that every engine of the benchmark works out: insured in Xi'an as a working employee, referred to a tertiary hospital in
// Shanghai. The rules are those of the shipped packs: a deductible of 1,200 on the first admission, 80 % from the pool, 10 percentage
// points less when referred, a yearly cap of 400,000.

const PERSON = { insuredRegion: "610100", insurance: "employee", group: "working" };
const VISIT = {
  treatmentRegion: "310000",
  kind: "inpatient",
  tier: "tier3",
  admitted: "2026-11-02",
  settled: "2026-11-12",
};

const yuan = (fen) => (fen / 100).toFixed(2);

/** One of every five items has a ceiling, one of ten is class C, three are class B. @param {number} at @param {number} fen */
function item(at, fen) {
  const ceiling = at % 5 === 1 ? { priceCeiling: yuan(Math.floor(fen * 0.45)), quantity: 2 } : {};
  const kind = at % 10;
  if (kind === 9) return { name: `项目 ${at}`, amount: yuan(fen), class: "C" };
  if (kind < 6) return { name: `项目 ${at}`, amount: yuan(fen), class: "A", ...ceiling };
  return {
    name: `项目 ${at}`,
    amount: yuan(fen),
    class: "B",
    firstSelfPay: at % 4 === 0 ? "10" : "15",
    ...ceiling,
  };
}

/** About 50,000 yuan, whatever the number of items; 0 stands for a summary. @param {number} items */
function bill(items) {
  if (items === 0) return { total: "50000.00", inScope: "42000.00" };
  const each = Math.floor(5_000_000 / items);
  return { items: Array.from({ length: items }, (_, at) => item(at, each + (at % 7))) };
}

/** @param {number} items */
export const inputOf = (items) => ({
  person: PERSON,
  visit: VISIT,
  filing: { category: "referral" },
  bill: bill(items),
  yearSoFar: { admissions: 0, poolPaid: "0" },
});

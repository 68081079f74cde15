// A case as others can run it: `npx yidi run case.json`.

import { lookup } from "./lookup.js";

/** What an item of a bill is called may say whose it is. */
function withoutNames(bill) {
  const items = lookup(bill, "items");
  if (!items) return bill;
  const nameless = items.map((item) => {
    const kept = Object.assign({}, item);
    delete kept.name;
    return kept;
  });
  return Object.assign({}, bill, { items: nameless });
}

/**
 * One question to the engine, in the public scenario format (version 1), without anything that identifies a person.
 * @param {any} input of `estimateRange`
 */
export function scenarioText(input) {
  const nameless = Object.assign({}, input, { bill: withoutNames(input.bill) });
  return JSON.stringify({ yidi: 1, kind: "estimateRange", input: nameless }, null, 2);
}

/** The least that a report of a region's rules has to say: the region and the day, as a question that its rules answer. */
export function regionScenarioText(insuredRegion, date) {
  const visit = { treatmentRegion: insuredRegion, kind: "inpatient", admitted: date };
  const input = { insuredRegion, filings: [], visit };
  return JSON.stringify({ yidi: 1, kind: "filingStatus", input }, null, 2);
}

// From answers as typed to the engine's input. Nothing that was not answered is put in.

import { IN_INSURED_REGION, kindOf } from "./fields.js";
import { typedCount, typedMoney } from "./money.js";

const MISSING = { choice: "missingChoice", date: "missingDate", money: "missing", count: "missing" };

function faultOf(id, typed) {
  if (typed.trim() === "") return MISSING[kindOf(id)];
  return kindOf(id) === "count" && !/^\d{1,3}$/.test(typedCount(typed)) ? "notACount" : null;
}

/**
 * The answers that cannot be sent to the engine at all.
 * @returns {Object<string, { code: string, given: string }>} by field
 */
export function faults(asked, values) {
  const found = {};
  asked.forEach((id) => {
    const code = faultOf(id, values[id]);
    if (code) found[id] = { code, given: values[id] };
  });
  return found;
}

function yearSoFar(asked, values) {
  const year = { admissions: Number(typedCount(values.admissions)), poolPaid: typedMoney(values.poolPaid) };
  ["largeAmountPaid", "seriousIllnessBase", "seriousIllnessPaid"].forEach((id) => {
    if (asked.indexOf(id) >= 0) year[id] = typedMoney(values[id]);
  });
  return year;
}

/** The engine's input for answers without faults. */
export function estimateInput(asked, values) {
  return {
    person: { insuredRegion: values.insuredRegion, insurance: values.insurance, group: values.group },
    visit: {
      treatmentRegion: values.place === IN_INSURED_REGION ? values.insuredRegion : values.place,
      kind: "inpatient",
      tier: values.tier,
      admitted: values.admitted,
      settled: values.settled,
    },
    filing: { category: values.category },
    bill: { total: typedMoney(values.total), inScope: typedMoney(values.inScope) },
    yearSoFar: yearSoFar(asked, values),
  };
}

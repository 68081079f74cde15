// From answers as typed to the engine's input. Nothing that was not answered is put in.

import { IN_INSURED_REGION, isOptional, kindOf, pathOf } from "./fields.js";
import { isFraction, typedCount, typedMoney, typedPercent } from "./money.js";

const MISSING = {
  choice: "missingChoice",
  list: "missingChoice",
  date: "missingDate",
  money: "missing",
  percent: "missing",
  count: "missing",
};

export function isAnswered(id, values) {
  return values[id].trim() !== "";
}

/** Why an answer cannot be sent to the engine at all; null if it can. */
function faultOf(id, values) {
  if (!isAnswered(id, values)) return isOptional(id) ? null : MISSING[kindOf(id)];
  if (kindOf(id) === "count" && !/^\d{1,3}$/.test(typedCount(values[id]))) return "notACount";
  if (kindOf(id) === "percent" && isFraction(typedPercent(values[id]))) return "fractionOfOne";
  return null;
}

/** @returns {Object<string, { code: string, given: string }>} by field */
export function faults(asked, values) {
  const found = {};
  asked.forEach((id) => {
    const code = faultOf(id, values);
    if (code) found[id] = { code, given: values[id] };
  });
  return found;
}

/** The engine's input for the questions that are always asked. */
export function basicInput(values) {
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
    yearSoFar: {},
  };
}

function placedAt(node, steps, value) {
  if (steps.length === 0) return value;
  const inner = typeof node === "object" ? node[steps[0]] : undefined;
  const rest = placedAt(inner === undefined ? {} : inner, steps.slice(1), value);
  return Object.assign({}, typeof node === "object" ? node : {}, { [steps[0]]: rest });
}

const SENT = {
  choice: (typed) => typed,
  money: typedMoney,
  percent: typedPercent,
  count: (typed) => Number(typedCount(typed)),
};

/** Stands in for an answer that is still to come, so that the engine can say what else it will ask for. */
const STAND_INS = {
  ratio: "50",
  crossRegion: "none",
  standing: "ordinary",
  civilServant: "no",
  proof: "material",
};

function standInFor(id) {
  if (STAND_INS[id]) return STAND_INS[id];
  return kindOf(id) === "count" ? 0 : "0";
}

/** The input with the answer to a question that the engine asked; with a stand-in where there is no sound answer yet. */
export function withAnswer(input, id, values) {
  const isSound = isAnswered(id, values) && faultOf(id, values) === null;
  const value = isSound ? SENT[kindOf(id)](values[id]) : standInFor(id);
  return placedAt(input, pathOf(id).split("."), value);
}

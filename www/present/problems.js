// From an error of the engine to a plain sentence at the right field.

import { formatDate } from "./calendar.js";
import { kindOf } from "./fields.js";
import { formatMoney, isMoney, typedMoney } from "./money.js";
import { fill, problems, say, unexpected } from "./text.js";

const FIELD_OF_STEP = { treatmentRegion: "place" };

/** Where an error belongs that names a whole group of answers, or none. */
const FIELD_OF_CODE = {
  sumExceedsTotal: "inScope",
  dateOrder: "settled",
  dateNotCovered: "admitted",
  unknownRegion: "insuredRegion",
  unknownTier: "tier",
  groupMismatch: "group",
};

function fieldOf(error) {
  const steps = String(error.path || "").split(/[./]/);
  const last = steps[steps.length - 1];
  const id = FIELD_OF_STEP[last] || last;
  return kindOf(id) ? id : FIELD_OF_CODE[error.code] || null;
}

/** What is kept of a thrown error: enough to say it in either language. */
export function problemOf(error) {
  const isTyped = error && error.name === "YidiError" && typeof error.code === "string";
  if (!isTyped) return { fieldId: null, code: null, given: "", text: null, message: String((error && error.message) || error) };
  return {
    fieldId: fieldOf(error),
    code: error.code,
    given: error.given === undefined || error.given === null ? "" : String(error.given),
    text: error.text || null,
    message: String(error.message),
  };
}

function asEntered(given) {
  return isMoney(given) ? formatMoney(given) : `“${given}”`;
}

function notCovered(context) {
  const region = context.regions.filter((each) => each.admdvs === context.values.insuredRegion)[0];
  if (!region || !region.from) return say(problems.dateNotCovered, context.language);
  const from = formatDate(region.from, context.language);
  return fill(problems.dateNotCoveredFrom, context.language, { name: say(region.name, context.language), from });
}

function moreThanTotal(context) {
  const total = typedMoney(context.values.total);
  if (!isMoney(total)) return say(problems.sumExceedsTotal, context.language);
  return fill(problems.sumExceedsTotalOf, context.language, { total: formatMoney(total) });
}

/**
 * The sentence for a problem. A code this catalogue does not know is said in the engine's own words.
 * @param {{ values: Object<string, string>, regions: object[], language: string }} context
 */
export function sentenceOf(problem, context) {
  if (problem.code === "dateNotCovered") return notCovered(context);
  if (problem.code === "sumExceedsTotal") return moreThanTotal(context);
  const known = problem.code !== null && problems[problem.code];
  if (known) return fill(known, context.language, { given: asEntered(problem.given) });
  if (problem.text) return say(problem.text, context.language);
  return fill(unexpected, context.language, { message: problem.message });
}

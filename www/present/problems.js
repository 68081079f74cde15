// From an error of the engine to a plain sentence at the right field.

import { formatPeriod } from "./calendar.js";
import { fieldAt, kindOf } from "./fields.js";
import { lookup } from "./lookup.js";
import { formatMoney, isMoney, typedMoney } from "./money.js";
import { detailedProblems, fill, periods, problems, say, unexpected } from "./text.js";

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
  const path = String(error.path || "");
  const last = path.split(".").pop();
  const id = fieldAt(path) || lookup(FIELD_OF_STEP, last) || last;
  return kindOf(id) ? id : lookup(FIELD_OF_CODE, error.code) || null;
}

function textOrEmpty(value) {
  return value === undefined || value === null ? "" : String(value);
}

/** What is kept of a thrown error: enough to say it in either language. */
export function problemOf(error) {
  const thrown = Object(error);
  const isTyped = thrown.name === "YidiError";
  return {
    fieldId: isTyped ? fieldOf(thrown) : null,
    code: isTyped ? thrown.code : null,
    path: isTyped ? textOrEmpty(thrown.path) : "",
    given: isTyped ? textOrEmpty(thrown.given) : "",
    allowed: isTyped ? textOrEmpty(thrown.allowed) : "",
    reason: (isTyped && thrown.reason) || null,
    message: String(thrown.message || error),
  };
}

/** "≥ 2025-12-01 | 2024-01-01 … 2024-12-31" as periods; null if it is written in any other way. */
function periodsOf(allowed) {
  const found = allowed
    .split(" | ")
    .map((part) => /^(?:≥ )?(\d{4}-\d{2}-\d{2})(?: … (\d{4}-\d{2}-\d{2}))?$/.exec(part));
  return found.every(Boolean) ? found.map((match) => ({ from: match[1], to: match[2] })) : null;
}

function notCovered(problem, { language }) {
  const known = periodsOf(problem.allowed);
  if (!known) return say(problems.dateNotCovered, language);
  const covered = known.map((period) => formatPeriod(period, language)).join(say(periods.and, language));
  return fill(detailedProblems.dateNotCovered, language, { covered });
}

function moreThanTotal(_problem, { language, values }) {
  const total = typedMoney(values.total);
  if (!isMoney(total)) return say(problems.sumExceedsTotal, language);
  return fill(detailedProblems.sumExceedsTotal, language, { total: formatMoney(total) });
}

function leftOpen(problem, { language }) {
  const said = problem.reason ? say(problem.reason, language) : problem.message;
  return problem.given ? fill(detailedProblems.leftOpen, language, { said, source: problem.given }) : said;
}

const DETAILED = { dateNotCovered: notCovered, sumExceedsTotal: moreThanTotal, ruleAmbiguous: leftOpen };

/**
 * The sentence for a problem. A code this catalogue does not know is said in the engine's own words.
 * @param {{ values: Object<string, string>, language: string }} context
 */
export function sentenceOf(problem, context) {
  const detailed = lookup(DETAILED, problem.code);
  if (detailed) return detailed(problem, context);
  const known = lookup(problems, problem.code);
  if (known) return fill(known, context.language, { given: problem.given });
  if (problem.reason) return say(problem.reason, context.language);
  return fill(unexpected, context.language, { message: problem.message });
}

// From an error of the engine to a plain sentence.

import { formatPeriod } from "./calendar.js";
import { lookup } from "./lookup.js";
import { formatMoney, isMoney } from "./money.js";
import { periods } from "./words/periods.js";
import { detailed, problems } from "./words/problems.js";

function textOrEmpty(value) {
  return value === undefined || value === null ? "" : String(value);
}

/**
 * What is kept of a thrown error, or of a refusal among answers: enough to say it in either language.
 * @param {any} error
 */
export function problemOf(error) {
  const thrown = Object(error);
  const isTyped = typeof thrown.code === "string" && typeof thrown.path === "string";
  return {
    code: isTyped ? thrown.code : null,
    path: isTyped ? thrown.path : "",
    given: isTyped ? textOrEmpty(thrown.given) : "",
    allowed: isTyped ? textOrEmpty(thrown.allowed) : "",
    reason: (isTyped && thrown.reason) || null,
    message: String(thrown.message || error),
  };
}

/** Whether the case is sound, and the law known here does not answer it. */
const OF_LAW = [
  "dateNotCovered",
  "ruleNotFound",
  "ruleAmbiguous",
  "ruleBounded",
  "rulesConflict",
  "unknownRegion",
];

export function isOfLaw(problem) {
  return OF_LAW.indexOf(problem.code) >= 0;
}

/** "≥ 2025-12-01 | 2024-01-01 … 2024-12-31" as periods; null if it is written in any other way. */
function periodsOf(allowed) {
  const found = allowed
    .split(" | ")
    .map((part) => /^(?:≥ )?(\d{4}-\d{2}-\d{2})(?: … (\d{4}-\d{2}-\d{2}))?$/.exec(part));
  return found.every(Boolean) ? found.map((match) => ({ from: match[1], to: match[2] })) : null;
}

function notCovered(problem, say, language) {
  const known = periodsOf(problem.allowed);
  if (!known) return say(problems.dateNotCovered);
  const said = known.map((period) => formatPeriod(period, language));
  const covered = said.filter((period, at) => said.indexOf(period) === at).join(say(periods.and));
  return say(detailed.dateNotCovered, { covered });
}

function moreThanTotal(problem, say) {
  const [given, total] = [problem.given, problem.allowed.replace(/^≤ /, "")];
  if (!isMoney(given) || !isMoney(total)) return say(problems.sumExceedsTotal, { given });
  return say(detailed.moreThanTotal, { given: formatMoney(given), total: formatMoney(total) });
}

const DETAILED = { dateNotCovered: notCovered, sumExceedsTotal: moreThanTotal };

/**
 * The sentence for a problem. Where the law is silent, the engine itself says which rule is missing, where it usually stands, and whom
 * to ask; so it does for a code that this catalogue does not know.
 */
export function sentenceOf(problem, { say, language }) {
  const told = lookup(DETAILED, problem.code);
  if (told) return told(problem, say, language());
  const known = lookup(problems, problem.code);
  if (problem.reason && (isOfLaw(problem) || !known)) return say(problem.reason);
  if (known) return say(known, { given: problem.given });
  return say(detailed.unexpected, { message: problem.message });
}

/** The sentences for a rule that is missing: what is missing, and the document that leaves it open. */
export function linesOf(problem, context) {
  const lines = [sentenceOf(problem, context)];
  if (problem.code === "ruleAmbiguous" && problem.given)
    lines.push(context.say(detailed.source, { source: problem.given }));
  return lines;
}

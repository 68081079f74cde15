// A rule with its source, as every screen shows it.

import { lawOf } from "./ledger.js";
import { grades, say } from "./text.js";

const TONES = { official: "good", published: "info", unconfirmed: "caution", userSupplied: "info" };

/** A grade in words, and how much it is to be looked at. */
export function shownGrade(grade, language) {
  return { label: say(grades[grade], language), tone: TONES[grade] };
}

function withoutEmpty(fields) {
  const kept = {};
  Object.keys(fields).forEach((name) => {
    if (fields[name]) kept[name] = fields[name];
  });
  return kept;
}

/**
 * @param {any} law the engine's `LawRef`
 * @param {string} language
 * @param {string} id
 * @param {string} [says] the rule in words
 * @returns {import("./view.js").Law}
 */
export function shownLaw(law, language, id, says) {
  const told = lawOf(law, language);
  const known = withoutEmpty({
    says,
    document: told.title,
    clause: told.clause,
    period: told.effective,
    note: told.note,
    grade: told.grade ? shownGrade(law.grade, language) : undefined,
    checked: told.readOn,
    address: told.address,
  });
  return Object.assign({ id, rule: told.rule }, known);
}

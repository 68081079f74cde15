// A rule with its source, as every screen shows it.

import { formatDate, formatPeriod } from "./calendar.js";
import { fill, say } from "./text.js";
import { grades, laws as words } from "./words/laws.js";

const TONES = { official: "good", published: "info", unconfirmed: "caution", userSupplied: "info" };

/** A grade in words, and how much it is to be looked at. */
export function shownGrade(grade, language) {
  return { label: say(grades[grade], language), tone: TONES[grade] };
}

function effectivePeriod(effective, language) {
  const period = formatPeriod(effective, language);
  return effective.stated ? fill(words.effective, language, { period, stated: effective.stated }) : period;
}

function titleOf(citation) {
  return citation.number ? `${citation.document}（${citation.number}）` : citation.document;
}

function sourceOf(law, language) {
  const { citation, effective, note, grade } = law;
  return {
    document: titleOf(citation),
    clause: citation.clause,
    period: effectivePeriod(effective, language),
    note: note && say(note, language),
    grade: shownGrade(grade, language),
    checked: fill(words.readOn, language, { date: formatDate(citation.readOn, language) }),
    address: citation.address,
  };
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
  const source = sourceOf(law, language);
  return Object.assign({ id, rule: say(law.label, language) }, withoutEmpty(Object.assign({ says }, source)));
}

/**
 * What the person entered in the place of a rule; it has neither a document nor a day.
 * @param {any} figure the engine's `OwnFigure`
 * @param {string} language
 * @param {string} id
 * @returns {import("./view.js").Law}
 */
export function shownOwnFigure({ label }, language, id) {
  return { id, rule: say(label, language), document: say(words.own, language) };
}

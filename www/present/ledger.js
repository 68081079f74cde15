// From the engine's ledger and the rules it cites to what a screen shows of them.

import { formatDate, formatPeriod } from "./calendar.js";
import { lookup } from "./lookup.js";
import { formatMoney } from "./money.js";
import { fill, grades, ledger as meanings, say, result as words } from "./text.js";

/** A grade in words; null where no rule was used. */
export function gradeOf(code, language) {
  return code ? { code, label: say(grades[code], language) } : null;
}

function effectivePeriod(effective, language) {
  const period = formatPeriod(effective, language);
  return effective.stated ? fill(words.effective, language, { period, stated: effective.stated }) : period;
}

function titleOf(citation) {
  return citation.number ? `${citation.document}（${citation.number}）` : citation.document;
}

/** What the person entered has neither a document nor a day. */
function isOwnFigure(law) {
  return law.grade === "userSupplied" && law.citation.address === "";
}

function ownFigureOf(law, language) {
  return {
    rule: say(law.label, language),
    title: say(words.ownFigure, language),
    clause: "",
    effective: "",
    grade: "",
    gradeCode: law.grade,
    note: "",
    address: "",
    readOn: "",
  };
}

/** The rule that a figure rests on. */
export function lawOf(law, language) {
  if (isOwnFigure(law)) return ownFigureOf(law, language);
  return {
    rule: say(law.label, language),
    title: titleOf(law.citation),
    clause: law.citation.clause || "",
    effective: effectivePeriod(law.effective, language),
    grade: gradeOf(law.grade, language).label,
    gradeCode: law.grade,
    note: law.note ? say(law.note, language) : "",
    address: law.citation.address,
    readOn: fill(words.readOn, language, { date: formatDate(law.citation.readOn, language) }),
  };
}

/** The sentence behind a term; "" for a line that this catalogue does not know. */
function meaningOf(code, language) {
  const meaning = lookup(meanings, code);
  return meaning ? say(meaning, language) : "";
}

function lineOf(line, id, depth, language) {
  return {
    id,
    depth,
    code: line.code,
    label: say(line.label, language),
    meaning: meaningOf(line.code, language),
    amount: formatMoney(line.amount),
    words: line.formula ? say(line.formula.words, language) : "",
    numbers: line.formula ? line.formula.numbers : "",
    law: line.law.map((law) => lawOf(law, language)),
    grade: gradeOf(line.grade, language),
  };
}

function flattened(line, id, depth, language) {
  return line.lines.reduce(
    (lines, inner, index) => lines.concat(flattened(inner, `${id}-${index}`, depth + 1, language)),
    [lineOf(line, id, depth, language)],
  );
}

/** The lines of the tree depth first; an id says the way from the root. */
export function linesOf(ledger, language) {
  return flattened(ledger, "line", 0, language);
}

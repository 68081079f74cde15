// From the engine's estimate to what a screen shows of it.

import { formatDate, formatPeriod } from "./calendar.js";
import { lookup } from "./lookup.js";
import { formatMoney, percentages } from "./money.js";
import { fill, grades, ledger as meanings, say, result as words } from "./text.js";

const FUNDS = ["pool", "largeAmount", "seriousIllness"];

function gradeOf(code, language) {
  return { code, label: say(grades[code], language) };
}

function effectivePeriod(effective, language) {
  const period = formatPeriod(effective, language);
  return effective.stated ? fill(words.effective, language, { period, stated: effective.stated }) : period;
}

function titleOf(citation) {
  return citation.number ? `${citation.document}（${citation.number}）` : citation.document;
}

function lawOf(law, language) {
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
    grade: line.grade ? gradeOf(line.grade, language) : null,
  };
}

/** The tree depth first; an id says the way from the root. */
function flattened(line, id, depth, language) {
  return line.lines.reduce(
    (lines, inner, index) => lines.concat(flattened(inner, `${id}-${index}`, depth + 1, language)),
    [lineOf(line, id, depth, language)],
  );
}

function partsOf(estimate, language) {
  const codes = FUNDS.filter((code) => estimate.figures[code] !== undefined).concat("patient");
  const amounts = codes.map((code) => (code === "patient" ? estimate.patientPays : estimate.figures[code]));
  const shares = percentages(amounts);
  return codes.map((code, index) => ({
    code,
    label: say(words.parts[code], language),
    amount: formatMoney(amounts[index]),
    percent: shares[index],
  }));
}

function basisOf(basis, language) {
  const texts = words.basis;
  const place = say(words.places[basis.place], language);
  return [
    fill(texts.insured, language, { name: say(basis.insuredRegion.name, language) }),
    fill(texts.treated, language, { name: say(basis.treatmentRegion.name, language), place }),
    fill(texts.date, language, { date: formatDate(basis.date, language) }),
    fill(texts.pack, language, {
      admdvs: basis.pack.admdvs,
      version: basis.pack.version,
      date: formatDate(basis.pack.lastChecked, language),
    }),
  ];
}

/** The view of an estimate. */
export function resultView(estimate, language) {
  return {
    headline: {
      label: say(estimate.atMost ? words.atMostHeadline : words.headline, language),
      amount: formatMoney(estimate.patientPays),
      caution: estimate.atMost ? say(words.atMost, language) : null,
    },
    parts: partsOf(estimate, language),
    lines: flattened(estimate.ledger, "line", 0, language),
    gaps: estimate.gaps
      .map((gap) => gap.text)
      .concat(estimate.warnings)
      .map((text) => say(text, language)),
    grade: gradeOf(estimate.grade, language),
    basis: basisOf(estimate.basis, language),
    disclaimer: say(estimate.disclaimer, language),
  };
}

// An estimate's ledger as text: the tree itself, each line with its sum, its rules and where they stand.

import { speaker } from "./words.mjs";

/**
 * @param {any} result of `estimate` or `estimateRange`
 * @param {import("./words.mjs").Language} language
 * @returns {string[]}
 */
export function explain(result, language) {
  const say = speaker(language);
  if (result.refusal)
    return [
      `${say("refused")}: ${result.refusal.reason[language]} [${result.refusal.code} ${result.refusal.path}]`,
    ];
  if (!result.least) return estimateLines(result, language);
  if (result.exact) return estimateLines(result.most.estimate, language);
  return /** @type {const} */ (["least", "most"]).flatMap((end) =>
    boundLines(say(end), result[end], language),
  );
}

function boundLines(title, { estimate, assumes }, language) {
  const say = speaker(language);
  const taken = assumes.map((one) => `  ${say("assumes")} ${assumed(one, language)}`);
  return [`== ${title} ${estimate.patientPays}`, ...taken, ...estimateLines(estimate, language), ""];
}

function assumed({ law, path, says }, language) {
  return law ? `${says[language]} · ${source(law.citation)}` : `${path} = ${says[language]}`;
}

function estimateLines({ ledger, gaps, warnings, basis, disclaimer }, language) {
  const packs = basis.packs.map(
    ({ admdvs, version, lastChecked }) => `${admdvs}@${version} (${lastChecked})`,
  );
  return [
    ...ledgerLines(ledger, language, 0),
    ...gaps.map(({ text }) => `! ${text[language]}`),
    ...warnings.map((warning) => `! ${warning[language]}`),
    packs.join(" "),
    disclaimer[language],
  ];
}

function ledgerLines(line, language, depth) {
  const indent = "  ".repeat(depth);
  const { words, numbers } = line.formula;
  return [
    `${indent}${line.amount}  ${line.label[language]} (${line.code})`,
    ...(words ? [`${indent}  = ${words[language]}: ${numbers}`] : []),
    ...line.law.map((law) => `${indent}  § ${lawText(law, language)}`),
    ...line.ownFigures.map(
      ({ label }) => `${indent}  § ${label[language]} · ${speaker(language)("ownFigure")}`,
    ),
    ...line.lines.flatMap((inner) => ledgerLines(inner, language, depth + 1)),
  ];
}

function lawText({ label, citation, effective, grade }, language) {
  const period = `${effective.from} – ${effective.to ?? ""}`.trim();
  return `${label[language]} · ${source(citation)} · ${period} · ${grade}`;
}

function source({ document, number, clause }) {
  return [number ? `${document} ${number}` : document, clause].filter(Boolean).join(" · ");
}

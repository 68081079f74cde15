// From the engine's range to what a screen shows of it.

import { formatDate } from "./calendar.js";
import { gradeOf, lawOf, linesOf } from "./ledger.js";
import { formatMoney, percentages } from "./money.js";
import { fill, say, result as words } from "./text.js";

/** The end of a range that is shown first. */
export const MOST = "most";
const LEAST = "least";

const FUNDS = ["pool", "largeAmount", "seriousIllness", "localSupplement", "civilServant", "assistance"];

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
  ].concat(
    basis.packs.map((pack) =>
      fill(texts.pack, language, {
        name: say(pack.name, language),
        version: pack.version,
        date: formatDate(pack.lastChecked, language),
      }),
    ),
  );
}

/** Where both ends come to the same for the person, there is one figure, however the funds share the rest. */
function isOneFigure({ exact, least, most }) {
  return exact || least.estimate.patientPays === most.estimate.patientPays;
}

/** By which way the person could still pay something else: null, "less", "more" or "either". */
function openWay({ atMost: couldBeLess, atLeast: couldBeMore }) {
  if (couldBeLess && couldBeMore) return "either";
  if (couldBeLess) return "less";
  return couldBeMore ? "more" : null;
}

const HEADLINES = { less: words.atMostHeadline, more: words.atLeastHeadline };

function headlineOf(range, language) {
  const way = openWay(range);
  const [least, most] = [range.least, range.most].map(({ estimate }) => formatMoney(estimate.patientPays));
  const caution = way && say(words.cautions[way], language);
  if (!isOneFigure(range))
    return {
      label: say(words.headline, language),
      amount: fill(words.range, language, { least, most }),
      caution,
    };
  return { label: say((way && HEADLINES[way]) || words.headline, language), amount: most, caution };
}

function nameOf({ rule, pack, citation }) {
  return [rule, pack, citation.document, citation.number, citation.clause].join("|");
}

function saidOf(assumes, law, language) {
  const assumption = assumes.filter((one) => one.law && nameOf(one.law) === nameOf(law))[0];
  return say(assumption ? assumption.says : words.open.notMet, language);
}

/** The rules by which the two ends differ, and what each was taken to say. */
function openRulesOf(range, language) {
  if (isOneFigure(range)) return [];
  const laws = {};
  range.most.assumes.concat(range.least.assumes).forEach(({ law }) => {
    if (law) laws[nameOf(law)] = law;
  });
  return Object.keys(laws)
    .map((name) => ({
      law: laws[name],
      atBest: saidOf(range.least.assumes, laws[name], language),
      atWorst: saidOf(range.most.assumes, laws[name], language),
    }))
    .filter(({ atBest, atWorst }) => atBest !== atWorst)
    .map(({ law, atBest, atWorst }) =>
      Object.assign(lawOf(law, language), {
        atBest: fill(words.open.atBest, language, { says: atBest }),
        atWorst: fill(words.open.atWorst, language, { says: atWorst }),
      }),
    );
}

/** Which end is shown, and the way to the other one; null where there is but one figure. */
function endOf(range, end, language) {
  if (isOneFigure(range)) return null;
  const other = end === MOST ? LEAST : MOST;
  return {
    shown: fill(words.ends[end].shown, language, { amount: formatMoney(range[end].estimate.patientPays) }),
    other: { end: other, label: say(words.ends[other].show, language) },
  };
}

/**
 * The view of a range.
 * @param {string} end "least" or "most": whose ledger is shown
 */
export function resultView(range, end, language) {
  const { estimate } = range[end];
  return {
    headline: headlineOf(range, language),
    openRules: openRulesOf(range, language),
    end: endOf(range, end, language),
    parts: partsOf(estimate, language),
    lines: linesOf(estimate.ledger, language),
    gaps: estimate.gaps
      .map((gap) => gap.text)
      .concat(estimate.warnings)
      .map((text) => say(text, language)),
    grade: gradeOf(estimate.grade, language),
    basis: basisOf(estimate.basis, language),
    disclaimer: say(estimate.disclaimer, language),
  };
}

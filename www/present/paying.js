// From the engine's range to the blocks that show it: the figure, who pays, what the two ends are taken from, and why.

import { formatDate } from "./calendar.js";
import { kindOf, wordsOf } from "./facts.js";
import { shownLaw, shownOwnFigure } from "./laws.js";
import { lookup } from "./lookup.js";
import { formatMoney, percentages } from "./money.js";
import { bill } from "./words/facts.js";
import { bar, basis, cautions, ends, gaps, gradeCautions, headlines, ledger } from "./words/paying.js";

/** @typedef {import("./app.js").Context} Context */
/** @typedef {"least" | "most"} End */

/** Where both ends come to the same for the person, there is one figure, however the funds share the rest. */
export function isOneFigure({ exact, least, most }) {
  return exact || least.estimate.patientPays === most.estimate.patientPays;
}

/** By which way the person could still pay something else: null, "less", "more" or "either". */
function openWay({ atMost: couldBeLess, atLeast: couldBeMore }) {
  if (couldBeLess && couldBeMore) return "either";
  if (couldBeLess) return "less";
  return couldBeMore ? "more" : null;
}

const ONE_SIDED = { less: headlines.atMost, more: headlines.atLeast };

/** What is to be said with a figure: which way it may still move, and how well its rules are known. */
function cautionOf(range, say) {
  const way = openWay(range);
  const grade = lookup(gradeCautions, range.most.estimate.grade);
  const said = [way && say(cautions[way]), grade && say(grade)].filter(Boolean);
  return said.length > 0 ? said.join("") : undefined;
}

/** @returns {import("./view.js").FigureBlock} */
export function figureBlock(range, { say }) {
  const [least, most] = [range.least, range.most].map(({ estimate }) => formatMoney(estimate.patientPays));
  const isOne = isOneFigure(range);
  const label = (isOne && lookup(ONE_SIDED, openWay(range))) || headlines.about;
  /** @type {import("./view.js").FigureBlock} */
  const block = { kind: "figure", id: "figure", label: say(label), amount: isOne ? most : least };
  if (!isOne) block.to = most;
  const caution = cautionOf(range, say);
  if (caution) block.caution = caution;
  return block;
}

/** What one of several cases comes to. @returns {import("./view.js").FigureBlock} */
export function boundsBlock(label, { least, most }) {
  const block = { kind: /** @type {const} */ ("figure"), id: "figure", label, amount: formatMoney(least) };
  return least === most ? block : Object.assign(block, { to: formatMoney(most) });
}

/** The amount in a sentence: "¥3,120.00" or "¥3,120.00 – ¥4,480.00". */
export function amountText(block) {
  return block.to ? `${block.amount} – ${block.to}` : block.amount;
}

/** The same of two amounts of the engine's. */
export function boundsText({ least, most }) {
  return least === most ? formatMoney(most) : `${formatMoney(least)} – ${formatMoney(most)}`;
}

const FUNDS = ["pool", "largeAmount", "seriousIllness", "localSupplement", "civilServant", "assistance"];

/** The pool is always said; other funds only where they pay. */
function paying(figures) {
  return FUNDS.filter((fund) => {
    const amount = figures[fund];
    return amount !== undefined && (fund === "pool" || !/^[0.]+$/.test(amount));
  });
}

/** @returns {import("./view.js").BarBlock} */
export function barBlock({ estimate }, { say }) {
  const { figures, patientPays } = estimate;
  const funds = paying(figures);
  const own = figures.account === undefined ? ["patient"] : ["account", "cash"];
  const parts = funds.concat(own);
  const amounts = parts.map((part) => (part === "patient" ? patientPays : figures[part]));
  const shares = percentages(amounts);
  return {
    kind: "bar",
    id: "bar",
    title: say(bar.title),
    parts: parts.map((part, at) => ({
      id: part,
      label: say(bar.parts[part]),
      amount: formatMoney(amounts[at]),
      percent: shares[at],
      who: at < funds.length ? "fund" : "person",
    })),
  };
}

/** What a fact of the input is called. */
export function nameOfFact(path, say) {
  if (kindOf(path)) return wordsOf(path, {}, say).short;
  const sum = lookup(bill.fields, path.replace(/^bill\./, ""));
  return sum ? say(sum.label) : path;
}

/** What a fact was taken to be. */
export function saidOf({ path, value, says }, say) {
  const isMoney = kindOf(path) === "money" || /^bill\./.test(path);
  return isMoney ? formatMoney(String(value)) : say(says);
}

function nameOfLaw({ rule, pack, citation }) {
  return [rule, pack, citation.document, citation.number, citation.clause].join("|");
}

function keyOf(assumption) {
  return assumption.law ? nameOfLaw(assumption.law) : assumption.path;
}

/** Everything that was taken for either end, each once. */
function takenFor(range) {
  const all = range.most.assumes.concat(range.least.assumes);
  return all.filter((one, at) => all.map(keyOf).indexOf(keyOf(one)) === at);
}

function takenAt(end, assumption, say) {
  const found = end.assumes.filter((one) => keyOf(one) === keyOf(assumption))[0];
  if (!found) return say(ends.notMet);
  return found.law ? say(found.says) : saidOf(found, say);
}

/** What each end of a range is taken from; nothing where there is but one figure. @returns {import("./view.js").Block[]} */
function endsTable(range, { say }) {
  const rows = takenFor(range)
    .map((assumption, at) => ({
      id: `end-${at}`,
      cells: [
        assumption.law ? say(assumption.law.label) : nameOfFact(assumption.path, say),
        takenAt(range.least, assumption, say),
        takenAt(range.most, assumption, say),
      ],
    }))
    .filter(({ cells }) => cells[1] !== cells[2]);
  if (rows.length === 0) return [];
  const { what, least, most } = ends.columns;
  const columns = [say(what), say(least), say(most)];
  return [{ kind: "table", id: "ends-table", caption: say(ends.caption), columns, rows }];
}

/** The rules by which the two ends differ, with their sources. @returns {import("./view.js").Block[]} */
function openLaws(range, { say, language }) {
  const laws = takenFor(range)
    .filter((one) => one.law && takenAt(range.least, one, say) !== takenAt(range.most, one, say))
    .map(({ law }, at) => shownLaw(law, language(), `open-${at}`));
  return laws.length > 0 ? [{ kind: "laws", id: "open-laws", title: say(ends.lawsTitle), laws }] : [];
}

const UNANSWERED_LIMIT = 3;

/** Facts for which no rule is known, so that the range says nothing of them. @returns {import("./view.js").Block[]} */
function unansweredBlock({ unanswered }, { say }) {
  if (unanswered.length === 0) return [];
  const lines = unanswered.slice(0, UNANSWERED_LIMIT).map(({ assumes, refusal }) => {
    const told = assumes.filter(({ path }) => path && !/^bill\./.test(path));
    // The fact that the refusal is about, where it says so: the others only happened to be taken with it.
    const about = told.filter(({ path }) => path === refusal.path);
    const named = (about.length > 0 ? about : told).map((one) =>
      say(ends.unanswered.fact, { name: nameOfFact(one.path, say), value: saidOf(one, say) }),
    );
    const facts = named.join(say(ends.unanswered.and));
    return facts ? say(ends.unanswered.line, { facts, reason: say(refusal.reason) }) : say(refusal.reason);
  });
  const left = unanswered.length - UNANSWERED_LIMIT;
  if (left > 0) lines.push(say(ends.unanswered.more, { count: String(left) }));
  return [{ kind: "message", id: "unanswered", tone: "caution", title: say(ends.unanswered.title), lines }];
}

/**
 * What the ends of a range are taken from.
 * @param {Context} context
 * @returns {import("./view.js").Block[]}
 */
export function endsBlocks(range, context) {
  const inner = [...endsTable(range, context), ...openLaws(range, context)];
  const unanswered = unansweredBlock(range, context);
  if (inner.length === 0) return unanswered;
  return [{ kind: "details", id: "ends", summary: context.say(ends.summary), blocks: inner }, ...unanswered];
}

function flattened(line, id, depth) {
  return line.lines.reduce(
    (lines, inner, at) => lines.concat(flattened(inner, `${id}-${at}`, depth + 1)),
    [{ line, id, depth }],
  );
}

/** What a line rests on: rules, and what the person entered in the place of rules. */
function groundsOf({ law, ownFigures }, id, language) {
  const laws = law.map((one, at) => shownLaw(one, language, `${id}-law-${at}`));
  return laws.concat(ownFigures.map((one, at) => shownOwnFigure(one, language, `${id}-own-${at}`)));
}

function lineOf({ line, id, depth }, { say, language }) {
  const shown = {
    id,
    depth,
    label: say(line.label),
    amount: formatMoney(line.amount),
    words: say(line.formula.words),
    numbers: line.formula.numbers,
    laws: groundsOf(line, id, language()),
  };
  const meaning = lookup(ledger.meanings, line.code);
  if (meaning) shown.meaning = say(meaning);
  return shown;
}

/** The lines of a tree depth first; an id says the way from the root. */
function linesOf(tree, id, context) {
  return flattened(tree, id, 0).map((entry) => lineOf(entry, context));
}

/**
 * Why it is this figure.
 * @returns {import("./view.js").LedgerBlock[]}
 */
export function ledgerBlocks({ estimate }, context) {
  const { say } = context;
  const { title, help, payment } = ledger;
  const lines = linesOf(estimate.ledger, "line", context);
  /** @type {import("./view.js").LedgerBlock} */
  const whole = { kind: "ledger", id: "ledger", title: say(title), help: say(help), lines };
  if (!estimate.payment) return [whole];
  const paid = linesOf(estimate.payment, "payment", context);
  return [whole, { kind: "ledger", id: "payment", title: say(payment), lines: paid }];
}

/** What is not known and could change the figure. @returns {import("./view.js").Block[]} */
export function gapsBlocks({ estimate }, { say }) {
  const lines = estimate.gaps.map((gap) => say(gap.text)).concat(estimate.warnings.map((text) => say(text)));
  if (lines.length === 0) return [];
  return [{ kind: "message", id: "gaps", tone: "caution", title: say(gaps.title), lines }];
}

/** The regions, the day and the packs that a figure rests on. @returns {import("./view.js").Block} */
export function basisBlock({ estimate }, { say, language }) {
  const { insuredRegion, treatmentRegion, place, date, packs } = estimate.basis;
  const rows = [
    { id: "insured", label: say(basis.insured), value: say(insuredRegion.name) },
    {
      id: "treated",
      label: say(basis.treated),
      value: say(treatmentRegion.name),
      hint: say(basis.places[place]),
    },
    { id: "date", label: say(basis.date), value: formatDate(date, language()) },
  ].concat(
    packs.map((pack) => ({
      id: `pack-${pack.admdvs}`,
      label: say(basis.pack, { name: say(pack.name) }),
      value: say(basis.version, {
        version: pack.version,
        date: formatDate(pack.lastChecked, language()),
      }),
    })),
  );
  return {
    kind: "details",
    id: "basis",
    summary: say(basis.summary),
    blocks: [{ kind: "rows", id: "basis-rows", rows }],
  };
}

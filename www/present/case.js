// The case that the paying side works on: what is kept of it on the device, and the engine's input that it comes to. Nothing that was
// not answered is put in, and nothing in it identifies a person.

import { BASICS, faultOf, isStay, kindOf, OWN_FIGURES, optionsOf, PATHS, sentOf } from "./facts.js";
import { typedMoney, typedPercent } from "./money.js";

/** A longer answer was pasted by mistake. */
const ANSWER_LIMIT = 200;
export const ITEM_LIMIT = 200;

/** How the bill is given, and the sums that go with it. */
export const BILL_FORMS = {
  total: ["total", "inScope"],
  summary: ["total", "fullySelfPaid", "overCeiling", "classBFirstSelfPay"],
  items: ["total"],
};

const BILL_SUMS = ["total", "inScope", "fullySelfPaid", "overCeiling", "classBFirstSelfPay"];
const ITEM_FIELDS = ["name", "class", "amount", "firstSelfPay"];

/**
 * @typedef {object} Case
 * @property {Object<string, string>} answers as typed, by the field of the engine's input
 * @property {"total" | "summary" | "items"} form how the bill is given
 * @property {{ name: string, class: string, amount: string, firstSelfPay: string }[]} items
 * @property {string[]} skipped questions that the person cannot answer
 */

export function emptyItem() {
  return { name: "", class: "", amount: "", firstSelfPay: "" };
}

/** @returns {Case} */
export function emptyCase(today) {
  return {
    answers: { "visit.kind": "inpatient", "visit.admitted": today, "visit.settled": today },
    form: "total",
    items: [],
    skipped: [],
  };
}

function isAnswer(typed) {
  return typeof typed === "string" && typed.length <= ANSWER_LIMIT;
}

function isKnown(path) {
  return kindOf(path) !== undefined || BILL_SUMS.some((sum) => `bill.${sum}` === path);
}

function itemIn(saved) {
  const item = emptyItem();
  ITEM_FIELDS.forEach((field) => {
    if (isAnswer(Object(saved)[field])) item[field] = saved[field];
  });
  return item;
}

/**
 * What the device had kept, whatever that is, as far as it can be used.
 * @returns {Case}
 */
export function caseIn(saved, today) {
  const kept = emptyCase(today);
  const given = Object(saved);
  const answers = Object(given.answers);
  Object.keys(answers).forEach((path) => {
    if (isKnown(path) && isAnswer(answers[path])) kept.answers[path] = answers[path];
  });
  if (Object.keys(BILL_FORMS).indexOf(given.form) >= 0) kept.form = given.form;
  if (Array.isArray(given.items)) kept.items = given.items.slice(0, ITEM_LIMIT).map(itemIn);
  if (Array.isArray(given.skipped)) kept.skipped = given.skipped.filter((id) => typeof id === "string");
  return kept;
}

export function isGiven(typed) {
  return typed !== undefined && typed.trim() !== "";
}

/** Of the questions without which nothing can be worked out, those still open. */
export function openBasics(kept) {
  const isListed = kept.form === "items" && kept.items.length > 0;
  return BASICS.filter((path) => !isGiven(kept.answers[path]) && !(isListed && path === "bill.total"));
}

/** The same with one answer more; what it makes impossible goes. */
export function answered(kept, path, typed, regionOf, say) {
  const answers = Object.assign({}, kept.answers, { [path]: String(typed).slice(0, ANSWER_LIMIT) });
  const isAnother = isGiven(kept.answers[path]) && kept.answers[path] !== answers[path];
  const figures = isAnother && ANOTHER_CASE.indexOf(path) >= 0 ? withoutFigures(answers) : answers;
  return Object.assign({}, kept, { answers: withoutStale(figures, path, regionOf, say) });
}

/** Facts whose change makes another case of it: the figures learned for the one before say nothing of it. */
const ANOTHER_CASE = [
  "person.insuredRegion",
  "person.insurance",
  "visit.kind",
  "visit.disease",
  "visit.tier",
  "person.group",
];

function withoutFigures(answers) {
  const kept = Object.assign({}, answers);
  OWN_FIGURES.forEach((path) => {
    delete kept[path];
  });
  return kept;
}

function withoutStale(answers, changed, regionOf, say) {
  const region = isGiven(answers["person.insuredRegion"])
    ? regionOf(answers["person.insuredRegion"])
    : undefined;
  const elsewhere = changed === "visit.treatmentRegion" || changed === "filing.category";
  PATHS.forEach((path) => {
    if (path === changed || !isGiven(answers[path])) return;
    const isOfFiling = path.indexOf("filing.") === 0;
    if (elsewhere && path.indexOf("ownFigures.crossRegion") === 0) delete answers[path];
    else if (isOfFiling && changed === "visit.treatmentRegion") delete answers[path];
    else if (kindOf(path) === "choice") {
      const offered = optionsOf(path, answers, region, say);
      if (!offered.some((option) => option.value === answers[path])) delete answers[path];
    }
  });
  if (answers["visit.kind"] !== "chronic") delete answers["visit.disease"];
  // A visit without a stay is one day, and a stay ends no earlier than it begins.
  const [admitted, settled] = [answers["visit.admitted"], answers["visit.settled"]];
  const moved = changed === "visit.admitted" && settled < admitted;
  if (!isStay(answers) || moved) answers["visit.settled"] = admitted;
  return answers;
}

function placedAt(node, steps, value) {
  if (steps.length === 0) return value;
  const inner = typeof node === "object" ? node[steps[0]] : undefined;
  const rest = placedAt(inner === undefined ? {} : inner, steps.slice(1), value);
  return Object.assign({}, typeof node === "object" ? node : {}, { [steps[0]]: rest });
}

/** An input with one fact more. */
export function withFact(input, path, value) {
  return placedAt(input, path.split("."), value);
}

function itemOf(item) {
  const sent = { amount: typedMoney(item.amount) };
  if (isGiven(item.name)) sent.name = item.name;
  if (isGiven(item.class)) sent.class = item.class;
  if (item.class === "B" && isGiven(item.firstSelfPay)) sent.firstSelfPay = typedPercent(item.firstSelfPay);
  return sent;
}

function billOf({ answers, form, items }) {
  const bill = {};
  BILL_FORMS[form].forEach((sum) => {
    const typed = answers[`bill.${sum}`];
    if (isGiven(typed)) bill[sum] = typedMoney(typed);
  });
  if (form === "items") bill.items = items.map(itemOf);
  return bill;
}

/** The choice of a form that means "not so", which the engine takes as left out. */
const NONE = "none";

function counts(path, typed) {
  if (!isGiven(typed)) return false;
  return path !== "visit.waivedVisit" || typed !== NONE;
}

/**
 * The engine's input for what was answered, but for the figures of the person's own, which are sent only where the engine asks for
 * them: so none comes before one that is known.
 * @param {Case} kept
 */
export function inputOf(kept) {
  const empty = { person: {}, visit: {}, filing: {}, bill: billOf(kept), yearSoFar: {} };
  return PATHS.filter((path) => OWN_FIGURES.indexOf(path) < 0 && counts(path, kept.answers[path])).reduce(
    (input, path) => withFact(input, path, sentOf(path, kept.answers[path])),
    empty,
  );
}

/** What is wrong with the bill's items before the engine sees them, by field. */
export function itemFaults(items) {
  const faults = {};
  items.forEach((item, at) => {
    const amount = faultOf("money", item.amount);
    if (amount) faults[`bill.items.${at}.amount`] = { code: amount, given: item.amount };
    const share = item.class === "B" && isGiven(item.firstSelfPay) && faultOf("percent", item.firstSelfPay);
    if (share) faults[`bill.items.${at}.firstSelfPay`] = { code: share, given: item.firstSelfPay };
  });
  return faults;
}

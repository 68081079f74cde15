// One question of the paying side as blocks: what it asks for, what was typed into it so far, and what is wrong with that.

import { BILL_FORMS, emptyItem, ITEM_LIMIT, isGiven, itemFaults } from "./case.js";
import { faultOf, isStay, kindOf, optionsOf, wordsOf } from "./facts.js";
import { BILL, CAP, CROSS_REGION, DATES, POINTS, STANDARDS } from "./inquiry.js";
import { choiceBlock } from "./many.js";
import { sentenceOf } from "./refusals.js";
import { estimate as words } from "./words/estimate.js";
import { bill } from "./words/facts.js";

const FORM = "bill.form";
const TOTAL = "bill.total";

/**
 * @typedef {object} Draft a question under way: nothing of it counts before it is given
 * @property {string} id of the question
 * @property {string[]} paths of its fields
 * @property {Object<string, string>} values as typed, by field
 * @property {"total" | "summary" | "items"} form
 * @property {import("./case.js").Case["items"]} items
 * @property {Object<string, { code: string, given: string }>} faults by field
 * @property {string} query the words by which one of many options is searched for
 */

function pathsOf(id, kept, standards) {
  if (id === DATES) return isStay(kept.answers) ? ["visit.admitted", "visit.settled"] : ["visit.admitted"];
  if (id === STANDARDS) return standards;
  return id === BILL ? [] : [id];
}

/** A question begun, with what was answered to it before. @returns {Draft} */
export function draftOf(id, kept, standards) {
  const items = kept.items.map((item) => Object.assign({}, item));
  return {
    id,
    paths: pathsOf(id, kept, standards),
    values: Object.assign({}, kept.answers),
    form: kept.form,
    items,
    faults: {},
    query: "",
  };
}

/** The fields that are shown of a question, but for those of single items. @param {Draft} draft */
export function fieldsOf(draft) {
  if (draft.id === BILL) return BILL_FORMS[draft.form].map((sum) => `bill.${sum}`);
  const hasPoints = draft.paths.indexOf(CROSS_REGION) >= 0 && draft.values[CROSS_REGION] === "minusPoints";
  return hasPoints ? draft.paths.concat(POINTS) : draft.paths;
}

/** Whether an answer is given by choosing alone. */
export function isByChoice(id) {
  return kindOf(id) === "choice" || kindOf(id) === "region";
}

const typedIn = (draft, path) => draft.values[path] || "";

function isOptional(draft, path) {
  if (draft.id === BILL) return path !== TOTAL || draft.form === "items";
  return path === "person.accountBalance" || (draft.id === STANDARDS && path === CAP);
}

function faultIn(draft, path) {
  const typed = typedIn(draft, path);
  if (!isGiven(typed) && isOptional(draft, path)) return null;
  if (kindOf(path) === "choice") return isGiven(typed) ? null : "missingChoice";
  return faultOf(kindOf(path) || "money", typed);
}

/** What is wrong with a question's answers before the engine sees them, by field. */
export function faultsIn(draft) {
  const faults = draft.id === BILL && draft.form === "items" ? itemFaults(draft.items) : {};
  fieldsOf(draft).forEach((path) => {
    const code = faultIn(draft, path);
    if (code) faults[path] = { code, given: typedIn(draft, path) };
  });
  return faults;
}

const ITEM_FIELD = /^bill\.items\.(\d+)\.(name|amount|class|firstSelfPay)$/;
const TYPED_LIMIT = 200;

/** Whether it is a field of an item that is there. @param {Draft} draft */
export function isItemField(draft, path) {
  const found = draft.id === BILL && ITEM_FIELD.exec(path);
  return Boolean(found) && draft.items[Number(found[1])] !== undefined;
}

/** Takes what was typed; false where the field is none of this question's. */
export function typeInto(draft, path, text) {
  const typed = String(text).slice(0, TYPED_LIMIT);
  if (isItemField(draft, path)) {
    const [, at, field] = ITEM_FIELD.exec(path);
    draft.items[Number(at)][field] = typed;
  } else if (draft.id === BILL && path === FORM && Object.keys(BILL_FORMS).indexOf(typed) >= 0)
    chooseForm(draft, typed);
  else if (fieldsOf(draft).indexOf(path) >= 0) draft.values[path] = typed;
  else return false;
  delete draft.faults[path];
  return true;
}

function chooseForm(draft, form) {
  draft.form = form;
  draft.faults = {};
  if (form === "items" && draft.items.length === 0) addItem(draft);
}

export function addItem(draft) {
  if (draft.items.length < ITEM_LIMIT) draft.items.push(emptyItem());
}

export function removeItem(draft, at) {
  draft.items.splice(at, 1);
  draft.faults = {};
}

function errorOf(draft, path, context) {
  return draft.faults[path] ? { error: sentenceOf(draft.faults[path], context) } : {};
}

function unitOf(path, kind, say) {
  if (kind === "count") return say(path === "person.age" ? words.units.age : words.units.count);
  return words.units[kind] ? say(words.units[kind]) : undefined;
}

/** @returns {import("./view.js").FieldBlock} */
function fieldBlock(draft, path, kind, texts, context) {
  const block = Object.assign({ kind: "field", id: path, input: kind }, texts, {
    value: typedIn(draft, path),
  });
  const unit = unitOf(path, kind, context.say);
  if (unit) block.unit = unit;
  if (isOptional(draft, path)) block.optional = true;
  return Object.assign(block, errorOf(draft, path, context));
}

function factBlock(draft, path, ask, context) {
  const { label, help, why } = wordsOf(path, draft.values, context.say);
  const texts = why ? { label, help, why } : { label, help };
  const kind = kindOf(path) || "money";
  if (kind === "region")
    return ask.picker(path).block(typedIn(draft, path), Object.assign(texts, errorOf(draft, path, context)));
  if (kind !== "choice") return fieldBlock(draft, path, kind, texts, context);
  const options = optionsOf(path, draft.values, ask.region, context.say);
  const chosen = { id: path, options, value: typedIn(draft, path), query: draft.query };
  return Object.assign(choiceBlock(chosen, texts, context), errorOf(draft, path, context));
}

/** @returns {import("./view.js").ChoiceBlock} */
function formBlock(draft, { say }) {
  const options = Object.keys(BILL_FORMS).map((form) => ({
    value: form,
    label: say(bill.form.options[form].label),
    hint: say(bill.form.options[form].hint),
  }));
  return { kind: "choice", id: FORM, label: say(bill.form.label), options, value: draft.form };
}

function sumBlock(draft, path, context) {
  const texts = bill.fields[path.replace("bill.", "")];
  const isRest = draft.form === "items" && path === TOTAL;
  const help = isRest ? bill.item.restHelp : texts.help;
  return fieldBlock(
    draft,
    path,
    "money",
    { label: context.say(texts.label), help: context.say(help) },
    context,
  );
}

/** @returns {import("./view.js").Block} */
function itemBlock(draft, at, context) {
  const { say } = context;
  const item = draft.items[at];
  const path = (field) => `bill.items.${at}.${field}`;
  const field = (name, input, more) =>
    Object.assign(
      { kind: "field", id: path(name), input, label: say(bill.item[name]), value: item[name] },
      more,
      errorOf(draft, path(name), context),
    );
  const classes = ["A", "B", "C", ""].map((value) => ({
    value,
    label: say(bill.item.classes[value || "unknown"]),
  }));
  const number = String(at + 1);
  /** @type {any[]} */
  const blocks = [
    field("name", "text", { optional: true }),
    field("amount", "money", { unit: say(words.units.money) }),
    { kind: "choice", id: path("class"), label: say(bill.item.class), options: classes, value: item.class },
  ];
  if (item.class === "B")
    blocks.push(
      field("firstSelfPay", "percent", { unit: "%", optional: true, help: say(bill.item.firstSelfPayHelp) }),
    );
  const remove = { id: "removeItem", value: String(at), label: say(bill.item.remove, { number }) };
  blocks.push({ kind: "actions", id: path("actions"), actions: [remove] });
  return { kind: "group", id: path("group"), title: say(bill.item.title, { number }), blocks };
}

/** @returns {import("./view.js").Block[]} */
function billBlocks(draft, context) {
  const { say } = context;
  const sums = fieldsOf(draft).map((path) => sumBlock(draft, path, context));
  /** @type {import("./view.js").Block} */
  const why = { kind: "text", id: "bill-why", text: say(bill.why), tone: "quiet" };
  if (draft.form !== "items") return [why, formBlock(draft, context), ...sums];
  const items = draft.items.map((_item, at) => itemBlock(draft, at, context));
  const add = { id: "addItem", label: say(bill.item.add), disabled: draft.items.length >= ITEM_LIMIT };
  return [
    why,
    formBlock(draft, context),
    ...items,
    { kind: "actions", id: "items", actions: [add] },
    ...sums,
  ];
}

/**
 * A question as blocks.
 * @param {Draft} draft
 * @param {{ picker: Function, region: object | undefined }} ask the region's own names, and what chooses a region
 * @param {import("./app.js").Context} context
 */
export function questionBlocks(draft, ask, context) {
  if (draft.id === BILL) return billBlocks(draft, context);
  return fieldsOf(draft).map((path) => factBlock(draft, path, ask, context));
}

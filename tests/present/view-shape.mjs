// What `view.d.ts` says of a view, held against a view: a front end draws nothing else.

import assert from "node:assert/strict";

const ACTION = {
  id: "text",
  label: "text",
  value: "text?",
  disabled: "flag?",
  hint: "text?",
  tone: ["danger", "?"],
};
const TONE = ["good", "info", "caution", "loss", "?"];
const MUST_TONE = ["good", "info", "caution", "loss"];
const OPTION = { value: "any", label: "text", hint: "text?", tone: TONE };
const ASKED = { label: "text", labelHidden: "flag?", help: "text?", why: "text?", error: "text?" };
const LAW = {
  id: "text",
  rule: "text",
  says: "text?",
  document: "text?",
  clause: "any?",
  period: "text?",
  note: "text?",
  grade: { fields: { label: "text", tone: MUST_TONE }, optional: true },
  checked: "text?",
  address: "text?",
};

const list = (fields) => ({ list: fields });
const maybe = (fields) => ({ fields, optional: true });

const BLOCKS = {
  text: { text: "text", tone: ["lead", "plain", "quiet", "?"] },
  heading: { text: "text" },
  message: { tone: MUST_TONE, title: "text?", lines: "texts", action: maybe(ACTION), alert: "flag?" },
  cards: {
    cards: list({
      id: "text",
      mark: "text?",
      title: "text",
      state: "text?",
      tone: TONE,
      action: { fields: ACTION },
    }),
  },
  rows: {
    title: "text?",
    rows: list({
      id: "text",
      label: "text",
      value: "text?",
      hint: "text?",
      tone: TONE,
      action: maybe(ACTION),
    }),
  },
  choice: { ...ASKED, options: list(OPTION), value: "any", several: "flag?" },
  picker: {
    ...ASKED,
    query: "any",
    placeholder: "text",
    groups: list({ id: "text", title: "text", options: list(OPTION) }),
    empty: "text?",
    value: "any",
    chosen: "text?",
  },
  field: {
    ...ASKED,
    input: ["text", "money", "percent", "count", "date", "phone", "idNumber", "search"],
    unit: "text?",
    value: "any",
    optional: "flag?",
    personal: "flag?",
  },
  checklist: { title: "text?", items: list({ id: "text", label: "text", hint: "text?", ticked: "flag" }) },
  tick: { label: "text", ticked: "flag", disabled: "flag?" },
  figure: { label: "text", amount: "text", to: "text?", caution: "text?" },
  bar: {
    title: "text",
    parts: list({ id: "text", label: "text", amount: "text", percent: "number", who: ["fund", "person"] }),
  },
  ledger: {
    title: "text?",
    help: "text?",
    lines: list({
      id: "text",
      depth: "number",
      label: "text",
      meaning: "text?",
      amount: "text",
      words: "text?",
      numbers: "text?",
      laws: list(LAW),
    }),
  },
  laws: { title: "text?", laws: list(LAW) },
  table: {
    caption: "text",
    columns: "texts",
    rows: list({ id: "text", cells: "texts", tone: TONE, hint: "text?", action: maybe(ACTION) }),
  },
  curve: {
    title: "text",
    xLabel: "text",
    yLabel: "text",
    points: list({
      x: "number",
      least: "number",
      most: "number",
      xText: "text",
      yText: "text",
      label: "text?",
    }),
    here: maybe({ x: "number", least: "number", most: "number", label: "text" }),
  },
  paper: {
    title: "text",
    label: "text?",
    sections: list({
      id: "text",
      title: "text?",
      paragraphs: "texts",
      fields: { list: { label: "text", value: "any" }, optional: true },
      laws: { list: LAW, optional: true },
    }),
    onlyPrint: "flag?",
  },
  steps: {
    title: "text?",
    steps: list({
      id: "text",
      title: "text",
      lines: "texts",
      laws: { list: LAW, optional: true },
      action: maybe(ACTION),
    }),
  },
  actions: { actions: list(ACTION) },
  group: { title: "text", blocks: "blocks" },
  details: { summary: "text", blocks: "blocks" },
};

const VIEW = {
  route: "text",
  language: ["zh-CN", "en"],
  title: "text",
  step: "text?",
  progress: maybe({ text: "text", share: "number" }),
  back: maybe({ label: "text" }),
  blocks: "blocks",
  primary: maybe(ACTION),
  secondary: { list: ACTION, optional: true },
  busy: "text?",
  focus: maybe({ id: "text", step: "number" }),
  announce: maybe({ text: "text", step: "number" }),
};

const isList = (value) => Array.isArray(value);
const KINDS = {
  text: (value) => typeof value === "string" && /\S/.test(value),
  any: (value) => typeof value === "string",
  flag: (value) => typeof value === "boolean",
  number: (value) => typeof value === "number" && Number.isFinite(value),
  texts: (value) => isList(value) && value.every(KINDS.text),
};

function checkValue(value, shape, way) {
  if (typeof shape === "string") {
    if (shape === "blocks") return checkBlocks(value, way);
    if (shape.endsWith("?") && value === undefined) return undefined;
    return assert.ok(KINDS[shape.replace("?", "")](value), `${way}: ${JSON.stringify(value)} is no ${shape}`);
  }
  if (isList(shape)) {
    if (value === undefined && shape.includes("?")) return undefined;
    return assert.ok(shape.includes(value) && value !== "?", `${way}: ${value} is none of ${shape}`);
  }
  if (value === undefined && shape.optional) return undefined;
  if (shape.fields) return checkFields(value, shape.fields, way);
  assert.ok(isList(value), `${way} is no list`);
  return value.forEach((one, index) => {
    checkFields(one, shape.list, `${way}[${index}]`);
  });
}

function checkFields(value, fields, way) {
  assert.ok(value && typeof value === "object" && !isList(value), `${way}: ${value} is no object`);
  for (const name of Object.keys(value)) assert.ok(name in fields, `${way}.${name} is in no view`);
  for (const [name, shape] of Object.entries(fields)) checkValue(value[name], shape, `${way}.${name}`);
}

function checkBlocks(blocks, way) {
  assert.ok(isList(blocks), `${way} is no list`);
  for (const block of blocks) {
    const shape = BLOCKS[block?.kind];
    assert.ok(shape, `${way}: no front end knows the kind ${block?.kind}`);
    checkFields(block, { kind: "text", id: "text", ...shape }, `${way} ${block.kind} ${block.id}`);
  }
}

function idsIn(blocks) {
  return blocks.flatMap((block) => [block.id, ...idsIn(block.blocks ?? [])]);
}

/** Throws where a view is not what the front ends were promised. */
export function checkView(view) {
  checkFields(view, VIEW, view.route);
  const ids = idsIn(view.blocks);
  assert.deepEqual(
    ids.filter((id, index) => ids.indexOf(id) !== index),
    [],
    `${view.route}: ids given twice`,
  );
}

// A presenter's view as the plain values that the templates show. A template can compare and choose, but not search or reckon:
// that is done here.

const { curveData } = require("./curve.js");

const KEYBOARDS = { money: "digit", percent: "digit", count: "number", phone: "number", idNumber: "idcard" };

/** Enough for any honest answer; more than that was not typed. */
const LONGEST = { text: 200, search: 60 };
const LONGEST_NUMBER = 40;

/** How many shades the style sheet has for the parts of one payer. */
const SHADES = 4;

const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

const nothing = () => ({});

function choiceData(block) {
  const chosen = block.several ? block.value.split(",") : [block.value];
  const marked = (option) => Object.assign({ on: chosen.indexOf(option.value) >= 0 }, option);
  return { options: block.options.map(marked) };
}

function pickerData({ chosen }, words) {
  return { chosenText: chosen ? filled(words.chosen, { name: chosen }) : "" };
}

function fieldData({ input }) {
  return { keyboard: KEYBOARDS[input] || "text", longest: LONGEST[input] || LONGEST_NUMBER };
}

function checklistData({ items }, words) {
  const count = items.filter((item) => item.ticked).length;
  return { readyText: filled(words.ticked, { count, total: items.length }) };
}

/** Neighbours of one payer differ in shade; the colour says who pays. */
function barData({ parts }) {
  const seen = { fund: 0, person: 0 };
  return {
    parts: parts.map((part) => {
      const shade = seen[part.who] % SHADES;
      seen[part.who] += 1;
      return Object.assign({ shade }, part);
    }),
  };
}

function ledgerData({ lines }) {
  const opens = (line) => Boolean(line.meaning || line.words || line.numbers || line.laws.length > 0);
  return { lines: lines.map((line) => Object.assign({ opens: opens(line) }, line)) };
}

function paperData({ sections }) {
  const whole = (section) =>
    Object.assign({}, section, { fields: section.fields || [], laws: section.laws || [] });
  return { sections: sections.map(whole) };
}

function stepsData({ steps }) {
  return { steps: steps.map((step) => Object.assign({}, step, { laws: step.laws || [] })) };
}

const within = (block, words) => ({ blocks: blocksData(block.blocks, words) });

/** What a block's template needs beyond what the presenter says, by kind. */
const MORE = {
  text: nothing,
  heading: nothing,
  message: nothing,
  cards: nothing,
  rows: nothing,
  choice: choiceData,
  picker: pickerData,
  field: fieldData,
  checklist: checklistData,
  tick: nothing,
  figure: nothing,
  bar: barData,
  ledger: ledgerData,
  laws: nothing,
  table: nothing,
  curve: curveData,
  paper: paperData,
  steps: stepsData,
  actions: nothing,
  group: within,
  details: within,
};

function isDrawn(block) {
  const known = Object.keys(MORE).indexOf(block.kind) >= 0;
  if (!known) console.error(`no such kind of block: ${block.kind}`);
  return known && !(block.kind === "paper" && block.onlyPrint);
}

function blocksData(blocks, words) {
  return blocks.filter(isDrawn).map((block) => Object.assign({}, block, MORE[block.kind](block, words)));
}

function viewData(view, words) {
  return Object.assign({}, view, { blocks: blocksData(view.blocks, words) });
}

/** Where a block stands, as the positions on the way to it joined by "-"; null where it is not. */
function placeOf(blocks, id, before = "") {
  for (let index = 0; index < blocks.length; index += 1) {
    const place = `${before}${index}`;
    if (blocks[index].id === id) return place;
    const inner = blocks[index].blocks ? placeOf(blocks[index].blocks, id, `${place}-`) : null;
    if (inner) return inner;
  }
  return null;
}

/** The block at a place, and its path in the page's data. */
function pathOf(blocks, place) {
  const steps = place.split("-").map(Number);
  const block = steps.reduce((around, index) => around.blocks[index], { blocks });
  return { block, path: steps.map((index) => `blocks[${index}]`).join(".") };
}

module.exports = { viewData, placeOf, pathOf };

// A stranger presses, chooses and types whatever there is, in both languages: nothing breaks, and no view says nonsense.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Chance } from "../boundary/chance.mjs";
import { freshEngine } from "./engine.mjs";
import { actionsOf, blocksOf, presenterTraveller, textsOf } from "./traveller.mjs";
import { checkView } from "./view-shape.mjs";

const STEPS = 200;
const SEEDS = [1, 2, 3, 4, 5, 6];
const TYPED = [
  "",
  "2026-11-26",
  "2026-02-30",
  "漯河",
  "sz",
  "11010519491231002X",
  "13800000000",
  "样例",
  "<b>{gap}</b>",
  "\ud800",
  "__proto__",
  "9".repeat(300),
];

const ROUTES = "home about emergency wizard outcome check contact notice done filings settings".split(" ");
const everSeen = new Set();

const NONSENSE = /undefined|\[object|\bNaN\b|\bnull\b/;
/** A gap that nobody closed; what the stranger typed has one too. */
const GAP = /\{\w+\}/;

function checkWords(view, typed) {
  for (const text of textsOf(view)) {
    const own = typed.reduce((rest, one) => (one ? rest.replaceAll(one, "") : rest), text);
    assert.doesNotMatch(own, NONSENSE, `${view.route}: ${text}`);
    assert.doesNotMatch(own, GAP, `${view.route}: ${text}`);
  }
}

function touchesOf(view) {
  const blocks = blocksOf(view);
  const typing = (id) => TYPED.map((text) => ({ type: id, text }));
  const picked = (block) =>
    block.groups.flatMap(({ options }) => options.map(({ value }) => ({ type: block.id, text: value })));
  return [
    ...actionsOf(view).map(({ id, value, disabled }) => ({ act: id, value, disabled })),
    ...blocks
      .filter(({ kind }) => kind === "choice")
      .flatMap(({ id, options }) => options.map(({ value }) => ({ type: id, text: value }))),
    ...blocks.filter(({ kind }) => kind === "field").flatMap(({ id }) => typing(id)),
    ...blocks
      .filter(({ kind }) => kind === "picker")
      .flatMap((block) => [...picked(block), ...typing(`${block.id}.query`)]),
    ...blocks.filter(({ kind }) => kind === "tick").map(({ id }) => ({ act: id })),
    ...blocks
      .filter(({ kind }) => kind === "checklist")
      .flatMap(({ id, items }) => items.map((item) => ({ act: id, value: item.id }))),
  ];
}

const SENSIBLE = {
  date: "2026-11-26",
  idNumber: "11010519491231002X",
  phone: "13800000000",
  text: "样例",
  money: "10000",
  percent: "65",
  count: "0",
  search: "示例",
};

/** What somebody does who means to get on: answers what is open, ticks what has to be, presses what leads on; null for going back. */
function sensibleTouch(view, chance) {
  const blocks = blocksOf(view);
  const [open] = blocks.filter(
    ({ kind, value, optional }) => ["field", "choice", "picker"].includes(kind) && value === "" && !optional,
  );
  if (open?.kind === "field") return { type: open.id, text: SENSIBLE[open.input] };
  if (open) {
    const options = open.options ?? open.groups.flatMap((group) => group.options);
    return options.length > 0
      ? { type: open.id, text: options[chance.below(options.length)].value }
      : { type: `${open.id}.query`, text: "" };
  }
  const [tick] = blocks.filter(({ kind, ticked, disabled }) => kind === "tick" && !ticked && !disabled);
  if (tick && view.primary?.disabled) return { act: tick.id };
  if (view.primary && !view.primary.disabled) return { act: view.primary.id, value: view.primary.value };
  const actions = actionsOf(view).filter((action) => !action.disabled);
  const { id, value } = actions[chance.below(actions.length)] ?? {};
  return id ? { act: id, value } : null;
}

function chosenTouch(view, chance) {
  if (chance.below(8) > 0) return sensibleTouch(view, chance);
  const touches = touchesOf(view);
  return touches[chance.below(touches.length)];
}

for (const language of ["zh-CN", "en"]) {
  for (const seed of SEEDS) {
    test(`a stranger's way ${seed} in ${language}`, async () => {
      const chance = new Chance(seed);
      // Every other one means to file, and is not led away.
      const within = seed % 2 === 0 ? ROUTES : undefined;
      const seen = new Set();
      const onView = (view) => {
        seen.add(view.route);
        checkView(view);
        assert.deepEqual(view, JSON.parse(JSON.stringify(view)), "a view is plain JSON");
        checkWords(view, TYPED);
      };
      const traveller = presenterTraveller({
        yidi: freshEngine(),
        today: "2026-11-26",
        language,
        onView,
        within,
      });
      for (let step = 0; step < STEPS; step += 1) {
        const what = chance.below(40);
        if (what === 0) await traveller.reopen();
        else if (what === 1) await traveller.seconds(chance.below(4) * 40_000);
        else if (what === 2) await traveller.seconds(7);
        else if (what === 3 && (await traveller.route()) !== "home") await traveller.back();
        else if (what === 4) {
          await traveller.hide();
          await traveller.show();
        } else {
          const touch = chosenTouch(traveller.view(), chance);
          await (touch ? traveller.touch(touch) : traveller.back());
        }
      }
      for (const route of seen) everSeen.add(route);
    });
  }
}

test("the strangers together have seen every screen of the filing", () => {
  for (const route of ROUTES) assert.ok(everSeen.has(route), route);
});

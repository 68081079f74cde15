// One screen over the real engine, and everything that has to hold of any view of it.

import assert from "node:assert/strict";
import { createYidiApp } from "../../www/present/index.js";
import { freshEngine } from "./engine.mjs";
import { fakeHost, memoryStorage } from "./fake-host.mjs";
import { blocksOf, textsOf } from "./traveller.mjs";

export const TODAY = "2026-11-26";

const shared = freshEngine();

/** What no reader should ever read: a hole in a text, or a value that is no text. */
const UNFIT = /undefined|\[object|NaN|(?<!\$)\{\w+\}|^\s*$/;

/** Fails where a view is no plain value, names two blocks alike, or shows what is no text; `typed` is what the reader typed. */
export function assertSound(view, typed = []) {
  assert.deepEqual(JSON.parse(JSON.stringify(view)), view, "a view is plain JSON");
  const ids = blocksOf(view).map(({ id }) => id);
  assert.deepEqual(
    ids.filter((id, at) => ids.indexOf(id) !== at),
    [],
    "two blocks with one id",
  );
  for (const text of textsOf(view)) {
    const own = typed.reduce((rest, part) => rest.replaceAll(part, "…"), text);
    if (text !== "") assert.doesNotMatch(own, UNFIT, text);
  }
}

/**
 * A screen in front of a reader. Every view that is looked at is looked through as well.
 * @param {string} route
 * @param {any} [options] `yidi`, `language`, `storage`, `facilities`, `saved` (by slot) …
 */
export function screenOver(route, { yidi = shared, language = "zh-CN", saved = {}, ...more } = {}) {
  const kept = Object.entries(saved).map(([slot, value]) => [
    `yidi.${slot}`,
    JSON.stringify({ version: 1, value }),
  ]);
  const storage = more.storage ?? memoryStorage(Object.fromEntries(kept));
  const host = fakeHost({ today: TODAY, language, ...more, storage });
  const app = createYidiApp({ yidi, host });
  const typed = [];
  let current = route;

  const screen = {
    app,
    host,
    storage,
    view() {
      const view = app.view(current);
      assertSound(view, typed);
      return view;
    },
    blocks: () => blocksOf(screen.view()),
    block: (id) => screen.blocks().find((block) => block.id === id),
    ids: () => screen.blocks().map(({ id }) => id),
    texts: () => textsOf(screen.view()).join("\n"),
    act(id, value) {
      app.act(current, id, value);
      screen.view();
    },
    type(id, text) {
      if (text.trim().length > 0) typed.push(text, text.slice(0, 80), text.trim());
      app.type(current, id, text);
      screen.view();
    },
    /** Goes to another screen of the same app. */
    go(next) {
      app.leave(current);
      current = next;
      app.enter(current);
      screen.view();
    },
  };
  app.enter(route);
  return screen;
}

/** Four answers to the first figure. */
export const FIRST = {
  "person.insuredRegion": "610100",
  "person.insurance": "employee",
  "visit.treatmentRegion": "310000",
  "bill.total": "50000",
};

/** The estimate screen with those four answers, or others. */
export function estimated(answers = {}, options = {}) {
  const screen = screenOver("estimate", options);
  for (const [path, value] of Object.entries({ ...FIRST, ...answers })) screen.type(path, value);
  screen.act("give");
  return screen;
}

/** A case in which every fact is known: Xi'an to Shanghai by referral, tertiary hospital, first stay of the year. */
export const KNOWN = {
  answers: {
    ...FIRST,
    "bill.inScope": "42000",
    "visit.kind": "inpatient",
    "visit.tier": "tier3",
    "visit.admitted": "2026-11-02",
    "visit.settled": "2026-11-12",
    "filing.category": "referral",
    "person.group": "working",
    "yearSoFar.admissions": "0",
    "yearSoFar.poolPaid": "0",
  },
  form: "total",
  items: [],
  skipped: [],
};

// A traveller over the presenters: the real engine, no pixel. What a person could not find or press, this one cannot either.

import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import { createYidiApp } from "../../www/present/index.js";
import { fakeHost, memoryOutboxStorage, memoryStorage } from "./fake-host.mjs";

/** A person needs that long from one touch to the next. */
const TOUCH_MS = 1000;
/** Longer waits are not lived through second by second. */
const PATIENCE_S = 60;

/** Every block of a view, those within others too. */
export function blocksOf(view) {
  const within = (block) => [block, ...(block.blocks ?? []).flatMap(within)];
  return view.blocks.flatMap(within);
}

/** What a person never reads: names of things, and what is handed back when they are chosen. */
const SILENT = ["id", "kind", "route", "language", "tone", "input", "step", "focus", "value"];
/** Whose `value` is read. */
const VALUED = ["rows", "fields"];

/** Everything that a view shows or reads out, piece by piece. */
export function textsOf(view) {
  const within = (node, list) => {
    if (typeof node === "string") return [node];
    if (!node || typeof node !== "object") return [];
    if (Array.isArray(node)) return node.flatMap((inner) => within(inner, list));
    const isRead = (name) =>
      !SILENT.includes(name) || (name === "value" && (VALUED.includes(list) || node.kind === "field"));
    return Object.entries(node).flatMap(([name, inner]) => (isRead(name) ? within(inner, name) : []));
  };
  return within(view, "");
}

/** Whatever can be pressed on a view: with `id`, `label`, and perhaps `value`. */
export function actionsOf(view) {
  const inBlock = (block) => [
    ...(block.action ? [block.action] : []),
    ...(block.actions ?? []),
    ...(block.cards ?? []).map((card) => ({ ...card.action, label: card.action.label, card: card.title })),
    ...(block.rows ?? []).filter((row) => row.action).map((row) => ({ ...row.action, row: row.label })),
    ...(block.steps ?? []).filter((step) => step.action).map((step) => ({ ...step.action, row: step.title })),
  ];
  return [
    ...(view.primary ? [view.primary] : []),
    ...(view.secondary ?? []),
    ...blocksOf(view).flatMap(inBlock),
  ];
}

/**
 * @param {object} options
 * @param {any} options.yidi the package
 * @param {string} options.today
 * @param {string} [options.language]
 * @param {{ tick: (millis: number) => void }} [options.timers] the host's, where something waits by them
 * @param {string[]} [options.within] the screens that are not left, where a test is about some of them only
 * @param {(view: any) => void} [options.onView] sees every view that a person would
 */
export function presenterTraveller({ yidi, today, language, onView, timers, within, ...more }) {
  const storage = memoryStorage();
  const outboxStorage = memoryOutboxStorage();
  const host = fakeHost({ today, language, storage, outboxStorage, ...more });
  /** Counts the starts: what an app does that was killed since comes to nothing. */
  let life = 0;
  /** The screens below the one that is shown, with their step. */
  let stack;
  let app;

  const top = () => stack[stack.length - 1];

  function view() {
    const shown = app.view(top());
    onView?.(shown);
    return shown;
  }

  /** Lets what was promised come about, and looks at the screen. */
  async function settle() {
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    return view();
  }

  function go(route, how = "push") {
    if (within && !within.includes(route)) return;
    app.leave(top());
    if (how === "home") stack = [route];
    else if (how === "replace") stack[stack.length - 1] = route;
    else stack.push(route);
    app.enter(top());
  }

  async function goBack() {
    if (app.back(top())) return;
    assert.ok(top() !== "home", "nothing is before the first screen");
    app.leave(top());
    if (stack.length > 1) stack.pop();
    else stack = ["home"];
    app.enter(top());
  }

  /** Something that answers an app for as long as it lives. */
  function mortal(asked, born) {
    if (!asked) return asked;
    const answering = {};
    for (const name of Object.keys(asked)) {
      if (typeof asked[name] === "function")
        answering[name] = (...given) => (born === life ? asked[name](...given) : new Promise(() => {}));
    }
    return answering;
  }

  function start() {
    stack = ["home"];
    life += 1;
    const own = Object.create(host);
    own.outboxStorage = mortal(host.outboxStorage, life);
    own.transport = mortal(host.transport, life);
    app = createYidiApp({ yidi, host: own });
    app.enter("home");
  }

  host.go = go;
  host.back = goBack;
  start();

  function found(list, label, what) {
    const fitting = list.filter((one) => one.label === label || one.row === label || one.card === label);
    const all = list.map((one) => [one.card ?? one.row, one.label].filter(Boolean).join(": "));
    assert.ok(fitting.length > 0, `no ${what} “${label}” on ${top()}; there are ${all.join(" | ")}`);
    return fitting;
  }

  function pass(millis) {
    host.time += millis;
    timers?.tick(millis);
  }

  async function touch(work) {
    pass(TOUCH_MS);
    work();
    app.tick(top());
    await settle();
  }

  const traveller = {
    host,
    storage,
    outboxStorage,
    app: () => app,
    view,
    settle,
    /** What is pressed or typed by its id: for tests that know no words. */
    touch: (/** @type {any} */ { act, value, type, text }) =>
      touch(() => (type ? app.type(top(), type, text) : app.act(top(), act, value))),
    route: async () => top(),
    async press(label) {
      const shown = view();
      if (shown.back?.label === label) return goBack().then(settle);
      const [action] = found(actionsOf(shown), label, "button");
      assert.ok(!action.disabled, `“${label}” cannot be pressed`);
      return touch(() => app.act(top(), action.id, action.value));
    },
    async pressAnyway(label) {
      const [action] = actionsOf(view()).filter((one) => one.label === label);
      if (action) app.act(top(), action.id, action.value);
      await settle();
    },
    async choose(label) {
      const choices = blocksOf(view()).filter(({ kind }) => kind === "choice");
      const options = choices.flatMap((choice) => choice.options.map((option) => ({ ...option, choice })));
      const [{ choice, value }] = found(options, label, "option");
      const chosen = choice.value.split(",").filter(Boolean);
      const several = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
      await touch(() => app.type(top(), choice.id, choice.several ? several.join(",") : value));
    },
    async pick(query, label, pickerLabel) {
      const pickers = () =>
        blocksOf(view()).filter(
          ({ kind, label: own }) => kind === "picker" && (!pickerLabel || own === pickerLabel),
        );
      const [{ id }] = pickers();
      await touch(() => app.type(top(), `${id}.query`, query));
      const options = pickers().flatMap(({ groups }) => groups.flatMap((group) => group.options));
      const [option] = found(options, label, "place");
      await touch(() => app.type(top(), id, option.value));
    },
    async fill(label, text) {
      const fields = blocksOf(view()).filter(({ kind }) => kind === "field");
      const [{ id }] = found(fields, label, "field");
      await touch(() => app.type(top(), id, text));
    },
    async tick(label) {
      const blocks = blocksOf(view());
      const ticks = blocks.filter(({ kind }) => kind === "tick");
      const items = blocks
        .filter(({ kind }) => kind === "checklist")
        .flatMap((list) => list.items.map((item) => ({ ...item, list: list.id })));
      const [one] = found([...ticks, ...items], label, "box");
      assert.ok(!one.disabled, `“${label}” cannot be ticked`);
      await touch(() => (one.list ? app.act(top(), one.list, one.id) : app.act(top(), one.id)));
    },
    async see(text) {
      const shown = textsOf(view()).join("\n");
      if (typeof text === "string")
        assert.ok(shown.includes(text), `“${text}” is not on ${top()}:\n${shown}`);
      else assert.match(shown, text);
    },
    async seeNot(text) {
      const shown = textsOf(view()).join("\n");
      if (typeof text === "string") assert.ok(!shown.includes(text), `“${text}” is on ${top()}`);
      else assert.doesNotMatch(shown, text);
    },
    back: () => goBack().then(settle),
    async seconds(count) {
      if (count > PATIENCE_S) pass(count * 1000);
      for (let second = 0; second < count && count <= PATIENCE_S; second += 1) {
        pass(1000);
        app.tick(top());
      }
      await settle();
    },
    async hide() {
      app.leave(top());
    },
    async show() {
      app.enter(top());
      await settle();
    },
    async reopen({ packs = [] } = {}) {
      for (const pack of packs) yidi.addPack(pack);
      pass(TOUCH_MS);
      start();
      await settle();
    },
    async offline() {},
    async figure() {
      const [figure] = blocksOf(view()).filter(({ kind }) => kind === "figure");
      assert.ok(figure, `there is no figure on ${top()}`);
      return figure.to ? `${figure.amount} – ${figure.to}` : figure.amount;
    },
  };
  return traveller;
}

/** Whether two views say the same, but for what is said once. */
export function isSameView(one, other) {
  const lasting = ({ focus: _focus, announce: _announce, ...view }) => view;
  return isDeepStrictEqual(lasting(one), lasting(other));
}

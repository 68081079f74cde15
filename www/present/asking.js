// Questions asked one after the other, each with the way back to it: what the screens about one visit have in common.

import { formatDate } from "./calendar.js";
import { lookup } from "./lookup.js";
import { choiceBlock } from "./many.js";
import { formatMoney, isMoney, typedMoney } from "./money.js";
import { createRegionPicker } from "./region-picker.js";
import { asking as words } from "./words/asking.js";
import { shell } from "./words/shell.js";

/** @typedef {import("./view.js").Block} Block */

const TYPED_LIMIT = 120;
/** Whether it can be what a reader has answered. */
export const isAnswer = (text) => typeof text === "string" && text.length <= TYPED_LIMIT;

const TYPED = ["text", "date", "money"];

/**
 * @typedef {object} Asked
 * @property {Object<string, "region" | "choice" | "text" | "date" | "money">} kinds what kind of answer each question takes, in their order
 * @property {Object<string, { short: object, label: object, help?: object }>} texts
 * @property {() => Object<string, string>} answers
 * @property {(id: string) => boolean} asks whether a question matters
 * @property {(id: string) => boolean} [mayStayOpen] whether nothing waits for its answer
 * @property {(id: string) => import("./view.js").Option[]} optionsOf
 * @property {(id: string) => string | undefined} [errorOf] what is wrong with an answer
 * @property {(id: string, value: string) => void} answer
 * @property {() => void} onAnswer every question that matters is answered
 */

/**
 * @param {import("./app.js").Context} context
 * @param {Asked} asked
 */
export function asking(context, asked) {
  const { say, language } = context;
  const ids = Object.keys(asked.kinds);
  const pickers = {};
  ids
    .filter((id) => asked.kinds[id] === "region")
    .forEach((id) => {
      pickers[id] = createRegionPicker(context, { id });
    });
  /** The question that the reader has gone back to. @type {string | null} */
  let changing = null;
  /** The words by which one of many options is searched for. */
  let query = "";
  /** What is being typed; nothing of it counts before it is given. @type {string | null} */
  let typed = null;

  function isOpen(id, given) {
    const mayStay = asked.mayStayOpen ? asked.mayStayOpen(id) : false;
    return asked.asks(id) && !mayStay && !given[id];
  }

  function now() {
    const given = asked.answers();
    return changing || ids.filter((id) => isOpen(id, given))[0] || null;
  }

  const isTyped = (id) => TYPED.indexOf(asked.kinds[id]) >= 0;

  function shown(id, value) {
    const kind = asked.kinds[id];
    if (kind === "region") return pickers[id].named(value) || value;
    if (kind === "date") return formatDate(value, language());
    if (kind === "money") return isMoney(typedMoney(value)) ? formatMoney(typedMoney(value)) : value;
    if (kind === "text") return value;
    const option = asked.optionsOf(id).filter((one) => one.value === value)[0];
    return option ? option.label : value;
  }

  /** @returns {Block} */
  function questionBlock(id) {
    const kind = asked.kinds[id];
    const value = asked.answers()[id] || "";
    const { label, help } = asked.texts[id];
    const texts = { label: say(label) };
    if (help) Object.assign(texts, { help: say(help) });
    const error = asked.errorOf && asked.errorOf(id);
    if (error && typed === null) Object.assign(texts, { error });
    if (kind === "region") return pickers[id].block(value, texts);
    if (kind !== "choice")
      return Object.assign(
        { kind: /** @type {const} */ ("field"), id, input: kind, value: typed === null ? value : typed },
        texts,
      );
    return choiceBlock({ id, options: asked.optionsOf(id), value, query }, texts, context);
  }

  /** Takes the reader to the next question, or on to what comes of the answers. */
  function leadOn() {
    changing = null;
    typed = null;
    query = "";
    const next = now();
    if (!next) return asked.onAnswer();
    context.lead(next);
    return context.changed();
  }

  function answer(id, value) {
    asked.answer(id, value);
    leadOn();
  }

  function show(id) {
    changing = id;
    typed = null;
    if (id) context.lead(id);
    context.changed();
  }

  const ACTS = {
    change: (id) => (ids.indexOf(id) >= 0 ? show(id) : undefined),
    cancel: () => show(null),
    give() {
      const id = now();
      if (id && isTyped(id)) answer(id, typed === null ? asked.answers()[id] || "" : typed.trim());
    },
  };

  function choose(id, target, text) {
    const city = pickers[id].type(target, text);
    if (!city) return context.changed();
    pickers[id].remember(city);
    return answer(id, city);
  }

  return {
    /** The question that is asked; null where what comes of the answers is shown. */
    now,
    leadOn,
    show,
    /** What a region is called. */
    nameOf: (id, value) => pickers[id].named(value) || value,
    /** The question with what goes with it. @returns {Block[]} */
    blocks() {
      const id = now();
      if (!id) return [];
      const question = questionBlock(id);
      if (!changing) return [question];
      const actions = [{ id: "cancel", label: say(words.cancel) }];
      return [question, { kind: "actions", id: "changing", actions }];
    },
    /** What goes with the view: the next step, and which step of the screen it is. */
    around() {
      const id = now();
      const parts = {};
      if (id && isTyped(id)) parts.primary = { id: "give", label: say(words.give) };
      if (changing) parts.step = changing;
      return parts;
    },
    /** What was told so far. @returns {Block} */
    told(more = []) {
      const given = asked.answers();
      const rows = ids
        .filter((id) => asked.asks(id) && given[id])
        .map((id) => ({
          id: `told-${id}`,
          label: say(asked.texts[id].short),
          value: shown(id, given[id]),
          action: { id: "change", value: id, label: say(shell.change) },
        }));
      return { kind: "rows", id: "told", title: say(words.told), rows: rows.concat(more) };
    },
    /** Whether it was meant for a question. */
    act(id, value) {
      if (Object.keys(ACTS).indexOf(id) < 0) return false;
      ACTS[id](value || "");
      return true;
    },
    type(target, text) {
      const id = target.replace(/\.query$/, "");
      const given = String(text).slice(0, TYPED_LIMIT);
      if (id !== now()) return;
      if (asked.kinds[id] === "region") choose(id, target, given);
      else if (target !== id) {
        query = given;
        context.changed();
      } else if (isTyped(id)) {
        typed = given;
        context.changed();
      } else answer(id, given);
    },
    back() {
      if (!changing) return false;
      show(null);
      return true;
    },
  };
}

/**
 * The screen that begins with questions.
 * @param {import("./app.js").Context} context
 * @param {ReturnType<typeof asking>} questions
 * @param {object} about
 * @param {{ "zh-CN": string, en: string }} about.title
 * @param {() => Block[]} about.blocks
 * @param {Object<string, (value: string) => void>} about.acts what is done on it beside the questions
 * @param {Object<string, (text: string) => void>} [about.types] what is typed on it once nothing is asked
 * @param {() => void} about.enter
 */
export function askingScreen({ say }, questions, { title, blocks, acts, types = {}, enter }) {
  return {
    view() {
      const view = { title: say(title), back: { label: say(shell.back) }, blocks: blocks() };
      return Object.assign(view, questions.around());
    },
    act(id, value) {
      const act = questions.act(id, value) ? undefined : lookup(acts, id);
      if (act) act(value || "");
    },
    type(id, text) {
      const type = questions.now() ? undefined : lookup(types, id);
      if (type) type(String(text).slice(0, TYPED_LIMIT));
      else questions.type(id, text);
    },
    enter,
    back: questions.back,
  };
}

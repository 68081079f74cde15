// How it looks, and what is kept.

import { TEXT_SIZES } from "../app.js";
import { inOrder, textBlock } from "../blocks.js";
import { filingInHand } from "../filing.js";
import { filingOutbox } from "../filing-outbox.js";
import { keptFilings } from "../kept-filings.js";
import { LANGUAGES } from "../text.js";
import { troubleBlocks } from "../trouble.js";
import { settings as words } from "../words/settings.js";
import { shell } from "../words/shell.js";

/** @param {import("../app.js").Context} context */
export function settings(context) {
  const { say, host, store, language } = context;
  const filing = context.share(filingInHand);
  const filings = context.share(keptFilings);
  const outbox = context.share(filingOutbox);
  let isAsking = false;
  /** What came of deleting everything. @type {{ tone: "good" | "caution", lines: string[] } | null} */
  let deleted = null;

  function chosen() {
    const { care, textSize } = store.get("settings") || {};
    return {
      care: care === true ? "on" : "off",
      textSize: TEXT_SIZES.indexOf(textSize) >= 0 ? textSize : TEXT_SIZES[0],
      language: language(),
    };
  }

  function choice(id, values) {
    const texts = words[id];
    return {
      kind: "choice",
      id,
      label: say(texts.label),
      options: values.map((value) => {
        const { label, hint } = texts.options[value];
        const option = { value, label: say(label) };
        return hint ? Object.assign(option, { hint: say(hint) }) : option;
      }),
      value: chosen()[id],
    };
  }

  const keptForms = () => filings.all().filter(({ key }) => outbox.entry(key)).length;

  function keptRows() {
    const everything = store.everything();
    const { aside } = everything;
    const slots = Object.keys(everything).filter((slot) => slot !== "aside" && slot !== "settings");
    const rows = slots.map((slot) => {
      const value = everything[slot];
      const count = Array.isArray(value)
        ? say(words.kept.count, { count: String(value.length) })
        : say(words.kept.is);
      return { id: slot, label: say(shell.trouble.slots[slot]), value: count };
    });
    const forms = keptForms();
    const counted = (id, label, count) => ({
      id,
      label: say(label),
      value: say(words.kept.count, { count: String(count) }),
    });
    if (forms > 0) rows.push(counted("forms", words.kept.form, forms));
    if (aside) {
      const texts = Object.keys(aside).reduce((sum, slot) => sum + aside[slot].length, 0);
      rows.push(counted("aside", words.kept.aside, texts));
    }
    return rows;
  }

  function keptBlocks() {
    const rows = keptRows();
    const title = say(words.kept.title);
    if (rows.length === 0)
      return [{ kind: "group", id: "kept", title, blocks: [textBlock("nothing", say(words.kept.nothing))] }];
    const actions = [];
    if (host.save) actions.push({ id: "export", label: say(words.kept.export) });
    else if (host.copy) actions.push({ id: "copy", label: say(words.kept.copy) });
    actions.push({ id: "delete", label: say(words.kept.delete), tone: "danger" });
    const lead = say(keptForms() > 0 ? words.kept.leadWithForm : words.kept.lead);
    return [
      { kind: "rows", id: "kept", title, rows },
      textBlock("kept-lead", lead, "quiet"),
      { kind: "actions", id: "kept-actions", actions },
    ];
  }

  function sureBlocks() {
    if (deleted)
      return [{ kind: "message", id: "deleted", tone: deleted.tone, lines: deleted.lines, alert: true }];
    if (!isAsking) return [];
    const { title, lines, yes, no } = words.sure;
    return [
      {
        kind: "message",
        id: "sure",
        tone: "loss",
        title: say(title),
        lines: lines.map((line) => say(line)),
        alert: true,
      },
      {
        kind: "actions",
        id: "sure-actions",
        actions: [
          { id: "yes", label: say(yes), tone: "danger" },
          { id: "no", label: say(no) },
        ],
      },
    ];
  }

  /** As JSON, with the forms that were kept: it is the reader's own. */
  function everything() {
    const forms = filings
      .all()
      .map(({ key }) => outbox.application(key))
      .filter(Boolean);
    const all = store.everything();
    return JSON.stringify(forms.length > 0 ? Object.assign(all, { forms }) : all, null, 2);
  }

  function deleteEverything() {
    isAsking = false;
    store.forgetEverything();
    filing.forgetEverything();
    outbox.forgetEverything();
    const stuck = Object.keys(store.trouble()).map((slot) => say(shell.trouble.slots[slot]));
    deleted =
      stuck.length > 0
        ? { tone: "caution", lines: [say(words.notDeleted, { what: stuck.join("、") })] }
        : { tone: "good", lines: [say(words.deleted)] };
    if (outbox.sends && outbox.isBusy()) deleted.lines.push(say(words.underWay));
    context.announce(deleted.lines[0]);
    context.lead("deleted");
  }

  function put(id, value) {
    const fields = id === "care" ? { care: value === "on" } : { [id]: value };
    store.put("settings", Object.assign({}, store.get("settings"), fields));
  }

  const acts = {
    export: () => host.save({ name: say(words.kept.file), type: "application/json", text: everything() }),
    copy() {
      host.copy(everything());
      context.announce(say(words.kept.copied));
    },
    delete() {
      isAsking = true;
      deleted = null;
      context.lead("sure");
    },
    yes() {
      if (isAsking) deleteEverything();
    },
    no() {
      isAsking = false;
    },
  };

  return {
    view: () => ({
      title: say(words.title),
      back: { label: say(shell.back) },
      blocks: inOrder(
        troubleBlocks(context),
        choice("care", ["off", "on"]),
        choice("textSize", TEXT_SIZES),
        choice("language", LANGUAGES),
        sureBlocks(),
        keptBlocks(),
      ),
    }),
    leave() {
      isAsking = false;
      deleted = null;
    },
    type(id, value) {
      const known = { care: ["off", "on"], textSize: TEXT_SIZES, language: LANGUAGES };
      if (Object.keys(known).indexOf(id) < 0 || known[id].indexOf(value) < 0) return;
      put(id, value);
      context.changed();
    },
    act(id) {
      if (Object.keys(acts).indexOf(id) < 0) return;
      acts[id]();
      context.changed();
    },
  };
}

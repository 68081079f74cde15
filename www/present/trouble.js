// What the device could not read or keep, told in plain words.

import { shell } from "./words/shell.js";

const words = shell.trouble;

function message({ say }, kind, slots, action) {
  const { title, line } = words[kind];
  const block = {
    kind: "message",
    id: `trouble-${kind}`,
    tone: "caution",
    title: say(title),
    lines: slots.map((slot) => say(line, { what: say(words.slots[slot]) })),
  };
  return action ? Object.assign(block, { action }) : block;
}

/**
 * @param {import("./app.js").Context} context
 * @param {{ id: string, label: string }} [action] where something can be done about it
 */
export function troubleBlocks(context, action) {
  const troubled = context.store.trouble();
  return ["unreadable", "notSaved"]
    .map((kind) => ({ kind, slots: Object.keys(troubled).filter((slot) => troubled[slot] === kind) }))
    .filter(({ slots }) => slots.length > 0)
    .map(({ kind, slots }) => message(context, kind, slots, action));
}

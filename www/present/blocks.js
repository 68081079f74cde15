// Blocks that several screens show alike.

import { shownLaw } from "./laws.js";
import { cited as words } from "./words/cited.js";

/**
 * Blocks one after the other; a list stands for all of its own.
 *
 * @param {...any} parts
 * @returns {any[]}
 */
export function inOrder(...parts) {
  return [].concat(...parts);
}

/**
 * A paragraph.
 * @param {"lead" | "plain" | "quiet"} [tone]
 * @returns {import("./view.js").Block}
 */
export function textBlock(id, text, tone) {
  return tone ? { kind: "text", id, text, tone } : { kind: "text", id, text };
}

/**
 * What the engine says with a rule behind it, or that no rule is known, as a row.
 *
 * @param {import("./app.js").Context} context
 * @param {string} id
 * @param {string} label
 * @param {{ text: any, law?: any }} cited
 */
export function citedRow({ say }, id, label, cited) {
  const row = { id, label, value: say(cited.text) };
  if (!cited.law) return Object.assign(row, { tone: "caution" });
  if (cited.law.grade === "unconfirmed")
    return Object.assign(row, { hint: say(words.unconfirmed), tone: "caution" });
  return row;
}

/**
 * Where all that stands, closed until it is asked for; nothing where no rule is behind it.
 *
 * @param {import("./app.js").Context} context
 * @param {string} id
 * @param {{ text?: any, law?: any }[]} cites a rule that stands behind several of them is shown once
 */
export function sourcesBlock({ say, language }, id, cites) {
  const laws = [];
  const seen = [];
  cites.forEach(({ text, law }) => {
    if (!law) return;
    const mark = JSON.stringify([law.rule, law.citation]);
    if (seen.indexOf(mark) >= 0) return;
    seen.push(mark);
    laws.push(shownLaw(law, language(), `${id}-${laws.length}`, text && say(text)));
  });
  if (laws.length === 0) return [];
  return [
    { kind: "details", id, summary: say(words.sources), blocks: [{ kind: "laws", id: `${id}-laws`, laws }] },
  ];
}

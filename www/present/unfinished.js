// A screen that needs a finished wizard, reached without one: over a link, or because the rules have changed since.

import { textBlock } from "./blocks.js";
import { outcome as words } from "./words/outcome.js";
import { shell } from "./words/shell.js";

/**
 * @param {import("./app.js").Context} context
 * @param {string} title
 */
export function unfinishedView({ say }, title) {
  return {
    title,
    back: { label: say(shell.back) },
    blocks: [textBlock("unfinished", say(words.unfinished), "lead")],
    primary: { id: "wizard", label: say(words.goOn) },
  };
}

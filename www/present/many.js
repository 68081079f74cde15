// One question with a few answers, or with so many that they are searched.

import { many as words } from "./words/many.js";

/** More than a screen holds. */
const FEW = 12;

function fits({ label, hint }, query) {
  const asked = query.trim().toLowerCase();
  return `${label} ${hint || ""}`.toLowerCase().indexOf(asked) >= 0;
}

/** @returns {import("./view.js").PickerBlock} */
function pickerBlock({ id, options, value, query }, texts, say) {
  const found = options.filter((option) => fits(option, query));
  const [chosen] = options.filter((option) => option.value === value);
  const title = say(words.found, { count: String(found.length) });
  /** @type {import("./view.js").PickerBlock} */
  const block = Object.assign({}, texts, {
    kind: /** @type {const} */ ("picker"),
    id,
    query,
    placeholder: say(words.placeholder),
    groups: found.length > 0 ? [{ id: `${id}-found`, title, options: found }] : [],
    empty: say(words.empty),
    value: chosen ? value : "",
  });
  if (chosen) block.chosen = chosen.label;
  return block;
}

/**
 * @param {{ id: string, options: import("./view.js").Option[], value: string, query: string }} chosen
 * @param {any} texts label, help, why, error of the block
 * @param {import("./app.js").Context} context
 * @returns {import("./view.js").ChoiceBlock | import("./view.js").PickerBlock}
 */
export function choiceBlock(chosen, texts, { say }) {
  if (chosen.options.length > FEW) return pickerBlock(chosen, texts, say);
  const { id, options, value } = chosen;
  return Object.assign({ kind: /** @type {const} */ ("choice"), id }, texts, { options, value });
}

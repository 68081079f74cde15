// Texts in both languages: those of the engine, and those of the catalogue, a file of `words/` for each screen. Plain words come first; the
// official term stands behind them in brackets or in the help. {name} is a gap that `fill` closes.

import { lookup } from "./lookup.js";

export const LANGUAGES = ["zh-CN", "en"];

/** The language to speak for a wish: the wish itself where we have it, else Chinese. */
export function spokenLanguage(wish) {
  return LANGUAGES.indexOf(wish) >= 0 ? wish : LANGUAGES[0];
}

/** A text of the engine or of this catalogue in one language. */
export function say(text, language) {
  return text[language] || text[LANGUAGES[0]];
}

/** Closes the gaps of a text; a value is inserted as it is, never read as a pattern. */
export function fill(text, language, values) {
  return say(text, language).replace(/\{(\w+)\}/g, (gap, name) => {
    const value = lookup(values, name);
    return value === undefined ? gap : value;
  });
}

function isText(node) {
  return typeof node[LANGUAGES[0]] === "string";
}

/** A branch of this catalogue with every text in one language. */
export function inLanguage(node, language) {
  if (isText(node)) return say(node, language);
  const spoken = {};
  Object.keys(node).forEach((key) => {
    spoken[key] = inLanguage(node[key], language);
  });
  return spoken;
}

import { inLanguage, spokenLanguage } from "./text.js";
import { frame } from "./words/frame.js";

/** The words around every view and its blocks, in one language. */
export function screenWords(language) {
  return inLanguage(frame, spokenLanguage(language));
}

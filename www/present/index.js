import { frame, inLanguage, spokenLanguage } from "./text.js";
import { frame as screenFrame } from "./words/frame.js";

export { createEstimatePage } from "./estimate-page.js";

/** The words around the view, in one language. */
export function frameWords(language) {
  return inLanguage(frame, spokenLanguage(language));
}

/** The words around every view and its blocks, in one language. */
export function screenWords(language) {
  return inLanguage(screenFrame, spokenLanguage(language));
}

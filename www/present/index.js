import { frame, inLanguage, spokenLanguage } from "./text.js";

export { createEstimatePage } from "./estimate-page.js";

/** The words around the view, in one language. */
export function frameWords(language) {
  return inLanguage(frame, spokenLanguage(language));
}

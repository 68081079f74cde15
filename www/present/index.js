// What a front end needs: all screens over one engine, and the words around a screen.

import { createApp } from "./app.js";
import { frame, inLanguage, spokenLanguage } from "./text.js";
import { frame as screenFrame } from "./words/frame.js";

export { createEstimatePage } from "./estimate-page.js";

/** Every screen, by its route. */
const screens = {};

/**
 * @param {object} options
 * @param {object} options.yidi the package, ready for calls
 * @param {import("./view.js").Host} options.host
 * @param {() => void} [options.onChange] the view is another one now
 */
export function createYidiApp({ yidi, host, onChange }) {
  return createApp({ yidi, host, screens, onChange });
}

/** The words around the view, in one language. */
export function frameWords(language) {
  return inLanguage(frame, spokenLanguage(language));
}

/** The words around every view and its blocks, in one language. */
export function screenWords(language) {
  return inLanguage(screenFrame, spokenLanguage(language));
}

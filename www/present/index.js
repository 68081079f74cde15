// What a front end needs: all screens over one engine, and the words around a screen.

import { createApp } from "./app.js";
import { screens } from "./screens.js";

export { screenWords } from "./screen-words.js";

/**
 * @param {object} options
 * @param {any} options.yidi the package, ready for calls
 * @param {import("./view.js").Host} options.host
 * @param {() => void} [options.onChange] the view is another one now
 */
export function createYidiApp({ yidi, host, onChange }) {
  return createApp({ yidi, host, screens, onChange });
}

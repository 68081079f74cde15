/** What the package runs on. The entry fills it in; nothing is asked of it before the first call. @type {import("./core.js").Host} */
export const host = {};

/** @param {import("./core.js").Host} given */
export function runOn(given) {
  Object.assign(host, given);
}

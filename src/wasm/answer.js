const decoder = new TextDecoder();

/** @param {Uint8Array} json @returns {unknown} */
export function parsed(json) {
  return JSON.parse(decoder.decode(json));
}

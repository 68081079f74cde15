// What the language itself gives and a phone's JavaScript layer has. Everything else a browser window holds (DOM, fetch,
// WebAssembly, TextEncoder, URL, performance, Intl, storage …) is undefined inside a mini-program's scripts.
const LANGUAGE = new Set([
  "Array",
  "ArrayBuffer",
  "Boolean",
  "DataView",
  "Date",
  "Error",
  "EvalError",
  "Float32Array",
  "Float64Array",
  "Function",
  "Infinity",
  "Int16Array",
  "Int32Array",
  "Int8Array",
  "JSON",
  "Map",
  "Math",
  "NaN",
  "Number",
  "Object",
  "Promise",
  "Proxy",
  "RangeError",
  "ReferenceError",
  "Reflect",
  "RegExp",
  "Set",
  "String",
  "Symbol",
  "SyntaxError",
  "TypeError",
  "URIError",
  "Uint16Array",
  "Uint32Array",
  "Uint8Array",
  "Uint8ClampedArray",
  "WeakMap",
  "WeakSet",
  "clearInterval",
  "clearTimeout",
  "console",
  "decodeURI",
  "decodeURIComponent",
  "encodeURI",
  "encodeURIComponent",
  "isFinite",
  "isNaN",
  "parseFloat",
  "parseInt",
  "setInterval",
  "setTimeout",
  "undefined",
]);

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

function hiddenNames(given) {
  const names = new Set();
  for (let owner = window; owner; owner = Object.getPrototypeOf(owner)) {
    for (const name of Object.getOwnPropertyNames(owner)) names.add(name);
  }
  return [...names].filter((name) => IDENTIFIER.test(name) && !LANGUAGE.has(name) && !given.includes(name));
}

/**
 * Wraps a script of the package into a CommonJS function that sees the language, the given globals, and nothing of the
 * browser.
 * @param {string} path shown in stack traces
 * @param {string} source
 * @param {string[]} given names of the globals the host gives
 */
export function wrapScript(path, source, given) {
  const parameters = ["require", "module", "exports", ...given];
  const body = `return function (${parameters.join(", ")}) { "use strict";\n${source}\n};\n//# sourceURL=${path}.js`;
  return new Function(...hiddenNames(parameters), body)();
}

import * as wasm from "./wasm-reader.mjs";

/**
 * The crate that a function's code was written in.
 * @param {string | undefined} name as wasm-bindgen writes it: `<serde_core[f80fdee4fe8be94f]::de::Unexpected>::fmt` from
 *   the compiler's current mangling, `<serde_core::de::Unexpected>::fmt` from its older one
 */
export function crateOf(name) {
  if (name === undefined) return "(unnamed)";
  const marked = /([A-Za-z_]\w*)\[[0-9a-f]{10,16}\]/.exec(name);
  if (marked) return marked[1];
  const path = /^[<&(*[]*(?:mut |dyn |const )*([A-Za-z_]\w*)(::|>)/.exec(name);
  if (path) return path[2] === "::" ? path[1] : "core";
  return "(exports)";
}

/** @param {Uint8Array} bytes @param {wasm.Section[]} sections @returns {Map<number, string>} by function index */
function readNames(bytes, sections) {
  const cursor = wasm.openSection(bytes, sections, wasm.CUSTOM, "name");
  while (cursor && cursor.at < cursor.end) {
    const kind = cursor.byte();
    const end = cursor.number() + cursor.at;
    if (kind === wasm.FUNCTION_NAMES) return new Map(cursor.list(() => [cursor.number(), cursor.text()]));
    cursor.at = end;
  }
  throw new Error("the module has no function names");
}

/**
 * The module's own functions: their names, if they have one, and bytes of code, greatest first.
 * @param {Uint8Array} bytes a module with a name section
 */
export function functionSizes(bytes) {
  const sections = wasm.readSections(bytes);
  const names = readNames(bytes, sections);
  const imported = wasm.countImportedFunctions(bytes, sections);
  const bodies = wasm.readBodies(bytes, sections);
  const functions = bodies.map(({ start, end }, index) => ({
    name: names.get(imported + index),
    size: end - start,
  }));
  return functions.sort((a, b) => b.size - a.size);
}

/**
 * Bytes of machine code per crate, greatest first, and of constant data, which names no crate.
 * @param {Uint8Array} bytes a module with a name section
 */
export function sizeByCrate(bytes) {
  /** @type {Map<string, number>} */
  const crates = new Map();
  for (const { name, size } of functionSizes(bytes)) {
    const crate = crateOf(name);
    crates.set(crate, (crates.get(crate) ?? 0) + size);
  }
  const data = wasm.readSections(bytes).find(({ id }) => id === wasm.DATA);
  return {
    crates: [...crates].sort(([, a], [, b]) => b - a),
    data: data ? data.end - data.start : 0,
  };
}

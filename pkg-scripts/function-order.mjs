import * as wasm from "./wasm-reader.mjs";

/** So much of a function says what it is like; more of it changed nothing. */
const BEGINNING = 40;

/** An unsigned LEB128 number. @param {number} value */
function number(value) {
  const bytes = [];
  for (let rest = value; ; rest >>>= 7) {
    if (rest < 0x80) return Buffer.from([...bytes, rest]);
    bytes.push((rest & 0x7f) | 0x80);
  }
}

/** @param {Uint8Array} bytes */
const sized = (bytes) => Buffer.concat([number(bytes.length), bytes]);

/**
 * The module with every function named after what it looks like, so that in the order of their names like stands beside like, which a
 * compression of the whole makes use of: first those of the type that most have, of one type those that begin alike.
 * @param {Uint8Array} bytes a module without names
 */
export function namedByShape(bytes) {
  const sections = wasm.readSections(bytes);
  const imported = wasm.countImportedFunctions(bytes, sections);
  const declared = wasm.openSection(bytes, sections, wasm.FUNCTION);
  const types = declared?.list(() => declared.number()) ?? [];
  /** @type {Map<number, number>} */
  const commonness = new Map();
  for (const type of types) commonness.set(type, (commonness.get(type) ?? 0) + 1);
  const digits = String(types.length).length;
  /** @param {number} value */
  const padded = (value) => String(value).padStart(digits, "0");
  const names = wasm.readBodies(bytes, sections).map(({ start, end }, at) => {
    const type = types[at] ?? 0;
    const beginning = Buffer.from(bytes.subarray(start, Math.min(end, start + BEGINNING))).toString("hex");
    const name = `${padded(types.length - (commonness.get(type) ?? 0))}.${padded(type)}.${beginning}.${padded(at)}`;
    return Buffer.concat([number(imported + at), sized(Buffer.from(name))]);
  });
  const list = Buffer.concat([number(names.length), ...names]);
  const content = Buffer.concat([
    sized(Buffer.from("name")),
    Buffer.from([wasm.FUNCTION_NAMES]),
    sized(list),
  ]);
  return Buffer.concat([bytes, Buffer.from([wasm.CUSTOM]), sized(content)]);
}

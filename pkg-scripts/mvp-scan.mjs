import { I64, newerInBody, valueTypeFeature } from "./mvp-instructions.mjs";
import * as wasm from "./wasm-reader.mjs";

const FUNCREF = 0x70;

/** @param {wasm.Cursor} cursor at a table's or memory's limits */
function limitsFeatures(cursor) {
  const flags = cursor.byte();
  cursor.skipNumber();
  if (flags & 1) cursor.skipNumber();
  return [(flags & 2) !== 0 ? "threads" : null, (flags & 4) !== 0 ? "64-bit memory" : null];
}

/** @param {wasm.Cursor} cursor at a table */
function tableFeatures(cursor) {
  const element = cursor.byte();
  return element === FUNCREF ? limitsFeatures(cursor) : ["reference types"];
}

/** @typedef {{ params: number[], results: number[] }} FunctionType */

/** @param {Uint8Array} bytes @param {wasm.Section[]} sections */
function readTypes(bytes, sections) {
  /** @type {(FunctionType | null)[]} */
  const types = [];
  const cursor = wasm.openSection(bytes, sections, wasm.TYPE);
  if (!cursor) return types;
  for (let left = cursor.number(); left > 0; left--) {
    if (cursor.byte() !== 0x60) return [...types, null];
    types.push({ params: cursor.list(() => cursor.byte()), results: cursor.list(() => cursor.byte()) });
  }
  return types;
}

/** @param {(FunctionType | null)[]} types */
function typeFeatures(types) {
  return types.flatMap((type) => {
    if (!type) return ["garbage collection"];
    const many = type.results.length > 1 ? "multi-value" : null;
    return [many, ...[...type.params, ...type.results].map(valueTypeFeature)];
  });
}

/** Some hosts have no BigInt, so nothing that JavaScript calls or provides may use 64-bit integers. */
function wideSignature(/** @type {FunctionType | null | undefined} */ type, /** @type {string} */ name) {
  return type && [...type.params, ...type.results].includes(I64)
    ? `64-bit integer in the signature of ${name}`
    : null;
}

/**
 * @param {Uint8Array} bytes
 * @param {wasm.Section[]} sections
 * @param {(FunctionType | null)[]} types
 */
function readImports(bytes, sections, types) {
  /** @type {(string | null)[]} */
  const features = [];
  /** @type {number[]} */
  const functions = [];
  const cursor = wasm.openSection(bytes, sections, wasm.IMPORT);
  for (let left = cursor?.number() ?? 0; cursor && left > 0; left--) {
    const name = `${cursor.text()}.${cursor.text()}`;
    const kind = cursor.byte();
    if (kind === 0) {
      functions.push(cursor.number());
      features.push(wideSignature(types[functions[functions.length - 1]], `import ${name}`));
    } else if (kind === 1) features.push(...tableFeatures(cursor));
    else if (kind === 2) features.push(...limitsFeatures(cursor));
    else if (kind === 3) {
      const type = cursor.byte();
      features.push(valueTypeFeature(type), type === I64 ? `64-bit integer in the import ${name}` : null);
      cursor.byte();
    } else return { features: [...features, "exceptions"], functions };
  }
  return { features, functions };
}

/**
 * @param {Uint8Array} bytes
 * @param {wasm.Section[]} sections
 * @param {(FunctionType | null)[]} types
 * @param {number[]} imported the imported functions' types
 */
function exportFeatures(bytes, sections, types, imported) {
  const declared = wasm.openSection(bytes, sections, wasm.FUNCTION);
  const functions = [...imported, ...(declared?.list(() => declared.number()) ?? [])];
  const cursor = wasm.openSection(bytes, sections, wasm.EXPORT);
  if (!cursor) return [];
  return cursor.list(() => {
    const name = cursor.text();
    const kind = cursor.byte();
    const index = cursor.number();
    return kind === 0 ? wideSignature(types[functions[index]], `export ${name}`) : null;
  });
}

/** @param {Uint8Array} bytes @param {wasm.Section[]} sections */
function tableAndMemoryFeatures(bytes, sections) {
  const tables = wasm.openSection(bytes, sections, wasm.TABLE);
  const memories = wasm.openSection(bytes, sections, wasm.MEMORY);
  const perTable = tables?.list(() => tableFeatures(tables)) ?? [];
  const perMemory = memories?.list(() => limitsFeatures(memories)) ?? [];
  return [
    ...perTable.flat(),
    ...perMemory.flat(),
    perTable.length > 1 ? "reference types" : null,
    perMemory.length > 1 ? "multiple memories" : null,
  ];
}

/** @param {wasm.Cursor} cursor at a constant expression of the first edition */
function skipConstant(cursor) {
  cursor.byte();
  cursor.skipNumber();
  cursor.byte();
}

/**
 * A first-edition segment begins with 0, then says where it goes; others are passive or have their own encoding.
 * @param {wasm.Cursor | null} cursor at the segments
 * @param {(cursor: wasm.Cursor) => void} skipContent
 */
function segmentFeature(cursor, skipContent) {
  for (let left = cursor?.number() ?? 0; cursor && left > 0; left--) {
    if (cursor.number() !== 0) return "bulk memory";
    skipConstant(cursor);
    skipContent(cursor);
  }
  return null;
}

/** @param {Uint8Array} bytes @param {wasm.Section[]} sections */
function segmentFeatures(bytes, sections) {
  return [
    segmentFeature(wasm.openSection(bytes, sections, wasm.ELEMENT), (elements) =>
      elements.list(() => elements.number()),
    ),
    segmentFeature(wasm.openSection(bytes, sections, wasm.DATA), (data) => data.text()),
  ];
}

/** What the compiler itself says it used. */
function declaredFeatures(/** @type {Uint8Array} */ bytes, /** @type {wasm.Section[]} */ sections) {
  const cursor = wasm.openSection(bytes, sections, wasm.CUSTOM, "target_features");
  if (!cursor) return [];
  return cursor.list(() => {
    const used = String.fromCharCode(cursor.byte()) === "+";
    const name = cursor.text();
    return used && name !== "mutable-globals" ? `declared feature ${name}` : null;
  });
}

/**
 * Every feature beyond WebAssembly's first edition and mutable globals that a module uses, found by reading all of its
 * instructions: an opinion that does not depend on the tool that also writes the file.
 * @param {Uint8Array} bytes
 * @returns {string[]}
 */
export function findNewerFeatures(bytes) {
  const sections = wasm.readSections(bytes);
  const types = readTypes(bytes, sections);
  const imports = readImports(bytes, sections, types);
  const bodies = wasm.readBodies(bytes, sections);
  const found = [
    ...sections.map(({ id }) =>
      id === wasm.DATA_COUNT ? "bulk memory" : id > wasm.DATA_COUNT ? "exceptions" : null,
    ),
    ...declaredFeatures(bytes, sections),
    ...typeFeatures(types),
    ...imports.features,
    ...exportFeatures(bytes, sections, types, imports.functions),
    ...tableAndMemoryFeatures(bytes, sections),
    ...segmentFeatures(bytes, sections),
    ...bodies.map(({ start, end }) => newerInBody(new wasm.Cursor(bytes, start, end))),
  ];
  return [...new Set(found.filter((feature) => feature !== null))].sort();
}

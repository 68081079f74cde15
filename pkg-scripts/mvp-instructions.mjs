/** @typedef {import("./wasm-reader.mjs").Cursor} Cursor */

export const I64 = 0x7e;
const MVP_VALUE_TYPES = new Set([0x7f, I64, 0x7d, 0x7c]);
const EMPTY_BLOCK = 0x40;

/**
 * The newer feature that a value type needs.
 * @param {number} type its byte
 */
export function valueTypeFeature(type) {
  if (MVP_VALUE_TYPES.has(type)) return null;
  return type === 0x7b ? "simd" : "reference types";
}

/** What follows each first-edition instruction; instructions that are not listed have no immediates. */
const IMMEDIATES = new Map([
  ...[0x02, 0x03, 0x04].map((op) => /** @type {const} */ ([op, "block"])),
  ...[0x0c, 0x0d, 0x10, 0x20, 0x21, 0x22, 0x23, 0x24, 0x41, 0x42].map(
    (op) => /** @type {const} */ ([op, "number"]),
  ),
  /** @type {const} */ ([0x0e, "labels"]),
  /** @type {const} */ ([0x11, "indirect call"]),
  ...Array.from({ length: 0x3e - 0x28 + 1 }, (_, i) => /** @type {const} */ ([0x28 + i, "memory"])),
  /** @type {const} */ ([0x3f, "zero"]),
  /** @type {const} */ ([0x40, "zero"]),
  /** @type {const} */ ([0x43, "f32"]),
  /** @type {const} */ ([0x44, "f64"]),
]);

/** @type {[first: number, last: number][]} */
const MVP_INSTRUCTIONS = [
  [0x00, 0x05],
  [0x0b, 0x11],
  [0x1a, 0x1b],
  [0x20, 0x24],
  [0x28, 0xbf],
];

/** @type {[first: number, last: number, feature: string][]} */
const NEWER_INSTRUCTIONS = [
  [0x06, 0x0a, "exceptions"],
  [0x12, 0x13, "tail calls"],
  [0x14, 0x15, "typed function references"],
  [0x18, 0x19, "exceptions"],
  [0x1c, 0x1c, "reference types"],
  [0x1f, 0x1f, "exceptions"],
  [0x25, 0x26, "reference types"],
  [0xc0, 0xc4, "sign extension"],
  [0xd0, 0xd2, "reference types"],
  [0xd3, 0xd6, "typed function references"],
  [0xfb, 0xfb, "garbage collection"],
  [0xfd, 0xfd, "simd"],
  [0xfe, 0xfe, "threads"],
];

/** @param {number} op @param {Cursor} cursor after the instruction's first byte */
function newerInstruction(op, cursor) {
  if (op === 0xfc) {
    const second = cursor.number();
    if (second <= 7) return "non-trapping float-to-int";
    return second <= 14 ? "bulk memory" : "reference types";
  }
  const range = NEWER_INSTRUCTIONS.find(([first, last]) => op >= first && op <= last);
  return range ? range[2] : `unknown instruction 0x${op.toString(16)}`;
}

/**
 * Moves past an instruction's immediates.
 * @param {number} op
 * @param {Cursor} cursor
 * @returns {string | null} a newer feature that they need
 */
function skipImmediates(op, cursor) {
  switch (IMMEDIATES.get(op)) {
    case "block": {
      const type = cursor.byte();
      if (type === EMPTY_BLOCK) return null;
      return (type & 0x40) === 0 || type >= 0x80 ? "multi-value" : valueTypeFeature(type);
    }
    case "number":
      cursor.skipNumber();
      return null;
    case "labels":
      cursor.list(() => cursor.skipNumber());
      cursor.skipNumber();
      return null;
    case "indirect call":
      cursor.skipNumber();
      return skipZero(cursor, "reference types");
    case "memory":
      if (cursor.number() >= 0x40) return "multiple memories";
      cursor.skipNumber();
      return null;
    case "zero":
      return skipZero(cursor, "multiple memories");
    case "f32":
      cursor.at += 4;
      return null;
    case "f64":
      cursor.at += 8;
      return null;
    default:
      return null;
  }
}

/** The first edition keeps one byte 0 where later editions put an index. */
function skipZero(/** @type {Cursor} */ cursor, /** @type {string} */ feature) {
  return cursor.byte() === 0 ? null : feature;
}

/** The first newer feature that a function body uses, because what follows it cannot be read. */
export function newerInBody(/** @type {Cursor} */ cursor) {
  const types = cursor.list(() => {
    cursor.skipNumber();
    return cursor.byte();
  });
  for (const type of types) {
    const feature = valueTypeFeature(type);
    if (feature) return feature;
  }
  while (cursor.at < cursor.end) {
    const op = cursor.byte();
    const mvp = MVP_INSTRUCTIONS.some(([first, last]) => op >= first && op <= last);
    const feature = mvp ? skipImmediates(op, cursor) : newerInstruction(op, cursor);
    if (feature) return feature;
  }
  return null;
}

/**
 * Reads the parts of a wasm file that the gate and the size report look at.
 * @typedef {{ id: number, name: string, start: number, end: number }} Section `name` only for custom sections (id 0)
 */

export const CUSTOM = 0;
export const TYPE = 1;
export const IMPORT = 2;
export const FUNCTION = 3;
export const TABLE = 4;
export const MEMORY = 5;
export const EXPORT = 7;
export const ELEMENT = 9;
export const CODE = 10;
export const DATA = 11;
export const DATA_COUNT = 12;

/** The part of the custom section `name` that names functions. */
export const FUNCTION_NAMES = 1;

const HEADER = Buffer.from("\0asm\x01\0\0\0", "latin1");

/** A position in the bytes that moves on as values are read. */
export class Cursor {
  /** @param {Uint8Array} bytes @param {number} at @param {number} end */
  constructor(bytes, at = 0, end = bytes.length) {
    this.bytes = bytes;
    this.at = at;
    this.end = end;
  }

  byte() {
    if (this.at >= this.end) throw new Error(`wasm ends in the middle of something at byte ${this.at}`);
    return this.bytes[this.at++];
  }

  /** An unsigned LEB128 number of at most 32 bits. */
  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  }

  /** Moves past a LEB128 number of any length and sign. */
  skipNumber() {
    while (this.byte() >= 0x80);
  }

  text() {
    const length = this.number();
    this.at += length;
    return new TextDecoder().decode(this.bytes.subarray(this.at - length, this.at));
  }

  /** @template T @param {() => T} read @returns {T[]} */
  list(read) {
    return Array.from({ length: this.number() }, read);
  }
}

/** @param {Uint8Array} bytes @returns {Section[]} */
export function readSections(bytes) {
  if (!Buffer.from(bytes.subarray(0, 8)).equals(HEADER)) throw new Error("not a wasm file");
  const cursor = new Cursor(bytes, 8);
  const sections = [];
  while (cursor.at < bytes.length) {
    const id = cursor.byte();
    const length = cursor.number();
    const end = cursor.at + length;
    if (end > bytes.length) throw new Error("the wasm file is cut off");
    const name = id === CUSTOM ? cursor.text() : "";
    sections.push({ id, name, start: cursor.at, end });
    cursor.at = end;
  }
  return sections;
}

/**
 * @param {Uint8Array} bytes
 * @param {Section[]} sections
 * @param {number} id
 * @param {string} [name] for custom sections
 */
export function openSection(bytes, sections, id, name = "") {
  const section = sections.find((one) => one.id === id && one.name === name);
  return section ? new Cursor(bytes, section.start, section.end) : null;
}

/** @param {Uint8Array} bytes @param {Section[]} sections */
export function countImportedFunctions(bytes, sections) {
  const cursor = openSection(bytes, sections, IMPORT);
  if (!cursor) return 0;
  const kinds = cursor.list(() => {
    cursor.text();
    cursor.text();
    const kind = cursor.byte();
    if (kind !== 0) throw new Error("the module imports something other than functions");
    cursor.skipNumber();
    return kind;
  });
  return kinds.length;
}

/**
 * The bodies of the module's own functions: where the local variables begin and where the body ends.
 * @param {Uint8Array} bytes
 * @param {Section[]} sections
 */
export function readBodies(bytes, sections) {
  const code = openSection(bytes, sections, CODE);
  if (!code) return [];
  return code.list(() => {
    const length = code.number();
    const start = code.at;
    code.at += length;
    return { start, end: code.at };
  });
}

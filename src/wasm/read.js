// Writes any JavaScript value down as the bytes that `read.rs` reads, in one call: asking for each part of it from within the module
// takes longer than an estimate does. The form is that of the shipped packs (`src/marked.rs`), with marks of its own for what no
// pack has: null, numbers that are not whole, and what cannot be read.

/** Values nested deeper than this are refused, cyclic ones among them. */
const DEPTH_LIMIT = 32;
/** Lists longer than this are refused: a sparse array can claim four thousand million items. */
const LENGTH_LIMIT = 1000000;

const encoder = new TextEncoder();
const double = new DataView(new ArrayBuffer(8));

/** @param {unknown} value @returns {Uint8Array} */
export function written(value) {
  return encoder.encode(new Writer().write(value, 0));
}

class Writer {
  /** Set by the first fault, which is the last thing written. */
  stopped = false;
  /** The names written so far, ended: there are few of them, and a long bill has each thousands of times. */
  names = new Map();

  write(value, depth) {
    if (depth === DEPTH_LIMIT) return this.fault("!", "nested too deep, or cyclic");
    // Most values by far.
    if (typeof value === "string") return `"${ended(value)}`;
    switch (typeof value) {
      case "number":
        return number(value);
      case "boolean":
        return value ? "+" : "-";
      case "undefined":
        return "_";
      case "object":
        return value === null ? "_" : this.parts(value, depth + 1);
      default:
        return this.fault("?", typeof value);
    }
  }

  /** It runs the caller's own code (getters, proxies), which may throw. */
  parts(value, depth) {
    try {
      return Array.isArray(value) ? this.list(value, depth) : this.map(value, depth);
    } catch (thrown) {
      return this.fault("!", thrown instanceof Error ? thrown.message : "");
    }
  }

  list(items, depth) {
    const { length } = items;
    if (length > LENGTH_LIMIT) return this.fault(">", length);
    let text = "[";
    for (let at = 0; at < length && !this.stopped; at += 1) text += this.write(items[at], depth);
    return `${text}]`;
  }

  map(object, depth) {
    let text = "{";
    for (const key of Object.keys(object)) {
      if (this.stopped) break;
      text += this.name(key) + this.write(object[key], depth);
    }
    return `${text}\0`;
  }

  name(key) {
    let name = this.names.get(key);
    if (name === undefined) {
      // An empty one would end the object.
      name = ended(key || "\ufffd");
      this.names.set(key, name);
    }
    return name;
  }

  fault(mark, what) {
    this.stopped = true;
    return mark + ended(String(what));
  }
}

/** A zero ends a text; within one it becomes what a lone surrogate becomes. */
function ended(text) {
  return `${text.includes("\0") ? text.replace(/\0/g, "\ufffd") : text}\0`;
}

function number(value) {
  if (value >>> 0 === value) return `#${value}\0`;
  double.setFloat64(0, value);
  return `~${double.getUint32(0)}\0${double.getUint32(4)}\0`;
}

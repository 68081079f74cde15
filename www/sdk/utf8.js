/*
 * UTF-8 for hosts without TextEncoder and TextDecoder. The bundle puts these two in the place of the names that the generated
 * glue uses; no global is touched. They do what the glue asks for: UTF-8 only, a byte order mark kept, no streaming.
 */

const REPLACEMENT = 0xfffd;
/** Few enough arguments for one call in every engine. */
const UNITS_PER_CALL = 4096;

/** The code point that starts at `index`; a lone surrogate is none. */
function scalarAt(text, index) {
  const codePoint = text.codePointAt(index);
  return codePoint >= 0xd800 && codePoint <= 0xdfff ? REPLACEMENT : codePoint;
}

function encodedLength(scalar) {
  if (scalar < 0x80) return 1;
  if (scalar < 0x800) return 2;
  return scalar < 0x10000 ? 3 : 4;
}

function write(scalar, length, target, offset) {
  if (length === 1) {
    target[offset] = scalar;
    return;
  }
  let rest = scalar;
  for (let at = offset + length - 1; at > offset; at -= 1) {
    target[at] = 0x80 | (rest & 0x3f);
    rest >>= 6;
  }
  target[offset] = ((0xf00 >> length) & 0xff) | rest;
}

export class TextEncoder {
  encode(text = "") {
    const bytes = new Uint8Array(text.length * 3);
    return bytes.slice(0, this.encodeInto(text, bytes).written);
  }

  encodeInto(text, target) {
    let read = 0;
    let written = 0;
    while (read < text.length) {
      const scalar = scalarAt(text, read);
      const length = encodedLength(scalar);
      if (written + length > target.length) break;
      write(scalar, length, target, written);
      written += length;
      read += length === 4 ? 2 : 1;
    }
    return { read, written };
  }
}

/** What may follow a first byte: how many bytes, and (for the first of them) between which bounds. */
function sequenceAfter(first) {
  if (first >= 0xc2 && first <= 0xdf) return { needed: 1, lower: 0x80, upper: 0xbf, bits: first & 0x1f };
  if (first >= 0xe0 && first <= 0xef) {
    return {
      needed: 2,
      lower: first === 0xe0 ? 0xa0 : 0x80,
      upper: first === 0xed ? 0x9f : 0xbf,
      bits: first & 0x0f,
    };
  }
  if (first >= 0xf0 && first <= 0xf4) {
    return {
      needed: 3,
      lower: first === 0xf0 ? 0x90 : 0x80,
      upper: first === 0xf4 ? 0x8f : 0xbf,
      bits: first & 0x07,
    };
  }
  return null;
}

/** Reads the sequence that starts at `start`. A broken one counts only as far as it could have gone on. */
function readSequence(bytes, start) {
  const sequence = sequenceAfter(bytes[start]);
  if (sequence === null) return { scalar: REPLACEMENT, next: start + 1 };
  let { lower, upper, bits } = sequence;
  let next = start + 1;
  for (; next <= start + sequence.needed; next += 1) {
    const byte = bytes[next];
    if (!(byte >= lower && byte <= upper)) return { scalar: REPLACEMENT, next };
    bits = (bits << 6) | (byte & 0x3f);
    lower = 0x80;
    upper = 0xbf;
  }
  return { scalar: bits, next };
}

function pushScalar(units, scalar) {
  if (scalar < 0x10000) {
    units.push(scalar);
  } else {
    units.push(0xd7c0 + (scalar >> 10), 0xdc00 | (scalar & 0x3ff));
  }
}

export class TextDecoder {
  /** @param {Uint8Array} [bytes] */
  decode(bytes) {
    if (bytes === undefined) return "";
    let text = "";
    let units = [];
    for (let at = 0; at < bytes.length; ) {
      if (bytes[at] < 0x80) {
        units.push(bytes[at]);
        at += 1;
      } else {
        const { scalar, next } = readSequence(bytes, at);
        pushScalar(units, scalar);
        at = next;
      }
      if (units.length >= UNITS_PER_CALL) {
        text += String.fromCharCode.apply(null, units);
        units = [];
      }
    }
    return text + String.fromCharCode.apply(null, units);
  }
}

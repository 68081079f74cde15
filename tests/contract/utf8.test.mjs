import assert from "node:assert/strict";
import { test } from "node:test";
import { TextDecoder as OwnDecoder, TextEncoder as OwnEncoder } from "../../www/sdk/utf8.js";
import { Chance } from "../boundary/chance.mjs";

const own = { encoder: new OwnEncoder(), decoder: new OwnDecoder() };
const native = { encoder: new TextEncoder(), decoder: new TextDecoder("utf-8", { ignoreBOM: true }) };

function assertSameEncoding(text, what) {
  const bytes = native.encoder.encode(text);
  assert.deepEqual(own.encoder.encode(text), bytes, `encoding ${what}`);
  assert.equal(own.decoder.decode(bytes), native.decoder.decode(bytes), `decoding ${what}`);
}

function assertSameDecoding(bytes) {
  const expected = native.decoder.decode(bytes);
  const actual = own.decoder.decode(bytes);
  if (actual !== expected)
    assert.fail(`decoding ${Buffer.from(bytes).toString("hex")} gives ${JSON.stringify(actual)}`);
}

test("every code point and every lone surrogate, one by one", () => {
  for (let codePoint = 0; codePoint <= 0x10ffff; codePoint += 1) {
    const text = String.fromCodePoint(codePoint);
    const expected = native.encoder.encode(text);
    const actual = own.encoder.encode(text);
    const same =
      Buffer.compare(expected, actual) === 0 &&
      own.decoder.decode(actual) === native.decoder.decode(expected);
    assert.ok(same, `U+${codePoint.toString(16)}`);
  }
});

test("all code points in one text, which is longer than one call can build", () => {
  const points = Array.from({ length: 0x110000 }, (_, codePoint) => codePoint);
  let text = "";
  for (let at = 0; at < points.length; at += 4096)
    text += String.fromCodePoint(...points.slice(at, at + 4096));
  assertSameEncoding(text, "all code points");
});

test("surrogates in every neighbourhood", () => {
  const units = ["\ud800", "\udbff", "\udc00", "\udfff", "a", "é", "西", "😀"];
  for (const first of units) {
    for (const second of units) {
      for (const third of units)
        assertSameEncoding(first + second + third, JSON.stringify(first + second + third));
    }
  }
});

test("every sequence of two bytes, and of a first byte with every two after it that matter", () => {
  const edges = [
    0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc2, 0xe0, 0xed, 0xf0, 0xf4, 0xff,
  ];
  for (let first = 0; first <= 0xff; first += 1) {
    for (let second = 0; second <= 0xff; second += 1) assertSameDecoding(Uint8Array.of(first, second));
    for (const second of edges) {
      for (const third of edges) {
        for (const fourth of edges) assertSameDecoding(Uint8Array.of(first, second, third, fourth));
      }
    }
  }
});

test("random bytes", () => {
  const chance = new Chance(20261122);
  const leading = [0x41, 0x80, 0xbf, 0xc3, 0xe0, 0xe8, 0xed, 0xf0, 0xf3, 0xf4];
  for (let round = 0; round < 20000; round += 1) {
    const bytes = Uint8Array.from({ length: chance.below(24) }, () =>
      chance.below(3) ? leading[chance.below(10)] : chance.below(256),
    );
    assertSameDecoding(bytes);
  }
});

test("a byte order mark is kept, nothing at all is empty", () => {
  assertSameDecoding(Uint8Array.of(0xef, 0xbb, 0xbf, 0x41));
  assert.equal(own.decoder.decode(), "");
  assert.equal(own.encoder.encode().length, 0);
});

test("encodeInto stops before what does not fit", () => {
  for (const text of ["abc", "aé西😀z", "\ud800西", "😀"]) {
    for (let room = 0; room <= 12; room += 1) {
      const expectedBytes = new Uint8Array(room);
      const actualBytes = new Uint8Array(room);
      const expected = native.encoder.encodeInto(text, expectedBytes);
      assert.deepEqual(own.encoder.encodeInto(text, actualBytes), { ...expected }, `${text} into ${room}`);
      assert.deepEqual(actualBytes, expectedBytes, `${text} into ${room}`);
    }
  }
});

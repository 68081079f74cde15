import assert from "node:assert/strict";
import { test } from "node:test";
import binaryen from "binaryen";
import { namedByShape } from "../../pkg-scripts/function-order.mjs";
import * as wasm from "../../pkg-scripts/wasm-reader.mjs";

const SCATTERED = `(module
  (import "host" "f" (func $host (param i32)))
  (func (export "one") (param i32) (result i32) (i32.add (local.get 0) (i32.const 1)))
  (func (export "loud") (param i32) (call $host (local.get 0)))
  (func (export "half") (param i32) (result i32) (i32.shr_u (local.get 0) (i32.const 1)))
  (func (export "quiet") (param i32) (nop))
  (func (export "two") (param i32) (result i32) (i32.add (local.get 0) (i32.const 1)) (drop) (i32.const 2))
)`;

test("functions of one type, and of one type those that begin alike, come beside each other and stay what they are", () => {
  const module = binaryen.parseText(SCATTERED);
  const ordered = binaryen.readBinary(namedByShape(module.emitBinary()));
  ordered.runPasses(["reorder-functions-by-name"]);
  const bytes = ordered.emitBinary();
  const exported = wasm.openSection(bytes, wasm.readSections(bytes), wasm.EXPORT);
  assert(exported);
  const places = exported.list(() => {
    const name = exported.text();
    exported.byte();
    return [name, exported.number()];
  });
  const order = places.sort(([, a], [, b]) => Number(a) - Number(b)).map(([name]) => name);
  assert.deepEqual(order, ["one", "two", "half", "quiet", "loud"]);

  /** @type {number[]} */
  const said = [];
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes)), {
    host: { f: (/** @type {number} */ value) => said.push(value) },
  });
  const call = (/** @type {string} */ name, /** @type {number} */ value) =>
    /** @type {(value: number) => number} */ (exports[name])(value);
  assert.deepEqual([call("one", 7), call("half", 8), call("two", 9)], [8, 4, 2]);
  call("loud", 5);
  call("quiet", 6);
  assert.deepEqual(said, [5]);
});

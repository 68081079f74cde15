import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { gate, MVP_OPTIONS } from "../../pkg-scripts/gate.mjs";
import { findNewerFeatures } from "../../pkg-scripts/mvp-scan.mjs";
import { npmCommand } from "../../pkg-scripts/paths.mjs";
import { run } from "../../pkg-scripts/run.mjs";

const folder = mkdtempSync(join(tmpdir(), "yidi-gate-"));
after(() => rmSync(folder, { recursive: true }));

let written = 0;

/** @param {string} text a module in the text format @param {string[]} features */
function assemble(text, features = ["-all"]) {
  const file = join(folder, `module-${written++}`);
  writeFileSync(`${file}.wat`, text);
  run(npmCommand("wasm-as"), [...features, `${file}.wat`, "-o", `${file}.wasm`], { quiet: true });
  return `${file}.wasm`;
}

const FIRST_EDITION = `(module
  (import "host" "log" (func $log (param i32)))
  (import "host" "base" (global $base i32))
  (memory 1 16)
  (table 2 funcref)
  (elem (i32.const 0) $sum $pick)
  (data (i32.const 8) "yidi")
  (global $stack (mut i32) (i32.const 1024))
  (type $binary (func (param i32 i32) (result i32)))
  (func $sum (type $binary) (i32.add (local.get 0) (local.get 1)))
  (func $pick (type $binary)
    (local $wide i64) (local $real f64) (local $small f32)
    (local.set $wide (i64.const -5000000000))
    (local.set $real (f64.const 1.5))
    (local.set $small (f32.const 0.25))
    (i64.store offset=8 (i32.const 0) (local.get $wide))
    (drop (i32.trunc_f64_s (local.get $real)))
    (drop (f64.promote_f32 (local.get $small)))
    (global.set $stack (i32.sub (global.get $stack) (i32.const 16)))
    (call $log (memory.grow (memory.size)))
    (block $out (loop $again (br_table $out $again (local.get 0))))
    (if (result i32) (local.get 1)
      (then (call_indirect (type $binary) (local.get 0) (local.get 1) (i32.const 0)))
      (else (select (i32.const 7) (i32.const 9) (local.get 0)))))
  (export "stack" (global $stack))
  (export "memory" (memory 0))
  (export "pick" (func $pick)))`;

/** @type {Record<string, string>} a feature's name in the report: a module that uses it and no other newer one */
const NEWER = {
  "sign extension": `(module (func (export "f") (param i32) (result i32) (i32.extend8_s (local.get 0))))`,
  "non-trapping float-to-int": `(module (func (export "f") (param f64) (result i32) (i32.trunc_sat_f64_s (local.get 0))))`,
  "multi-value": `(module (func (export "f") (result i32 i32) (i32.const 1) (i32.const 2)))`,
  "reference types": `(module (func (export "f") (param externref) (drop (local.get 0))))`,
  simd: `(module (memory 1) (func (export "f") (v128.store (i32.const 0) (v128.const i32x4 1 2 3 4))))`,
  threads: `(module (memory 1) (func (export "f") (drop (i32.atomic.load (i32.const 0)))))`,
  "tail calls": `(module (func $f (export "f") (return_call $f)))`,
  "64-bit memory": `(module (memory i64 1))`,
  "multiple memories": `(module (memory $a 1) (memory $b 1))`,
  exceptions: `(module (tag $t) (func (export "f") (throw $t)))`,
  "garbage collection": `(module (type $s (struct (field i32))) (func (export "f") (drop (struct.new $s (i32.const 1)))))`,
};

const BULK_MEMORY = {
  "memory.copy": `(module (memory 1) (func (export "f") (memory.copy (i32.const 0) (i32.const 8) (i32.const 4))))`,
  "memory.fill": `(module (memory 1) (func (export "f") (memory.fill (i32.const 0) (i32.const 8) (i32.const 4))))`,
  "a passive segment": `(module (memory 1) (data $d "x") (func (export "f") (data.drop $d)))`,
};

test("a module of the first edition with a mutable global passes", () => {
  const file = assemble(FIRST_EDITION, ["--mvp-features", "--enable-mutable-globals"]);
  assert.deepEqual(findNewerFeatures(readFileSync(file)), []);
  gate(file);
});

for (const [feature, text] of Object.entries(NEWER)) {
  test(`${feature}: refused by name`, () => {
    const file = assemble(text);
    assert.ok(
      findNewerFeatures(readFileSync(file)).includes(feature),
      `${findNewerFeatures(readFileSync(file))}`,
    );
    assert.throws(() => gate(file), new RegExp(`needs more than WebAssembly's first edition:[^]*${feature}`));
  });
}

test("wasm-opt, the second opinion, refuses newer modules by itself", () => {
  const file = assemble(NEWER.simd);
  assert.throws(() => run(npmCommand("wasm-opt"), [...MVP_OPTIONS, file], { quiet: true }), /wasm-opt/);
});

for (const [use, text] of Object.entries(BULK_MEMORY)) {
  test(`bulk memory through ${use}: refused by name`, () => {
    const file = assemble(text);
    assert.deepEqual(findNewerFeatures(readFileSync(file)), ["bulk memory"]);
  });
}

test("a typed select, a second table and a block with many results are refused by name", () => {
  const select = `(module (func (export "f") (param externref) (drop (select (result externref) (local.get 0) (local.get 0) (i32.const 1)))))`;
  assert.deepEqual(findNewerFeatures(readFileSync(assemble(select))), ["reference types"]);
  const tables = "(module (table $a 1 funcref) (table $b 1 funcref))";
  assert.deepEqual(findNewerFeatures(readFileSync(assemble(tables))), ["reference types"]);
  const block = `(module (func (export "f") (block (result i32 i32) (i32.const 1) (i32.const 2)) (drop) (drop)))`;
  assert.deepEqual(findNewerFeatures(readFileSync(assemble(block))), ["multi-value"]);
});

test("64-bit integers are refused where JavaScript would see them, and only there", () => {
  const inside = `(module (func (export "f") (result i32) (i32.wrap_i64 (i64.const 1))))`;
  assert.deepEqual(findNewerFeatures(readFileSync(assemble(inside))), []);
  const exported = `(module (func (export "total") (result i64) (i64.const 1)))`;
  assert.deepEqual(findNewerFeatures(readFileSync(assemble(exported))), [
    "64-bit integer in the signature of export total",
  ]);
  const imported = `(module (import "host" "now" (func (result i64))) (func (export "f")))`;
  assert.deepEqual(findNewerFeatures(readFileSync(assemble(imported))), [
    "64-bit integer in the signature of import host.now",
  ]);
});

test("what the compiler declares counts even if no instruction shows it", () => {
  const file = readFileSync(assemble("(module)"));
  const section = Buffer.from("\x0ftarget_features\x02+\x04simd-\x07threads", "latin1");
  const declared = Buffer.concat([file, Buffer.from([0, section.length]), section]);
  assert.deepEqual(findNewerFeatures(declared), ["declared feature simd"]);
});

test("a broken file is an error, not a pass", () => {
  const file = readFileSync(assemble(FIRST_EDITION));
  assert.throws(() => findNewerFeatures(file.subarray(0, file.length - 20)));
  assert.throws(() => findNewerFeatures(Buffer.from("not wasm at all")), /not a wasm file/);
});

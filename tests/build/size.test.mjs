import assert from "node:assert/strict";
import { test } from "node:test";
import binaryen from "binaryen";
import { crateOf, sizeByCrate } from "../../pkg-scripts/size-by-crate.mjs";
import { BROTLI_BUDGET, refuseScript, refuseSize, SCRIPT_BUDGET } from "../../pkg-scripts/size-limits.mjs";

const accepted = { raw: 100_000, gzip: 45_000, brotli: 40_000, compiler: "rustc 1.95.0" };
/** @param {number} brotli */
const measured = (brotli, compiler = accepted.compiler) => ({ ...accepted, brotli, compiler });

test("the size may shrink, and grow by two hundredths", () => {
  assert.equal(refuseSize(measured(30_000), accepted), null);
  assert.equal(refuseSize(measured(40_800), accepted), null);
  assert.match(refuseSize(measured(40_801), accepted) ?? "", /grew from 40000 to 40801 .*size:accept/);
});

test("a large module may not grow by more than 1000 bytes unnoticed", () => {
  const large = { ...accepted, brotli: 90_000 };
  assert.equal(refuseSize(measured(91_000), large), null);
  assert.match(refuseSize(measured(91_001), large) ?? "", /grew/);
});

test("the budget holds whatever was accepted", () => {
  const over = measured(BROTLI_BUDGET + 1);
  assert.match(refuseSize(over, over) ?? "", /budget is 204000/);
  assert.equal(refuseSize(measured(BROTLI_BUDGET), measured(BROTLI_BUDGET)), null);
});

test("the JavaScript has a budget of its own, whichever way it is compressed", () => {
  assert.equal(refuseScript({ gzip: SCRIPT_BUDGET, brotli: 9000 }), null);
  assert.match(refuseScript({ gzip: SCRIPT_BUDGET + 1, brotli: 9000 }) ?? "", /12001 bytes.*budget is 12000/);
  assert.match(refuseScript({ gzip: 9000, brotli: SCRIPT_BUDGET + 1 }) ?? "", /12001 bytes/);
});

test("without accepted figures the size is refused", () => {
  assert.match(refuseSize(measured(1), null) ?? "", /size:accept/);
});

test("another compiler is held to the budget only", () => {
  assert.equal(refuseSize(measured(50_000, "rustc 1.96.0"), accepted), null);
  assert.match(refuseSize(measured(BROTLI_BUDGET + 1, "rustc 1.96.0"), accepted) ?? "", /budget/);
});

const NAMES = {
  "core[27cd0353e63fa9bc]::fmt::write": "core",
  "<serde_core[f80fdee4fe8be94f]::de::Unexpected as core[27cd0353e63fa9bc]::fmt::Display>::fmt": "serde_core",
  "<&yidi[0123456789abcdef]::money::Money as core[27cd0353e63fa9bc]::fmt::Debug>::fmt": "yidi",
  "<dlmalloc::dlmalloc::Dlmalloc<A>>::malloc": "dlmalloc",
  "rust_decimal::ops::add::add_impl": "rust_decimal",
  "<char>::escape_debug_ext": "core",
  "<&mut alloc::string::String as core::fmt::Write>::write_str": "alloc",
  __wbindgen_malloc: "(exports)",
};

for (const [name, crate] of Object.entries(NAMES)) {
  test(`${name} is ${crate}'s`, () => assert.equal(crateOf(name), crate));
}

test("code bytes are summed by crate, past imported functions; data is counted on its own", () => {
  const module = binaryen.parseText(`(module
    (import "host" "log" (func $log))
    (memory 1) (data (i32.const 0) "ten bytes!")
    (func $a::one (call $log))
    (func $b::big (call $log) (call $log) (call $log) (call $log))
    (func $a::two (call $log)))`);
  binaryen.setDebugInfo(true);
  const { crates, data } = sizeByCrate(module.emitBinary());
  // A body is its locals' count, the calls at two bytes each, and the end.
  assert.deepEqual(crates, [
    ["b", 10],
    ["a", 8],
  ]);
  assert.equal(data, 1 + 1 + 3 + 1 + 10);
});

test("a module without names cannot be attributed", () => {
  binaryen.setDebugInfo(false);
  const module = binaryen.parseText("(module (func $f (nop)))");
  assert.throws(() => sizeByCrate(module.emitBinary()), /no function names/);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseParts, isProved, proofTable } from "../../pkg-scripts/prove-parts.mjs";

test("only parts that exist can be chosen", () => {
  assert.deepEqual(
    chooseParts(["properties"]).map(({ name }) => name),
    ["properties"],
  );
  assert.throws(() => chooseParts(["propertys"]), /no such part: propertys \(there are: .*properties/);
});

test("a part that tried nothing, or found something, has not proved anything", () => {
  assert.equal(isProved({ tried: 1, of: "rows", problems: 0 }), true);
  assert.equal(isProved({ tried: 0, of: "rows", problems: 0 }), false);
  assert.equal(isProved({ tried: 1, of: "rows", problems: 1 }), false);
});

test("the table shows what was tried, how fast, and what was found", () => {
  const table = proofTable([
    { part: "oracle", tried: 1_000_000, of: "rows", problems: 2, seconds: 50, note: "seed 7" },
    { part: "leaks", tried: 10, of: "runs", problems: 0, seconds: 4 },
  ]);
  const [, oracle, leaks, , last] = table.split("\n");
  assert.match(oracle, /^oracle +1,000,000 rows +50\.0 +20,000 +2 {2}seed 7$/);
  assert.match(leaks, /^leaks +10 runs +4\.0 +3 +0$/);
  assert.equal(last, "1 of 2 parts proved");
});

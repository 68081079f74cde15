/* The examples of the API reference, run as they stand. A line `expression; // value` is held to that value. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { newPack } from "../contract/inputs.mjs";
import { reference } from "../contract/reference.mjs";

const yidi = reference();

/** The stay that the examples speak of: insured in Xi'an, referred to a tertiary hospital in Shanghai. */
const input = {
  person: { insuredRegion: "610100", insurance: "employee", group: "working" },
  visit: {
    treatmentRegion: "310000",
    kind: "inpatient",
    tier: "tier3",
    admitted: "2026-11-02",
    settled: "2026-11-12",
  },
  filing: { category: "referral" },
  bill: { total: "50000.00", inScope: "42000.00" },
  yearSoFar: { admissions: 0, poolPaid: "0" },
};

const types = readFileSync(new URL("../../www/sdk/index.d.ts", import.meta.url), "utf8");
const functions = [...types.matchAll(/(\/\*\*(?:(?!\*\/).)*\*\/)\s*export function (\w+)/gs)];

/** @param {string} comment */
function exampleIn(comment) {
  const [, example = ""] = comment.split("@example");
  return example
    .replace("*/", "")
    .split("\n")
    .map((line) => line.replace(/^\s*\* ?/, ""))
    .join("\n")
    .trim();
}

/** @param {string} example */
function asTest(example) {
  return example.replace(/^(.+); \/\/ (.+)$/gm, (_, expression, value) => `same(${expression}, ${value});`);
}

test("every function has an example", () => {
  const named = functions.map(([, , name]) => name).sort();
  assert.deepEqual(
    named,
    Object.keys(yidi)
      .filter((name) => name !== "YidiError")
      .sort(),
  );
});

for (const [, comment, name] of functions) {
  test(`the example of ${name}`, async () => {
    const example = exampleIn(comment);
    assert.match(example, new RegExp(`\\b${name}\\(`));
    const scope = { ...yidi, input, pack: newPack, same: assert.deepEqual };
    const run = new Function(...Object.keys(scope), `return (async () => {${asTest(example)}})();`);
    await run(...Object.values(scope));
  });
}

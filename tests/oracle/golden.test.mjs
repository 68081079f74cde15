import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { inflateSync } from "node:zlib";
import { findPython } from "../../pkg-scripts/python.mjs";
import { distFile } from "../contract/dist.mjs";
import { reference } from "../contract/reference.mjs";
import { answerRows } from "./rows.mjs";

const oracle = (/** @type {string} */ name) => new URL(name, import.meta.url);
const golden = () => inflateSync(readFileSync(oracle("golden.zz"))).toString("utf8");

/** The package with every pack: the module for phones leaves out those whose rules ended years ago. */
function withEveryPack() {
  const yidi = reference();
  const there = new Set(yidi.regions().map(({ admdvs }) => `${admdvs}.json`));
  for (const file of readdirSync(distFile("packs"))) {
    if (!there.has(file) && !file.endsWith("0000.json"))
      yidi.addPack(JSON.parse(readFileSync(distFile("packs", file), "utf8")));
  }
  return yidi;
}

test("every committed row comes out through the wasm as the second implementation says", () => {
  let rows = 0;
  const disagreeing = [];
  for (const row of answerRows(withEveryPack(), golden())) {
    rows++;
    if (row.found !== row.expected) disagreeing.push(row);
  }
  assert.deepEqual(disagreeing.slice(0, 5), [], `${disagreeing.length} of ${rows} rows disagree`);
  assert.ok(rows >= 20_000, `only ${rows} rows were read`);
});

test("a wrong row is told from a right one", () => {
  const [, header, row] = golden().split("\n");
  const [wrong] = answerRows(reference(), `${header}\n${row}0`);
  assert.notEqual(wrong.found, wrong.expected);
});

/** @param {...string} args */
function python(...args) {
  const { status, stdout, stderr } = spawnSync(findPython() ?? "", ["tests/oracle", ...args], {
    encoding: "utf8",
  });
  assert.equal(status, 0, `${stdout}${stderr}`);
  return stdout;
}

test("the committed rows are those that the second implementation writes, and reach as many rules as before", () => {
  assert.match(python("check"), /\d{5} rows, \d+ bytes\n/);
});

test("the second implementation comes to what was worked by hand", () => {
  assert.match(python("examples"), /^\d{3} hand-worked cases, 0 come out otherwise$/m);
});

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { unlicensed } from "../../pkg-scripts/audit.mjs";

const lockFile = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));

for (const path of ["package-lock.json", "pkg-scripts/docs/package-lock.json"]) {
  test(`every package of ${path} may be used`, () => {
    assert.deepEqual(unlicensed(lockFile(path)), []);
  });
}

test("a licence that is not on the list is named, and so is none", () => {
  const packages = {
    "": {},
    "node_modules/fine": { license: "(GPL-3.0 OR MIT)" },
    "node_modules/copyleft": { license: "GPL-3.0" },
    "node_modules/silent": {},
  };
  assert.deepEqual(unlicensed({ packages }), [
    "node_modules/copyleft: GPL-3.0",
    "node_modules/silent: says nothing",
  ]);
});

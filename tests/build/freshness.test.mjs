import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { digestInputs } from "../../pkg-scripts/freshness.mjs";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "yidi-inputs-"));
  mkdirSync(join(folder, "src", "deep"), { recursive: true });
  writeFileSync(join(folder, "src", "a.rs"), "one");
  writeFileSync(join(folder, "src", "deep", "b.rs"), "two");
  writeFileSync(join(folder, "Cargo.toml"), "three");
});
afterEach(() => rmSync(folder, { recursive: true }));

const digest = (except = /** @type {string[]} */ ([])) => digestInputs(folder, ["Cargo.toml", "src"], except);

test("a changed, added, removed or renamed file changes the digest", () => {
  const changes = [
    () => writeFileSync(join(folder, "src", "deep", "b.rs"), "owt"),
    () => writeFileSync(join(folder, "src", "c.rs"), ""),
    () => rmSync(join(folder, "src", "c.rs")),
    () => renameSync(join(folder, "src", "a.rs"), join(folder, "src", "z.rs")),
  ];
  for (const change of changes) {
    const before = digest();
    change();
    assert.notEqual(digest(), before);
  }
});

test("content that moves from one file to the next changes the digest", () => {
  const before = digest();
  writeFileSync(join(folder, "src", "a.rs"), "on");
  writeFileSync(join(folder, "src", "deep", "b.rs"), "etwo");
  assert.notEqual(digest(), before);
});

test("a new date alone, as a fresh checkout brings, does not", () => {
  const before = digest();
  utimesSync(join(folder, "src", "a.rs"), 1, 1);
  assert.equal(digest(), before);
});

test("what a build writes among the sources does not count", () => {
  const generated = join(folder, "src", "generated.js");
  const before = digest([generated]);
  writeFileSync(generated, "anything");
  assert.equal(digest([generated]), before);
});

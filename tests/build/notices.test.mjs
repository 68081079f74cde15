import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { noticeOf, noticesText } from "../../pkg-scripts/notices.mjs";

let folder;

before(() => {
  folder = mkdtempSync(join(tmpdir(), "yidi-notices-"));
});

after(() => rmSync(folder, { recursive: true }));

/** A crate as cargo keeps it, with these files; answers with its manifest. */
function crate(name, files) {
  mkdirSync(join(folder, name), { recursive: true });
  const all = { "Cargo.toml": `[package]\nname = "${name}"\nversion = "1.2.3"\n`, ...files };
  for (const [file, text] of Object.entries(all)) writeFileSync(join(folder, name, file), text);
  return join(folder, name, "Cargo.toml");
}

test("a crate is used under the MIT licence where it has that in a file of its own", () => {
  const both = crate("both", { "LICENSE-MIT": "MIT, by A\n", "LICENSE-APACHE": "Apache", NOTICE: "by A" });
  assert.deepEqual(noticeOf(both), { name: "both 1.2.3", texts: ["MIT, by A"] });
});

test("and else under all that it brings", () => {
  const one = crate("one", { "LICENSE.txt": "its own\n", NOTICE: "by B", "README.md": "no licence" });
  assert.deepEqual(noticeOf(one), { name: "one 1.2.3", texts: ["its own", "by B"] });
});

test("one without the text of a licence stops the build", () => {
  const silent = crate("silent", {});
  assert.throws(() => noticeOf(silent), /silent comes without the text of its licence/);
});

test("the crates of Rust's own sources share one notice", () => {
  mkdirSync(join(folder, "library", "sysroot"), { recursive: true });
  writeFileSync(join(folder, "library", "sysroot", "Cargo.toml"), "");
  const [core, deep] = ["library/core", "library/builtins/inner"].map((name) => noticeOf(crate(name, {})));
  assert.deepEqual(core, deep);
  assert.equal(core.name, "Rust's standard library");
  assert.match(core.texts[0], /The Rust Project Contributors/);
  assert.match(core.texts[0], /UNICODE LICENSE V3/);
});

test("a text stands once, under the names of all it holds for", () => {
  const text = noticesText([
    { name: "a 1", texts: ["same"] },
    { name: "b 2", texts: ["other", "more"] },
    { name: "c 3", texts: ["same"] },
  ]);
  assert.match(text, /\na 1, c 3\n\nsame\n/);
  assert.match(text, /\nb 2\n\nother\n\nmore\n/);
  assert.equal(text.match(/same/g)?.length, 1);
});

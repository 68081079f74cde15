import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";
import { parse, tokenizer, tokTypes } from "acorn";

const folder = new URL("../../www/present/", import.meta.url);
const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".js"));

/** Missing from a mini-program's JavaScript, or none of a presenter's business. */
const FORBIDDEN_GLOBALS = ["Intl", "BigInt", "document", "window", "wx", "fetch", "Date", "console"];
const NEWER_METHODS =
  "flat flatMap matchAll replaceAll at trimStart trimEnd fromEntries hasOwn normalize".split(" ");

function forbiddenNames(source) {
  /** @type {any[]} acorn's types leave out a token's value */
  const tokens = [...tokenizer(source, { ecmaVersion: 2018, sourceType: "module" })];
  const isMember = (index) => tokens[index - 1]?.type === tokTypes.dot;
  const isKey = (index) => tokens[index + 1]?.type === tokTypes.colon;
  return tokens
    .filter(({ value }, index) => {
      if (isMember(index)) return NEWER_METHODS.includes(value) || /^toLocale/.test(value);
      return FORBIDDEN_GLOBALS.includes(value) && tokens[index].type === tokTypes.name && !isKey(index);
    })
    .map(({ value }) => value);
}

for (const name of files) {
  test(`${name} needs nothing that an old phone lacks`, async () => {
    const source = await readFile(new URL(name, folder), "utf8");
    parse(source, { ecmaVersion: 2018, sourceType: "module" });
    assert.deepEqual(forbiddenNames(source), []);
  });
}

test("a forbidden name is found", () => {
  const source =
    "const a = [1].flat(); new Intl.Collator(); x.document; ({ window: 1 }); x.toLocaleString();";
  assert.deepEqual(forbiddenNames(source), ["flat", "Intl", "toLocaleString"]);
});

test("every file of the presenter was looked at", () => {
  assert.ok(files.includes("index.js") && files.includes("words/frame.js"), files.join());
});

import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { test } from "node:test";

const folder = new URL("../../www/present/words/", import.meta.url);
const LANGUAGES = ["zh-CN", "en"];

/** Every text of a catalogue, with the way to it. */
function texts(node, way) {
  assert.equal(typeof node, "object", `${way} is no text in two languages`);
  if (Object.values(node).some((value) => typeof value === "string")) return [[way, node]];
  return Object.entries(node).flatMap(([key, inner]) => texts(inner, `${way}.${key}`));
}

const gaps = (text) => (text.match(/\{\w+\}/g) ?? []).sort();

for (const file of (await readdir(folder)).sort()) {
  test(`every text of words/${file} is there in both languages, with the same gaps`, async () => {
    const found = texts(await import(new URL(file, folder).href), file);
    assert.ok(found.length > 0);
    for (const [way, text] of found) {
      assert.deepEqual(Object.keys(text), LANGUAGES, way);
      for (const language of LANGUAGES) assert.match(text[language], /\S/, way);
      assert.match(text["zh-CN"], /[\u4e00-\u9fff]|^\W+$/, way);
      assert.deepEqual(gaps(text["zh-CN"]), gaps(text.en), way);
    }
  });
}

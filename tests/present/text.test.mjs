import assert from "node:assert/strict";
import { test } from "node:test";
import * as catalogue from "../../www/present/text.js";

const { fill, inLanguage, LANGUAGES, say, spokenLanguage } = catalogue;

function texts(node, path) {
  if (typeof node !== "object") return [];
  if ("zh-CN" in node || "en" in node) return [[path, node]];
  return Object.entries(node).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
}

const all = Object.entries(catalogue)
  .filter(([, value]) => !Array.isArray(value))
  .flatMap(([name, value]) => texts(value, name));

const gaps = (text) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

test("every text is there in both languages, with the same gaps", () => {
  assert.ok(all.length > 100, `${all.length} texts`);
  for (const [path, text] of all) {
    assert.deepEqual(Object.keys(text), LANGUAGES, path);
    for (const language of LANGUAGES) assert.ok(text[language].trim(), `${path} in ${language}`);
    assert.deepEqual(gaps(text.en), gaps(text["zh-CN"]), path);
  }
});

test("Chinese texts are Chinese", () => {
  const chinese = all.filter(([path]) => path !== "frame.otherLanguage");
  for (const [path, text] of chinese) assert.match(text["zh-CN"], /[\p{Script=Han}、]/u, path);
});

test("a value with the marks of a pattern or of a gap is inserted as it is", () => {
  const text = { "zh-CN": "给出 {given}，{name}", en: "{given} {name}" };
  assert.equal(fill(text, "zh-CN", { given: "$& {name} $1", name: "乙" }), "给出 $& {name} $1，乙");
  assert.equal(fill(text, "en", { given: "x" }), "x {name}");
});

test("an unknown language is answered in Chinese", () => {
  assert.deepEqual(["en", "zh-CN", "fr", undefined].map(spokenLanguage), ["en", "zh-CN", "zh-CN", "zh-CN"]);
  assert.equal(say({ "zh-CN": "甲" }, "en"), "甲");
});

test("a branch of the catalogue is given in one language", () => {
  const branch = { a: { "zh-CN": "甲", en: "A" }, b: { c: { "zh-CN": "乙", en: "B" } } };
  assert.deepEqual(inLanguage(branch, "en"), { a: "A", b: { c: "B" } });
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { fill, inLanguage, say, spokenLanguage } from "../../www/present/text.js";

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

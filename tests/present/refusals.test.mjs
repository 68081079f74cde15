import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { isOfLaw, linesOf, problemOf, sentenceOf } from "../../www/present/refusals.js";
import { fill } from "../../www/present/text.js";
import { problems } from "../../www/present/words/problems.js";
import { distFile } from "../contract/dist.mjs";

const { ErrorCode } = JSON.parse(readFileSync(distFile("schemas.json"), "utf8"));
const OF_THE_PACKAGE = ["notReady", "facilitiesLost", "storageFull", "storageUnavailable", "storageDamaged"];
const both = (text) => ({ "zh-CN": `引擎说${text}`, en: `engine says ${text}` });

const codesIn = (node) =>
  node && typeof node === "object"
    ? [...(node.const ? [node.const] : []), ...(node.enum ?? []), ...Object.values(node).flatMap(codesIn)]
    : [];
const codes = [...new Set(codesIn(ErrorCode).filter((code) => typeof code === "string")), ...OF_THE_PACKAGE];

const contextIn = (language) => ({
  say: (text, values = {}) => fill(text, language, values),
  language: () => language,
});

function refusal(code, more = {}) {
  const error = Object.assign(new Error(code), { name: "YidiError", code, path: "a.b", reason: both(code) });
  return Object.assign(error, more);
}

test("every code there is has a sentence of its own, in both languages", () => {
  assert.ok(codes.length > 35, codes.join());
  for (const code of codes) {
    assert.ok(Object.hasOwn(problems, code), code);
    for (const language of ["zh-CN", "en"]) {
      const said = sentenceOf(
        problemOf(refusal(code, { given: "<b>1", allowed: "≤ 2" })),
        contextIn(language),
      );
      assert.doesNotMatch(said, /undefined|[{}]/, code);
      assert.match(said, language === "en" ? /[a-z]{3}/ : /[\u4e00-\u9fff]/, code);
    }
  }
});

test("where the law is silent the engine itself says what is missing, in which document, and whom to ask", () => {
  for (const code of ["ruleNotFound", "ruleAmbiguous", "ruleBounded", "rulesConflict", "unknownRegion"]) {
    const problem = problemOf(refusal(code));
    assert.ok(isOfLaw(problem), code);
    assert.equal(sentenceOf(problem, contextIn("zh-CN")), `引擎说${code}`);
  }
});

test("a rule that can be read in two ways is named with its document", () => {
  const problem = problemOf(refusal("ruleAmbiguous", { given: "某办法 第三条" }));
  assert.deepEqual(linesOf(problem, contextIn("en")), [
    "engine says ruleAmbiguous",
    "Document: 某办法 第三条",
  ]);
});

test("the days that are covered are said as periods, each once", () => {
  const allowed = "2024-01-01 … 2024-12-31 | ≥ 2025-12-01 | ≥ 2025-12-01";
  const said = sentenceOf(problemOf(refusal("dateNotCovered", { allowed })), contextIn("zh-CN"));
  assert.equal(
    said,
    "我们没有这一天的规定，所以不估算。有规定的是：2024年1月1日至2024年12月31日、2025年12月1日起。",
  );
  const other = sentenceOf(problemOf(refusal("dateNotCovered", { allowed: "?" })), contextIn("zh-CN"));
  assert.match(other, /^我们没有这一天的规定/);
});

test("parts that exceed the whole are said with both", () => {
  const problem = problemOf(refusal("sumExceedsTotal", { given: "60000.00", allowed: "≤ 50000.00" }));
  assert.match(sentenceOf(problem, contextIn("en")), /¥60,000\.00.*¥50,000\.00/);
});

test("a code of tomorrow is said in the engine's words, one with the name of an object's member too", () => {
  for (const code of ["aCodeOfTomorrow", "constructor", "__proto__"])
    assert.equal(sentenceOf(problemOf(refusal(code)), contextIn("en")), `engine says ${code}`);
});

test("what is no error of the engine is told, not hidden", () => {
  for (const thrown of [new TypeError("boom"), "boom"])
    assert.match(sentenceOf(problemOf(thrown), contextIn("en")), /no result: boom/);
  assert.equal(typeof sentenceOf(problemOf(undefined), contextIn("zh-CN")), "string");
});

test("hostile text in an answer stays what it is", () => {
  const given = '<img src=x onerror="alert(1)"> $& {given}';
  const said = sentenceOf(problemOf(refusal("invalidMoney", { given })), contextIn("zh-CN"));
  assert.ok(said.includes(given));
});

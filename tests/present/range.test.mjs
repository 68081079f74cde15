import assert from "node:assert/strict";
import { test } from "node:test";
import { resultView } from "../../www/present/result.js";
import { assumption, estimate } from "./fake-yidi.mjs";

const least = {
  ...estimate,
  patientPays: "7650.00",
  atMost: false,
  figures: { ...estimate.figures, pool: "900.20" },
};
const most = { ...estimate, patientPays: "11650.00", atMost: false };
const crossRegion = {
  rule: "crossRegion",
  label: { "zh-CN": "异地就医待遇", en: "cross-region adjustment" },
};
const range = {
  exact: false,
  least: { estimate: least, assumes: [assumption("与在参保地就医相同", crossRegion), assumption("甲")] },
  most: { estimate: most, assumes: [assumption("支付比例降低 20 个百分点", crossRegion), assumption("甲")] },
  atMost: false,
  atLeast: false,
  unanswered: [],
};

const changed = (end, changes) => ({
  ...range,
  [end]: { ...range[end], estimate: { ...range[end].estimate, ...changes } },
});

test("the headline says both ends, and breaks only between them", () => {
  assert.deepEqual(resultView(range, "most", "zh-CN").headline, {
    label: "您大约要付",
    amount: "¥7,650.00\u00a0至 ¥11,650.00",
    caution: null,
  });
  assert.equal(resultView(range, "most", "en").headline.amount, "¥7,650.00\u00a0to ¥11,650.00");
});

/** @type {[changes: object, says: RegExp][]} */
const CAUTIONS = [
  [{ atMost: true }, /^实际可能比这少：/],
  [{ atLeast: true }, /^实际可能比这多：/],
];

for (const [changes, says] of CAUTIONS) {
  test(`${Object.keys(changes)} in any way of taking what is open is a caution`, () => {
    assert.match(resultView({ ...range, ...changes }, "most", "zh-CN").headline.caution, says);
  });
}

test("a fact that was taken for an end is no open rule", () => {
  const fact = { path: "yearSoFar.poolPaid", value: "0.00", says: { "zh-CN": "0.00", en: "0.00" } };
  const taken = { ...range, least: { ...range.least, assumes: [fact, ...range.least.assumes] } };
  assert.deepEqual(resultView(taken, "most", "en").openRules, resultView(range, "most", "en").openRules);
});

test("an open rule is named with its document and clause, and what it was taken to say at either end", () => {
  const { openRules } = resultView(range, "most", "zh-CN");
  const [rule, ...others] = openRules;
  assert.deepEqual(others, [], "the rule that says the same at both ends is left out");
  assert.deepEqual(
    [rule.rule, rule.title, rule.clause, rule.note],
    ["异地就医待遇", "某市医疗保障办法（市医保〔2022〕1号）", "第三条", "按上一年标准"],
  );
  assert.equal(rule.atBest, "付得最少时，当作：与在参保地就医相同");
  assert.equal(rule.atWorst, "付得最多时，当作：支付比例降低 20 个百分点");
});

test("a rule that one end does not come to is said not to come in", () => {
  const onlyMost = { ...range, least: { ...range.least, assumes: [] } };
  const [rule] = resultView(onlyMost, "most", "zh-CN").openRules;
  assert.equal(rule.atBest, "付得最少时，当作：用不到这条规定");
});

test("the ledger and the parts are those of the end that is shown, with the way to the other", () => {
  const worst = resultView(range, "most", "zh-CN");
  assert.deepEqual(worst.end, {
    shown: "下面按付得最多的情形算：¥11,650.00",
    other: { end: "least", label: "看付得最少时怎么算" },
  });
  assert.equal(worst.parts[0].amount, "¥700.20");
  const best = resultView(range, "least", "zh-CN");
  assert.deepEqual(best.end, {
    shown: "下面按付得最少的情形算：¥7,650.00",
    other: { end: "most", label: "看付得最多时怎么算" },
  });
  assert.equal(best.parts[0].amount, "¥900.20");
});

test("ends that cost the person the same are one figure", () => {
  const { headline, openRules, end } = resultView(
    changed("least", { patientPays: "11650.00" }),
    "most",
    "zh-CN",
  );
  assert.equal(headline.amount, "¥11,650.00");
  assert.deepEqual([openRules, end], [[], null]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  difference,
  formatMoney,
  isMoney,
  percentages,
  typedCount,
  typedMoney,
} from "../../www/present/money.js";

test("amounts are shown with separators and two decimals", () => {
  const cases = {
    0: "¥0.00",
    0.5: "¥0.50",
    7.05: "¥7.05",
    999: "¥999.00",
    1000: "¥1,000.00",
    3120: "¥3,120.00",
    1234567.8: "¥1,234,567.80",
    999999999.99: "¥999,999,999.99",
    "0012.30": "¥12.30",
    "-1234.5": "−¥1,234.50",
  };
  for (const [amount, shown] of Object.entries(cases)) assert.equal(formatMoney(amount), shown);
});

test("an amount no float can hold keeps its last fen", () => {
  assert.equal(formatMoney("90071992547409931.01"), "¥90,071,992,547,409,931.01");
});

test("a difference is exact to the fen", () => {
  const cases = [
    ["3840.00", "2960.00", "880.00"],
    ["5", "4.95", "0.05"],
    ["1.10", "1.1", "0.00"],
    ["0.3", "0.1", "0.20"],
    ["4.95", "5", "0.05"],
    ["1234567.80", "0.01", "1234567.79"],
  ];
  for (const [more, less, is] of cases) assert.equal(difference(more, less), is);
});

test("what is not an amount is not shown as one", () => {
  for (const text of ["", "1e3", "1.234", "1,000", "NaN", ".5", "5.", "¥5"]) {
    assert.equal(isMoney(text), false, text);
    assert.throws(() => formatMoney(text), TypeError, text);
  }
});

test("an amount is taken as people type it", () => {
  const cases = {
    " 1 234.50 ": "1234.50",
    "1,234,567.89": "1234567.89",
    "¥ 3,120.00 元": "3120.00",
    "￥88": "88",
    "-¥5": "-5",
    "５００００元": "50000",
    "１２。５": "12.5",
    "１，０００": "1000",
    "－5": "-5",
  };
  for (const [typed, plain] of Object.entries(cases)) assert.equal(typedMoney(typed), plain, typed);
});

test("a comma that separates no thousands is left for the engine to refuse", () => {
  for (const typed of ["1,5", "12,34", "1,2345", "1,000,5", "a b c", "1.2.3"])
    assert.equal(typedMoney(typed), typed);
});

test("a count is taken in wide digits too", () => {
  assert.equal(typedCount(" ２ "), "2");
});

test("percentages add up to 100 and stay within a tenth of the exact share", () => {
  /** @type {[string[], number[]][]} */
  const cases = [
    [
      ["28560.00", "21440.00"],
      [57.1, 42.9],
    ],
    [
      ["1", "1", "1"],
      [33.4, 33.3, 33.3],
    ],
    [
      ["0.01", "999999999.98"],
      [0, 100],
    ],
    [
      ["0", "5"],
      [0, 100],
    ],
    [
      ["0", "0"],
      [0, 0],
    ],
  ];
  for (const [amounts, shares] of cases) assert.deepEqual(percentages(amounts), shares, amounts.join());
});

test("percentages of the largest amounts are exact", () => {
  assert.deepEqual(percentages(["999999999.99", "999999999.99"]), [50, 50]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { createApp } from "../../www/present/app.js";
import { createRegionPicker } from "../../www/present/region-picker.js";
import { fakeHost, memoryStorage } from "./fake-host.mjs";
import { fakeYidi, provinces } from "./fake-yidi.mjs";

const INITIALS = { 610100: "xa", 610400: "xy", 611000: "sl", 230100: "heb", 310000: "sh", 360100: "nc" };

const spelled = provinces.map((province) => ({
  ...province,
  cities: province.cities.map((city) => ({ ...city, initials: INITIALS[city.admdvs] ?? "" })),
}));

/** @param {any} [options] */
function pickerOver({ storage = memoryStorage(), language = "zh-CN", ...options } = {}) {
  let picker;
  const yidi = { ...fakeYidi(), provinces: () => spelled };
  const screens = {
    home(context) {
      picker = createRegionPicker(context, { id: "place", ...options });
      return { view: () => ({ title: "", blocks: [] }) };
    },
  };
  createApp({ yidi, host: fakeHost({ storage, language }), screens }).view("home");
  return picker;
}

const shown = (picker, value = "") =>
  picker
    .block(value, { label: "哪里" })
    .groups.map((group) => [group.title, ...group.options.map((option) => option.label)]);

/** @param {any} [options] */
function searched(query, options) {
  const picker = pickerOver(options);
  assert.equal(picker.type("place.query", query), null);
  return picker.block("", {}).groups.flatMap((group) => group.options.map((option) => option.value));
}

test("first come the provinces, then the cities of the chosen one, and the way back", () => {
  const picker = pickerOver();
  assert.deepEqual(shown(picker), [["先选省", "黑龙江省", "上海市", "江西省", "陕西省"]]);
  assert.equal(picker.type("place", "610000"), null);
  assert.deepEqual(shown(picker), [["陕西省", "西安市", "咸阳市", "商洛市", "换一个省"]]);
  const [{ options }] = picker.block("", {}).groups;
  const back = options[options.length - 1].value;
  assert.notEqual(back, "", "nor is it the city of a reader who has chosen none");
  assert.equal(picker.type("place", back), null);
  assert.equal(shown(picker)[0][0], "先选省");
  picker.type("place", "610000");
  assert.equal(picker.type("place", "610400"), "610400");
});

test("a province that is one city is chosen at once", () => {
  assert.equal(pickerOver().type("place", "310000"), "310000");
});

/** @type {[string, string[]][]} */
const SEARCHES = [
  ["西安", ["610100"]],
  ["西安市", ["610100"]],
  ["xa", ["610100"]],
  [" XA ", ["610100"]],
  ["xi'an", []],
  ["xian", ["610100", "610400"]],
  ["Harbin", ["230100"]],
  ["x", ["610100", "610400"]],
  ["陕西", ["610100", "610400", "611000"]],
  ["安", ["610100"]],
  ["$&.*", []],
  ["constructor", []],
];

for (const [query, found] of SEARCHES) {
  test(`“${query}” finds ${found.join() || "nothing"}`, () =>
    assert.deepEqual(searched(query).sort(), found));
}

test("what fits best comes first", () => {
  assert.equal(searched("sh")[0], "310000");
});

test("nothing found is said", () => {
  const picker = pickerOver();
  picker.type("place.query", "不存在");
  const { groups, empty, query } = picker.block("", {});
  assert.deepEqual([groups, query], [[], "不存在"]);
  assert.match(empty, /没有找到/);
});

test("the cities chosen lately are offered first the next time, the latest first, four of them", () => {
  const storage = memoryStorage();
  for (const code of ["610100", "610400", "611000", "310000", "610400", "230100"])
    pickerOver({ storage }).remember(code);
  assert.deepEqual(shown(pickerOver({ storage }))[0], ["最近选过", "哈尔滨市", "咸阳市", "上海市", "商洛市"]);
});

for (const saved of [
  '{"version":1,"value":"610100"}',
  '{"version":1,"value":[7,null,"999999","610100"]}',
  "?",
]) {
  test(`cities remembered as ${saved} do no harm`, () => {
    const picker = pickerOver({ storage: memoryStorage({ "yidi.recent": saved }) });
    assert.ok(shown(picker).every(([title, ...labels]) => title && labels.every(Boolean)));
  });
}

test("the chosen city is named, also where the device remembered one that is none", () => {
  const picker = pickerOver({ language: "en" });
  assert.equal(picker.block("610400", {}).chosen, "Xianyang");
  assert.deepEqual([picker.block("999999", {}).value, picker.block("999999", {}).chosen], ["", undefined]);
});

test("another block's answers are not taken", () => {
  assert.equal(pickerOver().type("other", "610100"), undefined);
  assert.equal(pickerOver().type("place", "nonsense"), null);
});

test("a city's note stands behind its province", () => {
  const picker = pickerOver({ hint: (code) => (code === "610400" ? "没有本地表" : undefined) });
  picker.type("place.query", "xy");
  assert.equal(picker.block("", {}).groups[0].options[0].hint, "陕西省；没有本地表");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { createEstimatePage, frameWords } from "../../www/present/index.js";
import { problems } from "../../www/present/text.js";
import { estimate, fakeYidi, ownLaw, refusal } from "./fake-yidi.mjs";

const TODAY = "2026-11-22";

const resident = {
  insuredProvince: "610000",
  insuredRegion: "610100",
  insurance: "resident",
  group: "childOrStudent",
  place: "310000",
  tier: "tier3",
  category: "referral",
  admitted: "2026-03-01",
  settled: "2026-03-10",
  total: "50,000",
  inScope: "¥42000.5",
};

function pageWith(yidi, answers = {}, more = {}) {
  const page = createEstimatePage({ yidi, today: TODAY, ...more });
  for (const [id, value] of Object.entries(answers)) page.set(id, value);
  return page;
}

function submitted(answer, answers = resident, more = {}) {
  const page = pageWith(fakeYidi(answer), answers, more);
  page.submit();
  return page;
}

const ids = (page) => page.view().fields.map((field) => field.id);
const fieldOf = (page, id) => page.view().fields.find((field) => field.id === id);
const optionsOf = (page, id) => fieldOf(page, id).options.map((option) => option.value);

test("the form starts empty but for the dates, which are today's", () => {
  for (const { id, kind, value } of pageWith(fakeYidi()).view().fields) {
    assert.equal(value, kind === "date" ? TODAY : "", id);
  }
});

test("the questions come in order, the city and the tier once there is something to choose", () => {
  const page = pageWith(fakeYidi());
  const others = "insurance group place category admitted settled total inScope".split(" ");
  assert.deepEqual(ids(page), ["insuredProvince", ...others]);
  page.set("insuredProvince", "610000");
  assert.deepEqual(ids(page), ["insuredProvince", "insuredRegion", ...others]);
  page.set("insuredRegion", "610100");
  assert.deepEqual(
    ids(page),
    "insuredProvince insuredRegion insurance group place tier category admitted settled total inScope".split(
      " ",
    ),
  );
});

test("every question is under one heading", () => {
  const page = pageWith(fakeYidi(), { insurance: "resident" });
  assert.deepEqual(
    page.view().sections.flatMap((section) => section.fieldIds),
    ids(page),
  );
});

test("at home only filings that hold for long are asked about", () => {
  const yidi = fakeYidi();
  const page = pageWith(yidi, { ...resident, place: "insuredRegion" });
  assert.equal(fieldOf(page, "category").value, "", "the referral is taken away");
  assert.deepEqual(optionsOf(page, "category"), [
    "retiredSettled",
    "longTermResident",
    "postedWorker",
    "notFiled",
  ]);
  assert.match(fieldOf(page, "category").hint, /在参保地看病不用备案/);
  page.set("category", "longTermResident");
  page.submit();
  assert.equal(yidi.inputs[0].visit.treatmentRegion, "610100");
  assert.deepEqual(yidi.inputs[0].filing, { category: "longTermResident" });
});

const NO_TABLE = "没有收录这里的报销标准。等会儿要请您填起付线和报销比例，可以先打 12393 问好。";

test("every city is offered, with what is to be known of its rules", () => {
  const citiesOf = (province) =>
    fieldOf(pageWith(fakeYidi(), { insuredProvince: province }), "insuredRegion").options;
  assert.deepEqual(citiesOf("610000"), [
    { value: "610100", label: "西安市", hint: "待核实：数据未经官方核实", grade: "unconfirmed" },
    { value: "610400", label: "咸阳市", hint: NO_TABLE },
    { value: "611000", label: "商洛市", hint: NO_TABLE },
  ]);
  assert.deepEqual(citiesOf("360000")[0], { value: "360100", label: "南昌市" });
});

test("a table of years gone by counts as none", () => {
  const page = pageWith(fakeYidi(), { insuredProvince: "230000" });
  assert.equal(fieldOf(page, "insuredRegion").options[1].hint, NO_TABLE);
});

test("a province that is one city leaves no city to choose", () => {
  const yidi = fakeYidi();
  const page = pageWith(yidi, { insuredProvince: "310000" });
  assert.ok(!ids(page).includes("insuredRegion"));
  assert.equal(fieldOf(page, "insuredProvince").options[1].hint, NO_TABLE);
  for (const [id, value] of Object.entries({ ...resident, place: "insuredRegion", category: "notFiled" })) {
    if (!id.startsWith("insured")) page.set(id, value);
  }
  page.submit();
  assert.equal(yidi.inputs[0].person.insuredRegion, "310000");
});

test("a region of the host's own is offered in its province", () => {
  const yidi = fakeYidi();
  const own = { ...yidi.regions()[1], admdvs: "610502", name: { "zh-CN": "某县", en: "Some county" } };
  const page = pageWith({ ...yidi, regions: () => [...yidi.regions(), own] }, { insuredProvince: "610000" });
  assert.deepEqual(optionsOf(page, "insuredRegion"), ["610100", "610400", "611000", "610502"]);
});

test("the tiers are the insured region's, or the frame's where it has no table; a pharmacy is no place to stay", () => {
  const page = pageWith(fakeYidi(), { insuredProvince: "610000", insuredRegion: "610100" });
  assert.deepEqual(optionsOf(page, "tier"), ["tier1", "tier3"]);
  page.set("insuredRegion", "610400");
  assert.deepEqual(optionsOf(page, "tier"), ["tier2", "tier3"]);
});

test("the groups follow the insurance", () => {
  const page = pageWith(fakeYidi());
  assert.deepEqual(optionsOf(page, "group"), ["working", "retired", "childOrStudent", "otherResident"]);
  page.set("insurance", "resident");
  assert.deepEqual(optionsOf(page, "group"), ["childOrStudent", "otherResident"]);
});

test("answers that have become impossible are taken away, the others stay", () => {
  const page = pageWith(fakeYidi(), { ...resident, insurance: "employee", group: "retired" });
  page.set("insuredRegion", "610400");
  assert.deepEqual(
    ["insuredRegion", "insurance", "group", "tier", "place", "total"].map((id) => fieldOf(page, id).value),
    ["610400", "employee", "retired", "tier3", "310000", "50,000"],
  );
  page.set("insurance", "resident");
  assert.equal(fieldOf(page, "group").value, "");
  page.set("tier", "tier2");
  page.set("insuredProvince", "360000");
  assert.equal(fieldOf(page, "insuredRegion").value, "");
  page.set("insuredRegion", "360100");
  assert.equal(fieldOf(page, "tier").value, "", "the tier went with the city");
});

test("the place list begins with the insured region and names the other cities of its province", () => {
  const placesFrom = (answers) =>
    fieldOf(pageWith(fakeYidi(), answers), "place").options.map((one) => one.label);
  assert.deepEqual(placesFrom({ insuredProvince: "610000", insuredRegion: "610100" }), [
    "就在参保地：西安市",
    "黑龙江省",
    "上海市",
    "江西省",
    "陕西省咸阳市（省内）",
    "陕西省商洛市（省内）",
  ]);
  assert.deepEqual(placesFrom({}), ["就在参保地", "黑龙江省", "上海市", "江西省", "陕西省"]);
});

test("a city of the insured region's own province does not outlive a change of the region", () => {
  const page = pageWith(fakeYidi(), { ...resident, place: "611000" });
  assert.equal(fieldOf(page, "place").value, "611000");
  page.set("insuredProvince", "360000");
  assert.equal(fieldOf(page, "place").value, "");
});

test("the engine is asked with plain values", () => {
  const yidi = fakeYidi();
  pageWith(yidi, resident).submit();
  assert.deepEqual(yidi.inputs, [
    {
      person: { insuredRegion: "610100", insurance: "resident", group: "childOrStudent" },
      visit: {
        treatmentRegion: "310000",
        kind: "inpatient",
        tier: "tier3",
        admitted: "2026-03-01",
        settled: "2026-03-10",
      },
      filing: { category: "referral" },
      bill: { total: "50000", inScope: "42000.5" },
      yearSoFar: {},
    },
  ]);
});

test("missing answers are asked for, each at its field, and the engine is not", () => {
  const yidi = fakeYidi();
  const page = pageWith(yidi, { insurance: "employee", admitted: "" });
  page.submit();
  const { error, fields, result } = page.view();
  assert.deepEqual(yidi.inputs, []);
  assert.equal(result, null);
  assert.deepEqual(error, {
    message: "还有 7 项要填好。没有填的，我们不会当作 0。",
    fieldId: "insuredProvince",
  });
  const sentences = Object.fromEntries(fields.map((field) => [field.id, field.error]));
  assert.equal(sentences.insuredProvince, "请选一项。");
  assert.equal(sentences.insurance, undefined);
  assert.equal(sentences.admitted, "请填日期。");
  assert.equal(sentences.settled, undefined);
  assert.equal(sentences.inScope, "这一项还没有填，请填上。");
});

test("a single missing answer is named", () => {
  const page = submitted(estimate, { ...resident, inScope: "  " });
  assert.deepEqual(page.view().error, { message: "这一项还没有填，请填上。", fieldId: "inScope" });
});

const AT_FIELD = [
  ["negativeAmount", "bill.total", "-5", "total", "金额不能小于 0。您填的是“-5”。"],
  ["invalidMoney", "bill.inScope", "abc", "inScope", "请只填数字，例如 1234.50。您填的是“abc”。"],
  [
    "sumExceedsTotal",
    "bill.inScope",
    "60000",
    "inScope",
    "医保范围内的金额不能比总费用还多。总费用填的是 ¥50,000.00。",
  ],
  [
    "sumExceedsTotal",
    "bill",
    "60000",
    "inScope",
    "医保范围内的金额不能比总费用还多。总费用填的是 ¥50,000.00。",
  ],
  ["dateOrder", "visit.settled", "2026-02-01", "settled", "出院结账的日期不能早于住院的日期。"],
  [
    "dateNotCovered",
    "visit.admitted",
    "2019-01-01 … 2019-01-05",
    "admitted",
    "我们没有这一天的规定，所以不估算。",
  ],
  [
    "dateNotCovered",
    "",
    "2019-01-01 … 2019-01-05",
    "admitted",
    "我们没有这一天的规定，所以不估算。有规定的是：2024年1月1日至2024年12月31日、2025年12月1日起。",
    "2024-01-01 … 2024-12-31 | ≥ 2025-12-01",
  ],
  [
    "unknownRegion",
    "person.insuredRegion",
    "659001",
    "insuredRegion",
    "我们还没有这个地方的报销规定，所以不估算。可以打 12393 问当地医保。",
  ],
  [
    "regionTooCoarse",
    "visit.treatmentRegion",
    "610000",
    "place",
    "在参保地的省内看病，要选到城市才能算，请选到城市。",
  ],
  ["aCodeOfTomorrow", "bill.total", "1", "total", "引擎说aCodeOfTomorrow", "≥ 2"],
];

for (const [code, path, given, fieldId, message, allowed] of AT_FIELD) {
  test(`${code} at “${path}”, allowed “${allowed ?? ""}”, is a plain sentence at its field`, () => {
    const page = submitted(refusal(code, path, given, allowed));
    assert.equal(fieldOf(page, fieldId).error, message);
    assert.deepEqual(page.view().error, { message, fieldId });
    assert.equal(page.view().result, null);
  });
}

test("a refusal about no field that is asked stands above the form, in the engine's words", () => {
  for (const path of ["", "visit.kind", "visit.disease"]) {
    const { error, fields } = submitted(refusal("ruleNotFound", path)).view();
    assert.deepEqual(error, { message: "引擎说ruleNotFound", fieldId: null }, path);
    assert.ok(fields.every((field) => field.error === undefined));
  }
});

test("a rule that cannot be computed in any reading is named with its document", () => {
  const page = submitted(refusal("ruleAmbiguous", "", "某办法 第三条"));
  assert.equal(page.view().error.message, "引擎说ruleAmbiguous（依据：某办法 第三条）");
  page.setLanguage("en");
  assert.equal(page.view().error.message, "engine says ruleAmbiguous (Document: 某办法 第三条)");
});

test("a code with the name of an object's own member is not taken for a known one", () => {
  assert.equal(submitted(refusal("constructor", "")).view().error.message, "引擎说constructor");
});

test("a fault that is no typed error is told, not hidden", () => {
  const { error } = submitted(new TypeError("boom")).view();
  assert.deepEqual(error, { message: "程序出了问题，没有算出结果：boom", fieldId: null });
});

test("the engine's own words come without path, value and bounds, in both languages", () => {
  const page = submitted(refusal("aCodeOfTomorrow", "visit.kind", "a", "b | c"));
  assert.equal(page.view().error.message, "引擎说aCodeOfTomorrow");
  page.setLanguage("en");
  assert.equal(page.view().error.message, "engine says aCodeOfTomorrow");
});

test("a sentence follows the language", () => {
  const page = submitted(refusal("negativeAmount", "bill.total", "-5"));
  page.setLanguage("en");
  assert.equal(fieldOf(page, "total").error, "An amount cannot be below 0. You entered “-5”.");
  page.setLanguage("fr");
  assert.equal(page.view().language, "zh-CN");
});

test("hostile text in an answer stays what it is", () => {
  const typed = '<img src=x onerror="alert(1)"> $& {given}';
  const page = submitted(refusal("invalidMoney", "bill.total", typed));
  assert.equal(fieldOf(page, "total").error, `请只填数字，例如 1234.50。您填的是“${typed}”。`);
});

test("changing an answer takes its error away, and the result that it no longer belongs to", () => {
  const failed = submitted(refusal("negativeAmount", "bill.total", "-5"));
  failed.set("total", "5");
  assert.equal(fieldOf(failed, "total").error, undefined);
  assert.equal(failed.view().error, null);
  const done = submitted(estimate);
  assert.notEqual(done.view().result, null);
  done.set("total", "5");
  assert.equal(done.view().result, null);
});

test("the host is told of every change", () => {
  const views = [];
  const page = pageWith(fakeYidi(), {}, { onChange: (view) => views.push(view), language: "en" });
  page.set("total", "1");
  page.submit();
  page.setLanguage("zh-CN");
  assert.deepEqual(
    views.map((view) => [view.language, view.error === null]),
    [
      ["en", true],
      ["en", false],
      ["zh-CN", false],
    ],
  );
});

test("a field that does not exist cannot be set", () => {
  const page = pageWith(fakeYidi());
  for (const id of ["billTotal", "constructor", "__proto__"])
    assert.throws(() => page.set(id, "1"), RangeError, id);
});

test("the view is plain JSON", () => {
  const view = submitted(estimate).view();
  const withoutUndefined = JSON.parse(JSON.stringify(view));
  assert.deepEqual(withoutUndefined, view);
});

test("the result says the amount, who pays, what is unknown and that it is no official one", () => {
  const { result } = submitted(estimate).view();
  assert.deepEqual(result.headline, {
    label: "您最多大约要付",
    amount: "¥1,234,567.80",
    caution: "实际可能比这少：有的保险可能还会再付一些，这里没有算进去，见“我们还不知道的”。",
  });
  assert.deepEqual(
    result.parts.map((part) => [part.code, part.amount, part.percent]),
    [
      ["pool", "¥700.20", 0.1],
      ["largeAmount", "¥0.00", 0],
      ["seriousIllness", "¥300.00", 0],
      ["patient", "¥1,234,567.80", 99.9],
    ],
  );
  assert.deepEqual(result.gaps, ["没有收录医疗救助", "规定可能已变"]);
  assert.deepEqual(result.grade, { code: "userSupplied", label: "用的是您自己填的数" });
  assert.equal(result.disclaimer, "以实际结算为准");
  assert.deepEqual(result.basis, [
    "参保地：西安市",
    "就医地：上海市（跨省异地）",
    "按 2026年3月1日 有效的规定计算",
    "规定数据：西安市 第 1 版，最近核对 2026年11月1日",
    "规定数据：全国 第 2 版，最近核对 2026年10月1日",
  ]);
});

const HEADLINES = [
  { atMost: false, atLeast: false, label: "您大约要付", caution: null },
  { atMost: true, atLeast: false, label: "您最多大约要付", caution: /^实际可能比这少：/ },
  { atMost: false, atLeast: true, label: "您至少大约要付", caution: /^实际可能比这多：/ },
  { atMost: true, atLeast: true, label: "您大约要付", caution: /^实际可能比这少，也可能比这多：/ },
];

for (const { atMost, atLeast, label, caution } of HEADLINES) {
  test(`the headline of an amount that is ${atMost ? "" : "not "}at most and ${atLeast ? "" : "not "}at least`, () => {
    const { headline } = submitted({ ...estimate, atMost, atLeast }).view().result;
    assert.equal(headline.label, label);
    if (caution) assert.match(headline.caution, caution);
    else assert.equal(headline.caution, null);
  });
}

test("a fund that the engine did not reach is not shown as paying nothing", () => {
  const { largeAmount: _, ...figures } = estimate.figures;
  const { parts } = submitted({ ...estimate, figures }).view().result;
  assert.deepEqual(
    parts.map((part) => part.code),
    ["pool", "seriousIllness", "patient"],
  );
});

test("the ledger comes flat, depth first, every line with its rule", () => {
  const { lines } = submitted(estimate).view().result;
  assert.deepEqual(
    lines.map((line) => [line.id, line.depth, line.amount]),
    [
      ["line", 0, "¥1,235,568.00"],
      ["line-0", 1, "¥1,000.20"],
      ["line-0-0", 2, "¥700.20"],
      ["line-0-1", 2, "¥300.00"],
      ["line-1", 1, "¥1,234,567.80"],
    ],
  );
  const pool = lines[2];
  assert.deepEqual([pool.label, pool.words, pool.numbers], ["甲pool", "乘以比例", "1000.00 × 70.02%"]);
  assert.deepEqual(pool.law, [
    {
      rule: "支付比例",
      title: "某市医疗保障办法（市医保〔2022〕1号）",
      clause: "第三条",
      effective: "2022年1月1日至2026年12月31日（原文写作：2022-）",
      grade: "用的是您自己填的数",
      gradeCode: "userSupplied",
      note: "按上一年标准",
      address: "https://example.org/rule",
      readOn: "2026年10月2日查阅",
    },
  ]);
  assert.deepEqual([lines[3].words, lines[3].numbers, lines[3].law], ["", "", []]);
});

test("a figure of the person's own has no document, day or address", () => {
  const ledger = { ...estimate.ledger, law: [ownLaw] };
  const [{ law }] = submitted({ ...estimate, ledger }).view().result.lines;
  assert.deepEqual(law, [
    {
      rule: "起付线",
      title: "您自己填的数",
      clause: "",
      effective: "",
      grade: "",
      gradeCode: "userSupplied",
      note: "",
      address: "",
      readOn: "",
    },
  ]);
});

test("an estimate that rests on no rule has no grade", () => {
  const { grade: _, ...ungraded } = estimate;
  assert.equal(submitted(ungraded).view().result.grade, null);
});

test("a term of the ledger has its sentence", () => {
  const ledger = { ...estimate.ledger, code: "act_pay_dedc" };
  const [root, inner] = submitted({ ...estimate, ledger }).view().result.lines;
  assert.equal(root.meaning, "先由自己付的一段，过了它才开始报");
  assert.equal(inner.meaning, "");
});

test("the result follows the language", () => {
  const page = submitted(estimate, resident, { language: "en" });
  const { result } = page.view();
  assert.equal(result.headline.label, "You would pay at most about");
  assert.equal(
    result.lines[2].law[0].effective,
    "from 1 January 2022 to 31 December 2026 (as written: 2022-)",
  );
  assert.equal(result.basis[1], "Treatment region: Shanghai (across provinces)");
});

test("the words around the view come in one language", () => {
  assert.equal(frameWords("en").skip, "Skip to the form");
  assert.equal(frameWords("zh-CN").otherLanguage, "English");
});

test("the sentences with figures have their gaps closed", () => {
  for (const code of Object.keys(problems)) {
    const { error } = submitted(refusal(code, "", "1")).view();
    assert.doesNotMatch(error.message, /[{}]|undefined/, code);
  }
});

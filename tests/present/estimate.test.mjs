import assert from "node:assert/strict";
import { test } from "node:test";
import { freshEngine } from "./engine.mjs";
import { memoryStorage } from "./fake-host.mjs";
import { estimated, FIRST, KNOWN, screenOver } from "./screen.mjs";

const figure = (screen) => {
  const block = screen.block("figure");
  return block && (block.to ? [block.amount, block.to] : [block.amount]);
};
const question = (screen) => screen.block("question")?.blocks.map(({ id }) => id) ?? [];
const rows = (screen) => screen.block("told").rows.map(({ label, value }) => [label, value]);
const answer = (screen, id, text) => {
  screen.type(id, text);
  screen.act("give");
};

test("the first figure comes after four answers", () => {
  const screen = screenOver("estimate");
  const asked = [];
  for (const [path, value] of Object.entries(FIRST)) {
    assert.equal(screen.block("figure"), undefined);
    const [open] = screen.blocks().filter(({ kind }) => ["picker", "choice", "field"].includes(kind));
    asked.push(open.id);
    screen.type(path, value);
  }
  screen.act("give");
  assert.deepEqual(asked, Object.keys(FIRST));
  // Nothing in scope: all of it is paid. All of it in scope: 93.6 % at best.
  assert.equal(figure(screen).length, 2);
  assert.equal(figure(screen)[1], "¥50,000.00");
  assert.equal(screen.view().focus.id, "figure");
  assert.match(screen.view().announce.text, /^算好了：您大约要付 ¥/);
});

test("how many questions are left to the first figure is said", () => {
  const screen = screenOver("estimate");
  assert.deepEqual(screen.view().progress, { text: "还有 4 题就有结果", share: 0 });
  screen.type("person.insuredRegion", "610100");
  assert.deepEqual(screen.view().progress, { text: "还有 3 题就有结果", share: 0.25 });
});

test("before the first figure, too, an answer is changed or left as it is", () => {
  const screen = screenOver("estimate");
  screen.type("person.insuredRegion", "610100");
  screen.act("change", "person.insuredRegion");
  assert.equal(screen.block("person.insuredRegion").chosen, "西安市");
  screen.act("cancel");
  assert.ok(screen.block("person.insurance"));
  screen.act("change", "person.insuredRegion");
  screen.type("person.insuredRegion", "411100");
  assert.deepEqual(rows(screen)[0], ["参保地", "漯河市"]);
});

test("after it one question is asked, that which narrows most; its answer narrows the range", () => {
  const screen = estimated();
  assert.deepEqual(question(screen), [
    "bill-why",
    "bill.form",
    "bill.total",
    "bill.inScope",
    "question-actions",
  ]);
  const [least, most] = figure(screen);
  answer(screen, "bill.inScope", "¥42,000");
  const [, narrower] = figure(screen);
  assert.ok(most === "¥50,000.00" && least && narrower);
  assert.equal(question(screen)[0], "yearSoFar.poolPaid");
});

test("a skipped question makes room for the next best, and comes back when it is wanted", () => {
  const screen = estimated();
  const seen = [];
  for (let at = 0; at < 12 && question(screen).length > 0; at += 1) {
    const skip = screen.block("question-actions").actions.find(({ id }) => id === "skip");
    seen.push(skip.value);
    screen.act("skip", skip.value);
  }
  assert.ok(seen.length >= 4, seen.join());
  assert.equal(new Set(seen).size, seen.length);
  assert.match(screen.texts(), /剩下的问题您都跳过了/);
  assert.equal(figure(screen).length, 2);
  screen.act("askAgain");
  assert.equal(screen.block("question-actions").actions.find(({ id }) => id === "skip").value, seen[0]);
});

test("with every fact known there is one figure and nothing left to ask", () => {
  const screen = screenOver("estimate", { saved: { estimate: KNOWN } });
  // 42,000 − 1,200 = 40,800 at 80 − 10 %: the pool pays 28,560 of 50,000.
  assert.deepEqual(figure(screen), ["¥21,440.00"]);
  assert.deepEqual(question(screen), []);
  assert.match(screen.texts(), /能问的都问完了/);
  assert.deepEqual(
    screen.block("bar").parts.map(({ id, amount, percent, who }) => [id, amount, percent, who]),
    [
      ["pool", "¥28,560.00", 57.1, "fund"],
      ["patient", "¥21,440.00", 42.9, "person"],
    ],
  );
  assert.match(screen.block("figure").caution, /待核实/);
});

test("the personal account is told apart from cash where it may pay", () => {
  const beijing = {
    answers: {
      "person.insuredRegion": "110000",
      "person.insurance": "employee",
      "visit.treatmentRegion": "110000",
      "bill.total": "10000",
      "bill.inScope": "10000",
      "visit.kind": "inpatient",
      "visit.tier": "tier3",
      "visit.admitted": "2026-11-02",
      "visit.settled": "2026-11-12",
      "filing.category": "notFiled",
      "person.group": "working",
      "yearSoFar.admissions": "0",
      "yearSoFar.poolPaid": "0",
      "person.accountBalance": "500",
    },
  };
  const screen = screenOver("estimate", { saved: { estimate: beijing } });
  const parts = screen.block("bar").parts.map(({ id }) => id);
  const told = screen.block("gaps")?.lines.join() ?? "";
  // Either the rule is known, or the screen says that it is not.
  assert.ok(parts.includes("account") || /个人账户/.test(told), `${parts} ${told}`);
});

test("what was told stands in rows, and each can be changed", () => {
  const screen = screenOver("estimate", { saved: { estimate: KNOWN } });
  assert.deepEqual(rows(screen).slice(0, 6), [
    ["参保地", "西安市"],
    ["医保种类", "职工医保"],
    ["去哪里看病", "上海市"],
    ["看病方式", "住院"],
    ["医院等级", "三级医院"],
    ["备案", "当地医院转过去的"],
  ]);
  screen.act("change", "filing.category");
  assert.deepEqual(question(screen), ["filing.category", "question-actions"]);
  assert.equal(screen.block("figure"), undefined, "no figure beside answers it was not computed from");
  assert.equal(screen.view().step, "filing.category", "a host holds its own back");
  assert.equal(screen.app.back("estimate"), true);
  assert.equal(screen.view().step, undefined);
  assert.deepEqual(figure(screen), ["¥21,440.00"]);
  screen.act("change", "filing.category");
  screen.type("filing.category", "otherTemporary");
  // Another 10 points less of 40,800.
  assert.deepEqual(figure(screen), ["¥25,520.00"]);
  assert.equal(screen.app.back("estimate"), false);
});

test("the ledger opens to the sentence, the sum and the rule with its grade", () => {
  const screen = screenOver("estimate", { saved: { estimate: KNOWN } });
  const { lines } = screen.block("ledger");
  const pool = lines.find(({ label }) => label === "统筹基金支付");
  assert.equal(pool.meaning, "医保基金按比例付的部分");
  assert.equal(pool.numbers, "40,800.00 × (80% − 10%) = 28,560.00");
  assert.ok(pool.laws.length >= 2);
  for (const law of pool.laws)
    assert.ok(law.document && law.period && law.grade.label && law.checked, law.rule);
  assert.ok(lines.every(({ depth }) => Number.isInteger(depth)) && lines[0].depth === 0);
});

test("both ends of a range are explained, and either can be looked at", () => {
  const screen = estimated();
  const table = screen.block("ends-table");
  assert.ok(table.rows.some(({ cells }) => cells[0] === "医保范围内的金额"));
  assert.match(screen.block("end").text, /^下面按付得最多的情形算：¥50,000\.00$/);
  screen.act("end", "least");
  assert.match(screen.block("end").text, /^下面按付得最少的情形算：¥3,188\.00$/);
});

test("an open rule is named with document and clause", () => {
  const screen = estimated({
    "person.insuredRegion": "411100",
    "person.insurance": "resident",
    "visit.treatmentRegion": "440300",
  });
  screen.type("ownFigures.deductible", "1200");
  answer(screen, "ownFigures.ratio", "70");
  answer(screen, "bill.inScope", "42000");
  screen.type("filing.category", "referral");
  // Referral: at most about 10 points lower (医保发〔2024〕21号 二): 40,800 × 70 % or 60 %.
  assert.deepEqual(figure(screen), ["¥21,440.00", "¥25,520.00"]);
  const [law] = screen.block("open-laws").laws;
  assert.match(law.document, /医保发〔2024〕21号/);
  assert.match(law.clause, /10 个百分点左右/);
  assert.equal(law.grade.tone, "good");
});

const LUOHE = {
  "person.insuredRegion": "411100",
  "person.insurance": "resident",
  "visit.treatmentRegion": "440300",
};

test("a region without a table asks for its figures, says where to look them up, and within which bounds they are lowered", () => {
  const screen = estimated(LUOHE);
  assert.equal(screen.block("figure"), undefined);
  assert.match(screen.texts(), /漯河市的起付线和比例我们没有核实过。请填您查到的数字。/);
  assert.match(screen.texts(), /12393/);
  assert.deepEqual(
    screen
      .blocks()
      .filter(({ kind }) => kind === "field")
      .map(({ id, optional }) => [id, optional === true]),
    [
      ["ownFigures.deductible", false],
      ["ownFigures.ratio", false],
      ["ownFigures.poolCap.yearly", true],
    ],
  );
  assert.ok(screen.block("bounds-laws").laws.some(({ says }) => /降低 10 个百分点/.test(says)));
  screen.act("give");
  assert.match(screen.block("ownFigures.deductible").error, /还没有填/);
  screen.type("ownFigures.deductible", "1200");
  answer(screen, "ownFigures.ratio", "0.65");
  assert.match(screen.block("ownFigures.ratio").error, /报 65% 就填 65/);
  answer(screen, "ownFigures.ratio", "６５％");
  assert.equal(figure(screen).length, 2);
  assert.match(screen.block("figure").caution, /您自己填的数/);
  const ledgers = screen.blocks().filter(({ kind }) => kind === "ledger");
  const rules = ledgers.flatMap(({ lines }) => lines).flatMap(({ laws }) => laws);
  const own = rules.filter(({ document }) => document === "您自己填的数");
  assert.deepEqual([...new Set(own.map(({ rule }) => rule))], ["起付线"]);
  assert.ok(
    own.every(({ period, checked, address }) => !period && !checked && !address),
    "it has no day and no place",
  );
  assert.ok(rules.every(({ period = "" }) => !/1949/.test(period)));
});

test("a figure of the reader's own never comes before one that is known", () => {
  const screen = estimated(LUOHE);
  screen.type("ownFigures.deductible", "1200");
  answer(screen, "ownFigures.ratio", "70");
  screen.act("change", "person.insuredRegion");
  screen.type("person.insuredRegion", "610100");
  assert.ok(!screen.storage.kept["yidi.estimate"].includes("ownFigures"), "they were of another region");
  assert.ok(!rows(screen).some(([label]) => /您填的/.test(label)));
});

test("the figures stay when a fact is told for the first time, and go when the case is another", () => {
  const screen = estimated(LUOHE);
  screen.type("ownFigures.deductible", "1200");
  answer(screen, "ownFigures.ratio", "70");
  screen.act("change", "person.group");
  screen.type("person.group", "otherResident");
  assert.equal(figure(screen).length, 2);
  screen.act("change", "person.group");
  screen.type("person.group", "childOrStudent");
  assert.equal(screen.block("figure"), undefined);
  assert.ok(question(screen).includes("ownFigures.deductible"));
});

test("how care in the own province is paid is asked after the way of filing, never guessed", () => {
  const screen = estimated({ ...LUOHE, "visit.treatmentRegion": "410100" });
  assert.deepEqual(question(screen).slice(0, 1), ["filing.category"]);
  screen.type("filing.category", "notFiled");
  assert.match(screen.block("ownFigures.crossRegion").help, /全国没有上下限/);
  assert.ok(!question(screen).includes("ownFigures.crossRegion.minusPoints"));
  screen.type("ownFigures.deductible", "1200");
  screen.type("ownFigures.ratio", "70");
  screen.type("ownFigures.crossRegion", "minusPoints");
  assert.ok(question(screen).includes("ownFigures.crossRegion.minusPoints"));
  screen.act("give");
  assert.match(screen.block("ownFigures.crossRegion.minusPoints").error, /还没有填/);
  answer(screen, "ownFigures.crossRegion.minusPoints", "20%");
  answer(screen, "bill.inScope", "50000");
  // (50,000 − 1,200) × (70 − 20) %.
  assert.deepEqual(figure(screen), ["¥25,600.00"]);
});

const BILL_FORMS = [
  [{ "bill.inScope": "42000" }, "total"],
  [
    { "bill.fullySelfPaid": "5000", "bill.overCeiling": "1000", "bill.classBFirstSelfPay": "2000" },
    "summary",
  ],
];

for (const [sums, form] of BILL_FORMS) {
  test(`a bill is taken as ${form}`, () => {
    const screen = screenOver("estimate", { saved: { estimate: KNOWN } });
    screen.act("change", "bill");
    screen.type("bill.form", form);
    for (const [path, sum] of Object.entries(sums)) screen.type(path, sum);
    screen.act("give");
    assert.deepEqual(figure(screen), ["¥21,440.00"]);
  });
}

test("a bill is taken item by item, rows added and removed, and faults told at their item", () => {
  const screen = screenOver("estimate", { saved: { estimate: KNOWN } });
  screen.act("change", "bill");
  screen.type("bill.form", "items");
  screen.type("bill.total", "");
  screen.act("addItem");
  screen.act("addItem");
  screen.act("removeItem", "1");
  const item = (at, fields) => {
    for (const [name, value] of Object.entries(fields)) screen.type(`bill.items.${at}.${name}`, value);
  };
  item(0, { name: "某药", amount: "40000", class: "B", firstSelfPay: "10" });
  assert.ok(screen.block("bill.items.0.firstSelfPay"), "class B has a share paid first");
  screen.act("give");
  assert.match(screen.block("bill.items.1.amount").error, /还没有填/);
  item(1, { amount: "-5", class: "C" });
  screen.act("give");
  assert.match(screen.block("bill.items.1.amount").error, /不能小于 0。您填的是“-5”/);
  assert.equal(screen.block("bill.items.1.firstSelfPay"), undefined);
  item(1, { amount: "10000" });
  screen.act("give");
  // In scope: 40,000 − 4,000. The pool: (36,000 − 1,200) × 70 % = 24,360 of 50,000.
  assert.deepEqual(figure(screen), ["¥25,640.00"]);
  assert.ok(rows(screen).some(([label, value]) => label === "账单" && value === "2 项"));
});

test("an item of unknown class leaves a range", () => {
  const screen = screenOver("estimate", { saved: { estimate: KNOWN } });
  screen.act("change", "bill");
  screen.type("bill.form", "items");
  screen.type("bill.total", "");
  screen.type("bill.items.0.amount", "50000");
  screen.act("give");
  assert.equal(figure(screen).length, 2);
});

/** @type {[string, Record<string, string>, string, RegExp][]} */
const REFUSED = [
  ["bill", { "bill.total": "abc" }, "bill.total", /请只填数字，例如 1234\.50。您填的是“abc”/],
  ["bill", { "bill.total": "-1" }, "bill.total", /金额不能小于 0/],
  ["bill", { "bill.total": "1.234" }, "bill.total", /小数点后最多两位/],
  ["bill", { "bill.total": "9999999999" }, "bill.total", /金额太大/],
  ["bill", { "bill.total": "" }, "bill.total", /还没有填/],
  ["bill", { "bill.inScope": "60000" }, "bill.inScope", /部分 ¥60,000\.00，总费用 ¥50,000\.00/],
  ["dates", { "visit.settled": "2026-10-01" }, "visit.settled", /日期先后不对/],
  ["dates", { "visit.settled": "2026-02-30" }, "visit.settled", /日历上没有这一天。您填的是“2026-02-30”/],
  ["dates", { "visit.settled": "" }, "visit.settled", /请填日期/],
  ["yearSoFar.admissions", { "yearSoFar.admissions": "一" }, "yearSoFar.admissions", /请填整数，只用数字/],
  ["person.age", { "person.age": "七十" }, "person.age", /请填整数，只用数字/],
];

for (const [id, answers, at, says] of REFUSED) {
  test(`${JSON.stringify(answers)} is a plain sentence at ${at}`, () => {
    const screen = screenOver("estimate", { saved: { estimate: KNOWN } });
    screen.act("change", id);
    for (const [path, value] of Object.entries(answers)) screen.type(path, value);
    screen.act("give");
    const error = screen.block(at)?.error ?? screen.block("refusal")?.lines.join();
    assert.match(String(error), says);
    assert.equal(screen.block("figure"), undefined);
  });
}

test("what the law does not answer is named with its document and whom to ask", () => {
  const { answers } = KNOWN;
  const later = { ...KNOWN, answers: { ...answers, "yearSoFar.admissions": "3" } };
  const screen = screenOver("estimate", { saved: { estimate: later } });
  // Xi'an's source is silent on later stays: the deductible is asked for.
  assert.ok(question(screen).includes("ownFigures.deductible"));
  assert.match(screen.texts(), /没有适用于这次看病的标准/);
  screen.type("ownFigures.deductible", "600");
  screen.act("give");
  // (42,000 − 600) × 70 %.
  assert.deepEqual(figure(screen), ["¥21,020.00"]);
});

test("for a day that the known rules do not cover the reader may give that day's", () => {
  const screen = screenOver("estimate", { saved: { estimate: KNOWN } });
  screen.act("change", "dates");
  screen.type("visit.admitted", "2011-01-01");
  screen.type("visit.settled", "2011-01-02");
  screen.act("give");
  assert.equal(screen.block("figure"), undefined);
  const said = screen.block("refusal")?.lines.join() ?? screen.texts();
  assert.match(said, /没有这一天的规定|没有适用于这次看病的标准/);
});

test("nothing used this year answers every open question on it at once", () => {
  const screen = estimated();
  answer(screen, "bill.inScope", "42000");
  assert.equal(question(screen)[0], "yearSoFar.poolPaid");
  screen.act("nothingSoFar");
  assert.ok(rows(screen).some(([label, value]) => label === "今年统筹已付" && value === "¥0.00"));
  assert.doesNotMatch(question(screen)[0] ?? "", /^yearSoFar/);
});

test("what the filing was told is not asked again", () => {
  const yidi = freshEngine();
  let { session } = yidi.startFiling({ today: "2026-11-26" });
  session = yidi.answerFiling(session, "insuredRegion", "411100").session;
  session = yidi.answerFiling(session, "destination", "440300").session;
  const screen = screenOver("estimate", { yidi, saved: { filing: { session, steps: [] } } });
  assert.deepEqual(rows(screen).slice(0, 2), [
    ["参保地", "漯河市"],
    ["去哪里看病", "深圳市"],
  ]);
  assert.ok(screen.block("person.insurance"));
});

test("outpatient care has one day and its own words", () => {
  const screen = estimated();
  screen.act("change", "visit.kind");
  screen.type("visit.kind", "outpatient");
  const labels = rows(screen).map(([label]) => label);
  assert.ok(labels.includes("看病日期") && !labels.includes("出院结账日期"));
  screen.act("change", "dates");
  assert.deepEqual(question(screen).slice(0, 1), ["visit.admitted"]);
  answer(screen, "visit.admitted", "2026-11-20");
  assert.equal(JSON.parse(screen.storage.kept["yidi.estimate"]).value.answers["visit.settled"], "2026-11-20");
});

test("a special drug is a kind of visit, worked out from the figures that the reader has learned", () => {
  const answers = { ...KNOWN.answers, "person.insuredRegion": "320100" };
  const screen = screenOver("estimate", { saved: { estimate: { ...KNOWN, answers } } });
  screen.act("change", "visit.kind");
  assert.ok(
    screen
      .block("visit.kind")
      .options.some(({ value, hint }) => value === "specialDrug" && /双通道/.test(hint)),
  );
  screen.type("visit.kind", "specialDrug");
  assert.ok(screen.block("standards-said"));
  answer(screen, "ownFigures.deductible", "0");
  answer(screen, "ownFigures.ratio", "70");
  // Referred elsewhere, Jiangsu takes at most 5 points: of 42,000, at 70 to 65 %, and 8,000 outside the scope.
  const { amount, to } = screen.block("figure");
  assert.deepEqual([amount, to], ["¥20,600.00", "¥22,700.00"]);
});

test("at home only filings that hold for long are offered", () => {
  const screen = estimated({ "visit.treatmentRegion": "610100" });
  screen.act("change", "filing.category");
  assert.deepEqual(
    screen.block("filing.category").options.map(({ value }) => value),
    ["retiredSettled", "longTermResident", "postedWorker", "notFiled"],
  );
  assert.match(screen.block("filing.category").help, /在参保地看病不用备案/);
});

test("of many diseases one is searched for by its name", () => {
  const screen = estimated({ "person.insuredRegion": "320100" });
  screen.act("change", "visit.kind");
  screen.type("visit.kind", "chronic");
  assert.equal(screen.block("visit.disease").kind, "picker");
  screen.type("visit.disease.query", "透析");
  assert.ok(screen.block("visit.disease").groups[0].options.length >= 2);
  screen.type("visit.disease", "dialysis");
  assert.ok(rows(screen).some(([label, value]) => label === "哪种慢特病" && /透析/.test(value)));
});

test("the groups follow the insurance, and an impossible answer goes", () => {
  const screen = screenOver("estimate", { saved: { estimate: KNOWN } });
  screen.act("change", "person.group");
  assert.deepEqual(
    screen.block("person.group").options.map(({ value }) => value),
    ["working", "retired"],
  );
  screen.act("cancel");
  screen.act("change", "person.insurance");
  screen.type("person.insurance", "resident");
  assert.ok(!rows(screen).some(([label]) => label === "病人"));
});

test("an answer to no open question counts for nothing", () => {
  const screen = estimated();
  const before = screen.storage.kept["yidi.estimate"];
  for (const id of ["visit.tier", "constructor", "__proto__", "bill.nothing", "person.insuredRegion"])
    screen.type(id, "tier3");
  assert.equal(screen.storage.kept["yidi.estimate"], before);
});

test("what was entered is there the next time, in the other language too", () => {
  const storage = memoryStorage();
  const first = estimated({}, { storage });
  answer(first, "bill.inScope", "42000");
  const again = screenOver("estimate", { storage, language: "en" });
  assert.deepEqual(figure(again), figure(first));
  assert.equal(again.block("figure").label, "You would pay about");
  assert.equal(rows(again)[0][1], "Xi'an");
});

for (const saved of [
  null,
  7,
  "x",
  [],
  { answers: 3 },
  {
    answers: { "bill.total": {}, "visit.kind": 4, __proto__: "x", "no.such": "1" },
    items: [null, 5, { amount: [] }],
    form: "?",
  },
  { ...KNOWN, answers: { ...KNOWN.answers, "visit.tier": "nonsense", "person.insuredRegion": "000001" } },
  { ...KNOWN, skipped: [null, {}, "bill"], form: "items", items: {} },
]) {
  test(`what the device had kept as ${JSON.stringify(saved)?.slice(0, 60)} breaks nothing`, () => {
    const screen = screenOver("estimate", { saved: { estimate: saved } });
    screen.view();
    screen.act("give");
    screen.act("restart");
    assert.ok(screen.view().blocks.length > 0);
  });
}

test("a case is copied as others can run it, without names", () => {
  const screen = screenOver("estimate", {
    saved: {
      estimate: { ...KNOWN, form: "items", items: [{ name: "张三的药", amount: "50000", class: "A" }] },
    },
  });
  screen.act("copy");
  const [text] = screen.host.asked.copy;
  const scenario = JSON.parse(text);
  assert.deepEqual([scenario.yidi, scenario.kind], [1, "estimateRange"]);
  assert.doesNotMatch(text, /张三/);
  const range = freshEngine().estimateRange(scenario.input);
  assert.ok(range.most.estimate.patientPays);
});

test("another case begins with nothing of the last", () => {
  const screen = screenOver("estimate", { saved: { estimate: KNOWN } });
  screen.act("restart");
  assert.equal(screen.block("figure"), undefined);
  assert.deepEqual(screen.view().progress.share, 0);
});

test("an engine that fails is told, not hidden", () => {
  const yidi = {
    ...freshEngine(),
    estimateRange: () => {
      throw new TypeError("boom");
    },
  };
  const screen = estimated({}, { yidi });
  assert.match(screen.block("refusal").lines[0], /没有算出结果：boom/);
});

test("long work is said to be under way, and a second press is not taken meanwhile", () => {
  const waiting = [];
  const screen = screenOver("estimate", { afterPaint: (work) => waiting.push(work) });
  for (const [path, value] of Object.entries(FIRST)) screen.type(path, value);
  screen.act("give");
  assert.equal(screen.view().busy, "正在算……");
  screen.act("give");
  assert.equal(waiting.length, 1);
  waiting[0]();
  assert.equal(screen.view().busy, undefined);
  assert.ok(screen.block("figure"));
});

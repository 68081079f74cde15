import assert from "node:assert/strict";
import { test } from "node:test";
import { freshEngine } from "./engine.mjs";
import { KNOWN, screenOver } from "./screen.mjs";

const known = (options = {}) => ({ saved: { estimate: KNOWN, ...options.saved }, ...options.more });
const cells = (block) => block.rows.map((row) => row.cells);

const OF_LUOHE = {
  "person.insuredRegion": "411100",
  "person.insurance": "resident",
  "person.group": "otherResident",
};

/** Insured in Luohe, gone to Shenzhen on one's own: national law says by how much the ratio may be lowered at most, 20 points. */
const BOUNDED = {
  ...KNOWN,
  answers: {
    ...KNOWN.answers,
    ...OF_LUOHE,
    "visit.treatmentRegion": "440300",
    "filing.category": "otherTemporary",
    "bill.total": "20650",
    "bill.inScope": "20650",
    "ownFigures.deductible": "650",
    "ownFigures.ratio": "65",
  },
};

test("compare, curve and slip begin where there is a figure, and say so where there is none", () => {
  for (const route of ["compare", "curve", "slip"]) {
    const screen = screenOver(route);
    assert.match(screen.block("first").title, /先算出一个大概的数/);
    screen.act("estimate");
    assert.deepEqual(screen.host.asked.go, [["estimate", "push"]]);
  }
});

test("compare: every way of filing beside the others, the cheapest first, with the difference in yuan", () => {
  const screen = screenOver("compare", known());
  const ways = cells(screen.block("ways"));
  // 40,800 at 80 %, 70 %, 60 %: 17,360, 21,440, 25,520 of 50,000.
  assert.deepEqual(ways[0], ["异地长期居住，凭材料备案", "¥17,360.00", "最省"]);
  const told = Object.fromEntries(ways.map(([way, pays, more]) => [way, [pays, more]]));
  assert.deepEqual(told.异地转诊, ["¥21,440.00", "+ ¥4,080.00"]);
  assert.deepEqual(told.异地急诊抢救, ["¥21,440.00", "+ ¥4,080.00"]);
  assert.deepEqual(told.其他临时外出, ["¥25,520.00", "+ ¥8,160.00"]);
  assert.deepEqual(told.未备案, ["¥25,520.00", "+ ¥8,160.00"]);
  // Filed late, before discharge as in time; after paying in full what a claim brings is not known.
  assert.deepEqual(told["异地转诊，出院结算前补办"], ["¥21,440.00", "+ ¥4,080.00"]);
  assert.equal(told["异地转诊，出院自费结算后补办"][0], "没有收录");
  const mine = screen.block("ways").rows.filter(({ hint }) => hint === "您现在的");
  assert.deepEqual(
    mine.map((row) => row.cells[0]),
    ["异地转诊"],
  );
});

test("compare: each way says what it needs, and what it still brings when late, with its source", () => {
  const screen = screenOver("compare", known());
  const referral = screen.blocks().find(({ kind, summary }) => kind === "details" && summary === "异地转诊");
  const [rows, laws] = referral.blocks;
  const values = rows.rows.map(({ value }) => value).join("\n");
  assert.match(values, /转诊转院证明材料/);
  assert.match(values, /还能直接结算/);
  assert.match(values, /按参保地规定零星报销/);
  assert.ok(laws.laws.length === 3 && laws.laws.every(({ document }) => document));
});

test("compare: one situation is compared, not the best of one with the worst of another", () => {
  const { answers } = KNOWN;
  const open = { ...KNOWN, answers: { ...answers, "yearSoFar.poolPaid": "" } };
  const screen = screenOver("compare", { saved: { estimate: open } });
  assert.equal(cells(screen.block("ways"))[0][1], "¥17,360.00");
  assert.deepEqual(
    screen.block("taken").rows.map(({ label, value }) => [label, value]),
    [
      ["今年统筹已付", "¥0.00"],
      ["今年大额已付", "¥0.00"],
    ],
  );
  assert.match(screen.block("figure").label, /^有的事还不知道，照下面写的算/);
  assert.equal(screen.block("whole"), undefined, "the amount in scope is known");
});

test("compare: that all of the bill was taken to be in scope is said", () => {
  const open = { ...KNOWN, answers: { ...KNOWN.answers, "bill.inScope": "" } };
  const screen = screenOver("compare", { saved: { estimate: open } });
  // 1,200, and 20 % of 48,800.
  assert.equal(cells(screen.block("ways"))[0][1], "¥10,960.00");
  assert.match(screen.block("whole").text, /这里当作全部都在/);
  assert.match(screen.block("figure").label, /^有的事还不知道，照下面写的算/);
});

test("compare: a rule that the reader learned counts for the way of filing it was learned for, and for no other", () => {
  const own = {
    ...KNOWN,
    answers: {
      ...KNOWN.answers,
      ...OF_LUOHE,
      "visit.treatmentRegion": "410100",
      "ownFigures.deductible": "1200",
      "ownFigures.ratio": "70",
      "ownFigures.crossRegion": "none",
    },
  };
  const screen = screenOver("compare", { saved: { estimate: own } });
  const known = screen.block("ways").rows.filter(({ cells: [, pays] }) => pays !== "没有收录");
  assert.deepEqual(
    known.map(({ hint }) => hint),
    ["您现在的"],
  );
  assert.match(screen.texts(), /只算在您现在的备案上/);
});

test("compare: every tier of hospital under every way of filing, once it is asked for", () => {
  const screen = screenOver("compare", known());
  assert.equal(screen.block("tiers"), undefined);
  screen.act("compareTiers");
  const third = "三级医院";
  const own = screen.block("tiers-table");
  assert.equal(own.caption, "照您现在的备案");
  const told = Object.fromEntries(cells(own));
  assert.equal(told[third], "¥21,440.00");
  assert.ok(own.rows.length === 5 && told.一级医院 !== told[third]);
  assert.deepEqual(
    own.rows.filter(({ hint }) => hint).map(({ cells: [tier] }) => tier),
    [third],
  );
  const ways = cells(screen.block("tier-tier3-ways"));
  assert.deepEqual(ways.find(([way]) => way === "异地转诊").slice(0, 2), ["异地转诊", "¥21,440.00"]);
  assert.ok(ways.every(([way]) => !way.includes("补办")));
});

test("compare: figures that were learned for one tier are not held to the others", () => {
  const screen = screenOver("compare", { saved: { estimate: BOUNDED } });
  assert.ok(screen.block("ways"));
  assert.equal(screen.block("tiers-actions"), undefined);
});

test("compare: two days beside each other, and a day that is none told at its field", () => {
  const screen = screenOver("compare", known());
  screen.type("before", "2025-11-12");
  screen.act("compareDates");
  assert.match(screen.texts(), /这两天没有变化/);
  assert.deepEqual(cells(screen.block("changes"))[0], ["大约要付", "¥21,440.00", "¥21,440.00"]);
  screen.type("before", "2021-11-12");
  screen.act("compareDates");
  assert.deepEqual(cells(screen.block("changes"))[0].slice(1), ["没有收录", "¥21,440.00"]);
  assert.match(screen.block("dates-refusal").lines[0], /没有这一天的规定/);
  screen.type("after", "2026-13-01");
  screen.act("compareDates");
  assert.match(JSON.stringify(screen.blocks()), /日历上没有这一天/);
});

test("curve: exact points, labelled where something begins, the same as a table, and the reader's bill", () => {
  const screen = screenOver("curve", known());
  const { points, here } = screen.block("curve");
  assert.deepEqual(
    points.map(({ x, least, most, label }) => [x, least, most, label]),
    [
      [8000, 8000, 8000, undefined],
      [9200, 9200, 9200, "统筹基金支付 70%"],
      // 8,000 outside, 1,200, and 30 % of the rest of five times 42,000.
      [218000, 71840, 71840, undefined],
    ],
  );
  assert.deepEqual([here.x, here.least, here.most], [50000, 21440, 21440]);
  assert.equal(here.label, "您的账单 ¥50,000.00，您付 ¥21,440.00");
  assert.deepEqual(cells(screen.block("points"))[1], [
    "¥9,200.00",
    "¥1,200.00",
    "¥9,200.00",
    "统筹基金支付 70%",
  ]);
  assert.match(screen.block("reading").text, /^医保范围外的 ¥8,000\.00 全由自己付/);
  assert.equal(screen.block("figure").label, "您大约要付");
  assert.equal(screen.block("ends"), undefined, "nothing is left open");
});

test("curve: how far it reaches can be said, rubbish is told, and so is what the engine refuses", () => {
  const screen = screenOver("curve", known());
  screen.type("upTo", "100,000");
  screen.act("draw");
  assert.equal(screen.block("curve").points.at(-1).x, 108000);
  screen.type("upTo", "很多");
  screen.act("draw");
  assert.match(screen.block("upTo").error, /请只填数字/);
  screen.type("upTo", "999999999");
  screen.act("draw");
  assert.match(screen.block("refusal").lines[0], /金额太大/);
  screen.type("upTo", "100000");
  screen.act("draw");
  assert.ok(screen.block("curve"));
});

test("curve: what is not known is taken from an end, which is said", () => {
  const { answers } = KNOWN;
  const open = { ...KNOWN, answers: { ...answers, "bill.inScope": "", "yearSoFar.poolPaid": "" } };
  const screen = screenOver("curve", { saved: { estimate: open } });
  assert.match(screen.block("figure").label, /^有的事还不知道，照下面写的算/);
  assert.match(screen.block("takes").text, /都按付得最少的情形算。/);
  assert.match(screen.block("reading").text, /这里当作全部都在/);
  screen.act("end", "most");
  assert.match(screen.block("takes").text, /都按付得最多的情形算/);
});

test("curve: under a rule that only sets bounds it is a band between both", () => {
  const screen = screenOver("curve", { saved: { estimate: BOUNDED } });
  const { points, here } = screen.block("curve");
  // 65 % at best, 45 % at worst.
  assert.deepEqual([here.least, here.most], [7650, 11650]);
  assert.deepEqual(
    points.map(({ x, least, most, label }) => [x, least, most, label]),
    [
      [0, 0, 0, undefined],
      [650, 650, 650, "统筹基金支付 45%–65%"],
      [103250, 36560, 57080, undefined],
    ],
  );
  assert.equal(cells(screen.block("points"))[2][2], "¥36,560.00 – ¥57,080.00");
  assert.match(screen.block("reading").text, /没有写死.*实际在两条之间/);
});

test("slip: under a rule that only sets bounds a line agrees that lies within them", () => {
  const beside = (pool) => {
    const slip = { total: "20650", pool, deductible: "650" };
    const screen = screenOver("slip", { saved: { estimate: BOUNDED, slip } });
    screen.act("check");
    return screen;
  };
  const within = beside("11000");
  assert.equal(within.block("verdict").title, "每一行都在规定允许的范围里。");
  assert.deepEqual(cells(within.block("lines"))[2], [
    "统筹基金支付",
    "¥11,000.00",
    "¥9,000.00 – ¥13,000.00",
    "在范围里",
  ]);
  assert.ok(within.block("bounded"));
  const [below, above] = ["8000", "13500"].map((pool) => cells(beside(pool).block("lines")));
  assert.equal(below.find(([line]) => line === "统筹基金支付")[3], "比最少的还少 ¥1,000.00");
  assert.equal(above.find(([line]) => line === "统筹基金支付")[3], "比最多的还多 ¥500.00");
});

test("slip: every line says in plain words what it is, and none by a code", () => {
  const screen = screenOver("slip", known());
  const fields = screen.blocks().filter(({ kind }) => kind === "field");
  assert.equal(fields.length, 16);
  for (const { label, help } of fields) assert.doesNotMatch(`${label} ${help}`, /[a-z]_[a-z]|undefined/);
});

const SLIP = { total: "50000.00", pool: "24480.00", fundsPay: "24480.00", patientPays: "25520.00" };

test("slip: its own sums, the differences, and what explains them", () => {
  const screen = screenOver("slip", known({ saved: { slip: SLIP } }));
  screen.act("check");
  assert.equal(screen.block("verdict").title, "有 3 行和估算不一样。");
  assert.deepEqual(cells(screen.block("lines"))[1], [
    "统筹基金支付",
    "¥24,480.00",
    "¥28,560.00",
    "¥4,080.00",
  ]);
  assert.match(screen.block("explanations").lines[0], /^如果备案是“其他临时外出”/);
  assert.deepEqual(
    cells(screen.block("sums")).map((row) => row[3]),
    ["平", "平"],
  );
});

test("slip: a sum that does not hold is said by how much", () => {
  const screen = screenOver("slip", known({ saved: { slip: { ...SLIP, patientPays: "25000" } } }));
  screen.act("check");
  assert.ok(cells(screen.block("sums")).some((row) => row[3] === "不平，差 ¥520.00"));
});

test("slip: what nothing explains is said so, with whom to ask", () => {
  const screen = screenOver("slip", known({ saved: { slip: { total: "50000", pool: "12.34" } } }));
  screen.act("check");
  assert.match(screen.block("explanations").lines[0], /没有找到能一次解释全部差额的情况.*12393/);
});

test("slip: rubbish is told at its field, and a changed figure takes the outcome away", () => {
  const screen = screenOver("slip", known({ saved: { slip: SLIP } }));
  screen.act("check");
  screen.type("pool", "两万");
  assert.equal(screen.block("verdict"), undefined);
  screen.act("check");
  assert.match(screen.block("pool").error, /请只填数字.*两万/);
  screen.type("total", "");
  screen.type("pool", "1");
  screen.act("check");
  assert.match(screen.block("total").error, /还没有填/);
});

test("slip: its own split of the bill is what it is held to", () => {
  const split = { total: "50000", fullySelfPaid: "5000", overCeiling: "1000", classBFirstSelfPay: "2000" };
  const screen = screenOver("slip", known({ saved: { slip: { ...split, pool: "28560" } } }));
  screen.act("check");
  assert.equal(screen.block("verdict").title, "和估算一致，一分不差。");
});

const FAILURE = {
  reason: "notFiled",
  paid: "yes",
  insuredRegion: "410100",
  treatmentRegion: "110000",
  kind: "inpatient",
};
/** @param {Record<string, string>} [answers] @param {object} [options] */
const failedWith = (answers = FAILURE, options = {}) => {
  const screen = screenOver("failed", options);
  for (const [id, value] of Object.entries(answers)) screen.type(id, value);
  return screen;
};

test("failed: six plain reasons, each with its steps", () => {
  const reasons = screenOver("failed")
    .block("reason")
    .options.map(({ value }) => value);
  assert.equal(reasons.length, 6);
  for (const reason of reasons) {
    for (const paid of ["yes", "no"]) {
      const screen = failedWith({ ...FAILURE, reason, paid });
      const { steps } = screen.block("steps");
      assert.ok(steps.length >= 2, `${reason} ${paid}`);
      assert.equal(steps[0].title, "先解决原因");
      assert.equal(steps.at(-1).title, "问清楚");
    }
  }
});

test("failed: a deadline and papers that are known are told, those that are not are not made up", () => {
  const unknown = failedWith();
  assert.equal(unknown.block("deadline").rows[0].value, "期限未知，请打 12393，尽早办");
  assert.match(unknown.block("papers-unknown").text, /清单我们没有收录/);
  // Suzhou: claims with papers and times (苏医保规 …), Jiangsu's clocks.
  const suzhou = failedWith({
    ...FAILURE,
    insuredRegion: "320500",
    treatmentRegion: "310000",
    reason: "systemFailure",
  });
  assert.match(suzhou.texts(), /个工作日/);
});

test("failed: papers are ticked, and the ticks are there the next time", () => {
  const yidi = freshEngine();
  const claim = (failure) => {
    const plan = yidi.settlementFallback(failure);
    const papers = [
      { "zh-CN": "发票", en: "receipts" },
      { "zh-CN": "清单", en: "list" },
    ];
    return {
      ...plan,
      steps: plan.steps.map((step) =>
        step.route === "manualClaim" ? { ...step, papers, deadline: "2027-03-31" } : step,
      ),
    };
  };
  const screen = failedWith(FAILURE, { yidi: { ...yidi, settlementFallback: claim } });
  screen.act("papers", "1");
  assert.deepEqual(
    screen.block("papers").items.map(({ ticked }) => ticked),
    [false, true],
  );
  assert.equal(screen.block("deadline").rows[0].value, "2027年3月31日");
  screen.act("papers", "1");
  assert.deepEqual(
    screen.block("papers").items.map(({ ticked }) => ticked),
    [false, false],
  );
});

test("failed: what may be paid is shown where the estimate answers for the same visit", () => {
  const screen = failedWith({ reason: "notFiled", paid: "yes" }, { saved: { estimate: KNOWN } });
  assert.deepEqual(screen.block("expected").amount, "¥28,560.00");
  screen.act("change", "treatmentRegion");
  screen.type("treatmentRegion", "110000");
  assert.equal(screen.block("expected").kind, "actions");
  screen.act("estimate");
  assert.equal(
    JSON.parse(screen.storage.kept["yidi.estimate"]).value.answers["visit.treatmentRegion"],
    "110000",
  );
});

test("failed: post-billing that was tried leads to the claim", () => {
  const screen = failedWith({
    ...FAILURE,
    insuredRegion: "440100",
    treatmentRegion: "430100",
    reason: "systemFailure",
  });
  const routes = () => screen.block("steps").steps.map(({ title }) => title);
  assert.ok(routes().includes("回医院补记账"));
  screen.act("change", "tried");
  screen.type("tried", "yes");
  assert.ok(!routes().includes("回医院补记账") && routes().includes("回参保地零星报销"));
});

test("sources: every rule that the engine tells, each with document, time, grade and day, those not in force apart", () => {
  const screen = screenOver("sources", known());
  const yidi = freshEngine();
  const { rules } = yidi.describeRegion("610100", "2026-11-26");
  const laws = screen.blocks().flatMap((block) => (block.kind === "laws" ? block.laws : []));
  assert.equal(laws.length, rules.length);
  for (const law of laws) {
    assert.ok(law.rule && law.says && law.document && law.period && law.checked && law.grade.label, law.id);
  }
  const past = screen.blocks().filter(({ id }) => /^past-\d+$/.test(id));
  const count = past.reduce((sum, block) => sum + block.blocks[0].laws.length, 0);
  assert.equal(count, rules.filter(({ inForce }) => !inForce).length);
});

test("sources: another region, one without a table of its own, and what is no region", () => {
  const screen = screenOver("sources", known());
  screen.act("another");
  screen.type("region", "430100");
  assert.match(screen.texts(), /长沙市自己的起付线和比例我们没有收录/);
  assert.equal(screen.app.back("sources"), false);
  const bad = { ...KNOWN, answers: { ...KNOWN.answers, "person.insuredRegion": "999999" } };
  assert.ok(screenOver("sources", { saved: { estimate: bad } }).block("refusal"));
});

test("sources: an error is reported with the case, or the region and the day, and without identity data", () => {
  const screen = screenOver("sources", known());
  screen.act("report");
  const [text] = screen.host.asked.copy;
  const { yidi: version, kind, input } = JSON.parse(text);
  assert.deepEqual([version, kind], [1, "filingStatus"], "the estimate was not worked out in this visit");
  assert.equal(freshEngine().filingStatus(input).status, "exempt");
  screen.go("estimate");
  screen.go("sources");
  screen.act("report");
  assert.equal(JSON.parse(screen.host.asked.copy[1]).kind, "estimateRange");
});

test("sources: without a way to copy the case is shown", () => {
  const screen = screenOver("sources", known({ more: { copy: undefined } }));
  assert.match(screen.block("report").sections[0].paragraphs[0], /"yidi": 1/);
});

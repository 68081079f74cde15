import assert from "node:assert/strict";
import { test } from "node:test";
import { createEstimatePage } from "../../www/present/index.js";
import { estimate, fakeYidi, needing, refusal } from "./fake-yidi.mjs";

const stay = {
  insuredProvince: "610000",
  insuredRegion: "610100",
  insurance: "resident",
  group: "otherResident",
  place: "310000",
  tier: "tier3",
  category: "referral",
  admitted: "2026-03-01",
  settled: "2026-03-10",
  total: "50000",
  inScope: "42000",
};
const BASIC = Object.keys(stay);

function set(page, answers) {
  for (const [id, value] of Object.entries(answers)) page.set(id, value);
}

/** A page on which the stay was sent once to an engine with this answer. */
function sent(answer, changes = {}) {
  const yidi = fakeYidi(answer);
  const page = createEstimatePage({ yidi, today: "2026-11-22" });
  set(page, { ...stay, ...changes });
  page.submit();
  return { page, yidi };
}

function answered(page, answers) {
  set(page, answers);
  page.submit();
  return page.view();
}

const extraIds = (view) => view.fields.map((field) => field.id).filter((id) => !BASIC.includes(id));
const fieldOf = (view, id) => view.fields.find((field) => field.id === id);
const lastInput = (yidi) => yidi.inputs[yidi.inputs.length - 1];

test("whatever the engine will ask for comes at once, in the order of the form, and is not yet a mistake", () => {
  const asks = needing(["yearSoFar.poolPaid", "person.standing", "yearSoFar.admissions"]);
  const view = sent(asks).page.view();
  assert.deepEqual(extraIds(view), ["standing", "admissions", "poolPaid"]);
  assert.equal(view.error, null);
  assert.equal(view.result, null);
  assert.ok(view.fields.every((field) => field.error === undefined));
});

test("the reader is told why, and led to the first new question", () => {
  const { notice, sections } = sent(needing(["person.age", "yearSoFar.poolPaid"])).page.view();
  const message = "还要知道下面这些，才能算。填好后，再点一次“算一算”。";
  assert.deepEqual(notice, { message, fieldId: "age" });
  assert.deepEqual(
    sections.slice(-2).map((section) => [section.id, section.notice]),
    [
      ["more", message],
      ["yearSoFar", undefined],
    ],
  );
});

test("with the answers the engine is asked once more, and gives the result", () => {
  const { page, yidi } = sent(needing(["person.standing", "yearSoFar.admissions", "yearSoFar.poolPaid"]));
  const view = answered(page, { standing: "lowIncome", admissions: "２", poolPaid: "¥1,000" });
  assert.notEqual(view.result, null);
  assert.equal(view.notice, null);
  assert.equal(lastInput(yidi).person.standing, "lowIncome");
  assert.deepEqual(lastInput(yidi).yearSoFar, { admissions: 2, poolPaid: "1000" });
});

test("an answer that leads to a further question is followed by it", () => {
  const later = needing(["person.standing", "yearSoFar.assistanceBase"]);
  const { page } = sent((input) =>
    input.person.standing === "lowIncome" ? later(input) : needing(["person.standing"])(input),
  );
  const view = answered(page, { standing: "lowIncome" });
  assert.deepEqual(extraIds(view), ["standing", "assistanceBase"]);
  assert.equal(view.notice.fieldId, "assistanceBase");
});

test("a question that is left open a second time is a mistake", () => {
  const { page } = sent(needing(["person.civilServant", "yearSoFar.poolPaid"]));
  const { error, notice, fields } = answered(page, { poolPaid: "0" });
  assert.deepEqual(error, { message: "请选一项。", fieldId: "civilServant" });
  assert.equal(notice, null);
  assert.equal(fieldOf({ fields }, "poolPaid").error, undefined);
});

test("a question that has a sound answer is not sent with a stand-in", () => {
  const { page, yidi } = sent(needing(["yearSoFar.admissions", "yearSoFar.poolPaid"]));
  answered(page, { admissions: "3" });
  assert.equal(lastInput(yidi).yearSoFar.admissions, 3);
});

/** @type {[path: string, id: string, typed: string[], says: RegExp][]} */
const UNSOUND = [
  ["yearSoFar.admissions", "admissions", ["一", "1.5", "-1", "1e2", "1000"], /请填次数，只用数字/],
  ["ownFigures.ratio", "ratio", ["0.65", ".7", "0.05", "0.65%"], /报 65% 就填 65/],
];

for (const [path, id, typed, says] of UNSOUND) {
  test(`${id} is refused where it is not what it should be`, () => {
    for (const value of typed) {
      const { page } = sent(needing([path]));
      assert.match(fieldOf(answered(page, { [id]: value }), id).error, says, value);
    }
  });
}

test("a refused figure is told at its question, however deep the engine found it", () => {
  const cap = refusal("invalidMoney", "ownFigures.poolCap.yearly", "abc");
  const gap = { ...estimate, gaps: [{ rule: "poolCap", couldCost: true, text: estimate.disclaimer }] };
  const { page } = sent((input) => (input.ownFigures ? cap : gap));
  const view = answered(page, { poolCap: "abc" });
  assert.deepEqual(view.error, { message: "请只填数字，例如 1234.50。您填的是“abc”。", fieldId: "poolCap" });
});

test("changing an amount keeps the questions, changing the stay takes them back", () => {
  const { page } = sent(needing(["person.standing", "yearSoFar.poolPaid"]));
  page.set("total", "60000");
  assert.deepEqual(extraIds(page.view()), ["standing", "poolPaid"]);
  page.set("tier", "tier1");
  assert.deepEqual(extraIds(page.view()), []);
  assert.equal(page.view().notice, null);
});

test("what is known of the person outlives a change of the stay, local standards do not", () => {
  const { page, yidi } = sent(needing(["ownFigures.deductible", "person.standing"]));
  set(page, { deductible: "650", standing: "ordinary", insuredRegion: "610400" });
  page.submit();
  const view = page.view();
  assert.equal(view.notice.fieldId, "deductible");
  assert.equal(fieldOf(view, "standing").value, "ordinary");
  assert.equal(lastInput(yidi).person.standing, "ordinary");
});

test("a figure of the person's own is not sent to an engine that does not ask for it", () => {
  let isKnown = false;
  const { page, yidi } = sent((input) => (isKnown ? estimate : needing(["ownFigures.ratio"])(input)));
  set(page, { ratio: "65" });
  isKnown = true;
  page.submit();
  assert.equal(lastInput(yidi).ownFigures, undefined);
});

test("the local standards are asked for with the places to look them up", () => {
  const help = (changes) => {
    const { sections } = sent(needing(["ownFigures.deductible"]), changes).page.view();
    return sections.find((section) => section.id === "standards").help;
  };
  const where = "在哪里查：参保地医保热线 12393、国家医保服务平台 App、当地医保局通知。";
  assert.equal(help({ insuredRegion: "610400" }), `没有收录咸阳市的报销标准，请填写您知道的数。${where}`);
  assert.equal(
    help({}),
    `我们收录的西安市规定里，没有适用于这次住院的标准（可能是日期、医院等级、人员或住院次数不同）。请填写您知道的数。${where}`,
  );
});

test("the local standards go to the engine as the person's own figures", () => {
  const { page, yidi } = sent(needing(["ownFigures.deductible", "ownFigures.ratio"]));
  const view = answered(page, { deductible: "650", ratio: "６５％" });
  assert.notEqual(view.result, null);
  assert.deepEqual(lastInput(yidi).ownFigures, { deductible: "650", ratio: "65" });
});

test("a cap that is not known may be given, and need not", () => {
  const gap = { ...estimate, gaps: [{ rule: "poolCap", couldCost: true, text: estimate.disclaimer }] };
  const { page, yidi } = sent((input) => (input.ownFigures ? needing(["yearSoFar.poolPaid"])(input) : gap));
  assert.notEqual(page.view().result, null);
  assert.deepEqual(extraIds(page.view()), ["poolCap"]);
  assert.equal(fieldOf(page.view(), "poolCap").optional, true);
  const asked = answered(page, { poolCap: "100,000" });
  assert.equal(asked.notice.fieldId, "poolPaid");
  answered(page, { poolPaid: "0" });
  assert.deepEqual(lastInput(yidi).ownFigures, { poolCap: { yearly: "100000" } });
});

test("how care elsewhere is paid is asked, never guessed; without filing with the reason that no bound exists", () => {
  const hint = (category) =>
    fieldOf(sent(needing(["ownFigures.crossRegion"]), { category }).page.view(), "crossRegion").hint;
  assert.match(
    hint("notFiled"),
    /^没有备案就去外地的，报多少全国没有上下限，由参保地自己定，我们不猜。请打参保地 12393/,
  );
  assert.match(hint("referral"), /^这种情况报多少，由参保地自己定，我们没有收录，也不猜。请打参保地 12393/);
});

const CROSS_REGION = [
  [{ crossRegion: "none" }, "none"],
  [{ crossRegion: "notCovered" }, "notCovered"],
  [{ crossRegion: "minusPoints", crossRegionPoints: "10%" }, { minusPoints: "10" }],
];

for (const [answers, told] of CROSS_REGION) {
  test(`the answer ${JSON.stringify(answers)} is told to the engine as ${JSON.stringify(told)}`, () => {
    const { page, yidi } = sent(needing(["ownFigures.crossRegion"]));
    assert.notEqual(answered(page, answers).result, null);
    assert.deepEqual(lastInput(yidi).ownFigures, { crossRegion: told });
  });
}

test("by how many points is asked as soon as it matters", () => {
  const { page } = sent(needing(["ownFigures.crossRegion"]));
  assert.deepEqual(extraIds(page.view()), ["crossRegion"]);
  page.set("crossRegion", "minusPoints");
  assert.deepEqual(extraIds(page.view()), ["crossRegion", "crossRegionPoints"]);
  page.set("crossRegion", "none");
  assert.deepEqual(extraIds(page.view()), ["crossRegion"]);
});

const notInForce = (rule) =>
  Object.assign(refusal("dateNotCovered", "visit.admitted", "2026-03-01", "2018-01-01 … 2018-12-31"), {
    message: rule,
  });

test("where the known table is of other years, the person may give this year's", () => {
  const { page, yidi } = sent((input) => {
    const own = input.ownFigures ?? {};
    if (!own.deductible) return notInForce("起付线");
    return own.ratio ? estimate : notInForce("支付比例");
  });
  assert.deepEqual(extraIds(page.view()), ["deductible", "ratio"]);
  assert.notEqual(answered(page, { deductible: "650", ratio: "65" }).result, null);
  assert.deepEqual(lastInput(yidi).ownFigures, { deductible: "650", ratio: "65" });
});

test("a date that no figure of the person's own would mend is a mistake at the date", () => {
  const view = sent(notInForce("异地就医待遇")).page.view();
  assert.deepEqual(extraIds(view), []);
  assert.equal(view.error.fieldId, "admitted");
});

test("where the deductible of a later stay is not known, the person may give it", () => {
  const later = refusal("ruleNotFound", "yearSoFar.admissions");
  const { page, yidi } = sent((input) => {
    if (input.yearSoFar.admissions > 0 && !input.ownFigures) return later;
    return needing(["yearSoFar.admissions"])(input);
  });
  assert.deepEqual(extraIds(answered(page, { admissions: "1" })), ["deductible", "admissions"]);
  assert.notEqual(answered(page, { deductible: "960" }).result, null);
  assert.deepEqual(lastInput(yidi).ownFigures, { deductible: "960" });
});

test("a refusal that no answer mends is told at the question it is about", () => {
  const { error } = sent(refusal("ruleNotFound", "visit.settled")).page.view();
  assert.deepEqual(error, { message: "引擎说ruleNotFound", fieldId: "settled" });
});

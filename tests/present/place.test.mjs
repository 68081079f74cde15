import assert from "node:assert/strict";
import { test } from "node:test";
import { freshEngine } from "./engine.mjs";
import { memoryStorage } from "./fake-host.mjs";
import { screenOver, TODAY } from "./screen.mjs";

/** Made up: no list of facilities is shipped. */
const FACILITIES = `code,name,region,opened
H31010000001,示例肿瘤医院,310000,inpatient;outpatient
H31010000002,示例甲医院,310000,inpatient;M00503
H31010000003,示例乙医院,310000,M00503@2025-01-01
H44030000001,示例深圳医院,440300,inpatient;M03900`;

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const verdict = (screen) => screen.block("verdict")?.title;

function told(screen, answers) {
  for (const [id, value] of Object.entries(answers)) screen.type(id, value);
  return screen;
}

const CANCER = {
  insuredRegion: "320100",
  treatmentRegion: "310000",
  kind: "chronic",
  disease: "cancerTreatment",
  qualified: "yes",
  filed: "longTermResident",
};

/** @param {Record<string, string>} [answers] @param {object} [options] */
async function withList(answers = CANCER, options = {}) {
  const screen = screenOver("place", { yidi: freshEngine(), facilities: async () => FACILITIES, ...options });
  await settled();
  return told(screen, answers);
}

test("one question after the other, and only those that matter", () => {
  const screen = screenOver("place");
  const asked = [];
  for (const [id, value] of Object.entries({
    insuredRegion: "610100",
    treatmentRegion: "310000",
    kind: "inpatient",
    filed: "notFiled",
  })) {
    const [open] = screen.blocks().filter(({ kind }) => ["picker", "choice", "field"].includes(kind));
    asked.push(open.id);
    screen.type(id, value);
  }
  assert.deepEqual(asked, ["insuredRegion", "treatmentRegion", "kind", "filed"]);
  assert.equal(verdict(screen), "现在还不行，因为：");
  const [condition] = screen.block("conditions-fails").steps;
  assert.match(condition.title, /备案/);
  assert.ok(condition.lines[0] && condition.laws.length === 1);
});

test("a special drug is asked for by its name, and one that is not known to be on the list is no refusal", () => {
  const answers = { insuredRegion: "410100", treatmentRegion: "411100", kind: "specialDrug" };
  const named = (drug) => {
    const screen = told(screenOver("place"), answers);
    assert.equal(screen.block("drug").input, "text");
    screen.type("drug", drug);
    screen.act("give");
    return told(screen, { filed: "longTermResident", "own.opened": "specialDrug" });
  };
  const listed = named("伊马替尼");
  listed.act("own");
  assert.equal(verdict(listed), "可以直接结算");
  assert.ok(JSON.stringify(listed.block("told")).includes("伊马替尼"));
  const other = named("示例单抗");
  other.act("own");
  assert.equal(verdict(other), "不确定，要先问清楚");
  assert.match(other.block("conditions-unknown").steps[0].title, /不等于不能报/);
});

test("E: the hospital has not opened outpatient chemotherapy: no, because, and two alternatives in the city", async () => {
  const screen = await withList();
  screen.type("facility.query", "肿瘤");
  assert.deepEqual(
    screen.block("facility").groups[0].options.map(({ label, hint }) => [label, hint]),
    [["示例肿瘤医院", "已开通：住院 · 门诊"]],
  );
  screen.type("facility", "H31010000001");
  assert.equal(verdict(screen), "现在还不行，因为：");
  const [condition] = screen.block("conditions-fails").steps;
  assert.match(condition.title, /示例肿瘤医院这一天没有开通“门诊慢特病”/);
  assert.match(condition.lines[0], /换一家已经开通的/);
  assert.deepEqual(
    screen.block("alternatives").rows.map(({ label }) => label),
    ["示例甲医院", "示例乙医院"],
  );
  // 宁医保（2022-11-25）二（一）
  assert.ok(screen.block("limits").laws.some(({ says }) => says === "一年最多支付 150,000 元"));
  screen.act("facility", "H31010000002");
  assert.notEqual(verdict(screen), "现在还不行，因为：");
  assert.equal(screen.block("facility-row"), undefined);
  assert.equal(screen.block("facility-chosen").rows[0].label, "示例甲医院");
  screen.type("chosen", "yes");
  assert.equal(verdict(screen), "可以直接结算");
  screen.act("noFacility");
  assert.equal(screen.block("facility-chosen"), undefined);
});

test("what is not known stays unknown, with whom to ask", async () => {
  const screen = await withList({ ...CANCER, qualified: "unknown" });
  assert.equal(verdict(screen), "不确定，要先问清楚");
  assert.match(JSON.stringify(screen.block("conditions-unknown").steps), /12393/);
});

test("many diseases are searched, a few are all shown", () => {
  const nanjing = told(screenOver("place"), {
    insuredRegion: "320100",
    treatmentRegion: "310000",
    kind: "chronic",
  });
  assert.equal(nanjing.block("disease").kind, "picker");
  nanjing.type("disease.query", "化疗");
  assert.deepEqual(
    nanjing.block("disease").groups[0].options.map(({ value }) => value),
    ["cancerTreatment"],
  );
  nanjing.type("disease.query", "没有这种病");
  assert.deepEqual(nanjing.block("disease").groups, []);
  nanjing.type("disease.query", "");
  nanjing.type("disease", "dialysis");
  assert.ok(nanjing.block("qualified"));
  const luohe = told(screenOver("place"), {
    insuredRegion: "411100",
    treatmentRegion: "440300",
    kind: "chronic",
  });
  assert.equal(luohe.block("disease").kind, "choice");
});

test("without a list the reader tells what the official one says, and that is judged", () => {
  const screen = told(screenOver("place", { yidi: freshEngine() }), CANCER);
  assert.match(screen.texts(), /异地联网定点医药机构查询/);
  assert.equal(screen.block("facility"), undefined, "nothing to search in");
  const hostile = "<script>某医院</script>";
  screen.type("own.name", hostile);
  screen.type("own.opened", "inpatient");
  screen.act("own");
  assert.equal(verdict(screen), "现在还不行，因为：");
  assert.ok(screen.block("conditions-fails").steps[0].title.startsWith(hostile));
  screen.type("own.opened", "inpatient,chronic");
  screen.act("own");
  assert.notEqual(verdict(screen), "现在还不行，因为：");
  assert.match(screen.texts(), /按您自己查到的情况判断/);
});

test("what the reader told of a hospital is no alternative to another", async () => {
  const screen = await withList();
  screen.type("own.name", "自己填的");
  screen.type("own.opened", "chronic");
  screen.act("own");
  screen.act("facility", "H31010000001");
  assert.ok(!screen.block("alternatives").rows.some(({ label }) => label === "自己填的"));
});

test("a list that cannot be read is said, and the reader may tell", async () => {
  for (const facilities of [async () => "no,list", () => Promise.reject(new Error("gone"))]) {
    const screen = screenOver("place", { yidi: freshEngine(), facilities });
    await settled();
    told(screen, CANCER);
    assert.match(screen.texts(), /医院名单没有读出来/);
    assert.ok(screen.block("own.name"));
  }
});

test("an engine that had to start anew is given the list once more", async () => {
  const yidi = freshEngine();
  let isLost = false;
  const lossy = {
    ...yidi,
    checkDirectSettlement(question) {
      if (isLost) throw Object.assign(new Error("lost"), { code: "facilitiesLost", path: "" });
      return yidi.checkDirectSettlement(question);
    },
  };
  const screen = await withList(CANCER, { yidi: lossy });
  isLost = true;
  screen.type("facility", "H31010000001");
  isLost = false;
  await settled();
  screen.act("facility", "H31010000002");
  assert.equal(screen.block("facility-chosen").rows[0].label, "示例甲医院");
});

test("a filing that an office has counts, without being asked for; one that nobody has does not", () => {
  const text = { "zh-CN": "甲", en: "A" };
  const cited = { text };
  const plan = {
    category: "longTermResident",
    name: text,
    place: "440300",
    placeName: { "zh-CN": "深圳市", en: "Shenzhen" },
    proof: "material",
    from: "2026-01-01",
    validity: cited,
    change: cited,
    approval: cited,
    coverage: cited,
    places: cited,
    late: cited,
    materials: [],
    materialsRule: cited,
    channels: [],
  };
  const filing = (state) => [
    {
      id: "f1",
      insuredRegion: "411100",
      plan,
      filedOn: "2026-01-01",
      handedInOn: "2026-01-01",
      state,
      ticked: [],
    },
  ];
  const approved = told(screenOver("place", { saved: { filings: filing("approved") } }), {
    kind: "inpatient",
  });
  assert.equal(verdict(approved), "可以直接结算");
  assert.match(approved.texts(), /按“我的备案”里的 1 条/);
  const prepared = told(screenOver("place", { saved: { filings: filing("prepared") } }), {
    kind: "inpatient",
  });
  assert.equal(verdict(prepared), undefined, "it is asked for");
  assert.ok(prepared.block("filed"));
});

test("in the insured region nothing is filed, and an emergency needs no filing", () => {
  const atHome = told(screenOver("place"), {
    insuredRegion: "610100",
    treatmentRegion: "610100",
    kind: "inpatient",
  });
  assert.equal(verdict(atHome), "可以直接结算");
  const emergency = told(screenOver("place"), {
    insuredRegion: "410100",
    treatmentRegion: "330100",
    kind: "emergency",
  });
  assert.notEqual(verdict(emergency), undefined);
  assert.match(emergency.texts(), /急诊/);
});

test("another place takes away what was of the first, another day is judged by that day", async () => {
  const screen = await withList();
  screen.type("facility", "H31010000001");
  screen.act("change", "treatmentRegion");
  screen.type("treatmentRegion", "440300");
  assert.equal(screen.block("facility-chosen"), undefined);
  assert.ok(screen.block("disease"), "which diseases are open is asked of the new place");
  assert.equal(screen.app.back("place"), false);
});

test("a day that is none is told", () => {
  const screen = told(screenOver("place"), {
    insuredRegion: "610100",
    treatmentRegion: "310000",
    kind: "inpatient",
    filed: "referral",
  });
  screen.act("change", "date");
  screen.type("date", "2026-02-31");
  screen.act("give");
  assert.match(screen.block("refusal").title, /日历上没有这一天/);
  screen.act("change", "date");
  screen.type("date", TODAY);
  screen.act("give");
  assert.ok(verdict(screen));
});

test("it goes on to the estimate with what was told", async () => {
  const screen = await withList();
  screen.act("estimate");
  assert.deepEqual(screen.host.asked.go, [["estimate", "push"]]);
  const { answers } = JSON.parse(screen.storage.kept["yidi.estimate"]).value;
  assert.deepEqual(
    [answers["visit.kind"], answers["visit.disease"], answers["visit.treatmentRegion"]],
    ["chronic", "cancerTreatment", "310000"],
  );
});

test("it is there the next time", async () => {
  const storage = memoryStorage();
  const first = await withList(CANCER, { storage });
  first.type("facility", "H31010000001");
  const again = await withList({}, { storage, language: "en" });
  assert.equal(verdict(again), "Not as things are, because:");
});

for (const saved of [
  null,
  3,
  [],
  { answers: [1] },
  { answers: { kind: "constructor", insuredRegion: "xx", treatmentRegion: "999999", filed: "?", date: "?" } },
  { own: { opened: {} }, facility: 5 },
]) {
  test(`what the device had kept as ${JSON.stringify(saved)?.slice(0, 40)} breaks nothing`, () => {
    const screen = screenOver("place", { saved: { place: saved } });
    assert.ok(screen.view().blocks.length > 0);
  });
}

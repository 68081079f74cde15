/* The JSON Schemas as the package ships them, tried with a validator that knows nothing of the engine. */
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { describe, test } from "node:test";
import { Ajv } from "ajv";
import { distFile } from "../contract/dist.mjs";
import { filing, filingContact, golden } from "../contract/inputs.mjs";
import { packsIn } from "./packs.mjs";

const require = createRequire(import.meta.url);
const yidi = require(distFile("node.cjs"));
const { schemas } = require(distFile("schemas.cjs"));

// The module itself leaves out what is history.
for (const [, pack] of packsIn("src/policy/packs")) yidi.addPack(pack);
for (const pack of golden.packs) yidi.addPack(pack);

/** @param {string} name @returns {(value: unknown) => string[]} the faults of a value, none where it has the form */
function validator(name) {
  const validate = new Ajv({ strict: true, allErrors: true }).compile(schemas()[name]);
  return (value) => {
    validate(JSON.parse(JSON.stringify(value)));
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
}

/** A copy with the value at a path, as in `visit.tier`, replaced; `undefined` takes it away. */
function changed(value, path, replacement) {
  const copy = structuredClone(value);
  const steps = path.split(".");
  const last = steps.pop();
  const parent = steps.reduce((inner, step) => inner[step], copy);
  if (replacement === undefined) delete parent[last];
  else parent[last] = replacement;
  return copy;
}

/** What a call gives, or what it throws. */
function answerOf(call) {
  try {
    return { answer: call() };
  } catch (error) {
    return { error };
  }
}

describe("the schemas", () => {
  test("are the same by import, by require and as a file", async () => {
    const imported = await import(distFile("schemas.js"));
    assert.deepEqual(imported.schemas(), schemas());
    assert.deepEqual(require(distFile("schemas.json")), schemas());
  });

  test("are given anew each time", () => {
    schemas().PolicyPack.properties = {};
    assert.notDeepEqual(schemas().PolicyPack.properties, {});
  });

  test("stand each on their own: one that is changed changes no other", () => {
    const { Estimate, EstimateOutcome } = schemas();
    assert.deepEqual(Estimate.definitions.LawRef, EstimateOutcome.definitions.LawRef);
    Estimate.definitions.LawRef.properties = {};
    assert.notDeepEqual(EstimateOutcome.definitions.LawRef.properties, {});
  });

  test("are those of what the package takes and gives", () => {
    assert.deepEqual(Object.keys(schemas()), [
      "Admdvs",
      "Application",
      "Bill",
      "BillSplit",
      "CompareOptions",
      "CostCurve",
      "DateComparison",
      "DirectSettlement",
      "ErrorCode",
      "Estimate",
      "EstimateInput",
      "EstimateOutcome",
      "EstimateRange",
      "Facility",
      "FacilityQuery",
      "FacilityResults",
      "FailedSettlement",
      "Fault",
      "FilingComparison",
      "FilingContact",
      "FilingQuestion",
      "FilingSession",
      "FilingStart",
      "FilingStatus",
      "FilingView",
      "ImportReport",
      "IsoDate",
      "NoticeEvent",
      "OpenedNotice",
      "OutboxEvent",
      "OutboxStep",
      "PolicyPack",
      "Province",
      "Reconciliation",
      "RegionDescription",
      "RegionSummary",
      "Reminders",
      "RemindersQuestion",
      "ResumedFiling",
      "SettlementFallback",
      "SettlementQuestion",
      "Slip",
    ]);
  });

  for (const [name, schema] of Object.entries(schemas())) {
    test(`${name} stands on its own`, () => {
      assert.equal(schema.$schema, "http://json-schema.org/draft-07/schema#");
      assert.doesNotThrow(() => new Ajv({ strict: true }).compile(schema));
    });

    test(`${name} has no definition that it does not need`, () => {
      const text = JSON.stringify(schema);
      const unused = Object.keys(schema.definitions).filter(
        (key) => !text.includes(`"#/definitions/${key}"`),
      );
      assert.deepEqual(unused, []);
    });
  }
});

describe("the schema of a pack", () => {
  const faultsOf = validator("PolicyPack");
  const everyKind = packsIn("tests/lint/good").find(([name]) => name === "everyKind")[1];

  test("has every kind of rule", () => {
    const { definitions } = schemas().PolicyPack;
    const kinds = ["Rules", "FilingRules"].flatMap((group) => Object.keys(definitions[group].properties));
    const all = schemas().Estimate.definitions.RuleName.oneOf.flatMap((word) => word.const ?? word.enum);
    assert.deepEqual(kinds.sort(), all.sort());
    assert.deepEqual(Object.keys({ ...everyKind.rules, ...everyKind.filing }).sort(), all);
  });

  for (const folder of ["src/policy/packs", "tests/lint/good", "tests/golden/packs"]) {
    for (const [name, pack] of packsIn(folder)) {
      test(`accepts ${folder}/${name}.json`, () => assert.deepEqual(faultsOf(pack), []));
    }
  }

  for (const [name, pack] of packsIn("tests/lint/bad")) {
    if (name === "unreadable") {
      test("refuses the unreadable pack", () => assert.notDeepEqual(faultsOf(pack), []));
    } else {
      test(`accepts the form of the pack with the fault ${name}`, () => assert.deepEqual(faultsOf(pack), []));
    }
  }

  const UNREADABLE = {
    "a misspelt field of the pack": ["lastCheked", "2026-11-22"],
    "a misspelt kind of rule": ["rules.poolcap", []],
    "a kind of rule in the wrong group": ["filing.poolCap", []],
    "a misspelt field of a source": ["sources.notice.readon", "2026-11-22"],
    "a misspelt field of a rule": ["rules.poolCap.0.apply", {}],
    "a misspelt field of its cases": ["rules.poolCap.0.applies.tiers", ["tier3"]],
    "a misspelt field of an age": ["rules.segments.0.applies.age.to", 60],
    "a misspelt form of what it says": ["rules.poolCap.0.says", { reading: [] }],
    "two forms of what it says": ["rules.poolCap.0.says.readings", ["unlimited"]],
    "a misspelt bound": ["rules.crossRegion.2.says.between.worst", "none"],
    "a misspelt field of a ladder": ["rules.deductible.0.says.value.perVisit.amounts.second", "1"],
    "a misspelt field of a table": ["rules.crossRegion.3.says.value.ownTable.cap", "unlimited"],
    "a misspelt field of a citation": ["rules.poolCap.0.law.citation.claus", "x"],
    "a misspelt field of a notice": ["filing.notice.0.says.value.sections.0.clauses.0.source", "guide"],
    "a missing source": ["rules.poolCap.0.law.citation.source", undefined],
    "a missing bound": ["rules.crossRegion.2.says.between.atBest", undefined],
    "what a rule of another kind says": ["rules.poolCap.0.says.value", { bands: [{ ratio: "80" }] }],
    "a ratio above the whole": ["rules.segments.0.says.value.bands.0.ratio", "100.01"],
    "a ratio as a number": ["rules.segments.0.says.value.bands.0.ratio", 80],
    "an amount below zero": ["rules.poolCap.0.says.value.yearly", "-1"],
    "an amount with three decimals": ["rules.poolCap.0.says.value.yearly", "1.000"],
    "an amount that is too large": ["rules.poolCap.0.says.value.yearly", "1000000000"],
    "a word that is not in the list": ["rules.poolCap.0.law.grade", "certain"],
    "a date in another form": ["lastChecked", "2026/11/22"],
    "half a month": ["filing.validity.2.says.value.months", 0.5],
    "months below zero": ["filing.validity.2.says.value.months", -1],
    "a region of five digits": ["fallsBackOn", ["61000"]],
    null: ["reviewBy", null],
  };

  for (const [fault, [path, replacement]] of Object.entries(UNREADABLE)) {
    test(`refuses ${fault}, as the engine does`, () => {
      const pack = changed(everyKind, path, replacement);
      assert.deepEqual(
        yidi.lintPack(pack).map(({ code }) => code),
        ["unreadable"],
      );
      assert.notDeepEqual(faultsOf(pack), []);
    });
  }
});

describe("the schema of an input", () => {
  const faultsOf = validator("EstimateInput");

  /** What an input can be refused for by its form alone. A pattern does not know the calendar or the provinces. */
  const OF_FORM = [
    "amountTooLarge",
    "invalidMoney",
    "invalidPercent",
    "missingField",
    "negativeAmount",
    "outOfRange",
    "tooManyDecimals",
    "unknownField",
    "unknownValue",
    "wrongType",
  ];
  /** Which parts of a bill go together is no matter of form. */
  const isOfForm = ({ code, path }) =>
    OF_FORM.includes(code) && !(/^bill\b/.test(path) && code === "missingField") && path !== "bill";
  const refused = golden.cases.filter(({ refuse }) => refuse && isOfForm(refuse));
  const accepted = golden.cases.filter((one) => !refused.includes(one));

  test("there are golden cases of both sorts", () => {
    assert.ok(accepted.length > 100);
    assert.ok(refused.length >= 5);
  });

  test("accepts every golden input that the engine can read", () => {
    for (const { id, input } of accepted) assert.deepEqual(faultsOf(input), [], id);
  });

  for (const { id, input } of refused) {
    test(`refuses the golden input: ${id}`, () => assert.notDeepEqual(faultsOf(input), []));
  }
});

describe("the schema of an answer", () => {
  const inputs = golden.cases.map(({ id, input }) => ({ id, input }));

  for (const [call, name] of [
    ["estimate", "Estimate"],
    ["estimateRange", "EstimateRange"],
  ]) {
    test(`accepts what ${call} gives for every golden input`, () => {
      const faultsOf = validator(name);
      let answered = 0;
      for (const { id, input } of inputs) {
        const { answer } = answerOf(() => yidi[call](input));
        if (answer === undefined) continue;
        answered += 1;
        assert.deepEqual(faultsOf(answer), [], id);
      }
      assert.ok(answered > 100);
    });
  }

  const slip = { total: "20500.00", pool: "10000.00" };
  /** @type {[name: string, call: (input: any) => unknown][]} */
  const FURTHER = [
    ["FilingComparison", (input) => yidi.compareFilings(input)],
    ["DateComparison", (input) => yidi.compareDates(input, "2025-06-30", "2026-11-12")],
    ["CostCurve", (input) => yidi.costCurve(input, "50000")],
    ["Reconciliation", (input) => yidi.reconcile(input, slip)],
    ["EstimateOutcome", (input) => yidi.estimateMany([input])[0]],
  ];
  for (const [name, call] of FURTHER) {
    test(`accepts every ${name} of a golden input`, () => {
      const faultsOf = validator(name);
      let answered = 0;
      for (const { id, input } of inputs) {
        const { answer } = answerOf(() => call(input));
        if (answer === undefined) continue;
        answered += 1;
        assert.deepEqual(faultsOf(answer), [], id);
      }
      assert.ok(answered > 100);
    });
  }

  test("has the code of every refusal of a golden input", () => {
    const faultsOf = validator("ErrorCode");
    const errors = inputs.map(({ input }) => answerOf(() => yidi.estimate(input)).error).filter(Boolean);
    assert.ok(errors.length > 10);
    for (const { code } of errors) assert.deepEqual(faultsOf(code), [], code);
  });

  test("accepts every region and its description", () => {
    const summary = validator("RegionSummary");
    const description = validator("RegionDescription");
    const regions = yidi.regions();
    assert.ok(regions.length > 10);
    for (const region of regions) {
      assert.deepEqual(summary(region), [], region.admdvs);
      assert.deepEqual(description(yidi.describeRegion(region.admdvs, "2026-11-22")), [], region.admdvs);
    }
    for (const frame of ["430100", "320600", "000000"]) {
      assert.deepEqual(description(yidi.describeRegion(frame, "2026-11-22")), [], frame);
    }
  });

  test("accepts every province", () => {
    const faultsOf = validator("Province");
    for (const province of yidi.provinces()) assert.deepEqual(faultsOf(province), [], province.admdvs);
  });

  test("accepts every view of the filing wizard, and what it takes", () => {
    const [viewFaults, sessionFaults] = [validator("FilingView"), validator("FilingSession")];
    for (const { id, today = "2026-11-22", answers, refuse } of filing.wizard) {
      if (refuse) continue;
      let view = yidi.startFiling({ today });
      while (view.question && view.question.id in answers) {
        view = yidi.answerFiling(view.session, view.question.id, answers[view.question.id]);
        assert.deepEqual([viewFaults(view), sessionFaults(view.session)], [[], []], id);
      }
    }
  });

  test("accepts every filing status, and what it takes", () => {
    const [faultsOf, questionFaults] = [validator("FilingStatus"), validator("FilingQuestion")];
    for (const { id, question, refuse } of filing.statuses) {
      assert.deepEqual(questionFaults(question), [], id);
      if (!refuse) assert.deepEqual(faultsOf(yidi.filingStatus(question)), [], id);
    }
  });

  test("accepts a completed filing and a resumed one", () => {
    const { answers } = filing.wizard.find(({ id }) => id.startsWith("Luohe by commitment"));
    const now = Date.UTC(2026, 10, 22, 2);
    let view = yidi.startFiling({ today: "2026-11-22" });
    while (view.question) view = yidi.answerFiling(view.session, view.question.id, answers[view.question.id]);
    let { gate } = yidi.openNotice("411100", "longTermResident", now);
    for (let second = 0; second < 10; second += 1)
      gate = yidi.noticeEvent(gate, "shown", now + second * 1000);
    gate = yidi.noticeEvent(gate, "ticked", now + 10_000);
    const { receipt } = yidi.noticeEvent(gate, "agreed", now + 11_000);
    const application = yidi.completeFiling(view.session, receipt, filingContact, now + 60_000);
    assert.deepEqual(validator("Application")(application), []);
    assert.deepEqual(validator("FilingContact")(filingContact), []);
    assert.deepEqual(validator("ResumedFiling")(yidi.resumeFiling(view.session, "2026-12-24")), []);
  });

  test("accepts every fault", () => {
    const faultsOf = validator("Fault");
    for (const [name, pack] of packsIn("tests/lint/bad")) {
      for (const fault of yidi.lintPack(pack, "2026-12-01")) assert.deepEqual(faultsOf(fault), [], name);
    }
  });

  test("accepts every notice, every gate on its way, and every receipt", () => {
    const opened = validator("OpenedNotice");
    const kinds = [
      "retiredSettled",
      "longTermResident",
      "postedWorker",
      "referral",
      "otherTemporary",
      "emergency",
    ];
    for (const region of ["430100", "320100", "410100", "411100", "440300", "440100"]) {
      for (const kind of kinds) {
        const { notice, gate } = yidi.openNotice(region, kind, 1795312800000);
        let held = gate;
        const events = ["shown", "shown", "shown", "shown", "ticked", "agreed", "hidden"];
        for (const [at, event] of events.entries()) {
          held = yidi.noticeEvent(held, event, 1795312800000 + at * 2000);
          assert.deepEqual(opened({ notice, gate: held }), [], `${region} ${kind} ${event}`);
        }
        assert.equal(held.receipt.secondsVisible, 10);
      }
    }
  });

  test("accepts every outbox that is stored", async () => {
    const faultsOf = validator("OutboxStep");
    const stored = [];
    const storage = {
      read: async () => null,
      write: async (text) => stored.push(JSON.parse(text)),
      setAside: async () => {},
    };
    const transport = { send: async () => ({ outcome: "unknown", reason: "HTTP 500" }) };
    const outbox = await yidi.createOutbox({ storage, transport });
    await outbox.enqueue({ idempotencyKey: "filing-1" });
    await outbox.report("filing-1", "returned", "缺少材料");
    await outbox.forget("filing-1");
    await outbox.close();
    assert.ok(stored.length >= 3);
    for (const state of stored) assert.deepEqual(faultsOf({ outbox: state, effects: [] }), []);
    assert.notDeepEqual(faultsOf({ outbox: { ...stored[0], entries: [{}] }, effects: [] }), []);
  });

  test("refuses what lacks a field", () => {
    const { answer } = answerOf(() => yidi.estimate(inputs[0].input));
    const faultsOf = validator("Estimate");
    for (const path of ["patientPays", "ledger.lines.0.amount", "basis.packs.0.digest"]) {
      assert.notDeepEqual(faultsOf(changed(answer, path, undefined)), [], path);
    }
  });
});

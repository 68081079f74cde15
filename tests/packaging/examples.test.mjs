/* The examples of the API reference, run as they stand. A line `expression; // value` is held to that value. */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { newPack } from "../contract/inputs.mjs";
import { reference } from "../contract/reference.mjs";
import { referral } from "./three-calls.mjs";

const yidi = reference();

const now = Date.UTC(2026, 10, 22, 4);

/** Insured in Luohe, moving to Shenzhen, by commitment. */
const session = wizardWith({
  insuredRegion: "411100",
  insurance: "resident",
  destination: "440300",
  emergency: "no",
  care: "notYet",
  reason: "living",
  halfYear: "yes",
  proof: "commitment",
  papersBy: "2026-12-31",
  startDate: "2026-11-22",
  filer: "self",
  chronic: "no",
});

function wizardWith(answers) {
  let view = yidi.startFiling({ today: "2026-11-22" });
  while (view.question) {
    const { id } = view.question;
    assert.ok(id in answers, `an answer to ${id}`);
    view = yidi.answerFiling(view.session, id, answers[id]);
  }
  return view.session;
}

function receiptFor(insuredRegion, category) {
  const from = now - 60_000;
  let { gate } = yidi.openNotice(insuredRegion, category, from);
  for (let second = 0; second <= gate.minimumSeconds; second += 1)
    gate = yidi.noticeEvent(gate, "shown", from + second * 1000);
  gate = yidi.noticeEvent(gate, "ticked", from + 30_000);
  return yidi.noticeEvent(gate, "agreed", from + 31_000).receipt;
}

const receipt = receiptFor("411100", "longTermResident");
const contact = { name: "样例", idNumber: "11010519491231002X", phone: "13800000000" };

/** A referral that holds. */
const visit = {
  insuredRegion: "411100",
  filings: [{ category: "referral", places: ["440300"], from: "2026-11-01", filedOn: "2026-11-01" }],
  visit: { treatmentRegion: "440300", kind: "inpatient", admitted: "2026-11-02" },
};

const types = readFileSync(new URL("../../www/sdk/index.d.ts", import.meta.url), "utf8");
const functions = [...types.matchAll(/(\/\*\*(?:(?!\*\/).)*\*\/)\s*export function (\w+)/gs)];

/** @param {string} comment */
function exampleIn(comment) {
  const [, example = ""] = comment.split("@example");
  return example
    .replace("*/", "")
    .split("\n")
    .map((line) => line.replace(/^\s*\* ?/, ""))
    .join("\n")
    .trim();
}

/** @param {string} example */
function asTest(example) {
  return example.replace(/^(.+); \/\/ (.+)$/gm, (_, expression, value) => `same(${expression}, ${value});`);
}

test("every function has an example", () => {
  const named = functions.map(([, , name]) => name).sort();
  assert.deepEqual(
    named,
    Object.keys(yidi)
      .filter((name) => name !== "YidiError")
      .sort(),
  );
});

/** Those that follow law as it stands, beside the rules that every answer cites. */
const LAWFUL = [
  "estimate",
  "estimateRange",
  "compareFilings",
  "splitBill",
  "startFiling",
  "completeFiling",
  "filingStatus",
  "openNotice",
  "checkDirectSettlement",
  "settlementFallback",
];

test("every function that rests on law of its own says where that stands", () => {
  const silent = functions.filter(
    ([, comment, name]) => LAWFUL.includes(name) && !/ Law: .*号/s.test(comment),
  );
  assert.deepEqual(
    silent.map(([, , name]) => name),
    [],
  );
});

test("every function that can refuse says how", () => {
  const NEVER = ["clearFacilities", "deviceStorage", "httpTransport"];
  const silent = functions.filter(([, comment]) => !comment.includes("@throws")).map(([, , name]) => name);
  assert.deepEqual(silent, NEVER);
});

for (const [, comment, name] of functions) {
  test(`the example of ${name}`, async (context) => {
    const example = exampleIn(comment);
    assert.match(example, new RegExp(`\\b${name}\\(`));
    const folder = mkdtempSync(join(tmpdir(), "yidi-example-"));
    context.after(() => rmSync(folder, { recursive: true }));
    const application = yidi.completeFiling(session, receipt, contact, now);
    const given = {
      input: referral,
      pack: newPack,
      now,
      session,
      receipt,
      contact,
      application,
      visit,
      file: join(folder, "outbox.json"),
    };
    const scope = { ...yidi, ...given, same: assert.deepEqual };
    const run = new Function(...Object.keys(scope), `return (async () => {${asTest(example)}})();`);
    await run(...Object.values(scope));
  });
}

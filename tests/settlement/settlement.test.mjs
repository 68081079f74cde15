/* The room of settlement through the built package: the same tables as in Rust, and searches against a scan written in JavaScript. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { Ajv } from "ajv";
import { distFile } from "../contract/dist.mjs";

const require = createRequire(import.meta.url);
const yidi = require(distFile("node.cjs"));
const { schemas } = require(distFile("schemas.cjs"));
const read = (name) => JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));

function fill(text) {
  yidi.clearFacilities();
  assert.deepEqual(yidi.addFacilities(text).faults, []);
}

const reasons = ({ conditions }) => conditions.map(({ reason, state }) => `${reason} ${state}`);

test("every cell of the truth table has its reasons", () => {
  const { directory, question, benefits, filings, facilities, cells } = read("truth-table.json");
  fill(directory);
  for (const cell of cells) {
    const [benefit, filing, facility, admitted, answer, expected] = cell;
    const found = yidi.checkDirectSettlement({
      ...question,
      ...benefits[benefit],
      facility: facilities[facility],
      filing: {
        ...question.filing,
        filings: filings[filing],
        visit: { ...question.filing.visit, admitted },
      },
    });
    assert.deepEqual([found.answer, reasons(found).sort()], [answer, expected], JSON.stringify(cell));
  }
  assert.equal(cells.length, 200);
});

test("each case is answered with everything that stands in its way", () => {
  const { directory, cases } = read("direct.json");
  fill(directory);
  for (const { id, question, expect } of cases) {
    const found = yidi.checkDirectSettlement(question);
    assert.deepEqual([found.answer, reasons(found)], [expect.answer, expect.conditions], id);
    for (const { says, remedy, law } of found.conditions) {
      assert.match(says["zh-CN"] + remedy["zh-CN"], /\p{Script=Han}/u, id);
      assert.equal(law === undefined || law.citation.document !== "", true, id);
    }
  }
});

test("each failure has its route", () => {
  const { pack, cases } = read("fallback.json");
  yidi.addPack(pack);
  for (const { id, situation, expect } of cases) {
    const { steps } = yidi.settlementFallback(situation);
    assert.deepEqual(
      steps.map(({ route, deadline }) => [route, deadline]),
      expect.map(({ route, deadline }) => [route, deadline]),
      id,
    );
  }
});

test("questions and answers have the form of their schemas", () => {
  const ajv = new Ajv({ strict: true });
  const check = (name, value) => {
    const validate = ajv.getSchema(name) ?? ajv.addSchema(schemas()[name], name).getSchema(name);
    assert.ok(validate(JSON.parse(JSON.stringify(value))), `${name}: ${ajv.errorsText(validate.errors)}`);
  };
  const { directory, cases } = read("direct.json");
  yidi.clearFacilities();
  check("ImportReport", yidi.addFacilities(`${directory}X1,甲,411100,inpatient\n`));
  for (const { question } of cases) {
    check("SettlementQuestion", question);
    check("DirectSettlement", yidi.checkDirectSettlement(question));
  }
  const query = { region: "440300", kind: "inpatient", on: "2026-11-22", text: "示例", from: 0, limit: 2 };
  check("FacilityQuery", query);
  const results = yidi.searchFacilities(query);
  assert.equal(results.facilities.length, 2);
  check("FacilityResults", results);
  for (const facility of results.facilities) check("Facility", facility);
  for (const { situation } of read("fallback.json").cases) {
    check("FailedSettlement", situation);
    check("SettlementFallback", yidi.settlementFallback(situation));
  }
});

// ---- searches against a scan ----

/** The same numbers each time. */
function randomNumbers(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const random = randomNumbers(7);
const pick = (list) => list[random(list.length)];
const some = (list) => (random(2) === 0 ? undefined : pick(list));
const textOf = (letters, most) => Array.from({ length: 1 + random(most) }, () => pick(letters)).join("");

const LETTERS = ["医", "院", "人", "民", "Ａ", "a", "（", "(", "𠀀", "𠮷", "1", "１"];
const REGIONS = ["410100", "411100", "411122", "310115"];
const KINDS = ["inpatient", "outpatient", "chronic", "specialDrug", "pharmacy"];
const DISEASES = ["M03900", "M03902", "M07800", "M07801", "M08300"];
const DAYS = ["2022-06-01", "2023-02-10", "2025-01-01"];

function randomFacility() {
  const opened = Array.from({ length: random(4) }, () => {
    const kind = pick(KINDS);
    const since = some(DAYS);
    return { kind, ...(kind === "chronic" && { disease: pick(DISEASES) }), ...(since && { since }) };
  });
  const initials = some(["ab", "abc", "ca"]);
  const code = `${pick(["H", "P"])}${String(random(400)).padStart(11, "0")}`;
  return { code, name: textOf(LETTERS, 7), region: pick(REGIONS), opened, ...(initials && { initials }) };
}

const folded = (text) =>
  text
    .replace(/[！-～]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replaceAll("　", " ")
    .toLowerCase();

function scan(facilities, { region = "000000", kind, disease, on, text = "" }) {
  const covers = (opened) =>
    opened === disease ||
    (opened?.endsWith("00") && opened !== "M07800" && opened.slice(0, 4) === disease.slice(0, 4));
  const prefix = region.replace(/(00)+$/, "");
  const words = folded(text).split(/\s+/u).filter(Boolean);
  return facilities.filter(
    ({ name, initials = "", opened, ...facility }) =>
      facility.region.startsWith(prefix) &&
      ((kind === undefined && disease === undefined) ||
        opened.some(
          (opening) =>
            (kind === undefined || kind === opening.kind) &&
            (disease === undefined || covers(opening.disease)) &&
            (on === undefined || opening.since === undefined || opening.since <= on),
        )) &&
      words.every((word) => folded(name).includes(word) || initials.includes(word)),
  );
}

test("searches find what a scan finds", () => {
  yidi.clearFacilities();
  const latest = new Map();
  for (let part = 0; part < 5; part += 1) {
    const facilities = Array.from({ length: 100 }, randomFacility);
    assert.equal(yidi.addFacilities(part % 2 === 0 ? facilities : JSON.stringify(facilities)).rejected, 0);
    for (const facility of facilities) {
      latest.delete(facility.code);
      latest.set(facility.code, facility);
    }
  }
  const facilities = [...latest.values()].sort((one, other) => Number(one.region) - Number(other.region));
  let found = 0;
  for (let round = 0; round < 400; round += 1) {
    const query = {
      region: some([...REGIONS, "411100", "410000", "310000"]),
      kind: some(KINDS),
      disease: some([...DISEASES, "M08301"]),
      on: some(["2020-01-01", "2024-12-31", "2026-11-22"]),
      text: some(["医", "人民", "a", "ａ", "(", "𠮷", "院 1", "ab", "ca 医", textOf(LETTERS, 2)]),
    };
    const results = yidi.searchFacilities({ ...query, limit: 200 });
    const expected = scan(facilities, query);
    assert.deepEqual(results.facilities, expected.slice(0, 200), JSON.stringify(query));
    assert.equal(results.total, expected.length);
    found += expected.length;
  }
  assert.ok(found > 1000, `too few found for the comparison to mean anything: ${found}`);
});

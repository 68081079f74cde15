/* The command line as a stranger gets it: `npx yidi`, from the installed package. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import { newPack, stay } from "../contract/inputs.mjs";
import { ROOT, withPackage } from "./installed.mjs";
import { ANSWERS, referral } from "./three-calls.mjs";

const installed = withPackage();

/** Runs the installed command, as `npx yidi` does; files are given as values, and written by their names first. `input` is typed. */
function yidi(args, files = {}, input = "") {
  for (const [name, value] of Object.entries(files)) {
    const text = typeof value === "string" ? value : JSON.stringify(value);
    writeFileSync(join(installed.app, name), text);
  }
  const { status, stdout, stderr } = spawnSync(join("node_modules", ".bin", "yidi"), args, {
    cwd: installed.app,
    encoding: "utf8",
    input,
  });
  return { status, stdout, stderr };
}

const referred = { yidi: 1, name: "西安职工转诊到上海", kind: "estimate", input: referral };
const promising = (patientPays) => ({ ...referred, expect: { patientPays } });

const filing = {
  yidi: 1,
  kind: "filing",
  input: {
    today: "2026-11-22",
    answers: {
      insuredRegion: "411100",
      insurance: "resident",
      destination: "440300",
      emergency: "no",
      care: "notYet",
      reason: "living",
      halfYear: "yes",
    },
  },
  expect: { question: { id: "proof" } },
};

describe("run", () => {
  test("holds a case to what it expects", () => {
    const { status, stdout } = yidi(["run", "case.json"], { "case.json": promising(ANSWERS.pays) });
    assert.equal(status, 0);
    assert.equal(stdout, "✓ 西安职工转诊到上海  estimate: 21440.00\n");
  });

  test("reads the standard input where the file is -", () => {
    const { status, stdout } = yidi(["run", "-"], {}, JSON.stringify(promising("21440.00")));
    assert.equal(status, 0);
    assert.match(stdout, /^✓ /);
  });

  test("names every difference, and ends with 1", () => {
    const { status, stdout } = yidi(["run", "--lang", "en", "case.json"], {
      "case.json": promising("21440.01"),
    });
    assert.equal(status, 1);
    assert.match(stdout, /^✗ .*\n {4}patientPays: expected "21440\.01", found "21440\.00"\n$/);
  });

  test("runs several, and one that differs makes the whole differ", () => {
    const { status, stdout } = yidi(["run", "--json", "good.json", "bad.json"], {
      "good.json": promising("21440.00"),
      "bad.json": promising("1.00"),
    });
    assert.equal(status, 1);
    const [good, bad] = JSON.parse(stdout);
    assert.deepEqual(good.differences, []);
    assert.deepEqual(bad.differences, [{ path: "patientPays", expected: "1.00", found: "21440.00" }]);
  });

  test("takes a refusal as an answer where it is expected, and as a fault where it is not", () => {
    const refused = { ...referred, input: { ...referral, bill: { total: "1", inScope: "2" } } };
    const expected = { ...refused, expect: { refusal: { code: "sumExceedsTotal", path: "bill.inScope" } } };
    assert.equal(yidi(["run", "refused.json"], { "refused.json": refused }).status, 1);
    assert.equal(yidi(["run", "expected.json"], { "expected.json": expected }).status, 0);
  });

  test("goes through the wizard by the answers, or by a saved session", () => {
    assert.equal(yidi(["run", "filing.json"], { "filing.json": filing }).status, 0);
    const never = {
      ...filing,
      input: { ...filing.input, answers: { relation: "2" } },
      expect: { neverAsked: ["relation"] },
    };
    assert.equal(yidi(["run", "never.json"], { "never.json": never }).status, 0);
  });

  test("gives a case its own policies, and none to the next", () => {
    const { admdvs } = newPack;
    const local = { ...stay.xian, person: { ...stay.xian.person, insuredRegion: admdvs } };
    const known = (packs) => ({ yidi: 1, kind: "estimateRange", input: local, packs });
    const { stdout } = yidi(["run", "--json", "with.json", "without.json"], {
      "with.json": known([newPack]),
      "without.json": known(undefined),
    });
    const [added, plain] = JSON.parse(stdout);
    assert.notDeepEqual(added.answer, plain.answer);
  });
});

describe("explain", () => {
  test("gives the sum and the clause of every figure", () => {
    const { status, stdout } = yidi(["explain", "case.json"], { "case.json": referred });
    assert.equal(status, 0);
    assert.match(stdout, /28560\.00 {2}统筹基金支付 \(hifp_pay\)\n.*40,800\.00 × \(80% − 10%\) = 28,560\.00/);
    assert.match(stdout, /§ 异地就医待遇 · .*市医保函〔2022〕119号 · .* · 2023-01-01 – · unconfirmed/);
    assert.match(stdout, /不是官方结果/);
  });

  test("gives both ends of a range with what each takes", () => {
    const range = { yidi: 1, kind: "estimateRange", input: stay.luohe };
    const { status, stdout } = yidi(["explain", "--lang", "en", "range.json"], { "range.json": range });
    assert.equal(status, 0);
    assert.match(stdout, /== Least 7650\.00\n {2}taking as in the insured region · .*医保发〔2024〕21号/);
    assert.match(stdout, /== Most 11650\.00\n {2}taking the ratio is lowered by 20 percentage points · /);
    assert.match(stdout, /\n +§ deductible · your own figure\n/);
    assert.doesNotMatch(stdout, /1949/);
  });

  test("has no ledger for other kinds", () => {
    const { status, stderr } = yidi(["explain", "filing.json"], { "filing.json": filing });
    assert.equal(status, 2);
    assert.match(stderr, /filing/);
  });
});

describe("lint", () => {
  test("finds nothing wrong with a shipped pack", () => {
    const pack = readFileSync(join(ROOT, "src", "policy", "packs", "610100.json"), "utf8");
    assert.equal(yidi(["lint", "--today", "2026-11-22", "pack.json"], { "pack.json": pack }).status, 0);
  });

  test("names an error, and ends with 1", () => {
    const { status, stdout } = yidi(["lint", "--lang", "en", "pack.json"], {
      "pack.json": { ...newPack, sources: {} },
    });
    assert.equal(status, 1);
    assert.match(stdout, / {2}error unknownSource rules\.deductible\.0\.law\.citation\.source: /);
  });
});

describe("a call that cannot be carried out ends with 2 and says why", () => {
  const calls = {
    "no command": { args: [], says: /用法/, on: "stdout" },
    "an unknown command": { args: ["mend"], says: /没有这个命令：mend/ },
    "no file": { args: ["run"], says: /没有写文件/ },
    "a file that is not there": { args: ["run", "nowhere.json"], says: /nowhere\.json/ },
    "a file that is no JSON": { args: ["run", "text.json"], files: { "text.json": "{" }, says: /text\.json/ },
    "a file that is no case": { args: ["run", "list.json"], files: { "list.json": [] }, says: /不是案例/ },
    "a misspelt field": {
      args: ["run", "case.json"],
      files: { "case.json": { ...referred, expects: {} } },
      says: /expects/,
    },
    "a kind that is only on Object": {
      args: ["run", "case.json"],
      files: { "case.json": { ...referred, kind: "constructor" } },
      says: /不是案例/,
    },
    "an unknown option": { args: ["run", "--fast", "x.json"], says: /--fast/ },
    "a language it does not speak": { args: ["run", "--lang", "fr", "x.json"], says: /zh-CN、en；给出 fr/ },
    "a folder": { args: ["run", "."], says: /\.：读不了/ },
    "an empty file": { args: ["lint", "empty.json"], files: { "empty.json": "" }, says: /empty\.json/ },
    "a day that is none": {
      args: ["lint", "--today", "soon", "pack.json"],
      files: { "pack.json": newPack },
      says: /today/,
    },
  };
  for (const [name, { args, files, says, on = "stderr" }] of Object.entries(calls)) {
    test(name, () => {
      const outcome = yidi(args, files);
      assert.equal(outcome.status, 2);
      assert.match(outcome[on], says);
    });
  }
});

test("the format's schema accepts these cases and refuses a misspelt one", () => {
  const file = join(installed.app, "node_modules", "yidi", "dist", "case.schema.json");
  const isCase = new Ajv({ allErrors: true }).compile(JSON.parse(readFileSync(file, "utf8")));
  for (const one of [referred, promising("1"), filing]) assert.ok(isCase(one), JSON.stringify(isCase.errors));
  assert.equal(isCase({ ...referred, expects: {} }), false);
  assert.equal(isCase({ ...referred, kind: "constructor" }), false);
});

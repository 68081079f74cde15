/* The guides: their code is run from the installed package, both languages say the same, and every link leads somewhere. */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { newPack } from "../contract/inputs.mjs";
import { ROOT, withPackage } from "./installed.mjs";
import { referral } from "./three-calls.mjs";

const DOCS = join(ROOT, "www", "docs");
const LANGUAGES = ["zh-CN", "en"];
const guides = readdirSync(join(DOCS, LANGUAGES[0])).filter((name) => name.endsWith(".md"));

const given = {
  input: referral,
  pack: newPack,
  now: Date.UTC(2026, 10, 22, 4),
};

const installed = withPackage();

const textOf = (language, guide) => readFileSync(join(DOCS, language, guide), "utf8");

/** @param {string} text @returns {{ info: string, code: string }[]} */
const fences = (text) =>
  [...text.matchAll(/^```(\S*(?: \S+)?)\n(.*?)^```$/gms)].map(([, info, code]) => ({ info, code }));

/** A line `expression; // value` is held to that value. */
function asTest(code) {
  return code.replace(/^(\S.*); \/\/ (.+)$/gm, (line, expression, value) =>
    /^(const|let|import|await)\b/.test(expression) ? line : `same(${expression}, ${value});`,
  );
}

async function runModule(name, code) {
  const file = join(installed.app, name);
  const imports = code.match(/^import .*$/gm) ?? [];
  const body = asTest(code.replace(/^import .*$/gm, ""));
  writeFileSync(
    file,
    `${imports.join("\n")}\nexport const run = async ({ same, ${Object.keys(given).join(", ")} }) => {\n${body}\n};\n`,
  );
  const { run } = await import(pathToFileURL(file).href);
  await run({ ...given, same: assert.deepEqual });
}

/** A script for Node as it stands, without a module's imports. */
function runScript(code) {
  const require = createRequire(join(installed.app, "page.js"));
  const names = Object.keys(given);
  const run = new Function("require", "same", ...names, asTest(code));
  run(require, assert.deepEqual, ...names.map((name) => given[name]));
}

const isScript = (code) => /\brequire\(/.test(code) && !/^import /m.test(code);

/** The page as WeChat would load it, with the package's Node entry in the place of the built one. */
async function runPage(code) {
  let page;
  const require = createRequire(join(installed.app, "page.js"));
  new Function("require", "Page", code)(require, (definition) => {
    page = definition;
  });
  const shown = {};
  await page.onLoad.call({
    ...page,
    data: {},
    setData: (changes) => Object.assign(shown, changes),
  });
  assert.deepEqual(shown, { patientPays: "21440.00" });
}

test("both languages have the same guides", () => {
  assert.deepEqual(readdirSync(join(DOCS, "en")).sort(), readdirSync(join(DOCS, "zh-CN")).sort());
  assert.ok(guides.length >= 10);
});

for (const guide of guides) {
  describe(guide, () => {
    test("shows the same code in both languages", () => {
      const [chinese, english] = LANGUAGES.map((language) => fences(textOf(language, guide)));
      const runnable = (all) =>
        all.filter(({ info }) => ["js", "js wechat", "json", "json pack", "html"].includes(info));
      assert.deepEqual(runnable(english), runnable(chinese));
    });

    for (const [index, { info, code }] of fences(textOf("zh-CN", guide)).entries()) {
      if (info === "js") {
        test(`its code runs: ${index + 1}`, () =>
          isScript(code) ? runScript(code) : runModule(`${guide}-${index}.mjs`, code));
      } else if (info === "js wechat") {
        test(`its page runs: ${index + 1}`, () => runPage(code));
      }
    }

    test("leads nowhere that is not there", () => {
      for (const language of LANGUAGES) {
        const targets = [...textOf(language, guide).matchAll(/\]\(([^)]+)\)/g)].map(([, target]) => target);
        const files = targets.filter((target) => !/^https:/.test(target));
        const lost = files.filter(
          (target) => !existsSync(join(DOCS, language, dirname(target), target.split("/").pop())),
        );
        assert.deepEqual(lost, [], language);
      }
    });
  });
}

test("the list of error codes is whole", () => {
  const types = readFileSync(join(ROOT, "dist", "types.d.ts"), "utf8");
  const [, union] = /export type ErrorCode =\n(.*?);/s.exec(types);
  const own = readFileSync(join(ROOT, "www", "sdk", "index.d.ts"), "utf8");
  const [, ownUnion] = /export type YidiErrorCode =\n(.*?);/s.exec(own);
  const codes = [...`${union}${ownUnion}`.matchAll(/"(\w+)"/g)].map(([, code]) => code).sort();
  for (const language of LANGUAGES) {
    const listed = [...textOf(language, "errors.md").matchAll(/^\| `(\w+)` \|/gm)]
      .map(([, code]) => code)
      .sort();
    assert.deepEqual(listed, codes, language);
  }
});

test("the pack in the guide has no error, and answers", () => {
  const [{ code }] = fences(textOf("zh-CN", "add-a-region.md")).filter(({ info }) => info === "json pack");
  const pack = JSON.parse(code);
  const { addPack, estimate, lintPack } = createRequire(join(installed.app, "page.js"))("yidi");
  const errors = lintPack(pack, pack.lastChecked).filter(({ severity }) => severity === "error");
  assert.deepEqual(errors, []);
  addPack(pack);
  const person = { ...referral.person, insuredRegion: pack.admdvs };
  const visit = { ...referral.visit, treatmentRegion: pack.admdvs };
  // 42,000 − 800 = 41,200; × 85 % = 35,020.
  assert.equal(
    estimate({ ...referral, person, visit, filing: { category: "notFiled" } }).figures.pool,
    "35020.00",
  );
});

test("the case file in the guide holds", () => {
  const [{ code }] = fences(textOf("zh-CN", "cases.md")).filter(({ info }) => info === "json");
  const { input, expect } = JSON.parse(code);
  const { estimate } = createRequire(join(installed.app, "page.js"))("yidi");
  assert.equal(estimate(input).patientPays, expect.patientPays);
});

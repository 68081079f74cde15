import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { publint } from "publint";
import { build } from "vite";
import { stay } from "../contract/inputs.mjs";
import { ROOT, withPackage } from "./installed.mjs";

const TSC = join(ROOT, "node_modules", ".bin", "tsc");
const consumer = fileURLToPath(new URL("consumer.ts", import.meta.url));

const installed = withPackage();
const { inApp, inPackage, runInApp } = installed;

function targetsOf(exports) {
  return typeof exports === "string" ? [exports] : Object.values(exports).flatMap(targetsOf);
}

describe("the tarball", () => {
  test("holds the wasm once raw and once compressed", () => {
    const wasm = installed.files.filter((file) => file.includes(".wasm"));
    assert.deepEqual(wasm.sort(), ["dist/miniprogram/yidi_bg.wasm.br", "dist/yidi_bg.wasm"]);
  });

  test("holds what is needed to run and to read, and nothing else", () => {
    const needed = [
      /^(package\.json|README\.md|CHANGELOG\.md|LICENSE|dist\/THIRD-PARTY-NOTICES\.txt)$/,
      /^dist\/.+\.(js|mjs|cjs|d\.ts|d\.cts|json|wasm|wasm\.br)$/,
      /^www\/docs\/(zh-CN|en)\/[\w-]+\.md$/,
      /^src\/policy\/packs\/(README|COVERAGE)\.md$/,
      /^tests\/(MUTANTS|THREATS|oracle\/(README|DISAGREEMENTS))\.md$/,
    ];
    assert.deepEqual(
      installed.files.filter((file) => !needed.some((pattern) => pattern.test(file))),
      [],
    );
    assert.deepEqual(
      installed.files.filter((file) => /\.map$|\.test\./.test(file)),
      [],
    );
  });

  test("brings the guides", () => {
    const guides = installed.files.filter((file) => file.startsWith("www/docs/"));
    assert.ok(guides.length >= 24);
  });

  test("has no page that leads to what is not there, README.md among them", () => {
    const linksOf = (page) =>
      [...readFileSync(inPackage(page), "utf8").matchAll(/\]\(([^)#]+)[^)]*\)/g)]
        .map(([, target]) => target)
        .filter((target) => !target.startsWith("https:"));
    const pages = installed.files.filter((file) => file.endsWith(".md"));
    assert.ok(linksOf("README.md").length >= 30);
    const lost = pages.flatMap((page) =>
      linksOf(page)
        .filter((target) => !existsSync(inPackage(dirname(page), target)))
        .map((target) => `${page}: ${target}`),
    );
    assert.deepEqual(lost, []);
  });

  test("is told of in both languages", () => {
    const readme = readFileSync(inPackage("README.md"), "utf8");
    assert.match(readme, /^# yidi 异地$/m);
    assert.match(readme, /^# yidi in English$/m);
  });

  test("brings the licences of what others wrote inside its wasm", () => {
    const notices = readFileSync(inPackage("dist", "THIRD-PARTY-NOTICES.txt"), "utf8");
    const manifest = readFileSync(join(ROOT, "Cargo.toml"), "utf8");
    const crates = ["", "target.'cfg(target_arch = \"wasm32\")'."].flatMap((target) => {
      const [, list] = manifest.split(`\n[${target}dependencies]\n`);
      return list
        .split("\n\n")[0]
        .split("\n")
        .filter((line) => !line.includes("optional"))
        .map((line) => `${line.split(" ")[0]} ${/"=([\d.]+)"/.exec(line)?.[1]}`);
    });
    assert.ok(crates.length >= 8);
    assert.deepEqual(
      [...crates, "Rust's standard library"].filter((name) => !notices.includes(name)),
      [],
    );
    assert.match(notices, /Permission is hereby granted/);
    assert.doesNotMatch(notices, /\bschemars\b|\bsyn \d/, "what only the build uses is not in it");
  });

  test("names no place of the machine that built it", () => {
    const texts = installed.files.filter((file) => /\.(js|mjs|cjs|ts|cts|json)$/.test(file));
    assert.notEqual(texts.length, 0);
    const places = [ROOT.slice(0, -1), homedir()];
    const telling = [...texts, "dist/yidi_bg.wasm"].filter((file) => {
      const bytes = readFileSync(inPackage(file));
      return places.some((place) => bytes.includes(place));
    });
    assert.deepEqual(telling, []);
  });

  test("has every file that package.json points to", () => {
    const manifest = JSON.parse(readFileSync(inPackage("package.json"), "utf8"));
    const { main, module, types, miniprogram, exports } = manifest;
    const named = [main, module, types, `${miniprogram}/index.js`, ...targetsOf(exports)];
    assert.ok(named.length > 10);
    const isThere = (file) =>
      file.includes("*") ? readdirSync(dirname(inPackage(file))).length > 0 : existsSync(inPackage(file));
    assert.deepEqual(
      named.filter((file) => !isThere(file)),
      [],
    );
    assert.deepEqual(manifest.dependencies ?? {}, {});
  });

  test("has nothing that publint objects to", async () => {
    const { messages } = await publint({ pkgDir: inPackage(), pack: false, strict: true });
    assert.deepEqual(messages, []);
  });
});

describe("in Node", () => {
  const use = `const input = ${JSON.stringify(stay.xian)};
    let refusal;
    try {
      yidi.estimate({ ...input, bill: { total: "-1" } });
    } catch (error) {
      refusal = [error instanceof yidi.YidiError, error.code, error.path];
    }
    console.log(JSON.stringify({ keys: Object.keys(yidi).sort(), refusal, pays: yidi.estimate(input).patientPays }));`;

  const expected = {
    keys: [
      "YidiError",
      "addFacilities",
      "addPack",
      "answerFiling",
      "checkContact",
      "checkDirectSettlement",
      "clearFacilities",
      "compareDates",
      "compareFilings",
      "completeFiling",
      "costCurve",
      "createOutbox",
      "describeRegion",
      "deviceStorage",
      "estimate",
      "estimateMany",
      "estimateRange",
      "filingStatus",
      "httpTransport",
      "init",
      "lintPack",
      "noticeEvent",
      "openNotice",
      "provinces",
      "reconcile",
      "regions",
      "reminders",
      "resumeFiling",
      "reviewFiling",
      "searchFacilities",
      "settlementFallback",
      "splitBill",
      "startFiling",
      "version",
    ],
    refusal: [true, "negativeAmount", "bill.total"],
  };

  test("prints what the README's first example says it prints", () => {
    const [, example] = /^```js\n(.*?)^```$/ms.exec(readFileSync(inPackage("README.md"), "utf8"));
    const [, comment] = /\); \/\/ (.+)$/m.exec(example);
    const promised = [...comment.matchAll(/"([^"]+)"/g)].map(([, text]) => text);
    assert.equal(promised.length, 3);
    writeFileSync(inApp("readme.mjs"), example);
    const printed = execFileSync(process.execPath, [inApp("readme.mjs")], {
      cwd: installed.app,
      encoding: "utf8",
    });
    assert.equal(printed.trim(), promised.join(" "));
  });

  test("works by import", () => {
    const { pays, ...rest } = runInApp("use.mjs", `import * as yidi from "yidi";\n${use}`);
    assert.deepEqual(rest, expected);
    assert.match(pays, /^\d+\.\d\d$/);
  });

  test("works by require", () => {
    const { pays, ...rest } = runInApp("use.cjs", `const yidi = require("yidi");\n${use}`);
    assert.deepEqual(rest, expected);
    assert.match(pays, /^\d+\.\d\d$/);
  });

  test("is one package for import and require in the same process", () => {
    const same = runInApp(
      "both.mjs",
      `import { createRequire } from "node:module";
      import * as imported from "yidi";
      const required = createRequire(import.meta.url)("yidi");
      console.log(JSON.stringify(Object.keys(imported).map((name) => [name, imported[name] === required[name]])));`,
    );
    assert.equal(same.length, expected.keys.length);
    assert.deepEqual(
      same.filter(([, equal]) => !equal),
      [],
    );
  });

  test("names the wasm file for those who load it themselves", () => {
    const path = runInApp("where.cjs", `console.log(JSON.stringify(require.resolve("yidi/yidi_bg.wasm")))`);
    assert.equal(path, inPackage("dist", "yidi_bg.wasm"));
  });
});

describe("in TypeScript", () => {
  /** No DOM and no Node types: a mini-program has neither. */
  const OPTIONS = ["--noEmit", "--strict", "--target", "es2022", "--lib", "es2022", "--types", ""];
  const modes = {
    "bundler resolution": {
      file: "consumer.ts",
      options: ["--module", "esnext", "--moduleResolution", "bundler"],
    },
    "nodenext, by import": { file: "consumer.mts", options: ["--module", "nodenext"] },
    "nodenext, by require": { file: "consumer.cts", options: ["--module", "nodenext"] },
    "node16, by import": { file: "consumer.mts", options: ["--module", "node16"] },
  };

  const compile = (file, options) =>
    spawnSync(TSC, [...OPTIONS, ...options, file], { cwd: installed.app, encoding: "utf8" });

  for (const [mode, { file, options }] of Object.entries(modes)) {
    test(`compiles under ${mode}`, () => {
      copyFileSync(consumer, inApp(file));
      const { status, stdout } = compile(file, options);
      assert.equal(status, 0, stdout);
    });

    test(`refuses a wrong word under ${mode}`, () => {
      const wrong = `wrong-${file}`;
      const text = readFileSync(consumer, "utf8");
      const expectation = /^\s*\/\/ @ts-expect-error.*\n/gm;
      writeFileSync(inApp(wrong), text.replace(expectation, ""));
      const { status, stdout } = compile(wrong, options);
      assert.notEqual(status, 0);
      assert.equal(stdout.match(/error TS/g)?.length, text.match(expectation)?.length, stdout);
    });
  }
});

test("a web bundler finds the wasm through the package", async () => {
  writeFileSync(inApp("index.html"), `<script type="module" src="./page.js"></script>`);
  writeFileSync(
    inApp("page.js"),
    `import { init, version } from "yidi";\nawait init();\nconsole.log(version());\n`,
  );
  await build({
    root: installed.app,
    configFile: false,
    logLevel: "error",
    build: { target: "es2022", outDir: "web" },
  });
  const wasm = readdirSync(inApp("web", "assets")).filter((file) => file.endsWith(".wasm"));
  assert.equal(wasm.length, 1);
  const shipped = readFileSync(inPackage("dist", "yidi_bg.wasm"));
  assert.equal(Buffer.compare(readFileSync(inApp("web", "assets", wasm[0])), shipped), 0);
});

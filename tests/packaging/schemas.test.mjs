/* The schemas as a stranger gets them: a subpath of the installed package. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { ROOT, withPackage } from "./installed.mjs";

const TSC = join(ROOT, "node_modules", ".bin", "tsc");
const consumer = fileURLToPath(new URL("schemas-consumer.ts", import.meta.url));

const installed = withPackage();
const { inApp, inPackage, runInApp } = installed;

const shipped = () => JSON.parse(readFileSync(inPackage("dist", "schemas.json"), "utf8"));
const USE = "console.log(JSON.stringify(schemas()));";

describe("in Node", () => {
  test("they come by import", () => {
    assert.deepEqual(runInApp("schemas.mjs", `import { schemas } from "yidi/schemas";\n${USE}`), shipped());
  });

  test("they come by require", () => {
    assert.deepEqual(
      runInApp("schemas.cjs", `const { schemas } = require("yidi/schemas");\n${USE}`),
      shipped(),
    );
  });

  test("they come as a file", () => {
    const script = `console.log(JSON.stringify(require("yidi/schemas.json")))`;
    assert.deepEqual(runInApp("file.cjs", script), shipped());
  });
});

test("an entry of theirs brings each shape once, whatever number of schemas it is part of", () => {
  const shapes = new Set(Object.values(shipped()).flatMap(({ definitions }) => Object.keys(definitions)));
  assert.ok(shapes.size > 200);
  for (const entry of ["schemas.js", "schemas.cjs"]) {
    const text = readFileSync(inPackage("dist", entry), "utf8");
    const notOnce = [...shapes].filter((shape) => text.split(`"${shape}":{`).length !== 2);
    assert.deepEqual(notOnce, [], entry);
  }
});

test("no other entry of the package brings them along", () => {
  const entries = installed.files.filter((file) => /\.[cm]?js$/.test(file) && !/schemas/.test(file));
  assert.ok(entries.length >= 5);
  const bringing = entries.filter((file) =>
    readFileSync(inPackage(file), "utf8").includes("json-schema.org"),
  );
  assert.deepEqual(bringing, []);
});

describe("in TypeScript", () => {
  const OPTIONS = ["--noEmit", "--strict", "--target", "es2022", "--lib", "es2022", "--types", ""];
  const modes = {
    "bundler resolution": {
      file: "schemas-consumer.ts",
      options: ["--module", "esnext", "--moduleResolution", "bundler"],
    },
    "nodenext, by import": { file: "schemas-consumer.mts", options: ["--module", "nodenext"] },
    "nodenext, by require": { file: "schemas-consumer.cts", options: ["--module", "nodenext"] },
  };

  for (const [mode, { file, options }] of Object.entries(modes)) {
    test(`they have their types under ${mode}`, () => {
      copyFileSync(consumer, inApp(file));
      const { status, stdout } = spawnSync(TSC, [...OPTIONS, ...options, file], {
        cwd: installed.app,
        encoding: "utf8",
      });
      assert.equal(status, 0, stdout);
    });
  }
});

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { test } from "node:test";
import { findProgram } from "../../pkg-scripts/browser.mjs";
import { wasmFile } from "../../pkg-scripts/build-paths.mjs";
import { findNewerFeatures } from "../../pkg-scripts/mvp-scan.mjs";
import { inRoot, root, toolCache } from "../../pkg-scripts/paths.mjs";
import { answer, run } from "../../pkg-scripts/run.mjs";

/** @param {string} script @param {string[]} args @param {Record<string, string>} [env] */
function runScript(script, args, env) {
  const command = [inRoot("pkg-scripts", script), ...args];
  return spawnSync(process.execPath, command, { encoding: "utf8", env: { ...process.env, ...env } });
}

test("set-up says nothing when nothing is missing, and refuses an unknown profile", () => {
  const { status, stdout, stderr } = runScript("setup.mjs", ["test"]);
  assert.deepEqual({ status, stdout, stderr }, { status: 0, stdout: "", stderr: "" });
  const refused = runScript("setup.mjs", ["everything"]);
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /no such profile: everything/);
});

test("build and test refuse a step or suite that does not exist before doing anything", () => {
  const build = runScript("build.mjs", ["wasm", "everything"]);
  assert.equal(build.status, 1);
  assert.match(build.stderr, /no such step: everything/);
  const suites = runScript("test.mjs", ["everything"]);
  assert.equal(suites.status, 1);
  assert.match(suites.stderr, /no such suite: everything/);
});

test("start refuses a PORT that is no port, in both languages", () => {
  for (const port of ["http", "0", "70000", "80.5"]) {
    const { status, stderr } = runScript("start.mjs", [], { PORT: port });
    assert.equal(status, 1);
    assert.match(stderr, /不是端口号.*is not a port/);
  }
});

test("a failing or missing command is named in the error", () => {
  assert.throws(() => run(process.execPath, ["-e", "process.exit(3)"]), /exit code 3/);
  assert.throws(() => run("no-such-command-here", ["x"]), /no-such-command-here x: /);
  assert.equal(answer("no-such-command-here", []), null);
  assert.equal(answer(process.execPath, ["-e", "console.log(' yes ')"]), "yes");
});

test("a program is found by its variable first, then on PATH", () => {
  assert.equal(findProgram("CHROMIUM", ["x"], { CHROMIUM: "/opt/chromium" }), "/opt/chromium");
  assert.equal(findProgram("CHROMIUM", ["package.json"], { PATH: root }), inRoot("package.json"));
  assert.equal(findProgram("CHROMIUM", ["no-such-program"], { PATH: root }), null);
});

test("the tool cache follows XDG_CACHE_HOME", () => {
  assert.match(toolCache({ XDG_CACHE_HOME: "/var/cache/me" }), /^\/var\/cache\/me.yidi$/);
  assert.ok(toolCache({}).startsWith(homedir()));
});

test("the shipped wasm names no folder of this machine and needs no newer feature", () => {
  const bytes = readFileSync(wasmFile);
  for (const folder of [root, homedir()]) assert.equal(bytes.includes(folder), false, folder);
  assert.deepEqual(findNewerFeatures(bytes), []);
});

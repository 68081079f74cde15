// The installed package in app frameworks whose own tools are large: each sample is copied, installed, built, and run as far as that goes
// without a phone. Not a part of `npm test`: it downloads about a gigabyte and takes some minutes. `npm run test:frameworks [name …]`.
// Says of each what was done; it fails unless all of them were done, also where a framework's own tools could not be had.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { launch } from "../../e2e/chromium.mjs";
import { installPackage } from "../installed.mjs";
import { ANSWERS, APP } from "../three-calls.mjs";
import { phoneWith, shownBy } from "./phone.mjs";

const SAMPLES = dirname(fileURLToPath(import.meta.url));
const WASM = "yidi_bg.wasm.br";

/** What npm and the frameworks say is shown only where they fail. */
function npm(folder, ...args) {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", CI: "1" };
  execFileSync("npm", args, { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"], maxBuffer: 1 << 28 });
}

const INSTALL = ["install", "--no-audit", "--no-fund", "--ignore-scripts"];

/** A framework whose own tools could not be had; nothing is known of the package in it. */
class NotInstalled extends Error {}

function installTools(folder) {
  try {
    npm(folder, ...INSTALL);
  } catch (failure) {
    throw new NotInstalled(lastWords(failure));
  }
}

/** The end of what a failed command said, or of what else went wrong. */
function lastWords(failure) {
  const said = [failure.stdout, failure.stderr].map((bytes) => String(bytes ?? "").trim());
  const words = said.filter(Boolean).join("\n") || String(failure.stack);
  return words.split("\n").slice(-30).join("\n");
}

/** Files below a folder, as paths from there. */
const filesIn = (folder) => readdirSync(folder, { recursive: true }).map(String);

function scriptsIn(folder) {
  return filesIn(folder)
    .filter((file) => file.endsWith(".js"))
    .map((file) => readFileSync(join(folder, file), "utf8"));
}

/** The app's mini-program holds the compressed module where the app names it, and asks the phone for it in the phone's way. */
function assertPackagesWasm(folder, path) {
  assert.ok(existsSync(join(folder, path)), `${path} is in the mini-program`);
  assert.ok(
    scriptsIn(folder).some((text) => text.includes("WXWebAssembly")),
    "WeChat's entry was taken",
  );
  assert.deepEqual(
    filesIn(folder).filter((file) => file.endsWith(".wasm")),
    [],
    "no module for browsers",
  );
}

async function untilServed(url, child) {
  for (let tries = 0; tries < 100; tries += 1) {
    if (child.exitCode !== null) throw new Error("the server ended");
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return response;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`nothing is served at ${url}`);
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** What each framework can show here; returns what was run, in words. */
const CHECKS = {
  async taro(folder) {
    const built = join(folder, "dist");
    assertPackagesWasm(built, `yidi/${WASM}`);
    const { declared, require } = phoneWith(built);
    require("app.js");
    require("pages/index/index.js");
    assert.deepEqual(await shownBy(declared, "pages/index/index", answersIn), ANSWERS);
    return "built for WeChat by its own command line; its page opened in a bare JavaScript context, not in WeChat";
  },
  async "uni-app"(folder) {
    const built = join(folder, "dist", "build", "mp-weixin");
    assertPackagesWasm(built, `static/${WASM}`);
    const { threeCalls } = phoneWith(built).require("three-calls.js");
    const answers = await threeCalls(`static/${WASM}`);
    assert.deepEqual(JSON.parse(JSON.stringify(answers)), ANSWERS);
    return "built for WeChat by its own command line; its calls run in a bare JavaScript context, not in WeChat";
  },
  async next(folder) {
    const port = await freePort();
    const server = spawn(
      join("node_modules", ".bin", "next"),
      ["start", "-p", String(port), "-H", "127.0.0.1"],
      {
        cwd: folder,
        env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
        stdio: "ignore",
      },
    );
    try {
      const response = await untilServed(`http://127.0.0.1:${port}/estimate`, server);
      assert.deepEqual(await response.json(), ANSWERS);
      assert.deepEqual(await saidBy(`http://127.0.0.1:${port}/`), ANSWERS);
    } finally {
      server.kill();
    }
    return "built and served; its route answers, and its page in Chromium";
  },
};

/** The answers, where they are among what Taro sets on a page: a text of its tree. */
function answersIn(changes) {
  const [, text] = JSON.stringify(changes).match(/"v":("\{.*?\}")/) ?? [];
  return text && JSON.parse(JSON.parse(text));
}

async function saidBy(url) {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(url);
    return JSON.parse(await page.locator("#told").textContent({ timeout: 20_000 }));
  } finally {
    await browser.close();
  }
}

/** In a mini-program the entry is named, because these tools take a browser's otherwise. */
const appFor = (name) => (name === "next" ? APP : APP.replace('"yidi"', '"yidi/wechat"'));

function prepare(folder, name, { tarball, app }) {
  cpSync(join(SAMPLES, name), folder, { recursive: true });
  const code = name === "next" ? "three-calls.js" : join("src", "three-calls.js");
  writeFileSync(join(folder, code), appFor(name));
  installTools(folder);
  npm(folder, ...INSTALL, "--legacy-peer-deps", tarball);
  if (name === "uni-app") {
    const wasm = join(app, "node_modules", "yidi", "dist", "miniprogram", WASM);
    cpSync(wasm, join(folder, "src", "static", WASM));
  }
}

/** Whether all of it was done; says so. */
async function done(name, installed) {
  const begun = performance.now();
  const say = (words) =>
    console.log(`${name.padEnd(8)} ${words} (${((performance.now() - begun) / 1000).toFixed(0)} s)`);
  const folder = mkdtempSync(join(tmpdir(), `yidi-${name}-`));
  try {
    prepare(folder, name, installed);
    npm(folder, "run", "build");
    say(await CHECKS[name](folder));
    return true;
  } catch (failure) {
    const notInstalled = failure instanceof NotInstalled;
    say(notInstalled ? "NOT RUN: its own tools could not be installed" : "FAILED");
    console.error(notInstalled ? failure.message : lastWords(failure));
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function main(names) {
  const unknown = names.filter((name) => !Object.hasOwn(CHECKS, name));
  if (unknown.length > 0) throw new Error(`no such sample: ${unknown} (there are: ${Object.keys(CHECKS)})`);
  const chosen = names.length > 0 ? names : Object.keys(CHECKS);
  const installed = installPackage();
  const undone = [];
  try {
    for (const name of chosen) if (!(await done(name, installed))) undone.push(name);
  } finally {
    installed.remove();
  }
  console.log(`${chosen.length - undone.length} of ${chosen.length} done`);
  if (undone.length > 0) process.exitCode = 1;
}

await main(process.argv.slice(2));

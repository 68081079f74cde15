// The installed package in app frameworks whose own tools are large: each sample is copied, installed, built, and run as far as that goes
// without a phone. Not a part of `npm test`: it downloads about a gigabyte and takes some minutes. `npm run test:frameworks [name …]`.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import vm from "node:vm";
import { brotliDecompressSync } from "node:zlib";
import { launch } from "../../e2e/chromium.mjs";
import { installPackage } from "../installed.mjs";
import { ANSWERS, APP } from "../three-calls.mjs";

const SAMPLES = dirname(fileURLToPath(import.meta.url));
const WASM = "yidi_bg.wasm.br";

function npm(folder, ...args) {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", CI: "1" };
  execFileSync("npm", args, { cwd: folder, env, stdio: ["ignore", "ignore", "inherit"] });
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

/** What uni-app's runtime asks WeChat for before a page is shown. */
const ASKED_FIRST = [
  "getSystemInfoSync",
  "getAppBaseInfo",
  "getWindowInfo",
  "getDeviceInfo",
  "getStorageSync",
  "setStorageSync",
  "setStorage",
  "canIUse",
  "onNetworkStatusChange",
  "getLaunchOptionsSync",
  "getEnterOptionsSync",
  "createSelectorQuery",
  "onAppShow",
  "onThemeChange",
];

/** A phone's globals, as far as that runtime needs them. */
function phone(folder) {
  const wx = Object.fromEntries(ASKED_FIRST.map((name) => [name, () => ({})]));
  const instantiate = async (path, imports) => {
    const { instance } = await WebAssembly.instantiate(
      brotliDecompressSync(readFileSync(join(folder, path))),
      imports,
    );
    return { instance };
  };
  const declared = Object.fromEntries(
    ["App", "Page", "Component", "Behavior"].map((name) => [name, () => {}]),
  );
  const WXWebAssembly = { instantiate };
  return vm.createContext({
    ...declared,
    global: {},
    wx,
    WXWebAssembly,
    getApp: () => ({}),
    console,
    setTimeout,
    clearTimeout,
  });
}

/** Runs a CommonJS file of a built mini-program, with the files it requires. */
function required(context, file, loaded = new Map()) {
  if (loaded.has(file)) return loaded.get(file).exports;
  const module = vm.runInContext("({ exports: {} })", context);
  loaded.set(file, module);
  const wrap = vm.runInContext(
    `(function (module, exports, require) {${readFileSync(file, "utf8")}\n})`,
    context,
  );
  wrap(module, module.exports, (name) => required(context, join(dirname(file), name), loaded));
  return module.exports;
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
    return "built for WeChat by its own command line; not run";
  },
  async "uni-app"(folder) {
    const built = join(folder, "dist", "build", "mp-weixin");
    assertPackagesWasm(built, `static/${WASM}`);
    const { threeCalls } = required(phone(built), join(built, "three-calls.js"));
    const answers = await threeCalls(`static/${WASM}`);
    assert.deepEqual(JSON.parse(JSON.stringify(answers)), ANSWERS);
    return "built for WeChat by its own command line; its calls run in a bare JavaScript context";
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

function prepare(name, { tarball, app }) {
  const folder = mkdtempSync(join(tmpdir(), `yidi-${name}-`));
  cpSync(join(SAMPLES, name), folder, { recursive: true });
  const code = name === "next" ? "three-calls.js" : join("src", "three-calls.js");
  writeFileSync(join(folder, code), appFor(name));
  npm(folder, "install", "--no-audit", "--no-fund", "--ignore-scripts");
  npm(folder, "install", "--no-audit", "--no-fund", "--ignore-scripts", "--legacy-peer-deps", tarball);
  if (name === "uni-app") {
    const wasm = join(app, "node_modules", "yidi", "dist", "miniprogram", WASM);
    cpSync(wasm, join(folder, "src", "static", WASM));
  }
  return folder;
}

async function main(names) {
  const unknown = names.filter((name) => !Object.hasOwn(CHECKS, name));
  if (unknown.length > 0) throw new Error(`no such sample: ${unknown} (there are: ${Object.keys(CHECKS)})`);
  const installed = installPackage();
  try {
    for (const name of names.length > 0 ? names : Object.keys(CHECKS)) {
      const begun = performance.now();
      const folder = prepare(name, installed);
      try {
        npm(folder, "run", "build");
        const ran = await CHECKS[name](folder);
        console.log(`${name.padEnd(8)} ${ran} (${((performance.now() - begun) / 1000).toFixed(0)} s)`);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }
  } finally {
    installed.remove();
  }
}

await main(process.argv.slice(2));

/* The installed package in the tools that build pages and servers, and what they built in a real browser. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import * as esbuild from "esbuild";
import * as vite from "vite";
import webpack from "webpack";
import { serve, withBrowser } from "../e2e/chromium.mjs";
import { ROOT, withPackage } from "./installed.mjs";
import { ANSWERS, APP } from "./three-calls.mjs";

const installed = withPackage();
const host = withBrowser();

const PAGE = `<!doctype html><meta charset="utf-8"><title>app</title><link rel="icon" href="data:,">`;

/** Writes an app's files into a folder beside `node_modules`, where the package is found. */
function writeApp(name, files) {
  const folder = join(installed.app, name);
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries({ "three-calls.js": APP, ...files }))
    writeFileSync(join(folder, file), text);
  return folder;
}

/** What a page writes into an element, in a real browser; anything on its console fails. */
async function written(folder, selector) {
  const server = await serve(folder);
  const page = await host.browser.newPage();
  const problems = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  try {
    await page.goto(server.url);
    const element = page.locator(`${selector}:not(:empty)`);
    await element.waitFor({ state: "attached", timeout: 20_000 }).catch(() => {});
    assert.deepEqual(problems, []);
    return await element.textContent();
  } finally {
    await page.close();
    await server.close();
  }
}

const said = async (folder) => JSON.parse(await written(folder, "#told"));

/** An entry that writes what the three calls gave into the page. */
const TELL = `
function tell(answers) {
  const told = document.createElement("pre");
  told.id = "told";
  told.textContent = JSON.stringify(answers);
  document.body.append(told);
}
`;
const ENTRY = `import { threeCalls } from "./three-calls.js";\n${TELL}\nthreeCalls().then(tell);\n`;
const WORKER = `import { threeCalls } from "./three-calls.js";\nthreeCalls().then((answers) => postMessage(answers));\n`;
const WITH_WORKER = `${TELL}
const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
worker.addEventListener("message", (event) => tell(event.data));
`;

async function viteBuild(root) {
  await vite.build({
    root,
    configFile: false,
    logLevel: "error",
    base: "./",
    worker: { format: "es" },
    build: { target: "es2022", outDir: "out" },
  });
  return join(root, "out");
}

/** @param {import("webpack").Configuration} options */
function webpackBuild(options) {
  return new Promise((resolve, reject) => {
    webpack({ mode: "production", performance: false, ...options }, (error, stats) => {
      if (error) reject(error);
      else if (stats.hasErrors() || stats.hasWarnings()) reject(new Error(stats.toString("errors-warnings")));
      else resolve(undefined);
    });
  });
}

describe("a page built with Vite", () => {
  const html = { "index.html": `${PAGE}<script type="module" src="./page.js"></script>` };

  test("makes the three calls", async () => {
    const folder = writeApp("vite", { ...html, "page.js": ENTRY });
    assert.deepEqual(await said(await viteBuild(folder)), ANSWERS);
  });

  test("makes them in a web worker", async () => {
    const folder = writeApp("vite-worker", { ...html, "page.js": WITH_WORKER, "worker.js": WORKER });
    assert.deepEqual(await said(await viteBuild(folder)), ANSWERS);
  });
});

describe("a page built with webpack", () => {
  async function built(name, files) {
    const folder = writeApp(name, files);
    const out = join(folder, "out");
    await webpackBuild({ context: folder, entry: "./page.js", output: { path: out } });
    writeFileSync(join(out, "index.html"), `${PAGE}<script defer src="main.js"></script>`);
    return out;
  }

  test("makes the three calls", async () => {
    assert.deepEqual(await said(await built("webpack", { "page.js": ENTRY })), ANSWERS);
  });

  test("makes them in a web worker", async () => {
    const files = { "page.js": WITH_WORKER, "worker.js": WORKER };
    assert.deepEqual(await said(await built("webpack-worker", files)), ANSWERS);
  });
});

test("a page built with esbuild, which moves no assets by itself, names the wasm as a file", async () => {
  const entry = `import wasm from "yidi/yidi_bg.wasm";\nimport { threeCalls } from "./three-calls.js";\n${TELL}\nthreeCalls(wasm).then(tell);\n`;
  const folder = writeApp("esbuild", { "page.js": entry });
  const outdir = join(folder, "out");
  await esbuild.build({
    absWorkingDir: folder,
    entryPoints: ["page.js"],
    bundle: true,
    format: "esm",
    outdir,
    loader: { ".wasm": "file" },
    logLevel: "error",
  });
  writeFileSync(join(outdir, "index.html"), `${PAGE}<script type="module" src="page.js"></script>`);
  assert.deepEqual(await said(outdir), ANSWERS);
});

test("a page without any tool takes the file as it is", async () => {
  const map = JSON.stringify({ imports: { yidi: "./yidi/browser.js" } });
  const html = `${PAGE}<script type="importmap">${map}</script><script type="module" src="./page.js"></script>`;
  const folder = writeApp("plain", { "index.html": html, "page.js": ENTRY });
  cpSync(join(installed.app, "node_modules", "yidi", "dist"), join(folder, "yidi"), { recursive: true });
  assert.deepEqual(await said(folder), ANSWERS);
});

test("the guide's page without any tool shows what the others do", async () => {
  const guide = readFileSync(join(ROOT, "www", "docs", "zh-CN", "start.md"), "utf8");
  const [, page] = /^```html\n(.*?)^```$/ms.exec(guide);
  const folder = writeApp("guide", { "index.html": PAGE + page });
  const dist = join("node_modules", "yidi", "dist");
  cpSync(join(installed.app, dist), join(folder, dist), { recursive: true });
  assert.equal(await written(folder, "#pays"), ANSWERS.pays);
});

test("a server built with webpack leaves the package outside its bundle", async () => {
  const entry = `import { threeCalls } from "./three-calls.js";\nthreeCalls().then((answers) => console.log(JSON.stringify(answers)));\n`;
  const folder = writeApp("server", { "server.js": entry });
  await webpackBuild({
    context: folder,
    entry: "./server.js",
    target: "node20",
    externals: { yidi: "commonjs yidi" },
    output: { path: join(folder, "out"), filename: "server.cjs" },
  });
  const script = join(folder, "out", "server.cjs");
  assert.deepEqual(JSON.parse(execFileSync(process.execPath, [script], { encoding: "utf8" })), ANSWERS);
});

/** Before Node 12 knew `exports`; the package asks for Node 20. */
const BEFORE_EXPORTS = "node10";

test("its types are right in every way of resolving them", async () => {
  const tarball = createPackageFromTarballData(new Uint8Array(readFileSync(installed.tarball)));
  const { problems } = await checkPackage(tarball, { excludeEntrypoints: ["./yidi_bg.wasm"] });
  assert.deepEqual(
    problems.filter(({ resolutionKind }) => resolutionKind !== BEFORE_EXPORTS),
    [],
  );
});

import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  bindgenDir,
  distDir,
  miniProgramPackageDir,
  miniProgramPresenter,
  namedWasmFile,
  wasmFile,
  webSourceDir,
} from "./build-paths.mjs";
import { currentInputs, isBuilt, recordBuilt } from "./freshness.mjs";
import { namedByShape } from "./function-order.mjs";
import { gate, MVP_OPTIONS } from "./gate.mjs";
import { noticeOf, noticesText } from "./notices.mjs";
import { inRoot, npmCommand } from "./paths.mjs";
import { run } from "./run.mjs";
import { reportSize } from "./size.mjs";
import { withSmallTexts } from "./small-texts.mjs";
import { installedToolchainEnv } from "./toolchain.mjs";
import { lintPacks, writeTypes } from "./types.mjs";
import { wasmBindgenCommand } from "./wasm-bindgen.mjs";
import { compileWasm, manifestsInWasm } from "./wasm-build.mjs";

/** @typedef {[name: string, run: () => void | Promise<void>]} Step */

function writeWasm(features = [], folder = bindgenDir) {
  const compiled = compileWasm(installedToolchainEnv(), features);
  rmSync(folder, { recursive: true, force: true });
  run(wasmBindgenCommand("wasm-bindgen"), ["--target=bundler", `--out-dir=${folder}`, compiled]);
}

function optimizeWasm(folder = bindgenDir, named = namedWasmFile, stripped = wasmFile) {
  run(npmCommand("wasm-opt"), [
    ...MVP_OPTIONS,
    // A function copied into those that call it no longer looks the same everywhere: smaller before compression, larger after (4 %).
    "-aimfs",
    "0",
    "-fimfs",
    "0",
    "-ocimfs",
    "0",
    "-Oz",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-g",
    join(folder, "yidi_bg.wasm"),
    "-o",
    named,
  ]);
  const strip = ["--strip-debug", "--strip-producers"];
  run(npmCommand("wasm-opt"), [...MVP_OPTIONS, ...strip, named, "-o", stripped]);
  writeFileSync(stripped, namedByShape(readFileSync(stripped)));
  const order = ["--reorder-functions-by-name", ...strip];
  run(npmCommand("wasm-opt"), [...MVP_OPTIONS, ...order, stripped, "-o", stripped]);
}

/**
 * Builds the module just as the shipped one, with features that never ship, into a folder of its own.
 * @param {string[]} features
 * @param {string} folder
 */
export function buildUnshipped(features, folder) {
  const files = ["bindgen", "named.wasm", "yidi_bg.wasm"].map((name) => join(folder, name));
  const [bindgen, named, stripped] = /** @type {[string, string, string]} */ (files);
  writeWasm(features, bindgen);
  optimizeWasm(bindgen, named, stripped);
  return { bindgen, named, stripped };
}

async function writePackage() {
  const { bundle } = await import("./bundle.mjs");
  await bundle({ bindgenDir, wasmFile, outDir: distDir });
  const others = manifestsInWasm(installedToolchainEnv()).filter(
    (manifest) => manifest !== inRoot("Cargo.toml"),
  );
  writeFileSync(join(distDir, "THIRD-PARTY-NOTICES.txt"), noticesText(others.map(noticeOf)));
}

async function writeWebPage() {
  const { build } = await import("vite");
  await build({ root: webSourceDir, logLevel: "warn" });
}

const WASM_NAME = "yidi_bg.wasm.br";

/** The package and the presenters where the mini-program looks for them, without types. */
async function writeMiniProgram() {
  const packageDir = join(miniProgramPackageDir, "yidi");
  rmSync(packageDir, { recursive: true, force: true });
  mkdirSync(packageDir, { recursive: true });
  cpSync(join(distDir, "miniprogram", WASM_NAME), join(packageDir, WASM_NAME));
  const { build } = await import("esbuild");
  /** @type {import("esbuild").BuildOptions} a phone loads all of it, and a budget of bytes is kept */
  const small = {
    bundle: true,
    minify: true,
    format: "cjs",
    target: "es2018",
    charset: "utf8",
    logLevel: "warning",
  };
  await build({
    ...small,
    entryPoints: [join(distDir, "miniprogram", "index.js")],
    outfile: join(packageDir, "index.js"),
  });
  const { outputFiles } = await build({
    ...small,
    write: false,
    stdin: {
      contents: 'export { createYidiApp, screenWords } from "./index.js";',
      resolveDir: inRoot("www", "present"),
    },
  });
  writeFileSync(miniProgramPresenter, withSmallTexts(outputFiles[0].text));
}

/** @type {Step[]} */
const PRODUCT = [
  ["packs", lintPacks],
  ["wasm", () => writeWasm()],
  ["optimize", () => optimizeWasm()],
  ["gate", () => gate(wasmFile)],
  ["types", writeTypes],
  ["package", writePackage],
  ["web", writeWebPage],
  ["miniprogram", writeMiniProgram],
];
/** @type {Step[]} */
const STEPS = [...PRODUCT, ["size", reportSize]];

/** @param {Step[]} steps */
async function perform(steps) {
  for (const [name, step] of steps) {
    const begun = performance.now();
    await step();
    console.log(`build: ${name} ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  }
}

/** Everything that is shipped or shown, without the size check. */
async function buildProduct() {
  const inputs = currentInputs();
  await perform(PRODUCT);
  recordBuilt(inputs);
}

/** Builds if something changed since the last build. */
export async function buildIfChanged() {
  if (!isBuilt()) await buildProduct();
}

/** @param {readonly string[]} only the steps to run; none means a whole build, with its size checked */
async function main(only) {
  const unknown = only.filter((name) => !STEPS.some(([step]) => step === name));
  if (unknown.length > 0) {
    throw new Error(
      `no such step: ${unknown.join(", ")} (there are: ${STEPS.map(([name]) => name).join(", ")})`,
    );
  }
  if (only.length > 0) return perform(STEPS.filter(([name]) => only.includes(name)));
  await buildProduct();
  // Last, so that a refused size leaves a whole build to look at.
  await perform([["size", reportSize]]);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await main(process.argv.slice(2)).catch((error) => {
    console.error(`build: ${error.message}`);
    process.exitCode = 1;
  });
}

import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { build } from "esbuild";
import { schemasOf } from "../www/sdk/schemas-of.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SDK = join(ROOT, "www", "sdk");
/**
 * Settings of every esbuild run; the root makes the file names in its comments the same wherever it is started from.
 *
 * @type {import("esbuild").BuildOptions}
 */
const COMMON = {
  absWorkingDir: ROOT,
  bundle: true,
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
};
const COMMON_JS = `${JSON.stringify({ type: "commonjs" })}\n`;

/**
 * Mini-programs run this syntax at the lowest version that has wasm, have no TextEncoder or TextDecoder, and a limit on the bytes that
 * are uploaded. As for Node, the file names its exports at the end, so that tools which import it as a module find them.
 *
 * @type {import("esbuild").BuildOptions}
 */
const PHONE = {
  format: "cjs",
  target: "es2018",
  platform: "node",
  inject: [join(SDK, "utf8.js")],
  minify: true,
};

/** @type {{ entry: string, to: string, options: import("esbuild").BuildOptions }[]} */
const BUNDLES = [
  { entry: "browser.js", to: "browser.js", options: { format: "esm", target: "es2020" } },
  { entry: "node.js", to: "node.cjs", options: { format: "cjs", target: "node20", platform: "node" } },
  { entry: "cli/main.mjs", to: "cli.mjs", options: { format: "esm", target: "node20", platform: "node" } },
  { entry: "wechat.js", to: "miniprogram/index.js", options: PHONE },
  { entry: "alipay-worker.js", to: "alipay-worker/index.js", options: PHONE },
  { entry: "douyin.js", to: "douyin/index.js", options: PHONE },
  { entry: "schemas.js", to: "schemas.js", options: { format: "esm", target: "es2020" } },
  { entry: "schemas.js", to: "schemas.cjs", options: { format: "cjs", target: "es2020" } },
];

/**
 * Writes the npm package's files from one build of the wasm.
 *
 * @param {object} input
 * @param {string} input.bindgenDir holds the glue `yidi_bg.js` (wasm-bindgen, `--target bundler`)
 * @param {string} input.wasmFile the wasm to ship, the same bytes for every host
 * @param {string} [input.typesFile] the types generated from the Rust ones; by default `types.d.ts` beside `bindgenDir`
 * @param {string} [input.schemasFile] the JSON Schema of the API, generated from them; by default `schemas.json` there
 * @param {string} input.outDir is emptied first
 */
export async function bundle({
  bindgenDir,
  wasmFile,
  typesFile = join(bindgenDir, "..", "types.d.ts"),
  schemasFile = join(bindgenDir, "..", "schemas.json"),
  outDir,
}) {
  await rm(outDir, { recursive: true, force: true });
  await mkdir(join(outDir, "miniprogram"), { recursive: true });
  const glue = glueFactory(await glueAsScript(resolve(bindgenDir, "yidi_bg.js")), resolve(bindgenDir));
  const api = await readFile(schemasFile, "utf8");
  const schemas = schemaAsText(api);
  for (const { entry, to, options } of BUNDLES) {
    await build({
      ...COMMON,
      entryPoints: [join(SDK, entry)],
      outfile: resolve(outDir, to),
      plugins: [glue, schemas],
      ...options,
    });
  }
  await writeNodeModule(outDir);
  await copyFile(join(SDK, "cli", "case.schema.json"), join(outDir, "case.schema.json"));
  for (const folder of ["miniprogram", "alipay-worker", "douyin"]) {
    await writeFile(join(outDir, folder, "package.json"), COMMON_JS);
  }
  await writeFile(join(outDir, "schemas.json"), JSON.stringify(schemasOf(JSON.parse(api))));
  await writePacks(join(outDir, "packs"));
  await writeWasm(wasmFile, outDir);
  await writeTypes(typesFile, outDir);
}

/**
 * A script for Node, over the glue of another build of the wasm.
 *
 * @param {string} entry
 * @param {string} bindgenDir
 * @param {string} outfile
 */
export async function bundleForNode(entry, bindgenDir, outfile) {
  const plugins = [glueFactory(await glueAsScript(resolve(bindgenDir, "yidi_bg.js")), resolve(bindgenDir))];
  await build({
    ...COMMON,
    entryPoints: [entry],
    outfile,
    plugins,
    format: "cjs",
    target: "node20",
    platform: "node",
  });
}

async function glueAsScript(glueFile) {
  const {
    outputFiles: [script],
  } = await build({
    ...COMMON,
    entryPoints: [glueFile],
    write: false,
    format: "iife",
    globalName: "glue",
  });
  return script.text;
}

/**
 * Serves `yidi:glue`: the generated glue, untouched, inside a function, so that every wasm instance can have its own.
 *
 * @returns {import("esbuild").Plugin}
 */
function glueFactory(glueScript, resolveDir) {
  return {
    name: "glue-factory",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^yidi:glue$/ }, () => ({ path: "createGlue", namespace: "glue" }));
      onLoad({ filter: /.*/, namespace: "glue" }, () => ({
        contents: `export function createGlue() {\n${glueScript}\nreturn glue;\n}\n`,
        loader: "js",
        resolveDir,
      }));
    },
  };
}

/**
 * Serves `yidi:schema`: that of the whole API as JSON text, in which every shape stands once.
 *
 * @returns {import("esbuild").Plugin}
 */
function schemaAsText(text) {
  return {
    name: "schema-as-text",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^yidi:schema$/ }, () => ({ path: "schema", namespace: "schema" }));
      onLoad({ filter: /.*/, namespace: "schema" }, () => ({ contents: text, loader: "text" }));
    },
  };
}

/** One instance for `import` and `require` alike: packs added through one are known to the other, and there is one YidiError. */
async function writeNodeModule(outDir) {
  const names = Object.keys(createRequire(import.meta.url)(resolve(outDir, "node.cjs")));
  const module = `import yidi from "./node.cjs";\n\nexport const { ${names.join(", ")} } = yidi;\n`;
  await writeFile(join(outDir, "node.mjs"), module);
}

/** Every policy pack as it was written, those among them that the wasm leaves out: `addPack` takes them. */
async function writePacks(folder) {
  const packs = join(ROOT, "src", "policy", "packs");
  await mkdir(folder);
  const names = (await readdir(packs)).filter((name) => name.endsWith(".json"));
  await Promise.all(names.map((name) => copyFile(join(packs, name), join(folder, name))));
}

async function writeWasm(wasmFile, outDir) {
  const wasm = await readFile(wasmFile);
  await writeFile(join(outDir, "yidi_bg.wasm"), wasm);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: wasm.length,
  };
  await writeFile(join(outDir, "miniprogram", "yidi_bg.wasm.br"), brotliCompressSync(wasm, { params }));
}

/** TypeScript reads a `.d.ts` of this package as an ES module, so `require` needs the same declarations as `.d.cts`. */
async function writeTypes(typesFile, outDir) {
  const types = await readFile(typesFile, "utf8");
  const index = await readFile(join(SDK, "index.d.ts"), "utf8");
  const schemas = await readFile(join(SDK, "schemas.d.ts"), "utf8");
  const alipay = await readFile(join(SDK, "alipay-worker.d.ts"), "utf8");
  const inCommonJs = (text) => text.replaceAll(/"\.\/(types|index)\.js"/g, '"./$1.cjs"');
  const files = {
    "types.d.ts": types,
    "types.d.cts": types,
    "index.d.ts": index,
    "index.d.cts": inCommonJs(index),
    "alipay-worker.d.cts": inCommonJs(alipay),
    "schemas.d.ts": schemas,
    "schemas.d.cts": inCommonJs(schemas),
    // WeChat's npm build copies only this folder, so it has to stand alone.
    "miniprogram/types.d.ts": types,
    "miniprogram/index.d.ts": index,
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(outDir, name), text);
}

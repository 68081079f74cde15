import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { distDir, namedWasmFile, wasmFile } from "./build-paths.mjs";
import { inRoot, root } from "./paths.mjs";
import { answer } from "./run.mjs";
import { functionSizes, sizeByCrate } from "./size-by-crate.mjs";
import { BROTLI_BUDGET, refuseScript, refuseSize } from "./size-limits.mjs";
import { installedToolchainEnv } from "./toolchain.mjs";

const acceptedFile = inRoot("pkg-scripts", "size.json");

/** @param {Uint8Array} bytes */
const gzipSize = (bytes) => gzipSync(bytes, { level: 9 }).length;

/** @param {Uint8Array} bytes */
function brotliSize(bytes) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params }).length;
}

/** @returns {import("./size-limits.mjs").WasmSize} */
function measureWasm() {
  const bytes = readFileSync(wasmFile);
  const compiler = answer("rustc", ["--version"], installedToolchainEnv()) ?? "unknown";
  return { raw: bytes.length, gzip: gzipSize(bytes), brotli: brotliSize(bytes), compiler };
}

/** @param {string} label @param {number[]} sizes one column each */
const row = (label, ...sizes) =>
  `  ${label.padEnd(40)}${sizes.map((size) => String(size).padStart(9)).join("")}`;

function measureScript() {
  const bytes = readFileSync(join(distDir, "miniprogram", "index.js"));
  return { gzip: gzipSize(bytes), brotli: brotliSize(bytes) };
}

function crateLines() {
  const { crates, data } = sizeByCrate(readFileSync(namedWasmFile));
  const lines = crates.map(([crate, size]) => row(crate, size));
  return ["code bytes in the wasm by crate:", ...lines, row("(constant data: packs, texts)", data)];
}

/** What to look at first when the wasm is too large. @param {number} count */
function largestFunctions(count) {
  const largest = functionSizes(readFileSync(namedWasmFile)).slice(0, count);
  return largest.map(
    ({ name, size }) => `${String(size).padStart(9)}  ${name?.replace(/\[[0-9a-f]{16}\]/g, "")}`,
  );
}

function glueLines() {
  const files = readdirSync(distDir, { recursive: true }).map(String);
  const scripts = files.filter((file) => /\.[cm]?js$/.test(file)).sort();
  return scripts.map((file) => {
    const bytes = readFileSync(join(distDir, file));
    return row(relative(root, join(distDir, file)), bytes.length, gzipSize(bytes), brotliSize(bytes));
  });
}

/** Prints what the package costs; throws if the wasm or the JavaScript is over its budget, or the wasm grew unnoticed. */
export function reportSize() {
  const measured = measureWasm();
  const accepted = existsSync(acceptedFile) ? JSON.parse(readFileSync(acceptedFile, "utf8")) : null;
  const title = `size in bytes (brotli budget ${BROTLI_BUDGET})`.padEnd(42);
  console.log(`${title}      raw     gzip   brotli`);
  console.log(row(relative(root, wasmFile), measured.raw, measured.gzip, measured.brotli));
  console.log([...glueLines(), ...crateLines()].join("\n"));
  const refusal = refuseSize(measured, accepted) ?? refuseScript(measureScript());
  if (refusal) throw new Error(refusal);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const command = process.argv[2];
  try {
    if (command === "accept") writeFileSync(acceptedFile, `${JSON.stringify(measureWasm(), null, 2)}\n`);
    if (command === "functions") console.log(largestFunctions(60).join("\n"));
    else reportSize();
  } catch (error) {
    console.error(`size: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}

import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { pathToFileURL } from "node:url";
import { findNewerFeatures } from "./mvp-scan.mjs";
import { npmCommand, root } from "./paths.mjs";
import { run } from "./run.mjs";

/** The only addition to the first edition: Rust's stack pointer is a mutable global, and all hosts know it. */
export const MVP_OPTIONS = ["--mvp-features", "--enable-mutable-globals"];

/**
 * Refuses a wasm file that a phone with the first edition of WebAssembly cannot run.
 * @param {string} file
 */
export function gate(file) {
  const newer = findNewerFeatures(readFileSync(file));
  if (newer.length > 0) {
    throw new Error(
      `${relative(root, file)} needs more than WebAssembly's first edition:\n  ${newer.join("\n  ")}`,
    );
  }
  run(npmCommand("wasm-opt"), [...MVP_OPTIONS, file], { quiet: true });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  try {
    for (const file of process.argv.slice(2)) gate(file);
  } catch (error) {
    console.error(`gate: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}

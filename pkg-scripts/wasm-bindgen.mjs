import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inRoot, toolCache } from "./paths.mjs";

/** The command-line tool must match the crate exactly, so Cargo.lock decides. */
export function wasmBindgenVersion(lock = readFileSync(inRoot("Cargo.lock"), "utf8")) {
  const version = /name = "wasm-bindgen"\nversion = "([^"]+)"/.exec(lock)?.[1];
  if (!version) throw new Error("Cargo.lock has no wasm-bindgen");
  return version;
}

/** @param {string} version */
export const wasmBindgenRoot = (version) => join(toolCache(), `wasm-bindgen-${version}`);

/** @param {"wasm-bindgen" | "wasm-bindgen-test-runner"} command */
export const wasmBindgenCommand = (command) => join(wasmBindgenRoot(wasmBindgenVersion()), "bin", command);

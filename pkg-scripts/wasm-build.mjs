import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { inRoot, root } from "./paths.mjs";
import { answer, output, run } from "./run.mjs";

/** Its own folder: the rebuilt std and the flags below would otherwise invalidate every other cargo command's work. */
const TARGET_DIR = inRoot("target", "mvp");
const NEWER_THAN_MVP = ["reference-types", "multivalue", "bulk-memory", "nontrapping-fptoint", "sign-ext"];

/**
 * Old phones run the first edition of WebAssembly only; `-Ctarget-feature` binds the rebuilt std as well.
 * A panic traps at once: its message, which no host shows, would cost 5 % of the download; refusals are values, not panics.
 * The small SHA-256 is fast enough for a policy pack.
 * What does next to nothing is copied into its callers before they are compiled: at the level that saves bytes the compiler leaves that
 * out, and an estimate takes an eighth longer, a long bill half as long again. Up to these lengths the module becomes no larger.
 * Source paths that remain have the folders of this machine replaced: the same sources give the same bytes.
 * @param {{ root: string, cargoHome: string, sysroot: string }} folders
 */
export function mvpRustFlags(folders) {
  return [
    "-Ctarget-cpu=mvp",
    `-Ctarget-feature=${NEWER_THAN_MVP.map((feature) => `-${feature}`).join(",")}`,
    "-Zunstable-options",
    "-Cpanic=immediate-abort",
    "-Zinline-mir=yes",
    "-Zinline-mir-threshold=25",
    "-Zinline-mir-hint-threshold=50",
    '--cfg=sha2_backend_soft="compact"',
    `--remap-path-prefix=${folders.root}=yidi`,
    `--remap-path-prefix=${folders.cargoHome}=cargo`,
    `--remap-path-prefix=${folders.sysroot}=rust`,
  ];
}

/**
 * How cargo compiles the crate and std to MVP wasm.
 * @param {Record<string, string>} toolchain
 * @param {string[]} features
 * @returns {{ args: string[], env: Record<string, string> }}
 */
function cargoBuild(toolchain, features) {
  const flags = mvpRustFlags({
    root,
    cargoHome: process.env.CARGO_HOME || join(homedir(), ".cargo"),
    sysroot: answer("rustc", ["--print", "sysroot"], toolchain) ?? "",
  });
  const args = [
    "build",
    "--release",
    "--lib",
    "--locked",
    `--features=${features.join(",")}`,
    "--target=wasm32-unknown-unknown",
    `--target-dir=${TARGET_DIR}`,
    "-Zbuild-std=std,panic_abort",
    "-Zbuild-std-features=optimize_for_size",
  ];
  // Rebuilding std and this way to panic are still unstable; the pinned compiler accepts them with this variable.
  const env = { ...toolchain, RUSTC_BOOTSTRAP: "1", CARGO_ENCODED_RUSTFLAGS: flags.join("\x1f") };
  return { args, env };
}

/**
 * Compiles the crate and std to MVP wasm; returns the file.
 * @param {Record<string, string>} toolchain
 * @param {string[]} [features]
 */
export function compileWasm(toolchain, features = []) {
  const { args, env } = cargoBuild(toolchain, features);
  run("cargo", args, { env });
  const wasm = join(TARGET_DIR, "wasm32-unknown-unknown", "release", "yidi.wasm");
  if (!existsSync(wasm)) throw new Error("cargo finished without writing yidi.wasm");
  return wasm;
}

/**
 * The manifests of the crates that were compiled into the wasm, those of std among them; not those that only ran while compiling it.
 * @param {Record<string, string>} toolchain
 */
export function manifestsInWasm(toolchain) {
  const { args, env } = cargoBuild(toolchain, []);
  const messages = output("cargo", [...args, "--quiet", "--message-format=json"], env)
    .split("\n")
    .filter(Boolean);
  const artifacts = messages
    .map((line) => JSON.parse(line))
    .filter(({ reason, filenames }) => reason === "compiler-artifact" && filenames.some(isForWasm));
  return [...new Set(artifacts.map((artifact) => String(artifact.manifest_path)))].sort();
}

const isForWasm = (/** @type {string} */ file) => file.includes("wasm32-unknown-unknown");

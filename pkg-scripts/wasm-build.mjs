import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { inRoot, root } from "./paths.mjs";
import { answer, run } from "./run.mjs";

/** Its own folder: the rebuilt std and the flags below would otherwise invalidate every other cargo command's work. */
const TARGET_DIR = inRoot("target", "mvp");
const NEWER_THAN_MVP = ["reference-types", "multivalue", "bulk-memory", "nontrapping-fptoint", "sign-ext"];

/**
 * Old phones run the first edition of WebAssembly only; `-Ctarget-feature` binds the rebuilt std as well.
 * A panic traps at once: its message, which no host shows, would cost 5 % of the download; refusals are values, not panics.
 * The small SHA-256 is fast enough for a policy pack.
 * Source paths that remain have the folders of this machine replaced: the same sources give the same bytes.
 * @param {{ root: string, cargoHome: string, sysroot: string }} folders
 */
export function mvpRustFlags(folders) {
  return [
    "-Ctarget-cpu=mvp",
    `-Ctarget-feature=${NEWER_THAN_MVP.map((feature) => `-${feature}`).join(",")}`,
    "-Zunstable-options",
    "-Cpanic=immediate-abort",
    '--cfg=sha2_backend_soft="compact"',
    `--remap-path-prefix=${folders.root}=yidi`,
    `--remap-path-prefix=${folders.cargoHome}=cargo`,
    `--remap-path-prefix=${folders.sysroot}=rust`,
  ];
}

/**
 * Compiles the crate and std to MVP wasm; returns the file.
 * @param {Record<string, string>} toolchain
 * @param {string[]} [features]
 */
export function compileWasm(toolchain, features = []) {
  const flags = mvpRustFlags({
    root,
    cargoHome: process.env.CARGO_HOME || join(homedir(), ".cargo"),
    sysroot: answer("rustc", ["--print", "sysroot"], toolchain) ?? "",
  });
  run(
    "cargo",
    [
      "build",
      "--release",
      "--lib",
      "--locked",
      `--features=${features.join(",")}`,
      "--target=wasm32-unknown-unknown",
      `--target-dir=${TARGET_DIR}`,
      "-Zbuild-std=std,panic_abort",
      "-Zbuild-std-features=optimize_for_size",
    ],
    // Rebuilding std and this way to panic are still unstable; the pinned compiler accepts them with this variable.
    { env: { ...toolchain, RUSTC_BOOTSTRAP: "1", CARGO_ENCODED_RUSTFLAGS: flags.join("\x1f") } },
  );
  const wasm = join(TARGET_DIR, "wasm32-unknown-unknown", "release", "yidi.wasm");
  if (!existsSync(wasm)) throw new Error("cargo finished without writing yidi.wasm");
  return wasm;
}

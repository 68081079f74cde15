// Builds what only the benchmark needs: the module with the boundary's floor among its exports, and the native program, made for speed.
import { buildUnshipped } from "../../pkg-scripts/build.mjs";
import { bundleForNode } from "../../pkg-scripts/bundle.mjs";
import { inRoot } from "../../pkg-scripts/paths.mjs";
import { run } from "../../pkg-scripts/run.mjs";
import { installedToolchainEnv } from "../../pkg-scripts/toolchain.mjs";

const folder = inRoot("target", "bench");
export const nativeProgram = inRoot("target", "bench", "native", "release", "bench");
export const floorWasm = inRoot("target", "bench", "yidi_bg.wasm");
export const floorHost = inRoot("target", "bench", "floor-host.cjs");

export async function buildBenchmark() {
  const { bindgen } = buildUnshipped(["bench"], folder);
  await bundleForNode(inRoot("tests", "bench", "floor-host.js"), bindgen, floorHost);
  const command = ["build", "--release", "--locked", "--features=bench", "--bin=bench"];
  run("cargo", [...command, `--target-dir=${inRoot("target", "bench", "native")}`], {
    // The module's own profile saves bytes, which nobody downloads here.
    env: { ...installedToolchainEnv(), CARGO_PROFILE_RELEASE_OPT_LEVEL: "3" },
  });
}

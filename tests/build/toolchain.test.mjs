import assert from "node:assert/strict";
import { test } from "node:test";
import {
  chooseToolchain,
  missingComponents,
  pinnedRust,
  toolchainEnv,
  wasmTargetEnv,
} from "../../pkg-scripts/toolchain.mjs";
import { wasmBindgenVersion } from "../../pkg-scripts/wasm-bindgen.mjs";
import { mvpRustFlags } from "../../pkg-scripts/wasm-build.mjs";

const LISTED =
  "stable-x86_64-unknown-linux-gnu (default)\n1.95.0-x86_64-unknown-linux-gnu (active)\nyidi-debian";

test("the pinned toolchain wins if it is complete", () => {
  assert.equal(chooseToolchain(LISTED, "1.95.0", []), "pinned");
  assert.equal(chooseToolchain(LISTED, "1.95.0", ["rust-src"]), "debian");
});

test("Debian's counts only under the name that set-up links it with", () => {
  assert.equal(chooseToolchain("stable-x86_64-unknown-linux-gnu (default)", "1.95.0", []), "none");
  assert.equal(chooseToolchain("yidi-debian (default)", "1.95.0", []), "debian");
});

test("1.95.0 is not 1.95.01 or 11.95.0", () => {
  assert.equal(chooseToolchain("1.95.01-x86_64\n11.95.0-x86_64", "1.95.0", []), "none");
});

test("Debian's toolchain needs its own linker, the pinned one brings its own", () => {
  assert.deepEqual(toolchainEnv("debian"), {
    RUSTUP_TOOLCHAIN: "yidi-debian",
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER: "wasm-ld-19",
  });
  assert.deepEqual(toolchainEnv("pinned"), {});
});

test("Debian has no compiled std for wasm, so it is built from source there only", () => {
  assert.deepEqual(wasmTargetEnv("debian"), {
    RUSTC_BOOTSTRAP: "1",
    CARGO_UNSTABLE_BUILD_STD: "std,panic_abort",
  });
  assert.deepEqual(wasmTargetEnv("pinned"), {});
});

test("components and targets are read from rust-toolchain.toml", () => {
  const text =
    '[toolchain]\nchannel = "1.95.0"\ncomponents = ["rustfmt", "rust-src"]\ntargets = ["wasm32-unknown-unknown"]\n';
  assert.deepEqual(pinnedRust(text), {
    channel: "1.95.0",
    components: ["rustfmt", "rust-src"],
    targets: ["wasm32-unknown-unknown"],
  });
  assert.throws(() => pinnedRust("[toolchain]\n"), /no channel/);
  assert.match(pinnedRust().channel, /^\d+\.\d+\.\d+$/);
  assert.ok(pinnedRust().targets.includes("wasm32-unknown-unknown"));
});

test("a missing component or target is named", () => {
  const pinned = {
    channel: "1.95.0",
    components: ["rustfmt", "rust-src"],
    targets: ["wasm32-unknown-unknown"],
  };
  const installed =
    "cargo-x86_64-unknown-linux-gnu\nrust-std-x86_64-unknown-linux-gnu\nrustfmt-x86_64-unknown-linux-gnu";
  assert.deepEqual(missingComponents(installed, pinned), ["rust-src", "rust-std-wasm32-unknown-unknown"]);
  const complete = `${installed}\nrust-src\nrust-std-wasm32-unknown-unknown`;
  assert.deepEqual(missingComponents(complete, pinned), []);
});

test("the wasm-bindgen version is the crate's own", () => {
  const lock =
    '[[package]]\nname = "wasm-bindgen-shared"\nversion = "9.9.9"\n\n[[package]]\nname = "wasm-bindgen"\nversion = "0.2.130"\n';
  assert.equal(wasmBindgenVersion(lock), "0.2.130");
  assert.throws(() => wasmBindgenVersion(""), /no wasm-bindgen/);
});

test("the wasm flags switch off every newer feature and hide this machine's folders", () => {
  const flags = mvpRustFlags({ root: "/home/a/yidi", cargoHome: "/home/a/.cargo", sysroot: "/home/a/rust" });
  assert.ok(flags.includes("-Ctarget-cpu=mvp"));
  const features = "-reference-types,-multivalue,-bulk-memory,-nontrapping-fptoint,-sign-ext";
  assert.ok(flags.includes(`-Ctarget-feature=${features}`));
  assert.ok(flags.includes("--remap-path-prefix=/home/a/.cargo=cargo"));
});

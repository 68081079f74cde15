import assert from "node:assert/strict";
import { test } from "node:test";
import { npmPackagesMatch, planSetup } from "../../pkg-scripts/setup-plan.mjs";

/** @type {import("../../pkg-scripts/setup-plan.mjs").Facts} */
const COMPLETE = {
  node: "20.19.0",
  toolchain: "pinned",
  rustupCannotFetch: false,
  rust: { channel: "1.95.0", components: ["rust-src"], targets: ["wasm32-unknown-unknown"] },
  wasmBindgenVersion: "0.2.130",
  wasmBindgenRoot: "/cache/wasm-bindgen-0.2.130",
  wasmBindgen: true,
  npmPackages: true,
  browserPackages: [],
  python: true,
  mayInstallPackages: true,
};

/** @param {Partial<typeof COMPLETE>} change @param {"build" | "test"} profile */
const plan = (change, profile = "test") => planSetup({ ...COMPLETE, ...change }, profile);

test("nothing is missing: nothing to do, in both profiles", () => {
  assert.deepEqual(plan({}, "build"), []);
  assert.deepEqual(plan({}, "test"), []);
});

test("an old Node is named before anything else, a current one passes", () => {
  const [step, ...rest] = plan({ node: "18.20.4", toolchain: null, npmPackages: false });
  assert.deepEqual(step, { thing: "Node", ask: "install Node 20 or newer; this is 18.20.4" });
  assert.deepEqual(rest, []);
  assert.deepEqual(plan({ node: "22.1.0" }), []);
  assert.equal(plan({ node: "9.11.2" }).length, 1);
});

test("without rustup the user is told to install it", () => {
  const [step] = plan({ toolchain: null });
  assert.ok("ask" in step);
  assert.match(step.ask, /rustup/);
});

test("a missing toolchain is installed by rustup, with its components and targets, leaving rustup itself alone", () => {
  const [step] = plan({ toolchain: "none" });
  assert.deepEqual(step, {
    thing: "Rust 1.95.0",
    commands: [
      [
        ...["rustup", "toolchain", "install", "1.95.0", "--profile", "minimal", "--no-self-update"],
        ...["--component", "rust-src", "--target", "wasm32-unknown-unknown"],
      ],
    ],
  });
});

test("where rustup can download nothing, root gets Debian's Rust, linked", () => {
  const [step] = plan({ toolchain: "none", rustupCannotFetch: true });
  assert.ok("commands" in step);
  assert.deepEqual(
    step.commands.map(([command]) => command),
    ["apt-get", "apt-get", "rustup"],
  );
  assert.ok(step.commands[1].includes("rustc-web") && step.commands[1].includes("lld-19"));
  assert.deepEqual(step.commands[2], ["rustup", "toolchain", "link", "yidi-debian", "/usr"]);
});

test("where rustup can download nothing, others get the exact command", () => {
  const [step] = plan({ toolchain: "none", rustupCannotFetch: true, mayInstallPackages: false });
  assert.ok("ask" in step);
  assert.match(step.ask, /^sudo apt-get install rustc-web .* && rustup toolchain link yidi-debian \/usr$/);
});

test("Debian's linked toolchain is enough", () => {
  assert.deepEqual(plan({ toolchain: "debian", rustupCannotFetch: true }), []);
});

test("wasm-bindgen-cli comes at the crate's version, into the cache, after Rust", () => {
  const steps = plan({ toolchain: "none", wasmBindgen: false });
  assert.deepEqual(
    steps.map(({ thing }) => thing),
    ["Rust 1.95.0", "wasm-bindgen-cli 0.2.130 (some minutes)"],
  );
  assert.deepEqual("commands" in steps[1] && steps[1].commands, [
    ["cargo", "install", "wasm-bindgen-cli", "--version", "0.2.130", "--root", "/cache/wasm-bindgen-0.2.130"],
  ]);
});

test("npm packages come from the lock file", () => {
  assert.deepEqual(plan({ npmPackages: false }), [{ thing: "npm packages", commands: [["npm", "ci"]] }]);
});

test("the browser is for the tests only; who may not install it is told how", () => {
  const browserPackages = ["chromium", "chromium-driver"];
  assert.deepEqual(plan({ browserPackages }, "build"), []);
  const [install] = plan({ browserPackages });
  assert.deepEqual("commands" in install && install.commands[1].slice(-2), browserPackages);
  assert.deepEqual(plan({ browserPackages, mayInstallPackages: false }), [
    { thing: "browser for the tests", ask: "sudo apt-get install chromium chromium-driver" },
  ]);
});

test("Python is for the tests only, and comes from the system", () => {
  assert.deepEqual(plan({ python: false }, "build"), []);
  const [install] = plan({ python: false });
  assert.deepEqual("commands" in install && install.commands[1].slice(-1), ["python3"]);
  assert.deepEqual(plan({ python: false, mayInstallPackages: false }), [
    { thing: "Python 3.11 or newer for the tests", ask: "sudo apt-get install python3" },
  ]);
});

test("npm packages match if every needed one is there at its version", () => {
  const lock = {
    packages: {
      "": { version: "0.1.0" },
      "node_modules/vite": { version: "8.3.8" },
      "node_modules/other-system": { version: "1.0.0", optional: true },
    },
  };
  const vite = (/** @type {string} */ version) => ({ packages: { "node_modules/vite": { version } } });
  assert.equal(npmPackagesMatch(lock, vite("8.3.8")), true);
  assert.equal(npmPackagesMatch(lock, vite("8.3.7")), false);
  assert.equal(npmPackagesMatch(lock, { packages: {} }), false);
  assert.equal(npmPackagesMatch(lock, null), false);
  const stale = {
    packages: { ...vite("8.3.8").packages, "node_modules/other-system": { version: "0.9.0" } },
  };
  assert.equal(npmPackagesMatch(lock, stale), false);
});

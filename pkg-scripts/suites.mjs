import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { findChromedriver, findChromium, webdriverCapabilities } from "./browser.mjs";
import { inRoot, npmCommand } from "./paths.mjs";
import { cargoCounts, nodeCounts } from "./test-counts.mjs";
import { installedToolchain, wasmTargetEnv } from "./toolchain.mjs";
import { wasmBindgenCommand } from "./wasm-bindgen.mjs";

/**
 * @typedef {object} Suite
 * @property {string} name
 * @property {boolean} [needsBuild] it tests what a build writes
 * @property {() => [command: string, ...args: string[]][]} commands
 * @property {() => Record<string, string>} [env]
 * @property {(output: string) => import("./test-counts.mjs").Counts} [count] without it a suite is one check
 */

const WASM_TARGET = "--target=wasm32-unknown-unknown";

/** Which test files belong to which suite; each file to exactly one. */
export const NODE_TESTS = {
  present: /^tests\/present\//,
  schemas: /^tests\/schemas\//,
  settlement: /^tests\/settlement\//,
  contract: /^tests\/contract\//,
  boundary: /^tests\/boundary\//,
  golden: /^tests\/oracle\//,
  outbox: /^tests\/outbox\//,
  packaging: /^tests\/packaging\//,
  "build-scripts": /^tests\/build\//,
  "e2e-web": /^tests\/e2e\/web/,
  "e2e-miniprogram": /^tests\/e2e\/miniprogram/,
};

export function nodeTestFiles() {
  const names = readdirSync(inRoot("tests"), { recursive: true }).map((name) =>
    `tests/${name}`.replaceAll("\\", "/"),
  );
  return names.filter((name) => name.endsWith(".test.mjs")).sort();
}

/** @param {keyof typeof NODE_TESTS} name @param {boolean} needsBuild @returns {Suite} */
function nodeSuite(name, needsBuild) {
  const options = ["--test", "--test-reporter=spec", "--test-timeout=900000"];
  return {
    name,
    needsBuild,
    commands() {
      const files = nodeTestFiles().filter((file) => NODE_TESTS[name].test(file));
      // Without a file, Node would look for tests everywhere.
      return files.length === 0 ? [] : [[process.execPath, ...options, ...files]];
    },
    count: nodeCounts,
  };
}

const wasmTarget = () => wasmTargetEnv(installedToolchain() ?? "none");

/** @returns {Record<string, string>} */
const wasmRunner = () => ({
  ...wasmTarget(),
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER: wasmBindgenCommand("wasm-bindgen-test-runner"),
});

function browserRunner() {
  const capabilities = inRoot("target", "yidi", "webdriver.json");
  mkdirSync(dirname(capabilities), { recursive: true });
  writeFileSync(capabilities, JSON.stringify(webdriverCapabilities(findChromium() ?? "")));
  return {
    ...wasmRunner(),
    CHROMEDRIVER: findChromedriver() ?? "",
    WASM_BINDGEN_USE_BROWSER: "1",
    WASM_BINDGEN_TEST_TIMEOUT: "120",
    WASM_BINDGEN_TEST_WEBDRIVER_JSON: capabilities,
  };
}

/** @type {[string, ...string[]]} */
const WASM_TEST = ["cargo", "test", "--locked", "--no-fail-fast", WASM_TARGET, "--test=wasm"];

/** In the order in which `npm test` runs them: what is quick to fail first. @type {Suite[]} */
export const SUITES = [
  { name: "format", commands: () => [["cargo", "fmt", "--check"]] },
  {
    name: "clippy",
    commands: () => [["cargo", "clippy", "--locked", "--all-targets", "--all-features", "--", "-Dwarnings"]],
  },
  {
    name: "clippy-wasm",
    commands: () => [["cargo", "clippy", "--locked", "--lib", "--tests", WASM_TARGET, "--", "-Dwarnings"]],
    env: wasmTarget,
  },
  { name: "lint", commands: () => [[npmCommand("biome"), "ci", "--error-on-warnings"]] },
  {
    name: "rust",
    commands: () => [["cargo", "test", "--locked", "--no-fail-fast", "--all-features"]],
    count: cargoCounts,
  },
  { name: "build", commands: () => [[process.execPath, inRoot("pkg-scripts", "build.mjs")]] },
  {
    name: "typecheck",
    needsBuild: true,
    commands: () =>
      ["tsconfig.json", "pkg-scripts/tsconfig.json"].map((file) => [npmCommand("tsc"), "-p", file]),
  },
  { name: "wasm-node", commands: () => [WASM_TEST], env: wasmRunner, count: cargoCounts },
  { name: "wasm-chromium", commands: () => [WASM_TEST], env: browserRunner, count: cargoCounts },
  nodeSuite("build-scripts", true),
  nodeSuite("present", true),
  nodeSuite("schemas", true),
  nodeSuite("settlement", true),
  nodeSuite("golden", true),
  nodeSuite("contract", true),
  nodeSuite("boundary", true),
  nodeSuite("outbox", true),
  nodeSuite("packaging", true),
  nodeSuite("e2e-web", true),
  nodeSuite("e2e-miniprogram", true),
];

/** @param {readonly string[]} names none means all */
export function chooseSuites(names) {
  const known = SUITES.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Error(`no such suite: ${unknown.join(", ")} (there are: ${known.join(", ")})`);
  return names.length === 0 ? SUITES : SUITES.filter(({ name }) => names.includes(name));
}

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { findChromedriver, findChromium } from "./browser.mjs";
import { inRoot } from "./paths.mjs";
import { findPython } from "./python.mjs";
import { answer, CommandFailed, run } from "./run.mjs";
import { npmPackagesMatch, planSetup } from "./setup-plan.mjs";
import { installedToolchain, installedToolchainEnv, pinnedRust } from "./toolchain.mjs";
import { wasmBindgenRoot, wasmBindgenVersion } from "./wasm-bindgen.mjs";

/** @typedef {"build" | "test"} Profile */

function npmPackagesInstalled() {
  const installed = inRoot("node_modules", ".package-lock.json");
  if (!existsSync(installed)) return false;
  /** @param {string} file */
  const read = (file) => JSON.parse(readFileSync(file, "utf8"));
  return npmPackagesMatch(read(inRoot("package-lock.json")), read(installed));
}

/** Without such a font a screenshot of Chinese text is a row of boxes. */
function hasChineseFont() {
  const listed = answer("fc-list", [":lang=zh-cn", "file"]);
  if (listed !== null) return listed !== "";
  const fonts = "/usr/share/fonts";
  return (
    existsSync(fonts) && readdirSync(fonts, { recursive: true }).some((file) => /CJK/i.test(String(file)))
  );
}

function missingBrowserPackages() {
  const missing = [];
  if (!findChromium()) missing.push("chromium");
  if (!findChromedriver()) missing.push("chromium-driver");
  if (!hasChineseFont()) missing.push("fonts-noto-cjk");
  return missing;
}

const hasPython = () =>
  answer(findPython() ?? "python3", ["-c", "import sys; assert sys.version_info >= (3, 11)"]) !== null;

/** @returns {import("./setup-plan.mjs").Facts} */
function lookAtMachine() {
  const version = wasmBindgenVersion();
  return {
    node: process.versions.node,
    toolchain: installedToolchain(),
    rustupCannotFetch: false,
    rust: pinnedRust(),
    wasmBindgenVersion: version,
    wasmBindgenRoot: wasmBindgenRoot(version),
    wasmBindgen: existsSync(join(wasmBindgenRoot(version), "bin", "wasm-bindgen-test-runner")),
    npmPackages: npmPackagesInstalled(),
    browserPackages: missingBrowserPackages(),
    python: hasPython(),
    mayInstallPackages: process.getuid?.() === 0 && answer("apt-get", ["--version"]) !== null,
  };
}

/** @param {Exclude<import("./setup-plan.mjs").Step, { ask: string }>} step */
function perform({ thing, commands }) {
  console.log(`setup: installing ${thing}`);
  for (const [command, ...args] of commands) {
    run(command, args, {
      quiet: true,
      env: { ...installedToolchainEnv(), DEBIAN_FRONTEND: "noninteractive" },
    });
  }
}

/**
 * Installs what is missing for the profile; silent when nothing is.
 * @param {Profile} profile
 */
export function setup(profile) {
  const begun = performance.now();
  const facts = lookAtMachine();
  let steps = planSetup(facts, profile);
  const asked = steps.filter((step) => "ask" in step);
  if (asked.length > 0)
    throw new Error(asked.map((step) => `${step.thing} is missing: ${step.ask}`).join("\n       "));
  if (steps.length === 0) return;

  while (steps.length > 0) {
    const [step, ...rest] = steps;
    if ("ask" in step) throw new Error(`${step.thing}: ${step.ask}`);
    try {
      perform(step);
      steps = rest;
    } catch (error) {
      if (!(error instanceof CommandFailed) || error.command !== "rustup" || facts.rustupCannotFetch)
        throw error;
      facts.rustupCannotFetch = true;
      steps = planSetup(facts, profile);
    }
  }
  console.log(`setup: done in ${((performance.now() - begun) / 1000).toFixed(0)} s`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const profile = process.argv[2] ?? "build";
  try {
    if (profile !== "build" && profile !== "test")
      throw new Error(`no such profile: ${profile} (build, test)`);
    setup(profile);
  } catch (error) {
    console.error(`setup: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}

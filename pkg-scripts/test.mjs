import { spawn } from "node:child_process";
import { findChromium } from "./browser.mjs";
import { buildIfChanged } from "./build.mjs";
import { root } from "./paths.mjs";
import { setup } from "./setup.mjs";
import { chooseSuites } from "./suites.mjs";
import { judge, resultTable } from "./test-counts.mjs";
import { installedToolchainEnv } from "./toolchain.mjs";

/**
 * Runs a command with its output on the terminal, and keeps the output.
 * @param {[command: string, ...args: string[]]} command
 * @param {Record<string, string>} env
 * @returns {Promise<{ succeeded: boolean, output: string }>}
 */
function runAndKeep([command, ...args], env) {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const chunks = { stdout: "", stderr: "" };
  for (const name of /** @type {const} */ (["stdout", "stderr"])) {
    child[name].setEncoding("utf8").on("data", (chunk) => {
      process[name].write(chunk);
      chunks[name] += chunk;
    });
  }
  return new Promise((resolve) => {
    child.on("error", (error) => {
      console.error(`${command}: ${error.message}`);
      resolve({ succeeded: false, output: "" });
    });
    child.on("close", (code) => resolve({ succeeded: code === 0, output: chunks.stdout }));
  });
}

/**
 * @param {import("./suites.mjs").Suite} suite
 * @param {Record<string, string>} env
 * @returns {Promise<import("./test-counts.mjs").Result>}
 */
async function runSuite(suite, env) {
  console.log(`\n=== ${suite.name} ===`);
  const begun = performance.now();
  let succeeded = true;
  let output = "";
  let passedCommands = 0;
  for (const command of suite.commands()) {
    const one = await runAndKeep(command, { ...env, ...suite.env?.() });
    succeeded &&= one.succeeded;
    output += one.output;
    if (one.succeeded) passedCommands++;
  }
  const asOneCheck = { passed: succeeded && passedCommands > 0 ? 1 : 0, failed: 0, skipped: 0 };
  const counts = judge(suite.count?.(output) ?? asOneCheck, succeeded);
  if (succeeded && counts.failed > 0) console.error(`${suite.name}: no test ran`);
  return { suite: suite.name, ...counts, seconds: (performance.now() - begun) / 1000 };
}

async function main() {
  const suites = chooseSuites(process.argv.slice(2));
  setup("test");
  const buildAmongThem = suites.some(({ name }) => name === "build");
  if (!buildAmongThem && suites.some(({ needsBuild }) => needsBuild)) {
    await buildIfChanged();
  }
  const env = { ...installedToolchainEnv(), CHROMIUM: findChromium() ?? "" };
  const results = [];
  for (const suite of suites) results.push(await runSuite(suite, env));
  console.log(`\n${resultTable(results)}`);
  if (results.some(({ failed }) => failed > 0)) process.exitCode = 1;
}

await main().catch((error) => {
  console.error(`test: ${error.message}`);
  process.exitCode = 1;
});

import { findChromium } from "./browser.mjs";
import { buildIfChanged } from "./build.mjs";
import { runAndKeep } from "./run.mjs";
import { setup } from "./setup.mjs";
import { chooseSuites } from "./suites.mjs";
import { judge, resultTable } from "./test-counts.mjs";
import { installedToolchainEnv } from "./toolchain.mjs";

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

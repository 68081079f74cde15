import { buildIfChanged } from "./build.mjs";
import { chooseParts, isProved, proofTable } from "./prove-parts.mjs";
import { runAndKeep } from "./run.mjs";
import { setup } from "./setup.mjs";
import { installedToolchainEnv } from "./toolchain.mjs";

// The long proof, of which `npm test` runs a bounded share: `npm run prove -- [--seed=n] [part …]`.

/** @param {string[]} args */
function readArguments(args) {
  const options = args.filter((arg) => arg.startsWith("--"));
  const [option] = options;
  const seed = option === undefined ? Date.now() % 2 ** 32 : Number(/^--seed=(\d+)$/.exec(option)?.[1]);
  if (options.length > 1 || !Number.isSafeInteger(seed))
    throw new Error(`cannot read ${options.join(" ")}: npm run prove -- [--seed=n] [part …]`);
  return { seed, parts: chooseParts(args.filter((arg) => !arg.startsWith("--"))) };
}

/**
 * @param {import("./prove-parts.mjs").Part} part
 * @param {import("./prove-parts.mjs").Setting} setting
 * @returns {Promise<import("./prove-parts.mjs").Row>}
 */
async function provePart({ name, prove }, setting) {
  console.log(`\n=== ${name} ===`);
  const begun = performance.now();
  const finding = await prove(setting).catch((error) => {
    console.error(`${name}: ${error.message}`);
    return { tried: 0, of: "", problems: 1, note: error.message };
  });
  return { ...finding, part: name, seconds: (performance.now() - begun) / 1000 };
}

async function main() {
  const { seed, parts } = readArguments(process.argv.slice(2));
  setup("test");
  if (parts.some(({ needsBuild }) => needsBuild)) await buildIfChanged();
  const toolchain = installedToolchainEnv();
  const rows = [];
  for (const part of parts) {
    rows.push(
      await provePart(part, { seed, run: (command, env) => runAndKeep(command, { ...toolchain, ...env }) }),
    );
  }
  console.log(`\nseed ${seed}\n\n${proofTable(rows)}`);
  if (!rows.every(isProved)) process.exitCode = 1;
}

await main().catch((error) => {
  console.error(`prove: ${error.message}`);
  process.exitCode = 1;
});

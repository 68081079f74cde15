/*
 * libFuzzer over every target for so long each: `node tests/fuzz/run.mjs <seconds> <seed> [target …]`. It needs rustup's nightly
 * toolchain; without it nothing is fuzzed, and that is an error, not a pass.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { inRoot, toolCache } from "../../pkg-scripts/paths.mjs";
import { answer, run } from "../../pkg-scripts/run.mjs";

const CARGO_FUZZ = "0.13.2";
const FOLDER = inRoot("target", "fuzz");
const LONGEST_INPUT = 1 << 16;

const [seconds = "60", seed = "1", ...only] = process.argv.slice(2);

function requireNightly() {
  const toolchains = answer("rustup", ["toolchain", "list"]) ?? "";
  if (!/^nightly-/m.test(toolchains))
    throw new Error(
      "rustup has no nightly toolchain, so nothing was fuzzed: rustup toolchain install nightly --profile minimal",
    );
}

function cargoFuzz() {
  const folder = join(toolCache(), `cargo-fuzz-${CARGO_FUZZ}`);
  const command = join(folder, "bin", "cargo-fuzz");
  if (!existsSync(command)) {
    console.log(`installing cargo-fuzz ${CARGO_FUZZ} (some minutes)`);
    run("cargo", ["install", "cargo-fuzz", "--version", CARGO_FUZZ, "--locked", "--root", folder], {
      quiet: true,
    });
  }
  return command;
}

/** @param {string} target @param {string} corpus */
function fuzz(target, corpus) {
  const artifacts = join(FOLDER, "artifacts", target);
  mkdirSync(artifacts, { recursive: true });
  const limits = [
    `-max_total_time=${seconds}`,
    `-seed=${seed}`,
    `-max_len=${LONGEST_INPUT}`,
    "-timeout=30",
    "-rss_limit_mb=4096",
  ];
  const args = [
    "fuzz",
    "run",
    `--fuzz-dir=${inRoot("tests", "fuzz")}`,
    `--target-dir=${FOLDER}`,
    target,
    corpus,
    "--",
  ];
  const last = ["-print_final_stats=1", "-verbosity=0", `-artifact_prefix=${artifacts}/`];
  // libFuzzer tells everything on its standard error.
  const { status, stderr } = spawnSync(cargoFuzz(), [...args, ...limits, ...last], {
    cwd: inRoot(),
    env: { ...process.env, RUSTUP_TOOLCHAIN: "nightly" },
    stdio: ["ignore", "inherit", "pipe"],
    encoding: "utf8",
    maxBuffer: 64 << 20,
  });
  const executed = /stat::number_of_executed_units:\s+(\d+)/.exec(stderr)?.[1];
  const withstood = status === 0 && executed !== undefined;
  if (!withstood) console.error(stderr.split("\n").slice(-80).join("\n"));
  return { tried: Number(executed ?? 0), problems: withstood ? 0 : 1 };
}

requireNightly();
const corpora = join(FOLDER, "corpus");
const manifest = inRoot("tests", "fuzz", "Cargo.toml");
run("cargo", [
  "run",
  "--quiet",
  `--manifest-path=${manifest}`,
  // The library has the same name whatever its features: where the build has its own, it would find this one.
  `--target-dir=${FOLDER}`,
  "--bin=seeds",
  "--",
  corpora,
]);
const found = { tried: 0, problems: 0, targets: 0 };
for (const target of readdirSync(corpora).filter((name) => only.length === 0 || only.includes(name))) {
  const { tried, problems } = fuzz(target, join(corpora, target));
  console.log(`${target}: ${tried} inputs, ${problems === 0 ? "withstood" : "NOT withstood"}`);
  found.tried += tried;
  found.problems += problems;
  found.targets += 1;
}
console.log(`FUZZ ${JSON.stringify(found)}`);
if (found.problems > 0) process.exitCode = 1;

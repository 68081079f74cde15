/*
 * Which lines and branches of the rule rooms the Rust tests reach: `node tests/coverage/run.mjs`. It needs the LLVM tools of the compiler,
 * and installs them through rustup where they are missing; without them nothing is measured, and that is an error, not a pass.
 *
 * The lines that no test reaches are written to `target/coverage/not-reached.txt`.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inRoot } from "../../pkg-scripts/paths.mjs";
import { answer, CommandFailed, output, run } from "../../pkg-scripts/run.mjs";
import { lcovRecords } from "./lcov.mjs";

const ROOMS = ["estimate", "filing", "notice", "settlement", "policy", "outbox"];
/** Models of many states, which reach nothing that the others do not, and take long when they are counted. */
const LEFT_OUT = ["notice_model", "outbox_model", "wasm"];
/** Built by the benchmark alone. */
const NO_RULES = ["src/estimate/bench.rs"];
const FOLDER = inRoot("target", "coverage");

/** The least that is accepted, in percent. */
const LEAST = { lines: 97, branches: 90 };

function findLlvmTools() {
  const about = answer("rustc", ["-vV"]) ?? "";
  const host = /^host: (\S+)$/m.exec(about)?.[1] ?? "";
  const llvm = /^LLVM version: (\d+)/m.exec(about)?.[1] ?? "";
  const sysroot = answer("rustc", ["--print=sysroot"]) ?? "";
  // Rustup's, or those that a system packages beside a compiler of its own.
  const folders = [join(sysroot, "lib", "rustlib", host, "bin"), `/usr/lib/llvm-${llvm}/bin`];
  return { llvm, folder: folders.find((folder) => existsSync(join(folder, "llvm-cov"))) };
}

function llvmTools() {
  const found = findLlvmTools();
  if (found.folder) return found.folder;
  console.log("installing llvm-tools");
  try {
    run("rustup", ["component", "add", "llvm-tools"], { quiet: true });
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
  }
  const { llvm, folder } = findLlvmTools();
  if (folder) return folder;
  throw new Error(
    `no LLVM tools, so nothing was measured: rustup component add llvm-tools (or your system's llvm-${llvm})`,
  );
}

const tools = llvmTools();
const env = {
  // Branches are an option that the compiler keeps to its own next version.
  RUSTC_BOOTSTRAP: "1",
  RUSTFLAGS: "-Cinstrument-coverage -Zcoverage-options=branch",
  CARGO_TARGET_DIR: join(FOLDER, "build"),
  CARGO_PROFILE_DEV_OPT_LEVEL: "1",
  CARGO_PROFILE_DEV_DEBUG: "0",
  LLVM_PROFILE_FILE: join(FOLDER, "%m.profraw"),
  YIDI_HOSTILE_CASES: "50",
  PROPTEST_CASES: "200",
};
for (const file of existsSync(FOLDER) ? readdirSync(FOLDER) : [])
  if (file.endsWith(".profraw")) rmSync(join(FOLDER, file));

const tests = readdirSync(inRoot("tests"))
  .filter((name) => name.endsWith(".rs"))
  .map((name) => name.slice(0, -3));
const chosen = tests.filter((name) => !LEFT_OUT.includes(name)).map((name) => `--test=${name}`);
const built = output(
  "cargo",
  ["test", "--locked", "--no-run", "--message-format=json", "--lib", ...chosen],
  env,
);
const messages = built
  .split("\n")
  .filter((line) => line.startsWith("{"))
  .map((line) => JSON.parse(line));
const executables = messages
  .filter(({ executable, profile }) => executable && profile?.test)
  .map(({ executable }) => executable);
for (const executable of executables) {
  console.log(executable.replace(/^.*\/|-\w+$/g, ""));
  run(executable, ["--quiet"], { env, quiet: true });
}

const profile = join(FOLDER, "all.profdata");
const raw = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".profraw"))
  .map((file) => join(FOLDER, file));
run(join(tools, "llvm-profdata"), ["merge", "--sparse", ...raw, "-o", profile]);
const [first, ...more] = executables;
const objects = [first, ...more.flatMap((executable) => ["--object", executable])];
const exported = ["export", "--format=lcov", `--instr-profile=${profile}`, ...objects];
const reached = lcovRecords(output(join(tools, "llvm-cov"), exported), `${inRoot()}/`);

/** @typedef {{ count: number, covered: number }} Share */

/** @param {import("./lcov.mjs").Reached[]} files @param {"lines" | "branches"} what @returns {Share} */
const share = (files, what) => ({
  count: files.reduce((total, file) => total + file[what].count, 0),
  covered: files.reduce((total, file) => total + file[what].covered, 0),
});
/** @param {Share} share */
const percent = ({ count, covered }) => (count === 0 ? 100 : (100 * covered) / count);
/** @param {Share} share */
const shown = (share) => `${percent(share).toFixed(1)} %`;

const all = [];
for (const room of ROOMS) {
  const files = reached.filter(({ file }) => file.startsWith(`src/${room}/`) && !NO_RULES.includes(file));
  all.push(...files);
  const [lines, branches] = [share(files, "lines"), share(files, "branches")];
  console.log(
    `${room.padEnd(12)}${shown(lines).padStart(8)} of ${lines.count} lines${shown(branches).padStart(10)} of ${branches.count} branches`,
  );
}
const missed = all.flatMap(({ file, missedLines }) => {
  const source = readFileSync(inRoot(file), "utf8").split("\n");
  return missedLines.map((line) => `${file}:${line}: ${source[line - 1]?.trim()}`);
});
writeFileSync(join(FOLDER, "not-reached.txt"), `${missed.join("\n")}\n`);

const [lines, branches] = [share(all, "lines"), share(all, "branches")];
console.log(`${missed.length} lines that no test reaches: target/coverage/not-reached.txt`);
console.log(
  `COVERAGE ${JSON.stringify({ tried: lines.count, lines: shown(lines), branches: shown(branches) })}`,
);
for (const [what, found] of /** @type {const} */ ([
  ["lines", lines],
  ["branches", branches],
]))
  if (percent(found) < LEAST[what]) {
    console.error(`less than ${LEAST[what]} % of the ${what}`);
    process.exitCode = 1;
  }

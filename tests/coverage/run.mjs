/*
 * Which lines and branches of the rule rooms the Rust tests reach: `node tests/coverage/run.mjs`. Branches are an option of the compiler
 * that is not stable yet, so that a nightly toolchain is asked for; without one, lines and regions are told and branches are not.
 */
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { inRoot } from "../../pkg-scripts/paths.mjs";
import { answer, output, run } from "../../pkg-scripts/run.mjs";
import { pinnedRust } from "../../pkg-scripts/toolchain.mjs";

const ROOMS = ["estimate", "filing", "notice", "settlement", "policy", "outbox"];
/** Models of many states, which reach nothing that the others do not, and take long when they are counted. */
const LEFT_OUT = ["notice_model", "outbox_model", "wasm"];
const FOLDER = inRoot("target", "coverage");

/** The least that is accepted, in percent of the lines. */
const LEAST = 90;

/** The LLVM tools of a toolchain, which `rustup component add llvm-tools` brings. @param {string} toolchain */
function llvmTools(toolchain) {
  const sysroot = answer("rustc", ["--print=sysroot"], { RUSTUP_TOOLCHAIN: toolchain });
  const host = /host: (\S+)/.exec(answer("rustc", ["-vV"], { RUSTUP_TOOLCHAIN: toolchain }) ?? "")?.[1];
  if (!sysroot || !host) return null;
  const folder = join(sysroot, "lib", "rustlib", host, "bin");
  return existsSync(join(folder, "llvm-cov")) ? folder : null;
}

function chosenToolchain() {
  const choices = [
    { toolchain: "nightly", flags: "-Cinstrument-coverage -Zcoverage-options=branch" },
    { toolchain: pinnedRust().channel, flags: "-Cinstrument-coverage" },
  ];
  for (const choice of choices) {
    const tools = llvmTools(choice.toolchain);
    if (tools !== null) return { ...choice, tools };
  }
  throw new Error(
    `no LLVM tools, so nothing was measured: rustup component add llvm-tools --toolchain ${pinnedRust().channel}`,
  );
}

const { toolchain, flags, tools } = chosenToolchain();
const env = {
  RUSTUP_TOOLCHAIN: toolchain,
  RUSTFLAGS: flags,
  CARGO_TARGET_DIR: join(FOLDER, "build"),
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
for (const executable of executables) run(executable, ["--quiet"], { env, quiet: true });

const profile = join(FOLDER, "all.profdata");
const raw = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".profraw"))
  .map((file) => join(FOLDER, file));
run(join(tools, "llvm-profdata"), ["merge", "--sparse", ...raw, "-o", profile]);
const objects = executables.flatMap((executable) => ["--object", executable]);
const report = JSON.parse(
  output(join(tools, "llvm-cov"), ["export", "--summary-only", `--instr-profile=${profile}`, ...objects]),
);

/** @typedef {{ lines: number[], branches: number[] }} Counts */
const counted = (files) =>
  ["lines", "branches"].map((what) => {
    const sum = (key) => files.reduce((total, { summary }) => total + summary[what][key], 0);
    return { count: sum("count"), covered: sum("covered") };
  });
const percent = ({ count, covered }) => (count === 0 ? "–" : `${((100 * covered) / count).toFixed(1)} %`);

const all = [];
for (const room of ROOMS) {
  const files = report.data[0].files.filter(({ filename }) => filename.startsWith(inRoot("src", room)));
  all.push(...files);
  const [lines, branches] = counted(files);
  console.log(
    `${room.padEnd(12)}${percent(lines).padStart(8)} of ${lines.count} lines${percent(branches).padStart(10)} of ${branches.count} branches`,
  );
  for (const { filename, summary } of files)
    if (summary.lines.percent < 95)
      console.log(`  ${summary.lines.percent.toFixed(1)} %  ${filename.slice(inRoot().length + 1)}`);
}
const [lines, branches] = counted(all);
console.log(
  `COVERAGE ${JSON.stringify({ tried: lines.count, lines: percent(lines), branches: percent(branches) })}`,
);
if ((100 * lines.covered) / lines.count < LEAST) {
  console.error(`less than ${LEAST} % of the lines`);
  process.exitCode = 1;
}

/*
 * How much of the rule rooms' logic the tests would miss: each mutant that cargo-mutants names is made active in turn, and some test has
 * to fail. All mutants are built at once (src/main.rs), so that trying one costs a run of the tests and not a build.
 *
 * `node tests/mutants/run.mjs [--only=part-of-a-name]` prints the score and every survivor that tests/MUTANTS.md does not explain.
 */
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { inRoot, toolCache } from "../../pkg-scripts/paths.mjs";
import { output, run } from "../../pkg-scripts/run.mjs";

const CARGO_MUTANTS = "27.1.0";
/**
 * The rooms, and what is likely to notice a mutant of each: test targets, some of them in two parts, the quick one first. What follows
 * takes the longer, so that a survivor costs a hundred times what a killed one does.
 *
 * @type {{ files: string, stages: { test: string, only?: string, without?: string }[] }[]}
 */
const ROOMS = [
  {
    files: "src/estimate/*.rs",
    stages: ["bill", "compare", "cross_year", "paying", "unknown", "range", "describe", "golden"].map(
      (test) => ({ test }),
    ),
  },
  {
    files: "src/filing/*.rs",
    stages: [
      { test: "filing", only: "every_visit" },
      { test: "filing", only: "every_way" },
      { test: "settlement" },
      { test: "filing", without: "every_" },
      { test: "filing", only: "every_state" },
    ],
  },
  { files: "src/notice/*.rs", stages: [{ test: "notice" }, { test: "filing", without: "every_" }] },
  { files: "src/settlement/check.rs", stages: [{ test: "settlement" }] },
];
const TESTS = [...new Set(ROOMS.flatMap(({ stages }) => stages.map(({ test }) => test)))];
/** Built by the benchmark alone. */
const LEFT_OUT = ["src/estimate/bench.rs"];
const WORK = inRoot("target", "mutants");
/** The sources as they were when the run began, and with the mutants in them. */
const SOURCES = join(WORK, "sources");
const TREE = join(WORK, "tree");
/** The mutants that did not compile the last time; a mutant's name says all that matters for that. */
const UNVIABLE = join(WORK, "unviable.json");
/** Many times what the longest takes. */
const LONGEST = 300_000;

/** @typedef {{ id: number, name: string, file: string, genre: string, replacement: string, span: object }} Mutant */

function cargoMutants() {
  const folder = join(toolCache(), `cargo-mutants-${CARGO_MUTANTS}`);
  const command = join(folder, "bin", "cargo-mutants");
  if (!existsSync(command)) {
    console.log(`installing cargo-mutants ${CARGO_MUTANTS} (some minutes)`);
    run("cargo", ["install", "cargo-mutants", "--version", CARGO_MUTANTS, "--locked", "--root", folder], {
      quiet: true,
    });
  }
  return command;
}

/** Names without places, since a line above may come and go; the same name twice is told apart by its number. @returns {Mutant[]} */
function listed() {
  const args = [
    "mutants",
    "--list",
    "--json",
    ...ROOMS.map(({ files }) => `--file=${files}`),
    ...LEFT_OUT.map((file) => `--exclude=${file}`),
  ];
  const seen = new Map();
  return JSON.parse(output(cargoMutants(), [...args, `--dir=${SOURCES}`])).map((mutant, id) => {
    const name = mutant.name.replace(/:\d+:\d+:/, ":");
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return { ...mutant, id: id + 1, name: count === 1 ? name : `${name} (${count})` };
  });
}

function takeSources() {
  rmSync(SOURCES, { recursive: true, force: true });
  for (const part of ["Cargo.toml", "Cargo.lock", "rust-toolchain.toml", "src", "tests", "pkg-scripts"])
    cpSync(inRoot(part), join(SOURCES, part), { recursive: true });
}

function freshTree() {
  rmSync(TREE, { recursive: true, force: true });
  cpSync(SOURCES, TREE, { recursive: true });
  const library = join(TREE, "src", "lib.rs");
  writeFileSync(library, `${readFileSync(library, "utf8")}\n${SWITCH}`);
}

const SWITCH = `
mod mutant {
    /// The number of the mutant that is active; 0: none.
    pub(crate) fn active() -> u32 {
        static ACTIVE: std::sync::OnceLock<u32> = std::sync::OnceLock::new();
        *ACTIVE.get_or_init(|| std::env::var("YIDI_MUTANT").ok().and_then(|number| number.parse().ok()).unwrap_or(0))
    }
}
`;

const CARGO_ENV = {
  CARGO_TARGET_DIR: join(WORK, "build"),
  CARGO_PROFILE_DEV_DEBUG: "0",
  CARGO_PROFILE_DEV_OPT_LEVEL: "1",
  RUSTFLAGS: "-Awarnings",
};

/** @param {Mutant[]} mutants @returns {{ id: number, file: string, start: number, end: number }[]} */
function rewritten(mutants) {
  freshTree();
  const list = join(WORK, "list.json");
  writeFileSync(list, JSON.stringify(mutants));
  const manifest = inRoot("tests", "mutants", "Cargo.toml");
  const args = ["run", "--release", "--quiet", "--locked", `--manifest-path=${manifest}`, "--", TREE, list];
  return JSON.parse(output("cargo", args, { CARGO_TARGET_DIR: join(WORK, "rewriter") }));
}

/** What cargo says, message by message; it fails while there are mutants that do not compile. */
async function cargo(args) {
  const child = spawn("cargo", [...args, "--message-format=json"], {
    cwd: TREE,
    env: { ...process.env, ...CARGO_ENV },
  });
  const chunks = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"])
    child[name].setEncoding("utf8").on("data", (chunk) => (chunks[name] += chunk));
  const code = await new Promise((resolve) => child.on("close", resolve));
  const messages = chunks.stdout.split("\n").filter((line) => line.startsWith("{"));
  return { succeeded: code === 0, messages: messages.map((line) => JSON.parse(line)), stderr: chunks.stderr };
}

const spansOf = (span) =>
  span === null || span === undefined ? [] : [span, ...spansOf(span.expansion?.span)];

/** The mutants that the compiler will not have. */
function refused(messages, owned) {
  const errors = messages.filter(
    ({ reason, message }) => reason === "compiler-message" && message.level === "error",
  );
  const spans = errors.flatMap(({ message }) =>
    message.spans.filter(({ is_primary }) => is_primary).flatMap(spansOf),
  );
  const ids = spans.flatMap(({ file_name, byte_start, byte_end }) =>
    owned
      .filter(
        ({ file, start, end }) =>
          file === file_name &&
          (start === end ? start === byte_start : start <= byte_start && byte_end <= end),
      )
      .map(({ id }) => id),
  );
  return { errors, ids: new Set(ids) };
}

/** Builds the tests with all mutants that compile. @param {Mutant[]} mutants */
async function built(mutants) {
  const unviable = existsSync(UNVIABLE) ? JSON.parse(readFileSync(UNVIABLE, "utf8")) : [];
  let viable = mutants.filter(({ name }) => !unviable.includes(name));
  for (;;) {
    const owned = rewritten(viable);
    const inserted = new Set(owned.map(({ id }) => id));
    viable = viable.filter(({ id }) => inserted.has(id));
    const { succeeded, messages, stderr } = await cargo(["check", "--locked", "--lib"]);
    if (succeeded) break;
    const { errors, ids } = refused(messages, owned);
    if (ids.size === 0)
      throw new Error(
        `what does not compile is no mutant:\n${errors.map(({ message }) => message.rendered).join("\n") || stderr}`,
      );
    console.log(`${ids.size} of ${viable.length} mutants do not compile`);
    unviable.push(...viable.filter(({ id }) => ids.has(id)).map(({ name }) => name));
    writeFileSync(UNVIABLE, JSON.stringify(unviable));
    viable = viable.filter(({ id }) => !ids.has(id));
  }
  const { succeeded, messages, stderr } = await cargo([
    "test",
    "--locked",
    "--no-run",
    ...TESTS.map((test) => `--test=${test}`),
  ]);
  if (!succeeded) throw new Error(stderr);
  const built = messages.filter(({ executable, profile }) => executable && profile?.test);
  const executables = new Map(built.map(({ executable, target }) => [target.name, executable]));
  return { viable, executables };
}

/** @returns {Promise<"passed" | "failed" | "too long">} */
function tried(executable, { only, without }, id) {
  const filters = [...(only ? [only] : []), ...(without ? [`--skip=${without}`] : [])];
  return new Promise((resolve) => {
    const child = spawn(executable, ["--test-threads=1", ...filters], {
      cwd: TREE,
      env: { ...process.env, YIDI_MUTANT: String(id), RUST_BACKTRACE: "0" },
      stdio: "ignore",
    });
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      resolve("too long");
    }, LONGEST);
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve(code === 0 ? "passed" : "failed");
    });
  });
}

/** Which stage notices the mutant; null: none. */
async function noticed(executables, stages, id) {
  for (const stage of stages) {
    const ended = await tried(executables.get(stage.test), stage, id);
    if (ended !== "passed") return `${stage.test} ${stage.only ?? ""} (${ended})`;
  }
  return null;
}

const roomOf = ({ file }) => ROOMS.find(({ files }) => file.startsWith(files.replace(/\*.*$/, "")));

/** The survivors that are explained: a line of the table each. */
export function explained(text = readFileSync(inRoot("tests", "MUTANTS.md"), "utf8")) {
  return new Set([...text.matchAll(/^- `(src\/[^`]+)`/gm)].map(([, name]) => name));
}

export async function tryMutants({ only = "", jobs = 2 } = {}) {
  mkdirSync(WORK, { recursive: true });
  takeSources();
  const all = listed();
  const { viable, executables } = await built(all);
  const asked = viable.filter(({ name }) => name.includes(only));
  for (const { stages } of ROOMS) {
    const baseline = await noticed(executables, stages, 0);
    if (baseline !== null) throw new Error(`without a mutant: ${baseline}`);
  }
  const survivors = [];
  const queue = [...asked];
  async function work() {
    for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
      const by = await noticed(executables, roomOf(mutant)?.stages ?? [], mutant.id);
      if (by === null) {
        survivors.push(mutant.name);
        console.log(`survives: ${mutant.name}`);
      }
      if (queue.length % 100 === 0) console.log(`${queue.length} left`);
    }
  }
  await Promise.all(Array.from({ length: jobs }, work));
  const known = explained();
  return {
    listed: all.length,
    tried: asked.length,
    survivors: survivors.sort(),
    unexplained: survivors.filter((name) => !known.has(name)),
    noLonger: only ? [] : [...known].filter((name) => !survivors.includes(name)),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const only = process.argv[2]?.replace(/^--only=/, "");
  const { listed: all, tried: count, survivors, unexplained, noLonger } = await tryMutants({ only });
  console.log(
    `\n${all} listed, ${count} tried, ${survivors.length} survive, ${unexplained.length} of them unexplained`,
  );
  for (const name of unexplained) console.log(`- \`${name}\``);
  for (const name of noLonger) console.log(`tests/MUTANTS.md explains what no longer survives: ${name}`);
  console.log(
    `MUTANTS ${JSON.stringify({ tried: count, survivors: survivors.length, unexplained: unexplained.length + noLonger.length })}`,
  );
  if (unexplained.length + noLonger.length > 0) process.exitCode = 1;
}

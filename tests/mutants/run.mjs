/*
 * How much of the rule rooms' logic the tests would miss: each mutant that cargo-mutants names is made active in turn, and some test has
 * to fail. All mutants are built at once (src/main.rs), so that trying one costs a run of the tests and not a build. Every verdict is
 * kept as soon as it is there: a run that was stopped goes on where it was, and one over other sources begins each mutant with the test
 * that noticed it the last time.
 *
 * `node tests/mutants/run.mjs [--only=part-of-a-name]` prints the score and every survivor that tests/MUTANTS.md does not explain.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { inRoot, toolCache } from "../../pkg-scripts/paths.mjs";
import { output, run } from "../../pkg-scripts/run.mjs";

const CARGO_MUTANTS = "27.1.0";
/** The rows of the second implementation reach every rule there is, and take some seconds. */
const ORACLE = { test: "oracle" };
/** The unit tests, beside the code. */
const UNIT_TESTS = "lib";
/**
 * The rooms, and what is likely to notice a mutant of each, the quick first: test targets, or some of a target's tests.
 *
 * @typedef {{ test: string, only?: string, without?: string }} Stage
 * @type {{ files: string, stages: Stage[] }[]}
 */
const ROOMS = [
  {
    files: "src/estimate/*.rs",
    stages: [
      ...[
        "bill",
        "cross_year",
        "compare",
        "examples",
        "paying",
        "unknown",
        "range",
        "describe",
        "golden",
      ].map((test) => ({ test })),
      ORACLE,
      { test: "properties" },
    ],
  },
  {
    files: "src/filing/*.rs",
    stages: [
      { test: "filing", only: "every_visit" },
      { test: "filing", without: "every_" },
      { test: "settlement" },
      { test: "examples" },
      { test: "filing", only: "every_way" },
      ORACLE,
      { test: "filing", only: "every_state" },
    ],
  },
  {
    files: "src/notice/*.rs",
    stages: [{ test: "notice" }, { test: "examples" }, { test: "filing", without: "every_" }],
  },
  {
    files: "src/settlement/directory/*.rs",
    stages: [
      { test: "directory" },
      { test: UNIT_TESTS, only: "directory::" },
      { test: "settlement" },
      ORACLE,
    ],
  },
  {
    files: "src/settlement/*.rs",
    stages: [
      { test: "settlement" },
      { test: UNIT_TESTS, only: "settlement::" },
      { test: "directory" },
      { test: "examples" },
      ORACLE,
    ],
  },
  {
    files: "src/calendar/*.rs",
    stages: [
      { test: UNIT_TESTS, only: "calendar::" },
      { test: "cross_year" },
      { test: "settlement" },
      { test: "notice" },
      { test: "filing", without: "every_" },
      { test: "packs" },
      ORACLE,
    ],
  },
  {
    files: "src/policy/lint/*.rs",
    stages: [{ test: "lint" }, { test: "packs" }],
  },
  ...["src/policy/model/*.rs", "src/policy/words/*.rs", "src/policy/*.rs"].map((files) => ({
    files,
    stages: [
      { test: UNIT_TESTS, only: "policy::" },
      { test: "packs" },
      { test: "lint" },
      { test: "paying" },
      { test: "describe" },
      { test: "compare" },
      { test: "notice" },
      { test: "settlement" },
      { test: "filing", without: "every_" },
      ORACLE,
    ],
  })),
  {
    files: "src/region/*.rs",
    stages: [
      { test: UNIT_TESTS, only: "region::" },
      { test: "describe" },
      { test: "settlement" },
      { test: "filing", without: "every_" },
      ORACLE,
    ],
  },
  ...["src/decode.rs", "src/names.rs", "src/marked.rs"].map((files) => ({
    files,
    stages: [
      { test: UNIT_TESTS },
      { test: "hostile" },
      { test: "lint" },
      { test: "bill" },
      { test: "packs" },
    ],
  })),
  {
    files: "src/outbox/*.rs",
    stages: [{ test: "outbox" }, { test: "outbox_model" }],
  },
  ...["src/encode/*.rs", "src/text.rs", "src/error.rs"].map((files) => ({
    files,
    stages: [
      { test: UNIT_TESTS },
      { test: "hostile" },
      { test: "lint" },
      { test: "describe" },
      { test: "paying" },
      { test: "bill" },
      { test: "notice" },
      { test: "directory" },
      { test: "settlement" },
      { test: "filing", without: "every_" },
    ],
  })),
  {
    files: "src/money.rs",
    stages: [
      { test: UNIT_TESTS, only: "money::" },
      { test: "lint" },
      { test: "bill" },
      { test: "golden" },
      { test: "range" },
      ORACLE,
    ],
  },
];
const TESTS = [...new Set(ROOMS.flatMap(({ stages }) => stages.map(({ test }) => test)))];
/** Built by the benchmark alone, and by what writes the schemas. */
const LEFT_OUT = { files: ["src/estimate/bench.rs"], names: /JsonSchema/ };
const WORK = inRoot("target", "mutants");
/** The sources as they were when the run began, with the mutants in them, and where they are built. */
const SOURCES = join(WORK, "sources");
const WRITTEN = join(WORK, "written");
const TREE = join(WORK, "tree");
/** The mutants that did not compile the last time; a mutant's name says all that matters for that. */
const UNVIABLE = join(WORK, "unviable.json");
/** Which test noticed each mutant, and over which sources. */
const VERDICTS = join(WORK, "verdicts.json");
/** How much longer than without a mutant a test may take, and what it may take in any case: the rest is a loop without an end. */
const PATIENCE = { times: 10, least: 20_000 };
/** Kilobytes; a mutant that grows without an end must not take the machine with it. */
const MOST_MEMORY = 4 << 20;
const LONGEST = 600_000;
/** Chance must not decide a verdict; and of the regions in whose wizard every state is walked, two show what fifteen do. */
const BOUNDS = { PROPTEST_CASES: "64", PROPTEST_RNG_SEED: "1", YIDI_REGIONS_WALKED: "2" };
/** Of the files that were taken, those that the tests are built from or read. */
const RESTS_ON = /\.(rs|json|toml|lock|zz|txt|csv)$/;

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
    ...LEFT_OUT.files.map((file) => `--exclude=${file}`),
  ];
  const seen = new Map();
  const all = JSON.parse(output(cargoMutants(), [...args, `--dir=${SOURCES}`]));
  return all
    .filter(({ name }) => !LEFT_OUT.names.test(name))
    .map((mutant, id) => {
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

function writeSwitch() {
  rmSync(WRITTEN, { recursive: true, force: true });
  cpSync(SOURCES, WRITTEN, { recursive: true });
  const library = join(WRITTEN, "src", "lib.rs");
  writeFileSync(library, `${readFileSync(library, "utf8")}\n${SWITCH}`);
}

const filesBelow = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true })
        .map(String)
        .filter((name) => statSync(join(folder, name)).isFile())
    : [];

/** What did not change stays untouched, so that Cargo has nothing to build of it. */
function updateTree() {
  const written = new Set(filesBelow(WRITTEN));
  for (const file of filesBelow(TREE)) if (!written.has(file)) rmSync(join(TREE, file));
  for (const file of written) {
    const [from, to] = [join(WRITTEN, file), join(TREE, file)];
    if (existsSync(to) && readFileSync(from).equals(readFileSync(to))) continue;
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(from, to);
  }
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
  CARGO_PROFILE_DEV_OPT_LEVEL: "2",
  RUSTFLAGS: "-Awarnings",
};

/** @param {Mutant[]} mutants @returns {{ id: number, file: string, start: number, end: number }[]} */
function rewritten(mutants) {
  writeSwitch();
  const list = join(WORK, "list.json");
  writeFileSync(list, JSON.stringify(mutants));
  const manifest = inRoot("tests", "mutants", "Cargo.toml");
  const args = [
    "run",
    "--release",
    "--quiet",
    "--locked",
    `--manifest-path=${manifest}`,
    "--",
    WRITTEN,
    list,
  ];
  const owned = JSON.parse(output("cargo", args, { CARGO_TARGET_DIR: join(WORK, "rewriter") }));
  updateTree();
  return owned;
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
    ...TESTS.map((test) => (test === UNIT_TESTS ? "--lib" : `--test=${test}`)),
  ]);
  if (!succeeded) throw new Error(stderr);
  const built = messages.filter(({ executable, profile }) => executable && profile?.test);
  const targetOf = ({ kind, name }) => (kind.includes("test") ? name : UNIT_TESTS);
  const executables = new Map(built.map(({ executable, target }) => [targetOf(target), executable]));
  return { viable, executables };
}

/**
 * A test of a stage that failed; what takes too long is named by the stage alone.
 * @typedef {{ test: string, only?: string, without?: string, case?: string }} Noticed
 */

/**
 * @param {string} executable
 * @param {Noticed} stage
 * @param {number} id
 * @param {number} patience
 * @returns {Promise<Noticed | null>} null: every test passes
 */
function tried(executable, { test, only, without, case: exact }, id, patience) {
  const filters = [
    ...(exact ? ["--exact", exact] : []),
    ...(only ? [only] : []),
    ...(without ? [`--skip=${without}`] : []),
  ];
  return new Promise((resolve) => {
    const limited = `ulimit -v ${MOST_MEMORY} 2>/dev/null; exec "$0" "$@"`;
    const child = spawn("sh", ["-c", limited, executable, "--test-threads=1", ...filters], {
      cwd: TREE,
      env: { ...process.env, YIDI_MUTANT: String(id), RUST_BACKTRACE: "0", ...BOUNDS },
      stdio: ["ignore", "pipe", "ignore"],
    });
    let said = "";
    let failed;
    child.stdout.setEncoding("utf8").on("data", (chunk) => {
      said += chunk;
      failed ??= /^test (\S+) .*\.\.\. FAILED$/m.exec(said)?.[1];
      if (failed !== undefined) child.kill("SIGKILL");
    });
    const timer = setTimeout(() => child.kill("SIGKILL"), patience);
    child.on("close", (code) => {
      clearTimeout(timer);
      if (code === 0) resolve(null);
      else resolve(failed === undefined ? { test, only, without } : { test, case: failed });
    });
  });
}

/** Which stage notices the mutant; null: none. */
async function noticed(executables, stages, patience, id) {
  for (const stage of stages) {
    const by = await tried(executables.get(stage.test), stage, id, patience.get(nameOf(stage)) ?? LONGEST);
    if (by !== null) return by;
  }
  return null;
}

const nameOf = ({ test, only = "", without = "" }) =>
  `${test} ${only} ${without && `without ${without}`}`.trim();

/** How long each stage may take: every one must pass while no mutant is active. @returns {Promise<Map<string, number>>} */
async function measured(executables) {
  const patience = new Map();
  for (const stage of ROOMS.flatMap(({ stages }) => stages)) {
    if (patience.has(nameOf(stage))) continue;
    const begun = performance.now();
    const by = await tried(executables.get(stage.test), stage, 0, LONGEST);
    if (by !== null) throw new Error(`without a mutant: ${nameOf(by)}`);
    const took = performance.now() - begun;
    console.log(`${nameOf(stage)}: ${(took / 1000).toFixed(1)} s`);
    patience.set(nameOf(stage), Math.max(PATIENCE.least, PATIENCE.times * took));
  }
  return patience;
}

const roomOf = ({ file }) => ROOMS.find(({ files }) => file.startsWith(files.replace(/\*.*$/, "")));

/** The survivors that are explained: a line of the table each. */
export function explained(text = readFileSync(inRoot("tests", "MUTANTS.md"), "utf8")) {
  return new Set([...text.matchAll(/^- `(src\/[^`]+)`/gm)].map(([, name]) => name));
}

/** What a verdict rests on: the sources and the test that noticed the mutant; where none did, every test. */
function fingerprints() {
  const all = filesBelow(SOURCES)
    .filter((name) => RESTS_ON.test(name))
    .sort();
  const known = new Map();
  const isTarget = (file) => /^tests\/\w+\.rs$/.test(file);
  return (test) => {
    if (!known.has(test)) {
      const files = all.filter((file) => test === null || !isTarget(file) || file === `tests/${test}.rs`);
      const hash = createHash("sha256");
      for (const file of files) hash.update(`${file}\n`).update(readFileSync(join(SOURCES, file)));
      known.set(test, hash.digest("hex"));
    }
    return known.get(test);
  };
}

/** The verdicts so far: those that still rest on the same hold, others say which test to begin with. */
function verdicts() {
  const restsOn = fingerprints();
  const kept = existsSync(VERDICTS) ? JSON.parse(readFileSync(VERDICTS, "utf8")) : {};
  return {
    holds: (name) => name in kept && kept[name].on === restsOn(kept[name].by?.test ?? null),
    of: (name) => kept[name].by,
    before: (name) => kept[name]?.by ?? null,
    keep(name, by) {
      kept[name] = { by, on: restsOn(by?.test ?? null) };
      writeFileSync(VERDICTS, JSON.stringify(kept));
    },
  };
}

export async function tryMutants({ only = "", jobs = 2 } = {}) {
  mkdirSync(WORK, { recursive: true });
  takeSources();
  const all = listed();
  const { viable, executables } = await built(all);
  const asked = viable.filter(({ name }) => name.includes(only));
  const patience = await measured(executables);
  const known = verdicts();
  const queue = asked.filter(({ name }) => !known.holds(name));
  console.log(`${queue.length} of ${asked.length} mutants to be tried`);
  async function work() {
    for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
      const before = known.before(mutant.name);
      const stages = [...(before ? [before] : []), ...(roomOf(mutant)?.stages ?? [])];
      const by = await noticed(executables, stages, patience, mutant.id);
      known.keep(mutant.name, by);
      if (by === null) console.log(`survives: ${mutant.name}`);
      if (queue.length % 100 === 0) console.log(`${queue.length} left`);
    }
  }
  await Promise.all(Array.from({ length: jobs }, work));
  const survivors = asked.map(({ name }) => name).filter((name) => known.of(name) === null);
  const explanations = explained();
  return {
    listed: all.length,
    tried: asked.length,
    survivors: survivors.sort(),
    unexplained: survivors.filter((name) => !explanations.has(name)),
    noLonger: only ? [] : [...explanations].filter((name) => !survivors.includes(name)),
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

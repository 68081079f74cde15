import { cargoCounts } from "./test-counts.mjs";

/**
 * What a part of the long proof found.
 * @typedef {object} Finding
 * @property {number} tried how many cases, calls, runs … it went through
 * @property {string} of what they are, as the table says it: "rows", "calls"
 * @property {number} problems disagreements, crashes, survivors …; any fails the proof
 * @property {string} [note] what a reader of the table should know, in a few words
 */

/**
 * What a part is given.
 * @typedef {object} Setting
 * @property {number} seed where its chance begins; the same seed gives the same run
 * @property {(command: [string, ...string[]], env?: Record<string, string>) => Promise<{ succeeded: boolean, output: string }>} run
 *   runs a command with its output on the terminal, and keeps the output
 */

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {boolean} [needsBuild] it tests what a build writes
 * @property {(setting: Setting) => Promise<Finding>} prove
 */

const PROPERTY_CASES = 50_000;

/** @type {Part} */
const properties = {
  name: "properties",
  async prove({ run }) {
    const { succeeded, output } = await run(["cargo", "test", "--locked", "--release", "--test=properties"], {
      PROPTEST_CASES: String(PROPERTY_CASES),
    });
    const { passed, failed } = cargoCounts(output);
    return {
      tried: (passed + failed) * PROPERTY_CASES,
      of: "cases",
      problems: succeeded ? failed : Math.max(failed, 1),
      note: `${passed + failed} properties`,
    };
  },
};

/**
 * A part that is a script of its own, whose last line says what it found: `WORD {"tried": …}`.
 *
 * @param {Omit<Part, "prove"> & { of: string, word: string, args: (seed: number) => string[], note: (found: any) => string }} part
 * @returns {Part}
 */
function scripted({ name, needsBuild, of, word, args, note }) {
  return {
    name,
    needsBuild,
    async prove({ seed, run }) {
      const { succeeded, output } = await run([process.execPath, ...args(seed)]);
      const told = new RegExp(`^${word} (\\{.*\\})$`, "m").exec(output)?.[1];
      if (told === undefined) return { tried: 0, of, problems: 1, note: "did not come to its end" };
      const found = JSON.parse(told);
      const problems = found.unexplained ?? found.problems ?? 0;
      return {
        tried: found.tried,
        of,
        problems: succeeded ? problems : Math.max(problems, 1),
        note: note(found),
      };
    },
  };
}

const ORACLE_ROWS = 1_000_000;
const HOSTILE_CALLS = 1_000_000;
const HONEST_ROUNDS = 100_000;
const FUZZ_SECONDS = 60;
const PAGE_ROUNDS = 200;

const oracle = scripted({
  name: "second implementation",
  of: "rows",
  word: "ORACLE",
  args: (seed) => ["tests/oracle/prove.mjs", `${ORACLE_ROWS}`, `${seed}`],
  note: ({ rate }) => `${rate} rows a second, two streams`,
});
const boundary = scripted({
  name: "boundary",
  needsBuild: true,
  of: "calls",
  word: "BOUNDARY",
  args: (seed) => ["--expose-gc", "tests/boundary/prove.mjs", "calls", `${HOSTILE_CALLS}`, `${seed}`],
  note: ({ wasm }) => `wasm memory ${wasm >> 10} KiB`,
});
const leaks = scripted({
  name: "leaks",
  needsBuild: true,
  of: "rounds",
  word: "LEAK",
  args: (seed) => ["--expose-gc", "tests/boundary/prove.mjs", "rounds", `${HONEST_ROUNDS}`, `${seed}`],
  note: ({ wasm }) => `wasm memory ${wasm >> 10} KiB, flat`,
});
const fuzz = scripted({
  name: "fuzz",
  of: "inputs",
  word: "FUZZ",
  args: (seed) => ["tests/fuzz/run.mjs", `${FUZZ_SECONDS}`, `${seed}`],
  note: ({ targets }) => `${targets} targets of libFuzzer, ${FUZZ_SECONDS} s each`,
});
const mutants = scripted({
  name: "mutants",
  of: "mutants",
  word: "MUTANTS",
  args: () => ["tests/mutants/run.mjs"],
  note: ({ tried, survivors }) =>
    `${(100 - (100 * survivors) / tried).toFixed(1)} % killed, ${survivors} survive`,
});
const page = scripted({
  name: "page",
  needsBuild: true,
  of: "rounds",
  word: "SOAK",
  args: () => ["tests/e2e/web/prove-soak.mjs", `${PAGE_ROUNDS}`],
  note: ({ heap, nodes }) => `through every screen; ${heap >> 10} KiB and ${nodes} nodes left`,
});
const coverage = scripted({
  name: "coverage",
  of: "lines",
  word: "COVERAGE",
  args: () => ["tests/coverage/run.mjs"],
  note: ({ lines, branches }) => `of the rule rooms ${lines} of the lines, ${branches} of the branches`,
});

/** In the order in which `npm run prove` runs them. @type {Part[]} */
export const PARTS = [oracle, properties, boundary, leaks, page, fuzz, mutants, coverage];

/** @param {readonly string[]} names none means all */
export function chooseParts(names, parts = PARTS) {
  const known = parts.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Error(`no such part: ${unknown.join(", ")} (there are: ${known.join(", ")})`);
  return names.length === 0 ? parts : parts.filter(({ name }) => names.includes(name));
}

/** @typedef {Finding & { part: string, seconds: number }} Row */

/** A part that tried nothing has proved nothing. @param {Finding} finding */
export const isProved = ({ tried, problems }) => tried > 0 && problems === 0;

/** @param {Row[]} rows */
export function proofTable(rows) {
  /** @param {string[]} cells */
  const line = ([part, tried, of, seconds, rate, problems, note]) =>
    `${part.padEnd(24)}${tried.padStart(12)} ${of.padEnd(12)}${seconds.padStart(9)}${rate.padStart(11)}${problems.padStart(10)}  ${note}`.trimEnd();
  const whole = (/** @type {number} */ count) => Math.round(count).toLocaleString("en-US");
  const body = rows.map(({ part, tried, of, seconds, problems, note }) =>
    line([part, whole(tried), of, seconds.toFixed(1), whole(tried / seconds), whole(problems), note ?? ""]),
  );
  const proved = rows.filter(isProved).length;
  return [
    line(["part", "tried", "of", "seconds", "per second", "problems", ""]),
    ...body,
    "",
    `${proved} of ${rows.length} parts proved`,
  ].join("\n");
}

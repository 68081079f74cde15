/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @param {string} output @param {RegExp} pattern with one group @returns {number} the sum over all matches */
function sum(output, pattern) {
  return [...output.matchAll(pattern)].reduce((total, match) => total + Number(match[1]), 0);
}

/** Every test binary, and the documentation tests, end with a line of their own. */
export function cargoCounts(/** @type {string} */ output) {
  return {
    passed: sum(output, /^test result: .*?(\d+) passed/gm),
    failed: sum(output, /^test result: .*?(\d+) failed/gm),
    skipped: sum(output, /^test result: .*?(\d+) ignored/gm),
  };
}

/** The summary of Node's `spec` reporter. */
export function nodeCounts(/** @type {string} */ output) {
  return {
    passed: sum(output, /^ℹ pass (\d+)$/gm),
    failed: sum(output, /^ℹ (?:fail|cancelled) (\d+)$/gm),
    skipped: sum(output, /^ℹ (?:skipped|todo) (\d+)$/gm),
  };
}

/**
 * A suite's counts, given how its commands ended: what failed without a failed test (a compiler error, a crash) is one
 * failure, and so is a suite in which nothing ran.
 * @param {Counts} counts
 * @param {boolean} succeeded
 * @returns {Counts}
 */
export function judge(counts, succeeded) {
  if (succeeded && counts.passed > 0) return counts;
  return { ...counts, failed: Math.max(counts.failed, 1) };
}

/** @typedef {Counts & { suite: string, seconds: number }} Result */

/** @param {Result[]} results */
export function resultTable(results) {
  /** @param {(string | number)[]} cells */
  const line = ([first, ...rest]) =>
    String(first).padEnd(18) + rest.map((cell) => String(cell).padStart(9)).join("");
  const rows = results.map((one) =>
    line([one.suite, one.passed, one.failed, one.skipped, one.seconds.toFixed(1)]),
  );
  const total = (/** @type {"passed" | "failed"} */ key) =>
    results.reduce((count, one) => count + one[key], 0);
  return [
    line(["suite", "passed", "failed", "skipped", "seconds"]),
    ...rows,
    "",
    `${total("passed")} passed, ${total("failed")} failed`,
  ].join("\n");
}

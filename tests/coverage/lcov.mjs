/**
 * What was reached of a file.
 * @typedef {{ count: number, covered: number }} Share
 * @typedef {{ file: string, lines: Share, branches: Share, missedLines: number[] }} Reached
 */

/**
 * The records of an LCOV trace, of the files below a folder.
 *
 * @param {string} trace
 * @param {string} folder
 * @returns {Reached[]}
 */
export function lcovRecords(trace, folder) {
  const records = trace.split("end_of_record\n").filter((record) => record.includes("SF:"));
  return records.map(reached).filter(isBelow(folder)).map(fromThere(folder));
}

/** @param {string} record @returns {Reached} */
function reached(record) {
  const number = (/** @type {string} */ key) =>
    Number(new RegExp(`^${key}:(\\d+)$`, "m").exec(record)?.[1] ?? 0);
  return {
    file: /^SF:(.+)$/m.exec(record)?.[1] ?? "",
    lines: { count: number("LF"), covered: number("LH") },
    branches: { count: number("BRF"), covered: number("BRH") },
    missedLines: [...record.matchAll(/^DA:(\d+),0$/gm)].map(([, line]) => Number(line)),
  };
}

const isBelow =
  (/** @type {string} */ folder) =>
  (/** @type {Reached} */ { file }) =>
    file.startsWith(folder);
const fromThere = (/** @type {string} */ folder) => (/** @type {Reached} */ of) => ({
  ...of,
  file: of.file.slice(folder.length),
});

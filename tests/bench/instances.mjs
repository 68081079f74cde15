// Instances of the built package for the benchmarks.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** As many as there are pooling areas in the country, and some. */
const ADDED = 344;

const require = createRequire(import.meta.url);

export function freshPackage() {
  const entry = require.resolve("../../dist/node.cjs");
  delete require.cache[entry];
  return require(entry);
}

/** One with 344 packs more than are shipped. */
export function packageWithManyPacks() {
  const yidi = freshPackage();
  const pack = JSON.parse(readFileSync(new URL("../golden/packs/320583.json", import.meta.url), "utf8"));
  for (let n = 0; n < ADDED; n += 1) yidi.addPack({ ...pack, admdvs: String(511001 + n) });
  return yidi;
}

/** @param {readonly number[]} numbers */
export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

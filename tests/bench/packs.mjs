// Whether the number of loaded packs costs an estimate anything: two instances of the built package, one with 344 more packs,
// measured in turn in one run. Run it with `npm run bench`, after a build.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const ROUNDS = 41;
const CALLS = 200;
const ADDED = 344;

const require = createRequire(import.meta.url);
const readGolden = (name) => JSON.parse(readFileSync(new URL(`../golden/${name}`, import.meta.url), "utf8"));

function freshPackage() {
  const entry = require.resolve("../../dist/node.cjs");
  delete require.cache[entry];
  return require(entry);
}

/** @returns {number} microseconds for one call */
function timeOf(call) {
  const begun = performance.now();
  for (let n = 0; n < CALLS; n += 1) call();
  return ((performance.now() - begun) * 1000) / CALLS;
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

const few = freshPackage();
const many = freshPackage();
const pack = readGolden("packs/320583.json");
for (let n = 0; n < ADDED; n += 1) many.addPack({ ...pack, admdvs: String(511001 + n) });

const { input } = readGolden("cases.json").find(({ id }) => id.startsWith("Xi'an employee, referral"));
const times = { few: [], many: [] };
for (let round = 0; round < ROUNDS; round += 1) {
  times.few.push(timeOf(() => few.estimate(input)));
  times.many.push(timeOf(() => many.estimate(input)));
}
const ratio = median(times.few.map((time, round) => times.many[round] / time));
console.log(`packs loaded: ${few.regions().length} and ${many.regions().length}`);
console.log(
  `one estimate, median of ${ROUNDS} × ${CALLS}: ${median(times.few).toFixed(1)} µs and ${median(times.many).toFixed(1)} µs`,
);
console.log(`ratio, median round by round: ${ratio.toFixed(2)}`);

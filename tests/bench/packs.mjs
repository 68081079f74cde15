// Whether the number of loaded packs costs an estimate anything: two instances of the built package, one with 344 more packs,
// measured in turn in one run. Part of `npm run bench`.
import { inputOf } from "./case.mjs";
import { freshPackage, median, packageWithManyPacks } from "./instances.mjs";

const ROUNDS = 41;
const CALLS = 200;

/** @returns {number} microseconds for one call */
function timeOf(call) {
  const begun = performance.now();
  for (let n = 0; n < CALLS; n += 1) call();
  return ((performance.now() - begun) * 1000) / CALLS;
}

const few = freshPackage();
const many = packageWithManyPacks();
const input = inputOf(0);
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

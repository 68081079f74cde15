// One estimate beside its peers, in the engine that runs this file: all work out the same case, in turn, round by round, and must come
// to the same fen. `npm run bench` runs it twice, the second time on V8's baseline compilers alone, as a slow phone.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { floorHost, floorWasm } from "./build.mjs";
import { inputOf } from "./case.mjs";
import { peers } from "./engines.mjs";
import { freshPackage, median, packageWithManyPacks } from "./instances.mjs";

/** A summary (0), and bills of so many items: how many rounds, and how many calls in each. */
const SIZES = [
  { items: 0, rounds: 61, calls: 20 },
  { items: 3, rounds: 61, calls: 20 },
  { items: 50, rounds: 41, calls: 10 },
  { items: 1000, rounds: 31, calls: 2 },
  { items: 10000, rounds: 21, calls: 1 },
];
const STAGED = [
  { items: 0, rounds: 61, calls: 20 },
  { items: 1000, rounds: 31, calls: 2 },
];
/** For each contender, so that what is compiled on the way is. */
const WARM_UP_MS = 500;
const STAGES = [
  "the input read",
  "decoded",
  "the rules, without words",
  "the ledger's words and the answer's parts",
];

/** @typedef {{ name: string, call: (input: any) => unknown, note?: string }} Contender */

const { start } = createRequire(import.meta.url)(floorHost);
const benchmarked = start(floorWasm);
const shipped = freshPackage();
const many = packageWithManyPacks();
const { found, missing } = await peers();

const ours = { name: "yidi", call: (input) => shipped.estimate(input), note: "explains every line" };
const own = [
  { name: "yidi, 344 packs more", call: (input) => many.estimate(input) },
  {
    name: "the boundary's floor",
    call: (input) => benchmarked("floor", input),
    note: "same input, same answer, no work",
  },
];

/** Stops the benchmark unless all agree. @param {any} input */
async function contendersFor(input) {
  const expected = shipped.estimate(input);
  benchmarked("remember", input);
  for (const { call, name } of own) assert.deepEqual(call(input), expected, name);
  const able = found.filter(({ takesItems }) => takesItems || !input.bill.items);
  for (const { name, patientPays } of able) {
    assert.equal(await patientPays(input), expected.patientPays, `${name} comes to another amount`);
  }
  const others = able.map(({ name, patientPays, explains }) => ({
    name,
    call: patientPays,
    note: `explains ${explains}`,
  }));
  return [ours, ...own, ...others];
}

/** @param {Contender} contender @param {any} input @param {number} calls */
async function timeOf({ call }, input, calls) {
  const begun = performance.now();
  for (let n = 0; n < calls; n += 1) {
    const answer = call(input);
    if (answer instanceof Promise) await answer;
  }
  return ((performance.now() - begun) * 1000) / calls;
}

/** @param {Contender[]} contenders @param {any} input @param {{ rounds: number, calls: number }} size */
async function measure(contenders, input, { rounds, calls }) {
  const times = new Map(contenders.map(({ name }) => [name, /** @type {number[]} */ ([])]));
  for (const contender of contenders) {
    for (const begun = performance.now(); performance.now() - begun < WARM_UP_MS; )
      await timeOf(contender, input, 1);
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const contender of shuffled(contenders))
      times.get(contender.name).push(await timeOf(contender, input, calls));
  }
  return times;
}

/** Each round in another order: whoever comes after a large bill may have its garbage collected in their own time. */
function shuffled(contenders) {
  const keyed = contenders.map((contender) => ({ contender, key: Math.random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ contender }) => contender);
}

const shown = (microseconds) => microseconds.toFixed(microseconds < 1000 ? 1 : 0).padStart(10);

// First, before large bills leave the collector of garbage much to do.
const stages = STAGES.map((name, at) => ({ name, call: (input) => benchmarked("stages", at + 1, input) }));
stages.push({ name: "the answer made", call: (input) => benchmarked("estimate", input) });
for (const size of STAGED) {
  const times = await measure(stages, inputOf(size.items), size);
  console.log(`\nwhere the time goes, µs (${size.items || "no"} items)`);
  stages.forEach(({ name }, at) => {
    const before = at === 0 ? null : times.get(stages[at - 1].name);
    const own = times.get(name).map((time, round) => time - (before ? before[round] : 0));
    console.log(`${shown(median(own))}  ${name}`);
  });
}

const all = { name: "compareFilings", call: (input) => shipped.compareFilings(input) };
const compared = await measure([ours, all], inputOf(0), SIZES[0]);
const single = compared.get(ours.name);
const timesOne = median(compared.get(all.name).map((time, round) => time / single[round]));
console.log(
  `\nevery way to file a summary: ${shown(median(compared.get(all.name))).trim()} µs, ${timesOne.toFixed(2)} × one estimate`,
);

for (const size of SIZES) {
  const input = inputOf(size.items);
  const contenders = await contendersFor(input);
  const times = await measure(contenders, input, size);
  const base = times.get(ours.name);
  const what = size.items === 0 ? "a summary" : `${size.items} items`;
  console.log(`\n${what}: median µs of ${size.rounds} × ${size.calls}; yidi ÷ each, median round by round`);
  for (const { name, note } of contenders) {
    const ratio = median(times.get(name).map((time, round) => base[round] / time));
    console.log(
      `${shown(median(times.get(name)))}  ${ratio.toFixed(2).padStart(6)}  ${name}${note ? ` (${note})` : ""}`,
    );
  }
}

for (const line of [
  ...missing,
  ...found.filter(({ takesItems }) => !takesItems).map(({ name }) => `${name} has no lists: a summary only`),
])
  console.log(line);

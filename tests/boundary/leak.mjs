/* Rounds of honest use: what is taken for a round has to be given back. */
import assert from "node:assert/strict";
import { filing, filingContact, stay } from "../contract/inputs.mjs";
import { wasmBytes, watchedPackage } from "./fuzz.mjs";

const NOON = 1_795_320_000_000;
const scenarios = filing.wizard.filter(({ refuse, today }) => !refuse && !today);
const inputs = [stay.xian, stay.xianAtHome, stay.xianWithoutYear, stay.partsAboveTotal];

/** The wizard to its end, and where that is a filing, through its notice to the application. */
function wizardRun(yidi, { answers }) {
  let view = yidi.startFiling({ today: "2026-11-22" });
  while (view.question && view.question.id in answers)
    view = yidi.answerFiling(view.session, view.question.id, answers[view.question.id]);
  yidi.resumeFiling(JSON.parse(JSON.stringify(view.session)), "2026-11-22");
  const category = view.outcome?.plan?.category;
  if (!category) return;
  let { gate } = yidi.openNotice(answers.insuredRegion, category, NOON);
  for (let second = 0; second <= gate.minimumSeconds; second += 1)
    gate = yidi.noticeEvent(gate, "shown", NOON + second * 1000);
  for (const event of ["ticked", "agreed"])
    gate = yidi.noticeEvent(gate, event, NOON + gate.minimumSeconds * 1000);
  refusedOr(yidi, () => yidi.completeFiling(view.session, gate.receipt, filingContact, NOON + 60_000));
}

function refusedOr(yidi, call) {
  try {
    call();
  } catch (error) {
    assert.ok(error instanceof yidi.YidiError && error.code !== "internal", `${error}`);
  }
}

/**
 * Estimates, and every tenth time a wizard run. Answers what the memory was along the way.
 *
 * @param {{ rounds: number, collect?: () => void, samples?: number }} options
 */
export function useHonestly({ rounds, collect, samples = 10 }) {
  const { yidi, instances } = watchedPackage();
  const memory = [];
  for (let at = 0; at < rounds; at += 1) {
    refusedOr(yidi, () => yidi.estimate(inputs[at % inputs.length]));
    if (at % 10 === 0) wizardRun(yidi, scenarios[(at / 10) % scenarios.length]);
    if (at % Math.ceil(rounds / samples) === 0) {
      collect?.();
      memory.push({ wasm: wasmBytes(instances), heap: process.memoryUsage().heapUsed });
    }
  }
  collect?.();
  memory.push({ wasm: wasmBytes(instances), heap: process.memoryUsage().heapUsed });
  assert.equal(instances.length, 1, "the instance was never lost");
  return memory;
}

/** What a heap may move by for reasons of its own: compiled code, caches of shapes. */
const HEAP_SLACK = 4 << 20;

/** After a warm-up of a third nothing grows any more. @param {{ wasm: number, heap: number }[]} memory */
export function assertFlat(memory) {
  const settled = memory.slice(Math.floor(memory.length / 3));
  const [first] = settled;
  const last = settled.at(-1);
  assert.ok(first && last && settled.length > 2);
  assert.equal(last.wasm, first.wasm, `wasm memory grows: ${settled.map(({ wasm }) => wasm).join(", ")}`);
  assert.ok(
    last.heap - first.heap < HEAP_SLACK,
    `the heap grows: ${settled.map(({ heap }) => heap).join(", ")}`,
  );
}

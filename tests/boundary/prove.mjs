// The long runs, each in a process of its own with a garbage collector that can be called: `prove.mjs calls|rounds <count> <seed>`.
import { fuzzBoundary } from "./fuzz.mjs";
import { assertFlat, useHonestly } from "./leak.mjs";

const [what, count, seed] = process.argv.slice(2);
const collect = globalThis.gc;
if (collect === undefined) throw new Error("to be run with --expose-gc");

if (what === "calls") {
  const { outcomes, memory, instances } = fuzzBoundary({ calls: Number(count), seed: Number(seed), collect });
  console.log(outcomes, memory, `${instances} instances`);
  // The largest answer seen decides how much memory the module holds, and comes at any time; the heap has no such excuse.
  assertFlat(memory.map(({ heap }) => ({ wasm: 0, heap })));
  const most = Math.max(...memory.map(({ wasm }) => wasm));
  if (most > 256 << 20) throw new Error(`${most} bytes of wasm memory`);
  console.log(`BOUNDARY ${JSON.stringify({ tried: Number(count), wasm: most })}`);
} else {
  const memory = useHonestly({ rounds: Number(count), collect });
  console.log(memory);
  assertFlat(memory);
  console.log(`LEAK ${JSON.stringify({ tried: Number(count), wasm: memory.at(-1)?.wasm })}`);
}

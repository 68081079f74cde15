// The long soak: `prove-soak.mjs <rounds>`.
import { assertSteady, soak } from "./soak.mjs";

const rounds = Number(process.argv[2]);
const memory = await soak({ rounds, samples: 10 });
console.log(memory);
assertSteady(memory);
const { heap, nodes } = memory[memory.length - 1];
console.log(`SOAK ${JSON.stringify({ tried: rounds, heap, nodes })}`);

// `npm run bench`: one estimate natively, beside its peers in a fast and in a slow engine, and with many packs. It prints
// and asserts nothing about time; it fails where a peer comes to another amount.
import { spawnSync } from "node:child_process";
import { buildIfChanged } from "../../pkg-scripts/build.mjs";
import { inRoot } from "../../pkg-scripts/paths.mjs";
import { run } from "../../pkg-scripts/run.mjs";
import { buildBenchmark, nativeProgram } from "./build.mjs";
import { inputOf } from "./case.mjs";

const SLOW = ["--liftoff-only", "--no-opt"];
const NATIVE_ITEMS = [0, 50, 1000];

function native() {
  const job = JSON.stringify({ rounds: 41, calls: 50, inputs: NATIVE_ITEMS.map(inputOf) });
  const { stdout, status } = spawnSync(nativeProgram, { input: job, encoding: "utf8" });
  if (status !== 0) throw new Error("the native program failed");
  const lines = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  lines.forEach(({ rules, explained, asJson, patientPays }, at) => {
    const [words, whole, json] = [rules, explained, asJson].map((time) => `${time.toFixed(1)} µs`);
    console.log(
      `${NATIVE_ITEMS[at] || "no"} items: ${words} the rules, ${whole} explained, ${json} from and to JSON (${patientPays})`,
    );
  });
}

await buildIfChanged();
await buildBenchmark();
console.log("\n== native");
native();
console.log(`\n== Node ${process.version}`);
run(process.execPath, [inRoot("tests", "bench", "peers.mjs")]);
console.log(`\n== Node ${process.version} ${SLOW.join(" ")}`);
run(process.execPath, [...SLOW, inRoot("tests", "bench", "peers.mjs")]);
console.log("\n== packs");
run(process.execPath, [inRoot("tests", "bench", "packs.mjs")]);

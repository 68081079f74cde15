import { spawn, spawnSync } from "node:child_process";
import { findPython } from "../../pkg-scripts/python.mjs";

// Fresh rows of the second implementation, compared natively: `node tests/oracle/prove.mjs ROWS SEED`. Each of the streams is a Python
// process that writes rows and a checker that reads them.

const STREAMS = 2;
const CHECKER = "target/release/oracle";

const [howMany, seed] = process.argv.slice(2).map(Number);
const python = findPython();
if (!(howMany > 0 && Number.isSafeInteger(seed))) throw new Error("how many rows, and from which seed?");
if (python === null) throw new Error("python3 is missing");

const built = spawnSync("cargo", ["build", "--locked", "--release", "--features=oracle", "--bin=oracle"], {
  stdio: "inherit",
});
if (built.status !== 0) throw new Error("the checker could not be built");

/** @param {number} stream @returns {Promise<{ tried: number, problems: number }>} */
function compare(stream) {
  const rows = spawn(
    python ?? "",
    ["tests/oracle", "rows", `${seed + stream}`, `${Math.ceil(howMany / STREAMS)}`],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const checker = spawn(CHECKER, { stdio: [rows.stdout, "pipe", "inherit"] });
  let output = "";
  checker.stdout.setEncoding("utf8").on("data", (text) => {
    output += text;
  });
  return new Promise((resolve) => {
    checker.on("close", () => {
      const counts = /(\d+) rows, (\d+) disagree\n$/.exec(output);
      console.log(output.trimEnd());
      // A stream that broke off has proved nothing.
      resolve(counts === null ? { tried: 0, problems: 1 } : { tried: +counts[1], problems: +counts[2] });
    });
  });
}

const begun = performance.now();
const found = await Promise.all(Array.from({ length: STREAMS }, (_, stream) => compare(stream)));
const sum = (/** @type {"tried" | "problems"} */ name) => found.reduce((total, one) => total + one[name], 0);
const tried = sum("tried");
const short = tried < howMany ? 1 : 0;
const rate = Math.round(tried / ((performance.now() - begun) / 1000));
console.log(`ORACLE ${JSON.stringify({ tried, problems: sum("problems") + short, rate })}`);
process.exitCode = sum("problems") + short === 0 ? 0 : 1;

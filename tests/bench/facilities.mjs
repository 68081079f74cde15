// What a directory of facilities costs a phone: time to import, memory, time to search, with one province's records and with the
// whole country's. The records are made up. Run it with `npm run bench:facilities`, after a build; it measures the usual engine, and
// then one without its optimizing compiler (`--liftoff-only --no-opt`), which is nearer to an old phone.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const SIZES = [27_670, 600_000];
const PART = 10_000;
const ROUNDS = 200;
const BUDGET = { megabytes: 64, milliseconds: 5 };
const SLOW = ["--liftoff-only", "--no-opt"];

const require = createRequire(import.meta.url);
const entry = require.resolve("../../dist/node.cjs");

/** The same records each time. */
function randomNumbers(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const PLACES =
  "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥东西南北中新城区县镇街山河湖海江平安康宁福寿仁和济世同德".split(
    "",
  );
const KINDS = [
  "市中心医院",
  "区人民医院（东院区）",
  "县中医院",
  "社区卫生服务中心",
  "镇卫生院",
  "大药房连锁有限公司第",
  "妇幼保健院",
  "骨伤专科医院",
];
const CODES = [
  "M03900",
  "M01600",
  "M00503",
  "M07801",
  "M08300",
  "M05300",
  "M06900",
  "M04600",
  "M00200",
  "M07200",
];

/** CSV in parts of some thousand rows, each with the header. */
function* parts(count) {
  const random = randomNumbers(count);
  const { provinces } = require(entry);
  const cities = provinces().flatMap((province) => province.cities.map((city) => city.admdvs));
  const ofHenan = cities.filter((city) => city.startsWith("41"));
  const regions = count < 100_000 ? ofHenan : cities;
  for (let from = 0; from < count; from += PART) {
    const rows = ["code,name,region,opened,initials"];
    for (let number = from; number < Math.min(count, from + PART); number += 1) {
      const kind = random(KINDS.length);
      const place = Array.from({ length: 3 + random(4) }, () => PLACES[random(PLACES.length)]).join("");
      const pharmacy = kind === 5;
      const name = `示例${place}${KINDS[kind]}${pharmacy ? `${random(900)}分店` : ""}`;
      const initials = Array.from(name, () => String.fromCharCode(97 + random(26))).join("");
      const opened = pharmacy ? ["pharmacy@2023-06-01"] : ["inpatient@2022-01-01", "outpatient@2023-02-10"];
      for (const code of CODES) if (random(10) < 3) opened.push(`${code}@202${2 + random(4)}-06-01`);
      const region = regions[random(regions.length)];
      const id = String(number).padStart(11, "0");
      rows.push(`${pharmacy ? "P" : "H"}${id},${name},${region},${opened.join(";")},${initials}`);
    }
    yield rows.join("\n");
  }
}

/** The linear memory of the package's instance, which the package itself does not show. */
let memory = null;
const { Instance } = WebAssembly;
WebAssembly.Instance = class extends Instance {
  constructor(module, imports) {
    super(module, imports);
    memory = this.exports.memory;
  }
};
const megabytes = () => memory.buffer.byteLength / 2 ** 20;

function freshPackage() {
  delete require.cache[entry];
  const yidi = require(entry);
  yidi.regions();
  return yidi;
}

const percentile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

function timesOf(call) {
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const begun = performance.now();
    call(round);
    times.push(performance.now() - begun);
  }
  return times.sort((a, b) => a - b);
}

const QUERIES = {
  "name, nowhere else": () => ({ text: "甲乙丙" }),
  "a common word": () => ({ text: "医院" }),
  "nothing found": () => ({ text: "没有这一家" }),
  initials: (round) => ({
    text: String.fromCharCode(97 + (round % 26), 98 + (round % 24), 99 + (round % 22)),
  }),
  "a city and a disease": () => ({ region: "411100", disease: "M03900", on: "2026-11-22" }),
  "a disease, anywhere": () => ({ disease: "M03900", on: "2026-11-22" }),
  "one code": () => ({ text: "H00000000001" }),
};

function measure(count) {
  const yidi = freshPackage();
  const before = megabytes();
  let spent = 0;
  let longest = 0;
  let largest = 0;
  for (const part of parts(count)) {
    const begun = performance.now();
    const { rejected } = yidi.addFacilities(part);
    const time = performance.now() - begun;
    if (rejected > 0) throw new Error(`${rejected} records were refused`);
    spent += time;
    longest = Math.max(longest, time);
    largest = Math.max(largest, part.length);
  }
  const after = megabytes();
  console.log(`\n${count.toLocaleString("en")} records`);
  console.log(
    `  import   ${spent.toFixed(0)} ms in parts of ${PART} (${(largest / 2 ** 20).toFixed(2)} M characters), the longest ${longest.toFixed(0)} ms`,
  );
  console.log(
    `  memory   ${before.toFixed(1)} → ${after.toFixed(1)} MiB (budget ${BUDGET.megabytes}), ${(((after - before) * 2 ** 20) / count).toFixed(0)} bytes a record`,
  );
  for (const [name, query] of Object.entries(QUERIES)) {
    const { total } = yidi.searchFacilities(query(0));
    const times = timesOf((round) => yidi.searchFacilities(query(round)));
    console.log(
      `  search   least ${times[0].toFixed(2)}, p50 ${percentile(times, 0.5).toFixed(2)} ms, p99 ${percentile(times, 0.99).toFixed(2)} ms   ${name} (${total})`,
    );
  }
  console.log(`  memory   ${megabytes().toFixed(1)} MiB after searching`);
}

if (process.argv.includes("--one-engine")) {
  for (const count of SIZES) measure(count);
} else {
  console.log(
    `budgets: search ${BUDGET.milliseconds} ms at ${SIZES[0].toLocaleString("en")}, ${BUDGET.megabytes} MiB at ${SIZES[1].toLocaleString("en")}`,
  );
  for (const options of [[], SLOW]) {
    console.log(`\nnode ${options.join(" ") || "(as usual)"}`);
    const { status } = spawnSync(
      process.execPath,
      [...options, fileURLToPath(import.meta.url), "--one-engine"],
      { stdio: "inherit" },
    );
    if (status !== 0) process.exit(status ?? 1);
  }
}

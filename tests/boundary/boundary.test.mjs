import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Harness } from "../contract/harness.mjs";
import { newPack, stay } from "../contract/inputs.mjs";
import { fuzzBoundary, watchedPackage } from "./fuzz.mjs";
import { soundCalls } from "./sound-calls.mjs";

/** The bounded share of `npm run prove`. */
const CALLS = 20_000;
const ROUNDS = 3_000;

/** A long run in a process of its own, where the garbage collector can be called. */
function prove(what, count) {
  const script = fileURLToPath(new URL("prove.mjs", import.meta.url));
  return spawnSync(process.execPath, ["--expose-gc", script, what, `${count}`, "20261122"], {
    encoding: "utf8",
  });
}

test(`${CALLS} hostile calls are answered or refused with a type, and nothing is left behind`, () => {
  const { outcomes } = fuzzBoundary({ calls: CALLS, seed: 20261122 });
  for (const code of [
    "answered",
    "wrongType",
    "unreadableInput",
    "unknownField",
    "missingField",
    "outOfRange",
  ])
    assert.ok(outcomes[code] > 20, `${code} in ${JSON.stringify(outcomes)}`);
});

test(`${ROUNDS} estimates and a wizard run for every tenth leave the memory as it was`, () => {
  const { status, stdout, stderr } = prove("rounds", ROUNDS);
  assert.equal(status, 0, stderr);
  assert.match(stdout, /^LEAK /m);
});

test("after a trap in any function the next call works, and knows the packs that were added", () => {
  const harness = new Harness();
  const { yidi, instances } = watchedPackage((exports) => harness.handOut(exports));
  yidi.addPack(newPack);
  const sound = soundCalls(yidi).filter(([name]) => name !== "clearFacilities");
  const expected = yidi.estimate(stay.xian);
  for (const [name, ...args] of sound) {
    const before = instances.length;
    harness.trapNextCall();
    assert.throws(() => yidi[name](...args), { name: "YidiError", code: "internal" }, name);
    assert.deepEqual(yidi.estimate(stay.xian), expected, name);
    assert.ok(
      yidi.regions().some(({ admdvs }) => admdvs === newPack.admdvs),
      name,
    );
    assert.equal(instances.length, before + 1, name);
    yidi.clearFacilities();
  }
});

test("a call at the very end of the stack leaves the package usable", () => {
  const { yidi } = watchedPackage();
  const expected = yidi.estimate(stay.xian);
  let calls = 0;
  function sink() {
    try {
      sink();
    } catch (full) {
      calls += 1;
      try {
        yidi.estimate(stay.xian);
      } catch {
        // Whatever a full stack makes of it.
      }
      // The frames on the way up have a little more room each.
      if (calls < 200) throw full;
    }
  }
  sink();
  assert.equal(calls, 200);
  assert.deepEqual(yidi.estimate(stay.xian), expected);
});

test("an error in the caller's own getter costs no more than the call", () => {
  const { yidi } = watchedPackage();
  yidi.addPack(newPack);
  const silent = Object.defineProperty(new Error("first"), "message", {
    get() {
      throw new TypeError("no message either");
    },
  });
  const input = {
    get person() {
      throw silent;
    },
  };
  for (let round = 0; round < 50; round += 1) {
    assert.throws(() => yidi.estimate(input), { name: "YidiError", code: "unreadableInput" });
    assert.ok(yidi.regions().some(({ admdvs }) => admdvs === newPack.admdvs));
  }
});

test("half a surrogate pair in a facility's name costs that character, in a list as in a text", () => {
  const named = (code, name) => ({ code, name, region: "411100", opened: [{ kind: "inpatient" }] });
  const records = [named("H99990000001", "示例\ud83d医院\udc00"), named("H99990000002", "示例乙医院")];
  const rows = records.map(({ code, name, region }) => `${code},${name},${region},inpatient`);
  const csv = ["code,name,region,opened", ...rows].join("\n");
  for (const given of [records, JSON.stringify(records), csv]) {
    const { yidi } = watchedPackage();
    const { added, rejected } = yidi.addFacilities(given);
    assert.deepEqual([added, rejected], [2, 0]);
    const { facilities } = yidi.searchFacilities({ region: "411100" });
    assert.deepEqual(
      facilities.map(({ name }) => name).sort(),
      ["示例\ufffd医院\ufffd", "示例乙医院"].sort(),
    );
  }
});

test("a getter that adds a pack while another is being read changes neither", () => {
  const { yidi } = watchedPackage();
  const reentrant = {
    ...newPack,
    get version() {
      yidi.addPack({ ...newPack, version: "inner" });
      return "outer";
    },
  };
  assert.equal(yidi.addPack(reentrant).version, "outer");
  assert.equal(yidi.regions().find(({ admdvs }) => admdvs === newPack.admdvs).version, "outer");
});

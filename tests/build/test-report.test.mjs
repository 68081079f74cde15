import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseSuites, NODE_TESTS, nodeTestFiles, SUITES } from "../../pkg-scripts/suites.mjs";
import { cargoCounts, judge, nodeCounts, resultTable } from "../../pkg-scripts/test-counts.mjs";

test("cargo's counts are summed over test binaries and documentation tests", () => {
  const output = `
running 3 tests
test money::tests::rounds ... ok
test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s

test result: FAILED. 10 passed; 2 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s
   Doc-tests yidi
test result: ok. 4 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.20s
`;
  assert.deepEqual(cargoCounts(output), { passed: 17, failed: 2, skipped: 1 });
});

test("Node's counts are read from its summary; a cancelled test failed", () => {
  const output =
    "✔ adds\nℹ tests 9\nℹ suites 0\nℹ pass 4\nℹ fail 1\nℹ cancelled 1\nℹ skipped 2\nℹ todo 1\nℹ duration_ms 5";
  assert.deepEqual(nodeCounts(output), { passed: 4, failed: 2, skipped: 3 });
});

test("a suite without a test that ran fails", () => {
  assert.deepEqual(judge({ passed: 0, failed: 0, skipped: 0 }, true), { passed: 0, failed: 1, skipped: 0 });
  assert.deepEqual(judge({ passed: 0, failed: 0, skipped: 7 }, true), { passed: 0, failed: 1, skipped: 7 });
});

test("a command that fails without a failed test is one failure", () => {
  assert.deepEqual(judge({ passed: 5, failed: 0, skipped: 0 }, false), { passed: 5, failed: 1, skipped: 0 });
  assert.deepEqual(judge({ passed: 5, failed: 3, skipped: 0 }, false), { passed: 5, failed: 3, skipped: 0 });
  assert.deepEqual(judge({ passed: 5, failed: 0, skipped: 0 }, true), { passed: 5, failed: 0, skipped: 0 });
});

test("the table ends with a line that says it all", () => {
  const lines = resultTable([
    { suite: "rust", passed: 12, failed: 0, skipped: 1, seconds: 3.25 },
    { suite: "contract", passed: 3, failed: 2, skipped: 0, seconds: 61 },
  ]).split("\n");
  assert.deepEqual(lines[0].split(/ +/), ["suite", "passed", "failed", "skipped", "seconds"]);
  assert.deepEqual(lines[1].split(/ +/), ["rust", "12", "0", "1", "3.3"]);
  assert.equal(lines.at(-1), "15 passed, 2 failed");
});

test("every Node test file belongs to exactly one suite", () => {
  const files = nodeTestFiles();
  assert.ok(files.includes("tests/build/test-report.test.mjs"));
  for (const file of files) {
    const suites = Object.entries(NODE_TESTS).filter(([, pattern]) => pattern.test(file));
    assert.equal(
      suites.length,
      1,
      `${file} belongs to ${suites.map(([name]) => name).join(" and ") || "no suite"}`,
    );
  }
});

test("named suites run in the usual order; an unknown name is refused with the known ones", () => {
  assert.deepEqual(
    chooseSuites(["contract", "rust"]).map(({ name }) => name),
    ["rust", "contract"],
  );
  assert.equal(chooseSuites([]), SUITES);
  assert.throws(() => chooseSuites(["rust", "rusty"]), /no such suite: rusty \(there are: format, /);
});

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { test } from "node:test";
import { inRoot } from "../../pkg-scripts/paths.mjs";
import { NODE_TESTS, nodeTestFiles } from "../../pkg-scripts/suites.mjs";

const note = readFileSync(inRoot("tests", "THREATS.md"), "utf8");
const lines = note.split("\n").filter((line) => line.startsWith("| ") && !line.startsWith("| cannot"));

/** The tests that a line of the table names. */
const named = (line) =>
  line
    .split(" | ")[1]
    .replace(/ \|$/, "")
    .split("; ")
    .map((reference) => /^`([^`]+)`: (.+)$/.exec(reference) ?? [reference]);

/** A number in a title may be written with a constant. */
const numbered = (title) =>
  title.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\d+/g, "(?:$&|\\$\\{\\w+\\})");

/** What Cargo runs: a function right under `#[test]`, or one of the list that a macro makes tests of. */
const rustTest = (title) => new RegExp(`^ *#\\[test\\]\\n *fn ${title}\\b|^    ${title}: \\d+;$`, "m");
/** What Node runs: the title of a `test`, perhaps after the name of what it is about, or a case in a list of them. */
const nodeTest = (title) =>
  new RegExp(
    `\\btest\\(\\s*["\`](?:\\$\\{\\w+\\}: )?${numbered(title)}["\`]|^ *name: "${numbered(title)}"`,
    "m",
  );

/** Whether `npm test` runs a file: Cargo takes those beside this folder, Node those of a suite, and what one of them imports. */
function isRun(file) {
  if (file.endsWith(".rs")) return /^tests\/\w+\.rs$/.test(file);
  const files = nodeTestFiles().filter((name) => Object.values(NODE_TESTS).some((suite) => suite.test(name)));
  const imports = `from "./${basename(file)}"`;
  return (
    files.includes(file) ||
    files.some(
      (name) => dirname(name) === dirname(file) && readFileSync(inRoot(name), "utf8").includes(imports),
    )
  );
}

test("every threat is held by a test that `npm test` runs", () => {
  assert.ok(lines.length >= 30, `${lines.length} lines`);
  for (const line of lines) {
    for (const [reference, file, title] of named(line)) {
      assert.ok(file && title, `no test is named by ${reference}`);
      assert.ok(existsSync(inRoot(file)), `${file} is not there`);
      assert.ok(isRun(file), `no suite runs ${file}`);
      const pattern = file.endsWith(".rs") ? rustTest(title) : nodeTest(title);
      const source = readFileSync(inRoot(file), "utf8");
      assert.ok(pattern.test(source), `${file} has no test “${title}”`);
      assert.doesNotMatch(source, /#\[ignore|\btest\.skip\(|\{ skip\b/, `${file} leaves tests out`);
    }
  }
});

test("what is no test holds nothing", () => {
  assert.match("#[test]\nfn holds() {", rustTest("holds"));
  assert.match("    #[test]\n    fn holds(\n", rustTest("holds"));
  for (const none of ["fn holds() {", "// #[test]\nfn holds() {", "#[test]\nfn other() {}\nfn holds() {"])
    assert.doesNotMatch(none, rustTest("holds"), none);
  assert.match(`test(\`\${CALLS} calls\`, () => {`, nodeTest("2000 calls"));
  for (const none of ["// 2000 calls", 'test.skip("2000 calls", () => {', '["2000 calls"]'])
    assert.doesNotMatch(none, nodeTest("2000 calls"), none);
  assert.ok(!isRun("tests/e2e/web/nothing.mjs") && !isRun("tests/oracle/rows.rs"));
});

test("every kind of attacker has lines of its own", () => {
  const sections = note.split(/^## /m).slice(1);
  assert.equal(sections.length, 6);
  for (const section of sections) assert.match(section, /^\| (?!cannot|-)/m, section.split("\n")[0]);
});

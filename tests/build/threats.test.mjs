import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { inRoot } from "../../pkg-scripts/paths.mjs";

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
const titlePattern = (title) =>
  new RegExp(title.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\d+/g, "(?:$&|\\$\\{\\w+\\})"));

test("every threat is held by a test, and that test exists", () => {
  assert.ok(lines.length >= 30, `${lines.length} lines`);
  for (const line of lines) {
    for (const [reference, file, title] of named(line)) {
      assert.ok(file && title, `no test is named by ${reference}`);
      assert.ok(existsSync(inRoot(file)), `${file} is not there`);
      const source = readFileSync(inRoot(file), "utf8");
      const exists = file.endsWith(".rs")
        ? new RegExp(`\\bfn ${title}\\b|^    ${title}: \\d+;$`, "m").test(source)
        : titlePattern(title).test(source);
      assert.ok(exists, `${file} has no test “${title}”`);
    }
  }
});

test("every kind of attacker has lines of its own", () => {
  const sections = note.split(/^## /m).slice(1);
  assert.equal(sections.length, 6);
  for (const section of sections) assert.match(section, /^\| (?!cannot|-)/m, section.split("\n")[0]);
});

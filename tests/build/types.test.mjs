import assert from "node:assert/strict";
import { test } from "node:test";
import { typesOf } from "../../pkg-scripts/types.mjs";

const definitions = {
  Grade: { type: "string", enum: ["official", "published"], description: "How well a rule is known." },
  Line: {
    type: "object",
    required: ["grade", "lines"],
    properties: {
      grade: { $ref: "#/definitions/Grade" },
      lines: { type: "array", items: { $ref: "#/definitions/Line" } },
      note: { type: "string" },
    },
  },
};

test("every definition becomes an exported type, and nothing else", async () => {
  const text = await typesOf({ definitions });
  assert.deepEqual([...text.matchAll(/^export (?:type|interface) (\w+)/gm)].map((match) => match[1]).sort(), [
    "Grade",
    "Line",
  ]);
  assert.match(
    text,
    /\/\*\*\n \* How well a rule is known\.\n \*\/\nexport type Grade = "official" \| "published";/,
  );
  assert.match(
    text,
    /\nexport interface Line \{\n {2}grade: Grade;\n {2}lines: Line\[\];\n {2}note\?: string;\n\}/,
  );
  assert.doesNotMatch(text, /referenced by|JSON-Schema/);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { schemaNames, schemasOf } from "../../www/sdk/schemas-of.js";

const DRAFT = "http://json-schema.org/draft-07/schema#";
/** @param {string} name */
const ref = (name) => ({ $ref: `#/definitions/${name}` });

const api = {
  $schema: DRAFT,
  properties: { the_tree: ref("Tree"), a_day: ref("Day") },
  definitions: {
    Day: { type: "string" },
    Leaf: { type: "object", properties: { since: { allOf: [ref("Day")] } } },
    Other: { type: "boolean" },
    Tree: { type: "object", properties: { leaves: { items: ref("Leaf") }, trees: { items: ref("Tree") } } },
  },
};

test("what the API takes and gives is named", () => {
  assert.deepEqual(schemaNames(api), ["Day", "Tree"]);
});

test("each schema has every definition that it needs, itself included where it holds its like", () => {
  const { Day, Leaf, Tree } = api.definitions;
  assert.deepEqual(schemasOf(api), {
    Day: { $schema: DRAFT, title: "Day", ...Day, definitions: {} },
    Tree: { $schema: DRAFT, title: "Tree", ...Tree, definitions: { Day, Leaf, Tree } },
  });
});

test("a field that is called $ref is no reference", () => {
  const definitions = { Link: { type: "object", properties: { $ref: { type: "string" } } } };
  assert.deepEqual(schemasOf({ $schema: DRAFT, properties: { link: ref("Link") }, definitions }).Link, {
    $schema: DRAFT,
    title: "Link",
    ...definitions.Link,
    definitions: {},
  });
});

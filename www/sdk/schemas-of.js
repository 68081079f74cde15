/** Where a schema keeps the shapes that it refers to. */
const DEFINITIONS = "#/definitions/";

/**
 * The JSON Schema of the whole API: what it takes and gives as `properties`, every shape under its name in `definitions`.
 * @typedef {{ $schema: string, properties: Record<string, object>, definitions: Record<string, object> }} ApiSchema
 */

/** The names of the definitions that a schema refers to, at any depth of its own. @param {unknown} schema @returns {string[]} */
function referredTo(schema) {
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) =>
    key === "$ref" && typeof value === "string" ? [value.slice(DEFINITIONS.length)] : referredTo(value),
  );
}

/** The names of what the API takes and gives. @param {ApiSchema} api */
export function schemaNames({ properties }) {
  return Object.values(properties).flatMap(referredTo).sort();
}

/** The definitions that a schema needs, and those that they need. @param {object} schema @param {ApiSchema["definitions"]} all */
function neededBy(schema, all) {
  /** @type {ApiSchema["definitions"]} */
  const needed = {};
  const waiting = referredTo(schema);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (name in needed) continue;
    needed[name] = all[name];
    waiting.push(...referredTo(all[name]));
  }
  return Object.fromEntries(Object.entries(needed).sort());
}

/**
 * One schema for each thing that the API takes or gives, each of which stands on its own.
 * @param {ApiSchema} api
 * @returns {Record<string, object>}
 */
export function schemasOf(api) {
  const { $schema, definitions } = api;
  const standingAlone = (/** @type {string} */ name) => {
    const schema = definitions[name];
    return { $schema, title: name, ...schema, definitions: neededBy(schema, definitions) };
  };
  return Object.fromEntries(schemaNames(api).map((name) => [name, standingAlone(name)]));
}

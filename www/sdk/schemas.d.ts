import type { SchemaName } from "./types.js";

export type { SchemaName };

/** A JSON Schema (draft 7), with the keywords that occur here. */
export interface JsonSchema {
  $schema?: string;
  $ref?: string;
  title?: string;
  description?: string;
  default?: unknown[] | string | number | boolean;
  type?: "array" | "boolean" | "integer" | "object" | "string";
  const?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  items?: JsonSchema;
  properties?: { [name: string]: JsonSchema };
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  allOf?: JsonSchema[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  definitions?: { [name: string]: JsonSchema };
}

/**
 * The JSON Schema of everything that the package takes and gives: of a policy pack, an input, an answer. Each stands on its own and
 * refers only to its own `definitions`. The same is the file `yidi/schemas.json`.
 *
 * A schema checks the form alone. That a pack does not contradict itself is for `lintPack` to say, that the parts of a bill add up
 * for `estimate`.
 */
export function schemas(): Record<SchemaName, JsonSchema>;

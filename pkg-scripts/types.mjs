import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { schemaNames } from "../www/sdk/schemas-of.js";
import { schemasFile, typesFile } from "./build-paths.mjs";
import { output, run } from "./run.mjs";
import { installedToolchainEnv } from "./toolchain.mjs";

/** Those of every tool in Rust, so that the crate is compiled for them once. */
const TOOL_FEATURES = "--features=schema,coverage";

/** Stops a build whose policy packs have an error. */
export function lintPacks() {
  run("cargo", ["run", "--quiet", "--locked", TOOL_FEATURES, "--bin=coverage", "--", "--errors"], {
    env: installedToolchainEnv(),
  });
}

/** The compiler of schemas insists on a type for the whole; ours has none. */
const WHOLE = "Whole";

/** Rust's documentation goes on with sections for Rust, such as examples. @param {string} key @param {unknown} value */
function dropRustSections(key, value) {
  return key === "description" && typeof value === "string" ? value.split(/\n+# /)[0] : value;
}

/**
 * TypeScript types of a JSON Schema's definitions.
 * @param {{ definitions: Record<string, object> }} schema
 */
export async function typesOf({ definitions }) {
  const { compile } = await import("json-schema-to-typescript");
  const text = await compile({ title: WHOLE, type: "object", definitions }, WHOLE, {
    additionalProperties: false,
    bannerComment: "",
    style: { printWidth: 110 },
    unreachableDefinitions: true,
  });
  return text
    .replace(`export interface ${WHOLE} {}\n`, "")
    .replace(
      /( \*\n)? \* This interface was referenced by `\w+`'s JSON-Schema\n \* via the `definition` "\w+"\.\n/g,
      "",
    )
    .replace(/\/\*\*\n \*\/\n/g, "");
}

/** Writes the package's JSON Schemas and TypeScript types from what the Rust types say of themselves. */
export async function writeTypes() {
  const command = ["run", "--quiet", "--locked", TOOL_FEATURES, "--bin=schema"];
  /** @type {import("../www/sdk/schemas-of.js").ApiSchema} */
  const api = JSON.parse(output("cargo", command, installedToolchainEnv()), dropRustSections);
  const names = { description: "What has a JSON Schema in `yidi/schemas`.", enum: schemaNames(api) };
  mkdirSync(dirname(typesFile), { recursive: true });
  writeFileSync(schemasFile, JSON.stringify(api));
  writeFileSync(typesFile, await typesOf({ definitions: { ...api.definitions, SchemaName: names } }));
}

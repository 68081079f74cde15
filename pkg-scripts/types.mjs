import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { typesFile } from "./build-paths.mjs";
import { output } from "./run.mjs";
import { installedToolchainEnv } from "./toolchain.mjs";

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

/** Writes the package's TypeScript types from the JSON Schema that the Rust types describe themselves with. */
export async function writeTypes() {
  const command = ["run", "--quiet", "--locked", "--features=schema", "--bin=schema"];
  const schema = JSON.parse(output("cargo", command, installedToolchainEnv()), dropRustSections);
  mkdirSync(dirname(typesFile), { recursive: true });
  writeFileSync(typesFile, await typesOf(schema));
}

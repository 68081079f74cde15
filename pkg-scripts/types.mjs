import { writeFileSync } from "node:fs";
import { typesFile } from "./build-paths.mjs";
import { CommandFailed, answer } from "./run.mjs";
import { installedToolchainEnv } from "./toolchain.mjs";

/** Writes the package's TypeScript types from the JSON Schema that the Rust types describe themselves with. */
export async function writeTypes() {
  const command = ["run", "--quiet", "--locked", "--features", "schema", "--bin", "schema"];
  const schema = answer("cargo", command, installedToolchainEnv());
  if (schema === null) throw new CommandFailed("cargo", command, "no schema was printed");
  const { compile } = await import("json-schema-to-typescript");
  const types = await compile(JSON.parse(schema), "Yidi", {
    additionalProperties: false,
    bannerComment: "",
    format: false,
    unreachableDefinitions: true,
  });
  writeFileSync(typesFile, types);
}

import { readdirSync, readFileSync } from "node:fs";

const ROOT = new URL("../../", import.meta.url);

/** @param {string} folder @returns {[name: string, pack: any][]} the packs of a folder, by file name */
export function packsIn(folder) {
  const files = readdirSync(new URL(folder, ROOT)).filter((name) => name.endsWith(".json"));
  return files
    .sort()
    .map((name) => [
      name.slice(0, -".json".length),
      JSON.parse(readFileSync(new URL(`${folder}/${name}`, ROOT), "utf8")),
    ]);
}

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { distDir, miniProgramGenerated, webDir } from "./build-paths.mjs";
import { inRoot, root } from "./paths.mjs";

const INPUTS = [
  "Cargo.lock",
  "Cargo.toml",
  "package-lock.json",
  "package.json",
  "pkg-scripts",
  "rust-toolchain.toml",
  "src",
  "www",
];
const OUTPUTS = [join(distDir, "index.d.ts"), join(webDir, "index.html"), ...miniProgramGenerated];
const stampFile = inRoot("target", "yidi", "built-from.sha256");

/** @param {string} path @param {readonly string[]} except @returns {string[]} all files, sorted, so that the order is the same everywhere */
function filesUnder(path, except) {
  if (except.includes(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => name !== "node_modules");
  return names.sort().flatMap((name) => filesUnder(join(path, name), except));
}

/**
 * One digest of every file that a build reads.
 * @param {string} folder
 * @param {readonly string[]} inputs files and folders inside it
 * @param {readonly string[]} except what a build writes among them
 */
export function digestInputs(folder, inputs, except) {
  const hash = createHash("sha256");
  for (const file of inputs.flatMap((input) => filesUnder(join(folder, input), except))) {
    const content = readFileSync(file);
    hash.update(`${file.slice(folder.length)}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

/** Taken before a build begins: what is edited while it runs must count as changed. */
export const currentInputs = () => digestInputs(root, INPUTS, miniProgramGenerated);

/** @param {string} digest */
export function recordBuilt(digest) {
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, digest);
}

/** Whether the last build's files are there and nothing that it read has changed. */
export function isBuilt() {
  if (![stampFile, ...OUTPUTS].every((file) => existsSync(file))) return false;
  return readFileSync(stampFile, "utf8") === currentInputs();
}

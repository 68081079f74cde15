// Licences, sources and known weaknesses of what the project is built from. `npm run audit`. A check that cannot be made from here says so and
// counts as not made, never as passed.

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { inRoot, root, toolCache } from "./paths.mjs";
import { run } from "./run.mjs";
import { installedToolchainEnv } from "./toolchain.mjs";

const CARGO_DENY = "0.20.2";
const denyRoot = join(toolCache(), `cargo-deny-${CARGO_DENY}`);
const deny = join(denyRoot, "bin", "cargo-deny");

/** What may be used to build, test or run; the package itself ships none of it but the Rust crates. */
const NPM_LICENCES = new Set([
  "MIT",
  "ISC",
  "Apache-2.0",
  "0BSD",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "MPL-2.0",
  "PSF-2.0",
  "Python-2.0",
  "CC-BY-4.0",
]);

/** Packages whose licence stands in a file of theirs, where the lock file does not look. */
const READ_BY_HAND = new Map([["node_modules/string.fromcodepoint", "MIT"]]);

/** @typedef {{ check: string, outcome: "passed" | "failed" | "not made", said?: string }} Finding */

/**
 * Packages of a lock file whose licence is not on the list, or that do not say.
 * @param {{ packages: Record<string, { license?: string, link?: boolean }> }} lock
 */
export function unlicensed({ packages }) {
  const allowed = (licence) =>
    licence
      .replace(/[()]/g, "")
      .split(" OR ")
      .some((one) => NPM_LICENCES.has(one));
  return Object.entries(packages)
    .filter(([path]) => path !== "")
    .map(([path, { license }]) => ({ path, licence: license ?? READ_BY_HAND.get(path) ?? "says nothing" }))
    .filter(({ licence }) => !allowed(licence))
    .map(({ path, licence }) => `${path}: ${licence}`);
}

/** @returns {Finding} */
function npmLicences() {
  const files = ["package-lock.json", join("pkg-scripts", "docs", "package-lock.json")];
  const found = files.flatMap((file) => unlicensed(JSON.parse(readFileSync(inRoot(file), "utf8"))));
  return { check: "npm licences", outcome: found.length === 0 ? "passed" : "failed", said: found.join("\n") };
}

/** @param {string} command @param {string[]} args */
function asked(command, args, env = {}) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: "utf8",
  });
  return { status, said: `${stdout}${stderr}` };
}

/** @param {string} check @param {{ status: number | null, said: string }} answer @param {RegExp} unreachable @returns {Finding} */
function judged(check, { status, said }, unreachable) {
  if (status === 0) return { check, outcome: "passed" };
  return { check, outcome: unreachable.test(said) ? "not made" : "failed", said };
}

function cargoDeny() {
  if (!existsSync(deny)) {
    run("cargo", ["install", "cargo-deny", "--version", CARGO_DENY, "--locked", "--root", denyRoot]);
  }
  const ask = (...checks) => asked(deny, ["check", ...checks], installedToolchainEnv());
  return [
    judged("crates: licences, sources, bans", ask("licenses", "sources", "bans"), /^$/),
    judged("crates: advisories", ask("advisories"), /failed to (fetch|load)|unable to (fetch|load)/i),
  ];
}

/** Its words are needed even where npm itself was told to be silent, as `npm run --silent` does. */
const npmAudit = () =>
  judged(
    "npm: advisories",
    asked("npm", ["audit", "--loglevel=error"]),
    /audit endpoint returned an error|ENOTFOUND|ECONNREFUSED/,
  );

function main() {
  const findings = [npmLicences(), npmAudit(), ...cargoDeny()];
  for (const { check, outcome, said } of findings) {
    if (outcome === "failed") console.error(said);
    console.log(
      `${check.padEnd(34)}${outcome === "not made" ? "not made: its database cannot be reached" : outcome}`,
    );
  }
  if (findings.some(({ outcome }) => outcome === "failed")) process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) main();

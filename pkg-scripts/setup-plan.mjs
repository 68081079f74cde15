import { DEBIAN_TOOLCHAIN } from "./toolchain.mjs";

/**
 * What a look at the machine found.
 * @typedef {object} Facts
 * @property {string} node Node's version
 * @property {"pinned" | "debian" | "none" | null} toolchain null: there is no rustup
 * @property {boolean} rustupCannotFetch a download through rustup has failed in this run
 * @property {import("./toolchain.mjs").PinnedRust} rust
 * @property {string} wasmBindgenVersion the crate's
 * @property {string} wasmBindgenRoot where the command-line tool of that version belongs
 * @property {boolean} wasmBindgen
 * @property {boolean} npmPackages
 * @property {string[]} browserPackages the Debian packages for browser tests that are not there
 * @property {boolean} python what runs the second implementation (tests/oracle)
 * @property {boolean} mayInstallPackages root on a system with apt-get
 */

/**
 * One thing to do: commands to run, or, where this user may not, what somebody has to do.
 * @typedef {[command: string, ...args: string[]]} Command
 * @typedef {{ thing: string, commands: Command[] } | { thing: string, ask: string }} Step
 */

const OLDEST_NODE = 20;
const DEBIAN_RUST = ["rustc-web", "cargo-web", "rust-web-src", "rustfmt-web", "rust-web-clippy", "lld-19"];

/**
 * @param {string} thing
 * @param {string[]} packages
 * @param {boolean} allowed
 * @returns {Step}
 */
function debianPackages(thing, packages, allowed) {
  if (!allowed) return { thing, ask: `sudo apt-get install ${packages.join(" ")}` };
  return {
    thing,
    commands: [
      ["apt-get", "update", "-qq"],
      ["apt-get", "install", "-y", "-qq", "--no-install-recommends", ...packages],
    ],
  };
}

/** @param {Facts} facts @returns {Step[]} */
function planRust(facts) {
  if (facts.toolchain === null) {
    return [{ thing: "Rust", ask: "install rustup (https://rustup.rs, or your system's package `rustup`)" }];
  }
  if (facts.toolchain !== "none") return [];
  const { channel, components, targets } = facts.rust;
  if (facts.rustupCannotFetch) {
    const packages = debianPackages(
      "Debian's Rust, because rustup cannot download",
      DEBIAN_RUST,
      facts.mayInstallPackages,
    );
    /** @type {Command} */
    const link = ["rustup", "toolchain", "link", DEBIAN_TOOLCHAIN, "/usr"];
    if ("ask" in packages) return [{ ...packages, ask: `${packages.ask} && ${link.join(" ")}` }];
    return [{ ...packages, commands: [...packages.commands, link] }];
  }
  /** @type {Command} */
  const install = ["rustup", "toolchain", "install", channel, "--profile", "minimal", "--no-self-update"];
  const extras = [
    ...components.flatMap((name) => ["--component", name]),
    ...targets.flatMap((name) => ["--target", name]),
  ];
  return [{ thing: `Rust ${channel}`, commands: [[...install, ...extras]] }];
}

/** @param {Facts} facts @returns {Step[]} */
function planWasmBindgen({ wasmBindgen, wasmBindgenVersion, wasmBindgenRoot }) {
  if (wasmBindgen) return [];
  /** @type {Command} */
  const install = [
    "cargo",
    "install",
    "wasm-bindgen-cli",
    "--version",
    wasmBindgenVersion,
    "--root",
    wasmBindgenRoot,
  ];
  return [{ thing: `wasm-bindgen-cli ${wasmBindgenVersion} (some minutes)`, commands: [install] }];
}

/**
 * @param {Facts} facts
 * @param {"build" | "test"} profile
 * @returns {Step[]} in the order in which they must run
 */
export function planSetup(facts, profile) {
  if (Number.parseInt(facts.node, 10) < OLDEST_NODE) {
    return [{ thing: "Node", ask: `install Node ${OLDEST_NODE} or newer; this is ${facts.node}` }];
  }
  const steps = [...planRust(facts), ...planWasmBindgen(facts)];
  if (!facts.npmPackages) steps.push({ thing: "npm packages", commands: [["npm", "ci"]] });
  if (profile === "test" && facts.browserPackages.length > 0) {
    steps.push(debianPackages("browser for the tests", facts.browserPackages, facts.mayInstallPackages));
  }
  if (profile === "test" && !facts.python) {
    steps.push(debianPackages("Python 3.11 or newer for the tests", ["python3"], facts.mayInstallPackages));
  }
  return steps;
}

/** @typedef {{ packages: Record<string, { version?: string, optional?: boolean }> }} NpmLock */

/**
 * Optional packages are for other systems as well and may be left out.
 * @param {NpmLock} lock package-lock.json
 * @param {NpmLock | null} installed node_modules/.package-lock.json
 */
export function npmPackagesMatch(lock, installed) {
  return Object.entries(lock.packages).every(([path, { version, optional }]) => {
    const found = installed?.packages[path]?.version;
    return (
      path === "" || found === version || (optional === true && found === undefined && installed !== null)
    );
  });
}

import { readFileSync } from "node:fs";
import { inRoot } from "./paths.mjs";
import { answer } from "./run.mjs";

/** The name under which Debian's own Rust is linked into rustup. */
export const DEBIAN_TOOLCHAIN = "yidi-debian";
const DEBIAN_LINKER = "wasm-ld-19";

/** @typedef {{ channel: string, components: string[], targets: string[] }} PinnedRust */

/** @returns {PinnedRust} what rust-toolchain.toml asks for */
export function pinnedRust(text = readFileSync(inRoot("rust-toolchain.toml"), "utf8")) {
  const channel = /^channel\s*=\s*"([^"]+)"/m.exec(text)?.[1];
  if (!channel) throw new Error("rust-toolchain.toml names no channel");
  /** @param {string} key */
  const list = (key) => {
    const items = new RegExp(`^${key}\\s*=\\s*\\[([^\\]]*)\\]`, "m").exec(text)?.[1] ?? "";
    return [...items.matchAll(/"([^"]+)"/g)].map((item) => item[1]);
  };
  return { channel, components: list("components"), targets: list("targets") };
}

/**
 * @param {string} installed what `rustup component list --installed` prints
 * @param {PinnedRust} pinned
 * @returns {string[]} the components and targets that are not there
 */
export function missingComponents(installed, { components, targets }) {
  const lines = installed.split("\n");
  const wanted = [...components, ...targets.map((target) => `rust-std-${target}`)];
  return wanted.filter((name) => !lines.some((line) => line === name || line.startsWith(`${name}-`)));
}

/**
 * The pinned toolchain if all of it is there, else Debian's if set-up has linked it.
 * @param {string} listed what `rustup toolchain list` prints: "1.95.0-x86_64-unknown-linux-gnu (active)", or a linked
 *   toolchain's bare name
 * @param {string} channel
 * @param {string[]} missing what the pinned toolchain lacks
 * @returns {"pinned" | "debian" | "none"}
 */
export function chooseToolchain(listed, channel, missing) {
  const names = listed.split("\n").map((line) => line.split(" ")[0]);
  const pinned = names.some((name) => name === channel || name.startsWith(`${channel}-`));
  if (pinned && missing.length === 0) return "pinned";
  return names.includes(DEBIAN_TOOLCHAIN) ? "debian" : "none";
}

/** The toolchain on this machine; null if there is no rustup. */
export function installedToolchain() {
  const listed = answer("rustup", ["toolchain", "list"]);
  if (listed === null) return null;
  const pinned = pinnedRust();
  const components = answer("rustup", ["component", "list", "--installed", "--toolchain", pinned.channel]);
  return chooseToolchain(listed, pinned.channel, missingComponents(components ?? "", pinned));
}

/**
 * Environment that makes every cargo command use the chosen toolchain.
 * @param {"pinned" | "debian" | "none"} choice
 * @returns {Record<string, string>}
 */
export function toolchainEnv(choice) {
  if (choice !== "debian") return {};
  return {
    RUSTUP_TOOLCHAIN: DEBIAN_TOOLCHAIN,
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER: DEBIAN_LINKER,
  };
}

/**
 * What cargo commands for the wasm target need besides: Debian ships no compiled std for it, so it is built from source.
 * @param {"pinned" | "debian" | "none"} choice
 * @returns {Record<string, string>}
 */
export function wasmTargetEnv(choice) {
  if (choice !== "debian") return {};
  return { RUSTC_BOOTSTRAP: "1", CARGO_UNSTABLE_BUILD_STD: "std,panic_abort" };
}

/** The environment for cargo on this machine, as it is set up now. */
export const installedToolchainEnv = () => toolchainEnv(installedToolchain() ?? "none");

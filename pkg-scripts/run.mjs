import { spawn, spawnSync } from "node:child_process";
import { root } from "./paths.mjs";

/** A command that could not be started or that failed; the command's own output says why. */
export class CommandFailed extends Error {
  /** @param {string} command @param {readonly string[]} args @param {string} why */
  constructor(command, args, why) {
    super(`${[command, ...args].join(" ")}: ${why}`);
    this.name = "CommandFailed";
    this.command = command;
  }
}

/**
 * Runs a command with its output on the terminal; throws if it fails.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string | undefined>, cwd?: string, quiet?: boolean }} [options] quiet: output only on failure
 */
export function run(command, args, { env = {}, cwd = root, quiet = false } = {}) {
  const result = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
    maxBuffer: 64 << 20,
  });
  if (result.error) throw new CommandFailed(command, args, result.error.message);
  if (result.status === 0) return;
  if (quiet) process.stderr.write(Buffer.concat([result.stdout, result.stderr]));
  throw new CommandFailed(
    command,
    args,
    result.signal ? `ended by ${result.signal}` : `exit code ${result.status}`,
  );
}

/**
 * What a command prints, or null if it is missing or fails.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Record<string, string | undefined>} [env]
 */
export function answer(command, args, env = {}) {
  const result = spawnSync(command, args, { cwd: root, env: { ...process.env, ...env }, encoding: "utf8" });
  return result.status === 0 ? result.stdout.trim() : null;
}

/**
 * What a command prints; its errors go to the terminal. Throws if it fails.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Record<string, string | undefined>} [env]
 */
export function output(command, args, env = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    maxBuffer: 64 << 20,
  });
  if (result.error) throw new CommandFailed(command, args, result.error.message);
  if (result.status !== 0) throw new CommandFailed(command, args, `exit code ${result.status}`);
  return result.stdout;
}

/**
 * Runs a command with its output on the terminal, and keeps the output.
 * @param {[command: string, ...args: string[]]} command
 * @param {Record<string, string>} env
 * @returns {Promise<{ succeeded: boolean, output: string }>}
 */
export function runAndKeep([command, ...args], env) {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const chunks = { stdout: "", stderr: "" };
  for (const name of /** @type {const} */ (["stdout", "stderr"])) {
    child[name].setEncoding("utf8").on("data", (chunk) => {
      process[name].write(chunk);
      chunks[name] += chunk;
    });
  }
  return new Promise((resolve) => {
    child.on("error", (error) => {
      console.error(`${command}: ${error.message}`);
      resolve({ succeeded: false, output: "" });
    });
    child.on("close", (code) => resolve({ succeeded: code === 0, output: chunks.stdout }));
  });
}

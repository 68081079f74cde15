import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** @param {...string} parts */
export const inRoot = (...parts) => join(root, ...parts);

/**
 * Tools that take minutes to compile live outside `target/`, so that a clean build does not cost them again.
 * @param {Record<string, string | undefined>} env
 */
export const toolCache = (env = process.env) => join(env.XDG_CACHE_HOME || join(homedir(), ".cache"), "yidi");

/** @param {string} name a command that an npm package brings */
export const npmCommand = (name) => inRoot("node_modules", ".bin", name);

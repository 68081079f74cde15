import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/**
 * A program's path: the environment variable if it is set, else the first of the names found on PATH.
 * @param {string} variable
 * @param {string[]} names
 * @param {Record<string, string | undefined>} [env]
 * @returns {string | null}
 */
export function findProgram(variable, names, env = process.env) {
  if (env[variable]) return env[variable];
  const folders = (env.PATH ?? "").split(delimiter);
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return candidates.find((path) => existsSync(path)) ?? null;
}

export const findChromium = () => findProgram("CHROMIUM", ["chromium", "chromium-browser", "google-chrome"]);
export const findChromedriver = () => findProgram("CHROMEDRIVER", ["chromedriver"]);

/**
 * What the wasm test runner asks ChromeDriver for. Chromium's own errands outside (updates, sync) would only fail and cost
 * time in a closed network; as root it does not start inside its sandbox.
 * @param {string} binary
 */
export const webdriverCapabilities = (binary) => ({
  "goog:chromeOptions": {
    binary,
    args: [
      "--headless=new",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  },
});

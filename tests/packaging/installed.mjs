/* The package as a stranger gets it: packed by npm, installed from the tarball into an empty folder, offline. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

const INSTALL = ["install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund"];

function npm(args, cwd) {
  return execFileSync("npm", args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

/** Packs and installs once; `app` is the folder of the app that depends on the package. */
export function installPackage() {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "yidi-packaging-")));
  const [packed] = Object.values(
    JSON.parse(npm(["pack", "--json", "--ignore-scripts", "--pack-destination", folder], ROOT)),
  );
  const app = join(folder, "app");
  mkdirSync(app);
  writeFileSync(join(app, "package.json"), JSON.stringify({ name: "app", private: true }));
  npm([...INSTALL, join(folder, packed.filename)], app);
  return {
    app,
    tarball: join(folder, packed.filename),
    files: packed.files.map(({ path }) => path),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** The installed package, from before a file's tests until after them. */
export function withPackage() {
  const installed = /** @type {ReturnType<typeof installPackage>} */ ({});
  before(() => Object.assign(installed, installPackage()));
  after(() => installed.remove?.());

  const inApp = (...parts) => join(installed.app, ...parts);
  const inPackage = (...parts) => inApp("node_modules", "yidi", ...parts);

  /** Runs a script of the app; its output is one JSON value. */
  function runInApp(name, script) {
    writeFileSync(inApp(name), script);
    return JSON.parse(
      execFileSync(process.execPath, [inApp(name)], { cwd: installed.app, encoding: "utf8" }),
    );
  }

  return Object.assign(installed, { inApp, inPackage, runInApp });
}

/*
 * Hosts with a full WebAssembly: Node by `import` and by `require`, and the browser entry. Each session loads a copy of the
 * package of its own, so that no module is shared between cases.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import vm from "node:vm";
import { distFile } from "./dist.mjs";
import { Harness } from "./harness.mjs";

const require = createRequire(import.meta.url);

/** Puts the harness between the package and the engine's own WebAssembly; returns what takes it out again. */
function watchWebAssembly(harness) {
  /** @type {any} */
  const api = WebAssembly;
  const { Instance, instantiate } = api;
  api.Instance = function WatchedInstance(module, imports) {
    harness.countInstantiation();
    return { exports: harness.handOut(new Instance(module, imports).exports) };
  };
  api.instantiate = async (module, imports) => new api.Instance(module, imports);
  return () => {
    api.Instance = Instance;
    api.instantiate = instantiate;
  };
}

function copyOfDist() {
  const folder = mkdtempSync(join(tmpdir(), "yidi-contract-"));
  cpSync(distFile(), folder, { recursive: true });
  cpSync(distFile("..", "package.json"), join(folder, "package.json"));
  return folder;
}

function desktop({ name, needsInit, load, source = () => undefined }) {
  return {
    name,
    absent: [],
    needsInit,
    revivesAtOnce: true,
    async open() {
      const folder = copyOfDist();
      const harness = new Harness();
      const restore = watchWebAssembly(harness);
      return {
        harness,
        yidi: await load(folder),
        source: source(),
        evaluate: (expression) => vm.runInThisContext(`(${expression})`),
        close() {
          restore();
          rmSync(folder, { recursive: true });
        },
      };
    },
  };
}

export const desktops = [
  desktop({
    name: "Node, import",
    needsInit: false,
    load: (folder) => import(pathToFileURL(join(folder, "node.mjs")).href),
  }),
  desktop({
    name: "Node, require",
    needsInit: false,
    load: (folder) => require(join(folder, "node.cjs")),
  }),
  desktop({
    name: "browser entry, from bytes",
    needsInit: true,
    load: (folder) => import(pathToFileURL(join(folder, "browser.js")).href),
    source: () => new Uint8Array(readFileSync(distFile("yidi_bg.wasm"))).buffer,
  }),
];

// One instance of the benchmark's own build of the module, called just as the shipped one is.
import { readFileSync } from "node:fs";
import { Engine } from "../../www/sdk/engine.js";

/** @param {string} wasmFile */
export function start(wasmFile) {
  const engine = new Engine();
  const module = new WebAssembly.Module(readFileSync(wasmFile));
  engine.connect(new WebAssembly.Instance(module, engine.imports).exports);
  return (name, ...args) => engine.call(name, args);
}

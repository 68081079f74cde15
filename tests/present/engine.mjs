import { createRequire } from "node:module";
import { distFile } from "../contract/dist.mjs";

const require = createRequire(import.meta.url);

/** The package as it was built, in an instance of its own: a pack that one journey adds is not there for the next. */
export function freshEngine() {
  const path = require.resolve(distFile("node.cjs"));
  delete require.cache[path];
  return require(path);
}

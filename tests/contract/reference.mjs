import { createRequire } from "node:module";
import { distFile } from "./dist.mjs";

/** The package as Node loads it, untouched: every host must give the same answers to the fen. */
export function reference() {
  return createRequire(import.meta.url)(distFile("node.cjs"));
}

import { join } from "node:path";
import { fileURLToPath } from "node:url";

const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));

/** @param {...string} parts */
export const distFile = (...parts) => join(DIST, ...parts);

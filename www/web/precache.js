// A step of the build: the service worker with the names of all files beside it, and what version they are.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const WORKER = "service-worker.js";
/** The owner's own; see the service worker. */
const NOT_KEPT = ["config.json", WORKER];

function filesIn(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => !NOT_KEPT.includes(name))
    .sort();
}

/** @param {string} source the worker's source @returns {import("vite").Plugin} */
export function precache(source) {
  return {
    name: "precache",
    apply: "build",
    closeBundle: {
      order: "post",
      handler() {
        const folder = this.environment.config.build.outDir;
        const names = filesIn(folder);
        const worker = readFileSync(source, "utf8");
        const hash = createHash("sha256").update(worker);
        for (const name of names) hash.update(`${name}\0`).update(readFileSync(join(folder, name)));
        const files = names.map((name) => (name === "index.html" ? "./" : `./${name}`));
        const built = JSON.stringify({ version: hash.digest("hex").slice(0, 16), files });
        writeFileSync(join(folder, WORKER), `const BUILT = ${built};\n${worker}`);
      },
    },
  };
}

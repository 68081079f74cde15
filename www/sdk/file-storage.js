import { open, readFile, rename } from "node:fs/promises";
import { dirname } from "node:path";
import { lockFile } from "./file-lock.js";

/** A file: written beside itself, flushed, and put in its place in one step. */
export function deviceStorage(path) {
  let stillHeld = async () => {};
  return {
    /** One process at a time: two would overwrite each other's filings. */
    async lock() {
      const held = await lockFile(`${path}.lock`);
      stillHeld = held.check;
      return held.release;
    },
    async read() {
      try {
        return await readFile(path, "utf8");
      } catch (error) {
        if (error.code === "ENOENT") return null;
        throw error;
      }
    },
    async write(text) {
      await stillHeld();
      const beside = `${path}.new`;
      await flushed(beside, "w", (file) => file.writeFile(text));
      await rename(beside, path);
      // The renaming too has to reach the disk; Windows has no way to ask for that.
      if (process.platform !== "win32") await flushed(dirname(path), "r");
    },
    async setAside(text) {
      for (let at = 1; ; at += 1) {
        try {
          return await flushed(`${path}.damaged-${at}`, "wx", (file) => file.writeFile(text));
        } catch (error) {
          if (error.code !== "EEXIST") throw error;
        }
      }
    },
  };
}

async function flushed(path, flags, write = async (_file) => {}) {
  const file = await open(path, flags, 0o600);
  try {
    await write(file);
    await file.sync();
  } finally {
    await file.close();
  }
}

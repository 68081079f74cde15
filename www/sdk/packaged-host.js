import { hostError } from "./error.js";

/**
 * A mini-program host: it instantiates only from a path inside the app's own package, and never at once.
 *
 * @param {(path: string, imports: object) => Promise<{ instance: { exports: object } }>} instantiate
 * @param {string} [defaultPath] where the host's npm build puts the file, if it puts it anywhere
 * @returns {import("./core.js").Host}
 */
export function packagedHost(instantiate, defaultPath) {
  return {
    async instantiate(imports, source) {
      const path = source === undefined ? defaultPath : source;
      if (path === undefined) throw hostError("missingField", undefined, "source");
      const { instance } = await instantiate(/** @type {string} */ (path), imports);
      return instance.exports;
    },
  };
}

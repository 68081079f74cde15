import { wrapScript } from "./scope.js";

function joinPath(folder, request) {
  const parts = request.startsWith("/") ? [] : folder.split("/").filter(Boolean);
  for (const part of request.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === "..") parts.pop();
    else parts.push(part);
  }
  return parts.join("/");
}

/** WeChat's `require`: relative paths, paths from the package's root, and names of packages in `miniprogram_npm`. */
function resolve(scripts, from, request) {
  const wanted = request.replace(/\.js$/, "");
  const folder = from.split("/").slice(0, -1).join("/");
  const near = /^[./]/.test(wanted) ? joinPath(folder, wanted) : `miniprogram_npm/${wanted}`;
  const found = [near, `${near}/index`].find((path) => path in scripts);
  if (found === undefined) throw new Error(`module '${request}' is not defined, required from '${from}.js'`);
  return found;
}

/**
 * The CommonJS modules of a package.
 * @param {Record<string, string>} scripts source by path without `.js`
 * @param {(path: string) => Record<string, unknown>} globalsOf what the host gives a script
 * @returns {(path: string) => unknown} loads a module by its path
 */
export function createModules(scripts, globalsOf) {
  const loaded = new Map();
  return function load(path) {
    if (loaded.has(path)) return loaded.get(path).exports;
    const module = { exports: {} };
    loaded.set(path, module);
    const globals = globalsOf(path);
    const run = wrapScript(path, scripts[path], Object.keys(globals));
    const require = (request) => load(resolve(scripts, path, request));
    try {
      run(require, module, module.exports, ...Object.values(globals));
    } catch (error) {
      loaded.delete(path);
      throw error;
    }
    return module.exports;
  };
}

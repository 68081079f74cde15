// As much of WeChat's phone as a built mini-program needs to be run without one: its globals and its `require`, nothing that draws.

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import vm from "node:vm";
import { brotliDecompressSync } from "node:zlib";

/** What uni-app's runtime asks WeChat for before a page is shown. */
const ASKED_FIRST = [
  "getSystemInfoSync",
  "getAppBaseInfo",
  "getWindowInfo",
  "getDeviceInfo",
  "getStorageSync",
  "setStorageSync",
  "setStorage",
  "canIUse",
  "onNetworkStatusChange",
  "getLaunchOptionsSync",
  "getEnterOptionsSync",
  "createSelectorQuery",
  "onAppShow",
  "onThemeChange",
];

/** A phone with a built mini-program on it; `declared` is what the app told it, by `App` and `Page`. */
export function phoneWith(built) {
  const declared = {};
  const told = (name) => (definition) => {
    declared[name] = definition;
  };
  const instantiate = async (path, imports) => {
    const { instance } = await WebAssembly.instantiate(
      brotliDecompressSync(readFileSync(join(built, path))),
      imports,
    );
    return { instance };
  };
  const context = vm.createContext({
    ...Object.fromEntries(["App", "Page", "Component", "Behavior"].map((name) => [name, told(name)])),
    global: {},
    wx: Object.fromEntries(ASKED_FIRST.map((name) => [name, () => ({})])),
    WXWebAssembly: { instantiate },
    getApp: () => ({}),
    getCurrentPages: () => [],
    console,
    setTimeout,
    clearTimeout,
  });
  return { declared, require: requireIn(context, built) };
}

/** Runs the CommonJS files of a built mini-program, each once, with the files they require. */
function requireIn(context, built) {
  const loaded = new Map();
  function required(path) {
    const file = path.endsWith(".js") ? path : `${path}.js`;
    if (loaded.has(file)) return loaded.get(file).exports;
    const module = vm.runInContext("({ exports: {} })", context);
    loaded.set(file, module);
    const text = readFileSync(file, "utf8");
    const wrap = vm.runInContext(`(function (module, exports, require) {${text}\n})`, context);
    wrap(module, module.exports, (name) => required(join(dirname(file), name)));
    return module.exports;
  }
  return (name) => required(join(built, name));
}

/** Opens the declared page as WeChat does, and answers with the first of what it sets that `wanted` takes for an answer. */
export function shownBy({ App, Page }, route, wanted) {
  return new Promise((resolve, reject) => {
    const tooLong = setTimeout(() => reject(new Error(`${route} shows nothing of the kind`)), 20_000);
    const page = Object.assign(Object.create(Page), {
      route,
      data: {},
      setData(changes, done) {
        const answer = wanted(changes);
        if (answer !== undefined) {
          clearTimeout(tooLong);
          resolve(answer);
        }
        done?.();
      },
    });
    App.onLaunch({ path: route, query: {} });
    page.onLoad({});
    page.onShow();
    page.onReady();
  });
}

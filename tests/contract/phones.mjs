/*
 * Mini-program hosts: a bare JavaScript context with what such a host has, and nothing else. None of this was tried on a device;
 * what the profiles lack is what the vendors' documentation and users' reports say is missing.
 */
import { readFileSync } from "node:fs";
import vm from "node:vm";
import { brotliDecompressSync } from "node:zlib";
import { distFile } from "./dist.mjs";
import { Harness } from "./harness.mjs";

const NEVER_ON_PHONES = [
  "WebAssembly",
  "SharedArrayBuffer",
  "Atomics",
  "WeakRef",
  "FinalizationRegistry",
  "TextEncoder",
  "TextDecoder",
  "fetch",
  "URL",
  "performance",
  "structuredClone",
  "process",
  "Buffer",
  "document",
  "window",
  "eval",
];

/** Newer than the syntax that the bundle promises. */
const LATER_THAN_ES2018 = [
  "Array.prototype.at",
  "Array.prototype.findLast",
  "Array.prototype.flat",
  "Array.prototype.flatMap",
  "Array.prototype.toSorted",
  "Object.fromEntries",
  "Object.hasOwn",
  "Promise.allSettled",
  "Promise.any",
  "String.prototype.at",
  "String.prototype.isWellFormed",
  "String.prototype.matchAll",
  "String.prototype.replaceAll",
  "String.prototype.toWellFormed",
  "String.prototype.trimEnd",
  "Symbol.prototype.description",
];

const BIG_INTEGERS = ["BigInt", "BigInt64Array", "BigUint64Array"];

const WECHAT = {
  bundle: "miniprogram/index.js",
  api: "WXWebAssembly",
  packagePath: "/miniprogram_npm/yidi/yidi_bg.wasm.br",
  packageFile: "miniprogram/yidi_bg.wasm.br",
};

const profiles = [
  {
    ...WECHAT,
    name: "WeChat on Android, without Intl",
    absent: [...NEVER_ON_PHONES, ...LATER_THAN_ES2018, "Intl"],
  },
  { ...WECHAT, name: "WeChat on iOS", absent: NEVER_ON_PHONES },
  { ...WECHAT, name: "WeChat on iOS, hiding exported Globals", absent: NEVER_ON_PHONES, hidesGlobals: true },
  {
    ...WECHAT,
    name: "WeChat on iOS 14, without BigInt",
    absent: [...NEVER_ON_PHONES, ...LATER_THAN_ES2018, ...BIG_INTEGERS],
    hidesGlobals: true,
  },
  {
    ...WECHAT,
    name: "WeChat DevTools, with all of a browser's JavaScript",
    absent: [],
    present: { TextEncoder, TextDecoder, URL, fetch, performance, structuredClone },
  },
  {
    name: "Alipay Worker",
    bundle: "alipay-worker/index.js",
    api: "MYWebAssembly",
    packagePath: "/wasm/yidi_bg.wasm",
    packageFile: "yidi_bg.wasm",
    source: "/wasm/yidi_bg.wasm",
    absent: NEVER_ON_PHONES,
  },
  {
    name: "Douyin",
    bundle: "douyin/index.js",
    api: "TTWebAssembly",
    packagePath: "wasm/yidi_bg.wasm.br",
    packageFile: "miniprogram/yidi_bg.wasm.br",
    source: "wasm/yidi_bg.wasm.br",
    absent: NEVER_ON_PHONES,
  },
];

function readPackageFile(file) {
  const bytes = readFileSync(distFile(file));
  return file.endsWith(".br") ? brotliDecompressSync(bytes) : bytes;
}

/** As the vendors document it: a path inside the app's package, and nothing but a path. */
function pathOnlyWebAssembly(profile, harness) {
  return {
    async instantiate(path, imports) {
      if (typeof path !== "string" || !/\.wasm(\.br)?$/.test(path))
        throw new TypeError("not a path to .wasm or .wasm.br");
      if (path !== profile.packagePath) throw new Error(`no such file in the package: ${path}`);
      harness.countInstantiation();
      const { instance } = await WebAssembly.instantiate(readPackageFile(profile.packageFile), imports);
      const shown = Object.entries(instance.exports).filter(
        ([, member]) => !(profile.hidesGlobals && member instanceof WebAssembly.Global),
      );
      return { instance: { exports: harness.handOut(Object.fromEntries(shown)) } };
    },
  };
}

function bareContext(profile, harness, host) {
  const context = vm.createContext({
    ...profile.present,
    ...host,
    [profile.api]: pathOnlyWebAssembly(profile, harness),
  });
  for (const name of profile.absent) vm.runInContext(`delete globalThis.${name}`, context);
  return context;
}

function loadCommonJs(context, file) {
  const wrap = vm.runInContext(
    `(function (module, exports, require) {${readFileSync(distFile(file), "utf8")}\n})`,
    context,
    { filename: file },
  );
  const module = vm.runInContext("({ exports: {} })", context);
  wrap(module, module.exports, (name) => {
    throw new Error(`the bundle must be whole, but it requires ${name}`);
  });
  return module.exports;
}

function globalsOf(context) {
  const names = vm.runInContext("Object.getOwnPropertyNames(globalThis)", context);
  return new Map(
    Array.from(names, (name) => [name, vm.runInContext(`globalThis[${JSON.stringify(name)}]`, context)]),
  );
}

function changedGlobals(before, after) {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].filter((name) => !Object.is(before.get(name), after.get(name)));
}

export const phones = profiles.map((profile) => ({
  name: profile.name,
  bundle: profile.bundle,
  absent: profile.absent,
  needsInit: true,
  revivesAtOnce: false,
  /** @param {object} [host] globals of the host that a test brings along, such as \`wx\` */
  async open(host = {}) {
    const harness = new Harness();
    const context = bareContext(profile, harness, host);
    const globalsBefore = globalsOf(context);
    const yidi = loadCommonJs(context, profile.bundle);
    return {
      harness,
      yidi,
      globalsChanged: () => changedGlobals(globalsBefore, globalsOf(context)),
      source: profile.source,
      evaluate: (expression) => vm.runInContext(`(${expression})`, context),
      close() {},
    };
  },
}));

/*
 * Every function of the built package, called with what no honest caller passes. A call may answer, or refuse with a YidiError of the
 * closed list; it may not trap, throw anything else, change what it was given, or leave anything behind.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { distFile } from "../contract/dist.mjs";
import { Chance } from "./chance.mjs";
import { HEAVY, HOSTILE } from "./hostile-values.mjs";
import { soundCalls } from "./sound-calls.mjs";

const schemas = JSON.parse(readFileSync(distFile("schemas.json"), "utf8"));
const OWN_CODES = ["facilitiesLost"];
/** `notReady` and `internal` are of the list too, and neither may come of any input. */
const CODES = new Set([...codesOf(schemas), ...OWN_CODES]);
CODES.delete("internal");

/** @param {unknown} document @returns {string[]} */
function codesOf(document) {
  const found =
    JSON.stringify(document).match(/"const":"(\w+)"|"enum":\[[^\]]*"unreadableInput"[^\]]*\]/g) ?? [];
  const words = /** @type {string[]} */ (found.join().match(/\w+/g) ?? []);
  assert.ok(words.includes("unreadableInput") && words.includes("internal"), "the schemas list the codes");
  return words;
}

const { Instance } = WebAssembly;

/**
 * The package as Node loads it, with an eye on its instances.
 *
 * @param {(exports: any) => any} handOut what it gets of an instance
 */
export function watchedPackage(handOut = (exports) => exports) {
  /** @type {WebAssembly.Instance[]} */
  const instances = [];
  WebAssembly.Instance = /** @type {any} */ (
    function watched(module, imports) {
      const made = new Instance(module, imports);
      instances.push(made);
      return { exports: handOut(made.exports) };
    }
  );
  const require = createRequire(import.meta.url);
  const entry = distFile("node.cjs");
  delete require.cache[require.resolve(entry)];
  return { yidi: require(entry), instances };
}

/** @param {any[]} instances */
export const wasmBytes = (instances) => instances.at(-1).exports.memory.buffer.byteLength;

const isPlain = (value) => typeof value === "object" && value !== null;

/** A copy that nobody can change without being found out. */
function frozen(value) {
  if (!isPlain(value)) return value;
  const copy = Array.isArray(value) ? value.map(frozen) : {};
  if (!Array.isArray(value)) for (const key of Object.keys(value)) copy[key] = frozen(value[key]);
  return Object.freeze(copy);
}

/** A copy with `hostile` at some place inside, and the way there. */
function withHostile(value, hostile, chance, way = []) {
  const keys = isPlain(value) ? Object.keys(value) : [];
  if (keys.length === 0 || chance.below(4) === 0) return { value: hostile, way };
  const key =
    chance.below(12) === 0
      ? chance.of(["__proto__", "constructor", "toJSON", "unknown", ""])
      : chance.of(keys);
  const inner = withHostile(value[key], hostile, chance, [...way, key]);
  const copy = Array.isArray(value) ? [...value] : { ...value };
  Object.defineProperty(copy, key, {
    value: inner.value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
  return { value: copy, way: inner.way };
}

/** @param {any[][]} calls @param {Chance} chance @param {any} yidi */
function nextCall(calls, chance, yidi) {
  const [name, ...args] = chance.of(calls);
  const [what, make] = chance.of(chance.below(200) === 0 ? HEAVY : HOSTILE);
  const hostile = make(yidi);
  const at = chance.below(Math.max(args.length, 1));
  let way = [];
  switch (chance.below(8)) {
    case 0:
      args[at] = hostile;
      break;
    case 1:
      args.length = Math.min(at, args.length);
      break;
    case 2:
      args.push(hostile, hostile);
      break;
    default:
      ({ value: args[at], way } = withHostile(args[at], hostile, chance));
  }
  return { name, args, what: `${name}: ${what} as argument ${at} ${way.join(".")}` };
}

/** What a call does; fails on anything but an answer or a typed refusal. */
function outcome({ name, args, what }, yidi) {
  try {
    yidi[name](...args);
    return "answered";
  } catch (error) {
    assert.ok(error instanceof yidi.YidiError, `${what}: throws ${describe(error)}`);
    assert.ok(CODES.has(error.code), `${what}: the code ${error.code}, ${error.message.slice(0, 200)}`);
    assert.ok(error.text["zh-CN"] && error.text.en && typeof error.path === "string", what);
    assert.ok(error.message.length < 3000, `${what}: a message of ${error.message.length}`);
    return error.code;
  }
}

function describe(error) {
  try {
    return `${error?.name}: ${String(error?.message).slice(0, 200)}\n${error?.stack}`;
  } catch {
    return "what cannot be shown";
  }
}

const PROTOTYPES = [Object, Array, String, Function, Error, Map].map(({ prototype }) => prototype);
const namesOfPrototypes = () => PROTOTYPES.map((prototype) => Reflect.ownKeys(prototype).length).join();

/**
 * @param {{ calls: number, seed: number, collect?: () => void }} options `collect` runs the garbage collector, where there is one
 */
export function fuzzBoundary({ calls, seed, collect }) {
  const { yidi, instances } = watchedPackage();
  const chance = new Chance(seed);
  const sound = soundCalls(yidi).map((call) => frozen(call));
  const shape = namesOfPrototypes();
  const outcomes = {};
  const memory = [];
  for (let at = 0; at < calls; at += 1) {
    const call = nextCall(sound, chance, yidi);
    const ended = outcome(call, yidi);
    outcomes[ended] = (outcomes[ended] ?? 0) + 1;
    if (at % 512 === 0) assert.equal(namesOfPrototypes(), shape, `${call.what}: a prototype was changed`);
    if (at % Math.ceil(calls / 8) === 0) {
      collect?.();
      memory.push({ wasm: wasmBytes(instances), heap: process.memoryUsage().heapUsed });
    }
  }
  assert.equal(/** @type {any} */ ({}).polluted, undefined);
  // It still works, and says the same.
  for (const [name, ...args] of sound) yidi[name](...args);
  return { outcomes, memory, instances: instances.length };
}

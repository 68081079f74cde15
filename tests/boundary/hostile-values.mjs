/*
 * What no honest caller passes. Each is made anew for each call, because some of them remember what was done to them.
 */

const HUGE = "医".repeat(200_000);
const LONG_LIST = Array.from({ length: 20_000 }, () => "0");

function cyclic() {
  const value = { person: {} };
  value.person = value;
  return value;
}

function nested(depth) {
  let value = {};
  for (let at = 0; at < depth; at += 1) value = at % 2 === 0 ? { value } : [value];
  return value;
}

function sparse(length) {
  const list = [];
  list.length = length;
  return list;
}

function throwing(what) {
  return Object.defineProperty({}, "person", {
    enumerable: true,
    get() {
      throw what;
    },
  });
}

/** Looks like data while its keys are listed, and fails once they are read. */
const trapped = (trap) =>
  new Proxy(
    { person: {} },
    {
      [trap]() {
        throw new RangeError("a trap of the caller's own");
      },
    },
  );

const revoked = () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};

/** Different each time it is asked. */
function fickle() {
  let asked = 0;
  return {
    get total() {
      asked += 1;
      return asked % 2 === 0 ? "1.00" : { asked };
    },
  };
}

/** Calls back into the package while it reads. @param {any} yidi */
const reentrant = (yidi) => ({
  get person() {
    return yidi.regions();
  },
});

const polluting = () =>
  JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}');

const withPrototype = () => Object.create({ person: { insuredRegion: "610100" }, polluted: true });

/** @type {[name: string, make: (yidi: any) => unknown][]} */
export const HOSTILE = [
  ["undefined", () => undefined],
  ["null", () => null],
  ["true", () => true],
  ["NaN", () => Number.NaN],
  ["-0", () => -0],
  ["infinity, as 1e309 is", () => Number.POSITIVE_INFINITY],
  ["-infinity", () => Number.NEGATIVE_INFINITY],
  ["5e-324", () => 5e-324],
  ["2^53 + 2", () => 2 ** 53 + 2],
  ["2^32", () => 2 ** 32],
  ["0.1 + 0.2", () => 0.1 + 0.2],
  ["a bigint", () => 10n ** 40n],
  ["a symbol", () => Symbol("total")],
  ["a function", () => () => "0"],
  ["a class", () => class Total {}],
  ["an empty text", () => ""],
  ["lone surrogates", () => "\ud800西\udc00\udbff"],
  ["zero bytes", () => "\0\0a\0"],
  ["marks of the boundary's own form", () => '"{[]}~#+-_!?>/\0'],
  ["right to left", () => "\u202e00.001\u2066"],
  ["__proto__ as a text", () => "__proto__"],
  ["an empty object", () => ({})],
  ["an empty list", () => []],
  ["a cyclic object", cyclic],
  ["31 deep", () => nested(31)],
  ["33 deep", () => nested(33)],
  ["a sparse list", () => sparse(100)],
  ["the longest list", () => sparse(2 ** 32 - 1)],
  ["a getter that throws an error", () => throwing(new Error("the caller's own"))],
  ["a getter that throws a text", () => throwing("a text")],
  ["a getter that throws undefined", () => throwing(undefined)],
  ["a getter that throws null", () => throwing(null)],
  ["a getter that throws what cannot be shown", () => throwing(Object.create(null))],
  ["a getter that throws a proxy", () => throwing(trapped("get"))],
  ["a fickle getter", fickle],
  ["a getter that calls back", reentrant],
  ["a proxy that throws on ownKeys", () => trapped("ownKeys")],
  ["a proxy that throws on get", () => trapped("get")],
  ["a proxy that throws on getOwnPropertyDescriptor", () => trapped("getOwnPropertyDescriptor")],
  ["a revoked proxy", revoked],
  ["a proxy of data", () => new Proxy({ total: "1.00" }, {})],
  ["no prototype", () => Object.assign(Object.create(null), { total: "1.00" })],
  ["a prototype with fields", withPrototype],
  ["keys of prototypes", polluting],
  ["an empty key", () => ({ "": { "": "" } })],
  ["a symbol as a key", () => ({ [Symbol.iterator]: null, [Symbol.toPrimitive]: 1 })],
  [
    "a toJSON that throws",
    () => ({
      toJSON() {
        throw new Error("no JSON of it");
      },
    }),
  ],
  [
    "a toString that throws",
    () => ({
      toString() {
        throw new Error("no text of it");
      },
    }),
  ],
  ["a date", () => new Date(Number.NaN)],
  ["a map", () => new Map([["total", "1"]])],
  ["a boxed text", () => Object("2026-11-22")],
  ["a boxed number", () => Object(1)],
  ["an array buffer", () => new ArrayBuffer(16)],
  [
    "a detached view",
    () => {
      const bytes = new Uint8Array(16);
      structuredClone(bytes.buffer, { transfer: [bytes.buffer] });
      return bytes;
    },
  ],
  ["a promise", () => Promise.resolve("0")],
  ["a regular expression", () => /x/g],
  ["an error", () => new Error("as a value")],
  [
    "arguments",
    () =>
      (function given(..._all) {
        // biome-ignore lint/complexity/noArguments: it is what is wanted here
        return arguments;
      })("0", "1"),
  ],
];

/** Those that take long to read. @type {[name: string, make: (yidi: any) => unknown][]} */
export const HEAVY = [
  ["a huge text", () => HUGE],
  ["2,000 deep", () => nested(2000)],
  ["a long list", () => LONG_LIST],
  ["the global object", () => globalThis],
];

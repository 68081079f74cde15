import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { brotliDecompressSync } from "node:zlib";
import { parse } from "acorn";
import binaryen from "binaryen";
import { gate } from "../../pkg-scripts/gate.mjs";
import { distFile } from "./dist.mjs";
import { phones } from "./phones.mjs";

const phoneBundles = [...new Set(phones.map(({ bundle }) => bundle))];
/** @type {import("acorn").Options} */
const es2018 = { ecmaVersion: 2018, sourceType: "script" };

/** (module (func (export "f") (result i32) i32.const 0 i32.extend8_s)): one instruction newer than the first edition. */
const SIGN_EXTENSION = Uint8Array.from([
  0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, 0x01, 0x05, 0x01, 0x60, 0x00, 0x01, 0x7f, 0x03, 0x02, 0x01,
  0x00, 0x07, 0x05, 0x01, 0x01, 0x66, 0x00, 0x00, 0x0a, 0x07, 0x01, 0x05, 0x00, 0x41, 0x00, 0xc0, 0x0b,
]);

function identifiersOf(node, found = new Set()) {
  if (node === null || typeof node !== "object") return found;
  if (node.type === "Identifier") found.add(node.name);
  for (const child of Object.values(node)) identifiersOf(child, found);
  return found;
}

for (const bundle of phoneBundles) {
  test(`${bundle} is a script in ES2018 syntax`, () => {
    assert.doesNotThrow(() => parse(readFileSync(distFile(bundle), "utf8"), es2018));
  });

  test(`${bundle} names nothing that phones refuse`, () => {
    const identifiers = identifiersOf(parse(readFileSync(distFile(bundle), "utf8"), es2018));
    const refused = [
      "require",
      "eval",
      "Function",
      "globalThis",
      "WebAssembly",
      "fetch",
      "process",
      "BigInt",
    ];
    assert.deepEqual(
      refused.filter((name) => identifiers.has(name)),
      [],
    );
    assert.ok(identifiers.has("instantiate"), "the walk must reach the code");
  });
}

test("the ES2018 check refuses newer syntax", () => {
  for (const newer of [
    "a?.b",
    "a ?? b",
    "try {} catch {}",
    "class A { b = 1 }",
    "import.meta",
    "import('a')",
  ]) {
    assert.throws(() => parse(newer, es2018), SyntaxError, newer);
  }
});

test("the compressed wasm holds the same bytes", () => {
  const unpacked = brotliDecompressSync(readFileSync(distFile("miniprogram", "yidi_bg.wasm.br")));
  assert.equal(Buffer.compare(unpacked, readFileSync(distFile("yidi_bg.wasm"))), 0);
});

test("the shipped wasm keeps to WebAssembly's first edition", () => {
  gate(distFile("yidi_bg.wasm"));
});

test("the gate refuses a newer instruction", () => {
  assert.ok(WebAssembly.validate(SIGN_EXTENSION), "the control must be valid otherwise");
  const folder = mkdtempSync(join(tmpdir(), "yidi-gate-"));
  const file = join(folder, "newer.wasm");
  try {
    writeFileSync(file, SIGN_EXTENSION);
    assert.throws(() => gate(file));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("no 64-bit integer crosses the boundary", () => {
  const module = binaryen.readBinary(readFileSync(distFile("yidi_bg.wasm")));
  const crossing = boundaryFunctions(module);
  assert.notEqual(crossing.length, 0);
  const wide = crossing.filter(({ types }) => types.includes(binaryen.i64)).map(({ name }) => name);
  module.dispose();
  assert.deepEqual(wide, []);
});

function boundaryFunctions(module) {
  const found = [];
  const add = (name) => {
    const { params, results, module: importedFrom } = binaryen.getFunctionInfo(module.getFunction(name));
    found.push({
      name,
      importedFrom,
      types: [...binaryen.expandType(params), ...binaryen.expandType(results)],
    });
  };
  for (let index = 0; index < module.getNumExports(); index += 1) {
    const { kind, value } = binaryen.getExportInfo(module.getExportByIndex(index));
    if (kind === binaryen.ExternalFunction) add(value);
  }
  for (let index = 0; index < module.getNumFunctions(); index += 1) {
    const { name, module: importedFrom } = binaryen.getFunctionInfo(module.getFunctionByIndex(index));
    if (importedFrom) add(name);
  }
  return found;
}

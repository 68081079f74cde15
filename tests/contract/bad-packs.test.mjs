/*
 * Every fault that a pack can have, as a developer meets it: `lintPack` finds it, and `addPack` refuses the pack if the fault is an
 * error. The packs are those of the linter's own tests.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, test } from "node:test";
import { distFile } from "./dist.mjs";

const require = createRequire(import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(`../lint/${name}.json`, import.meta.url), "utf8"));

/** A day after one pack's review was due. */
const TODAY = "2026-12-01";
/** A field that cannot be read is refused by its own code. */
const UNREADABLE_RATIO = "invalidPercent";

/** The package without the packs of other tests; with a neighbour whose table one of them copies. */
function freshYidi() {
  const file = distFile("node.cjs");
  delete require.cache[file];
  const yidi = require(file);
  yidi.addPack(read("good/plain"));
  return yidi;
}

for (const [code, { severity, path }] of Object.entries(read("faults"))) {
  describe(`a pack with the fault ${code}`, () => {
    const pack = read(`bad/${code}`);

    test("is found to have this fault alone", () => {
      const faults = freshYidi().lintPack(pack, TODAY);
      assert.deepEqual(
        faults.map(({ hint, ...fault }) => fault),
        [{ code, severity, path }],
      );
      assert.match(faults[0].hint["zh-CN"], /\p{Script=Han}/u);
      assert.match(faults[0].hint.en, /[a-z]/);
    });

    if (severity === "error") {
      test("is refused with the path of the fault", () => {
        const yidi = freshYidi();
        const before = yidi.regions();
        assert.throws(
          () => yidi.addPack(pack),
          (error) => {
            assert.ok(error instanceof yidi.YidiError, `not a YidiError: ${error}`);
            const expected = code === "unreadable" ? UNREADABLE_RATIO : "invalidPack";
            assert.deepEqual({ code: error.code, path: error.path }, { code: expected, path });
            return true;
          },
        );
        assert.deepEqual(yidi.regions(), before);
      });
    } else {
      test("is accepted", () => {
        const yidi = freshYidi();
        assert.equal(yidi.addPack(pack).admdvs, pack.admdvs);
        assert.ok(yidi.regions().some(({ admdvs }) => admdvs === pack.admdvs));
      });
    }
  });
}

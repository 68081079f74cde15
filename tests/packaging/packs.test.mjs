/* The policy packs as a stranger gets them: files of the installed package, those of years gone by among them. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ROOT, withPackage } from "./installed.mjs";

const { inPackage, runInApp } = withPackage();

test("every pack is there as it was written", () => {
  const [written, shipped] = [join(ROOT, "src", "policy", "packs"), inPackage("dist", "packs")];
  const names = readdirSync(written).filter((name) => name.endsWith(".json"));
  assert.deepEqual(readdirSync(shipped).sort(), names.sort());
  for (const name of names) {
    assert.equal(readFileSync(join(shipped, name), "utf8"), readFileSync(join(written, name), "utf8"), name);
  }
});

test("a table of 2018 answers once it is added", () => {
  const script = `
    const { addPack, estimate, regions } = require("yidi");
    const listed = () => regions().some((region) => region.admdvs === "230800");
    const before = listed();
    addPack(require("yidi/packs/230800.json"));
    const { figures } = estimate({
      person: { insuredRegion: "230800", insurance: "resident", group: "otherResident", standing: "ordinary" },
      visit: { treatmentRegion: "230800", kind: "inpatient", tier: "tier3", admitted: "2018-03-02", settled: "2018-03-12" },
      filing: { category: "notFiled" },
      bill: { total: "20700", inScope: "20700" },
      yearSoFar: { admissions: 0, poolPaid: "0", seriousIllnessBase: "0", seriousIllnessPaid: "0" },
    });
    console.log(JSON.stringify({ before, after: listed(), pool: figures.pool }));`;
  const answer = runInApp("history.cjs", script);
  // DER-N1: (20,700 − 700) × 65 %
  assert.deepEqual(answer, { before: false, after: true, pool: "13000.00" });
});

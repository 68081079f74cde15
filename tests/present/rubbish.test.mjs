// Whatever is pasted, pressed or kept: every view stays sound, in both languages, and hostile text stays text.

import assert from "node:assert/strict";
import { test } from "node:test";
import { KNOWN, screenOver } from "./screen.mjs";

const ROUTES = ["estimate", "compare", "curve", "slip", "place", "failed", "sources"];

const RUBBISH = [
  "<img src=x onerror=alert(1)>",
  "{given} $& %s $1",
  "__proto__",
  "\u0000\ud800",
  "١٢٣",
  "1e9",
  "-0",
  "٪",
  "💊".repeat(40),
  "9".repeat(400),
  "2026-02-30",
  "",
];

const OTHERS = {
  slip: { slip: { total: "50000", pool: "28560", patientPays: "21440", fundsPay: "28560" } },
  place: {
    place: {
      answers: {
        insuredRegion: "320100",
        treatmentRegion: "310000",
        kind: "chronic",
        disease: "cancerTreatment",
        qualified: "yes",
        filed: "referral",
      },
    },
  },
  failed: {
    failed: {
      answers: {
        reason: "systemFailure",
        paid: "yes",
        insuredRegion: "320500",
        treatmentRegion: "310000",
        kind: "inpatient",
      },
    },
  },
};

const open = (route, language) =>
  screenOver(route, { language, saved: { estimate: KNOWN, ...OTHERS[route] } });

const fieldsOf = (screen) =>
  screen.blocks().filter(({ kind }) => ["field", "choice", "picker"].includes(kind));

const actionsOf = (screen) => {
  const view = screen.view();
  const inBlocks = screen
    .blocks()
    .flatMap((block) => [
      ...(block.actions ?? []),
      ...(block.action ? [block.action] : []),
      ...(block.rows ?? []).filter(({ action }) => action).map(({ action }) => action),
    ]);
  return [...(view.primary ? [view.primary] : []), ...inBlocks];
};

for (const route of ROUTES) {
  for (const language of ["zh-CN", "en"]) {
    test(`${route} in ${language}: rubbish in every field, then every action`, () => {
      for (const text of RUBBISH) {
        const screen = open(route, language);
        for (const { id, kind } of fieldsOf(screen)) {
          screen.type(id, text);
          if (kind === "picker") screen.type(`${id}.query`, text);
        }
        for (const { id, value } of actionsOf(screen)) screen.act(id, value);
        assert.ok(screen.view().blocks.length > 0);
      }
    });

    test(`${route} in ${language}: every question changed, with rubbish given`, () => {
      const screen = open(route, language);
      const changes = actionsOf(screen).filter(({ id }) => id === "change");
      for (const { value } of changes) {
        for (const text of RUBBISH) {
          screen.act("change", value);
          for (const field of fieldsOf(screen)) screen.type(field.id, text);
          screen.act("give");
          screen.act("cancel");
        }
      }
      assert.ok(screen.view().title);
    });
  }

  test(`${route}: what is no action and no field does nothing`, () => {
    const screen = open(route, "zh-CN");
    const before = JSON.stringify(screen.view().blocks);
    for (const id of ["constructor", "__proto__", "toString", "nothing", ""]) {
      screen.act(id, "x");
      screen.type(id, "x");
      screen.act("change", id);
    }
    screen.act("cancel");
    assert.equal(JSON.stringify(screen.view().blocks), before);
  });

  test(`${route}: English is English`, () => {
    const screen = open(route, "en");
    const { title, blocks } = screen.view();
    assert.match(title, /[a-z]{3}/);
    const own = JSON.stringify(
      blocks.map(({ kind, title: heading, summary, label }) => [kind, heading, summary, label]),
    );
    assert.doesNotMatch(own.replace(/（[^）]*）|\([^)]*\)|“[^”]*”/g, ""), /[\u4e00-\u9fff]{6}/);
  });
}

test("nothing that the paying side keeps is anything but what was entered", () => {
  const screen = open("estimate", "zh-CN");
  screen.go("place");
  screen.go("failed");
  for (const text of Object.values(screen.storage.kept)) assert.doesNotMatch(text, /姓名|证件|电话/);
});

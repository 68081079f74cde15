import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { cases } from "./cases.mjs";
import { desktops } from "./desktops.mjs";
import { phones } from "./phones.mjs";

for (const host of [...phones, ...desktops]) {
  describe(host.name, () => {
    for (const { name, run } of cases) {
      test(name, async () => {
        const session = await host.open();
        try {
          await run(session, host);
        } finally {
          session.close();
        }
      });
    }
  });
}

for (const host of phones) {
  test(`${host.name}: the profile lacks what it says`, async () => {
    const session = await host.open();
    const found = host.absent.filter((name) => {
      const [object, ...rest] = name.split(".");
      const last = rest.pop();
      if (last === undefined) return session.evaluate(`typeof ${object}`) !== "undefined";
      return session.evaluate(`"${last}" in ${[object, ...rest].join(".")}`);
    });
    assert.deepEqual(found, []);
  });

  test(`${host.name}: no global is added or overwritten`, async () => {
    const session = await host.open();
    await session.yidi.init(session.source);
    session.yidi.regions();
    assert.deepEqual(session.globalsChanged(), []);
  });
}

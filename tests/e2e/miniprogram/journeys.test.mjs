// The journeys of tests/e2e/journeys through the mini-program's own pages, with the real engine, on a WeChat-compatible runtime
// (glass-easel) in Chromium. Not verified on devices.
import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { describe, test } from "node:test";
import { serveHost, withHost } from "./serving.mjs";
import { MiniTraveller } from "./traveller.mjs";

const FOLDER = new URL("../journeys/", import.meta.url);
const files = (await readdir(FOLDER)).filter((name) => name.endsWith(".mjs"));
const journeys = await Promise.all(
  files.map(async (name) => (await import(new URL(name, FOLDER).href)).journey),
);

/** What the publisher sets who has a list of facilities. */
const withList = (facilities) => ({
  config: `module.exports = ${JSON.stringify({ receiver: "", facilities })};`,
});

/** Walks journeys over one mini-program; `replaced` are scripts of its package. */
function walk(chosen, folder, replaced = {}) {
  const { withDriver } = withHost(() => serveHost(folder, { replaced }));

  for (const { name, today, language, run } of chosen) {
    test(name, async () => {
      const query = language ? { language } : {};
      await withDriver({ today, query }, async (driver) => {
        const traveller = new MiniTraveller(driver);
        await traveller.settle();
        await run(traveller);
      });
    });
  }
}

describe("journeys", () => {
  test("there are journeys to walk", () => assert.ok(journeys.length > 0));

  const isListed = ({ facilities }) => facilities !== undefined;
  walk(
    journeys.filter((journey) => !isListed(journey)),
    "miniprogram-host",
  );
  for (const journey of journeys.filter(isListed)) {
    describe("with a list of facilities", () =>
      walk([journey], "miniprogram-host-listed", withList(journey.facilities)));
  }
});

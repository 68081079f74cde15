// The journeys, in the real page with the real engine; and every screen on the way looked over, in both modes and on all sizes.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { serve, withBrowser } from "../chromium.mjs";
import { root, webDir } from "./browsing.mjs";
import { faultsOf, measuredFaultsOf } from "./looking-over.mjs";
import { webTraveller } from "./traveller.mjs";

const folder = join(root, "tests", "e2e", "journeys");
const files = readdirSync(folder).filter((name) => name.endsWith(".mjs"));

const host = withBrowser(() => serve(webDir));
/** What has been looked over: screens by their blocks, and screens by the kinds of their blocks. */
const measured = new Set();
const judged = new Set();

/** Two screens with the same blocks measure the same, and two with the same kinds of blocks read the same to axe. Runs in the page. */
function sketches() {
  const all = [...document.querySelectorAll(".block")];
  const kinds = new Set(all.map((block) => block.className));
  const wrong = document.querySelector(".error") !== null;
  return {
    blocks: [location.hash, wrong, ...all.map((block) => block.id)].join(),
    kinds: [location.hash, wrong, ...[...kinds].sort()].join(),
  };
}

async function lookOver(page) {
  const { blocks, kinds } = await page.evaluate(sketches);
  const isNewKind = !judged.has(kinds);
  if (measured.has(blocks) && !isNewKind) return;
  measured.add(blocks);
  judged.add(kinds);
  const faults = await (isNewKind ? faultsOf(page) : measuredFaultsOf(page));
  assert.deepEqual(faults, [], `faults on ${page.url()}`);
}

/** The page's place has a list of facilities. */
function offer(facilities) {
  host.server.overlay.set("config.json", JSON.stringify({ facilities: "./facilities.csv" }));
  host.server.overlay.set("facilities.csv", facilities);
}

describe("journeys in the page", () => {
  for (const name of files) {
    test(name, async () => {
      const { journey } = await import(join(folder, name));
      const { today, language, facilities } = journey;
      if (facilities) offer(facilities);
      const traveller = await webTraveller(host.browser, host.server, {
        today,
        language,
        onScreen: lookOver,
      });
      try {
        await journey.run(traveller);
        assert.deepEqual(traveller.complaints, []);
      } finally {
        await traveller.close();
        host.server.overlay.clear();
      }
    });
  }

  test("every screen has been looked over", () => {
    const routes = new Set([...judged].map((kinds) => kinds.split(",")[0]));
    const expected = "home wizard outcome check contact notice done place estimate compare slip failed".split(
      " ",
    );
    for (const route of expected) assert.ok(routes.has(`#/${route}`), `${route} is on no journey`);
  });
});

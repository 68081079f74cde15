// The journeys, in the real page with the real engine; and every screen on the way looked over, in both modes and on all sizes.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { launch, serve } from "../chromium.mjs";
import { root, webDir } from "./browsing.mjs";
import { faultsOf } from "./looking-over.mjs";
import { webTraveller } from "./traveller.mjs";

const folder = join(root, "tests", "e2e", "journeys");
const files = readdirSync(folder).filter((name) => name.endsWith(".mjs"));

let browser;
let server;
/** Screens that have been looked over, by what stands on them. */
const seen = new Set();

before(async () => {
  browser = await launch();
  server = await serve(webDir);
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/** Two screens with the same blocks look the same, whatever is filled in. Runs in the page. */
function outline() {
  const blocks = [...document.querySelectorAll(".block")].map((block) => `${block.id} ${block.className}`);
  return [location.hash, document.querySelector("h1").textContent, ...blocks].join("\n");
}

async function lookOver(page) {
  const sketch = await page.evaluate(outline);
  if (seen.has(sketch)) return;
  seen.add(sketch);
  assert.deepEqual(await faultsOf(page), [], `faults on ${page.url()}`);
}

describe("journeys in the page", () => {
  for (const name of files) {
    test(name, async () => {
      const { journey } = await import(join(folder, name));
      const { today, language } = journey;
      const traveller = await webTraveller(browser, server, { today, language, onScreen: lookOver });
      try {
        await journey.run(traveller);
        assert.deepEqual(traveller.complaints, []);
      } finally {
        await traveller.close();
      }
    });
  }

  test("every screen has been looked over", () => {
    assert.ok(files.length > 0);
    assert.ok(seen.size >= 15, `${seen.size} screens`);
  });
});

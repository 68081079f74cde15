// node tests/e2e/web/screenshots.mjs [part of a name]: every screen of the page, whole, in tests/e2e/screens/web.

import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { launch, serve } from "../chromium.mjs";
import { TODAY, WALKS } from "../walks.mjs";
import { PHONE, root, webDir } from "./browsing.mjs";
import { webTraveller } from "./traveller.mjs";

const folder = join(root, "tests", "e2e", "screens", "web");
/** What small Chinese print still reads well at. */
const QUALITY = 10;

/** Every screen once, at its fullest. */
const MAIN = [
  "home|wizard-city|wizard-question|wizard-several|outcome|check|contact|notice|done|filings",
  "estimate-result|compare|curve|curve-band|slip|slip-verdict|place-verdict|failed-route|sources",
  "emergency|about|settings",
].join("|");

/** Two of each screen, and enough of the rest to see that it holds. The walks press Chinese words. */
const MODES = {
  normal: { settings: {} },
  care: { settings: { care: true }, only: new RegExp(`^(${MAIN})$`) },
  dark: {
    settings: {},
    context: { colorScheme: "dark" },
    only: /^(home|wizard-question|outcome|estimate-result|curve)$/,
    walks: ["filing", "estimate"],
  },
  english: { settings: { language: "en" }, walks: ["emergency", "about", "settings"] },
  narrow: {
    settings: { care: true, textSize: "largest" },
    context: { viewport: { width: 320, height: 568 } },
    only: /^(home|wizard-question|outcome)$/,
    walks: ["filing"],
  },
};

/** The whole screen in one tall picture, as if the phone were that long. */
async function picture(page, name) {
  const { width, height } = page.viewportSize();
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(whole, height) });
  const cdp = await page.context().newCDPSession(page);
  const { data } = await cdp.send("Page.captureScreenshot", { format: "webp", quality: QUALITY });
  await cdp.detach();
  await writeFile(join(folder, `${name}.webp`), Buffer.from(data, "base64"));
  await page.setViewportSize({ width, height });
}

const wanted = process.argv[2] ?? "";
if (wanted === "") await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const server = await serve(webDir);
const browser = await launch();
try {
  for (const [mode, { settings, context = {}, only = /./, walks = Object.keys(WALKS) }] of Object.entries(
    MODES,
  )) {
    for (const walk of walks) {
      const traveller = await webTraveller(browser, server, {
        today: TODAY,
        settings,
        viewport: PHONE,
        ...context,
      });
      await WALKS[walk](traveller, async (name) => {
        if (only.test(name) && `${name}-${mode}`.includes(wanted))
          await picture(traveller.page(), `${name}-${mode}`);
      });
      if (traveller.complaints.length > 0) throw new Error(traveller.complaints.join("\n"));
      await traveller.close();
    }
  }
} finally {
  await browser.close();
  await server.close();
}
console.log(`pictures are in ${folder}`);

// node tests/e2e/miniprogram/screenshots.mjs [part of a name]: every screen in the runner, whole, in tests/e2e/screens/miniprogram.
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { launch } from "../chromium.mjs";
import { TODAY, WALKS } from "../walks.mjs";
import { openMiniProgram } from "./page-driver.mjs";
import { ROOT, serveHost } from "./serving.mjs";
import { MiniTraveller } from "./traveller.mjs";

const OUT = join(ROOT, "tests", "e2e", "screens", "miniprogram");
const QUALITY = 45;
const PHONE = { width: 375, height: 812 };

/** Two of each screen, and enough of the rest to see that it holds. The walks press Chinese words. */
const MODES = {
  normal: { options: { settings: { care: false } } },
  care: { options: { settings: { care: true } } },
  dark: {
    options: { settings: { care: false }, colorScheme: "dark" },
    only: /^(home|wizard-question|outcome|estimate-result|curve|settings)-/,
  },
  english: {
    options: { settings: { care: false, language: "en" }, query: { language: "en" } },
    ways: ["emergency", "about", "settings"],
  },
};

/** The whole screen in one tall picture, as if the phone were that long. */
async function writePicture({ page }, name) {
  await page.evaluate(() => window.scrollTo(0, 0));
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ ...PHONE, height: Math.max(height, PHONE.height) });
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality: QUALITY });
  await writeFile(join(OUT, `${name}.webp`), Buffer.from(data, "base64"));
  await session.detach();
  await page.setViewportSize(PHONE);
}

const wanted = process.argv[2] ?? "";
if (wanted === "") await rm(OUT, { recursive: true, force: true });
await mkdir(OUT, { recursive: true });
const server = await serveHost("miniprogram-pictures");
const browser = await launch();
try {
  for (const [mode, { options, only = /./, ways = Object.keys(WALKS) }] of Object.entries(MODES)) {
    for (const way of ways) {
      const driver = await openMiniProgram(browser, server.url, { ...PHONE, today: TODAY, ...options });
      await driver.ready();
      const traveller = new MiniTraveller(driver);
      await traveller.settle();
      const picture = async (name) => {
        const whole = `${name}-${mode}`;
        if (whole.includes(wanted) && only.test(whole)) await writePicture(driver, whole);
      };
      await WALKS[way](traveller, picture);
      await driver.page.context().close();
    }
  }
} finally {
  await browser.close();
  await server.close();
}

// node tests/e2e/miniprogram/screenshots.mjs [appDir]: pictures of the page in the runner, in target/screenshots.
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { launch, serve } from "../chromium.mjs";
import { buildHost } from "./build-host.mjs";
import { fillLuoheResident, fillLuoheStay, fillXianEmployee } from "./journeys.mjs";
import { openMiniProgram } from "./page-driver.mjs";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const OUT = join(ROOT, "target", "screenshots");

const MODES = [
  { name: "zh", colorScheme: "light", care: false, english: false },
  { name: "zh-care", colorScheme: "light", care: true, english: false },
  { name: "en", colorScheme: "light", care: false, english: true },
  { name: "en-care", colorScheme: "light", care: true, english: true },
  { name: "zh-dark", colorScheme: "dark", care: false, english: false },
];

async function picture(driver, name) {
  const file = join(OUT, `miniprogram-${name}.png`);
  await driver.page.screenshot({ path: file });
  process.stdout.write(`${file}\n`);
}

/** The whole page in one tall picture, as if the phone were that long. */
async function wholePicture(driver, name) {
  const height = await driver.page.evaluate(() => document.documentElement.scrollHeight);
  await driver.page.setViewportSize({ width: 375, height });
  await driver.page.evaluate(() => window.scrollTo(0, 0));
  await picture(driver, name);
  await driver.page.setViewportSize({ width: 375, height: 812 });
}

async function opened(browser, url, mode) {
  const driver = await openMiniProgram(browser, url, { colorScheme: mode.colorScheme });
  await driver.ready();
  if (mode.care) await driver.part("care").click();
  return driver;
}

/** The form with the questions that came up, and the result. */
async function showJourney(browser, url, mode, { name, fill }) {
  const driver = await opened(browser, url, mode);
  await fill(driver);
  if (mode.english) await driver.part("language").click();
  await driver.page.evaluate(() => window.scrollTo(0, 0));
  await picture(driver, `${mode.name}-${name}-form`);
  await wholePicture(driver, `${mode.name}-${name}-form-whole`);
  await driver.submit();
  await driver.part("headline").waitFor();
  await picture(driver, `${mode.name}-${name}-result`);
  await driver.openLedger();
  await wholePicture(driver, `${mode.name}-${name}-result-whole`);
  await driver.page.context().close();
}

/** What is asked of someone whose region's table is not known, and who has not filed. */
async function showStandards(browser, url, mode) {
  const driver = await opened(browser, url, mode);
  await fillLuoheStay(driver, { category: "没有备案" });
  if (mode.english) await driver.part("language").click();
  await driver.submit();
  await driver.part("control-crossRegion").waitFor();
  await picture(driver, `${mode.name}-standards`);
  await wholePicture(driver, `${mode.name}-standards-whole`);
  await driver.page.context().close();
}

const JOURNEYS = [
  { name: "exact", fill: fillXianEmployee },
  { name: "range", fill: fillLuoheResident },
];

const appDir = resolve(process.argv[2] ?? join(ROOT, "www", "miniprogram"));
const outDir = join(ROOT, "target", "miniprogram-screenshots");
await mkdir(OUT, { recursive: true });
await buildHost({ appDir, outDir });
const server = await serve(outDir);
const browser = await launch();
try {
  for (const mode of MODES) {
    for (const journey of JOURNEYS) await showJourney(browser, server.url, mode, journey);
    await showStandards(browser, server.url, mode);
  }
} finally {
  await browser.close();
  await server.close();
}

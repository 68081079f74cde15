// node tests/e2e/miniprogram/screenshots.mjs [appDir]: pictures of the page in the runner, in target/screenshots.
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { launch, serve } from "../chromium.mjs";
import { buildHost } from "./build-host.mjs";
import { fillXianEmployee } from "./journeys.mjs";
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

async function show(browser, url, mode) {
  const driver = await openMiniProgram(browser, url, { colorScheme: mode.colorScheme });
  await driver.ready();
  if (mode.care) await driver.part("care").click();
  await fillXianEmployee(driver);
  if (mode.english) await driver.part("language").click();
  await driver.page.evaluate(() => window.scrollTo(0, 0));
  await picture(driver, `${mode.name}-form`);
  await wholePicture(driver, `${mode.name}-form-whole`);
  await driver.submit();
  await driver.part("headline").waitFor();
  await picture(driver, `${mode.name}-result`);
  await driver.openLedger();
  await wholePicture(driver, `${mode.name}-result-whole`);
  await driver.page.context().close();
}

const appDir = resolve(process.argv[2] ?? join(ROOT, "www", "miniprogram"));
const outDir = join(ROOT, "target", "miniprogram-screenshots");
await mkdir(OUT, { recursive: true });
await buildHost({ appDir, outDir });
const server = await serve(outDir);
const browser = await launch();
try {
  for (const mode of MODES) await show(browser, server.url, mode);
} finally {
  await browser.close();
  await server.close();
}

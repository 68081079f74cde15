// Writes pictures of the web page to target/screenshots: phone, both languages, with and without care mode, each state.

import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { launch, serve } from "./chromium.mjs";
import { estimate, fill, luoheResident, open, submit, xianEmployee, xianResident } from "./web-form.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const pictures = join(root, "target", "screenshots");
const phone = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
  reducedMotion: "reduce",
};

const states = {
  empty: async () => {},
  missing: async (page) => submit(page),
  error: async (page) => {
    await fill(page, { ...xianEmployee.stay, total: "-5" });
    await submit(page);
  },
  questions: async (page) => {
    await fill(page, xianResident.stay);
    await submit(page);
  },
  standards: async (page) => {
    await fill(page, { ...luoheResident.stay, category: "notFiled" });
    await submit(page);
  },
  result: async (page) => {
    await estimate(page, xianEmployee);
    await page.locator("#headline-amount").waitFor();
  },
  range: async (page) => {
    await estimate(page, luoheResident);
    await page.locator("#headline-amount").waitFor();
  },
};

async function picture(browser, url, { language, care, colorScheme, state }) {
  const context = await browser.newContext({ ...phone, colorScheme, locale: language });
  const page = await context.newPage();
  await open(page, url);
  if (care) await page.locator("#care").click();
  await states[state](page);
  const name = [language, care ? "care" : "normal", colorScheme, state].join("-");
  await page.screenshot({ path: join(pictures, `${name}-screen.png`) });
  await page.locator("details").evaluateAll((lines) => {
    for (const line of lines) line.open = true;
  });
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
  await context.close();
}

const folder = process.argv[2] ?? join(root, "target", "web");
await mkdir(pictures, { recursive: true });
const server = await serve(folder);
const browser = await launch();
for (const language of ["zh-CN", "en"]) {
  for (const care of [false, true]) {
    for (const state of Object.keys(states)) {
      await picture(browser, server.url, { language, care, colorScheme: "light", state });
    }
  }
}
for (const state of ["empty", "questions", "range"]) {
  await picture(browser, server.url, { language: "zh-CN", care: false, colorScheme: "dark", state });
}
await browser.close();
await server.close();
console.log(`pictures are in ${pictures}`);

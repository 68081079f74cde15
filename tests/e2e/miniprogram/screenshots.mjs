// node tests/e2e/miniprogram/screenshots.mjs [part of a name]: every screen in the runner, whole, in tests/e2e/screens/miniprogram.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { launch } from "../chromium.mjs";
import { openMiniProgram } from "./page-driver.mjs";
import { ROOT, serveHost } from "./serving.mjs";
import { MiniTraveller } from "./traveller.mjs";

const OUT = join(ROOT, "tests", "e2e", "screens", "miniprogram");
const TODAY = "2026-11-26";
const PHONE = { width: 375, height: 812 };

const MODES = {
  normal: { settings: { care: false } },
  care: { settings: { care: true } },
  dark: { settings: { care: false }, colorScheme: "dark" },
  english: { settings: { care: false, language: "en" }, query: { language: "en" } },
};

/** From the first screen to the finished form: insured in Luohe, living in Shenzhen. */
async function file(traveller, picture) {
  await picture("home");
  await traveller.press("去备案");
  await picture("wizard-city");
  await traveller.pick("lh", "漯河市");
  await picture("wizard-city-chosen");
  await traveller.press("下一步");
  await traveller.pick("深圳", "深圳市");
  await traveller.press("下一步");
  await picture("wizard-question");
  await traveller.choose("不是");
  await traveller.press("下一步");
  await traveller.choose("还没有");
  await traveller.press("下一步");
  await picture("wizard-many");
  await traveller.choose("长期住在那里");
  await traveller.press("下一步");
  await traveller.choose("是");
  await traveller.press("下一步");
  await picture("wizard-commitment");
  await traveller.choose("凭材料");
  await traveller.press("下一步");
  await traveller.choose("居住证");
  await traveller.press("下一步");
  await picture("wizard-date");
  await traveller.fill("从哪天开始？", TODAY);
  await traveller.press("下一步");
  await traveller.choose("本人");
  await traveller.press("下一步");
  await traveller.choose("认定过");
  await traveller.press("下一步");
  await traveller.choose("高血压");
  await picture("wizard-several");
  await traveller.press("下一步");
  await traveller.choose("居民医保");
  await traveller.press("下一步");
  await picture("outcome");
  await traveller.press("下一步：核对回答");
  await picture("check");
  await traveller.press("下一步：填姓名和电话");
  await traveller.press("下一步：看告知书");
  await picture("contact");
  await traveller.fill("姓名", "样例甲");
  await traveller.fill("身份证号", "11010519491231002X");
  await traveller.fill("电话", "13800000000");
  await traveller.press("下一步：看告知书");
  await picture("notice");
  await traveller.seconds(6);
  await traveller.tick("我已看过，愿意照办");
  await traveller.press("同意，完成备案表");
  await picture("done");
  await traveller.press("我已经交了");
  await picture("done-told");
  await traveller.reopen();
  await picture("home-filed");
  await traveller.driver.phone("launch", "/pages/filings/filings");
  await traveller.settle();
  await picture("filings");
}

/** A screen that is reached without answers. */
const screen = (route) =>
  async function open(traveller, picture) {
    await traveller.driver.phone("launch", `/pages/${route}/${route}`);
    await traveller.settle();
    await picture(route);
  };

const WALKS = [file, ...["emergency", "about", "settings"].map(screen)];

/** The whole screen in one tall picture, as if the phone were that long. */
async function writePicture({ page }, name) {
  await page.evaluate(() => window.scrollTo(0, 0));
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ ...PHONE, height: Math.max(height, PHONE.height) });
  await page.screenshot({ path: join(OUT, `${name}.jpg`), type: "jpeg", quality: 60 });
  await page.setViewportSize(PHONE);
}

const wanted = process.argv[2] ?? "";
await mkdir(OUT, { recursive: true });
const server = await serveHost("miniprogram-screens");
const browser = await launch();
try {
  for (const [mode, options] of Object.entries(MODES)) {
    for (const walk of mode === "english" ? WALKS.slice(1) : WALKS) {
      const driver = await openMiniProgram(browser, server.url, { ...PHONE, today: TODAY, ...options });
      await driver.ready();
      const traveller = new MiniTraveller(driver);
      await traveller.settle();
      const picture = async (name) => {
        const whole = `${name}-${mode}`;
        if (whole.includes(wanted)) await writePicture(driver, whole);
      };
      await walk(traveller, picture);
      await driver.page.context().close();
    }
  }
} finally {
  await browser.close();
  await server.close();
}

// The mini-program's own pages on a WeChat-compatible runtime (glass-easel) in Chromium. Not verified on devices.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { parse } from "acorn";
import * as yidi from "../../dist/node.mjs";
import { launch, serve } from "./chromium.mjs";
import { buildHost, packageFiles } from "./miniprogram/build-host.mjs";
import {
  fillLuoheResident,
  fillLuoheStay,
  fillXianEmployee,
  fillXianResident,
} from "./miniprogram/journeys.mjs";
import { openMiniProgram } from "./miniprogram/page-driver.mjs";
import { writeProbe } from "./miniprogram/probe-app.mjs";
import { compileWxml, compileWxss } from "./miniprogram/vendor-compiler.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const APP = join(ROOT, "www", "miniprogram");
const ENGLISH = /^[\x20-\x7e]+$/;
const MOST_BYTES = 500_000;
const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

let browser;

async function served(appDir, name) {
  const outDir = join(ROOT, "target", name);
  await buildHost({ appDir, outDir });
  return serve(outDir);
}

before(async () => {
  const built = ["present.js", "miniprogram_npm/yidi/index.js"];
  for (const file of built) {
    await stat(join(APP, file)).catch(() =>
      assert.fail(`${file} is missing: run node pkg-scripts/build.mjs first`),
    );
  }
  browser = await launch();
});

after(() => browser?.close());

/** Whether the page was scrolled so that this part can be read. */
async function inSight(driver, id) {
  const box = await driver.part(id).boundingBox();
  return box !== null && box.y >= 0 && box.y + box.height <= driver.page.viewportSize().height;
}

/** A test with an open page; whatever the console complained about fails it. */
function pageTest(name, host, options, run) {
  test(name, async () => {
    const driver = await openMiniProgram(browser, host().url, options);
    try {
      await driver.ready();
      await run(driver);
      assert.deepEqual(driver.problems, []);
    } finally {
      await driver.page.context().close();
    }
  });
}

describe("the runner", () => {
  let host;
  let folder;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "miniprogram-probe-"));
    await writeProbe(folder);
    host = await served(folder, "miniprogram-probe");
  });
  after(async () => {
    await host?.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function probe(run) {
    const driver = await openMiniProgram(browser, host.url);
    try {
      await driver.part("seen").waitFor();
      return await run(driver);
    } finally {
      await driver.page.context().close();
    }
  }

  test("hides the browser from page code", async () => {
    const seen = await probe((driver) => driver.textOf("seen"));
    assert.equal(seen, "nothing of the browser");
  });

  test("takes nothing but a path inside the package for a module", async () => {
    const refusals = await probe(async (driver) => {
      await driver.part("refusals").filter({ hasText: ";" }).waitFor();
      return driver.textOf("refusals");
    });
    assert.match(refusals, /the path must be a string/);
    assert.match(refusals, /no \/elsewhere\.wasm in the package/);
  });

  test("takes 1rpx as 1/750 of the screen's width", async () => {
    const width = await probe((driver) =>
      driver.part("ruler").evaluate((ruler) => getComputedStyle(ruler).width),
    );
    assert.equal(width, "100px");
  });

  test("complains when setData carries undefined", async () => {
    const problems = await probe(async (driver) => {
      await driver.part("undefined").click();
      return driver.problems;
    });
    assert.deepEqual(problems, ['error: setData: "lost" is undefined']);
  });

  test("refuses a page with a tag it does not have", async () => {
    const other = await mkdtemp(join(tmpdir(), "miniprogram-tag-"));
    await writeProbe(other, "<marquee>?</marquee>");
    const tagHost = await served(other, "miniprogram-tag");
    let fault;
    const driver = await openMiniProgram(browser, tagHost.url, {
      before: (page) => {
        fault = page.waitForEvent("pageerror");
      },
    });
    await fault;
    assert.deepEqual(driver.problems, ["uncaught: this host has no tag <marquee>"]);
    await driver.page.context().close();
    await tagHost.close();
    await rm(other, { recursive: true, force: true });
  });
});

describe("the estimate page", () => {
  let server;
  const host = () => server;
  before(async () => {
    server = await served(APP, "miniprogram-host");
  });
  after(() => server?.close());

  pageTest("a Xi'an employee referred to another province", host, {}, async (driver) => {
    await fillXianEmployee(driver);
    await driver.submit();
    assert.equal(await driver.textOf("headline"), "¥21,440.00");
    const amounts = await driver.ledgerAmounts();
    assert.equal(amounts[0], "¥50,000.00");
    for (const amount of ["¥28,560.00", "¥21,440.00", "¥8,000.00", "¥1,200.00", "¥12,240.00"]) {
      assert.ok(amounts.includes(amount), `${amount} in ${amounts}`);
    }
  });

  pageTest("a Xi'an resident has serious-illness insurance counted", host, {}, async (driver) => {
    await fillXianResident(driver);
    await driver.submit();
    assert.equal(await driver.textOf("headline"), "¥39,894.31");
    const amounts = await driver.ledgerAmounts();
    for (const amount of ["¥37,671.61", "¥11,322.96"])
      assert.ok(amounts.includes(amount), `${amount} in ${amounts}`);
    assert.match(await driver.textOf("grade"), /待核实/);
  });

  pageTest(
    "someone of Luohe, of which no table is known, is told the lawful range and the clause that leaves it open",
    host,
    {},
    async (driver) => {
      await fillLuoheResident(driver);
      await driver.submit();
      // 20,000 at 65 % to 45 %: at most 20 percentage points lower.
      assert.equal(await driver.textOf("headline"), "¥7,650.00\u00a0至 ¥11,650.00");
      const rules = await driver.textOf("open-rules");
      for (const said of [
        "医保发〔2024〕21号",
        "降幅在 20 个百分点左右",
        "降低 20 个百分点",
        "与在参保地就医相同",
      ])
        assert.ok(rules.includes(said), `${said} in ${rules}`);
      assert.equal(await driver.textOf("grade"), "用的是您自己填的数");
    },
  );

  pageTest(
    "the ledger of the most gives way to that of the least, and comes back",
    host,
    {},
    async (driver) => {
      await fillLuoheResident(driver);
      await driver.submit();
      assert.match(await driver.textOf("shown-end"), /付得最多.*¥11,650\.00/);
      assert.ok((await driver.ledgerAmounts()).includes("¥9,000.00"));
      await driver.part("other-end").click();
      assert.match(await driver.textOf("shown-end"), /付得最少.*¥7,650\.00/);
      assert.ok((await driver.ledgerAmounts()).includes("¥13,000.00"));
      await driver.part("other-end").click();
      assert.ok((await driver.ledgerAmounts()).includes("¥9,000.00"));
    },
  );

  pageTest(
    "a figure of the person's own is told as such, without a document to copy",
    host,
    {},
    async (driver) => {
      await fillLuoheResident(driver);
      await driver.submit();
      const line = driver.page.locator(".line", { hasText: "起付线" }).first();
      await line.locator(".line-head").click();
      assert.equal((await line.locator(".law").textContent()).trim(), "您自己填的数");
      assert.equal(await line.locator(".text-button").count(), 0);
    },
  );

  pageTest(
    "a city of which nothing is known is said to be so at once, and asked about where to find it",
    host,
    {},
    async (driver) => {
      await fillLuoheStay(driver, { province: "湖南", city: "长沙" });
      assert.match(await driver.textOf("field-insuredRegion"), /没有收录这里的报销标准/);
      await driver.submit();
      const section = await driver.textOf("section-standards");
      for (const said of ["没有收录长沙市的报销标准", "12393", "国家医保服务平台 App", "当地医保局通知"])
        assert.ok(section.includes(said), `${said} in ${section}`);
      await driver.type("deductible", "650");
      await driver.type("ratio", "65");
      await driver.submit();
      assert.equal(await driver.textOf("headline"), "¥7,650.00\u00a0至 ¥11,650.00");
    },
  );

  pageTest(
    "without filing the reader is told that no bound exists, and no figure is guessed",
    host,
    {},
    async (driver) => {
      await fillLuoheStay(driver, { category: "没有备案" });
      await driver.submit();
      assert.match(await driver.textOf("field-crossRegion"), /没有上下限，由参保地自己定，我们不猜/);
      assert.equal(await driver.part("result").count(), 0);
    },
  );

  const ASKED_OF_SOME = [
    {
      who: "a Nanchang employee",
      id: "civilServant",
      stay: { province: "江西", city: "南昌", insurance: "职工医保", group: "在职" },
    },
    { who: "a Xi'an resident", id: "standing", stay: { province: "陕西", city: "西安" } },
  ];
  for (const { who, id, stay } of ASKED_OF_SOME) {
    pageTest(`${who} is asked about ${id}, with the reason, and led there`, host, {}, async (driver) => {
      await fillLuoheStay(driver, stay);
      assert.equal(await driver.part(`field-${id}`).count(), 0);
      await driver.submit();
      assert.match(await driver.textOf(`field-${id}`), /所以要问/);
      assert.match(await driver.textOf("notice"), /还要知道下面这些，才能算/);
      assert.ok(await inSight(driver, "notice"), "scrolled to");
      assert.equal(await driver.page.locator(".error").count(), 0);
    });
  }

  pageTest("a ledger line opens to its formula and clause, and closes", host, {}, async (driver) => {
    await fillXianEmployee(driver);
    await driver.submit();
    const line = driver.page.locator(".line", { hasText: "起付线" }).first();
    await line.locator(".line-head").click();
    const detail = line.locator(".detail");
    assert.match(await detail.textContent(), /1,?200/);
    const title = await detail.locator(".law-title").first().textContent();
    const clause = await detail.locator(".clause").first().textContent();
    const { rules } = yidi.describeRegion("610100", "2026-06-12");
    const cited = rules
      .map(({ law }) => law.citation)
      .find((citation) => title.includes(citation.document) && citation.clause === clause);
    assert.ok(cited, `${title} ${clause}`);
    await detail.locator(".text-button").first().click();
    assert.equal((await driver.host()).clipboard, cited.address);
    await line.locator(".line-head").click();
    assert.equal(await detail.count(), 0);
  });

  pageTest("unanswered questions are named where they stand", host, {}, async (driver) => {
    await driver.submit();
    await driver.part("error-insuredProvince").waitFor();
    assert.equal(await driver.part("error-admitted").count(), 0);
    assert.match(await driver.textOf("page-error"), /\d+/);
    assert.equal(await driver.part("result").count(), 0);
  });

  const MISTAKES = [
    {
      name: "a negative amount",
      make: (driver) => driver.type("total", "-1"),
      fieldId: "total",
      says: /不能小于 0/,
    },
    {
      name: "more in scope than the whole bill",
      make: (driver) => driver.type("inScope", "50000.01"),
      fieldId: "inScope",
      says: /不能比总费用还多/,
    },
    {
      name: "a day before the first rule",
      make: async (driver) => {
        await driver.pickDate("admitted", "2010-01-01");
        await driver.pickDate("settled", "2010-01-05");
      },
      fieldId: "admitted",
      says: /规定/,
    },
    {
      name: "discharge before admission",
      make: (driver) => driver.pickDate("settled", "2026-05-31"),
      fieldId: "settled",
      says: /不能早于/,
    },
  ];
  for (const { name, make, fieldId, says } of MISTAKES) {
    pageTest(`${name} is answered at its field`, host, {}, async (driver) => {
      await fillXianEmployee(driver);
      await make(driver);
      await driver.page.evaluate(() => window.scrollTo(0, 0));
      await driver.submit();
      assert.match(await driver.textOf(`error-${fieldId}`), says);
      assert.equal(await driver.page.locator(".error").count(), 1);
      assert.equal(await driver.part("result").count(), 0);
      assert.ok(await inSight(driver, `error-${fieldId}`), "scrolled to");
    });
  }

  pageTest("a changed answer takes the old figure away", host, {}, async (driver) => {
    await fillXianEmployee(driver);
    await driver.submit();
    await driver.part("headline").waitFor();
    await driver.type("total", "60000");
    await driver.part("headline").waitFor({ state: "detached" });
    await driver.submit();
    assert.equal(await driver.textOf("headline"), "¥31,440.00");
  });

  pageTest("two quick taps give one answer", host, {}, async (driver) => {
    await fillXianEmployee(driver);
    await driver.part("submit").dblclick();
    assert.equal(await driver.textOf("headline"), "¥21,440.00");
    const ids = await driver.page.locator(".line-head").evaluateAll((lines) => lines.map((line) => line.id));
    assert.equal(new Set(ids).size, ids.length);
    assert.equal(await driver.part("headline").count(), 1);
  });

  pageTest("language and care mode are switched, and kept on the phone", host, {}, async (driver) => {
    await fillXianEmployee(driver);
    await driver.submit();
    await driver.part("language").click();
    await driver.part("care").click();
    assert.match(await driver.textOf("title"), ENGLISH);
    assert.equal((await driver.host()).title, "Care away from home");
    assert.equal(await driver.textOf("headline"), "¥21,440.00");
    await driver.page.reload();
    await driver.ready();
    assert.match(await driver.textOf("title"), ENGLISH);
    assert.equal(await driver.page.locator(".page.care").count(), 1);
    const kept = await driver.page.evaluate(() => Object.entries(window.localStorage));
    assert.deepEqual(kept, [["wx:settings", '{"language":"en","care":true}']]);
  });

  pageTest(
    "the host's language is the first language",
    host,
    { query: { language: "en" } },
    async (driver) => {
      assert.match(await driver.textOf("submit"), ENGLISH);
    },
  );

  pageTest("a keystroke sends one value to the page", host, {}, async (driver) => {
    await fillXianEmployee(driver);
    const begun = (await driver.host()).setDataBytes.length;
    await driver.type("total", "50001");
    const sent = (await driver.host()).setDataBytes.slice(begun);
    assert.ok(Math.max(0, ...sent) < 200, `bytes: ${sent}`);
    await driver.submit();
    await driver.part("headline").waitFor();
    const { setDataBytes } = await driver.host();
    assert.ok(Math.max(...setDataBytes) < 32_000, `bytes: ${setDataBytes}`);
  });

  test("an engine that does not load is said plainly and can be tried again", async () => {
    let broken = true;
    const driver = await openMiniProgram(browser, host().url, {
      before: (page) => page.route("**/package/**", (route) => (broken ? route.abort() : route.continue())),
    });
    assert.match(await driver.textOf("failed"), /请再试一次/);
    assert.equal(await driver.part("submit").count(), 0);
    await driver.part("retry").click();
    await driver.part("failed").waitFor();
    broken = false;
    await driver.part("retry").click();
    await driver.ready();
    const unexpected = driver.problems.filter((problem) => !/net::ERR_FAILED|^warning: yidi/.test(problem));
    assert.deepEqual(unexpected, []);
    assert.ok(driver.problems.length > 0);
    await driver.page.context().close();
  });
});

describe("for older users and small screens", () => {
  let server;
  const host = () => server;
  before(async () => {
    server = await served(APP, "miniprogram-host-a11y");
  });
  after(() => server?.close());

  const RESULTS = { exact: fillXianEmployee, range: fillLuoheResident };

  async function openResult(driver, { care, english, result = "range" }) {
    if (care) await driver.part("care").click();
    await RESULTS[result](driver);
    if (english) await driver.part("language").click();
    await driver.submit();
    await driver.openLedger();
  }

  const targetsOf = (driver) =>
    driver.page
      .locator("wx-button, wx-picker .control, wx-input, [role=button]")
      .evaluateAll((targets) =>
        targets
          .map((target) => ({ id: target.id || target.className, box: target.getBoundingClientRect() }))
          .map(({ id, box }) => ({ id, width: Math.round(box.width), height: Math.round(box.height) })),
      );

  const textSizesOf = (driver) =>
    driver.page.evaluate(() => {
      const walker = document.createTreeWalker(document.querySelector("wx-page"), NodeFilter.SHOW_TEXT);
      const sizes = new Set();
      while (walker.nextNode()) {
        const { parentElement, data } = walker.currentNode;
        if (data.trim()) sizes.add(parseFloat(getComputedStyle(parentElement).fontSize));
      }
      return [...sizes].sort((one, other) => one - other);
    });

  const MODES = [
    { care: false, english: false, target: 44, sizes: [14, 17, 20, 28] },
    { care: true, english: false, target: 60, sizes: [20, 24, 30] },
    { care: true, english: true, target: 60, sizes: [20, 24, 30] },
  ];
  for (const mode of MODES) {
    const name = `${mode.care ? "care mode" : "normal mode"}, ${mode.english ? "English" : "Chinese"}`;
    pageTest(`${name}: targets and text sizes`, host, {}, async (driver) => {
      await openResult(driver, mode);
      const targets = await targetsOf(driver);
      assert.ok(targets.length > 20, `${targets.length} targets`);
      const small = targets.filter(({ width, height }) => width < mode.target || height < mode.target);
      assert.deepEqual(small, []);
      assert.deepEqual(await textSizesOf(driver), mode.sizes);
    });
  }

  pageTest(
    "follows the host's text size",
    host,
    { query: { fontSizeScaleFactor: "1.5" } },
    async (driver) => {
      await openResult(driver, { care: true, english: false });
      assert.deepEqual(await textSizesOf(driver), [30, 36, 45]);
    },
  );

  const SCREENS = [
    { width: 320, height: 568 },
    { width: 375, height: 812 },
    { width: 430, height: 932 },
  ];
  for (const screen of SCREENS) {
    const options = { ...screen, query: { fontSizeScaleFactor: "1.25" } };
    pageTest(`nothing runs off a screen ${screen.width} wide`, host, options, async (driver) => {
      await openResult(driver, { care: true, english: true });
      const wide = await driver.page.evaluate(() =>
        [...document.querySelectorAll("wx-page *")]
          .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 0.5)
          .map((element) => element.className),
      );
      assert.deepEqual(wide, []);
    });
  }

  for (const colorScheme of ["light", "dark"]) {
    for (const care of [false, true]) {
      pageTest(
        `axe finds nothing: ${colorScheme}, ${care ? "care" : "normal"}`,
        host,
        { colorScheme },
        async (driver) => {
          await driver.submit();
          await driver.part("page-error").waitFor();
          assert.deepEqual(await violations(driver), []);
          if (care) await driver.part("care").click();
          await fillLuoheStay(driver, { category: "没有备案" });
          await driver.submit();
          await driver.part("notice").waitFor();
          assert.deepEqual(await violations(driver), [], "questions");
          for (const result of Object.keys(RESULTS)) {
            await openResult(driver, { care: false, english: false, result });
            assert.deepEqual(await violations(driver), [], result);
          }
        },
      );
    }
  }

  async function violations(driver) {
    await driver.page.addScriptTag({ path: AXE });
    return driver.page.evaluate(async () => {
      const tags = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];
      const found = await window.axe.run("wx-page", { runOnly: tags });
      return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
    });
  }
});

describe("the package", () => {
  let files;
  before(async () => {
    files = await packageFiles(APP);
  });
  const named = (extension) => files.filter((file) => file.endsWith(extension));

  async function scratch(name, text, run) {
    const folder = await mkdtemp(join(tmpdir(), "miniprogram-syntax-"));
    await writeFile(join(folder, name), text);
    try {
      await run(folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  test("WeChat's compiler takes every template, and refuses a broken one", async () => {
    const templates = named(".wxml");
    assert.ok(templates.length > 0);
    await compileWxml(APP, templates);
    await scratch("bad.wxml", "<view>\n<text></view>", async (folder) => {
      await assert.rejects(compileWxml(folder, ["bad.wxml"]), /bad\.wxml:2:9: expect end-tag `text`/);
    });
  });

  test("WeChat's compiler takes every stylesheet, and refuses a broken one", async () => {
    const styles = named(".wxss");
    assert.ok(styles.length > 0);
    for (const style of styles) assert.ok((await compileWxss(APP, style)).length > 0, style);
    await scratch("bad.wxss", ".a { color: red;\n .b }}{", async (folder) => {
      await assert.rejects(compileWxss(folder, "bad.wxss"), /bad\.wxss\(2:/);
    });
  });

  test("every script is ES2018, and the check refuses ES2020", async () => {
    const scripts = named(".js");
    assert.ok(scripts.includes("miniprogram_npm/yidi/index.js"));
    const check = (text) => parse(text, { ecmaVersion: 2018, sourceType: "script" });
    for (const file of scripts) check(await readFile(join(APP, file), "utf8"), file);
    assert.throws(() => check("a?.b"), SyntaxError);
  });

  test("app.json names pages that are all there, and colours of the theme", async () => {
    const read = async (file) => JSON.parse(await readFile(join(APP, file), "utf8"));
    for (const file of named(".json")) await read(file);
    const app = await read("app.json");
    for (const page of app.pages) {
      for (const extension of ["wxml", "wxss", "js", "json"])
        assert.ok(files.includes(`${page}.${extension}`), page);
    }
    const theme = await read(app.themeLocation);
    const colours = Object.values(app.window).filter((value) => value.startsWith("@"));
    assert.ok(colours.length > 0);
    for (const colour of colours) {
      assert.ok(colour.slice(1) in theme.light && colour.slice(1) in theme.dark, colour);
    }
    assert.ok(files.includes(app.sitemapLocation));
  });

  test("stays below 500 kB", async (context) => {
    const sizes = await Promise.all(files.map(async (file) => (await stat(join(APP, file))).size));
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    context.diagnostic(`mini-program with its npm part: ${bytes} bytes in ${files.length} files`);
    assert.ok(bytes < MOST_BYTES, `${bytes} bytes`);
  });
});

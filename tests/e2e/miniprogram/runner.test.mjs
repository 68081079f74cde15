// The runner itself: what it hides, refuses and complains about. A test on it is worth as much as these.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { withBrowser } from "../chromium.mjs";
import { buildHost } from "./build-host.mjs";
import { openMiniProgram } from "./page-driver.mjs";
import { writeProbe } from "./probe-app.mjs";
import { serveHost } from "./serving.mjs";

describe("the runner", () => {
  const folders = [];

  async function probeFolder(changes) {
    const folder = await mkdtemp(join(tmpdir(), "miniprogram-probe-"));
    folders.push(folder);
    await writeProbe(folder, changes);
    return folder;
  }

  const host = withBrowser(async () => serveHost("miniprogram-probe", { appDir: await probeFolder() }));
  after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

  const part = (driver, id) => driver.screen().locator(`[id$="--${id}"]`);
  const textOf = async (driver, id) => (await part(driver, id).textContent()).trim();

  async function probe(run, query = {}) {
    const driver = await openMiniProgram(host.browser, host.server.url, { query });
    try {
      await part(driver, "seen").waitFor();
      return await run(driver);
    } finally {
      await driver.page.context().close();
    }
  }

  test("hides the browser from page code", async () => {
    assert.equal(await probe((driver) => textOf(driver, "seen")), "nothing of the browser");
  });

  test("takes nothing but a path inside the package for a module", async () => {
    const refusals = await probe(async (driver) => {
      await part(driver, "refusals").filter({ hasText: ";" }).waitFor();
      return textOf(driver, "refusals");
    });
    assert.match(refusals, /the path must be a string/);
    assert.match(refusals, /no \/elsewhere\.wasm in the package/);
  });

  test("takes 1rpx as 1/750 of the screen's width", async () => {
    const width = await probe((driver) =>
      part(driver, "ruler").evaluate((ruler) => getComputedStyle(ruler).width),
    );
    assert.equal(width, "100px");
  });

  test("complains when setData carries undefined", async () => {
    const problems = await probe(async (driver) => {
      await part(driver, "undefined").click();
      return driver.problems;
    });
    assert.deepEqual(problems, ['error: setData: "lost" is undefined']);
  });

  test("tells pages of their life, and keeps no more than ten of them", async () => {
    await probe(async (driver) => {
      const log = () => driver.page.evaluate(() => window.host.toasts.splice(0));
      await log();
      await part(driver, "deeper").click();
      await driver.page.clock.runFor(10);
      assert.deepEqual(await log(), ["1 hide", "2 load", "2 show"]);
      await driver.phone("back");
      assert.deepEqual(await log(), ["2 unload", "1 show"]);
      for (let depth = 0; depth < 12; depth += 1) {
        await part(driver, "deeper").click();
        await driver.page.clock.runFor(10);
      }
      assert.equal((await driver.phone("pages")).length, 10);
      assert.match((await log()).pop(), /navigateTo:fail webview count limit exceed/);
      await driver.phone("hide");
      assert.deepEqual(await log(), ["10 hide"]);
    });
  });

  test("keeps a page's scroll while another lies on it", async () => {
    await probe(async (driver) => {
      const scrollTop = () => driver.page.evaluate(() => window.scrollY);
      await part(driver, "far").scrollIntoViewIfNeeded();
      const before = await scrollTop();
      await part(driver, "far").click();
      await driver.page.clock.runFor(10);
      assert.equal(await scrollTop(), 0);
      await driver.phone("back");
      assert.ok(before > 0);
      assert.equal(await scrollTop(), before);
    });
  });

  test("a container that is shown holds the phone's way back once", async () => {
    await probe(async (driver) => {
      await part(driver, "deeper").click();
      await driver.page.clock.runFor(10);
      await part(driver, "hold").click();
      await driver.phone("back");
      assert.equal((await driver.phone("pages")).length, 2);
      await driver.phone("back");
      assert.equal((await driver.phone("pages")).length, 1);
    });
  });

  test("a component's styles reach its own elements only, and it is called by its tag", async () => {
    const colours = await probe(async (driver) => {
      const colour = (locator) => locator.evaluate((element) => getComputedStyle(element).color);
      return [await colour(driver.page.locator("[class*=--inner]")), await colour(part(driver, "outer"))];
    });
    assert.deepEqual(colours, ["rgb(255, 0, 0)", "rgb(0, 0, 255)"]);
  });

  test("storage that is full refuses, as on a phone", async () => {
    const said = await probe(
      async (driver) => {
        await part(driver, "store").click();
        return driver.page.evaluate(() => window.host.toasts.pop());
      },
      { quota: "10" },
    );
    assert.match(said, /exceed storage max size/);
  });

  test("refuses a style sheet that WeChat would refuse in a component", async () => {
    const folder = await probeFolder({ "components/part/part.wxss": "button { color: red; }" });
    await assert.rejects(
      buildHost({ appDir: folder, outDir: join(folder, "out") }),
      /part\.wxss: only classes are allowed in a component: wx-button/,
    );
  });

  test("refuses a page with a tag it does not have", async () => {
    const folder = await probeFolder({ "pages/probe/probe.wxml": "<marquee>?</marquee>" });
    const other = await serveHost("miniprogram-tag", { appDir: folder });
    let fault;
    const driver = await openMiniProgram(host.browser, other.url, {
      before: (page) => {
        fault = page.waitForEvent("pageerror");
      },
    });
    await fault;
    assert.deepEqual(driver.problems, ["uncaught: this host has no tag <marquee>"]);
    await driver.page.context().close();
    await other.close();
  });
});

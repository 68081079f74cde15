// The first seconds of a first visit: what is on the screen before the scripts, and before the engine, and that nothing done there is lost.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, test } from "node:test";
import * as yidi from "../../../dist/node.mjs";
import { answering } from "../../../www/web/first-visit/foretold.js";
import { serve, withBrowser } from "../chromium.mjs";
import { axeViolations, listenTo, newContext, webDir } from "./browsing.mjs";

const FIRST_QUESTION = "医保是在哪里交的？";
const SECOND_QUESTION = "要去哪里看病？";

const named = (pattern) => `assets/${readdirSync(join(webDir, "assets")).find((name) => pattern.test(name))}`;
const SCRIPT = named(/^index-.*\.js$/);
const ENGINE = named(/\.wasm$/);
const written = readFileSync(join(webDir, "index.html"), "utf8");

const host = withBrowser(() => serve(webDir));

afterEach(() => host.server.overlay.clear());

/** Keeps a file back until what it gives is called, and then serves it, or a text in its place. */
function hold(name) {
  let release;
  host.server.overlay.set(name, new Promise((resolve) => (release = resolve)));
  return (text) => {
    host.server.overlay.delete(name);
    release(text);
  };
}

/** Runs `use` on a page of a first visit, and fails on whatever the browser complains about meanwhile. */
async function visit(route, use, { expected = /^$/, kept = {}, ...options } = {}) {
  const context = await newContext(host.browser, options);
  await context.addInitScript((slots) => {
    for (const [slot, value] of Object.entries(slots))
      localStorage.setItem(`yidi.${slot}`, JSON.stringify({ version: 1, value }));
  }, kept);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints = [];
  listenTo(page, complaints);
  try {
    await page.goto(`${host.server.url}#/${route}`, { waitUntil: "commit" });
    await use(page, context);
    assert.deepEqual(
      complaints.filter((complaint) => !expected.test(complaint)),
      [],
    );
  } finally {
    await context.close();
  }
}

const heading = (page, name) => page.getByRole("heading", { level: 1, name }).waitFor();
const button = (page, name) => page.getByRole("button", { name });
const ready = (page) => page.locator("html[data-ready]").waitFor();
const drawn = (page) => page.locator("#app").innerHTML();
/** How far the progress is, none so far, is the look's; the policy allows no style within an element. */
const unstyled = (html) => html.replace(/ style="[^"]*"/g, "");
const answers = (page) =>
  page.evaluate(() => JSON.parse(localStorage.getItem("yidi.filing"))?.value.session.answers);

async function chooseLuohe(page) {
  // A tap that comes sooner is taken for one that was meant for the screen before.
  await page.waitForTimeout(400);
  await page.getByRole("textbox").fill("lh");
  await button(page, "漯河市").click();
  await page.getByText("已选：漯河市").waitFor();
}

describe("what is foretold", () => {
  const [, json] = written.match(/<script type="application\/json" id="foretold">(.*?)<\/script>/s);
  const foretold = answering(JSON.parse(json));

  test("the engine says the same of the regions", () => {
    assert.deepEqual(foretold.provinces(), yidi.provinces());
    assert.deepEqual(foretold.regions(), yidi.regions());
  });

  test("and asks the same first question, on whatever day", () => {
    for (let year = 2000; year <= 2100; year += 1)
      for (const day of ["01-01", "02-28", "07-01", "12-31"]) {
        const today = `${year}-${day}`;
        assert.deepEqual(foretold.startFiling({ today }), yidi.startFiling({ today }), today);
      }
  });
});

describe("before the scripts", () => {
  for (const [route, language] of ["home", "wizard"].flatMap((one) => [
    [one, "zh-CN"],
    [one, "en-GB"],
  ]))
    test(`${route} in ${language} is written as the page draws it, and stays as it was when the page takes over`, async () => {
      host.server.overlay.set(
        "index.html",
        written.replaceAll(/<template id="(home|wizard)-.*?<\/template>/gs, ""),
      );
      host.server.overlay.set("", host.server.overlay.get("index.html"));
      let fromNothing;
      await visit(
        route,
        async (page) => {
          await ready(page);
          fromNothing = await drawn(page);
        },
        { locale: language },
      );
      host.server.overlay.clear();
      const release = hold(SCRIPT);
      await visit(
        route,
        async (page) => {
          await page.locator("h1").waitFor();
          const title = await page.title();
          const lang = await page.evaluate(() => document.documentElement.lang);
          const before = await drawn(page);
          await page.evaluate(() => {
            window.before = [...document.querySelectorAll("#app *")];
          });
          release();
          await ready(page);
          assert.equal(before, unstyled(fromNothing));
          assert.equal(unstyled(await drawn(page)), unstyled(fromNothing));
          assert.equal(await page.title(), title);
          assert.equal(await page.evaluate(() => document.documentElement.lang), lang);
          assert.ok(await page.evaluate(() => window.before.every((element) => element.isConnected)));
        },
        { locale: language },
      );
    });

  test("what is tapped on the first screen is seen to be, and done once somebody listens", async () => {
    const release = hold(SCRIPT);
    await visit("", async (page) => {
      await button(page, "去选").click();
      await button(page, "去备案").click();
      assert.equal(await page.locator("#app [aria-busy]").count(), 1);
      assert.deepEqual(await axeViolations(page), []);
      release();
      await heading(page, FIRST_QUESTION);
      assert.equal(await page.evaluate(() => document.activeElement.tagName), "H1");
      assert.equal(await page.locator("[aria-busy]").count(), 0);
      await page.goBack();
      await heading(page, "去外地看病，三步");
    });
  });

  test("what is tapped and typed at the first question is kept", async () => {
    const release = hold(SCRIPT);
    await visit("wizard", async (page) => {
      await button(page, "河南省").click();
      release();
      await button(page, "漯河市").click();
      await page.getByText("已选：漯河市").waitFor();
    });
    const releaseAgain = hold(SCRIPT);
    await visit("wizard", async (page) => {
      await page.getByRole("textbox").fill("lh");
      await button(page, "下一步").click();
      releaseAgain();
      await button(page, "漯河市").waitFor();
      assert.equal(await page.getByRole("textbox").inputValue(), "lh");
      await page.locator(".error").getByText("请选一个城市。").waitFor();
      assert.equal(new URL(page.url()).search, "");
    });
  });

  test("keys work as fingers do, and the focus stays where it was", async () => {
    const release = hold(SCRIPT);
    await visit("", async (page) => {
      await button(page, "去算").focus();
      release();
      await ready(page);
      assert.match(await page.evaluate(() => document.activeElement.textContent), /去算/);
    });
    const releaseAgain = hold(SCRIPT);
    await visit("", async (page) => {
      await button(page, "去备案").focus();
      await page.keyboard.press("Enter");
      releaseAgain();
      await heading(page, FIRST_QUESTION);
    });
  });

  test("whoever has been here before is not shown a first visit", async () => {
    const release = hold(SCRIPT);
    await visit(
      "",
      async (page) => {
        await page.locator(".loading").waitFor();
        assert.equal(await page.locator("h1").count(), 0);
        release();
        await button(page, "Switch off large print")
          .or(button(page, /normal|standard/i))
          .first()
          .waitFor();
        assert.ok(await page.evaluate(() => document.documentElement.hasAttribute("data-care")));
      },
      { kept: { settings: { care: true, language: "en" } } },
    );
  });

  test("scripts that do not come are told, with a way to try again", async () => {
    await visit(
      "",
      async (page) => {
        await page.route(`**/${SCRIPT}`, (route) => route.abort());
        await page.reload({ waitUntil: "commit" });
        const told = await page.locator("main[role=alert]").textContent();
        assert.match(told, /没能打开计算程序/);
        assert.match(told, /could not be loaded/);
        await page.unroute(`**/${SCRIPT}`);
        await button(page, "重新打开").click();
        await ready(page);
        await heading(page, "去外地看病，三步");
      },
      { expected: /ERR_FAILED/ },
    );
  });
});

describe("before the engine", () => {
  test("the first question is answered at once; the answer waits, is seen to wait, and counts once", async () => {
    const release = hold(ENGINE);
    await visit("", async (page) => {
      await button(page, "去备案").click();
      await heading(page, FIRST_QUESTION);
      await chooseLuohe(page);
      await button(page, "下一步").dblclick();
      await button(page, "正在准备").waitFor();
      assert.equal(await page.locator("main").getAttribute("aria-busy"), "true");
      assert.deepEqual(await axeViolations(page), []);
      assert.equal(await answers(page), undefined);
      release();
      await heading(page, SECOND_QUESTION);
      assert.deepEqual(await answers(page), { insuredRegion: "411100" });
      await page.goBack();
      await heading(page, FIRST_QUESTION);
      await page.getByText("已选：漯河市").waitFor();
      await page.goBack();
      await heading(page, "去外地看病，三步");
    });
  });

  test("whoever goes back meanwhile has given no answer", async () => {
    const release = hold(ENGINE);
    await visit("", async (page) => {
      await button(page, "去备案").click();
      await chooseLuohe(page);
      await button(page, "下一步").click();
      await page.goBack();
      await heading(page, "去外地看病，三步");
      release();
      await ready(page);
      await heading(page, "去外地看病，三步");
      assert.equal(await answers(page), undefined);
    });
  });

  test("rules that the page's owner adds are waited for, and so is what was tapped", async () => {
    const pack = JSON.parse(readFileSync(join(webDir, "../../src/policy/packs/411100.json"), "utf8"));
    host.server.overlay.set("config.json", JSON.stringify({ packs: ["./pack.json"] }));
    host.server.overlay.set("pack.json", JSON.stringify({ ...pack, version: "2099.01.01" }));
    const release = hold(ENGINE);
    await visit("wizard", async (page) => {
      await button(page, "河南省").click();
      await page.locator(`script[src$="${SCRIPT}"]`).waitFor({ state: "attached" });
      await page.waitForTimeout(500);
      assert.equal(await button(page, "漯河市").count(), 0);
      release();
      await button(page, "漯河市").click();
      await button(page, "下一步").click();
      await heading(page, SECOND_QUESTION);
      const kept = await page.evaluate(() => localStorage.getItem("yidi.filing"));
      assert.match(kept, /2099\.01\.01/);
    });
  });
});

describe("an engine that does not come", () => {
  const expected = /ERR_FAILED|yidi|notReady|Failed to fetch/;

  test("is told on the first screen, which stays, and is tried again", () =>
    visit(
      "",
      async (page) => {
        await page.route("**/*.wasm", (route) => route.abort());
        await page.reload({ waitUntil: "commit" });
        await page.getByRole("alert").getByText("计算程序还没能打开").waitFor();
        await heading(page, "去外地看病，三步");
        assert.deepEqual(await axeViolations(page), []);
        await button(page, "再试一次").click();
        await page.getByRole("alert").getByText("计算程序还没能打开").waitFor();
        await page.unroute("**/*.wasm");
        await button(page, "再试一次").click();
        await ready(page);
        assert.equal(await page.getByRole("alert").count(), 0);
        await button(page, "去备案").click();
        await heading(page, FIRST_QUESTION);
      },
      { expected },
    ));

  test("is told at the first question, and the answer is kept until it has come", () =>
    visit(
      "wizard",
      async (page) => {
        await page.route("**/*.wasm", (route) => route.abort());
        await page.reload({ waitUntil: "commit" });
        await chooseLuohe(page);
        await button(page, "下一步").click();
        await page.getByRole("alert").getByText("您选的还在").waitFor();
        assert.ok(await page.getByRole("alert").evaluate((box) => box.getBoundingClientRect().top >= 0));
        await page.getByText("已选：漯河市").waitFor();
        await page.unroute("**/*.wasm");
        await button(page, "再试一次").click();
        await heading(page, SECOND_QUESTION);
        assert.deepEqual(await answers(page), { insuredRegion: "411100" });
      },
      { expected },
    ));
});

describe("the second visit", () => {
  test("waits for nothing that the network keeps back", () =>
    visit("", async (page, context) => {
      await ready(page);
      await page.evaluate(() => navigator.serviceWorker.ready);
      for (const name of ["", "index.html", "config.json", SCRIPT, ENGINE]) hold(name);
      const second = await context.newPage();
      await second.goto(host.server.url);
      await ready(second);
      await button(second, "去备案").click();
      await chooseLuohe(second);
      await button(second, "下一步").click();
      await heading(second, SECOND_QUESTION);
    }));

  test("what the page's owner has changed, and comes too late, is kept for the visit after", () =>
    visit("", async (page, context) => {
      await ready(page);
      await page.evaluate(() => navigator.serviceWorker.ready);
      const config = JSON.stringify({ packs: [], facilities: "./none.json" });
      const release = hold("config.json");
      const second = await context.newPage();
      await second.goto(host.server.url);
      await ready(second);
      release(config);
      await second.waitForFunction(
        async (wanted) => (await (await caches.match("./config.json")).text()) === wanted,
        config,
      );
    }));
});

// What the page owes beside its screens: history, keys, the network, the device, and what must never happen.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { serve, withBrowser } from "../chromium.mjs";
import { journey as filingA } from "../journeys/filing-a.mjs";
import { newContext, onPage, webDir } from "./browsing.mjs";
import { today, walkTo } from "./part-way.mjs";
import { webTraveller } from "./traveller.mjs";

const ID_NUMBER = "11010519491231002X";
const PERSONAL = [ID_NUMBER, "样例甲", "13800000000"];

const host = withBrowser(() => serve(webDir));

const heading = (page) => page.locator("h1").textContent();

/** Runs `use` with a traveller, and fails on whatever the browser complains about meanwhile. */
async function travel(use, options = {}) {
  const traveller = await webTraveller(host.browser, host.server, { today, ...options });
  try {
    await use(traveller, traveller.page());
    assert.deepEqual(traveller.complaints, []);
  } finally {
    await traveller.close();
  }
}

describe("the way back", () => {
  test("the browser's back goes question by question, then home", () =>
    travel(async (traveller) => {
      await walkTo(traveller, { words: "现在是急诊抢救吗？" });
      assert.equal(await heading(traveller.page()), "现在是急诊抢救吗？");
      await traveller.back();
      assert.equal(await heading(traveller.page()), "要去哪里看病？");
      await traveller.see("已选：深圳市");
      await traveller.back();
      assert.equal(await heading(traveller.page()), "医保是在哪里交的？");
      await traveller.back();
      assert.equal(await traveller.route(), "home");
      await traveller.see("填到一半");
    }));

  test("the page's own back does the same, and answers go on from there", () =>
    travel(async (traveller) => {
      await walkTo(traveller, { words: "现在是急诊抢救吗？" });
      await traveller.press("返回");
      assert.equal(await heading(traveller.page()), "要去哪里看病？");
      await traveller.press("下一步");
      assert.equal(await heading(traveller.page()), "现在是急诊抢救吗？");
      await traveller.back();
      await traveller.back();
      await traveller.back();
      assert.equal(await traveller.route(), "home");
    }));

  test("a page that is loaded anew stands at the same question, with the way back", () =>
    travel(async (traveller, page) => {
      await walkTo(traveller, { words: "现在是急诊抢救吗？" });
      await page.reload();
      await page.locator("html[data-ready]").waitFor();
      assert.equal(await heading(page), "现在是急诊抢救吗？");
      await traveller.back();
      assert.equal(await heading(page), "要去哪里看病？");
    }));

  test("an address that is no screen is the first screen; none ever holds an answer", () =>
    travel(async (traveller, page) => {
      await page.goto(`${host.server.url}#/nowhere`);
      await page.locator("html[data-ready]").waitFor();
      assert.equal(await traveller.route(), "home");
      await walkTo(traveller, { route: "check" });
      const urls = await page.evaluate(() => location.href + JSON.stringify(history.state));
      assert.match(urls, /#\/check\{"index":\d+\}$/);
    }));
});

describe("hands that are not steady", () => {
  test("a double tap opens one screen and answers nothing on it", () =>
    travel(async (traveller, page) => {
      await page.getByRole("button", { name: "去备案" }).dblclick();
      await page.clock.runFor(1000);
      assert.equal(await heading(page), "医保是在哪里交的？");
      await traveller.pick("lh", "漯河市");
      await page.getByRole("button", { name: "下一步" }).dblclick();
      await page.clock.runFor(1000);
      assert.equal(await heading(page), "要去哪里看病？");
      await traveller.seeNot("请");
    }));

  test("agreeing twice makes one filing", () =>
    travel(async (traveller, page) => {
      await walkTo(traveller, { route: "notice" });
      await traveller.seconds(6);
      await traveller.tick("我已看过，愿意照办");
      await page.getByRole("button", { name: "同意，完成备案表" }).dblclick();
      await page.clock.runFor(1000);
      assert.equal(await traveller.route(), "done");
      const kept = await page.evaluate(() => JSON.parse(localStorage.getItem("yidi.filings")).value);
      assert.equal(kept.length, 1);
    }));

  test("rubbish in the search finds nothing and breaks nothing", () =>
    travel(async (traveller, page) => {
      await traveller.press("去备案");
      const box = page.locator(".picker input");
      for (const rubbish of [
        "<img src=x onerror=alert(1)>",
        "💥".repeat(500),
        "\ud800 lone",
        "0".repeat(10_000),
        "'; --",
        "​",
      ]) {
        await box.evaluate((input, text) => {
          input.focus();
          input.setRangeText(text, 0, input.value.length, "end");
          input.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
        }, rubbish);
        await page.clock.runFor(100);
        assert.equal(await page.locator("img").count(), 0);
      }
      await box.fill("没有这个地方");
      await page.clock.runFor(100);
      assert.equal(await page.locator(".pick").count(), 0);
      await traveller.pick("lh", "漯河市");
      await traveller.see("已选：漯河市");
    }));
});

describe("the notice", () => {
  test("time does not count while the page is hidden", () =>
    travel(async (traveller) => {
      await walkTo(traveller, { route: "notice" });
      await traveller.seconds(2);
      await traveller.hide();
      await traveller.seconds(30);
      await traveller.show();
      await traveller.see(/还需阅读 [2-5] 秒/);
      await traveller.pressAnyway("同意，完成备案表");
      assert.equal(await traveller.route(), "notice");
      await traveller.seconds(6);
      await traveller.tick("我已看过，愿意照办");
      await traveller.press("同意，完成备案表");
      assert.equal(await traveller.route(), "done");
    }));
});

describe("without a pointer", () => {
  test("a whole journey by keys alone", () =>
    travel((traveller) => filingA.run(traveller), { byKeyboard: true }));

  test("the first stop leads past the head of the page", () =>
    travel(async (traveller, page) => {
      await traveller.press("去备案");
      await page.reload();
      await page.locator("html[data-ready]").waitFor();
      await page.keyboard.press("Tab");
      assert.equal(await page.evaluate(() => document.activeElement.textContent), "跳到正文");
      await page.keyboard.press("Enter");
      assert.equal(await page.evaluate(() => document.activeElement.tagName), "H1");
      assert.equal(await traveller.route(), "wizard");
    }));
});

describe("language and letters", () => {
  test("the reader's own language is the document's, and is kept", () =>
    travel(async (traveller, page) => {
      await traveller.goTo("settings");
      await traveller.choose("英文 English");
      assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
      await traveller.reopen();
      await traveller.see("Care away from home in three steps");
      assert.equal(await traveller.page().evaluate(() => document.documentElement.lang), "en");
    }));

  test("a browser in another language begins in English", () =>
    travel(async (traveller) => traveller.see("File first"), { language: "fr-FR" }));

  test("care mode is switched on the first screen, is seen at once, and is kept", () =>
    travel(async (traveller, page) => {
      const size = (on) => on.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
      const before = await size(page);
      await traveller.press("换成大字（关怀版）");
      assert.ok((await size(page)) >= 20 && before < 20);
      await traveller.reopen();
      assert.ok((await size(traveller.page())) >= 20);
    }));
});

describe("what must never happen", () => {
  test("who the person is stays out of everything that is kept or sent", async () => {
    const sent = [];
    await travel(async (traveller, page) => {
      traveller.context.on("request", (request) => sent.push(`${request.url()} ${request.postData()}`));
      await walkTo(traveller, { route: "done" });
      await traveller.see(ID_NUMBER);
      const kept = await page.evaluate(async () => {
        const texts = [
          JSON.stringify(localStorage),
          JSON.stringify(sessionStorage),
          document.cookie,
          location.href,
        ];
        for (const { name } of await indexedDB.databases()) {
          const database = await new Promise((resolve) => {
            indexedDB.open(name).onsuccess = ({ target }) => resolve(target.result);
          });
          for (const store of database.objectStoreNames) {
            const all = await new Promise((resolve) => {
              database.transaction(store).objectStore(store).getAll().onsuccess = ({ target }) =>
                resolve(target.result);
            });
            texts.push(JSON.stringify(all));
          }
        }
        return texts.join("\n");
      });
      assert.match(kept, /yidi\.filings/);
      for (const one of PERSONAL) assert.ok(!`${kept}\n${sent.join("\n")}`.includes(one), one);
    });
    assert.deepEqual(
      sent.filter((request) => !request.startsWith(host.server.url)),
      [],
    );
  });

  test("hostile text in every field of the form is shown as text", () =>
    travel(async (traveller, page) => {
      const hostile = `<img src=x onerror="window.hacked=1">`;
      await walkTo(traveller, { route: "contact" });
      const boxes = await page.locator(".field input").all();
      assert.ok(boxes.length >= 3);
      for (const box of boxes) await box.fill(hostile);
      await traveller.press("下一步：看告知书");
      if ((await traveller.route()) === "notice") {
        await traveller.seconds(6);
        await traveller.tick("我已看过，愿意照办");
        await traveller.press("同意，完成备案表");
      }
      assert.equal(await traveller.route(), "contact");
      assert.ok((await page.locator(".error").count()) > 0);
      assert.equal(await page.locator("img").count(), 0);
      assert.equal(await page.evaluate(() => "hacked" in window), false);
    }));

  test("the page loads from its own place only, and its policy allows nothing inline but what the build wrote", async () => {
    const context = await newContext(host.browser);
    const page = await context.newPage();
    const asked = [];
    context.on("request", (request) => asked.push(request.url()));
    await page.goto(host.server.url);
    await page.locator("html[data-ready]").waitFor();
    assert.ok(asked.some((address) => address.endsWith(".wasm")));
    assert.deepEqual(
      asked.filter((address) => !address.startsWith(host.server.url)),
      [],
    );
    const policy = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
    assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|unsafe-hashes|\*|data:|blob:/);
    assert.equal(policy.match(/'sha256-/g).length, 2);
    await context.close();
  });

  test("what the policy forbids does not run", async () => {
    const context = await newContext(host.browser);
    const page = await context.newPage();
    const told = [];
    page.on("console", (message) => told.push(message.text()));
    await page.goto(host.server.url);
    await page.locator("html[data-ready]").waitFor();
    await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.ran = 'inline'";
      const styled = document.createElement("p");
      styled.id = "styled";
      styled.setAttribute("style", "color: rgb(1, 2, 3)");
      document.body.append(script, styled);
      // What is given as a text would have to be evaluated.
      setTimeout("window.ran = 'evaluated'");
    });
    await page.waitForTimeout(100);
    assert.equal(await page.evaluate(() => window.ran), undefined);
    const colour = await page.locator("#styled").evaluate((element) => getComputedStyle(element).color);
    assert.notEqual(colour, "rgb(1, 2, 3)");
    assert.equal(told.filter((text) => /Content Security Policy/.test(text)).length, 3, told.join("\n"));
    await context.close();
  });

  test("a page whose engine cannot be loaded says so in both languages", async () => {
    const context = await newContext(host.browser);
    const page = await context.newPage();
    await page.route("**/*.wasm", (route) => route.abort());
    await page.goto(`${host.server.url}#/place`);
    const told = await page.locator("main[role=alert]").textContent();
    assert.match(told, /没能打开计算程序/);
    assert.match(told, /could not be loaded/);
    await context.close();
  });
});

describe("on paper", () => {
  test("the form is printed without the rest of the screen", () =>
    travel(async (traveller, page) => {
      await walkTo(traveller, { route: "done" });
      await page.evaluate(() => {
        window.print = () => {
          window.printed = document.querySelector(".sheets").textContent;
        };
      });
      await traveller.press("打印备案表");
      assert.match(await page.evaluate(() => window.printed), new RegExp(ID_NUMBER));
      await page.emulateMedia({ media: "print" });
      assert.equal(await page.locator(".frame").isVisible(), false);
      assert.equal(await page.locator(".sheets").isVisible(), true);
    }));
});

describe("on the device", () => {
  test("it can be installed", () =>
    onPage(host.browser, host.server.url, async (page, context) => {
      const cdp = await context.newCDPSession(page);
      const { errors } = await cdp.send("Page.getAppManifest");
      assert.deepEqual(errors, []);
      const { installabilityErrors } = await cdp.send("Page.getInstallabilityErrors");
      // A context of the test's own counts as one of a private window.
      assert.deepEqual(
        installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito"),
        [],
      );
      const { icons } = JSON.parse(readFileSync(join(webDir, "manifest.webmanifest"), "utf8"));
      for (const { src, sizes } of icons) {
        const size = await page.evaluate(async (address) => {
          const bitmap = await createImageBitmap(await (await fetch(address)).blob());
          return `${bitmap.width}x${bitmap.height}`;
        }, src);
        assert.equal(size, sizes);
      }
    }));

  const installed = (page) =>
    page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });

  test("after the first visit it works without a network", () =>
    onPage(host.browser, host.server.url, async (page, context) => {
      await installed(page);
      await context.setOffline(true);
      await page.reload();
      await page.locator("html[data-ready]").waitFor();
      await page.getByRole("button", { name: "去备案" }).click();
      await page.waitForTimeout(400);
      await page.locator(".picker input").fill("lh");
      await page.getByRole("button", { name: "漯河市" }).click();
      await page.waitForTimeout(400);
      await page.getByRole("button", { name: "下一步" }).click();
      await page.getByRole("heading", { name: "要去哪里看病？" }).waitFor();
    }));

  test("a newer version is offered, leaves the open page alone, and comes when it is wished for", async () => {
    const worker = readFileSync(join(webDir, "service-worker.js"), "utf8");
    try {
      await onPage(host.browser, host.server.url, async (page) => {
        await installed(page);
        await page.reload();
        await page.locator("html[data-ready]").waitFor();
        host.server.overlay.set("service-worker.js", worker.replace(/"version":"\w+"/, `"version":"newer"`));
        await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
        await page.getByRole("button", { name: "换成新版本" }).waitFor();
        const caches = () => page.evaluate(async () => (await window.caches.keys()).sort());
        assert.equal((await caches()).length, 3);
        await page.getByRole("button", { name: "去备案" }).click();
        await page.getByRole("heading", { name: "医保是在哪里交的？" }).waitFor();
        assert.equal(await page.getByRole("button", { name: "换成新版本" }).count(), 0);
        await page.goBack();
        const loaded = page.waitForEvent("load");
        await page.waitForTimeout(400);
        await page.getByRole("button", { name: "换成新版本" }).click();
        await loaded;
        await page.locator("html[data-ready]").waitFor();
        assert.deepEqual(await caches(), ["yidi-newer", "yidi-owners"]);
        assert.equal(await page.getByRole("button", { name: "换成新版本" }).count(), 0);
      });
    } finally {
      host.server.overlay.clear();
    }
  });

  test("what the page's owner puts beside it is used", async () => {
    host.server.overlay.set("config.json", JSON.stringify({ packs: ["./none.json"], submitTo: "./filings" }));
    const context = await newContext(host.browser);
    const page = await context.newPage();
    const told = [];
    page.on("console", (message) => message.type() === "error" && told.push(message.text()));
    await page.goto(host.server.url);
    await page.locator("html[data-ready]").waitFor();
    // A pack that is not there is told to the owner; the reader has the rules that are built in.
    assert.ok(told.some((text) => text.includes("none.json")));
    await page.getByRole("button", { name: "去备案" }).click();
    await page.getByRole("heading", { name: "医保是在哪里交的？" }).waitFor();
    await context.close();
    host.server.overlay.clear();
  });
});

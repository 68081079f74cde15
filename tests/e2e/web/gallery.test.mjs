// Every kind of block in every state, drawn by the page's own renderer over samples.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { serve, withBrowser } from "../chromium.mjs";
import { LONG_CITY, SCREENS } from "../samples.js";
import { onPage, root } from "./browsing.mjs";
import { buildGallery } from "./gallery/build.mjs";
import { faultsOf } from "./looking-over.mjs";

const host = withBrowser(async () => serve(await buildGallery()));

const at = (route, query = "") => `${host.server.url}?${query}#/${route}`;
const log = (page) =>
  page.evaluate(() =>
    window.gallery.log
      .filter(([what]) => ["act", "type"].includes(what))
      .map((entry) => entry.filter(Boolean)),
  );

function blocksOf(blocks) {
  return blocks.flatMap((block) => [block, ...blocksOf(block.blocks ?? [])]);
}

const samples = Object.values(SCREENS).flatMap(({ blocks }) => blocksOf(blocks));

test("there is a sample of every kind of block that a view may hold", () => {
  const types = readFileSync(join(root, "www", "present", "view.d.ts"), "utf8");
  const kinds = new Set([...types.matchAll(/\bkind: "(\w+)"/g)].map(([, kind]) => kind));
  assert.ok(kinds.size >= 21, [...kinds].join());
  assert.deepEqual([...new Set(samples.map(({ kind }) => kind))].sort(), [...kinds].sort());
});

for (const [route, { blocks }] of Object.entries(SCREENS)) {
  test(`${route}: every block is drawn, and nothing is too small, too faint or out of reach`, () =>
    onPage(host.browser, at(route), async (page) => {
      for (const { id, kind, onlyPrint } of blocksOf(blocks)) {
        const drawn = page.locator(`[id="${id}"].block-${kind}`);
        assert.equal(await drawn.count(), 1, `${kind} ${id}`);
        const says = await drawn.evaluate(
          (block) => block.textContent !== "" || block.querySelector("input") !== null,
        );
        assert.ok(says, `${kind} ${id} is empty`);
        if (onlyPrint) assert.equal(await drawn.locator("article").isVisible(), false);
      }
      await page.locator("details").evaluateAll((all) => {
        for (const details of all) details.open = true;
      });
      assert.deepEqual(await faultsOf(page), []);
    }));

  test(`${route}: the largest letters fit the narrowest screen`, () =>
    onPage(
      host.browser,
      at(route, "text=largest"),
      async (page) => {
        const size = await page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
        assert.ok(size >= 30 && size < 31, `${size}px`);
        const wider = await page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          return scrollWidth - clientWidth;
        });
        assert.equal(wider, 0);
      },
      { viewport: { width: 320, height: 568 } },
    ));
}

test("what is typed, chosen and pressed goes to the presenter", () =>
  onPage(host.browser, at("choosing"), async (page) => {
    await page.getByRole("radio", { name: "不确定" }).first().check();
    await page.getByRole("checkbox", { name: "本地看不了" }).check();
    await page.getByRole("checkbox", { name: "和子女住在外地" }).uncheck();
    await page.getByLabel("在哪里参保？").fill("zh");
    await page.getByRole("button", { name: "珠海市" }).click();
    await page.getByRole("button", { name: "下一步" }).click();
    assert.deepEqual(await log(page), [
      ["type", "choosing", "reason", "unsure"],
      ["type", "choosing", "several", "withChild,referral,unsure"],
      ["type", "choosing", "several", "referral,unsure"],
      ["type", "choosing", "region.query", "zh"],
      ["type", "choosing", "region", "珠海市"],
      ["act", "choosing", "next"],
    ]);
  }));

for (const [mode, width, inRow] of [
  ["", 390, 3],
  ["care", 390, 2],
  ["care", 320, 2],
  ["care&text=largest", 320, 2],
]) {
  test(`short names stand ${inRow} in a row, and a long one by itself: ${mode || "normal"}, ${width} wide`, () =>
    onPage(
      host.browser,
      at("choosing", mode),
      async (page) => {
        const tops = await page
          .locator(".plain .pick")
          .evaluateAll((all) => all.map((pick) => [pick.textContent, pick.getBoundingClientRect().top]));
        const first = tops.filter(([, top]) => top === tops[0][1]);
        assert.equal(first.length, inRow);
        const [, ofLong] = tops.find(([name]) => name === LONG_CITY);
        assert.equal(tops.filter(([, top]) => top === ofLong).length, 1);
      },
      { viewport: { width, height: 844 } },
    ));
}

test("a checklist, a tick and a field answer to touch and keys", () =>
  onPage(host.browser, at("entering"), async (page) => {
    await page.getByLabel("社保卡").click();
    await page.getByLabel("我已经读完").click();
    await page.getByLabel("总费用").fill("<b>1</b>");
    assert.ok(await page.getByLabel("读够时间以后").isDisabled());
    await page.getByRole("button", { name: "还需阅读 3 秒" }).click({ force: true });
    assert.deepEqual(await log(page), [
      ["act", "entering", "ready", "b"],
      ["act", "entering", "tick"],
      ["type", "entering", "money", "<b>1</b>"],
    ]);
  }));

test("what an input method is composing is neither handed on nor overwritten", () =>
  onPage(host.browser, at("choosing"), async (page) => {
    const box = page.getByLabel("在哪里参保？");
    await box.focus();
    const cdp = await page.context().newCDPSession(page);
    await cdp.send("Input.imeSetComposition", { text: "luo", selectionStart: 3, selectionEnd: 3 });
    assert.equal(await box.inputValue(), "luo");
    assert.deepEqual(await log(page), []);
    await cdp.send("Input.insertText", { text: "漯" });
    assert.equal(await box.inputValue(), "漯");
    assert.deepEqual(await log(page), [["type", "choosing", "region.query", "漯"]]);
  }));

test("what is personal is kept from the browser's memory and spelling service", () =>
  onPage(host.browser, at("entering"), async (page) => {
    const personal = samples.filter((block) => block.personal);
    assert.ok(personal.length >= 3);
    for (const { label } of personal) {
      const box = page.getByLabel(label);
      assert.equal(await box.getAttribute("autocomplete"), "off");
      assert.equal(await box.getAttribute("spellcheck"), "false");
      assert.equal(await box.getAttribute("name"), null);
    }
  }));

test("a screen that works is said to, and cannot be pressed meanwhile", () =>
  onPage(host.browser, at("busy"), async (page) => {
    assert.equal(await page.locator("main").getAttribute("aria-busy"), "true");
    assert.match(await page.locator("[role=status][aria-live]").textContent(), /正在算每一种备案/);
    await page.getByRole("button", { name: "复制" }).click({ force: true });
    await page.locator("button[type=submit]").click({ force: true });
    await page.locator("button[type=submit]").press("Enter");
    assert.deepEqual(await log(page), []);
  }));

test("a second tap that was meant for the screen before does nothing on the next", () =>
  onPage(host.browser, at("home"), async (page) => {
    const card = page.getByRole("button", { name: "去备案" });
    const { x, y } = await card.boundingBox();
    await page.evaluate(() => {
      // The next screen has a button just where the finger is.
      window.gallery.host.go("telling");
    });
    await page.getByRole("button", { name: "下一步" }).click();
    assert.deepEqual(await log(page), []);
    await page.waitForTimeout(400);
    await page.getByRole("button", { name: "下一步" }).dblclick();
    assert.equal((await log(page)).length, 2);
    assert.ok(x >= 0 && y >= 0);
  }));

test("each screen comes with its title in the window, from its top, and the focus goes with it", () =>
  onPage(host.browser, at("telling"), async (page) => {
    await page.evaluate(() => window.scrollTo(0, 1000));
    await page.evaluate(() => window.gallery.host.go("money"));
    assert.equal(await page.title(), SCREENS.money.title);
    assert.equal(await page.evaluate(() => window.scrollY), 0);
    assert.equal(await page.evaluate(() => document.activeElement.tagName), "H1");
  }));

test("a presenter leads to a block, once, and into what is closed", () =>
  onPage(host.browser, at("telling", "lead=in-details"), async (page) => {
    assert.equal(await page.locator("#details details").getAttribute("open"), null);
    await page.getByRole("button", { name: "复制" }).click();
    assert.notEqual(await page.locator("#details details").getAttribute("open"), null);
    assert.equal(await page.evaluate(() => document.activeElement.id), "in-details");
  }));

test("the same words are announced anew", () =>
  onPage(host.browser, at("telling"), async (page) => {
    const copy = page.getByRole("button", { name: "复制" });
    const said = page.locator("[role=status][aria-live]");
    await copy.click();
    assert.equal(await said.textContent(), "说了 1 次");
    const before = await said.locator("p").elementHandle();
    await copy.click();
    assert.equal(await said.textContent(), "说了 2 次");
    assert.equal(await before.evaluate((node) => node.isConnected), false);
  }));

test("only the papers that were asked for are printed, and all that is closed is open on paper", () =>
  onPage(host.browser, at("papers"), async (page) => {
    await page.evaluate(() => {
      window.print = () => {
        window.printed = document.querySelector(".sheets").textContent;
      };
    });
    await page.getByRole("button", { name: "打印" }).click();
    await page.waitForTimeout(200);
    assert.match(await page.evaluate(() => window.printed), /个人承诺书.*本人承诺/);
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator(".frame").isVisible(), false);
    assert.equal(await page.locator(".sheets").isVisible(), true);
    await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
    assert.equal(await page.locator(".frame").isVisible(), true);
    assert.equal(await page.locator(".sheets").count(), 0);
    assert.equal(await page.locator(".bottom").isVisible(), false);
  }));

test("a screen on paper is open all over, and as it was afterwards", () =>
  onPage(host.browser, at("money"), async (page) => {
    const open = () => page.locator("details[open]").count();
    const all = await page.locator("details").count();
    assert.equal(await open(), 0);
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    assert.equal(await open(), all);
    await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
    assert.equal(await open(), 0);
  }));

const HOSTILE = [
  `<img src=x onerror="window.hacked = true">`,
  `"><script>window.hacked = true</script>`,
  "javascript:window.hacked=true",
  "{{constructor.constructor('window.hacked = true')()}}",
].join(" ");

for (const route of Object.keys(SCREENS)) {
  test(`${route}: hostile text in any place is shown as text`, () =>
    onPage(host.browser, at(route, `hostile=${encodeURIComponent(HOSTILE)}`), async (page) => {
      assert.equal(await page.evaluate(() => "hacked" in window), false);
      assert.equal(await page.locator("img, main script, main iframe").count(), 0);
      assert.ok((await page.locator("h1").textContent()).endsWith(HOSTILE));
      const strays = await page.locator("a[href]:not([href^='https://example.org/'])").count();
      assert.equal(strays, 0);
    }));
}

test("an address that is none of the web is no link", () =>
  onPage(host.browser, at("money"), async (page) => {
    const all = samples.flatMap((block) => block.laws ?? []).filter(({ address }) => address);
    assert.ok(all.length > 0);
    assert.ok(all.every(({ address }) => /^https:/.test(address)));
    const opened = await page.evaluate(() => {
      const calls = [];
      window.open = (address) => calls.push(address);
      window.gallery.host.open("javascript:window.hacked=true");
      window.gallery.host.open("data:text/html,x");
      window.gallery.host.open("https://example.org/");
      return calls;
    });
    assert.deepEqual(opened, ["https://example.org/"]);
  }));

test("what is too small, too faint or too wide is found by the measures", () =>
  onPage(host.browser, at("papers"), async (page) => {
    await page.evaluate(() => {
      const bad = document.createElement("div");
      const styles = {
        fontSize: "12px",
        lineHeight: "1.1",
        color: "#aaaaaa",
        backgroundColor: "#ffffff",
        width: "60px",
      };
      Object.assign(bad.style, styles);
      bad.textContent = "又小又淡又挤的一段话";
      const small = document.createElement("button");
      Object.assign(small.style, { width: "20px", height: "20px" });
      const wide = document.createElement("div");
      Object.assign(wide.style, { width: "2000px", height: "1px" });
      document.body.append(bad, small, wide);
    });
    const found = (await faultsOf(page)).join("\n");
    for (const told of [
      /12px: <div/,
      /line height 1\.10/,
      /contrast 2\.\d+/,
      /20\.0 × 20\.0/,
      /wider than the screen/,
      /button-name/,
      /region: /,
    ])
      assert.match(found, told);
  }));

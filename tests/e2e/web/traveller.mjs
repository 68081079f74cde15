// A traveller in the real page, in Chromium: finds every control by the words that a person sees, touches it as a finger does.

import assert from "node:assert/strict";
import { listenTo, newContext } from "./browsing.mjs";
import { createKeyboard } from "./keyboard.mjs";

/** A person needs that long from one touch to the next. */
const TOUCH = 1000;
/** Longer waits are not lived through second by second. */
const PATIENCE = 60;

/** Of all that can be pressed, what says so: its whole text, a part of it, or the row or step that it stands in. Runs in the page. */
function findPressable(label) {
  const says = (element, text) => element.textContent.replace(/\s+/g, " ").trim() === text;
  const within = (element) => [element, ...element.querySelectorAll("*")].some((one) => says(one, label));
  const about = (element) =>
    element.closest(".row, .steps > li")?.querySelector(".row-title, .row-label, .step-title");
  const isThere = (element) => element.checkVisibility() || element.closest("details:not([open])");
  const all = [...document.querySelectorAll("button, a[href], summary")].filter(isThere);
  // The sign before "back" is for the eye only.
  const back = all.filter((element) => element.matches(".back") && says(element, `‹ ${label}`));
  const own = all.filter(within);
  const beside = all.filter((element) => about(element) && says(about(element), label));
  return [...back, ...own, ...beside][0] ?? null;
}

function pressableLabels() {
  return [...document.querySelectorAll("button, a[href], summary")]
    .filter((element) => element.checkVisibility())
    .map((element) => element.textContent.trim());
}

/** The control that a question's words belong to. Runs in the page. */
function findControl([label, kinds]) {
  const says = (element) => element?.textContent.replace(/\s+/g, " ").trim() === label;
  const wordsOf = (input) => {
    const own = input.labels[0];
    return [own?.querySelector(".option-label"), own?.querySelector(".label-words"), own];
  };
  const isThere = (input) => input.checkVisibility() || input.closest("details:not([open])");
  const inputs = [...document.querySelectorAll(kinds)].filter(isThere);
  return inputs.find((input) => wordsOf(input).some(says)) ?? null;
}

/** The outermost closed part that something lies in. Runs in the page. */
function closedAround(element) {
  const around = [];
  for (let at = element.parentElement; at; at = at.parentElement)
    if (at.matches("details:not([open])") && !at.querySelector("summary").contains(element)) around.push(at);
  return around.length > 0 ? around[around.length - 1].querySelector("summary") : null;
}

/** All that can be read, closed parts as well, and what a paper or a picker holds. Runs in the page. */
function readable() {
  const parts = [document.title];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT);
  for (let element = walker.nextNode(); element; element = walker.nextNode()) {
    const isShown = !element.matches("script, style");
    const isLeaf = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.data.trim(),
    );
    if (isLeaf && isShown) parts.push(element.textContent.replace(/\s+/g, " ").trim());
    if (element.matches("input:not([type=radio], [type=checkbox])")) parts.push(element.value);
  }
  return parts.join("\n");
}

/**
 * @param {import("playwright-core").Browser} browser
 * @param {{ url: string, overlay: Map<string, string> }} server
 * @param {object} options
 * @param {string} options.today
 * @param {string} [options.language]
 * @param {boolean} [options.byKeyboard] has no pointer
 * @param {object} [options.settings] kept at a visit before
 * @param {(page: import("playwright-core").Page) => Promise<void>} [options.onScreen] sees every screen once it has settled
 */
export async function webTraveller(browser, server, options) {
  const { today, language = "zh-CN", byKeyboard = false, settings, onScreen, ...more } = options;
  const complaints = [];
  const context = await newContext(browser, { locale: language, ...more });
  if (settings) await keepSettings(context, settings);
  const morning = new Date(`${today}T09:00:00+08:00`);
  await context.clock.install({ time: morning });
  await context.clock.pauseAt(new Date(morning.getTime() + TOUCH));
  let page;
  /** How the traveller touches what was found. */
  let hand;

  const finger = {
    press: (handle) => handle.click(),
    check: async (handle) => (await handle.evaluateHandle((input) => input.labels[0])).click(),
    type: (handle, text) => handle.fill(text),
  };

  async function open() {
    page = await context.newPage();
    page.setDefaultTimeout(10_000);
    hand = byKeyboard ? createKeyboard(page) : finger;
    listenTo(page, complaints);
    await page.goto(server.url);
    await page.locator("h1").waitFor();
    await page.waitForFunction(() => document.documentElement.hasAttribute("data-ready"), undefined, {
      polling: 50,
    });
    await settle();
  }

  /** Lets the page's time go on, and what was promised come about. */
  async function settle(millis = TOUCH) {
    await page.clock.runFor(millis);
    await page.locator("main:not([aria-busy])").waitFor();
    await onScreen?.(page);
  }

  /** What lies in a closed part can be reached once that is open. */
  async function reveal(handle) {
    const summary = (await handle.evaluateHandle(closedAround)).asElement();
    if (!summary) return;
    await hand.press(summary, "a closed part");
    await settle();
    await reveal(handle);
  }

  async function pressable(label) {
    const handle = (await page.evaluateHandle(findPressable, label)).asElement();
    assert.ok(
      handle,
      `no button “${label}” on ${page.url()}; there are ${(await page.evaluate(pressableLabels)).join(" | ")}`,
    );
    await reveal(handle);
    return handle;
  }

  async function control(label, kinds) {
    const handle = (await page.evaluateHandle(findControl, [label, kinds])).asElement();
    assert.ok(handle, `no “${label}” on ${page.url()}:\n${await page.evaluate(readable)}`);
    await reveal(handle);
    return handle;
  }

  async function touchBox(label, kinds) {
    const box = await control(label, kinds);
    assert.ok(await box.isEnabled(), `“${label}” cannot be chosen`);
    await hand.check(box, label);
    await settle();
  }

  const isOff = (button) => button.evaluate((element) => element.getAttribute("aria-disabled") === "true");

  await open();
  return {
    page: () => page,
    context,
    complaints,
    /** Opens whatever is closed on the screen. */
    async openAll() {
      await page.evaluate(() => {
        for (const closed of document.querySelectorAll("details:not([open])")) closed.open = true;
      });
      await settle();
    },
    /** To a screen by its address. */
    async goTo(route) {
      await page.evaluate((name) => {
        location.hash = `#/${name}`;
      }, route);
      await settle();
    },
    route: async () => new URL(page.url()).hash.replace("#/", ""),
    async press(label) {
      const button = await pressable(label);
      assert.ok(!(await isOff(button)), `“${label}” cannot be pressed`);
      await hand.press(button, label);
      await settle();
    },
    async pressAnyway(label) {
      const button = (await page.evaluateHandle(findPressable, label)).asElement();
      await button?.click({ force: true });
      await settle();
    },
    choose: (label) => touchBox(label, ".choice input"),
    tick: (label) => touchBox(label, ".block-tick input, .block-checklist input"),
    async pick(query, label, pickerLabel) {
      const box = pickerLabel
        ? await control(pickerLabel, ".picker input")
        : await page.locator(".picker input").first().elementHandle();
      await hand.type(box, query, "the search");
      await settle();
      const option = await box.evaluateHandle(
        (input, words) =>
          [...input.closest(".picker").querySelectorAll(".pick")].find(
            (button) => button.querySelector(".option-label").textContent === words,
          ),
        label,
      );
      assert.ok(option.asElement(), `no place “${label}”:\n${await page.evaluate(readable)}`);
      await hand.press(option.asElement(), label);
      await settle();
    },
    async fill(label, text) {
      const box = await control(label, ".field input");
      if ((await box.getAttribute("type")) === "date") await fillDate(page, box, text);
      else await hand.type(box, text, label);
      await settle();
    },
    async see(text) {
      const shown = await page.evaluate(readable);
      if (typeof text === "string")
        assert.ok(shown.includes(text), `“${text}” is not on ${page.url()}:\n${shown}`);
      else assert.match(shown, text);
    },
    async seeNot(text) {
      const shown = await page.evaluate(readable);
      if (typeof text === "string") assert.ok(!shown.includes(text), `“${text}” is on ${page.url()}`);
      else assert.doesNotMatch(shown, text);
    },
    async back() {
      const before = await page.evaluate(() =>
        [location.hash, document.querySelector("h1").textContent].join(),
      );
      await page.evaluate(() => history.back());
      await page.waitForFunction(
        (was) => [location.hash, document.querySelector("h1").textContent].join() !== was,
        before,
        { polling: 50 },
      );
      await settle();
    },
    async seconds(count) {
      if (count > PATIENCE) await page.clock.fastForward(count * 1000);
      else await page.clock.runFor(count * 1000);
      await settle(0);
    },
    hide: () => setHidden(page, true),
    async show() {
      await setHidden(page, false);
      await settle(0);
    },
    async reopen({ packs = [] } = {}) {
      const files = packs.map((pack, index) => {
        server.overlay.set(`pack-${index}.json`, JSON.stringify(pack));
        return `./pack-${index}.json`;
      });
      if (packs.length > 0) server.overlay.set("config.json", JSON.stringify({ packs: files }));
      await page.close();
      await open();
    },
    offline: (isOffline) => context.setOffline(isOffline),
    async figure() {
      const amounts = await page.locator(".figure").first().locator(".whole").allTextContents();
      assert.ok(amounts.length > 0, `there is no figure on ${page.url()}`);
      return amounts.join(" – ");
    },
    async close() {
      server.overlay.clear();
      await context.close();
    },
  };
}

/** As they were left at the visit before. */
function keepSettings(context, settings) {
  const text = JSON.stringify({ version: 1, value: settings });
  return context.addInitScript((kept) => {
    if (!localStorage.getItem("yidi.settings")) localStorage.setItem("yidi.settings", kept);
  }, text);
}

/** A calendar takes days only; what is none can still be typed into its boxes, in the order of the browser's own language. */
async function fillDate(page, box, text) {
  const [year, month, day] = text.match(/\d+/g).map((number) => number.padStart(2, "0"));
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  const isDay = !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day);
  if (isDay) {
    await box.fill(`${year}-${month}-${day}`);
    return;
  }
  await box.focus();
  await page.keyboard.type(`${month}${day}${year}`);
}

/** As when another app comes before the browser. */
async function setHidden(page, hidden) {
  await page.evaluate((isHidden) => {
    Object.defineProperty(document, "hidden", { configurable: true, value: isHidden });
    Object.defineProperty(document, "visibilityState", {
      configurable: true,
      value: isHidden ? "hidden" : "visible",
    });
    document.dispatchEvent(new Event("visibilitychange"));
  }, hidden);
}

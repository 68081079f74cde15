// One page, used for long without being loaded anew: what a round takes for itself it has to give back.

import assert from "node:assert/strict";
import { launch, serve } from "../chromium.mjs";
import { TODAY } from "../walks.mjs";
import { webDir } from "./browsing.mjs";
import { webTraveller } from "./traveller.mjs";

const ROUTES = ["home", "place", "failed", "sources", "emergency", "about", "settings", "filings", "wizard"];

/**
 * The traveller's own hands hold on to every element that they have touched, which would pass for the page's own leak: these do not.
 *
 * @param {any} traveller
 */
function lightHands(traveller) {
  const page = traveller.page();
  async function act(what, ...args) {
    await page.evaluate(what, args);
    await page.clock.runFor(1000);
    await page.locator("main:not([aria-busy])").waitFor();
  }
  const press = ([label]) => {
    const all = [...document.querySelectorAll("button, a[href]")].filter((one) => one.checkVisibility());
    const says = (one) => one.textContent.replace(/\s+/g, " ").trim() === label;
    const button = all.find((one) => [one, ...one.querySelectorAll("*")].some(says));
    if (!button) throw new Error(`no “${label}”`);
    button.click();
  };
  const type = ([selector, text]) => {
    const input = [...document.querySelectorAll(selector)].find((one) => one.checkVisibility());
    if (!input) throw new Error(`no ${selector}`);
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(input, text);
    for (const event of ["input", "change"]) input.dispatchEvent(new Event(event, { bubbles: true }));
  };
  const choose = ([label]) => {
    const inputs = [...document.querySelectorAll(".choice input")];
    const input = inputs.find((one) =>
      one.labels[0].textContent.replace(/\s+/g, " ").trim().startsWith(label),
    );
    if (!input) throw new Error(`no “${label}”`);
    input.click();
  };
  return {
    press: (label) => act(press, label),
    choose: (label) => act(choose, label),
    type: (selector, text) => act(type, selector, text),
    async pick(query, label) {
      await act(type, ".picker input", query);
      await act(press, label);
    },
  };
}

/** From four answers to the figure, with every line of its ledger opened, compared and drawn. */
async function estimate(traveller, hands, yuan) {
  await hands.pick("xa", "西安市");
  await hands.choose("职工医保");
  await hands.pick("深圳", "深圳市");
  await hands.type(".field input", `${yuan}`);
  await hands.press("算一算");
  await traveller.see("¥");
  await traveller.openAll();
  for (const further of ["换一种备案会怎样", "账单再大会怎样"]) {
    await hands.press(further);
    await traveller.back();
  }
}

/** Every screen once, and another estimate. */
async function round(traveller, hands, number) {
  for (const route of ROUTES) await traveller.goTo(route);
  await traveller.goTo("estimate");
  await hands.press("另算一笔");
  await estimate(traveller, hands, 50_000 + number);
}

/** What is left once the garbage is gone. @param {import("playwright-core").CDPSession} cdp */
async function left(cdp) {
  for (let pass = 0; pass < 3; pass += 1) await cdp.send("HeapProfiler.collectGarbage");
  const { usedSize } = await cdp.send("Runtime.getHeapUsage");
  const { nodes, jsEventListeners } = await cdp.send("Memory.getDOMCounters");
  return { heap: usedSize, nodes, listeners: jsEventListeners };
}

/** @param {{ rounds: number, samples?: number, folder?: string }} options */
export async function soak({ rounds, samples = 6, folder = webDir }) {
  const browser = await launch();
  const server = await serve(folder);
  const memory = [];
  try {
    const traveller = await webTraveller(browser, server, { today: TODAY });
    await traveller.goTo("estimate");
    const hands = lightHands(traveller);
    await estimate(traveller, hands, 50_000);
    const cdp = await traveller.context.newCDPSession(traveller.page());
    const every = Math.ceil(rounds / samples);
    for (let number = 1; number <= rounds; number += 1) {
      await round(traveller, hands, number);
      if (number % every === 0 || number === rounds) memory.push(await left(cdp));
    }
    assert.deepEqual(traveller.complaints, []);
    await traveller.close();
  } finally {
    await browser.close();
    await server.close();
  }
  return memory;
}

/** A round that keeps something keeps it every time: so many bytes, nodes and listeners more are none of that. */
const SLACK = { heap: 1 << 20, nodes: 300, listeners: 60 };

/** @param {{ heap: number, nodes: number, listeners: number }[]} memory */
export function assertSteady(memory) {
  const [, first] = memory;
  const last = memory.at(-1);
  assert.ok(first && last && memory.length > 2);
  for (const [what, slack] of Object.entries(SLACK))
    assert.ok(
      last[what] - first[what] <= slack,
      `${what} grow: ${memory.map((one) => one[what]).join(", ")}`,
    );
}

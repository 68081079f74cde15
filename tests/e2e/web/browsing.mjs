import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");
export const webDir = join(root, "target", "web");

export const PHONE = { width: 390, height: 844 };

/** What the browser complains about on a page: errors, warnings, faults in scripts, files that do not come. */
export function listenTo(page, complaints) {
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type()))
      complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.stack}`));
}

/** A context as on a reader's phone. */
export const newContext = (browser, options = {}) =>
  browser.newContext({
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    reducedMotion: "reduce",
    viewport: PHONE,
    ...options,
  });

/** Runs `use` on a new page, and fails on whatever the browser complains about meanwhile. */
export async function onPage(browser, url, use, options = {}) {
  const context = await newContext(browser, options);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints = [];
  listenTo(page, complaints);
  try {
    await page.goto(url);
    await page.locator("h1").waitFor();
    await use(page, context);
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
  }
}

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A world of scripts beside the page's own, with the same document and the browser's real timers, for each page. */
const worlds = new WeakMap();

async function worldBeside(page) {
  if (worlds.has(page)) return worlds.get(page);
  const cdp = await page.context().newCDPSession(page);
  const { frameTree } = await cdp.send("Page.getFrameTree");
  const { executionContextId } = await cdp.send("Page.createIsolatedWorld", { frameId: frameTree.frame.id });
  const evaluate = async (expression) => {
    const { result, exceptionDetails } = await cdp.send("Runtime.evaluate", {
      expression,
      contextId: executionContextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  await evaluate(AXE);
  worlds.set(page, evaluate);
  return evaluate;
}

/** What axe finds wrong, as lines to read. The page must not be loaded anew in between. */
export async function axeViolations(page, without = []) {
  const evaluate = await worldBeside(page);
  const rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]));
  const options = JSON.stringify({ resultTypes: ["violations"], rules });
  const { violations } = await evaluate(
    `axe.run(document, ${options}).then(({ violations }) => ({ violations }))`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  );
}

/** Care mode and the size of the text are two attributes of the document; see `dress` in page.jsx. */
export const setCare = (page, on) =>
  page.evaluate((care) => document.documentElement.toggleAttribute("data-care", care), on);

// `npm run bench:page`: how long a cheap phone on a slow network waits for the page. It prints and asserts nothing.

import { buildIfChanged } from "../../../pkg-scripts/build.mjs";
import { webDir } from "../../../pkg-scripts/build-paths.mjs";
import { launch, serve } from "../chromium.mjs";

const ROUNDS = 5;
/** What Chromium's tools call "Slow 4G", with a processor slowed down six times. */
const NETWORK = {
  offline: false,
  latency: 562.5,
  downloadThroughput: (1.44 * 1024 * 1024) / 8,
  uploadThroughput: (675 * 1024) / 8,
};
const CPU = 6;

/**
 * Notes when things are painted first. With `hurry` it does what the quickest reader would: files, is insured in Beijing, goes on, each
 * as soon as it can be seen. Runs in the page before its own scripts.
 */
function watch(hurry) {
  window.waited = {};
  const painted = (what, is, then) => {
    if (what in window.waited || !is) return;
    window.waited[what] = null;
    requestAnimationFrame(() =>
      setTimeout(() => {
        window.waited[what] = performance.now();
        if (hurry) then?.();
      }),
    );
  };
  const button = (words) =>
    [...document.querySelectorAll("button")].find((one) => words.test(one.textContent));
  new MutationObserver(() => {
    const app = document.getElementById("app");
    const heading = document.querySelector("#app h1");
    const isPicker = document.querySelector("#app .picker") !== null;
    painted("screen", heading, () => button(/去备案/)?.click());
    painted("listening", heading && !app.hasAttribute("data-written"));
    painted("question", isPicker, () => button(/^北京市$/).click());
    painted("chosen", document.querySelector("#app .chosen"), () => button(/^下一步$/).click());
    painted("next", window.waited.chosen && localStorage.getItem("yidi.filing") && heading);
    painted("ready", document.documentElement.hasAttribute("data-ready"));
  }).observe(document, { childList: true, subtree: true, attributes: true });
  for (const name of ["compileStreaming", "compile", "instantiate"]) {
    const own = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const begun = performance.now();
      try {
        return await own.apply(WebAssembly, given);
      } finally {
        window.waited[name] = performance.now() - begun;
      }
    };
  }
}

/** What came over the network, in the order of the requests. Runs in the page. */
function fetched() {
  const [page] = performance.getEntriesByType("navigation");
  return [page, ...performance.getEntriesByType("resource")].map((entry) => ({
    name: entry === page ? "the page itself" : entry.name.split("/").pop(),
    begun: entry.startTime,
    ended: entry.responseEnd,
    bytes: entry.encodedBodySize,
  }));
}

const isEngine = ({ name }) => name.endsWith(".wasm");

async function open(context, address, { slow = false, hurry = false }) {
  const page = await context.newPage();
  await page.addInitScript(watch, hurry);
  const cdp = await context.newCDPSession(page);
  await cdp.send("Network.enable");
  if (slow) {
    await cdp.send("Network.emulateNetworkConditions", NETWORK);
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: CPU });
  }
  await page.goto(address);
  await page.waitForFunction((what) => window.waited[what], hurry ? "next" : "ready", { timeout: 60_000 });
  const waited = await page.evaluate(() => window.waited);
  const files = await page.evaluate(fetched);
  return { page, ...waited, files };
}

const newVisitor = (browser) =>
  browser.newContext({ viewport: { width: 390, height: 844 }, locale: "zh-CN" });

async function firstVisit(browser, address, how) {
  const context = await newVisitor(browser);
  const waited = await open(context, address, how);
  await context.close();
  return waited;
}

/** What the service worker has kept is all that is there. */
async function secondVisit(browser, address, how) {
  const context = await newVisitor(browser);
  const { page } = await open(context, address, {});
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.close();
  const waited = await open(context, address, how);
  await context.close();
  return waited;
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const millis = (number) => `${Math.round(number)} ms`.padStart(8);

/** The medians of several visits, and the files of the last. */
async function measure(visit) {
  await visit();
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await visit());
  return { of: (part) => median(rounds.map(part)), files: rounds[rounds.length - 1].files };
}

/** One line a file: waiting for it and receiving it cannot be told apart under this emulation. */
function printFiles(files) {
  const COLUMN = 50;
  for (const { name, begun, ended, bytes } of files) {
    const bar = " ".repeat(begun / COLUMN) + "━".repeat(Math.max(1, (ended - begun) / COLUMN));
    console.log(`  ${name.replace(/-[\w-]{8}\./, ".").padEnd(16)}${String(bytes).padStart(7)} ${bar}`);
  }
}

await buildIfChanged();
const browser = await launch();
const server = await serve(webDir, { compress: true });
const told = ({ of }, part, words) => console.log(`${millis(of(part))}  ${words}`);
for (const slow of [true, false]) {
  const how = slow ? `processor ÷ ${CPU}, slow 4G (562 ms, 1.44 Mbit/s)` : "as this machine is";
  console.log(`\n== cold start, nothing cached, brotli, median of ${ROUNDS}: ${how}`);
  const home = await measure(() => firstVisit(browser, server.url, { slow }));
  told(home, ({ screen }) => screen, "first screen painted; a tap on it is kept");
  told(home, ({ listening }) => listening, "the scripts answer on it");
  told(home, ({ ready }) => ready, "the engine answers");
  const wizard = await measure(() => firstVisit(browser, `${server.url}#/wizard`, { slow }));
  told(
    wizard,
    ({ question }) => question,
    "first question painted, where its address is opened; a tap is kept",
  );
  told(wizard, ({ listening }) => listening, "the scripts answer on it: a city can be chosen");
  const hurry = await measure(() => firstVisit(browser, server.url, { slow, hurry: true }));
  told(
    hurry,
    ({ question }) => question,
    "first question painted, where it is asked for as soon as it can be",
  );
  told(hurry, ({ chosen }) => chosen, "a city tapped at once is shown as chosen");
  told(hurry, ({ next }) => next, "the engine has taken that answer, and the second question is painted");
  const engine = ({ files }) => files.find(isEngine);
  const made = (one) => (one.compileStreaming ?? one.compile) + one.instantiate;
  told(
    wizard,
    (one) => engine(one).ended - engine(one).begun,
    `fetching the wasm (${engine(wizard).bytes} bytes)`,
  );
  told(wizard, made, "compiling it, with what of the fetch was still to come, and instantiating it");
  told(wizard, ({ instantiate }) => instantiate, "instantiating alone");
  told(wizard, (one) => one.ready - engine(one).ended, "from its last byte to an engine that answers");
  if (slow) {
    console.log("\none visit, a column for 50 ms");
    printFiles(wizard.files);
  }
  console.log(`\n== second visit, from what the service worker has kept: ${how}`);
  const again = await measure(() => secondVisit(browser, server.url, { slow }));
  told(again, ({ screen }) => screen, "first screen painted");
  told(again, ({ ready }) => ready, "the engine answers");
}
await browser.close();
await server.close();

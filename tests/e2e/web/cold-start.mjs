// `npm run bench:page`: how long a cheap phone on a slow network waits for the page the first time. It prints and asserts nothing.

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

/** Marks when a heading is painted first, and when it is the first question. Runs in the page before its own scripts. */
function watch() {
  window.waited = {};
  const painted = (what) => {
    if (what in window.waited) return;
    window.waited[what] = null;
    requestAnimationFrame(() =>
      setTimeout(() => {
        window.waited[what] = performance.now();
      }),
    );
  };
  new MutationObserver(() => {
    if (document.querySelector("h1")) painted("screen");
    if (document.querySelector(".picker")) painted("question");
    if (document.documentElement.hasAttribute("data-ready")) painted("ready");
  }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-ready"] });
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

/** When the last byte of the engine had come, since the page was asked for. Runs in the page. */
function engineFetched() {
  const [entry] = performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".wasm"));
  return { begun: entry.startTime, ended: entry.responseEnd, bytes: entry.encodedBodySize };
}

async function once(browser, url, route, slow) {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    serviceWorkers: "allow",
  });
  const page = await context.newPage();
  await page.addInitScript(watch);
  const cdp = await context.newCDPSession(page);
  await cdp.send("Network.enable");
  await cdp.send("Network.setCacheDisabled", { cacheDisabled: true });
  if (slow) {
    await cdp.send("Network.emulateNetworkConditions", NETWORK);
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: CPU });
  }
  await page.goto(`${url}#/${route}`);
  await page.locator("html[data-ready]").waitFor({ timeout: 60_000 });
  if (route === "wizard") await page.locator(".picker").waitFor();
  await page.waitForTimeout(300);
  const waited = await page.evaluate(() => window.waited);
  const engine = await page.evaluate(engineFetched);
  await context.close();
  return { ...waited, ...engine };
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const millis = (number) => `${Math.round(number)} ms`.padStart(8);

async function measure(browser, url, route, slow) {
  await once(browser, url, route, slow);
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await once(browser, url, route, slow));
  return (of) => median(rounds.map(of));
}

await buildIfChanged();
const browser = await launch();
const server = await serve(webDir, { compress: true });
for (const slow of [true, false]) {
  const how = slow ? `processor ÷ ${CPU}, slow 4G (562 ms, 1.44 Mbit/s)` : "as this machine is";
  console.log(`\n== cold start, nothing cached, brotli, median of ${ROUNDS}: ${how}`);
  const home = await measure(browser, server.url, "home", slow);
  console.log(`${millis(home(({ screen }) => screen))}  first screen painted`);
  console.log(`${millis(home(({ ready }) => ready))}  the engine answers`);
  const wizard = await measure(browser, server.url, "wizard", slow);
  console.log(
    `${millis(wizard(({ question }) => question))}  first question painted, where its address is opened`,
  );
  const made = (one) => (one.compileStreaming ?? one.compile) + one.instantiate;
  console.log(
    `${millis(wizard(({ ended, begun }) => ended - begun))}  fetching the wasm (${wizard(({ bytes }) => bytes)} bytes), beside the scripts`,
  );
  console.log(
    `${millis(wizard(made))}  compiling it, with what of the fetch was still to come, and instantiating it`,
  );
  console.log(`${millis(wizard(({ instantiate }) => instantiate))}  instantiating alone`);
  console.log(
    `${millis(wizard((one) => one.ready - one.ended))}  from its last byte to an engine that answers`,
  );
}
await browser.close();
await server.close();

/* IndexedDB, where it is real. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { answerDist } from "../contract/dist-server.mjs";
import { listen, withBrowser } from "../e2e/chromium.mjs";
import { filing, SECRET } from "./inputs.mjs";

/** What the page has sent. @type {{ key: string, body: string, url: string }[]} */
let received = [];

async function answer(request, response) {
  if (request.method !== "POST") return answerDist(response, request.url.slice(1));
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const key = request.headers["idempotency-key"];
  received.push({ key, body: Buffer.concat(chunks).toString(), url: request.url });
  response.writeHead(201).end("{}");
}

const host = withBrowser(() => listen(answer));

/** Every page of a context shares its storage, as the tabs of a browser do. */
async function contextFor(test) {
  received = [];
  const context = await host.browser.newContext();
  test.after(() => context.close());
  return context;
}

/** A page with an outbox at `outbox`; without a transport unless `sends`. */
async function pageOf(context, { sends = false, init = "" } = {}) {
  const page = await context.newPage();
  if (init) await page.addInitScript(init);
  await page.goto(host.server.url);
  const opened = await page.evaluate(async (withTransport) => {
    const yidi = await import(/** @type {any} */ ("/browser.js"));
    await yidi.init();
    const all = /** @type {any} */ (globalThis);
    all.problems = [];
    const transport = withTransport ? yidi.httpTransport({ url: "/filings" }) : undefined;
    const options = {
      storage: yidi.deviceStorage(),
      transport,
      onProblem: ({ code }) => all.problems.push(code),
    };
    try {
      all.outbox = await yidi.createOutbox(options);
      return "open";
    } catch (error) {
      return error.code;
    }
  }, sends);
  return { page, opened };
}

const enqueue = (page, input) =>
  page.evaluate(async (given) => {
    const { outbox } = /** @type {any} */ (globalThis);
    return outbox.enqueue(given).then(
      () => "kept",
      (error) => error.code,
    );
  }, input);
const entries = (page) => page.evaluate(() => /** @type {any} */ (globalThis).outbox.entries());
const problems = (page) => page.evaluate(() => /** @type {any} */ (globalThis).problems);

/** What the store holds. */
const stored = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open("yidi-outbox", 1);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const store = opening.result.transaction("outbox").objectStore("outbox");
          const [keys, values] = [store.getAllKeys(), store.getAll()];
          store.transaction.oncomplete = () => {
            opening.result.close();
            resolve(keys.result.map((key, at) => [key, values.result[at]]));
          };
        };
      }),
  );

test("a filing outlives its page", async (test) => {
  const context = await contextFor(test);
  const first = await pageOf(context);
  assert.equal(await enqueue(first.page, filing()), "kept");
  await first.page.close();
  const second = await pageOf(context);
  assert.deepEqual(
    (await entries(second.page)).map(({ key, status }) => [key, status]),
    [["filing-1", "handedOver"]],
  );
});

test("it is sent by fetch, and what identifies a person is gone from the store once it is acknowledged", async (test) => {
  const context = await contextFor(test);
  const { page } = await pageOf(context, { sends: true });
  assert.equal(await enqueue(page, filing()), "kept");
  await page.waitForFunction(
    () => /** @type {any} */ (globalThis).outbox.entries()[0].status === "acknowledged",
  );
  assert.deepEqual(received, [{ key: "filing-1", body: JSON.stringify(filing()), url: "/filings" }]);
  await page.evaluate(() => /** @type {any} */ (globalThis).outbox.close());
  assert.ok(!JSON.stringify(await stored(page)).includes(SECRET));
});

test("a second page is refused while the first is open, and then has its filings", async (test) => {
  const context = await contextFor(test);
  const first = await pageOf(context);
  assert.equal(await enqueue(first.page, filing()), "kept");
  const second = await pageOf(context);
  assert.equal(second.opened, "storageUnavailable");
  await first.page.close();
  const third = await pageOf(context);
  assert.equal((await entries(third.page)).length, 1);
});

test("a full store is reported, and the filing is sent once there is room", async (test) => {
  const context = await contextFor(test);
  const { page } = await pageOf(context, { sends: true });
  const devtools = await context.newCDPSession(page);
  const { origin } = new URL(host.server.url);
  await devtools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
  const large = { ...filing(), papers: "纸".repeat(200_000) };
  assert.equal(await enqueue(page, large), "storageFull");
  assert.ok((await problems(page)).includes("storageFull"));
  assert.deepEqual(received, []);
  await devtools.send("Storage.overrideQuotaForOrigin", { origin });
  await page.evaluate(() => /** @type {any} */ (globalThis).outbox.tick());
  await page.waitForFunction(
    () => /** @type {any} */ (globalThis).outbox.entries()[0].status === "acknowledged",
  );
  assert.equal(received.length, 1);
});

test("damaged contents are set aside as they are and reported", async (test) => {
  const context = await contextFor(test);
  const { page } = await pageOf(context);
  await page.evaluate(() => /** @type {any} */ (globalThis).outbox.close());
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open("yidi-outbox", 1);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction("outbox", "readwrite");
          transaction.objectStore("outbox").put("{half", "state");
          transaction.oncomplete = () => {
            opening.result.close();
            resolve(undefined);
          };
        };
      }),
  );
  await page.close();
  const again = await pageOf(context);
  assert.equal(again.opened, "open");
  assert.deepEqual(await problems(again.page), ["storageDamaged"]);
  assert.equal(await enqueue(again.page, filing()), "kept");
  const held = await stored(again.page);
  assert.deepEqual(
    held.filter(([key]) => key !== "state").map(([key, value]) => [key.startsWith("damaged-"), value]),
    [[true, "{half"]],
  );
});

test("a browser without IndexedDB says so", async (test) => {
  const context = await contextFor(test);
  const init = "Object.defineProperty(globalThis, 'indexedDB', { value: undefined })";
  assert.equal((await pageOf(context, { init })).opened, "storageUnavailable");
});

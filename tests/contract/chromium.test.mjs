/* The browser entry where it belongs: what only a real browser shows (streaming, types of responses, the main thread). */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { listen, withBrowser } from "../e2e/chromium.mjs";
import { answerDist } from "./dist-server.mjs";
import { stay } from "./inputs.mjs";
import { reference } from "./reference.mjs";

/** `/plain/…` serves the same files with a type that no browser streams wasm from. */
async function answer(request, response) {
  const [, plain, name] = /^\/(plain\/)?(.*)$/.exec(request.url);
  const type = plain && name.endsWith(".wasm") ? "application/octet-stream" : undefined;
  await answerDist(response, name, type);
}

const host = withBrowser(() => listen(answer));

async function inPage(work, argument) {
  const page = await host.browser.newPage();
  try {
    await page.goto(host.server.url);
    return await page.evaluate(work, argument);
  } finally {
    await page.close();
  }
}

describe("browser entry in Chromium", () => {
  test("loads the file beside the script", async () => {
    const estimate = await inPage(
      async ({ entry, input }) => {
        const yidi = await import(entry);
        await yidi.init();
        return yidi.estimate(input);
      },
      { entry: "/browser.js", input: stay.xian },
    );
    assert.deepEqual(estimate, JSON.parse(JSON.stringify(reference().estimate(stay.xian))));
  });

  test("loads from a server that sends another type", async () => {
    const version = await inPage(async (entry) => {
      const yidi = await import(entry);
      await yidi.init();
      return yidi.version();
    }, "/plain/browser.js");
    assert.equal(version, reference().version());
  });

  const sources = {
    "a path": "'/yidi_bg.wasm'",
    "a URL": "new URL('/yidi_bg.wasm', location)",
    "a Response": "await fetch('/plain/yidi_bg.wasm')",
    "a promise of a Response": "fetch('/yidi_bg.wasm')",
    "an ArrayBuffer": "await (await fetch('/yidi_bg.wasm')).arrayBuffer()",
    bytes: "new Uint8Array(await (await fetch('/yidi_bg.wasm')).arrayBuffer())",
    "a Module": "await WebAssembly.compileStreaming(fetch('/yidi_bg.wasm'))",
  };
  for (const [name, source] of Object.entries(sources)) {
    test(`loads from ${name}`, async () => {
      const version = await inPage(`(async () => {
        const yidi = await import("/browser.js");
        await yidi.init(${source});
        return yidi.version();
      })()`);
      assert.equal(version, reference().version());
    });
  }

  test("a missing file is a typed error, and init can be tried again", async () => {
    const [code, cause, version] = await inPage(async (entry) => {
      const yidi = await import(entry);
      const error = await yidi.init("/absent.wasm").catch((thrown) => thrown);
      await yidi.init();
      return [error.code, error.cause.message, yidi.version()];
    }, "/browser.js");
    assert.equal(code, "notReady");
    assert.equal(cause, `${host.server.url}absent.wasm: HTTP 404`);
    assert.equal(version, reference().version());
  });

  test("the call after a trap works, without waiting", async () => {
    const [code, causeName, version] = await inPage(async (entry) => {
      let armed = false;
      /** @type {any} */
      const api = WebAssembly;
      const { instantiate } = api;
      api.instantiate = async (module, imports) => {
        const { exports } = await instantiate(module, imports);
        const version = (...args) => (armed ? exports.__wbindgen_malloc(-1, 1) : exports.version(...args));
        return { exports: { ...exports, version } };
      };
      const yidi = await import(entry);
      await yidi.init();
      armed = true;
      let error;
      try {
        yidi.version();
      } catch (thrown) {
        error = thrown;
      }
      return [error.code, error.cause.name, yidi.version()];
    }, "/browser.js");
    assert.deepEqual([code, causeName], ["internal", "RuntimeError"]);
    assert.equal(version, reference().version());
  });
});

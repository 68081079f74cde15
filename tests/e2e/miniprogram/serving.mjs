import assert from "node:assert/strict";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { serve, withBrowser } from "../chromium.mjs";
import { buildHost } from "./build-host.mjs";
import { openMiniProgram } from "./page-driver.mjs";

export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
export const APP = join(ROOT, "www", "miniprogram");

/** Fails with what to do where nothing has been built yet. */
export async function needBuild() {
  for (const file of ["present.js", "miniprogram_npm/yidi/index.js"]) {
    await stat(join(APP, file)).catch(() =>
      assert.fail(`${file} is missing: run node pkg-scripts/build.mjs first`),
    );
  }
}

/** The runner over a mini-program, served; `name` is that of its folder. */
export async function serveHost(name, options = {}) {
  const outDir = join(ROOT, "target", name);
  await buildHost({ appDir: APP, outDir, ...options });
  return serve(outDir);
}

/**
 * Starts a browser and the runner before a file's tests, and stops them after.
 * @param {() => Promise<{ url: string, close: () => Promise<void> }>} start
 */
export function withHost(start) {
  const host = withBrowser(async () => {
    await needBuild();
    return start();
  });

  /** Opens the mini-program, runs, closes; whatever the console complained about fails it. */
  async function withDriver(options, run) {
    const driver = await openMiniProgram(host.browser, host.server.url, options);
    try {
      await driver.ready();
      await run(driver);
      assert.deepEqual(driver.problems, []);
    } finally {
      await driver.page.context().close();
    }
  }

  return {
    host,
    withDriver,
    pageTest: (name, options, run) => test(name, () => withDriver(options, run)),
  };
}

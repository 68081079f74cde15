/* A real process, killed with SIGKILL before every step that touches the disk or the network, and started again. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { filing, SECRET } from "./inputs.mjs";
import { Receiver } from "./receiver.mjs";

const APP = fileURLToPath(new URL("app.mjs", import.meta.url));
const FILINGS = 2;

/** @returns {Promise<{ signal: string | null, kept: string[], end: [string, string][] | undefined }>} */
function run(file, url, filings, dieAt) {
  return new Promise((resolve, reject) => {
    const args = [APP, file, url, String(filings), String(dieAt)];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
    const out = [];
    const errors = [];
    child.stdout.on("data", (chunk) => out.push(chunk));
    child.stderr.on("data", (chunk) => errors.push(chunk));
    child.on("close", (code, signal) => {
      if (signal === null && code !== 0) return reject(new Error(Buffer.concat(errors).toString()));
      const lines = Buffer.concat(out).toString().split("\n");
      const said = (word) =>
        lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));
      const [end] = said("end");
      resolve({ signal, kept: said("kept"), end: end && JSON.parse(end) });
    });
  });
}

test("killed before any step and started again, it loses no filing and has none counted twice", async (context) => {
  const folder = mkdtempSync(join(tmpdir(), "yidi-outbox-"));
  context.after(() => rmSync(folder, { recursive: true }));
  let kills = 0;
  for (let dieAt = 1; ; dieAt += 1) {
    const receiver = await new Receiver().start();
    try {
      const file = join(folder, `at-${dieAt}.json`);
      const first = await run(file, receiver.url, FILINGS, dieAt);
      if (first.signal === null) {
        assert.deepEqual(first.end, [
          ["filing-1", "acknowledged"],
          ["filing-2", "acknowledged"],
        ]);
        break;
      }
      assert.equal(first.signal, "SIGKILL");
      kills += 1;
      // Started again, with nothing new to file; and killed once more on the way.
      await run(file, receiver.url, 0, 3);
      const { end } = await run(file, receiver.url, 0, 0);
      const statuses = new Map(end);
      for (const key of first.kept) {
        assert.equal(statuses.get(key), "acknowledged", `step ${dieAt}: ${key} was kept and is lost`);
        assert.ok(
          receiver.counted.some((counted) => counted.key === key),
          `step ${dieAt}: ${key} never arrived`,
        );
      }
      for (const [key, status] of end) assert.equal(status, "acknowledged", `step ${dieAt}: ${key}`);
      const keys = receiver.counted.map(({ key }) => key);
      assert.deepEqual(keys, [...new Set(keys)], `step ${dieAt}: counted twice`);
      for (const { headers, body } of receiver.requests) {
        const number = Number(String(headers["idempotency-key"]).split("-")[1]);
        assert.equal(body, JSON.stringify(filing(number)), `step ${dieAt}: another body under the same key`);
      }
      if (end.length > 0)
        assert.ok(!readFileSync(file, "utf8").includes(SECRET), "identity data outlived its purpose");
    } finally {
      await receiver.stop();
    }
  }
  context.diagnostic(`killed at ${kills} steps`);
  assert.ok(kills > 20, `only ${kills} steps were found to be killed at`);
});

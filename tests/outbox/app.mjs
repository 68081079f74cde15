/*
 * An app with an outbox, to be killed: `node app.mjs <file> <url> <filings> <die at step>`. Every access to the disk and every request
 * is a step; before the one of that number it kills itself, as a phone does. It prints a line for each filing that it was told is kept,
 * and at last the statuses of all.
 */
import { createRequire, syncBuiltinESMExports } from "node:module";
import { distFile } from "../contract/dist.mjs";
import { filing, HOUR } from "./inputs.mjs";

const require = createRequire(import.meta.url);
const [file, url, filings, dieAt] = process.argv.slice(2);

let steps = 0;
function step(work) {
  steps += 1;
  if (steps !== Number(dieAt)) return work();
  process.kill(process.pid, "SIGKILL");
  // The signal is on its way; nothing more may happen until it is here.
  for (;;);
}

const disk = require("node:fs/promises");
const { open: openFile } = disk;
for (const name of ["rename", "link", "unlink"]) {
  const plain = disk[name];
  disk[name] = (...args) => step(() => plain(...args));
}
disk.open = async (...args) => {
  const handle = await step(() => openFile(...args));
  const { sync } = handle;
  handle.writeFile = async (text) => {
    // A write that is cut off leaves half of it.
    const half = text.slice(0, text.length / 2);
    await step(() => handle.write(half));
    await step(() => handle.write(text.slice(half.length)));
  };
  handle.sync = () => step(() => sync.call(handle));
  return handle;
};
const plainFetch = globalThis.fetch;
globalThis.fetch = async (address, options) => {
  const response = await step(() => plainFetch(address, options));
  const text = await step(() => response.text());
  return step(() => /** @type {any} */ ({ status: response.status, text: async () => text }));
};
syncBuiltinESMExports();

const { createOutbox, deviceStorage, httpTransport } = require(distFile("node.cjs"));
let now = 1795320000000;
const outbox = await createOutbox({
  storage: deviceStorage(file),
  transport: httpTransport({ url }),
  clock: () => now,
});
for (let number = 1; number <= Number(filings); number += 1) {
  await outbox.enqueue(filing(number));
  process.stdout.write(`kept ${filing(number).idempotencyKey}\n`);
}
const open = () => outbox.entries().filter(({ status }) => status !== "acknowledged");
for (let round = 0; round < 3000 && open().length > 0; round += 1) {
  await new Promise((resolve) => setTimeout(resolve, 10));
  // A call that is under way has time; once none is, it is an hour later.
  if (open().some(({ called }) => called)) continue;
  now += HOUR;
  await outbox.tick();
}
await outbox.close();
process.stdout.write(`end ${JSON.stringify(outbox.entries().map(({ key, status }) => [key, status]))}\n`);

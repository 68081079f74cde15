/* Everything that a server and a network do, two faults in a row, over real HTTP. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { distFile } from "../contract/dist.mjs";
import { filing, HOUR, SECRET } from "./inputs.mjs";
import { FAULTS, Receiver } from "./receiver.mjs";

const require = createRequire(import.meta.url);
const { createOutbox, deviceStorage, httpTransport, YidiError } = require(distFile("node.cjs"));

/** An outbox in a folder of its own, a receiver, and time that passes when it is told to. */
async function opened(context, { faults = [], withdraws = true } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "yidi-outbox-"));
  const receiver = await new Receiver().start();
  receiver.faults.push(...faults);
  const session = { receiver, now: 1795320000000, problems: [], outbox: undefined };
  const { url, withdrawUrl } = receiver;
  session.open = async () => {
    session.outbox = await createOutbox({
      storage: deviceStorage(join(folder, "outbox.json")),
      transport: httpTransport({ url, withdrawUrl: withdraws ? withdrawUrl : undefined, timeout: 200 }),
      clock: () => session.now,
      onProblem: (error) => session.problems.push(error),
    });
  };
  await session.open();
  context.after(async () => {
    await session.outbox.close();
    await receiver.stop();
    rmSync(folder, { recursive: true });
  });
  /** Time passes until the filing is where it should be. */
  session.until = async (condition) => {
    for (let round = 0; round < 6000; round += 1) {
      const [entry] = session.outbox.entries();
      if (condition(entry)) return entry;
      await new Promise((resolve) => setTimeout(resolve, 10));
      // A call that is decided on or under way has time; once none is, it is an hour later.
      if (entry.calling === undefined) {
        await receiver.again();
        session.now += HOUR;
        await session.outbox.tick();
      }
    }
    assert.fail(`it came to no end: ${JSON.stringify(session.outbox.entries())}`);
  };
  return session;
}

const acknowledged = ({ status }) => status === "acknowledged";

describe("whatever the server and the network do, a filing is counted once", () => {
  for (const first of FAULTS) {
    for (const second of ["nothing", ...FAULTS]) {
      test(`${first}, then ${second}`, async (context) => {
        const faults = second === "nothing" ? [first] : [first, second];
        const { receiver, outbox, until } = await opened(context, { faults });
        await outbox.enqueue(filing());
        await until(acknowledged);
        receiver.release();
        assert.deepEqual(receiver.counted, [{ key: "filing-1", body: JSON.stringify(filing()) }]);
        // What was answered the first time is not sent again.
        assert.deepEqual(
          receiver.faults,
          first === "twice" ? faults.slice(1) : [],
          "every fault has happened",
        );
      });
    }
  }
});

test("what is shown says how far it is", async (context) => {
  const session = await opened(context, { faults: ["500 after"] });
  const { outbox, until } = session;
  await outbox.enqueue(filing());
  const sent = await until(({ status, called }) => status === "sent" && !called);
  assert.equal(sent.mayHaveArrived, true);
  assert.equal(sent.reason, "HTTP 500");
  assert.equal(outbox.application("filing-1"), JSON.stringify(filing()));
  await until(acknowledged);
  assert.equal(outbox.application("filing-1"), undefined);
  await outbox.report("filing-1", "approved");
  assert.equal(outbox.entries()[0].status, "approved");
  await outbox.forget("filing-1");
  assert.deepEqual(outbox.entries(), []);
});

test("a filing that is refused comes back with the reason and can still be read", async (context) => {
  const { receiver, outbox, until } = await opened(context);
  receiver.decision = "缺少转诊证明";
  await outbox.enqueue(filing());
  const returned = await until(({ status }) => status === "returned");
  assert.equal(returned.reason, "缺少转诊证明");
  assert.equal(outbox.application("filing-1"), JSON.stringify(filing()));
});

for (const fault of ["drop", "500", "500 after", "die midway", "too late", "twice", "down"]) {
  test(`a withdrawal gets through: ${fault}`, async (context) => {
    const { receiver, outbox, until } = await opened(context);
    await outbox.enqueue(filing());
    await until(acknowledged);
    receiver.faults.push(fault);
    await outbox.withdraw("filing-1");
    await until(({ status }) => status === "withdrawn");
    receiver.release();
    assert.ok(receiver.withdrawn.has("filing-1"));
  });
}

test("a withdrawal that comes too late is said to be", async (context) => {
  const { receiver, outbox, until } = await opened(context);
  await outbox.enqueue(filing());
  await until(acknowledged);
  receiver.decision = "已通过";
  await outbox.withdraw("filing-1");
  const kept = await until(({ withdrawing }) => !withdrawing);
  assert.deepEqual([kept.status, kept.withdrawalRefused, kept.reason], ["acknowledged", true, "已经审核"]);
});

test("where the receiver takes no withdrawals, only what was never sent can be taken back", async (context) => {
  const { outbox, until } = await opened(context, { withdraws: false });
  await outbox.enqueue(filing());
  await until(acknowledged);
  await outbox.withdraw("filing-1");
  const kept = await until(({ withdrawing }) => !withdrawing);
  assert.deepEqual([kept.status, kept.withdrawalRefused], ["acknowledged", true]);
});

test("without a transport it is handed over, kept for printing until it is forgotten", async (context) => {
  const folder = mkdtempSync(join(tmpdir(), "yidi-outbox-"));
  context.after(() => rmSync(folder, { recursive: true }));
  const storage = deviceStorage(join(folder, "outbox.json"));
  const outbox = await createOutbox({ storage });
  await outbox.enqueue(filing());
  await outbox.close();
  const again = await createOutbox({ storage });
  assert.equal(again.entries()[0].status, "handedOver");
  assert.equal(again.application("filing-1"), JSON.stringify(filing()));
  await again.forget("filing-1");
  assert.deepEqual(again.entries(), []);
  await again.close();
});

test("the same filing twice is one; another under its key is refused, without a word of it", async (context) => {
  const { receiver, outbox, until } = await opened(context);
  await outbox.enqueue(filing());
  await outbox.enqueue(filing());
  const other = { ...filing(), insuredRegion: "411100" };
  /** @type {any} */
  const cyclic = {};
  cyclic.self = cyclic;
  const refusals = await Promise.all(
    [
      () => outbox.enqueue(other),
      () => outbox.enqueue({ person: SECRET }),
      () => outbox.enqueue(filing(), "两个字"),
      () => outbox.withdraw("filing-9"),
      () => outbox.enqueue(undefined),
      () => outbox.enqueue({ idempotencyKey: "filing-2", cyclic }),
    ].map((call) => call().then(assert.fail, (error) => error)),
  );
  assert.ok(refusals.every((error) => error instanceof YidiError));
  assert.deepEqual(
    refusals.map(({ code, path }) => [code, path]),
    [
      ["unknownValue", "event.key"],
      ["missingField", "event.key"],
      ["unknownValue", "event.key"],
      ["unknownValue", "event.key"],
      ["missingField", "event.key"],
      ["unreadableInput", ""],
    ],
  );
  for (const error of refusals)
    assert.ok(!JSON.stringify([error.message, error.text, error.given]).includes(SECRET));
  await until(acknowledged);
  assert.equal(receiver.counted.length, 1);
});

test("what identifies a person goes into the body of the request and nowhere else", async (context) => {
  const written = [];
  const { log, error, warn } = console;
  Object.assign(console, {
    log: (...args) => written.push(args),
    error: (...args) => written.push(args),
    warn: (...args) => written.push(args),
  });
  context.after(() => Object.assign(console, { log, error, warn }));
  const { receiver, outbox, problems, until } = await opened(context, {
    faults: ["500", "die midway", "too late"],
  });
  await outbox.enqueue(filing());
  await until(acknowledged);
  const elsewhere = receiver.requests.map(({ url, headers }) => [url, headers]);
  for (const place of [elsewhere, written, problems.map(String), outbox.entries()]) {
    assert.ok(!decodeURIComponent(JSON.stringify(place)).includes(SECRET));
  }
  assert.ok(
    receiver.requests.every(({ body }) => body.includes(SECRET)),
    "the search would find it",
  );
});

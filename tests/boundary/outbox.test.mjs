import assert from "node:assert/strict";
import { test } from "node:test";
import { watchedPackage } from "./fuzz.mjs";
import { HEAVY, HOSTILE } from "./hostile-values.mjs";

const { yidi } = watchedPackage();
const ALL = [...HOSTILE, ...HEAVY];
const NOON = 1_795_320_000_000;

/** Keeps what is written in memory, beginning with `text`. */
function memory(text = null) {
  let stored = text;
  const aside = [];
  return {
    aside,
    read: async () => stored,
    write: async (written) => {
      stored = written;
    },
    setAside: async (damaged) => {
      aside.push(damaged);
    },
  };
}

async function typedRejection(promise, what) {
  const error = await promise.then(
    () => null,
    (rejection) => rejection,
  );
  if (error === null) return;
  assert.ok(error instanceof yidi.YidiError, `${what}: ${error?.stack}`);
  assert.notEqual(error.code, "internal", what);
}

test("an outbox that is opened with anything but options is refused with a type", async () => {
  for (const [what, make] of ALL) {
    await typedRejection(yidi.createOutbox(make(yidi)), what);
    await typedRejection(yidi.createOutbox({ storage: make(yidi) }), `storage: ${what}`);
  }
});

test("whatever is stored, the outbox opens or says why not, and never loses it", async () => {
  for (const [what, make] of ALL) {
    const value = make(yidi);
    const storage = memory(typeof value === "string" ? value : (JSON.stringify(jsonable(value)) ?? "{"));
    const opened = yidi.createOutbox({ storage, clock: () => NOON });
    await typedRejection(
      opened.then((outbox) => outbox.close()),
      what,
    );
  }
});

function jsonable(value) {
  try {
    JSON.stringify(value);
    return value;
  } catch {
    return null;
  }
}

test("a call of the outbox with anything is done or refused with a type", async () => {
  const outbox = await yidi.createOutbox({ storage: memory(), clock: () => NOON });
  for (const [what, make] of ALL) {
    await typedRejection(outbox.enqueue(make(yidi)), `enqueue: ${what}`);
    await typedRejection(outbox.enqueue({ a: 1 }, make(yidi)), `key: ${what}`);
    await typedRejection(outbox.withdraw(make(yidi)), `withdraw: ${what}`);
    await typedRejection(outbox.report(make(yidi), make(yidi), make(yidi)), `report: ${what}`);
    await typedRejection(outbox.forget(make(yidi)), `forget: ${what}`);
  }
  await outbox.enqueue("{}", "sound");
  assert.equal(outbox.entries().find(({ key }) => key === "sound").status, "handedOver");
  await outbox.close();
});

test("whatever a server says, the filing is kept, and what it says stays short", async () => {
  for (const [what, make] of ALL) {
    for (const answer of [
      () => make(yidi),
      () => ({ outcome: make(yidi) }),
      () => ({ outcome: "returned", reason: make(yidi) }),
    ]) {
      const outbox = await yidi.createOutbox({
        storage: memory(),
        clock: () => NOON,
        transport: { send: async () => answer(), withdraw: async () => answer() },
      });
      await outbox.enqueue("{}", "filing-1");
      await new Promise((resolve) => setTimeout(resolve, 2));
      const [entry] = outbox.entries();
      assert.ok(["sending", "sent", "returned"].includes(entry.status), `${what}: ${entry.status}`);
      assert.ok((entry.reason ?? "").length <= 1000, `${what}: a reason of ${entry.reason?.length}`);
      await outbox.close();
    }
  }
});

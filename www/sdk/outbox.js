import { hostError, isObject, YidiError } from "./error.js";

/** What a transport may answer; anything else counts as unknown. */
const OUTCOMES = [
  "acknowledged",
  "approved",
  "returned",
  "withdrawn",
  "withdrawalRefused",
  "failed",
  "unknown",
];
const LONGEST_TIMER = 3600000;
/** A reason is read by a person, and kept on the device. */
const LONGEST_REASON = 500;

/**
 * Performs what the engine's outbox asks for, and tells it what came of that. All decisions are the engine's.
 *
 * @param {(told: { outbox: any, event: object, now: number }) => any} ask the engine's `outboxStep`
 * @param {() => Promise<void>} ready waits for the engine to come back after a fault
 * @param {any} options as `OutboxOptions` says
 */
export async function openOutbox(ask, ready, options) {
  const { storage, transport, clock, onChange, onProblem } = checked(options);
  /** The engine makes the first one. @type {any} */
  let outbox;
  /** Steps are taken one after the other. @type {Promise<unknown>} */
  let steps = Promise.resolve();
  /** @type {Promise<void> | null} */
  let saving = null;
  let saveAgain = false;
  /** The revision that was written last; the engine hears of it a step later. */
  let written = 0;
  let timer = /** @type {any} */ (null);
  let closed = false;
  /** Who waits until a revision is saved. @type {{ revision: number, resolve: () => void, reject: (error: unknown) => void }[]} */
  let waiting = [];
  const release = storage.lock ? await stored(storage.lock()) : () => {};

  function step(kind, fields = {}) {
    const taken = steps.then(() => take(Object.assign({ kind }, fields)));
    steps = taken.catch(() => {});
    return taken;
  }

  async function take(event) {
    if (closed) throw hostError("notReady");
    let stepped;
    try {
      stepped = ask({ outbox, event, now: clock() });
    } catch (error) {
      if (error.code !== "notReady") throw error;
      await ready();
      stepped = ask({ outbox, event, now: clock() });
    }
    outbox = stepped.outbox;
    stepped.effects.forEach(perform);
    if (onChange) onChange(entries());
  }

  function perform({ kind, key, at }) {
    if (kind === "save") save();
    else if (kind === "wakeAt") wakeIn(at - clock());
    else call(kind, key);
  }

  function wakeIn(millis) {
    clearTimeout(timer);
    timer = setTimeout(() => step("tick").catch(report), Math.min(Math.max(millis, 0), LONGEST_TIMER));
  }

  function save() {
    saveAgain = true;
    if (saving === null) saving = saveAll();
  }

  async function saveAll() {
    while (saveAgain) {
      saveAgain = false;
      const { revision } = outbox;
      try {
        await stored(storage.write(JSON.stringify(outbox)));
        written = revision;
        settle((waiter) => waiter.revision <= revision, "resolve");
        await step("saved", { revision }).catch(report);
      } catch (error) {
        report(error);
        settle(() => true, "reject", error);
        await step("notSaved").catch(report);
      }
    }
    saving = null;
  }

  function settle(which, how, error = undefined) {
    const settled = waiting.filter(which);
    waiting = waiting.filter((waiter) => !settled.includes(waiter));
    for (const waiter of settled) waiter[how](error);
  }

  /** Resolves once all that has happened so far is saved. */
  function kept() {
    const { revision, saved } = outbox;
    if (Math.max(saved, written) >= revision) return undefined;
    return /** @type {Promise<void>} */ (
      new Promise((resolve, reject) => {
        waiting.push({ revision, resolve, reject });
      })
    );
  }

  async function call(kind, key) {
    const { application } = outbox.entries.find((entry) => entry.key === key);
    const { outcome, reason } = await answered(() => {
      if (kind === "askWithdrawal")
        return transport?.withdraw ? transport.withdraw(key) : { outcome: "withdrawalRefused" };
      return transport ? transport.send({ key, application }) : { outcome: "failed" };
    });
    await step(outcome, { key, reason }).catch(report);
  }

  function report(error) {
    if (onProblem && !closed) onProblem(error);
  }

  async function change(kind, fields) {
    await step(kind, fields);
    await kept();
  }

  /** Without what identifies a person. */
  function entries() {
    return outbox.entries.map((entry) => {
      const shown = Object.assign({}, entry);
      delete shown.application;
      return shown;
    });
  }

  async function restore() {
    const text = await stored(storage.read());
    if (text === null) return step("started");
    try {
      // Nothing stored is no outbox; `null` stored is damage.
      outbox = JSON.parse(text) || {};
      return await step("started");
    } catch (error) {
      // A later version's outbox is not damaged, and an engine that is not there has not judged it.
      if (["notReady", "internal"].includes(error.code)) throw error;
      if (error.code === "unknownValue" && error.path === "outbox.format") throw error;
    }
    await stored(storage.setAside(text));
    outbox = undefined;
    await step("started");
    // Without its cause: that quotes what was stored.
    report(hostError("storageDamaged"));
  }

  try {
    await restore();
  } catch (error) {
    await release();
    throw error;
  }

  return {
    entries,
    application: (key) => outbox.entries.find((entry) => entry.key === key)?.application,
    async enqueue(filing, key = keyOf(filing)) {
      await change(transport ? "enqueue" : "handOver", { key, application: textOf(filing) });
    },
    withdraw: (key) => change("withdraw", { key }),
    report: (key, status, reason) => change(status === "approved" ? "approved" : "returned", { key, reason }),
    forget: (key) => change("forget", { key }),
    tick: () => step("tick"),
    async close() {
      closed = true;
      clearTimeout(timer);
      await saving;
      await stored(release());
    },
  };
}

/** The options, with everything in them that an outbox calls. */
function checked(options) {
  try {
    const { storage, transport, clock = Date.now, onChange, onProblem } = options;
    const called = { clock, "storage.read": storage.read, "storage.write": storage.write };
    called["storage.setAside"] = storage.setAside;
    if (transport !== undefined) called["transport.send"] = transport.send;
    for (const name of Object.keys(called))
      if (typeof called[name] !== "function") throw hostError("wrongType", undefined, `options.${name}`);
    return { storage, transport, clock, onChange, onProblem };
  } catch (cause) {
    throw cause instanceof YidiError ? cause : hostError("unreadableInput", cause, "options");
  }
}

function keyOf(filing) {
  try {
    return isObject(filing) ? filing.idempotencyKey : undefined;
  } catch (cause) {
    throw hostError("unreadableInput", cause);
  }
}

function textOf(filing) {
  if (typeof filing === "string") return filing;
  try {
    return JSON.stringify(filing);
  } catch (_cyclic) {
    throw hostError("unreadableInput");
  }
}

/** What a transport answers; if it throws, nobody knows how far it came. */
async function answered(request) {
  try {
    const { outcome, reason } = await request();
    const text = typeof reason === "string" ? reason.slice(0, LONGEST_REASON) : undefined;
    return { outcome: OUTCOMES.includes(outcome) ? outcome : "unknown", reason: text };
  } catch (_unknown) {
    return { outcome: "unknown", reason: undefined };
  }
}

/** A failure of the host's storage by its code: hosts agree on no class, only on words. */
async function stored(promise) {
  try {
    return await promise;
  } catch (cause) {
    const words = isObject(cause)
      ? `${cause.name} ${cause.code} ${cause.errMsg} ${cause.message}`
      : `${cause}`;
    const isFull = /quota|ENOSPC|EDQUOT|exceed|limit/i.test(words);
    throw hostError(isFull ? "storageFull" : "storageUnavailable", cause);
  }
}

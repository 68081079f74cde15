// The package's outbox over what the host gives: with a receiver it sends filings, without one it keeps the forms that the reader wants kept.

/** Finished: what is in the outbox of them can be deleted. */
const FINISHED = ["approved", "returned", "withdrawn", "handedOver"];
const UNDER_WAY = ["queued", "sending", "sent", "acknowledged"];

const isFinished = ({ status }) => FINISHED.indexOf(status) >= 0;

function oneAfterTheOther(entries, work) {
  return entries.reduce((before, entry) => before.then(() => work(entry)), Promise.resolve());
}

/** @param {import("./app.js").Context} context */
export function filingOutbox({ yidi, host, changed }) {
  let entries = [];
  /** The code of what went wrong last. @type {string | null} */
  let problem = null;
  let opened = null;

  function fail(error) {
    problem = Object(error).code || "storageUnavailable";
    changed();
  }

  function hear(latest) {
    entries = latest;
    changed();
  }

  const opening = host.outboxStorage
    ? yidi.createOutbox({
        storage: host.outboxStorage,
        transport: host.transport,
        clock: () => host.now(),
        onChange: hear,
        onProblem: fail,
      })
    : null;
  if (opening) {
    opening.then((outbox) => {
      opened = outbox;
      hear(outbox.entries());
    }, fail);
  }

  /** Does something with the outbox once it is open; what fails is told by `problem`. */
  function once(work) {
    problem = null;
    return opening.then(work).catch(fail);
  }

  return {
    /** Whether filings can be kept or sent at all. */
    isThere: opening !== null,
    sends: opening !== null && Boolean(host.transport),
    problem: () => problem,
    entry: (key) => (key ? entries.filter((entry) => entry.key === key)[0] : undefined),
    /** The whole filing, as long as it is kept. */
    application(key) {
      const text = opened && key ? opened.application(key) : undefined;
      return text ? JSON.parse(text) : null;
    },
    put: (application) => once((outbox) => outbox.enqueue(application)),
    withdraw: (key) => once((outbox) => outbox.withdraw(key)),
    forget: (key) => once((outbox) => outbox.forget(key)),
    canWithdraw: (entry) =>
      UNDER_WAY.indexOf(entry.status) >= 0 && !entry.withdrawing && !entry.withdrawalRefused,
    isFinished,
    /** Whether something is under way. */
    isBusy: () => entries.some((entry) => !isFinished(entry)),
    /** Takes back what is under way, and forgets what is finished then. */
    forgetEverything() {
      if (!opening) return undefined;
      return once((outbox) =>
        oneAfterTheOther(
          outbox.entries().filter((entry) => !isFinished(entry)),
          ({ key }) => outbox.withdraw(key),
        ).then(() => oneAfterTheOther(outbox.entries().filter(isFinished), ({ key }) => outbox.forget(key))),
      );
    },
  };
}

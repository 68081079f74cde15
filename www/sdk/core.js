import { Engine } from "./engine.js";
import { hostError, YidiError } from "./error.js";
import { openOutbox } from "./outbox.js";

/**
 * What an entry knows about its host. At least one of the two is there.
 *
 * @typedef {object} Host
 * @property {(imports: WebAssembly.Imports, source: unknown) => Promise<object>} [instantiate] resolves to a new instance's exports
 * @property {(imports: WebAssembly.Imports) => object | null} [instantiateNow] the same at once, or null while
 *   there is nothing to instantiate from
 */

/**
 * The package's functions over one host.
 *
 * @param {Host} host
 */
export function createYidi(host) {
  /** Every region's pack that was added, the latest last. @type {Map<string, unknown>} */
  const packs = new Map();
  /** @type {Engine | null} */
  let engine = null;
  /** The one that holds the facilities; too many to be kept here as well. @type {Engine | null} */
  let directory = null;
  /** @type {Promise<void> | null} */
  let starting = null;
  /** @type {unknown} */
  let workingSource;

  function adopt(next, exports) {
    next.connect(exports);
    for (const pack of packs.values()) next.call("addPack", [pack]);
    engine = next;
  }

  /** @returns {boolean} whether the host could start at once */
  function startNow() {
    const next = new Engine();
    const exports = host.instantiateNow ? host.instantiateNow(next.imports) : null;
    if (exports === null) return false;
    adopt(next, exports);
    return true;
  }

  async function startFrom(source) {
    const next = new Engine();
    adopt(next, await /** @type {Required<Host>} */ (host).instantiate(next.imports, source));
    workingSource = source;
  }

  async function startWithRetry(source) {
    try {
      await startFrom(source).catch(() => startFrom(source));
    } catch (cause) {
      throw notStarted(cause);
    }
  }

  /** Shared by concurrent callers, and forgotten once settled, so that a failure is never remembered. */
  function start(/** @type {unknown} */ source = undefined) {
    if (starting !== null) return starting;
    const settled = () => {
      starting = null;
    };
    starting = startWithRetry(source === undefined ? workingSource : source);
    starting.then(settled, settled);
    return starting;
  }

  function startNowWithRetry() {
    try {
      return startNow();
    } catch (_firstFailure) {
      try {
        return startNow();
      } catch (cause) {
        if (!host.instantiate) throw notStarted(cause);
        // Old Chromium refuses to instantiate at once on the main thread; waiting is then the only way.
        start();
        return false;
      }
    }
  }

  function ready() {
    return engine !== null || (starting === null && startNowWithRetry());
  }

  function invoke(name, args) {
    if (!ready()) throw hostError("notReady");
    const used = /** @type {Engine} */ (engine);
    try {
      return used.call(name, args);
    } finally {
      if (used.fault !== null && engine === used) {
        engine = null;
        if (!host.instantiateNow) start();
      }
    }
  }

  function invokeDirectory(name, args) {
    if (!ready()) throw hostError("notReady");
    if (directory !== null && directory !== engine) throw hostError("facilitiesLost");
    return invoke(name, args);
  }

  async function init(/** @type {unknown} */ source = undefined) {
    if (!ready()) await start(source);
  }

  return {
    init,
    estimate: (input) => invoke("estimate", [input]),
    estimateRange: (input) => invoke("estimateRange", [input]),
    estimateMany: (inputs) => invoke("estimateMany", [inputs]),
    compareFilings: (input, options) => invoke("compareFilings", [input, options]),
    compareDates: (input, before, after) => invoke("compareDates", [input, before, after]),
    costCurve: (input, upTo) => invoke("costCurve", [input, upTo]),
    reconcile: (input, slip) => invoke("reconcile", [input, slip]),
    splitBill: (bill) => invoke("splitBill", [bill]),
    regions: () => invoke("regions", []),
    describeRegion: (admdvs, date) => invoke("describeRegion", [admdvs, date]),
    provinces: () => invoke("provinces", []),
    addPack(pack) {
      const copy = plainCopy(pack);
      const summary = /** @type {{ admdvs: string }} */ (invoke("addPack", [copy]));
      packs.delete(summary.admdvs);
      packs.set(summary.admdvs, copy);
      return summary;
    },
    addFacilities(records) {
      const text = typeof records === "string" ? records : jsonOf(records);
      const report = invokeDirectory("addFacilities", [text]);
      directory = engine;
      return report;
    },
    searchFacilities: (query) => invokeDirectory("searchFacilities", [query]),
    clearFacilities() {
      directory = null;
      invoke("clearFacilities", []);
    },
    checkDirectSettlement: (question) => invokeDirectory("checkDirectSettlement", [question]),
    settlementFallback: (situation) => invoke("settlementFallback", [situation]),
    reminders: (question) => invoke("reminders", [question]),
    lintPack: (pack, today) => invoke("lintPack", [pack, today]),
    openNotice: (insuredRegion, category, now) => invoke("openNotice", [{ insuredRegion, category, now }]),
    noticeEvent: (gate, event, now) => invoke("noticeEvent", [{ gate, event, now }]),
    startFiling: (start) => invoke("startFiling", [start]),
    answerFiling: (session, question, value) => invoke("answerFiling", [session, question, value]),
    reviewFiling: (session) => invoke("reviewFiling", [session]),
    resumeFiling: (saved, today) => invoke("resumeFiling", [saved, today]),
    checkContact(session, contact, now) {
      invoke("checkContact", [session, contact, now]);
    },
    completeFiling: (session, receipt, contact, now) =>
      invoke("completeFiling", [session, receipt, contact, now]),
    filingStatus: (question) => invoke("filingStatus", [question]),
    createOutbox: (options) => openOutbox((told) => invoke("outboxStep", [told]), init, options),
    version: () => invoke("version", []),
  };
}

function notStarted(cause) {
  return cause instanceof YidiError ? cause : hostError("notReady", cause);
}

/** One text crosses to the engine far quicker than a million values. */
function jsonOf(value) {
  try {
    return JSON.stringify(value);
  } catch (cause) {
    throw hostError("unreadableInput", cause);
  }
}

/** Kept for replay into a later instance, so it must not change with the caller's object. */
function plainCopy(value) {
  try {
    return JSON.parse(JSON.stringify(value));
  } catch (cause) {
    throw hostError("unreadableInput", cause);
  }
}

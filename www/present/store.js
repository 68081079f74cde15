// What is kept on the device between visits: one text a slot. Nobody's name, number or address goes in here.

const PREFIX = "yidi.";
const VERSION = 1;

/** Every slot there is, so that "delete everything" forgets nothing. */
const SLOTS = ["settings", "recent", "filing", "filings", "estimate", "place", "slip", "failed"];

/** @param {import("./view.js").Host["storage"]} storage */
export function createStore(storage) {
  const kept = {};
  /** Slots that could not be read or written, until they can. */
  const troubled = {};

  function known(slot) {
    if (SLOTS.indexOf(slot) < 0) throw new RangeError(`no such slot: ${slot}`);
    return slot;
  }

  function read(slot) {
    try {
      const text = storage.read(PREFIX + slot);
      if (!text) return null;
      const { version, value } = JSON.parse(text);
      if (version === VERSION) return value;
    } catch (_error) {
      // Said by `trouble`: what was kept is damaged, of a later version, or the device refuses.
    }
    troubled[slot] = "unreadable";
    return null;
  }

  return {
    /** What was put there last, null where nothing was. */
    get(slot) {
      if (!(known(slot) in kept)) kept[slot] = read(slot);
      return kept[slot];
    },
    /** Kept for this visit in any case; `trouble` tells whether it is kept for the next. */
    put(slot, value) {
      kept[known(slot)] = value;
      try {
        storage.write(PREFIX + slot, JSON.stringify({ version: VERSION, value }));
        delete troubled[slot];
      } catch (_error) {
        troubled[slot] = "notSaved";
      }
    },
    /** The slots that could not be read ("unreadable") or kept ("notSaved"). */
    trouble: () => Object.assign({}, troubled),
    /** Everything that is kept, for the reader to take along. */
    everything() {
      const all = {};
      SLOTS.forEach((slot) => {
        const value = this.get(slot);
        if (value !== null) all[slot] = value;
      });
      return all;
    },
    forgetEverything() {
      SLOTS.forEach((slot) => {
        kept[slot] = null;
        delete troubled[slot];
        try {
          storage.remove(PREFIX + slot);
        } catch (_error) {
          troubled[slot] = "notSaved";
        }
      });
    },
  };
}

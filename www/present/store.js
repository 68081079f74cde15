// What is kept on the device between visits: one text a slot. Nobody's name, number or address goes in here.
//
// What cannot be read, because it is damaged or a later version wrote it, is set aside as it is before anything takes its place.

const PREFIX = "yidi.";
const ASIDE = ".aside";
const VERSION = 1;

/** Every slot there is, so that "delete everything" forgets nothing. */
const SLOTS = ["settings", "recent", "filing", "notice", "filings", "estimate", "place", "slip", "failed"];

/** Whether something is kept under a key. */
export const isOurs = (key) => key.indexOf(PREFIX) === 0;

/** The value that a text holds; undefined where it is none of ours. */
function valueIn(text) {
  try {
    const { version, value } = JSON.parse(text);
    return version === VERSION ? value : undefined;
  } catch (_damaged) {
    return undefined;
  }
}

/** The texts that were set aside; what is no list of them counts as one. */
function textsIn(aside) {
  if (!aside) return [];
  const texts = valueIn(aside);
  return Array.isArray(texts) ? texts : [aside];
}

/** @param {import("./view.js").Host["storage"]} storage */
export function createStore(storage) {
  const kept = {};
  /** Slots that could not be read or written, until they can. */
  const troubled = {};
  /** Slots in which something lies that nobody could read, and that is not set aside so far. */
  const unread = {};

  function keyOf(slot) {
    if (SLOTS.indexOf(slot) < 0) throw new RangeError(`no such slot: ${slot}`);
    return PREFIX + slot;
  }

  function write(key, value) {
    storage.write(key, JSON.stringify({ version: VERSION, value }));
  }

  /** Throws where the device refuses; then all lies where it was. */
  function saveAside(slot) {
    const key = keyOf(slot);
    const text = storage.read(key);
    if (text) {
      const texts = textsIn(storage.read(key + ASIDE));
      if (texts.indexOf(text) < 0) write(key + ASIDE, texts.concat(text));
      storage.remove(key);
    }
    delete unread[slot];
  }

  function setAside(slot) {
    troubled[slot] = "unreadable";
    unread[slot] = true;
    try {
      saveAside(slot);
    } catch (_refused) {
      // It lies where it was, and `put` tries again before it writes.
    }
  }

  function read(slot) {
    let text = null;
    let value;
    try {
      text = storage.read(keyOf(slot));
      value = text ? valueIn(text) : null;
    } catch (_refused) {
      // What lies there is not known, so that it counts as unread.
    }
    if (value === undefined) setAside(slot);
    return value === undefined ? null : value;
  }

  function get(slot) {
    keyOf(slot);
    if (!(slot in kept)) kept[slot] = read(slot);
    return kept[slot];
  }

  return {
    /** What was put there last, null where nothing was. */
    get,
    /** Kept for this visit in any case; `trouble` tells whether it is kept for the next. */
    put(slot, value) {
      get(slot);
      kept[slot] = value;
      try {
        if (unread[slot]) saveAside(slot);
        write(keyOf(slot), value);
        if (troubled[slot] === "notSaved") delete troubled[slot];
      } catch (_refused) {
        troubled[slot] = "notSaved";
      }
    },
    /** Empties a slot. */
    forget(slot) {
      get(slot);
      kept[slot] = null;
      try {
        if (unread[slot]) saveAside(slot);
        storage.remove(keyOf(slot));
      } catch (_refused) {
        troubled[slot] = "notSaved";
      }
    },
    /** What was kept there makes no sense to whoever reads it: it is set aside, and the slot is empty. */
    setAside(slot) {
      kept[slot] = null;
      setAside(slot);
    },
    /** The slots that could not be read ("unreadable") or kept ("notSaved"). */
    trouble: () => Object.assign({}, troubled),
    /** Everything that is kept, for the reader to take along; what could not be read as it lies there. */
    everything() {
      const all = {};
      const aside = {};
      SLOTS.forEach((slot) => {
        const value = get(slot);
        if (value !== null) all[slot] = value;
        try {
          const texts = textsIn(storage.read(keyOf(slot) + ASIDE));
          if (texts.length > 0) aside[slot] = texts;
        } catch (_refused) {
          troubled[slot] = "unreadable";
        }
      });
      return Object.keys(aside).length > 0 ? Object.assign(all, { aside }) : all;
    },
    forgetEverything() {
      SLOTS.forEach((slot) => {
        kept[slot] = null;
        delete troubled[slot];
        delete unread[slot];
        try {
          storage.remove(keyOf(slot));
          storage.remove(keyOf(slot) + ASIDE);
        } catch (_refused) {
          troubled[slot] = "notSaved";
        }
      });
    },
  };
}

// The host's own facilities, read once; the package ships none.

/** A record that the reader tells in the place of a list's. */
export const OWN_CODE = "H00000000000";

/** Without half characters, which a paste or a cut may leave and which are no text. */
function whole(text) {
  const isHalf = (character) => character.length === 1 && character >= "\ud800" && character <= "\udfff";
  return Array.from(text)
    .filter((character) => !isHalf(character))
    .join("");
}

/** @param {import("./app.js").Context} context */
export function directory({ yidi, host, changed }) {
  /** @type {"unread" | "reading" | "read" | "broken"} */
  let state = "unread";

  function take(text) {
    try {
      yidi.clearFacilities();
      yidi.addFacilities(text);
      state = "read";
    } catch (_unreadable) {
      state = "broken";
    }
    changed();
  }

  function fail() {
    state = "broken";
    changed();
  }

  return {
    isRead: () => state === "read",
    isReading: () => state === "reading",
    isBroken: () => state === "broken",
    /** Reads the host's list, where it has one and it was not read. */
    read() {
      if (state !== "unread" || !host.facilities) return;
      state = "reading";
      host.facilities().then((text) => host.afterPaint(() => take(text)), fail);
    },
    /** The engine had to start anew, and has lost them. */
    lost() {
      yidi.clearFacilities();
      if (state === "read") state = "unread";
    },
    /** Tells the engine what the reader has looked up about one facility. */
    tell({ name, region, opened }) {
      yidi.addFacilities([{ code: OWN_CODE, name: whole(name), region, opened }]);
    },
  };
}

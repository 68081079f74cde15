// The host's own facilities, read once; the package ships none.

/** A record that the reader tells in the place of a list's. */
export const OWN_CODE = "H00000000000";

/** @param {import("./app.js").Context} context */
export function directory({ yidi, host }) {
  /** @type {"absent" | "unread" | "reading" | "read" | "broken"} */
  let state = host.facilities ? "unread" : "absent";

  function take(text) {
    yidi.clearFacilities();
    yidi.addFacilities(text);
    state = "read";
  }

  return {
    isRead: () => state === "read",
    isBroken: () => state === "broken",
    /** Whether the list is still to come. */
    isComing: () => state === "unread" || state === "reading",
    /**
     * Reads the host's list, where it has one and it was not read; `during` does the long part.
     * @param {(work: () => void) => void} during
     * @param {() => void} changed
     */
    read(during, changed) {
      if (state !== "unread" || !host.facilities) return;
      state = "reading";
      const failed = () => {
        state = "broken";
        changed();
      };
      host.facilities().then((text) => {
        during(() => {
          try {
            take(text);
          } catch (_unreadable) {
            state = "broken";
          }
        });
      }, failed);
    },
    /** The engine had to start anew, and has lost them. */
    lost() {
      yidi.clearFacilities();
      if (state === "read") state = "unread";
    },
    /** Tells the engine what the reader has looked up about one facility. */
    tell(facility) {
      yidi.addFacilities([Object.assign({ code: OWN_CODE }, facility)]);
    },
  };
}

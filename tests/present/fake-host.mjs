// A device that is a plain value: what it keeps, what time it is, and what was asked of it.

const DAY_MS = 24 * 60 * 60 * 1000;

/** @param {Record<string, string>} [kept] what is on the device already */
export function memoryStorage(kept = {}) {
  return {
    kept,
    read: (key) => (Object.hasOwn(kept, key) ? kept[key] : null),
    write(key, text) {
      kept[key] = text;
    },
    remove(key) {
      delete kept[key];
    },
  };
}

/** As the package's own: one text, replaced as a whole. */
export function memoryOutboxStorage(kept = { text: null, aside: [] }) {
  return {
    kept,
    read: async () => kept.text,
    async write(text) {
      kept.text = text;
    },
    async setAside(text) {
      kept.aside.push(text);
      kept.text = null;
    },
  };
}

/**
 * `today`, as in `2026-11-22`, is the day; it is nine in the morning in China. Whatever else is given takes the place of what a host has.
 *
 * @param {any} [options]
 * @returns {any}
 */
export function fakeHost({
  today = "2026-11-22",
  language = "zh-CN",
  storage = memoryStorage(),
  ...more
} = {}) {
  const host = {
    time: Date.parse(`${today}T09:00:00+08:00`),
    asked: { go: [], copy: [], print: [], save: [], share: [], open: [], speak: [] },
    now: () => host.time,
    today: () => new Date(host.time + DAY_MS / 3).toISOString().slice(0, 10),
    language,
    storage,
    go: (route, how = "push") => host.asked.go.push([route, how]),
    back: () => host.asked.go.push(["back"]),
    afterPaint: (work) => work(),
    copy: (text) => host.asked.copy.push(text),
    print: (papers) => host.asked.print.push(papers),
    save: (file) => host.asked.save.push(file),
    share: (text) => host.asked.share.push(text),
    open: (address) => host.asked.open.push(address),
    speak: (text) => host.asked.speak.push(text),
    ...more,
  };
  return host;
}

const PREFIX = "wx:";

/** What the pages under test asked the host to do, for the tests to read. */
export function createRecord() {
  return { clipboard: null, toasts: [], setDataBytes: [], shared: [], calendar: [], files: {} };
}

function storage(window, query) {
  const named = (key) => PREFIX + key;
  const most = Number(query.get("quota") ?? Number.POSITIVE_INFINITY);
  const sizeWith = (key, text) =>
    Object.entries(window.localStorage)
      .filter(([other]) => other !== key)
      .reduce((sum, [, held]) => sum + held.length, text.length);
  return {
    getStorageSync: (key) => {
      const text = window.localStorage.getItem(named(key));
      return text === null ? "" : JSON.parse(text);
    },
    setStorageSync: (key, value) => {
      const text = JSON.stringify(value);
      if (sizeWith(named(key), text) > most)
        throw new Error("setStorageSync:fail exceed storage max size 10Mb");
      window.localStorage.setItem(named(key), text);
    },
    removeStorageSync: (key) => window.localStorage.removeItem(named(key)),
  };
}

/** The same storage, asked in the way that answers later. */
function laterStorage(window, { getStorageSync, setStorageSync }) {
  const later = (name, work) => (options) =>
    window.setTimeout(() => {
      try {
        options.success({ errMsg: `${name}:ok`, ...work(options) });
      } catch (error) {
        options.fail({ errMsg: error.message });
      }
    }, 0);
  return {
    getStorageInfo: later("getStorageInfo", () => ({
      keys: Object.keys(window.localStorage).map((key) => key.slice(PREFIX.length)),
    })),
    getStorage: later("getStorage", ({ key }) => ({ data: getStorageSync(key) })),
    setStorage: later("setStorage", ({ key, data }) => setStorageSync(key, data)),
  };
}

/** `.a >>> .b`: `b` inside the components within `a`, whose classes carry the component's own prefix. */
function elementFor(page, selector) {
  const [outer, inner] = selector.split(/\s*>>>\s*/);
  const around = page.querySelector(outer);
  if (!inner) return around;
  const name = inner.replace(/^\./, "");
  const isNamed = (token) => token === name || token.endsWith(`--${name}`);
  return (
    [...around.querySelectorAll("[class]")].find(({ classList }) => [...classList].some(isNamed)) ?? null
  );
}

function selectorQuery(window, router) {
  const asked = [];
  const query = {
    in: () => query,
    select: (selector) => ({
      boundingClientRect() {
        asked.push(() => {
          const element = elementFor(router().topElement(), selector);
          if (!element) return null;
          const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
          return { left, top, right, bottom, width, height };
        });
        return query;
      },
    }),
    selectViewport: () => ({
      scrollOffset() {
        asked.push(() => ({ scrollLeft: window.scrollX, scrollTop: window.scrollY }));
        return query;
      },
    }),
    exec: (done) => window.setTimeout(() => done(asked.map((ask) => ask())), 0),
  };
  return query;
}

function layout(window, router) {
  return {
    pageScrollTo: ({ scrollTop }) => window.scrollTo(0, scrollTop),
    createSelectorQuery: () => selectorQuery(window, router),
    getWindowInfo: () => ({
      statusBarHeight: 20,
      windowWidth: window.innerWidth,
      windowHeight: window.innerHeight,
    }),
    getMenuButtonBoundingClientRect: () => {
      const right = window.innerWidth - 7;
      return { top: 26, bottom: 58, height: 32, width: 87, right, left: right - 87 };
    },
  };
}

function appearance(window, record, query) {
  return {
    getAppBaseInfo: () => ({
      SDKVersion: "3.6.0",
      language: query.get("language") ?? "zh_CN",
      theme: window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
      fontSizeScaleFactor: Number(query.get("fontSizeScaleFactor") ?? 1),
    }),
    showToast: ({ title }) => record.toasts.push(title),
    setClipboardData: ({ data, success }) => {
      record.clipboard = data;
      if (success) success({ errMsg: "setClipboardData:ok" });
    },
  };
}

const ended = (name, { success, complete }) => {
  if (success) success({ errMsg: `${name}:ok` });
  if (complete) complete({ errMsg: `${name}:ok` });
};

function files(record) {
  return {
    env: { USER_DATA_PATH: "http://usr" },
    getFileSystemManager: () => ({
      writeFileSync: (path, text) => {
        record.files[path] = text;
      },
      unlink: ({ filePath }) => {
        delete record.files[filePath];
      },
    }),
    shareFileMessage: (options) => {
      record.shared.push({ name: options.fileName, text: record.files[options.filePath] });
      ended("shareFileMessage", options);
    },
    addPhoneCalendar: (options) => {
      const { success, fail, complete, ...event } = options;
      record.calendar.push(event);
      ended("addPhoneCalendar", options);
    },
  };
}

/**
 * `wx` at the edge of the host: only what the pages use; a call to anything else fails as on a phone too old for it. The address
 * says what this phone is like: `?language=en&fontSizeScaleFactor=1.5&quota=200&without=shareFileMessage`.
 */
export function createWx(window, record, router) {
  const query = new URLSearchParams(window.location.search);
  const moves = Object.fromEntries(
    ["navigateTo", "redirectTo", "reLaunch", "navigateBack"].map((name) => [
      name,
      (options) => router().api[name](options),
    ]),
  );
  const stored = storage(window, query);
  const wx = {
    ...stored,
    ...laterStorage(window, stored),
    ...layout(window, router),
    ...appearance(window, record, query),
    ...files(record),
    ...moves,
  };
  for (const name of (query.get("without") ?? "").split(",")) delete wx[name];
  return wx;
}

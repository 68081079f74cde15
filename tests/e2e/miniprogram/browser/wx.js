const PREFIX = "wx:";

/** What the page under test asked the host to do, for the tests to read. */
export function createRecord() {
  return { title: "", clipboard: null, toasts: [], setDataBytes: [], tags: [] };
}

function storage(window) {
  const named = (key) => PREFIX + key;
  return {
    getStorageSync: (key) => {
      const text = window.localStorage.getItem(named(key));
      return text === null ? "" : JSON.parse(text);
    },
    setStorageSync: (key, value) => window.localStorage.setItem(named(key), JSON.stringify(value)),
    removeStorageSync: (key) => window.localStorage.removeItem(named(key)),
  };
}

function scrolling(window) {
  return {
    pageScrollTo: ({ selector, scrollTop }) => {
      const target = selector && window.document.querySelector(`[id$="--${selector.replace(/^#/, "")}"]`);
      if (target) target.scrollIntoView({ block: "start" });
      else if (scrollTop !== undefined) window.scrollTo(0, scrollTop);
    },
  };
}

function appearance(window, record) {
  const query = new URLSearchParams(window.location.search);
  return {
    getAppBaseInfo: () => ({
      SDKVersion: "3.6.0",
      language: query.get("language") ?? "zh_CN",
      theme: window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
      fontSizeScaleFactor: Number(query.get("fontSizeScaleFactor") ?? 1),
    }),
    setNavigationBarTitle: ({ title }) => {
      record.title = title;
      window.document.querySelector(".host-bar").textContent = title;
    },
    showToast: ({ title }) => record.toasts.push(title),
    setClipboardData: ({ data, success }) => {
      record.clipboard = data;
      if (success) success({ errMsg: "setClipboardData:ok" });
    },
  };
}

/** `wx` at the edge of the host: only what the page uses; a call to anything else fails as on a phone too old for it. */
export function createWx(window, record) {
  return { ...storage(window), ...scrolling(window), ...appearance(window, record) };
}

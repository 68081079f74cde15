// WeChat's stack of pages: at most ten, each hidden while another lies on it, unloaded when it is left for good.

const DEEPEST = 10;

/** @param {string} url "/pages/a/a?b=c" */
function parseUrl(url) {
  const [path, query = ""] = url.split("?");
  return { path: path.replace(/^\//, ""), query: Object.fromEntries(new URLSearchParams(query)) };
}

const tell = (open, lifetime, ...values) => {
  if (open?.page[lifetime]) open.page[lifetime](...values);
};

/**
 * @param {(path: string) => { page: object, element: HTMLElement, remove: () => void }} createPage
 * @param {string[]} paths every page of the app
 */
export function createRouter(createPage, paths) {
  const stack = [];
  const top = () => stack[stack.length - 1];

  function cover(open) {
    if (!open) return;
    open.scrollTop = window.scrollY;
    open.element.style.display = "none";
  }

  function uncover(open) {
    open.element.style.display = "";
    window.scrollTo(0, open.scrollTop);
  }

  function push(url) {
    const { path, query } = parseUrl(url);
    if (!paths.includes(path)) throw new Error(`page "${path}" is not found`);
    const open = { ...createPage(path), scrollTop: 0 };
    open.page.route = path;
    stack.push(open);
    window.scrollTo(0, 0);
    tell(open, "onLoad", query);
    tell(open, "onShow");
    tell(open, "onReady");
  }

  function pop() {
    const open = stack.pop();
    tell(open, "onUnload");
    open.remove();
  }

  const moves = {
    navigateTo({ url }) {
      if (stack.length >= DEEPEST) throw new Error(`webview count limit exceed`);
      tell(top(), "onHide");
      cover(top());
      push(url);
    },
    redirectTo({ url }) {
      pop();
      push(url);
    },
    reLaunch({ url }) {
      while (stack.length > 0) pop();
      push(url);
    },
    navigateBack({ delta = 1 }) {
      if (stack.length === 1) throw new Error("cannot navigate back at first page");
      if (closeContainer(top().element)) return;
      for (let left = Math.min(delta, stack.length - 1); left > 0; left -= 1) pop();
      uncover(top());
      tell(top(), "onShow");
    },
  };

  /** The phone calls back later, never at once. */
  function later(name) {
    return (options = {}) =>
      setTimeout(() => {
        try {
          moves[name](options);
          if (options.success) options.success({ errMsg: `${name}:ok` });
        } catch (error) {
          const failure = { errMsg: `${name}:fail ${error.message}` };
          if (options.fail) options.fail(failure);
          else console.error(failure.errMsg);
        }
        if (options.complete) options.complete({});
      }, 0);
  }

  return {
    api: Object.fromEntries(Object.keys(moves).map((name) => [name, later(name)])),
    getCurrentPages: () => stack.map(({ page }) => page),
    launch: push,
    /** The phone's own button or gesture; on the first page it leaves the mini-program. */
    phoneBack() {
      if (stack.length > 1) moves.navigateBack({});
      else if (!closeContainer(top().element)) tell(top(), "onHide");
    },
    hideApp: () => tell(top(), "onHide"),
    showApp: () => tell(top(), "onShow"),
    topElement: () => top().element,
  };
}

/** `page-container`: while it is shown, going back closes it and not the page. */
const containers = new Map();

export function containerShown(element, close) {
  containers.set(element, close);
}

export function containerGone(element) {
  containers.delete(element);
}

function closeContainer(element) {
  const close = containers.get(element);
  if (!close) return false;
  containers.delete(element);
  close();
  return true;
}

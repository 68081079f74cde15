// Which screen is shown, and the browser's history beside it: one entry a screen, and one a step of a screen that has several.
// An entry holds its place in the row and nothing else; an address is a screen's name, never an answer.

export const HOME = "home";

/** The screen that an address names. @param {string} hash */
export const nameIn = (hash) => hash.replace(/^#\/?/, "") || HOME;

/**
 * @param {object} parts
 * @param {(route: string) => boolean} parts.isRoute
 * @param {(route: string) => void} parts.show a screen comes to the front
 * @param {(route: string) => boolean} parts.backWithin goes to the step before; false where the screen has none
 */
export function createRouter({ isRoute, show, backWithin }) {
  let at = { route: HOME, index: 0 };
  /** Only the steps forward get an entry: going back has used one up already. */
  let goingBack = false;
  let step;
  /** The screen that comes right after home once the browser has gone back to the first entry. */
  let afterRewind = null;

  function addressed() {
    const name = nameIn(location.hash);
    return isRoute(name) ? name : HOME;
  }

  /** @param {"pushState" | "replaceState"} how */
  function write(how, entry) {
    at = entry;
    history[how]({ index: entry.index }, "", `#/${entry.route}`);
  }

  /** The first entry is home from now on, so that going back from the screen leads there and not out of the page. */
  function restart(route) {
    write("replaceState", { route: HOME, index: 0 });
    if (route !== HOME) write("pushState", { route, index: 1 });
  }

  function stepBackWithin() {
    goingBack = true;
    try {
      return backWithin(at.route);
    } finally {
      goingBack = false;
    }
  }

  function present(route) {
    step = undefined;
    show(route);
  }

  function backTo(entry) {
    if (stepBackWithin()) {
      if (entry.route === at.route) at = entry;
      // The entry that was used up led here from another screen: it is put back.
      else write("pushState", { route: at.route, index: entry.index + 1 });
    } else if (entry.route === at.route && entry.index > 0) {
      at = entry;
      history.back();
    } else {
      at = entry;
      present(entry.route);
    }
  }

  function onPop({ state }) {
    if (afterRewind !== null) {
      const route = afterRewind;
      afterRewind = null;
      restart(route);
      return;
    }
    const entry = { route: addressed(), index: state ? state.index : at.index + 1 };
    if (entry.index < at.index) {
      backTo(entry);
      return;
    }
    const other = entry.route !== at.route;
    write("replaceState", entry);
    if (other) present(entry.route);
  }

  return {
    route: () => at.route,
    start() {
      history.scrollRestoration = "manual";
      window.addEventListener("popstate", onPop);
      write("replaceState", { route: addressed(), index: history.state ? history.state.index : 0 });
      present(at.route);
    },
    /** @param {"push" | "replace" | "home"} how */
    go(route, how = "push") {
      if (how === "home" && at.index > 0) {
        const entries = at.index;
        at = { route, index: 0 };
        afterRewind = route;
        history.go(-entries);
      } else if (how === "home") {
        restart(route);
      } else if (how === "push" && route !== at.route) {
        write("pushState", { route, index: at.index + 1 });
      } else {
        write("replaceState", { route, index: at.index });
      }
      present(route);
    },
    back() {
      if (at.index > 0) history.back();
      else if (!stepBackWithin()) this.go(HOME, "replace");
    },
    /** Tells which step of its screen is shown now. */
    atStep(now) {
      const forward = step !== undefined && now !== undefined && now !== step && !goingBack;
      step = now;
      if (forward && afterRewind === null) write("pushState", { route: at.route, index: at.index + 1 });
    },
  };
}

// The page's middle: the app behind, the browser's history beside, and a drawing of whatever the app says now.

import { createHost } from "./host.js";
import { createRouter } from "./router.js";

const SECOND = 1000;

/** What the one who put the page up may offer; not known before `prepare` has asked. */
const DEPLOYED = ["transport", "outboxStorage", "facilities"];

/** A host that refuses to say what it offers until it knows. */
function undecided(host) {
  for (const name of DEPLOYED) {
    const get = () => {
      throw new Error(`${name} is asked for before it is known`);
    };
    Object.defineProperty(host, name, { configurable: true, get });
  }
  return host;
}

function decide(host, offered) {
  for (const name of DEPLOYED) delete host[name];
  Object.assign(host, offered);
}

/**
 * @param {object} parts
 * @param {(parts: { host: object, onChange: () => void }) => object} parts.createApp makes the presenters' app over a host
 * @param {(state: object) => void} parts.draw
 * @param {() => void} parts.giveUp not even the screen can be shown
 * @param {Promise<void>} parts.told resolves once whatever can be said before the engine is there is known
 * @param {() => Promise<object>} parts.prepare resolves to what joins the host once the engine answers; may be tried again
 */
export function createShell({ createApp, draw, giveUp, told, prepare }) {
  let ready = false;
  /** Tries once more to get what did not come; null where nothing is missing, so far. @type {null | (() => void)} */
  let retry = null;
  /** The screen that was told it is in front. */
  let inFront = null;
  let fault = false;
  let printing = [];
  let visit = 0;
  /** What was pressed before the engine could answer; given up with the screen it was pressed on. */
  let waiting = null;

  const router = createRouter({
    // Which screens there are is known once all have come.
    isRoute: (route) => !ready || app.routes().includes(route),
    show(_route) {
      visit += 1;
      fault = false;
      waiting = null;
      if (host.hush) host.hush();
      attend();
      changed();
    },
    backWithin: (route) => ready && app.back(route),
  });

  const host = undecided(
    createHost({
      go: (route, how) => router.go(route, how),
      back: () => router.back(),
      language: () => app.settings().language,
      print(ids) {
        printing = ids;
        changed();
        host.afterPaint(() => window.print());
      },
    }),
  );
  const app = createApp({ host, onChange: () => changed() });

  /** Before all is there, a screen that needs more has nothing to say yet; whatever is wrong with it is told by the next look. */
  function viewNow() {
    try {
      return app.view(router.route());
    } catch (error) {
      if (ready) throw error;
      return null;
    }
  }

  function changed() {
    const view = viewNow();
    if (view) router.atStep(view.step);
    draw({
      view,
      fault,
      retry,
      isWaiting: waiting !== null && retry === null,
      visit,
      printing,
      settings: app.settings(),
      send: { act, type, back: () => router.back() },
    });
  }

  /** A screen is in front while it can be seen and the engine answers. */
  function attend() {
    const wanted = ready && !document.hidden ? router.route() : null;
    if (wanted === inFront) return;
    const left = inFront;
    inFront = wanted;
    if (left) app.leave(left);
    if (wanted) app.enter(wanted);
  }

  function attempt(work) {
    fault = false;
    try {
      work();
    } catch (error) {
      if (ready) fail(error);
      else keepWaiting(work);
    }
  }

  function fail(error) {
    fault = true;
    console.error(error);
    try {
      changed();
    } catch (_sameAgain) {
      giveUp();
    }
  }

  /** What was wished for is done once all is there, and shown to be under way until then. */
  function keepWaiting(work) {
    waiting = work;
    if (retry) retry();
    else changed();
  }

  /** Resolves when the reader wishes to try again. */
  function wish() {
    return new Promise((resolve) => {
      retry = () => {
        retry = null;
        changed();
        resolve(undefined);
      };
      changed();
    });
  }

  /** Whatever does not come is told, and asked for once more. */
  async function prepared() {
    for (;;) {
      try {
        return await prepare();
      } catch (cause) {
        console.error(cause);
        await wish();
      }
    }
  }

  const act = (id, value) => attempt(() => app.act(router.route(), id, value));
  const type = (id, text) => attempt(() => app.type(router.route(), id, text));

  return {
    async start() {
      router.start();
      told.then(changed);
      decide(host, await prepared());
      ready = true;
      document.addEventListener("visibilitychange", attend);
      window.addEventListener("pagehide", () => {
        if (inFront) app.leave(inFront);
        inFront = null;
      });
      window.addEventListener("pageshow", attend);
      window.addEventListener("afterprint", () => {
        printing = [];
        changed();
      });
      setInterval(() => inFront && attempt(() => app.tick(inFront)), SECOND);
      if (!app.routes().includes(router.route())) router.go("home", "replace");
      attend();
      const held = waiting;
      waiting = null;
      if (held) attempt(held);
      changed();
    },
  };
}

// All screens over one engine and one device. The front end owns the way from screen to screen and draws what `view` gives.

import { lookup } from "./lookup.js";
import { createStore } from "./store.js";
import { fill, spokenLanguage } from "./text.js";

/**
 * @typedef {object} Screen what a screen's presenter offers to the app; all but `view` may be missing
 * @property {() => any} view a `View` without route and language; the tests hold it against the kinds of blocks there are
 * @property {(id: string, value?: string) => void} [act] something was pressed
 * @property {(id: string, text: string) => void} [type] something was typed or chosen
 * @property {() => void} [enter] the screen has come to the front
 * @property {() => void} [leave] it has left it: hidden, covered or closed
 * @property {() => void} [tick] a second has gone by while it is in front
 * @property {() => boolean} [back] goes back within the screen; false where there is nothing before
 */

/**
 * @typedef {object} Context what the presenters share
 * @property {any} yidi the package, ready for calls
 * @property {import("./view.js").Host} host
 * @property {ReturnType<typeof createStore>} store what is kept on the device; nothing in it identifies a person
 * @property {() => string} language
 * @property {(text: any, values?: Object<string, string>) => string} say a text in the reader's language, its
 *   gaps closed
 * @property {<Shared>(make: (context: Context) => Shared) => Shared} share what several screens work on, made once
 * @property {() => void} changed tells the front end that the view is another one
 * @property {(id: string) => void} lead takes the reader to a block or field with the next view
 * @property {(text: string) => void} announce says something to a screen reader with the next view
 * @property {(label: string, work: () => void) => void} work does what may take a while, with `label` shown meanwhile
 */

/** A second tap of a double tap comes sooner than this, and is meant for the screen that is going. */
const DOUBLE_TAP_MS = 600;

/** The sizes of text that can be chosen beside care mode. */
export const TEXT_SIZES = ["normal", "large", "largest"];

/**
 * @param {object} options
 * @param {any} options.yidi
 * @param {import("./view.js").Host} options.host
 * @param {Object<string, (context: Context) => Screen>} options.screens
 * @param {(() => void)} [options.onChange]
 */
export function createApp({ yidi, host, screens, onChange }) {
  const store = createStore(host.storage);
  const made = {};
  /** What screens share, by what made it. @type {{ make: Function, shared: any }[]} */
  const shares = [];
  let step = 0;
  let focus = null;
  let announcement = null;
  let busy = null;
  /** The screen that last led on to another, and when. */
  let left = { route: null, since: 0 };
  let acting = null;

  function leading(name) {
    return (...given) => {
      left = { route: acting, since: host.now() };
      host[name](...given);
    };
  }
  const shownHost = Object.create(host);
  shownHost.go = leading("go");
  shownHost.back = leading("back");

  /** Whether a screen has led on just now: what it hears then was meant for before. */
  function isLeaving(route) {
    return left.route === route && Math.abs(host.now() - left.since) < DOUBLE_TAP_MS;
  }

  function changed() {
    if (onChange) onChange();
  }

  const context = {
    yidi,
    host: shownHost,
    store,
    language: () => spokenLanguage((store.get("settings") || {}).language || host.language),
    say: (text, values) => fill(text, context.language(), values || {}),
    share(make) {
      let found = shares.filter((one) => one.make === make)[0];
      if (!found) {
        found = { make, shared: make(context) };
        shares.push(found);
      }
      return found.shared;
    },
    changed,
    lead(id) {
      step += 1;
      focus = { id, step };
    },
    announce(text) {
      step += 1;
      announcement = { text, step };
    },
    work(label, work) {
      if (busy) return;
      busy = label;
      changed();
      host.afterPaint(() => {
        try {
          work();
        } finally {
          busy = null;
          changed();
        }
      });
    },
  };

  function screen(route) {
    const make = lookup(screens, route);
    if (!make) throw new RangeError(`no such screen: ${route}`);
    if (!made[route]) made[route] = make(context);
    return made[route];
  }

  /** Calls a screen's handler where it has one. */
  function tell(route, name, ...values) {
    const target = screen(route);
    return target[name] ? target[name](...values) : undefined;
  }

  return {
    routes: () => Object.keys(screens),
    view(route) {
      const shown = Object.assign({ route, language: context.language() }, screen(route).view());
      if (busy) shown.busy = busy;
      if (focus) shown.focus = focus;
      if (announcement) shown.announce = announcement;
      return shown;
    },
    act(route, id, value) {
      if (busy || isLeaving(route)) return;
      acting = route;
      tell(route, "act", id, value);
    },
    type: (route, id, text) => tell(route, "type", id, text),
    enter(route) {
      if (left.route === route) left = { route: null, since: 0 };
      tell(route, "enter");
    },
    leave: (route) => tell(route, "leave"),
    tick: (route) => tell(route, "tick"),
    back: (route) => tell(route, "back") === true,
    /** What the look depends on: care mode, the size of the text, the language. */
    settings() {
      const { care, textSize } = store.get("settings") || {};
      return {
        care: care === true,
        textSize: TEXT_SIZES.indexOf(textSize) >= 0 ? textSize : TEXT_SIZES[0],
        language: context.language(),
      };
    },
  };
}

// The page as a whole: opening, opened, or not to be opened.

import { hydrate, render } from "preact";
import { Broken } from "./broken.jsx";
import { isWritten, takeOver } from "./first-visit/written-screen.js";
import { Frame } from "./frame.jsx";
import { createShell } from "./shell.js";

function Loading({ words }) {
  return (
    <main class="main loading" role="status">
      <p>{words.loading}</p>
    </main>
  );
}

const reload = () => location.reload();

/** What the look of the whole document depends on. */
function dress({ language, care, textSize }, title) {
  const root = document.documentElement;
  root.lang = language;
  root.toggleAttribute("data-care", care);
  root.setAttribute("data-text", textSize);
  document.title = title;
}

/**
 * @param {object} parts
 * @param {HTMLElement} parts.root
 * @param {(language: string) => Record<string, any>} parts.wordsOf the words around a view
 * @param {Parameters<typeof createShell>[0]["createApp"]} parts.createApp
 * @param {() => Promise<void>} parts.foretell resolves once whatever can be said before the engine is there is known
 * @param {Parameters<typeof createShell>[0]["prepare"]} parts.prepare
 */
export function createPage({ root, wordsOf, createApp, foretell, prepare }) {
  let state = null;
  let renew = null;
  let isBegun = false;
  let isShown = false;
  const told = foretell();

  /** The first drawing takes over what the document showed while the scripts were on their way, or takes its place. */
  function begin() {
    isBegun = true;
    const goOn = takeOver(root, state.view?.route);
    if (goOn) {
      hydrate(drawing(), root);
      told.then(goOn);
    } else {
      root.replaceChildren();
      render(drawing(), root);
    }
  }

  function drawing() {
    const { view, visit, settings, retry, isWaiting } = state;
    const words = wordsOf(settings.language);
    dress(settings, view ? view.title : words.name);
    if (!view) return retry ? <Broken wordsOf={wordsOf} reload={reload} /> : <Loading words={words} />;
    const shown = isWaiting ? { ...view, busy: words.starting } : view;
    const isFirst = !isShown;
    isShown = true;
    return <Frame {...state} {...{ words, isFirst, renew }} view={shown} place={`${visit} ${view.step}`} />;
  }

  function draw() {
    if (isBegun) render(drawing(), root);
    // What is written in the document already stands until there is something to put in its place.
    else if (state.view || state.retry || !isWritten(root)) begin();
  }

  function giveUp() {
    state = null;
    if (!isBegun) root.replaceChildren();
    isBegun = true;
    render(<Broken wordsOf={wordsOf} reload={reload} />, root);
  }

  const shell = createShell({
    createApp,
    told,
    prepare,
    giveUp,
    draw(next) {
      state = next;
      draw();
    },
  });

  return {
    async open() {
      try {
        await shell.start();
        document.documentElement.setAttribute("data-ready", "");
      } catch (cause) {
        console.error(cause);
        giveUp();
      }
    },
    /** A newer version waits: said on the first screen, where nothing is under way. */
    offer(renewNow) {
      renew = renewNow;
      if (state) draw();
    },
  };
}

// The page as a whole: opening, opened, or not to be opened.

import { render } from "preact";
import { Frame } from "./frame.jsx";
import { createShell } from "./shell.js";

function Loading({ words }) {
  return (
    <main class="main loading" role="status">
      <p>{words.loading}</p>
    </main>
  );
}

function Broken({ wordsOf }) {
  return (
    <main class="main broken" role="alert">
      {["zh-CN", "en"].map((language) => (
        <p key={language} lang={language}>
          {wordsOf(language).broken}
        </p>
      ))}
      <button type="button" class="button quiet" onClick={() => location.reload()}>
        {wordsOf("zh-CN").reload} <span lang="en">{wordsOf("en").reload}</span>
      </button>
    </main>
  );
}

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
 * @param {Parameters<typeof createShell>[0]["prepare"]} parts.prepare
 */
export function createPage({ root, wordsOf, createApp, prepare }) {
  let state = null;
  let renew = null;
  // What the document said while the scripts were on their way.
  root.replaceChildren();

  function draw() {
    const { view, visit, settings } = state;
    const words = wordsOf(settings.language);
    dress(settings, view ? view.title : words.name);
    const place = view && `${visit} ${view.step}`;
    render(
      view ? <Frame {...state} words={words} place={place} renew={renew} /> : <Loading words={words} />,
      root,
    );
  }

  function giveUp() {
    state = null;
    render(<Broken wordsOf={wordsOf} />, root);
  }

  const shell = createShell({
    createApp,
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

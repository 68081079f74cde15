// What stands around the blocks of every screen.

import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { Blocks } from "./blocks/kinds.jsx";
import { Sheet } from "./blocks/paper.jsx";
import { ActionButton, ActionWords } from "./blocks/saying.jsx";
import { Screen } from "./blocks/screen.js";

/** A second tap that was meant for the screen before must not answer this one. */
const SETTLING = 350;

function Progress({ progress }) {
  return (
    <div class="progress">
      <p>{progress.text}</p>
      <div class="progress-track" aria-hidden="true">
        <div class="progress-done" style={{ width: `${Math.round(progress.share * 100)}%` }} />
      </div>
    </div>
  );
}

function Primary({ view }) {
  const { primary, busy } = view;
  const off = primary.disabled || Boolean(busy);
  return (
    <button type="submit" class={`button primary ${primary.tone || ""}`} aria-disabled={off}>
      {busy ? (
        <span class="working">
          <span class="spinner" aria-hidden="true" />
          {busy}
        </span>
      ) : (
        <ActionWords action={primary} />
      )}
    </button>
  );
}

function Secondary({ actions }) {
  return (
    <div class="secondary">
      {actions.map((action) => (
        <ActionButton key={`${action.id} ${action.value}`} action={action} look="link" />
      ))}
    </div>
  );
}

/** Opens whatever closes it off, and gives it the focus. */
function lead(id) {
  const block = document.getElementById(id);
  if (!block) return;
  for (let at = block; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  const control = block.querySelector("input:checked, input, [aria-invalid=true]");
  const isQuestion = /\bblock-(field|choice|picker|tick|checklist)\b/.test(block.className);
  (isQuestion && control ? control : block).focus({ preventScroll: true });
  block.scrollIntoView({ block: "nearest" });
}

/** The focus and the top of the page go with the screen; where a block leads the reader, with that. The first screen leaves them alone. */
function useFocus(view, place, isFirst, heading) {
  const seen = useRef({ place: isFirst ? place : null, step: view.focus ? view.focus.step : 0 });
  const within = useRef(null);
  useLayoutEffect(() => {
    const before = seen.current;
    const step = view.focus ? view.focus.step : before.step;
    seen.current = { place, step };
    const moved = before.place !== place;
    if (moved) window.scrollTo(0, 0);
    if (view.focus && step !== before.step) lead(view.focus.id);
    else if (moved) heading.current.focus({ preventScroll: true });
    else if (document.activeElement === document.body && within.current)
      // What had the focus is gone: the reader stays in the block where they were.
      document.getElementById(within.current)?.focus({ preventScroll: true });
  });
  return (event) => {
    within.current = event.target.closest(".block")?.id ?? null;
  };
}

function useSettling(place) {
  const shown = useRef({ place, at: -SETTLING });
  useLayoutEffect(() => {
    if (shown.current.place !== place) shown.current = { place, at: performance.now() };
  });
  /** Keyboards and readers press without a place on the screen: their `detail` is 0. */
  return (event) => {
    if (event.detail === 0 || performance.now() - shown.current.at >= SETTLING) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

function papersOf(blocks) {
  return blocks.flatMap((block) =>
    block.blocks ? papersOf(block.blocks) : block.kind === "paper" ? [block] : [],
  );
}

/** Everything is open on paper, and as the reader had it afterwards. */
function usePrinting() {
  useEffect(() => {
    let opened = [];
    const open = () => {
      opened = [...document.querySelectorAll("details:not([open])")];
      for (const details of opened) details.open = true;
    };
    const close = () => {
      for (const details of opened) details.open = false;
    };
    window.addEventListener("beforeprint", open);
    window.addEventListener("afterprint", close);
    return () => {
      window.removeEventListener("beforeprint", open);
      window.removeEventListener("afterprint", close);
    };
  }, []);
}

function Newer({ words, renew }) {
  return (
    <div class="newer">
      <p>{words.newer}</p>
      <button type="button" class="button quiet" onClick={renew}>
        {words.renew}
      </button>
    </div>
  );
}

/** The engine has not come. Wherever the reader is on the page, this is brought into sight, and what was chosen stays. */
function Missing({ words, retry }) {
  const box = useRef(null);
  useLayoutEffect(() => box.current.scrollIntoView({ block: "nearest" }), []);
  return (
    <div class="message caution" role="alert" ref={box}>
      <p>{words.missing}</p>
      <button type="button" class="button quiet" onClick={retry}>
        {words.retry}
      </button>
    </div>
  );
}

/**
 * @param {object} given
 * @param {import("../present/view.js").View} given.view
 * @param {string} given.place which screen, visit and step this is
 * @param {boolean} given.isFirst none was shown before it
 */
export function Frame({ view, words, place, isFirst, send, fault, retry, renew, printing }) {
  const heading = useRef(null);
  const onFocusIn = useFocus(view, place, isFirst, heading);
  const onClickCapture = useSettling(place);
  usePrinting();
  const submit = (event) => {
    event.preventDefault();
    const { primary, busy } = view;
    if (primary && !primary.disabled && !busy) send.act(primary.id, primary.value);
  };
  const screen = { act: send.act, type: send.type, words, busy: view.busy };
  return (
    <Screen.Provider value={screen}>
      {printing.length > 0 && (
        <div class="sheets">
          {papersOf(view.blocks)
            .filter((paper) => printing.includes(paper.id))
            .map((paper) => (
              <Sheet key={paper.id} block={paper} level={1} />
            ))}
        </div>
      )}
      <button type="button" class="button skip" onClick={() => heading.current.focus()}>
        {words.skip}
      </button>
      <form class="frame" noValidate onSubmit={submit} onFocusIn={onFocusIn} onClickCapture={onClickCapture}>
        <header class="top">
          {view.back && (
            <button type="button" class="button back" onClick={send.back}>
              <span aria-hidden="true">‹</span> {view.back.label}
            </button>
          )}
        </header>
        <main class="main" id="content" aria-busy={view.busy ? "true" : undefined}>
          {renew && view.route === "home" && <Newer words={words} renew={renew} />}
          {view.progress && <Progress progress={view.progress} />}
          <h1 ref={heading} tabIndex={-1}>
            {view.title}
          </h1>
          {fault && (
            <div class="message caution" role="alert">
              <p>{words.fault}</p>
            </div>
          )}
          {retry && <Missing words={words} retry={retry} />}
          <div key={view.route} class="blocks">
            <Blocks blocks={view.blocks} level={2} />
          </div>
          {view.secondary && view.secondary.length > 0 && <Secondary actions={view.secondary} />}
        </main>
        {view.primary && (
          <div class="bottom">
            <Primary view={view} />
          </div>
        )}
      </form>
      <div class="visually-hidden" role="status" aria-live="polite">
        {view.busy && <p>{view.busy}</p>}
        {view.announce && <p key={view.announce.step}>{view.announce.text}</p>}
      </div>
    </Screen.Provider>
  );
}

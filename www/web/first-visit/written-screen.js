// A screen as the build has written it, in the page before any script: shown at once, and handed over to the page with what was done on it.

const WRITTEN = "data-written";
const TAPPED = "aria-busy";

export const BROKEN = "broken";
export const idOf = (route, language) => `${route}-${language}`;

const tappedIn = (root) => root.querySelector(`button[${TAPPED}]`);

/** What the build puts into the page. */
export const asTemplate = (id, html) => `<template id="${id}">${html}</template>`;

/** The last tap counts, and is seen to. */
function noteTaps(root) {
  root.onclick = (event) => {
    const button = event.target.closest("button:not(.skip)");
    if (!button) return;
    // So far a form would be sent, and there is nobody to send it to.
    event.preventDefault();
    tappedIn(root)?.removeAttribute(TAPPED);
    button.setAttribute(TAPPED, "true");
  };
}

function show(root, id) {
  const template = document.getElementById(id);
  if (template) root.replaceChildren(template.content);
  return template !== null;
}

/** The scripts have not come, and will not before the page is loaded anew. */
export function showBroken(root) {
  if (show(root, BROKEN)) root.onclick = ({ target }) => target.closest("button") && location.reload();
}

/** Shows a screen where the build has written it; whether it has. */
export function showWritten(root, route, language) {
  if (!show(root, idOf(route, language))) return false;
  root.setAttribute(WRITTEN, route);
  noteTaps(root);
  return true;
}

export const isWritten = (root) => root.hasAttribute(WRITTEN);

function typeAgain(input, text) {
  input.value = text;
  input.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

/**
 * Hands a written screen over to the page.
 *
 * @returns {null | (() => void)} does what was done on it once more, for when the page listens; null where it is not the screen to be shown
 */
export function takeOver(root, route) {
  const written = root.getAttribute(WRITTEN);
  root.removeAttribute(WRITTEN);
  root.onclick = null;
  const typed = [...root.querySelectorAll("input")].map((input) => [input, input.value]);
  const tapped = tappedIn(root);
  tapped?.removeAttribute(TAPPED);
  if (written !== route) return null;
  return () => {
    for (const [input, text] of typed) if (text) typeAgain(input, text);
    tapped?.click();
  };
}

// What the presenters may ask of the browser. What it lacks is left out, and so is its button.

import { ownLanguage } from "./language.js";

/** The calendar day where the reader is, which toISOString would not give. */
function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** What runs after the next picture; a hidden page paints none. */
function afterPaint(work) {
  if (document.hidden) setTimeout(work);
  else requestAnimationFrame(() => setTimeout(work));
}

function save({ name, type, text }) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers read it only after this.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Only the web and the telephone: an address from a pack runs nothing here. */
function open(address) {
  if (/^tel:/i.test(address)) location.href = address;
  else if (/^https?:/i.test(address)) window.open(address, "_blank", "noopener,noreferrer");
}

/** @param {() => string} language */
function speaker(language) {
  if (!("speechSynthesis" in window)) return {};
  return {
    speak(text) {
      speechSynthesis.cancel();
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.lang = language();
      speechSynthesis.speak(utterance);
    },
    hush: () => speechSynthesis.cancel(),
  };
}

/**
 * @param {object} shell
 * @param {(route: string, how?: string) => void} shell.go
 * @param {() => void} shell.back
 * @param {(paperIds: string[]) => void} shell.print
 * @param {() => string} shell.language
 * @returns {import("../present/view.js").Host & { hush?: () => void }}
 */
export function createHost({ go, back, print, language }) {
  const host = {
    now: Date.now,
    today,
    language: ownLanguage(),
    storage: {
      read: (key) => localStorage.getItem(key),
      write: (key, text) => localStorage.setItem(key, text),
      remove: (key) => localStorage.removeItem(key),
    },
    go,
    back,
    afterPaint,
    print,
    save,
    open,
    ...speaker(language),
  };
  // Refused (a page that lost the focus, a reader who closed the sheet), nothing is lost: the text stands on the page.
  if (navigator.clipboard) host.copy = (text) => void navigator.clipboard.writeText(text).catch(() => {});
  if (navigator.share) host.share = (text) => void navigator.share({ text }).catch(() => {});
  return host;
}

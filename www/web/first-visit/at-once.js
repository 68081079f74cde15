// Runs within the page itself, before any file has come: a first visit begins with its screen as the build has written it. Whoever has been
// here before may have something to be told on it, and that only the page can say.

import { isOurs } from "../../present/store.js";
import { ownLanguage } from "../language.js";
import { nameIn } from "../router.js";
import { fetchLater } from "./later.js";
import { showBroken, showWritten } from "./written-screen.js";

function isFirstVisit() {
  try {
    return !Object.keys(localStorage).some(isOurs);
  } catch (_refused) {
    return false;
  }
}

const language = ownLanguage();
const root = document.getElementById("app");
if (isFirstVisit() && showWritten(root, nameIn(location.hash), language)) {
  document.documentElement.lang = language;
  document.title = root.querySelector("h1").textContent;
}
fetchLater();

const ofScript = ({ target }) => target instanceof HTMLScriptElement;
// Of an element's own error only those before it are told.
document.addEventListener("error", (error) => ofScript(error) && showBroken(root), true);

import * as yidi from "yidi";
import { createEstimatePage, frameWords } from "../present/index.js";
import { element, setAttribute, setText } from "./dom.js";
import { createForm } from "./form.js";
import { preferredLanguage, prefersCare, rememberCare, rememberLanguage } from "./preferences.js";
import { createResult } from "./result.js";

/** The calendar day where the reader is, which toISOString would not give. */
function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function createHeader({ onLanguage, onCare }) {
  const skip = element("a", { class: "skip", href: "#form" });
  const language = element("button", { type: "button", id: "language", class: "quiet", click: onLanguage });
  const care = element("button", { type: "button", id: "care", class: "quiet", click: onCare });
  const title = element("h1");
  const intro = element("p", { class: "intro" });
  return {
    skip,
    root: element(
      "header",
      { class: "column" },
      element("div", { class: "switches" }, care, language),
      title,
      intro,
    ),
    update(view, words) {
      setText(skip, words.skip);
      setText(language, words.otherLanguage);
      setAttribute(language, "lang", view.language === "en" ? "zh-CN" : "en");
      setText(care, view.careModeLabel);
      setText(title, view.title);
      setText(intro, view.intro);
    },
    setCare: (on) => care.setAttribute("aria-pressed", String(on)),
  };
}

function announced({ notice, result }) {
  if (notice) return notice.message;
  if (!result) return "";
  const { headline, end } = result;
  return [headline.label, headline.amount, end?.shown ?? ""].join(" ").trim();
}

function start(app) {
  const announcement = element("p", { class: "visually-hidden", role: "status", "aria-live": "polite" });
  const result = createResult({ onEnd: (end) => page.showEnd(end) });
  const form = createForm({ onAnswer: (id, value) => page.set(id, value), onSubmit: submit });
  const header = createHeader({ onLanguage: switchLanguage, onCare: () => showCare(!isCare()) });
  const page = createEstimatePage({ yidi, today: today(), language: preferredLanguage(), onChange: show });

  function show(view) {
    const words = frameWords(view.language);
    document.documentElement.lang = view.language;
    document.title = view.title;
    header.update(view, words);
    form.update(view, words);
    result.update(view.result, words);
    setText(announcement, announced(view));
  }

  function submit() {
    page.submit();
    const { error, notice } = page.view();
    if (error) form.focusError();
    else if (notice) form.leadTo(notice.fieldId);
    else result.root.scrollIntoView({ block: "start" });
  }

  function switchLanguage() {
    page.setLanguage(page.view().language === "en" ? "zh-CN" : "en");
    rememberLanguage(page.view().language);
  }

  function isCare() {
    return document.documentElement.hasAttribute("data-care");
  }

  function showCare(on) {
    setAttribute(document.documentElement, "data-care", on);
    header.setCare(on);
    rememberCare(on);
  }

  const main = element("main", { class: "column" }, form.root, announcement, result.root);
  app.replaceChildren(header.skip, header.root, main);
  showCare(prefersCare());
  show(page.view());
}

function showBroken(app, cause) {
  const texts = ["zh-CN", "en"].map((lang) => element("p", { lang }, frameWords(lang).broken));
  app.replaceChildren(element("main", { class: "column", role: "alert" }, ...texts));
  console.error(cause);
}

const app = document.getElementById("app");
yidi
  .init()
  .then(() => start(app))
  .catch((cause) => showBroken(app, cause));

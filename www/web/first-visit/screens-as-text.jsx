// The first screens of a device that keeps nothing, drawn by the build with what draws them in the page.

import { renderToString } from "preact-render-to-string";
import { createApp } from "../../present/app.js";
import { screenWords } from "../../present/screen-words.js";
import { home } from "../../present/screens/home.js";
import { wizard } from "../../present/screens/wizard.js";
import { LANGUAGES } from "../../present/text.js";
import { Broken } from "../broken.jsx";
import { Frame } from "../frame.jsx";
import { asTemplate, BROKEN, idOf } from "./written-screen.js";

const screens = { home, wizard };
const nothingKept = { read: () => null, write() {}, remove() {} };
const nobody = { act() {}, type() {}, back() {} };
/** On these screens nothing depends on it. */
const anyDay = { now: () => 0, today: () => "2000-01-01" };

function drawn(view, language) {
  const frame = <Frame view={view} words={screenWords(language)} place={null} send={nobody} printing={[]} />;
  // The policy allows no style within an element; the look has a first one for these.
  return renderToString(frame).replace(/ style="[^"]*"/g, "");
}

/** @param {any} yidi what of the engine is foretold: a screen that needs more cannot be written */
export function screensAsText(yidi) {
  const written = LANGUAGES.flatMap((language) => {
    const app = createApp({ yidi, host: { language, storage: nothingKept, ...anyDay }, screens });
    return app.routes().map((route) => asTemplate(idOf(route, language), drawn(app.view(route), language)));
  });
  const broken = asTemplate(BROKEN, renderToString(<Broken wordsOf={screenWords} />));
  return [...written, broken].join("\n");
}

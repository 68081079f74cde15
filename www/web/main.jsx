import * as yidi from "yidi";
import { createApp } from "../present/app.js";
import { screenWords } from "../present/screen-words.js";
import { home } from "../present/screens/home.js";
import { readDeployment } from "./deployment.js";
import { keepInstalled } from "./installed.js";
import "./look/index.css";
import { createPage } from "./page.jsx";

/** The first screen is there while the others are still on their way, and the engine with them. */
const screens = { home };

/** A pack that the engine refuses leaves the rules that are built in, which say how old they are. */
function addOrTell(pack) {
  try {
    yidi.addPack(pack);
  } catch (refusal) {
    console.error(refusal);
  }
}

const page = createPage({
  root: document.getElementById("app"),
  wordsOf: screenWords,
  createApp: (parts) => createApp({ yidi, screens, ...parts }),
  async prepare() {
    const [all, { offered, packs }] = await Promise.all([
      import("../present/screens.js"),
      readDeployment(),
      yidi.init(),
    ]);
    Object.assign(screens, all.screens);
    for (const pack of packs) addOrTell(pack);
    return offered;
  },
});

// What is kept for later must not compete with what the reader waits for.
page.open().then(() => keepInstalled(page.offer));

import * as yidi from "yidi";
import { createYidiApp, screenWords } from "../present/index.js";
import { readDeployment } from "./deployment.js";
import { keepInstalled } from "./installed.js";
import "./look/index.css";
import { createPage } from "./page.jsx";

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
  createApp: (parts) => createYidiApp({ yidi, ...parts }),
  async prepare() {
    const [{ offered, packs }] = await Promise.all([readDeployment(), yidi.init()]);
    for (const pack of packs) addOrTell(pack);
    return offered;
  },
});

// What is kept for later must not compete with what the reader waits for.
page.open().then(() => keepInstalled(page.offer));

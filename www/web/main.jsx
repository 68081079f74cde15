import { createApp } from "../present/app.js";
import { screenWords } from "../present/screen-words.js";
import { home } from "../present/screens/home.js";
import { wizard } from "../present/screens/wizard.js";
import { offeredBy, readConfig, readPacks } from "./deployment.js";
import { foretold } from "./first-visit/foretold.js";
import { keepInstalled } from "./installed.js";
import "./look/index.css";
import { createPage } from "./page.jsx";

/** The first two screens are there while the others are still on their way. */
const screens = { home, wizard };
/** What of the engine's functions answers: first those that are foretold, then all. */
const yidi = {};
const config = readConfig();

/** A pack that the engine refuses leaves the rules that are built in, which say how old they are. */
function addOrTell(pack) {
  try {
    yidi.addPack(pack);
  } catch (refusal) {
    console.error(refusal);
  }
}

async function startEngine() {
  const engine = await import("yidi");
  const [packs] = await Promise.all([config.then(readPacks), engine.init()]);
  Object.assign(yidi, engine);
  for (const pack of packs) addOrTell(pack);
  return offeredBy(await config, engine);
}

const page = createPage({
  root: document.getElementById("app"),
  wordsOf: screenWords,
  createApp: (parts) => createApp({ yidi, screens, ...parts }),
  async foretell() {
    const { packs = [] } = await config;
    // With other rules the engine might say something else.
    if (packs.length === 0 && !yidi.init) Object.assign(yidi, foretold(document));
  },
  async prepare() {
    const [offered, all] = await Promise.all([startEngine(), import("../present/screens.js")]);
    Object.assign(screens, all.screens);
    return offered;
  },
});

// What is kept for later must not compete with what the reader waits for.
page.open().then(() => keepInstalled(page.offer));

import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { LATER } from "./first-visit/later.js";
import { writtenFirst } from "./first-visit/written.js";
import { precache } from "./precache.js";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Cheap phones keep old browsers; the wasm itself runs on older ones still. */
const targets = ["chrome86", "safari14"];

const YIDI = at("../../dist/browser.js");

/** What the first script asks for at once is fetched beside it, the engine a little later; the other screens come after it. */
const preloadBeside = {
  name: "preload-beside",
  transformIndexHtml: {
    order: "post",
    handler(_html, { bundle }) {
      const link = (attrs) => ({ tag: "link", attrs: { crossorigin: true, ...attrs }, injectTo: "head" });
      const data = { rel: "preload", as: "fetch" };
      const preloaded = (href) => link({ ...data, href, type: "application/wasm", fetchpriority: "low" });
      const files = Object.values(bundle ?? {});
      const from = (chosen) => files.filter(chosen).map(({ fileName }) => `./${fileName}`);
      const engines = from(({ fileName }) => fileName.endsWith(".wasm"));
      const around = from((file) => file.facadeModuleId === YIDI);
      return [
        link({ ...data, href: "./config.json" }),
        ...around.map((href) => link({ rel: "modulepreload", href })),
        { tag: "template", attrs: { id: LATER }, children: engines.map(preloaded), injectTo: "body" },
      ];
    },
  },
};

export default defineConfig({
  root: at("."),
  base: "./",
  resolve: { alias: { yidi: YIDI } },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: [
    preloadBeside,
    writtenFirst({ folder: at("first-visit"), engine: at("../../dist/node.mjs"), targets }),
    precache(at("service-worker.js")),
  ],
  build: {
    outDir: at("../../target/web"),
    emptyOutDir: true,
    // The page's content security policy allows files of its own place only, no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: targets,
    // Writing the first screens takes most of a build, and says nothing about the plugins.
    rolldownOptions: { checks: { pluginTimings: false } },
  },
});

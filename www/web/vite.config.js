import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { precache } from "./precache.js";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The engine is fetched beside the scripts, not after them. */
const preloadEngine = {
  name: "preload-engine",
  transformIndexHtml: {
    order: "post",
    handler(_html, { bundle }) {
      const engine = Object.keys(bundle ?? {}).find((name) => name.endsWith(".wasm"));
      if (!engine) return [];
      const attrs = { rel: "preload", as: "fetch", type: "application/wasm", crossorigin: true };
      return [{ tag: "link", attrs: { ...attrs, href: `./${engine}` }, injectTo: "head" }];
    },
  },
};

export default defineConfig({
  root: at("."),
  base: "./",
  resolve: { alias: { yidi: at("../../dist/browser.js") } },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: [preloadEngine, precache(at("service-worker.js"))],
  build: {
    outDir: at("../../target/web"),
    emptyOutDir: true,
    // The page's content security policy allows files of its own place only: nothing inline, no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Cheap phones keep old browsers; the wasm itself runs on older ones still.
    target: ["chrome86", "safari14"],
  },
});

import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { precache } from "./precache.js";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The engine and the other screens are fetched beside what the first screen needs, not after it, and give way to it. */
const preloadTheRest = {
  name: "preload-the-rest",
  transformIndexHtml: {
    order: "post",
    handler(_html, { bundle }) {
      const link = (attrs) => ({ tag: "link", attrs: { ...attrs, fetchpriority: "low" }, injectTo: "head" });
      const files = Object.values(bundle ?? {});
      const engines = files.filter(({ fileName }) => fileName.endsWith(".wasm"));
      const screens = files.filter((file) => file.type === "chunk" && file.isDynamicEntry);
      const asEngine = { rel: "preload", as: "fetch", type: "application/wasm", crossorigin: true };
      return [
        ...screens.map(({ fileName }) =>
          link({ rel: "modulepreload", crossorigin: true, href: `./${fileName}` }),
        ),
        ...engines.map(({ fileName }) => link({ ...asEngine, href: `./${fileName}` })),
      ];
    },
  },
};

export default defineConfig({
  root: at("."),
  base: "./",
  resolve: { alias: { yidi: at("../../dist/browser.js") } },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: [preloadTheRest, precache(at("service-worker.js"))],
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

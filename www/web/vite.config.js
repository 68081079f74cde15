import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: at("."),
  base: "./",
  resolve: { alias: { yidi: at("../../dist/browser.js") } },
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

import { fileURLToPath } from "node:url";
import { build } from "vite";
import page from "../../../../www/web/vite.config.js";

const root = fileURLToPath(new URL(".", import.meta.url));
const outDir = fileURLToPath(new URL("../../../../target/gallery", import.meta.url));

/** Builds the gallery just as the page is built. @returns {Promise<string>} the folder */
export async function buildGallery() {
  await build({
    ...page,
    configFile: false,
    root,
    plugins: [],
    publicDir: fileURLToPath(new URL("../../../../www/web/public", import.meta.url)),
    build: { ...page.build, outDir, emptyOutDir: true },
    logLevel: "warn",
  });
  return outDir;
}

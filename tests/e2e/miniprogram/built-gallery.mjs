import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** The gallery as the mini-program's `present.js`, by its path in the package. */
export async function builtGallery() {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("gallery.js", import.meta.url))],
    bundle: true,
    write: false,
    format: "cjs",
    target: "es2018",
    charset: "utf8",
    logLevel: "warning",
  });
  return { present: outputFiles[0].text };
}

// A step of the build: whatever a first visit needs to begin with stands in the page itself, so that one trip over the network brings it.
// The content security policy names these scripts and styles by their digests; nothing else within the page may run.

import { createHash } from "node:crypto";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { answering, asElement, foretell } from "./foretold.js";

/** @param {string} entry @param {import("esbuild").BuildOptions} options */
async function bundled(entry, options) {
  const jsx = { jsx: "automatic", jsxImportSource: "preact" };
  const { outputFiles } = await build({
    ...jsx,
    ...options,
    entryPoints: [entry],
    bundle: true,
    write: false,
  });
  return outputFiles[0].text;
}

const digest = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** A text in place of a sign, which must be there once. */
function put(html, sign, text) {
  const [before, after, ...more] = html.split(sign);
  if (after === undefined || more.length > 0) throw new Error(`the page holds ${sign} not once`);
  return before + text + after;
}

/**
 * @param {object} places
 * @param {string} places.folder of these files
 * @param {string} places.engine the package for Node
 * @param {readonly string[]} places.targets the oldest browsers
 * @returns {import("vite").Plugin}
 */
export function writtenFirst({ folder, engine, targets }) {
  async function screens(said) {
    const code = await bundled(join(folder, "screens-as-text.jsx"), { format: "esm", platform: "node" });
    const { screensAsText } = await import(
      `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`
    );
    return screensAsText(answering(said));
  }

  // esbuild leaves a fault of Safari 14 alone that none of this code meets, once it is told not to mind.
  const supported = { destructuring: true };
  const atOnce = () =>
    bundled(join(folder, "at-once.js"), { format: "iife", minify: true, target: [...targets], supported });

  return {
    name: "written-first",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      async handler(html, { bundle }) {
        const [style] = Object.values(bundle).filter(({ fileName }) => fileName.endsWith(".css"));
        delete bundle[style.fileName];
        const link = new RegExp(`<link rel="stylesheet"[^>]*${style.fileName}">`);
        const css = String(style.source).trim();
        const script = (await atOnce()).trim();
        const said = foretell(await import(pathToFileURL(engine).href));
        const parts = [await screens(said), `<script>${script}</script>`, asElement(said)];
        let page = put(html, html.match(link)[0], "");
        page = put(page, "</head>", `<style>${css}</style>\n</head>`);
        page = put(page, "style-src 'self'", `style-src 'self' ${digest(css)}`);
        page = put(page, "script-src 'self'", `script-src 'self' ${digest(script)}`);
        return put(page, "</body>", `${parts.join("\n")}\n</body>`);
      },
    },
  };
}

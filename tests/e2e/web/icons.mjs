// Draws the page's icons, as PNG files, from its SVG: once, by hand, when the drawing changes (`node tests/e2e/web/icons.mjs`).

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { webSourceDir } from "../../../pkg-scripts/build-paths.mjs";
import { launch } from "../chromium.mjs";

const folder = join(webSourceDir, "public");
const drawing = readFileSync(join(folder, "icon.svg"), "utf8");
const squared = drawing.replace(/ rx="\d+"/, "");

/** @type {[name: string, size: number, svg: string, background: string][]} */
const ICONS = [
  ["icon-180.png", 180, squared, "#067a3f"],
  ["icon-192.png", 192, drawing, "transparent"],
  ["icon-512.png", 512, drawing, "transparent"],
  // Android cuts its own shape out of the middle four fifths: the cross lies well within them.
  ["icon-maskable-512.png", 512, squared, "#067a3f"],
];

const browser = await launch();
const page = await browser.newPage();
for (const [name, size, svg, background] of ICONS) {
  await page.setViewportSize({ width: size, height: size });
  const look = `body{margin:0;background:${background}}svg{display:block;width:100vw;height:100vh}`;
  await page.setContent(`<style>${look}</style>${svg}`);
  await page.screenshot({ path: join(folder, name), omitBackground: true });
}
await browser.close();

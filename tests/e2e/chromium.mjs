import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { chromium } from "playwright-core";
import { findChromium, webdriverCapabilities } from "../../pkg-scripts/browser.mjs";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/** A headless browser; close it when done. */
export async function launch(options = {}) {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error("no Chromium on PATH; set CHROMIUM to its path");
  const { args } = webdriverCapabilities(executablePath)["goog:chromeOptions"];
  return chromium.launch({ executablePath, args, ...options });
}

async function fileOf(folder, url) {
  const path = normalize(decodeURIComponent(new URL(url, "http://localhost").pathname));
  const file = join(folder, path);
  if (file !== folder && !file.startsWith(folder.endsWith(sep) ? folder : folder + sep)) return null;
  const found = await stat(file).catch(() => null);
  if (!found) return null;
  return found.isDirectory() ? join(file, "index.html") : file;
}

async function answer(folder, request, response) {
  const file = await fileOf(folder, request.url);
  const body = file && (await readFile(file).catch(() => null));
  if (!body) {
    response.writeHead(404, { "content-type": "text/plain" }).end("not found");
    return;
  }
  const type = TYPES[extname(file)] || "application/octet-stream";
  response.writeHead(200, { "content-type": type, "cache-control": "no-store" }).end(body);
}

/**
 * Serves a folder on 127.0.0.1 at a free port.
 * @param {string} folder
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} `url` ends with a slash
 */
export async function serve(folder) {
  const root = normalize(folder).replace(/[\\/]+$/, "");
  const server = createServer((request, response) => {
    answer(root, request, response).catch((error) => {
      response.writeHead(500, { "content-type": "text/plain" }).end(String(error));
    });
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const close = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${server.address().port}/`, close };
}

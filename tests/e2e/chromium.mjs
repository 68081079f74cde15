import { once } from "node:events";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { after, before } from "node:test";
import { brotliCompressSync, constants } from "node:zlib";
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
  ".webmanifest": "application/manifest+json",
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

const PACKED = [".css", ".html", ".js", ".json", ".mjs", ".svg", ".wasm", ".webmanifest"];

/** Compressed once, as a host does that has the compressed files beside the others. @type {Map<string, Buffer>} */
const packed = new Map();

function pack(name, body) {
  const key = `${name} ${body.length}`;
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  if (!packed.has(key)) packed.set(key, brotliCompressSync(body, { params }));
  return packed.get(key);
}

async function answer({ folder, overlay, compress }, request, response) {
  const name = new URL(request.url, "http://localhost").pathname.slice(1);
  const file = await fileOf(folder, request.url);
  const body = (await overlay.get(name)) ?? (file && (await readFile(file).catch(() => null)));
  if (body === null) {
    response.writeHead(404, { "content-type": "text/plain" }).end("not found");
    return;
  }
  const kind = extname(name || "index.html");
  const type = TYPES[kind] || "application/octet-stream";
  const headers = { "content-type": type, "cache-control": "no-store" };
  const isPacked = compress && PACKED.includes(kind) && /\bbr\b/.test(request.headers["accept-encoding"]);
  if (isPacked) response.writeHead(200, { ...headers, "content-encoding": "br" }).end(pack(name, body));
  else response.writeHead(200, headers).end(body);
}

/**
 * Answers what is asked for on 127.0.0.1 at a free port; `url` ends with a slash.
 * @param {(request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse) => Promise<void>} answer
 */
export async function listen(answer) {
  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      response.writeHead(500, { "content-type": "text/plain" }).end(String(error));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const close = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { url: `http://127.0.0.1:${port}/`, close };
}

/**
 * Serves a folder.
 * @param {string} folder
 * @param {{ compress?: boolean }} [options] with `compress`, in brotli, as a real host would
 * @returns {Promise<{ url: string, overlay: Map<string, string | Promise<string | undefined>>, close: () => Promise<void> }>}
 *   what `overlay` holds by a file's name is served in its place, and a promise keeps the file back until it resolves, to a text or to none
 */
export async function serve(folder, { compress = false } = {}) {
  const root = normalize(folder).replace(/[\\/]+$/, "");
  /** @type {Map<string, string | Promise<string | undefined>>} */
  const overlay = new Map();
  const served = await listen((request, response) =>
    answer({ folder: root, overlay, compress }, request, response),
  );
  return { ...served, overlay };
}

/**
 * A browser, and what `start` serves to it, from before a file's or a suite's tests until after them.
 * @template {{ close: () => Promise<void> }} Server
 * @param {() => Promise<Server>} [start]
 */
export function withBrowser(start) {
  const running = /** @type {{ browser: import("playwright-core").Browser, server: Server }} */ ({});
  before(async () => {
    if (start) running.server = await start();
    running.browser = await launch();
  });
  after(async () => {
    await running.browser?.close();
    await running.server?.close();
  });
  return running;
}

import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { distFile } from "./dist.mjs";

const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm" };

/**
 * Answers with a file of the package; with an empty page where none is named.
 * @param {import("node:http").ServerResponse} response
 * @param {string} name
 */
export async function answerDist(response, name, type = TYPES[extname(name)]) {
  if (name === "") {
    response.setHeader("Content-Type", "text/html").end("<!doctype html><title>yidi</title>");
    return;
  }
  const bytes = await readFile(distFile(name)).catch(() => null);
  if (bytes === null) response.writeHead(404).end();
  else response.setHeader("Content-Type", type).end(bytes);
}

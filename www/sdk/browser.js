import { fetchPost } from "./fetch-post.js";
import { runOn } from "./host.js";
import { httpTransportOver } from "./http-transport.js";

/** Kept so that a new instance after a trap needs no network and no waiting. */
let compiled = /** @type {WebAssembly.Module | null} */ (null);

/** @param {any} source as `WasmSource` says */
async function compile(source) {
  if (source instanceof WebAssembly.Module) return source;
  if (source instanceof Response) return compileResponse(source);
  const isBytes = source instanceof ArrayBuffer || ArrayBuffer.isView(source);
  return isBytes
    ? WebAssembly.compile(/** @type {BufferSource} */ (source))
    : compileResponse(await fetch(source));
}

/** Works on clones: the caller's Response must still be readable when a failed start is tried again. */
async function compileResponse(response) {
  if (!response.ok) throw new Error(`${response.url}: HTTP ${response.status}`);
  try {
    return await WebAssembly.compileStreaming(response.clone());
  } catch (_notStreamable) {
    // A server that sends another type than application/wasm, or a browser without streaming.
    return WebAssembly.compile(await response.clone().arrayBuffer());
  }
}

runOn({
  async instantiate(imports, source) {
    if (compiled === null) {
      const given = await source;
      compiled = await compile(given === undefined ? new URL("./yidi_bg.wasm", import.meta.url) : given);
    }
    const instance = await WebAssembly.instantiate(/** @type {WebAssembly.Module} */ (compiled), imports);
    return instance.exports;
  },
  instantiateNow(imports) {
    return compiled === null ? null : new WebAssembly.Instance(compiled, imports).exports;
  },
});

export * from "./api.js";

export const httpTransport = httpTransportOver(fetchPost);
export { deviceStorage } from "./indexed-storage.js";

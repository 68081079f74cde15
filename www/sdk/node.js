import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fetchPost } from "./fetch-post.js";
import { runOn } from "./host.js";
import { httpTransportOver } from "./http-transport.js";

let compiled = /** @type {WebAssembly.Module | null} */ (null);

runOn({
  instantiateNow(imports) {
    if (compiled === null) {
      compiled = new WebAssembly.Module(readFileSync(join(__dirname, "yidi_bg.wasm")));
    }
    return new WebAssembly.Instance(compiled, imports).exports;
  },
});

export * from "./api.js";

export const httpTransport = httpTransportOver(fetchPost);
export { deviceStorage } from "./file-storage.js";

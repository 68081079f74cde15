import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

const HIDDEN = [
  "window",
  "document",
  "self",
  "globalThis",
  "navigator",
  "location",
  "fetch",
  "XMLHttpRequest",
  "WebAssembly",
  "TextEncoder",
  "TextDecoder",
  "URL",
  "performance",
  "localStorage",
  "crypto",
  "Intl",
  "BigInt",
];

const PAGE = `
const found = [${HIDDEN.map((name) => `["${name}", typeof ${name}]`).join(", ")}]
  .filter((each) => each[1] !== "undefined")
  .map((each) => each[0]);
const own = (function () { return this; })();
Page({
  data: { seen: found.concat(own ? ["this"] : []).join(" ") || "nothing of the browser", refusals: "" },
  onLoad() {
    const wasm = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
    const refusal = (source) => WXWebAssembly.instantiate(source, {}).then(() => "taken", (error) => error.message);
    Promise.all([refusal(wasm.buffer), refusal("/elsewhere.wasm")])
      .then((refusals) => this.setData({ refusals: refusals.join("; ") }));
  },
  onUndefined() { this.setData({ lost: undefined }); },
});
`;

const TEMPLATE = `
<view id="seen">{{seen}}</view>
<view id="refusals">{{refusals}}</view>
<view id="ruler" class="ruler"></view>
<button id="undefined" bindtap="onUndefined">undefined</button>
`;

/** A mini-program of one page that tells what its code can reach, to test the runner itself. */
export async function writeProbe(folder, template = "") {
  const files = {
    "app.json": JSON.stringify({ pages: ["pages/probe/probe"], window: {} }),
    "app.js": "App({});",
    "pages/probe/probe.json": "{}",
    "pages/probe/probe.js": PAGE,
    "pages/probe/probe.wxml": TEMPLATE + template,
    "pages/probe/probe.wxss": ".ruler { width: 200rpx; height: 1px; }",
  };
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
}

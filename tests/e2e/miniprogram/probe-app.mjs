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
  data: { seen: found.concat(own ? ["this"] : []).join(" ") || "nothing of the browser", refusals: "", held: false },
  onLoad() {
    this.depth = getCurrentPages().length;
    this.tell("load");
    const wasm = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
    const refusal = (source) => WXWebAssembly.instantiate(source, {}).then(() => "taken", (error) => error.message);
    Promise.all([refusal(wasm.buffer), refusal("/elsewhere.wasm")])
      .then((refusals) => this.setData({ refusals: refusals.join("; ") }));
  },
  onShow() { this.tell("show"); },
  onHide() { this.tell("hide"); },
  onUnload() { this.tell("unload"); },
  tell(what) { wx.showToast({ title: this.depth + " " + what }); },
  onDeeper() {
    wx.navigateTo({ url: "/pages/probe/probe", fail: ({ errMsg }) => wx.showToast({ title: errMsg }) });
  },
  onHold() { this.setData({ held: true }); },
  onStore() {
    try {
      wx.setStorageSync("key", "a text that is too long");
    } catch (error) {
      wx.showToast({ title: error.message });
    }
  },
  onUndefined() { this.setData({ lost: undefined }); },
});
`;

const TEMPLATE = `
<view id="seen">{{seen}}</view>
<view id="refusals">{{refusals}}</view>
<view id="ruler" class="ruler"></view>
<button id="undefined" bindtap="onUndefined">undefined</button>
<button id="deeper" bindtap="onDeeper">deeper</button>
<button id="hold" bindtap="onHold">hold</button>
<button id="store" bindtap="onStore">store</button>
<view id="outer" class="inner">outer</view>
<part />
<view style="height: 2000px"></view>
<button id="far" bindtap="onDeeper">deeper, from far below</button>
<page-container show="{{held}}" />
`;

/**
 * A mini-program of one page that tells what its code can reach, to test the runner itself.
 * @param {string} folder
 * @param {Record<string, string>} changes files that are other ones
 */
export async function writeProbe(folder, changes = {}) {
  const files = {
    "app.json": JSON.stringify({
      pages: ["pages/probe/probe"],
      window: {},
      usingComponents: { part: "/components/part/part" },
    }),
    "app.js": "App({});",
    "pages/probe/probe.json": "{}",
    "pages/probe/probe.js": PAGE,
    "pages/probe/probe.wxml": TEMPLATE,
    "pages/probe/probe.wxss": ".ruler { width: 200rpx; height: 1px; }\n.inner { color: rgb(0, 0, 255); }",
    "components/part/part.json": JSON.stringify({ component: true }),
    "components/part/part.js": "Component({});",
    "components/part/part.wxml": '<view class="inner">inner</view>',
    "components/part/part.wxss": ".inner { color: rgb(255, 0, 0); }",
    ...changes,
  };
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
}

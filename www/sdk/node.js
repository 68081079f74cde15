import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createYidi } from "./core.js";
import { YidiError } from "./error.js";
import { fetchPost } from "./fetch-post.js";
import { httpTransportOver } from "./http-transport.js";

let compiled = /** @type {WebAssembly.Module | null} */ (null);

/** @type {import("./core.js").Host} */
const host = {
  instantiateNow(imports) {
    if (compiled === null) {
      compiled = new WebAssembly.Module(readFileSync(join(__dirname, "yidi_bg.wasm")));
    }
    return new WebAssembly.Instance(compiled, imports).exports;
  },
};

export const {
  init,
  estimate,
  compareDates,
  compareFilings,
  costCurve,
  estimateMany,
  estimateRange,
  reconcile,
  splitBill,
  regions,
  describeRegion,
  provinces,
  addPack,
  lintPack,
  openNotice,
  noticeEvent,
  startFiling,
  answerFiling,
  reviewFiling,
  resumeFiling,
  checkContact,
  completeFiling,
  filingStatus,
  addFacilities,
  searchFacilities,
  clearFacilities,
  checkDirectSettlement,
  settlementFallback,
  reminders,
  createOutbox,
  version,
} = createYidi(host);
export const httpTransport = httpTransportOver(fetchPost);
export { deviceStorage } from "./file-storage.js";
export { YidiError };

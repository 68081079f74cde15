/*
 * Alipay mini-programs, inside a Worker only (the page's own thread has no MYWebAssembly).
 * Contract-tested, not tried on a device.
 *
 * Copy `yidi_bg.wasm` or `miniprogram/yidi_bg.wasm.br` of this package into the app and name its absolute path there:
 * `await init("/wasm/yidi_bg.wasm.br")`. There is no default path, because Alipay's npm build copies no wasm.
 */
import { createYidi } from "./core.js";
import { YidiError } from "./error.js";
import { packagedHost } from "./packaged-host.js";

const host = packagedHost((path, imports) => MYWebAssembly.instantiate(path, imports));

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
export { YidiError };

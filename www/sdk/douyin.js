/*
 * Douyin mini-programs. Contract-tested, not tried on a device.
 *
 * Copy `yidi_bg.wasm` (base library 2.34 or later) or `miniprogram/yidi_bg.wasm.br` (2.92 or later) of this package into the
 * app and name its path there: `await init("wasm/yidi_bg.wasm.br")`. There is no default path, because Douyin's npm build
 * copies no wasm.
 */
import { createYidi } from "./core.js";
import { YidiError } from "./error.js";
import { httpTransportOver } from "./http-transport.js";
import { miniPost, miniStorage } from "./mini-host.js";
import { packagedHost } from "./packaged-host.js";

const host = packagedHost((path, imports) => TTWebAssembly.instantiate(path, imports));

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
export const deviceStorage = miniStorage(() => tt);
export const httpTransport = httpTransportOver(miniPost(() => tt));
export { YidiError };

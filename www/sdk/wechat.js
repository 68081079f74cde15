import { createYidi } from "./core.js";
import { YidiError } from "./error.js";
import { httpTransportOver } from "./http-transport.js";
import { miniPost, miniStorage } from "./mini-host.js";
import { packagedHost } from "./packaged-host.js";

const host = packagedHost(
  (path, imports) => WXWebAssembly.instantiate(path, imports),
  "/miniprogram_npm/yidi/yidi_bg.wasm.br",
);

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
export const deviceStorage = miniStorage(() => wx);
export const httpTransport = httpTransportOver(miniPost(() => wx));
export { YidiError };

// What every entry exports, whatever it runs on.

import { createYidi } from "./core.js";
import { host } from "./host.js";

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
export { YidiError } from "./error.js";

// One instance for `import` and `require` alike: packs added through one are known to the other, and there is one YidiError.
import yidi from "./node.cjs";

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
  completeFiling,
  filingStatus,
  version,
  YidiError,
} = yidi;

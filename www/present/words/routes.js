/** What remains where a filing is late, or a bill was not settled directly. */
export const routes = {
  directSettlement: { "zh-CN": "还能直接结算", en: "still settled directly" },
  manualClaim: { "zh-CN": "按参保地规定零星报销", en: "a manual claim by the insured region's rules" },
  postBillingThenClaim: {
    "zh-CN": "先回医院补记账，不成再零星报销",
    en: "billed by the hospital after the fact, else a manual claim",
  },
  insuredRegionDecides: { "zh-CN": "由参保地决定，请打 12393", en: "the insured region decides: ask 12393" },
};

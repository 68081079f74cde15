// A real settlement slip that differs from the estimate, and why.

import { referredToShanghai } from "../steps.mjs";

/** @type {import("./traveller.js").Journey} */
export const journey = {
  name: "Slip: three lines differ, and one fact explains them all",
  today: "2026-11-26",
  async run(traveller) {
    await referredToShanghai(traveller);
    await traveller.choose("在职");
    // 42,000 − 1,200 = 40,800 in the pool at 80 − 10 %: it pays 28,560, the person 21,440.
    await traveller.see("¥21,440.00");

    await traveller.press("我有结算单");
    await traveller.fill("医疗费总额", "50000.00");
    await traveller.fill("统筹基金支付", "24480.00");
    await traveller.fill("基金支付总额", "24480.00");
    await traveller.fill("个人负担总金额", "25520.00");
    await traveller.press("对一对");
    await traveller.see("有 3 行和估算不一样。");
    await traveller.see("¥4,080.00");
    // At 60 % it is 24,480: as another temporary visit, or not filed.
    await traveller.see("如果备案是“其他临时外出”，每一行就都对得上。");
    await traveller.see("基金支付 + 个人负担 = 总费用");
    await traveller.fill("统筹基金支付", "24480.005");
    await traveller.press("对一对");
    await traveller.see("小数点后最多两位（到分）。您填的是“24480.005”。");
    await traveller.fill("统筹基金支付", "28560");
    await traveller.fill("基金支付总额", "28560");
    await traveller.fill("个人负担总金额", "21440");
    await traveller.press("对一对");
    await traveller.see("和估算一致，一分不差。");
    await traveller.reopen();
    await traveller.press("去算");
    await traveller.press("我有结算单");
    await traveller.see("基金支付总额");
  },
};

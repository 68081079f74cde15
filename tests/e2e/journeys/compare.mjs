// The same bill under every way to file it, as it grows, and on two days.

import { referredToShanghai } from "../steps.mjs";

/** @type {import("./traveller.js").Journey} */
export const journey = {
  name: "Compare: what another filing would cost, a larger bill, and another day",
  today: "2026-11-26",
  async run(traveller) {
    await referredToShanghai(traveller);
    // Working: 42,000 − 1,200 = 40,800 at 80 − 10 %; retired at 85 − 10 %.
    await traveller.see("¥19,400.00");
    await traveller.see("¥21,440.00");

    await traveller.press("换一种备案会怎样");
    await traveller.see("异地长期居住，凭材料备案");
    await traveller.see("最省");
    await traveller.see("+ ¥4,080.00");
    await traveller.see("支付比例降低 10 个百分点");
    await traveller.see("转诊转院证明材料");
    await traveller.see("出院结账后补办");
    await traveller.press("换一级医院会怎样");
    await traveller.see("二级医院");
    await traveller.fill("前面那天", "2021-11-12");
    await traveller.press("比一比这两天");
    await traveller.see("我们没有这一天的规定，所以不估算。");
    await traveller.back();

    await traveller.press("账单再大会怎样");
    await traveller.see("同样的数，写成表");
    await traveller.see("统筹基金支付");
    await traveller.fill("医保范围内的费用，看到多少？", "很多");
    await traveller.press("重新画");
    await traveller.see("请只填数字，例如 1234.50。您填的是“很多”。");
    await traveller.back();
    await traveller.press("查看当地规定");
    await traveller.see("西安市的规定");
    await traveller.see("报告有误");
  },
};

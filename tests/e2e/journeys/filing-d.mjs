// Journey D, the filing: a Zhengzhou resident discharged from a Beijing hospital, having paid in full.

import { answer } from "../steps.mjs";

/** @type {import("./traveller.js").Journey} */
export const journey = {
  name: "D, filing: after discharge it is too late to settle directly; file, then claim",
  today: "2026-11-26",
  async run(traveller) {
    await traveller.press("去备案");
    await traveller.pick("zz", "郑州市");
    await traveller.press("下一步");
    await traveller.pick("北京", "北京市");
    await traveller.press("下一步");
    await answer(traveller, "不是", "已经出院，自己付了全部费用");
    await traveller.fill("哪天住进去的？", "2026-11-31");
    await traveller.press("下一步");
    await traveller.see("日历上没有这一天");
    await traveller.fill("哪天住进去的？", "2026年11月1日");
    await traveller.press("下一步");
    await traveller.fill("哪天出院结账的？", "2026-10-30");
    await traveller.press("下一步");
    await traveller.see("请填 2026年11月1日 到 2026年11月26日 之间的日期。");
    await traveller.fill("哪天出院结账的？", "2026-11-15");
    await traveller.press("下一步");
    await answer(traveller, "自己去看病，或者临时在那里", "本人", "没有", "居民医保");

    await traveller.see("您属于：其他临时外出就医人员。这次来不及直接结算了");
    // Henan: filed after paying in full, a manual claim by the insured region's rules (22号 二（四）).
    await traveller.see("补办备案，然后：按参保地规定零星报销");
    await traveller.see("自己付了，怎么报");
    await traveller.press("下一步：核对回答");
    await traveller.press("下一步：填姓名和电话");
    await traveller.fill("姓名", "样例丙");
    await traveller.fill("身份证号", "11010519491231002X");
    await traveller.fill("电话", "13800000000");
    await traveller.press("下一步：看告知书");
    await traveller.seconds(6);
    await traveller.tick("我已看过，愿意照办");
    await traveller.press("同意，完成备案表");
    await traveller.see("表填好了，还没有交");
    // Zhengzhou's deadline of a claim is not known here: it is said to be so, and never guessed.
    await traveller.see("没有查到日期");
    await traveller.see("12393");
    await traveller.see("外伤无第三方责任承诺书");
  },
};

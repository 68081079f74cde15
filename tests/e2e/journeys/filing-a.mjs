// Journey A, the filing: insured in Luohe, living with her daughter in Shenzhen, residence permit until 2027-03-31.

import { answer } from "../steps.mjs";

/** @type {import("./traveller.js").Journey} */
export const journey = {
  name: "A, filing: by papers, from the first question to the finished form",
  today: "2026-11-26",
  async run(traveller) {
    await traveller.see("去外地看病，三步");
    await traveller.see("还没备案");
    await traveller.press("去备案");
    await traveller.see("医保是在哪里交的？");
    await traveller.pick("lh", "漯河市");
    await traveller.press("下一步");
    await traveller.see("要去哪里看病？");
    await traveller.pick("深圳", "深圳市");
    await traveller.press("下一步");
    await answer(traveller, "不是", "还没有", "长期住在那里", "是");
    // Papers or commitment: what a commitment costs is told before anything is chosen.
    await traveller.see("签承诺书办，先知道这些");
    await traveller.see("凭承诺书办的，补齐材料以前只能在备案地享受待遇");
    await answer(traveller, "凭材料", "居住证");
    await traveller.see("从哪天开始？");
    await traveller.fill("从哪天开始？", "2026-11-26");
    await traveller.press("下一步");
    await answer(traveller, "本人", "认定过", "高血压", "居民医保");

    await traveller.see(/您属于：异地长期居住/);
    await traveller.see("深圳市");
    await traveller.see("长期有效，直到变更或取消");
    // Six months from 2026-11-26 (national 医保发〔2022〕22号 二（三）).
    await traveller.see("2027年5月26日");
    await traveller.press("下一步：核对回答");
    await traveller.see("漯河市");
    await traveller.see("姓名、证件号、电话、住址不留");
    await traveller.press("下一步：填姓名和电话");

    await traveller.press("下一步：看告知书");
    await traveller.see("请填“身份证号”。");
    await traveller.fill("姓名", "样例甲");
    await traveller.fill("身份证号", "11010519491231002X");
    await traveller.fill("电话", "13800000000");
    await traveller.press("下一步：看告知书");

    await traveller.see("这不是官方原文");
    await traveller.see(/还需阅读 \d 秒/);
    await traveller.seconds(6);
    await traveller.tick("我已看过，愿意照办");
    await traveller.press("同意，完成备案表");

    await traveller.see("表填好了，还没有交");
    await traveller.see("11010519491231002X");
    await traveller.tick("居住证");
    await traveller.see("河南医保");
    await traveller.press("我已经交了");
    // Within two working days of Thursday 26 November (national Art. 9, 经办规程第九条): Monday 30 November.
    await traveller.see("备案应当办结");
    await traveller.see("2026年11月30日，还有 4 天");
    await traveller.press("通过了");
    await traveller.see("备案通过了");
    await traveller.back();
    await traveller.see("去外地看病，三步");
    await traveller.reopen();
    await traveller.see("备案到深圳市，长期有效");
    await traveller.press("看备案");
    await traveller.see("备案通过了");
    await traveller.seeNot("11010519491231002X");
  },
};

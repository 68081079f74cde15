// Journey F: a daughter files for her father, is interrupted before the notice, and comes back three weeks later, after an update that
// renamed one paper.

import { readFileSync } from "node:fs";
import { answer } from "../steps.mjs";

const shipped = new URL("../../../src/policy/packs/411100.json", import.meta.url);

/** Luohe's rules with one paper under another name. */
function renamed() {
  const text = readFileSync(shipped, "utf8").replaceAll("居住证", "居住登记证明");
  return { ...JSON.parse(text), version: "2026.12.01" };
}

/** @type {import("./traveller.js").Journey} */
export const journey = {
  name: "F: by an agent, interrupted for three weeks; one answer is asked again, the rest is there",
  today: "2026-11-26",
  async run(traveller) {
    await traveller.press("去备案");
    await traveller.pick("漯河", "漯河市");
    await traveller.press("下一步");
    await traveller.pick("sz", "深圳市");
    await traveller.press("下一步");
    await answer(traveller, "不是", "还没有", "长期住在那里", "是", "凭材料", "居住证");
    await traveller.fill("从哪天开始？", "2027-01-01");
    await traveller.press("下一步");
    await answer(traveller, "别人代办", "子女", "没有", "居民医保");
    await traveller.press("下一步：核对回答");
    await traveller.press("下一步：填姓名和电话");
    await traveller.fill("姓名", "样例父");
    await traveller.fill("代办人姓名", "样例女");
    await traveller.seconds(21 * 24 * 60 * 60);
    await traveller.reopen({ packs: [renamed()] });

    await traveller.see(/填到一半，还有最多 \d 题/);
    await traveller.press("接着填");
    await traveller.see("上次的回答逐条看过了");
    await traveller.see("规定更新过。");
    await traveller.see("要再答一次：证明材料（原来是“居住证”）");
    // Thirteen answers were given, twelve are still there.
    await traveller.see("其余 12 条都在，不用再填。");
    await traveller.choose("居住登记证明");
    await traveller.press("下一步");
    await traveller.see("您属于：异地长期居住");
    await traveller.see("2027年1月1日");
    await traveller.press("下一步：核对回答");
    await traveller.see("子女");
    await traveller.press("下一步：填姓名和电话");
    // What was typed of persons is not there any more.
    await traveller.seeNot("样例父");
    await traveller.fill("姓名", "样例父");
    await traveller.fill("身份证号", "11010519491231002X");
    await traveller.fill("电话", "13800000000");
    await traveller.press("下一步：看告知书");
    await traveller.see("请填“代办人姓名”。");
    await traveller.fill("代办人姓名", "样例女");
    await traveller.fill("代办人身份证号", "11010519900307002X");
    await traveller.fill("代办人电话", "13900000000");
    await traveller.press("下一步：看告知书");
    // A wrong check digit is told where it was typed, before the notice.
    await traveller.see("身份证号不对");
    await traveller.fill("代办人身份证号", "110105199003070025");
    await traveller.press("下一步：看告知书");
    await traveller.seconds(6);
    await traveller.tick("我已看过，愿意照办");
    await traveller.press("同意，完成备案表");
    await traveller.see("表填好了，还没有交");
    await traveller.see("样例女");
    await traveller.see("居住登记证明");
  },
};

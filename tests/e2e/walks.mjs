// Ways through every screen, each stopped at where there is something to look at: for the pictures, and for what can be measured.

import { answer } from "./steps.mjs";

/** The day on which they are walked. */
export const TODAY = "2026-11-26";

/** From the first screen to the finished form: insured in Luohe, living in Shenzhen. */
async function filing(traveller, look) {
  await look("home");
  await traveller.press("去备案");
  await look("wizard-city");
  await traveller.pick("lh", "漯河市");
  await look("wizard-city-chosen");
  await traveller.press("下一步");
  await traveller.pick("深圳", "深圳市");
  await traveller.press("下一步");
  await look("wizard-question");
  await answer(traveller, "不是", "还没有");
  await traveller.press("下一步");
  await look("wizard-unanswered");
  await answer(traveller, "长期住在那里", "是");
  await look("wizard-commitment");
  await answer(traveller, "凭材料", "居住证");
  await look("wizard-date");
  await traveller.fill("从哪天开始？", TODAY);
  await traveller.press("下一步");
  await answer(traveller, "本人", "认定过");
  await traveller.choose("高血压");
  await look("wizard-several");
  await traveller.press("下一步");
  await traveller.choose("居民医保");
  await traveller.press("下一步");
  await look("outcome");
  await traveller.press("下一步：核对回答");
  await look("check");
  await traveller.press("下一步：填姓名和电话");
  await traveller.press("下一步：看告知书");
  await look("contact");
  await traveller.fill("姓名", "样例甲");
  await traveller.fill("身份证号", "11010519491231002X");
  await traveller.fill("电话", "13800000000");
  await traveller.press("下一步：看告知书");
  await look("notice");
  await traveller.seconds(6);
  await traveller.tick("我已看过，愿意照办");
  await look("notice-ticked");
  await traveller.press("同意，完成备案表");
  await look("done");
  await traveller.press("我已经交了");
  await look("done-told");
  await traveller.reopen();
  await look("home-filed");
  await traveller.goTo("filings");
  await look("filings");
}

/** From four answers to the figure, and to everything it leads to: insured in Xi'an, in hospital in Shenzhen, referred there. */
async function estimate(traveller, look) {
  await traveller.press("去算");
  await look("estimate-city");
  await traveller.pick("xa", "西安市");
  await look("estimate-insurance");
  await traveller.choose("职工医保");
  await traveller.pick("深圳", "深圳市");
  await traveller.fill("一共要多少钱？", "50000");
  await look("estimate-bill");
  await traveller.press("算一算");
  await look("estimate-result");
  await traveller.openAll();
  await look("estimate-opened");
  await traveller.press("换一种备案会怎样");
  await look("compare");
  await traveller.press("换一级医院会怎样");
  await look("compare-tiers");
  await traveller.back();
  await traveller.press("账单再大会怎样");
  await look("curve");
  await traveller.back();
  await traveller.press("我有结算单");
  await look("slip");
  await traveller.fill("医疗费总额", "50000");
  await traveller.fill("统筹基金支付", "24480");
  await traveller.fill("基金支付总额", "24480");
  await traveller.fill("个人负担总金额", "25520");
  await traveller.press("对一对");
  await look("slip-verdict");
  await traveller.back();
  await traveller.press("查看当地规定");
  await look("sources");
}

/** Where national law only sets bounds: insured in Luohe, gone to Shenzhen on one's own. */
async function bounded(traveller, look) {
  await traveller.press("去算");
  await traveller.pick("lh", "漯河市");
  await traveller.choose("居民医保");
  await traveller.pick("深圳", "深圳市");
  await traveller.fill("一共要多少钱？", "20650");
  await traveller.press("算一算");
  await look("estimate-standards");
  await traveller.fill("起付线是多少？", "650");
  await traveller.fill("在参保地看同样的病，能报百分之几？", "65");
  await traveller.press("填好了，再算一次");
  await traveller.fill("医保范围内的金额", "20650");
  await traveller.press("填好了，再算一次");
  await traveller.choose("自己去的，备了案");
  await look("estimate-band");
  await traveller.press("账单再大会怎样");
  await look("curve-band");
  await traveller.back();
  await traveller.press("我有结算单");
  await traveller.fill("医疗费总额", "20650");
  await traveller.fill("统筹基金支付", "11000");
  await traveller.press("对一对");
  await look("slip-band");
}

/** Whether a hospital settles directly: insured in Luohe, recognised as having hypertension, in Shenzhen. */
async function place(traveller, look) {
  await traveller.press("去选");
  await look("place-city");
  await traveller.pick("lh", "漯河市");
  await traveller.pick("深圳", "深圳市");
  await traveller.choose("门诊慢特病");
  await look("place-disease");
  await traveller.choose("高血压");
  await traveller.choose("认定过");
  await traveller.choose("长期住在外地");
  await look("place-hospital");
  await traveller.fill("医院叫什么？", "示例社区医院");
  await traveller.choose("住院");
  await traveller.press("按这个判断");
  await look("place-not-yet");
  await traveller.choose("高血压");
  await traveller.press("按这个判断");
  await look("place-verdict");
}

/** What to do after paying in full: insured in Zhengzhou, discharged in Beijing, never filed. */
async function failed(traveller, look) {
  await traveller.press("看怎么办");
  await look("failed-reason");
  await traveller.choose("没有备案");
  await traveller.choose("全付了");
  await traveller.pick("zz", "郑州市");
  await traveller.pick("北京", "北京市");
  await traveller.choose("住院");
  await look("failed-route");
}

/** A screen that is reached without answers. */
const screen = (route) =>
  async function open(traveller, look) {
    await traveller.goTo(route);
    await look(route);
  };

/**
 * Over the travellers of tests/e2e/journeys, which for this can also `goTo` a screen and `openAll` that is closed.
 * @type {Record<string, (traveller: object, look: (name: string) => Promise<void>) => Promise<void>>}
 */
export const WALKS = {
  filing,
  estimate,
  bounded,
  place,
  failed,
  emergency: screen("emergency"),
  about: screen("about"),
  settings: screen("settings"),
};

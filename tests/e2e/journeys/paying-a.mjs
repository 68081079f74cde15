// Journey A, the paying side: insured in Luohe, recognised as having hypertension, living with her daughter in Shenzhen.

/** @type {import("./traveller.js").Journey} */
export const journey = {
  name: "A, paying: a hospital opened for hypertension, and the local ratio applied to her typed figures",
  today: "2026-11-26",
  async run(traveller) {
    await traveller.press("去选");
    await traveller.pick("lh", "漯河市");
    await traveller.pick("深圳", "深圳市");
    await traveller.choose("门诊慢特病");
    await traveller.choose("高血压");
    await traveller.choose("认定过");
    await traveller.choose("长期住在外地");
    // No list of facilities is shipped: she ticks what the official list says.
    await traveller.see("异地联网定点医药机构查询");
    await traveller.fill("医院叫什么？", "示例社区医院");
    await traveller.choose("住院");
    await traveller.press("按这个判断");
    await traveller.see("现在还不行，因为：");
    await traveller.see("示例社区医院这一天没有开通“门诊慢特病”的直接结算");
    await traveller.choose("高血压");
    await traveller.press("按这个判断");
    await traveller.see("按您自己查到的情况判断。");
    await traveller.seeNot("现在还不行");

    await traveller.press("算一算要付多少");
    await traveller.see("漯河市");
    await traveller.see("深圳市");
    await traveller.choose("居民医保");
    await traveller.fill("一共要多少钱？", "1000");
    await traveller.press("算一算");
    await traveller.see("漯河市的起付线和比例我们没有核实过");
    await traveller.see("12393");
    await traveller.fill("起付线是多少？", "0");
    await traveller.fill("在参保地看同样的病，能报百分之几？", "65");
    await traveller.press("填好了，再算一次");
    await traveller.fill("医保范围内的金额", "1000");
    await traveller.press("填好了，再算一次");
    await traveller.choose("长期住在外地");
    await traveller.choose("交了，或者后来补齐了");
    // By papers the ratio is that at home (漯河, and 医保发〔2022〕22号 二（五）): 1,000 × (100% − 65%).
    await traveller.see("¥350.00");
    await traveller.see("1,000.00 × 65% = 650.00");
    // What she may also tell, and need not.
    await traveller.press("不知道，跳过这一题");
    await traveller.see("剩下的问题您都跳过了");
    await traveller.reopen();
    await traveller.press("去算");
    await traveller.see("¥350.00");
  },
};

// Journey D, the claim: a Zhengzhou resident already discharged from a Beijing hospital, having paid in full and never filed.

/** @type {import("./traveller.js").Journey} */
export const journey = {
  name: "D, paying: what to do after paying in full, and what the claim may bring",
  today: "2026-11-26",
  async run(traveller) {
    await traveller.press("看怎么办");
    await traveller.choose("没有备案");
    await traveller.choose("全付了");
    await traveller.pick("zz", "郑州市");
    await traveller.pick("北京", "北京市");
    await traveller.choose("住院");
    await traveller.see("先解决原因");
    await traveller.see("回参保地零星报销");
    // Zhengzhou's deadline and papers are not known here: said so, with whom to ask.
    await traveller.see("期限未知，请打 12393，尽早办");
    await traveller.see("参保地的清单我们没有收录");
    await traveller.press("一共花了多少钱？");
    await traveller.fill("一共花了多少钱？", "8万");
    await traveller.press("填好了");
    await traveller.see("请只填数字，例如 1234.50。您填的是“8万”。");
    await traveller.fill("一共花了多少钱？", "80,000");
    await traveller.press("填好了");
    await traveller.see("¥80,000.00");

    await traveller.press("算一算大约能报多少");
    await traveller.see("¥80,000.00");
    await traveller.choose("居民医保");
    await traveller.see("郑州市的起付线和比例我们没有核实过");
    await traveller.fill("起付线是多少？", "2000");
    await traveller.fill("在参保地看同样的病，能报百分之几？", "55");
    await traveller.press("填好了，再算一次");
    await traveller.fill("医保范围内的金额", "70000");
    await traveller.press("填好了，再算一次");
    await traveller.choose("自己去的，备了案");
    // Other temporary visits: at most about 20 points lower (医保发〔2024〕21号 二), so 35 % to 55 % of 70,000 − 2,000:
    // the funds pay 23,800 to 37,400, and of 80,000 the person pays the rest.
    await traveller.see("¥42,600.00");
    await traveller.see("¥56,200.00");
    await traveller.back();
    await traveller.see("按您算花费时填的，大约能报");
    await traveller.see("¥23,800.00");
    await traveller.see("¥37,400.00");
    await traveller.see("零星报销能报多少，由参保地定");
  },
};

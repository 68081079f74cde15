// Journey C, the filing: a Henan worker with chest pain in Hangzhou at night.

/** @type {import("./traveller.js").Journey} */
export const journey = {
  name: "C: an emergency needs no filing, and what the hospital has to report is said",
  today: "2026-11-26",
  async run(traveller) {
    await traveller.see("急诊抢救？不用先备案，直接去医院");
    await traveller.press("看看对医院说什么");
    await traveller.see("先救人");
    await traveller.see("急诊抢救’标志");
    // 经办规程第八条（五）、第三十四条 (医保发〔2022〕22号 附件).
    await traveller.see("第三十四条");
    await traveller.press("填一下，看我的情况");
    await traveller.pick("郑州", "郑州市");
    await traveller.press("下一步");
    await traveller.pick("hangzhou", "杭州市");
    await traveller.press("下一步");
    await traveller.choose("是，急诊抢救");
    await traveller.press("下一步");
    await traveller.see("急诊抢救，不用先备案");
    await traveller.see("急诊抢救，视同已备案");
    await traveller.see("请医院如实上传“急诊抢救”标志");
    await traveller.press("看看对医院说什么");
    await traveller.see("出示医保电子凭证");
    await traveller.back();
    await traveller.see("急诊抢救，不用先备案");
    await traveller.back();
    await traveller.see("现在是急诊抢救吗？");
    // Back through the questions, one by one, and off the wizard.
    await traveller.back();
    await traveller.see("要去哪里看病？");
    await traveller.back();
    await traveller.see("医保是在哪里交的？");
    await traveller.back();
    await traveller.see("到医院这样说");
  },
};

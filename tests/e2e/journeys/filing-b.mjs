// Journey B: a Guangzhou retiree whose household registration moved to Changsha.

import { answer } from "../steps.mjs";

/** @type {import("./traveller.js").Journey} */
export const journey = {
  name: "B: what a commitment costs is said before it is chosen, and a change of mind loses nothing else",
  today: "2026-11-26",
  async run(traveller) {
    await traveller.press("去备案");
    await traveller.pick("广州", "广州市");
    await traveller.press("下一步");
    await traveller.choose("职工医保");
    await traveller.press("下一步");
    await traveller.pick("cs", "长沙市");
    await traveller.press("下一步");
    await answer(traveller, "不是", "还没有", "退休了，在那里安家", "迁了");

    // 粤: by commitment, benefits hold only in the place filed for until the papers are there (穗好办 温馨提示（3）（4）).
    await traveller.see("签承诺书办，先知道这些");
    await traveller.see("凭承诺书办的，补齐材料以前只能在备案地享受待遇");
    await traveller.choose("先签个人承诺书");
    await traveller.press("下一步");
    await traveller.fill("打算哪天以前补材料？", "2026-11-01");
    await traveller.press("下一步");
    await traveller.see("请填 2026年11月26日 或以后的日期。");
    await traveller.fill("打算哪天以前补材料？", "2027-01-31");
    await traveller.press("下一步");
    await traveller.press("就从今天");
    // Employees choose one of two for outpatient care, and tick it on the form.
    await traveller.see("普通门诊的待遇选哪一种？");
    await answer(traveller, "按月领普通门诊包干金", "本人", "没有");

    await traveller.see("您属于：异地安置退休人员");
    await traveller.see("个人承诺书，材料以后补");
    await traveller.see("只能在备案地享受待遇");
    await traveller.press("下一步：核对回答");

    // He has the register after all: the day for the papers is no longer needed, everything else stays.
    await traveller.press("材料或承诺");
    await traveller.see("凭材料办，还是先签承诺书？");
    await traveller.choose("凭材料");
    await traveller.see("先不算数：补材料的日期（2027年1月31日）");
    await traveller.press("下一步");
    await traveller.see("您属于：异地安置退休人员");
    await traveller.see("证明材料");
    // Open-ended, as the province's guide has it: 备案长期有效.
    await traveller.see("长期有效，直到变更或取消");
    await traveller.press("下一步：核对回答");
    await traveller.seeNot("补材料的日期");
    await traveller.see("2026年11月26日");
    await traveller.press("下一步：填姓名和电话");
    await traveller.fill("姓名", "样例乙");
    await traveller.fill("身份证号", "11010519491231002x");
    await traveller.fill("电话", "020-12345678");
    await traveller.press("下一步：看告知书");
    await traveller.seconds(6);
    await traveller.tick("我已看过，愿意照办");
    await traveller.press("同意，完成备案表");
    await traveller.see("表填好了，还没有交");
    await traveller.see("11010519491231002X");
    await traveller.see("穗好办");
  },
};

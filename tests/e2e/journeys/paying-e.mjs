// Journey E: a Nanjing employee with cancer treatment in Shanghai; the hospital is open for stays, not for outpatient chemotherapy. The
// host has a list of facilities, which does not have every hospital.

/** Made up: no list is shipped. */
const FACILITIES = `code,name,region,opened
H31010000001,示例肿瘤医院,310000,inpatient;outpatient
H31010000002,示例甲医院,310000,inpatient;M00503
H31010000003,示例乙医院,310000,M00503`;

/** @type {import("./traveller.js").Journey} */
export const journey = {
  name: "E, paying: not opened for outpatient chemotherapy, two alternatives in the same city; and the limits of the disease",
  today: "2026-11-26",
  facilities: FACILITIES,
  async run(traveller) {
    await traveller.press("去选");
    await traveller.pick("南京", "南京市");
    await traveller.pick("上海", "上海市");
    await traveller.choose("门诊慢特病");
    await traveller.pick("化疗", "恶性肿瘤门诊放化疗");
    await traveller.choose("认定过");
    await traveller.choose("长期住在外地");
    await traveller.pick("肿瘤", "示例肿瘤医院");
    await traveller.see("现在还不行，因为：");
    await traveller.see("示例肿瘤医院这一天没有开通“门诊慢特病”的直接结算");
    await traveller.see("换一家已经开通的；只能去这家的，先自费，再按参保地规定报销");
    await traveller.see("同一个地方，已经开通的");
    await traveller.see("示例甲医院");
    await traveller.see("示例乙医院");
    await traveller.press("看这家");
    await traveller.see("已开通：住院 · 恶性肿瘤门诊放化疗");
    await traveller.choose("是");
    await traveller.see("可以直接结算");
    // 宁医保（2022-11-25）二（一）: 150,000 in a year for employees.
    await traveller.see("一年最多支付 150,000 元");
    await traveller.see("来自官方文件");

    // A hospital that is not in the list: what it has opened was looked up.
    await traveller.fill("医院叫什么？", "示例二院");
    await traveller.choose("住院");
    await traveller.press("按这个判断");
    await traveller.see("现在还不行，因为：");
    await traveller.choose("恶性肿瘤门诊放化疗");
    await traveller.press("按这个判断");
    await traveller.see("不确定，要先问清楚");
    await traveller.choose("是");
    await traveller.see("可以直接结算");

    await traveller.press("算一算要付多少");
    await traveller.choose("职工医保");
    await traveller.fill("一共要多少钱？", "80000");
    await traveller.press("算一算");
    await traveller.see("我们收录的南京市规定里，没有适用于这次看病的标准");
    await traveller.fill("起付线是多少？", "0");
    await traveller.press("填好了，再算一次");
    await traveller.fill("医保范围内的金额", "80000");
    await traveller.press("填好了，再算一次");
    await traveller.press("今年没有用过，都是 0");
    await traveller.choose("长期住在外地");
    await traveller.choose("在职");
    // 92 % for working employees, long-term as at home: 80,000 × 8 %.
    await traveller.see("¥6,400.00");
    await traveller.see("80,000.00 × 92% = 73,600.00");
  },
};

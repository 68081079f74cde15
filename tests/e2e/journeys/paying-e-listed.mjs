// Journey E where the host has a list of facilities: the hospital is searched for, and its alternatives are named.

/** Made up: no list is shipped. */
const FACILITIES = `code,name,region,opened
H31010000001,示例肿瘤医院,310000,inpatient;outpatient
H31010000002,示例甲医院,310000,inpatient;M00503
H31010000003,示例乙医院,310000,M00503`;

/** @type {import("./traveller.js").Journey} */
export const journey = {
  name: "E, paying, with a list: not opened for outpatient chemotherapy, two alternatives in the same city",
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
    await traveller.see("同一个地方，已经开通的");
    await traveller.see("示例甲医院");
    await traveller.see("示例乙医院");
    await traveller.press("看这家");
    await traveller.see("已开通：住院 · 恶性肿瘤门诊放化疗");
    await traveller.choose("是");
    await traveller.see("可以直接结算");
    // 宁医保（2022-11-25）二（一）: 150,000 in a year for employees.
    await traveller.see("一年最多支付 150,000 元");
  },
};

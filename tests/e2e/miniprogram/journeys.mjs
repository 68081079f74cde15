/** Answers what is always asked, for a stay at a tier-3 hospital in Guangdong. */
async function fillStay(driver, { province, city, insurance, group, category, total, inScope }) {
  await driver.choose("insuredProvince", province);
  await driver.choose("insuredRegion", city);
  await driver.choose("insurance", insurance);
  await driver.choose("group", group);
  await driver.choose("place", "广东");
  await driver.choose("tier", "三级");
  await driver.choose("category", category);
  await driver.pickDate("admitted", "2026-06-01");
  await driver.pickDate("settled", "2026-06-12");
  await driver.type("total", total);
  await driver.type("inScope", inScope);
}

const XIAN = { province: "陕西", city: "西安", category: "当地医院转过去的" };

/** A Xi'an employee, working, referred; nothing used this year. */
export async function fillXianEmployee(driver) {
  await fillStay(driver, { ...XIAN, insurance: "职工医保", group: "在职", total: "50000", inScope: "42000" });
  await driver.submit();
  await driver.part("shortcut-admissions").click();
}

/** A Xi'an resident, grown up, referred; enough own payments for 大病. */
export async function fillXianResident(driver) {
  await fillStay(driver, {
    ...XIAN,
    insurance: "居民医保",
    group: "其他居民",
    total: "88888.88",
    inScope: "76543.21",
  });
  await driver.submit();
  await driver.choose("standing", "都不是");
  await driver.part("shortcut-admissions").click();
}

/** Someone of Luohe, whose table is not known, who went on their own and filed. */
export async function fillLuoheStay(driver, changes = {}) {
  await fillStay(driver, {
    province: "河南",
    city: "漯河",
    insurance: "居民医保",
    group: "其他居民",
    category: "自己去的，备了案",
    total: "20650",
    inScope: "20650",
    ...changes,
  });
}

/** The same, with the deductible and the ratio as learned from the local office. */
export async function fillLuoheResident(driver) {
  await fillLuoheStay(driver);
  await driver.submit();
  await driver.type("deductible", "650");
  await driver.type("ratio", "65");
}

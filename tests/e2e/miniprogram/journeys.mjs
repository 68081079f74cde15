/** A Xi'an employee, working, referred to a tier-3 hospital in another province. */
export async function fillXianEmployee(driver) {
  await driver.choose("insuredRegion", "西安");
  await driver.choose("insurance", "职工医保");
  await driver.choose("group", "在职");
  await driver.choose("place", "广东");
  await driver.choose("tier", "三级");
  await driver.choose("category", "当地医院转过去的");
  await driver.pickDate("admitted", "2026-06-01");
  await driver.pickDate("settled", "2026-06-12");
  await driver.type("total", "50000");
  await driver.type("inScope", "42000");
  await driver.part("shortcut-admissions").click();
}

/** A Nanchang resident, grown up, referred to a tier-3 hospital in another province; enough own payments for 大病. */
export async function fillNanchangResident(driver) {
  await driver.choose("insuredRegion", "南昌");
  await driver.choose("insurance", "居民医保");
  await driver.choose("group", "其他居民");
  await driver.choose("place", "广东");
  await driver.choose("tier", "三级");
  await driver.choose("category", "当地医院转过去的");
  await driver.pickDate("admitted", "2026-06-01");
  await driver.pickDate("settled", "2026-06-12");
  await driver.type("total", "70000");
  await driver.type("inScope", "62000");
  await driver.part("shortcut-admissions").click();
}

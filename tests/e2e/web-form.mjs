// How a reader uses the web page, for tests and screenshots.

export const xianEmployee = {
  insuredRegion: "610100",
  insurance: "employee",
  group: "working",
  place: "310000",
  tier: "tier3",
  category: "referral",
  admitted: "2026-03-01",
  settled: "2026-03-10",
  total: "50000",
  inScope: "42000",
  admissions: "0",
  poolPaid: "0",
  largeAmountPaid: "0",
};

export const nanchangResident = {
  insuredRegion: "360100",
  insurance: "resident",
  group: "otherResident",
  place: "440000",
  tier: "tier3",
  category: "otherTemporary",
  admitted: "2026-03-01",
  settled: "2026-03-10",
  total: "88888.88",
  inScope: "76543.21",
  admissions: "0",
  poolPaid: "0",
  seriousIllnessBase: "0",
  seriousIllnessPaid: "0",
};

async function answer(page, id, value) {
  const control = page.locator(`#${id}-control`);
  if ((await control.count()) === 0) await page.locator(`#${id}-${value}`).check();
  else if ((await control.evaluate((node) => node.tagName)) === "SELECT") await control.selectOption(value);
  else await control.fill(value);
}

/** Opens the page and waits until it takes answers. */
export async function open(page, url) {
  await page.goto(url);
  await page.locator("#form button[type=submit]").waitFor();
}

export async function fill(page, answers) {
  for (const [id, value] of Object.entries(answers)) await answer(page, id, value);
}

export async function submit(page) {
  await page.locator("#form button[type=submit]").click();
}

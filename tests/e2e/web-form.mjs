// How a reader uses the web page, for tests and screenshots.

/** Who asks about which stay; `asked` is what the page asks for once it has seen `stay`. */
export const xianEmployee = {
  stay: {
    insuredProvince: "610000",
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
  },
  asked: { admissions: "0", poolPaid: "0" },
};

export const xianResident = {
  stay: {
    ...xianEmployee.stay,
    insurance: "resident",
    group: "otherResident",
    total: "88888.88",
    inScope: "76543.21",
  },
  asked: {
    standing: "ordinary",
    admissions: "0",
    poolPaid: "0",
    seriousIllnessBase: "0",
    seriousIllnessPaid: "0",
  },
};

/** Her region's table is not known; she has asked for the deductible and the ratio. */
export const luoheResident = {
  stay: {
    ...xianResident.stay,
    insuredProvince: "410000",
    insuredRegion: "411100",
    place: "440000",
    category: "otherTemporary",
    admitted: "2026-11-02",
    settled: "2026-11-12",
    total: "20650",
    inScope: "20650",
  },
  asked: { deductible: "650", ratio: "65" },
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

/** Fills in the stay, sends it, answers what is asked then, and sends that. */
export async function estimate(page, { stay, asked }) {
  await fill(page, stay);
  await submit(page);
  await fill(page, asked);
  await submit(page);
}

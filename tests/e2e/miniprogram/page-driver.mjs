/** A mini-program page in the runner, spoken to in the words of its form. */
export class PageDriver {
  constructor(page, problems) {
    this.page = page;
    /** Everything the console or the page complained about. */
    this.problems = problems;
  }

  /** An element by the id its template gives it; glass-easel puts the component's own prefix before it. */
  part(id) {
    return this.page.locator(`[id$="--${id}"]`);
  }

  host() {
    return this.page.evaluate(() => window.host);
  }

  async ready() {
    await this.part("submit").waitFor();
  }

  async choose(fieldId, label) {
    await this.part(`control-${fieldId}`).click();
    await this.page.locator(".host-sheet-option", { hasText: label }).first().click();
  }

  async pickDate(fieldId, date) {
    await this.part(`control-${fieldId}`).click();
    await this.page.locator(".host-sheet-date").fill(date);
    await this.page.locator(".host-sheet-confirm").click();
  }

  async type(fieldId, text) {
    await this.part(`control-${fieldId}`).locator("input").fill(text);
  }

  async submit() {
    await this.part("submit").click();
  }

  async textOf(id) {
    return (await this.part(id).textContent()).trim();
  }

  /** Opens every line of the ledger that has something to show. */
  async openLedger() {
    await this.part("headline").waitFor();
    for (const opener of await this.page.locator(".line-open").all()) await opener.click();
  }

  /** The amounts of the ledger's lines, from the top. */
  async ledgerAmounts() {
    await this.part("headline").waitFor();
    return (await this.page.locator(".line-amount").allTextContents()).map((text) => text.trim());
  }
}

/**
 * Opens the runner's page as on a phone.
 * @param {import("playwright-core").Browser} browser
 * @param {string} url of the served host
 * @param {{ width?: number, height?: number, colorScheme?: "light" | "dark", today?: string, query?: Record<string, string>,
 *   before?: (page: import("playwright-core").Page) => Promise<void> }} options
 */
export async function openMiniProgram(browser, url, options = {}) {
  const { width = 375, height = 812, colorScheme = "light", today = "2026-06-15", query = {} } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    screen: { width, height },
    colorScheme,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
  });
  context.setDefaultTimeout(8000);
  const page = await context.newPage();
  const problems = [];
  page.on("pageerror", (error) => problems.push(`uncaught: ${error.message}`));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) problems.push(`${message.type()}: ${message.text()}`);
  });
  await page.clock.setFixedTime(`${today}T10:00:00+08:00`);
  if (options.before) await options.before(page);
  await page.goto(`${url}?${new URLSearchParams(query)}`);
  return new PageDriver(page, problems);
}

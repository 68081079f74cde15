/** A mini-program in the runner, as a test works it. */
export class PageDriver {
  constructor(page, problems) {
    this.page = page;
    /** Everything the console or the page complained about, and every request for something that is not in the package. */
    this.problems = problems;
  }

  /** The page in front. */
  screen() {
    return this.page.locator("wx-page:not([style*='display: none'])");
  }

  /** Elements of the page in front by the class their template gives them, with or without a component's prefix. */
  part(name) {
    return this.screen().locator(`.${name}, [class$="--${name}"], [class*="--${name} "]`);
  }

  text() {
    return this.screen().evaluate((element) => element.innerText);
  }

  host() {
    return this.page.evaluate(() => window.host);
  }

  phone(what, ...values) {
    return this.page.evaluate(([name, given]) => window.phone[name](...given), [what, values]);
  }

  async ready() {
    await this.screen().locator(".title").waitFor();
  }
}

function watch(page, url, problems) {
  page.on("pageerror", (error) => problems.push(`uncaught: ${error.message}`));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) problems.push(`${message.type()}: ${message.text()}`);
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith("data:"))
      problems.push(`request: ${request.url()}`);
  });
}

/**
 * Opens the runner's page as on a phone.
 * @param {import("playwright-core").Browser} browser
 * @param {string} url of the served host
 * @param {{ width?: number, height?: number, colorScheme?: "light" | "dark", today?: string, query?: Record<string, string>,
 *   settings?: object, before?: (page: import("playwright-core").Page) => Promise<void> }} options `settings` as the reader left them
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
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const problems = [];
  watch(page, url, problems);
  await page.clock.install({ time: `${today}T09:00:00+08:00` });
  if (options.settings) await page.addInitScript(keepSettings, options.settings);
  if (options.before) await options.before(page);
  await page.goto(`${url}?${new URLSearchParams(query)}`);
  return new PageDriver(page, problems);
}

function keepSettings(settings) {
  const key = "wx:yidi.settings";
  const text = JSON.stringify({ version: 1, value: settings });
  if (window.localStorage.getItem(key) === null) window.localStorage.setItem(key, JSON.stringify(text));
}

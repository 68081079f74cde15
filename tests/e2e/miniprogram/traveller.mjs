import assert from "node:assert/strict";

/** Longer than the mini-program keeps its hands off a step that has just come. */
const SETTLED_MS = 400;

/**
 * What is on the screen, found by the words a person sees. Runs in the page.
 * @param {{ among: string, says: string }} wanted `among` a selector of what may be meant
 */
function findBySaying({ among, says }) {
  const top = [...document.querySelectorAll("wx-page")].find((page) => page.style.display !== "none");
  const linesOf = (element) => element.innerText.split("\n").map((line) => line.trim());
  // What leads on comes first, wherever it stands.
  const found = [".foot ", ".others ", ""]
    .flatMap((place) => [...top.querySelectorAll(among.replace(/(^|, )/g, `$1${place}`))])
    .filter((element) => element.getClientRects().length > 0);
  const named = (element) => element.getAttribute("aria-label") ?? "";
  const ways = [
    (element) => linesOf(element).includes(says),
    (element) => named(element) === says,
    (element) => element.innerText.includes(says),
    (element) => named(element).includes(says),
  ];
  for (const way of ways) {
    const element = found.find(way);
    if (element) return element;
  }
  return null;
}

const PRESSABLE = "wx-button, [role=button]";
const CHOOSABLE = "[role=radio], [role=checkbox]";

/** A person on their way through the mini-program in the runner (the interface of tests/e2e/journeys). */
export class MiniTraveller {
  /** @param {import("./page-driver.mjs").PageDriver} driver */
  constructor(driver) {
    this.driver = driver;
    this.page = driver.page;
  }

  async settle(milliseconds = SETTLED_MS) {
    await this.page.clock.runFor(milliseconds);
  }

  async route() {
    const pages = await this.page.evaluate(() => window.phone.pages());
    return pages[pages.length - 1].split("/").pop();
  }

  /** @returns {Promise<string>} everything that can be read on the screen, with what is closed opened */
  async read() {
    return this.driver.text();
  }

  async openAll() {
    const closed = this.driver.screen().locator("[aria-expanded=false]");
    while ((await closed.count()) > 0) await closed.first().click();
  }

  async look(among, says) {
    const handle = await this.page.evaluateHandle(findBySaying, { among, says });
    return handle.asElement();
  }

  async find(among, says) {
    const seen = await this.look(among, says);
    if (seen) return seen;
    await this.openAll();
    const opened = await this.look(among, says);
    assert.ok(opened, `nothing says “${says}” on ${await this.route()}:\n${await this.read()}`);
    return opened;
  }

  async act(among, says) {
    const element = await this.find(among, says);
    assert.equal(await element.getAttribute("aria-disabled"), null, `“${says}” cannot be pressed`);
    await element.click();
    await this.settle();
  }

  press(label) {
    return this.act(PRESSABLE, label);
  }

  /** A press of which nothing should come. */
  async pressAnyway(label) {
    const element = await this.look(PRESSABLE, label);
    if (element) await element.click({ force: true });
    await this.settle();
  }

  choose(label) {
    return this.act(CHOOSABLE, label);
  }

  tick(label) {
    return this.act("[role=checkbox]", label);
  }

  async pick(query, label, pickerLabel) {
    const pickers = this.driver.part("picker");
    const picker = pickerLabel ? pickers.filter({ hasText: pickerLabel }) : pickers;
    await picker.first().locator("input").fill(query);
    await this.act("[role=button]", label);
  }

  async fill(label, text) {
    const field = await this.find("wx-input", label);
    const box = await field.$("input");
    await box.fill(text);
    await box.evaluate((input) => input.blur());
    await this.settle(50);
  }

  async says(what) {
    const text = await this.read();
    return typeof what === "string" ? text.includes(what) : what.test(text);
  }

  async see(what) {
    if (await this.says(what)) return;
    await this.openAll();
    assert.ok(await this.says(what), `${what} is not said on ${await this.route()}:\n${await this.read()}`);
  }

  async seeNot(what) {
    await this.openAll();
    assert.ok(!(await this.says(what)), `${what} is said on ${await this.route()}:\n${await this.read()}`);
  }

  async back() {
    const button = this.driver.screen().locator(".bar-back");
    if (await button.isVisible()) await button.click();
    else await this.page.evaluate(() => window.phone.back());
    await this.settle();
  }

  /** Longer times are not lived through second by second. */
  async seconds(count) {
    if (count > 60) await this.page.clock.fastForward(count * 1000);
    else await this.settle(count * 1000);
  }

  async hide() {
    await this.driver.phone("hide");
  }

  async show() {
    await this.driver.phone("show");
    await this.settle();
  }

  /** To a screen, as from a link: nothing lies below it. */
  async goTo(route) {
    await this.driver.phone("launch", `/pages/${route}/${route}`);
    await this.settle();
  }

  /** Killed and started again over the same storage, perhaps with newer rules. */
  async reopen({ packs } = {}) {
    if (packs) {
      await this.page.addInitScript((newer) => {
        window.newerPacks = newer;
      }, packs);
    }
    await this.page.reload();
    await this.driver.ready();
    await this.settle();
  }

  /** Every file of the mini-program is on the phone: that it asks for nothing else, `openMiniProgram` watches all the time. */
  async offline() {}

  async figure() {
    const amounts = await this.driver
      .part("figure-amount")
      .first()
      .locator("[class$=--nowrap]")
      .allInnerTexts();
    return amounts.join(" – ");
  }
}

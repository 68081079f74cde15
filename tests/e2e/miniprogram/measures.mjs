import { createRequire } from "node:module";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** What axe finds against WCAG 2.2 AA on the screen in front. */
export async function violations(driver) {
  if (!(await driver.page.evaluate(() => "axe" in window))) await driver.page.addScriptTag({ path: AXE });
  return driver.page.evaluate(async () => {
    const runOnly = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];
    const top = [...document.querySelectorAll("wx-page")].find((page) => page.style.display !== "none");
    const found = await window.axe.run(top, { runOnly });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
  });
}

/** Everything that can be pressed or typed into, with its size. */
export function targetsOf(driver) {
  return driver.screen().evaluate((screen) =>
    [
      ...screen.querySelectorAll(
        "wx-button, wx-input, wx-picker, [role=button], [role=radio], [role=checkbox]",
      ),
    ].map((target) => {
      const { width, height } = target.getBoundingClientRect();
      const says = target.innerText.trim().replace(/\s+/g, " ") || target.className;
      return { says, width: Math.round(width), height: Math.round(height) };
    }),
  );
}

/** Every size of text on the screen, with the smallest ratio of line height to it. */
export function textOf(driver) {
  return driver.screen().evaluate((screen) => {
    const walker = document.createTreeWalker(screen, NodeFilter.SHOW_TEXT);
    const sizes = new Set();
    let leading = Number.POSITIVE_INFINITY;
    while (walker.nextNode()) {
      const { parentElement, data } = walker.currentNode;
      if (!data.trim() || parentElement.closest("[aria-hidden=true]")) continue;
      const style = getComputedStyle(parentElement);
      const size = parseFloat(style.fontSize);
      sizes.add(Math.round(size * 10) / 10);
      leading = Math.min(leading, parseFloat(style.lineHeight) / size);
    }
    return { sizes: [...sizes].sort((one, other) => one - other), leading };
  });
}

/** What reaches beyond the right edge of the screen. */
export function runsOff(driver) {
  return driver
    .screen()
    .evaluate((screen) =>
      [...screen.querySelectorAll("*")]
        .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 0.5)
        .map((element) => `${element.className}: ${element.innerText}`),
    );
}

/** What lies under WeChat's own button while the screen is at its top. */
export function underMenu(driver) {
  return driver.page.evaluate(() => {
    window.scrollTo(0, 0);
    const menu = document.querySelector(".host-menu").getBoundingClientRect();
    const top = [...document.querySelectorAll("wx-page")].find((page) => page.style.display !== "none");
    const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
    const covered = [];
    while (walker.nextNode()) {
      if (!walker.currentNode.data.trim()) continue;
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      const box = range.getBoundingClientRect();
      const apart =
        box.right <= menu.left || box.left >= menu.right || box.bottom <= menu.top || box.top >= menu.bottom;
      if (!apart && box.width > 1) covered.push(walker.currentNode.data);
    }
    return covered;
  });
}

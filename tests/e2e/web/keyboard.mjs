// A traveller without a pointer: everything is reached by Tab and the arrows, and pressed by Enter or the space bar.

import assert from "node:assert/strict";

/** More stops than any screen has. */
const STOPS = 150;

const isFocused = (handle) => handle.evaluate((element) => document.activeElement === element);

/** What has the focus must show it, and must not lie under the bar at the bottom. Runs in the page. */
function focusFault() {
  const element = document.activeElement;
  const marked = element.closest(".option") ?? element;
  const { outlineStyle, outlineWidth } = getComputedStyle(marked);
  if (outlineStyle === "none" || Number.parseFloat(outlineWidth) < 2) return "the focus cannot be seen";
  const bar = document.querySelector(".bottom")?.getBoundingClientRect();
  const { top, bottom } = marked.getBoundingClientRect();
  const isBar = element.closest(".bottom") !== null;
  if (!isBar && bar && top >= bar.top) return "the focus is under the bar";
  if (bottom <= 0 || top >= innerHeight) return "the focus is off the screen";
  return null;
}

async function reach(page, isThere, what) {
  for (let stop = 0; stop < STOPS; stop += 1) {
    if (await isThere()) {
      assert.equal(await page.evaluate(focusFault), null, `at ${what}`);
      return;
    }
    await page.keyboard.press("Tab");
  }
  assert.fail(`Tab never comes to ${what}`);
}

/** @param {import("playwright-core").Page} page */
export function createKeyboard(page) {
  const groupOf = (radio) =>
    radio.evaluate((element) => document.activeElement?.name === element.name && element.name !== "");
  return {
    async press(handle, what) {
      await reach(page, () => isFocused(handle), what);
      await page.keyboard.press("Enter");
    },
    async check(handle, what) {
      const isRadio = (await handle.getAttribute("type")) === "radio";
      await reach(page, () => (isRadio ? groupOf(handle) : isFocused(handle)), what);
      for (let option = 0; isRadio && option < STOPS && !(await isFocused(handle)); option += 1)
        await page.keyboard.press("ArrowDown");
      if (!isRadio || !(await handle.isChecked())) await page.keyboard.press("Space");
    },
    async type(handle, text, what) {
      await reach(page, () => isFocused(handle), what);
      await page.keyboard.press("ControlOrMeta+A");
      await page.keyboard.insertText(text);
    },
  };
}

// Everything that is asked of how a screen looks and reads, in both modes, on all sizes of screen, and in the dark.

import { axeViolations, PHONE, setCare } from "./browsing.mjs";
import { shortcomings } from "./measures.mjs";

const SIZES = [{ width: 320, height: 568 }, PHONE, { width: 1280, height: 800 }];

/**
 * Shows the page in every way that a reader may have it, and gathers what `look` finds there.
 * @param {import("playwright-core").Page} page
 * @param {(mode: "normal" | "care", sight: { isPhone: boolean }) => Promise<string[]>} look
 */
async function inEverySight(page, look) {
  const found = [];
  const wasCare = await page.evaluate(() => document.documentElement.hasAttribute("data-care"));
  const gather = async (name, mode, sight) => {
    for (const fault of await look(mode, sight)) found.push(`${mode} ${name} ${fault}`);
  };
  for (const mode of ["normal", "care"]) {
    await setCare(page, mode === "care");
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await gather(size.width, mode, { isPhone: size === PHONE });
    }
    await page.setViewportSize(PHONE);
    await page.emulateMedia({ colorScheme: "dark" });
    await gather("dark", mode, { isPhone: true });
    await page.emulateMedia({ colorScheme: "light" });
  }
  await setCare(page, wasCare);
  return found;
}

/** What the measures find: quick, for every screen there is. */
export const measuredFaultsOf = (page) => inEverySight(page, (mode) => shortcomings(page, mode));

/** What the measures and axe find. */
export const faultsOf = (page) =>
  inEverySight(page, async (mode, { isPhone }) => {
    // Colours are the same on every width, and axe is slow at them.
    const violations = await axeViolations(page, isPhone ? [] : ["color-contrast"]);
    return [...(await shortcomings(page, mode)), ...violations];
  });

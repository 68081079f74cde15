// Everything that is asked of how a screen looks and reads, in both modes and on all sizes of screen.

import { axeViolations, PHONE, setCare } from "./browsing.mjs";
import { shortcomings } from "./measures.mjs";

const SIZES = [{ width: 320, height: 568 }, PHONE, { width: 1280, height: 800 }];

/**
 * @param {import("playwright-core").Page} page
 * @returns {Promise<string[]>} what is wrong, each with the mode and the width
 */
export async function faultsOf(page) {
  const found = [];
  const wasCare = await page.evaluate(() => document.documentElement.hasAttribute("data-care"));
  const look = async (name, mode, without = []) => {
    const faults = [...(await shortcomings(page, mode)), ...(await axeViolations(page, without))];
    found.push(...faults.map((fault) => `${name} ${fault}`));
  };
  for (const mode of ["normal", "care"]) {
    await setCare(page, mode === "care");
    for (const size of SIZES) {
      await page.setViewportSize(size);
      // Colours are the same on every width, and axe is slow at them.
      await look(`${mode} ${size.width}`, mode, size === PHONE ? [] : ["color-contrast"]);
    }
    await page.setViewportSize(PHONE);
    await page.emulateMedia({ colorScheme: "dark" });
    await look(`${mode} dark`, mode);
    await page.emulateMedia({ colorScheme: "light" });
  }
  await setCare(page, wasCare);
  return found;
}

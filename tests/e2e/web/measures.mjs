// What a person with weak eyes or an unsteady hand meets on the page, measured in the browser.

/** What the standard for older users and WCAG 2.2 AA ask for, in pixels and ratios. */
const LEAST = {
  normal: { text: 15, target: 44, leading: 1.3, contrast: 4.5 },
  care: { text: 18, target: 60, leading: 1.3, contrast: 4.5 },
};

function measure(least) {
  const TARGETS = "a, button, input:not([type=radio], [type=checkbox]), summary, label.option";
  const CONTROLS = "input:not([type=radio], [type=checkbox])";
  const found = [];
  const tell = (what, element) =>
    found.push(
      `${what}: <${element.tagName.toLowerCase()} ${element.className}> ${element.textContent.trim().slice(0, 60)}`,
    );

  const parse = (colour) => colour.match(/[\d.]+/g).map(Number);
  const luminance = (colour) => {
    const [red, green, blue] = colour
      .slice(0, 3)
      .map((channel) => channel / 255)
      .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const backgroundOf = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour[3] === undefined || colour[3] === 1) return colour;
      if (colour[3] !== 0) throw new Error("a half transparent background cannot be judged here");
    }
    return [255, 255, 255];
  };
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };

  for (const element of document.body.querySelectorAll("*")) {
    const says = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const hidden = !element.checkVisibility() || element.closest(".visually-hidden, .skip:not(:focus)");
    if (!(says || element.matches(CONTROLS)) || hidden) continue;
    const style = getComputedStyle(element);
    const size = Number.parseFloat(style.fontSize);
    if (size < least.text - 0.01) tell(`${size}px`, element);
    const leading = style.lineHeight === "normal" ? 1.2 : Number.parseFloat(style.lineHeight) / size;
    // A figure that stands alone has no line below it.
    const manyLines = element.getBoundingClientRect().height > 1.8 * size * leading;
    if (manyLines && leading < least.leading - 0.01 && !element.matches(".figure-amount, .figure-amount *"))
      tell(`line height ${leading.toFixed(2)}`, element);
    const ratio = contrast(parse(style.color), backgroundOf(element));
    if (ratio < least.contrast) tell(`contrast ${ratio.toFixed(2)}`, element);
  }

  for (const target of document.querySelectorAll(TARGETS)) {
    if (!target.checkVisibility() || target.matches(".skip:not(:focus)")) continue;
    const { width, height } = target.getBoundingClientRect();
    if (width < least.target - 0.01 || height < least.target - 0.01)
      tell(`${width.toFixed(1)} × ${height.toFixed(1)}`, target);
  }

  const root = document.documentElement;
  const wider = root.scrollWidth - root.clientWidth;
  if (wider > 0) {
    found.push(`${wider}px wider than the screen`);
    for (const element of document.body.querySelectorAll("*"))
      if (
        element.getBoundingClientRect().right > root.clientWidth + 0.5 &&
        !element.closest(".visually-hidden")
      )
        tell("too wide", element);
  }
  return found;
}

/**
 * Texts too small, too close or too faint, targets too small, and whatever does not fit the screen.
 * @param {import("playwright-core").Page} page
 * @param {"normal" | "care"} mode
 * @returns {Promise<string[]>}
 */
export const shortcomings = (page, mode) => page.evaluate(measure, LEAST[mode]);

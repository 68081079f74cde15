// What a person with weak eyes or an unsteady hand meets on the page, measured in the browser.

/** Texts that are set smaller than `least` pixels. */
export function smallTexts(page, least) {
  return page.evaluate((least) => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!node.data.trim() || !parent.checkVisibility()) continue;
      const size = Number.parseFloat(getComputedStyle(parent).fontSize);
      if (size < least) found.push(`${size}px: ${node.data.trim()}`);
    }
    for (const input of document.querySelectorAll("input:not([type=radio]), select")) {
      const size = Number.parseFloat(getComputedStyle(input).fontSize);
      if (size < least) found.push(`${size}px: ${input.id}`);
    }
    return found;
  }, least);
}

/** What can be tapped and is smaller than `least` pixels in a direction. A radio button is tapped by its row. */
export function smallTargets(page, least) {
  return page.evaluate((least) => {
    const targets = document.querySelectorAll(
      "a, button, input:not([type=radio]), select, summary, label.option",
    );
    return [...targets]
      .filter((target) => target.checkVisibility())
      .map((target) => ({ target, box: target.getBoundingClientRect() }))
      .filter(({ box }) => box.width < least - 0.01 || box.height < least - 0.01)
      .map(
        ({ target, box }) =>
          `${target.tagName} ${target.id} ${target.textContent}: ${box.width} × ${box.height}`,
      );
  }, least);
}

/** Visible texts whose colour has less contrast with what is behind them than `least`. */
export function faintTexts(page, least) {
  return page.evaluate((least) => {
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
    const found = [];
    for (const element of document.body.querySelectorAll("*")) {
      const says = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.data.trim(),
      );
      const isControl = element.matches("input:not([type=radio]), select");
      if (!(says || isControl) || !element.checkVisibility()) continue;
      const ratio = contrast(parse(getComputedStyle(element).color), backgroundOf(element));
      if (ratio < least) found.push(`${ratio.toFixed(2)}: ${element.className} ${element.textContent}`);
    }
    return found;
  }, least);
}

/** By how many pixels the page is wider than the screen. */
export function overflow(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** The reader's own, of those that are spoken here. */
export function ownLanguage() {
  return /^zh\b/i.test(navigator.language) ? "zh-CN" : "en";
}

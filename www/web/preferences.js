// What the reader chose on this device. A browser that keeps nothing (private windows) is no fault: the choice then lasts
// as long as the page.

const kept = { language: "yidi.language", care: "yidi.care" };

function read(name) {
  try {
    return localStorage.getItem(kept[name]);
  } catch (_forbidden) {
    return null;
  }
}

function write(name, value) {
  try {
    localStorage.setItem(kept[name], value);
  } catch (_forbidden) {
    return;
  }
}

export function preferredLanguage() {
  return read("language") ?? (/^zh\b/i.test(navigator.language) ? "zh-CN" : "en");
}

export function rememberLanguage(language) {
  write("language", language);
}

export function prefersCare() {
  return read("care") === "on";
}

export function rememberCare(on) {
  write("care", on ? "on" : "off");
}

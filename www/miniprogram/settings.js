const KEY = "settings";
const LANGUAGES = ["zh-CN", "en"];

function baseInfo() {
  return wx.getAppBaseInfo ? wx.getAppBaseInfo() : wx.getSystemInfoSync();
}

function hostLanguage() {
  return /^en/.test(baseInfo().language || "") ? "en" : "zh-CN";
}

/** What the reader chose on this phone; else the host's language, and care mode off. */
function readSettings() {
  const saved = wx.getStorageSync(KEY) || {};
  return {
    language: LANGUAGES.includes(saved.language) ? saved.language : hostLanguage(),
    care: saved.care === true,
  };
}

function saveSettings(settings) {
  wx.setStorageSync(KEY, settings);
}

/** How much larger than usual the reader has set WeChat's text. */
function textScale() {
  const scale = baseInfo().fontSizeScaleFactor;
  return scale > 0 ? scale : 1;
}

module.exports = { readSettings, saveSettings, textScale };

// What the phone and WeChat say about themselves.

function baseInfo() {
  return wx.getAppBaseInfo ? wx.getAppBaseInfo() : wx.getSystemInfoSync();
}

function windowInfo() {
  return wx.getWindowInfo ? wx.getWindowInfo() : wx.getSystemInfoSync();
}

function deviceLanguage() {
  return /^en/.test(baseInfo().language || "") ? "en" : "zh-CN";
}

/** How much larger than usual the reader has set WeChat's text. */
function textScale() {
  const scale = baseInfo().fontSizeScaleFactor;
  return scale > 0 ? scale : 1;
}

/** Where WeChat's own button lies in the top right corner: what the bar of a screen has to keep clear of. */
function topBar() {
  const { statusBarHeight = 20, windowWidth } = windowInfo();
  const button = wx.getMenuButtonBoundingClientRect();
  return {
    top: statusBarHeight,
    height: button.bottom + button.top - 2 * statusBarHeight,
    right: windowWidth - button.left,
  };
}

/** "2026-11-22", where the reader is. */
function today() {
  const now = new Date();
  const two = (number) => `0${number}`.slice(-2);
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

module.exports = { deviceLanguage, textScale, topBar, today };

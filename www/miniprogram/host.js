// What the presenters ask of WeChat (`Host` in the presenters' view.d.ts).

const config = require("./config.js");
const { deviceLanguage, today } = require("./device.js");
const { copy, save } = require("./files.js");

const storage = {
  read: (key) => wx.getStorageSync(key) || null,
  write: (key, text) => wx.setStorageSync(key, text),
  remove: (key) => wx.removeStorageSync(key),
};

/**
 * @param {object} yidi
 * @param {Pick<import("../present/view.js").Host, "go" | "back" | "afterPaint">} pages
 */
function createHost(yidi, pages) {
  const host = {
    now: () => Date.now(),
    today,
    language: deviceLanguage(),
    storage,
    go: pages.go,
    back: pages.back,
    afterPaint: pages.afterPaint,
    copy,
    // WeChat has no printer: a paper is read on the screen, and copied for someone who has one.
    save,
    outboxStorage: yidi.deviceStorage(),
  };
  // Only where a receiver is configured is there anything that could send.
  if (config.receiver) host.transport = yidi.httpTransport({ url: config.receiver });
  if (config.facilities) host.facilities = () => Promise.resolve(config.facilities);
  return host;
}

module.exports = { createHost };

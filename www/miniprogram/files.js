// Files for the reader: events go into the phone's calendar, others to a chat; where WeChat is too old, the text is copied.

const { calendarEvents } = require("./calendar-events.js");

function copy(text) {
  wx.setClipboardData({ data: text });
}

/** One event after the other: each may ask the reader for leave. */
function addEvents(events, onRefused) {
  const [first, ...others] = events;
  if (!first) return;
  wx.addPhoneCalendar(Object.assign({ success: () => addEvents(others, onRefused), fail: onRefused }, first));
}

/** Nothing of it stays behind on the phone. */
function shareFile({ name, text }) {
  const files = wx.getFileSystemManager();
  const filePath = `${wx.env.USER_DATA_PATH}/${name}`;
  files.writeFileSync(filePath, text, "utf8");
  const complete = () => files.unlink({ filePath, fail: () => {} });
  wx.shareFileMessage({ filePath, fileName: name, complete, fail: () => {} });
}

function shareOrCopy(file) {
  if (wx.shareFileMessage) shareFile(file);
  else copy(file.text);
}

/** @param {{ name: string, type: string, text: string }} file */
function save(file) {
  const events = /^text\/calendar/.test(file.type) && wx.addPhoneCalendar ? calendarEvents(file.text) : [];
  if (events.length > 0) addEvents(events, () => shareOrCopy(file));
  else shareOrCopy(file);
}

module.exports = { copy, save };

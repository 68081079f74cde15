const { createEstimatePage, frameWords } = require("../../present.js");
const { loadEngine } = require("../../engine.js");
const { readSettings, saveSettings, textScale } = require("../../settings.js");
const { pageData, dataChanges } = require("./page-data.js");
const pageWords = require("./words.js");

function today() {
  const now = new Date();
  const two = (number) => `0${number}`.slice(-2);
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function wordsIn(language) {
  return Object.assign({}, frameWords(language), pageWords[language]);
}

/** The one place a reader should look at next. */
function placeOfAnswer(view) {
  if (view.error) return view.error.fieldId ? `#field-${view.error.fieldId}` : null;
  if (view.notice) return `#section-${view.sections.find((section) => section.notice).id}`;
  return view.result ? "#result" : null;
}

Page({
  data: { phase: "preparing", words: {}, care: false, textScale: 1, busy: false, fields: [] },

  onLoad() {
    this.settings = readSettings();
    this.showSettings();
    this.prepare();
  },

  onShow() {
    this.setData({ textScale: textScale() });
  },

  prepare() {
    this.setData({ phase: "preparing" });
    return loadEngine()
      .then((yidi) => this.start(yidi))
      .catch((error) => {
        console.warn("yidi", error);
        this.setData({ phase: "failed" });
      });
  },

  start(yidi) {
    this.shown = {};
    this.estimate = createEstimatePage({
      yidi,
      today: today(),
      language: this.settings.language,
      onChange: (view) => this.show(view),
    });
    this.show(this.estimate.view());
    this.setData({ phase: "ready" });
  },

  show(view) {
    const next = pageData(view);
    const changes = dataChanges(this.shown, next);
    this.shown = next;
    if (Object.keys(changes).length > 0) this.setData(changes);
  },

  showSettings() {
    const words = wordsIn(this.settings.language);
    this.setData({ words, care: this.settings.care });
    wx.setNavigationBarTitle({ title: words.bar });
  },

  changeSettings(change) {
    this.settings = Object.assign({}, this.settings, change);
    saveSettings(this.settings);
    this.showSettings();
  },

  onLanguage() {
    this.changeSettings({ language: this.settings.language === "en" ? "zh-CN" : "en" });
    if (this.estimate) this.estimate.setLanguage(this.settings.language);
  },

  onCare() {
    this.changeSettings({ care: !this.settings.care });
  },

  onChoice(event) {
    const field = this.estimate.view().fields[event.currentTarget.dataset.index];
    this.estimate.set(field.id, field.options[Number(event.detail.value)].value);
  },

  onDate(event) {
    this.estimate.set(event.currentTarget.dataset.id, event.detail.value);
  },

  // The box already shows what was typed: sending it back while the reader types moves the cursor.
  onTyped(event) {
    const { id, index } = event.currentTarget.dataset;
    this.shown.fields[index].value = event.detail.value;
    this.estimate.set(id, event.detail.value);
  },

  onShortcut(event) {
    const section = this.estimate.view().sections[event.currentTarget.dataset.index];
    for (const id of section.fieldIds) this.estimate.set(id, section.shortcut.value);
  },

  // The phone draws the pressed button before the engine has the thread; taps in between ask for the same answer.
  onSubmit() {
    if (this.data.busy) return;
    this.setData({ busy: true }, () => {
      this.estimate.submit();
      this.setData({ busy: false }, () => this.goToAnswer());
    });
  },

  goToAnswer() {
    const selector = placeOfAnswer(this.estimate.view());
    if (selector) wx.pageScrollTo({ selector, duration: 200 });
  },

  onEnd() {
    this.estimate.showEnd(this.data.otherEnd.end);
  },

  onLine(event) {
    const { index } = event.currentTarget.dataset;
    const line = this.data.lines[index];
    if (line.opens) this.setData({ [`lines[${index}].open`]: !line.open });
  },

  onCopy(event) {
    wx.setClipboardData({
      data: event.currentTarget.dataset.address,
      success: () => wx.showToast({ title: this.data.words.copied, icon: "none" }),
    });
  },
});

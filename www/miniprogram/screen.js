const { dataChanges } = require("./data-changes.js");
const { deviceLanguage, textScale, topBar } = require("./device.js");
const { copy } = require("./files.js");
const { screenWords } = require("./present.js");
const router = require("./router.js");
const { comeToFront, leaveFront, startApp } = require("./shell.js");
const { pathOf, placeOf, viewData } = require("./view-data.js");
const ownWords = require("./words.js");

/** The second half of a double tap falls on whatever the next step has put under the finger. */
const SETTLING_MS = 350;

/** How much larger each choice of the settings makes the text. */
const TEXT_SIZES = { normal: 1, large: 1.25, largest: 1.5 };

/** The last focus and announcement that were followed; a page that is opened later must not follow them again. */
const followed = { focus: 0, announce: 0 };

function wordsIn(language) {
  return Object.assign({}, screenWords(language), ownWords[language]);
}

function lookOf(device, { care, textSize }) {
  const scale = device.textScale * TEXT_SIZES[textSize];
  return { care, scale, barTop: device.bar.top, barHeight: device.bar.height, barRight: device.bar.right };
}

/** Names no value: an error may carry what the reader typed. */
function report(error) {
  console.warn("yidi", error.name, error.code || "");
}

/**
 * A page that shows one screen.
 * @param {string} route
 */
module.exports = function screen(route) {
  Page({
    data: {
      phase: "loading",
      words: {},
      look: {},
      view: {},
      reveal: "",
      announcement: "",
      fault: "",
      holdsBack: false,
    },

    onLoad() {
      this.shown = { view: {} };
      /** What was typed into a box and not yet sent back to it, by its path in the data. */
      this.typed = {};
      this.device = { textScale: textScale(), bar: topBar() };
      this.setData({
        words: wordsIn(deviceLanguage()),
        look: lookOf(this.device, { care: false, textSize: "normal" }),
      });
      this.start();
    },

    onShow() {
      this.isInFront = true;
      comeToFront(this);
      this.enter();
    },

    onHide() {
      this.leave();
    },

    onUnload() {
      this.leave();
    },

    onShareAppMessage() {
      return { title: this.data.words.name, path: "/pages/home/home" };
    },

    start() {
      this.setData({ phase: "loading" });
      return startApp()
        .then((app) => {
          this.app = app;
          this.enter();
        })
        .catch((error) => {
          report(error);
          this.setData({ phase: "broken" });
        });
    },

    /** Once the page is in front and the engine is there, whichever comes last. */
    enter() {
      if (!this.isInFront || !this.app || this.ticking) return;
      this.device = { textScale: textScale(), bar: topBar() };
      this.ticking = setInterval(() => this.tell("tick"), 1000);
      this.tell("enter");
      this.draw();
    },

    leave() {
      this.isInFront = false;
      leaveFront(this);
      if (!this.ticking) return;
      clearInterval(this.ticking);
      this.ticking = null;
      this.tell("leave");
    },

    /** Tells the presenter what happened. */
    tell(what, ...values) {
      if (this.data.fault && what !== "tick") this.setData({ fault: "" });
      return this.attempt(() => this.app[what](route, ...values));
    },

    /** What a presenter cannot cope with is told to the reader. */
    attempt(work) {
      try {
        return work();
      } catch (error) {
        report(error);
        this.setData({ phase: "ready", fault: this.data.words.fault });
        return undefined;
      }
    },

    draw() {
      const view = this.tell("view");
      if (!view) return;
      const settings = this.app.settings();
      const words = wordsIn(settings.language);
      const next = {
        phase: "ready",
        view: viewData(view, words),
        look: lookOf(this.device, settings),
        words,
        holdsBack: Boolean(view.step),
      };
      const isFirst = this.shown.phase !== "ready";
      const isNewStep = view.step !== this.shown.view.step;
      const changes = dataChanges(this.shown, next);
      this.shown = next;
      if (isFirst || isNewStep) this.settledAt = Date.now() + SETTLING_MS;
      this.send(changes);
      if (isNewStep && !isFirst) wx.pageScrollTo({ scrollTop: 0, duration: 0 });
      this.follow(view);
    },

    /** A box takes a text only where it differs from the last one sent: what was typed meanwhile is sent first. */
    send(changes) {
      const overwritten = Object.keys(changes).some((path) => path in this.typed);
      if (overwritten) this.sendTyped();
      if (Object.keys(changes).length > 0) this.setData(changes);
    },

    sendTyped() {
      const typed = this.typed;
      this.typed = {};
      if (Object.keys(typed).length > 0) this.setData(typed);
    },

    /** Leads the reader's eye or ear where the presenter wants it. */
    follow({ focus, announce }) {
      if (announce && announce.step > followed.announce) {
        followed.announce = announce.step;
        this.setData({ announcement: announce.text });
      }
      if (focus && focus.step > followed.focus) {
        followed.focus = focus.step;
        const place = placeOf(this.shown.view.blocks, focus.id);
        if (place) this.setData({ reveal: place }, () => this.scrollTo(place));
      }
    },

    scrollTo(place) {
      const { barTop, barHeight } = this.shown.look;
      const query = wx.createSelectorQuery();
      query.select(`.screen >>> .at-${place}`).boundingClientRect();
      query.selectViewport().scrollOffset();
      query.exec(([block, scroll]) => {
        if (!block) return;
        const scrollTop = Math.max(0, scroll.scrollTop + block.top - barTop - barHeight - 32);
        wx.pageScrollTo({ scrollTop, duration: 200 });
      });
    },

    isSettling() {
      return Date.now() < this.settledAt;
    },

    onPress(event) {
      const { id, value, off } = event.detail.id ? event.detail : event.currentTarget.dataset;
      if (!off && !this.isSettling()) this.tell("act", id, value);
    },

    onChoose(event) {
      if (!this.isSettling()) this.tell("type", event.detail.id, event.detail.value);
    },

    // The box shows already what was typed: sent back to it while the reader types, it would move the cursor.
    onTyped(event) {
      const { id, place, name, value } = event.detail;
      const { block, path } = pathOf(this.shown.view.blocks, place);
      block[name] = value;
      this.typed[`view.${path}.${name}`] = value;
      this.tell("type", id, value);
    },

    onCopy(event) {
      copy(event.detail.text);
    },

    onBack() {
      if (!this.isSettling() && !this.tell("back")) this.letGo(router.back);
    },

    /** While the page holds the phone's way back, no page can be left by it. */
    letGo(move) {
      if (!this.shown.holdsBack) return move();
      this.shown.holdsBack = false;
      return this.setData({ holdsBack: false }, move);
    },

    /** The phone's own way back let go of the holder instead of the page. */
    onHeldBack() {
      if (!this.shown.holdsBack) return;
      this.letGo(() => {
        if (this.tell("back")) this.draw();
        else router.back();
      });
    },
  });
};

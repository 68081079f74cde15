export const notice = {
  screen: { "zh-CN": "看告知书", en: "The notice" },
  lead: {
    "zh-CN": "备案前要看一遍。请往下读，读够时间再勾选、同意。",
    en: "To be read before filing. Please read on; once the time is up, tick the box and agree.",
  },
  unknown: {
    title: { "zh-CN": "没有收录这里的告知书", en: "The notice of this region is not known here" },
    line: {
      "zh-CN": "所以不能在这里完成。请打 12393，到官方渠道备案。",
      en: "So it cannot be completed here. Call 12393 and file through an official channel.",
    },
  },
  left: { "zh-CN": "还需阅读 {seconds} 秒", en: "Read for {seconds} more seconds" },
  tick: { "zh-CN": "我已看过，愿意照办", en: "I have read this and agree to follow it" },
  tickFirst: { "zh-CN": "请先勾选“我已看过”", en: "Please tick “I have read this” first" },
  agree: { "zh-CN": "同意，完成备案表", en: "Agree and complete the form" },
  ready: { "zh-CN": "时间到了，可以勾选了。", en: "The time is up; you can tick the box now." },
  paused: {
    "zh-CN": "刚才离开了，离开的时间没有算。接着读就行。",
    en: "You were away; that time did not count. Just read on.",
  },
  speak: { "zh-CN": "读给我听", en: "Read it to me" },
  again: { "zh-CN": "请再看一遍", en: "Please read it again" },
};

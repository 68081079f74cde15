// What front ends say around a view: words that belong to the drawing of a block and to no one screen.

export const frame = {
  name: { "zh-CN": "异地就医", en: "Care away from home" },
  skip: { "zh-CN": "跳到正文", en: "Skip to the content" },
  loading: { "zh-CN": "正在打开……", en: "Opening …" },
  broken: {
    "zh-CN": "没能打开计算程序。请检查网络，再刷新一次页面。",
    en: "The calculator could not be loaded. Please check the connection and reload the page.",
  },
  starting: { "zh-CN": "正在准备，马上就好……", en: "Getting ready, just a moment …" },
  missing: {
    "zh-CN": "计算程序还没能打开。您选的还在。请检查网络，再试一次。",
    en: "The calculator could not be loaded yet. What you chose is still there. Please check the connection and try again.",
  },
  retry: { "zh-CN": "再试一次", en: "Try again" },
  reload: { "zh-CN": "重新打开", en: "Reload" },
  fault: {
    "zh-CN": "程序出了问题，这一步没有做成。您填的还在，请再试一次。",
    en: "Something went wrong and this step was not done. What you entered is still there; please try again.",
  },
  newer: {
    "zh-CN": "有新版本，规定数据可能也更新了。",
    en: "There is a newer version, perhaps with newer rules.",
  },
  renew: { "zh-CN": "换成新版本", en: "Use it now" },
  why: { "zh-CN": "为什么问", en: "Why we ask" },
  optional: { "zh-CN": "可以不填", en: "may be left empty" },
  severalHint: { "zh-CN": "可以选几项", en: "Choose all that apply" },
  chosen: { "zh-CN": "已选：{name}", en: "Chosen: {name}" },
  ticked: { "zh-CN": "已备好 {count} 样，共 {total} 样", en: "{count} of {total} ready" },
  upTo: { "zh-CN": "至", en: "to" },
  fund: { "zh-CN": "医保等付", en: "paid by the funds" },
  person: { "zh-CN": "您付", en: "paid by you" },
  laws: { "zh-CN": "依据（{count} 条）", en: "Rules ({count})" },
  says: { "zh-CN": "规定", en: "Says" },
  document: { "zh-CN": "依据", en: "Document" },
  clause: { "zh-CN": "条款", en: "Clause" },
  period: { "zh-CN": "有效期", en: "In force" },
  checked: { "zh-CN": "核对", en: "Checked" },
  source: { "zh-CN": "看原文", en: "Read the source" },
  /** Stands where a message has no title, so that colour is never the only sign. */
  tones: {
    good: { "zh-CN": "放心", en: "Good" },
    info: { "zh-CN": "说明", en: "Note" },
    caution: { "zh-CN": "请留意", en: "Please note" },
    loss: { "zh-CN": "要紧", en: "Important" },
  },
};

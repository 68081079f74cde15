/** What only the mini-program says; all other words come from the presenters. */
module.exports = {
  "zh-CN": {
    broken: "没有准备好，可能是手机空间不够，或微信版本太旧。请再试一次。",
    back: "返回",
    open: "展开",
    openLaw: "看依据",
    close: "收起",
    calendar: "选日期",
    copySource: "复制原文网址",
    copyPaper: "复制全文，发给家人打印",
    colon: "：",
  },
  en: {
    broken:
      "This could not get ready: the phone may be short of storage, or WeChat too old. Please try again.",
    back: "Back",
    open: "Open",
    openLaw: "See the rule",
    close: "Close",
    calendar: "Pick a date",
    copySource: "Copy the link to the text",
    copyPaper: "Copy it for someone who can print",
    colon: ": ",
  },
};

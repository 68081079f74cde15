/** What only this page says; the estimate's words and the headings come from the presenter. */
module.exports = {
  "zh-CN": {
    bar: "异地就医",
    preparing: "正在准备…",
    failed: "没有准备好，可能是手机空间不够，或微信版本太旧。请再试一次。",
    retry: "再试一次",
    standardSize: "标准字号",
    change: "更改",
    openLaw: "看依据",
    openFormula: "看算法",
    close: "收起",
    copy: "复制原文网址",
    copied: "已复制",
    colon: "：",
  },
  en: {
    bar: "Care away from home",
    preparing: "Getting ready…",
    failed:
      "This could not get ready: the phone may be short of storage, or WeChat too old. Please try again.",
    retry: "Try again",
    standardSize: "Standard text",
    change: "Change",
    openLaw: "See the rule",
    openFormula: "See the sum",
    close: "Close",
    copy: "Copy the link to the text",
    copied: "Copied",
    colon: ": ",
  },
};

export const curve = {
  title: { "zh-CN": "账单再大会怎样", en: "What if the bill grows?" },
  intro: {
    "zh-CN": "账单从小到大，您自己要付多少。拐弯的地方，就是一条规定开始起作用的地方。",
    en: "What you pay as the bill grows. Where the line bends, a rule begins to apply.",
  },
  picture: { "zh-CN": "账单多大，自己付多少", en: "What you pay, by the size of the bill" },
  takes: {
    most: {
      "zh-CN": "不知道的事，都按付得最多的情形算。",
      en: "What is not known is taken where you pay most.",
    },
    least: {
      "zh-CN": "不知道的事，都按付得最少的情形算。",
      en: "What is not known is taken where you pay least.",
    },
  },
  show: {
    most: { "zh-CN": "按付得最多的情形看", en: "Where you pay most" },
    least: { "zh-CN": "按付得最少的情形看", en: "Where you pay least" },
  },
  outside: {
    "zh-CN": "医保范围外的 {amount} 全由自己付，这里不变。",
    en: "The {amount} outside the scope is paid by you and stays as it is.",
  },
  x: { "zh-CN": "账单", en: "Bill" },
  y: { "zh-CN": "您自己付", en: "You pay" },
  here: { "zh-CN": "您的账单 {total}，您付 {amount}", en: "Your bill of {total}: you pay {amount}" },
  band: {
    "zh-CN":
      "有的规定只写了最多降多少，没有写死：图上是两条线，下面一条是付得最少，上面一条是付得最多，实际在两条之间。",
    en: "A rule here only sets bounds. The lower line is the least that you pay, the upper one the most; what you pay lies between them.",
  },
  upTo: {
    label: { "zh-CN": "医保范围内的费用，看到多少？", en: "Amount in scope up to" },
    apply: { "zh-CN": "重新画", en: "Draw again" },
  },
  table: {
    caption: { "zh-CN": "同样的数，写成表", en: "The same as a table" },
    total: { "zh-CN": "账单", en: "Bill" },
    inScope: { "zh-CN": "医保范围内", en: "In scope" },
    pays: { "zh-CN": "您付", en: "You pay" },
    begins: { "zh-CN": "从这里开始", en: "What begins here" },
  },
};

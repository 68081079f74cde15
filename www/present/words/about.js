export const about = {
  title: { "zh-CN": "这是什么", en: "What this is" },
  lead: {
    "zh-CN":
      "在一个城市参保、去另一个城市看病：这里一步步告诉您怎么备案、带什么材料、能不能直接结算、自己大约付多少。",
    en: "Insured in one city and treated in another: this tells you step by step how to file, which papers to bring, whether the bill is settled directly, and roughly what you pay.",
  },
  official: {
    title: { "zh-CN": "它不是什么", en: "What it is not" },
    lines: [
      {
        "zh-CN": "不是官方工具，也不会替您把备案交到医保局：填好的表要自己到官方渠道交。",
        en: "It is not official, and files nothing with the office for you: you hand the form in through an official channel.",
      },
      {
        "zh-CN": "花费是估算，实际金额以医院结算为准。",
        en: "Costs are estimates; the actual settlement decides.",
      },
    ],
  },
  officialWithReceiver: {
    "zh-CN": "不是官方工具。填好的备案发给这个页面的主办方设置的接收方，其他内容不离开这台设备。",
    en: "It is not official. A finished filing goes to the receiver that the operator of this page has set; nothing else leaves this device.",
  },
  data: {
    title: { "zh-CN": "填的内容在哪里", en: "Where your answers are" },
    lines: [
      {
        "zh-CN": "都在这台设备上，关掉再打开还在。",
        en: "On this device; they are still there when you come back.",
      },
      {
        "zh-CN": "姓名、证件号、电话、住址不保存，关掉就没有了。",
        en: "Names, identity numbers, telephones and addresses are not kept; they are gone once this is closed.",
      },
      {
        "zh-CN": "在设置里可以全部带走，也可以全部删除。",
        en: "In the settings you can take everything along, or delete it all.",
      },
    ],
  },
  figures: {
    title: { "zh-CN": "数字从哪里来", en: "Where the figures come from" },
    lines: [
      {
        "zh-CN": "每条规定都写明文件、条款、日期和可信程度。没有查到的，就说没有查到，不猜。",
        en: "Every rule names its document, clause, date and grade. What was not found is said to be so, never guessed.",
      },
    ],
  },
  grades: { "zh-CN": "可信程度的意思", en: "What the grades mean" },
  gradeMeaning: {
    official: { "zh-CN": "官方文件的原文", en: "The text of an official document" },
    published: {
      "zh-CN": "媒体、医院或办事指南公开发布的，没有对到原文",
      en: "Published by media, a hospital or a guide; not checked against the text itself",
    },
    unconfirmed: {
      "zh-CN": "来自二手资料，没有核对过，只作参考",
      en: "From secondary data, not checked; for orientation only",
    },
    userSupplied: { "zh-CN": "您自己填的", en: "Entered by you" },
  },
  gradeNames: {
    official: { "zh-CN": "官方文件", en: "Official" },
    published: { "zh-CN": "公开发布", en: "Published" },
    unconfirmed: { "zh-CN": "待核实", en: "Unconfirmed" },
    userSupplied: { "zh-CN": "自己填的", en: "Your own" },
  },
  version: { "zh-CN": "版本", en: "Version" },
  sources: { "zh-CN": "看某个城市的全部规定", en: "See all rules of a city" },
};

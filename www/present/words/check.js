export const check = {
  title: { "zh-CN": "核对一遍", en: "Check your answers" },
  lead: { "zh-CN": "哪一条不对，点旁边的“修改”。", en: "Press “Change” beside whatever is wrong." },
  groups: {
    insured: { "zh-CN": "医保", en: "Insurance" },
    care: { "zh-CN": "去哪里看病", en: "Where care is" },
    why: { "zh-CN": "为什么在那里", en: "Why there" },
    papers: { "zh-CN": "材料和日期", en: "Papers and dates" },
    filer: { "zh-CN": "谁来办", en: "Who files" },
    more: { "zh-CN": "慢特病和药", en: "Chronic diseases and drugs" },
  },
  as: { "zh-CN": "按这一类备案", en: "Filed as" },
  sent: {
    title: { "zh-CN": "接下来会怎样", en: "What happens next" },
    handedOver: {
      "zh-CN": "填好的表不会发到任何地方：由您带去窗口，或照着填进官方 App、小程序。",
      en: "The form is sent nowhere: you take it to the counter, or copy it into an official app.",
    },
    sends: {
      "zh-CN": "填好、看过告知书、按了同意以后，备案发给本页主办方设置的接收方。",
      en: "Once filled in, read and agreed to, the filing is sent to the receiver that this page's operator has set.",
    },
    kept: {
      "zh-CN": "这台设备只留：类型、地点、日期、材料。姓名、证件号、电话、住址不留。",
      en: "This device keeps only the kind, places, dates and papers; no names, identity numbers, telephones or addresses.",
    },
  },
  next: { "zh-CN": "下一步：填姓名和电话", en: "Next: name and telephone" },
};

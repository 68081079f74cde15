export const settings = {
  title: { "zh-CN": "设置", en: "Settings" },
  care: {
    label: { "zh-CN": "显示", en: "Display" },
    options: {
      off: { label: { "zh-CN": "普通", en: "Normal" } },
      on: {
        label: { "zh-CN": "关怀版", en: "Care mode" },
        hint: { "zh-CN": "大字、大按钮、一行一件事", en: "Large text, large buttons, one thing a line" },
      },
    },
  },
  textSize: {
    label: { "zh-CN": "字的大小", en: "Size of the text" },
    options: {
      normal: { label: { "zh-CN": "正常", en: "Normal" } },
      large: { label: { "zh-CN": "大", en: "Large" } },
      largest: { label: { "zh-CN": "最大", en: "Largest" } },
    },
  },
  language: {
    label: { "zh-CN": "语言 / Language", en: "Language / 语言" },
    options: {
      "zh-CN": { label: { "zh-CN": "中文", en: "中文" } },
      en: { label: { "zh-CN": "英文 English", en: "English" } },
    },
  },
  kept: {
    title: { "zh-CN": "存在这台设备上的", en: "Kept on this device" },
    nothing: { "zh-CN": "什么也没有存。", en: "Nothing is kept." },
    lead: {
      "zh-CN": "没有姓名、证件号、电话和住址。",
      en: "No names, identity numbers, telephones or addresses.",
    },
    leadWithForm: {
      "zh-CN": "您让存的备案表上有姓名和证件号；其余没有。",
      en: "The form that you had kept bears name and identity number; nothing else does.",
    },
    aside: { "zh-CN": "读不出来、放在一边的", en: "What could not be read, set aside" },
    count: { "zh-CN": "{count} 份", en: "{count}" },
    is: { "zh-CN": "有", en: "kept" },
    form: { "zh-CN": "备案表（有姓名）", en: "Forms (with names)" },
    export: { "zh-CN": "全部带走（存成文件）", en: "Take everything along (as a file)" },
    copy: { "zh-CN": "全部带走（复制）", en: "Take everything along (copy)" },
    copied: { "zh-CN": "已复制", en: "Copied" },
    file: { "zh-CN": "异地就医记录.json", en: "yidi-records.json" },
    delete: { "zh-CN": "全部删除", en: "Delete everything" },
  },
  sure: {
    title: { "zh-CN": "确定全部删除吗？", en: "Really delete everything?" },
    lines: [
      {
        "zh-CN": "这台设备上的回答、我的备案、算过的花费和设置都会没有，找不回来。",
        en: "The answers, filings, estimates and settings on this device will be gone for good.",
      },
      {
        "zh-CN": "已经交到医保部门的备案不受影响。",
        en: "Filings that the office already has are not affected.",
      },
    ],
    yes: { "zh-CN": "确定全部删除", en: "Delete everything" },
    no: { "zh-CN": "不删", en: "Keep it" },
  },
  deleted: { "zh-CN": "已经全部删除。", en: "Everything was deleted." },
  notDeleted: {
    "zh-CN": "这台设备不让删：{what}。请到系统设置里清除这个应用的数据。",
    en: "This device does not let go of: {what}. Please clear the app's data in the system settings.",
  },
  underWay: {
    "zh-CN": "还有备案正在发送，等对方答复撤回以后才会删掉。",
    en: "A filing is still being sent; it is deleted once the receiver has answered.",
  },
};

export const contact = {
  title: { "zh-CN": "填姓名和电话", en: "Name and telephone" },
  lead: {
    "zh-CN": "备案表要写这些。只在这次打开时用，不保存；关掉就没有了。",
    en: "The form needs these. They are used this once and not kept; once this is closed they are gone.",
  },
  sends: {
    "zh-CN": "同意告知书以后，会随备案发给接收方。",
    en: "Once you have agreed to the notice they are sent to the receiver with the filing.",
  },
  person: { "zh-CN": "看病的人（参保人）", en: "The patient (insured person)" },
  agent: { "zh-CN": "代办人", en: "The agent" },
  referral: { "zh-CN": "转诊证明", en: "The referral letter" },
  fields: {
    name: {
      label: { "zh-CN": "姓名", en: "Name" },
      help: { "zh-CN": "和身份证上一样", en: "As on the identity card" },
    },
    idNumber: {
      label: { "zh-CN": "身份证号", en: "Identity number" },
      help: { "zh-CN": "18 位，最后一位可能是 X", en: "18 characters, the last may be X" },
    },
    phone: {
      label: { "zh-CN": "电话", en: "Telephone" },
      help: { "zh-CN": "手机号，或带区号的座机", en: "Mobile, or a fixed line with its area code" },
    },
    address: {
      label: { "zh-CN": "在那边的住址", en: "Address there" },
      help: { "zh-CN": "没有定的可以不填", en: "May be left empty" },
    },
    agentName: { label: { "zh-CN": "代办人姓名", en: "Agent's name" } },
    agentIdNumber: {
      label: { "zh-CN": "代办人身份证号", en: "Agent's identity number" },
      help: { "zh-CN": "18 位，最后一位可能是 X", en: "18 characters, the last may be X" },
    },
    agentPhone: { label: { "zh-CN": "代办人电话", en: "Agent's telephone" } },
    issuedBy: {
      label: { "zh-CN": "开转诊证明的医院", en: "Hospital that issued the letter" },
      help: { "zh-CN": "照证明上写", en: "As written in the letter" },
    },
    issuedOn: { label: { "zh-CN": "证明上的日期", en: "Date of the letter" } },
    refersTo: {
      label: { "zh-CN": "转去的医院", en: "Hospital referred to" },
      help: { "zh-CN": "证明上没有写的可以不填", en: "May be left empty where the letter names none" },
    },
    diagnosis: {
      label: { "zh-CN": "诊断", en: "Diagnosis" },
      help: { "zh-CN": "可以不填", en: "May be left empty" },
    },
  },
  problems: {
    missing: { "zh-CN": "请填“{label}”。", en: "Please fill in “{label}”." },
    tooLong: { "zh-CN": "太长了，最多 100 个字。", en: "Too long: at most 100 characters." },
    idNumber: {
      "zh-CN": "身份证号不对，请对着证件再看一遍：18 位，可能打错了一位。",
      en: "This is no identity number. Please compare it with the card: 18 characters, one may be mistyped.",
    },
    phone: {
      "zh-CN": "电话不对。手机 11 位；座机要带区号，如 010-12345678。",
      en: "This is no telephone number. Mobiles have 11 digits; a fixed line needs its area code, as in 010-12345678.",
    },
    issuedOn: {
      "zh-CN": "日期不对：不能晚于今天，请这样填：2026-11-22。",
      en: "This date is wrong: not after today, and written like 2026-11-22.",
    },
    other: { "zh-CN": "这一项不对：{reason}", en: "This is not right: {reason}" },
  },
  lost: {
    title: { "zh-CN": "姓名和电话要再填一次", en: "Name and telephone have to be entered again" },
    line: {
      "zh-CN": "为了安全没有保存。其他回答都在。",
      en: "For safety they were not kept. All other answers are still there.",
    },
  },
  next: { "zh-CN": "下一步：看告知书", en: "Next: the notice" },
  complete: { "zh-CN": "完成备案表", en: "Complete the form" },
};

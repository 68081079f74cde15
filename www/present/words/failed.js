export const failed = {
  title: { "zh-CN": "报销没成功？", en: "Settlement failed?" },
  intro: {
    "zh-CN": "选一选是哪一种情况，我们说清楚接下来怎么办。",
    en: "Say which it is, and we set out what to do next.",
  },
  keep: {
    "zh-CN": "票据、费用清单、病历都先留好。",
    en: "Keep the receipts, the itemised list and the medical record.",
  },
  working: { "zh-CN": "正在查规定……", en: "Looking up the rules …" },
  questions: {
    reason: {
      short: { "zh-CN": "为什么没成", en: "Why" },
      label: { "zh-CN": "是下面哪一种情况？", en: "Which of these is it?" },
    },
    paid: {
      short: { "zh-CN": "结账了吗", en: "Paid?" },
      label: { "zh-CN": "钱自己全付了吗？", en: "Have you paid it all yourself?" },
    },
    insuredRegion: {
      short: { "zh-CN": "参保地", en: "Insured region" },
      label: { "zh-CN": "医保在哪里交的？", en: "Where is the insurance paid?" },
    },
    treatmentRegion: {
      short: { "zh-CN": "在哪里看的病", en: "Place of care" },
      label: { "zh-CN": "在哪里看的病？", en: "Where was the care?" },
    },
    kind: {
      short: { "zh-CN": "看病方式", en: "Kind of care" },
      label: { "zh-CN": "怎么看的病？", en: "What kind of care?" },
    },
    insurance: {
      short: { "zh-CN": "医保种类", en: "Insurance" },
      label: { "zh-CN": "是哪一种医保？", en: "Which insurance?" },
    },
    on: {
      short: { "zh-CN": "哪天", en: "Day" },
      label: { "zh-CN": "哪天出院结账（看的病）？", en: "On which day was it settled?" },
    },
    total: {
      short: { "zh-CN": "一共多少钱", en: "Whole bill" },
      label: { "zh-CN": "一共花了多少钱？", en: "What was the whole bill?" },
    },
    tried: {
      short: { "zh-CN": "补记账", en: "Post-billing" },
      label: {
        "zh-CN": "回医院补记账，试过了吗？",
        en: "Did you try to have the hospital bill it after the fact?",
      },
    },
  },
  reasons: {
    notFiled: {
      label: { "zh-CN": "没有备案", en: "It was not filed" },
      hint: { "zh-CN": "去外地看病前没有登记", en: "Nothing was registered before the care" },
    },
    wrongPlace: {
      label: { "zh-CN": "备案了，但备的是别的地方", en: "Filed, but for another place" },
      hint: { "zh-CN": "备案的城市和医院不在一起", en: "The hospital is not in the city filed for" },
    },
    facilityNotOpened: {
      label: { "zh-CN": "医院说它没有开通", en: "The hospital has not opened it" },
      hint: { "zh-CN": "这家医院不能直接结算这一类", en: "It does not settle this kind directly" },
    },
    qualificationMissing: {
      label: { "zh-CN": "没有门诊慢特病资格", en: "Not recognised for the chronic disease" },
      hint: { "zh-CN": "参保地还没有认定", en: "The insured region has not recognised it" },
    },
    insuranceSuspended: {
      label: { "zh-CN": "医保停了", en: "The insurance is suspended" },
      hint: { "zh-CN": "断缴，或者待遇暂停", en: "Not paid up, or benefits suspended" },
    },
    systemFailure: {
      label: { "zh-CN": "刷不了卡、系统坏了", en: "The card or the system failed" },
      hint: { "zh-CN": "网络、读卡、医保码出问题", en: "Network, card reader or insurance code" },
    },
  },
  paid: {
    yes: {
      label: { "zh-CN": "全付了", en: "Yes, all of it" },
      hint: { "zh-CN": "已经自费结清", en: "It is settled and paid" },
    },
    no: {
      label: { "zh-CN": "还没结账", en: "No, the bill is open" },
      hint: { "zh-CN": "人还在医院，或者账还没结", en: "Still there, or not settled so far" },
    },
  },
  tried: {
    yes: {
      label: { "zh-CN": "试过，没办成", en: "Yes, without success" },
      hint: { "zh-CN": "接下来回参保地报销", en: "Then it is claimed at home" },
    },
    no: {
      label: { "zh-CN": "还没试", en: "Not so far" },
      hint: { "zh-CN": "先回医院试", en: "Try the hospital first" },
    },
  },
  routes: {
    mend: { "zh-CN": "先解决原因", en: "Mend the cause" },
    settleDirectly: { "zh-CN": "回医院直接结算", en: "Have it settled directly after all" },
    postBilling: { "zh-CN": "回医院补记账", en: "Have the hospital bill it after the fact" },
    manualClaim: { "zh-CN": "回参保地零星报销", en: "Claim at the insured region" },
    ask: { "zh-CN": "问清楚", en: "Ask" },
  },
  steps: {
    "zh-CN": "一步一步来；前一步办成了，后面的就不用了",
    en: "Step by step; once one succeeds, the rest is not needed",
  },
  papers: { "zh-CN": "要带的材料", en: "Papers to bring" },
  papersUnknown: {
    "zh-CN":
      "要带什么，参保地的清单我们没有收录。先把票据、费用清单、病历、身份证、社保卡（银行卡）都备好，再打 12393 问。",
    en: "The insured region's list of papers is not known here. Have receipts, itemised list, medical record, identity card and bank card ready, and ask 12393.",
  },
  deadline: { "zh-CN": "最晚哪天", en: "Deadline" },
  deadlineUnknown: { "zh-CN": "期限未知，请打 12393，尽早办", en: "Not known: ask 12393, and do it soon" },
  dates: { "zh-CN": "要记住的日子", en: "Days to remember" },
  calendar: { "zh-CN": "加入日历", en: "Add to the calendar" },
  calendarFile: { "zh-CN": "报销提醒.ics", en: "claim.ics" },
  expected: {
    title: { "zh-CN": "大约能报多少", en: "What may be paid" },
    label: { "zh-CN": "按您算花费时填的，大约能报", en: "By what you entered for the estimate, about" },
    decides: {
      "zh-CN": "这是按能直接结算时的规定算的；零星报销能报多少，由参保地定。",
      en: "Worked out as for direct settlement; what a claim brings, the insured region decides.",
    },
    unknown: { "zh-CN": "算一算大约能报多少", en: "Work out what may be paid" },
  },
};

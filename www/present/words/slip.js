export const slip = {
  title: { "zh-CN": "我有结算单", en: "I have a settlement slip" },
  intro: {
    "zh-CN": "照结算单把数抄进来，单子上没有的就空着。我们看它自己平不平、和估算差在哪里、什么情况能解释。",
    en: "Copy the figures of the slip; leave out what it does not have. We check its own sums, where it differs from the estimate, and what would explain that.",
  },
  main: { "zh-CN": "先抄这几个", en: "These first" },
  others: { "zh-CN": "结算单上还有的", en: "What else the slip has" },
  check: { "zh-CN": "对一对", en: "Compare" },
  fields: {
    total: {
      label: { "zh-CN": "医疗费总额", en: "Total (医疗费总额)" },
      help: { "zh-CN": "整张单子的合计。有的写“费用总额”。", en: "The whole bill." },
    },
    inScope: {
      label: { "zh-CN": "符合政策范围金额", en: "In scope (符合政策范围金额)" },
      help: { "zh-CN": "医保管的那一部分。有的写“医保范围内费用”。", en: "What the insurance covers." },
    },
    fundsPay: {
      label: { "zh-CN": "基金支付总额", en: "Paid by the funds (基金支付总额)" },
      help: { "zh-CN": "医保一共付了多少。有的写“医保支付合计”。", en: "What all funds paid together." },
    },
    pool: {
      label: { "zh-CN": "统筹基金支付", en: "Pool (统筹基金支付)" },
      help: { "zh-CN": "里面统筹付的。有的写“统筹支出”。", en: "What the pool paid of that." },
    },
    deductible: {
      label: { "zh-CN": "实际支付起付线", en: "Deductible taken (起付线)" },
      help: {
        "zh-CN": "起付线：先由自己付的一段。有的写“本次起付线”。",
        en: "Paid by you before the pool begins.",
      },
    },
    patientPays: {
      label: { "zh-CN": "个人负担总金额", en: "Paid by the person (个人负担)" },
      help: {
        "zh-CN": "自己一共出的钱，账户和现金加在一起。只写“个人自付”的，各省意思不同，先空着。",
        en: "All that you paid, from the account and in cash. Where the slip only has 个人自付, leave this out: provinces mean different things by it.",
      },
    },
    fullySelfPaid: {
      label: { "zh-CN": "全自费金额", en: "Fully self-paid (全自费)" },
      help: { "zh-CN": "医保目录以外的药和项目。", en: "Not on the insurance's list." },
    },
    overCeiling: {
      label: { "zh-CN": "超限价自费", en: "Over the ceiling (超限价)" },
      help: { "zh-CN": "超过医保限价的那一段。", en: "Above the insurance's price ceiling." },
    },
    classBFirstSelfPay: {
      label: { "zh-CN": "先行自付金额", en: "Class B first self-pay (先行自付)" },
      help: {
        "zh-CN": "乙类药和项目，先由自己付的一部分。",
        en: "The part of class-B items paid by you first.",
      },
    },
    largeAmount: {
      label: { "zh-CN": "职工大额支付", en: "Large-amount fund (大额)" },
      help: { "zh-CN": "大额：统筹付到顶以后再付的部分。", en: "Pays above the pool's cap." },
    },
    seriousIllness: {
      label: { "zh-CN": "大病保险支付", en: "Serious-illness insurance (大病)" },
      help: { "zh-CN": "大病：自己付得太多时再报一次。", en: "A second payment when own payments are high." },
    },
    civilServant: {
      label: { "zh-CN": "公务员补助支付", en: "Civil-servant subsidy (公务员补助)" },
      help: { "zh-CN": "有公务员补助的人才有。", en: "Only for those who have that subsidy." },
    },
    assistance: {
      label: { "zh-CN": "医疗救助支付", en: "Medical assistance (医疗救助)" },
      help: { "zh-CN": "困难人员才有。", en: "Only for people in hardship." },
    },
    otherFunds: {
      label: { "zh-CN": "其他基金支付", en: "Other funds (其他基金)" },
      help: { "zh-CN": "上面没有列到的基金。", en: "Funds not named above." },
    },
    account: {
      label: { "zh-CN": "个人账户支付", en: "Personal account (个人账户)" },
      help: { "zh-CN": "医保卡里自己的钱付的。", en: "From your own money on the insurance card." },
    },
    cash: {
      label: { "zh-CN": "现金支付", en: "Cash (现金)" },
      help: { "zh-CN": "自己拿现金、银行卡或手机付的。", en: "Paid by you in cash, by card or by phone." },
    },
  },
  verdict: {
    matches: { "zh-CN": "和估算一致，一分不差。", en: "It agrees with the estimate to the fen." },
    within: {
      "zh-CN": "每一行都在规定允许的范围里。",
      en: "Every line lies within what the rules allow.",
    },
    differs: { "zh-CN": "有 {count} 行和估算不一样。", en: "{count} lines differ from the estimate." },
  },
  sums: {
    caption: { "zh-CN": "结算单自己平不平", en: "Do the slip's own sums hold?" },
    sum: { "zh-CN": "应当相等的", en: "What should be equal" },
    parts: { "zh-CN": "加起来是", en: "The parts come to" },
    whole: { "zh-CN": "应当是", en: "It should be" },
    holds: { "zh-CN": "平", en: "holds" },
    fails: { "zh-CN": "不平，差 {amount}", en: "fails by {amount}" },
    result: { "zh-CN": "结果", en: "Result" },
    tolerance: {
      "zh-CN": "每项基金各自四舍五入，每项差一分不算错。",
      en: "Each fund is rounded by itself: a fen for each is let pass.",
    },
  },
  lines: {
    caption: { "zh-CN": "和估算对一对", en: "Beside the estimate" },
    line: { "zh-CN": "项目", en: "Line" },
    slip: { "zh-CN": "结算单", en: "Slip" },
    estimate: { "zh-CN": "估算", en: "Estimate" },
    difference: { "zh-CN": "相差", en: "Difference" },
    none: { "zh-CN": "一样", en: "the same" },
    within: { "zh-CN": "在范围里", en: "within the range" },
    below: { "zh-CN": "比最少的还少 {amount}", en: "{amount} below the least" },
    above: { "zh-CN": "比最多的还多 {amount}", en: "{amount} above the most" },
    bounded: {
      "zh-CN": "有的规定只写了最多降多少，没有写死，所以估算是一个范围：结算单落在里面，就和规定不矛盾。",
      en: "A rule here only sets bounds, so that the estimate is a range: a line within it is in keeping with the rules.",
    },
  },
  explanations: {
    title: { "zh-CN": "可能是这样", en: "What would explain it" },
    one: {
      "zh-CN": "如果{facts}，每一行就都对得上。",
      en: "If {facts}, every line would agree.",
    },
    fact: { "zh-CN": "{name}是“{value}”", en: "{name} is “{value}”" },
    and: { "zh-CN": "，并且", en: " and " },
    none: {
      "zh-CN": "我们没有找到能一次解释全部差额的情况。请带结算单问医院医保办，或打参保地 12393。",
      en: "No single fact, nor two together, would explain it all. Take the slip to the hospital's insurance office, or ask the insured region (12393).",
    },
  },
};

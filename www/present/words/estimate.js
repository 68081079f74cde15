export const estimate = {
  title: { "zh-CN": "算一算要付多少", en: "What will you pay?" },
  intro: {
    "zh-CN":
      "答四个问题，先看到一个大概的数，再一题一题算得更准。这不是官方结果，以医院结算为准；填写的内容不离开这台设备。",
    en: "Four answers give a rough figure; each further one makes it more exact. Not an official result: the actual settlement decides. Nothing you enter leaves this device.",
  },
  progress: { "zh-CN": "还有 {count} 题就有结果", en: "{count} questions until the first figure" },
  working: { "zh-CN": "正在算……", en: "Working it out …" },
  first: { "zh-CN": "算一算", en: "Work it out" },
  again: { "zh-CN": "填好了，再算一次", en: "Done, work it out again" },
  cancel: { "zh-CN": "不改了", en: "Leave it as it is" },
  told: { "zh-CN": "您告诉我们的", en: "What you told us" },
  more: {
    title: { "zh-CN": "想更准？再答一题", en: "More exact? One more question" },
    skip: { "zh-CN": "不知道，跳过这一题", en: "I do not know: skip it" },
    skipped: {
      "zh-CN": "剩下的问题您都跳过了。知道了随时可以再答。",
      en: "You skipped all the other questions. They can be answered at any time.",
    },
    askAgain: { "zh-CN": "再问一遍", en: "Ask them again" },
    nothingSoFar: { "zh-CN": "今年没有用过，都是 0", en: "Nothing used this year: all 0" },
    done: {
      "zh-CN": "能问的都问完了，这就是最准的数。",
      en: "There is nothing left to ask: this is as exact as it gets.",
    },
  },
  needed: { "zh-CN": "还差这一项才能算", en: "This is needed first" },
  changing: { "zh-CN": "修改", en: "Change" },
  announce: { "zh-CN": "算好了：{label} {amount}", en: "Done: {label} {amount}" },
  fault: { "zh-CN": "请先看一下：{said}", en: "Please look at this first: {said}" },
  extra: {
    summary: { "zh-CN": "还可以告诉我们", en: "You can also tell us" },
    account: { "zh-CN": "用个人账户里的钱付", en: "Pay from the personal account" },
    waived: { "zh-CN": "放化疗再次住院、转院", en: "A repeat stay for cancer treatment, a transfer" },
  },
  standards: {
    title: { "zh-CN": "当地的报销标准", en: "The local standards" },
    noTable: {
      "zh-CN": "{name}的起付线和比例我们没有核实过。请填您查到的数字。",
      en: "The deductible and ratio of {name} have not been verified here. Please enter what you find.",
    },
    noRuleForCase: {
      "zh-CN":
        "我们收录的{name}规定里，没有适用于这次看病的标准（可能是日期、医院等级、人员或次数不同）。请填您查到的数字。",
      en: "The rules known of {name} have none for this visit (another date, tier, person or admission, perhaps). Please enter what you find.",
    },
    how: { "zh-CN": "怎么查", en: "Where to look" },
    howLines: {
      hotline: {
        "zh-CN": "打参保地医保热线 12393，说清是哪种医保、几级医院、住院还是门诊。",
        en: "Call the insured region's hotline 12393: say which insurance, which tier of hospital, and whether a stay.",
      },
      app: {
        "zh-CN": "看“国家医保服务平台”App 或当地医保局公众号里的待遇标准。",
        en: "Look up the benefits in the app 国家医保服务平台 or the local office's channel.",
      },
      notice: {
        "zh-CN": "看当地的“基本医疗保险实施办法”或“待遇清单”。",
        en: "Read the local 基本医疗保险实施办法 or 待遇清单.",
      },
    },
    bounds: { "zh-CN": "去外地看病，规定最多降多少", en: "By how much care elsewhere may be lowered" },
    range: {
      "zh-CN": "填好后，去外地要降多少，按下面的规定算最少和最多。",
      en: "What care elsewhere takes off is then worked out by these rules, at the least and at the most.",
    },
  },
  noFigure: { "zh-CN": "这种情况，我们给不出数字", en: "No figure for this case" },
  actions: {
    compare: {
      label: { "zh-CN": "换一种备案会怎样", en: "What if it were filed otherwise?" },
      hint: { "zh-CN": "每种备案差多少钱、要带什么", en: "The difference in yuan, and what each needs" },
    },
    curve: {
      label: { "zh-CN": "账单再大会怎样", en: "What if the bill grows?" },
      hint: { "zh-CN": "从哪里开始报得多、报到顶", en: "Where more is paid, and where the cap is" },
    },
    slip: {
      label: { "zh-CN": "我有结算单", en: "I have a settlement slip" },
      hint: { "zh-CN": "对一对，为什么不一样", en: "Compare, and see why it differs" },
    },
    sources: {
      label: { "zh-CN": "查看当地规定", en: "See the local rules" },
      hint: { "zh-CN": "每一条出自哪里、核对到哪天", en: "Where each stands, and when it was checked" },
    },
    copy: {
      label: { "zh-CN": "数字不对？复制这个情形", en: "Wrong? Copy this case" },
      hint: {
        "zh-CN": "不含姓名证件，可以发给我们核对",
        en: "Without identity data, to be sent for checking",
      },
    },
    restart: { label: { "zh-CN": "另算一笔", en: "Work out another" } },
  },
  copied: { "zh-CN": "已复制，不含姓名和证件号。", en: "Copied, without name or identity number." },
  units: {
    money: { "zh-CN": "元", en: "yuan" },
    percent: { "zh-CN": "%", en: "%" },
    age: { "zh-CN": "岁", en: "years" },
    count: { "zh-CN": "次", en: "times" },
  },
};

// The words of a figure, of what it is made of, and of what it rests on.

export const headlines = {
  about: { "zh-CN": "您大约要付", en: "You would pay about" },
  atMost: { "zh-CN": "您最多大约要付", en: "You would pay at most about" },
  atLeast: { "zh-CN": "您至少大约要付", en: "You would pay at least about" },
};

/** Both ends of an amount in a sentence: broken, if at all, before the second. */
export const range = { "zh-CN": "{least}\u00a0至 {most}", en: "{least}\u00a0to {most}" };

/** By which way the amount that is paid could still differ. */
export const cautions = {
  less: {
    "zh-CN": "实际可能比这少：有的保险可能还会再付一些，这里没有算进去，见“我们还不知道的”。",
    en: "It may be less: a fund that is not counted here may pay some of it. See “What we do not know yet”.",
  },
  more: {
    "zh-CN": "实际可能比这多：有的规定（比如封顶线）我们不知道，见“我们还不知道的”。",
    en: "It may be more: a rule such as the cap is not known here. See “What we do not know yet”.",
  },
  either: {
    "zh-CN": "实际可能比这少，也可能比这多：有的规定我们不知道，见“我们还不知道的”。",
    en: "It may be less, and it may be more: some rules are not known here. See “What we do not know yet”.",
  },
};

export const gradeCautions = {
  unconfirmed: {
    "zh-CN": "待核实：用到的规定还没有和官方文件核对过。",
    en: "Unconfirmed: rules used here have not been checked against the official text.",
  },
  userSupplied: { "zh-CN": "用了您自己填的数。", en: "Uses figures that you entered." },
};

export const bar = {
  title: { "zh-CN": "这笔钱由谁来付", en: "Who pays this bill" },
  parts: {
    pool: { "zh-CN": "医保付（统筹）", en: "Basic fund (统筹, pool)" },
    largeAmount: { "zh-CN": "大额补助付（大额）", en: "Large-amount fund (大额)" },
    seriousIllness: { "zh-CN": "大病保险付（大病）", en: "Serious-illness insurance (大病)" },
    localSupplement: { "zh-CN": "地方补充保障付", en: "Local supplementary fund" },
    civilServant: { "zh-CN": "公务员补助付", en: "Civil-servant subsidy" },
    assistance: { "zh-CN": "医疗救助付（救助）", en: "Medical assistance (救助)" },
    account: { "zh-CN": "您的个人账户付", en: "Your personal account" },
    cash: { "zh-CN": "您付现金", en: "You, in cash" },
    patient: { "zh-CN": "您自己付", en: "You" },
  },
};

export const ends = {
  most: {
    shown: {
      "zh-CN": "下面按付得最多的情形算：{amount}",
      en: "Below, the case in which you pay most: {amount}",
    },
    show: { "zh-CN": "看付得最多时怎么算", en: "See the case in which you pay most" },
  },
  least: {
    shown: {
      "zh-CN": "下面按付得最少的情形算：{amount}",
      en: "Below, the case in which you pay least: {amount}",
    },
    show: { "zh-CN": "看付得最少时怎么算", en: "See the case in which you pay least" },
  },
  summary: { "zh-CN": "最少和最多，各当作什么", en: "What the least and the most are taken from" },
  caption: {
    "zh-CN": "不知道的事，各按最好和最坏算了一遍",
    en: "What is not known was taken at its best and at its worst",
  },
  columns: {
    what: { "zh-CN": "不确定的", en: "Open" },
    least: { "zh-CN": "付得最少时", en: "Where you pay least" },
    most: { "zh-CN": "付得最多时", en: "Where you pay most" },
  },
  notMet: { "zh-CN": "用不到", en: "does not come in" },
  lawsTitle: {
    "zh-CN": "没有写死的规定，具体由参保地定",
    en: "Rules that leave something open, which the insured region decides",
  },
  unanswered: {
    title: { "zh-CN": "这些情形没有算进去", en: "What is left out of the range" },
    line: { "zh-CN": "{facts}时：{reason}", en: "Where {facts}: {reason}" },
    fact: { "zh-CN": "{name}是“{value}”", en: "{name} “{value}”" },
    and: { "zh-CN": "、", en: ", " },
    more: { "zh-CN": "还有 {count} 种这样的情形。", en: "And {count} more like these." },
  },
};

export const ledger = {
  title: { "zh-CN": "为什么是这个数", en: "Why this figure" },
  help: { "zh-CN": "点开一行，看算法和依据", en: "Open a line to see the sum and the rule" },
  payment: { "zh-CN": "您付的钱从哪里出", en: "How you pay" },
  /** What a line means, by the engine's code: no term without its sentence. */
  meanings: {
    medfee_sumamt: { "zh-CN": "医院账单上的合计", en: "the sum on the hospital's bill" },
    fund_pay_sumamt: { "zh-CN": "不用您出的钱", en: "what you do not pay" },
    hifp_pay: { "zh-CN": "医保基金按比例付的部分", en: "the basic fund's share" },
    hifob_pay: { "zh-CN": "统筹付到顶以后再付的部分", en: "pays above the pool's cap" },
    hifmi_pay: { "zh-CN": "自己付得太多时再报一次", en: "a second payment when own payments are high" },
    oth_pay: { "zh-CN": "当地在大病保险之外再报的一次", en: "a further payment of the insured region" },
    cvlserv_pay: { "zh-CN": "给公务员另外付的一部分", en: "a further part for civil servants" },
    maf_pay: { "zh-CN": "帮困难人员再付的一部分", en: "a further part for people in hardship" },
    psn_part_amt: { "zh-CN": "要您自己出的钱", en: "what you pay" },
    outside_scope: { "zh-CN": "医保不管的药和项目", en: "what the insurance does not cover" },
    fulamt_ownpay_amt: {
      "zh-CN": "医保目录外，全部自己付",
      en: "not on the insurance's list, paid in full by you",
    },
    overlmt_selfpay: { "zh-CN": "超过医保限价的部分", en: "above the insurance's price ceiling" },
    preselfpay_amt: {
      "zh-CN": "乙类药和项目，先由自己付的一部分",
      en: "class-B items: a part paid by you first",
    },
    not_covered: { "zh-CN": "按规定这次不能报的部分", en: "what the rules do not pay this time" },
    cross_region_first_self_pay: {
      "zh-CN": "去外地看病，先由自己付的一部分",
      en: "a part paid by you first, for care elsewhere",
    },
    act_pay_dedc: {
      "zh-CN": "先由自己付的一段，过了它才开始报",
      en: "paid by you first; the fund pays only above it",
    },
    pool_own_share: { "zh-CN": "可以报的钱里，按比例要自己付的", en: "your share of what is covered" },
    above_pool_cap: {
      "zh-CN": "封顶线：超过最多能报的数",
      en: "beyond the cap (封顶线), the most that is paid",
    },
    less_hifmi_pay: {
      "zh-CN": "大病保险已经付掉的，从自己付的里减去",
      en: "paid by serious-illness insurance, so taken off your part",
    },
    less_oth_pay: {
      "zh-CN": "地方补充保障已经付掉的，从自己付的里减去",
      en: "paid by the local supplementary fund, so taken off your part",
    },
    less_cvlserv_pay: {
      "zh-CN": "公务员补助已经付掉的，从自己付的里减去",
      en: "paid by the civil-servant subsidy, so taken off your part",
    },
    less_maf_pay: {
      "zh-CN": "医疗救助已经付掉的，从自己付的里减去",
      en: "paid by medical assistance, so taken off your part",
    },
    acct_pay: { "zh-CN": "医保卡里自己的钱付的", en: "from your own money on the insurance card" },
    psn_cash_pay: { "zh-CN": "要您拿现金付的", en: "what you pay in cash" },
  },
};

export const gaps = { title: { "zh-CN": "我们还不知道的", en: "What we do not know yet" } };

export const basis = {
  summary: { "zh-CN": "按什么算的", en: "What this is based on" },
  insured: { "zh-CN": "参保地", en: "Insured region" },
  treated: { "zh-CN": "就医地", en: "Treatment region" },
  date: { "zh-CN": "按哪天的规定", en: "Rules in force on" },
  pack: { "zh-CN": "规定数据：{name}", en: "Rule data: {name}" },
  version: { "zh-CN": "第 {version} 版，{date}核对", en: "version {version}, checked on {date}" },
  places: {
    local: { "zh-CN": "在参保地就医", en: "care in the insured region" },
    withinProvince: { "zh-CN": "省内异地", en: "elsewhere within the province" },
    acrossProvinces: { "zh-CN": "跨省异地", en: "across provinces" },
  },
};

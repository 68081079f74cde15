// Every word a patient reads that does not come from the engine, in both languages.
// Plain words first; the official term stands behind them in brackets or in the hint.
// {name} is a gap that `fill` closes.

import { lookup } from "./lookup.js";

export const LANGUAGES = ["zh-CN", "en"];

/** The language to speak for a wish: the wish itself where we have it, else Chinese. */
export function spokenLanguage(wish) {
  return LANGUAGES.indexOf(wish) >= 0 ? wish : LANGUAGES[0];
}

/** A text of the engine or of this catalogue in one language. */
export function say(text, language) {
  return text[language] || text[LANGUAGES[0]];
}

/** Closes the gaps of a text; a value is inserted as it is, never read as a pattern. */
export function fill(text, language, values) {
  return say(text, language).replace(/\{(\w+)\}/g, (gap, name) => {
    const value = lookup(values, name);
    return value === undefined ? gap : value;
  });
}

function isText(node) {
  return typeof node[LANGUAGES[0]] === "string";
}

/** A branch of this catalogue with every text in one language. */
export function inLanguage(node, language) {
  if (isText(node)) return say(node, language);
  const spoken = {};
  Object.keys(node).forEach((key) => {
    spoken[key] = inLanguage(node[key], language);
  });
  return spoken;
}

export const page = {
  title: { "zh-CN": "外地住院，自己付多少？", en: "In hospital away from home: what will you pay?" },
  intro: {
    "zh-CN":
      "填几项，就能看到大约要付多少、每一步按哪条规定算。这不是官方结果，以实际结算为准。填写的内容不会离开这台设备。",
    en: "Answer a few questions to see roughly what you pay and the rule behind each step. This is not an official result; the actual settlement decides. Your answers stay on this device.",
  },
  careMode: { "zh-CN": "关怀版（大字）", en: "Large text" },
  action: { "zh-CN": "算一算", en: "Work it out" },
};

/** Words around the view, for hosts that draw a whole page. */
export const frame = {
  skip: { "zh-CN": "跳到填写处", en: "Skip to the form" },
  otherLanguage: { "zh-CN": "English", en: "中文" },
  choose: { "zh-CN": "请选择", en: "Please choose" },
  errorHeading: { "zh-CN": "请先看一下这里", en: "Please look at this first" },
  partsHeading: { "zh-CN": "这笔钱由谁来付", en: "Who pays this bill" },
  ledgerHeading: { "zh-CN": "每一步怎么算", en: "How each step is worked out" },
  openRulesHeading: { "zh-CN": "为什么不是一个数", en: "Why this is not one figure" },
  openRulesHint: {
    "zh-CN": "下面的规定没有写死，具体由参保地定。我们按最少和最多各算了一遍。",
    en: "These rules leave something open, which the insured region decides. Both ends were worked out.",
  },
  ledgerHint: { "zh-CN": "点开一行，看算法和依据", en: "Open a line to see the sum and the rule" },
  gapsHeading: { "zh-CN": "我们还不知道的", en: "What we do not know yet" },
  basisHeading: { "zh-CN": "按什么算的", en: "What this is based on" },
  document: { "zh-CN": "依据", en: "Document" },
  clause: { "zh-CN": "条款", en: "Clause" },
  effective: { "zh-CN": "有效期", en: "In force" },
  source: { "zh-CN": "看原文", en: "Read the source" },
  print: { "zh-CN": "打印或存成文件", en: "Print or save" },
  broken: {
    "zh-CN": "没能打开计算程序。请检查网络，再刷新一次页面。",
    en: "The calculator could not be loaded. Please check the connection and reload the page.",
  },
};

export const currency = { "zh-CN": "元", en: "yuan" };

export const sections = {
  person: { title: { "zh-CN": "病人的医保", en: "The patient's insurance" } },
  visit: { title: { "zh-CN": "去哪里住院", en: "Where the stay is" } },
  dates: { title: { "zh-CN": "住院时间", en: "When" } },
  bill: { title: { "zh-CN": "这次花了多少", en: "What it costs" } },
  standards: { title: { "zh-CN": "当地的报销标准", en: "The local standards" } },
  more: { title: { "zh-CN": "再问几句", en: "A few more questions" } },
  yearSoFar: {
    title: { "zh-CN": "今年已经报销过的", en: "Already paid this year" },
    help: {
      "zh-CN": "同一年里报销过几次，会影响这一次。不知道的话，可以查医保 App 的“消费记录”，或打 12393。",
      en: "Earlier payments in the same year change this one. If unsure, look at the records in the insurance app or call 12393.",
    },
    shortcut: {
      "zh-CN": "今年没有用过，都填 0",
      en: "Nothing used this year: fill in 0",
    },
  },
};

const whereToLook = {
  "zh-CN": "在哪里查：参保地医保热线 12393、国家医保服务平台 App、当地医保局通知。",
  en: "Where to look: the insured region's hotline 12393, the app 国家医保服务平台, or the local office's notices.",
};

function withWhereToLook(zh, en) {
  return { "zh-CN": zh + whereToLook["zh-CN"], en: `${en} ${whereToLook.en}` };
}

/** Why the person is asked for the local standards. */
export const standards = {
  noTable: withWhereToLook(
    "没有收录{name}的报销标准，请填写您知道的数。",
    "The standards of {name} are not known here. Please enter what you know of them.",
  ),
  noRuleForCase: withWhereToLook(
    "我们收录的{name}规定里，没有适用于这次住院的标准（可能是日期、医院等级、人员或住院次数不同）。请填写您知道的数。",
    "What is known here of {name} has no standard for this stay (by its date, tier, kind of person or number in the year). Please enter what you know.",
  ),
};

/** What is said of a region as soon as it is chosen. */
export const regionNotes = {
  noTable: {
    "zh-CN": "没有收录这里的报销标准。等会儿要请您填起付线和报销比例，可以先打 12393 问好。",
    en: "This region's standards are not known here. You will be asked for its deductible and ratio; you can ask 12393 for them now.",
  },
};

const firstTime = {
  "zh-CN": "第一次，今年没有用过住院报销：填 0。",
  en: "First time, nothing used this year: enter 0.",
};

function withFirstTime(zh, en) {
  return { "zh-CN": zh + firstTime["zh-CN"], en: `${en} ${firstTime.en}` };
}

export const fields = {
  insuredProvince: {
    label: { "zh-CN": "医保在哪个省交的？", en: "In which province is the insurance paid?" },
    hint: {
      "zh-CN": "参保地：报多少，由这里的规定决定。",
      en: "Insured region (参保地): its rules decide how much is paid.",
    },
  },
  insuredRegion: {
    label: { "zh-CN": "是省里的哪个市？", en: "In which city of it?" },
    hint: { "zh-CN": "在县里交的，选它所属的市。", en: "For a county, choose the city it belongs to." },
  },
  insurance: {
    label: { "zh-CN": "是哪一种医保？", en: "Which insurance?" },
    hint: { "zh-CN": "险种：不清楚可看医保电子凭证。", en: "Shown in the insurance app." },
    options: {
      employee: {
        label: { "zh-CN": "职工医保", en: "Employee insurance (职工医保)" },
        hint: { "zh-CN": "上班时交的；退休后多数还是它", en: "Paid through work; most pensioners keep it" },
      },
      resident: {
        label: { "zh-CN": "居民医保", en: "Resident insurance (居民医保)" },
        hint: {
          "zh-CN": "每年自己交一次；孩子、学生、没有单位的人",
          en: "Paid once a year: children, students, people without an employer",
        },
      },
    },
  },
  group: {
    label: { "zh-CN": "病人是哪一类人？", en: "Who is the patient?" },
    hint: {
      "zh-CN": "人员类别：有的地方退休人员报得多一些。",
      en: "In some places the fund pays pensioners more.",
    },
    options: {
      working: {
        label: { "zh-CN": "在职", en: "Working" },
        hint: { "zh-CN": "还没办退休", en: "Not retired yet" },
      },
      retired: {
        label: { "zh-CN": "退休", en: "Retired" },
        hint: { "zh-CN": "已办退休，不再交医保费", en: "Retired, no longer paying in" },
      },
      childOrStudent: {
        label: { "zh-CN": "孩子或学生", en: "Child or student" },
        hint: { "zh-CN": "少年儿童、在校学生", en: "Children and pupils or students" },
      },
      otherResident: {
        label: { "zh-CN": "其他居民", en: "Other resident" },
        hint: { "zh-CN": "成年或老年居民", en: "Grown-up or elderly residents" },
      },
    },
  },
  place: {
    label: { "zh-CN": "医院在哪里？", en: "Where is the hospital?" },
    hint: {
      "zh-CN": "就医地：哪些药和项目能报，由那里决定。",
      en: "Treatment region (就医地): it decides what is covered.",
    },
    insuredRegion: { "zh-CN": "就在参保地", en: "In the insured region itself" },
    insuredRegionNamed: { "zh-CN": "就在参保地：{name}", en: "In the insured region itself: {name}" },
    city: { "zh-CN": "{province}{name}（省内）", en: "{name}, {province} (same province)" },
  },
  tier: {
    label: { "zh-CN": "医院是几级？", en: "Which tier of hospital?" },
    hint: {
      "zh-CN": "医院等级：“三甲”就是三级。不清楚可打医院电话问。",
      en: "Hospital tier (医院等级): “三甲” is tier 3. The hospital can tell you.",
    },
  },
  category: {
    label: { "zh-CN": "出门前备案了吗？", en: "Was the trip filed beforehand?" },
    hint: {
      "zh-CN": "备案：去外地看病前先登记。按哪一种备的，报销比例不同。",
      en: "Filing (备案): registering before care elsewhere. Each kind has its own ratio.",
    },
    hintAtHome: {
      "zh-CN": "备案：在参保地看病不用备案，选“没有备案”。办过长期异地备案、这次回来住院的，请选那一种。",
      en: "Filing (备案): not needed in the insured region: choose “Not filed”. If a long-term filing elsewhere is still valid, choose that one.",
    },
    options: {
      retiredSettled: {
        label: { "zh-CN": "退休后定居外地", en: "Retired and settled elsewhere" },
        hint: {
          "zh-CN": "异地安置退休人员：户口也迁过去了",
          en: "异地安置退休人员: household registration moved too",
        },
      },
      longTermResident: {
        label: { "zh-CN": "长期住在外地", en: "Living elsewhere for long" },
        hint: {
          "zh-CN": "异地长期居住：比如和子女住了半年以上",
          en: "异地长期居住: with one's children for half a year, say",
        },
      },
      postedWorker: {
        label: { "zh-CN": "单位派去外地工作", en: "Sent to work elsewhere" },
        hint: { "zh-CN": "常驻异地工作人员", en: "常驻异地工作人员" },
      },
      referral: {
        label: { "zh-CN": "当地医院转过去的", en: "Referred by a hospital at home" },
        hint: { "zh-CN": "异地转诊：医院开了转诊意见", en: "异地转诊: with a referral" },
      },
      emergency: {
        label: { "zh-CN": "急诊抢救", en: "Emergency" },
        hint: {
          "zh-CN": "不用先备案，由医院上传急诊标识",
          en: "No filing needed; the hospital uploads the emergency flag",
        },
      },
      otherTemporary: {
        label: { "zh-CN": "自己去的，备了案", en: "Went on one's own, filed" },
        hint: { "zh-CN": "其他临时外出就医：没有转诊", en: "其他临时外出就医: without a referral" },
      },
      notFiled: {
        label: { "zh-CN": "没有备案", en: "Not filed" },
        hint: { "zh-CN": "没有登记过，也不是急诊", en: "Never registered, and not an emergency" },
      },
    },
  },
  admitted: {
    label: { "zh-CN": "哪天住进医院？", en: "Day of admission" },
    hint: { "zh-CN": "入院日期：先填了今天，不对请改。", en: "Set to today; please correct it if needed." },
  },
  settled: {
    label: { "zh-CN": "哪天出院结账？", en: "Day of discharge and settlement" },
    hint: {
      "zh-CN": "结算日期：还没出院，就填打算出院的那天。",
      en: "Still in hospital? Enter the planned day.",
    },
  },
  total: {
    label: { "zh-CN": "住院一共多少钱？", en: "What is the whole bill?" },
    hint: {
      "zh-CN": "总费用：医院账单上的合计。",
      en: "Total cost (总费用): the sum on the hospital's bill.",
    },
  },
  inScope: {
    label: { "zh-CN": "其中医保范围内的有多少？", en: "How much of it is covered?" },
    hint: {
      "zh-CN": "符合政策范围金额：结算单上有；也可以问医院的医保窗口。",
      en: "In-scope amount (符合政策范围金额): on the settlement slip, or ask the hospital's insurance desk.",
    },
  },
  deductible: {
    label: { "zh-CN": "这次住院的起付线是多少？", en: "What is the deductible of this stay?" },
    hint: {
      "zh-CN": "起付线：先由自己付的一段，过了它才开始报。请按医院等级查。",
      en: "Deductible (起付线): paid by you first; the fund pays only above it. It goes by the hospital's tier.",
    },
  },
  ratio: {
    label: {
      "zh-CN": "在参保地住院，能报百分之几？",
      en: "What share is paid for a stay in the insured region?",
    },
    hint: {
      "zh-CN": "支付比例：同级医院、在当地住院时的比例。报 65% 就填 65；去外地要降多少，由我们来算。",
      en: "Ratio (支付比例): that of a hospital of this tier at home. For 65% enter 65; what care elsewhere takes off is worked out here.",
    },
  },
  poolCap: {
    label: {
      "zh-CN": "一年最多能报多少？（可以不填）",
      en: "The most that is paid in a year (may be left out)",
    },
    hint: {
      "zh-CN": "封顶线：统筹一年最多付的数。不知道就空着。",
      en: "Cap (封顶线): the most that the pool pays in a year. Leave it empty if you do not know.",
    },
  },
  crossRegion: {
    label: { "zh-CN": "去那里住院，报得和当地一样吗？", en: "Is care there paid as at home?" },
    hint: {
      "zh-CN":
        "这种情况报多少，由参保地自己定，我们没有收录，也不猜。请打参保地 12393，问到了再选。别的说法（比如“先自付 10%”），这里算不了。",
      en: "What is paid in this case the insured region decides; its rule is not known here, and we do not guess. Ask there (12393), then choose. Other rules (“10% paid first by you”) cannot be worked out here.",
    },
    hintNotFiled: {
      "zh-CN":
        "没有备案就去外地的，报多少全国没有上下限，由参保地自己定，我们不猜。请打参保地 12393，问到了再选。别的说法（比如“先自付 10%”），这里算不了。",
      en: "For a stay elsewhere without filing no national bound exists: the insured region decides, and we do not guess. Ask there (12393), then choose. Other rules (“10% paid first by you”) cannot be worked out here.",
    },
    options: {
      none: {
        label: { "zh-CN": "一样", en: "As at home" },
        hint: { "zh-CN": "报销比例不降", en: "The ratio is not lowered" },
      },
      minusPoints: {
        label: { "zh-CN": "比例降低几个百分点", en: "The ratio is lowered by some points" },
        hint: { "zh-CN": "例如从 65% 降到 55%", en: "From 65% to 55%, say" },
      },
      notCovered: {
        label: { "zh-CN": "不给报", en: "Nothing is paid" },
        hint: { "zh-CN": "全部自己付", en: "You pay all of it" },
      },
    },
  },
  crossRegionPoints: {
    label: { "zh-CN": "降低几个百分点？", en: "By how many points?" },
    hint: { "zh-CN": "从 65% 降到 55%，就填 10。", en: "For 65% down to 55% enter 10." },
  },
  age: {
    label: { "zh-CN": "病人今年几岁？", en: "How old is the patient?" },
    hint: {
      "zh-CN": "周岁。参保地的标准按年龄分档，所以要问。",
      en: "In whole years. Asked because the region's standards go by age.",
    },
  },
  standing: {
    label: { "zh-CN": "病人属于下面哪一种？", en: "Which of these is the patient?" },
    hint: {
      "zh-CN": "参保地给困难人员报得多一些，所以要问。",
      en: "Asked because the region pays more for people in hardship.",
    },
    options: {
      ordinary: {
        label: { "zh-CN": "都不是", en: "None of these" },
        hint: { "zh-CN": "多数人选这一项", en: "Most people" },
      },
      destitute: {
        label: { "zh-CN": "特困人员", en: "Destitute (特困人员)" },
        hint: { "zh-CN": "由政府供养的老人、孤儿等", en: "In the state's care" },
      },
      lowIncome: {
        label: { "zh-CN": "低保对象", en: "On minimum living allowance (低保)" },
        hint: { "zh-CN": "领最低生活保障金", en: "Receives 最低生活保障金" },
      },
      atRisk: {
        label: { "zh-CN": "返贫致贫人口", en: "At risk of poverty (返贫致贫人口)" },
        hint: { "zh-CN": "被列为防止返贫监测对象", en: "On the list of those watched for it" },
      },
      registeredPoor: {
        label: { "zh-CN": "建档立卡贫困人口", en: "Registered poor (建档立卡)" },
        hint: { "zh-CN": "2020 年以前的叫法", en: "A standing of the years up to 2020" },
      },
    },
  },
  civilServant: {
    label: { "zh-CN": "病人是公务员吗？", en: "Is the patient a civil servant?" },
    hint: {
      "zh-CN": "参保地给公务员另有一份医疗补助，在职、退休的都算，所以要问。",
      en: "Asked because the region has a further subsidy for civil servants, working or retired.",
    },
    options: {
      no: {
        label: { "zh-CN": "不是", en: "No" },
        hint: { "zh-CN": "企业职工、没有公务员补助的人", en: "Employees without that subsidy" },
      },
      section: {
        label: { "zh-CN": "是，科级或以下", en: "Yes, section rank or below" },
        hint: { "zh-CN": "科级及以下", en: "科级及以下" },
      },
      county: {
        label: { "zh-CN": "是，县处级", en: "Yes, county rank" },
        hint: { "zh-CN": "县级、处级", en: "县（处）级" },
      },
      department: {
        label: { "zh-CN": "是，厅级", en: "Yes, department rank" },
        hint: { "zh-CN": "厅级", en: "厅级" },
      },
    },
  },
  proof: {
    label: { "zh-CN": "备案时交证明材料了吗？", en: "Were papers handed in with the filing?" },
    hint: {
      "zh-CN": "凭材料还是凭承诺书备的案，报得可能不同，所以要问。",
      en: "Asked because a filing by papers and one by commitment may be paid differently.",
    },
    options: {
      material: {
        label: { "zh-CN": "交了，或者后来补齐了", en: "Yes, or they followed later" },
        hint: {
          "zh-CN": "居住证、户口簿、单位证明等",
          en: "A residence permit, household register, employer's letter",
        },
      },
      commitment: {
        label: { "zh-CN": "签了承诺书，材料还没补", en: "A commitment was signed, papers still to come" },
        hint: { "zh-CN": "还在可以补的期限内", en: "There is still time to hand them in" },
      },
      commitmentNotSupplemented: {
        label: { "zh-CN": "签了承诺书，过期没有补", en: "A commitment was signed, papers never came" },
        hint: { "zh-CN": "补材料的期限已过", en: "The time for it is over" },
      },
    },
  },
  admissions: {
    label: { "zh-CN": "今年这次之前，住过几次院？", en: "Hospital stays this year before this one" },
    hint: withFirstTime("住院次数：填 0、1、2……", "A whole number: 0, 1, 2 …"),
  },
  deductiblePaid: {
    label: { "zh-CN": "起付线今年已经付过多少？", en: "Paid towards the deductible so far" },
    hint: withFirstTime(
      "起付线按年（或季、月）累计的，前面付过的要减掉。",
      "Where the deductible counts over a year, quarter or month, what was paid before is taken off.",
    ),
  },
  segmentBase: {
    label: {
      "zh-CN": "今年已经有多少钱按比例报过？",
      en: "Amounts already paid at the ratios this year",
    },
    hint: withFirstTime(
      "分段：参保地把一年里的费用加起来分段。填起付线以上、已经按比例报过的那部分费用。",
      "Segments (分段) go on through the year here: enter what has gone through them so far.",
    ),
  },
  poolPaid: {
    label: { "zh-CN": "今年医保已经替您付了多少？", en: "Paid by the pool so far this year" },
    hint: withFirstTime(
      "统筹：医保基金付的部分，不算自己付的。",
      "Pool (统筹): what the basic fund paid, not what you paid.",
    ),
  },
  largeAmountPaid: {
    label: { "zh-CN": "今年大额补助已经付了多少？", en: "Paid by the large-amount fund so far this year" },
    hint: withFirstTime(
      "大额：统筹付到顶以后再付的部分。",
      "Large-amount fund (大额): pays above the pool's cap.",
    ),
  },
  seriousIllnessBase: {
    label: {
      "zh-CN": "今年自己付的，有多少算进了大病？",
      en: "Own payments counted for serious illness so far this year",
    },
    hint: withFirstTime(
      "大病：自己付得太多时再报一次。这里填已累计的合规自付金额。",
      "Serious illness (大病): a second payment when own payments are high. Enter what has counted so far.",
    ),
  },
  seriousIllnessPaid: {
    label: {
      "zh-CN": "今年大病保险已经付了多少？",
      en: "Paid by serious-illness insurance so far this year",
    },
    hint: withFirstTime("大病保险替您付的部分。", "What that insurance has paid for you."),
  },
  localSupplementBase: {
    label: {
      "zh-CN": "今年自己付的，有多少算进了地方补充保障？",
      en: "Own payments counted for the local supplement so far this year",
    },
    hint: withFirstTime(
      "地方补充医疗保障：自己付得太多时，当地再报一次。",
      "The local supplementary fund (地方补充医疗保障): a further payment when own payments are high.",
    ),
  },
  localSupplementPaid: {
    label: {
      "zh-CN": "今年地方补充保障已经付了多少？",
      en: "Paid by the local supplement so far this year",
    },
    hint: withFirstTime("地方补充医疗保障替您付的部分。", "What that fund has paid for you."),
  },
  assistanceBase: {
    label: {
      "zh-CN": "今年自己付的，有多少算进了医疗救助？",
      en: "Own payments counted for medical assistance so far this year",
    },
    hint: withFirstTime(
      "医疗救助：帮困难人员再付一部分。",
      "Medical assistance (医疗救助): pays a further part for people in hardship.",
    ),
  },
  assistancePaid: {
    label: { "zh-CN": "今年医疗救助已经付了多少？", en: "Paid by medical assistance so far this year" },
    hint: withFirstTime("医疗救助替您付的部分。", "What medical assistance has paid for you."),
  },
};

export const grades = {
  official: { "zh-CN": "来自官方文件", en: "From an official document" },
  published: { "zh-CN": "来自公开发布的资料", en: "From published material" },
  unconfirmed: {
    "zh-CN": "待核实：数据未经官方核实",
    en: "Unconfirmed: these figures have not been checked against an official source",
  },
  userSupplied: { "zh-CN": "用的是您自己填的数", en: "Uses figures that you entered" },
};

/** What a line of the ledger means, by the engine's code: no term without its sentence. */
export const ledger = {
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
    "zh-CN": "封顶线：超过一年最多能报的数",
    en: "beyond the cap (封顶线), the most that is paid in a year",
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
};

export const periods = {
  from: { "zh-CN": "{from}起", en: "from {from}" },
  fromTo: { "zh-CN": "{from}至{to}", en: "from {from} to {to}" },
  and: { "zh-CN": "、", en: " and " },
};

export const result = {
  headline: { "zh-CN": "您大约要付", en: "You would pay about" },
  atMostHeadline: { "zh-CN": "您最多大约要付", en: "You would pay at most about" },
  atLeastHeadline: { "zh-CN": "您至少大约要付", en: "You would pay at least about" },
  /** Broken, if at all, before the second amount. */
  range: { "zh-CN": "{least}\u00a0至 {most}", en: "{least}\u00a0to {most}" },
  /** By which way the amount that is paid could still differ. */
  cautions: {
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
  },
  open: {
    atBest: { "zh-CN": "付得最少时，当作：{says}", en: "Where you pay least, taken to say: {says}" },
    atWorst: { "zh-CN": "付得最多时，当作：{says}", en: "Where you pay most, taken to say: {says}" },
    notMet: { "zh-CN": "用不到这条规定", en: "this rule does not come in" },
  },
  ends: {
    least: {
      shown: {
        "zh-CN": "下面按付得最少的情形算：{amount}",
        en: "Below, the case in which you pay least: {amount}",
      },
      show: { "zh-CN": "看付得最少时怎么算", en: "See the case in which you pay least" },
    },
    most: {
      shown: {
        "zh-CN": "下面按付得最多的情形算：{amount}",
        en: "Below, the case in which you pay most: {amount}",
      },
      show: { "zh-CN": "看付得最多时怎么算", en: "See the case in which you pay most" },
    },
  },
  ownFigure: { "zh-CN": "您自己填的数", en: "The figure that you entered" },
  parts: {
    pool: { "zh-CN": "医保付（统筹）", en: "Basic fund (统筹, pool)" },
    largeAmount: { "zh-CN": "大额补助付（大额）", en: "Large-amount fund (大额)" },
    seriousIllness: { "zh-CN": "大病保险付（大病）", en: "Serious-illness insurance (大病)" },
    localSupplement: { "zh-CN": "地方补充保障付", en: "Local supplementary fund" },
    civilServant: { "zh-CN": "公务员补助付", en: "Civil-servant subsidy" },
    assistance: { "zh-CN": "医疗救助付（救助）", en: "Medical assistance (救助)" },
    patient: { "zh-CN": "您自己付", en: "You" },
  },
  effective: { "zh-CN": "{period}（原文写作：{stated}）", en: "{period} (as written: {stated})" },
  readOn: { "zh-CN": "{date}查阅", en: "Read on {date}" },
  places: {
    local: { "zh-CN": "在参保地就医", en: "care in the insured region" },
    withinProvince: { "zh-CN": "省内异地", en: "elsewhere within the province" },
    acrossProvinces: { "zh-CN": "跨省异地", en: "across provinces" },
  },
  basis: {
    insured: { "zh-CN": "参保地：{name}", en: "Insured region: {name}" },
    treated: { "zh-CN": "就医地：{name}（{place}）", en: "Treatment region: {name} ({place})" },
    date: { "zh-CN": "按 {date} 有效的规定计算", en: "Rules in force on {date}" },
    pack: {
      "zh-CN": "规定数据：{name} 第 {version} 版，最近核对 {date}",
      en: "Rule data: {name}, version {version}, last checked {date}",
    },
  },
};

/** What went wrong, for the person who can mend it. The keys are the engine's codes and this form's own two. */
export const problems = {
  missing: { "zh-CN": "这一项还没有填，请填上。", en: "Please fill this in." },
  missingChoice: { "zh-CN": "请选一项。", en: "Please choose one." },
  missingDate: { "zh-CN": "请填日期。", en: "Please enter a date." },
  notACount: {
    "zh-CN": "请填次数，只用数字，例如 0、1、2。",
    en: "Please enter a whole number, such as 0, 1 or 2.",
  },
  negativeAmount: {
    "zh-CN": "金额不能小于 0。您填的是“{given}”。",
    en: "An amount cannot be below 0. You entered “{given}”.",
  },
  invalidMoney: {
    "zh-CN": "请只填数字，例如 1234.50。您填的是“{given}”。",
    en: "Please use digits only, such as 1234.50. You entered “{given}”.",
  },
  tooManyDecimals: {
    "zh-CN": "小数点后最多两位（到分）。您填的是“{given}”。",
    en: "At most two decimals (to the fen). You entered “{given}”.",
  },
  amountTooLarge: {
    "zh-CN": "这个金额太大了，是不是多打了几个数字？您填的是“{given}”。",
    en: "This amount is too large. A digit too many? You entered “{given}”.",
  },
  outOfRange: {
    "zh-CN": "这个数不在合理范围内。您填的是“{given}”。",
    en: "This number is out of range. You entered “{given}”.",
  },
  invalidPercent: {
    "zh-CN": "请填 0 到 100 之间的数。您填的是“{given}”。",
    en: "Please enter a number from 0 to 100. You entered “{given}”.",
  },
  fractionOfOne: {
    "zh-CN": "请填百分之几：报 65% 就填 65。您填的是“{given}”。",
    en: "Please enter a percentage: for 65% enter 65. You entered “{given}”.",
  },
  invalidDate: {
    "zh-CN": "日历上没有这一天。您填的是“{given}”。",
    en: "There is no such day. You entered “{given}”.",
  },
  dateOrder: { "zh-CN": "出院结账的日期不能早于住院的日期。", en: "Discharge cannot come before admission." },
  dateNotCovered: {
    "zh-CN": "我们没有这一天的规定，所以不估算。",
    en: "We have no rules for this day, so we do not estimate.",
  },
  sumExceedsTotal: {
    "zh-CN": "医保范围内的金额不能比总费用还多。",
    en: "The covered amount cannot be more than the whole bill.",
  },
  unknownRegion: {
    "zh-CN": "我们还没有这个地方的报销规定，所以不估算。可以打 12393 问当地医保。",
    en: "We do not have the rules of this region, so we do not estimate. Call 12393 to ask the local office.",
  },
  invalidRegion: {
    "zh-CN": "没有这个地区代码，请重新选一次。",
    en: "There is no such region. Please choose again.",
  },
  regionTooCoarse: {
    "zh-CN": "在参保地的省内看病，要选到城市才能算，请选到城市。",
    en: "Within the insured region's own province the city decides. Please choose the city.",
  },
  unknownTier: {
    "zh-CN": "参保地的规定里没有这个等级，请换一个等级。",
    en: "The insured region's rules have no such tier. Please choose another.",
  },
  groupMismatch: {
    "zh-CN": "这类人员和上面选的医保对不上，请重新选。",
    en: "This group does not go with the insurance chosen above.",
  },
  inputNeeded: {
    "zh-CN": "按参保地的规定，还需要这一项才能算。",
    en: "The insured region's rules need this answer.",
  },
  missingField: { "zh-CN": "这一项还没有填。", en: "Please fill this in." },
};

/** The same, where more can be said than the error itself holds. */
export const detailedProblems = {
  dateNotCovered: {
    "zh-CN": "我们没有这一天的规定，所以不估算。有规定的是：{covered}。",
    en: "We have no rules for this day, so we do not estimate. There are rules {covered}.",
  },
  leftOpen: { "zh-CN": "{said}（依据：{source}）", en: "{said} (Document: {source})" },
  sumExceedsTotal: {
    "zh-CN": "医保范围内的金额不能比总费用还多。总费用填的是 {total}。",
    en: "The covered amount cannot be more than the whole bill. You entered {total} as the whole bill.",
  },
};

export const moreNeeded = {
  "zh-CN": "还要知道下面这些，才能算。填好后，再点一次“算一算”。",
  en: "The following is still needed. Please fill it in, then press “Work it out” again.",
};

export const severalFaults = {
  "zh-CN": "还有 {count} 项要填好。没有填的，我们不会当作 0。",
  en: "{count} answers need your attention. We never take a missing answer for 0.",
};

export const unexpected = {
  "zh-CN": "程序出了问题，没有算出结果：{message}",
  en: "Something went wrong and there is no result: {message}",
};

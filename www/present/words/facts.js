// The questions of an estimate: what each is called in a list (`short`), how it is asked, and why or how to find the answer.
// By the field of the engine's input that the answer belongs to. Plain words first; the official term stands behind them.

const firstTime = {
  "zh-CN": "今年第一次，没有用过：填 0。",
  en: "First time, nothing used this year: enter 0.",
};

function withFirstTime(zh, en) {
  return { "zh-CN": zh + firstTime["zh-CN"], en: `${en} ${firstTime.en}` };
}

/** Why all questions on what the year has brought so far are asked. */
export const yearSoFarWhy = {
  "zh-CN": "同一年里前面报过的，会影响这一次。不知道就查医保 App 的“消费记录”，或打 12393。",
  en: "What was paid earlier in the same year changes this one. Look at the records in the insurance app, or call 12393.",
};

const yearSoFar = {
  admissions: {
    short: { "zh-CN": "今年住过几次院", en: "Stays this year before this one" },
    label: { "zh-CN": "今年这次之前，住过几次院？", en: "Hospital stays this year before this one" },
    help: withFirstTime("只填次数：0、1、2……", "A whole number: 0, 1, 2 …"),
  },
  deductiblePaid: {
    short: { "zh-CN": "起付线今年已付", en: "Paid towards the deductible" },
    label: { "zh-CN": "起付线今年已经付过多少？", en: "Paid towards the deductible so far" },
    help: withFirstTime(
      "起付线按年（或季、月）累计的，前面付过的要减掉。",
      "Where the deductible counts over a year, quarter or month, what was paid before is taken off.",
    ),
  },
  segmentBase: {
    short: { "zh-CN": "今年已按比例报过的费用", en: "Already paid at the ratios" },
    label: {
      "zh-CN": "今年已经有多少钱按比例报过？",
      en: "Amounts already paid at the ratios this year",
    },
    help: withFirstTime(
      "分段：参保地把一年里的费用加起来分段。填起付线以上、已经按比例报过的那部分费用。",
      "Segments (分段) go on through the year here: enter what has gone through them so far.",
    ),
  },
  poolPaid: {
    short: { "zh-CN": "今年统筹已付", en: "Paid by the pool this year" },
    label: { "zh-CN": "今年医保已经替您付了多少？", en: "Paid by the pool so far this year" },
    help: withFirstTime(
      "统筹：医保基金付的部分，不算自己付的。",
      "Pool (统筹): what the basic fund paid, not what you paid.",
    ),
  },
  largeAmountPaid: {
    short: { "zh-CN": "今年大额已付", en: "Paid by the large-amount fund" },
    label: {
      "zh-CN": "今年大额补助已经付了多少？",
      en: "Paid by the large-amount fund so far this year",
    },
    help: withFirstTime(
      "大额：统筹付到顶以后再付的部分。",
      "Large-amount fund (大额): pays above the pool's cap.",
    ),
  },
  seriousIllnessBase: {
    short: { "zh-CN": "今年算进大病的自付", en: "Own payments counted for serious illness" },
    label: {
      "zh-CN": "今年自己付的，有多少算进了大病？",
      en: "Own payments counted for serious illness so far this year",
    },
    help: withFirstTime(
      "大病：自己付得太多时再报一次。这里填已累计的合规自付金额。",
      "Serious illness (大病): a second payment when own payments are high. Enter what has counted so far.",
    ),
  },
  seriousIllnessPaid: {
    short: { "zh-CN": "今年大病已付", en: "Paid by serious-illness insurance" },
    label: {
      "zh-CN": "今年大病保险已经付了多少？",
      en: "Paid by serious-illness insurance so far this year",
    },
    help: withFirstTime("大病保险替您付的部分。", "What that insurance has paid for you."),
  },
  localSupplementBase: {
    short: { "zh-CN": "今年算进地方补充的自付", en: "Own payments counted for the local supplement" },
    label: {
      "zh-CN": "今年自己付的，有多少算进了地方补充保障？",
      en: "Own payments counted for the local supplement so far this year",
    },
    help: withFirstTime(
      "地方补充医疗保障：自己付得太多时，当地再报一次。",
      "The local supplementary fund (地方补充医疗保障): a further payment when own payments are high.",
    ),
  },
  localSupplementPaid: {
    short: { "zh-CN": "今年地方补充已付", en: "Paid by the local supplement" },
    label: {
      "zh-CN": "今年地方补充保障已经付了多少？",
      en: "Paid by the local supplement so far this year",
    },
    help: withFirstTime("地方补充医疗保障替您付的部分。", "What that fund has paid for you."),
  },
  assistanceBase: {
    short: { "zh-CN": "今年算进医疗救助的自付", en: "Own payments counted for assistance" },
    label: {
      "zh-CN": "今年自己付的，有多少算进了医疗救助？",
      en: "Own payments counted for medical assistance so far this year",
    },
    help: withFirstTime(
      "医疗救助：帮困难人员再付一部分。",
      "Medical assistance (医疗救助): pays a further part for people in hardship.",
    ),
  },
  assistancePaid: {
    short: { "zh-CN": "今年医疗救助已付", en: "Paid by medical assistance" },
    label: { "zh-CN": "今年医疗救助已经付了多少？", en: "Paid by medical assistance so far this year" },
    help: withFirstTime("医疗救助替您付的部分。", "What medical assistance has paid for you."),
  },
};

/** Said before a question that is about the year of admission, of a stay over 31 December. */
export const previousYear = {
  short: { "zh-CN": "入院那一年：{question}", en: "Year of admission: {question}" },
  label: { "zh-CN": "（入院那一年）{question}", en: "(In the year of admission) {question}" },
};

export const yearFacts = yearSoFar;

export const facts = {
  "person.insuredRegion": {
    short: { "zh-CN": "参保地", en: "Insured region" },
    label: { "zh-CN": "医保在哪里交的？", en: "Where is the insurance paid?" },
    help: {
      "zh-CN": "参保地：报多少，由这里的规定决定。在县里交的，选它所属的市。",
      en: "Insured region (参保地): its rules decide how much is paid. For a county, choose its city.",
    },
  },
  "person.insurance": {
    short: { "zh-CN": "医保种类", en: "Insurance" },
    label: { "zh-CN": "是哪一种医保？", en: "Which insurance?" },
    help: { "zh-CN": "险种：不清楚可看医保电子凭证。", en: "Shown in the insurance app (险种)." },
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
  "visit.treatmentRegion": {
    short: { "zh-CN": "去哪里看病", en: "Place of care" },
    label: { "zh-CN": "去哪里看病？", en: "Where is the care?" },
    help: {
      "zh-CN": "就医地：哪些药和项目能报，由那里决定。就在参保地看的，也选它。",
      en: "Treatment region (就医地): it decides what is covered. It may be the insured region itself.",
    },
  },
  "bill.total": {
    short: { "zh-CN": "总费用", en: "Whole bill" },
    label: { "zh-CN": "一共要多少钱？", en: "What is the whole bill?" },
    help: {
      "zh-CN": "总费用：医院账单上的合计。还没看病的，填医生说的大概数。",
      en: "Total cost (总费用): the sum on the hospital's bill, or what the doctor expects.",
    },
  },
  "visit.kind": {
    short: { "zh-CN": "看病方式", en: "Kind of care" },
    label: { "zh-CN": "怎么看的病？", en: "What kind of care?" },
    help: { "zh-CN": "医疗类别：不同的看法，报法不同。", en: "Each kind (医疗类别) has its own rules." },
    options: {
      inpatient: {
        label: { "zh-CN": "住院", en: "Hospital stay" },
        hint: { "zh-CN": "办了入院手续", en: "Admitted to hospital" },
      },
      outpatient: {
        label: { "zh-CN": "普通门诊", en: "Outpatient visit" },
        hint: { "zh-CN": "挂号看病，不住院", en: "Seen by a doctor without a stay" },
      },
      chronic: {
        label: { "zh-CN": "门诊慢特病", en: "Chronic disease, outpatient" },
        hint: {
          "zh-CN": "高血压、糖尿病、透析、放化疗等，办过认定的",
          en: "Hypertension, dialysis, chemotherapy …, where recognised",
        },
      },
      specialDrug: {
        label: { "zh-CN": "特殊药品", en: "Special drugs (特殊药品)" },
        hint: {
          "zh-CN": "双通道：国谈药等贵的药，凭处方在医院或定点药店买",
          en: "双通道: costly listed drugs, on prescription from a hospital or a designated pharmacy",
        },
      },
      emergency: {
        label: { "zh-CN": "门诊急诊", en: "Emergency room" },
        hint: { "zh-CN": "急诊看了，没有住院", en: "Seen in the emergency room, not admitted" },
      },
    },
  },
  "visit.disease": {
    short: { "zh-CN": "哪种慢特病", en: "Which chronic disease" },
    label: { "zh-CN": "是哪一种门诊慢特病？", en: "Which chronic disease?" },
    help: {
      "zh-CN": "照参保地认定的病种选，每种的限额不同。",
      en: "As recognised by the insured region; each has its own limit.",
    },
  },
  "visit.tier": {
    short: { "zh-CN": "医院等级", en: "Hospital tier" },
    label: { "zh-CN": "医院是几级？", en: "Which tier of hospital?" },
    help: {
      "zh-CN": "“三甲”就是三级。不清楚可打医院电话问。",
      en: "Hospital tier (医院等级): “三甲” is tier 3. The hospital can tell you.",
    },
  },
  "visit.admitted": {
    short: { "zh-CN": "入院日期", en: "Day of admission" },
    label: { "zh-CN": "哪天住进医院？", en: "Day of admission" },
    help: { "zh-CN": "还没住的，填打算去的那天。", en: "Not there yet? Enter the planned day." },
  },
  "visit.settled": {
    short: { "zh-CN": "出院结账日期", en: "Day of discharge" },
    label: { "zh-CN": "哪天出院结账？", en: "Day of discharge and settlement" },
    help: {
      "zh-CN": "还没出院，就填打算出院的那天。",
      en: "Still in hospital? Enter the planned day.",
    },
  },
  "visit.waivedVisit": {
    short: { "zh-CN": "免起付线的情形", en: "Visit without a deductible" },
    label: { "zh-CN": "这次住院是下面哪一种？", en: "Is this stay one of these?" },
    help: {
      "zh-CN": "有的地方，这几种住院不再收、或者少收起付线。",
      en: "Some regions take no deductible, or a smaller one, for these stays.",
    },
    options: {
      none: {
        label: { "zh-CN": "都不是", en: "None of these" },
        hint: { "zh-CN": "多数人选这一项", en: "Most people" },
      },
      repeatCancerTreatment: {
        label: { "zh-CN": "恶性肿瘤放化疗再次住院", en: "A repeat stay for cancer treatment" },
        hint: {
          "zh-CN": "同一年里又来做放疗、化疗",
          en: "Radiotherapy or chemotherapy again in the same year",
        },
      },
      referredUp: {
        label: { "zh-CN": "同一次病，转到上级医院", en: "Referred up within one illness" },
        hint: { "zh-CN": "在下级医院已经付过起付线", en: "A deductible was paid at the lower hospital" },
      },
      referredDown: {
        label: { "zh-CN": "同一次病，转回下级医院", en: "Referred down within one illness" },
        hint: { "zh-CN": "在上级医院已经付过起付线", en: "A deductible was paid at the higher hospital" },
      },
    },
  },
  "filing.category": {
    short: { "zh-CN": "备案", en: "Filing" },
    label: { "zh-CN": "备案了吗？按哪一种备的？", en: "Was it filed, and how?" },
    help: {
      "zh-CN": "备案：去外地看病前先登记。按哪一种备的，报销比例不同。",
      en: "Filing (备案): registering before care elsewhere. Each kind has its own ratio.",
    },
    helpAtHome: {
      "zh-CN": "在参保地看病不用备案，选“没有备案”。办过长期异地备案、这次回来看病的，请选那一种。",
      en: "Not needed in the insured region: choose “Not filed”. If a long-term filing elsewhere is still valid, choose that one.",
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
  "filing.proof": {
    short: { "zh-CN": "备案凭什么", en: "What the filing rests on" },
    label: { "zh-CN": "备案时交证明材料了吗？", en: "Were papers handed in with the filing?" },
    help: {
      "zh-CN": "凭材料还是凭承诺书备的案，报得可能不同。",
      en: "A filing by papers and one by commitment may be paid differently.",
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
  "person.group": {
    short: { "zh-CN": "病人", en: "Patient" },
    label: { "zh-CN": "病人是哪一类人？", en: "Who is the patient?" },
    help: {
      "zh-CN": "人员类别：有的地方退休人员、孩子报得多一些。",
      en: "In some places the fund pays pensioners or children more (人员类别).",
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
  "person.age": {
    short: { "zh-CN": "年龄", en: "Age" },
    label: { "zh-CN": "病人今年几岁？", en: "How old is the patient?" },
    help: {
      "zh-CN": "周岁。参保地的标准按年龄分档，所以要问。",
      en: "In whole years. Asked because the region's standards go by age.",
    },
  },
  "person.standing": {
    short: { "zh-CN": "困难人员", en: "Hardship" },
    label: { "zh-CN": "病人属于下面哪一种？", en: "Which of these is the patient?" },
    help: {
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
  "person.civilServant": {
    short: { "zh-CN": "公务员", en: "Civil servant" },
    label: { "zh-CN": "病人是公务员吗？", en: "Is the patient a civil servant?" },
    help: {
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
  "person.accountBalance": {
    short: { "zh-CN": "个人账户余额", en: "Personal account" },
    label: { "zh-CN": "个人账户里有多少钱？", en: "What does the personal account hold?" },
    help: {
      "zh-CN": "个人账户：医保卡里自己的钱。想用它付就填余额，不用就空着。",
      en: "Personal account (个人账户): enter its balance to use it for this bill, or leave it empty.",
    },
  },
  "ownFigures.deductible": {
    short: { "zh-CN": "起付线（您填的）", en: "Deductible (entered by you)" },
    label: { "zh-CN": "起付线是多少？", en: "What is the deductible?" },
    help: {
      "zh-CN": "起付线：先由自己付的一段，过了它才开始报。请按医院等级查。",
      en: "Deductible (起付线): paid by you first; the fund pays only above it. It goes by the hospital's tier.",
    },
  },
  "ownFigures.ratio": {
    short: { "zh-CN": "报销比例（您填的）", en: "Ratio (entered by you)" },
    label: { "zh-CN": "在参保地看同样的病，能报百分之几？", en: "What share is paid in the insured region?" },
    help: {
      "zh-CN": "支付比例：同级医院、在当地看病时的比例。报 65% 就填 65；去外地要降多少，由我们来算。",
      en: "Ratio (支付比例): that of a hospital of this tier at home. For 65% enter 65; what care elsewhere takes off is worked out here.",
    },
  },
  "ownFigures.poolCap.yearly": {
    short: { "zh-CN": "封顶线（您填的）", en: "Cap (entered by you)" },
    label: { "zh-CN": "一年最多能报多少？", en: "The most that is paid in a year" },
    help: {
      "zh-CN": "封顶线：统筹一年最多付的数。不知道就空着。",
      en: "Cap (封顶线): the most that the pool pays in a year. Leave it empty if you do not know.",
    },
  },
  "ownFigures.crossRegion": {
    short: { "zh-CN": "去外地怎么报（您填的）", en: "Care elsewhere (entered by you)" },
    label: { "zh-CN": "去那里看病，报得和当地一样吗？", en: "Is care there paid as at home?" },
    help: {
      "zh-CN":
        "这种情况报多少，由参保地自己定，我们没有收录，也不猜。请打参保地 12393，问到了再选。别的说法（比如“先自付 10%”），这里算不了。",
      en: "What is paid in this case the insured region decides; its rule is not known here, and we do not guess. Ask there (12393), then choose. Other rules (“10% paid first by you”) cannot be worked out here.",
    },
    helpNotFiled: {
      "zh-CN":
        "没有备案就去外地的，报多少全国没有上下限，由参保地自己定，我们不猜。请打参保地 12393，问到了再选。别的说法（比如“先自付 10%”），这里算不了。",
      en: "For care elsewhere without filing no national bound exists: the insured region decides, and we do not guess. Ask there (12393), then choose. Other rules (“10% paid first by you”) cannot be worked out here.",
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
  "ownFigures.crossRegion.minusPoints": {
    short: { "zh-CN": "降低几个百分点（您填的）", en: "Points lower (entered by you)" },
    label: { "zh-CN": "降低几个百分点？", en: "By how many points?" },
    help: { "zh-CN": "从 65% 降到 55%，就填 10。", en: "For 65% down to 55% enter 10." },
  },
};

/** The same questions of care without a stay. */
export const outpatientWords = {
  "visit.admitted": {
    short: { "zh-CN": "看病日期", en: "Day of the visit" },
    label: { "zh-CN": "哪天看的病？", en: "Day of the visit" },
    help: { "zh-CN": "还没去的，填打算去的那天。", en: "Not there yet? Enter the planned day." },
  },
};

export const bill = {
  short: { "zh-CN": "账单", en: "Bill" },
  label: { "zh-CN": "其中医保能报的有多少？", en: "How much of it is covered?" },
  why: {
    "zh-CN": "不在医保目录里的药和项目全由自己付，所以这一项影响最大。",
    en: "What is not on the insurance's list is paid by you alone, so this matters most.",
  },
  form: {
    label: { "zh-CN": "怎么填账单？", en: "How will you enter the bill?" },
    options: {
      total: {
        label: { "zh-CN": "只填总数", en: "Only the sums" },
        hint: { "zh-CN": "总费用，和医保范围内的金额", en: "The whole bill, and what is in scope" },
      },
      summary: {
        label: { "zh-CN": "照结算单填", en: "As on the settlement slip" },
        hint: {
          "zh-CN": "全自费、超限价、乙类先自付",
          en: "Self-paid, over the ceiling, class-B first self-pay",
        },
      },
      items: {
        label: { "zh-CN": "一项一项填", en: "Item by item" },
        hint: {
          "zh-CN": "照费用清单，每项填类别和金额",
          en: "From the itemised list, with class and amount",
        },
      },
    },
  },
  fields: {
    total: {
      label: { "zh-CN": "总费用", en: "Whole bill" },
      help: { "zh-CN": "医院账单上的合计。", en: "The sum on the hospital's bill (总费用)." },
    },
    inScope: {
      label: { "zh-CN": "医保范围内的金额", en: "Amount in scope" },
      help: {
        "zh-CN": "符合政策范围金额：结算单上有；也可以问医院的医保窗口。不知道就空着。",
        en: "符合政策范围金额: on the settlement slip, or ask the hospital's insurance desk. Leave it empty if you do not know.",
      },
    },
    fullySelfPaid: {
      label: { "zh-CN": "目录外全自费的金额", en: "Outside the list, paid by you" },
      help: {
        "zh-CN": "全自费：丙类和医保目录外的。没有就填 0。",
        en: "全自费: class C and what is not listed. None: enter 0.",
      },
    },
    overCeiling: {
      label: { "zh-CN": "超过限价的金额", en: "Above the price ceiling" },
      help: { "zh-CN": "超限价自付。没有就填 0。", en: "超限价自付. None: enter 0." },
    },
    classBFirstSelfPay: {
      label: { "zh-CN": "乙类先自付的金额", en: "Class B: paid first by you" },
      help: { "zh-CN": "先行自付。没有就填 0。", en: "先行自付. None: enter 0." },
    },
  },
  item: {
    title: { "zh-CN": "第 {number} 项", en: "Item {number}" },
    name: { "zh-CN": "名称", en: "Name" },
    amount: { "zh-CN": "金额", en: "Amount" },
    class: { "zh-CN": "类别", en: "Class" },
    firstSelfPay: { "zh-CN": "先自付百分之几", en: "Paid first by you" },
    firstSelfPayHelp: {
      "zh-CN": "乙类才有，费用清单上写着，例如 10%。",
      en: "Class B only; it stands on the itemised list, 10% say.",
    },
    classes: {
      A: { "zh-CN": "甲类：全部能报", en: "A: covered whole" },
      B: { "zh-CN": "乙类：先自付一点", en: "B: a part first by you" },
      C: { "zh-CN": "丙类、自费", en: "C: paid by you" },
      unknown: { "zh-CN": "不清楚", en: "Not known" },
    },
    add: { "zh-CN": "再加一项", en: "Add an item" },
    remove: { "zh-CN": "删去第 {number} 项", en: "Remove item {number}" },
    count: { "zh-CN": "{count} 项", en: "{count} items" },
    restHelp: {
      "zh-CN": "清单没有抄全的，填账单上的总数；抄全了就空着。",
      en: "If the list is not complete, the sum on the bill; else leave it empty.",
    },
  },
};

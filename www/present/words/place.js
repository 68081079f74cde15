export const place = {
  title: { "zh-CN": "选医院", en: "Choose where" },
  intro: {
    "zh-CN": "看一次病，能不能在那里直接结算、不用自己先垫钱。",
    en: "Can a visit be settled there directly, without paying it all first?",
  },
  working: { "zh-CN": "正在核对……", en: "Checking …" },
  reading: { "zh-CN": "正在读医院名单……", en: "Reading the list of facilities …" },
  unread: {
    "zh-CN": "医院名单没有读出来，可以自己填查到的情况。",
    en: "The list of facilities could not be read. You can enter what you have looked up.",
  },
  questions: {
    insuredRegion: {
      short: { "zh-CN": "参保地", en: "Insured region" },
      label: { "zh-CN": "医保在哪里交的？", en: "Where is the insurance paid?" },
    },
    treatmentRegion: {
      short: { "zh-CN": "去哪里看病", en: "Place of care" },
      label: { "zh-CN": "去哪里看病？", en: "Where is the care?" },
    },
    kind: {
      short: { "zh-CN": "看病方式", en: "Kind of care" },
      label: { "zh-CN": "怎么看的病？", en: "What kind of care?" },
    },
    disease: {
      short: { "zh-CN": "哪种慢特病", en: "Chronic disease" },
      label: { "zh-CN": "是哪一种门诊慢特病？", en: "Which chronic disease?" },
      help: {
        "zh-CN": "照参保地认定的病种选。",
        en: "As recognised by the insured region.",
      },
    },
    qualified: {
      short: { "zh-CN": "慢特病资格", en: "Recognition" },
      label: { "zh-CN": "参保地认定过这种病吗？", en: "Has the insured region recognised this disease?" },
      help: {
        "zh-CN": "待遇资格认定：在“国家医保服务平台”App 里能查到。",
        en: "待遇资格认定: shown in the app 国家医保服务平台.",
      },
      options: {
        yes: {
          label: { "zh-CN": "认定过", en: "Yes" },
          hint: { "zh-CN": "办过门诊慢特病认定", en: "It was applied for and granted" },
        },
        no: {
          label: { "zh-CN": "没有认定", en: "No" },
          hint: { "zh-CN": "还没申请，或者没有通过", en: "Not applied for, or not granted" },
        },
        unknown: {
          label: { "zh-CN": "不清楚", en: "Not sure" },
          hint: { "zh-CN": "会告诉您怎么查", en: "You will be told where to look" },
        },
      },
    },
    drug: {
      short: { "zh-CN": "哪种药", en: "Drug" },
      label: { "zh-CN": "是哪一种药？", en: "Which drug?" },
      help: {
        "zh-CN": "填处方或药盒上的通用名，例如“伊马替尼”。",
        en: "The generic name on the prescription or the box.",
      },
    },
    filed: {
      short: { "zh-CN": "备案", en: "Filing" },
      label: { "zh-CN": "已经备案到那里了吗？", en: "Is it filed for that place already?" },
      help: {
        "zh-CN": "备案：去外地看病前先登记。",
        en: "Filing (备案): registering before care elsewhere.",
      },
    },
    date: {
      short: { "zh-CN": "哪天去", en: "Day" },
      label: { "zh-CN": "哪天去看病？", en: "On which day?" },
      help: { "zh-CN": "住院的填入院那天。", en: "For a stay, the day of admission." },
    },
  },
  keptFilings: { "zh-CN": "按“我的备案”里的 {count} 条", en: "By the {count} in “My filings”" },
  verdict: {
    yes: { "zh-CN": "可以直接结算", en: "It can be settled directly" },
    no: { "zh-CN": "现在还不行，因为：", en: "Not as things are, because:" },
    unknown: { "zh-CN": "不确定，要先问清楚", en: "Not certain: something has to be asked first" },
    yesLine: {
      "zh-CN": "带上医保码或社保卡，出院（看完）时只付自己的那部分。",
      en: "Bring the insurance code or card; you pay only your own part at the end.",
    },
  },
  conditions: {
    unknown: { "zh-CN": "还要问清楚的", en: "To be asked" },
    seeTo: { "zh-CN": "要办的事", en: "To see to" },
    fails: { "zh-CN": "为什么不行，怎么办", en: "Why not, and what mends it" },
  },
  otherwise: { "zh-CN": "不能直接结算时：{route}", en: "Where it cannot be: {route}" },
  filing: { "zh-CN": "备案管不管用", en: "Does the filing hold?" },
  facility: {
    title: { "zh-CN": "看哪家医院", en: "Which hospital" },
    label: { "zh-CN": "找医院", en: "Find a hospital" },
    placeholder: { "zh-CN": "医院名，或拼音首字母", en: "Name or initials" },
    empty: {
      "zh-CN": "名单里没有。可以自己填查到的情况。",
      en: "Not in the list. You can enter what you have looked up.",
    },
    found: { "zh-CN": "{place}，共 {total} 家", en: "{total} in {place}" },
    opened: { "zh-CN": "已开通：{kinds}", en: "Opened: {kinds}" },
    nothing: { "zh-CN": "没有开通直接结算", en: "nothing opened" },
    since: { "zh-CN": "{kind}（{date}起）", en: "{kind} (from {date})" },
    and: { "zh-CN": " · ", en: " · " },
    none: { "zh-CN": "先不选医院", en: "No hospital for now" },
    chosen: { "zh-CN": "医院", en: "Hospital" },
    kinds: {
      inpatient: { "zh-CN": "住院", en: "stays" },
      outpatient: { "zh-CN": "门诊", en: "outpatient" },
      chronic: { "zh-CN": "门诊慢特病", en: "chronic diseases" },
      specialDrug: { "zh-CN": "特殊药品", en: "special drugs" },
      pharmacy: { "zh-CN": "药店购药", en: "pharmacy" },
    },
  },
  own: {
    summary: { "zh-CN": "名单里没有这家？自己填", en: "Not in the list? Enter it yourself" },
    how: {
      "zh-CN":
        "在“国家医保服务平台”App 打开“异地联网定点医药机构查询”，选地方、找医院，看它开通了什么，照着勾。也可以打医院医保办的电话问。",
      en: "In the app 国家医保服务平台 open 异地联网定点医药机构查询, find the hospital, and tick what it has opened. Its insurance office can tell you too.",
    },
    name: { "zh-CN": "医院叫什么？", en: "What is the hospital called?" },
    opened: { "zh-CN": "查到它开通了什么？", en: "What has it opened?" },
    check: { "zh-CN": "按这个判断", en: "Judge by this" },
    unnamed: { "zh-CN": "这家医院", en: "this hospital" },
    source: { "zh-CN": "按您自己查到的情况判断。", en: "Judged by what you looked up yourself." },
  },
  chosen: {
    label: { "zh-CN": "这家是您选定的定点医院吗？", en: "Is it the designated facility that you chose?" },
    options: {
      yes: { "zh-CN": "是", en: "Yes" },
      no: { "zh-CN": "不是", en: "No" },
    },
  },
  alternatives: {
    title: { "zh-CN": "同一个地方，已经开通的", en: "Others there that have opened it" },
    choose: { "zh-CN": "看这家", en: "Look at this one" },
  },
  limits: {
    title: { "zh-CN": "这种病一年最多报多少", en: "The most that is paid for this disease" },
    unknown: {
      "zh-CN": "这种病的限额没有收录，请打参保地 12393。",
      en: "The limit for this disease is not known here: ask the insured region (12393).",
    },
  },
  leads: {
    estimate: {
      label: { "zh-CN": "算一算要付多少", en: "Work out what you pay" },
      hint: { "zh-CN": "照这里填的接着算", en: "From what was entered here" },
    },
    wizard: {
      label: { "zh-CN": "去备案", en: "File" },
      hint: { "zh-CN": "几道题，知道怎么备、带什么", en: "A few questions: how, and with which papers" },
    },
    failed: {
      label: { "zh-CN": "已经没结成？看怎么办", en: "It failed already? What to do" },
      hint: { "zh-CN": "补记账、回参保地报销", en: "Post-billing, a claim at home" },
    },
  },
};

export const emergency = {
  title: { "zh-CN": "急诊抢救，直接去医院", en: "An emergency: go to the hospital" },
  lead: {
    title: { "zh-CN": "先救人，不用先备案", en: "Get care first; no filing is needed" },
    line: {
      "zh-CN": "在外省急诊抢救的，按已经备案算。",
      en: "An emergency in another province counts as filed.",
    },
  },
  sayTitle: { "zh-CN": "到医院这样说", en: "What to tell the hospital" },
  steps: {
    insured: {
      title: { "zh-CN": "说明是外地医保", en: "Say where you are insured" },
      lines: [
        {
          "zh-CN": "“我是外地医保，出示医保电子凭证（或社保卡），请按异地急诊抢救登记。”",
          en: "“I am insured elsewhere; here is the electronic voucher (or the social security card). Please register this as emergency care of a person insured elsewhere.”",
        },
      ],
    },
    flag: {
      title: { "zh-CN": "请医院上传急诊标志", en: "Ask for the emergency flag" },
      lines: [
        {
          "zh-CN": "“请在医保系统里如实上传‘急诊抢救’标志。”没有上传，就不能按急诊直接结算。",
          en: "“Please report the emergency flag (急诊抢救标志) to the insurance system.” Without it the bill cannot be settled as an emergency.",
        },
      ],
    },
    settle: {
      title: { "zh-CN": "出院前再问一句", en: "Ask again before leaving" },
      lines: [
        {
          "zh-CN": "“急诊标志上传了吗？可以直接结算吗？”不行的，留好全部发票、费用清单和病历。",
          en: "“Was the flag reported? Can it be settled directly?” If not, keep every invoice, the itemised bill and the records.",
        },
      ],
    },
  },
  sameProvince: {
    title: { "zh-CN": "在同省的另一个城市", en: "In another city of the same province" },
    line: {
      "zh-CN": "省内急诊怎么算，各地不同。先看病，再打 12393 问参保地。",
      en: "How an emergency within the province counts differs by region. Get care first, then ask your insured region (12393).",
    },
  },
  copy: { "zh-CN": "复制要说的话", en: "Copy what to say" },
  copied: { "zh-CN": "已复制", en: "Copied" },
  file: { "zh-CN": "填一下，看我的情况", en: "Answer a few questions about my case" },
  estimate: { "zh-CN": "估一估自己付多少", en: "Estimate what I pay" },
  notSettled: { "zh-CN": "没能直接结算", en: "It was not settled directly" },
};

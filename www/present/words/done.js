export const done = {
  title: { "zh-CN": "备案表和材料", en: "Form and papers" },
  none: { "zh-CN": "这台设备上还没有填好的备案。", en: "There is no finished filing on this device." },
  file: { "zh-CN": "去备案", en: "File" },
  states: {
    prepared: {
      title: { "zh-CN": "表填好了，还没有交", en: "The form is ready, and not handed in yet" },
      line: {
        "zh-CN": "备案要交到参保地医保部门才算数。下面是材料、日期和交到哪里。",
        en: "It counts once the insured region's office has it. Below: papers, dates and where to hand it in.",
      },
    },
    handedIn: {
      title: { "zh-CN": "已经交了，等结果", en: "Handed in, waiting" },
      line: { "zh-CN": "到时没有结果，就打 12393。", en: "If nothing comes in time, call 12393." },
    },
    approved: {
      title: { "zh-CN": "备案通过了", en: "The filing was approved" },
      line: {
        "zh-CN": "看病时出示医保电子凭证或社保卡，说明是外地医保。",
        en: "Show the electronic voucher or the social security card, and say that you are insured elsewhere.",
      },
    },
    returned: {
      title: { "zh-CN": "被退回了", en: "It was returned" },
      line: {
        "zh-CN": "按退回的原因补好，再填一次、再交。",
        en: "Mend what was missing, fill it in again and hand it in.",
      },
    },
    cancelled: {
      title: { "zh-CN": "已取消", en: "Cancelled" },
      line: { "zh-CN": "这条备案不再算数。", en: "This filing no longer counts." },
    },
  },
  tell: {
    title: { "zh-CN": "现在到哪一步了？", en: "How far is it?" },
    handedIn: { "zh-CN": "我已经交了", en: "I have handed it in" },
    approved: { "zh-CN": "通过了", en: "It was approved" },
    returned: { "zh-CN": "被退回了", en: "It was returned" },
    cancelled: { "zh-CN": "已经到医保部门取消了", en: "I cancelled it with the office" },
  },
  papers: { "zh-CN": "要带的材料", en: "Papers to bring" },
  issuer: { "zh-CN": "{issuers}开", en: "issued by {issuers}" },
  byCommitment: { "zh-CN": "先用承诺书代替，以后补", en: "the commitment stands in for now" },
  dates: { "zh-CN": "日期", en: "Dates" },
  dateIn: { "zh-CN": "{date}，还有 {days} 天", en: "{date}, {days} days left" },
  dateToday: { "zh-CN": "{date}，就是今天", en: "{date}, today" },
  datePast: { "zh-CN": "{date}，已过 {days} 天", en: "{date}, {days} days ago" },
  dateUnknown: { "zh-CN": "没有查到日期", en: "The day is not known" },
  calendar: { "zh-CN": "加入日历", en: "Add to the calendar" },
  calendarFile: { "zh-CN": "备案日期.ics", en: "filing-dates.ics" },
  noDates: { "zh-CN": "没有要记的日期。", en: "There are no days to watch." },
  terms: { "zh-CN": "这条备案", en: "This filing" },
  kind: { "zh-CN": "备案类型", en: "Category" },
  form: {
    title: { "zh-CN": "打印", en: "Print" },
    print: { "zh-CN": "打印备案表", en: "Print the form" },
    printCommitment: { "zh-CN": "打印备案表和承诺书", en: "Print form and commitment" },
    see: { "zh-CN": "看填好的表", en: "See the form as filled in" },
    gone: {
      "zh-CN": "填好的表上有姓名和证件号，没有存在设备上。要打印，请再填一次姓名。",
      en: "The form bears name and identity number and was not kept. To print it, enter the name once more.",
    },
    again: { "zh-CN": "再填一次姓名", en: "Enter the name again" },
    keep: { "zh-CN": "把填好的表存在这台设备上", en: "Keep the form on this device" },
    keepHint: {
      "zh-CN": "表上有姓名、证件号、电话。别人也用这台设备的，不要存。",
      en: "It bears name, identity number and telephone. Do not keep it where others use this device.",
    },
    kept: { "zh-CN": "填好的表存在这台设备上。", en: "The form is kept on this device." },
    unkeep: { "zh-CN": "从设备上删掉填好的表", en: "Delete the form from this device" },
    blanks: { "zh-CN": "由参保地填写", en: "For the insured region to fill in" },
  },
  injury: {
    summary: { "zh-CN": "因为受伤住院的才要", en: "Only where the stay is for an injury" },
    print: { "zh-CN": "打印外伤承诺书", en: "Print the statement on an injury" },
  },
  where: {
    title: { "zh-CN": "交到哪里", en: "Where to hand it in" },
    open: { "zh-CN": "打开", en: "Open" },
    copy: { "zh-CN": "复制", en: "Copy" },
    copied: { "zh-CN": "已复制", en: "Copied" },
    unknown: {
      "zh-CN": "这里的办理渠道没有收录，请打 12393 问参保地。",
      en: "The channels of this region are not known here; ask 12393.",
    },
    how: {
      app: {
        "zh-CN": "打开后找“异地就医备案”，照着备案表填，传上材料照片。",
        en: "Find “异地就医备案” there, fill it in from the form, and add photos of the papers.",
      },
      miniProgram: {
        "zh-CN": "在微信里搜这个名字，进去照着备案表填。",
        en: "Search for this name in WeChat and fill it in from the form.",
      },
      website: { "zh-CN": "打开网页，照着备案表填。", en: "Open the page and fill it in from the form." },
      counter: {
        "zh-CN": "带上打印好的表和材料，去窗口交。",
        en: "Take the printed form and the papers to the counter.",
      },
      phone: { "zh-CN": "打电话问怎么交、到哪里交。", en: "Ask there how and where to hand it in." },
    },
    summary: { "zh-CN": "复制备案内容（没有姓名）", en: "Copy the filing, without the name" },
  },
  outbox: {
    title: { "zh-CN": "发送", en: "Sending" },
    status: {
      queued: {
        "zh-CN": "等着发送。有网络就会发。",
        en: "Waiting to be sent; it goes as soon as there is a network.",
      },
      sending: { "zh-CN": "正在发送。", en: "Being sent." },
      sent: {
        "zh-CN": "发出去了，对方还没有答复，会再问。不会重复备案。",
        en: "Sent; no answer yet, it is tried again. It is never filed twice.",
      },
      acknowledged: { "zh-CN": "对方收到了，等审核。", en: "Received, to be decided." },
      approved: { "zh-CN": "审核通过。", en: "Approved." },
      returned: { "zh-CN": "被退回：{reason}", en: "Returned: {reason}" },
      withdrawn: { "zh-CN": "已撤回。", en: "Withdrawn." },
      handedOver: {
        "zh-CN": "请自己到官方渠道办理。",
        en: "Please file it yourself through an official channel.",
      },
    },
    noReason: { "zh-CN": "没有说明原因", en: "no reason was given" },
    withdrawing: { "zh-CN": "正在请对方撤回。", en: "The receiver was asked to give it back." },
    withdrawalRefused: { "zh-CN": "来不及撤回了。", en: "It was too late to withdraw it." },
    withdraw: { "zh-CN": "撤回", en: "Withdraw" },
    problems: {
      storageFull: {
        "zh-CN": "设备存满了，还没有存下，请清理空间。",
        en: "The device is full; it is not kept yet. Please free some space.",
      },
      storageUnavailable: {
        "zh-CN": "设备不让保存，或者另一个页面正开着。这份备案关掉就没有了。",
        en: "The device refuses to keep it, or another page is open. The filing is gone once this is closed.",
      },
      storageDamaged: {
        "zh-CN": "以前存的发送记录坏了，已原样放在一边。",
        en: "Earlier records of sending were damaged and are set aside as they were.",
      },
      other: { "zh-CN": "发送出了问题，会再试。", en: "Sending failed; it is tried again." },
    },
  },
  remove: { "zh-CN": "从“我的备案”里删掉", en: "Delete from my filings" },
  removeHint: {
    "zh-CN": "只删这台设备上的记录，不会取消备案",
    en: "Only here; the filing itself is not cancelled",
  },
  sure: {
    remove: {
      title: { "zh-CN": "确定删掉吗？", en: "Really delete it?" },
      line: { "zh-CN": "删掉后找不回来。", en: "It cannot be brought back." },
      yes: { "zh-CN": "确定删掉", en: "Delete it" },
    },
    again: {
      title: { "zh-CN": "另一个备案正填到一半", en: "Another filing is half way" },
      line: {
        "zh-CN": "再填这一条的姓名，那一个填过的回答就没有了。",
        en: "To fill in this one again, the answers of that one are given up.",
      },
      yes: { "zh-CN": "放弃那一个，填这一条", en: "Give that one up" },
    },
    no: { "zh-CN": "先不", en: "Not now" },
  },
  next: { "zh-CN": "下一步：选医院", en: "Next: choose where" },
};

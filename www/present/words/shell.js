/** What all screens of the filing say alike. */
export const shell = {
  back: { "zh-CN": "返回", en: "Back" },
  home: { "zh-CN": "回首页", en: "Home" },
  next: { "zh-CN": "下一步", en: "Next" },
  change: { "zh-CN": "修改", en: "Change" },
  phone: { "zh-CN": "拿不准就打 12393（医保热线）", en: "If in doubt call 12393, the insurance hotline" },
  notOfficial: {
    "zh-CN": "这不是官方工具，以参保地医保部门的答复和医院实际结算为准。",
    en: "This is not an official tool. The insured region's office and the actual settlement decide.",
  },
  trouble: {
    unreadable: {
      title: { "zh-CN": "有些存过的内容读不出来", en: "Something that was kept cannot be read" },
      line: {
        "zh-CN":
          "{what}：可能损坏了，或是更新的版本存的。原样留着，没有丢，也没有覆盖；可以在设置里带走或删除。",
        en: "{what}: damaged, or kept by a later version. It lies there as it was, nothing was overwritten; take it along or delete it in the settings.",
      },
    },
    notSaved: {
      title: { "zh-CN": "这台设备存不下了", en: "This device cannot keep it" },
      line: {
        "zh-CN": "{what}：这次能用，关掉以后可能就没有了。请清理一些空间。",
        en: "{what}: it works now, but may be gone once this is closed. Please free some space.",
      },
    },
    slots: {
      settings: { "zh-CN": "设置", en: "the settings" },
      recent: { "zh-CN": "最近选过的城市", en: "the cities chosen lately" },
      filing: { "zh-CN": "备案填到一半的回答", en: "the answers of the filing under way" },
      notice: { "zh-CN": "告知书看到哪里", en: "how far the notice was read" },
      filings: { "zh-CN": "我的备案", en: "my filings" },
      estimate: { "zh-CN": "算花费时填的内容", en: "what was entered for the estimate" },
      place: { "zh-CN": "选医院时填的内容", en: "what was entered for the place of care" },
      slip: { "zh-CN": "结算单上的数", en: "the figures of the settlement slip" },
      failed: { "zh-CN": "报销没成功时填的内容", en: "what was entered about a failed settlement" },
    },
    settings: { "zh-CN": "去设置", en: "Settings" },
  },
};

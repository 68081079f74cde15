export const home = {
  title: { "zh-CN": "去外地看病，三步", en: "Care away from home in three steps" },
  emergency: {
    title: {
      "zh-CN": "急诊抢救？不用先备案，直接去医院",
      en: "An emergency? Go to the hospital, no filing first",
    },
    action: { "zh-CN": "看看对医院说什么", en: "What to tell the hospital" },
  },
  file: {
    mark: { "zh-CN": "①", en: "①" },
    title: { "zh-CN": "先备案", en: "File first" },
    action: { "zh-CN": "去备案", en: "File" },
    goOn: { "zh-CN": "接着填", en: "Go on" },
    look: { "zh-CN": "看备案", en: "See the filing" },
    none: { "zh-CN": "还没备案", en: "Not filed yet" },
    begun: { "zh-CN": "填到一半，还有最多 {left} 题", en: "Half way, at most {left} questions left" },
    answered: { "zh-CN": "题都答完了，还没填表", en: "All answered, the form is still to be filled in" },
  },
  choose: {
    mark: { "zh-CN": "②", en: "②" },
    title: { "zh-CN": "选医院", en: "Choose where" },
    state: { "zh-CN": "看能不能直接结算", en: "See whether it is settled directly" },
    action: { "zh-CN": "去选", en: "Choose" },
  },
  estimate: {
    mark: { "zh-CN": "③", en: "③" },
    title: { "zh-CN": "算花费", en: "Work out the cost" },
    state: { "zh-CN": "看自己大约要付多少", en: "See roughly what you pay" },
    action: { "zh-CN": "去算", en: "Work it out" },
  },
  failed: {
    title: { "zh-CN": "报销没成功？", en: "Settlement failed?" },
    state: {
      "zh-CN": "医院没能直接结算，或者已经自己付了",
      en: "It was not settled directly, or you paid it all",
    },
    action: { "zh-CN": "看怎么办", en: "What to do" },
  },
  filings: { "zh-CN": "我的备案", en: "My filings" },
  filingsCount: { "zh-CN": "{count} 条", en: "{count}" },
  noFilings: { "zh-CN": "还没有", en: "none yet" },
  settings: { "zh-CN": "设置", en: "Settings" },
  settingsHint: { "zh-CN": "大字、语言、删除所有内容", en: "Large text, language, delete everything" },
  about: { "zh-CN": "这是什么", en: "What this is" },
  aboutHint: {
    "zh-CN": "不是官方工具；填的内容留在这台设备上；数字都有出处",
    en: "Not official; what you enter stays on this device; every figure has its source",
  },
  open: { "zh-CN": "打开", en: "Open" },
  careOn: { "zh-CN": "换成大字（关怀版）", en: "Large text (care mode)" },
  careOff: { "zh-CN": "换回普通字", en: "Normal text" },
};

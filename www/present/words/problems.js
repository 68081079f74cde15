// What went wrong, for the person who can mend it: the engine's codes, and those that are found before it is asked.

export const problems = {
  missing: { "zh-CN": "这一项还没有填，请填上。", en: "Please fill this in." },
  missingChoice: { "zh-CN": "请选一项。", en: "Please choose one." },
  missingDate: { "zh-CN": "请填日期。", en: "Please enter a date." },
  notACount: {
    "zh-CN": "请填整数，只用数字，例如 0、1、2。",
    en: "Please enter a whole number, such as 0, 1 or 2.",
  },
  fractionOfOne: {
    "zh-CN": "请填百分之几：报 65% 就填 65。您填的是“{given}”。",
    en: "Please enter a percentage: for 65% enter 65. You entered “{given}”.",
  },
  missingField: { "zh-CN": "这一项还没有填。", en: "Please fill this in." },
  unknownField: {
    "zh-CN": "这两种填法不能一起用，请只用一种。",
    en: "These two ways of filling it in do not go together. Please use one.",
  },
  wrongType: {
    "zh-CN": "这一项的写法不对，请重新填。",
    en: "This is not written as it should be. Please enter it again.",
  },
  unknownValue: {
    "zh-CN": "没有这个选项，请重新选一次。",
    en: "There is no such choice. Please choose again.",
  },
  outOfRange: {
    "zh-CN": "这个数不在合理范围内。您填的是“{given}”。",
    en: "This number is out of range. You entered “{given}”.",
  },
  invalidMoney: {
    "zh-CN": "请只填数字，例如 1234.50。您填的是“{given}”。",
    en: "Please use digits only, such as 1234.50. You entered “{given}”.",
  },
  negativeAmount: {
    "zh-CN": "金额不能小于 0。您填的是“{given}”。",
    en: "An amount cannot be below 0. You entered “{given}”.",
  },
  tooManyDecimals: {
    "zh-CN": "小数点后最多两位（到分）。您填的是“{given}”。",
    en: "At most two decimals (to the fen). You entered “{given}”.",
  },
  amountTooLarge: {
    "zh-CN": "这个金额太大了，是不是多打了几个数字？您填的是“{given}”。",
    en: "This amount is too large. A digit too many? You entered “{given}”.",
  },
  invalidPercent: {
    "zh-CN": "请填 0 到 100 之间的数。您填的是“{given}”。",
    en: "Please enter a number from 0 to 100. You entered “{given}”.",
  },
  invalidDate: {
    "zh-CN": "日历上没有这一天。您填的是“{given}”。",
    en: "There is no such day. You entered “{given}”.",
  },
  dateOrder: {
    "zh-CN": "日期先后不对：后面的日期不能早于前面的。",
    en: "The dates are in an impossible order: the later one cannot come first.",
  },
  invalidRegion: {
    "zh-CN": "没有这个地区，请重新选一次。",
    en: "There is no such region. Please choose again.",
  },
  invalidFacility: {
    "zh-CN": "没有这样的医院编码，请重新选一次。",
    en: "There is no such facility code. Please choose again.",
  },
  invalidDisease: {
    "zh-CN": "没有这样的病种编码，请重新选一次。",
    en: "There is no such disease code. Please choose again.",
  },
  regionTooCoarse: {
    "zh-CN": "这里要精确到城市，请选到城市。",
    en: "A city is needed here. Please choose the city.",
  },
  unknownRegion: {
    "zh-CN": "我们还没有这个地方的规定，所以不估算。可以打 12393 问当地医保。",
    en: "We do not have the rules of this region, so we do not estimate. Call 12393 to ask the local office.",
  },
  unknownTier: {
    "zh-CN": "参保地的规定里没有这个等级，请换一个等级。",
    en: "The insured region's rules have no such tier. Please choose another.",
  },
  unknownDisease: {
    "zh-CN": "参保地的规定里没有这个病种，请换一个。",
    en: "The insured region's rules name no such disease. Please choose another.",
  },
  groupMismatch: {
    "zh-CN": "这类人员和上面选的医保对不上，请重新选。",
    en: "This group does not go with the insurance chosen above.",
  },
  sumExceedsTotal: {
    "zh-CN": "各部分加起来比总费用还多，请核对。您填的部分是 {given}。",
    en: "The parts add up to more than the whole bill. The parts come to {given}.",
  },
  inputNeeded: {
    "zh-CN": "按参保地的规定，还需要这一项才能算。",
    en: "The insured region's rules need this answer.",
  },
  dateNotCovered: {
    "zh-CN": "我们没有这一天的规定，所以不估算。请打 12393 问参保地。",
    en: "We have no rules for this day, so we do not estimate. Ask the insured region (12393).",
  },
  ruleNotFound: {
    "zh-CN": "这种情况的规定我们没有收录，所以不估算。请打 12393 问参保地。",
    en: "No rule is known here for this case, so we do not estimate. Ask the insured region (12393).",
  },
  ruleAmbiguous: {
    "zh-CN": "规定原文有不止一种读法，这里结果不同，所以不给一个数。请打 12393 问参保地。",
    en: "The rule can be read in more than one way, with different results. Ask the insured region (12393).",
  },
  ruleBounded: {
    "zh-CN": "规定只给出上下限，具体由参保地定。请打 12393 问参保地。",
    en: "The law only sets bounds; the insured region decides within them. Ask there (12393).",
  },
  rulesConflict: {
    "zh-CN": "收录的两条规定互相冲突，所以不估算。请打 12393 问参保地。",
    en: "Two rules that are known here conflict, so we do not estimate. Ask the insured region (12393).",
  },
  noticeNotRead: {
    "zh-CN": "请先阅读并同意备案告知书。",
    en: "Please read and agree to the filing notice first.",
  },
  invalidContact: {
    "zh-CN": "姓名、证件号或电话的写法不对，请核对。",
    en: "This is not a name, identity number or telephone number. Please check it.",
  },
  nothingToFile: {
    "zh-CN": "照这些回答，不用备案，或者现在还不能备案。",
    en: "By these answers nothing is filed: none is needed, or none is possible yet.",
  },
  invalidPack: {
    "zh-CN": "规定数据有错误，没有装进来。",
    en: "The rule data are at fault and were not loaded.",
  },
  unreadableInput: {
    "zh-CN": "填写的内容读不出来，请重新填。",
    en: "What was entered cannot be read. Please enter it again.",
  },
  internal: {
    "zh-CN": "程序算的时候出了错，没有给出数字。请把这个情况报给我们。",
    en: "The calculation failed and gives no figure. Please report it.",
  },
  notReady: {
    "zh-CN": "计算程序还没有打开，请稍等一下再试。",
    en: "The calculator is not ready yet. Please try again in a moment.",
  },
  facilitiesLost: {
    "zh-CN": "医院名单要重新读一次，请再试一次。",
    en: "The list of facilities has to be read again. Please try once more.",
  },
  storageFull: {
    "zh-CN": "这台设备的存储满了，没有存下来。",
    en: "The device is full; this could not be saved.",
  },
  storageUnavailable: {
    "zh-CN": "这台设备不让保存，没有存下来。",
    en: "The device does not allow saving; this could not be saved.",
  },
  storageDamaged: {
    "zh-CN": "以前存的内容坏了，读不出来。",
    en: "What was saved before is damaged and cannot be read.",
  },
};

export const detailed = {
  dateNotCovered: {
    "zh-CN": "我们没有这一天的规定，所以不估算。有规定的是：{covered}。",
    en: "We have no rules for this day, so we do not estimate. There are rules {covered}.",
  },
  source: { "zh-CN": "依据：{source}", en: "Document: {source}" },
  moreThanTotal: {
    "zh-CN": "各部分加起来比总费用还多：部分 {given}，总费用 {total}。",
    en: "The parts ({given}) come to more than the whole bill ({total}).",
  },
  unexpected: {
    "zh-CN": "程序出了问题，没有算出结果：{message}",
    en: "Something went wrong and there is no result: {message}",
  },
};

export const wizard = {
  left: { "zh-CN": "还有最多 {left} 题", en: "At most {left} questions left" },
  begun: {
    "zh-CN": "第 {at} 题，看您的情况再往下问",
    en: "Question {at}; how many follow depends on your answers",
  },
  last: { "zh-CN": "最后一题", en: "Last question" },
  next: { "zh-CN": "下一步", en: "Next" },
  keep: { "zh-CN": "不改了", en: "Leave it as it is" },
  answered: { "zh-CN": "已经答的（{count}）", en: "Answered so far ({count})" },
  anew: { "zh-CN": "全部重新填", en: "Start anew" },
  unanswered: { "zh-CN": "请选一项，再按下一步。", en: "Please choose one, then press Next." },
  noDate: { "zh-CN": "请填日期。", en: "Please enter a date." },
  noCity: { "zh-CN": "请选一个城市。", en: "Please choose a city." },
  dateFrom: { "zh-CN": "请填 {from} 或以后的日期。", en: "Please enter {from} or a later day." },
  dateTo: { "zh-CN": "请填 {to} 或以前的日期。", en: "Please enter {to} or an earlier day." },
  dateBetween: { "zh-CN": "请填 {from} 到 {to} 之间的日期。", en: "Please enter a day from {from} to {to}." },
  notADate: {
    "zh-CN": "日历上没有这一天，请这样填：2026-11-22。",
    en: "There is no such day. Please write it like this: 2026-11-22.",
  },
  today: { "zh-CN": "就从今天", en: "Today" },
  commitment: {
    title: { "zh-CN": "签承诺书办，先知道这些", en: "Before you choose the commitment" },
    pays: {
      "zh-CN": "按 1 万元医保范围内的住院费估算：凭材料办自己付 {material}，补不了材料的付 {commitment}",
      en: "Of ¥10,000 covered inpatient cost: with papers you pay {material}, without the papers {commitment}",
    },
  },
  changes: {
    title: { "zh-CN": "改成这样，后面的回答会变", en: "This changes later answers" },
    asks: { "zh-CN": "要再答：{question}", en: "To be asked: {question}" },
    removes: {
      "zh-CN": "先不算数：{label}（{shown}）。用得到时会自己回来",
      en: "Set aside: {label} ({shown}). It comes back where it is needed",
    },
  },
  resumed: {
    title: { "zh-CN": "上次的回答逐条看过了", en: "Your earlier answers were looked through" },
    rules: { "zh-CN": "规定更新过。", en: "The rules have been updated since." },
    dropped: {
      "zh-CN": "要再答一次：{label}（原来是“{shown}”）。{why}",
      en: "To be answered again: {label} (was “{shown}”). {why}",
    },
    droppedUnknown: {
      "zh-CN": "有一条旧回答用不上了，去掉了。{why}",
      en: "One old answer no longer fits and was removed. {why}",
    },
    kept: { "zh-CN": "其余 {count} 条都在，不用再填。", en: "The other {count} are still there." },
    allKept: { "zh-CN": "{count} 条回答都还用得上，不用再填。", en: "All {count} answers still hold." },
  },
  warnings: { "zh-CN": "请留意", en: "Please note" },
};

export const overCase = {
  working: { "zh-CN": "正在算……", en: "Working it out …" },
  first: {
    "zh-CN": "先算出一个大概的数，再来看这个。",
    en: "First work out a rough figure, then come back.",
  },
  refused: { "zh-CN": "这种情况，我们给不出数字", en: "No figure for this case" },
  assumed: {
    "zh-CN": "有的事还不知道，照下面写的算，大约要付",
    en: "With some facts assumed as listed below, you would pay about",
  },
  taken: { "zh-CN": "还不知道的事，这里当作", en: "What is not known so far is taken to be" },
  whole: {
    "zh-CN": "账单里有多少在医保范围内还不知道，这里当作全部都在。",
    en: "How much of the bill is in scope is not known; here all of it is taken to be.",
  },
  narrow: { "zh-CN": "去回答这些问题", en: "Answer these questions" },
  mend: { "zh-CN": "怎么办", en: "What mends it" },
  estimate: { "zh-CN": "去算花费", en: "Work out the cost" },
};

// A filing from the first screen to the finished form, touch by touch: for tests that stop in between.

export const PERSON = {
  姓名: "样例甲",
  身份证号: "11010519491231002X",
  电话: "13800000000",
  在那边的住址: "样例路 1 号",
};

const next = ["press", "下一步"];

/** The wizard, by papers. */
export const QUESTIONS = [
  ["press", "去备案"],
  ["pick", "lh", "漯河市"],
  next,
  ["pick", "深圳", "深圳市"],
  next,
  ["choose", "不是"],
  next,
  ["choose", "还没有"],
  next,
  ["choose", "长期住在那里"],
  next,
  ["choose", "是"],
  next,
  ["choose", "凭材料"],
  next,
  ["choose", "居住证"],
  next,
  ["fill", "从哪天开始？", "2026-11-26"],
  next,
  ["choose", "本人"],
  next,
  ["choose", "认定过"],
  next,
  ["choose", "高血压"],
  ["choose", "糖尿病"],
  next,
  ["choose", "居民医保"],
  next,
];

export const CONTACT = [
  ["press", "下一步：核对回答"],
  ["press", "下一步：填姓名和电话"],
  ...Object.entries(PERSON).map(([label, text]) => ["fill", label, text]),
  ["press", "下一步：看告知书"],
];

export const NOTICE = [
  ["seconds", 6],
  ["tick", "我已看过，愿意照办"],
  ["press", "同意，完成备案表"],
];

export const ALL = [...QUESTIONS, ...CONTACT, ...NOTICE];

/** @param {any} traveller @param {any[][]} steps */
export async function take(traveller, steps) {
  for (const [name, ...given] of steps) await traveller[name](...given);
}

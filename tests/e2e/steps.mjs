// Steps that several journeys have in common.

/**
 * Answers one question after the other, each by choosing.
 *
 * @param {import("./journeys/traveller.js").Traveller} traveller
 * @param {...string} options
 */
export async function answer(traveller, ...options) {
  for (const option of options) {
    await traveller.choose(option);
    await traveller.press("下一步");
  }
}

/**
 * The first figure after four answers, and then one question after the other: insured in Xi'an as an employee, referred to a tertiary
 * hospital in Shanghai. Whether working or retired is still open.
 *
 * @param {import("./journeys/traveller.js").Traveller} traveller
 */
export async function referredToShanghai(traveller) {
  await traveller.press("去算");
  await traveller.pick("xa", "西安市");
  await traveller.choose("职工医保");
  await traveller.pick("上海", "上海市");
  await traveller.fill("一共要多少钱？", "50000");
  await traveller.press("算一算");
  await traveller.see("您大约要付");
  await traveller.see("想更准？再答一题");
  await traveller.fill("医保范围内的金额", "42000");
  await traveller.press("填好了，再算一次");
  await traveller.press("今年没有用过，都是 0");
  await traveller.choose("当地医院转过去的");
  await traveller.choose("三级医院");
}

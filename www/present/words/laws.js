// What is said of a rule beside what it says itself.

/** How well a rule is known. */
export const grades = {
  official: { "zh-CN": "来自官方文件", en: "From an official document" },
  published: { "zh-CN": "来自公开发布的资料", en: "From published material" },
  unconfirmed: {
    "zh-CN": "待核实：数据未经官方核实",
    en: "Unconfirmed: these figures have not been checked against an official source",
  },
  userSupplied: { "zh-CN": "用的是您自己填的数", en: "Uses figures that you entered" },
};

export const laws = {
  own: { "zh-CN": "您自己填的数", en: "The figure that you entered" },
  effective: { "zh-CN": "{period}（原文写作：{stated}）", en: "{period} (as written: {stated})" },
  readOn: { "zh-CN": "{date}查阅", en: "Read on {date}" },
};

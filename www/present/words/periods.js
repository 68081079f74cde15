export const periods = {
  from: { "zh-CN": "{from}起", en: "from {from}" },
  fromTo: { "zh-CN": "{from}至{to}", en: "from {from} to {to}" },
  and: { "zh-CN": "、", en: " and " },
};

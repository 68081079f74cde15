export const many = {
  placeholder: { "zh-CN": "输入几个字找一找", en: "Type a few letters" },
  found: { "zh-CN": "{count} 个可以选", en: "{count} to choose from" },
  empty: { "zh-CN": "没有找到，换几个字再试。", en: "Nothing found. Try other words." },
};

export const regionPicker = {
  placeholder: { "zh-CN": "城市名，或拼音首字母，如 lh", en: "City or pinyin, e.g. lh" },
  recent: { "zh-CN": "最近选过", en: "Chosen lately" },
  found: { "zh-CN": "找到的城市", en: "Cities found" },
  provinces: { "zh-CN": "先选省", en: "First the province" },
  otherProvince: { "zh-CN": "换一个省", en: "Another province" },
  empty: {
    "zh-CN": "没有找到。县和县级市请选它所属的市。",
    en: "Nothing found. For a county, choose the city it belongs to.",
  },
  between: { "zh-CN": "；", en: "; " },
};

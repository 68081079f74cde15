export const cited = {
  sources: { "zh-CN": "这些是哪里规定的", en: "Where this is laid down" },
  unconfirmed: {
    "zh-CN": "待核实：没有和官方文件核对过",
    en: "Unconfirmed: not checked against an official document",
  },
};

export const asking = {
  told: { "zh-CN": "您告诉我们的", en: "What you told us" },
  cancel: { "zh-CN": "不改了", en: "Leave it as it is" },
  give: { "zh-CN": "填好了", en: "Done" },
};

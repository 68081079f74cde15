export const filings = {
  title: { "zh-CN": "我的备案", en: "My filings" },
  none: { "zh-CN": "这台设备上还没有备案。", en: "There is no filing on this device yet." },
  kept: {
    "zh-CN": "这里只留类型、地点、日期和材料，没有姓名和证件号。",
    en: "Only kinds, places, dates and papers are kept here; no names, no identity numbers.",
  },
  file: { "zh-CN": "再办一个备案", en: "Make another filing" },
  first: { "zh-CN": "去备案", en: "File" },
  open: { "zh-CN": "打开", en: "Open" },
  card: { "zh-CN": "{name}：去{place}", en: "{name}: {place}" },
  states: {
    prepared: { "zh-CN": "表填好了，还没交", en: "Form filled in, not handed in yet" },
    sending: { "zh-CN": "正在发送", en: "Being sent" },
    handedIn: { "zh-CN": "已经交了，等结果", en: "Handed in, waiting" },
    returned: { "zh-CN": "被退回，要改了再交", en: "Returned, to be corrected" },
    cancelled: { "zh-CN": "已取消", en: "Cancelled" },
    approved: { "zh-CN": "备案到{place}，长期有效", en: "Filed for {place}, until changed" },
    approvedTo: { "zh-CN": "备案到{place}，有效到 {to}", en: "Filed for {place} until {to}" },
    approvedFrom: { "zh-CN": "备案到{place}，从 {from} 开始", en: "Filed for {place} from {from}" },
    ended: { "zh-CN": "{to} 已到期", en: "Ended on {to}" },
  },
};

export const sources = {
  title: { "zh-CN": "当地规定", en: "The local rules" },
  intro: {
    "zh-CN": "我们收录的每一条规定：说了什么、从哪天到哪天、出自哪里、可信不可信、哪天核对的。",
    en: "Every rule that is known here: what it says, from when to when, where it stands, how well it is known, and when it was checked.",
  },
  region: {
    label: { "zh-CN": "看哪里的规定？", en: "The rules of which region?" },
    short: { "zh-CN": "地区", en: "Region" },
    another: { "zh-CN": "换一个地方", en: "Another region" },
  },
  working: { "zh-CN": "正在整理规定……", en: "Putting the rules together …" },
  facts: { "zh-CN": "这里的规定数据", en: "The data of this region" },
  noTable: {
    "zh-CN": "{name}自己的起付线和比例我们没有收录，下面是全国和全省的规定。",
    en: "The deductible and ratios of {name} itself are not known here; below are the national and provincial rules.",
  },
  grade: { "zh-CN": "最差的等级", en: "The worst grade" },
  insurances: { "zh-CN": "有报销比例的医保", en: "Insurances with known ratios" },
  and: { "zh-CN": "、", en: ", " },
  pack: { "zh-CN": "{name}的规定", en: "Rules of {name}" },
  version: { "zh-CN": "第 {version} 版，{date}核对", en: "version {version}, checked on {date}" },
  inForce: { "zh-CN": "{rule}（{count} 条）", en: "{rule} ({count})" },
  past: { "zh-CN": "现在无效的（{count} 条）", en: "Not in force now ({count})" },
  grades: {
    title: { "zh-CN": "等级是什么意思", en: "What the grades mean" },
    official: { "zh-CN": "官方文件：读过官方原文", en: "Official: the official text was read" },
    published: {
      "zh-CN": "公开发布：媒体、医院公示、真实结算单",
      en: "Published: media, a hospital's page, a real slip",
    },
    unconfirmed: {
      "zh-CN": "待核实：二手数据，没有读到官方原文",
      en: "Unconfirmed: secondary data, the official text was not read",
    },
    userSupplied: { "zh-CN": "自己填的：您自己填的数", en: "Your own: figures that you entered" },
  },
  report: {
    title: { "zh-CN": "报告有误", en: "Report an error" },
    line: {
      "zh-CN": "复制一份您算花费时的情形（不含姓名、证件号），连同您看到的规定原文一起发给我们。",
      en: "Copies the case of your estimate (no name, no identity number), to be sent with the text of the rule that you have read.",
    },
    none: {
      "zh-CN": "复制这个地方和日期（不含姓名、证件号），连同您看到的规定原文一起发给我们。",
      en: "Copies the region and the day, to be sent with the text of the rule that you have read.",
    },
    action: { "zh-CN": "复制这个情形", en: "Copy this case" },
    copied: { "zh-CN": "已复制，不含姓名和证件号。", en: "Copied, without name or identity number." },
    paper: { "zh-CN": "要报告的情形", en: "The case to report" },
  },
};

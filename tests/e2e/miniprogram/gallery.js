// Stands in for the presenters: every kind of block once, on a few routes, so that the drawing can be tested by itself.

import { createApp } from "../../../www/present/app.js";

export { screenWords } from "../../../www/present/index.js";

const law = (id) => ({
  id,
  rule: "跨省异地就医起付线",
  says: "三级医院每次 1,200 元。",
  document: "西安市基本医疗保险待遇规定（样例）",
  clause: "第十二条",
  period: "从 2024年1月1日 起",
  note: "样例，不是真的规定。",
  grade: { label: "待核实", tone: "caution" },
  checked: "2026-10-01",
  address: "https://example.org/rule",
});

const ROUTES = ["about", "contact", "estimate", "notice", "wizard"];

function home({ host, store, changed }) {
  const settings = () => store.get("settings") || {};
  return {
    view: () => ({
      title: "去外地看病，三步",
      blocks: [
        {
          kind: "cards",
          id: "steps",
          cards: ROUTES.map((route, index) => ({
            id: route,
            mark: "①②③④⑤"[index],
            title: route,
            state: "还没备案",
            tone: index === 0 ? "caution" : "good",
            action: { id: "go", value: route, label: `打开 ${route}` },
          })),
        },
        {
          kind: "actions",
          id: "mode",
          actions: [
            { id: "care", label: settings().care ? "标准字号" : "关怀版（大字）" },
            { id: "language", label: "English" },
            { id: "deep", label: "一层一层往下" },
            { id: "strange", label: "会出错的一步" },
          ],
        },
      ],
    }),
    act(id, value) {
      if (id === "strange") throw new TypeError("13800000000");
      if (id === "go") host.go(value);
      else if (id === "deep") host.go("about");
      else {
        const change = id === "care" ? { care: !settings().care } : { language: "en" };
        store.put("settings", Object.assign({}, settings(), change));
        changed();
      }
    },
  };
}

function about({ host }) {
  const tones = ["good", "info", "caution", "loss"];
  return {
    view: () => ({
      title: "说明",
      back: { label: "返回" },
      blocks: [
        { kind: "text", id: "lead", tone: "lead", text: "先说要紧的一句。" },
        { kind: "text", id: "plain", text: "再说明白的一段，写给第一次听说备案的人。" },
        { kind: "text", id: "quiet", tone: "quiet", text: "小字写在后面。" },
        { kind: "heading", id: "heading", text: "一个小标题" },
        ...tones.map((tone) => ({
          kind: "message",
          id: `message-${tone}`,
          tone,
          title: tone === "info" ? undefined : `一句话：${tone}`,
          lines: ["第一行说清楚。", "第二行说怎么办。"],
          action: tone === "loss" ? { id: "go", value: "estimate", label: "去看看" } : undefined,
        })),
        {
          kind: "rows",
          id: "rows",
          title: "您的回答",
          rows: [
            {
              id: "a",
              label: "参保地",
              value: "漯河市",
              action: { id: "go", value: "wizard", label: "修改" },
            },
            { id: "b", label: "有效期", value: "到 2027年5月1日", hint: "还有 160 天", tone: "good" },
          ],
        },
        { kind: "laws", id: "laws", title: "依据", laws: [law("one"), law("two")] },
        {
          kind: "steps",
          id: "what-to-do",
          title: "怎么办",
          steps: [
            {
              id: "1",
              title: "打电话",
              lines: ["打 12393，问清楚。"],
              action: { id: "copy", label: "复制号码" },
            },
            { id: "2", title: "带上材料", lines: ["身份证", "病历"], laws: [law("three")] },
          ],
        },
        {
          kind: "paper",
          id: "form",
          title: "备案登记表",
          label: "不是官方表格",
          sections: [
            {
              id: "who",
              title: "参保人",
              paragraphs: ["请核对下面各项。"],
              fields: [
                { label: "姓名", value: "（打印后填写）" },
                { label: "参保地", value: "漯河市" },
              ],
            },
          ],
        },
        {
          kind: "paper",
          id: "letter",
          title: "承诺书",
          onlyPrint: true,
          sections: [{ id: "text", paragraphs: ["本人承诺以上属实。"], laws: [law("four")] }],
        },
        {
          kind: "actions",
          id: "actions",
          actions: [
            { id: "calendar", label: "加入日历", hint: "到期前一个月提醒" },
            { id: "export", label: "导出" },
            { id: "erase", label: "全部删除", tone: "danger" },
            { id: "off", label: "现在不能按", disabled: true },
          ],
        },
      ],
      primary: { id: "go", value: "contact", label: "下一步" },
      secondary: [{ id: "home", label: "回到首页" }],
    }),
    act(id, value) {
      if (id === "go") host.go(value);
      if (id === "home") host.go("home", "home");
      if (id === "copy") host.copy("12393");
      if (id === "export") host.save({ name: "yidi.json", type: "application/json", text: "{}" });
      if (id === "calendar") host.save({ name: "yidi.ics", type: "text/calendar", text: CALENDAR });
    },
  };
}

const CALENDAR = [
  "BEGIN:VCALENDAR",
  "BEGIN:VEVENT",
  "DTSTART;VALUE=DATE:20270501",
  "SUMMARY:备案到期\\, 请",
  " 看一看",
  "DESCRIPTION:第一行\\n第二行",
  "BEGIN:VALARM",
  "DESCRIPTION:备案到期",
  "TRIGGER:-P30D",
  "END:VALARM",
  "BEGIN:VALARM",
  "TRIGGER:-P7D",
  "END:VALARM",
  "END:VEVENT",
  "END:VCALENDAR",
].join("\r\n");

function contact({ changed, lead, announce }) {
  const typed = { name: "", bill: "", date: "", extra: "", city: "", query: "" };
  let ticked = false;
  let error = "";
  const items = { id: false, residence: true };
  const field = (id, input, label, more) =>
    Object.assign({ kind: "field", id, input, label, value: typed[id] || "" }, more);
  return {
    view: () => ({
      title: "填一填",
      back: { label: "返回" },
      blocks: [
        field("name", "text", "姓名", { personal: true, help: "和身份证上一样", error: error || undefined }),
        field("bill", "money", "总费用", { unit: "元", optional: true }),
        field("date", "date", "入院日期"),
        {
          kind: "picker",
          id: "city",
          label: "参保地",
          help: "在哪个城市交的医保",
          why: "报销比例由参保地定。",
          query: typed.query,
          placeholder: "城市名或拼音首字母",
          empty: "没有找到，换一个字试试。",
          groups: ["漯河市", "广州市", "长沙市", "西双版纳傣族自治州"].some((name) =>
            name.includes(typed.query),
          )
            ? [
                {
                  id: "found",
                  title: "选一个",
                  options: ["漯河市", "广州市", "长沙市", "西双版纳傣族自治州"]
                    .filter((name) => name.includes(typed.query))
                    .map((name) => ({ value: name, label: name })),
                },
                {
                  id: "more",
                  title: "最近用过",
                  options: [{ value: "luohe", label: "漯河市", hint: "没有收录本地标准", tone: "caution" }],
                },
              ]
            : [],
          value: typed.city,
          chosen: typed.city || undefined,
        },
        {
          kind: "details",
          id: "more",
          summary: "更多（可以不填）",
          blocks: [
            {
              kind: "group",
              id: "inner",
              title: "里面一组",
              blocks: [field("extra", "count", "住院次数", { unit: "次" })],
            },
          ],
        },
        {
          kind: "checklist",
          id: "papers",
          title: "要带的材料",
          items: [
            { id: "id", label: "身份证", ticked: items.id },
            { id: "residence", label: "居住证", hint: "派出所办", ticked: items.residence },
          ],
        },
        { kind: "tick", id: "agree", label: "我核对过了", ticked },
        { kind: "tick", id: "later", label: "现在还不能选", ticked: false, disabled: true },
      ],
      primary: { id: "next", label: "下一步" },
      secondary: [{ id: "extra", label: "带我去看住院次数" }],
    }),
    act(id, value) {
      if (id === "agree") ticked = !ticked;
      if (id === "papers") items[value] = !items[value];
      if (id === "extra") lead("extra");
      if (id === "next") {
        error = typed.name ? "" : "请填姓名";
        if (typed.name) typed.name = "";
        lead("name");
        announce(error || "好了");
      }
      changed();
    },
    type(id, text) {
      typed[id === "city.query" ? "query" : id] = text;
      changed();
    },
  };
}

function estimate({ host, work, changed }) {
  let amount = "¥21,440.00";
  const line = (id, depth, label, sum, laws = []) => ({
    id,
    depth,
    label,
    amount: sum,
    laws,
    meaning: laws.length > 0 ? "先由自己付的一段。" : undefined,
    numbers: laws.length > 0 ? "50,000.00 − 8,000.00 − 1,200.00" : undefined,
  });
  return {
    view: () => ({
      title: "您大约要付多少",
      back: { label: "返回" },
      blocks: [
        {
          kind: "figure",
          id: "figure",
          label: "您大约要付",
          amount,
          to: "¥24,480.00",
          caution: "预估，以实际结算为准。",
        },
        {
          kind: "bar",
          id: "bar",
          title: "这笔钱由谁来付",
          parts: [
            { id: "pool", label: "医保统筹", amount: "¥28,560.00", percent: 57, who: "fund" },
            { id: "serious", label: "大病保险", amount: "¥1,000.00", percent: 2, who: "fund" },
            { id: "cash", label: "您付的现金", amount: "¥20,440.00", percent: 41, who: "person" },
          ],
        },
        {
          kind: "ledger",
          id: "ledger",
          title: "每一步怎么算",
          help: "点开一行，看算法和依据",
          lines: [
            line("total", 0, "总费用", "¥50,000.00"),
            line("out", 1, "范围外的", "¥8,000.00"),
            line("deductible", 1, "起付线", "¥1,200.00", [law("d")]),
            line("pool", 2, "统筹支付", "¥28,560.00", [law("p")]),
          ],
        },
        {
          kind: "table",
          id: "options",
          caption: "换一种备案会怎样",
          columns: ["备案", "您付", "差多少", "要带什么"],
          rows: [
            { id: "a", cells: ["长期居住", "¥12,000.00", "少 ¥9,440.00", "居住证"], tone: "good" },
            {
              id: "b",
              cells: ["临时外出", "¥21,440.00", "现在这样", "不用"],
              hint: "现在选的",
              action: { id: "again", label: "选这个" },
            },
          ],
        },
        {
          kind: "curve",
          id: "curve",
          title: "账单变大时您付多少",
          xLabel: "总费用",
          yLabel: "您付",
          points: [
            { x: 0, least: 0, most: 0, xText: "¥0", yText: "¥0" },
            { x: 1200, least: 1200, most: 1200, xText: "¥1,200", yText: "¥1,200", label: "过了起付线" },
            {
              x: 60000,
              least: 25000,
              most: 25000,
              xText: "¥60,000",
              yText: "¥25,000",
              label: "大病保险开始付",
            },
            { x: 100000, least: 30000, most: 30000, xText: "¥100,000", yText: "¥30,000" },
          ],
          here: { x: 50000, least: 21440, most: 21440, label: "您的账单" },
        },
        {
          kind: "table",
          id: "points",
          caption: "同样的数",
          columns: ["总费用", "您付"],
          rows: [
            { id: "1", cells: ["¥1,200", "¥1,200"] },
            { id: "2", cells: ["¥60,000", "¥25,000"] },
          ],
        },
      ],
      primary: { id: "again", label: "再算一次" },
      secondary: [
        { id: "busy", label: "慢慢算" },
        { id: "strange", label: "慢慢算错" },
      ],
    }),
    act(id) {
      if (id === "again") host.go("home", "home");
      else if (id === "strange")
        work("正在算……", () => {
          throw new TypeError("13800000000");
        });
      else
        work("正在算……", () => {
          amount = "¥1,234,567.89";
          changed();
        });
    },
  };
}

function notice({ host, changed }) {
  let seconds = 5;
  let away = 0;
  return {
    enter() {
      changed();
    },
    leave() {
      away += 1;
    },
    tick() {
      seconds = Math.max(0, seconds - 1);
      changed();
    },
    view: () => ({
      title: "告知书",
      back: { label: "返回" },
      blocks: [
        { kind: "text", id: "away", text: `离开过 ${away} 次` },
        ...Array.from({ length: 12 }, (_, index) => ({
          kind: "text",
          id: `clause-${index}`,
          text: `第 ${index + 1} 条，请慢慢看。`,
        })),
      ],
      primary: { id: "agree", label: seconds > 0 ? `还需阅读 ${seconds} 秒` : "同意", disabled: seconds > 0 },
    }),
    act: () => host.go("wizard", "replace"),
  };
}

function wizard({ host, changed }) {
  const asked = ["在外地住多久了？", "有居住证吗？", "还有哪些情况？"];
  const answers = [];
  let several = "";
  return {
    view: () => {
      const at = answers.length;
      const isLast = at === asked.length - 1;
      return {
        title: asked[at],
        step: `question-${at}`,
        progress: { text: `还有最多 ${asked.length - at} 题`, share: at / asked.length },
        back: { label: at === 0 ? "返回" : "上一题" },
        blocks: [
          {
            kind: "choice",
            id: "answer",
            label: asked[at],
            labelHidden: true,
            help: "选最接近的一个。",
            why: "不同的人带的材料不一样。",
            several: isLast,
            value: isLast ? several : "",
            options: [
              { value: "a", label: "第一种", hint: "和子女住在外地，住了半年以上" },
              { value: "b", label: "第二种", hint: "两地跑", tone: "caution" },
              { value: "c", label: "不确定" },
            ],
          },
        ],
        primary: isLast ? { id: "finish", label: "好了" } : undefined,
      };
    },
    type(_id, value) {
      if (answers.length === asked.length - 1) several = value;
      else answers.push(value);
      changed();
    },
    act() {
      host.go("home", "home");
    },
    back() {
      if (answers.length === 0) return false;
      answers.pop();
      changed();
      return true;
    },
  };
}

const screens = { home, about, contact, estimate, notice, wizard };

export const createYidiApp = (options) => createApp(Object.assign({ screens }, options));

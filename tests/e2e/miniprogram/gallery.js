// Stands in for the presenters: the samples on a few routes, and behind them what a presenter may do, so that the drawing can be tested
// by itself.

import { createApp } from "../../../www/present/app.js";
import { SCREENS } from "../samples.js";

export { screenWords } from "../../../www/present/index.js";

const ROUTES = ["about", "contact", "estimate", "notice", "wizard", "place", "done"];

/** A sample as a screen of its own. */
const sampleOf = (name) => Object.assign({ back: { label: "返回" } }, SCREENS[name]);
const blocksOf = (...names) => names.flatMap((name) => SCREENS[name].blocks);
const blockOf = (name, id) => SCREENS[name].blocks.find((block) => block.id === id);

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
            mark: "①②③④⑤⑥⑦"[index],
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
  const acts = {
    act: () => host.go("estimate"),
    change: () => host.go("wizard"),
    call: () => host.copy("12393"),
    next: () => host.go("contact"),
    export: () => host.save({ name: "yidi.json", type: "application/json", text: "{}" }),
    calendar: () => host.save({ name: "yidi.ics", type: "text/calendar", text: CALENDAR }),
  };
  return {
    view: () => sampleOf("telling"),
    act: (id) => acts[id]?.(),
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
  const ready = blockOf("entering", "ready");
  const items = ready.items.map((item) => Object.assign({}, item));
  const field = (id, input, label, more) =>
    Object.assign({ kind: "field", id, input, label, value: typed[id] || "" }, more);
  const region = blockOf("choosing", "region");
  const fitting = (group) => ({
    ...group,
    options: group.options.filter(({ label }) => label.includes(typed.query)),
  });
  return {
    view: () => ({
      title: "填一填",
      back: { label: "返回" },
      blocks: [
        field("name", "text", "姓名", { personal: true, help: "和身份证上一样", error: error || undefined }),
        field("bill", "money", "总费用", { unit: "元", optional: true }),
        field("date", "date", "入院日期"),
        {
          ...region,
          id: "city",
          query: typed.query,
          empty: "没有找到，换一个字试试。",
          groups: region.groups.map(fitting).filter(({ options }) => options.length > 0),
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
        { ...ready, items },
        Object.assign({}, blockOf("entering", "tick"), { ticked }),
        blockOf("entering", "tick-off"),
      ],
      primary: { id: "next", label: "下一步" },
      secondary: [{ id: "extra", label: "带我去看住院次数" }],
    }),
    act(id, value) {
      if (id === "tick") ticked = !ticked;
      items
        .filter((item) => id === "ready" && item.id === value)
        .forEach((item) => {
          item.ticked = !item.ticked;
        });
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
  const [figure, ...others] = blocksOf("money", "numbers");
  let { amount } = figure;
  return {
    view: () => ({
      title: "您大约要付多少",
      back: { label: "返回" },
      blocks: [{ ...figure, amount }, ...others],
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
          amount = "¥2,345,678.90";
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

const place = () => ({ view: () => sampleOf("choosing") });
const done = () => ({ view: () => sampleOf("papers") });

const screens = { home, about, contact, estimate, notice, wizard, place, done };

export const createYidiApp = (options) => createApp(Object.assign({ screens }, options));

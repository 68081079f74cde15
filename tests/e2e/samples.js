// One sample of every kind of block in every state that it can be in, on the screens of both galleries. Nobody's figures.

const law = {
  id: "law-1",
  rule: "跨省异地长期居住人员的支付比例",
  says: "备案后在就医地住院，按参保地的标准报销，不降低。",
  document: "关于进一步做好基本医疗保险跨省异地就医直接结算工作的通知",
  clause: "第二条第（三）款",
  period: "2023-01-01 起",
  note: "各地可以另有规定，以参保地的答复为准。",
  grade: { label: "来自官方文件", tone: "good" },
  checked: "2026-11-01",
  address: "https://example.org/notices/2022/a-rather-long-address-that-has-to-break-somewhere.html",
};
const unconfirmed = {
  id: "law-2",
  rule: "三级医院起付线",
  says: "1,200 元",
  grade: { label: "待核实", tone: "caution" },
};

const options = [
  { value: "withChild", label: "和子女住在外地", hint: "例如：在深圳帮女儿带孩子，住了半年以上" },
  { value: "referral", label: "本地看不了，转到外地看", hint: "例如：当地医院开了转诊单", tone: "good" },
  { value: "self", label: "自己想去外地看", hint: "报销比例会降低", tone: "loss" },
  { value: "unsure", label: "不确定" },
];

const cities = ["广州市", "深圳市", "珠海市", "汕头市", "佛山市", "韶关市", "河源市", "梅州市", "惠州市"];
/** Longer than a narrow screen is wide. */
export const LONG_CITY = "Qiandongnan Miao and Dong Autonomous Prefecture";
const asOptions = (names) => names.map((name) => ({ value: name, label: name }));

const line = (id, depth, label, amount, more = {}) => ({ id, depth, label, amount, laws: [], ...more });

const messages = ["good", "info", "caution", "loss"].flatMap((tone) => [
  {
    kind: "message",
    id: `${tone}-titled`,
    tone,
    title: "有标题的一句话",
    lines: ["第一行说是什么。", "第二行说怎么办。"],
  },
  { kind: "message", id: `${tone}-plain`, tone, lines: ["没有标题的一句话。"] },
]);

/** Every screen of the gallery, without what all have alike. @type {Record<string, object>} */
export const SCREENS = {
  home: {
    title: "去外地看病，三步",
    back: undefined,
    blocks: [
      {
        kind: "message",
        id: "emergency",
        tone: "info",
        title: "急诊抢救？不用先备案，直接去医院",
        lines: [],
        action: { id: "emergency", label: "看看对医院说什么" },
      },
      {
        kind: "cards",
        id: "cards",
        cards: [
          {
            id: "file",
            mark: "①",
            title: "先备案",
            state: "还没备案",
            action: { id: "file", label: "去备案" },
          },
          {
            id: "choose",
            mark: "②",
            title: "选医院",
            state: "备案到 2027-05-01",
            tone: "good",
            action: { id: "choose", label: "去选" },
          },
          {
            id: "pay",
            mark: "③",
            title: "算花费",
            state: "看自己大约要付多少",
            tone: "caution",
            action: { id: "pay", label: "去算" },
          },
          { id: "failed", title: "报销没成功？", action: { id: "failed", label: "看怎么办" } },
        ],
      },
    ],
  },
  telling: {
    title: "说明和提示",
    blocks: [
      { kind: "text", id: "lead", tone: "lead", text: "你属于异地长期居住人员。" },
      { kind: "text", id: "plain", text: "在就医地住院，按参保地的标准报销。" },
      { kind: "text", id: "quiet", tone: "quiet", text: "这不是官方工具，以参保地医保部门的答复为准。" },
      { kind: "heading", id: "heading", text: "一个小标题" },
      ...messages,
      {
        kind: "message",
        id: "acting",
        tone: "loss",
        title: "这样会少报一些",
        lines: ["按承诺备案，补齐材料前不能在参保地报销。"],
        action: { id: "act", label: "换成交材料" },
      },
      { kind: "message", id: "alert", tone: "caution", alert: true, lines: ["这一句一出现就读出来。"] },
      {
        kind: "rows",
        id: "rows",
        title: "您填的",
        rows: [
          {
            id: "insured",
            label: "参保地",
            value: "漯河市",
            action: { id: "change", value: "insured", label: "修改" },
          },
          {
            id: "place",
            label: "就医地",
            value: "深圳市",
            hint: "广东省",
            tone: "good",
            action: { id: "change", value: "place", label: "修改" },
          },
          { id: "until", label: "有效期", value: "到 2027-03-31", tone: "caution" },
          { id: "lost", label: "材料", value: "还没交", tone: "loss" },
          { id: "only", label: "这是什么", hint: "不是官方工具", action: { id: "about", label: "打开" } },
        ],
      },
      {
        kind: "steps",
        id: "steps",
        title: "怎么办",
        steps: [
          {
            id: "1",
            title: "先打电话",
            lines: ["打 12393，说要补记账。", "问清楚要哪些材料。"],
            action: { id: "call", label: "打 12393", hint: "工作日有人接" },
          },
          { id: "2", title: "带上材料去窗口", lines: ["发票、费用清单、出院小结。"], laws: [law] },
        ],
      },
      {
        kind: "actions",
        id: "actions",
        actions: [
          { id: "copy", label: "复制" },
          { id: "speak", label: "读给我听", hint: "手机会出声" },
          { id: "calendar", label: "加入日历", hint: "到期前一个月提醒" },
          { id: "export", label: "导出" },
          { id: "delete", label: "全部删除", tone: "danger" },
          { id: "off", label: "现在不能按", disabled: true },
        ],
      },
      {
        kind: "group",
        id: "group",
        title: "一组",
        blocks: [
          { kind: "text", id: "in-group", text: "组里的一句话。" },
          { kind: "heading", id: "in-group-heading", text: "组里的小标题" },
        ],
      },
      {
        kind: "details",
        id: "details",
        summary: "想知道得更细",
        blocks: [{ kind: "text", id: "in-details", text: "打开才看得到的一句话。" }],
      },
    ],
    primary: { id: "next", label: "下一步" },
    secondary: [
      { id: "later", label: "以后再说" },
      { id: "stop", label: "放弃这次备案", tone: "danger" },
    ],
  },
  choosing: {
    title: "为什么要去外地看病？",
    progress: { text: "还有最多 3 题", share: 0.6 },
    blocks: [
      {
        kind: "choice",
        id: "reason",
        label: "为什么要去外地看病？",
        labelHidden: true,
        why: "去的原因不同，备案的种类和报销比例也不同。",
        options,
        value: "",
      },
      {
        kind: "choice",
        id: "several",
        label: "还有哪些情况？",
        several: true,
        options,
        value: "withChild,unsure",
      },
      {
        kind: "choice",
        id: "missing",
        label: "在职还是退休？",
        options: options.slice(0, 2),
        value: "",
        error: "请选一项。",
      },
      {
        kind: "picker",
        id: "region",
        label: "在哪里参保？",
        help: "社保卡上写的发卡地，一般就是参保地。",
        query: "",
        placeholder: "市名或拼音首字母，如 lh",
        groups: [
          {
            id: "recent",
            title: "最近选过",
            options: [{ value: "漯河市", label: "漯河市", hint: "河南省" }],
          },
          { id: "cities", title: "广东省", options: asOptions([...cities, LONG_CITY]) },
        ],
        value: "深圳市",
        chosen: "深圳市",
      },
      {
        kind: "picker",
        id: "none",
        label: "要去哪里看病？",
        query: "xyz",
        placeholder: "市名",
        groups: [],
        empty: "没有找到，换个字试试。",
        value: "",
        error: "请选一个城市。",
      },
    ],
    primary: { id: "next", label: "下一步" },
  },
  entering: {
    title: "填一填",
    blocks: [
      { kind: "field", id: "text", input: "text", label: "姓名", value: "", personal: true },
      { kind: "field", id: "search", input: "search", label: "医院名称", value: "示例医院", optional: true },
      {
        kind: "field",
        id: "money",
        input: "money",
        label: "总费用",
        help: "账单上的“合计”。",
        unit: "元",
        value: "12345.67",
      },
      {
        kind: "field",
        id: "percent",
        input: "percent",
        label: "报销比例",
        unit: "%",
        value: "120",
        error: "请填 0 到 100 之间的数。您填的是“120”。",
      },
      { kind: "field", id: "count", input: "count", label: "今年住过几次院？", value: "", unit: "次" },
      { kind: "field", id: "date", input: "date", label: "哪天住院？", value: "2026-11-02" },
      { kind: "field", id: "phone", input: "phone", label: "手机号", value: "", personal: true },
      {
        kind: "field",
        id: "idNumber",
        input: "idNumber",
        label: "身份证号",
        help: "只留在这一页，不保存。",
        value: "",
        personal: true,
      },
      {
        kind: "checklist",
        id: "ready",
        title: "要准备的材料",
        items: [
          { id: "a", label: "居住证", hint: "公安派出所发", ticked: true },
          { id: "b", label: "社保卡", ticked: false },
        ],
      },
      { kind: "tick", id: "tick", label: "我已经读完，并且明白。", ticked: false },
      { kind: "tick", id: "tick-off", label: "读够时间以后才能勾选。", ticked: false, disabled: true },
    ],
    primary: { id: "wait", label: "还需阅读 3 秒", disabled: true },
  },
  money: {
    title: "你大约要付",
    blocks: [
      {
        kind: "figure",
        id: "range",
        label: "你大约要付",
        amount: "¥3,120.00",
        to: "¥4,480.00",
        caution: "待核实：数据未经官方核实",
      },
      { kind: "figure", id: "one", label: "你大约要付", amount: "¥1,234,567.89" },
      {
        kind: "bar",
        id: "bar",
        title: "这笔钱由谁来付",
        parts: [
          { id: "pool", label: "医保付（统筹）", amount: "¥37,671.61", percent: 42.4, who: "fund" },
          { id: "serious", label: "大病保险付（大病）", amount: "¥11,322.96", percent: 12.7, who: "fund" },
          { id: "account", label: "个人账户付", amount: "¥2,000.00", percent: 2.3, who: "person" },
          { id: "cash", label: "您自己付现金", amount: "¥37,894.31", percent: 42.6, who: "person" },
        ],
      },
      {
        kind: "ledger",
        id: "ledger",
        title: "每一步怎么算",
        help: "点开一行，看算法和依据",
        lines: [
          line("total", 0, "总费用", "¥88,888.88", { meaning: "医院账单上的合计" }),
          line("funds", 1, "基金支付", "¥48,994.57", { meaning: "不用您出的钱" }),
          line("pool", 2, "统筹基金", "¥37,671.61", {
            words: "起付线以上的部分按比例报销。",
            numbers: "(76,543.21 − 1,200.00) × 50% = 37,671.61",
            laws: [law, unconfirmed],
          }),
          line("deductible", 3, "起付线", "¥1,200.00", {
            meaning: "先由自己付的一段，过了它才开始报",
            words: "三级医院每次 1,200 元。",
            laws: [unconfirmed],
          }),
          line("person", 1, "个人负担", "¥39,894.31", { meaning: "要您自己出的钱" }),
        ],
      },
      {
        kind: "laws",
        id: "laws",
        title: "依据",
        laws: [
          law,
          { ...unconfirmed, id: "law-3", grade: { label: "用的是您自己填的数", tone: "info" } },
          { ...unconfirmed, id: "law-4", grade: { label: "已经失效", tone: "loss" } },
        ],
      },
    ],
    primary: { id: "next", label: "想更准？再答一题" },
  },
  numbers: {
    title: "换一种备案会怎样",
    blocks: [
      {
        kind: "table",
        id: "compare",
        caption: "几种备案，各要付多少",
        columns: ["怎么备案", "自己付", "差多少"],
        rows: [
          {
            id: "long",
            cells: ["异地长期居住，凭材料", "¥17,360.00", "最省"],
            tone: "good",
            hint: "要居住证",
            action: { id: "choose", value: "long", label: "就选这个" },
          },
          {
            id: "referral",
            cells: ["转诊", "¥21,440.00", "多付 ¥4,080.00"],
            tone: "caution",
            hint: "要转诊单",
          },
          { id: "none", cells: ["不备案", "¥50,000.00", "多付 ¥32,640.00"], tone: "loss" },
        ],
      },
      {
        kind: "table",
        id: "two",
        caption: "两列的表",
        columns: ["账单", "自己付"],
        rows: [
          { id: "a", cells: ["¥10,000.00", "¥3,840.00"] },
          { id: "b", cells: ["¥100,000.00", "¥30,840.00"] },
        ],
      },
      {
        kind: "curve",
        id: "curve",
        title: "花得越多，自己付多少",
        xLabel: "可报的费用",
        yLabel: "自己付",
        points: [
          { x: 0, least: 0, most: 0, xText: "¥0.00", yText: "¥0.00" },
          {
            x: 1200,
            least: 1200,
            most: 1200,
            xText: "¥1,200.00",
            yText: "¥1,200.00",
            label: "过了起付线，开始报销",
          },
          {
            x: 60000,
            least: 18840,
            most: 18840,
            xText: "¥60,000.00",
            yText: "¥18,840.00",
            label: "大病保险开始付",
          },
          {
            x: 200000,
            least: 42000,
            most: 42000,
            xText: "¥200,000.00",
            yText: "¥42,000.00",
            label: "到了封顶线，以上全部自己付",
          },
          { x: 260000, least: 102000, most: 102000, xText: "¥260,000.00", yText: "¥102,000.00" },
        ],
        here: { x: 42000, least: 13440, most: 13440, label: "您的账单：¥42,000.00，自己付 ¥13,440.00" },
      },
    ],
  },
  papers: {
    title: "备案告知书",
    blocks: [
      {
        kind: "paper",
        id: "notice",
        title: "异地就医备案告知书",
        label: "这不是官方原文，是按规定整理的要点，逐条注明出处。",
        sections: [
          { id: "papers", title: "要交什么", paragraphs: ["居住证或者户口簿，任选一样。"], laws: [law] },
          {
            id: "who",
            title: "谁备案",
            paragraphs: [],
            fields: [
              { label: "参保地", value: "漯河市" },
              { label: "就医地", value: "深圳市" },
            ],
          },
        ],
      },
      {
        kind: "paper",
        id: "letter",
        title: "个人承诺书",
        onlyPrint: true,
        sections: [
          { id: "text", paragraphs: ["本人承诺以上内容属实。"], fields: [{ label: "签名", value: "" }] },
        ],
      },
    ],
    primary: { id: "print", label: "打印" },
  },
  busy: {
    title: "正在算",
    busy: "正在算每一种备案……",
    blocks: [{ kind: "actions", id: "actions", actions: [{ id: "copy", label: "复制" }] }],
    primary: { id: "next", label: "算一算" },
  },
};

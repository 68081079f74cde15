import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import axe from "axe-core";
import * as yidi from "../../dist/node.mjs";
import { launch, serve } from "./chromium.mjs";
import { estimate, fill, luoheResident, open, submit, xianEmployee, xianResident } from "./web-form.mjs";
import { faintTexts, overflow, smallTargets, smallTexts } from "./web-measures.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

let browser;
let server;
let sources;

before(async () => {
  browser = await launch();
  server = await serve(join(root, "target", "web"));
  sources = await serve(join(root, "www"));
});

after(async () => {
  await browser?.close();
  await server?.close();
  await sources?.close();
});

/** Runs `use` on the opened page, and fails on whatever the browser complains about meanwhile. */
async function onPage(options, use) {
  const context = await browser.newContext({ locale: "zh-CN", reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const complaints = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("requestfailed", (request) => complaints.push(`failed: ${request.url()}`));
  try {
    await open(page, server.url);
    await use(page);
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
  }
}

const headline = (page) => page.locator("#headline-amount").textContent();
const errorAt = (page, id) => page.locator(`#${id}-error`);
const summary = (page) => page.locator("#error-summary");

const YEAR = ["admissions", "poolPaid", "seriousIllnessBase", "seriousIllnessPaid"];

/** The engine's input for the answers of a form, written here once more so that the page cannot misread both. */
function inputOf({ stay, asked }) {
  const year = Object.entries(asked).filter(([id]) => YEAR.includes(id));
  return {
    person: {
      insuredRegion: stay.insuredRegion,
      insurance: stay.insurance,
      group: stay.group,
      ...(asked.standing && { standing: asked.standing }),
    },
    visit: {
      treatmentRegion: stay.place,
      kind: "inpatient",
      tier: stay.tier,
      admitted: stay.admitted,
      settled: stay.settled,
    },
    filing: { category: stay.category },
    bill: { total: stay.total, inScope: stay.inScope },
    yearSoFar: Object.fromEntries(
      year.map(([id, value]) => [id, id === "admissions" ? Number(value) : value]),
    ),
    ...(asked.ratio && { ownFigures: { deductible: asked.deductible, ratio: asked.ratio } }),
  };
}

function lineOf(estimate, code) {
  const lines = [estimate.ledger];
  for (const line of lines) lines.push(...line.lines);
  return lines.find((line) => line.code === code);
}

async function openLine(page, label) {
  const line = page.locator("details", { has: page.locator(`.line-label:text-is("${label}")`) }).first();
  await line.locator("summary").click();
  return line;
}

test("a Xi'an employee referred to Shanghai pays 1200 and 30 % of the rest in scope", () =>
  onPage({}, async (page) => {
    await estimate(page, xianEmployee);
    assert.equal(await headline(page), "¥21,440.00");
    const { patientPays } = yidi.estimate(inputOf(xianEmployee));
    assert.equal(patientPays, "21440.00");
    assert.deepEqual(await page.locator(".part .amount").allTextContents(), ["¥28,560.00", "¥21,440.00"]);
    assert.deepEqual(await page.locator(".percent").allTextContents(), ["57.1%", "42.9%"]);
    assert.match(await page.locator(".headline .unconfirmed").textContent(), /未经官方核实/);
    assert.match(await page.locator(".disclaimer").textContent(), /不是官方结果/);
    assert.match(await page.locator("[role=status]").textContent(), /您大约要付 ¥21,440.00/);
    assert.equal(await page.locator("#other-end").count(), 0);
  }));

test("a Xi'an resident has serious-illness insurance counted", () =>
  onPage({}, async (page) => {
    await estimate(page, xianResident);
    assert.equal(await headline(page), "¥39,894.31");
    const { patientPays } = yidi.estimate(inputOf(xianResident));
    assert.equal(patientPays, "39894.31");
    const paid = await page.locator(".part .amount").allTextContents();
    assert.deepEqual(paid, ["¥37,671.61", "¥11,322.96", "¥39,894.31"]);
  }));

test("someone of Luohe, of which no table is known, is told the lawful range and the clause that leaves it open", () =>
  onPage({}, async (page) => {
    await estimate(page, luoheResident);
    // 20,000 at 65 % to 45 %: at most 20 percentage points lower.
    assert.equal(await headline(page), "¥7,650.00\u00a0至 ¥11,650.00");
    const { least, most } = yidi.estimateRange(inputOf(luoheResident));
    assert.deepEqual([least.estimate.patientPays, most.estimate.patientPays], ["7650.00", "11650.00"]);
    const rule = await page.locator(".open-rule").textContent();
    const { citation } = most.assumes[0].law;
    for (const said of [
      citation.document,
      citation.number,
      citation.clause,
      "降低 20 个百分点",
      "与在参保地就医相同",
    ])
      assert.ok(rule.includes(said), `${said} in ${rule}`);
    assert.equal(await page.locator(".headline .userSupplied").textContent(), "用的是您自己填的数");
  }));

test("the ledger is that of the most, and is changed for that of the least and back", () =>
  onPage({}, async (page) => {
    await estimate(page, luoheResident);
    const pool = () => page.locator(".part .amount").first().textContent();
    assert.equal(await page.locator("#shown-end").textContent(), "下面按付得最多的情形算：¥11,650.00");
    assert.equal(await pool(), "¥9,000.00");
    await page.locator("#other-end").press("Enter");
    assert.equal(await page.locator("#shown-end").textContent(), "下面按付得最少的情形算：¥7,650.00");
    assert.equal(await pool(), "¥13,000.00");
    assert.equal((await focus(page)).id, "other-end");
    assert.match(await page.locator("[role=status]").textContent(), /付得最少/);
    await page.keyboard.press("Enter");
    assert.equal(await pool(), "¥9,000.00");
  }));

test("a figure of the person's own is told as such, without a document or an address", () =>
  onPage({}, async (page) => {
    await estimate(page, luoheResident);
    const law = (await openLine(page, "起付线")).locator(".law");
    assert.equal(await law.textContent(), "起付线依据您自己填的数");
  }));

test("a city of which nothing is known is said to be so at once, and asked about where to find it", () =>
  onPage({}, async (page) => {
    await fill(page, { ...luoheResident.stay, insuredProvince: "430000", insuredRegion: "430100" });
    assert.match(await page.locator("#insuredRegion-chosen").textContent(), /没有收录这里的报销标准/);
    await submit(page);
    const help = await page.locator("section", { has: page.locator("#deductible-control") }).textContent();
    for (const said of ["没有收录长沙市的报销标准", "12393", "国家医保服务平台 App", "当地医保局通知"])
      assert.ok(help.includes(said), `${said} in ${help}`);
    await fill(page, luoheResident.asked);
    await submit(page);
    assert.equal(await headline(page), "¥7,650.00\u00a0至 ¥11,650.00");
  }));

test("a known cap makes the amount no longer a least one", () =>
  onPage({}, async (page) => {
    await estimate(page, luoheResident);
    const caution = () => page.locator(".caution").textContent();
    assert.match(await caution(), /也可能比这多/);
    await fill(page, { poolCap: "150000" });
    await submit(page);
    await fill(page, { poolPaid: "0" });
    await submit(page);
    assert.doesNotMatch(await caution(), /比这多/);
  }));

test("without filing the reader is told that no bound exists, and what was learned from the region is computed", () =>
  onPage({}, async (page) => {
    await fill(page, { ...luoheResident.stay, category: "notFiled" });
    await submit(page);
    assert.match(
      await page.locator("#crossRegion-hint").textContent(),
      /没有上下限，由参保地自己定，我们不猜/,
    );
    assert.equal(await page.locator("#result").isVisible(), false);
    await fill(page, { ...luoheResident.asked, crossRegion: "minusPoints", crossRegionPoints: "25" });
    await submit(page);
    assert.equal(await headline(page), "¥12,650.00");
  }));

const ASKED_OF_SOME = [
  {
    who: "a Nanchang employee",
    id: "civilServant",
    stay: { insuredProvince: "360000", insuredRegion: "360100", insurance: "employee", group: "working" },
  },
  { who: "a Xi'an resident", id: "standing", stay: {} },
];

for (const { who, id, stay } of ASKED_OF_SOME) {
  test(`${who} is asked about ${id}, with the reason, and led there`, () =>
    onPage({ viewport: { width: 390, height: 844 } }, async (page) => {
      await fill(page, { ...xianResident.stay, ...stay });
      assert.equal(await page.locator(`#field-${id}`).count(), 0);
      await submit(page);
      assert.match(await page.locator(`#${id}-hint`).textContent(), /所以要问/);
      const focused = await page.evaluate(() => document.activeElement.closest(".field").id);
      assert.equal(focused, `field-${id}`);
      assert.equal(
        await page.locator(".notice:visible").textContent(),
        await page.locator("[role=status]").textContent(),
      );
      const { y, height } = await page.locator(".notice:visible").boundingBox();
      assert.ok(y >= 0 && y + height < 844, "the reason is in sight");
      assert.equal(await page.locator(".error:visible").count(), 0);
      assert.equal(await page.locator("#result").isVisible(), false);
    }));
}

test("a ledger line opens to its sum, clause, date and grade", () =>
  onPage({}, async (page) => {
    await estimate(page, xianEmployee);
    const line = await openLine(page, "起付线");
    const text = await line.textContent();
    const { formula, law } = lineOf(yidi.estimate(inputOf(xianEmployee)), "act_pay_dedc");
    const { clause, number } = law[0].citation;
    for (const said of [
      formula.words["zh-CN"],
      formula.numbers,
      clause,
      number,
      "2023年1月1日起",
      "待核实",
    ]) {
      assert.ok(text.includes(said), `${said} in ${text}`);
    }
    const address = await line.locator("a").getAttribute("href");
    assert.equal(address, law[0].citation.address);
  }));

test("a changed answer takes the result away", () =>
  onPage({}, async (page) => {
    await estimate(page, xianEmployee);
    await fill(page, { total: "50001" });
    assert.equal(await page.locator("#result").isVisible(), false);
  }));

const ERRORS = [
  {
    name: "a negative amount",
    change: (page) => fill(page, { total: "-5" }),
    field: "total",
    sentences: ["金额不能小于 0。您填的是“-5”。", "An amount cannot be below 0. You entered “-5”."],
  },
  {
    name: "more in scope than in all",
    change: (page) => fill(page, { inScope: "60000" }),
    field: "inScope",
    sentences: [
      "医保范围内的金额不能比总费用还多。总费用填的是 ¥50,000.00。",
      "The covered amount cannot be more than the whole bill. You entered ¥50,000.00 as the whole bill.",
    ],
  },
  {
    name: "a date before the first rule",
    change: (page) => fill(page, { admitted: "2019-01-01", settled: "2019-01-05" }),
    field: "admitted",
    sentences: [
      "我们没有这一天的规定，所以不估算。有规定的是：2023年1月1日起。",
      "We have no rules for this day, so we do not estimate. There are rules from 1 January 2023.",
    ],
  },
  {
    name: "a discharge before the admission",
    change: (page) => fill(page, { settled: "2026-02-28" }),
    field: "settled",
    sentences: ["出院结账的日期不能早于住院的日期。", "Discharge cannot come before admission."],
  },
];

for (const { name, change, field, sentences } of ERRORS) {
  test(`${name} is a plain sentence at its field, in both languages`, () =>
    onPage({}, async (page) => {
      await fill(page, xianEmployee.stay);
      await change(page);
      await submit(page);
      assert.equal(await errorAt(page, field).textContent(), sentences[0]);
      assert.equal(await page.locator(".error:visible").count(), 1);
      assert.equal(await page.locator("#error-message").textContent(), sentences[0]);
      assert.equal(await summary(page).evaluate((node) => node === document.activeElement), true);
      const described = page.locator(
        `#field-${field} [aria-invalid=true], #field-${field}[aria-invalid=true]`,
      );
      assert.match(await described.getAttribute("aria-describedby"), new RegExp(`${field}-error`));
      assert.equal(await page.locator("#result").isVisible(), false);

      await page.locator("#language").click();
      assert.equal(await errorAt(page, field).textContent(), sentences[1]);

      await summary(page).locator("a").click();
      const focused = await page.evaluate(() => document.activeElement.closest(".field").id);
      assert.equal(focused, `field-${field}`);
    }));
}

test("an empty form asks for each missing answer and shows no figure", () =>
  onPage({}, async (page) => {
    await submit(page);
    assert.equal(await summary(page).locator("a").count(), 7);
    assert.match(await summary(page).textContent(), /还有 7 项要填好。没有填的，我们不会当作 0。/);
    assert.equal(await page.locator(".error:visible").count(), 7);
    assert.equal(await page.locator("#result").isVisible(), false);
  }));

test("the shortcut fills the year with zeros that the reader sees", () =>
  onPage({}, async (page) => {
    await fill(page, xianResident.stay);
    await submit(page);
    await page.locator(".shortcut:visible").click();
    for (const id of ["admissions", "poolPaid", "seriousIllnessBase"])
      assert.equal(await page.locator(`#${id}-control`).inputValue(), "0", id);
  }));

test("the language is switched in place, keeps the answers, and is remembered", () =>
  onPage({}, async (page) => {
    assert.equal(await page.locator("html").getAttribute("lang"), "zh-CN");
    await estimate(page, xianEmployee);
    await page.locator("#language").click();
    assert.equal(await page.locator("html").getAttribute("lang"), "en");
    assert.equal(await page.title(), "In hospital away from home: what will you pay?");
    assert.equal(await page.locator("#result-heading").textContent(), "You would pay about");
    assert.equal(await headline(page), "¥21,440.00");
    assert.equal(await page.locator("#total-control").inputValue(), "50000");
    await page.reload();
    await page.locator("#language").waitFor();
    assert.equal(await page.locator("#language").textContent(), "中文");
    await page.locator("#language").click();
    assert.equal(await page.locator("h1").textContent(), "外地住院，自己付多少？");
  }));

test("care mode is remembered", () =>
  onPage({}, async (page) => {
    const care = page.locator("#care");
    assert.equal(await care.getAttribute("aria-pressed"), "false");
    await care.click();
    assert.equal(await care.getAttribute("aria-pressed"), "true");
    await page.reload();
    await care.waitFor();
    assert.equal(await care.getAttribute("aria-pressed"), "true");
    await care.click();
    assert.equal(await care.getAttribute("aria-pressed"), "false");
  }));

const STATES = {
  empty: async () => {},
  errors: (page) => submit(page),
  questions: async (page) => {
    await fill(page, { ...luoheResident.stay, category: "notFiled" });
    await submit(page);
  },
  result: async (page) => {
    await estimate(page, xianResident);
    await openAllLines(page);
  },
  range: async (page) => {
    await estimate(page, luoheResident);
    await openAllLines(page);
  },
};

async function openAllLines(page) {
  await page.locator("details").evaluateAll((lines) => {
    for (const line of lines) line.open = true;
  });
}

async function inEveryState(options, care, check) {
  for (const [state, reach] of Object.entries(STATES)) {
    await onPage(options, async (page) => {
      if (care) await page.locator("#care").click();
      await reach(page);
      await check(page, state);
    });
  }
}

for (const care of [false, true]) {
  const mode = care ? "care" : "normal";

  for (const colorScheme of ["light", "dark"]) {
    test(`${mode} mode, ${colorScheme}: axe finds nothing, and no text is faint`, () =>
      inEveryState({ colorScheme, viewport: { width: 390, height: 844 } }, care, async (page, state) => {
        await page.evaluate(axe.source);
        const { violations, passes } = await page.evaluate(() => globalThis.axe.run());
        const told = violations.map(({ id, nodes }) => `${state} ${id}: ${nodes.map((node) => node.html)}`);
        assert.deepEqual(told, []);
        assert.ok(
          passes.some(({ id }) => id === "color-contrast"),
          "axe judged the colours",
        );
        assert.deepEqual(await faintTexts(page, 4.5), [], state);
      }));
  }

  test(`${mode} mode: texts and targets are large enough`, () =>
    inEveryState({ viewport: { width: 390, height: 844 } }, care, async (page, state) => {
      assert.deepEqual(await smallTexts(page, care ? 18 : 15), [], state);
      assert.deepEqual(await smallTargets(page, care ? 60 : 44), [], state);
    }));

  test(`${mode} mode: nothing sticks out, on a small phone or a large screen, in either language`, () =>
    inEveryState({}, care, async (page, state) => {
      for (const language of ["zh-CN", "en"]) {
        for (const width of [320, 768, 1280]) {
          await page.setViewportSize({ width, height: 700 });
          assert.equal(await overflow(page), 0, `${state} ${language} ${width}`);
        }
        await page.locator("#language").click();
      }
    }));
}

test("care mode sets 20, 24 and 30 px", () =>
  onPage({}, async (page) => {
    await page.locator("#care").click();
    const sizes = await page.evaluate(() =>
      ["body", "h2", "h1"].map((name) => getComputedStyle(document.querySelector(name)).fontSize),
    );
    assert.deepEqual(sizes, ["20px", "24px", "30px"]);
  }));

test("the amount to pay is the largest thing on the page", () =>
  inEveryState({ viewport: { width: 320, height: 700 } }, true, async (page, state) => {
    if (state !== "result" && state !== "range") return;
    const [amount, ...others] = await page.evaluate(() =>
      ["#headline-amount", "h1", "h2", ".part .amount"].map((one) =>
        Number.parseFloat(getComputedStyle(document.querySelector(one)).fontSize),
      ),
    );
    assert.ok(amount > Math.max(...others), `${amount} among ${others}`);
  }));

/** Where the keyboard is, and whether that can be seen. */
function focus(page) {
  return page.evaluate(() => {
    const active = document.activeElement;
    const outlined = [active, active.closest("label")].filter(Boolean).map((one) => getComputedStyle(one));
    const isSeen = outlined.some(
      (style) => style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2,
    );
    return { id: active.id, text: active.textContent, isSeen };
  });
}

async function tabTo(page, id) {
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press("Tab");
    const now = await focus(page);
    assert.ok(now.isSeen, `the focus is seen at ${now.id} ${now.text}`);
    if (now.id === id) return;
  }
  assert.fail(`the keyboard never came to ${id}`);
}

async function chooseByKeys(page, id, first, steps) {
  await tabTo(page, `${id}-${first}`);
  await page.keyboard.press("Space");
  for (let step = 0; step < steps; step++) await page.keyboard.press("ArrowDown");
}

async function chooseFromList(page, id, value) {
  await tabTo(page, `${id}-control`);
  const steps = await page
    .locator(`#${id}-control`)
    .evaluate(
      (list, value) => [...list.options].findIndex((option) => option.value === value) - list.selectedIndex,
      value,
    );
  for (let step = 0; step < steps; step++) await page.keyboard.press("ArrowDown");
  assert.equal(await page.locator(`#${id}-control`).inputValue(), value);
}

async function typeInto(page, id, text) {
  await tabTo(page, `${id}-control`);
  await page.keyboard.type(text);
}

test("the form can be filled, sent and read with the keyboard alone", () =>
  onPage({}, async (page) => {
    await page.keyboard.press("Tab");
    assert.equal((await focus(page)).text, "跳到填写处");
    await page.keyboard.press("Enter");
    await chooseFromList(page, "insuredProvince", "610000");
    await chooseFromList(page, "insuredRegion", "610100");
    await chooseByKeys(page, "insurance", "employee", 0);
    await chooseByKeys(page, "group", "working", 1);
    await chooseFromList(page, "place", "310000");
    await chooseByKeys(page, "tier", "community", 3);
    await chooseByKeys(page, "category", "retiredSettled", 1);
    await typeInto(page, "total", "50000");
    await typeInto(page, "inScope", "42000");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.equal((await focus(page)).id, "admissions-control");
    await page.keyboard.type("0");
    await typeInto(page, "poolPaid", "0");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    // Filed for long, so as at home: 85 % for the retired.
    assert.equal(await headline(page), "¥15,320.00");
    assert.ok((await page.locator(".texts").textContent()).includes("上海市"));
    await page.keyboard.press("Tab");
    assert.equal((await focus(page)).isSeen, true);
    await page.keyboard.press("Enter");
    assert.equal(await page.locator("details[open]").count(), 1);
  }));

test("what has the focus is not hidden behind the action bar", () =>
  onPage({ viewport: { width: 390, height: 600 } }, async (page) => {
    await page.locator("#care").click();
    for (let presses = 0; presses < 30; presses++) {
      await page.keyboard.press("Tab");
      const covered = await page.evaluate(() => {
        const active = document.activeElement;
        if (active.closest(".action") || active === document.body) return false;
        const bar = document.querySelector(".action").getBoundingClientRect();
        const box = (active.closest("label") ?? active).getBoundingClientRect();
        return box.top >= bar.top && box.top < bar.bottom;
      });
      assert.equal(covered, false, (await focus(page)).id);
    }
  }));

test("hostile text in an answer is shown as text", () =>
  onPage({}, async (page) => {
    const hostile = "<img src=x>";
    await fill(page, { ...xianEmployee.stay, total: hostile });
    await submit(page);
    assert.ok((await errorAt(page, "total").textContent()).includes(hostile));
    assert.equal(await page.locator("img").count(), 0);
  }));

test("hostile text in a pack is shown as text, and only addresses of the web are links", async () => {
  const page = await browser.newPage();
  await page.goto(`${sources.url}web/style.css`);
  const shown = await page.evaluate(async () => {
    const { createResult } = await import("/web/result.js");
    const hostile = '<img src=x onerror="window.hacked = true">';
    const law = {
      rule: hostile,
      title: hostile,
      clause: hostile,
      effective: hostile,
      grade: hostile,
      note: hostile,
    };
    const sources = ["javascript:window.hacked=true", "data:text/html,x", "https://example.org/"];
    const line = { id: "line", depth: 0, label: hostile, amount: "¥1.00", words: hostile, numbers: hostile };
    const result = createResult({ onEnd() {} });
    document.documentElement.append(result.root);
    result.update(
      {
        headline: { label: hostile, amount: "¥1.00", caution: hostile },
        openRules: [{ ...law, rule: hostile, atBest: hostile, atWorst: hostile }],
        end: { shown: hostile, other: { end: "least", label: hostile } },
        parts: [{ code: "patient", label: hostile, amount: "¥1.00", percent: 100 }],
        lines: [
          { ...line, law: sources.map((address) => ({ ...law, gradeCode: hostile, readOn: "", address })) },
        ],
        gaps: [hostile],
        grade: { code: "official", label: hostile },
        basis: [hostile],
        disclaimer: hostile,
      },
      {},
    );
    return {
      images: result.root.querySelectorAll("img").length,
      links: [...result.root.querySelectorAll("a")].map((link) => link.href),
      isText: result.root.querySelector("#result-heading").textContent === hostile,
      hacked: "hacked" in window,
    };
  });
  await page.close();
  assert.deepEqual(shown, { images: 0, links: ["https://example.org/"], isText: true, hacked: false });
});

test("the page loads from its own place only, and its policy allows nothing inline", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  await open(page, server.url);
  await estimate(page, xianEmployee);
  await page.locator("#headline-amount").waitFor();
  assert.deepEqual(
    requests.filter((url) => !url.startsWith(server.url)),
    [],
  );
  assert.ok(
    requests.some((url) => url.endsWith(".wasm")),
    "the engine is the real one",
  );
  const policy = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|\*|data:/);
  const ran = await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.inlineRan = true";
    document.head.append(script);
    return "inlineRan" in window;
  });
  assert.equal(ran, false);
  await context.close();
});

test("printing shows every line of the ledger, and closes it again", () =>
  onPage({}, async (page) => {
    await estimate(page, xianEmployee);
    await openLine(page, "起付线");
    const count = (selector) => page.locator(selector).count();
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    assert.equal(await count("details[open]"), await count("details"));
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator(".action").isVisible(), false);
    assert.equal(await page.locator("#headline-amount").isVisible(), true);
    await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
    assert.equal(await count("details[open]"), 1);
  }));

test("a page whose engine cannot be loaded says so in both languages", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto(server.url);
  const told = await page.locator("main[role=alert]").textContent();
  assert.match(told, /没能打开计算程序/);
  assert.match(told, /could not be loaded/);
  await context.close();
});

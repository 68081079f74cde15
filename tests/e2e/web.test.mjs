import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import axe from "axe-core";
import * as yidi from "../../dist/node.mjs";
import { launch, serve } from "./chromium.mjs";
import { fill, nanchangResident, open, submit, xianEmployee } from "./web-form.mjs";
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

/** The engine's input for the answers of a form, written here once more so that the page cannot misread both. */
function inputOf(answers, yearSoFar) {
  return {
    person: { insuredRegion: answers.insuredRegion, insurance: answers.insurance, group: answers.group },
    visit: {
      treatmentRegion: answers.place,
      kind: "inpatient",
      tier: answers.tier,
      admitted: answers.admitted,
      settled: answers.settled,
    },
    filing: { category: answers.category },
    bill: { total: answers.total, inScope: answers.inScope },
    yearSoFar: { admissions: 0, poolPaid: "0", ...yearSoFar },
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
    await fill(page, xianEmployee);
    await submit(page);
    assert.equal(await headline(page), "¥21,440.00");
    const { patientPays } = yidi.estimate(inputOf(xianEmployee, { largeAmountPaid: "0" }));
    assert.equal(patientPays, "21440.00");
    assert.deepEqual(await page.locator(".part .amount").allTextContents(), ["¥28,560.00", "¥21,440.00"]);
    assert.deepEqual(await page.locator(".percent").allTextContents(), ["57.1%", "42.9%"]);
    assert.match(await page.locator(".headline .unconfirmed").textContent(), /未经官方核实/);
    assert.match(await page.locator(".disclaimer").textContent(), /不是官方结果/);
    assert.match(await page.locator("[role=status]").textContent(), /您大约要付 ¥21,440.00/);
  }));

test("a Nanchang resident who went to Guangdong unreferred has serious-illness insurance counted", () =>
  onPage({}, async (page) => {
    await fill(page, nanchangResident);
    await submit(page);
    assert.equal(await headline(page), "¥47,795.84");
    const year = { seriousIllnessBase: "0", seriousIllnessPaid: "0" };
    const { patientPays } = yidi.estimate(inputOf(nanchangResident, year));
    assert.equal(patientPays, "47795.84");
    const paid = await page.locator(".part .amount").allTextContents();
    assert.deepEqual(paid, ["¥36,380.74", "¥4,712.30", "¥47,795.84"]);
  }));

test("a ledger line opens to its sum, clause, date and grade", () =>
  onPage({}, async (page) => {
    await fill(page, xianEmployee);
    await submit(page);
    const line = await openLine(page, "起付线");
    const text = await line.textContent();
    const { formula, law } = lineOf(
      yidi.estimate(inputOf(xianEmployee, { largeAmountPaid: "0" })),
      "act_pay_dedc",
    );
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
    await fill(page, xianEmployee);
    await submit(page);
    await fill(page, { total: "50001" });
    assert.equal(await page.locator("#result").isVisible(), false);
  }));

async function makeUnknown(page) {
  await page.locator("#insuredRegion-610100").evaluate((radio) => {
    radio.value = "659001";
  });
  await page.locator("#insuredRegion-360100").check();
  await page.locator("#insuredRegion-610100").click();
}

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
    name: "a region that is not loaded",
    change: makeUnknown,
    field: "insuredRegion",
    sentences: [
      "我们还没有这个地方的报销规定，所以不估算。可以打 12393 问当地医保。",
      "We do not have the rules of this region, so we do not estimate. Call 12393 to ask the local office.",
    ],
  },
];

for (const { name, change, field, sentences } of ERRORS) {
  test(`${name} is a plain sentence at its field, in both languages`, () =>
    onPage({}, async (page) => {
      await fill(page, xianEmployee);
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
    assert.equal(await summary(page).locator("a").count(), 10);
    assert.match(await summary(page).textContent(), /还有 10 项要填好。没有填的，我们不会当作 0。/);
    assert.equal(await page.locator(".error:visible").count(), 10);
    assert.equal(await page.locator("#result").isVisible(), false);
  }));

test("the shortcut fills the year with zeros that the reader sees", () =>
  onPage({}, async (page) => {
    await fill(page, { insurance: "resident" });
    await page.locator(".shortcut:visible").click();
    for (const id of ["admissions", "poolPaid", "seriousIllnessBase", "seriousIllnessPaid"]) {
      assert.equal(await page.locator(`#${id}-control`).inputValue(), "0", id);
    }
  }));

test("the language is switched in place, keeps the answers, and is remembered", () =>
  onPage({}, async (page) => {
    assert.equal(await page.locator("html").getAttribute("lang"), "zh-CN");
    await fill(page, xianEmployee);
    await submit(page);
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
  result: async (page) => {
    await fill(page, nanchangResident);
    await submit(page);
    await page.locator("details").evaluateAll((lines) => {
      for (const line of lines) line.open = true;
    });
  },
};

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
    if (state !== "result") return;
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

async function typeInto(page, id, text) {
  await tabTo(page, `${id}-control`);
  await page.keyboard.type(text);
}

test("the form can be filled, sent and read with the keyboard alone", () =>
  onPage({}, async (page) => {
    await page.keyboard.press("Tab");
    assert.equal((await focus(page)).text, "跳到填写处");
    await page.keyboard.press("Enter");
    await chooseByKeys(page, "insuredRegion", "110000", 2);
    await chooseByKeys(page, "insurance", "employee", 0);
    await chooseByKeys(page, "group", "working", 1);
    await tabTo(page, "place-control");
    for (let province = 0; province < 10; province++) await page.keyboard.press("ArrowDown");
    await chooseByKeys(page, "tier", "community", 3);
    await chooseByKeys(page, "category", "retiredSettled", 1);
    await typeInto(page, "total", "50000");
    await typeInto(page, "inScope", "42000");
    await typeInto(page, "admissions", "0");
    await typeInto(page, "poolPaid", "0");
    await typeInto(page, "largeAmountPaid", "0");
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
    await fill(page, { ...xianEmployee, total: hostile });
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
    const result = createResult();
    document.documentElement.append(result.root);
    result.update(
      {
        headline: { label: hostile, amount: "¥1.00", caution: hostile },
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
  await fill(page, xianEmployee);
  await submit(page);
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
    await fill(page, xianEmployee);
    await submit(page);
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

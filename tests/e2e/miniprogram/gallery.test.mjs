// How the mini-program draws every kind of block and leads from page to page, over presenters made for the purpose (gallery.js).
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { LONG_CITY } from "../samples.js";
import { builtGallery } from "./built-gallery.mjs";
import { runsOff, targetsOf, textOf, underMenu, violations } from "./measures.mjs";
import { openMiniProgram } from "./page-driver.mjs";
import { serveHost, withHost } from "./serving.mjs";
import { MiniTraveller } from "./traveller.mjs";

const SCREENS = ["home", "about", "contact", "estimate", "notice", "wizard", "place", "done"];

describe("the drawing of blocks", () => {
  const { host, withDriver, pageTest } = withHost(async () =>
    serveHost("miniprogram-gallery", { replaced: await builtGallery() }),
  );

  const at = (route, more) => ({ query: { page: `pages/${route}/${route}` }, ...more });

  /** A test that begins on a route, with a traveller. */
  const travelTest = (name, route, run, options = {}) =>
    pageTest(name, at(route, options), async (driver) => {
      const traveller = new MiniTraveller(driver);
      await traveller.settle();
      await run(traveller, driver);
    });

  const pages = (driver) => driver.phone("pages").then((open) => open.map((path) => path.split("/").pop()));

  describe("each kind of block", () => {
    travelTest("cards lead on, and back leads home", "home", async (traveller) => {
      await traveller.press("打开 about");
      assert.equal(await traveller.route(), "about");
      await traveller.see("你属于异地长期居住人员。");
      await traveller.back();
      assert.equal(await traveller.route(), "home");
    });

    travelTest("a message without a title is called what it is", "about", async (_traveller, driver) => {
      const titles = await driver.part("box-title").allInnerTexts();
      for (const title of ["放心", "说明", "请留意", "要紧"])
        assert.ok(titles.includes(title), `${title} in ${titles}`);
    });

    travelTest(
      "rows, steps and actions act; what is disabled does not",
      "about",
      async (traveller, driver) => {
        await traveller.press("打 12393");
        assert.equal((await driver.host()).clipboard, "12393");
        await driver.part("second-button").filter({ hasText: "现在不能按" }).click({ force: true });
        await traveller.press("修改");
        assert.equal(await traveller.route(), "wizard");
      },
    );

    travelTest(
      "a rule says where it stands, and its address can be copied",
      "estimate",
      async (traveller, driver) => {
        for (const said of [
          "依据：关于进一步做好基本医疗保险跨省异地就医直接结算工作的通知",
          "条款：第二条第（三）款",
          "核对：2026-11-01",
          "待核实",
        ])
          await traveller.see(said);
        await driver.part("text-button").filter({ hasText: "复制原文网址" }).first().click();
        assert.match((await driver.host()).clipboard, /^https:\/\/example\.org\/notices/);
      },
    );

    travelTest(
      "a paper can be copied whole; one that is only for a printer is not there",
      "done",
      async (traveller, driver) => {
        await traveller.seeNot("个人承诺书");
        await traveller.press("复制全文，发给家人打印");
        const { clipboard } = await driver.host();
        for (const said of [
          "异地就医备案告知书",
          "这不是官方原文",
          "居住证或者户口簿，任选一样。",
          "参保地：漯河市",
        ])
          assert.ok(clipboard.includes(said), `${said} in ${clipboard}`);
      },
    );

    travelTest("dates go into the phone's calendar", "about", async (traveller, driver) => {
      await traveller.press("加入日历");
      assert.deepEqual((await driver.host()).calendar, [
        {
          allDay: true,
          title: "备案到期, 请看一看",
          description: "第一行\n第二行",
          startTime: Date.parse("2027-05-01T00:00:00+08:00") / 1000,
          alarmOffset: 30 * 24 * 60 * 60,
        },
      ]);
    });

    travelTest(
      "where WeChat cannot add to the calendar the file is shared, and nothing of it stays",
      "about",
      async (traveller, driver) => {
        await traveller.press("加入日历");
        const { shared, files } = await driver.host();
        assert.equal(shared[0].name, "yidi.ics");
        assert.match(shared[0].text, /^BEGIN:VCALENDAR/);
        assert.deepEqual(files, {});
      },
      { query: { page: "pages/about/about", without: "addPhoneCalendar" } },
    );

    travelTest(
      "where WeChat cannot share a file its text is copied",
      "about",
      async (traveller, driver) => {
        await traveller.press("导出");
        assert.equal((await driver.host()).clipboard, "{}");
      },
      { query: { page: "pages/about/about", without: "shareFileMessage" } },
    );

    travelTest("one of a choice is taken, several are ticked", "wizard", async (traveller, driver) => {
      await traveller.choose("第一种");
      await traveller.see("有居住证吗？");
      await traveller.choose("不确定");
      await traveller.see("还有哪些情况？");
      await traveller.choose("第一种");
      await traveller.choose("不确定");
      await traveller.choose("第一种");
      const on = await driver.screen().locator("[aria-checked=true]").allInnerTexts();
      assert.deepEqual(
        on.map((text) => text.split("\n").pop()),
        ["不确定"],
      );
    });

    travelTest("a city is searched and picked", "contact", async (traveller) => {
      await traveller.pick("珠", "珠海市");
      await traveller.see("已选：珠海市");
      await traveller.pick("没有这个地方", "珠海市").catch(() => {});
      await traveller.see("没有找到，换一个字试试。");
    });

    travelTest("fields of each kind take what is typed", "contact", async (traveller, driver) => {
      await traveller.fill("姓名", "王秀英");
      await traveller.fill("总费用", "12000.50");
      await traveller.fill("入院日期", "2026-06-01");
      const values = await driver
        .screen()
        .locator("input")
        .evaluateAll((boxes) => boxes.map((box) => box.value));
      assert.deepEqual(values.slice(0, 3), ["王秀英", "12000.50", "2026-06-01"]);
    });

    travelTest("a date can be taken from the calendar", "contact", async (traveller, driver) => {
      await driver.screen().getByText("选日期").click();
      await driver.page.locator(".host-sheet-date").fill("2026-06-02");
      await driver.page.locator(".host-sheet-confirm").click();
      await traveller.settle();
      assert.equal(await driver.screen().locator("input").nth(2).inputValue(), "2026-06-02");
    });

    travelTest(
      "what is typed is not sent back while typing, and a presenter can clear it",
      "contact",
      async (traveller, driver) => {
        const begun = (await driver.host()).setDataBytes.length;
        const box = driver.screen().locator("input").first();
        await box.pressSequentially("王秀英");
        assert.deepEqual((await driver.host()).setDataBytes.slice(begun), []);
        await traveller.press("下一步");
        assert.equal(await box.inputValue(), "");
        await box.pressSequentially("王");
        await driver.phone("hide");
        await driver.phone("show");
        assert.equal(await box.inputValue(), "王");
        await traveller.press("下一步");
        assert.equal(await box.inputValue(), "");
      },
    );

    travelTest(
      "an error stands at its field, which is led to and told",
      "contact",
      async (traveller, driver) => {
        await driver.page.evaluate(() => window.scrollTo(0, 400));
        await traveller.press("下一步");
        await traveller.see("请填姓名");
        await driver.page.clock.runFor(500);
        const box = await driver.part("error").first().boundingBox();
        assert.ok(box.y > 58 && box.y < 700, `at ${box.y}`);
        const spoken = await driver.screen().locator(".unseen[role=status]").textContent();
        assert.equal(spoken, "请填姓名");
      },
    );

    travelTest(
      "what is closed around a field opens when the reader is led there",
      "contact",
      async (traveller, driver) => {
        assert.equal(await driver.screen().getByText("住院次数", { exact: true }).count(), 0);
        await traveller.press("带我去看住院次数");
        assert.equal(await driver.screen().getByText("住院次数", { exact: true }).count(), 1);
        await traveller.fill("住院次数", "2");
        const { setDataBytes } = await driver.host();
        assert.ok(setDataBytes.length > 0);
      },
    );

    travelTest(
      "what is typed stays when what is around it closes and opens",
      "contact",
      async (traveller, driver) => {
        const opener = driver.part("opener");
        await opener.click();
        await traveller.fill("住院次数", "2");
        await opener.click();
        await opener.click();
        assert.equal(await driver.part("opened").locator("input").inputValue(), "2");
      },
    );

    travelTest("things to have ready are ticked one by one", "contact", async (traveller) => {
      await traveller.see("已备好 1 样，共 2 样");
      await traveller.tick("社保卡");
      await traveller.see("已备好 2 样，共 2 样");
      await traveller.tick("我已经读完，并且明白。");
      await assert.rejects(traveller.tick("读够时间以后才能勾选。"), /cannot be pressed/);
    });

    travelTest("the figure is the largest thing on its screen", "estimate", async (traveller, driver) => {
      assert.match(await traveller.figure(), /^¥3,120\.00 – ¥4,480\.00/);
      const { sizes } = await textOf(driver);
      const own = await driver
        .part("figure-amount")
        .first()
        .evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
      assert.equal(own, Math.max(...sizes));
    });

    travelTest(
      "a ledger's line opens to its sum and its rule, and closes",
      "estimate",
      async (traveller, driver) => {
        const line = driver.part("line-head").filter({ hasText: "起付线" });
        await line.click();
        await traveller.see("三级医院每次 1,200 元。");
        await line.click();
        assert.equal(await driver.part("line-detail").count(), 0);
      },
    );

    travelTest("a curve passes through its points", "estimate", async (_traveller, driver) => {
      const off = await driver.part("drawing").evaluate((drawing) => {
        const at = (name) => [...drawing.querySelectorAll(`[class*="--${name}"]`)];
        const centre = (element) => {
          const { left, top, width, height } = element.getBoundingClientRect();
          return { x: left + width / 2, y: top + height / 2 };
        };
        const [, second] = at("point").map(centre);
        const [, long, last] = at("stretch").map((stretch) => stretch.getBoundingClientRect());
        return [long.right - second.x, long.top - second.y, last.left - second.x, last.bottom - second.y].map(
          Math.abs,
        );
      });
      assert.ok(Math.max(...off) < 4, `${off}`);
    });

    travelTest(
      "what takes a while says so, and takes no second press",
      "estimate",
      async (traveller, driver) => {
        await driver.part("other-button").first().click();
        await driver.page.clock.runFor(1000);
        assert.match(await traveller.figure(), /^¥2,345,678\.90 – ¥4,480\.00/);
        await traveller.press("再算一次");
        assert.equal(await traveller.route(), "home");
      },
    );
  });

  describe("the way through", () => {
    travelTest(
      "back in a screen of steps leads to the step before, by button and by phone",
      "home",
      async (traveller, driver) => {
        await traveller.press("打开 wizard");
        await traveller.choose("第一种");
        await traveller.choose("第二种");
        await traveller.see("还有哪些情况？");
        await driver.phone("back");
        await traveller.settle();
        await traveller.see("有居住证吗？");
        await traveller.back();
        await traveller.see("在外地住多久了？");
        await driver.phone("back");
        await traveller.settle();
        assert.deepEqual(await pages(driver), ["home"]);
      },
    );

    travelTest("the second half of a double tap answers nothing", "wizard", async (traveller, driver) => {
      const first = await driver.part("option").first().boundingBox();
      await driver.page.mouse.dblclick(first.x + 50, first.y + 20);
      await traveller.settle();
      await traveller.see("有居住证吗？");
    });

    travelTest("a double tap opens a screen once", "home", async (traveller, driver) => {
      const card = await driver.part("card").first().boundingBox();
      await driver.page.mouse.dblclick(card.x + 50, card.y + 20);
      await traveller.settle();
      assert.deepEqual(await pages(driver), ["home", "about"]);
    });

    travelTest(
      "a screen comes on top, takes another's place, or leads home",
      "home",
      async (traveller, driver) => {
        await traveller.press("打开 about");
        await traveller.press("换成交材料");
        assert.deepEqual(await pages(driver), ["home", "about", "estimate"]);
        await traveller.press("再算一次");
        assert.deepEqual(await pages(driver), ["home"]);
        await traveller.press("打开 notice");
        await traveller.seconds(5);
        await traveller.press("同意");
        assert.deepEqual(await pages(driver), ["home", "wizard"]);
      },
    );

    travelTest(
      "where WeChat's stack is full, the way goes on all the same",
      "home",
      async (traveller, driver) => {
        async function push(...routes) {
          for (const route of routes) {
            await driver.phone("push", `/pages/${route}/${route}`);
            await traveller.settle();
          }
        }
        await push("wizard", "home", "about", "home", "about", "home", "about", "home", "about");
        assert.equal((await pages(driver)).length, 10);
        await traveller.press("下一步");
        assert.deepEqual((await pages(driver)).slice(7), ["about", "home", "contact"]);
        await traveller.back();
        await push("about");
        await traveller.press("修改");
        assert.deepEqual(await pages(driver), ["home", "wizard"]);
      },
    );

    travelTest("work that fails is said plainly, and is over", "estimate", async (traveller, driver) => {
      await traveller.press("慢慢算错");
      await traveller.settle(1000);
      await traveller.see("这一步没有做成");
      assert.deepEqual(driver.problems.splice(0), ["warning: yidi TypeError "]);
      await traveller.press("慢慢算");
      await traveller.settle(1000);
      await traveller.seeNot("这一步没有做成");
      assert.match(await traveller.figure(), /^¥2,345,678\.90 – ¥4,480\.00/);
    });

    travelTest(
      "a step of a presenter that fails is said plainly, without what was typed",
      "home",
      async (traveller, driver) => {
        await traveller.press("会出错的一步");
        await traveller.see("这一步没有做成");
        assert.deepEqual(driver.problems.splice(0), ["warning: yidi TypeError "]);
        await traveller.press("打开 about");
        await traveller.back();
        await traveller.seeNot("这一步没有做成");
      },
    );

    travelTest("seconds pass only while the page is looked at", "notice", async (traveller, driver) => {
      await traveller.seconds(2);
      await traveller.see("还需阅读 3 秒");
      await driver.phone("hide");
      await traveller.seconds(60);
      await driver.phone("show");
      await traveller.see("还需阅读 3 秒");
      await traveller.see("离开过 1 次");
      await traveller.seconds(3);
      await traveller.press("同意");
      assert.deepEqual(await pages(driver), ["wizard"]);
    });

    test("an engine that does not load is said plainly and can be tried again", async () => {
      let broken = true;
      const driver = await openMiniProgram(host.browser, host.server.url, {
        before: (page) => page.route("**/package/**", (route) => (broken ? route.abort() : route.continue())),
      });
      await driver.part("retry").waitFor();
      assert.match(await driver.text(), /请再试一次/);
      await driver.part("retry").click();
      await driver.part("retry").waitFor();
      broken = false;
      await driver.part("retry").click();
      await driver.ready();
      const unexpected = driver.problems.filter((problem) => !/net::ERR_FAILED|^warning: yidi/.test(problem));
      assert.deepEqual(unexpected, []);
      assert.ok(driver.problems.length > 0);
      await driver.page.context().close();
    });

    travelTest(
      "what the reader set is kept, and what cannot be kept still holds",
      "home",
      async (traveller, driver) => {
        await traveller.press("关怀版（大字）");
        assert.ok(await driver.screen().locator(".screen.care").isVisible());
        await traveller.reopen();
        assert.ok(await driver.screen().locator(".screen.care").isVisible());
      },
    );

    travelTest(
      "a phone that keeps nothing is used all the same",
      "home",
      async (traveller, driver) => {
        await traveller.press("关怀版（大字）");
        assert.ok(await driver.screen().locator(".screen.care").isVisible());
      },
      { query: { quota: "10" } },
    );
  });

  describe("for older users and small screens", () => {
    const MODES = [
      { care: false, target: 44, sizes: [14, 17, 20, 28], leading: 1.3 },
      { care: true, target: 60, sizes: [20, 24, 30], leading: 1.3 },
    ];
    const WIDTHS = [
      { width: 320, height: 568 },
      { width: 375, height: 812 },
      { width: 430, height: 932 },
    ];

    /** Each screen in one browser page, one after the other, with everything on it opened. */
    async function eachScreen(options, look) {
      await withDriver(options, async (driver) => {
        const traveller = new MiniTraveller(driver);
        for (const route of SCREENS) {
          await driver.phone("launch", `/pages/${route}/${route}`);
          await traveller.settle();
          await traveller.openAll();
          await look(driver, route);
        }
      });
    }

    for (const { care, target, sizes, leading } of MODES) {
      const mode = care ? "care mode" : "normal mode";

      test(`${mode}: targets, text sizes and line heights`, async () => {
        await eachScreen({ settings: { care } }, async (driver, route) => {
          const targets = await targetsOf(driver);
          assert.ok(targets.length > 0, route);
          const small = targets.filter(({ width, height }) => width < target || height < target);
          assert.deepEqual(small, [], route);
          const text = await textOf(driver);
          assert.deepEqual(
            text.sizes.filter((size) => !sizes.includes(size)),
            [],
            route,
          );
          assert.ok(text.leading >= leading, `${route}: ${text.leading}`);
        });
      });

      for (const colorScheme of ["light", "dark"]) {
        test(`${mode}: axe finds nothing, ${colorScheme}`, async () => {
          await eachScreen({ settings: { care }, colorScheme }, async (driver, route) => {
            assert.deepEqual(await violations(driver), [], route);
          });
        });
      }

      for (const size of WIDTHS) {
        test(`${mode}: nothing runs off a screen ${size.width} wide, nor under WeChat's button`, async () => {
          const options = { ...size, settings: { care }, query: { fontSizeScaleFactor: "1.25" } };
          await eachScreen(options, async (driver, route) => {
            assert.deepEqual(await runsOff(driver), [], route);
            assert.deepEqual(await underMenu(driver), [], route);
          });
        });
      }
    }

    test("care mode: short names stand two in a row, and a long one by itself, on the narrowest screen", async () => {
      const options = { ...WIDTHS[0], settings: { care: true }, query: { page: "pages/place/place" } };
      await withDriver(options, async (driver) => {
        const picks = driver.part("pick");
        await picks.first().waitFor();
        const tops = await picks.evaluateAll((all) =>
          all.map((pick) => [pick.textContent.trim(), pick.getBoundingClientRect().top]),
        );
        const besides = (name) => {
          const [, row] = tops.find((pick) => pick[0] === name);
          return tops.filter(([, top]) => top === row).map(([other]) => other);
        };
        assert.deepEqual(besides("广州市"), ["广州市", "深圳市"]);
        assert.deepEqual(besides(LONG_CITY), [LONG_CITY]);
      });
    });

    test("follows the host's text size", async () => {
      await eachScreen(
        { settings: { care: true }, query: { fontSizeScaleFactor: "1.5" } },
        async (driver, route) => {
          const { sizes } = await textOf(driver);
          assert.deepEqual(
            sizes.filter((size) => ![30, 36, 45].includes(size)),
            [],
            route,
          );
        },
      );
    });

    pageTest("the host's language is the first language", { query: { language: "en" } }, async (driver) => {
      assert.match(await driver.part("bar-name").innerText(), /^Care away from home$/);
    });
  });
});

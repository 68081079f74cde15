// The real screens over the real engine: what can be measured of each, and what a reader may do to them.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { TODAY, WALKS } from "../walks.mjs";
import { runsOff, targetsOf, textOf, underMenu, violations } from "./measures.mjs";
import { serveHost, withHost } from "./serving.mjs";
import { MiniTraveller } from "./traveller.mjs";

const HOSTILE = `<img src=x onerror="pwned=1"><script>pwned=1</script>{{1+1}}\${1+1}'"]//`;
const RUBBISH = [
  "9".repeat(10_000),
  "\u202e😀\u0000\ud800\t\r\n",
  "-1e999",
  HOSTILE,
  "__proto__",
  "constructor",
];

describe("every screen", () => {
  const { withDriver } = withHost(() => serveHost("miniprogram-screens"));

  const travelTest = (name, run, options = {}) =>
    test(name, () =>
      withDriver({ today: TODAY, ...options }, async (driver) => {
        const traveller = new MiniTraveller(driver);
        await traveller.settle();
        await run(traveller, driver);
      }),
    );

  /** Walks everywhere, and looks at each stop. */
  function everywhere(name, options, look) {
    for (const [way, walk] of Object.entries(WALKS)) {
      travelTest(
        `${name}: ${way}`,
        (traveller, driver) => walk(traveller, (stop) => look(driver, stop)),
        options,
      );
    }
  }

  const MODES = {
    normal: { care: false, target: 44, sizes: [14, 17, 20, 28] },
    care: { care: true, target: 60, sizes: [20, 24, 30] },
  };
  for (const [mode, { care, target, sizes }] of Object.entries(MODES)) {
    everywhere(`${mode} mode`, { settings: { care } }, async (driver, stop) => {
      const small = (await targetsOf(driver)).filter(
        ({ width, height }) => width < target || height < target,
      );
      assert.deepEqual(small, [], stop);
      const text = await textOf(driver);
      assert.deepEqual(
        text.sizes.filter((size) => !sizes.includes(size)),
        [],
        stop,
      );
      assert.ok(text.leading >= 1.3, `${stop}: ${text.leading}`);
      assert.deepEqual(await underMenu(driver), [], stop);
      assert.deepEqual(await violations(driver), [], stop);
      for (const width of [430, 320, 375]) {
        await driver.page.setViewportSize({ width, height: 812 });
        assert.deepEqual(await runsOff(driver), [], `${stop} at ${width}`);
      }
    });
  }
  everywhere(
    "dark, the largest text",
    { colorScheme: "dark", settings: { care: true, textSize: "largest" }, width: 320 },
    async (driver, stop) => {
      assert.deepEqual(await violations(driver), [], stop);
      assert.deepEqual(await runsOff(driver), [], stop);
      assert.deepEqual(await underMenu(driver), [], stop);
    },
  );

  travelTest("a wizard that was killed goes on where it stopped", async (traveller) => {
    await traveller.press("去备案");
    await traveller.pick("lh", "漯河市");
    await traveller.press("下一步");
    await traveller.pick("深圳", "深圳市");
    await traveller.press("下一步");
    await traveller.see("现在是急诊抢救吗？");
    await traveller.reopen();
    await traveller.press("先备案");
    await traveller.see("现在是急诊抢救吗？");
    await traveller.back();
    await traveller.see("要去哪里看病？");
  });

  /** To the screen where names are typed. */
  async function toContact(traveller) {
    await WALKS.filing(traveller, async (stop) => {
      if (stop === "contact") throw new Error("there");
    }).catch((error) => assert.equal(error.message, "there"));
  }

  travelTest("nothing that is typed about a person stays on the phone", async (traveller, driver) => {
    await WALKS.filing(traveller, async () => {});
    const kept = await driver.page.evaluate(() => JSON.stringify({ ...localStorage, ...window.host }));
    for (const secret of ["样例甲", "11010519491231002X", "13800000000"])
      assert.ok(!kept.includes(secret), `${secret} in ${kept}`);
  });

  travelTest("the gate of the notice waits while the mini-program is hidden", async (traveller) => {
    await toContact(traveller);
    await traveller.fill("姓名", "样例甲");
    await traveller.fill("身份证号", "11010519491231002X");
    await traveller.fill("电话", "13800000000");
    await traveller.press("下一步：看告知书");
    await traveller.seconds(2);
    await traveller.hide();
    await traveller.seconds(30);
    await traveller.show();
    await traveller.see(/还需阅读 [1-5] 秒/);
    await traveller.pressAnyway("同意，完成备案表");
    assert.equal(await traveller.route(), "notice");
  });

  const inputs = (driver) => driver.screen().locator("input");
  const PLACES = {
    "the search for a city": async (traveller) => traveller.press("去备案"),
    "the names": toContact,
    "the bill": async (traveller) => traveller.press("去算"),
  };
  for (const [place, goThere] of Object.entries(PLACES)) {
    travelTest(`rubbish pasted into ${place} is text, and answered`, async (traveller, driver) => {
      await goThere(traveller);
      for (const rubbish of RUBBISH) {
        for (const box of await inputs(driver).all()) {
          await box.fill(rubbish);
          await box.evaluate((input) => input.blur());
          await traveller.settle();
        }
        await traveller.pressAnyway("下一步：看告知书");
        await traveller.pressAnyway("下一步");
      }
      assert.equal(await driver.page.evaluate(() => typeof window.pwned), "undefined");
      assert.equal(await driver.screen().locator("img, script").count(), 0);
    });
  }

  travelTest(
    "on a phone that keeps nothing the reader is told, and goes on",
    async (traveller) => {
      await traveller.press("去备案");
      await traveller.pick("lh", "漯河市");
      await traveller.press("下一步");
      await traveller.see("要去哪里看病？");
      await traveller.back();
      await traveller.back();
      await traveller.see("这台设备存不下了");
    },
    { query: { quota: "10" } },
  );
});

import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { afterEach, beforeEach, describe, mock, test } from "node:test";
import { freshEngine } from "./engine.mjs";
import { memoryStorage } from "./fake-host.mjs";
import { ALL, CONTACT, NOTICE, PERSON, QUESTIONS, take } from "./filing-steps.mjs";
import { actionsOf, blocksOf, isSameView, presenterTraveller } from "./traveller.mjs";

const TODAY = "2026-11-26";

/** @param {any} [more] */
const travellerOn = (more = {}) => presenterTraveller({ yidi: freshEngine(), today: TODAY, ...more });

/** @param {any[][]} steps @param {any} [more] */
async function after(steps, more) {
  const traveller = travellerOn(more);
  await take(traveller, steps);
  return traveller;
}

const keptTexts = (traveller) => [
  ...Object.entries(traveller.storage.kept).flat(),
  traveller.outboxStorage.kept.text ?? "",
];

describe("who the person is", () => {
  const folder = new URL("../e2e/journeys/", import.meta.url);

  test("is in no storage and no address on any journey, at any moment", async () => {
    for (const file of (await readdir(folder)).filter(
      (name) => name.startsWith("filing-") && name.endsWith(".mjs"),
    )) {
      const { journey } = await import(new URL(file, folder).href);
      const typed = [];
      let looked = 0;
      const traveller = presenterTraveller({
        yidi: freshEngine(),
        today: journey.today,
        onView({ route, step }) {
          looked += 1;
          for (const secret of typed) {
            for (const text of [route, step ?? "", ...keptTexts(traveller)])
              assert.ok(!text.toUpperCase().includes(secret), `${journey.name}: ${secret} is kept`);
          }
        },
      });
      const { fill } = traveller;
      traveller.fill = async (label, text) => {
        if ((await traveller.route()) === "contact") typed.push(text.toUpperCase());
        await fill(label, text);
      };
      await journey.run(traveller);
      assert.ok(looked > 10);
      assert.deepEqual(JSON.stringify(traveller.host.asked.go).match(/样例|\d{11}/), null);
    }
  });

  test("is gone after a restart, unless the reader had the form kept, and then until it is deleted", async () => {
    const traveller = await after(ALL);
    await traveller.see(PERSON.身份证号);
    await traveller.reopen();
    await traveller.press("看备案");
    await traveller.seeNot(PERSON.身份证号);
    await traveller.see("填好的表上有姓名和证件号，没有存在设备上");

    const keeping = await after(ALL);
    await keeping.tick("把填好的表存在这台设备上");
    assert.ok(keeping.outboxStorage.kept.text.includes(PERSON.身份证号));
    await keeping.reopen();
    await keeping.press("看备案");
    await keeping.see(PERSON.身份证号);
    await keeping.press("打印备案表");
    assert.deepEqual(keeping.host.asked.print, [["form"]]);
    await keeping.tick("把填好的表存在这台设备上");
    assert.ok(!keeping.outboxStorage.kept.text.includes(PERSON.身份证号));
    await keeping.reopen();
    await keeping.press("看备案");
    await keeping.seeNot(PERSON.身份证号);
  });

  test("can be entered once more for a form that is gone, and the filing stays one", async () => {
    const traveller = await after(ALL);
    await traveller.tick("居住证");
    await traveller.reopen();
    await traveller.press("看备案");
    await traveller.press("再填一次姓名");
    await take(traveller, CONTACT.slice(2));
    await take(traveller, NOTICE);
    await traveller.see(PERSON.身份证号);
    const papers = blocksOf(traveller.view()).find(({ kind }) => kind === "checklist");
    assert.deepEqual(
      papers.items.filter(({ ticked }) => ticked).map(({ label }) => label),
      ["居住证"],
    );
    await traveller.back();
    await traveller.reopen();
    await traveller.see("1 条");
  });
});

describe("killed and started again", () => {
  for (let count = 1; count <= ALL.length; count += 1) {
    const [name, ...given] = ALL[count - 1];
    test(`after touch ${count}, ${name} ${given.join(" ")}`, async () => {
      const traveller = await after(ALL.slice(0, count));
      const before = traveller.view();
      const isFinished = before.route === "done";
      await traveller.reopen();
      if (isFinished) {
        await traveller.press("看备案");
        await traveller.see("表填好了，还没有交");
        return;
      }
      const answered = traveller.app().view("wizard").blocks.length > 0 && before.route;
      if (answered === "wizard" && before.step === "insuredRegion") {
        await traveller.see("还没备案");
        await traveller.press("去备案");
      } else await traveller.press("接着填");
      const now = traveller.view();
      if (before.route === "wizard") {
        assert.equal(now.step, before.step, "the same question is asked");
        assert.deepEqual(now.progress, before.progress);
      } else {
        assert.equal(now.route, "outcome");
        await take(traveller, [...CONTACT, ...NOTICE]);
        await traveller.see("表填好了，还没有交");
      }
    });
  }
});

describe("a notice that was being read when the app was killed", () => {
  const reading = async () => {
    const traveller = await after([...QUESTIONS, ...CONTACT]);
    await traveller.seconds(3);
    await traveller.see("还需阅读 2 秒");
    return traveller;
  };
  const backToIt = async (traveller) => {
    await traveller.press("接着填");
    await take(traveller, CONTACT);
  };

  test("is taken up where it was: the time between counts for nothing, and a tick is given anew", async () => {
    const traveller = await reading();
    await traveller.reopen();
    await traveller.seconds(30);
    await backToIt(traveller);
    await traveller.see("还需阅读 2 秒");
    await traveller.seconds(2);
    await traveller.tick("我已看过，愿意照办");
    await traveller.reopen();
    await backToIt(traveller);
    await traveller.see("请先勾选");
    await traveller.tick("我已看过，愿意照办");
    await traveller.press("同意，完成备案表");
    await traveller.see("表填好了，还没有交");
    assert.equal(traveller.storage.kept["yidi.notice"], undefined);
  });

  test("is read from the beginning a day later, and where what was kept is damaged", async () => {
    const yesterday = (gate) => ({ ...gate, openedAt: gate.openedAt - 25 * 60 * 60 * 1000 });
    const damaged = (gate) => ({ ...gate, visibleMillis: "all" });
    for (const changed of [yesterday, damaged]) {
      const traveller = await reading();
      const { version, value } = JSON.parse(traveller.storage.kept["yidi.notice"]);
      traveller.storage.kept["yidi.notice"] = JSON.stringify({ version, value: changed(value) });
      await traveller.reopen();
      await backToIt(traveller);
      await traveller.see("还需阅读 5 秒");
    }
  });
});

describe("back and forward", () => {
  test("from the last question to the first and on again, every screen is the same, and nothing is lost", async () => {
    const traveller = await after(QUESTIONS.slice(0, -1));
    const onTheWay = [traveller.view()];
    while (traveller.view().step !== "insuredRegion") {
      await traveller.back();
      onTheWay.unshift(traveller.view());
    }
    assert.equal(onTheWay.length, 13);
    for (const view of onTheWay.slice(1)) {
      await traveller.press("下一步");
      const { step, title, progress } = traveller.view();
      assert.deepEqual(
        { step, title, progress },
        { step: view.step, title: view.title, progress: view.progress },
      );
    }
    await traveller.choose("居民医保");
    await traveller.press("下一步");
    await traveller.see("您属于：异地长期居住");
  });

  test("a change on the way back is said before it is made, and can be left alone", async () => {
    const traveller = await after(QUESTIONS);
    await traveller.press("下一步：核对回答");
    await traveller.press("去那里的原因");
    await traveller.choose("退休了，在那里安家");
    await traveller.see("改成这样，后面的回答会变");
    await traveller.see("先不算数：居住时间（是）");
    await traveller.press("不改了");
    assert.equal(await traveller.route(), "check");
    await traveller.see("长期住在那里");
  });
});

describe("a double tap", () => {
  for (const steps of [QUESTIONS, ALL]) {
    test(`on every button of ${steps.length} touches does no more than one`, async () => {
      const traveller = travellerOn();
      const { press } = traveller;
      traveller.press = async (label) => {
        const route = await traveller.route();
        const [action] = actionsOf(traveller.view()).filter((one) => one.label === label);
        await press(label);
        // The second tap reaches the screen that was tapped, before another is drawn …
        traveller.app().act(route, action.id, action.value);
        // … or what has come under the finger meanwhile.
        await traveller.pressAnyway(label);
      };
      await take(traveller, steps);
      assert.equal(await traveller.route(), steps === ALL ? "done" : "outcome");
      traveller.press = press;
      await traveller.reopen();
      if (steps === ALL) await traveller.see("1 条");
    });
  }
});

const RUBBISH = {
  nothing: "",
  spaces: "   ",
  markup: '<img src=x onerror="alert(1)">',
  pattern: "$& $1 \\ {gap} {name}",
  "a lone surrogate": "\ud83d",
  "right-to-left": "\u202e12345",
  "control characters": "a\u0000b\nc",
  "an object's own member": "__proto__",
  "very much": "长".repeat(20_000),
  "another day's format": "26.11.2026",
  "a number": "-1e999",
};

describe("rubbish", () => {
  for (const [what, text] of Object.entries(RUBBISH)) {
    test(`in every field of a person, ${what}, is told at a field and stays what it is`, async () => {
      const traveller = await after([...QUESTIONS, ...CONTACT.slice(0, 2)]);
      for (const label of Object.keys(PERSON)) {
        await traveller.fill(label, text);
        const field = blocksOf(traveller.view()).find((block) => block.label === label);
        assert.equal(field.value, text);
      }
      await traveller.press("下一步：看告知书");
      assert.equal(await traveller.route(), "contact");
      assert.ok(blocksOf(traveller.view()).some((block) => block.error));
    });

    test(`as a day, ${what}, is told at the question`, async () => {
      const traveller = await after(
        QUESTIONS.slice(
          0,
          QUESTIONS.findIndex(([name]) => name === "fill"),
        ),
      );
      await traveller.fill("从哪天开始？", text);
      await traveller.press("下一步");
      const [field] = blocksOf(traveller.view()).filter(({ kind }) => kind === "field");
      assert.deepEqual([traveller.view().step, field.value], ["startDate", text]);
      assert.match(field.error, /请填|日历上没有/);
    });

    test(`as a city, ${what}, finds what it finds`, async () => {
      const traveller = await after([["press", "去备案"]]);
      await traveller.touch({ type: "insuredRegion.query", text });
      await traveller.touch({ type: "insuredRegion", text });
      await traveller.press("下一步");
      assert.equal(traveller.view().step, "insuredRegion");
      await traveller.see("请选一个城市。");
    });
  }

  test("in a name that the engine takes is printed as it is", async () => {
    const name = '<b onclick="x">{gap} $& 甲</b>';
    const traveller = await after([
      ...QUESTIONS,
      ...CONTACT.map((step) => (step[1] === "姓名" ? ["fill", "姓名", name] : step)),
      ...NOTICE,
    ]);
    const form = blocksOf(traveller.view()).find(({ id }) => id === "form");
    assert.equal(form.sections[0].fields.find(({ label }) => label === "姓名").value, name);
  });
});

describe("the notice", () => {
  const toNotice = [...QUESTIONS, ...CONTACT];
  const primary = (traveller) => traveller.view().primary;

  test("counts down, and neither tick nor agreement is possible before", async () => {
    const traveller = await after(toNotice);
    for (let left = 5; left > 0; left -= 1) {
      assert.deepEqual(primary(traveller), { id: "agree", label: `还需阅读 ${left} 秒`, disabled: true });
      traveller.app().act("notice", "read");
      traveller.app().act("notice", "agree");
      await traveller.seconds(1);
    }
    assert.equal(await traveller.route(), "notice");
    assert.deepEqual(primary(traveller), { id: "agree", label: "请先勾选“我已看过”", disabled: true });
    traveller.app().act("notice", "agree");
    assert.equal(await traveller.route(), "notice");
    await traveller.tick("我已看过，愿意照办");
    await traveller.tick("我已看过，愿意照办");
    assert.ok(primary(traveller).disabled, "the tick can be taken back");
  });

  test("pauses while it is left, and says so", async () => {
    const traveller = await after(toNotice);
    await traveller.seconds(2);
    await traveller.hide();
    await traveller.seconds(3600);
    await traveller.show();
    await traveller.see("刚才离开了，离开的时间没有算");
    assert.equal(primary(traveller).label, "还需阅读 3 秒");
    await traveller.seconds(3);
    await traveller.seeNot("刚才离开了");
    assert.equal(primary(traveller).label, "请先勾选“我已看过”");
  });

  test("is read out where the host can", async () => {
    const traveller = await after(toNotice);
    await traveller.press("读给我听");
    assert.match(traveller.host.asked.speak[0], /^备案材料。要有备案表和一样身份凭证/);
    const mute = await after(toNotice, { speak: undefined });
    await mute.seeNot("读给我听");
  });

  test("of another kind is read anew", async () => {
    const traveller = await after([...toNotice, ["seconds", 6], ["tick", "我已看过，愿意照办"]]);
    await take(traveller, [
      ["back"],
      ["back"],
      ["press", "居住时间"],
      ["choose", "不到半年"],
      ["press", "下一步"],
    ]);
    await traveller.see("其他临时外出");
    await take(traveller, [
      ["press", "下一步：核对回答"],
      ["press", "下一步：填姓名和电话"],
      ["press", "下一步：看告知书"],
    ]);
    assert.equal(primary(traveller).label, "还需阅读 5 秒");
  });
});

/** A receiver that answers what it is told to. */
function receiver(...outcomes) {
  const heard = [];
  return {
    heard,
    async send(filing) {
      heard.push(filing);
      return outcomes.shift() ?? { outcome: "unknown" };
    },
    async withdraw(key) {
      heard.push({ withdraw: key });
      return { outcome: "withdrawn" };
    },
  };
}

describe("with a receiver", () => {
  // The outbox waits by the host's timers, and time is what a journey says it is.
  const { timers } = mock;
  beforeEach(() => timers.enable({ apis: ["setTimeout"] }));
  afterEach(() => timers.reset());

  test("a filing is sent once it is agreed to, and what came of it is told", async () => {
    const transport = receiver({ outcome: "acknowledged" });
    const traveller = await after(ALL, { timers, transport });
    assert.equal(transport.heard.length, 1);
    assert.match(transport.heard[0].application, /样例甲/);
    await traveller.see("对方收到了，等审核。");
    await traveller.see("已经交了，等结果");
    assert.ok(
      !keptTexts(traveller).join().includes(PERSON.身份证号),
      "its content is erased once it is there",
    );
    await traveller.back();
    await traveller.reopen();
    await traveller.see("已经交了，等结果");
  });

  test("a filing that is returned says why", async () => {
    const traveller = await after(ALL, {
      transport: receiver({ outcome: "returned", reason: "材料不清楚" }),
    });
    await traveller.see("被退回：材料不清楚");
    await traveller.see("按退回的原因补好");
  });

  test("one that has not been answered can be taken back", async () => {
    const transport = receiver({ outcome: "failed" }, { outcome: "failed" });
    const traveller = await after(ALL, { timers, transport });
    await traveller.see("等着发送");
    // It is tried again: after five seconds, ten, twenty …
    await traveller.seconds(6);
    assert.equal(transport.heard.length, 2);
    assert.equal(transport.heard[0].key, transport.heard[1].key);
    await traveller.see("等着发送");
    await traveller.press("撤回");
    await traveller.see("已撤回。");
    await traveller.see("已取消");
    assert.ok(!keptTexts(traveller).join().includes(PERSON.身份证号));
  });

  test("a full device is told", async () => {
    const outboxStorage = {
      read: async () => null,
      write: async () => {
        throw Object.assign(new Error("quota exceeded"), { name: "QuotaExceededError" });
      },
      setAside: async () => {},
    };
    const traveller = await after(ALL, {
      transport: receiver(),
      outboxStorage,
      outbox: { kept: { text: null } },
    });
    await traveller.see("设备存满了");
  });
});

describe("a finished filing", () => {
  test("exports its days as a calendar file", async () => {
    const steps = QUESTIONS.map((step) => {
      if (step[1] === "凭材料") return ["choose", "先签个人承诺书"];
      if (step[1] === "居住证") return ["fill", "打算哪天以前补材料？", "2027-01-31"];
      return step;
    });
    const traveller = await after([...steps, ...CONTACT, ...NOTICE]);
    // From 26 November to 31 January: 4 + 31 + 31 days.
    await traveller.see("2027年1月31日，还有 66 天");
    await traveller.press("加入日历");
    const [{ name, type, text }] = traveller.host.asked.save;
    assert.deepEqual([name, type], ["备案日期.ics", "text/calendar"]);
    assert.match(text, /DTSTART;VALUE=DATE:20270131/);
    await traveller.press("打印备案表和承诺书");
    assert.deepEqual(traveller.host.asked.print, [["form", "commitment"]]);
  });

  test("is copied without the name", async () => {
    const traveller = await after(ALL);
    await traveller.press("复制备案内容（没有姓名）");
    const [text] = traveller.host.asked.copy;
    assert.match(text, /备案类型：异地长期居住人员\n备案到：深圳市\n/);
    for (const secret of Object.values(PERSON)) assert.ok(!text.includes(secret));
  });

  test("is deleted only when that is confirmed", async () => {
    const traveller = await after(ALL);
    await traveller.press("从“我的备案”里删掉");
    await traveller.see("删掉后找不回来。");
    await traveller.press("先不");
    await traveller.seeNot("删掉后找不回来。");
    await traveller.press("从“我的备案”里删掉");
    await traveller.press("确定删掉");
    assert.equal(await traveller.route(), "filings");
    await traveller.see("这台设备上还没有备案。");
  });

  test("of the past is said to have ended", async () => {
    const traveller = await after(ALL);
    await traveller.press("我已经交了");
    await traveller.press("通过了");
    const saved = JSON.parse(traveller.storage.kept["yidi.filings"]);
    saved.value[0].plan.to = "2026-12-01";
    traveller.storage.kept["yidi.filings"] = JSON.stringify(saved);
    await traveller.reopen();
    await traveller.see("备案到深圳市，有效到 2026年12月1日");
    await traveller.seconds(10 * 24 * 60 * 60);
    await traveller.reopen();
    await traveller.see("2026年12月1日 已到期");
  });
});

describe("a device that does not keep anything", () => {
  const refuse = () => {
    throw new Error("no");
  };
  for (const [what, storage] of Object.entries({
    "refuses everything": { read: refuse, write: refuse, remove: refuse },
    "is full": { ...memoryStorage(), write: refuse },
  })) {
    test(`and ${what} still files, and says that nothing is kept`, async () => {
      const traveller = await after(ALL, { storage });
      await traveller.see("表填好了，还没有交");
      await traveller.see("这台设备存不下了");
      await traveller.back();
      await traveller.see("这次能用，关掉以后可能就没有了");
    });
  }
});

const NOT_OURS = {
  "no JSON": "?",
  "a later version": '{"version":2,"value":{"session":{}}}',
  "a number": '{"version":1,"value":7}',
  "an empty list": '{"version":1,"value":[]}',
  "a list of nothing": '{"version":1,"value":[null]}',
  "an empty object": '{"version":1,"value":{}}',
  "a forged session": '{"version":1,"value":{"session":{"version":1,"today":"x","packs":[],"answers":{}}}}',
  "a later session":
    '{"version":1,"value":{"session":{"version":9,"today":"2026-11-26","packs":[],"answers":{}}}}',
  "a forged filing":
    '{"version":1,"value":[{"id":"f1","insuredRegion":"411100","filedOn":"2026-11-26","state":"approved","ticked":[],"plan":{"category":"x"}}]}',
};

describe("what is on the device and makes no sense", () => {
  for (const slot of ["settings", "recent", "filing", "filings"]) {
    for (const [what, text] of Object.entries(NOT_OURS)) {
      test(`${what} in “${slot}” breaks no screen and is not lost`, async () => {
        const traveller = travellerOn();
        traveller.storage.kept[`yidi.${slot}`] = text;
        await traveller.reopen();
        for (const route of traveller.app().routes()) {
          traveller.app().enter(route);
          traveller.app().view(route);
        }
        await take(traveller, ALL);
        await traveller.see("表填好了，还没有交");
        const kept = Object.entries(traveller.storage.kept);
        const isAside = kept.some(
          ([key, value]) => key.endsWith(".aside") && JSON.parse(value).value.includes(text),
        );
        const mustBeAside =
          text === "?" || text.includes('"version":2') || (/^fil/.test(slot) && text.includes("forged"));
        if (mustBeAside) assert.ok(isAside, "it lies beside");
      });
    }
  }

  test("is told in plain words, and can be taken along and deleted", async () => {
    const traveller = travellerOn();
    traveller.storage.kept["yidi.filings"] = "damaged";
    await traveller.reopen();
    await traveller.see("有些存过的内容读不出来");
    await traveller.see("我的备案：可能损坏了");
    await traveller.press("去设置");
    await traveller.see("读不出来、放在一边的");
    await traveller.press("全部带走（存成文件）");
    const [{ text }] = traveller.host.asked.save;
    assert.deepEqual(JSON.parse(text).aside, { filings: ["damaged"] });
    await traveller.press("全部删除");
    await traveller.press("确定全部删除");
    await traveller.see("已经全部删除。");
    assert.deepEqual(traveller.storage.kept, {});
  });

  test("one damaged filing leaves the others", async () => {
    const traveller = await after(ALL);
    const saved = JSON.parse(traveller.storage.kept["yidi.filings"]);
    saved.value.push({ id: "f2" });
    traveller.storage.kept["yidi.filings"] = JSON.stringify(saved);
    await traveller.reopen();
    await traveller.see("1 条");
    await traveller.see("有些存过的内容读不出来");
    assert.ok(traveller.storage.kept["yidi.filings.aside"].includes("f2"));
  });
});

describe("settings", () => {
  test("are chosen, kept, and followed", async () => {
    const traveller = await after([
      ["press", "设置"],
      ["choose", "关怀版"],
      ["choose", "最大"],
      ["choose", "英文 English"],
    ]);
    assert.deepEqual(traveller.app().settings(), { care: true, textSize: "largest", language: "en" });
    await traveller.see("Size of the text");
    await traveller.reopen();
    await traveller.see("Care away from home in three steps");
    assert.equal(traveller.app().settings().care, true);
  });

  test("delete everything: answers, filings, kept forms, and what was typed", async () => {
    const traveller = await after([...ALL, ["tick", "把填好的表存在这台设备上"], ["back"]]);
    await take(traveller, [["reopen"], ["press", "设置"]]);
    await traveller.see("备案表（有姓名）");
    await traveller.press("全部删除");
    await traveller.press("不删");
    assert.ok(traveller.storage.kept["yidi.filings"]);
    await traveller.press("全部删除");
    await traveller.press("确定全部删除");
    assert.deepEqual(traveller.storage.kept, {});
    assert.ok(!traveller.outboxStorage.kept.text.includes(PERSON.身份证号));
    await traveller.see("什么也没有存。");
    await traveller.back();
    await traveller.see("还没备案");
  });
});

test("every screen that is reached without what it needs leads to it", () => {
  const traveller = travellerOn();
  for (const route of ["outcome", "check", "contact", "notice", "done"]) {
    traveller.app().enter(route);
    const view = traveller.app().view(route);
    assert.equal(view.primary.id, "wizard", route);
  }
});

test("the same question asked twice gives the same view", async () => {
  const traveller = await after(QUESTIONS);
  assert.ok(isSameView(traveller.view(), traveller.view()));
});

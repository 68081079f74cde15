/*
 * One table of cases for all hosts. A case gets a fresh session: the package as this host loads it, a harness to break the host
 * with, and `evaluate` to make a value inside the host's own realm, as an app would.
 */
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { filing, filingContact, golden, newPack, questions, stay } from "./inputs.mjs";
import { reference } from "./reference.mjs";

const require = createRequire(import.meta.url);

/**
 * What a call throws; a call that does not throw fails the case.
 *
 * @returns {any}
 */
function thrownBy(call) {
  try {
    call();
  } catch (error) {
    return error;
  }
  assert.fail("the call was expected to throw");
}

async function rejectionOf(promise) {
  const outcome = await promise.then(
    () => "resolved",
    (error) => ({ error }),
  );
  assert.notEqual(outcome, "resolved", "the promise was expected to reject");
  return outcome.error;
}

function assertTyped(session, error, expected) {
  assert.ok(error instanceof session.yidi.YidiError, `not a YidiError: ${error}`);
  assert.equal(error.name, "YidiError");
  assert.deepEqual({ code: error.code, path: error.path }, expected, error.message);
  for (const language of ["zh-CN", "en"]) {
    assert.match(error.reason[language], language === "en" ? /[a-z]/ : /\p{Script=Han}/u);
    assert.ok(error.text[language].includes(error.reason[language]), error.text[language]);
  }
  assert.notEqual(error.message, "");
}

/** @returns {any} the error, for what else a case wants to know of it */
function assertThrows(session, call, code, path = "") {
  const error = thrownBy(call);
  assertTyped(session, error, { code, path });
  return error;
}

/** Plain JSON, so that values of another realm compare by what they hold. */
const plain = (value) => JSON.parse(JSON.stringify(value));
const inRealm = (session, value) => session.evaluate(JSON.stringify(value));
const estimateOf = (session, input) => plain(session.yidi.estimate(inRealm(session, input)));
const start = (session) => session.yidi.init(session.source);

function refuses(name, input, code, path) {
  return {
    name,
    async run(session) {
      await start(session);
      const given = inRealm(session, input);
      assertThrows(session, () => session.yidi.estimate(given), code, path);
      assert.deepEqual(estimateOf(session, stay.xian), reference().estimate(stay.xian));
      assert.equal(session.harness.instantiations, 1, "a refusal must not cost the instance");
    },
  };
}

function estimates(name, input) {
  return {
    name,
    async run(session) {
      await start(session);
      const estimate = estimateOf(session, input);
      assert.deepEqual(estimate, reference().estimate(input));
      assert.equal(fen(estimate.patientPays) + fen(estimate.fundsPay), fen(input.bill.total));
      assert.equal(estimate.ledger.amount, estimate.figures.total);
      assert.equal(estimate.basis.insuredRegion.admdvs, input.person.insuredRegion);
    },
  };
}

const fen = (money) => Math.round(Number(money) * 100);

/** A getter, a cycle: what JSON cannot say is written as an expression for the host's realm. */
const throwingGetter = `Object.defineProperty(${JSON.stringify(stay.xian)}, "bill", {
  enumerable: true,
  get() { throw new Error("no bill today"); },
})`;
const revokedProxy = `(() => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
})()`;
/** What reads it can say nothing of why it cannot be read. */
const silentGetter = `(() => {
  const silent = Object.defineProperty(new Error(), "message", { get() { throw new TypeError("no message either"); } });
  return { get bill() { throw silent; } };
})()`;
const cyclic = `(() => { const input = ${JSON.stringify(stay.xian)}; input.bill.total = input; return input; })()`;

async function revived(session, host) {
  if (host.revivesAtOnce) return;
  assertThrows(session, () => session.yidi.regions(), "notReady");
  await session.yidi.init();
}

/** The call's answer, as soon as it is no longer refused as `notReady`. */
async function onceReady(call) {
  const deadline = performance.now() + 5000;
  while (performance.now() < deadline) {
    try {
      return call();
    } catch (error) {
      if (error.code !== "notReady") throw error;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
  assert.fail("the package did not come back");
}

/** The wizard with these answers, as far as they go. */
function wizardAt(session, answers, today = "2026-11-22") {
  let view = plain(session.yidi.startFiling(inRealm(session, { today })));
  while (view.question && view.question.id in answers) {
    const { id } = view.question;
    view = plain(
      session.yidi.answerFiling(inRealm(session, view.session), id, inRealm(session, answers[id])),
    );
  }
  return view;
}

const MORNING = Date.UTC(2026, 10, 22, 2);

/** A notice that was read for its time, ticked and agreed to. */
function receiptFor(session, insuredRegion, category) {
  let { gate } = plain(session.yidi.openNotice(insuredRegion, category, MORNING));
  const at = (event, seconds) => {
    gate = plain(session.yidi.noticeEvent(inRealm(session, gate), event, MORNING + seconds * 1000));
  };
  for (let second = 0; second < 10; second += 1) at("shown", second);
  at("ticked", 10);
  at("agreed", 11);
  return gate.receipt;
}

const completedOn = (session, view) => {
  const receipt = receiptFor(session, view.session.answers.insuredRegion, view.outcome.plan.category);
  const given = [view.session, receipt, filingContact].map((value) => inRealm(session, value));
  const [filed, , contact] = given;
  assert.equal(session.yidi.checkContact(filed, contact, MORNING + 60_000), undefined);
  return plain(session.yidi.completeFiling(...given, MORNING + 60_000));
};

export const cases = [
  estimates("estimates a stay for Xi'an", stay.xian),
  estimates("estimates a stay at home", stay.xianAtHome),
  {
    name: "answers with a range where the rules leave something open",
    async run(session) {
      await start(session);
      const range = plain(session.yidi.estimateRange(inRealm(session, stay.luohe)));
      assert.deepEqual(range, reference().estimateRange(stay.luohe));
      assert.deepEqual(
        [range.exact, range.least.estimate.patientPays, range.most.estimate.patientPays],
        [false, "7650.00", "11650.00"],
      );
      const [{ law, says }] = range.most.assumes;
      assert.equal(law.citation.number, "医保发〔2024〕21号");
      assert.deepEqual(says, { "zh-CN": "支付比例降低 20 个百分点", en: says.en });
    },
  },
  {
    name: "answers with a range of one where nothing is open",
    async run(session) {
      await start(session);
      const { exact, least, most } = plain(session.yidi.estimateRange(inRealm(session, stay.xian)));
      assert.equal(exact, true);
      assert.deepEqual(
        [least, most],
        Array(2).fill({ estimate: estimateOf(session, stay.xian), assumes: [] }),
      );
    },
  },
  {
    name: "the golden cases come out as published",
    async run(session) {
      await start(session);
      for (const pack of [...golden.history, ...golden.packs]) session.yidi.addPack(inRealm(session, pack));
      for (const { id, input, expect, refuse } of golden.cases) {
        if (refuse) {
          const given = inRealm(session, input);
          assertThrows(session, () => session.yidi.estimate(given), refuse.code, refuse.path);
          continue;
        }
        const { figures, ...estimate } = estimateOf(session, input);
        for (const [name, amount] of Object.entries(expect)) {
          assert.equal({ ...figures, ...estimate }[name], amount, `${id}: ${name}`);
        }
      }
    },
  },
  {
    name: "the golden ranges come out as worked by hand",
    async run(session) {
      await start(session);
      for (const pack of golden.history) session.yidi.addPack(inRealm(session, pack));
      for (const { id, input, least, most } of golden.ranges) {
        const range = plain(session.yidi.estimateRange(inRealm(session, input)));
        for (const [end, expected] of Object.entries({ least, most })) {
          const { figures, ...estimate } = range[end].estimate;
          for (const [name, amount] of Object.entries(expected))
            assert.equal({ ...figures, ...estimate }[name], amount, `${id}: ${end} ${name}`);
        }
      }
    },
  },
  ...questions.map(({ call, args, picks, answers }) => ({
    name: `${call} answers as in the reference`,
    async run(session) {
      await start(session);
      const given = args.map((argument) => inRealm(session, argument));
      const answer = plain(session.yidi[call](...given));
      assert.deepEqual(answer, plain(reference()[call](...args)));
      assert.deepEqual(picks(answer), answers);
    },
  })),
  {
    name: "one faulty input among many leaves the others as they are",
    async run(session) {
      await start(session);
      const inputs = inRealm(session, [stay.negativeAmount, stay.xian]);
      const [refused, { estimate }] = plain(session.yidi.estimateMany(inputs));
      assert.deepEqual([refused.refusal.code, refused.refusal.path], ["negativeAmount", "bill.total"]);
      assert.deepEqual(estimate, estimateOf(session, stay.xian));
    },
  },
  {
    name: "a faulty argument is named",
    async run(session) {
      await start(session);
      const given = inRealm(session, stay.xian);
      const { yidi } = session;
      assertThrows(session, () => yidi.estimateMany("all"), "wrongType", "inputs");
      assertThrows(
        session,
        () => yidi.compareFilings(given, inRealm(session, { tier: true })),
        "unknownField",
        "options.tier",
      );
      assertThrows(
        session,
        () => yidi.compareDates(given, "2026-11-12", "12.11.2026"),
        "invalidDate",
        "after",
      );
      assertThrows(session, () => yidi.costCurve(given, "1.234"), "tooManyDecimals", "upTo");
      assertThrows(
        session,
        () => yidi.reconcile(given, inRealm(session, { pool: "1" })),
        "missingField",
        "slip.total",
      );
      assertThrows(session, () => yidi.splitBill(inRealm(session, {})), "missingField", "items");
    },
  },
  {
    name: "the filing scenarios come out as the policy says",
    async run(session) {
      await start(session);
      for (const { id, today, answers, expect, refuse } of filing.wizard) {
        if (refuse) {
          assertThrows(session, () => wizardAt(session, answers, today), refuse.code, refuse.path);
          continue;
        }
        const { question, outcome } = wizardAt(session, answers, today);
        assert.deepEqual([question?.id, outcome?.kind], [expect.asks, expect.outcome], id);
        for (const [name, value] of Object.entries(expect.plan ?? {}))
          assert.equal(outcome.plan[name] ?? null, value, `${id}: ${name}`);
        for (const [name, day] of Object.entries(expect.dates ?? {}))
          assert.equal(outcome.plan[name].date ?? null, day, `${id}: ${name}`);
      }
    },
  },
  {
    name: "every visit is told whether a filing covers it",
    async run(session) {
      await start(session);
      for (const { id, question, expect, refuse } of filing.statuses) {
        const given = inRealm(session, question);
        if (refuse) {
          assertThrows(session, () => session.yidi.filingStatus(given), refuse.code, refuse.path);
          continue;
        }
        const status = plain(session.yidi.filingStatus(given));
        for (const [name, value] of Object.entries(expect))
          assert.equal(status[name], value, `${id}: ${name}`);
      }
    },
  },
  {
    name: "a filing is made, saved, taken up again and completed, alike on every host",
    async run(session) {
      await start(session);
      const { answers } = filing.wizard.find(({ id }) => id.startsWith("Luohe by commitment"));
      const half = wizardAt(session, { insuredRegion: answers.insuredRegion });
      const resumed = plain(session.yidi.resumeFiling(inRealm(session, half.session), "2026-11-22"));
      assert.deepEqual(resumed.view, half);
      assert.deepEqual(plain(session.yidi.reviewFiling(inRealm(session, half.session))), half);
      const application = completedOn(session, wizardAt(session, { ...answers, filer: "self" }));
      assert.equal(application.document.outAppyD.rloc_admdvs, "440300");
      assert.match(application.digest, /^[0-9a-f]{64}$/);
      const here = { yidi: reference(), evaluate: JSON.parse };
      assert.deepEqual(application, completedOn(here, wizardAt(here, { ...answers, filer: "self" })));
      const damaged = inRealm(session, { version: 1, today: "2026-11-22", packs: [], answers: 7 });
      assertThrows(session, () => session.yidi.resumeFiling(damaged, "2026-11-22"), "wrongType", "answers");
      const later = inRealm(session, { ...half.session, version: 2 });
      assertThrows(session, () => session.yidi.resumeFiling(later, "2026-11-22"), "outOfRange", "version");
    },
  },
  refuses("refuses a negative amount", stay.negativeAmount, "negativeAmount", "bill.total"),
  refuses("refuses parts above their total", stay.partsAboveTotal, "sumExceedsTotal", "bill.inScope"),
  refuses("refuses an unknown region", stay.unknownRegion, "unknownRegion", "person.insuredRegion"),
  refuses("refuses a date before the first rule", stay.beforeFirstRule, "dateNotCovered", "visit.admitted"),
  refuses("refuses one figure where the law only sets bounds", stay.luohe, "ruleBounded", ""),
  refuses(
    "asks for a fact that the rules turn on",
    stay.xianWithoutYear,
    "inputNeeded",
    "yearSoFar.admissions",
  ),
  refuses(
    "asks for the person's own figure where the local rule is not known",
    stay.luoheWithoutFigures,
    "ruleNotFound",
    "ownFigures.deductible",
  ),
  refuses("refuses a misspelt field", stay.misspelt, "unknownField", "bill.totall"),
  {
    name: "a call before init",
    async run(session, host) {
      if (host.needsInit) {
        assertThrows(session, () => session.yidi.regions(), "notReady");
        await start(session);
      }
      assert.deepEqual(plain(session.yidi.regions()), reference().regions());
      assert.deepEqual(plain(session.yidi.provinces()), reference().provinces());
      assert.equal(session.yidi.version(), reference().version());
    },
  },
  {
    name: "a region is described rule by rule",
    async run(session) {
      await start(session);
      const { region, packs, date, rules } = plain(session.yidi.describeRegion("610100", "2026-11-22"));
      assert.deepEqual([region.admdvs, date], ["610100", "2026-11-22"]);
      assert.deepEqual(
        packs.map(({ admdvs }) => admdvs),
        ["610100", "000000"],
      );
      for (const { digest } of packs) assert.match(digest, /^[0-9a-f]{64}$/);
      assert.ok(rules.some(({ says, inForce }) => inForce && says["zh-CN"] === "支付比例降低 10 个百分点"));
      const refused = { 659099: "unknownRegion", 430000: "regionTooCoarse" };
      for (const [admdvs, code] of Object.entries(refused))
        assertThrows(session, () => session.yidi.describeRegion(admdvs, "2026-11-22"), code);
    },
  },
  {
    name: "a city without a pack of its own is described by its province's and the country's",
    async run(session) {
      await start(session);
      const { region, packs, rules } = plain(session.yidi.describeRegion("430100", "2026-11-22"));
      assert.deepEqual([region.name["zh-CN"], region.insurances], ["长沙市", []]);
      assert.equal(packs.at(-1).admdvs, "000000");
      assert.ok(rules.some(({ law }) => law.pack === "000000"));
    },
  },
  {
    name: "init twice, and twice at once, instantiates once",
    async run(session) {
      await Promise.all([start(session), start(session)]);
      await start(session);
      session.yidi.regions();
      assert.equal(session.harness.instantiations, 1);
    },
  },
  {
    name: "a first failed instantiate is tried again",
    async run(session) {
      session.harness.failNextInstantiations(1);
      await start(session);
      assert.deepEqual(estimateOf(session, stay.xian), reference().estimate(stay.xian));
      assert.equal(session.harness.instantiations, 2);
    },
  },
  {
    name: "a failed init is not remembered",
    async run(session) {
      session.harness.failNextInstantiations(2);
      const error = await rejectionOf(start(session));
      assertTyped(session, error, { code: "notReady", path: "" });
      assert.equal(error.cause.message, "the host could not instantiate");
      await start(session);
      assert.equal(session.harness.instantiations, 3);
      assert.deepEqual(plain(session.yidi.regions()), reference().regions());
    },
  },
  {
    name: "after a trap the package works again, with the packs that were added",
    async run(session, host) {
      await start(session);
      const summary = plain(session.yidi.addPack(inRealm(session, newPack)));
      const before = plain(session.yidi.regions());
      assert.deepEqual(
        before.find(({ admdvs }) => admdvs === newPack.admdvs),
        summary,
      );
      session.harness.trapNextCall();
      const error = assertThrows(
        session,
        () => session.yidi.estimate(inRealm(session, stay.xian)),
        "internal",
      );
      assert.equal(error.cause.name, "RuntimeError");
      await revived(session, host);
      assert.deepEqual(plain(session.yidi.regions()), before);
      assert.deepEqual(estimateOf(session, stay.xian), reference().estimate(stay.xian));
      assert.equal(session.harness.instantiations, 2);
    },
  },
  {
    name: "facilities lost by a trap are not silently searched for",
    async run(session, host) {
      await start(session);
      const records = [{ code: "H99990000001", name: "示例医院", region: "411100", opened: [] }];
      const added = plain(session.yidi.addFacilities(inRealm(session, records)));
      assert.deepEqual([added.added, added.directory.records], [1, 1]);
      const search = () => session.yidi.searchFacilities(inRealm(session, { text: "示例" }));
      assert.equal(search().total, 1);
      session.harness.trapNextCall();
      assertThrows(session, search, "internal");
      await revived(session, host);
      assertThrows(session, search, "facilitiesLost");
      assertThrows(session, () => session.yidi.addFacilities(inRealm(session, records)), "facilitiesLost");
      session.yidi.clearFacilities();
      assert.equal(search().total, 0);
      session.yidi.addFacilities("code,name,region,opened\nH99990000002,示例二院,411100,inpatient");
      assert.equal(plain(search()).facilities[0].name, "示例二院");
    },
  },
  {
    name: "facilities that JSON does not have are refused",
    async run(session) {
      await start(session);
      const error = assertThrows(
        session,
        () => session.yidi.addFacilities(session.evaluate(cyclic)),
        "unreadableInput",
      );
      assert.ok(error.cause);
      assertThrows(session, () => session.yidi.addFacilities(undefined), "missingField");
      assertThrows(session, () => session.yidi.addFacilities(7), "unknownField");
      assertThrows(session, () => session.yidi.addFacilities("x".repeat(16_000_001)), "outOfRange");
      assert.equal(session.yidi.searchFacilities(inRealm(session, {})).directory.records, 0);
    },
  },
  {
    name: "after a trap the package comes back by itself",
    async run(session) {
      await start(session);
      session.harness.trapNextCall();
      assertThrows(session, () => session.yidi.regions(), "internal");
      assert.deepEqual(plain(await onceReady(() => session.yidi.regions())), reference().regions());
      assert.equal(session.harness.instantiations, 2);
    },
  },
  {
    name: "a pack is kept as it was when it was added",
    async run(session, host) {
      await start(session);
      const pack = inRealm(session, newPack);
      session.yidi.addPack(pack);
      const before = plain(session.yidi.regions());
      pack.admdvs = "000000";
      session.harness.trapNextCall();
      thrownBy(() => session.yidi.version());
      await revived(session, host);
      assert.deepEqual(plain(session.yidi.regions()), before);
    },
  },
  {
    name: "a pack is linted as it would be added",
    async run(session) {
      await start(session);
      const lint = (pack, today) => plain(session.yidi.lintPack(inRealm(session, pack), today));
      const codes = (faults) => faults.map(({ code, severity, path }) => ({ code, severity, path }));
      assert.deepEqual(lint(newPack), reference().lintPack(newPack));
      assert.ok(lint(newPack).every(({ severity }) => severity === "warning"));
      const overdue = { code: "reviewOverdue", severity: "warning", path: "reviewBy" };
      assert.deepEqual(codes(lint(newPack, "2099-01-01")).at(-1), overdue);
      const undeclared = { ...newPack, sources: {} };
      const [fault] = lint(undeclared);
      assert.deepEqual(codes([fault])[0], {
        code: "unknownSource",
        severity: "error",
        path: "rules.deductible.0.law.citation.source",
      });
      assert.match(fault.hint["zh-CN"], /\p{Script=Han}/u);
      const given = inRealm(session, undeclared);
      assertThrows(session, () => session.yidi.addPack(given), "invalidPack", fault.path);
      assert.deepEqual(codes(lint(null)), [{ code: "unreadable", severity: "error", path: "" }]);
      assertThrows(session, () => session.yidi.lintPack(given, "tomorrow"), "invalidDate", "today");
      assert.deepEqual(plain(session.yidi.regions()), reference().regions());
    },
  },
  {
    name: "a notice is read, ticked and agreed to",
    async run(session) {
      await start(session);
      const noon = 1795320000000;
      const opened = plain(session.yidi.openNotice("440100", "referral", noon));
      assert.deepEqual(opened, plain(reference().openNotice("440100", "referral", noon)));
      assert.match(opened.notice.label["zh-CN"], /不是官方原文/);
      const after = (gate, ...events) =>
        events.reduce(
          (held, [event, seconds]) =>
            plain(session.yidi.noticeEvent(inRealm(session, held), event, noon + seconds * 1000)),
          gate,
        );
      const shown = [0, 1, 2, 3, 4, 5].map((seconds) => ["shown", seconds]);
      const early = after(opened.gate, ...shown.slice(0, 5), ["ticked", 4.9]);
      assert.deepEqual([early.ticked, early.secondsLeft], [false, 1]);
      // A clock that gives nonsense adds nothing and breaks nothing.
      const nonsense = [NaN, Infinity, -1, 1e300].reduce(
        (held, now) => plain(session.yidi.noticeEvent(inRealm(session, held), "shown", now)),
        early,
      );
      assert.deepEqual(nonsense, early);
      const { receipt } = after(nonsense, ["shown", 5], ["ticked", 5.5], ["agreed", 6]);
      assert.deepEqual(
        [
          receipt.notice.insuredRegion,
          receipt.notice.category,
          receipt.openedAt,
          receipt.acceptedAt,
          receipt.secondsVisible,
        ],
        ["440100", "referral", noon, noon + 6000, 6],
      );
      assert.equal(receipt.notice.digest, opened.notice.digest);
    },
  },
  {
    name: "a notice that cannot be opened, and a gate that is none, are refused by their field",
    async run(session) {
      await start(session);
      const { yidi } = session;
      const { gate } = yidi.openNotice("440100", "referral", 0 + 1795320000000);
      const later = 1795320001000;
      for (const [call, code, path] of [
        [() => yidi.openNotice("430000", "referral", later), "regionTooCoarse", ""],
        [() => yidi.openNotice("440100", "notFiled", later), "unknownValue", "category"],
        [() => yidi.openNotice("440100", "tourist", later), "unknownValue", "category"],
        [() => yidi.openNotice("44010", "referral", later), "invalidRegion", "insuredRegion"],
        [() => yidi.openNotice("440100", "referral", NaN), "outOfRange", "now"],
        [() => yidi.openNotice("440100", "referral"), "missingField", "now"],
        [() => yidi.openNotice("440100", "referral", 0), "dateNotCovered", "visit.admitted"],
        [() => yidi.noticeEvent(gate, "read", later), "unknownValue", "event"],
        [() => yidi.noticeEvent(gate, "shown", "noon"), "wrongType", "now"],
        [() => yidi.noticeEvent(undefined, "shown", later), "missingField", "gate"],
        [
          () => yidi.noticeEvent({ ...gate, visibleMillis: -1 }, "shown", later),
          "outOfRange",
          "gate.visibleMillis",
        ],
        [() => yidi.noticeEvent({ ...gate, agreed: true }, "shown", later), "unknownField", "gate.agreed"],
      ]) {
        assertThrows(session, call, code, path);
      }
    },
  },
  {
    name: "the host's official text takes the place of ours",
    async run(session) {
      await start(session);
      const pack = plain(require("../../src/policy/packs/440100.json"));
      const text = pack.filing.notice[0].says.value;
      Object.assign(text, { version: "host-1", official: true, minimumSeconds: 8 });
      text.sections[0].clauses[0].text["zh-CN"] = "经办机构的原文";
      const before = plain(session.yidi.openNotice("440100", "referral", 1795320000000));
      session.yidi.addPack(inRealm(session, pack));
      const { notice, gate } = plain(session.yidi.openNotice("440100", "referral", 1795320000000));
      assert.deepEqual([notice.official, notice.version, gate.secondsLeft], [true, "host-1", 8]);
      assert.equal(notice.sections[0].clauses[0].text["zh-CN"], "经办机构的原文");
      assert.notEqual(notice.digest, before.notice.digest);
      assert.doesNotMatch(notice.label["zh-CN"], /不是官方原文/);
    },
  },
  {
    name: "a pack that traps is not added",
    async run(session, host) {
      await start(session);
      session.harness.trapNextCall();
      assertThrows(session, () => session.yidi.addPack(inRealm(session, newPack)), "internal");
      await revived(session, host);
      assert.deepEqual(plain(session.yidi.regions()), reference().regions());
    },
  },
  {
    name: "traps again and again",
    async run(session, host) {
      await start(session);
      for (let round = 1; round <= 5; round += 1) {
        session.harness.trapNextCall();
        assertThrows(session, () => session.yidi.regions(), "internal");
        await revived(session, host);
        assert.deepEqual(estimateOf(session, stay.xian), reference().estimate(stay.xian));
        assert.equal(session.harness.instantiations, 1 + round);
      }
    },
  },
  {
    name: "a failed restart is tried again by the next call or init",
    async run(session, host) {
      await start(session);
      session.harness.trapNextCall();
      session.harness.failNextInstantiations(1);
      thrownBy(() => session.yidi.regions());
      await revived(session, host);
      assert.deepEqual(plain(session.yidi.regions()), reference().regions());
      assert.equal(session.harness.instantiations, 3);
    },
  },
  {
    name: "a getter that throws is the input's fault",
    async run(session) {
      await start(session);
      const input = session.evaluate(throwingGetter);
      const error = assertThrows(session, () => session.yidi.estimate(input), "unreadableInput");
      assert.equal(error.given, "no bill today");
      assert.deepEqual(estimateOf(session, stay.xian), reference().estimate(stay.xian));
      assert.equal(session.harness.instantiations, 1);
    },
  },
  {
    name: "an input that lets nothing be known of it is refused, and the instance goes on",
    async run(session) {
      await start(session);
      const input = session.evaluate(revokedProxy);
      assertThrows(session, () => session.yidi.estimate(input), "unreadableInput");
      assert.deepEqual(estimateOf(session, stay.xian), reference().estimate(stay.xian));
      assert.equal(session.harness.instantiations, 1);
    },
  },
  {
    name: "an input that throws through the engine costs the instance, and is the input's fault",
    async run(session, host) {
      await start(session);
      session.yidi.addPack(inRealm(session, newPack));
      const before = plain(session.yidi.regions());
      const input = session.evaluate(silentGetter);
      const error = assertThrows(session, () => session.yidi.estimate(input), "unreadableInput");
      assert.equal(error.cause.name, "TypeError");
      await revived(session, host);
      assert.deepEqual(plain(session.yidi.regions()), before);
      assert.equal(session.harness.instantiations, 2);
    },
  },
  {
    name: "a trap inside a getter is not hidden by the getter",
    async run(session, host) {
      await start(session);
      const input = inRealm(session, stay.xian);
      const { bill } = input;
      Object.defineProperty(input, "bill", {
        enumerable: true,
        get() {
          session.harness.trapNextCall();
          thrownBy(() => session.yidi.regions());
          return bill;
        },
      });
      assertThrows(session, () => session.yidi.estimate(input), "internal");
      await revived(session, host);
      assert.deepEqual(estimateOf(session, stay.xian), reference().estimate(stay.xian));
    },
  },
  {
    name: "cyclic input is refused",
    async run(session) {
      await start(session);
      const input = session.evaluate(cyclic);
      const error = thrownBy(() => session.yidi.estimate(input));
      assertTyped(session, error, { code: "unreadableInput", path: error.path });
      assert.match(error.path, /^bill\.total/);
      const pack = session.evaluate("(() => { const pack = {}; pack.self = pack; return pack; })()");
      assertThrows(session, () => session.yidi.addPack(pack), "unreadableInput");
      assert.deepEqual(estimateOf(session, stay.xian), reference().estimate(stay.xian));
      assert.equal(session.harness.instantiations, 1);
    },
  },
  {
    name: "a lone surrogate is an ordinary wrong value",
    async run(session) {
      await start(session);
      const input = inRealm(session, stay.xian);
      input.person.insuredRegion = session.evaluate('"6101\\ud800"');
      const error = assertThrows(
        session,
        () => session.yidi.estimate(input),
        "invalidRegion",
        "person.insuredRegion",
      );
      assert.equal(error.given, "6101\ufffd");
      assert.equal(session.harness.instantiations, 1);
    },
  },
  {
    name: "a zero inside a text or a name, and an empty name, are ordinary wrong values",
    async run(session) {
      await start(session);
      for (const [field, value, code, path] of [
        ["insuredRegion", "6101\0", "invalidRegion", "person.insuredRegion"],
        ["insu\0rance", "employee", "unknownField", "person.insu\ufffdrance"],
        ["", "employee", "unknownField", "person.\ufffd"],
      ]) {
        const input = inRealm(session, stay.xian);
        input.person[field] = value;
        assertThrows(session, () => session.yidi.estimate(input), code, path);
      }
      assert.equal(session.harness.instantiations, 1);
    },
  },
  {
    name: "text outside the basic plane comes back whole",
    async run(session) {
      await start(session);
      const input = inRealm(session, stay.xian);
      input.visit.tier = session.evaluate('"𠮷野家😀 é"');
      const error = assertThrows(session, () => session.yidi.estimate(input), "unknownTier", "visit.tier");
      assert.equal(error.given, "𠮷野家😀 é");
    },
  },
];

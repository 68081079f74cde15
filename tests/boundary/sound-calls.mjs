import { filing, filingContact, newPack, questions, stay } from "../contract/inputs.mjs";

const NOON = 1_795_320_000_000;

const visit = filing.statuses[0].question;
const facilities = [
  { code: "H99990000001", name: "示例甲医院", region: "440300", opened: [{ kind: "inpatient" }] },
  { code: "P99990000002", name: "示例药房", region: "440305", opened: [{ kind: "pharmacy" }] },
];

/** The wizard as far as the answers lead. */
function walked(yidi, answers) {
  let view = yidi.startFiling({ today: "2026-11-22" });
  while (view.question && view.question.id in answers)
    view = yidi.answerFiling(view.session, view.question.id, answers[view.question.id]);
  return view;
}

/** A session on its way, and one that has come to its end with the receipt that completes it. */
function sessions(yidi) {
  const begun = yidi.startFiling({ today: "2026-11-22" }).session;
  const { answers } = filing.wizard.find(({ expect }) => expect?.outcome === "fileAs");
  const view = walked(yidi, answers);
  const { category } = view.outcome.plan;
  const opened = yidi.openNotice(answers.insuredRegion, category, NOON).gate;
  const events = [...Array(7).fill("shown"), "ticked", "agreed"];
  const gate = events.reduce(
    (held, event, second) => yidi.noticeEvent(held, event, NOON + second * 1000),
    opened,
  );
  return { begun, done: view.session, opened, receipt: gate.receipt };
}

/**
 * A sound call of every function of the package that takes something and answers at once.
 *
 * @param {any} yidi
 * @returns {any[][]} the name, then the arguments
 */
export function soundCalls(yidi) {
  const { begun, done, opened, receipt } = sessions(yidi);
  return [
    ["estimate", stay.xian],
    ["estimateRange", stay.luohe],
    ...questions.map(({ call, args }) => [call, ...args]),
    [
      "splitBill",
      { items: [{ amount: "1000.00", class: "B", firstSelfPay: "10", quantity: 2, priceCeiling: "400" }] },
    ],
    ["describeRegion", "610100", "2026-11-22"],
    ["addPack", newPack],
    ["lintPack", newPack, "2026-11-22"],
    ["addFacilities", facilities],
    [
      "addFacilities",
      "code,name,region,opened\nH99990000003,示例乙医院,411100,inpatient;M03900@2025-01-01\n",
    ],
    [
      "searchFacilities",
      { region: "440300", kind: "inpatient", text: "示例", on: "2026-11-22", from: 0, limit: 20 },
    ],
    ["checkDirectSettlement", { filing: visit, facility: "H99990000001", qualified: true }],
    [
      "settlementFallback",
      {
        insuredRegion: "610100",
        treatmentRegion: "310000",
        kind: "inpatient",
        on: "2026-11-20",
        paid: true,
        reason: "systemFailure",
      },
    ],
    [
      "reminders",
      { now: NOON, insuredRegion: "411100", filings: [{ id: "f1", filing: visit.filings[0] }], claims: [] },
    ],
    ["openNotice", "440100", "referral", NOON],
    ["noticeEvent", opened, "shown", NOON + 1000],
    ["startFiling", { today: "2026-11-22" }],
    ["answerFiling", begun, "insuredRegion", "411100"],
    ["reviewFiling", done],
    ["resumeFiling", done, "2026-11-23"],
    ["checkContact", done, filingContact, NOON + 60_000],
    ["completeFiling", done, receipt, filingContact, NOON + 60_000],
    ["filingStatus", visit],
    ["regions"],
    ["provinces"],
    ["clearFacilities"],
    ["version"],
  ];
}

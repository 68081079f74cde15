// A bill was not settled directly: what to do now, with which papers, by when, and what it may bring.

import { asking, askingScreen, isAnswer } from "../asking.js";
import { textBlock } from "../blocks.js";
import { formatDate } from "../calendar.js";
import { caseInHand } from "../case-in-hand.js";
import { KINDS_OF_VISIT, wordedOptions } from "../facts.js";
import { dateRows } from "../filing-dates.js";
import { shownLaw } from "../laws.js";
import { formatMoney, typedMoney } from "../money.js";
import { linesOf, problemOf, sentenceOf } from "../refusals.js";
import { facts } from "../words/facts.js";
import { failed as words } from "../words/failed.js";
import { shell } from "../words/shell.js";

/** @typedef {import("../view.js").Block} Block */

const SLOT = "failed";

/** @type {Object<string, "region" | "choice" | "date" | "money">} */
const KINDS_OF_ANSWER = {
  reason: "choice",
  paid: "choice",
  insuredRegion: "region",
  treatmentRegion: "region",
  kind: "choice",
  insurance: "choice",
  on: "date",
  total: "money",
  tried: "choice",
};

/** Asked only where a rule turns on it, or the reader says it without being asked. */
const NEVER_AWAITED = ["insurance", "total", "tried"];

/** What the estimate was told, and what that is called here. */
const FROM_CASE = {
  insuredRegion: "person.insuredRegion",
  treatmentRegion: "visit.treatmentRegion",
  kind: "visit.kind",
  insurance: "person.insurance",
};

/** What the device had kept, as far as it can be used. */
function toldIn(saved) {
  const given = Object(saved);
  /** @type {{ answers: Object<string, string>, ticked: string[] }} */
  const told = { answers: {}, ticked: [] };
  Object.keys(KINDS_OF_ANSWER).forEach((id) => {
    if (isAnswer(Object(given.answers)[id])) told.answers[id] = given.answers[id];
  });
  if (Array.isArray(given.ticked)) told.ticked = given.ticked.filter(isAnswer);
  return told;
}

/** @param {import("../app.js").Context} context */
export function failed(context) {
  const { say, language, host, yidi, store } = context;
  const hand = context.share(caseInHand);
  let asked = { mark: "", plan: null, problem: null };

  const told = () => toldIn(store.get(SLOT));

  /** What was told here, filled up with what the estimate was told. @returns {Object<string, string>} */
  function answers() {
    const known = hand.current().answers;
    const filled = { on: host.today() };
    // An estimate begins as a stay, and says nothing of the visit before it has a place.
    const ids = Object.keys(FROM_CASE).filter((id) => known["visit.treatmentRegion"] || id !== "kind");
    ids.forEach((id) => {
      if (known[FROM_CASE[id]]) filled[id] = known[FROM_CASE[id]];
    });
    return Object.assign(filled, told().answers);
  }

  function situation() {
    const { reason, paid, insuredRegion, treatmentRegion, kind, insurance, on, total, tried } = answers();
    const failure = { insuredRegion, treatmentRegion, kind, reason, on, paid: paid === "yes" };
    if (insurance) Object.assign(failure, { insurance });
    if (total) Object.assign(failure, { total: typedMoney(total) });
    if (tried) Object.assign(failure, { postBillingFailed: tried === "yes" });
    return failure;
  }

  /** What to do, asked for once. */
  function outcome() {
    const failure = situation();
    const mark = JSON.stringify(failure);
    if (asked.mark === mark) return asked;
    asked = { mark, plan: null, problem: null };
    try {
      asked.plan = yidi.settlementFallback(failure);
    } catch (refusal) {
      asked.problem = problemOf(refusal);
    }
    return asked;
  }

  /** The question that the engine refuses the answer to, or asks for. */
  function refusedQuestion() {
    const { problem } = asked;
    return problem && KINDS_OF_ANSWER[problem.path] ? problem.path : null;
  }

  const worded = (texts, values) => wordedOptions(texts, values, say);

  const OPTIONS = {
    reason: () => worded(words.reasons, Object.keys(words.reasons)),
    paid: () => worded(words.paid, ["yes", "no"]),
    kind: () => worded(facts["visit.kind"].options, KINDS_OF_VISIT),
    insurance: () => worded(facts["person.insurance"].options, ["employee", "resident"]),
    tried: () => worded(words.tried, ["yes", "no"]),
  };

  const questions = asking(context, {
    kinds: KINDS_OF_ANSWER,
    texts: words.questions,
    answers,
    asks: () => true,
    mayStayOpen: (id) => NEVER_AWAITED.indexOf(id) >= 0,
    optionsOf: (id) => OPTIONS[id](),
    errorOf: (id) => (refusedQuestion() === id ? sentenceOf(asked.problem, context) : undefined),
    answer(id, value) {
      store.put(SLOT, { answers: Object.assign({}, answers(), { [id]: value }), ticked: told().ticked });
    },
    onAnswer: lookUp,
  });

  function lookUp() {
    context.work(say(words.working), () => {
      const { plan } = outcome();
      const refused = refusedQuestion();
      if (refused) questions.show(refused);
      else context.lead(plan ? "says" : "refusal");
    });
  }

  function stepLines(step) {
    const clocks = step.clocks.map((clock) => {
      const due = clock.due ? `（${formatDate(clock.due, language())}）` : "";
      return say(clock.says) + due;
    });
    return [say(step.says)].concat(clocks);
  }

  /** @returns {import("../view.js").StepsBlock} */
  function stepsBlock({ steps }) {
    return {
      kind: "steps",
      id: "steps",
      title: say(words.steps),
      steps: steps.map((step, at) => ({
        id: `step-${at}`,
        title: say(words.routes[step.route]),
        lines: stepLines(step),
        laws: step.laws.map((law, which) => shownLaw(law, language(), `step-${at}-law-${which}`)),
      })),
    };
  }

  function claimOf({ steps }) {
    return steps.filter(({ route }) => route === "manualClaim")[0];
  }

  /** What to bring, ticked one by one. @returns {Block[]} */
  function papersBlocks(claim) {
    if (claim.papers.length === 0) return [textBlock("papers-unknown", say(words.papersUnknown))];
    const { ticked } = told();
    const items = claim.papers.map((paper, at) => ({
      id: String(at),
      label: say(paper),
      ticked: ticked.indexOf(String(at)) >= 0,
    }));
    return [{ kind: "checklist", id: "papers", title: say(words.papers), items }];
  }

  function reminders() {
    const { paid, insuredRegion, treatmentRegion, kind, insurance, on } = answers();
    if (paid !== "yes") return { items: [], calendar: "" };
    const claims = [{ id: "claim", treatmentRegion, kind, settled: on }];
    const question = { now: host.now(), insuredRegion, claims, language: language() };
    if (insurance) Object.assign(question, { insurance });
    try {
      return yidi.reminders(question);
    } catch (_refused) {
      return { items: [], calendar: "" };
    }
  }

  /** By when, where the rules say. @returns {Block[]} */
  function deadlineBlocks(claim) {
    const { deadline } = claim;
    const value = deadline ? formatDate(deadline, language()) : say(words.deadlineUnknown);
    const row = { id: "deadline", label: say(words.deadline), value };
    /** @type {import("../view.js").RowsBlock["rows"]} */
    const rows = deadline ? [row] : [Object.assign(row, { tone: /** @type {const} */ ("caution") })];
    const { items } = reminders();
    const dated = items.filter(({ date }) => date);
    const actions = [{ id: "calendar", label: say(words.calendar) }];
    return [
      { kind: "rows", id: "deadline", rows: [...rows, ...dateRows(context, dated)] },
      ...(dated.length > 0 && host.save
        ? [/** @type {Block} */ ({ kind: "actions", id: "dates", actions })]
        : []),
    ];
  }

  /** Whether the estimate is of the same visit, as far as both say. */
  function isSameVisit() {
    const known = hand.current().answers;
    const given = answers();
    return ["insuredRegion", "treatmentRegion", "kind"].every((id) => known[FROM_CASE[id]] === given[id]);
  }

  function expectedAmounts() {
    const estimated = hand.told();
    if (!estimated || !estimated.range || !isSameVisit()) return null;
    const { least, most } = estimated.range;
    // Who pays least has most paid for.
    return [most, least].map(({ estimate }) => formatMoney(estimate.fundsPay));
  }

  /** @returns {Block[]} */
  function expectedBlocks() {
    const amounts = expectedAmounts();
    if (!amounts) {
      const actions = [{ id: "estimate", label: say(words.expected.unknown) }];
      return [{ kind: "actions", id: "expected", actions }];
    }
    const [amount, to] = amounts;
    const figure = {
      kind: /** @type {const} */ ("figure"),
      id: "expected",
      label: say(words.expected.label),
      amount,
    };
    return [
      amount === to ? figure : Object.assign(figure, { to }),
      textBlock("expected-decides", say(words.expected.decides), "quiet"),
    ];
  }

  /** Facts that some rules turn on and that were not told. @returns {Block[]} */
  function moreBlocks({ steps }) {
    const given = answers();
    const isTried = steps.some(({ route }) => route === "postBilling") || given.tried;
    const open = ["total", "insurance"].concat(isTried ? ["tried"] : []).filter((id) => !given[id]);
    if (open.length === 0) return [];
    const actions = open.map((id) => ({ id: "change", value: id, label: say(words.questions[id].label) }));
    return [{ kind: "actions", id: "more", actions }];
  }

  /** @returns {Block[]} */
  function planBlocks(plan) {
    const claim = claimOf(plan);
    const lines = [say(words.keep)];
    return [
      { kind: "message", id: "says", tone: "info", title: say(plan.says), lines },
      stepsBlock(plan),
      ...(claim ? [...deadlineBlocks(claim), ...papersBlocks(claim), ...expectedBlocks()] : []),
      questions.told(),
      ...moreBlocks(plan),
      textBlock("phone", say(shell.phone), "quiet"),
      textBlock("not-official", say(shell.notOfficial), "quiet"),
    ];
  }

  /** @returns {Block[]} */
  function blocksNow() {
    if (questions.now())
      return [textBlock("intro", say(words.intro), "lead"), ...questions.blocks(), questions.told()];
    const { plan, problem } = outcome();
    if (plan) return planBlocks(plan);
    const [title, ...lines] = linesOf(problem, context);
    return [{ kind: "message", id: "refusal", tone: "caution", title, lines, alert: true }, questions.told()];
  }

  function tick(paper) {
    const { answers: given, ticked } = told();
    const others = ticked.filter((one) => one !== paper);
    store.put(SLOT, {
      answers: given,
      ticked: others.length < ticked.length ? others : ticked.concat(paper),
    });
    context.changed();
  }

  function toEstimate() {
    const given = answers();
    Object.keys(FROM_CASE).forEach((id) => {
      const known = hand.current().answers[FROM_CASE[id]];
      if (given[id] && known !== given[id]) hand.answer(FROM_CASE[id], given[id]);
    });
    hand.answer("visit.settled", given.on);
    if (given.on < hand.current().answers["visit.admitted"]) hand.answer("visit.admitted", given.on);
    if (given.total) hand.answer("bill.total", given.total);
    host.go("estimate");
  }

  const ACTS = {
    papers: tick,
    estimate: toEstimate,
    calendar() {
      host.save({ name: say(words.calendarFile), type: "text/calendar", text: reminders().calendar });
    },
  };

  return askingScreen(context, questions, {
    title: words.title,
    blocks: blocksNow,
    acts: ACTS,
    enter() {
      if (hand.isComplete() && !hand.told()) context.work(say(words.working), () => hand.inquire());
    },
  });
}

// What the screens have in common that work something out of the case in hand: they begin where its figure is known, say where it is not,
// and ask the engine once for each case.

import { withFact } from "./case.js";
import { caseInHand } from "./case-in-hand.js";
import { isOfYear, kindOf } from "./facts.js";
import { nameOfFact, saidOf } from "./paying.js";
import { linesOf, problemOf } from "./refusals.js";
import { overCase as words } from "./words/over-case.js";

/** The facts that an end of a range was taken from. */
function factsOf(end) {
  return end.assumes.filter(({ path }) => path);
}

/** An input in which those facts are known. */
function completed(input, facts) {
  return facts.reduce((filled, { path, value }) => withFact(filled, path, value), input);
}

/** Nothing used this year: what a year has brought so far is no matter of least and most, which lie where a cap is used up. */
function unused(path) {
  const isCount = kindOf(path) === "count";
  const says = isCount ? "0" : "0.00";
  return { path, value: isCount ? 0 : says, says: { "zh-CN": says, en: says } };
}

function asUnused(fact) {
  return isOfYear(fact.path) ? unused(fact.path) : fact;
}

function openPaths({ next, further }) {
  return (next ? [next] : []).concat(further).map(({ path }) => path);
}

/**
 * One situation, in which everything is known: nothing used this year, all of the bill in scope where that is not known, and every
 * other fact as an end of the range takes it.
 *
 * @param {{ estimateRange: Function }} yidi
 * @param {{ input: any, range: any }} told
 * @param {"least" | "most"} end
 * @returns {{ input: any, taken: any[], isWhole: boolean }} `taken` is what was not known
 */
export function situationOf(yidi, { input, range }, end) {
  const open = openPaths(range);
  const years = open.filter(isOfYear).map(unused);
  const isWhole = open.some((path) => path.indexOf("bill.") === 0);
  const { total } = range.most.estimate.figures;
  const bill = isWhole ? { total, inScope: total } : input.bill;
  const begun = Object.assign({}, completed(input, years), { bill });
  const others = factsOf(yidi.estimateRange(begun)[end]).map(asUnused);
  return { input: completed(begun, others), taken: years.concat(others), isWhole };
}

/** What is said above a figure of one situation: `known`, or else that it rests on what is not. */
export function aboutOf({ taken, isWhole }, known) {
  return taken.length > 0 || isWhole ? words.assumed : known;
}

/** What facts that are not known were taken to be, with the way to tell them. @returns {import("./view.js").Block[]} */
export function takenBlocks(facts, { say }) {
  if (facts.length === 0) return [];
  const rows = facts.map((one) => ({
    id: one.path,
    label: nameOfFact(one.path, say),
    value: saidOf(one, say),
  }));
  return [
    { kind: "rows", id: "taken", title: say(words.taken), rows },
    { kind: "actions", id: "taken-actions", actions: [{ id: "estimate", label: say(words.narrow) }] },
  ];
}

/**
 * @template Result
 * @param {import("./app.js").Context} context
 * @param {(told: { input: any, range: any }) => Result} workOut
 */
export function overCase(context, workOut) {
  const { say, host } = context;
  const hand = context.share(caseInHand);
  /** @type {{ told: any, result: Result | null, problem: any }} */
  let done = { told: null, result: null, problem: null };

  function look() {
    const told = hand.told() || hand.inquire();
    done = { told, result: null, problem: null };
    if (!told.range) return;
    try {
      done.result = workOut(told);
    } catch (refusal) {
      done.problem = problemOf(refusal);
    }
  }

  function isUpToDate() {
    return done.told !== null && done.told === hand.told();
  }

  return {
    hand,
    /** Works it out anew where the case is another one, or `again`. */
    refresh(again) {
      hand.takeUp();
      if (!hand.isComplete() || (isUpToDate() && !again)) return;
      context.work(say(words.working), look);
    },
    /** The engine's word on the case; null where it has no figure so far. */
    told: () => (isUpToDate() && done.told.range ? done.told : null),
    result: () => (isUpToDate() ? done.result : null),
    /** What is said in the place of a result. @returns {import("./view.js").Block[]} */
    instead() {
      if (isUpToDate() && done.result !== null) return [];
      if (isUpToDate() && done.problem) {
        const lines = linesOf(done.problem, context);
        return [{ kind: "message", id: "refusal", tone: "caution", title: say(words.refused), lines }];
      }
      const action = { id: "estimate", label: say(words.estimate) };
      return [{ kind: "message", id: "first", tone: "info", title: say(words.first), lines: [], action }];
    },
    toEstimate() {
      host.go("estimate");
    },
  };
}

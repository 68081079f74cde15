// A real settlement slip beside the estimate.

import { textBlock } from "../blocks.js";
import { withFact } from "../case.js";
import { difference, formatMoney, isMoney, typedMoney } from "../money.js";
import { overCase, situationOf, takenBlocks } from "../over-case.js";
import { boundsText, nameOfFact, saidOf } from "../paying.js";
import { linesOf, problemOf, sentenceOf } from "../refusals.js";
import { estimate as units } from "../words/estimate.js";
import { overCase as common } from "../words/over-case.js";
import { shell } from "../words/shell.js";
import { slip as words } from "../words/slip.js";

/** @typedef {import("../view.js").Block} Block */

const SLOT = "slip";

/** The lines of a slip as they are printed, the ones that every slip has first. */
const FIELDS = Object.keys(words.fields);
const MAIN = ["total", "inScope", "fundsPay", "pool", "deductible", "patientPays"];
const OTHERS = FIELDS.filter((field) => MAIN.indexOf(field) < 0);
const OUTSIDE = ["fullySelfPaid", "overCeiling", "classBFirstSelfPay"];
const TYPED_LIMIT = 40;

function isGiven(typed) {
  return typeof typed === "string" && typed.trim() !== "";
}

/** What the device had kept, as far as it can be used. */
function typedIn(saved) {
  const typed = {};
  FIELDS.forEach((field) => {
    const text = Object(saved)[field];
    if (typeof text === "string" && text.length <= TYPED_LIMIT) typed[field] = text;
  });
  return typed;
}

function isSameAmount(one, other) {
  return (
    [one, other].every((amount) => amount !== undefined && isMoney(amount)) &&
    /^[0.]+$/.test(difference(one, other))
  );
}

/** The bill as the slip splits it, where it does; else as the person has told it, if it is the same bill. */
function billOf(sent, bill) {
  const has = (field) => sent[field] !== undefined;
  if (has("inScope")) return { total: sent.total, inScope: sent.inScope };
  if (!OUTSIDE.every(has)) return isSameAmount(bill.total, sent.total) ? bill : { total: sent.total };
  return OUTSIDE.reduce((split, part) => Object.assign(split, { [part]: sent[part] }), { total: sent.total });
}

/** @returns {import("../view.js").Tone} */
function toneOf(agrees) {
  return agrees ? "good" : "caution";
}

/** @param {import("../app.js").Context} context */
export function slip(context) {
  const { say, yidi, store } = context;
  const over = overCase(context, ({ range }) => range);
  /** @type {{ told: any, text: string, taken: any[], reconciled: any, problem: any }} */
  let done = { told: null, text: "", taken: [], reconciled: null, problem: null };

  const typed = () => typedIn(store.get(SLOT));

  function slipSent() {
    /** @type {Object<string, string>} */
    const sent = {};
    const all = typed();
    FIELDS.filter((field) => isGiven(all[field])).forEach((field) => {
      sent[field] = typedMoney(all[field]);
    });
    return sent;
  }

  /** What is not known is taken from the end of the range that is nearer to the slip. */
  function nearerEnd({ least, most }, sent) {
    const { patientPays } = sent;
    if (patientPays === undefined || !isMoney(patientPays)) return "least";
    const apart = (end) => Number(difference(end.estimate.patientPays, patientPays));
    return apart(least) <= apart(most) ? "least" : "most";
  }

  /** The engine's word on the case, with the bill as the slip has it. */
  function toldBySlip(told, sent) {
    const input = Object.assign({}, told.input, { bill: billOf(sent, told.input.bill) });
    return { input, range: yidi.estimateRange(input) };
  }

  function reconcile() {
    const told = over.told();
    const sent = slipSent();
    const text = JSON.stringify(sent);
    done = { told, text, taken: [], reconciled: null, problem: null };
    try {
      const bySlip = toldBySlip(told, sent);
      const { input, taken } = situationOf(yidi, bySlip, nearerEnd(bySlip.range, sent));
      done.taken = taken;
      done.reconciled = yidi.reconcile(input, sent);
      context.lead("verdict");
      context.announce(verdictText(done.reconciled));
    } catch (refusal) {
      done.problem = problemOf(refusal);
      context.lead(faultyField() || "refusal");
    }
  }

  /** The field of the slip that a refusal is about. */
  function faultyField() {
    const { problem } = done;
    const last = problem ? problem.path.split(".").pop() : "";
    if (FIELDS.indexOf(last) >= 0) return last;
    return problem && problem.code === "sumExceedsTotal" ? "inScope" : undefined;
  }

  function isUpToDate() {
    return done.told !== null && done.told === over.told() && done.text === JSON.stringify(slipSent());
  }

  function fieldBlock(field) {
    const block = {
      kind: "field",
      id: field,
      input: "money",
      label: say(words.fields[field].label),
      help: say(words.fields[field].help),
      unit: say(units.units.money),
      value: typed()[field] || "",
    };
    if (field !== "total") Object.assign(block, { optional: true });
    const isFaulty = isUpToDate() && done.problem && faultyField() === field;
    return isFaulty ? Object.assign(block, { error: sentenceOf(done.problem, context) }) : block;
  }

  function differing({ lines }) {
    return lines.filter((line) => line.differs).length;
  }

  function verdictText(reconciled) {
    if (reconciled.matches) return say(isBounded(reconciled) ? words.verdict.within : words.verdict.matches);
    return say(words.verdict.differs, { count: String(differing(reconciled)) });
  }

  /** @returns {Block[]} */
  function sumsBlocks({ identities }) {
    if (identities.length === 0) return [];
    const { caption, sum, parts, whole, result, holds, fails, tolerance } = words.sums;
    const rows = identities.map((identity, at) => ({
      id: `sum-${at}`,
      cells: [
        say(identity.text),
        formatMoney(identity.parts),
        formatMoney(identity.whole),
        identity.holds
          ? say(holds)
          : say(fails, { amount: formatMoney(difference(identity.parts, identity.whole)) }),
      ],
      tone: toneOf(identity.holds),
    }));
    const columns = [sum, parts, whole, result].map((text) => say(text));
    return [
      { kind: "table", id: "sums", caption: say(caption), columns, rows },
      { kind: "text", id: "tolerance", text: say(tolerance), tone: "quiet" },
    ];
  }

  /** How far a line lies from the estimate, or from the nearer of its bounds. */
  function apartText({ slip: printed, least, most, differs }) {
    const { none, within, below, above } = words.lines;
    if (!differs) return say(least === most ? none : within);
    const [fromLeast, fromMost] = [least, most].map((bound) => difference(printed, bound));
    if (least === most) return formatMoney(fromMost);
    return Number(fromLeast) < Number(fromMost)
      ? say(below, { amount: formatMoney(fromLeast) })
      : say(above, { amount: formatMoney(fromMost) });
  }

  /** Whether a rule that only sets bounds leaves some line a range. */
  function isBounded({ lines }) {
    return lines.some(({ least, most }) => least !== most);
  }

  /** @returns {Block} */
  function linesBlock({ lines }) {
    const { caption, line, slip: ofSlip, estimate, difference: apart } = words.lines;
    const rows = lines.map((one) => ({
      id: one.field,
      cells: [say(words.fields[one.field].label), formatMoney(one.slip), boundsText(one), apartText(one)],
      tone: toneOf(!one.differs),
    }));
    const columns = [line, ofSlip, estimate, apart].map((text) => say(text));
    return { kind: "table", id: "lines", caption: say(caption), columns, rows };
  }

  function factText(assumption) {
    return say(words.explanations.fact, {
      name: nameOfFact(assumption.path, say),
      value: saidOf(assumption, say),
    });
  }

  /** @returns {Block[]} */
  function explanationBlocks({ matches, explanations }) {
    if (matches) return [];
    const { title, one, and, none } = words.explanations;
    const lines = explanations.map(({ assumes }) =>
      say(one, { facts: assumes.map(factText).join(say(and)) }),
    );
    const told = lines.length > 0 ? lines : [say(none)];
    return [{ kind: "message", id: "explanations", tone: "info", title: say(title), lines: told }];
  }

  /** @returns {Block[]} */
  function outcomeBlocks() {
    if (!isUpToDate()) return [];
    if (done.problem) {
      if (faultyField()) return [];
      const lines = linesOf(done.problem, context);
      return [{ kind: "message", id: "refusal", tone: "caution", title: say(common.refused), lines }];
    }
    const { reconciled } = done;
    return [
      {
        kind: "message",
        id: "verdict",
        tone: reconciled.matches ? "good" : "caution",
        title: verdictText(reconciled),
        lines: [],
      },
      ...explanationBlocks(reconciled),
      linesBlock(reconciled),
      ...(isBounded(reconciled) ? [textBlock("bounded", say(words.lines.bounded), "quiet")] : []),
      ...sumsBlocks(reconciled),
      ...takenBlocks(done.taken, context),
      { kind: "text", id: "disclaimer", text: say(reconciled.disclaimer), tone: "quiet" },
    ];
  }

  /** @returns {Block[]} */
  function slipBlocks() {
    const fields = (names) => /** @type {Block[]} */ (names.map(fieldBlock));
    return [
      { kind: "text", id: "intro", text: say(words.intro), tone: "lead" },
      { kind: "group", id: "main", title: say(words.main), blocks: fields(MAIN) },
      { kind: "details", id: "others", summary: say(words.others), blocks: fields(OTHERS) },
      ...outcomeBlocks(),
    ];
  }

  return {
    view() {
      const view = { title: say(words.title), back: { label: say(shell.back) } };
      if (!over.told()) return Object.assign(view, { blocks: over.instead() });
      return Object.assign(view, { blocks: slipBlocks(), primary: { id: "check", label: say(words.check) } });
    },
    act(id) {
      if (id === "estimate") over.toEstimate();
      else if (id === "check" && over.told()) context.work(say(common.working), reconcile);
    },
    type(id, text) {
      if (FIELDS.indexOf(id) < 0) return;
      store.put(SLOT, withFact(typed(), id, String(text).slice(0, TYPED_LIMIT)));
      context.changed();
    },
    enter: () => over.refresh(),
  };
}

// One question a screen. What is asked, and what may be answered, is the engine's; here is only how it is put to a person.

import { inOrder } from "../blocks.js";
import { formatDate, typedDate } from "../calendar.js";
import { filingInHand } from "../filing.js";
import { commitmentInYuan } from "../filing-costs.js";
import { isSameFiling } from "../filing-outcome.js";
import { lookup } from "../lookup.js";
import { createRegionPicker } from "../region-picker.js";
import { shell } from "../words/shell.js";
import { wizard as words } from "../words/wizard.js";

/** A second tap of a double tap is not meant for the question that has just come. */
const DOUBLE_TAP_MS = 400;

/** So many questions would frighten, most of which nobody is asked. */
const MANY = 9;

/** @param {import("../app.js").Context} context */
export function wizard(context) {
  const { say, host, language } = context;
  const filing = context.share(filingInHand);
  const pickers = {
    insuredRegion: createRegionPicker(context, { id: "insuredRegion" }),
    destination: createRegionPicker(context, { id: "destination" }),
  };
  /** What is chosen or typed for a question and not given yet. */
  let draft = { question: null, value: "" };
  let error = null;
  /** On the way back to the screen that asked for a change. */
  let isLeaving = false;
  /** The question that came last, and when. */
  let came = { question: null, since: 0 };

  /** An answer as it is read. */
  const inWords = (shownText) => formatDate(say(shownText), language());

  /** The question on the screen, with its answer where it has one. */
  function shown() {
    const view = filing.current();
    const answered = filing.revisited() || (view.question ? null : (view.steps.slice(-1)[0] || {}).question);
    if (answered) {
      const question = filing.asked(answered);
      if (question && question.id === answered) return { question, step: filing.stepAt(answered) };
    }
    return { question: view.question, step: undefined };
  }

  function given({ question, step }) {
    if (draft.question === question.id) return draft.value;
    return step ? [].concat(step.value).join(",") : "";
  }

  function typed(question, value) {
    if (question.kind === "several") return value.split(",").filter(Boolean);
    return question.kind === "day" && !question.options.some((option) => option.value === value)
      ? typedDate(value)
      : value;
  }

  const texts = (question) => ({
    label: say(question.text),
    labelHidden: true,
    help: say(question.help),
    why: say(question.why),
  });

  function withError(block) {
    return error ? Object.assign(block, { error: say(error.text, error.values) }) : block;
  }

  function options(question) {
    return question.options.map(({ value, label, help }) => {
      const option = { value, label: say(label) };
      return help ? Object.assign(option, { hint: say(help) }) : option;
    });
  }

  function answerBlocks(state) {
    const { question } = state;
    const value = given(state);
    if (question.kind === "region") return [withError(pickers[question.id].block(value, texts(question)))];
    if (question.kind !== "day") {
      const block = { kind: "choice", id: question.id, options: options(question), value };
      if (question.kind === "several") block.several = true;
      return [withError(Object.assign(block, texts(question)))];
    }
    const standIns = options(question).map((option) => ({
      id: "standIn",
      value: option.value,
      label: option.label,
    }));
    const today = { id: "standIn", value: host.today(), label: say(words.today) };
    const actions = question.id === "startDate" ? [today] : standIns;
    const isStandIn = standIns.some((option) => option.value === value);
    const field = { kind: "field", id: question.id, input: "date", value: isStandIn ? "" : value };
    const blocks = [withError(Object.assign(field, texts(question)))];
    return actions.length > 0 ? blocks.concat({ kind: "actions", id: "standIns", actions }) : blocks;
  }

  /** What an answer would do, where the engine takes it. */
  function previewed(question, value) {
    try {
      return filing.preview(question, value);
    } catch (_refused) {
      return null;
    }
  }

  /** What a commitment costs, before it is chosen. */
  function commitmentBlocks(question) {
    if (question.id !== "proof" || !question.options.some((option) => option.value === "commitment"))
      return [];
    const view = previewed("proof", "commitment");
    if (!view) return [];
    const lines = view.warnings.map((warning) => say(warning));
    const yuan = commitmentInYuan(context, filing.current());
    if (yuan) lines.push(say(words.commitment.pays, yuan));
    if (lines.length === 0) return [];
    return [{ kind: "message", id: "commitment", tone: "loss", title: say(words.commitment.title), lines }];
  }

  /** What a change of an earlier answer does to the later ones, before it is made. */
  function changeBlocks({ question, step }) {
    if (!step || draft.question !== question.id) return [];
    const value = typed(question, draft.value);
    if ([].concat(step.value).join() === [].concat(value).join()) return [];
    const before = filing.current();
    const after = previewed(question.id, value);
    if (!after) return [];
    const at = before.steps.map((one) => one.question).indexOf(question.id);
    const stays = after.steps.map((one) => one.question);
    const removed = before.steps.slice(at + 1).filter((one) => stays.indexOf(one.question) < 0);
    const isNew = after.question && !before.steps.some((one) => one.question === after.question.id);
    const lines = (isNew ? [say(words.changes.asks, { question: say(after.question.text) })] : []).concat(
      removed.map((one) => say(words.changes.removes, { label: say(one.label), shown: inWords(one.shown) })),
    );
    if (removed.length === 0) return [];
    return [{ kind: "message", id: "changes", tone: "caution", title: say(words.changes.title), lines }];
  }

  function resumedBlocks() {
    const report = filing.report();
    if (!report) return [];
    const why = (answer) => (answer.why ? say(answer.why) : "");
    const lines = report.dropped.map((answer) =>
      answer.step
        ? say(words.resumed.dropped, {
            label: say(answer.step.label),
            shown: inWords(answer.step.shown),
            why: why(answer),
          })
        : say(words.resumed.droppedUnknown, { why: why(answer) }),
    );
    const kept = report.dropped.length > 0 ? words.resumed.kept : words.resumed.allKept;
    return [
      {
        kind: "message",
        id: "resumed",
        tone: report.dropped.length > 0 ? "caution" : "info",
        title: say(words.resumed.title),
        lines: (report.rulesChanged ? [say(words.resumed.rules)] : [])
          .concat(lines)
          .concat(say(kept, { count: String(report.kept) })),
      },
    ];
  }

  function warningBlocks({ question }) {
    const warnings = question.id === "proof" ? [] : filing.current().warnings;
    if (warnings.length === 0) return [];
    const lines = warnings.map((warning) => say(warning));
    return [{ kind: "message", id: "warnings", tone: "caution", title: say(words.warnings), lines }];
  }

  function answeredBlocks({ question }) {
    const steps = filing.current().steps.filter((step) => step.question !== question.id);
    if (steps.length === 0) return [];
    const rows = steps.map((step) => ({
      id: step.question,
      label: say(step.label),
      value: inWords(step.shown),
      action: { id: "change", value: step.question, label: say(shell.change) },
    }));
    return [
      {
        kind: "details",
        id: "answered",
        summary: say(words.answered, { count: String(steps.length) }),
        blocks: [
          { kind: "rows", id: "answers", rows },
          { kind: "actions", id: "anew", actions: [{ id: "anew", label: say(words.anew), tone: "danger" }] },
        ],
      },
    ];
  }

  function leftText(done, left) {
    if (left > MANY) return say(words.begun, { at: String(done + 1) });
    return left > 1 ? say(words.left, { left: String(left) }) : say(words.last);
  }

  function progress({ question }) {
    const { steps, progress: counted } = filing.current();
    const at = steps.map((step) => step.question).indexOf(question.id);
    const done = at < 0 ? counted.done : at;
    const left = counted.done + counted.atMostLeft - done;
    return { text: leftText(done, left), share: done / (done + left) };
  }

  function wrong(text, values) {
    error = { text, values };
    context.lead(shown().question.id);
    context.announce(say(text, values));
    context.changed();
  }

  function show(question) {
    filing.showStep(question);
    draft = { question: null, value: "" };
    error = null;
    came = { question: shown().question.id, since: host.now() };
  }

  /**
   * On from a question: one that was gone back to leads to the next, answered or not; otherwise to the next that is open, and away where
   * nothing is.
   */
  function goOn({ question, step }) {
    const { steps, question: open, outcome } = filing.current();
    const from = filing.changedFrom();
    const next = steps[steps.map((one) => one.question).indexOf(question.id) + 1];
    if (step && !from && next) show(next.question);
    else if (open) show(null);
    else goAway(from, isSameFiling(filing.outcomeBefore(), outcome));
    context.changed();
  }

  /** Another filing than before is to be looked at before anything else. */
  function goAway(from, isSame) {
    if (from === "outcome" || (from && isSame)) return comeBack();
    filing.backFromChange();
    draft = { question: null, value: "" };
    return host.go("outcome", from ? "replace" : "push");
  }

  /** To the screen that asked for a change: it lies below this one. */
  function comeBack() {
    filing.backFromChange();
    draft = { question: null, value: "" };
    isLeaving = true;
    host.back();
  }

  const UNANSWERED = { region: words.noCity, day: words.noDate };

  function dateOutside({ from, to }) {
    const days = { from: from && formatDate(from, language()), to: to && formatDate(to, language()) };
    if (from && to) return wrong(words.dateBetween, days);
    return from ? wrong(words.dateFrom, days) : wrong(words.dateTo, days);
  }

  function refused(question, refusal) {
    if (Object(refusal).name !== "YidiError") throw refusal;
    if (refusal.code === "dateOrder") return dateOutside(question);
    if (question.kind === "day") return wrong(words.notADate);
    return wrong(refusal.reason);
  }

  function give(state, value) {
    const { question, step } = state;
    const answer = typed(question, value);
    if (answer.length === 0) return wrong(lookup(UNANSWERED, question.kind) || words.unanswered);
    if (!step || [].concat(step.value).join() !== [].concat(answer).join()) {
      try {
        filing.answer(question.id, answer);
      } catch (refusal) {
        return refused(question, refusal);
      }
      if (question.kind === "region") pickers[question.id].remember(answer);
    }
    return goOn(state);
  }

  return {
    view() {
      const state = shown();
      const { question } = state;
      const view = {
        title: say(question.text),
        step: question.id,
        progress: progress(state),
        back: { label: say(shell.back) },
        blocks: inOrder(
          resumedBlocks(),
          commitmentBlocks(question),
          answerBlocks(state),
          changeBlocks(state),
          warningBlocks(state),
          answeredBlocks(state),
        ),
        primary: { id: "next", value: question.id, label: say(words.next) },
      };
      return filing.changedFrom()
        ? Object.assign(view, { secondary: [{ id: "leave", label: say(words.keep) }] })
        : view;
    },
    enter() {
      isLeaving = false;
      if (filing.revisited() && !filing.stepAt(filing.revisited())) filing.showStep(null);
    },
    type(id, text) {
      const { question } = shown();
      came = { question: null, since: 0 };
      const picker = lookup(pickers, question.id);
      const value = picker ? picker.type(id, text) : id === question.id ? text : undefined;
      if (value === undefined) return;
      if (value !== null) {
        draft = { question: question.id, value };
        error = null;
      }
      context.changed();
    },
    act(id, value) {
      const state = shown();
      if (id === "next") {
        const isDouble = came.question === state.question.id && host.now() - came.since < DOUBLE_TAP_MS;
        if (value === state.question.id && !isDouble) give(state, given(state));
      } else if (id === "standIn") {
        draft = { question: state.question.id, value };
        give(state, value);
      } else if (id === "change") {
        show(value);
        context.changed();
      } else if (id === "leave") {
        comeBack();
      } else if (id === "anew") {
        filing.startAnew();
        show(null);
        context.changed();
      }
    },
    back() {
      const { steps } = filing.current();
      const { question } = shown();
      const at = steps.map((step) => step.question).indexOf(question.id);
      const before = at < 0 ? steps.length - 1 : at - 1;
      if (isLeaving || before < 0 || filing.changedFrom()) {
        filing.backFromChange();
        return false;
      }
      show(steps[before].question);
      context.changed();
      return true;
    },
  };
}

// What a visit will cost: four answers to the first figure, and then one question after the other that makes it more exact.

import { openBasics } from "../case.js";
import { caseInHand } from "../case-in-hand.js";
import { BASICS, isOfYear, isStay, kindOf } from "../facts.js";
import { BILL, DATES, questionAt, STANDARDS } from "../inquiry.js";
import { formatMoney } from "../money.js";
import {
  amountText,
  barBlock,
  basisBlock,
  endsBlocks,
  figureBlock,
  gapsBlocks,
  isOneFigure,
  ledgerBlocks,
} from "../paying.js";
import {
  addItem,
  draftOf,
  faultsIn,
  fieldsOf,
  isByChoice,
  isItemField,
  questionBlocks,
  removeItem,
  typeInto,
} from "../question.js";
import { linesOf, problemOf, sentenceOf } from "../refusals.js";
import { createRegionPicker } from "../region-picker.js";
import { scenarioText } from "../scenario.js";
import { localStandards } from "../standards.js";
import { toldRows } from "../told-rows.js";
import { estimate as words } from "../words/estimate.js";
import { ends as endWords } from "../words/paying.js";
import { shell } from "../words/shell.js";

const OF_FIGURE = ["compare", "curve", "slip"];
const LEADS = OF_FIGURE.concat("sources");
const SEVERAL = [BILL, DATES, STANDARDS];

function isQuestion(id) {
  return SEVERAL.indexOf(id) >= 0 || kindOf(id) !== undefined;
}

const REGIONS = ["person.insuredRegion", "visit.treatmentRegion"];

/** @typedef {import("../view.js").Block} Block */

/** @param {import("../app.js").Context} context */
export function estimate(context) {
  const { say, host } = context;
  const hand = context.share(caseInHand);
  const rows = toldRows(context);
  const standards = localStandards(context);
  const pickers = {};
  REGIONS.forEach((path) => {
    pickers[path] = createRegionPicker(context, { id: path });
  });
  /** The question that the reader has gone back to. @type {string | null} */
  let changing = null;
  /** @type {import("../question.js").Draft | null} */
  let draft = null;
  /** The end of the range whose ledger is shown. @type {"least" | "most"} */
  let end = "most";

  /** The question at which the engine refuses the answer. */
  function refusedQuestion({ refusal }) {
    if (!refusal) return null;
    const problem = problemOf(refusal);
    const id = questionAt(problem.path);
    return isQuestion(id) && problem.code !== "ruleNotFound" ? id : null;
  }

  function openQuestions(told) {
    const { skipped } = hand.current();
    return told.questions.filter((id) => skipped.indexOf(id) < 0);
  }

  /** The one question that is asked now; null where there is none. */
  function questionNow() {
    if (changing) return changing;
    const [missing] = openBasics(hand.current());
    if (missing) return missing;
    const told = hand.told();
    if (!told) return null;
    return told.needed || refusedQuestion(told) || openQuestions(told)[0] || null;
  }

  function standardsNow() {
    const told = hand.told();
    return told ? told.standards : [];
  }

  /** The answers under way to the question that is asked now. */
  function draftNow() {
    const id = questionNow();
    if (!id) return null;
    if (!draft || draft.id !== id) {
      draft = draftOf(id, hand.current(), standardsNow());
      draft.faults = refusedFields(draft);
    }
    return draft;
  }

  /** What the engine refused of it, at the field it named; else, as where parts and total disagree, at the first part. */
  function refusedFields(asked) {
    const told = hand.told();
    if (!told || !told.refusal || refusedQuestion(told) !== asked.id) return {};
    const problem = problemOf(told.refusal);
    const fields = fieldsOf(asked);
    const isShown = fields.indexOf(problem.path) >= 0 || isItemField(asked, problem.path);
    const path = isShown ? problem.path : fields[fields.length > 1 ? 1 : 0];
    return { [path]: problem };
  }

  /** Asks the engine, once there is enough to ask it about, and takes the reader to what came of it. */
  function look() {
    changing = null;
    draft = null;
    if (!hand.isComplete()) {
      context.lead(openBasics(hand.current())[0]);
      context.changed();
      return;
    }
    if (hand.told()) {
      tellWhatCame();
      context.changed();
      return;
    }
    context.work(say(words.working), () => {
      hand.inquire();
      tellWhatCame();
    });
  }

  function tellWhatCame() {
    const told = hand.told();
    if (told.range) {
      const figure = figureBlock(told.range, context);
      context.lead("figure");
      context.announce(say(words.announce, { label: figure.label, amount: amountText(figure) }));
      return;
    }
    const asked = draftNow();
    if (!asked) context.lead("refusal");
    else leadToFault(asked);
  }

  function leadToFault(asked) {
    const [faulty] = Object.keys(asked.faults);
    context.lead(faulty || asked.paths[0] || "bill.form");
    if (faulty) context.announce(say(words.fault, { said: sentenceOf(asked.faults[faulty], context) }));
  }

  function give() {
    const asked = draftNow();
    if (!asked) return look();
    asked.faults = faultsIn(asked);
    if (Object.keys(asked.faults).length > 0) {
      leadToFault(asked);
      context.changed();
      return undefined;
    }
    const kept = hand.current();
    if (asked.id === BILL) keepBill(asked, kept);
    else fieldsOf(asked).forEach(keepAnswer(asked));
    return look();
  }

  function keepAnswer(asked) {
    return (path) => {
      const typed = asked.values[path] || "";
      if (typed !== (hand.current().answers[path] || "")) hand.answer(path, typed);
    };
  }

  function keepBill(asked, kept) {
    const answers = Object.assign({}, kept.answers);
    Object.keys(asked.values).forEach((path) => {
      if (path.indexOf("bill.") === 0) answers[path] = asked.values[path];
    });
    hand.keep(Object.assign({}, kept, { answers, form: asked.form, items: asked.items }));
  }

  function choose(path, value) {
    hand.answer(path, value);
    if (REGIONS.indexOf(path) >= 0) pickers[path].remember(value);
    look();
  }

  function search(asked, text) {
    asked.query = String(text).slice(0, 40);
    context.changed();
  }

  function skip(id) {
    const kept = hand.current();
    hand.keep(Object.assign({}, kept, { skipped: kept.skipped.concat(id) }));
    look();
  }

  /** Nothing was paid this year: every question on it that is open is answered with 0. */
  function nothingSoFar() {
    const told = hand.told();
    const asked = told.questions.concat(told.needed || []).filter(isOfYear);
    asked.forEach((path) => {
      hand.answer(path, "0");
    });
    look();
  }

  function change(id) {
    if (!isQuestion(id)) return;
    changing = id;
    draft = null;
    const asked = draftNow();
    context.lead(asked.paths[0] || "bill.form");
    context.changed();
  }

  function insuredName() {
    return rows.nameOf(hand.current().answers["person.insuredRegion"]);
  }

  /** What was told so far, each with the way to change it. @returns {import("../view.js").RowsBlock} */
  function toldBlock() {
    return { kind: "rows", id: "told", title: say(words.told), rows: rows.rows(standardsNow()) };
  }

  /** The question that is asked now, with its heading. @returns {Block[]} */
  function askedBlocks() {
    const asked = draftNow();
    if (!asked) return [];
    const { answers } = hand.current();
    const ask = { picker: (path) => pickers[path], region: hand.regionOf(answers["person.insuredRegion"]) };
    const blocks = questionBlocks(asked, ask, context);
    if (asked.id === STANDARDS) return [...standards.before(insuredName()), ...blocks, ...standards.after()];
    return blocks;
  }

  function isOptionalNow(told) {
    return Boolean(told && told.range) && !changing && openQuestions(told).length > 0;
  }

  function groupTitle(told) {
    if (changing) return say(words.changing);
    return say(isOptionalNow(told) ? words.more.title : words.needed);
  }

  /** @returns {Block[]} */
  function moreBlocks(told) {
    const asked = askedBlocks();
    if (asked.length > 0) {
      const inside = [...asked, ...questionActions(told)];
      return [{ kind: "group", id: "question", title: groupTitle(told), blocks: inside }];
    }
    if (!told.range) return [];
    if (told.questions.length === 0) {
      const isExact = isOneFigure(told.range);
      return isExact ? [{ kind: "text", id: "done", text: say(words.more.done), tone: "quiet" }] : [];
    }
    const again = { id: "askAgain", label: say(words.more.askAgain) };
    return [
      { kind: "text", id: "skipped", text: say(words.more.skipped), tone: "quiet" },
      { kind: "actions", id: "skipped-actions", actions: [again] },
    ];
  }

  /** @returns {Block[]} */
  function questionActions(told) {
    const asked = draftNow();
    /** @type {import("../view.js").Action[]} */
    const actions = [];
    if (isOfYear(asked.id) && !changing)
      actions.push({ id: "nothingSoFar", label: say(words.more.nothingSoFar) });
    if (isOptionalNow(told)) actions.push({ id: "skip", label: say(words.more.skip), value: asked.id });
    if (changing) actions.push({ id: "cancel", label: say(words.cancel) });
    return actions.length > 0 ? [{ kind: "actions", id: "question-actions", actions }] : [];
  }

  /** @returns {Block} */
  function extraBlock() {
    const { answers } = hand.current();
    const change = (path, label) => ({ id: "change", value: path, label: say(label) });
    const actions = [change("person.accountBalance", words.extra.account)];
    if (isStay(answers)) actions.push(change("visit.waivedVisit", words.extra.waived));
    return {
      kind: "details",
      id: "extra",
      summary: say(words.extra.summary),
      blocks: [{ kind: "actions", id: "extra-actions", actions }],
    };
  }

  /** On from here; to what is worked out of the figure only where there is one. @returns {Block} */
  function leadsBlock({ range }) {
    const routes = range ? LEADS : LEADS.filter((route) => OF_FIGURE.indexOf(route) < 0);
    /** @type {import("../view.js").Action[]} */
    const actions = routes.map((route) => ({
      id: route,
      label: say(words.actions[route].label),
      hint: say(words.actions[route].hint),
    }));
    const { copy, restart } = words.actions;
    if (host.copy) actions.push({ id: "copy", label: say(copy.label), hint: say(copy.hint) });
    actions.push({ id: "restart", label: say(restart.label) });
    return { kind: "actions", id: "leads", actions };
  }

  /** Which end is shown below, and the way to the other; nothing where there is but one figure. @returns {Block[]} */
  function endBlocks(range) {
    if (isOneFigure(range)) return [];
    const other = end === "most" ? "least" : "most";
    const amount = formatMoney(range[end].estimate.patientPays);
    return [
      { kind: "text", id: "end", text: say(endWords[end].shown, { amount }), tone: "quiet" },
      {
        kind: "actions",
        id: "end-actions",
        actions: [{ id: "end", value: other, label: say(endWords[other].show) }],
      },
    ];
  }

  /** @returns {Block[]} */
  function figureBlocks({ range }) {
    return [figureBlock(range, context), barBlock(range[end], context), ...endBlocks(range)];
  }

  /** @returns {Block[]} */
  function reasonBlocks({ range }) {
    const shown = range[end];
    return [
      ...endsBlocks(range, context),
      ...ledgerBlocks(shown, context),
      ...gapsBlocks(shown, context),
      basisBlock(shown, context),
      { kind: "text", id: "disclaimer", text: say(shown.estimate.disclaimer), tone: "quiet" },
    ];
  }

  /** A refusal that belongs to no question: the law known here does not answer. @returns {Block[]} */
  function refusalBlocks(told) {
    if (!told.refusal || refusedQuestion(told)) return [];
    const lines = linesOf(problemOf(told.refusal), context);
    const title = say(words.noFigure);
    return [{ kind: "message", id: "refusal", tone: "caution", title, lines, alert: true }];
  }

  /** @returns {Block[]} */
  function resultBlocks(told) {
    if (changing) return [...moreBlocks(told), toldBlock()];
    const answers = [...refusalBlocks(told), ...moreBlocks(told), toldBlock()];
    if (!told.range) return [...answers, leadsBlock(told)];
    return [...figureBlocks(told), ...answers, extraBlock(), ...reasonBlocks(told), leadsBlock(told)];
  }

  /** @returns {Block[]} */
  function cancelBlocks() {
    const actions = [{ id: "cancel", label: say(words.cancel) }];
    return changing ? [{ kind: "actions", id: "question-actions", actions }] : [];
  }

  /** Before the first figure: one question, and below it what was told. @returns {Block[]} */
  function firstBlocks() {
    /** @type {Block} */
    const intro = { kind: "text", id: "intro", text: say(words.intro), tone: "lead" };
    const isFirst = openBasics(hand.current()).length === BASICS.length;
    return [...(isFirst ? [intro] : []), ...askedBlocks(), ...cancelBlocks(), toldBlock()];
  }

  function primary(told) {
    const asked = draftNow();
    if (asked && isByChoice(asked.id)) return undefined;
    if (!asked) return told ? undefined : { id: "give", label: say(words.first) };
    return { id: "give", label: say(told || changing ? words.again : words.first) };
  }

  function progressOf(kept) {
    const left = openBasics(kept).length;
    if (left === 0) return undefined;
    return {
      text: say(words.progress, { count: String(left) }),
      share: (BASICS.length - left) / BASICS.length,
    };
  }

  const ACTS = {
    give,
    skip,
    change,
    nothingSoFar,
    cancel() {
      changing = null;
      draft = null;
      context.changed();
    },
    askAgain() {
      hand.keep(Object.assign({}, hand.current(), { skipped: [] }));
      look();
    },
    end(shown) {
      end = shown === "least" ? "least" : "most";
      context.changed();
    },
    addItem() {
      addItem(draftNow());
      context.changed();
    },
    removeItem(at) {
      removeItem(draftNow(), Number(at));
      context.changed();
    },
    copy() {
      host.copy(scenarioText(hand.told().input));
      context.announce(say(words.copied));
      context.changed();
    },
    restart() {
      hand.restart();
      look();
    },
  };

  return {
    view() {
      const kept = hand.current();
      const told = hand.told();
      const view = {
        title: say(words.title),
        back: { label: say(shell.back) },
        blocks: told ? resultBlocks(told) : firstBlocks(),
      };
      const progress = progressOf(kept);
      const next = primary(told);
      // A host whose own "back" would leave the screen holds it for the question that was gone back to.
      if (changing) view.step = changing;
      if (progress) view.progress = progress;
      if (next) view.primary = next;
      return view;
    },
    act(id, value) {
      if (LEADS.indexOf(id) >= 0) host.go(id);
      else if (Object.keys(ACTS).indexOf(id) >= 0) ACTS[id](value);
    },
    type(target, text) {
      const asked = draftNow();
      if (!asked) return;
      const path = target.replace(/\.query$/, "");
      if (kindOf(path) === "region" && pickers[path]) {
        const city = asked.paths.indexOf(path) < 0 ? undefined : pickers[path].type(target, text);
        if (city) choose(path, city);
        else context.changed();
      } else if (isByChoice(asked.id)) {
        if (target === asked.id) choose(target, text);
        else if (target === `${asked.id}.query`) search(asked, text);
      } else if (typeInto(asked, target, text)) context.changed();
    },
    enter() {
      hand.takeUp();
      if (hand.isComplete() && !hand.told()) look();
    },
    back() {
      if (!changing) return false;
      ACTS.cancel();
      return true;
    },
  };
}
